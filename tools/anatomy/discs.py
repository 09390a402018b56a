"""The discs: lofted between two end plates so that they fill the space, bulging slightly at the rim."""

from __future__ import annotations

import numpy as np

from tools.anatomy.assemble import Plate
from tools.anatomy.mesh import Floats, Mesh, loft

BULGE = 0.055  # how far the rim of a healthy disc stands out, as a share of the radius
SINK = 0.7  # millimetres a disc reaches into the (hollow) end plates, so that no gap shows
CORE = (0.54, 0.56, -1.5)  # size of the core in depth and width, as a share, and how far back it lies (millimetres)


def resampled(plate: Plate, count: int) -> Floats:
    """The rim as `count` points at equal angles around the centre, starting in front, smooth between."""
    offset = plate.rim - plate.centre
    tilt = np.radians(plate.lean)
    forward = offset[:, 0] * np.cos(tilt) - offset[:, 2] * np.sin(tilt)
    angle, radius = np.arctan2(offset[:, 1], forward), np.hypot(forward, offset[:, 1])
    order = np.argsort(angle)
    wanted = np.linspace(-np.pi, np.pi, count, endpoint=False)
    known = np.interp(wanted, angle[order], radius[order], period=2 * np.pi)
    # Two passes of a small average round the corners between the few rim points.
    for _ in range(2):
        known = (np.roll(known, 1) + 2 * known + np.roll(known, -1)) / 4
    flat = np.stack([known * np.cos(wanted), known * np.sin(wanted)], axis=1)
    x = plate.centre[0] + flat[:, 0] * np.cos(tilt)
    z = plate.centre[2] - flat[:, 0] * np.sin(tilt)
    return np.stack([x, plate.centre[1] + flat[:, 1], z], axis=1)


def up(plate: Plate) -> Floats:
    """The unit normal of an end plate, upwards."""
    tilt = np.radians(plate.lean)
    return np.array([np.sin(tilt), 0.0, np.cos(tilt)])


def disc(
    lower: Plate, upper: Plate, count: int = 48, layers: int = 7, shrink: float = 1.0, bulge: float = BULGE
) -> Mesh:
    """The disc between the upper plate of one vertebra (`lower`) and the lower plate of the next (`upper`)."""
    bottom, top = resampled(lower, count), resampled(upper, count)
    bottom = lower.centre + (bottom - lower.centre) * shrink
    top = upper.centre + (top - upper.centre) * shrink
    rings = [lower.centre + (bottom - lower.centre) * 0.5 - up(lower) * SINK * 1.6]
    for t in np.linspace(0.0, 1.0, layers):
        ring = bottom * (1 - t) + top * t
        swell = 0.985 + bulge * np.sin(np.pi * t) ** 0.8
        rings.append(ring.mean(axis=0) + (ring - ring.mean(axis=0)) * swell)
    rings.append(upper.centre + (top - upper.centre) * 0.5 + up(upper) * SINK * 1.6)
    return loft(rings)


def core(lower: Plate, upper: Plate, count: int = 24, layers: int = 5) -> Mesh:
    """The soft core: an egg a little behind the middle, clear of both end plates."""
    middle = (lower.centre + upper.centre) / 2
    axis = (up(lower) + up(upper)) / 2
    height = float(np.linalg.norm(upper.centre - lower.centre)) * 0.42
    rim = (resampled(lower, count) - lower.centre + resampled(upper, count) - upper.centre) / 2
    for _ in range(count):  # the core keeps no notch at the back
        rim = (np.roll(rim, 1, axis=0) + 2 * rim + np.roll(rim, -1, axis=0)) / 4
    forward = np.cross(np.array([0.0, 1.0, 0.0]), axis)
    along = (rim @ forward)[:, None] * forward
    oval = along * CORE[0] + (rim - along) * CORE[1]
    rings = []
    for angle in np.linspace(-1.2, 1.2, layers):
        rings.append(middle + forward * CORE[2] + oval * np.cos(angle) + axis * height * np.sin(angle))
    return loft(rings)
