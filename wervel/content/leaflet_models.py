"""Typed models of the leaflets: what they say beside what is known now, their sources, and the page that shows them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from wervel.content.models import Id, Labelled, Model, Sources, Sure, Url
from wervel.content.text import Text

#: Where the app tells something: a page of `pages/`, with an anchor on it.
Place = Annotated[str, StringConstraints(pattern=r"^[a-z]+(#[a-z]+_[a-z_]+)?$")]
LeafletKind = Literal["physiotherapy", "hospital", "foot_clinic", "spine_clinic"]
Topic = Literal[
    "names", "numbers", "time", "symptoms", "causes", "anatomy", "age_changes", "hernia", "canal", "scoliosis", "feet",
    "examination", "care", "movement", "exercise", "medicine", "injections", "surgery", "work_rest", "balance",
    "coming_back",
]  # fmt: skip


class Statement(Model):
    """What a leaflet says beside what is known now; `told_at` is where the app tells it."""

    id: Id
    leaflets: Annotated[tuple[LeafletKind, ...], Field(strict=False, min_length=1, alias="from")]
    topic: Topic
    says: Text
    now: Text
    stance: Literal["stands", "changed", "unsure"]
    sure: Sure
    sources: Sources
    checked_on: date
    told_at: Place


class LeafletBlock(Model):
    statements: Annotated[tuple[Statement, ...], Field(strict=False, min_length=1)]


class DatedSource(Model):
    id: Id
    title: str
    year: int
    url: Url
    checked_on: date


class LeafletSources(Model):
    sources: Annotated[tuple[DatedSource, ...], Field(strict=False, min_length=1)]


class LeafletWords(Model):
    title: Text
    lead: Text
    says: Text
    now: Text
    stands: Text
    changed: Text
    unsure: Text
    only_changed: Text
    search: Text
    topic: Text
    all_topics: Text
    count: Text
    none: Text
    told: Text
    source: Text
    checked: Text
    sure: Text
    strong: Text
    fair: Text
    weak: Text
    unknown: Text
    print: Text
    kinds: Annotated[tuple[Labelled, ...], Field(strict=False)]
    topics: Annotated[tuple[Labelled, ...], Field(strict=False)]


class LeafletPage(Model):
    words: LeafletWords
