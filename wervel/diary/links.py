"""Do sleep, activity and pain go together? Only from 14 days on, always with how sure, never as a cause. Pure.

Rank correlation (Spearman) with a 95 per cent interval: Bonett DG, Wright TA. Sample size requirements for estimating
Pearson, Kendall and Spearman correlations. Psychometrika 2000;65:23-28, doi:10.1007/BF02294183. Days that follow each
other are alike, so there are fewer independent days than days: the number is lowered by the lag-1 autocorrelations
(Bayley GV, Hammersley JM. J R Stat Soc Suppl 1946;8:184-197), which widens the interval.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import atanh, sqrt, tanh
from statistics import fmean
from typing import Literal

from wervel.diary.days import Day

LEAST_PAIRS = 14
CLEAR = 0.5  # a rank correlation from here on is called clear when the interval is on one side of zero
_Z95 = 1.959964

Pair = Literal["sleep_pain", "moved_pain", "moved_sleep"]
Sure = Literal["clear", "some", "unsure"]


@dataclass(frozen=True)
class Link:
    """How two things go together: rank correlation -1..1 with its interval, days in it, and a careful word."""

    pair: Pair
    correlation: float
    low: float
    high: float
    pairs: int
    sure: Sure


#: What is compared, and how many days lie between. The night comes before the day of its entry, so sleep is compared
#: with the pain of the same day. What was done is compared with the next day: on the same day nobody can tell whether
#: the pain followed from what was done, or what was done from the pain.
_PAIRS: dict[Pair, tuple[Callable[[Day], float | None], Callable[[Day], float | None], int]] = {
    "sleep_pain": (lambda day: day.sleep, lambda day: day.pain, 0),
    "moved_pain": (lambda day: day.moved, lambda day: day.pain, 1),
    "moved_sleep": (lambda day: day.moved, lambda day: day.sleep, 1),
}


def links(days: Sequence[Day]) -> tuple[Link, ...]:
    """Return the links that can be told: those with at least 14 pairs of days and some variety on both sides."""
    return tuple(link for pair in _PAIRS if (link := _link(pair, days)))


def pairs_so_far(days: Sequence[Day]) -> int:
    """Return how many pairs of days the fullest link has, so that a person can be told how many are still needed."""
    return max((len(_values(pair, days)) for pair in _PAIRS), default=0)


def spearman(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Return the rank correlation of two series of one length; equal values share a rank; None when one is constant."""
    return _pearson(ranks(x), ranks(y))


def ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value from 1 on; equal values share the mean of their ranks."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    begin = 0
    while begin < len(order):
        end = begin
        while end + 1 < len(order) and values[order[end + 1]] == values[order[begin]]:
            end += 1
        for place in order[begin : end + 1]:
            found[place] = (begin + end) / 2 + 1
        begin = end + 1
    return found


def interval(correlation: float, independent: float) -> tuple[float, float]:
    """Return the 95 per cent interval of a rank correlation by Bonett and Wright; `independent` days, more than 3."""
    bounded = max(-0.999999, min(0.999999, correlation))
    half = _Z95 * sqrt((1 + bounded**2 / 2) / (independent - 3))
    return tanh(atanh(bounded) - half), tanh(atanh(bounded) + half)


def independent_days(dates: Sequence[date], x: Sequence[float], y: Sequence[float]) -> float:
    """Return how many independent pairs the series are worth: at least 4, at most their number."""
    number = len(dates)
    together = _lag(dates, x) * _lag(dates, y)
    return max(4.0, min(float(number), number * (1 - together) / (1 + together)))


def _link(pair: Pair, days: Sequence[Day]) -> Link | None:
    found = _values(pair, days)
    if len(found) < LEAST_PAIRS:
        return None
    dates, x, y = ([each[place] for each in found] for place in range(3))
    correlation = spearman(x, y)  # type: ignore[arg-type]
    if correlation is None:
        return None
    worth = independent_days(dates, ranks(x), ranks(y))  # type: ignore[arg-type]
    low, high = interval(correlation, worth)
    one_side = low > 0 or high < 0
    sure: Sure = "unsure" if not one_side else "clear" if abs(correlation) >= CLEAR else "some"
    return Link(pair, correlation, low, high, len(found), sure)


def _values(pair: Pair, days: Sequence[Day]) -> list[tuple[date, float, float]]:
    """Return (first day, one, the other) for each pair of days in which both were filled in."""
    one, other, later = _PAIRS[pair]
    by_date = {day.date: day for day in days}
    found = []
    for day in days:
        partner = by_date.get(day.date + timedelta(days=later))
        left, right = one(day), other(partner) if partner else None
        if left is not None and right is not None:
            found.append((day.date, left, right))
    return found


def _pearson(x: Sequence[float], y: Sequence[float]) -> float | None:
    if len(x) < 2:
        return None
    mean_x, mean_y = fmean(x), fmean(y)
    spread_x = sum((value - mean_x) ** 2 for value in x)
    spread_y = sum((value - mean_y) ** 2 for value in y)
    if not spread_x or not spread_y:
        return None
    both = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return max(-1.0, min(1.0, both / sqrt(spread_x * spread_y)))


def _lag(dates: Sequence[date], values: Sequence[float]) -> float:
    """Return how alike the values of two days in a row are (0..1); a negative likeness counts as none."""
    following = [
        (a, b) for (day, a), (next_day, b) in pairwise(zip(dates, values, strict=True)) if (next_day - day).days == 1
    ]
    if len(following) < 3:
        return 0.0
    alike = _pearson([a for a, _ in following], [b for _, b in following])
    return max(0.0, alike or 0.0)
