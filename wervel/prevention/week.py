"""A week's overview, the streak, and minutes against the activity norm."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from wervel.content.prevention_models import Item, Rule
from wervel.prevention.fitting import RULES, monday
from wervel.prevention.records import Kept, Kind, Move

#: Minutes of moderate movement a week, and days a week of strength: Dutch guidelines of 2017 and WHO, for adults
#: (Weggemans and others 2018, table 4).
MODERATE_MINUTES, STRENGTH_DAYS = 150, 2
#: Missed days one after another that end a streak; a single one is forgiven.
TOO_MANY = 2


@dataclass(frozen=True)
class RuleWeek:
    """One rule in one week: days ticked, and the days that are enough, added up over its items."""

    rule: Rule
    done: int
    enough: int


def week_of(
    ticks: Mapping[date, Collection[str]], listed: Iterable[Item], library: Iterable[Item], day: date
) -> tuple[RuleWeek, ...]:
    """Return the week of `day`, rule by rule.

    Of an item no more days count than are enough for it. An item that was ticked and is no longer on the list counts
    as enough: nothing done is ever lost.
    """
    days = _days(monday(day))
    times = {item.id: item for item in library}
    ticked = {item: sum(item in ticks.get(each, ()) for each in days) for item in times}
    on_list = {item.id for item in listed}
    found = []
    for rule in RULES:
        mine = [item for item in times.values() if item.rule == rule]
        done = {item.id: min(ticked[item.id], item.times) for item in mine}
        enough = sum(item.times if item.id in on_list else done[item.id] for item in mine)
        found.append(RuleWeek(rule, sum(done.values()), enough))
    return tuple(found)


def days_by_rule(ticks: Mapping[date, Collection[str]], library: Iterable[Item], day: date) -> dict[Rule, int]:
    """Return for the week of `day` how many ticks each rule got; ticks of unknown items are left out."""
    rules = {item.id: item.rule for item in library}
    found: dict[Rule, int] = dict.fromkeys(RULES, 0)
    for each in _days(monday(day)):
        for item in ticks.get(each, ()):
            if item in rules:
                found[rules[item]] += 1
    return found


def weeks_before(day: date, count: int) -> list[date]:
    """Return the Mondays of `count` weeks, the last one that of `day`, oldest first."""
    return [monday(day) - timedelta(weeks=back) for back in range(count - 1, -1, -1)]


def streak(days: Collection[date], today: date) -> int:
    """Return for how many days something was ticked, back from `today`, as long as no two days in a row were missed.

    A single missed day is forgiven: it does not end the streak, and it does not count. Today is not missed before it
    is over.
    """
    count, missed, day = 0, 0, today
    if today not in days:
        day -= timedelta(days=1)
    while missed < TOO_MANY:
        if day in days:
            count, missed = count + 1, 0
        else:
            missed += 1
        day -= timedelta(days=1)
    return count


def kept_up(ticks: Mapping[date, Collection[str]], day: date) -> frozenset[str]:
    """Return the items ticked at least once in the week before that of `day`."""
    return frozenset(item for each in _days(monday(day) - timedelta(weeks=1)) for item in ticks.get(each, ()))


@dataclass(frozen=True)
class Norm:
    """One week against the norm: minutes of movement (by kind), and days of strength."""

    minutes: int
    by_kind: Mapping[Kind, int]
    strength: int

    @property
    def moved_enough(self) -> bool:
        """Tell whether the minutes reach the norm."""
        return self.minutes >= MODERATE_MINUTES

    @property
    def strong_enough(self) -> bool:
        """Tell whether the days of strength reach the norm."""
        return self.strength >= STRENGTH_DAYS


def norm_of(kept: Kept, day: date) -> Norm:
    """Return the week of `day` against the norm."""
    days = set(_days(monday(day)))
    by_kind: dict[Kind, int] = {}
    for move in _in(kept.moves.values(), days):
        by_kind[move.sort] = by_kind.get(move.sort, 0) + move.minutes
    return Norm(sum(by_kind.values()), by_kind, len(kept.strength & days))


def walked(kept: Kept, first: date, until: date) -> list[int | None]:
    """Return the minutes walked in each full week from that of `first` to the one before that of `until`.

    None: nothing at all was noted in that week, so nobody knows.
    """
    found: list[int | None] = []
    week = monday(first)
    while week < monday(until):
        days = set(_days(week))
        noted = list(_in(kept.moves.values(), days))
        found.append(sum(move.minutes for move in noted if move.sort == "walk") if noted else None)
        week += timedelta(weeks=1)
    return found


def _in(moves: Iterable[Move], days: Collection[date]) -> Iterable[Move]:
    return (move for move in moves if move.date in days)


def _days(first: date) -> list[date]:
    return [first + timedelta(days=each) for each in range(7)]
