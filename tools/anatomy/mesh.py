"""Triangle meshes and the few operations on them that the other modules share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Mesh:
    """A surface: `vertices` (n, 3) in millimetres and `faces` (m, 3), counter-clockwise seen from outside."""

    vertices: Floats
    faces: Ints

    def moved(self, vertices: Floats) -> Mesh:
        """The same triangles on other points."""
        return Mesh(vertices, self.faces)

    def mirrored(self) -> Mesh:
        """The same part on the other side of the body; faces turn around to keep looking outwards."""
        return Mesh(self.vertices * np.array([1.0, -1.0, 1.0]), self.faces[:, ::-1].copy())


def weld(corners: Floats, decimals: int = 4) -> Mesh:
    """Join the loose corners of a triangle list (3 m, 3) to a mesh; points equal to `decimals` become one."""
    keys = np.round(corners, decimals)
    unique, first, inverse = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    # In order of first use: bones made from one template then share their triangles, which packs well.
    order = np.argsort(first)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    unique, faces = unique[order], rank[inverse.reshape(-1, 3)].astype(np.int64)
    whole = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 0] != faces[:, 2])
    return Mesh(unique.astype(np.float64), faces[whole])


def join(meshes: list[Mesh]) -> Mesh:
    """One mesh of several that need not touch."""
    offsets = np.cumsum([0] + [len(mesh.vertices) for mesh in meshes[:-1]])
    faces = [mesh.faces + offset for mesh, offset in zip(meshes, offsets, strict=True)]
    return Mesh(np.concatenate([mesh.vertices for mesh in meshes]), np.concatenate(faces))


def vertex_normals(mesh: Mesh) -> Floats:
    """Unit normals per vertex, weighted by the area of the triangles around it."""
    a, b, c = (mesh.vertices[mesh.faces[:, i]] for i in range(3))
    face = np.cross(b - a, c - a)
    normals = np.zeros_like(mesh.vertices)
    for i in range(3):
        np.add.at(normals, mesh.faces[:, i], face)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.asarray(normals / np.where(length > 0, length, 1.0), dtype=np.float64)


def turned(points: Floats, degrees: float, centre: Floats | None = None) -> Floats:
    """Rotate about an axis to the left through `centre`; positive bends forward (the top moves towards +x)."""
    angle = np.radians(degrees)
    cos, sin = np.cos(angle), np.sin(angle)
    matrix = np.array([[cos, 0.0, sin], [0.0, 1.0, 0.0], [-sin, 0.0, cos]])
    pivot = np.zeros(3) if centre is None else centre
    return np.asarray((points - pivot) @ matrix.T + pivot, dtype=np.float64)


def smoothstep(low: float, high: float, value: Floats) -> Floats:
    """0 below `low`, 1 above `high`, a soft S between (also for `low` > `high`, then falling)."""
    t = np.clip((value - low) / (high - low), 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t), dtype=np.float64)


def loft(rings: list[Floats], closed_ends: bool = True) -> Mesh:
    """Skin rings of equal length; ends close with a fan. Rings run counter-clockwise seen from the last one."""
    count = len(rings[0])
    points = [np.concatenate(rings)]
    steps = np.arange(count)
    following = (steps + 1) % count
    faces = []
    for level in range(len(rings) - 1):
        low, high = level * count, (level + 1) * count
        faces.append(np.stack([low + steps, low + following, high + following], axis=1))
        faces.append(np.stack([low + steps, high + following, high + steps], axis=1))
    if closed_ends:
        total = count * len(rings)
        points += [rings[0].mean(axis=0)[None], rings[-1].mean(axis=0)[None]]
        last = (len(rings) - 1) * count
        faces.append(np.stack([following, steps, np.full(count, total)], axis=1))
        faces.append(np.stack([last + steps, last + following, np.full(count, total + 1)], axis=1))
    return Mesh(np.concatenate(points), np.concatenate(faces).astype(np.int64))
