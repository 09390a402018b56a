"""The sacrum and coccyx, modelled by us: the source's sacrum is a coarse block without end plate, wings or foramina.

It is a solid of rounded bars blended together (a distance field), from which canal and foramina are taken away; its
surface is then found on a grid. Its own frame has the S1 end plate level at the origin; it is leaned to the sacral
slope at the end. Proportions: height about 105 and width about 105-110 (Gray's Anatomy; sexes averaged).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import fast_simplification
import numpy as np
from skimage import measure

from tools.anatomy.mesh import Floats, Mesh, smoothstep, turned
from tools.anatomy.proportions import S1_DEPTH, S1_WIDTH, SACRAL_SLOPE

# x, z of the bodies S1-S5 and of the coccyx, with half depth, half width and half height.
BODIES = (
    (-2.0, -14.0, 15.5, 22.0, 16.0),
    (-9.0, -40.0, 11.0, 18.0, 14.0),
    (-14.5, -61.0, 8.5, 15.0, 12.0),
    (-15.5, -79.0, 7.0, 13.0, 10.0),
    (-11.5, -94.0, 6.0, 11.0, 8.5),
    (-4.5, -106.0, 4.8, 9.5, 5.5),
    (2.0, -114.0, 4.0, 5.5, 4.5),
    (8.0, -120.0, 3.2, 3.8, 4.0),
)
# Side mass as a chain of balls on the left: x, y, z, radius.
WING = (
    (-6.0, 20.0, -15.0, 12.0),
    (-9.0, 33.0, -17.0, 12.5),
    (-16.0, 43.0, -25.0, 11.5),
    (-21.0, 41.0, -41.0, 10.5),
    (-21.0, 33.0, -57.0, 8.5),
    (-20.0, 25.5, -72.0, 7.0),
    (-17.0, 20.0, -86.0, 6.0),
    (-12.5, 13.0, -96.0, 5.0),
)
# Back wall over the canal, left half; then the knobs of the crest in the middle and at the side.
LAMINA = ((-31.0, 17.0, -14.0, 6.0), (-33.0, 15.0, -36.0, 6.0), (-33.0, 13.0, -58.0, 5.5), (-29.0, 11.0, -78.0, 5.0))
CRESTS = (
    ((-40.0, 0.0, -12.0, 4.4), (-44.0, 0.0, -24.0, 4.4)),
    ((-42.5, 0.0, -31.0, 4.2), (-45.0, 0.0, -43.0, 4.2)),
    ((-41.5, 0.0, -50.0, 4.0), (-42.5, 0.0, -61.0, 3.8)),
    ((-36.5, 0.0, -68.0, 3.4), (-35.5, 0.0, -77.0, 3.0)),
    ((-33.0, 29.0, -30.0, 4.5), (-32.0, 27.0, -50.0, 4.0), (-27.5, 19.5, -74.0, 3.4)),
    ((-26.0, 9.0, -86.0, 3.2), (-24.0, 8.5, -96.0, 2.6)),
)
FACET = ((-26.0, 19.0, -14.0, 6.5), (-28.0, 21.5, 4.0, 5.6))
CANAL = ((-25.0, 0.0, 16.0, 9.0), (-25.5, 0.0, -20.0, 7.5), (-26.0, 0.0, -50.0, 5.0), (-23.0, 0.0, -84.0, 3.0))
# Rungs between the foramina join bodies, side mass and back wall: ends of the front bar, of the back bar, radius.
RUNGS = (
    (((-8.0, 14.0, -14.0), (-13.0, 36.0, -20.0)), ((-36.0, 0.0, -17.0), (-24.0, 36.0, -24.0)), 10.8),
    (((-14.0, 12.0, -40.0), (-19.0, 36.0, -41.0)), ((-38.5, 0.0, -38.0), (-25.0, 35.0, -42.0)), 10.0),
    (((-18.0, 10.0, -61.5), (-20.0, 27.0, -61.5)), ((-37.0, 0.0, -60.0), (-25.0, 27.0, -62.0)), 8.6),
    (((-18.0, 8.0, -79.0), (-18.5, 20.0, -79.5)), ((-32.0, 0.0, -78.0), (-23.0, 20.0, -80.0)), 7.2),
    (((-13.0, 4.0, -95.0), (-13.0, 12.0, -96.0)), ((-22.0, 7.0, -94.0), (-18.0, 12.0, -95.0)), 5.6),
)
# Webs between the rungs, so that the foramina are round holes in one plate and not gaps between bars.
WEBS = (
    ((-17.0, 20.0, -16.0, 11.0), (-21.0, 18.0, -40.0, 9.0), (-23.0, 15.0, -61.0, 7.5), (-20.0, 12.0, -90.0, 5.0)),
    ((-28.0, 27.0, -22.0, 6.5), (-28.5, 25.0, -42.0, 6.0), (-27.0, 20.0, -62.0, 5.5), (-24.0, 15.0, -82.0, 5.0)),
    ((-34.0, 8.0, -20.0, 5.5), (-36.0, 7.0, -42.0, 5.5), (-35.0, 6.0, -60.0, 5.0), (-29.5, 5.0, -78.0, 4.5)),
)
# Foramina run right through from front to back: y, z, radius.
FORAMINA = ((18.5, -28.5, 4.6), (16.5, -51.5, 4.1), (14.5, -71.0, 3.5), (13.0, -87.0, 2.8))


def _blend(a: Floats, b: Floats, soft: float) -> Floats:
    """Union of two solids with a rounded seam of about `soft` millimetres."""
    h = np.clip(0.5 + 0.5 * (b - a) / soft, 0.0, 1.0)
    return np.asarray(b * (1 - h) + a * h - soft * h * (1 - h))


def _ball(p: Floats, x: float, z: float, size: tuple[float, float, float]) -> Floats:
    """Distance (near enough) to a rounded block around the midline."""
    half = np.array(size)
    q = (p - np.array([x, 0.0, z])) / half
    k = (np.abs(q) ** 2.6).sum(axis=-1) ** (1 / 2.6)
    return np.asarray((k - 1.0) * half.min())


def _chain(p: Floats, points: tuple[tuple[float, float, float, float], ...]) -> Floats:
    """Distance to a chain of cones between balls."""
    best = np.full(p.shape[:-1], 1e9)
    for start, end in pairwise(points):
        a, b = np.array(start[:3]), np.array(end[:3])
        t = np.clip(((p - a) @ (b - a)) / float((b - a) @ (b - a)), 0.0, 1.0)
        radius = start[3] + (end[3] - start[3]) * t
        best = np.minimum(best, np.linalg.norm(p - a - t[..., None] * (b - a), axis=-1) - radius)
    return best


def field(points: Floats) -> Floats:
    """Below zero inside the bone. Only |y| counts, so that both sides are the same."""
    p = points.copy()
    p[..., 1] = np.abs(p[..., 1])
    solid = _ball(p, BODIES[0][0], BODIES[0][1], BODIES[0][2:])
    for body in BODIES[1:]:
        solid = _blend(solid, _ball(p, body[0], body[1], body[2:]), 5.0)
    solid = _blend(solid, _chain(p, WING), 9.0)
    for chain, soft in ((LAMINA, 6.0), (FACET, 4.0)):
        solid = _blend(solid, _chain(p, chain), soft)
    for web in WEBS:
        solid = _blend(solid, _chain(p, web), 7.0)
    for front, back, thick in RUNGS:
        solid = _blend(solid, _chain(p, ((*front[0], thick), (*front[1], thick))), 4.0)
        solid = _blend(solid, _chain(p, ((*back[0], thick * 0.72), (*back[1], thick * 0.72))), 4.0)
    for knob in CRESTS:
        solid = _blend(solid, _chain(p, knob), 4.5)
    solid = -_blend(-solid, _chain(p, CANAL), 2.5)
    for y, z, radius in FORAMINA:
        hole = np.hypot(p[..., 1] - y, p[..., 2] - z) - radius * (1.0 + 0.25 * smoothstep(-16.0, -4.0, p[..., 0]))
        solid = -_blend(-solid, hole, 2.5)
    rim = np.hypot(p[..., 0] / S1_DEPTH, p[..., 1] / S1_WIDTH) < 0.5
    return np.asarray(np.where(rim, np.maximum(solid, p[..., 2]), solid))


def sacrum(step: float = 2.0, triangles: int | None = None) -> Mesh:
    """The sacrum with coccyx on a grid of `step` millimetres, thinned to about `triangles` if given."""
    axes = [np.arange(low, high, step) for low, high in ((-52.0, 22.0), (-60.0, 60.1), (-128.0, 16.0))]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
    marching_cubes: Any = measure.marching_cubes  # the library has no types
    points, faces, _, _ = marching_cubes(field(grid), 0.0, spacing=(step, step, step))
    points = points.astype(np.float64) + np.array([axis[0] for axis in axes])
    mesh = Mesh(points, faces.astype(np.int64))
    if triangles is not None:
        points, faces = fast_simplification.simplify(points, faces, target_count=triangles)
        mesh = Mesh(points.astype(np.float64), faces.astype(np.int64))
    return _outwards(mesh.moved(turned(mesh.vertices, SACRAL_SLOPE)))


def _outwards(mesh: Mesh) -> Mesh:
    """Turn the faces around if the enclosed volume comes out negative."""
    a, b, c = (mesh.vertices[mesh.faces[:, i]] for i in range(3))
    volume = float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum())
    return mesh if volume > 0 else Mesh(mesh.vertices, mesh.faces[:, ::-1].copy())
