"""The canal: L3 to L5 cut through the middle, seen from the right; the soft rim, and what bending forward does."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from shapely import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from tools.anatomy import bending, nerves
from tools.anatomy.discs import core, disc
from tools.anatomy.frames import Flat, Frame, Story, arrow, cut_bone
from tools.anatomy.landmarks import Landmarks
from tools.anatomy.mesh import Floats, Mesh, turned
from tools.anatomy.palette import PAINTS
from tools.anatomy.parts import Part, Spine, build_spine
from tools.anatomy.raster import Camera
from tools.anatomy.section import on_picture, section
from tools.anatomy.trace import Style, polygons
from tools.anatomy.tubes import curve, tube

CAMERA = Camera(-90.0, 0.0, 6.2)
WINDOW = (-60.0, -94.0, 40.0, -25.0)
SHOWN = ("L5", "L4", "L3")
# For each frame: how far the discs' rims stand out, half the thickness of the yellow ligament (mm), and the bend as a
# share of the full movement, forward positive.
STATES = ((0.055, 1.4, 0.0), (0.17, 3.4, 0.0), (0.21, 4.0, -0.8), (0.1, 2.3, 0.75))


class Cut:
    """The bent bones, discs and soft parts of one frame, as faces of the cut."""

    def __init__(self, spine: Spine, bulge: float, rim: float, share: float) -> None:
        self.spine, self.marks = spine, spine.marks()
        self.chain = bending.joints(spine)
        moves = bending.FORWARD if share > 0 else bending.BACK
        # L5 stays where it is: the joint below it keeps still.
        self.degrees = [0.0 if joint.above == "L5" else moves[joint.above] * share for joint in self.chain]
        self.bones = {
            name: section(self.bent(name, "bones", spine.vertebrae[name].mesh), CAMERA, 0.01) for name in SHOWN
        }
        self.discs = {}
        self.cores = {}
        for above, below, low, high in spine.gaps():
            if above in SHOWN:
                name = f"disc_{above}_{below}"
                self.discs[name] = section(self.bent(name, "discs", disc(low, high, 96, 13, 1.0, bulge)), CAMERA, 0.01)
                self.cores[name] = section(self.bent(name, "discs", core(low, high, 48, 13)), CAMERA, 0.01)
        rims = [self.bent("rim", "ligaments", self._yellow(low, high, rim)) for low, high in self._pairs()]
        self.rims = [section(mesh, CAMERA, 0.01).buffer(0.9).buffer(-0.9) for mesh in rims]

    def bent(self, name: str, layer: str, mesh: Mesh) -> Mesh:
        """A mesh in this frame's posture."""
        place = bending.places(Part(name, layer, mesh), self.chain)
        return mesh.moved(self.moved(mesh.vertices, place))

    def moved(self, points: Floats, place: Floats) -> Floats:
        """Points bent; the whole is then turned back half way, so that the middle of the picture stays in its place."""
        middle = self.chain[1]
        return turned(bending.bend(points, place, self.chain, self.degrees), -self.degrees[1] / 2, middle.pivot)

    def line(self) -> Floats:
        """The middle of the canal, bent, in millimetres of the picture, from above."""
        marks = [self.marks[name] for name in ("L5", "L4", "L3", "L2")]
        line = curve(nerves.canal_line(marks), 200)
        place = bending.places(Part("line", "nerves", Mesh(line, np.zeros((0, 3), dtype=np.int64))), self.chain)
        return on_picture(self.moved(line, place), CAMERA)

    def _pairs(self) -> list[tuple[Landmarks, Landmarks]]:
        return [(self.marks[low], self.marks[high]) for low, high in pairwise(("L5", "L4", "L3", "L2"))]

    def _yellow(self, low: Landmarks, high: Landmarks, half: float) -> Mesh:
        """The yellow ligament in the midline, from the front of one arch to the upper edge of the next."""
        above, below = _arch(high), _arch(low)
        start = above[(above @ [0.75, 0.0, -0.66]).argmax()]
        end = below[(below @ [0.6, 0.0, 0.8]).argmax()]
        ends = high.point(*start), low.point(*end)
        # What is thick swells forward, into the canal.
        middle = (ends[0] + ends[1]) / 2 + [(half - 1.4) * 1.4, 0.0, 0.0]
        return tube(np.array([ends[0], middle, ends[1]]), [5.0], [half * 0.7, half, half * 0.7], 24, 20)

    def sac(self) -> BaseGeometry:
        """The sac around the nerves, giving way to the walls of the canal."""
        marks = [self.marks[name] for name in ("L5", "L4", "L3", "L2")]
        # The sac with its soft surroundings would fill the whole canal of this cut.
        middle = nerves.canal_line(marks) + np.array([1.5, 0.0, 0.0])
        roomy = tube(middle, [nerves.SAC_WIDTH], [9.6], 120, 40)
        whole = section(self.bent("canal", "nerves", roomy), CAMERA, 0.01)
        walls = unary_union([*self.bones.values(), *self.discs.values(), *self.rims]).buffer(0.7)
        free = whole.difference(walls).buffer(-1.2).buffer(2.4).buffer(-1.2)
        return max(polygons(free, 0.0), key=lambda polygon: polygon.area)

    def strands(self, sac: BaseGeometry) -> list[BaseGeometry]:
        """The nerves in the sac: lines that keep their share of its width."""
        line = self.line()
        along = np.gradient(line, axis=0)
        across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.linalg.norm(along, axis=1)[:, None]
        ends = []
        for here, way in zip(line, across, strict=True):
            met = LineString([here - way * 9.0, here + way * 9.0]).intersection(sac)
            if met.is_empty:
                continue
            piece = max(getattr(met, "geoms", [met]), key=lambda item: item.length)
            ends.append(np.array(piece.coords)[[0, -1]])
        sides = np.array(ends)
        for _ in range(4):
            sides[1:-1] = (sides[:-2] + 2 * sides[1:-1] + sides[2:]) / 4
        near, far = sides[2:-2, 0], sides[2:-2, 1]
        return [LineString(near + (far - near) * share).buffer(0.42) for share in (0.22, 0.41, 0.6, 0.79)]


def _arch(mark: Landmarks) -> Floats:
    """Points of the arch in the midline, in the vertebra's own frame."""
    return mark.local[(np.abs(mark.local[:, 1]) < 1.5) & (mark.local[:, 0] < mark.back - 6.0)]


def still(spine: Spine, state: tuple[float, float, float]) -> Frame:
    """One frame without arrows."""
    cut = Cut(spine, *state)
    ring, soft, sac, nerve, yellow = (PAINTS[name] for name in ("discs", "core", "sac", "nerves", "ligaments"))
    flats = [Flat(name, shape, ring.tones[2], ring.line) for name, shape in cut.discs.items()]
    flats += [Flat(name, cut.cores[name], soft.tones[2]) for name in cut.discs]
    for name, shape in cut.bones.items():
        flats += cut_bone(name, shape)
    space = cut.sac()
    flats.append(Flat("canal", space, sac.tones[2], sac.line))
    flats += [Flat("cauda_equina", strand, nerve.tones[2]) for strand in cut.strands(space)]
    solid = unary_union(list(cut.bones.values()))
    flats += [Flat("ligament_yellow", rim.difference(solid), yellow.tones[1], yellow.line) for rim in cut.rims]
    behind = [Part(name, "bones", cut.bent(name, "bones", spine.vertebrae[name].mesh)) for name in SHOWN]
    return Frame(behind, flats, limit=-0.5)


def story() -> Story:
    """Roomy; narrower; standing straight; bending forward, which opens it."""
    spine = build_spine(3, 1)
    frames = [still(spine, state) for state in STATES]
    frames[3].flats.append(arrow([(6.0, -91.0), (20.0, -88.0), (31.0, -78.0)], 2.6))
    frames[3].flats.append(arrow([(-20.6, -45.0), (-3.4, -42.6)], 2.2, both=True))
    return Story(CAMERA, WINDOW, frames, Style(blur=3.0, tolerance=0.9, smallest=40.0, line_width=2.0), 4.0)
