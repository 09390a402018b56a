"""The legs below the pelvis: the source's bones in an easy stance, our own muscle bellies, and the sciatic nerve.

Everything is laid out for the left leg, in the leg's own frame: the middle of the hip joint is the origin, the leg
hangs straight down, axes as everywhere (x forward, y to the left, z up, millimetres). `stance` brings it into place.
"""

from __future__ import annotations

import numpy as np

from tools.anatomy.mesh import Floats, Mesh, join
from tools.anatomy.source import bone
from tools.anatomy.subdivide import smooth
from tools.anatomy.tubes import Point, sheet, tube

# The source's places of the joints, each seen from the one above it; the hip seen from our origin (S1).
HIP = np.array([29.7, 77.3, -123.5])
KNEE = np.array([0.0, -1.3, -404.4])
ANKLE = KNEE + np.array([-10.0, 0.0, -400.0])
HEEL = ANKLE + np.array([-48.8, 7.9, -42.0])
TOES = HEEL + np.array([178.8, -1.1, -2.0])

APART, OUTWARDS = 2.5, 3.0  # an easy stance: legs a little apart, toes a little out; degrees


def stance(points: Floats) -> Floats:
    """Points of the left leg's own frame in the common frame."""
    out, apart = np.radians(OUTWARDS), np.radians(APART)
    x = points[:, 0] * np.cos(out) - points[:, 1] * np.sin(out)
    y = points[:, 0] * np.sin(out) + points[:, 1] * np.cos(out)
    z = points[:, 2]
    turned = np.stack([x, y * np.cos(apart) - z * np.sin(apart), y * np.sin(apart) + z * np.cos(apart)], axis=1)
    return np.asarray(turned + HIP, dtype=np.float64)


def at(*points: Point) -> Floats:
    """Points of the leg's own frame, placed."""
    return stance(np.array(points, dtype=np.float64))


def bones(levels: int) -> dict[str, Mesh]:
    """Thigh bone, shin bone, calf bone and foot of the left leg; the coarse ones subdivided `levels` times."""
    none = np.zeros((0, 2), dtype=np.int64)

    def placed(name: str, place: Floats, steps: int) -> Mesh:
        fine = smooth(bone(name), none, steps)
        return fine.moved(stance(fine.vertices + place))

    foot = [placed("foot_left", HEEL, 1), placed("toes_left", TOES, 0), placed("talus_left", ANKLE, levels)]
    return {
        "femur": placed("femur_left", np.zeros(3), levels - 1),
        "tibia": placed("tibia_left", KNEE, levels),
        "fibula": placed("fibula_left", KNEE, levels),
        "foot": join(foot),
    }


def gluteus(rings: int, sides: int) -> dict[str, Mesh]:
    """The large buttock muscle, from sacrum and crest down and out to the thigh bone, and the middle one above it."""
    upper = np.concatenate([[[-46.0, 48.0, 6.0], [-40.0, 84.0, -16.0], [-20.0, 122.0, -72.0]], at((-8.0, 69.0, -44.0))])
    lower = np.concatenate(
        [
            [[-66.0, 8.0, -100.0], [-80.0, 30.0, -156.0]],
            at((-62.0, -6.0, -84.0), (-40.0, 32.0, -116.0), (-10.0, 60.0, -124.0)),
        ]
    )
    large = sheet(upper, lower, [5.0, 15.0, 19.0, 16.0, 6.0], [2.0, 16.0, 22.0, 14.0, 2.0], rings, sides)
    inner = np.concatenate([[[-42.0, 56.0, 16.0], [-30.0, 92.0, -34.0]], at((-20.0, 54.0, -8.0))])
    outer = np.concatenate([[[52.0, 128.0, 6.0], [30.0, 141.0, -48.0]], at((-2.0, 65.0, -14.0))])
    middle = sheet(inner, outer, [3.0, 9.0, 10.0, 5.0], [2.0, 8.0, 8.0, 2.0], rings, sides)
    return {"gluteus_medius": middle, "gluteus_maximus": large}


def thigh(rings: int, sides: int) -> dict[str, Mesh]:
    """Hamstrings from the sitting bone to below the knee, and what shows beside them: inner and front muscles."""
    biceps = tube(
        at((-42, -20, -40), (-48, 2, -110), (-42, 16, -200), (-38, 25, -290), (-34, 35, -375), (-24, 30, -446)),
        [5, 15, 21, 23, 22, 18, 13, 7, 4], [5, 12, 17, 19, 18, 15, 11, 6, 4], rings, sides,
    )  # fmt: skip
    tendinosus = tube(
        at((-44, -25, -40), (-50, -24, -115), (-44, -18, -210), (-40, -22, -300), (-34, -34, -385), (-6, -27, -470)),
        [5, 13, 18, 20, 17, 11, 6, 4, 4], [5, 12, 17, 18, 14, 9, 5, 4, 3], rings, sides,
    )  # fmt: skip
    membranosus = tube(
        at((-36, -28, -60), (-34, -32, -170), (-30, -30, -270), (-26, -28, -360), (-22, -26, -428)),
        [4, 9, 15, 20, 23, 22, 17, 8], [4, 8, 12, 15, 16, 15, 11, 5], rings, sides,
    )  # fmt: skip
    magnus = sheet(
        at((-22, -24, -44), (-14, 14, -76), (-8, 40, -110)), at((-6, -60, -44), (-10, -52, -190), (-14, -30, -386)),
        [10.0, 14.0, 12.0, 5.0], [2.0, 2.0, 0.0, 0.0], rings, sides,
    )  # fmt: skip
    gracilis = tube(
        at((-6, -66, -52), (-10, -60, -150), (-14, -50, -260), (-18, -41, -370), (-10, -32, -425), (2, -24, -476)),
        [6, 10, 11, 10, 8, 5, 4], [9, 14, 15, 12, 9, 5, 3], rings, sides,
    )  # fmt: skip
    lateral = tube(
        at((-6, 50, -60), (4, 54, -150), (10, 49, -250), (16, 41, -330), (22, 33, -395)),
        [7, 17, 22, 24, 23, 20, 14, 6], [8, 20, 27, 29, 27, 22, 15, 7], rings, sides,
    )  # fmt: skip
    return {
        "quadriceps": lateral,
        "adductor": join([magnus, gracilis]),
        "hamstrings": join([membranosus, tendinosus, biceps]),
    }


def calf(rings: int, sides: int) -> dict[str, Mesh]:
    """Soleus, the two heads of the gastrocnemius over it, and the Achilles tendon that both end in."""
    soleus = tube(
        at((-14, 22, -452), (-20, 12, -540), (-22, 6, -630), (-34, 5, -712), (-48, 6, -752)),
        [8, 24, 34, 37, 35, 28, 18, 9], [6, 12, 17, 19, 18, 14, 9, 4], rings, sides,
    )  # fmt: skip
    inner = tube(
        at((-16, -20, -396), (-34, -18, -452), (-46, -13, -520), (-42, -7, -585), (-40, -2, -628)),
        [6, 13, 20, 24, 24, 20, 12, 5], [6, 11, 16, 19, 18, 14, 8, 4], rings, sides,
    )  # fmt: skip
    outer = tube(
        at((-16, 22, -400), (-32, 26, -455), (-44, 27, -515), (-41, 20, -570), (-39, 13, -608)),
        [6, 12, 18, 21, 21, 17, 11, 5], [6, 11, 15, 17, 16, 13, 8, 4], rings, sides,
    )  # fmt: skip
    tendon = tube(
        at((-34, 6, -560), (-42, 6, -620), (-47, 5, -670), (-52, 5, -735), (-60, 6, -790), (-66, 6, -832)),
        [22, 24, 22, 16, 11, 8, 6, 6, 7, 9], [3, 4, 4, 4, 4, 5, 5, 5, 5, 4], rings, sides,
    )  # fmt: skip
    return {"soleus": soleus, "gastrocnemius": join([inner, outer]), "achilles": tendon}


def sciatic(rings: int, sides: int) -> Mesh:
    """The sciatic nerve: out of the pelvis through the notch under the joint with the sacrum, between sitting bone
    and thigh bone, down the back of the thigh; above the knee it parts into the two nerves of the lower leg."""
    inside = np.array([[-14.0, 22.0, -50.0], [-26.0, 42.0, -80.0], [-34.0, 62.0, -112.0]])
    trunk = np.concatenate([inside, at((-46, 4, -42), (-40, 9, -100), (-30, 9, -190), (-24, 6, -280), (-26, 4, -345))])
    shin = at(
        (-26, 3, -340),
        (-34, 2, -400),
        (-36, 5, -445),
        (-26, 9, -510),
        (-22, 6, -610),
        (-26, -8, -710),
        (-26, -20, -790),
    )
    side = at((-26, 5, -340), (-30, 18, -395), (-28, 33, -440), (-20, 40, -466), (-4, 38, -500), (4, 34, -560))
    return join([
        tube(trunk, [3.5, 5.0, 5.6, 5.6, 5.4, 5.2], [2.5, 3.5, 4.0, 4.0, 4.0, 4.0], rings, sides),
        tube(shin, [4.2, 4.0, 3.6, 3.2, 2.8], [3.2, 3.0, 3.0, 2.6, 2.4], rings, sides),
        tube(side, [3.4, 3.2, 3.0, 2.6, 2.2], [2.8, 2.8, 2.6, 2.4, 2.0], rings, sides),
    ])  # fmt: skip
