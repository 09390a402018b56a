"""Flare-ups, what was done, where it hurt, what was noted: counts over a period. Pure. Nothing counts days in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wervel.diary.days import Day, begin_of
from wervel.diary.entries import KINDS, Entry, Kind

#: Two marked days with at most this many days between them are one flare-up.
LONGEST_PAUSE = 2


@dataclass(frozen=True)
class FlareUp:
    """Days that the person marked as a flare-up, close to each other; both days included. most: highest mean pain."""

    start: date
    end: date
    most: float

    @property
    def length(self) -> int:
        """Days from its first to its last marked day."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True)
class Activity:
    """What was done in a period by kind, in minutes; days on which something was noted."""

    minutes: dict[Kind, int]
    days: int

    @property
    def total(self) -> int:
        """All minutes."""
        return sum(self.minutes.values())


def flare_ups(days: Sequence[Day]) -> tuple[FlareUp, ...]:
    """Return the flare-ups, oldest first.

    A flare-up is what the person calls one: it is a worsening that lasts hours to weeks and is hard to bear (Costa N,
    Ferreira ML, Setchell J, et al. J Pain 2019;20:1267-1275, doi:10.1016/j.jpain.2019.03.009), which no score can tell.
    """
    marked = [day for day in days if day.flare]
    groups: list[list[Day]] = []
    for day in marked:
        if groups and (day.date - groups[-1][-1].date).days <= LONGEST_PAUSE + 1:
            groups[-1].append(day)
        else:
            groups.append([day])
    return tuple(FlareUp(some[0].date, some[-1].date, max(day.pain for day in some)) for some in groups)


def activity(days: Iterable[Day]) -> Activity:
    """Return what was done in all, kinds in their fixed order, only those that were noted."""
    noted = [day for day in days if day.minutes]
    sums = {kind: round(sum(day.minutes.get(kind, 0) for day in noted)) for kind in KINDS}
    return Activity({kind: minutes for kind, minutes in sums.items() if minutes}, len(noted))


def by_week(days: Sequence[Day], first_weekday: int = 0) -> dict[date, Activity]:
    """Return what was done in each week that has an entry, by the first day of the week (0 is Monday)."""
    weeks: dict[date, list[Day]] = {}
    for day in days:
        weeks.setdefault(begin_of(day.date, "week", first_weekday), []).append(day)
    return {begin: activity(some) for begin, some in weeks.items()}


def zones(entries: Iterable[Entry]) -> dict[str, int]:
    """Return on how many days each body zone was marked, most first; a zone marked twice on a day counts once."""
    marked = {(entry.date, zone) for entry in entries for zone in entry.zones}
    counts = Counter(zone for _, zone in marked)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def medicine_days(entries: Iterable[Entry]) -> int:
    """Return on how many days the person took a medicine for the back."""
    return len({entry.date for entry in entries if entry.medicine})


def medicines(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return what was taken in the person's own words, the latest first, each once."""
    told = [entry.medicine_what for entry in entries if entry.medicine and entry.medicine_what]
    return tuple({what.casefold(): what for what in reversed(told)}.values())


def notes_for_visit(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries whose note the person chose to take along, the latest first."""
    return tuple(reversed([entry for entry in entries if entry.note and entry.note_for_visit]))


def calendar(days: Sequence[Day], end: date, weeks: int, first_weekday: int = 0) -> list[list[tuple[date, Day | None]]]:
    """Return the `weeks` weeks up to the one of `end`, oldest first, each of seven dates with its Day or None."""
    known = {day.date: day for day in days}
    last = begin_of(end, "week", first_weekday)
    begins = [last - timedelta(weeks=back) for back in reversed(range(weeks))]
    return [
        [(begin + timedelta(days=place), known.get(begin + timedelta(days=place))) for place in range(7)]
        for begin in begins
    ]
