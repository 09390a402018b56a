"""A joint that ages like skin: the left facet joint of L4 and L5, cut level, from above, front of the body on top."""

from __future__ import annotations

import numpy as np
from shapely import Point
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from tools.anatomy import nerves
from tools.anatomy.discs import disc
from tools.anatomy.frames import Flat, Frame, Story, arrow, cut_bone
from tools.anatomy.mesh import Mesh, turned
from tools.anatomy.palette import PAINTS
from tools.anatomy.parts import Spine, build_spine
from tools.anatomy.raster import Camera
from tools.anatomy.section import section
from tools.anatomy.trace import Style, polygons

CAMERA = Camera(180.0, 90.0, 10.5)
WINDOW = (-36.0, 12.0, 8.0, 52.0)
HEIGHT = -0.99  # mm above the middle of the disc: where the joint is widest
# For each frame: how thick the rims of the bones have grown, and how thick the smooth layer between them is (mm).
STATES = ((0.0, 2.0), (1.0, 1.7), (2.1, 1.4), (2.1, 1.4))


def cut_faces(spine: Spine) -> dict[str, BaseGeometry]:
    """Both bones, the disc's rings and the sac, cut in the plane of the disc's middle."""
    low, high = spine.vertebrae["L5"], spine.vertebrae["L4"]
    lean = (low.upper.lean + high.lower.lean) / 2
    middle = (low.upper.centre + high.lower.centre) / 2

    def cut(mesh: Mesh) -> BaseGeometry:
        return section(mesh.moved(turned(mesh.vertices - middle, -lean)), CAMERA, HEIGHT)

    faces = {name: cut(spine.vertebrae[name].mesh) for name in ("L4", "L5")}
    for number, shrink in enumerate((1.0, 0.9, 0.8, 0.7), start=1):
        faces[f"ring_{number}"] = cut(disc(low.upper, high.lower, 96, 9, shrink))
    faces["canal"] = cut(nerves.canal(list(spine.marks().values()), 80, 48))
    return faces


def soft(shape: BaseGeometry, radius: float) -> BaseGeometry:
    """The shape without corners and specks smaller than the radius."""
    return shape.buffer(-radius).buffer(2 * radius).buffer(-radius)


def joint(upper: BaseGeometry, lower: BaseGeometry, rim: float, gap: float) -> list[Flat]:
    """The joint's parts: capsule, both bones with their rims, smooth layers and the fluid between."""
    touch = upper.buffer(1.6).intersection(lower)  # what of the lower bone gives way to the joint
    area = max(polygons(touch, 0.5), key=lambda polygon: polygon.area)
    around = area.buffer(1.8)
    grown = soft(upper.union(upper.buffer(rim).intersection(around.difference(lower))), 1.2)
    under = soft(lower.union(lower.buffer(rim).intersection(around)).difference(grown.buffer(gap)), 0.9)
    between = grown.buffer(gap + 0.3).intersection(under.buffer(gap + 0.3)).difference(grown).difference(under)
    fluid = between.intersection(grown.buffer(gap * 0.62)).difference(grown.buffer(gap * 0.38))
    capsule = soft(between.buffer(2.4), 1.0)
    sheath, layer = PAINTS["ligaments"], PAINTS["core"]
    flats = [Flat("facet_capsule", capsule, sheath.tones[2], sheath.line)]
    flats += [Flat("cartilage", soft(between, 0.2).buffer(0.15), layer.tones[2], layer.line)]
    flats += [Flat("fluid", fluid, "#5F9BA4")]
    return flats + cut_bone("L5", under) + cut_bone("L4", grown)


def story() -> Story:
    """Smooth and young; rims a little thicker; thicker with age; still gliding."""
    faces = cut_faces(build_spine(3, 1))
    left = Point(-20.0, 24.0).buffer(26.0)
    low = max(polygons(faces["L5"].intersection(left), 0.0), key=lambda polygon: polygon.area)
    frames = []
    for state in STATES:
        flats = []
        for name in ("ring_1", "ring_2", "ring_3", "ring_4"):
            paint = PAINTS["ring_a" if name in ("ring_1", "ring_3") else "ring_b"]
            flats.append(Flat(name, faces[name], paint.tones[2], paint.line))
        sac = PAINTS["sac"]
        flats.append(Flat("canal", faces["canal"], sac.tones[2], sac.line))
        for turn in np.linspace(0.0, 2 * np.pi, 8, endpoint=False):
            strand = translate(faces["canal"].centroid, np.cos(turn) * 5.0, np.sin(turn) * 3.4).buffer(0.95)
            flats.append(Flat("cauda_equina", strand, PAINTS["nerves"].tones[2], sac.line))
        flats += joint(faces["L4"], low, *state)
        frames.append(Frame([], flats))
    frames[3].flats.append(arrow([(-16.5, 47.0), (-14.0, 41.0), (-8.0, 37.5)], 1.5, both=True))
    return Story(CAMERA, WINDOW, frames, Style(tolerance=0.8, line_width=2.4), 5.0)
