"""Typed models of what the app says; an unknown key, a missing one or an empty text is an error."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from wervel.content.text import Text

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
Stem = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
Digits = Annotated[str, StringConstraints(pattern=r"^[0-9]{2,12}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3}|-[A-Z]{2})?$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
LevelId = Literal["E0", "E1", "U", "G", "N"]
Sure = Literal["strong", "fair", "weak", "unknown"]
Sources = Annotated[tuple[Id, ...], Field(strict=False)]
Part = Literal["card", "phone", "course", "advice", "factors", "net"]


class Model(BaseModel):
    """Strict and frozen: content never changes while the app runs."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


# --- red flags -------------------------------------------------------------------------------------------------------


class When(Model):
    """A condition on the answers; `any` and `age_from` together mean either of them."""

    any: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    age_from: int | None = None
    at_least: int | None = None
    of: Annotated[tuple[Id, ...], Field(strict=False)] = ()


class Rule(Model):
    level: LevelId
    when: When | None = None


class FollowUp(Model):
    id: Id
    label: Text
    card: Text | None = None
    calms: bool = False


class Flag(Model):
    """One alarm sign. `unknown` is the level of "I don't know"; None: it gives no level."""

    id: Id
    group: Id
    label: Text
    why: Text
    card: Text
    rules: Annotated[tuple[Rule, ...], Field(strict=False, min_length=1)]
    picture: Stem | None = None
    example: Text | None = None
    private: Text | None = None
    note: Text | None = None
    ask: Text | None = None
    contact: Id | None = None
    unknown: LevelId | None = None
    age_below: int | None = None
    follow_ups: Annotated[tuple[FollowUp, ...], Field(strict=False)] = ()


class Group(Model):
    id: Id
    title: Text
    intro: Text
    none: Text


class RedFlags(Model):
    groups: Annotated[tuple[Group, ...], Field(strict=False, min_length=1)]
    flags: Annotated[tuple[Flag, ...], Field(strict=False, min_length=1)]


# --- levels ----------------------------------------------------------------------------------------------------------


class Step(Model):
    id: Id
    text: Text


class Level(Model):
    id: LevelId
    tone: Literal["alarm", "soon", "calm"]
    title: Text
    action: Text
    button: Text
    dial: Literal["emergency", "urgent", "none"]
    steps: Annotated[tuple[Step, ...], Field(strict=False)]
    shows: Annotated[tuple[Part, ...], Field(strict=False)]


class Contact(Model):
    id: Id
    title: Text
    action: Text
    steps: Annotated[tuple[Step, ...], Field(strict=False)]


class Card(Model):
    title: Text
    greeting: Text
    unsure: Text
    since: Text
    legend: Text


class Phone(Model):
    title: Text
    first: Text
    plain: Text
    signs: Text
    since: Text
    extra: Text
    language: Text


class Net(Model):
    """The safety net: when to call, whatever the outcome."""

    title: Text
    intro: Text
    signs: Annotated[tuple[Id, ...], Field(strict=False)]
    emergency_intro: Text
    emergency_signs: Annotated[tuple[Id, ...], Field(strict=False)]
    later: Text
    private: Text


class Levels(Model):
    levels: Annotated[tuple[Level, ...], Field(strict=False, min_length=5, max_length=5)]
    unsure_why: Text
    none_why: Text
    contacts: Annotated[tuple[Contact, ...], Field(strict=False)]
    card: Card
    phone: Phone
    net: Net


# --- course, advice, factors -----------------------------------------------------------------------------------------


class Labelled(Model):
    id: Id
    label: Text


class Source(Model):
    id: Id
    title: str
    url: Url
    checked_on: date


class Phase(Model):
    """A time word; `until` in weeks, inclusive."""

    id: Id
    label: Text
    word: Text
    course: Text
    sources: Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
    until: int | None = None


class UnknownPhase(Model):
    label: Text
    course: Text


class Course(Model):
    phases: Annotated[tuple[Phase, ...], Field(strict=False, min_length=1)]
    unknown: UnknownPhase
    again: Text
    again_sources: Annotated[tuple[Id, ...], Field(strict=False)]
    sources: Annotated[tuple[Source, ...], Field(strict=False)]


Fact = Annotated[str, StringConstraints(pattern=r"^(level|phase|limit|factor|leg|pain|flag):[A-Za-z0-9_]+$")]


class Advice(Model):
    id: Id
    order: int
    title: Text
    text: Text
    sources: Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
    when: Annotated[tuple[Fact, ...], Field(strict=False)] = ()


class AdviceBook(Model):
    most: int
    title: Text
    more: Text
    advice: Annotated[tuple[Advice, ...], Field(strict=False, min_length=1)]
    sources: Annotated[tuple[Source, ...], Field(strict=False)]


class Factor(Model):
    id: Id
    label: Text
    told: Text
    read: Id
    leaflet: Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]


class Factors(Model):
    factors: Annotated[tuple[Factor, ...], Field(strict=False, min_length=1)]


# --- questions -------------------------------------------------------------------------------------------------------


class Option(Model):
    id: Id
    label: Text


class AgeOption(Option):
    years: int


class DurationOption(Option):
    weeks: int


class Ask(Model):
    title: Text
    help: Text


class AskAge(Ask):
    options: Annotated[tuple[AgeOption, ...], Field(strict=False, min_length=2)]


class AskWhere(Ask):
    picture: Text
    list: Text


class AskPain(Ask):
    now: Text
    worst: Text
    low: Text
    high: Text


class AskDuration(Ask):
    options: Annotated[tuple[DurationOption, ...], Field(strict=False, min_length=2)]
    before: Text
    before_options: Annotated[tuple[Option, ...], Field(strict=False, min_length=2)]


class AskOptions(Ask):
    options: Annotated[tuple[Option, ...], Field(strict=False, min_length=2)]


class Questions(Model):
    age: AskAge
    where: AskWhere
    zones: Annotated[tuple[Option, ...], Field(strict=False, min_length=2)]
    pain: AskPain
    duration: AskDuration
    leg_pain: AskOptions
    limits: AskOptions
    factors: Ask
