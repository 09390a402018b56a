"""Cuts through meshes: the outlines, on the picture, of what a plane across the line of sight meets."""

from __future__ import annotations

import numpy as np
from shapely import Polygon, make_valid
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from tools.anatomy.mesh import Floats, Mesh
from tools.anatomy.raster import Camera


def on_picture(points: Floats, camera: Camera) -> Floats:
    """Points in millimetres of the picture: x to the right, y down."""
    return np.asarray(points @ camera.axes()[:2].T * np.array([1.0, -1.0]))


def _loops(mesh: Mesh, camera: Camera, depth: float) -> list[Floats]:
    """Closed lines where the surface passes `depth` (millimetres towards the eye)."""
    away = mesh.vertices @ camera.axes()[2] - depth
    away = np.where(np.abs(away) < 1e-7, 1e-7, away)
    flat = on_picture(mesh.vertices, camera)
    follows: dict[tuple[int, int], tuple[int, int]] = {}
    where: dict[tuple[int, int], Floats] = {}
    for face in mesh.faces.tolist():
        if len({away[corner] > 0 for corner in face}) == 1:
            continue
        ends: dict[bool, tuple[int, int]] = {}
        for a, b in zip(face, [*face[1:], face[0]], strict=True):
            if (away[a] > 0) != (away[b] > 0):
                key = (min(a, b), max(a, b))
                share = away[a] / (away[a] - away[b])
                where[key] = flat[a] + (flat[b] - flat[a]) * share
                ends[bool(away[b] > 0)] = key
        follows[ends[True]] = ends[False]
    loops = []
    while follows:
        start, here = follows.popitem()
        loop = [where[start], where[here]]
        while here in follows:
            here = follows.pop(here)
            loop.append(where[here])
        loops.append(np.array(loop[:-1]))
    return loops


def section(mesh: Mesh, camera: Camera, depth: float = 0.0) -> BaseGeometry:
    """The cut face of a closed mesh, in millimetres of the picture."""
    solids, holes = [], []
    for loop in _loops(mesh, camera, depth):
        if len(loop) < 3:
            continue
        ring = Polygon(loop)
        (solids if ring.exterior.is_ccw else holes).append(make_valid(ring))
    return unary_union(solids).difference(unary_union(holes))
