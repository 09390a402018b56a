"""What the device keeps under `prevention`: `{version, records: {id: record}}`. Read here, written by the device only.

A record is never deleted but set (`done: false`), so that a merge by id, the later `changed_at`
winning, is always right. What cannot be read is left out and counted, and stays on the device as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,63}$")]
Long = Annotated[str, StringConstraints(max_length=500)]
Kind = Literal["walk", "cycle", "swim", "sport", "exercises", "house"]
Units = Literal["metric", "imperial"]
Trait = Literal["origin", "pregnant", "muscle", "under18", "over70"]
Number = Annotated[float, Field(allow_inf_nan=False)]

#: The version of the form that `load` reads and the device writes.
VERSION = 1


class KeptError(ValueError):
    """What was kept is not of a form we know: it is set aside, never changed."""


class NewerError(KeptError):
    """A newer app wrote it: it stays untouched, and this one does not write."""


R = TypeVar("R", bound="_Record")


class _Record(BaseModel):
    """Fields that a later version adds are no error."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Tick(_Record):
    """An item of the checklist was done on a day."""

    kind: Literal["tick"]
    item: Name
    date: date
    done: bool


class Swap(_Record):
    """The person wants something else in the place of an item."""

    kind: Literal["swap"]
    item: Name
    on: bool


class Quick(_Record):
    """The answer to a quick question: a fact such as `moving:little` is name and value; None takes it back."""

    kind: Literal["quick"]
    name: Literal["moving", "sleeping", "tense"]
    value: Name | None


class Move(_Record):
    """Minutes of moderate movement on a day."""

    kind: Literal["move"]
    date: date
    sort: Kind
    minutes: Annotated[int, Field(ge=1, le=1440)]
    done: bool


class Strength(_Record):
    """Whether muscles were trained on a day."""

    kind: Literal["strength"]
    date: date
    done: bool


class Walking(_Record):
    """The start of the walking plan: the day it began, walks a week and minutes each at that time; off: no plan."""

    kind: Literal["walking"]
    since: date
    days: Annotated[int, Field(ge=0, le=7)]
    minutes: Annotated[int, Field(ge=0, le=600)]
    on: bool


class Ruled(_Record):
    """What a person set on a ruler (0-10) on a day."""

    kind: Literal["ruler"]
    ruler: Name
    date: date
    value: Annotated[int, Field(ge=0, le=10)] | None


class Body(_Record):
    """Height and weight as they were typed, so that a slip is never lost.

    metric: height in cm, weight in kg, waist in cm. imperial: height in feet with `inches`, weight in pounds, waist in
    inches.
    """

    kind: Literal["body"]
    units: Units
    height: Number | None = None
    inches: Number | None = None
    weight: Number | None = None
    waist: Number | None = None
    traits: tuple[Trait, ...] = ()


class Flare(_Record):
    """The flare-up plan: chosen signs and helps by id, and the person's own words."""

    kind: Literal["flare"]
    signs: tuple[Name, ...] = ()
    helps: tuple[Name, ...] = ()
    own_signs: Long = ""
    own_helps: Long = ""
    call: Long = ""

    @property
    def empty(self) -> bool:
        """Tell whether nothing stands in it yet."""
        return not (self.signs or self.helps or self.own_signs.strip() or self.own_helps.strip() or self.call.strip())


_ANY: TypeAdapter[Any] = TypeAdapter(
    Annotated[
        Tick | Swap | Quick | Move | Strength | Walking | Ruled | Body | Flare, Field(discriminator="kind")
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Kept:
    """All that is kept, by what it is for. `odd` counts the records that could not be read.

    ticks: items by day. moves: minutes by id. quick: value by name. rulers: value by (ruler, day).
    """

    ticks: Mapping[date, frozenset[str]] = field(default_factory=dict)
    swapped: frozenset[str] = frozenset()
    quick: Mapping[str, str] = field(default_factory=dict)
    moves: Mapping[str, Move] = field(default_factory=dict)
    strength: frozenset[date] = frozenset()
    walking: Walking | None = None
    rulers: Mapping[tuple[str, date], int] = field(default_factory=dict)
    body: Body | None = None
    flare: Flare | None = None
    odd: int = 0


def load(data: object) -> Kept:
    """Return what was kept; None is an empty start.

    Raises NewerError when a newer app wrote it, KeptError when the whole is not of a form we know.
    """
    if data is None:
        return Kept()
    records: dict[str, object] = {}
    odd = 0
    for name, record in migrated(data)["records"].items():
        try:
            records[name] = _ANY.validate_python(record)
        except ValidationError:
            odd += 1
    ticks: dict[date, set[str]] = {}
    for tick in _of(Tick, records).values():
        if tick.done:
            ticks.setdefault(tick.date, set()).add(tick.item)
    return Kept(
        ticks={day: frozenset(items) for day, items in ticks.items()},
        swapped=frozenset(each.item for each in _of(Swap, records).values() if each.on),
        quick={each.name: each.value for each in _of(Quick, records).values() if each.value is not None},
        moves={name: each for name, each in _of(Move, records).items() if each.done},
        strength=frozenset(each.date for each in _of(Strength, records).values() if each.done),
        walking=next((each for each in _of(Walking, records).values() if each.on), None),
        rulers={(each.ruler, each.date): each.value for each in _of(Ruled, records).values() if each.value is not None},
        body=next(iter(_of(Body, records).values()), None),
        flare=next(iter(_of(Flare, records).values()), None),
        odd=odd,
    )


def _of(kind: type[R], records: Mapping[str, object]) -> dict[str, R]:
    return {name: each for name, each in records.items() if isinstance(each, kind)}


def migrated(data: object) -> dict[str, Any]:
    """Return kept data in the form of this version, step by step from the version it has; `data` is not changed.

    Raises NewerError or KeptError as `load` does.
    """
    if not isinstance(data, Mapping):
        raise KeptError("not an object")
    version = data.get("version", 0)
    if isinstance(version, bool) or not isinstance(version, int) or version < 0:
        raise KeptError("no version")
    if version > VERSION:
        raise NewerError("a newer version")
    form = dict(data)
    for step in STEPS[version:]:
        form = step(form)
    if not isinstance(form.get("records"), Mapping):
        raise KeptError("no records")
    return form


def _from_0(data: Mapping[str, Any]) -> dict[str, Any]:
    """Version 0 (before the first release) was the records themselves, without a version around them."""
    if not data or not all(isinstance(each, Mapping) and "kind" in each for each in data.values()):
        raise KeptError("no records")
    return {"version": 1, "records": dict(data)}


#: Step n leads from version n to n + 1; a new version adds one at the end and raises VERSION.
STEPS: tuple[Callable[[Mapping[str, Any]], dict[str, Any]], ...] = (_from_0,)
