"""What bends: the pivots, how much each level takes, and which levels every point follows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.anatomy.discs import up
from tools.anatomy.mesh import Floats
from tools.anatomy.parts import Part, Spine

# Mean movement from upright in degrees, L1-L2 to L5-S1: Pearcy M, Portek I, Shepherd J. Three-dimensional x-ray
# analysis of normal movement in the lumbar spine. Spine 1984;9:294-297. Healthy volunteers, standing.
FORWARD = {"L1": 8.0, "L2": 10.0, "L3": 12.0, "L4": 13.0, "L5": 9.0}
BACK = {"L1": 5.0, "L2": 3.0, "L3": 1.0, "L4": 2.0, "L5": 5.0}
SOURCE = "Pearcy M, Portek I, Shepherd J. Spine 1984;9(3):294-297, doi:10.1097/00007632-198404000-00013"
STEPS = 32  # a point's place on the chain is stored in steps of 1/32 level


@dataclass(frozen=True)
class Joint:
    """One moving level: what lies above it turns about `pivot` (the disc's centre) and an axis to the left."""

    above: str
    below: str
    pivot: Floats
    normal: Floats
    height: float


def joints(spine: Spine) -> list[Joint]:
    """The five lumbar joints from L5-S1 upwards; what is above L1 moves with L1."""
    found = []
    for above, below, low, high in spine.gaps():
        if above.startswith("L"):
            normal = up(low) + up(high)
            height = float(np.linalg.norm(high.centre - low.centre))
            found.append(Joint(above, below, (low.centre + high.centre) / 2, normal / np.linalg.norm(normal), height))
    return found


def rigid_place(name: str, chain: list[Joint]) -> int | None:
    """How many joints lie below a bone (sacrum and pelvis 0, L5 1 .. L1 5, above 5); None for what deforms."""
    if name in ("sacrum", "pelvis"):
        return 0
    names = [joint.above for joint in chain]
    if name in names:
        return names.index(name) + 1
    return len(chain) if name[0] == "T" and name[1:].isdigit() else None


def places(part: Part, chain: list[Joint]) -> Floats:
    """For each point how many joints lie below it; a fraction inside the zone that a joint deforms.

    Discs deform within their own height; nerves, muscles and ligaments over a wider zone, so that they bend softly.
    """
    rigid = rigid_place(part.name, chain)
    if rigid is not None:
        return np.full(len(part.mesh.vertices), float(rigid))
    total = np.zeros(len(part.mesh.vertices))
    for joint in chain:
        zone = joint.height if part.layer == "discs" else joint.height * (3.0 if part.layer == "muscles" else 1.6)
        distance = (part.mesh.vertices - joint.pivot) @ joint.normal
        total += np.clip(distance / zone + 0.5, 0.0, 1.0)
    return np.round(total * STEPS) / STEPS


def bend(points: Floats, place: Floats, chain: list[Joint], degrees: list[float]) -> Floats:
    """Move points: each joint, from the top down, turns all above it by its share (forward positive).

    The reference for the same few lines in the app; a point inside a joint's zone turns by its fraction.
    """
    moved = points.copy()
    for index in range(len(chain) - 1, -1, -1):
        share = np.clip(place - index, 0.0, 1.0)
        angle = np.radians(degrees[index]) * share
        x, z = moved[:, 0] - chain[index].pivot[0], moved[:, 2] - chain[index].pivot[2]
        moved[:, 0] = chain[index].pivot[0] + np.cos(angle) * x + np.sin(angle) * z
        moved[:, 2] = chain[index].pivot[2] - np.sin(angle) * x + np.cos(angle) * z
    return moved
