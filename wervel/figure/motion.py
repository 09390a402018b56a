"""The movement of an exercise: angles change smoothly from key frame to key frame, what rests stays where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wervel.content.exercise_models import Exercise, Hold, KeyFrame
from wervel.figure import skeleton as bones
from wervel.figure.placing import Body, place

#: Between two of these the browser moves each point straight, which shortens a limb by less than 0.2 per cent.
FRAMES_A_SECOND = 12

_SIDED = {f"{side}_{name}": name for name in bones.SIDED_ANGLES for side in bones.SIDES}
#: Every angle of a figure by its name in the data; a sided one can also be named without its side, for both.
NAMES = (*bones.ROOT_ANGLES, *bones.SPINE_ANGLES, *_SIDED)


@dataclass(frozen=True)
class Key:
    """A key frame with all of its angles, solved, and its holds (of a walking figure: where it is by then)."""

    frame: KeyFrame
    body: Body
    holds: dict[str, Hold]


@dataclass(frozen=True)
class Moment:
    """One picture of the movement. way: how far a walking figure has got, in shares of the height."""

    body: Body
    holds: dict[str, Hold]
    way: float


def named(angles: dict[str, float]) -> dict[str, float]:
    """Return the angles of a key frame by their full names; raises ValueError for a name that is none."""
    full: dict[str, float] = {}
    for name, value in angles.items():
        if name in NAMES:
            full[name] = value
        elif name in bones.SIDED_ANGLES:
            full |= {f"{side}_{name}": value for side in bones.SIDES if f"{side}_{name}" not in angles}
        else:
            raise ValueError(f"{name} is no angle of the figure")
    return full


def keys(exercise: Exercise) -> tuple[Key, ...]:
    """Return the key frames of an exercise, placed; raises ValueError when one cannot stand."""
    angles = dict.fromkeys(NAMES, 0.0)
    holds: dict[str, Hold] = {}
    found = []
    for frame in exercise.frames:
        angles = angles | named(frame.angles)
        holds = dict(frame.holds) if frame.holds is not None else holds
        found.append(Key(frame, place(angles, holds, exercise.view), holds))
    return tuple(found)


def movement(exercise: Exercise, pace: float = FRAMES_A_SECOND) -> tuple[tuple[Moment, ...], ...]:
    """Return the pictures of the way from each key frame to the next one, and from the last to the first again.

    The first picture of a way is the key frame itself, the last is the one before the next key frame. pace: how many
    pictures a second.
    """
    found = keys(exercise)
    return tuple(tuple(_way(exercise, found, first, pace)) for first in range(len(found)))


def _way(exercise: Exercise, found: tuple[Key, ...], first: int, pace: float) -> Iterator[Moment]:
    count, start = len(found), found[first]
    steps = max(round(start.frame.seconds * pace), 2)
    whole = sum(key.frame.seconds for key in found)
    before = sum(key.frame.seconds for key in found[:first])
    end_holds = _moved(found[(first + 1) % count].holds, exercise.travel if first + 1 == count else 0.0)
    angles = [found[(first + step) % count].body.angles for step in (-1, 0, 1, 2)]
    for step in range(steps):
        time = step / steps
        holds = _common(start.holds, end_holds, time if exercise.travel else _ease(time))
        between = {name: _blend([each[name] for each in angles], time, exercise.travel > 0) for name in NAMES}
        way = exercise.travel / 100 * (before + time * start.frame.seconds) / whole
        yield Moment(start.body if step == 0 else place(between, holds, exercise.view), holds, way)


def _ease(time: float) -> float:
    """Begin and end softly."""
    return time * time * time * (time * (6 * time - 15) + 10)


def _blend(values: list[float], time: float, flows: bool) -> float:
    """Return the angle between the second and third value; flows: on a curve through all of them, without a rest."""
    last, start, end, after = values
    if not flows:
        return start + (end - start) * _ease(time)
    return start + time / 2 * (
        end - last + time * (2 * last - 5 * start + 4 * end - after + time * (3 * (start - end) + after - last))
    )


def _common(start: dict[str, Hold], end: dict[str, Hold], part: float) -> dict[str, Hold]:
    """Return what holds all the way, each where it is by then: a foot may slide along the floor."""
    both = {}
    for name, hold in start.items():
        goal = end.get(name)
        if goal is None or (goal.limb is None) != (hold.limb is None) or (goal.limb and goal.limb != hold.limb):
            continue
        if hold.at is None or goal.at is None:
            share = hold.share + (goal.share - hold.share) * part
            both[name] = hold.model_copy(update={"share": share})
        else:
            x, y = (a + (b - a) * part for a, b in zip(hold.at, goal.at, strict=True))
            both[name] = hold.model_copy(update={"at": (x, y)})
    return both


def _moved(holds: dict[str, Hold], way: float) -> dict[str, Hold]:
    return {
        name: hold.model_copy(update={"at": (hold.at[0] + way, hold.at[1])}) if hold.at else hold
        for name, hold in holds.items()
    }
