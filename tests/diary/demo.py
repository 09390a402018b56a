"""A diary for tests and screenshots only. Clearly made up: its notes say so, and its numbers follow a formula."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_OID, uuid5

START = date(2026, 3, 1)


def id_of(name: object) -> str:
    """Return an id as the device makes them, the same each time."""
    return str(uuid5(NAMESPACE_OID, str(name)))


OWN = [
    {"id": id_of("shoes"), "name": "Example: tie my shoes", "direction": "higher_is_better"},
    {"id": id_of("stairs"), "name": "Example: walk up the stairs", "direction": "higher_is_better"},
    {"id": id_of("play"), "name": "Example: play on the floor with the children", "direction": "higher_is_better"},
]
FLARE = range(34, 39)  # days of the flare-up
MISSED = {5, 18, 19, 47}  # days without an entry


def pain_of(number: int) -> int:
    """Return the pain of day `number`: down from 6 to 3 in two months, with ups and downs and a flare-up."""
    wave = (0, 1, -1, 0, 1, 0, -1)[number % 7]
    flare = 4 if number in FLARE else 0
    slow = 0 if number < 60 else ((number - 60) // 20 % 9 - 4) / 3  # a long diary goes up and down
    return max(0, min(10, round(6.2 - min(number, 60) * 0.055 + slow + wave + flare)))


def row(number: int, start: date = START) -> dict[str, Any]:
    """Return the entry of day `number` as the device tells it."""
    when = start + timedelta(days=number)
    pain = pain_of(number)
    walked = 10 + number % 5 * 8 + number // 3
    did = [{"kind": "walk", "minutes": walked}]
    did += [{"kind": "exercises", "minutes": 10}] if number % 2 else []
    did += [{"kind": "cycle", "minutes": 25}] if number % 6 == 4 else []
    did += [{"kind": "house", "minutes": 30}] if number % 7 == 6 else []
    stamp = f"{when.isoformat()}T19:00:00.000Z"
    return {
        "id": id_of(number), "v": 1, "date": when.isoformat(), "time": "20:00", "zone": "Europe/Amsterdam",
        "created_at": stamp, "changed_at": stamp, "pain_back": pain,
        "pain_leg": max(0, pain - 3) if number % 3 else None,
        "zones": ["low_mid", "low_left"] + (["buttock_left", "thigh_left"] if pain > 5 else []),
        "did": [] if number in FLARE[:2] else did, "sleep": max(0, min(10, 9 - pain + number % 2)),
        "tension": min(10, pain // 2 + number % 3),
        "own": [{"id": each["id"], "score": max(0, min(10, 9 - pain + place)), "direction": "higher_is_better"}
                for place, each in enumerate(OWN)],
        "medicine": number in FLARE,
        "medicine_what": "Example: tablet as agreed with the doctor" if number in FLARE else "",
        "flare": number in FLARE,
        "note": "Example note, made up: sat long in the car, then it got worse." if number == 33 else "",
        "note_for_visit": number == 33,
    }  # fmt: skip


def told(length: int = 60, *, start: date = START, days: int = 90, missed: bool = True) -> dict[str, Any]:
    """Return what the device tells of a diary of `length` days, its window the last `days` days."""
    rows = [row(number, start) for number in range(length) if not (missed and number in MISSED)]
    end = start + timedelta(days=max(0, length - 1))
    begin = end - timedelta(days=days - 1)
    first_days = [each["date"] for each in rows][:7]
    window = {"from": begin.isoformat(), "to": end.isoformat()}
    return {
        "session": "demo", "total": len(rows), "first": rows[0]["date"] if rows else None, "window": window,
        "rows": [each for each in rows if each["date"] >= window["from"] or each["date"] in first_days], "own": OWN,
    }  # fmt: skip
