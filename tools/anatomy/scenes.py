"""What each drawing shows. Side views look from the right, so that the front of the body is on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from tools.anatomy import nerves, parts
from tools.anatomy.assemble import Plate
from tools.anatomy.discs import core, disc, resampled, up
from tools.anatomy.drawings import Scene, draw
from tools.anatomy.landmarks import Landmarks
from tools.anatomy.mesh import Mesh, join, turned
from tools.anatomy.parts import Part, Spine, build_spine
from tools.anatomy.raster import Camera, outline
from tools.anatomy.trace import Style
from tools.anatomy.tubes import tube


def home() -> Scene:
    """The lower spine from behind and the side: the picture of the home card."""
    spine = build_spine(2, 2)
    return Scene(parts.bones(spine, 1.5) + parts.discs(spine, 48, 7), Camera(-127.0, 10.0, 3.4), Style())


def side() -> Scene:
    """The whole spine below the neck from the side, with its curves and the roots of the lower back."""
    spine = build_spine(2, 12)
    shown = parts.bones(spine, 1.5) + parts.discs(spine, 40, 5)
    shown += [p for p in parts.nerve_parts(_lumbar(spine), 24, 10) if p.name == "canal" or p.name.endswith("_right")]
    return Scene(shown, Camera(-90.0, 0.0, 2.5), Style(blur=2.2, line_width=2.2), {"canal": "sac"})


def _lumbar(spine: Spine) -> Spine:
    """The spine without what lies above T12."""
    return Spine({n: v for n, v in spine.vertebrae.items() if n[0] == "L" or n == "T12"}, spine.base)


def segment() -> Scene:
    """L4 and L5 from the side: disc, facet joint, and the roots that leave between and below them."""
    spine = build_spine(3, 1)
    marks = spine.marks()
    pair = [marks["L5"], marks["L4"]]
    sac = nerves.sac_piece(pair, pair[1].canal(26.0), pair[0].canal(-24.0), 30, 24)
    shown = [p for p in parts.bones(spine, 3.0) + parts.discs(spine, 64, 9) if p.name in ("L4", "L5", "disc_L4_L5")]
    shown += [p for p in parts.facet_parts(spine, 28) if p.name == "facet_L4_L5_right"]
    for name in ("L4", "L5"):
        left = nerves.root(marks, name, 30, 16, slice(0, 6 if name == "L4" else 5))
        shown.append(Part(f"nerve_{name}_right", "nerves", left.mirrored()))
    return Scene([*shown, Part("canal", "nerves", sac)], Camera(-96.0, 6.0, 9.0), Style(blur=5.0), {"canal": "sac"})


def cut_plane(lower: Plate, lift: float) -> Plate:
    """The plane of a cut through the disc that lies on a plate, `lift` mm above the plate."""
    return Plate(resampled(lower, 72) + up(lower) * lift, lower.centre + up(lower) * lift, lower.lean)


def opened_disc() -> Scene:
    """The disc on L4 from above, cut open: rings, core, canal with its nerves, roots; front of the body on top."""
    spine = build_spine(3, 1)
    marks = spine.marks()
    low = spine.vertebrae["L4"].upper
    shown = [Part("L4", "bones", spine.vertebrae["L4"].mesh)]
    paints = {"core": "core", "canal": "sac"}
    for number, shrink in enumerate((1.0, 0.9, 0.8, 0.7, 0.6), start=1):
        # Each ring stands a little higher than the one around it, so that its edge shows.
        shown.append(Part(f"ring_{number}", "discs", disc(low, cut_plane(low, 5.0 + number * 0.8), 72, 5, shrink)))
        paints[f"ring_{number}"] = "ring_a" if number % 2 else "ring_b"
    shown.append(Part("core", "discs", core(low, cut_plane(low, 16.0), 72, 9)))
    shown += cut_nerves(marks)
    stack = (frozenset({"bones"}), frozenset({"discs"}), frozenset({"nerves"}))  # the whole bone lies under the disc
    return Scene([levelled(p, low) for p in shown], Camera(180.0, 90.0, 9.0), Style(blur=4.0), paints, stack=stack)


def cut_nerves(marks: dict[str, Landmarks]) -> list[Part]:
    """The sac cut off at the height of the disc's cut, the strands in it, and the two pairs of roots beside it."""
    here = marks["L4"]
    top = here.canal(here.height / 2 + 6.0)
    sac = nerves.sac_piece([here], top, here.canal(-here.height), 16, 32)
    strands = []
    for turn in np.linspace(0.0, 2 * np.pi, 8, endpoint=False):
        away = np.array([np.cos(turn) * 3.1, np.sin(turn) * 5.0, 0.0])
        strands.append(tube(np.array([top + away + np.array([0.0, 0.0, 4.0]), top + away]), [1.0], [1.0], 3, 14))
    found = [Part("canal", "nerves", sac), Part("cauda_equina", "nerves", join(strands))]
    # L4 leaves the sac here; of L3, which left one level higher, only the outer piece lies beside this disc.
    for name, piece in (("L3", slice(2, None)), ("L4", slice(None))):
        found += parts.both(f"nerve_{name}", "nerves", nerves.root(marks, name, 30, 16, piece))
    return found


def levelled(part: Part, plate: Plate) -> Part:
    """The part turned so that the plate lies level."""
    return Part(part.name, part.layer, Mesh(turned(part.mesh.vertices, -plate.lean), part.mesh.faces), part.grid)


def low_back() -> Scene:
    """Lower back and pelvis from behind, with the muscles of the left side."""
    spine = build_spine(2, 3)
    shown = parts.bones(spine, 1.5) + parts.discs(spine, 40, 5) + parts.pelvis(2) + back_muscles(spine)
    return Scene(shown, Camera(180.0, 0.0, 2.9), Style(blur=2.6, line_width=2.6), {}, 2)


def back_muscles(spine: Spine) -> list[Part]:
    """The muscles of the lower back that show from behind, left."""
    left = [p for p in parts.muscle_parts(spine, "T10", 28, 24) if p.name.endswith("_left")]
    return [p for p in left if p.name != "muscle_psoas_left"]


def behind() -> Scene:
    """Lower back, pelvis and legs from behind: muscles on the left side, the nerve of the leg on the right.

    The nerve runs on the left as well, under the muscles, for who puts them away.
    """
    spine = build_spine(2, 3)
    shown = parts.bones(spine, 1.5) + parts.discs(spine, 40, 5) + parts.pelvis(2) + parts.leg_bones(2)
    shown += back_muscles(spine) + [p for p in parts.leg_muscles(40, 32) if p.name.endswith("_left")]
    shown += parts.sciatic_nerve(90, 12)
    shown += [p for p in parts.nerve_parts(spine, 24, 10) if p.name.startswith("nerve_")]
    camera = Camera(180.0, 0.0, 1.7)
    left, top, right, bottom = outline([part.mesh for part in shown], camera)
    half = max(-left, right)  # the midline stays in the middle, though only one side has muscles
    style = Style(blur=1.9, tolerance=1.1, smallest=50.0, line_width=1.9)
    paints = {"muscle_achilles_left": "ligaments"}
    return Scene(shown, camera, style, paints, 2, window=(-half, top, half, bottom))


def front() -> Scene:
    """Lower back and pelvis from the front, with the ligament on the bodies and the front hip muscle of one side.

    That side is the person's right, so that it stands on the left of the picture, as the muscles of `behind` do.
    """
    spine = build_spine(2, 1)
    shown = parts.bones(spine, 1.5) + parts.discs(spine, 40, 5) + parts.pelvis(2)
    shown += [p for p in parts.muscle_parts(spine, "T12", 28, 24) if p.name == "muscle_psoas_right"]
    band = parts.ligament_parts(spine, 60, 24)[0]
    # A little nearer to the eye than it is: the smooth bones would hide it where they swell.
    shown.append(replace(band, mesh=band.mesh.moved(band.mesh.vertices + np.array([4.0, 0.0, 0.0]))))
    return Scene(shown, Camera(0.0, 0.0, 2.9), Style(blur=2.6, line_width=2.6), {}, 2)


SCENES: dict[str, Callable[[], Scene]] = {
    "home-spine": home,
    "spine-side": side,
    "spine-segment": segment,
    "spine-disc": opened_disc,
    "spine-pelvis": low_back,
    "spine-behind": behind,
    "spine-front": front,
}


def write(folder: Path, names: list[str]) -> None:
    """Write the drawings (all if none is named) to a folder."""
    for name, scene in SCENES.items():
        if not names or name in names:
            (folder / f"{name}.svg").write_text(draw(scene()), encoding="utf-8")
