"""Frames of explaining scenes: what stands behind a cut, the cut faces in flat tones, and marks such as arrows.

All frames of a scene share camera and window, so that fading from one to the next reads as movement.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from shapely import LineString, Point, Polygon, box, contains_xy
from shapely.affinity import scale, translate
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from tools.anatomy.drawings import traced
from tools.anatomy.mesh import Floats
from tools.anatomy.parts import Part
from tools.anatomy.raster import Buffers, Camera, Window, render
from tools.anatomy.trace import Style, path, polygons, svg
from tools.anatomy.tubes import curve

TEAL, INK, PAPER = "#0B6E6E", "#1F2A30", "#FBF8F4"


@dataclass(frozen=True)
class Flat:
    """A face in one colour, in millimetres of the picture; `line` is its outline's colour, if it has one."""

    name: str
    shape: BaseGeometry
    fill: str
    line: str = ""
    halo: bool = False  # a paper-coloured rim, so that it shows on everything
    sharp: bool = False  # keep the corners


@dataclass(frozen=True)
class Frame:
    """One still of a scene: parts seen beyond `limit` (mm towards the eye), and on top of them flat faces."""

    parts: list[Part]
    flats: list[Flat] = field(default_factory=list)
    paints: dict[str, str] = field(default_factory=dict)
    limit: float = np.inf
    fibres: int = 0
    under: list[Flat] = field(default_factory=list)  # see-through faces behind everything


@dataclass(frozen=True)
class Story:
    """A scene: its frames in the order they are shown."""

    camera: Camera
    window: Window
    frames: list[Frame]
    style: Style
    rounded: float = 0.0  # mm; cut faces end at the window with corners of this radius


def _corners(shape: BaseGeometry) -> str:
    """The `d` of a shape with its corners kept, in half px."""
    text = ""
    for polygon in polygons(shape, 0.0):
        for ring in (polygon.exterior, *polygon.interiors):
            grid = np.round(np.array(ring.coords)[:-1] * 2).astype(int)
            text += "M" + "L".join(f"{x} {y}" for x, y in grid) + "z"
    return text


def _flat(flat: Flat, story: Story, origin: Floats) -> str:
    shape = flat.shape
    if story.rounded and not flat.halo:
        frame = box(*story.window).buffer(-story.rounded).buffer(story.rounded)
        shape = shape.intersection(frame)
    shape = scale(shape, story.camera.scale, story.camera.scale, origin=(0, 0))
    shape = translate(shape, -origin[0], -origin[1]).simplify(0.3 if flat.sharp else story.style.tolerance * 0.6)
    d = _corners(shape) if flat.sharp else path(shape, 4.0)
    if not d:
        return ""
    rim = ""
    if flat.halo:
        rim = f' stroke="{PAPER}" stroke-width="{story.style.line_width * 4:g}" paint-order="stroke"'
    elif flat.line:
        rim = f' stroke="{flat.line}"'
    return f'<path fill="{flat.fill}"{rim} d="{d}"/>'


def _crop(buffers: Buffers, story: Story) -> None:
    """Leave nothing outside the window's rounded frame."""
    frame = box(*story.window).buffer(-story.rounded).buffer(story.rounded)
    rows, columns = np.indices(buffers.part.shape)
    x, y = ((axis + start) / story.camera.scale for axis, start in zip((columns, rows), buffers.origin, strict=True))
    buffers.part[~contains_xy(frame, x, y)] = -1


def draw_frame(story: Story, frame: Frame) -> str:
    """The SVG of one frame."""
    groups: list[tuple[str, list[str]]] = []
    buffers = render([part.mesh for part in frame.parts], story.camera, 12.0, story.window, frame.limit)
    if story.rounded:
        _crop(buffers, story)
    for flat in frame.under:
        groups.append((flat.name, [_flat(flat, story, buffers.origin).replace("<path", '<path fill-opacity=".3"')]))
    groups += traced(frame, story.camera, buffers, story.style)
    for flat in frame.flats:
        drawn = _flat(flat, story, buffers.origin)
        if drawn and groups and groups[-1][0] == flat.name:
            groups[-1][1].append(drawn)
        elif drawn:
            groups.append((flat.name, [drawn]))
    height, width = buffers.part.shape
    return svg(groups, (width, height), story.style)


def arrow(points: list[tuple[float, float]], width: float, both: bool = False, fill: str = TEAL) -> Flat:
    """An arrow along a smooth line, its tip at the last point (`both`: at the first as well); millimetres."""
    line = curve(np.array([(*point, 0.0) for point in points]), 40)[:, :2]
    length = float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
    head = min(width * 2.4, length * 0.5)
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    shaft = line[(along <= length - head * 0.8) & (along >= (head * 0.8 if both else 0.0))]
    shapes: list[BaseGeometry] = [LineString(shaft).buffer(width / 2, cap_style="flat")]
    tips = [(line[-1], line[along <= length - head][-1])]
    if both:
        tips.append((line[0], line[along >= head][0]))
    for tip, foot in tips:
        away = (tip - foot) / np.linalg.norm(tip - foot)
        side = np.array([-away[1], away[0]]) * width * 1.45
        base = tip - away * head
        shapes.append(Polygon([tip, base + side, base - side]))
    return Flat("arrow", unary_union(shapes), fill, halo=True, sharp=True)


def drop(tip: tuple[float, float], towards: tuple[float, float], size: float) -> Flat:
    """A drop of water that moves `towards`: its round side leads, its pointed end is at `tip`."""
    way = np.array(towards) / np.linalg.norm(towards)
    middle = np.array(tip) + way * size * 1.7
    round_side = Point(*middle).buffer(size * 0.72, 12)
    shape = unary_union([round_side, Point(*tip).buffer(size * 0.08)]).convex_hull
    return Flat("water", shape, "#2C8791", halo=True)


def cut_bone(name: str, shape: BaseGeometry, shell: float = 1.3) -> list[Flat]:
    """The cut face of a bone: a firm shell around a paler, spongy inside."""
    return [Flat(name, shape, "#DDCDB0", "#8C7A5E"), Flat(name, shape.buffer(-shell), "#F1E7D8")]
