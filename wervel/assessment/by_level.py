"""The alarm signs level by level, as somebody reads them from the top down: the rules, turned into a table. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wervel.assessment.rules import ORDER
from wervel.content.models import Flag, FollowUp, LevelId, RedFlags, Rule


@dataclass(frozen=True)
class Entry:
    """A sign under a level, for a reader whom nothing under a more urgent level fits.

    It fits with one of `with_any` too, or from the age `age_from` (years) on; with `at_least` of `with_any` it takes so
    many; with neither it fits by itself. It does not fit with one of `unless`.
    """

    flag: Flag
    with_any: tuple[Flag | FollowUp, ...] = ()
    age_from: int | None = None
    at_least: int | None = None
    unless: tuple[Flag | FollowUp, ...] = ()


def by_level(red_flags: RedFlags) -> dict[LevelId, tuple[Entry, ...]]:
    """Return the entries of each level but N, the most urgent level first.

    Reading from the top and stopping at the first level with an entry that fits gives the level of the assessment.
    What the reader has met already is left out: a condition that is a sign of this level or a higher one by itself.
    """
    found: dict[LevelId, list[Entry]] = {level: [] for level in ORDER if level != "N"}
    for flag in red_flags.flags:
        for place, rule in enumerate(flag.rules):
            if rule.level in found:
                found[rule.level] += _entry(flag, place, rule, red_flags)
    return {level: tuple(entries) for level, entries in found.items()}


def _entry(flag: Flag, place: int, rule: Rule, red_flags: RedFlags) -> Iterator[Entry]:
    # Of the rules before this one, those that are more urgent were read above; the others keep this one from holding.
    calming = [each for each in flag.rules[:place] if ORDER.index(each.level) > ORDER.index(rule.level)]
    unless = tuple(_named(name, red_flags) for each in calming if each.when for name in each.when.any)
    when = rule.when
    if when is None:
        yield Entry(flag, unless=unless)
    elif when.at_least is not None:
        yield Entry(flag, tuple(_named(name, red_flags) for name in when.of), at_least=when.at_least, unless=unless)
    else:
        named = (_named(name, red_flags) for name in when.any)
        left = tuple(each for each in named if not _met(each, rule.level))
        if left or when.age_from is not None:
            yield Entry(flag, left, age_from=when.age_from, unless=unless)


def _named(name: str, red_flags: RedFlags) -> Flag | FollowUp:
    answers: dict[str, Flag | FollowUp] = {flag.id: flag for flag in red_flags.flags}
    answers |= {follow_up.id: follow_up for flag in red_flags.flags for follow_up in flag.follow_ups}
    return answers[name]


def _met(sign: Flag | FollowUp, level: LevelId) -> bool:
    """Tell whether a sign alone gives this level or a more urgent one, whatever else was answered."""
    if isinstance(sign, FollowUp) or sign.rules[-1].when is not None:
        return False
    return all(ORDER.index(rule.level) <= ORDER.index(level) for rule in sign.rules)
