"""Turns buffers into flat-toned SVG: each part a group of nested tone regions with smooth borders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter
from shapely import MultiPolygon, Polygon, make_valid
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from skimage import measure

from tools.anatomy.mesh import Floats
from tools.anatomy.raster import Buffers


@dataclass(frozen=True)
class Paint:
    """Tones from dark to light, the brightness where each next one begins, and the colour of the outline."""

    tones: tuple[str, ...]
    steps: tuple[float, ...]
    line: str
    fold: str  # the shade under an edge where a part passes before itself


@dataclass(frozen=True)
class Style:
    """How finely to trace; all in px of the buffers."""

    blur: float = 3.0  # of the light inside a part
    edge: float = 1.2  # of the outline
    tolerance: float = 0.9
    smallest: float = 60.0  # px^2; smaller specks vanish
    line_width: float = 3.0


def region(field: Floats, level: float, style: Style, smallest: float | None = None) -> BaseGeometry:
    """The area where `field` is at least `level`, as simplified polygons with holes."""
    find_contours: Any = measure.find_contours  # the library has no types
    padded = np.pad(field, 1, constant_values=-1.0)
    rings = [Polygon(ring[:, ::-1] - 1.0) for ring in find_contours(padded, level) if len(ring) > 3]
    least = style.smallest if smallest is None else smallest
    rings = sorted((ring for ring in rings if ring.area >= least), key=lambda ring: -ring.area)
    shape: BaseGeometry = Polygon()
    for ring in rings:  # the larger first: a ring inside what is filled is a hole, inside a hole an island
        shape = shape.symmetric_difference(make_valid(ring))
    return shape.simplify(style.tolerance)


def polygons(shape: BaseGeometry, smallest: float) -> list[Polygon]:
    """The polygons of any geometry that are large enough to see."""
    if isinstance(shape, Polygon):
        return [shape] if shape.area >= smallest else []
    if isinstance(shape, MultiPolygon) or hasattr(shape, "geoms"):
        return [found for item in shape.geoms for found in polygons(item, smallest)]
    return []


def _rounded(points: Floats, reach: float = 9.0) -> Floats:
    """Extra points near the ends of long sides, so that rounding corners does not eat the sides."""
    result = []
    for here, there in zip(points, np.roll(points, -1, axis=0), strict=True):
        result.append(here)
        length = float(np.linalg.norm(there - here))
        if length > 3 * reach:
            step = (there - here) * (reach / length)
            result += [here + step, there - step]
    return np.array(result)


def ring_path(points: Floats) -> str:
    """A closed smooth path: quadratic curves through the middles of the sides.

    Corners sit on even numbers, so every middle is a whole number and the short form `t` stays exact.
    """
    grid = np.round(_rounded(points)).astype(int) * 2
    grid = grid[(grid != np.roll(grid, 1, axis=0)).any(axis=1)]
    if len(grid) < 3:
        return ""
    middles = (grid + np.roll(grid, -1, axis=0)) // 2
    start, first = middles[-1], grid[0]
    text = f"M{start[0]} {start[1]}q{_pair(first - start)}{_joined(middles[0] - start)}t"
    moves = np.diff(middles, axis=0)
    return text + "".join(_pair(move) if i == 0 else _joined(move) for i, move in enumerate(moves)) + "z"


def _pair(move: NDArray[np.int64]) -> str:
    return f"{move[0]}" + (f"{move[1]}" if move[1] < 0 else f" {move[1]}")


def _joined(move: NDArray[np.int64]) -> str:
    """A pair that follows another number: a minus sign separates by itself."""
    return _pair(move) if move[0] < 0 else " " + _pair(move)


def path(shape: BaseGeometry, smallest: float) -> str:
    """The `d` of all polygons of a shape."""
    rings = []
    for polygon in polygons(shape, smallest):
        rings += [np.array(ring.coords)[:-1] for ring in (polygon.exterior, *polygon.interiors)]
    return "".join(ring_path(ring) for ring in rings)


def trace_part(buffers: Buffers, number: int, paint: Paint, style: Style) -> list[str]:
    """The SVG paths of one part: outline with the darkest tone, then each lighter tone on top."""
    mask = (buffers.part == number).astype(np.float64)
    rows, columns = np.nonzero(mask)
    if len(rows) == 0:
        return []
    pad = int(4 * style.blur) + 2
    top, left = max(rows.min() - pad, 0), max(columns.min() - pad, 0)
    window = (slice(top, rows.max() + pad), slice(left, columns.max() + pad))
    mask, light = mask[window], buffers.light[window]
    shift = np.array([left, top], dtype=np.float64)
    outline = region(gaussian_filter(mask, style.edge), 0.5, style)
    weight = gaussian_filter(mask, style.blur)
    tone = gaussian_filter(light * mask, style.blur) / np.maximum(weight, 1e-4)
    tone = np.where(weight > 1e-3, tone, 0.0)
    d = path(_moved(outline, shift), style.smallest)
    if not d:
        return []
    paths = [f'<path fill="{paint.tones[0]}" stroke="{paint.line}" d="{d}"/>']
    for colour, step in zip(paint.tones[1:], paint.steps, strict=True):
        shape = region(tone, step, style).intersection(outline)
        d = path(_moved(shape, shift), style.smallest)
        if d:
            paths.append(f'<path fill="{colour}" d="{d}"/>')
    fold = region(gaussian_filter(buffers.fold[window] * mask, 1.0), 0.4, style)
    d = path(_moved(fold.intersection(outline), shift), style.smallest)
    return [*paths, f'<path fill="{paint.fold}" d="{d}"/>'] if d else paths


def _moved(shape: BaseGeometry, shift: Floats) -> BaseGeometry:
    return unary_union([translate(item, shift[0], shift[1]) for item in polygons(shape, 0.0)])


def svg(groups: list[tuple[str, list[str]]], size: tuple[int, int], style: Style) -> str:
    """The whole drawing; decorative by itself, so it carries no text: the page that uses it names it."""
    body = "\n".join(f'<g data-part="{name}">{"".join(paths)}</g>' for name, paths in groups if paths)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0] * 2} {size[1] * 2}" '
        f'stroke-width="{style.line_width * 2:g}" stroke-linejoin="round">\n{body}\n</svg>\n'
    )
