"""Fine lines along muscle bellies: they tell a muscle from other parts also without colour."""

from __future__ import annotations

import numpy as np

from tools.anatomy.mesh import Floats
from tools.anatomy.parts import Part
from tools.anatomy.raster import Buffers, Camera, project
from tools.anatomy.trace import Paint
from tools.anatomy.tubes import curve


def tube_lines(part: Part, every: int) -> list[Floats]:
    """The long lines of a part made of tubes, every so many sides, without the rounded ends."""
    if part.grid is None:
        return []
    rings, sides = part.grid
    size = rings * sides + 2
    lines = []
    # The tubes were joined one after another: all ring points, then the two middles of their ends.
    for start in range(0, len(part.mesh.vertices), size):
        grid = part.mesh.vertices[start : start + rings * sides].reshape(rings, sides, 3)
        lines += [grid[2:-2, side] for side in range(0, sides, every)]
    return lines


def visible_runs(line: Floats, number: int, camera: Camera, buffers: Buffers) -> list[Floats]:
    """The pieces of a line (on the picture) that nothing hides."""
    points = project(curve(line, 90), camera, buffers)
    column, row = np.round(points[:, 0]).astype(int), np.round(points[:, 1]).astype(int)
    seen = (buffers.part[row, column] == number) & (points[:, 2] > buffers.depth[row, column] - 0.8 * camera.scale)
    breaks = np.nonzero(np.diff(seen.astype(int)))[0] + 1
    runs = np.split(np.arange(len(points)), breaks)
    return [points[run, :2] for run in runs if seen[run[0]] and len(run) > 6]


def fibre_paths(part: Part, number: int, camera: Camera, buffers: Buffers, paint: Paint, every: int) -> list[str]:
    """One SVG path with all fibre lines of a part."""
    text = ""
    for line in tube_lines(part, every):
        for run in visible_runs(line, number, camera, buffers):
            corners = np.round(run[:: max(len(run) // 7, 1)] * 2).astype(int)
            moves = np.diff(corners, axis=0)
            text += f"M{corners[0][0]} {corners[0][1]}l" + " ".join(f"{x} {y}" for x, y in moves)
    if not text:
        return []
    return [f'<path fill="none" stroke="{paint.fold}" stroke-width="2" stroke-opacity=".55" d="{text}"/>']
