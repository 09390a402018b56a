"""The flat drawings: projections of the same parts, written as SVG (see `scenes` for what each shows)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from tools.anatomy.fibres import fibre_paths
from tools.anatomy.palette import PAINTS
from tools.anatomy.parts import Part
from tools.anatomy.raster import Buffers, Camera, render
from tools.anatomy.trace import Style, svg, trace_part


@dataclass(frozen=True)
class Scene:
    """What a drawing shows, from where, and how finely it is traced."""

    parts: list[Part]
    camera: Camera
    style: Style
    paints: dict[str, str] = field(default_factory=dict)  # part name -> name in the palette, where not its layer's
    fibres: int = 0  # draw a fibre line on every so many sides of a muscle; 0 for none


class Traced(Protocol):
    """What is drawn from meshes: parts, how they are painted and how dense their fibres are (0 for none)."""

    @property
    def parts(self) -> list[Part]: ...
    @property
    def paints(self) -> dict[str, str]: ...
    @property
    def fibres(self) -> int: ...


def traced(what: Traced, camera: Camera, buffers: Buffers, style: Style) -> list[tuple[str, list[str]]]:
    """Each part's name and paths; nearer parts come later, so that their outline lies over what is behind them."""
    near = [
        float(np.median(buffers.depth[buffers.part == number])) if (buffers.part == number).any() else 0.0
        for number in range(len(what.parts))
    ]
    groups = []
    for number in sorted(range(len(what.parts)), key=near.__getitem__):
        part = what.parts[number]
        paint = PAINTS[what.paints.get(part.name, part.layer)]
        paths = trace_part(buffers, number, paint, style)
        if what.fibres:
            paths += fibre_paths(part, number, camera, buffers, paint, what.fibres)
        groups.append((part.name, paths))
    return groups


def draw(scene: Scene) -> str:
    """The SVG of a scene."""
    buffers = render([part.mesh for part in scene.parts], scene.camera)
    groups = traced(scene, scene.camera, buffers, scene.style)
    height, width = buffers.part.shape
    return svg(groups, (width, height), scene.style)
