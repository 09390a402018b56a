"""What is a real change, and what is within normal ups and downs. Pure.

Source of the limits: Ostelo RWJG, Deyo RA, Stratford P, et al. Interpreting change scores for pain and functional
status in low back pain. Spine 2008;33:90-94, doi:10.1097/BRS.0b013e31815e3a10 (read 2026-11-27): on a scale of 0 to 10
a change of 2 points, or of 30 per cent of where it began, matters to a person with low back pain. It was found for
getting better; we use the same limits for getting worse, as the calmer reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wervel.diary.days import Day, begin_of, mean
from wervel.diary.entries import Diary

Verdict = Literal["better", "worse", "same"]

POINTS = 2.0
SHARE = 0.3
#: Where it began below 1 of 10 a share says nothing (30 per cent of almost nothing): only 2 points count. Half a point
#: is the least that a mean of whole numbers can tell. Both are decisions of ours, in favour of calm.
LEAST_BEGAN, LEAST = 1.0, 0.5

#: The first and the latest days that are compared are seven days with entries each; fewer than three tell too little.
WEEK, LEAST_DAYS = 7, 3

_ROUNDING = 1e-9


@dataclass(frozen=True)
class Change:
    """Means (0..10) of the first and the latest days. margin: a smaller change is within normal ups and downs."""

    began: float
    now: float
    margin: float
    verdict: Verdict

    @property
    def real(self) -> bool:
        """Whether it is more than normal ups and downs."""
        return self.verdict != "same"


@dataclass(frozen=True)
class Phase:
    """Weeks in a row in which the pain was better, worse or the same as at the beginning; both days included."""

    start: date
    end: date
    verdict: Verdict
    pain: float


def margin(began: float, *, by_share: bool = True) -> float:
    """Return how far a mean of 0..10 may move from where it began within normal ups and downs, in points.

    A change of 2 points or of 30 per cent of where it began is real (see the sources above). by_share: False for own
    activities, where a low start is the common one and a share of it would call almost everything real.
    """
    if not by_share or began < LEAST_BEGAN:
        return POINTS
    return min(POINTS, max(LEAST, SHARE * began))


def judge(began: float, now: float, limit: float, *, higher_is_better: bool = False) -> Verdict:
    """Tell whether a change of at least `limit` points is for the better or the worse."""
    difference = now - began if higher_is_better else began - now
    if abs(difference) < limit - _ROUNDING:
        return "same"
    return "better" if difference > 0 else "worse"


def first_days(diary: Diary, days: Sequence[Day]) -> int:
    """Return how many of a diary's days are its beginning: seven, or as many as are known of it.

    When entries between the beginning and the window were not told, a day of the window is none of the first days.
    """
    told = sum(day.date < diary.window.start for day in days) if diary.cut else len(days)
    return min(WEEK, told)


def pain_change(days: Sequence[Day], first: int = WEEK) -> Change | None:
    """Compare the pain of the latest seven days with that of the first ones; None while there is too little of either.

    days: those with an entry, oldest first. first: how many of them are the beginning, "the first week".
    """
    return _change([day.pain for day in days[:first]], [day.pain for day in days[first:][-WEEK:]])


def own_change(days: Sequence[Day], name: str) -> Change | None:
    """Compare an own activity (by id; higher is better) in the same way: its own first and latest days."""
    scored = [day.own[name] for day in days if name in day.own]
    return _change(scored[:WEEK], scored[WEEK:][-WEEK:], by_share=False, higher_is_better=True)


def phases(days: Sequence[Day], first_weekday: int = 0, first: int = WEEK) -> tuple[Phase, ...]:
    """Return the time after the first week in phases: weeks with the same verdict about the mean pain, joined.

    A week without an entry belongs to no phase and ends none by itself. first_weekday: 0 is Monday. first: as above.
    """
    began = mean(day.pain for day in days[:first])
    if began is None or first < LEAST_DAYS:
        return ()
    weeks: dict[date, list[Day]] = {}
    for day in days[first:]:
        weeks.setdefault(begin_of(day.date, "week", first_weekday), []).append(day)
    found: list[list[Day]] = []
    verdicts: list[Verdict] = []
    for week in weeks.values():
        verdict = judge(began, sum(day.pain for day in week) / len(week), margin(began))
        if verdicts and verdicts[-1] == verdict:
            found[-1] += week
        else:
            found.append(list(week))
            verdicts.append(verdict)
    return tuple(
        Phase(some[0].date, some[-1].date, verdict, sum(day.pain for day in some) / len(some))
        for some, verdict in zip(found, verdicts, strict=True)
    )


def names_of(days: Sequence[Day], told: Mapping[str, str]) -> dict[str, str]:
    """Return the own activities that have a score in these days: name by id, in the order in which they were told."""
    scored = {name for day in days for name in day.own}
    return {name: label for name, label in told.items() if name in scored}


def _change(
    first: Sequence[float], last: Sequence[float], *, by_share: bool = True, higher_is_better: bool = False
) -> Change | None:
    if len(first) < LEAST_DAYS or len(last) < LEAST_DAYS:
        return None
    began, now = sum(first) / len(first), sum(last) / len(last)
    limit = margin(began, by_share=by_share)
    return Change(began, now, limit, judge(began, now, limit, higher_is_better=higher_is_better))
