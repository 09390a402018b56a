"""The person of the demonstration: made up, the same each time, and nobody's. Pure.

A check and a diary of twelve weeks up to today, with ups and downs, a flare-up and days without an entry. Numbers come
from a formula and a seed; words from `content/story.yaml`, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from wervel.assessment.draft import Draft, answered, move, tick
from wervel.assessment.steps import OUTCOME, steps
from wervel.content import Content
from wervel.diary.entries import Direction
from wervel.i18n import Translator

SEED = 2026
#: Days of the diary up to today, both included.
LENGTH = 84
#: Days of the flare-up, and days without an entry, counted from the beginning.
FLARE, MISSED = range(34, 39), frozenset({5, 18, 19, 47})
_FLARE_NOTE, _LATER_NOTE = 33, 70
_BEGAN = "2026-01-01T08:00:00.000Z"
#: What the person answered: keys as in `wervel.assessment.draft`; every other sign is answered no.
ANSWERS: dict[str, bool | int] = {
    "age": 2, "R20": True, "zone_low_left": True, "zone_low_mid": True, "zone_buttock_left": True,
    "zone_thigh_left": True, "pain_now": 3, "pain_worst": 6, "duration": 4, "before": 0, "leg_pain": 1,
    "limit_sitting": True, "limit_bending": True, "limit_dressing": True, "factor_earlier": True,
    "factor_same_posture": True, "factor_bad_sleep": True,
}  # fmt: skip


@dataclass(frozen=True)
class Words:
    """What the person wrote: names of own activities, the medicine, a note before the flare-up and a later one."""

    own: tuple[str, str, str]
    medicine: str
    note: str
    later_note: str = ""


def words_of(reader: Translator, content: Content) -> Words:
    """Return the words in a reader's language."""
    says, t = content.story.demo, reader.text
    own = (t(says.own_shoes), t(says.own_stairs), t(says.own_play))
    return Words(own, t(says.medicine), t(says.note_flare), t(says.note_better))


def draft(content: Content) -> Draft:
    """Return the person's check, answered to its end."""
    found = Draft()
    for key, given in ANSWERS.items():
        found = tick(found, key, given, content)
    for step in steps(content):
        if not answered(found, step, content):
            found = tick(found, f"none_{step}", True, content)
    return move(found, OUTCOME, content)


def diary(today: date, days: int, words: Words) -> dict[str, Any]:
    """Return what a device would tell of the person's diary, its window the last `days` days: see docs/diary.md."""
    return told(LENGTH, start=today - timedelta(days=LENGTH - 1), days=days, words=words)


def told(length: int, *, start: date, days: int, words: Words, missed: bool = True) -> dict[str, Any]:
    """Return what a device tells of a diary of `length` days from `start`, its window the last `days` days."""
    rows = [row(number, start, words) for number in range(length) if not (missed and number in MISSED)]
    end = start + timedelta(days=max(0, length - 1))
    window = {"from": (end - timedelta(days=days - 1)).isoformat(), "to": end.isoformat()}
    first_days = [each["date"] for each in rows][:7]
    return {
        "session": "demo", "total": len(rows), "first": rows[0]["date"] if rows else None, "window": window,
        "rows": [each for each in rows if each["date"] >= window["from"] or each["date"] in first_days],
        "own": own(words),
    }  # fmt: skip


def own(words: Words) -> list[dict[str, str]]:
    """Return the own activities as the device keeps them."""
    direction: Direction = "higher_is_better"
    ids = ("shoes", "stairs", "play")
    return [
        {"id": id_of(name), "name": label, "direction": direction, "created_at": _BEGAN, "changed_at": _BEGAN}
        for name, label in zip(ids, words.own, strict=True)
    ]  # fmt: skip


def id_of(name: object) -> str:
    """Return an id as the device makes them, the same each time."""
    return str(uuid5(NAMESPACE_OID, str(name)))


def pain_of(number: int) -> int:
    """Return the pain of day `number`: down from 6 to 3 in two months, with ups and downs and a flare-up."""
    wave = (0, 1, -1, 0, 1, 0, -1)[number % 7]
    flare = 4 if number in FLARE else 0
    slow = 0 if number < 60 else ((number - 60) // 20 % 9 - 4) / 3  # a long diary goes up and down
    return max(0, min(10, round(6.2 - min(number, 60) * 0.055 + slow + wave + flare)))


def row(number: int, start: date, words: Words) -> dict[str, Any]:
    """Return the entry of day `number` as the device tells it."""
    chance = Random(f"{SEED} {number}")  # noqa: S311 numbers of a person who does not exist
    when, pain, flare = start + timedelta(days=number), pain_of(number), number in FLARE
    clock = f"{chance.randint(18, 21)}:{chance.randint(0, 59):02}"
    stamp = f"{when.isoformat()}T{clock}:00.000Z"
    notes = {_FLARE_NOTE: words.note, _LATER_NOTE: words.later_note}
    return {
        "id": id_of(number), "v": 1, "date": when.isoformat(), "time": clock, "zone": "Europe/Amsterdam",
        "created_at": stamp, "changed_at": stamp, "pain_back": pain,
        "pain_leg": max(0, pain - 3) if number % 3 else None,
        "zones": ["low_mid", "low_left"] + (["buttock_left", "thigh_left"] if pain > 5 else []),
        "did": [] if number in FLARE[:2] else list(_did(number, chance)),
        "sleep": max(0, min(10, 9 - pain + number % 2)), "tension": min(10, pain // 2 + number % 3),
        "own": [{"id": each["id"], "score": max(0, min(10, 9 - pain + place)), "direction": each["direction"]}
                for place, each in enumerate(own(words))],
        "medicine": flare, "medicine_what": words.medicine if flare else "", "flare": flare,
        "note": notes.get(number, ""), "note_for_visit": bool(notes.get(number)),
    }  # fmt: skip


def _did(number: int, chance: Random) -> Iterable[dict[str, Any]]:
    yield {"kind": "walk", "minutes": 10 + number % 5 * 8 + number // 3 + chance.randint(0, 4)}
    if number % 2:
        yield {"kind": "exercises", "minutes": 10}
    if number % 6 == 4:
        yield {"kind": "cycle", "minutes": 25}
    if number % 7 == 6:
        yield {"kind": "house", "minutes": 30}
