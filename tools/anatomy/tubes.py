"""Tubes along smooth curves: nerves, the canal, muscle bellies and ligaments are all made of these."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tools.anatomy.mesh import Floats, Mesh, loft

Point = tuple[float, float, float]


def curve(points: Floats, count: int) -> Floats:
    """`count` points, evenly spread, on a smooth curve through `points` (centripetal enough for gentle bends)."""
    ends = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    dense = []
    for i in range(1, len(ends) - 2):
        t = np.linspace(0.0, 1.0, 24, endpoint=False)[:, None]
        p0, p1, p2, p3 = ends[i - 1 : i + 3]
        dense.append(
            0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3)
        )
    fine = np.concatenate([*dense, points[-1:]])
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(fine, axis=0), axis=1))])
    wanted = np.linspace(0.0, length[-1], count)
    return np.stack([np.interp(wanted, length, fine[:, axis]) for axis in range(3)], axis=1)


def tube(points: Floats, width: Sequence[float], depth: Sequence[float], rings: int, sides: int) -> Mesh:
    """A closed tube along a curve, from top to bottom.

    `width` is the half size to the side and `depth` the half size to front and back, in millimetres, each given at
    even steps along the tube and eased between them.
    """
    centre = curve(points, rings)
    along = np.gradient(centre, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    # The section's "front" is forward, freed of what runs along the tube: it never twists.
    forward = np.array([1.0, 0.0, 0.0]) - along * along[:, :1]
    forward /= np.linalg.norm(forward, axis=1, keepdims=True)
    side = np.cross(along, forward)
    step = np.linspace(0.0, 1.0, rings)
    w, d = (np.interp(step, np.linspace(0.0, 1.0, len(size)), size) for size in (width, depth))
    for size in (w, d):
        size[1:-1] = (size[:-2] + 2 * size[1:-1] + size[2:]) / 4
    angle = np.linspace(0.0, 2 * np.pi, sides, endpoint=False)
    ring = [
        centre[i] + np.cos(angle)[:, None] * forward[i] * d[i] + np.sin(angle)[:, None] * side[i] * w[i]
        for i in range(rings)
    ]
    # Rounded ends: one more, smaller ring just beyond each.
    first = ring[0].mean(axis=0) + (ring[0] - ring[0].mean(axis=0)) * 0.62 - along[0] * d[0] * 0.35
    last = ring[-1].mean(axis=0) + (ring[-1] - ring[-1].mean(axis=0)) * 0.62 + along[-1] * d[-1] * 0.35
    return loft([first, *ring, last])


def sheet(upper: Floats, lower: Floats, depth: Sequence[float], lift: Sequence[float], rings: int, sides: int) -> Mesh:
    """A broad muscle between two borders, each a curve from its origin to where it ends, plump in between.

    `depth` is the half thickness and `lift` how far the middle arches out to the back, in millimetres, each given at
    even steps along the fibres and eased between them.
    """
    over, under = curve(upper, rings), curve(lower, rings)
    centre, across = (over + under) / 2, (under - over) / 2
    along = np.gradient(centre, axis=0)
    out = np.cross(along, across)
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    out *= -np.sign(out[:, :1])  # to the back
    step = np.linspace(0.0, 1.0, rings)
    thick, arch = (np.interp(step, np.linspace(0.0, 1.0, len(size)), size) for size in (depth, lift))
    for size in (thick, arch):
        size[1:-1] = (size[:-2] + 2 * size[1:-1] + size[2:]) / 4
    angle = np.linspace(0.0, 2 * np.pi, sides, endpoint=False)
    cos, sin = np.cos(angle)[:, None], np.sin(angle)[:, None]
    ring = [centre[i] + cos * across[i] + (sin * thick[i] + sin**2 * arch[i]) * out[i] for i in range(rings)]
    ends = [
        ring[end].mean(axis=0)
        + (ring[end] - ring[end].mean(axis=0)) * 0.8
        + sign * along[end] * 0.3 * thick[end] / np.linalg.norm(along[end])
        for end, sign in ((0, -1.0), (-1, 1.0))
    ]
    mesh = loft([ends[0], *ring, ends[1]])
    a, b, c = (mesh.vertices[mesh.faces[:, i]] - centre.mean(axis=0) for i in range(3))
    inward = float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum()) < 0
    return Mesh(mesh.vertices, mesh.faces[:, ::-1].copy()) if inward else mesh


def belly(points: Floats, width: float, depth: float, rings: int = 14, sides: int = 12, tip: float = 0.16) -> Mesh:
    """A muscle: a tube that swells in its middle and ends in narrow tendons (`tip` as a share of the middle)."""
    t = np.linspace(0.0, 1.0, 9)
    swell = tip + (1 - tip) * np.sin(np.pi * t) ** 0.7
    return tube(points, list(width * swell), list(depth * swell), rings, sides)
