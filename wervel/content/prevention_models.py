"""Typed models of the library of prevention: items of the checklist, cards for work and home, balance, helplines."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from wervel.content.models import Id, LanguageCode, Model, Source, Step, Url
from wervel.content.page_models import Sure
from wervel.content.text import Text

Rule = Literal["fitness", "weight", "balance", "notice"]
#: What is known of a person: an answer of the self-assessment, of the three quick questions, or an age.
PersonFact = Annotated[
    str,
    StringConstraints(
        pattern=r"^(level|phase|limit|factor|leg|pain|flag|moving|sleeping|tense|age):[A-Za-z0-9_]+$",
    ),
]
PersonFacts = Annotated[tuple[PersonFact, ...], Field(strict=False)]
Cited = Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
Listed = Annotated[tuple[Source, ...], Field(strict=False, min_length=1)]
Steps = Annotated[tuple[Step, ...], Field(strict=False, min_length=1)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
#: A number as it is told and dialled; spaces are for reading only.
Dialled = Annotated[str, StringConstraints(pattern=r"^[0-9+][0-9 ]{1,16}[0-9]$")]

#: The answers of the three quick questions, and the age that matters for an item.
QUICK_FACTS = frozenset(
    {
        "moving:little",
        "moving:some",
        "moving:enough",
        "sleeping:badly",
        "sleeping:well",
        "tense:often",
        "tense:seldom",
        "age:over_60",
    }
)


# --- the checklist ----------------------------------------------------------------------------------------------------


class Item(Model):
    """One thing a person can do and tick. `times` is the number of days a week that are enough.

    `fits` raises its rank for a person with one of these facts (empty: it suits everybody alike); with one of `not_for`
    it is never offered.
    """

    id: Id
    rule: Rule
    what: Text
    small: Text
    why: Text
    sources: Cited
    times: Annotated[int, Field(ge=1, le=7)]
    fits: PersonFacts = ()
    not_for: PersonFacts = ()


class Prevention(Model):
    items: Annotated[tuple[Item, ...], Field(strict=False, min_length=1)]
    sources: Listed


# --- work and home ----------------------------------------------------------------------------------------------------


class LifeCard(Model):
    """A short card about a part of the day; `ask` says when to ask somebody, and whom."""

    id: Id
    title: Text
    text: Steps
    tips: Steps
    ask: Text
    sources: Cited


class LifeCards(Model):
    cards: Annotated[tuple[LifeCard, ...], Field(strict=False, min_length=1)]
    sources: Listed


# --- balance ----------------------------------------------------------------------------------------------------------


class Ruler(Model):
    """A ruler from 0 to 10. At `threshold` or beyond it (upwards when lower is better) `offer` leads to people.

    With `crisis` the words about thoughts of suicide (`People.crisis`) are shown with it too.
    """

    id: Literal["sleep", "tension", "worry", "mood"]
    title: Text
    low: Text
    high: Text
    direction: Literal["higher_is_better", "lower_is_better"]
    threshold: Annotated[int, Field(ge=0, le=10)]
    offer: Text
    helps: Cited
    crisis: bool = False


class BreathStep(Model):
    """One part of a breath; `breath` is the way the picture moves."""

    id: Id
    text: Text
    seconds: Annotated[int, Field(ge=1, le=20)]
    breath: Literal["in", "out"]


class Breathing(Model):
    """An exercise that is repeated `rounds` times; `text` is the whole of it in words."""

    title: Text
    intro: Text
    steps: Annotated[tuple[BreathStep, ...], Field(strict=False, min_length=2)]
    rounds: Annotated[int, Field(ge=1, le=60)]
    text: Text
    stop: Text
    done: Text
    sources: Cited

    @property
    def total(self) -> int:
        """The length of the whole exercise in seconds."""
        return self.rounds * sum(step.seconds for step in self.steps)


class Help(Model):
    """Something that helps, with steps to do; the one with id `breathing` is the exercise of `Breathing`."""

    id: Id
    title: Text
    text: Text
    steps: Steps
    sources: Cited


class People(Model):
    """What is said when a threshold is met: gentle, and leading to people. `{number}` is the emergency number."""

    title: Text
    text: Text
    steps: Steps
    crisis_title: Text
    crisis: Text
    crisis_number: Text


class Balance(Model):
    title: Text
    intro: Text
    no_questionnaire: Text
    rulers: Annotated[tuple[Ruler, ...], Field(strict=False, min_length=4, max_length=4)]
    helps_title: Text
    helps: Annotated[tuple[Help, ...], Field(strict=False, min_length=1)]
    breathing: Breathing
    people: People
    sources: Listed


# --- helplines --------------------------------------------------------------------------------------------------------


class Helpline(Model):
    """People who listen, in one country. `languages` are those they speak there; without hours they are not known.

    `suicide` is a line for thoughts of suicide, `listening` one for anybody who wants to talk, `both` for either.
    """

    id: Id
    name: str = Field(min_length=1)
    use: Literal["suicide", "listening", "both"]
    languages: Annotated[tuple[LanguageCode, ...], Field(strict=False, min_length=1)]
    source: Url
    checked_on: date
    sure: Sure
    number: Dialled | None = None
    url: Url | None = None
    always: bool = False
    opens: Clock | None = None
    closes: Clock | None = None

    @model_validator(mode="after")
    def _reachable(self) -> Helpline:
        if self.number is None and self.url is None:
            raise ValueError("a number or a url expected")
        if (self.opens is None) != (self.closes is None) or (self.always and self.opens):
            raise ValueError("always, or opens and closes, or neither expected")
        return self


class HelplineCountry(Model):
    """The lines of a country (ISO 3166-1 alpha-2), the first one first."""

    code: str = Field(pattern=r"^[A-Z]{2}$")
    lines: Annotated[tuple[Helpline, ...], Field(strict=False, min_length=1)]


class HelplineWords(Model):
    """Words around the lines. `{opens}` and `{closes}` are local times, `{number}` is the emergency number."""

    title: Text
    suicide: Text
    listening: Text
    both: Text
    always: Text
    daily: Text
    language: Text
    checked: Text
    verify: Text
    none: Text
    doctor: Text
    emergency: Text
    find: Text


class Helplines(Model):
    """`find` is a page outside the app that lists the lines of many countries."""

    words: HelplineWords
    find_url: Url
    find_name: str
    countries: Annotated[tuple[HelplineCountry, ...], Field(strict=False, min_length=1)]
