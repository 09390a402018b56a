"""Loop subdivision with creases: makes the coarse source meshes smooth and keeps the rims of the end plates crisp."""

from __future__ import annotations

import numpy as np

from tools.anatomy.mesh import Floats, Ints, Mesh


def _edges(faces: Ints) -> tuple[Ints, Ints, Ints]:
    """Unique edges (e, 2), the edge of each face side (m, 3), and how many faces meet at each edge."""
    sides = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    unique, inverse, counts = np.unique(sides, axis=0, return_inverse=True, return_counts=True)
    return unique, inverse.reshape(3, -1).T.astype(np.int64), counts.astype(np.int64)


def _edge_points(mesh: Mesh, edges: Ints, sides: Ints, hard: np.ndarray) -> Floats:
    """A new point on each edge: its middle where hard, else drawn towards the two opposite corners."""
    ends = mesh.vertices[edges].sum(axis=1)
    opposite = np.zeros_like(ends)
    for side, corner in ((0, 2), (1, 0), (2, 1)):
        np.add.at(opposite, sides[:, side], mesh.vertices[mesh.faces[:, corner]])
    soft = ends * 0.375 + opposite * 0.125
    return np.asarray(np.where(hard[:, None], ends * 0.5, soft))


def _vertex_points(mesh: Mesh, edges: Ints, hard: np.ndarray) -> Floats:
    """Old points moved: along the crease if two hard edges meet there, kept at corners, else Loop's average."""
    count = len(mesh.vertices)
    total, valence = np.zeros((count, 3)), np.zeros(count)
    crease, creases = np.zeros((count, 3)), np.zeros(count)
    for a, b in ((0, 1), (1, 0)):
        np.add.at(total, edges[:, a], mesh.vertices[edges[:, b]])
        np.add.at(valence, edges[:, a], 1.0)
        np.add.at(crease, edges[hard, a], mesh.vertices[edges[hard, b]])
        np.add.at(creases, edges[hard, a], 1.0)
    n = np.maximum(valence, 1.0)
    beta = (0.625 - (0.375 + 0.25 * np.cos(2 * np.pi / n)) ** 2) / n
    soft = mesh.vertices * (1 - n * beta)[:, None] + total * beta[:, None]
    along = mesh.vertices * 0.75 + crease * 0.125
    moved = np.where((creases == 2)[:, None], along, np.where((creases > 2)[:, None], mesh.vertices, soft))
    return np.asarray(moved)


def subdivide(mesh: Mesh, creases: Ints) -> tuple[Mesh, Ints]:
    """One Loop step; `creases` (k, 2) are hard edges, returned as the edges they become. Open borders stay hard."""
    edges, sides, counts = _edges(mesh.faces)
    count = len(mesh.vertices)
    hard = counts != 2
    if len(creases):
        code = edges[:, 0] * count + edges[:, 1]
        wanted = np.sort(creases, axis=1)
        hard = hard | np.isin(code, wanted[:, 0] * count + wanted[:, 1])
    points = np.concatenate([_vertex_points(mesh, edges, hard), _edge_points(mesh, edges, sides, hard)])
    middle = sides + count
    ab, bc, ca = middle.T
    a, b, c = mesh.faces.T
    faces = np.concatenate([np.stack(t, axis=1) for t in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))])
    which = np.nonzero(hard)[0]
    halves = np.concatenate([np.stack([edges[which, end], which + count], axis=1) for end in (0, 1)])
    return Mesh(points, faces), halves.astype(np.int64)


def smooth(mesh: Mesh, creases: Ints, levels: int, hard_levels: int = 1, keep: float = 0.8) -> Mesh:
    """Subdivide `levels` times, creases hard for the first `hard_levels`.

    Plain subdivision thins narrow processes. So the cage is first pushed out by `keep` of what one step would take
    away, twice: the smooth surface then passes close to the measured points.
    """
    cage = mesh
    for _ in range(2):
        result = subdivide(cage, creases)[0].vertices[: len(mesh.vertices)]
        cage = cage.moved(cage.vertices + keep * (mesh.vertices - result))
    hard = creases
    for level in range(levels):
        cage, hard = subdivide(cage, hard if level < hard_levels else hard[:0])
    return cage
