"""A disc drinks: the disc between L3 and L4, cut through the middle, seen from the right."""

from __future__ import annotations

import numpy as np
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry

from tools.anatomy.assemble import Plate, moved_plate
from tools.anatomy.discs import core, disc
from tools.anatomy.frames import Flat, Frame, Story, arrow, cut_bone, drop
from tools.anatomy.mesh import Mesh, turned
from tools.anatomy.palette import PAINTS
from tools.anatomy.parts import Spine, build_spine
from tools.anatomy.raster import Camera
from tools.anatomy.section import section
from tools.anatomy.trace import Style, polygons

CAMERA = Camera(-90.0, 0.0, 9.5)
WINDOW = (-28.0, -19.0, 28.0, 19.0)
RINGS = (1.0, 0.9, 0.8, 0.7, 0.6)
# For each frame: height of the disc as a share of the usual one, how far its rim stands out, width of the core.
STATES = ((1.0, 0.055, 1.0), (0.9, 0.1, 1.08), (0.97, 0.065, 1.0), (1.04, 0.04, 0.98))


def body(mesh: Mesh) -> BaseGeometry:
    """The cut face of a vertebra's body alone."""
    return max(polygons(section(mesh, CAMERA, 0.01), 1.0), key=lambda polygon: polygon.area)


def still(spine: Spine, height: float, bulge: float, wide: float) -> list[Flat]:
    """Both bones and the disc between, pressed to a share of its height; the middle of the disc at the origin."""
    low, high = spine.vertebrae["L4"], spine.vertebrae["L3"]
    lean = (low.upper.lean + high.lower.lean) / 2
    gap = high.lower.centre - low.upper.centre
    plates: list[Plate] = []
    bones: list[Flat] = []
    for vertebra, plate, way in ((low, low.upper, -0.5), (high, high.lower, 0.5)):
        moved = gap * (height * way) - plate.centre
        level = moved_plate(plate, 0.0, plate.centre, moved)
        plates.append(moved_plate(level, -lean, np.zeros(3), np.zeros(3)))
        mesh = vertebra.mesh.moved(turned(vertebra.mesh.vertices + moved, -lean))
        bones += cut_bone(vertebra.name, body(mesh))
    flats = []
    for number, shrink in enumerate(RINGS):
        cut = section(disc(plates[0], plates[1], 96, 15, shrink, bulge), CAMERA, 0.01)
        paint = PAINTS["ring_b" if number % 2 else "ring_a"]
        flats.append(Flat("disc", cut, paint.tones[2], paint.line))
    flats += bones
    soft = section(core(plates[0], plates[1], 64, 21), CAMERA, 0.01)
    soft = scale(soft, wide, 0.94, origin=soft.centroid)
    paint = PAINTS["core"]
    flats.append(Flat("core", soft, paint.tones[2], paint.line))
    return [*flats, Flat("core", scale(soft, 0.72, 0.6, origin=soft.centroid), paint.tones[3])]


def leaving() -> list[Flat]:
    """Load from above and below; water goes out through the bones and the rim."""
    marks = [arrow([(0.0, -18.5), (0.0, -10.0)], 2.2), arrow([(0.0, 18.5), (0.0, 10.0)], 2.2)]
    marks += [drop((x, y * 8.2), (x * 0.03, y), 1.9) for x in (-10.5, -6.0, 6.0, 10.5) for y in (-1.0, 1.0)]
    return marks + [drop((x, 0.0), (x, 0.0), 1.9) for x in (-21.0, 21.5)]


def moving() -> list[Flat]:
    """To and fro."""
    return [arrow([(-9.0, -13.5), (0.0, -16.5), (9.0, -13.5)], 2.0, both=True)]


def entering() -> list[Flat]:
    """Water comes in."""
    marks = [drop((x, y * 11.8), (-x * 0.03, -y), 1.9) for x in (-6.0, 0.0, 6.0) for y in (-1.0, 1.0)]
    return marks + [drop((x, 0.0), (-x, 0.0), 1.9) for x in (-25.0, 25.5)]


def story() -> Story:
    """As it is; a little thinner under load; drinking at rest; plump, and moving."""
    spine = build_spine(3, 1)
    marks: list[list[Flat]] = [[], leaving(), entering(), moving()]
    frames = [Frame([], still(spine, *state) + mark) for state, mark in zip(STATES, marks, strict=True)]
    return Story(CAMERA, WINDOW, frames, Style(tolerance=0.8, line_width=2.4), 5.0)
