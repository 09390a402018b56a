"""The walking plan: small steps, never beyond the aim, patient after a bad week, in time when all goes well."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wervel.prevention.walking import AIM, BAD, GOOD, STEP, WALKS, WEEKS, after, first_week, plan

STARTS = st.integers(0, 3000)
DONE = st.lists(st.none() | st.integers(0, 400), max_size=60)


@given(STARTS, DONE)
def test_a_plan_never_jumps_and_never_passes_the_aim(now, done):
    minutes = plan(now, done).minutes
    assert all(abs(later - earlier) <= STEP for earlier, later in pairwise(minutes))
    assert all(0 < each <= AIM for each in minutes)
    assert all(each % WALKS == 0 for each in minutes), "five walks of whole minutes"


@given(STARTS, DONE, st.integers(0, 400))
def test_a_bad_week_is_never_followed_by_more(now, done, last):
    before = plan(now, done)
    least = first_week(now)
    following = plan(now, [*done, last]).now
    if last < BAD * before.now:
        assert following == max(least, before.now - STEP) <= before.now
    elif last < GOOD * before.now:
        assert following == before.now
    else:
        assert following == min(AIM, before.now + STEP) >= before.now


@given(STARTS, DONE)
def test_a_week_of_which_nobody_knows_changes_nothing(now, done):
    assert plan(now, [*done, None]).now == plan(now, done).now


@given(STARTS)
def test_when_all_weeks_are_good_the_aim_is_reached_in_time_from_any_start(now):
    found = plan(now, [])
    assert len(found.minutes) == WEEKS
    assert found.minutes[-1] == AIM
    assert found.reached < WEEKS
    walked = list(found.minutes[:-1])
    assert plan(now, walked).minutes == found.minutes, "walking what was planned is walking to plan"


@given(STARTS, DONE)
def test_it_begins_where_the_person_is_and_ends_at_the_aim(now, done):
    found = plan(now, done)
    assert found.minutes[0] <= max(now, STEP)
    assert found.minutes[0] >= min(AIM, now) - WALKS
    assert found.minutes[-1] == AIM
    assert found.week == len(done) < len(found.minutes)
    assert found.minutes[: len(done)] == plan(now, done).minutes[: len(done)]
    assert found.per_walk * WALKS == found.now


@given(st.integers(0, 30).map(lambda each: each * 5), st.integers(0, 400), st.integers(0, 400))
def test_more_walked_is_never_followed_by_less(minutes, one, other):
    least = first_week(0)
    assert after(max(minutes, least), min(one, other), least) <= after(max(minutes, least), max(one, other), least)


def test_examples():
    assert plan(0, []).minutes[:3] == (10, 20, 30)
    assert plan(40, [40, 50]).minutes[:3] == (40, 50, 60)
    assert plan(40, [40, 20, 60]).minutes[:4] == (40, 50, 40, 50)
    assert plan(40, [40, 30]).minutes[:3] == (40, 50, 50)
    assert plan(200, []).minutes == (AIM,) * WEEKS
    with pytest.raises(ValueError):
        plan(-1, [])


def test_many_bad_weeks_make_the_plan_longer_not_steeper():
    found = plan(0, [0] * 30)
    assert len(found.minutes) > WEEKS
    assert found.minutes[-1] == AIM
