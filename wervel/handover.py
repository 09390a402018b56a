"""A self-assessment as a short code for the fragment of an address: from a shared tablet to an own phone. Pure.

A code is one character for its version, then base64url of a checksum (24 bits of CRC-32) and of one large number: the
answers as digits, each with as many values as its question has (mixed radix). A version's table of names never
changes; new content ids need a new table, and the old ones stay, so that a code from an older version still opens.
"""

from __future__ import annotations

import base64
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from wervel.assessment import assess
from wervel.assessment.answers import NO, PRIVATE, UNKNOWN, YES, Answers
from wervel.assessment.draft import VERSION as DRAFT_VERSION
from wervel.assessment.draft import Draft, DraftError, load
from wervel.assessment.rules import ORDER
from wervel.assessment.steps import START, steps
from wervel.content import Content
from wervel.content.models import LevelId

#: The longest address that a QR code of ours holds, in characters, all of it counted.
LIMIT = 300
#: What stands before the code in the fragment; `static/handover.js` looks for it.
MARK = "take="

#: What is left out first when an address would get too long. Signs, age and what decides the level never are.
LEAST_FIRST = ("factors", "limits", "zones", "before", "pain_worst", "pain_now", "leg_pain", "duration_weeks")

_VERSIONS = "0123456789abcdefghijklmnopqrstuvwxyz"
_ANSWERS = (None, NO, YES, UNKNOWN, PRIVATE)
_AGES = 122  # not told, and 0 to 120
_PAINS = 11
_FLOAT = 2**64
_CHECK = 3  # bytes

Digit = tuple[int, int]  # value and radix
Pop = Callable[[int], int]
Why = Literal["damaged", "newer", "no_room"]


class HandoverError(ValueError):
    """A code that cannot be read or made; `why` is "damaged", "newer" (of a later version) or "no_room"."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Table:
    """The names of one version, in the order of their digits. Never change one that was released."""

    signs: tuple[str, ...]
    groups: tuple[str, ...]
    steps: tuple[str, ...]
    zones: tuple[str, ...]
    limits: tuple[str, ...]
    factors: tuple[str, ...]
    leg_pain: tuple[str, ...]
    weeks: tuple[float, ...]


TABLES = {
    1: Table(
        signs=(
            *("R8", "R7", "R7_faint", "R7_aneurysm", "R9", "R9_legs", "R1", "R2", "R3", "R4", "R5"),
            *("R6", "R6_worse", "R23", "R11", "R11_confused", "R12", "R13", "R13_same", "R14", "R15"),
            *("R16", "R10", "R10_bones", "R10_prednisone", "R10_shorter", "R18", "R18_fever", "R19"),
            *("R19_alarm", "R20", "R21", "R22", "R17", "R17_before35", "R17_night", "R17_buttock"),
            *("R17_movement", "R17_nsaid", "R17_family", "R17_joints", "R17_tendon", "R17_skin"),
        ),
        groups=("now", "pelvis", "legs", "ill", "pattern", "you", "long"),
        steps=(
            *("start", "now", "pelvis", "legs", "ill", "pattern", "you", "long"),
            *("where", "pain", "duration", "leg_pain", "limits", "factors", "outcome"),
        ),
        zones=(
            *("shoulder_blades", "mid_back", "low_left", "low_mid", "low_right", "buttock_left", "buttock_right"),
            *("thigh_left", "thigh_right", "calf_left", "calf_right", "foot_left", "foot_right"),
        ),
        limits=(
            *("sitting", "standing_up", "standing", "walking", "bending", "lifting", "sleeping", "dressing", "working"),
        ),
        factors=(
            *("earlier", "little_movement", "same_posture", "heavy_work", "work_pressure", "weight", "low_mood"),
            *("fear_moving", "bad_sleep", "other_illness", "pregnancy", "feet"),
        ),
        leg_pain=("none", "thigh", "below_knee"),
        weeks=(0, 1, 3, 7, 13, 52),
    ),
}  # fmt: skip
NEWEST = max(TABLES)


@dataclass(frozen=True)
class Taken:
    """What a code holds: the draft, and the level that was told where the code was made."""

    draft: Draft
    level: LevelId


def link(draft: Draft, content: Content, *, origin: str, lang: str) -> str:
    """Return the address that opens this draft on another device, at most LIMIT characters.

    origin: the app's public address without a slash at its end; lang: a code of the registry. The country is not in
    it: it belongs to the place, not to the answers. Raises HandoverError("no_room") for an origin that is too long.
    """
    start = f"{origin}/assessment?lang={lang}#{MARK}"
    return start + pack(draft, content, room=LIMIT - len(start))


def pack(draft: Draft, content: Content, *, room: int = LIMIT) -> str:
    """Return the code of a draft, at most `room` characters; LEAST_FIRST says what goes when that is not enough."""
    level = assess(draft.answers, content).level
    for count in range(len(LEAST_FIRST) + 1):
        code = _encode(_without(draft, LEAST_FIRST[:count]), level)
        if len(code) <= room:
            return code
    raise HandoverError("no_room")


def unpack(code: str, content: Content) -> Taken:
    """Return what a code holds; raises HandoverError ("damaged" or "newer").

    A name that the content no longer has is left out, except a sign that was answered: its outcome would be another.
    """
    if not re.fullmatch(r"[0-9a-z][A-Za-z0-9_-]{6,400}", code):
        raise HandoverError("damaged")
    version = _VERSIONS.index(code[0])
    if version not in TABLES:
        raise HandoverError("newer" if version > NEWEST else "damaged")
    try:
        raw = base64.urlsafe_b64decode(code[1:] + "=" * (-len(code[1:]) % 4))
    except ValueError:
        raise HandoverError("damaged") from None
    if raw[:_CHECK] != _checksum(version, raw[_CHECK:]):
        raise HandoverError("damaged")
    data, level = _decode(int.from_bytes(raw[_CHECK:]), TABLES[version])
    try:
        return Taken(load(_known(data, content), content), level)
    except DraftError:
        raise HandoverError("damaged") from None


def _without(draft: Draft, names: tuple[str, ...]) -> Draft:
    nothing = Answers()
    return replace(draft, answers=replace(draft.answers, **{name: getattr(nothing, name) for name in names}))


def _checksum(version: int, body: bytes) -> bytes:
    return (zlib.crc32(bytes([version]) + body) & 0xFFFFFF).to_bytes(_CHECK)


def _encode(draft: Draft, level: LevelId) -> str:
    number = 0
    for digit, radix in reversed(list(_digits(draft, level, TABLES[NEWEST]))):
        number = number * radix + digit
    body = number.to_bytes((number.bit_length() + 7) // 8)
    text = base64.urlsafe_b64encode(_checksum(NEWEST, body) + body).decode().rstrip("=")
    return _VERSIONS[NEWEST] + text


# --- the digits of a draft: written and read in the same order -------------------------------------------------------


def _digits(draft: Draft, level: LevelId, table: Table) -> Iterator[Digit]:
    answers = draft.answers
    yield ORDER.index(level), len(ORDER)
    for name in table.signs:
        yield _ANSWERS.index(answers.flags.get(name)), len(_ANSWERS)
    yield from _members(draft.none, table.groups)
    yield from _members(draft.unsure, table.groups)
    yield (0 if answers.age is None else answers.age + 1), _AGES
    yield table.steps.index(draft.step), len(table.steps)
    yield table.steps.index(draft.furthest), len(table.steps)
    yield (0 if draft.alarm_shown is None else ORDER.index(draft.alarm_shown) + 1), len(ORDER) + 1
    yield from _weeks(answers.duration_weeks, table.weeks)
    yield (0 if answers.leg_pain is None else table.leg_pain.index(answers.leg_pain) + 1), len(table.leg_pain) + 1
    for pain in (answers.pain_now, answers.pain_worst):
        yield (0 if pain is None else pain + 1), _PAINS + 1
    yield (0 if answers.before is None else int(answers.before) + 1), 3
    for given, names in (
        (answers.zones, table.zones), (answers.limits, table.limits), (answers.factors, table.factors)
    ):  # fmt: skip
        yield int(bool(given)), 2
        if given:
            yield from _members(given, names)


def _decode(number: int, table: Table) -> tuple[dict[str, Any], LevelId]:
    def pop(radix: int) -> int:
        nonlocal number
        number, digit = divmod(number, radix)
        return digit

    level = ORDER[pop(len(ORDER))]
    flags = {name: _ANSWERS[pop(len(_ANSWERS))] for name in table.signs}
    none, unsure = _named(pop, table.groups), _named(pop, table.groups)
    age = pop(_AGES)
    step, furthest = table.steps[pop(len(table.steps))], table.steps[pop(len(table.steps))]
    shown = pop(len(ORDER) + 1)
    answers: dict[str, Any] = {
        "flags": {name: answer for name, answer in flags.items() if answer is not None},
        "age": age - 1 if age else None,
        "duration_weeks": _read_weeks(pop, table.weeks),
        "leg_pain": (None, *table.leg_pain)[pop(len(table.leg_pain) + 1)],
    }
    for name in ("pain_now", "pain_worst"):
        pain = pop(_PAINS + 1)
        answers[name] = pain - 1 if pain else None
    answers["before"] = (None, False, True)[pop(3)]
    for name in ("zones", "limits", "factors"):
        answers[name] = _named(pop, getattr(table, name)) if pop(2) else []
    if number:
        raise HandoverError("damaged")
    return {
        "version": DRAFT_VERSION,
        "step": step,
        "furthest": furthest,
        "none": none,
        "unsure": unsure,
        "alarm_shown": ORDER[shown - 1] if shown else None,
        "answers": answers,
    }, level


def _members(given: frozenset[str], names: tuple[str, ...]) -> Iterator[Digit]:
    for name in names:
        yield int(name in given), 2


def _named(pop: Pop, names: tuple[str, ...]) -> list[str]:
    return [name for name in names if pop(2)]


def _weeks(weeks: float | None, known: tuple[float, ...]) -> Iterator[Digit]:
    """Nothing, one of the bands of the app, or any other number as a float."""
    radix = len(known) + 2
    if weeks is None:
        yield 0, radix
    elif weeks in known:
        yield known.index(weeks) + 1, radix
    else:
        yield radix - 1, radix
        yield int.from_bytes(struct.pack(">d", weeks)), _FLOAT


def _read_weeks(pop: Pop, known: tuple[float, ...]) -> float | None:
    place = pop(len(known) + 2)
    if place <= len(known):
        return known[place - 1] if place else None
    return cast(float, struct.unpack(">d", pop(_FLOAT).to_bytes(8))[0])


def _known(data: dict[str, Any], content: Content) -> dict[str, Any]:
    """Return a draft of another version without what this content has no name for; its signs stay as they are."""
    order, questions = steps(content), content.questions
    groups = {group.id for group in content.red_flags.groups}
    answers = dict(data["answers"])
    for name, options in (
        ("zones", questions.zones), ("limits", questions.limits.options), ("factors", content.factors.factors)
    ):  # fmt: skip
        answers[name] = [each for each in answers[name] if each in {option.id for option in options}]
    if answers["leg_pain"] not in {option.id for option in questions.leg_pain.options}:
        answers["leg_pain"] = None
    return {
        **data,
        "answers": answers,
        "none": [each for each in data["none"] if each in groups],
        "unsure": [each for each in data["unsure"] if each in groups],
        "step": data["step"] if data["step"] in order else START,
        "furthest": data["furthest"] if data["furthest"] in order else START,
    }
