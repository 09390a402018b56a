"""Long ligaments as thin strips, in front of and behind the bodies and over the spinous tips; facet joint capsules."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from tools.anatomy.assemble import Vertebra
from tools.anatomy.landmarks import Landmarks, sacral_point
from tools.anatomy.mesh import Floats, Mesh, loft
from tools.anatomy.tubes import tube


def anterior(marks: list[Landmarks], rings: int, sides: int) -> Mesh:
    """Along the front of bodies and discs, broadening downwards."""
    points = [m.point(m.front - waist, 0.0, m.height * z) for m in reversed(marks) for z, waist in STEPS]
    points += [sacral_point(17.5, 0.0, 0.0), sacral_point(13.0, 0.0, -16.0)]
    return tube(np.array(points), [8.0, 9.0, 11.0, 12.0], [1.1], rings, sides)


# Height on a body as a share, and how far its waist lies behind the rims (millimetres).
STEPS = ((0.5, -0.6), (0.0, 2.0), (-0.5, -0.6))


def posterior(marks: list[Landmarks], rings: int, sides: int) -> Mesh:
    """Along the back of bodies and discs, inside the canal."""
    points = [m.point(m.back - 0.6, 0.0, m.height * z) for m in reversed(marks) for z, _ in STEPS]
    points += [sacral_point(-17.0, 0.0, 0.0), sacral_point(-19.0, 0.0, -14.0)]
    return tube(np.array(points), [4.5, 4.0, 3.0], [0.7], rings, sides)


def supraspinous(marks: list[Landmarks], rings: int, sides: int) -> Mesh:
    """From tip to tip of the spinous processes down to the sacrum."""
    points = [m.spinous() + np.array([-1.0, 0.0, 0.0]) for m in reversed(marks)]
    points.append(sacral_point(-47.0, 0.0, -16.0))
    return tube(np.array(points), [2.6], [1.4], rings, sides)


def facet(lower: Vertebra, upper: Vertebra, sides: int = 12) -> Mesh:
    """The left capsule: a flat egg around the middle of the facing joint surfaces."""
    above = _arch(upper, below=True)
    below = _arch(lower, below=False)
    distance, nearest = cKDTree(below).query(above)
    close = distance <= np.percentile(distance, 12)
    centre = (above[close].mean(axis=0) + below[nearest[close]].mean(axis=0)) / 2 + np.array([-0.5, 1.5, 0.0])
    # The joint faces backwards and inwards; the capsule is flat across it.
    across = np.array([0.55, 0.83, 0.0])
    along = np.array([0.0, 0.0, 1.0])
    wide = np.cross(along, across)
    around = np.linspace(0.0, 2 * np.pi, sides, endpoint=False)[:, None]
    rings = [
        centre + np.cos(h) * (np.cos(around) * wide * 8.0 + np.sin(around) * -across * 5.8) + along * np.sin(h) * 9.5
        for h in np.linspace(-1.3, 1.3, sides // 2)
    ]
    return loft(rings)


def _arch(vertebra: Vertebra, below: bool) -> Floats:
    """Points of the left half of the arch beside the midline, below or above the body's middle."""
    mark = Landmarks(vertebra)
    local = mark.local
    side = (local[:, 1] > 7.0) & (local[:, 1] < 26.0) & (local[:, 0] < mark.back - 8.0)
    half = local[:, 2] < -2.0 if below else local[:, 2] > -2.0
    return np.asarray(vertebra.mesh.vertices[side & half])
