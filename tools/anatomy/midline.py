"""The low back cut through the middle, seen from the right: cord, bundle of nerves and long ligaments in their places.

Ligaments are drawn a little thicker than they are, so that a finger finds them on a phone.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from shapely import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from tools.anatomy import ligaments, nerves
from tools.anatomy.discs import core, disc
from tools.anatomy.frames import Flat, Frame, Story, cut_bone, draw_frame
from tools.anatomy.landmarks import Landmarks
from tools.anatomy.mesh import Mesh
from tools.anatomy.palette import PAINTS
from tools.anatomy.parts import Spine, build_spine
from tools.anatomy.raster import Camera
from tools.anatomy.sacrum import sacrum
from tools.anatomy.section import on_picture, section
from tools.anatomy.trace import Style, polygons
from tools.anatomy.tubes import curve

CAMERA = Camera(-90.0, 0.0, 4.2)
WINDOW = (-92.0, -224.0, 56.0, 62.0)
THICKER = 0.5  # mm on every side of a ligament
FIBRE = 5.0  # mm between the fibres drawn across a ligament


def _cut(mesh: Mesh) -> BaseGeometry:
    return section(mesh, CAMERA, 0.01)


def _strands(marks: list[Landmarks], sac: BaseGeometry) -> list[BaseGeometry]:
    """The bundle of nerves as lines from the end of the cord to S2, spread through the sac from front to back."""
    middle = curve(nerves.canal_line([mark for mark in marks if mark.name.startswith("L")]), 120)
    lines = []
    for share in (-0.8, -0.45, -0.1, 0.25, 0.6):
        away = np.concatenate([np.linspace(0.35, 1.0, 40), np.full(40, 1.0), np.linspace(1.0, 0.2, 40)])
        shifted = middle + (away * share * nerves.SAC_DEPTH)[:, None] * np.array([1.0, 0.0, 0.0])
        strand = LineString(on_picture(shifted, CAMERA)).buffer(0.55).intersection(sac.buffer(-0.4))
        lines.append(max(polygons(strand, 0.0), key=lambda polygon: polygon.area))  # no scraps where the sac is narrow
    return lines


def _ligament(name: str, shape: BaseGeometry, behind: BaseGeometry) -> list[Flat]:
    """A ligament that gives way to what it lies on, with fibres across it: told apart without colour too."""
    band = shape.buffer(THICKER).difference(behind)
    left, top, right, bottom = band.bounds
    steps = np.arange(top - (right - left), bottom, FIBRE)
    fibres = unary_union([LineString([(left, y), (right, y + (right - left) * 0.5)]).buffer(0.3) for y in steps])
    paint = PAINTS["ligaments"]
    return [Flat(name, band, paint.tones[1], paint.line), Flat(name, fibres.intersection(band), paint.line)]


def faces(spine: Spine) -> list[Flat]:
    """All cut faces, those that lie on others last."""
    marks = list(spine.marks().values())
    ring, soft, sac, nerve = (PAINTS[name] for name in ("discs", "core", "sac", "nerves"))
    bones = {"sacrum": _cut(sacrum(1.5))} | {v.name: _cut(v.mesh) for v in spine.vertebrae.values()}
    found, solid = [], list(bones.values())
    for above, below, low, high in spine.gaps():
        whole = _cut(disc(low, high, 96, 13))
        solid.append(whole)
        found.append(Flat(f"disc_{above}_{below}", whole, ring.tones[2], ring.line))
        if above.startswith("L"):
            found.append(Flat(f"core_{above}_{below}", _cut(core(low, high, 48, 13)), soft.tones[2], ring.line))
    for name, shape in bones.items():
        found += cut_bone(name, shape)
    hard = unary_union(solid)
    free = _cut(nerves.canal(marks, 160, 40)).difference(hard.buffer(0.4))
    space = free.buffer(0.9).buffer(-1.8).buffer(0.9)  # the tube folds where it turns into the sacrum
    found.append(Flat("canal", space, sac.tones[2], sac.line))
    found += [Flat("cauda_equina", strand, nerve.tones[1]) for strand in _strands(marks, space)]
    cord = _cut(nerves.cord(marks, 80, 30)).intersection(space.buffer(-0.5))
    found.append(Flat("cord", cord, nerve.tones[2], nerve.line))
    for name, mesh in (
        ("ligament_anterior", ligaments.anterior(marks, 160, 16)),
        ("ligament_posterior", ligaments.posterior(marks, 160, 16)),
        ("ligament_supraspinous", ligaments.supraspinous(marks, 160, 16)),
    ):
        found += _ligament(name, _cut(mesh), hard)
    return found


def drawing(_folder: Path) -> str:
    """The SVG of the cut."""
    story = Story(CAMERA, WINDOW, [Frame([], faces(build_spine(3, 2)))], Style(tolerance=0.8, line_width=2.4), 6.0)
    return draw_frame(story, story.frames[0])
