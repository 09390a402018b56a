"""The one drawing routine: a placed figure becomes shapes, from far to near. Units: 1000 are the body's height."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import acos, atan2, cos, sin

from wervel.figure import skeleton as bones
from wervel.figure.flesh import depth, sides
from wervel.figure.kinematics import Arm, Leg, Point, Trunk, along, before
from wervel.figure.placing import Body

UNITS = 1000
Token = str | float


@dataclass(frozen=True)
class Shape:
    """A path: `look` names its colours, `tokens` are commands and numbers of its `d`, y downwards from the floor."""

    look: str
    tokens: tuple[Token, ...]


def _at(point: Point) -> tuple[float, float]:
    return point.x * UNITS, -point.y * UNITS


def capsule(start: Point, end: Point, first: float, last: float) -> list[Token]:
    """Return a rounded, tapering piece of a limb: two circles and what lies between them."""
    x, y = _at(start)
    u, v = _at(end)
    r, q = first * UNITS, last * UNITS
    far = max(((u - x) ** 2 + (v - y) ** 2) ** 0.5, abs(r - q) + 1)
    ahead, open_ = atan2(v - y, u - x), acos((r - q) / far)
    one, two = ahead + open_, ahead - open_
    big, small = ("1", "0") if r >= q else ("0", "1")
    return [
        "M", x + r * cos(one), y + r * sin(one), "A", r, r, f"0 {big} 1", x + r * cos(two), y + r * sin(two),
        "L", u + q * cos(two), v + q * sin(two), "A", q, q, f"0 {small} 1", u + q * cos(one), v + q * sin(one), "Z",
    ]  # fmt: skip


def smooth(points: Sequence[Point], closed: bool = True) -> list[Token]:
    """Return a soft line through the points."""
    places = [_at(point) for point in points]
    count = len(places)
    if closed and _turns_left(places):
        places.reverse()
    tokens: list[Token] = ["M", *places[0]]
    for index in range(count if closed else count - 1):
        if closed:
            a, b, c, d = (places[(index + step) % count] for step in (-1, 0, 1, 2))
        else:
            a, b, c, d = (places[min(max(index + step, 0), count - 1)] for step in (-1, 0, 1, 2))
        tokens += ["C", b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6]
        tokens += [c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6, *c]
    return [*tokens, "Z"] if closed else tokens


def _turns_left(places: Sequence[tuple[float, float]]) -> bool:
    """Tell whether an outline runs the other way round than a capsule: those two would cut holes into each other."""
    ring = zip(places, [*places[1:], places[0]], strict=True)
    return sum(x * v - u * y for (x, y), (u, v) in ring) < 0


def shapes(body: Body) -> list[Shape]:
    """Return the figure's shapes in the order they are painted; the names of the far limbs' looks begin with far-."""
    trunk, legs, arms = body.trunk, body.legs, body.arms
    if body.view == "front":
        found = [*_leg(legs["right"], "", body), *_head(trunk, True), *_shirt(trunk, True)]
        found += [*_leg(legs["left"], "", body, _seat(trunk, True)), *_arm(arms["left"], ""), *_arm(arms["right"], "")]
    else:
        found = [*_arm(arms["left"], "far-"), *_leg(legs["left"], "far-", body), *_head(trunk, False)]
        found += [*_shirt(trunk, False), *_leg(legs["right"], "", body, _seat(trunk, False)), *_arm(arms["right"], "")]
    return [*found, *_spine(trunk)]


def _leg(leg: Leg, side: str, body: Body, seat: Sequence[Token] = ()) -> Iterable[Shape]:
    wide = bones.WIDTH
    calf = Point(leg.knee.x + 0.34 * (leg.ankle.x - leg.knee.x), leg.knee.y + 0.34 * (leg.ankle.y - leg.knee.y))
    if body.view == "side":  # the calf lies behind the bone
        calf = calf + before(-0.008, leg.shank)
    cuff = Point(leg.knee.x + 0.84 * (leg.ankle.x - leg.knee.x), leg.knee.y + 0.84 * (leg.ankle.y - leg.knee.y))
    yield Shape(f"{side}skin", tuple(capsule(cuff, leg.ankle, 0.0215, 0.0205) + _foot(leg, body.view == "front")))
    yield Shape(
        f"{side}legs",
        (
            *seat,
            *capsule(leg.hip, leg.knee, *wide["thigh"]),
            *capsule(leg.knee, calf, *wide["calf"]),
            *capsule(calf, cuff, wide["shin"][0], 0.0265),
        ),
    )


def _foot(leg: Leg, front: bool) -> list[Token]:
    if front:
        return capsule(leg.ankle, leg.tip, 0.022, 0.018)
    wide = bones.WIDTH
    heel = Point(leg.heel.x, leg.heel.y) + along(wide["heel"][1] - wide["toes"][0], leg.foot) + before(0.012, leg.foot)
    return (
        capsule(leg.ankle, heel, *wide["heel"])
        + capsule(leg.ankle, leg.ball, 0.022, wide["toes"][0])
        + capsule(heel, leg.ball, wide["sole"][0], wide["toes"][0])
        + capsule(leg.ball, leg.tip, *wide["toes"])
    )


def _arm(arm: Arm, side: str) -> Iterable[Shape]:
    wide = bones.WIDTH
    yield Shape(
        f"{side}skin",
        tuple(
            capsule(arm.shoulder, arm.elbow, *wide["upper_arm"])
            + capsule(arm.elbow, arm.wrist, *wide["forearm"])
            + capsule(arm.wrist, arm.tip, *wide["hand"])
        ),
    )
    end = Point(
        arm.shoulder.x + 0.52 * (arm.elbow.x - arm.shoulder.x), arm.shoulder.y + 0.52 * (arm.elbow.y - arm.shoulder.y)
    )
    yield Shape(f"{side}shirt", tuple(capsule(arm.shoulder, end, 0.036, 0.031)))


def _seat(trunk: Trunk, front: bool) -> list[Token]:
    """Return the upper end of the trousers, to be one with the near leg."""
    behind, ahead = sides(trunk, 0, 4, front)
    waist = trunk.spine[4]  # its corners are soft: a little narrower, they do not stick out
    back, fore = depth(4, front)
    behind[4], ahead[4] = waist.at + before(0.012 - back, waist.lean), waist.at + before(fore - 0.010, waist.lean)
    middle = Point(*_mean(trunk.hips.values()))
    below = [middle + along(-0.05, trunk.pelvis_lean) + before(n, trunk.pelvis_lean) for n in (0.03, -0.03)]
    return smooth([*behind[::2], *reversed(ahead[::2]), *below])


def _shirt(trunk: Trunk, front: bool) -> Iterable[Shape]:
    behind, ahead = sides(trunk, 3, 19, front)
    hem = trunk.spine[3]  # its corners lie under the trousers
    behind[0], ahead[0] = (hem.at + before(0.8 * n, hem.lean) for n in (-depth(3, front)[0], depth(3, front)[1]))
    top = trunk.spine[19]
    half = (-0.034, 0.034) if front else (-0.02, 0.034)
    collar = [top.at + along(0.026, top.lean) + before(n, top.lean) for n in half]
    yield Shape("shirt", tuple(smooth([*behind[::2], *collar, *reversed(ahead[::2])])))


def _mean(points: Iterable[Point]) -> tuple[float, float]:
    found = list(points)
    return sum(p.x for p in found) / len(found), sum(p.y for p in found) / len(found)


#: The head in profile and its hair: (forward, up) in shares of half its depth and half its length.
_PROFILE = (
    (0.05, 1.0), (-0.62, 0.84), (-1.0, 0.22), (-0.86, -0.42), (-0.34, -0.72), (0.2, -0.94), (0.62, -0.99), (0.82, -0.7),
    (0.9, -0.4), (1.1, -0.16), (0.95, 0.14), (0.95, 0.5), (0.62, 0.86),
)  # fmt: skip
_HAIR = (
    (1.0, 0.56), (0.62, 0.44), (0.24, 0.36), (0.02, 0.02), (-0.16, -0.32), (-0.5, -0.7), (-0.96, -0.46), (-1.1, 0.2),
    (-0.72, 0.92), (0.05, 1.1), (0.7, 0.92),
)  # fmt: skip
_FACE = ((0, 1.0), (-0.72, 0.7), (-0.96, 0), (-0.66, -0.74), (0, -1.04), (0.66, -0.74), (0.96, 0), (0.72, 0.7))
_FRINGE = (
    (-1.06, -0.1), (-0.86, 0.3), (-0.3, 0.5), (0.4, 0.44), (0.86, 0.28), (1.06, -0.1), (1.0, 0.62), (0.5, 1.08),
    (-0.5, 1.08), (-1.0, 0.62),
)  # fmt: skip


def _head(trunk: Trunk, front: bool) -> Iterable[Shape]:
    neck = [
        trunk.spine[index].at + before(0.0 if front else shift, trunk.spine[index].lean)
        for index, shift in ((19, 0.01), (23, 0.007))
    ]
    lean = trunk.head.lean
    outline = [
        [trunk.head.at + before(x * bones.HEAD_DEEP, lean) + along(y * bones.HEAD_LONG, lean) for x, y in form]
        for form in ((_FACE, _FRINGE) if front else (_PROFILE, _HAIR))
    ]
    yield Shape(
        "skin",
        (*capsule(neck[0], neck[1], 0.034, 0.03), *capsule(neck[1], trunk.head.at, 0.03, 0.034), *smooth(outline[0])),
    )
    yield Shape("hair", tuple(smooth(outline[1])))


#: The vertebrae by part of the spine: from the sacrum up, each smaller than those below.
_PARTS = (("lumbar", 0, 9), ("thoracic", 9, 21), ("cervical", 21, 27))


def _spine(trunk: Trunk) -> Iterable[Shape]:
    """Mark the spine on top of all, as if it could be seen through the body."""
    points = [vertebra.at for vertebra in trunk.spine]
    yield Shape("spine", tuple(smooth(points[1:-1:2], closed=False)))
    for look, first, last in _PARTS:
        dots: list[Token] = []
        for point in points[first:last]:
            dots += ["M", *_at(point), "h0"]
        yield Shape(look, tuple(dots))
