"""Puts the parts together under their names and layers; every drawing and the 3D file take theirs from here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tools.anatomy import legs, ligaments, muscles, nerves
from tools.anatomy.assemble import Plate, Vertebra, sacral_plate, stack
from tools.anatomy.discs import core, disc
from tools.anatomy.landmarks import Landmarks
from tools.anatomy.mesh import Mesh, join
from tools.anatomy.sacrum import sacrum
from tools.anatomy.source import bone
from tools.anatomy.subdivide import smooth

# From the source's pelvis frame (between the front spines) to ours; puts the hips 15 in front of and 111 below S1.
PELVIS_SHIFT = (86.0, 0.0, -45.0)

# Size of the inner rings of a disc as a share of its outline.
RINGS = (0.86, 0.70)


@dataclass(frozen=True)
class Part:
    """One thing that can be picked and coloured. `layer`: bones, discs, nerves, muscles or ligaments."""

    name: str
    layer: str
    mesh: Mesh
    grid: tuple[int, int] | None = None  # rings and sides of the tubes it is made of, for fibre lines in drawings


@dataclass(frozen=True)
class Spine:
    """The skeleton that the soft parts hang on: vertebrae from L5 upwards and the plate they stand on."""

    vertebrae: dict[str, Vertebra]
    base: Plate

    def gaps(self) -> Iterable[tuple[str, str, Plate, Plate]]:
        """Each disc space from below: names of the upper and lower bone, the plate below it and above it."""
        below, name = self.base, "S1"
        for vertebra in self.vertebrae.values():
            yield vertebra.name, name, below, vertebra.lower
            below, name = vertebra.upper, vertebra.name

    def marks(self) -> dict[str, Landmarks]:
        """Landmarks of every vertebra, from L5 upwards."""
        return {name: Landmarks(vertebra) for name, vertebra in self.vertebrae.items()}


def build_spine(levels: int, thoracic: int) -> Spine:
    """Vertebrae subdivided `levels` times, up to the given number of thoracic ones (T12 first)."""
    return Spine(stack(levels, thoracic), sacral_plate())


def bones(spine: Spine, sacrum_step: float, sacrum_triangles: int | None = None) -> list[Part]:
    """Sacrum and vertebrae."""
    found = [Part("sacrum", "bones", sacrum(sacrum_step, sacrum_triangles))]
    return found + [Part(v.name, "bones", v.mesh) for v in spine.vertebrae.values()]


def discs(spine: Spine, count: int, layers: int) -> list[Part]:
    """All discs, named from the bone above to the bone below: "disc_L4_L5"."""
    return [
        Part(f"disc_{above}_{below}", "discs", disc(low, high, count, layers))
        for above, below, low, high in spine.gaps()
    ]


def disc_insides(spine: Spine, count: int) -> list[Part]:
    """Two inner rings and the core of each lumbar disc: "ring_L4_L5_1" (outer), "ring_L4_L5_2", "core_L4_L5"."""
    found = []
    for above, below, low, high in spine.gaps():
        if above.startswith("L"):
            for number, shrink in enumerate(RINGS, start=1):
                found.append(Part(f"ring_{above}_{below}_{number}", "discs", disc(low, high, count, 4, shrink)))
            found.append(Part(f"core_{above}_{below}", "discs", core(low, high, count)))
    return found


def pelvis(levels: int) -> list[Part]:
    """Both hip bones as one part, placed on the sacrum."""
    raw = bone("pelvis_left")
    fine = smooth(raw, np.zeros((0, 2), dtype=np.int64), levels)
    left = fine.moved(fine.vertices + np.array(PELVIS_SHIFT))
    return [Part("pelvis", "bones", join([left, left.mirrored()]))]


def both(name: str, layer: str, left: Mesh, grid: tuple[int, int] | None = None) -> list[Part]:
    """A part on the left and its mirror image on the right."""
    return [Part(f"{name}_left", layer, left, grid), Part(f"{name}_right", layer, left.mirrored(), grid)]


def nerve_parts(spine: Spine, rings: int, sides: int) -> list[Part]:
    """Canal, cord, cauda equina and the roots L1-S1."""
    marks = spine.marks()
    line = list(marks.values())
    found = [
        Part("canal", "nerves", nerves.canal(line, rings * 3, sides * 2)),
        Part("cord", "nerves", nerves.cord(line, rings, sides + 2)),
        Part("cauda_equina", "nerves", nerves.cauda(line, rings * 2, max(sides - 3, 4))),
    ]
    for name in ("L1", "L2", "L3", "L4", "L5"):
        found += both(f"nerve_{name}", "nerves", nerves.root(marks, name, rings, sides))
    return found + both("nerve_S1", "nerves", nerves.first_sacral_root(marks, rings, sides))


def muscle_parts(spine: Spine, top: str, rings: int, sides: int) -> list[Part]:
    """Multifidus, erector spinae, psoas and quadratus lumborum on both sides."""
    marks = spine.marks()
    # A tube has two more rings than asked for: its rounded ends.
    left = {
        "multifidus": (muscles.multifidus(marks, rings // 2 + 4, sides), (rings // 2 + 6, sides)),
        "erector": (muscles.erector(marks, top, rings * 2, sides + 2), (rings * 2 + 2, sides + 2)),
        "psoas": (muscles.psoas(marks, rings * 2, sides + 4), (rings * 2 + 2, sides + 4)),
        "quadratus": (muscles.quadratus(marks, rings, sides + 2), (rings + 2, sides + 2)),
    }
    return [part for name, (mesh, grid) in left.items() for part in both(f"muscle_{name}", "muscles", mesh, grid)]


def leg_bones(levels: int) -> list[Part]:
    """Thigh bone, shin bone, calf bone and foot on both sides."""
    return [part for name, mesh in legs.bones(levels).items() for part in both(name, "bones", mesh)]


def leg_muscles(rings: int, sides: int) -> list[Part]:
    """Buttock, thigh and calf on both sides, the deeper ones first."""
    left = legs.gluteus(rings, sides) | legs.thigh(rings, sides) | legs.calf(rings, sides)
    grid = (rings + 2, sides)
    return [part for name, mesh in left.items() for part in both(f"muscle_{name}", "muscles", mesh, grid)]


def sciatic_nerve(rings: int, sides: int) -> list[Part]:
    """The sciatic nerve on both sides."""
    return both("nerve_sciatic", "nerves", legs.sciatic(rings, sides))


def facet_parts(spine: Spine, sides: int = 12) -> list[Part]:
    """The capsules of the lumbar facet joints, where the arches of two neighbours come closest."""
    found = []
    lumbar = [v for name, v in spine.vertebrae.items() if name.startswith("L")]
    for lower, upper in pairwise(lumbar):
        left = ligaments.facet(lower, upper, sides)
        found += both(f"facet_{upper.name}_{lower.name}", "ligaments", left)
    return found


def ligament_parts(spine: Spine, rings: int, sides: int) -> list[Part]:
    """Anterior and posterior longitudinal and supraspinous ligament."""
    line = list(spine.marks().values())
    meshes = {
        "anterior": ligaments.anterior(line, rings, sides),
        "posterior": ligaments.posterior(line, rings, sides),
        "supraspinous": ligaments.supraspinous(line, rings, sides),
    }
    return [Part(f"ligament_{name}", "ligaments", mesh, (rings + 2, sides)) for name, mesh in meshes.items()]
