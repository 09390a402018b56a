"""Typed models of what the spine page says: parts, scenes, story, cards, care, treatments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wervel.content.models import Id, Labelled, Model, Source, Sources, Stem, Step, Sure
from wervel.content.text import Text

Layer = Literal["bones", "discs", "nerves", "muscles", "ligaments"]


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
    """One of the flat drawings of the explorer; `id` is the file's stem with underscores, `alt` what it shows."""

    id: Id
    label: Text
    alt: Text


class SpinePart(Model):
    id: Id
    layer: Layer
    name: Text
    doctor: Text
    does: Text
    sources: Sources = ()


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
