"""A change is real from 2 points or 30 per cent of where it began; words never depend on less."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diary import demo
from wervel.diary import load
from wervel.diary.change import first_days, judge, margin, own_change, pain_change, phases
from wervel.diary.days import Day
from wervel.diary.days import days as days_of

SCORES = st.floats(0, 10, allow_nan=False)
START = date(2026, 3, 2)  # a Monday


def some_days(*pains: float) -> list[Day]:
    return [Day(START + timedelta(days=number), pain) for number, pain in enumerate(pains)]


@pytest.mark.parametrize(
    ("began", "now", "verdict"),
    [
        (8, 6.1, "same"), (8, 6, "better"), (8, 10, "worse"), (7, 5, "better"),
        (5, 3.5, "better"), (5, 3.6, "same"), (5, 6.5, "worse"), (5, 6.4, "same"),
        (3, 2.1, "better"), (3, 2.2, "same"), (1, 0.5, "better"), (1, 1.4, "same"),
        (0, 1.9, "same"), (0, 2, "worse"), (0.9, 0, "same"), (10, 8, "better"),
    ],
)  # fmt: skip
def test_the_limits_are_those_of_the_source(began: float, now: float, verdict: str):
    assert judge(began, now, margin(began)) == verdict


def test_a_higher_score_of_an_own_activity_is_better():
    assert judge(3, 5, margin(3, by_share=False), higher_is_better=True) == "better"
    assert judge(5, 3, margin(5, by_share=False), higher_is_better=True) == "worse"
    assert judge(2, 3, margin(2, by_share=False), higher_is_better=True) == "same"


@given(SCORES, SCORES)
def test_two_points_are_always_real_and_half_a_point_never(began: float, now: float):
    verdict = judge(began, now, margin(began))
    if abs(now - began) >= 2:
        assert verdict != "same"
    if abs(now - began) < 0.499:
        assert verdict == "same"
    if verdict != "same":
        assert (verdict == "better") == (now < began)


@given(st.floats(1.7, 10), SCORES)
def test_from_two_points_of_pain_on_the_limits_are_exactly_those_of_the_source(began: float, now: float):
    change = abs(now - began)
    if abs(change - min(2, 0.3 * began)) > 1e-6:
        assert (judge(began, now, margin(began)) == "same") == (change < 2 and change < 0.3 * began)


def test_the_first_week_is_compared_with_the_latest():
    change = pain_change(some_days(6, 6, 6, 6, 6, 7, 5, 9, 9, 9, 3, 3, 3, 3, 3, 3, 3))
    assert change is not None
    assert (change.began, change.now, change.verdict, change.real) == (6, 3, "better", True)
    assert change.margin == pytest.approx(1.8)


def test_too_few_days_are_not_compared():
    assert pain_change([]) is None
    assert pain_change(some_days(5)) is None
    assert pain_change(some_days(*[5] * 9)) is None
    assert pain_change(some_days(*[5] * 10)) is not None


def test_a_day_of_the_window_is_no_first_day_when_days_between_were_not_told():
    told = demo.told(400, missed=False)
    whole, cut = (
        load(told),
        load(told | {"rows": [row for row in told["rows"] if row["id"] not in {demo.id_of(1), demo.id_of(2)}]}),
    )
    assert whole.cut
    assert first_days(whole, days_of(whole.rows)) == 7
    assert first_days(cut, days_of(cut.rows)) == 5
    short = load(demo.told(60))
    assert not short.cut
    assert first_days(short, days_of(short.rows)) == 7
    change = pain_change(days_of(cut.rows), 5)
    assert change is not None
    assert change.began == sum(demo.pain_of(number) for number in (0, 3, 4, 5, 6)) / 5


def test_days_of_the_first_week_are_never_among_the_latest():
    change = pain_change(some_days(*[8] * 7, 2, 2, 2))
    assert change is not None
    assert (change.began, change.now) == (8, 2)


def test_an_own_activity_has_first_and_latest_days_of_its_own():
    days = [Day(START + timedelta(days=n), 5, own={"o": float(2 if n < 14 else 6)} if n % 2 else {}) for n in range(28)]
    change = own_change(days, "o")
    assert change is not None
    assert (change.began, change.now, change.verdict) == (2, 6, "better")
    assert own_change(days, "unknown") is None


def test_phases_join_weeks_with_the_same_verdict():
    days = some_days(*[6] * 7, *[6] * 7, *[3] * 14, *[9] * 7)
    found = phases(days)
    assert [(phase.verdict, phase.pain) for phase in found] == [("same", 6), ("better", 3), ("worse", 9)]
    assert [phase.start for phase in found] == [START + timedelta(days=n) for n in (7, 14, 28)]
    assert phases(days[:7]) == ()
    assert phases([]) == ()


@settings(max_examples=50)
@given(st.lists(SCORES, max_size=60), st.integers(0, 6))
def test_phases_hold_the_time_after_the_first_week_and_neighbours_differ(pains: list[float], first_weekday: int):
    days = some_days(*pains)
    found = phases(days, first_weekday)
    if len(days) > 7:
        assert (found[0].start, found[-1].end) == (days[7].date, days[-1].date)
    assert all(one.verdict != two.verdict and one.end < two.start for one, two in pairwise(found))


@settings(max_examples=50)
@given(st.lists(SCORES, min_size=10, max_size=40))
def test_a_scale_turned_around_turns_the_verdict_around(scores: list[float]):
    days = some_days(*scores)
    up = own_change([Day(day.date, 0, own={"o": day.pain}) for day in days], "o")
    down = own_change([Day(day.date, 0, own={"o": 10 - day.pain}) for day in days], "o")
    assert up is not None
    assert down is not None
    if abs(abs(up.now - up.began) - 2) > 1e-6:
        assert {up.verdict, down.verdict} in ({"better", "worse"}, {"same"})
