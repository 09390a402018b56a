"""Renders parts into buffers (which part, how deep, which way it faces) from which the drawings are traced."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, maximum_filter

from tools.anatomy.mesh import Floats, Mesh, vertex_normals


@dataclass(frozen=True)
class Camera:
    """A parallel view. `azimuth` 0 looks from the front, 90 from the left, 180 from behind; degrees; `scale` px/mm."""

    azimuth: float
    elevation: float
    scale: float

    def axes(self) -> Floats:
        """Rows: right on the picture, up on the picture, towards the eye."""
        a, e = np.radians(self.azimuth), np.radians(self.elevation)
        eye = np.array([np.cos(e) * np.cos(a), np.cos(e) * np.sin(a), np.sin(e)])
        right = np.array([-np.sin(a), np.cos(a), 0.0])
        return np.stack([right, np.cross(eye, right), eye])


@dataclass(frozen=True)
class Buffers:
    """`part` is -1 where nothing is; `depth` grows towards the eye; `light` is the brightness before toning;
    `fold` is 1 along the far side of an edge where a part passes before itself."""

    part: NDArray[np.int32]
    depth: Floats
    light: Floats
    fold: Floats
    origin: Floats
    scale: float


def _fill(
    triangle: Floats, values: Floats, part: int, buffers: tuple[NDArray[np.int32], Floats, Floats], limit: float
) -> None:
    """Draw one triangle (3 x [x, y, depth]) with its corners' normals into the buffers, nearest up to `limit` wins."""
    ids, depth, normal = buffers
    (x0, y0, _), (x1, y1, _), (x2, y2, _) = triangle
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    if area >= -1e-9:  # y runs down on the picture, so faces towards the eye come out clockwise
        return
    left, right = max(int(np.ceil(min(x0, x1, x2))), 0), min(int(np.floor(max(x0, x1, x2))), ids.shape[1] - 1)
    top, bottom = max(int(np.ceil(min(y0, y1, y2))), 0), min(int(np.floor(max(y0, y1, y2))), ids.shape[0] - 1)
    if left > right or top > bottom:
        return
    xs = np.arange(left, right + 1)
    ys = np.arange(top, bottom + 1)[:, None]
    b = ((xs - x0) * (y2 - y0) - (x2 - x0) * (ys - y0)) / area
    c = ((x1 - x0) * (ys - y0) - (xs - x0) * (y1 - y0)) / area
    a = 1.0 - b - c
    z = a * triangle[0, 2] + b * triangle[1, 2] + c * triangle[2, 2]
    window = (slice(top, bottom + 1), slice(left, right + 1))
    seen = (a >= -1e-6) & (b >= -1e-6) & (c >= -1e-6) & (z > depth[window]) & (z <= limit)
    depth[window][seen] = z[seen]
    ids[window][seen] = part
    normal[window][seen] = (a[..., None] * values[0] + b[..., None] * values[1] + c[..., None] * values[2])[seen]


Window = tuple[float, float, float, float]  # left, top, right, bottom in millimetres of the picture, y down


def outline(parts: list[Mesh], camera: Camera) -> Window:
    """The window that just holds all parts."""
    every = np.concatenate([mesh.vertices @ camera.axes()[:2].T * np.array([1.0, -1.0]) for mesh in parts])
    return (*every.min(axis=0).tolist(), *every.max(axis=0).tolist())


def render(
    parts: list[Mesh], camera: Camera, margin: float = 12.0, window: Window | None = None, limit: float = np.inf
) -> Buffers:
    """All parts seen by the camera, cropped to the window (theirs if none is given) plus a margin in px.

    What lies more than `limit` mm towards the eye is left out, so that one can look behind a cut.
    """
    axes = camera.axes()
    seen = [mesh.vertices @ axes.T * camera.scale * np.array([1.0, -1.0, 1.0]) for mesh in parts]
    box = np.array(outline(parts, camera) if window is None else window) * camera.scale
    origin = box[:2] - margin
    width, height = (np.ceil(box[2:] + margin - origin)).astype(int)
    ids = np.full((height, width), -1, dtype=np.int32)
    depth, normal = np.full((height, width), -np.inf), np.zeros((height, width, 3))
    for number, (mesh, points) in enumerate(zip(parts, seen, strict=True)):
        points[:, :2] -= origin
        normals = vertex_normals(mesh) @ axes.T
        for face in mesh.faces:
            _fill(points[face], normals[face], number, (ids, depth, normal), limit * camera.scale)
    light = _light(ids, depth, normal, camera.scale)
    return Buffers(ids, depth, light, _folds(ids, depth, camera.scale), origin, camera.scale)


def _folds(ids: NDArray[np.int32], depth: Floats, scale: float, jump: float = 3.2, width: int = 3) -> Floats:
    """Pixels less than `width` px from a place of the same part that lies `jump` mm nearer."""
    result = np.zeros(ids.shape)
    for number in np.unique(ids[ids >= 0]):
        own = ids == number
        near = maximum_filter(np.where(own, depth, -1e9), size=width)
        result[own & (near - depth > jump * scale)] = 1.0
    return result


def project(points: Floats, camera: Camera, buffers: Buffers) -> Floats:
    """Points as x, y on the picture and depth."""
    seen = points @ camera.axes().T * camera.scale * np.array([1.0, -1.0, 1.0])
    seen[:, :2] -= buffers.origin
    return np.asarray(seen)


def _light(ids: NDArray[np.int32], depth: Floats, normal: Floats, scale: float) -> Floats:
    """Soft light from above left, dimmed in hollows: places that lie deeper than what surrounds them."""
    towards = np.array([-0.45, 0.62, 0.64])
    length = np.linalg.norm(normal, axis=2)
    lambert = (normal @ (towards / np.linalg.norm(towards))) / np.where(length > 0, length, 1.0)
    light = 0.5 + 0.5 * lambert
    inside = ids >= 0
    weight = inside.astype(np.float64)
    flat = np.where(inside, depth, 0.0)
    hollow = np.zeros_like(light)
    for radius, strength in ((2.5, 0.5), (7.0, 0.5)):
        sigma = radius * scale
        mean = gaussian_filter(flat, sigma) / np.maximum(gaussian_filter(weight, sigma), 1e-3)
        hollow += strength * np.clip((mean - flat) / (radius * 2.2 * scale), -0.25, 1.0)
    return np.asarray(np.where(inside, light - 0.42 * hollow, 0.0))
