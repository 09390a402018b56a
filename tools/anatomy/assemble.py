"""Stacks the vertebrae on the sacrum: source meshes, stretched to published proportions, each on the disc below it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.anatomy import proportions
from tools.anatomy.mesh import Floats, Ints, Mesh, smoothstep, turned
from tools.anatomy.source import LUMBAR, THORACIC, bone
from tools.anatomy.subdivide import smooth


@dataclass(frozen=True)
class Plate:
    """An end plate: its rim (k, 3) counter-clockwise seen from above, its centre and its lean forward in degrees."""

    rim: Floats
    centre: Floats
    lean: float


@dataclass(frozen=True)
class Vertebra:
    """A vertebra in place, with the plates that the discs join."""

    name: str
    mesh: Mesh
    lower: Plate
    upper: Plate


def hubs(mesh: Mesh) -> tuple[int, int]:
    """The middle points of the lower and upper end plate: the source draws each plate as a fan of 14 triangles."""
    degree = np.bincount(mesh.faces.ravel(), minlength=len(mesh.vertices))
    first, second = np.argsort(-degree, kind="stable")[:2]
    low, high = sorted((int(first), int(second)), key=lambda index: float(mesh.vertices[index, 2]))
    return low, high


def rim_edges(mesh: Mesh, hub: int) -> Ints:
    """The edges (k, 2) around a fan."""
    fan = mesh.faces[(mesh.faces == hub).any(axis=1)]
    return np.array([[v for v in face if v != hub] for face in fan.tolist()], dtype=np.int64)


def plate_of(vertices: Floats, rim: Ints) -> Plate:
    """Measure an end plate from its rim points."""
    points = vertices[np.unique(rim)]
    centre = (points.min(axis=0) + points.max(axis=0)) / 2
    centre[1] = points[:, 1].mean()
    normal = np.linalg.svd(points - points.mean(axis=0))[2][2]
    normal = normal * np.sign(normal[2])
    around = np.argsort(np.arctan2(points[:, 1] - centre[1], points[:, 0] - centre[0]))
    return Plate(points[around], centre, float(np.degrees(np.arctan2(normal[0], normal[2]))))


def stretched(points: Floats, level: proportions.Level, back_wall: float) -> Floats:
    """Fit a vertebra (body centre at the origin) to the proportions; `back_wall` is the x of its body's back."""
    p = points * np.array(level.stretch)
    wall = back_wall * level.stretch[0]
    behind = smoothstep(wall + 1.0, wall - 5.0, p[:, 0])
    side, sign = np.abs(p[:, 1]), np.sign(p[:, 1])
    part = smoothstep(3.0, 7.5, side) * smoothstep(26.0, 13.0, side)
    side = side + proportions.PEDICLES_APART * behind * part
    if level.span:
        reach = float(side.max())
        root = 20.0
        side = np.where(side > root, root + (side - root) * (level.span / 2 - root) / (reach - root), side)
    p[:, 0] -= proportions.ARCH_BACK * behind
    p[:, 1] = sign * side
    return np.asarray(p, dtype=np.float64)


def prepared(name: str, levels: int) -> tuple[Mesh, Plate, Plate]:
    """A smooth vertebra around the centre of its body."""
    raw = bone(name)
    low, high = hubs(raw)
    rims = [rim_edges(raw, hub) for hub in (low, high)]
    plates = [plate_of(raw.vertices, rim) for rim in rims]
    centre = (plates[0].centre + plates[1].centre) / 2
    wall = float(plates[1].rim[:, 0].min() - centre[0])
    cage = raw.moved(stretched(raw.vertices - centre, proportions.LEVELS[name], wall))
    cage.vertices[high, 2] -= 1.6  # end plates are slightly hollow
    cage.vertices[low, 2] += 1.6
    fine = smooth(cage, np.concatenate(rims), levels)
    # Subdivision keeps old points first, so the rims are measured where the smooth bone really is.
    return fine, plate_of(fine.vertices, rims[0]), plate_of(fine.vertices, rims[1])


def moved_plate(plate: Plate, angle: float, pivot: Floats, shift: Floats) -> Plate:
    """The plate after turning its vertebra and moving it into place."""
    rim, centre = (turned(points, angle, pivot) + shift for points in (plate.rim, plate.centre))
    return Plate(rim, centre, plate.lean + angle)


def sacral_plate() -> Plate:
    """The upper end plate of S1: an oval, a little flat at the back, centred on the origin."""
    around = np.linspace(-np.pi, np.pi, 28, endpoint=False)
    x = np.cos(around) * proportions.S1_DEPTH / 2
    x = np.where(x < 0, -(np.abs(x) ** 0.8) * (proportions.S1_DEPTH / 2) ** 0.2 * 0.9, x)
    flat = np.stack([x, np.sin(around) * proportions.S1_WIDTH / 2, np.zeros_like(x)], axis=1)
    return Plate(turned(flat, proportions.SACRAL_SLOPE), np.zeros(3), proportions.SACRAL_SLOPE)


def stack(levels: int, thoracic: int = 12) -> dict[str, Vertebra]:
    """All vertebrae from L5 up to the given number of thoracic ones, each subdivided `levels` times."""
    below = sacral_plate()
    result: dict[str, Vertebra] = {}
    for name in LUMBAR + THORACIC[:thoracic]:
        target = proportions.LEVELS[name]
        mesh, lower, upper = prepared(name, levels)
        lean = below.lean - target.wedge
        angle = lean - lower.lean
        middle = np.radians((below.lean + lean) / 2)
        place = below.centre + target.height * np.array([np.sin(middle), 0.0, np.cos(middle)])
        shift = place - lower.centre
        pivot = lower.centre
        points = turned(mesh.vertices, angle, pivot) + shift
        lower, upper = moved_plate(lower, angle, pivot, shift), moved_plate(upper, angle, pivot, shift)
        result[name] = Vertebra(name, mesh.moved(points), lower, upper)
        below = upper
    return result
