"""Days, weeks and months: means of what was filled in, and gaps where nothing was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wervel.diary import Did, Entry, OwnScore
from wervel.diary.days import Day, begin_of, days, means, next_of, step_of, with_gaps

DATES = st.dates(date(2000, 1, 1), date(2040, 12, 31))
ENTRIES = st.lists(
    st.builds(
        Entry, id=st.just("x"), date=st.dates(date(2026, 1, 1), date(2026, 6, 1)), pain_back=st.integers(0, 10),
        sleep=st.none() | st.integers(0, 10), flare=st.booleans(),
        did=st.lists(st.builds(Did, st.sampled_from(["walk", "swim"]), st.integers(1, 300)), max_size=2).map(tuple),
        own=st.lists(st.builds(OwnScore, st.sampled_from("ab"), st.integers(0, 10)), max_size=2).map(tuple),
    ),
    max_size=12,
)  # fmt: skip


def test_entries_of_one_day_are_averaged_and_what_was_done_is_added_up():
    monday = date(2026, 3, 2)
    some = [
        Entry("a", monday, 3, sleep=6, did=(Did("walk", 20),), own=(OwnScore("o", 4),)),
        Entry("b", monday, 6, did=(Did("walk", 10), Did("swim", 30)), own=(OwnScore("o", 7),), flare=True),
        Entry("c", monday + timedelta(days=2), 1),
    ]
    first, second = days(some)
    assert (first.date, first.pain, first.sleep, first.entries, first.flare) == (monday, 4.5, 6, 2, True)
    assert (first.minutes, first.moved, first.own) == ({"walk": 30, "swim": 30}, 60, {"o": 5.5})
    assert (second.pain, second.sleep, second.moved, second.minutes) == (1, None, None, {})


def test_a_missing_day_is_a_gap():
    some = [Day(date(2026, 3, 1), 4), Day(date(2026, 3, 4), 5)]
    assert [day and day.pain for _, day in with_gaps(some, "day")] == [4, None, None, 5]
    assert with_gaps([], "day") == []


@pytest.mark.parametrize(("length", "step"), [(1, "day"), (120, "day"), (121, "week"), (800, "week"), (3650, "month")])
def test_a_long_time_is_shown_in_longer_steps(length: int, step: str):
    assert step_of(date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=length - 1)) == step


def test_a_week_begins_where_the_language_says():
    thursday = date(2026, 3, 5)
    assert begin_of(thursday, "week") == date(2026, 3, 2)
    assert begin_of(thursday, "week", 6) == date(2026, 3, 1)
    assert begin_of(thursday, "week", 5) == date(2026, 2, 28)
    assert begin_of(thursday, "month") == date(2026, 3, 1)


def test_the_mean_of_a_week_weighs_each_day_the_same():
    some = [Day(date(2026, 3, 2), 2, entries=5, minutes={"walk": 30}), Day(date(2026, 3, 4), 6)]
    (week,) = means(some, "week")
    assert (week.date, week.pain, week.entries, week.minutes) == (date(2026, 3, 2), 4, 6, {"walk": 30})


@settings(max_examples=50)
@given(ENTRIES)
def test_days_are_in_order_within_the_scale_and_lose_no_entry(entries: list[Entry]):
    found = days(entries)
    assert [day.date for day in found] == sorted({entry.date for entry in entries})
    assert sum(day.entries for day in found) == len(entries)
    assert sum(day.moved or 0 for day in found) == sum(did.minutes for entry in entries for did in entry.did)
    assert all(min(e.pain_back for e in entries) <= day.pain <= max(e.pain_back for e in entries) for day in found)


@settings(max_examples=50)
@given(ENTRIES, st.sampled_from(["day", "week", "month"]), st.integers(0, 6))
def test_steps_hold_every_day_once(entries: list[Entry], step, first_weekday: int):
    some = days(entries)
    found = means(some, step, first_weekday)
    assert sum(day.entries for day in found) == len(entries)
    line = with_gaps(found, step)
    assert [day for _, day in line if day] == list(found)
    assert all(day is None or day.date == when for when, day in line)


@given(DATES, st.sampled_from(["day", "week", "month"]), st.integers(0, 6))
def test_a_step_holds_its_day(when: date, step, first_weekday: int):
    begin = begin_of(when, step, first_weekday)
    assert begin <= when < next_of(begin, step)
    assert next_of(begin, step) == begin_of(next_of(begin, step), step, first_weekday)
