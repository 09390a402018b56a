"""The walking plan: in weekly steps from what a person walks now up to 30 minutes on five days, within half a year.

The aim and the time are those of the WalkBack trial (Pocovi and others, The Lancet 2024). The step is ours: five walks
of two minutes more each week. From nothing that reaches the aim in 15 good weeks and leaves eleven for weeks that
do not go well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WALKS = 5
MINUTES_OF_A_WALK = 30
#: Minutes a week.
AIM = WALKS * MINUTES_OF_A_WALK
STEP = 10
#: Weeks of the plan.
WEEKS = 26
#: A week counts as good from this share of its minutes, and as bad below the other one; between them the plan holds.
GOOD, BAD = 0.8, 0.5


@dataclass(frozen=True)
class Plan:
    """Minutes a week, week by week; the weeks before `week` (from 0) are over, the others go on as if all go well.

    reached: the first week (from 0) at the aim.
    """

    minutes: tuple[int, ...]
    week: int
    reached: int

    @property
    def now(self) -> int:
        """Minutes of the week that is under way."""
        return self.minutes[self.week]

    @property
    def per_walk(self) -> int:
        """Minutes of each of five walks in the week that is under way."""
        return self.now // WALKS


def first_week(now: int) -> int:
    """Return the minutes of the first week for a person who walks `now` minutes a week.

    It is what the person does, in five equal walks of whole minutes, at least one step and at most the aim.
    """
    return min(AIM, max(STEP, now - now % WALKS))


def after(minutes: int, done: int | None, least: int) -> int:
    """Return the minutes of the week after one of `minutes` in which `done` were walked.

    A good week: one step on. A bad one: one step back, not below `least`. In between, or when nothing was noted
    (None): the same again.
    """
    if done is None or BAD * minutes <= done < GOOD * minutes:
        return minutes
    if done < BAD * minutes:
        return max(least, minutes - STEP)
    return min(AIM, minutes + STEP)


def plan(now: int, done: Sequence[int | None]) -> Plan:
    """Return the plan of a person who walked `now` minutes a week, after weeks in which `done` minutes were walked.

    It is at least 26 weeks long, and as long as it takes to reach the aim from where the person is. Raises ValueError
    for less than no minutes.
    """
    if now < 0:
        raise ValueError("minutes of 0 or more expected")
    least = first_week(now)
    minutes = [least]
    for each in done:
        minutes.append(after(minutes[-1], each, least))
    while len(minutes) < WEEKS or minutes[-1] < AIM:
        minutes.append(after(minutes[-1], minutes[-1], least))
    return Plan(tuple(minutes), len(done), minutes.index(AIM))
