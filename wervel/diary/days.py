"""Entries to days, and days to weeks or months. Pure. A day without an entry is a gap, never a zero."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from statistics import fmean
from typing import Literal

from wervel.diary.entries import Entry, Kind

Step = Literal["day", "week", "month"]

#: A longer period than this, in days, is shown by weeks, then by months: a phone is 360 dots wide.
LONGEST_BY_DAY, LONGEST_BY_WEEK = 120, 800


@dataclass(frozen=True, slots=True)
class Day:
    """One day with at least one entry, or the mean of such days in a week or month that begins on `date`.

    pain, leg, sleep, tension and own (by id) are means of the scores (0..10) that were filled in. minutes: what was
    done by kind, added up for a day; for a week or month the mean of the days on which something was noted. An empty
    `minutes` says that nothing was noted, not that nothing was done. flare: marked by the person. entries: how many.
    """

    date: date
    pain: float
    entries: int = 1
    leg: float | None = None
    sleep: float | None = None
    tension: float | None = None
    own: dict[str, float] = field(default_factory=dict)
    minutes: dict[Kind, float] = field(default_factory=dict)
    flare: bool = False

    @property
    def moved(self) -> float | None:
        """Minutes of everything that was noted; None when nothing was."""
        return sum(self.minutes.values()) if self.minutes else None


def days(entries: Iterable[Entry]) -> tuple[Day, ...]:
    """Return one Day per date that has an entry, oldest first; several entries of a day are averaged."""
    ordered = sorted(entries, key=lambda entry: entry.date)
    return tuple(_day(when, list(group)) for when, group in groupby(ordered, key=lambda entry: entry.date))


def step_of(start: date, end: date) -> Step:
    """Return how a period is shown: by day, by week or by month."""
    length = (end - start).days + 1
    if length <= LONGEST_BY_DAY:
        return "day"
    return "week" if length <= LONGEST_BY_WEEK else "month"


def means(some: Sequence[Day], step: Step, first_weekday: int = 0) -> tuple[Day, ...]:
    """Return the days averaged by week or month (each day weighs the same), oldest first; by "day" as they are.

    first_weekday: 0 is Monday. Means of days that have entries: no day is filled in.
    """
    if step == "day":
        return tuple(some)
    return tuple(
        _mean(begin, list(group))
        for begin, group in groupby(some, key=lambda day: begin_of(day.date, step, first_weekday))
    )


def begin_of(when: date, step: Step, first_weekday: int = 0) -> date:
    """Return the first day of the day, week or month that `when` is in."""
    if step == "day":
        return when
    if step == "month":
        return when.replace(day=1)
    return when - timedelta(days=(when.weekday() - first_weekday) % 7)


def next_of(begin: date, step: Step) -> date:
    """Return the first day of the step after the one that begins on `begin`."""
    if step == "month":
        return (begin + timedelta(days=31)).replace(day=1)
    return begin + timedelta(days=1 if step == "day" else 7)


def with_gaps(some: Sequence[Day], step: Step) -> list[tuple[date, Day | None]]:
    """Return every step from the first Day to the last; one without entries has None, so that a line breaks there."""
    known = {day.date: day for day in some}
    found: list[tuple[date, Day | None]] = []
    when = some[0].date if some else None
    while when is not None and when <= some[-1].date:
        found.append((when, known.get(when)))
        when = next_of(when, step)
    return found


def _day(when: date, entries: list[Entry]) -> Day:
    own: dict[str, list[float]] = {}
    minutes: dict[Kind, float] = {}
    for entry in entries:
        for score in entry.own:
            own.setdefault(score.id, []).append(score.score)
        for did in entry.did:
            minutes[did.kind] = minutes.get(did.kind, 0) + did.minutes
    return Day(
        date=when,
        pain=fmean(entry.pain_back for entry in entries),
        entries=len(entries),
        leg=mean(entry.pain_leg for entry in entries),
        sleep=mean(entry.sleep for entry in entries),
        tension=mean(entry.tension for entry in entries),
        own={name: fmean(scores) for name, scores in own.items()},
        minutes=minutes,
        flare=any(entry.flare for entry in entries),
    )


def _mean(begin: date, some: list[Day]) -> Day:
    noted = [day for day in some if day.minutes]
    kinds = dict.fromkeys(kind for day in noted for kind in day.minutes)
    names = dict.fromkeys(name for day in some for name in day.own)
    return Day(
        date=begin,
        pain=fmean(day.pain for day in some),
        entries=sum(day.entries for day in some),
        leg=mean(day.leg for day in some),
        sleep=mean(day.sleep for day in some),
        tension=mean(day.tension for day in some),
        own={name: fmean(day.own[name] for day in some if name in day.own) for name in names},
        minutes={kind: fmean(day.minutes.get(kind, 0) for day in noted) for kind in kinds},
        flare=any(day.flare for day in some),
    )


def mean(values: Iterable[float | None]) -> float | None:
    """Return the mean of what was filled in, None when nothing was."""
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
