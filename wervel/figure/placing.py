"""Put the figure where it belongs: what rests on something stands still, held limbs reach by inverse kinematics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import acos, atan2, copysign, degrees

from wervel.content.exercise_models import Hold
from wervel.figure import skeleton as bones
from wervel.figure.flesh import lowest
from wervel.figure.kinematics import SOLE, Angles, Arm, Leg, Point, Trunk, View, along, arm, before, leg, trunk

Holds = Mapping[str, Hold]
MIDDLE_OF_BACK = 15  # the point of the spine that stays in place when the back rests on the floor
SKIN = 0.004  # soft lines between the points of the skin reach a little further than the points


@dataclass(frozen=True)
class Body:
    """A placed figure; `angles` are all its joint angles, also those that reaching has changed."""

    view: View
    trunk: Trunk
    legs: Mapping[str, Leg]
    arms: Mapping[str, Arm]
    angles: Angles


def place(angles: Angles, holds: Holds, view: View) -> Body:
    """Return the figure with these angles, carried by the first hold; the others are reached by their limbs.

    Raises ValueError when there is nothing that carries it.
    """
    anchor = next(iter(holds), None)
    if anchor is None:
        raise ValueError("nothing carries the figure")
    made = dict(angles)
    elbow = next((name for name in holds if name.endswith("_elbow")), None)
    if elbow:
        _turn_until_it_reaches(made, holds, anchor, elbow, view)
    hip = _carried(made, anchor, holds[anchor], view)
    body = trunk(made, hip, view)
    legs = {side: _leg(made, side, body, holds, anchor, view) for side in bones.SIDES}
    arms = {side: _arm(made, side, body, legs, holds, view) for side in bones.SIDES}
    return Body(view, body, legs, arms, made)


def _at(hold: Hold) -> Point:
    assert hold.at is not None  # noqa: S101 the model says: either `at` or `limb`
    return Point(hold.at[0] / 100, hold.at[1] / 100)


def _carried(angles: Angles, anchor: str, hold: Hold, view: View) -> Point:
    """Return where the middle of the hips is when the anchor is in its place."""
    spot = _at(hold)
    if anchor == "back":
        lying = trunk(angles, Point(0, 0), view)
        return Point(spot.x - lying.spine[MIDDLE_OF_BACK].at.x, spot.y - lowest(lying) + SKIN)
    side, _, part = anchor.partition("_")
    origin = trunk(angles, Point(0, 0), view).hips[side]
    thigh = _thigh_lean(angles, side, view)
    if part == "knee":
        return spot + Point(0, bones.KNEE_PAD) + along(bones.THIGH, thigh) - origin
    if part != "foot":
        raise ValueError(f"{anchor} cannot carry the figure")
    shank = thigh + angles[f"{side}_knee"]
    return ankle_over(spot, angles[f"{side}_pitch"]) + along(bones.SHANK, shank) + along(bones.THIGH, thigh) - origin


def _thigh_lean(angles: Angles, side: str, view: View) -> float:
    hip = angles[f"{side}_hip"]
    if view == "front":
        return angles["pelvis"] + (hip if side == "right" else -hip)
    return angles["pelvis"] - hip


def ankle_over(spot: Point, pitch: float) -> Point:
    """Return the ankle of a foot on `spot` (the place below the ankle of the flat foot).

    pitch: degrees that the heel is lifted, about the ball, or below zero the toes, about the heel.
    """
    pivot = spot + Point(bones.BALL if pitch > 0 else -bones.HEEL, SOLE)
    return pivot - before(bones.BALL if pitch > 0 else -bones.HEEL, pitch) + along(bones.ANKLE_HEIGHT - SOLE, pitch)


def _leg(made: dict[str, float], side: str, body: Trunk, holds: Holds, anchor: str, view: View) -> Leg:
    hip, thigh = body.hips[side], _thigh_lean(made, side, view)
    knee = made[f"{side}_knee"]
    hold = holds.get(f"{side}_foot")
    if view == "front":
        # On a carrying knee the lower leg lies on the floor, and the other one on it.
        shank = copysign(90, thigh) if anchor.endswith("_knee") else thigh
        return leg(hip, thigh, shank, shank, view, knee)
    pitch = made[f"{side}_pitch"]
    if hold is None:  # toes that have just pushed off straighten on the way
        foot = thigh + knee - made[f"{side}_ankle"]
        return leg(hip, thigh, thigh + knee, foot, view, knee, toes=max(pitch, 0.0))
    if anchor == f"{side}_foot":
        shank = thigh + knee
    else:
        thigh, shank = _reach(hip, ankle_over(_at(hold), pitch), bones.THIGH, bones.SHANK, bends=-1)
        made[f"{side}_hip"] = _between(body.pelvis_lean - thigh, -60)
        made[f"{side}_knee"] = _between(shank - thigh, -60)
    made[f"{side}_ankle"] = _between(shank - pitch, -180)
    return leg(hip, thigh, shank, pitch, view, shank - thigh, toes=max(pitch, 0.0))


def _arm(made: dict[str, float], side: str, body: Trunk, legs: Mapping[str, Leg], holds: Holds, view: View) -> Arm:
    shoulder = body.shoulders[side]
    lift, elbow = made[f"{side}_shoulder"], made[f"{side}_elbow"]
    if view == "front":
        upper = body.chest_lean + (lift if side == "right" else -lift)
        hold = holds.get(f"{side}_elbow")
        if hold is None:
            return arm(shoulder, upper, upper, upper, elbow)
        reached = _at(hold) + Point(0, bones.ELBOW_PAD) - shoulder
        upper = degrees(atan2(-reached.x, -reached.y))
        made[f"{side}_shoulder"] = _between((upper - body.chest_lean) * (1 if side == "right" else -1), -90)
        return arm(shoulder, upper, _LYING_FOREARM, _LYING_FOREARM, elbow)
    hold = holds.get(f"{side}_hand")
    upper = body.chest_lean - lift
    if hold is None:
        return arm(shoulder, upper, upper - elbow, upper - elbow - made[f"{side}_wrist"])
    wrist, hand = _grip(hold, legs)
    upper, fore = _reach(shoulder, wrist, bones.UPPER_ARM, bones.FOREARM, bends=1)
    made[f"{side}_shoulder"] = _between(body.chest_lean - upper, -90)
    made[f"{side}_elbow"] = _between(upper - fore, -60)
    made[f"{side}_wrist"] = _between(fore - hand, -180)
    return arm(shoulder, upper, fore, hand)


#: From the front a forearm that carries lies on the floor: it points away from the head and towards us.
_LYING_FOREARM = 90.0


def _grip(hold: Hold, legs: Mapping[str, Leg]) -> tuple[Point, float]:
    """Return where a held hand has its wrist, and its lean."""
    if hold.limb is None:
        turn = -90.0 if hold.turn is None else hold.turn
        # The palm rests on the surface: the wrist is its thickness away, to the side where the back of the hand is.
        return _at(hold) + before(bones.PALM, turn), turn
    side, _, part = hold.limb.partition("_")
    holding = legs[side]
    start, end = (holding.hip, holding.knee) if part == "thigh" else (holding.knee, holding.ankle)
    lean = holding.thigh if part == "thigh" else holding.shank
    width = bones.WIDTH["thigh"][0] + (bones.WIDTH["thigh"][1] - bones.WIDTH["thigh"][0]) * hold.share
    on = start + Point((end.x - start.x) * hold.share, (end.y - start.y) * hold.share)
    skin = on + before((width if part == "thigh" else bones.WIDTH["calf"][0]) + bones.PALM * 0.6, lean)
    return skin, lean + (hold.turn or 0.0)


def _reach(start: Point, end: Point, first: float, second: float, bends: int) -> tuple[float, float]:
    """Return the leans of two bones that lead from start to end; bends: 1 elbow, -1 knee.

    What is too far is pointed at with a straight limb.
    """
    way = end - start
    far = min(max((way.x**2 + way.y**2) ** 0.5, abs(first - second) + 1e-9), first + second - 1e-9)
    straight = degrees(atan2(-way.x, -way.y))
    inner = degrees(acos((first**2 + far**2 - second**2) / (2 * first * far)))
    upper = straight + bends * inner
    outer = degrees(acos((first**2 + second**2 - far**2) / (2 * first * second)))
    return upper, upper - bends * (180 - outer)


def _turn_until_it_reaches(made: dict[str, float], holds: Holds, anchor: str, elbow: str, view: View) -> None:
    """Turn the whole body about its anchor until the upper arm just reaches the place of the elbow."""
    side, spot = elbow.partition("_")[0], _at(holds[elbow]) + Point(0, bones.ELBOW_PAD)

    def over(turn: float) -> float:
        turned = {**made, "pelvis": made["pelvis"] + turn}
        shoulder = trunk(turned, _carried(turned, anchor, holds[anchor], view), view).shoulders[side]
        return shoulder.to(spot) - bones.UPPER_ARM

    last, turn = over(0.0), 0.5
    made_turn = 0.0
    for _ in range(12):  # secant steps; the way over depends nearly evenly on the turn
        now = over(turn)
        if abs(now) < 1e-7 or now == last:
            break
        made_turn, turn, last = turn, turn - now * (turn - made_turn) / (now - last), now
    if abs(over(turn)) > 1e-5 or abs(turn) > 30:
        raise ValueError(f"{elbow} does not reach its place")
    made["pelvis"] += turn


def _between(angle: float, least: float) -> float:
    """Return the same angle within `least` and `least` + 360 degrees."""
    return (angle - least) % 360 + least
