"""The flat drawings: projections of the same parts, written as SVG (see `scenes` for what each shows)."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from tools.anatomy.fibres import fibre_paths
from tools.anatomy.palette import PAINTS
from tools.anatomy.parts import Part
from tools.anatomy.raster import Camera, render
from tools.anatomy.trace import Style, svg, trace_part


@dataclass(frozen=True)
class Scene:
    """What a drawing shows, from where, and how finely it is traced."""

    parts: list[Part]
    camera: Camera
    style: Style
    paints: dict[str, str] = field(default_factory=dict)  # part name -> name in the palette, where not its layer's
    fibres: int = 0  # draw a fibre line on every so many sides of a muscle; 0 for none


def draw(scene: Scene) -> str:
    """The SVG of a scene; nearer parts come later, so that their outline lies over what is behind them."""
    buffers = render([part.mesh for part in scene.parts], scene.camera)
    near = [
        float(np.median(buffers.depth[buffers.part == number])) if (buffers.part == number).any() else 0.0
        for number in range(len(scene.parts))
    ]
    groups = []
    for number in sorted(range(len(scene.parts)), key=near.__getitem__):
        part = scene.parts[number]
        paint = PAINTS[scene.paints.get(part.name, part.layer)]
        paths = trace_part(buffers, number, paint, scene.style)
        if scene.fibres:
            paths += fibre_paths(part, number, scene.camera, buffers, paint, scene.fibres)
        groups.append((part.name, paths))
    height, width = buffers.part.shape
    return svg(groups, (width, height), scene.style)
