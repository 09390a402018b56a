"""From joint angles to joints (forward kinematics), in shares of the body's height: x to the right, y up, z to us.

Seen from the side the person faces right, so the right limbs are near. Seen from the front the person's right is on the
left of the picture. A lean is an angle of a part against its direction in standing, clockwise: forward from the side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Literal

from wervel.figure import skeleton as bones

View = Literal["side", "front"]
Angles = Mapping[str, float]


@dataclass(frozen=True)
class Point:
    x: float
    y: float
    z: float = 0.0

    def __add__(self, other: Point) -> Point:
        return Point(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: Point) -> Point:
        return Point(self.x - other.x, self.y - other.y, self.z - other.z)

    def to(self, other: Point) -> float:
        """Return the distance to another point, in space."""
        away = self - other
        return float((away.x**2 + away.y**2 + away.z**2) ** 0.5)


@dataclass(frozen=True)
class Vertebra:
    at: Point
    lean: float


@dataclass(frozen=True)
class Trunk:
    """Spine from tail to top of the neck, head, shoulders and hips by side."""

    spine: tuple[Vertebra, ...]
    head: Vertebra
    hips: Mapping[str, Point]
    shoulders: Mapping[str, Point]
    chest_lean: float
    pelvis_lean: float


#: How many points of the spine lie below the lumbar part: the sacrum, drawn with it.
SACRAL_POINTS = 3
_TAIL = ((-0.034, 0.010), (-0.036, 0.028), (-0.031, 0.044))


def along(length: float, lean: float, out: float = 0.0) -> Point:
    """Return the way of `length` upwards along a part that leans; out: degrees that it turns towards us."""
    flat = length * cos(radians(out))
    return Point(flat * sin(radians(lean)), flat * cos(radians(lean)), length * sin(radians(out)))


def before(length: float, lean: float) -> Point:
    """Return the way of `length` to the front of a part that leans (seen from the front: to the person's left)."""
    return Point(length * cos(radians(lean)), -length * sin(radians(lean)))


def trunk(angles: Angles, hip: Point, view: View) -> Trunk:
    """Return pelvis, spine, head and shoulders, with the middle of the hips at `hip`."""
    pelvis = angles["pelvis"]
    flat = view == "front"  # from the front the spine is straight at rest
    points = [] if flat else [Vertebra(hip + along(up, pelvis) + before(back, pelvis), pelvis) for back, up in _TAIL]
    if flat:
        points = [Vertebra(hip + along(up, pelvis), pelvis) for _, up in _TAIL]
    at = hip + along(bones.SACRUM[1], pelvis) + before(0.0 if flat else bones.SACRUM[0], pelvis)
    lean = pelvis + (0.0 if flat else bones.SACRAL_SLOPE)
    points.append(Vertebra(at, lean))
    parts = (("lumbar", bones.LUMBAR), ("thoracic", bones.THORACIC), ("neck", bones.NECK))
    for name, count in parts:
        bend = (angles[name] + (0.0 if flat else bones.REST[name])) / count
        for _ in range(count):
            lean += bend
            at = at + along(bones.LINK[name], lean - bend / 2)
            points.append(Vertebra(at, lean))
    carrier = points[SACRAL_POINTS + bones.SHOULDER_LINK]
    head = at + along(bones.HEAD, lean) + before(0.0 if flat else bones.HEAD_FORWARD, lean)
    if flat:
        half = {"right": -0.5, "left": 0.5}
        hips = {side: hip + before(half[side] * bones.HIP_WIDTH, pelvis) for side in bones.SIDES}
        shoulders = {side: carrier.at + before(half[side] * bones.SHOULDER_WIDTH, carrier.lean) for side in bones.SIDES}
    else:
        hips = dict.fromkeys(bones.SIDES, hip)
        joint = carrier.at + before(bones.SHOULDER[0], carrier.lean) + along(bones.SHOULDER[1], carrier.lean)
        shoulders = dict.fromkeys(bones.SIDES, joint)
    return Trunk(tuple(points), Vertebra(head, lean), hips, shoulders, chest_lean(angles, view), pelvis)


def chest_lean(angles: Angles, view: View) -> float:
    """Return the lean of the chest that the shoulder angles count from: upright in standing at rest."""
    return angles["pelvis"] + angles["lumbar"] + angles["thoracic"]


@dataclass(frozen=True)
class Leg:
    """Hip, knee, ankle, heel, ball and tip of the toes; leans of thigh, shank and foot."""

    hip: Point
    knee: Point
    ankle: Point
    heel: Point
    ball: Point
    tip: Point
    thigh: float
    shank: float
    foot: float


@dataclass(frozen=True)
class Arm:
    shoulder: Point
    elbow: Point
    wrist: Point
    tip: Point
    upper: float
    fore: float
    hand: float


def leg(hip: Point, thigh: float, shank: float, foot: float, view: View, knee_angle: float, toes: float = 0.0) -> Leg:
    """Return a leg by its leans. From the front a bent knee takes the shank away from us. toes: how far they bend."""
    knee = hip - along(bones.THIGH, thigh)
    ankle = knee - along(bones.SHANK, shank, knee_angle if view == "front" else 0.0)
    if view == "front":  # the foot follows the shank
        step = ankle - knee
        way = Point(step.x / bones.SHANK, step.y / bones.SHANK, step.z / bones.SHANK)
        far = [Point(way.x * n, way.y * n, way.z * n) for n in (0.01, bones.ANKLE_HEIGHT, bones.BALL)]
        return Leg(hip, knee, ankle, ankle + far[0], ankle + far[1], ankle + far[2], thigh, shank, foot)
    sole = ankle - along(bones.ANKLE_HEIGHT - SOLE, foot)
    ball = sole + before(bones.BALL, foot)
    tip = ball + before(bones.TOES, foot - toes)
    return Leg(hip, knee, ankle, sole - before(bones.HEEL, foot), ball, tip, thigh, shank, foot)


#: The joints of the foot lie this high above the sole.
SOLE = bones.WIDTH["toes"][0]


def arm(shoulder: Point, upper: float, fore: float, hand: float, out: float = 0.0) -> Arm:
    """Return an arm by its leans; out: degrees that the forearm turns towards us."""
    elbow = shoulder - along(bones.UPPER_ARM, upper)
    wrist = elbow - along(bones.FOREARM, fore, -out)
    return Arm(shoulder, elbow, wrist, wrist - along(bones.HAND, hand, -out), upper, fore, hand)
