"""A hernia that presses and then shrinks: the opened disc on L4 from above, front of the body on top."""

from __future__ import annotations

import numpy as np

from tools.anatomy import nerves, parts
from tools.anatomy.discs import core, disc
from tools.anatomy.frames import Frame, Story
from tools.anatomy.mesh import Floats, turned
from tools.anatomy.parts import Part, Spine, build_spine
from tools.anatomy.raster import Camera
from tools.anatomy.scenes import cut_nerves, cut_plane, levelled
from tools.anatomy.trace import Style

CAMERA = Camera(180.0, 90.0, 8.0)
LIFT = 32.0  # mm
TOWARDS = np.radians(153.0)  # to the back and the person's left, where the rings are thinnest
# For each frame: how far the outline of the disc is pushed out there (mm), how far the tip of the core lies from the
# middle of the disc (mm; 0 leaves the core round), and how far the root gives way (mm).
STATES = ((0.0, 0.0, 0.0), (1.6, 16.0, 0.0), (5.2, 21.0, 0.8), (2.4, 16.5, 0.0), (0.6, 12.0, 0.0))


def pushed(points: Floats, centre: Floats, reach: float, width: float) -> Floats:
    """Points moved away from the disc's middle, most (by `reach` at the outline) in the direction of the hernia."""
    flat = points[:, :2] - centre[:2]
    angle = np.arctan2(flat[:, 1], flat[:, 0])
    away = (angle - TOWARDS + np.pi) % (2 * np.pi) - np.pi
    bump = np.exp(-((away / np.radians(width)) ** 2))
    near = np.abs(away) < np.radians(6.0)
    outline = float(np.linalg.norm(flat[near], axis=1).max())
    moved = points.copy()
    moved[:, :2] = centre[:2] + flat * (1.0 + bump * reach / outline)[:, None]
    return moved


def _disc_parts(spine: Spine, push: float, tip: float) -> list[Part]:
    low = spine.vertebrae["L4"].upper
    centre = turned(low.centre[None], -low.lean)[0]
    found = []
    for number, shrink in enumerate((1.0, 0.9, 0.8, 0.7, 0.6), start=1):
        top = cut_plane(low, 5.0 + number * 0.8)
        ring = levelled(Part(f"ring_{number}", "discs", disc(low, top, 144, 5, shrink)), low)
        found.append(Part(ring.name, ring.layer, ring.mesh.moved(pushed(ring.mesh.vertices, centre, push, 17.0))))
    soft = levelled(Part("core", "discs", core(low, cut_plane(low, 16.0), 144, 9)), low)
    moved = soft.mesh.vertices
    if tip:
        # The core first grows a tongue; the distance is counted from the disc's middle.
        flat = moved[:, :2] - centre[:2]
        angle = np.arctan2(flat[:, 1], flat[:, 0])
        near = np.abs((angle - TOWARDS + np.pi) % (2 * np.pi) - np.pi) < np.radians(6.0)
        moved = pushed(moved, centre, tip - float(np.linalg.norm(flat[near], axis=1).max()), 13.0)
    return [*found, Part("core", "discs", soft.mesh.moved(moved))]


def story() -> Story:
    """Usual; the core pushes outwards; it touches the root; weeks later smaller; months later nearly gone."""
    spine = build_spine(3, 1)
    low = spine.vertebrae["L4"].upper
    bone = levelled(Part("L4", "bones", spine.vertebrae["L4"].mesh), low)
    # The root that leaves one level higher would hide the one that the hernia meets. This one is lifted out of the
    # bone, straight towards the eye, so that all of it shows where it runs.
    marks = spine.marks()
    shown_nerves = [part for part in cut_nerves(marks) if not part.name.startswith("nerve")]
    shown_nerves += parts.both("nerve_L4", "nerves", nerves.root(marks, "L4", 30, 16, slice(1, None)))
    shown_nerves = [levelled(part, low) for part in shown_nerves]
    paints = {"core": "core", "canal": "sac"} | {f"ring_{n}": "ring_a" if n % 2 else "ring_b" for n in range(1, 6)}
    frames = []
    for number, (push, tip, aside) in enumerate(STATES):
        shown = [bone, *_disc_parts(spine, push, tip)]
        for part in shown_nerves:
            way = np.array([0.0, 0.0, LIFT if part.name.startswith("nerve") else 0.0])
            if part.name == "nerve_L4_left":
                way += [-aside, aside * 0.5, 0.0]
            shown.append(Part(part.name, part.layer, part.mesh.moved(part.mesh.vertices + way)))
        frames.append(Frame(shown, [], paints | ({"nerve_L4_left": "nerve_touched"} if number == 2 else {})))
    style = Style(blur=4.0, tolerance=1.2, smallest=110.0, line_width=2.6)
    return Story(CAMERA, (-38.0, -36.0, 38.0, 24.0), frames, style)
