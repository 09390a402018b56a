"""Bending and lifting: lower back, pelvis and back muscles from the right side."""

from __future__ import annotations

import numpy as np
from shapely import Point, Polygon, box, make_valid
from shapely.ops import unary_union

from tools.anatomy import bending, parts
from tools.anatomy.frames import Flat, Frame, Story, arrow
from tools.anatomy.mesh import Floats, turned
from tools.anatomy.parts import Part
from tools.anatomy.raster import Camera, outline
from tools.anatomy.trace import Style
from tools.anatomy.tubes import curve

HIP = np.array([15.0, 0.0, -111.0])  # the pelvis tips forward about the hip joints
# For each frame: share of the full forward bend of the lower back, and how far the pelvis tips (degrees).
POSES = ((0.0, 0.0), (0.5, 14.0), (1.0, 40.0), (0.25, 16.0))
CAMERA = Camera(-90.0, 0.0, 1.75)
SKIN = "#CDB994"


def posed(part: Part, chain: list[bending.Joint], share: float, tip: float) -> Part:
    """A part in a bent posture."""
    degrees = [bending.FORWARD[joint.above] * share for joint in chain]
    moved: Floats = bending.bend(part.mesh.vertices, bending.places(part, chain), chain, degrees)
    return Part(part.name, part.layer, part.mesh.moved(turned(moved, tip, HIP)), part.grid)


# Skin of the trunk in standing: x, z and how many joints lie below; forward up the belly, then down the back.
FRONT = ((82.0, -112.0, 0.0), (100.0, -75.0, 0.0), (110.0, -30.0, 0.5), (112.0, 20.0, 1.5), (108.0, 65.0, 2.5))
FRONT += ((106.0, 110.0, 3.5), (108.0, 150.0, 4.5), (110.0, 185.0, 5.0), (110.0, 225.0, 5.0))
FRONT += ((112.0, 272.0, 5.0), (98.0, 288.0, 5.0))
BACK = ((-92.0, 288.0, 5.0), (-110.0, 276.0, 5.0), (-110.0, 235.0, 5.0), (-102.0, 190.0, 5.0))
BACK += ((-88.0, 150.0, 4.5), (-76.0, 110.0, 3.5))
BACK += ((-70.0, 65.0, 2.5), (-76.0, 25.0, 1.0), (-96.0, -15.0, 0.0), (-116.0, -55.0, 0.0), (-122.0, -95.0, 0.0))
BACK += ((-108.0, -130.0, 0.0), (-70.0, -150.0, 0.0), (30.0, -150.0, 0.0))
LEGS = ((-84.0, -128.0), (-60.0, -70.0), (40.0, -60.0), (84.0, -100.0), (84.0, -140.0), (76.0, -200.0), (-74.0, -200.0))


def skin(chain: list[bending.Joint], share: float, tip: float) -> Flat:
    """The outline of the body from the side, bent with the spine; the legs stay."""
    edge = np.array([*FRONT, *BACK])
    points = np.stack([edge[:, 0], np.zeros(len(edge)), edge[:, 1]], axis=1)
    degrees = [bending.FORWARD[joint.above] * share for joint in chain]
    moved = turned(bending.bend(points, edge[:, 2], chain, degrees), tip, HIP)
    trunk = make_valid(Polygon(curve(np.concatenate([moved, moved[:1]]), 160)[:, [0, 2]] * [1, -1]))
    legs = Polygon(np.array(LEGS) * [1, -1])
    whole = unary_union([trunk, legs, Point(HIP[0] - 4.0, -HIP[2]).buffer(72.0)])
    return Flat("skin", whole.buffer(16.0).buffer(-26.0).buffer(10.0), SKIN)


def story() -> Story:
    """Upright; half bent; far bent; lifting something held close, with the muscles at work."""
    spine = parts.build_spine(2, 3)
    chain = bending.joints(spine)
    shown = parts.bones(spine, 2.0) + parts.discs(spine, 40, 7) + parts.pelvis(2)
    wanted = ("muscle_erector_right", "muscle_multifidus_right")
    shown += [part for part in parts.muscle_parts(spine, "T10", 28, 20) if part.name in wanted]
    poses = [[posed(part, chain, *pose) for part in shown] for pose in POSES]
    skins = [skin(chain, *pose) for pose in POSES]
    frames = [Frame(pose, fibres=3, under=[flat]) for pose, flat in zip(poses, skins, strict=True)]
    strong = dict.fromkeys(wanted, "muscles_active")
    lift = [*load(), arrow([(168.0, 14.0), (168.0, -24.0)], 8.0)]
    frames[3] = Frame(poses[3], lift, strong, fibres=3, under=[skins[3]])
    bounds = unary_union([flat.shape for flat in skins]).bounds
    bones = outline([part.mesh for pose in poses for part in pose], CAMERA)
    window = (min(bounds[0], bones[0]), min(bounds[1], bones[1]), max(bounds[2], bones[2], 210.0), 180.0)
    return Story(CAMERA, window, frames, Style(blur=2.4, edge=1.0, tolerance=1.0, smallest=40.0, line_width=1.8))


def load() -> list[Flat]:
    """A soft box held close to the body."""
    body = box(134.0, 22.0, 202.0, 78.0).buffer(-6.0).buffer(6.0)
    lid = box(134.0, 22.0, 202.0, 37.0).intersection(body)
    return [Flat("load", body, "#E3F1EF", "#0B6E6E"), Flat("load", lid, "#BFDEDB")]
