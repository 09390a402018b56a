"""Counts over a period, by hand and by property."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diary.demo import FLARE, START, told
from wervel.diary import Did, Entry, load
from wervel.diary.days import Day, days
from wervel.diary.totals import (
    activity,
    by_week,
    calendar,
    flare_ups,
    medicine_days,
    medicines,
    notes_for_visit,
    zones,
)

MONDAY = date(2026, 3, 2)


def on(number: int, **more: object) -> Entry:
    return Entry(id=str(number), date=MONDAY + timedelta(days=number), pain_back=4, **more)  # type: ignore[arg-type]


def test_marked_days_close_to_each_other_are_one_flare_up():
    marked = [Day(MONDAY + timedelta(days=n), 5 + n % 3, flare=n in {0, 1, 4, 8}) for n in range(12)]
    assert [(found.start.day, found.end.day, found.length, found.most) for found in flare_ups(marked)] == [
        (2, 6, 5, 6),
        (10, 10, 1, 7),
    ]


def test_the_made_up_diary_has_one_flare_up():
    (found,) = flare_ups(days(load(told()).shown))
    assert (found.start, found.length) == (START + timedelta(days=FLARE[0]), len(FLARE))


def test_what_was_done_is_added_up_by_week():
    some = days(
        [
            on(0, did=(Did("walk", 20),)),
            on(6, did=(Did("walk", 15), Did("swim", 30))),
            on(7),
            on(9, did=(Did("house", 5),)),
        ]
    )
    assert activity(some).minutes == {"walk": 35, "swim": 30, "house": 5}
    assert (activity(some).days, activity(some).total) == (3, 70)
    assert {begin.day: week.total for begin, week in by_week(some).items()} == {2: 65, 9: 5}
    assert {begin: week.total for begin, week in by_week(some, 6).items()} == {
        date(2026, 3, 1): 20,
        date(2026, 3, 8): 50,
    }


def test_a_zone_counts_once_a_day():
    some = [on(0, zones=("a", "b")), on(0, zones=("a",)), on(1, zones=("a",))]
    assert zones(some) == {"a": 2, "b": 1}


def test_medicine_is_counted_in_days_and_told_in_own_words():
    some = [
        on(0, medicine=True, medicine_what="Tablet"),
        on(0, medicine=True, medicine_what="tablet"),
        on(1, medicine=False),
    ]
    some.append(on(2, medicine=True, medicine_what="Cream"))
    assert medicine_days(some) == 2
    assert medicines(some) == ("Cream", "Tablet")


def test_only_chosen_notes_go_along_the_latest_first():
    some = [on(0, note="a", note_for_visit=True), on(1, note="b"), on(2, note="", note_for_visit=True)]
    some.append(on(3, note="c", note_for_visit=True))
    assert [entry.note for entry in notes_for_visit(some)] == ["c", "a"]


def test_a_calendar_has_whole_weeks_up_to_the_end():
    some = [Day(MONDAY, 4)]
    (week,) = calendar(some, MONDAY + timedelta(days=3), weeks=1)
    assert [when for when, _ in week] == [MONDAY + timedelta(days=n) for n in range(7)]
    assert [day and day.pain for _, day in week] == [4, None, None, None, None, None, None]


@settings(max_examples=50)
@given(st.lists(st.booleans(), max_size=60))
def test_every_marked_day_is_in_one_flare_up(marks: list[bool]):
    some = [Day(MONDAY + timedelta(days=n), 5, flare=mark) for n, mark in enumerate(marks)]
    found = flare_ups(some)
    for day in some:
        inside = sum(flare.start <= day.date <= flare.end for flare in found)
        assert inside == 1 if day.flare else inside <= 1
    assert all((two.start - one.end).days > 3 for one, two in pairwise(found))


@settings(max_examples=50)
@given(st.lists(st.integers(0, 100), max_size=60), st.integers(0, 6))
def test_weeks_add_up_to_the_whole(minutes: list[int], first_weekday: int):
    some = [Day(MONDAY + timedelta(days=n), 5, minutes={"walk": m} if m else {}) for n, m in enumerate(minutes)]
    weeks = by_week(some, first_weekday)
    assert sum(week.total for week in weeks.values()) == activity(some).total == sum(minutes)
    assert all(begin.weekday() == first_weekday for begin in weeks)
