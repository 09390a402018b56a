"""The week, the streak that forgives, and the norm."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wervel.content import content
from wervel.prevention.fitting import RULES, monday
from wervel.prevention.records import Kept, Move
from wervel.prevention.week import days_by_rule, kept_up, norm_of, streak, walked, week_of, weeks_before

ITEMS = content().prevention.items
TODAY = date(2026, 11, 28)  # a Saturday


def day(back: int) -> date:
    return TODAY - timedelta(days=back)


BACK = st.frozensets(st.integers(0, 60))
TICKS = st.dictionaries(
    st.integers(0, 30).map(day), st.frozensets(st.sampled_from([item.id for item in ITEMS] + ["gone"]), max_size=7)
)


@pytest.mark.parametrize(
    ("back", "days"),
    [
        ([], 0),
        ([0], 1),
        ([1], 1),
        ([0, 1, 2], 3),
        ([0, 2, 4], 3),  # each second day: forgiven each time
        ([1, 3], 2),  # today is not over yet
        ([2], 1),  # yesterday missed, today not over
        ([3], 0),  # yesterday and the day before missed
        ([0, 3], 1),
        ([0, 1, 4, 5], 2),
    ],
)
def test_streaks(back, days):
    assert streak({day(each) for each in back}, TODAY) == days


@given(BACK)
def test_a_streak_counts_only_what_was_done(back):
    assert 0 <= streak({day(each) for each in back}, TODAY) <= len(back)


@given(BACK, st.integers(0, 60))
def test_one_day_more_never_makes_a_streak_shorter(back, more):
    days = {day(each) for each in back}
    assert streak(days | {day(more)}, TODAY) >= streak(days, TODAY)


@given(st.integers(1, 60), st.integers(1, 58))
def test_one_missed_day_costs_one_day_and_no_more(length, missed):
    days = {day(each) for each in range(length)}
    expected = length - 1 if 0 < missed < length else length
    assert streak(days - {day(missed)}, TODAY) == expected


@given(TICKS, st.frozensets(st.sampled_from(ITEMS), max_size=7), st.integers(0, 20))
def test_a_week_is_never_fuller_than_full(ticks, listed, back):
    week = week_of(ticks, listed, ITEMS, day(back))
    assert [each.rule for each in week] == list(RULES)
    assert all(0 <= each.done <= each.enough for each in week)


def test_what_was_ticked_counts_also_when_it_left_the_list():
    item = next(each for each in ITEMS if each.rule == "balance" and each.times > 1)
    week = {each.rule: each for each in week_of({TODAY: {item.id}}, [], ITEMS, TODAY)}
    assert (week["balance"].done, week["balance"].enough) == (1, 1)
    week = {each.rule: each for each in week_of({TODAY: {item.id}}, [item], ITEMS, TODAY)}
    assert (week["balance"].done, week["balance"].enough) == (1, item.times)


def test_of_an_item_no_more_counts_than_is_enough():
    item = next(each for each in ITEMS if each.times == 2)
    ticks = {monday(TODAY) + timedelta(days=each): {item.id} for each in range(5)}
    assert next(each for each in week_of(ticks, [item], ITEMS, TODAY) if each.rule == item.rule).done == 2
    assert days_by_rule(ticks, ITEMS, TODAY)[item.rule] == 5
    assert kept_up(ticks, TODAY + timedelta(weeks=1)) == {item.id}
    assert kept_up(ticks, TODAY) == frozenset()


@given(TICKS)
def test_no_tick_of_a_known_item_is_lost_in_the_history(ticks):
    known = {item.id for item in ITEMS}
    weeks = weeks_before(TODAY, 6)
    total = sum(sum(days_by_rule(ticks, ITEMS, week).values()) for week in weeks)
    assert total == sum(len(items & known) for items in ticks.values())
    assert all(week.weekday() == 0 for week in weeks)


def move(back: int, minutes: int, sort: str = "walk") -> Move:
    return Move.model_validate({"kind": "move", "date": day(back), "sort": sort, "minutes": minutes, "done": True})


def test_the_norm_counts_this_week_from_monday():
    kept = Kept(
        moves={"a": move(0, 100), "b": move(5, 50, "house"), "c": move(6, 500)},
        strength=frozenset({day(0), day(1), day(9)}),
    )
    norm = norm_of(kept, TODAY)
    assert (norm.minutes, norm.by_kind, norm.strength) == (150, {"walk": 100, "house": 50}, 2)
    assert norm.moved_enough
    assert norm.strong_enough
    less = norm_of(Kept(moves={"a": move(0, 149)}, strength=frozenset({day(0)})), TODAY)
    assert not less.moved_enough
    assert not less.strong_enough


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 90)), max_size=20))
def test_minutes_add_up(entries):
    kept = Kept(moves={str(n): move(back, minutes) for n, (back, minutes) in enumerate(entries)})
    norms = [norm_of(kept, week).minutes for week in weeks_before(TODAY, 7)]
    assert sum(norms) == sum(minutes for _, minutes in entries)


def test_weeks_walked_tell_nothing_noted_from_not_walked():
    kept = Kept(moves={"a": move(7, 20), "b": move(8, 10), "c": move(14, 30, "swim"), "d": move(0, 99)})
    assert walked(kept, day(22), TODAY) == [None, 0, 30]
    assert walked(kept, TODAY, TODAY) == []
