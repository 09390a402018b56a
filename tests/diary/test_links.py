"""Links: the correlation of the text books, an interval that widens when days are alike, nothing before 14 days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wervel.diary.days import Day
from wervel.diary.links import independent_days, interval, links, pairs_so_far, ranks, spearman

START = date(2026, 3, 1)
# The example of the authors' own package: statpsych, ci.spear (read 2026-11-27).
Y = [21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19]
X = [67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51]
NUMBERS = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=2, max_size=40)


def test_the_interval_is_that_of_the_authors():
    correlation = spearman(Y, X)
    assert correlation == pytest.approx(0.8699639, abs=1e-6)
    assert interval(correlation, len(X)) == pytest.approx((0.5840951, 0.9638297), abs=1e-6)


def test_ranks_share_ties():
    assert ranks([10, 20, 20, 5]) == [2, 3.5, 3.5, 1]


def test_by_hand():
    assert spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]) == pytest.approx(0.8207826816681233)
    assert spearman([1, 2, 3], [3, 2, 1]) == -1
    assert spearman([1, 2, 3], [4, 4, 4]) is None


@given(NUMBERS)
def test_a_correlation_keeps_its_bounds_and_its_sign(both: list[tuple[int, int]]):
    x, y = [a for a, _ in both], [b for _, b in both]
    found = spearman(x, y)
    if found is None:
        assert len(set(x)) == 1 or len(set(y)) == 1
        return
    assert -1 <= found <= 1
    assert spearman(y, x) == pytest.approx(found)
    assert spearman([-a for a in x], y) == pytest.approx(-found)
    low, high = interval(found, max(4, len(x)))
    assert low <= found <= high or abs(found) == 1


def night_and_day(length: int) -> list[Day]:
    """A diary in which a good night goes with less pain, without any other pattern."""
    sleeps = [(7 * number * number + 3 * number) % 11 for number in range(length)]
    return [Day(START + timedelta(days=n), 10 - sleep, sleep=sleep) for n, sleep in enumerate(sleeps)]


def test_nothing_is_told_before_14_days():
    assert links(night_and_day(13)) == ()
    assert pairs_so_far(night_and_day(13)) == 13
    (link,) = links(night_and_day(14))
    assert (link.pair, link.pairs, link.correlation, link.sure) == ("sleep_pain", 14, -1, "clear")
    assert links([]) == ()


def test_what_was_done_is_compared_with_the_next_day():
    minutes = [30.0 if (number * number) % 5 in {0, 1} else 5.0 for number in range(30)]
    pains = [5.0] + [2.0 if each > 10 else 6.0 for each in minutes[:-1]]
    days = [
        Day(START + timedelta(days=n), pain, minutes={"walk": moved})
        for n, (pain, moved) in enumerate(zip(pains, minutes, strict=True))
    ]
    (link,) = links(days)
    assert (link.pair, link.correlation, link.pairs) == ("moved_pain", pytest.approx(-1), 29)
    without_every_other_day = days[::2]
    assert links(without_every_other_day) == ()


def test_a_day_without_what_was_done_is_no_zero():
    days = [Day(START + timedelta(days=n), n % 5, minutes={"walk": 20.0 + n % 3} if n % 2 else {}) for n in range(40)]
    assert {link.pairs for link in links(days)} == {19}  # twenty such days, the last of them without a next one


def test_a_thing_that_does_not_vary_is_not_told():
    assert links([Day(START + timedelta(days=n), 5, sleep=n % 7) for n in range(30)]) == ()


def test_days_that_are_alike_widen_the_interval():
    slow = [Day(START + timedelta(days=n), n // 6, sleep=10 - n // 6) for n in range(40)]
    quick = night_and_day(40)
    (one,), (other,) = links(slow), links(quick)
    assert one.correlation == other.correlation == pytest.approx(-1)
    assert one.high - one.low > other.high - other.low


@given(NUMBERS)
def test_there_are_never_more_independent_days_than_days(both: list[tuple[int, int]]):
    dates = [START + timedelta(days=n) for n in range(len(both))]
    worth = independent_days(dates, [a for a, _ in both], [b for _, b in both])
    assert 4 <= worth <= max(4, len(both))


@given(st.lists(st.tuples(st.integers(0, 10), st.none() | st.integers(0, 10)), max_size=40))
def test_a_link_is_sure_only_when_its_interval_leaves_out_zero(scores: list[tuple[int, int | None]]):
    days = [Day(START + timedelta(days=n), pain, sleep=sleep) for n, (pain, sleep) in enumerate(scores)]
    assert all(one.date < two.date for one, two in pairwise(days))
    for link in links(days):
        assert link.pairs >= 14
        assert (link.sure == "unsure") == (link.low <= 0 <= link.high)
        assert link.sure != "clear" or abs(link.correlation) >= 0.5
