"""The order of the screens."""

from __future__ import annotations

from itertools import pairwise

import pytest

from wervel.assessment.steps import LATER, OUTCOME, START, after, before, flags_of, opens_alarm, steps

from .table import CONTENT, FLAGS


def test_no_two_screens_share_a_name() -> None:
    """A group of signs called "pain" once stood in the way of the screen about pain."""
    order = steps(CONTENT)
    assert len(set(order)) == len(order)
    groups = {group.id for group in CONTENT.red_flags.groups}
    assert not groups & {START, *LATER, OUTCOME}


def test_red_flags_come_first() -> None:
    order = steps(CONTENT)
    groups = [group.id for group in CONTENT.red_flags.groups]
    assert list(order) == [START, *groups, *LATER, OUTCOME]


def test_each_sign_is_asked_exactly_once() -> None:
    asked = [flag.id for step in steps(CONTENT) for flag in flags_of(step, CONTENT)]
    assert sorted(asked) == sorted(FLAGS)
    assert all(flags_of(group.id, CONTENT) for group in CONTENT.red_flags.groups)


@pytest.mark.parametrize("step", [START, *LATER, OUTCOME])
def test_other_screens_ask_no_signs(step: str) -> None:
    assert flags_of(step, CONTENT) == ()


def test_next_and_back_undo_each_other() -> None:
    order = steps(CONTENT)
    for here, following in pairwise(order):
        assert after(here, CONTENT) == following
        assert before(following, CONTENT) == here
    assert before(START, CONTENT) == START
    assert after(OUTCOME, CONTENT) == OUTCOME


@pytest.mark.parametrize(
    ("level", "shown", "opens"),
    [
        ("E0", None, True),
        ("E1", None, True),
        ("U", None, False),
        ("G", None, False),
        ("N", None, False),
        ("E0", "E1", True),
        ("E1", "E1", False),
        ("E0", "E0", False),
        ("E1", "E0", False),
        ("U", "E1", False),
    ],
)
def test_an_alarm_opens_once_and_again_only_when_it_is_more_urgent(level: str, shown: str | None, opens: bool) -> None:
    assert opens_alarm(level, shown) is opens  # type: ignore[arg-type]
