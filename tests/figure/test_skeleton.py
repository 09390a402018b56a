"""The figure at any angles: lengths, reaching, sides, and angles that make no sense."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wervel.content.exercise_models import Hold
from wervel.figure import skeleton as bones
from wervel.figure.kinematics import SOLE, Point
from wervel.figure.motion import NAMES, named
from wervel.figure.placing import ankle_over, place
from wervel.figure.shapes import shapes

REST = dict.fromkeys(NAMES, 0.0)
FLOOR = {"right_foot": Hold(at=(0, 0))}
ANGLES = st.fixed_dictionaries(
    {
        name: st.floats(*bones.RANGE.get(name.split("_")[-1], (-180.0, 180.0)), allow_nan=False)
        for name in NAMES
        if not name.endswith("_pitch")
    }
)


def test_standing_has_the_heights_of_the_source():
    body = place(REST, FLOOR, "side")
    leg = body.legs["right"]
    assert leg.ankle.y == pytest.approx(0.039)
    assert leg.knee.y == pytest.approx(0.285)
    assert leg.hip.y == pytest.approx(0.530)
    assert body.trunk.shoulders["right"].y == pytest.approx(0.818, abs=0.02)
    assert body.trunk.head.at.y + bones.HEAD_LONG == pytest.approx(1.0, abs=0.03)
    assert abs(body.trunk.shoulders["right"].x - leg.hip.x) < 0.03, "shoulders stand above the hips"


@settings(max_examples=60, deadline=None)
@given(ANGLES)
def test_at_any_angles_limbs_keep_their_length_and_can_be_drawn(angles: dict[str, float]):
    body = place(REST | angles, FLOOR, "side")
    for leg in body.legs.values():
        assert leg.hip.to(leg.knee) == pytest.approx(bones.THIGH)
        assert leg.knee.to(leg.ankle) == pytest.approx(bones.SHANK)
    for arm in body.arms.values():
        assert arm.shoulder.to(arm.elbow) == pytest.approx(bones.UPPER_ARM)
        assert arm.elbow.to(arm.wrist) == pytest.approx(bones.FOREARM)
    for shape in shapes(body):
        assert all(token == token and abs(token) < 4000 for token in shape.tokens if not isinstance(token, str))


@settings(max_examples=60, deadline=None)
@given(st.floats(5, 46), st.floats(-30, 30))
def test_a_hand_reaches_what_is_within_reach_with_an_elbow_that_bends_the_right_way(down: float, ahead: float):
    shoulder = place(REST, FLOOR, "side").trunk.shoulders["right"]
    spot = Point(shoulder.x + ahead / 100, shoulder.y - down / 100)
    hold = Hold(at=(spot.x * 100, (spot.y - bones.PALM) * 100))
    body = place(REST, FLOOR | {"right_hand": hold}, "side")
    far = hypot(ahead, down) / 100
    if bones.UPPER_ARM - bones.FOREARM < far < bones.UPPER_ARM + bones.FOREARM:
        assert body.arms["right"].wrist.to(spot) < 1e-6
    assert body.angles["right_elbow"] >= 0


@given(st.floats(-80, 60))
def test_a_foot_turns_about_its_heel_or_its_ball(pitch: float):
    spot = Point(0.2, 0.1)
    pivot = Point(spot.x + (bones.BALL if pitch > 0 else -bones.HEEL), spot.y + SOLE)
    flat = ankle_over(spot, 0.0)
    assert flat.y == pytest.approx(spot.y + bones.ANKLE_HEIGHT)
    assert ankle_over(spot, pitch).to(pivot) == pytest.approx(flat.to(pivot))
    assert ankle_over(spot, pitch).y > spot.y


def test_the_right_side_is_near_from_the_side():
    moved = place(REST | {"right_hip": 60.0}, {"left_foot": Hold(at=(0, 0))}, "side")
    still = place(REST, {"left_foot": Hold(at=(0, 0))}, "side")
    changed = {new.look for new, old in zip(shapes(moved), shapes(still), strict=True) if new.tokens != old.tokens}
    assert changed == {"legs", "skin"}
    painted = [shape.look for shape in shapes(still)]
    assert max(i for i, look in enumerate(painted) if look.startswith("far-")) < painted.index("shirt")
    assert painted[-1] == "cervical", "the spine is marked on top"


def test_from_the_front_the_right_side_is_on_the_left_of_the_picture():
    body = place(REST, {"right_knee": Hold(at=(0, 0))}, "front")
    assert body.trunk.hips["right"].x < body.trunk.hips["left"].x
    assert body.trunk.shoulders["right"].x < body.trunk.shoulders["left"].x


def test_angles_are_named_for_both_sides_or_one():
    assert named({"hip": 10.0, "left_hip": 20.0}) == {"right_hip": 10.0, "left_hip": 20.0}
    with pytest.raises(ValueError, match="tail"):
        named({"tail": 1.0})


def test_a_figure_needs_something_that_carries_it():
    with pytest.raises(ValueError, match="carries"):
        place(REST, {}, "side")
    with pytest.raises(ValueError, match="cannot carry"):
        place(REST, {"right_hand": Hold(at=(0, 0))}, "side")
    far = {"right_knee": Hold(at=(0, 0)), "right_elbow": Hold(at=(300, 0))}
    with pytest.raises(ValueError, match="reach"):
        place(REST, far, "front")
