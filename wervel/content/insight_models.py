"""Typed models of what a diary tells: words first, charts, links, the page for a visit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wervel.content.models import Id, Model, Source
from wervel.content.text import Text


class WindowWords(Model):
    """The periods to choose from."""

    label: Text
    days90: Text
    year: Text
    all: Text


class SectionWords(Model):
    label: Text
    pain: Text
    moving: Text
    calendar: Text
    where: Text
    own: Text
    links: Text


class FirstWords(Model):
    """What is said before any picture, and how it is measured."""

    title: Text
    empty: Text
    begun: Text
    nothing: Text
    better: Text
    same: Text
    worse: Text
    settles: Text
    set_aside: Text
    how_title: Text
    how: Text
    band: Text
    source: Text


class Tip(Model):
    id: Id
    text: Text


class WorseWords(Model):
    """What helps when there is more pain for a while."""

    title: Text
    text: Text
    tips: Annotated[tuple[Tip, ...], Field(strict=False, min_length=1)]
    new: Text
    check: Text


class PhaseWords(Model):
    title: Text
    better: Text
    same: Text
    worse: Text


class FlareWords(Model):
    title: Text
    one: Text
    day: Text


class PainChart(Model):
    title: Text
    note: Text
    note_week: Text
    note_month: Text
    alt: Text
    alt_change: Text
    back: Text
    leg: Text
    flare: Text
    band: Text
    date: Text


class MovingChart(Model):
    title: Text
    note: Text
    alt: Text
    minutes: Text
    pain: Text
    none: Text
    totals: Text
    weeks: Text
    week: Text


class CalendarChart(Model):
    title: Text
    note: Text
    alt: Text
    week: Text


class WhereChart(Model):
    title: Text
    note: Text
    alt: Text
    none: Text
    days: Text
    place: Text


class OwnChart(Model):
    title: Text
    note: Text
    alt: Text
    none: Text
    better: Text
    same: Text
    worse: Text
    so_far: Text


class PairWords(Model):
    """A link: up is "more of one, more of the other"."""

    id: Id
    title: Text
    up: Text
    down: Text
    none: Text


class LinkWords(Model):
    title: Text
    lead: Text
    not_yet: Text
    cause: Text
    next_day: Text
    pairs: Annotated[tuple[PairWords, ...], Field(strict=False, min_length=3, max_length=3)]
    more_pain: Text
    sure: Text
    clear: Text
    some: Text
    unsure: Text
    numbers: Text
    pair: Text
    correlation: Text
    between: Text
    days: Text


class VisitWords(Model):
    """The page for a visit, and the choices around it."""

    title: Text
    lead: Text
    empty: Text
    show: Text
    language: Text
    print: Text
    preview: Text
    sheet: Text
    period: Text
    pain: Text
    own: Text
    did: Text
    flares: Text
    medicine: Text
    notes: Text
    questions: Text
    questions_label: Text
    questions_hint: Text
    not_kept: Text
    pain_change: Text
    pain_mean: Text
    better: Text
    same: Text
    worse: Text
    band: Text
    own_scale: Text
    own_change: Text
    did_days: Text
    flare_none: Text
    medicine_days: Text
    medicine_none: Text
    notes_none: Text
    more: Text
    frame: Text


class Insight(Model):
    window: WindowWords
    sections: SectionWords
    first: FirstWords
    worse: WorseWords
    phases: PhaseWords
    flares: FlareWords
    pain: PainChart
    moving: MovingChart
    calendar: CalendarChart
    where: WhereChart
    own: OwnChart
    links: LinkWords
    minutes: Text
    visit: VisitWords
    sources: Annotated[tuple[Source, ...], Field(strict=False, min_length=1)]
