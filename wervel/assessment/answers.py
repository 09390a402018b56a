"""What a person answered: typed, checked, the same from the app's screens and from JSON."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from wervel.content import Content

YES, NO, UNKNOWN, PRIVATE = "yes", "no", "unknown", "private"

#: Years of age that a person can have; an answer outside is a mistake in typing.
AGE_RANGE = (0, 120)
#: A lifetime in weeks.
DURATION_RANGE = (0, 6240)
PAIN_RANGE = (0, 10)


class AnswerError(ValueError):
    """An answer that cannot be: `key` names it, the message says what was expected."""

    def __init__(self, key: str, expected: str) -> None:
        super().__init__(f"{key}: {expected}")
        self.key = key


@dataclass(frozen=True)
class Answers:
    """All answers of one self-assessment; what was skipped is None or empty.

    age in years (the app knows only the lowest age of a band), country as ISO 3166-1 alpha-2, duration in weeks,
    pain 0-10 (0 none, 10 the worst imaginable); flags by id (`R1`, `R6_worse`), one left out is "no".
    """

    age: int | None = None
    country: str | None = None
    flags: Mapping[str, str] = field(default_factory=dict)
    duration_weeks: float | None = None
    before: bool | None = None
    pain_now: int | None = None
    pain_worst: int | None = None
    zones: frozenset[str] = frozenset()
    leg_pain: str | None = None
    limits: frozenset[str] = frozenset()
    factors: frozenset[str] = frozenset()

    def flag(self, name: str) -> str:
        """Return the answer to a sign or follow-up; "no" when it was left out."""
        return self.flags.get(name, NO)

    def yes(self, name: str) -> bool:
        """Tell whether a sign or follow-up was answered yes."""
        return self.flag(name) == YES


def parse_answers(data: object, content: Content) -> Answers:
    """Return the answers of a JSON object.

    Raises AnswerError, which names the key, for anything unknown, of the wrong kind, or out of range.
    """
    if not isinstance(data, Mapping):
        raise AnswerError("answers", "a JSON object expected")
    questions = content.questions
    known = set(Answers.__dataclass_fields__)
    for key in data:
        if key not in known:
            raise AnswerError(str(key), "unknown key")
    return Answers(
        age=_whole(data, "age", AGE_RANGE),
        country=_country(data),
        flags=_flags(data.get("flags"), content),
        duration_weeks=_number(data, "duration_weeks", DURATION_RANGE),
        before=_boolean(data, "before"),
        pain_now=_whole(data, "pain_now", PAIN_RANGE),
        pain_worst=_whole(data, "pain_worst", PAIN_RANGE),
        zones=_subset(data, "zones", {zone.id for zone in questions.zones}),
        leg_pain=_one_of(data, "leg_pain", {option.id for option in questions.leg_pain.options}),
        limits=_subset(data, "limits", {option.id for option in questions.limits.options}),
        factors=_subset(data, "factors", {factor.id for factor in content.factors.factors}),
    )


def _flags(flags: object, content: Content) -> dict[str, str]:
    if flags is None:
        return {}
    if not isinstance(flags, Mapping):
        raise AnswerError("flags", "an object of answers expected")
    private = {flag.id for flag in content.red_flags.flags if flag.private}
    known = {flag.id for flag in content.red_flags.flags} | {
        follow_up.id for flag in content.red_flags.flags for follow_up in flag.follow_ups
    }
    for name, answer in flags.items():
        if name not in known:
            raise AnswerError(f"flags.{name}", "unknown sign")
        allowed = [YES, NO, UNKNOWN, *([PRIVATE] if name in private else [])]
        if answer not in allowed:
            raise AnswerError(f"flags.{name}", f"one of {', '.join(allowed)} expected")
    return dict(flags)


def _number(data: Mapping[str, object], key: str, limits: tuple[int, int]) -> float | None:
    value = data.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise AnswerError(key, "a number expected")
    if not limits[0] <= value <= limits[1]:  # also refuses NaN
        raise AnswerError(key, f"a number from {limits[0]} to {limits[1]} expected")
    return value


def _whole(data: Mapping[str, object], key: str, limits: tuple[int, int]) -> int | None:
    value = _number(data, key, limits)
    if value is None:
        return None
    if value != int(value):
        raise AnswerError(key, "a whole number expected")
    return int(value)


def _boolean(data: Mapping[str, object], key: str) -> bool | None:
    value = data.get(key)
    if value is not None and not isinstance(value, bool):
        raise AnswerError(key, "true or false expected")
    return value


def _country(data: Mapping[str, object]) -> str | None:
    value = data.get("country")
    if value is not None and not (isinstance(value, str) and re.fullmatch(r"[A-Z]{2}", value)):
        raise AnswerError("country", "two capital letters (ISO 3166-1) expected")
    return value


def _one_of(data: Mapping[str, object], key: str, known: Collection[str]) -> str | None:
    value = data.get(key)
    if value is not None and not (isinstance(value, str) and value in known):
        raise AnswerError(key, f"one of {', '.join(sorted(known))} expected")
    return value


def _subset(data: Mapping[str, object], key: str, known: Collection[str]) -> frozenset[str]:
    value = data.get(key)
    if value is None:
        return frozenset()
    if not isinstance(value, list | tuple):
        raise AnswerError(key, "a list expected")
    for item in value:
        if not isinstance(item, str) or item not in known:
            raise AnswerError(key, f"{item!r} is not one of {', '.join(sorted(known))}")
    return frozenset(value)
