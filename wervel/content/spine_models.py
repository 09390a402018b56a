"""Typed models of what the spine page and the leaflets say."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from wervel.content.models import Id, Model, Source, Stem, Step, Url
from wervel.content.text import Text

Sure = Literal["strong", "fair", "weak", "unknown"]
Layer = Literal["bones", "discs", "nerves", "muscles", "ligaments"]
Sources = Annotated[tuple[Id, ...], Field(strict=False)]
#: Where the app tells something: a page of `pages/`, with an anchor on it.
Place = Annotated[str, StringConstraints(pattern=r"^[a-z]+(#[a-z]+_[a-z_]+)?$")]


class Labelled(Model):
    id: Id
    label: Text


class Intro(Model):
    title: Text
    lead: Text


class Bend(Model):
    label: Text
    back: Text
    upright: Text
    forward: Text


class Turn(Model):
    """Words of the spine to turn in the hand."""

    title: Text
    hint: Text
    open: Text
    alt: Text
    pick: Text
    no_webgl: Text
    none: Text
    views: Text
    layers: Text
    left: Text
    right: Text
    flat: Text
    flat_hint: Text
    drawings: Text


class FlatDrawing(Model):
    """One of the flat drawings of the explorer; its id is the file's stem with underscores."""

    id: Id
    label: Text


class SpinePart(Model):
    id: Id
    layer: Layer
    name: Text
    doctor: Text
    does: Text


class Scene(Model):
    id: Id
    title: Text
    steps: Annotated[tuple[Step, ...], Field(strict=False, min_length=3)]
    means: Text
    alt: Text


class StoryStep(Model):
    id: Id
    title: Text
    text: Text
    sources: Sources
    drawing: Stem | None = None


class Condition(Model):
    """A card: what it is, how you notice, what helps, when to call; `topics` are those of the leaflets."""

    id: Id
    title: Text
    what: Text
    notice: Text
    helps: Text
    call: Text
    topics: Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
    sources: Sources


class Carer(Model):
    id: Id
    title: Text
    does: Text
    when: Text


class Steps(Model):
    title: Text
    steps: Annotated[tuple[Step, ...], Field(strict=False, min_length=3)]


class Points(Model):
    title: Text
    points: Annotated[tuple[Step, ...], Field(strict=False, min_length=3)]


class Treatment(Model):
    id: Id
    title: Text
    helps: Text
    expect: Text
    sure: Sure
    sources: Sources


class SpineWords(Model):
    story: Text
    parts: Text
    scenes: Text
    cards: Text
    care: Text
    treatments: Text
    charts: Text
    what: Text
    notice: Text
    helps: Text
    call: Text
    leaflet: Text
    does: Text
    when: Text
    whom: Text
    expect: Text
    sure: Text
    strong: Text
    fair: Text
    weak: Text
    sources: Text
    next: Text
    back: Text
    play: Text
    step: Text
    table: Text
    doctor_word: Text
    means: Text


class Spine(Model):
    intro: Intro
    layers: Annotated[tuple[Labelled, ...], Field(strict=False)]
    views: Annotated[tuple[Labelled, ...], Field(strict=False)]
    bend: Bend
    turn: Turn
    flat: Annotated[tuple[FlatDrawing, ...], Field(strict=False, min_length=1)]
    parts: Annotated[tuple[SpinePart, ...], Field(strict=False, min_length=16)]
    scenes: Annotated[tuple[Scene, ...], Field(strict=False, min_length=5)]
    story: Annotated[tuple[StoryStep, ...], Field(strict=False)]
    cards: Annotated[tuple[Condition, ...], Field(strict=False)]
    care: Annotated[tuple[Carer, ...], Field(strict=False)]
    visit: Steps
    prepare: Points
    treatments: Annotated[tuple[Treatment, ...], Field(strict=False)]
    words: SpineWords
    sources: Annotated[tuple[Source, ...], Field(strict=False)]


# --- charts ----------------------------------------------------------------------------------------------------------


class CoursePoint(Model):
    """Mean pain of a cohort, 0-100, after so many weeks."""

    weeks: int
    acute: int
    persistent: int


class CourseChart(Model):
    title: Text
    alt: Text
    note: Text
    x: Text
    y: Text
    acute: Text
    persistent: Text
    points: Annotated[tuple[CoursePoint, ...], Field(strict=False, min_length=3)]
    sources: Sources


class AgePoint(Model):
    """Share of people without pain, in per cent, at an age in years."""

    age: int
    percent: int


class Finding(Model):
    id: Id
    label: Text
    points: Annotated[tuple[AgePoint, ...], Field(strict=False, min_length=3)]


class ScansChart(Model):
    title: Text
    alt: Text
    note: Text
    x: Text
    y: Text
    findings: Annotated[tuple[Finding, ...], Field(strict=False, min_length=1)]
    sources: Sources


class PeopleChart(Model):
    title: Text
    alt: Text
    note: Text
    with_back: Text
    with_leg: Text
    others: Text
    total: int
    back: int
    leg: int
    sources: Sources


class Charts(Model):
    course: CourseChart
    scans: ScansChart
    people: PeopleChart
    sources: Annotated[tuple[Source, ...], Field(strict=False)]


# --- leaflets --------------------------------------------------------------------------------------------------------

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
