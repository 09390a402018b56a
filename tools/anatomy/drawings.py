"""The flat drawings: projections of the same parts, written as SVG (see `scenes` for what each shows)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np

from tools.anatomy.fibres import fibre_paths
from tools.anatomy.palette import PAINTS
from tools.anatomy.parts import Part
from tools.anatomy.raster import Buffers, Camera, Window, outline, render
from tools.anatomy.trace import Style, svg, trace_part

# Layers that are traced together, from the deepest up. The explorer puts layers away, and what a higher one covers
# then has to be there: a part is traced as if nothing of the higher steps were drawn, and the higher ones lie over it.
Stack = tuple[frozenset[str], ...]
STACK: Stack = (frozenset({"bones", "discs"}), frozenset({"ligaments"}), frozenset({"nerves"}), frozenset({"muscles"}))


@dataclass(frozen=True)
class Scene:
    """What a drawing shows, from where, and how finely it is traced."""

    parts: list[Part]
    camera: Camera
    style: Style
    paints: dict[str, str] = field(default_factory=dict)  # part name -> name in the palette, where not its layer's
    fibres: int = 0  # draw a fibre line on every so many sides of a muscle; 0 for none
    stack: Stack = STACK
    window: Window | None = None  # what is shown; all of it if none is given


class Traced(Protocol):
    """What is drawn from meshes: parts, how they are painted and how dense their fibres are (0 for none)."""

    @property
    def parts(self) -> list[Part]: ...
    @property
    def paints(self) -> dict[str, str]: ...
    @property
    def fibres(self) -> int: ...


def traced(
    what: Traced, camera: Camera, buffers: Buffers, style: Style, only: Collection[str] | None = None
) -> list[tuple[str, list[str]]]:
    """Each part's name and paths; nearer parts come later, so that their outline lies over what is behind them.

    `only`: the names of the parts to trace among those in the buffers; all of them if not given.
    """
    near = [
        float(np.median(buffers.depth[buffers.part == number])) if (buffers.part == number).any() else 0.0
        for number in range(len(what.parts))
    ]
    groups = []
    for number in sorted(range(len(what.parts)), key=near.__getitem__):
        part = what.parts[number]
        if only is not None and part.name not in only:
            continue
        paint = PAINTS[what.paints.get(part.name, part.layer)]
        paths = trace_part(buffers, number, paint, style)
        if what.fibres:
            paths += fibre_paths(part, number, camera, buffers, paint, what.fibres)
        groups.append((part.name, paths))
    return groups


def draw(scene: Scene) -> str:
    """The SVG of a scene, its layers one over the other."""
    window = scene.window or outline([part.mesh for part in scene.parts], scene.camera)
    groups, shown, shape = [], frozenset[str](), (0, 0)
    for step in scene.stack:
        shown |= step
        drawn = replace(scene, parts=[part for part in scene.parts if part.layer in shown])
        if any(part.layer in step for part in drawn.parts):
            buffers = render([part.mesh for part in drawn.parts], scene.camera, window=window)
            names = {part.name for part in drawn.parts if part.layer in step}
            groups += traced(drawn, scene.camera, buffers, scene.style, names)
            shape = buffers.part.shape
    return svg(groups, (shape[1], shape[0]), scene.style)
