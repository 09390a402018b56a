"""Canal, spinal cord, cauda equina and nerve roots, laid through the canal and the foramina of the placed bones."""

from __future__ import annotations

import numpy as np

from tools.anatomy.landmarks import Landmarks, sacral_point
from tools.anatomy.mesh import Floats, Mesh, join
from tools.anatomy.tubes import tube

# Middle of the sacral canal in the sacrum's own frame, downwards.
SACRAL_CANAL = ((-24.5, 0.0, 2.0), (-25.5, 0.0, -20.0), (-26.5, 0.0, -42.0))
SAC_WIDTH, SAC_DEPTH = 7.6, 5.8  # half sizes of the dural sac in the lumbar canal (about 15 by 12)
ROOT = 2.3  # radius of a nerve root outside the canal


def canal_line(marks: list[Landmarks]) -> Floats:
    """The canal's middle from the highest vertebra down to S2; `marks` run from L5 upwards."""
    points = []
    for mark in reversed(marks):
        points += [mark.canal(mark.height * 0.3), mark.canal(-mark.height * 0.4)]
    return np.array([*points, *(sacral_point(*p) for p in SACRAL_CANAL)])


def canal(marks: list[Landmarks], rings: int, sides: int) -> Mesh:
    """The dural sac: fills most of the canal and ends at S2."""
    width = [6.6, 6.8, SAC_WIDTH, SAC_WIDTH, SAC_WIDTH, SAC_WIDTH, 7.0, 5.0, 2.0]
    depth = [SAC_DEPTH] * 7 + [4.0, 1.6]
    return tube(canal_line(marks), width, depth, rings, sides)


def sac_piece(marks: list[Landmarks], top: Floats, bottom: Floats, rings: int, sides: int) -> Mesh:
    """A piece of the dural sac between two points, for drawings of one level; `marks` from below upwards."""
    points = [p for m in reversed(marks) for p in (m.canal(m.height * 0.3), m.canal(-m.height * 0.4))]
    return tube(np.array([top, *points, bottom]), [SAC_WIDTH], [SAC_DEPTH], rings, sides)


def cord(marks: list[Landmarks], rings: int, sides: int) -> Mesh:
    """The spinal cord; it ends as a cone beside the disc under L1."""
    names = [mark.name for mark in marks]
    first = marks[names.index("L1")]
    above = [m for m in reversed(marks) if m.name.startswith("T")]
    points = [p for m in above for p in (m.canal(m.height * 0.3), m.canal(-m.height * 0.4))]
    points += [first.canal(first.height * 0.3), first.canal(-first.height * 0.6)]
    return tube(np.array(points), [4.4, 4.4, 4.6, 4.2, 0.8], [3.6, 3.6, 3.8, 3.4, 0.8], rings, sides)


def cauda(marks: list[Landmarks], rings: int, sides: int) -> Mesh:
    """The cauda equina: strands that hang from the end of the cord to S2."""
    line = canal_line([mark for mark in marks if mark.name.startswith("L")])
    strands = []
    for turn in np.linspace(0.0, 2 * np.pi, 8, endpoint=False):
        spread = np.linspace(0.35, 1.0, len(line))
        spread[-3:] = (0.75, 0.5, 0.3)
        away = np.array([np.cos(turn) * 3.2, np.sin(turn) * 4.4, 0.0])
        strands.append(tube(line + spread[:, None] * away, [0.8, 0.95, 0.9, 0.6], [0.8, 0.95, 0.9, 0.6], rings, sides))
    return join(strands)


def root_path(marks: dict[str, Landmarks], name: str) -> tuple[Floats, list[float]]:
    """Course and radii of the left root `name`: beside the canal, under its vertebra's pedicle, forward and down."""
    here = marks[name]
    back, drop = here.back, here.height
    start = here.canal(drop * 0.45) + np.array([0.0, 5.5, 0.0])
    below = here.canal(-drop * 0.02) + np.array([0.0, 8.0, 0.0])
    path = [start, below, here.point(back - 4.5, 14.0, -drop * 0.24), here.point(back - 1.0, 23.0, -drop * 0.5)]
    if name == "L5":
        path += [sacral_point(0.0, 33.0, 6.0), sacral_point(12.0, 36.0, -12.0), sacral_point(8.0, 36.0, -45.0)]
    else:
        path += [here.point(back + 5.0, 31.0, -drop * 0.95), here.point(back + 10.0, 37.0, -drop * 1.7)]
    # Thicker just outside the canal: the ganglion.
    size = [1.3, 1.7, ROOT * 1.35, ROOT, ROOT, ROOT * 0.9, ROOT * 0.8]
    return np.array(path), size[: len(path)]


def root(marks: dict[str, Landmarks], name: str, rings: int, sides: int, piece: slice = slice(None)) -> Mesh:
    """The left root as a tube; `piece` takes some of the points of its path, for drawings of one level."""
    path, size = root_path(marks, name)
    return tube(path[piece], size[piece], size[piece], rings, sides)


def first_sacral_root(marks: dict[str, Landmarks], rings: int, sides: int) -> Mesh:
    """The left S1 root: from the canal behind the lowest disc through the first hole of the sacrum."""
    start = marks["L5"].canal(-marks["L5"].height * 0.5) + np.array([0.0, 5.0, 0.0])
    inside = ((-25.0, 9.0, -6.0), (-22.0, 15.5, -20.0), (-14.0, 18.5, -28.5), (0.0, 20.0, -33.0), (4.0, 24.0, -55.0))
    size = [1.3, 1.6, 2.6, ROOT, ROOT, ROOT * 0.8]
    return tube(np.array([start, *(sacral_point(*p) for p in inside)]), size, size, rings, sides)
