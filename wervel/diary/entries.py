"""What the device tells about a diary, as typed data: checked on the way in, one bad row never hides the others. Pure.

The schema stands in docs/device-data.md. The day of an entry is its `date`, the person's own day when it was made: no
time zone is ever computed with, so a journey or a change of the clock moves no entry to another day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

VERSION = 1
MOST_MINUTES = 24 * 60
LONGEST_NOTE, LONGEST_MEDICINE, LONGEST_NAME, MOST_OWN = 500, 200, 60, 3

Kind = Literal["walk", "cycle", "swim", "sport", "exercises", "house"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Direction = Literal["higher_is_better"]

_UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


class DiaryError(ValueError):
    """What was told is no diary at all."""


@dataclass(frozen=True, slots=True)
class Did:
    """Something the person did, in minutes (1..1440)."""

    kind: Kind
    minutes: int


@dataclass(frozen=True, slots=True)
class OwnScore:
    """How an own activity went: 0 cannot .. 10 as before; the direction is kept with the score."""

    id: str
    score: int
    direction: Direction = "higher_is_better"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; scores are 0..10, None is "not filled in". `time` is the local "HH:MM", `zone` an IANA name."""

    id: str
    date: date
    pain_back: int
    time: str = ""
    zone: str = ""
    created_at: str = ""
    changed_at: str = ""
    pain_leg: int | None = None
    zones: tuple[str, ...] = ()
    did: tuple[Did, ...] = ()
    sleep: int | None = None
    tension: int | None = None
    own: tuple[OwnScore, ...] = ()
    medicine: bool | None = None
    medicine_what: str = ""
    flare: bool = False
    note: str = ""
    note_for_visit: bool = False


@dataclass(frozen=True)
class Own:
    """An activity that matters to the person, in their own words."""

    id: str
    name: str
    direction: Direction = "higher_is_better"


@dataclass(frozen=True)
class Window:
    """The days that are shown, both included."""

    start: date
    end: date


@dataclass(frozen=True)
class Diary:
    """What a session knows of a diary.

    total: entries on the device, also those outside the window. first: the day of the very first entry. rows: the
    entries of the window and of the diary's first days, oldest first. set_aside: rows that could not be read.
    """

    total: int
    first: date | None
    window: Window
    rows: tuple[Entry, ...] = ()
    own: tuple[Own, ...] = ()
    set_aside: int = 0

    @property
    def cut(self) -> bool:
        """Whether the device holds entries that were not told: some between the first days and the window."""
        return self.total > len(self.rows) + self.set_aside

    @property
    def shown(self) -> tuple[Entry, ...]:
        """The entries of the window, oldest first."""
        return tuple(row for row in self.rows if self.window.start <= row.date <= self.window.end)


def load(told: object) -> Diary:
    """Return the diary that the device told; a row that does not fit is set aside and counted.

    Of two rows with one id the one that changed later counts. Raises DiaryError for what is no diary at all: no
    mapping, no list of rows, no window.
    """
    if not isinstance(told, Mapping) or not isinstance(told.get("rows"), list):
        raise DiaryError("not what the device tells about a diary")
    window = _window(told.get("window"))
    read: dict[str, Entry] = {}
    set_aside = 0
    for row in told["rows"]:
        try:
            entry = _entry(row)
        except _UNREADABLE:
            set_aside += 1
            continue
        if entry.id not in read or entry.changed_at >= read[entry.id].changed_at:
            read[entry.id] = entry
    rows = tuple(sorted(read.values(), key=lambda entry: (entry.date, entry.time, entry.created_at, entry.id)))
    total = told.get("total")
    return Diary(
        total=max(total if isinstance(total, int) else 0, len(rows)),
        first=min((*_days(told.get("first")), *(row.date for row in rows[:1])), default=None),
        window=window,
        rows=rows,
        own=_own(told.get("own")),
        set_aside=set_aside,
    )


def _entry(row: Any) -> Entry:
    if not isinstance(row, Mapping) or row["v"] != VERSION:
        raise ValueError("not an entry of this version")
    return Entry(
        id=_text(row["id"], 100, needed=True),
        date=_day(row["date"]),
        pain_back=_score(row["pain_back"]),
        time=_text(row.get("time"), 5),
        zone=_text(row.get("zone"), 60),
        created_at=_text(row.get("created_at"), 40),
        changed_at=_text(row.get("changed_at"), 40),
        pain_leg=_maybe_score(row.get("pain_leg")),
        zones=tuple(dict.fromkeys(_text(zone, 60, needed=True) for zone in _list(row.get("zones")))),
        did=tuple(_did(each) for each in _list(row.get("did"))),
        sleep=_maybe_score(row.get("sleep")),
        tension=_maybe_score(row.get("tension")),
        own=tuple(_own_score(each) for each in _list(row.get("own"))),
        medicine=None if row.get("medicine") is None else _flag(row["medicine"]),
        medicine_what=_text(row.get("medicine_what"), LONGEST_MEDICINE),
        flare=_flag(row.get("flare", False)),
        note=_text(row.get("note"), LONGEST_NOTE),
        note_for_visit=_flag(row.get("note_for_visit", False)),
    )


def _did(each: Any) -> Did:
    kind, minutes = each["kind"], each["minutes"]
    if kind not in KINDS or not _whole(minutes) or not 1 <= minutes <= MOST_MINUTES:
        raise ValueError("a known activity and 1..1440 minutes expected")
    return Did(kind, minutes)


def _own_score(each: Any) -> OwnScore:
    return OwnScore(_text(each["id"], 100, needed=True), _score(each["score"]), _direction(each))


def _own(told: object) -> tuple[Own, ...]:
    """Return the own activities that can be read, three at most."""
    found = []
    for each in told if isinstance(told, list) else []:
        try:
            name = _text(each["name"], LONGEST_NAME, needed=True)
            found.append(Own(_text(each["id"], 100, needed=True), name, _direction(each)))
        except _UNREADABLE:
            continue
    return tuple({own.id: own for own in found}.values())[:MOST_OWN]


def _direction(each: Any) -> Direction:
    if each.get("direction", "higher_is_better") != "higher_is_better":
        raise ValueError("an unknown direction")
    return "higher_is_better"


def _window(told: object) -> Window:
    try:
        start, end = _day(told["from"]), _day(told["to"])  # type: ignore[index]
    except (KeyError, TypeError, ValueError):
        raise DiaryError("no window of days") from None
    if end < start:
        raise DiaryError("a window that ends before it begins")
    return Window(start, end)


def _days(value: object) -> tuple[date, ...]:
    """Return the day in a tuple; an empty one when it is no day."""
    try:
        return (_day(value),)
    except ValueError:
        return ()


def _day(value: object) -> date:
    if not isinstance(value, str) or len(value) != len("YYYY-MM-DD") or value[7] != "-":
        raise ValueError("YYYY-MM-DD expected")
    return date.fromisoformat(value)


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise TypeError("a list expected")
    return value


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _score(value: object) -> int:
    # A number that came through JSON as 3.0 is the score 3.
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value) or not 0 <= value <= 10:
        raise ValueError("0..10 expected")
    return int(value)


def _maybe_score(value: object) -> int | None:
    return None if value is None else _score(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("yes or no expected")
    return value


def _text(value: object, longest: int, *, needed: bool = False) -> str:
    """Return a text; too long is cut, not refused: the words of a person are never a reason to hide their score."""
    if value is None and not needed:
        return ""
    if not isinstance(value, str) or (needed and not value.strip()):
        raise TypeError("a text expected")
    return value.strip()[:longest]
