"""Every picture of every exercise: limbs keep their length, what rests stays, nothing under the floor, human joints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import pytest

from tests.figure.outline import outline
from wervel.content import content
from wervel.content.exercise_models import Exercise, Hold
from wervel.figure import skeleton as bones
from wervel.figure.flesh import lowest
from wervel.figure.kinematics import SOLE, Point, before
from wervel.figure.motion import Moment, movement
from wervel.figure.placing import MIDDLE_OF_BACK, Body
from wervel.figure.props import SEAT_HEIGHT, STEP_HEIGHT
from wervel.figure.shapes import UNITS, shapes

EXERCISES = content().exercises.exercises
PACE = 24  # twice as many pictures as are drawn
NEAR = 0.01  # of the body's height
FASTEST = 2.0  # body heights a second that a joint moves
each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)


@lru_cache(maxsize=len(EXERCISES))
def _moments(name: str) -> tuple[Moment, ...]:
    exercise = next(each for each in EXERCISES if each.id == name)
    return tuple(moment for way in movement(exercise, PACE) for moment in way)


def moments(exercise: Exercise) -> tuple[Moment, ...]:
    return _moments(exercise.id)


def bones_of(body: Body) -> Iterator[tuple[str, Point, Point, float]]:
    """Yield (name, end, end, length it must have) of every bone."""
    for side, leg in body.legs.items():
        yield f"{side} thigh", leg.hip, leg.knee, bones.THIGH
        yield f"{side} shank", leg.knee, leg.ankle, bones.SHANK
        if body.view == "side":
            yield f"{side} foot", leg.heel, leg.ball, bones.HEEL + bones.BALL
            yield f"{side} toes", leg.ball, leg.tip, bones.TOES
    for side, arm in body.arms.items():
        yield f"{side} upper arm", arm.shoulder, arm.elbow, bones.UPPER_ARM
        yield f"{side} forearm", arm.elbow, arm.wrist, bones.FOREARM
        yield f"{side} hand", arm.wrist, arm.tip, bones.HAND
    names = ["lumbar"] * bones.LUMBAR + ["thoracic"] * bones.THORACIC + ["neck"] * bones.NECK
    for name, (low, high) in zip(names, pairwise(body.trunk.spine[-len(names) - 1 :]), strict=True):
        yield name, low.at, high.at, bones.LINK[name]


def joints(body: Body) -> dict[str, Point]:
    found = {f"{side}_{name}": getattr(leg, name) for side, leg in body.legs.items() for name in ("hip", "knee", "tip")}
    for side, arm in body.arms.items():
        found |= {f"{side}_{name}": getattr(arm, name) for name in ("shoulder", "elbow", "tip")}
    return found | {"head": body.trunk.head.at}


@each_exercise
def test_limbs_keep_their_length(exercise: Exercise):
    for moment in moments(exercise):
        for name, start, end, length in bones_of(moment.body):
            assert start.to(end) == pytest.approx(length, abs=1e-9), name


@each_exercise
def test_between_two_pictures_limbs_hardly_shorten(exercise: Exercise):
    """The browser moves points straight between two pictures of the film."""
    drawn = [moment for way in movement(exercise) for moment in way]
    for now, then in pairwise(drawn):
        for (name, a, b, length), (_, c, d, _) in zip(bones_of(now.body), bones_of(then.body), strict=True):
            half = Point((a.x + c.x) / 2, (a.y + c.y) / 2, (a.z + c.z) / 2)
            other = Point((b.x + d.x) / 2, (b.y + d.y) / 2, (b.z + d.z) / 2)
            assert half.to(other) >= 0.985 * length, name


def rests(body: Body, part: str, hold: Hold) -> tuple[Point, Point]:
    """Return where a held part rests, and where it must."""
    if hold.at is None:
        side, _, limb = str(hold.limb).partition("_")
        leg, wrist = body.legs[side], body.arms[part.partition("_")[0]].wrist
        start, end = (leg.hip, leg.knee) if limb == "thigh" else (leg.knee, leg.ankle)
        on = Point(start.x + (end.x - start.x) * hold.share, start.y + (end.y - start.y) * hold.share)
        gap = wrist.to(on)
        assert bones.WIDTH["calf"][1] <= gap <= bones.WIDTH["thigh"][0] + bones.PALM
        return on, on
    place = Point(hold.at[0] / 100, hold.at[1] / 100)
    if part == "back":
        return Point(body.trunk.spine[MIDDLE_OF_BACK].at.x, lowest(body.trunk)), place
    side, _, what = part.partition("_")
    if what == "foot":
        pitch = body.angles[f"{side}_pitch"]
        pivot, way = (body.legs[side].ball, bones.BALL) if pitch > 0 else (body.legs[side].heel, -bones.HEEL)
        return pivot, place + Point(way, SOLE)
    if what == "knee":
        return body.legs[side].knee, place + Point(0, bones.KNEE_PAD)
    if what == "elbow":
        return body.arms[side].elbow, place + Point(0, bones.ELBOW_PAD)
    return body.arms[side].wrist, place + before(bones.PALM, -90.0 if hold.turn is None else hold.turn)


@each_exercise
def test_what_rests_stays_in_its_place(exercise: Exercise):
    for moment in moments(exercise):
        assert moment.holds
        for part, hold in moment.holds.items():
            found, wanted = rests(moment.body, part, hold)
            assert found.to(wanted) <= NEAR, (part, found, wanted)


@each_exercise
def test_a_flat_foot_is_flat_and_a_kneeling_foot_lies(exercise: Exercise):
    if exercise.view == "front":
        return
    for moment in moments(exercise):
        for side, leg in moment.body.legs.items():
            if f"{side}_foot" in moment.holds and moment.body.angles[f"{side}_pitch"] == 0:
                assert leg.heel.y == pytest.approx(leg.ball.y)
                assert leg.heel.x < leg.ankle.x < leg.ball.x, "toes point ahead"
            if f"{side}_knee" in moment.holds:
                assert leg.ankle.x < leg.knee.x
                assert leg.tip.y <= 0.03


@each_exercise
def test_nothing_is_under_the_floor_or_inside_a_thing(exercise: Exercise):
    things = {prop.kind: prop.at / 100 * UNITS for prop in exercise.props}
    deep = NEAR * UNITS
    for moment in moments(exercise)[::2]:
        for shape in shapes(moment.body):
            for x, y in outline(shape):
                assert y <= deep, (shape.look, x, y)
                if "step" in things:
                    assert not (x > things["step"] + deep and y > -STEP_HEIGHT * UNITS + deep), (shape.look, x, y)
                if "wall" in things:
                    assert x <= things["wall"] + deep, (shape.look, x, y)


def test_the_outline_is_the_one_that_is_drawn():
    """A capsule between two circles reaches as far as they do."""
    from wervel.figure.shapes import Shape, capsule

    for first, last in ((0.05, 0.02), (0.02, 0.05)):
        points = list(outline(Shape("", tuple(capsule(Point(0, 0), Point(0.3, 0.4), first, last)))))
        for x, y in points:
            away = min(
                abs((x**2 + y**2) ** 0.5 - first * UNITS),
                abs(((x - 300) ** 2 + (y + 400) ** 2) ** 0.5 - last * UNITS),
            )
            assert away < 1e-6
        assert min(x for x, _ in points) < -0.85 * first * UNITS
        assert max(x for x, _ in points) > 300 + 0.7 * last * UNITS


@each_exercise
def test_joints_bend_as_in_people(exercise: Exercise):
    ranges = bones.FRONT_RANGE if exercise.view == "front" else bones.RANGE
    for moment in moments(exercise):
        for name, angle in moment.body.angles.items():
            joint = name.split("_")[-1]
            if joint in ranges:
                low, high = ranges[joint]
                assert low - 1e-6 <= angle <= high + 1e-6, name


@each_exercise
def test_nothing_jumps_from_one_picture_to_the_next(exercise: Exercise):
    most = FASTEST / PACE
    round_ = [joints(moment.body) for moment in moments(exercise)]
    again = {name: Point(at.x + exercise.travel / 100, at.y, at.z) for name, at in round_[0].items()}
    for now, then in pairwise([*round_, again]):
        for name, at in now.items():
            assert at.to(then[name]) <= most, name


@each_exercise
def test_something_moves(exercise: Exercise):
    first, *others = (joints(moment.body) for moment in moments(exercise))
    assert max(at.to(other[name]) for other in others for name, at in first.items()) > 0.015


def test_the_squat_meets_the_seat():
    squat = next(each for each in EXERCISES if each.id == "squat_chair")
    sitting = min(moments(squat), key=lambda moment: moment.body.trunk.hips["right"].y)
    legs = [shape for shape in shapes(sitting.body) if shape.look == "legs"][-1]
    seat = squat.props[0].at / 100 * UNITS
    bottom = max(y for x, y in outline(legs) if seat + 30 < x < seat + 150)
    assert -bottom / UNITS == pytest.approx(SEAT_HEIGHT, abs=0.02)


def test_in_bird_dog_an_arm_and_the_opposite_leg_are_long():
    dog = next(each for each in EXERCISES if each.id == "bird_dog")
    long = max(moments(dog), key=lambda moment: moment.body.arms["left"].tip.x)
    assert long.body.legs["right"].tip.x < long.body.trunk.hips["right"].x - 0.4
    assert "right_hand" in long.holds
    assert "left_knee" in long.holds
