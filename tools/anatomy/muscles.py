"""Simple muscle bellies of the left side, between the places where they attach; the right side mirrors them."""

from __future__ import annotations

import numpy as np

from tools.anatomy.landmarks import Landmarks, sacral_point
from tools.anatomy.mesh import Floats, Mesh, join
from tools.anatomy.tubes import belly, tube

Marks = dict[str, Landmarks]


def multifidus(marks: Marks, rings: int, sides: int) -> Mesh:
    """Five bundles, each from the tip of a spinous process down and outwards to the sacrum or hip bone."""
    ends = {
        "L1": sacral_point(-36.0, 33.0, -12.0),
        "L2": sacral_point(-39.0, 27.0, -22.0),
        "L3": sacral_point(-42.0, 21.0, -36.0),
        "L4": sacral_point(-44.0, 14.0, -50.0),
        "L5": sacral_point(-41.0, 8.0, -64.0),
    }
    bundles = []
    for number, (name, end) in enumerate(ends.items()):
        tip = marks[name].spinous() + np.array([3.0, 4.0, -2.0])
        middle = (tip + end) / 2 + np.array([-1.5 * number + 2.0, 3.0, 0.0])
        bundles.append(belly(np.array([tip, middle, end]), 8.5, 8.0, rings, sides, 0.3))
    return join(bundles)


def _behind(mark: Landmarks, side: float, back: float, up: float = 0.0) -> Floats:
    """A point `side` mm left of the midline and `back` mm behind the back wall of the body."""
    return mark.point(mark.back - back, side, up)


def erector(marks: Marks, top: str, rings: int, sides: int) -> Mesh:
    """Two long columns beside the multifidus: longissimus (inner) and iliocostalis (outer)."""
    upper = [m for m in reversed(list(marks.values())) if m.name.startswith("T")]
    upper = upper[[m.name for m in upper].index(top) :]
    lumbar = [marks[f"L{n}"] for n in range(1, 6)]
    inner = [_behind(m, 23.0, 36.0) for m in upper] + [_behind(m, 28.0, 35.0) for m in lumbar[:4]]
    inner += [_behind(marks["L5"], 29.0, 38.0), np.array([-57.0, 30.0, -6.0])]
    outer = [_behind(m, 45.0, 33.0) for m in upper] + [_behind(m, 53.0, 28.0) for m in lumbar[:4]]
    outer += [_behind(marks["L5"], 50.0, 32.0, 6.0), np.array([-52.0, 45.0, 4.0])]
    long = tube(np.array(inner), [3.5, 11.0, 15.0, 16.5, 16.0, 11.0, 3.5], [2.5, 8, 12, 13.5, 12, 8, 2.5], rings, sides)
    side = tube(np.array(outer), [3.5, 11.0, 14.5, 15.0, 12.0, 4.0], [2.5, 7, 11, 12, 10, 3], rings, sides)
    return join([long, side])


def psoas(marks: Marks, rings: int, sides: int) -> Mesh:
    """From the sides of the bodies down over the brim of the pelvis, towards the thigh (cut off at the groin)."""
    path = [
        marks["T12"].point(0.0, 22.0, -8.0),
        marks["L1"].point(-4.0, 27.0, -4.0),
        marks["L2"].point(-4.0, 32.0, 0.0),
    ]
    path += [marks["L3"].point(-3.0, 37.0, 0.0), marks["L4"].point(0.0, 42.0, 0.0), marks["L5"].point(6.0, 46.0, 0.0)]
    path += [np.array([30.0, 56.0, -35.0]), np.array([56.0, 71.0, -80.0]), np.array([60.0, 84.0, -128.0])]
    width = [2.0, 7.0, 11.0, 14.0, 16.5, 17.0, 15.5, 13.0, 9.0]
    depth = [2.0, 7.0, 11.0, 14.0, 16.0, 16.0, 14.0, 11.0, 8.0]
    return tube(np.array(path), width, depth, rings, sides)


def quadratus(marks: Marks, rings: int, sides: int) -> Mesh:
    """A flat sheet from the crest of the hip bone to the lowest rib, outside the transverse processes."""
    path = [marks["T12"].point(-24.0, 40.0, -6.0), marks["L1"].point(-20.0, 45.0, -6.0)]
    path += [marks["L2"].point(-17.0, 49.0, 0.0), marks["L3"].point(-15.0, 54.0, 0.0)]
    path += [marks["L4"].point(-14.0, 62.0, 2.0), np.array([-12.0, 74.0, 27.0])]
    return tube(np.array(path), [9.0, 13.0, 15.0, 17.0, 20.0, 22.0], [2.5, 5.0, 6.0, 6.0, 5.5, 3.0], rings, sides)
