"""The engine: reads the rules of `content/red_flags.yaml`, gives each answered sign its level. It knows no medicine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wervel.assessment.answers import UNKNOWN, YES, Answers
from wervel.content.models import Flag, LevelId, RedFlags, When

#: From most to least urgent.
ORDER: tuple[LevelId, ...] = ("E0", "E1", "U", "G", "N")


class Finding(NamedTuple):
    """One sign that gives a level; `sure` is False when the person did not know."""

    flag: Flag
    level: LevelId
    sure: bool


def findings(red_flags: RedFlags, answers: Answers) -> Iterator[Finding]:
    """Yield what each sign gives, in the order of the file; a sign answered no gives nothing."""
    for flag in red_flags.flags:
        if present(flag, answers):
            yield Finding(flag, _level(flag, red_flags, answers), sure=True)
        elif answers.flag(flag.id) == UNKNOWN and flag.unknown:
            yield Finding(flag, flag.unknown, sure=False)


def present(flag: Flag, answers: Answers) -> bool:
    """Tell whether a sign holds: answered yes, or the age says so."""
    by_age = flag.age_below is not None and answers.age is not None and answers.age < flag.age_below
    return answers.flag(flag.id) == YES or by_age


def highest(levels: list[LevelId]) -> LevelId:
    """Return the most urgent of the levels; N when there are none."""
    return min(levels, key=ORDER.index, default="N")


def _level(flag: Flag, red_flags: RedFlags, answers: Answers) -> LevelId:
    for rule in flag.rules:
        if rule.when is None or _holds(rule.when, red_flags, answers):
            return rule.level
    return "N"


def _holds(when: When, red_flags: RedFlags, answers: Answers) -> bool:
    if when.at_least is not None:
        return sum(_counts(name, red_flags, answers) for name in when.of) >= when.at_least
    if when.age_from is not None and (answers.age is None or answers.age >= when.age_from):
        return True  # an unknown age is taken as old enough: the careful side
    return any(_counts(name, red_flags, answers) for name in when.any)


def _counts(name: str, red_flags: RedFlags, answers: Answers) -> bool:
    """A follow-up counts only when its sign was answered yes too."""
    parent = next((flag.id for flag in red_flags.flags if any(each.id == name for each in flag.follow_ups)), None)
    return answers.yes(name) and (parent is None or answers.yes(parent))
