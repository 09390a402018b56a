"""The soft body around the spine: how thick the trunk is before and behind each point of it."""

from __future__ import annotations

from itertools import pairwise

from wervel.figure.kinematics import Point, Trunk, Vertebra, before

#: (point of the spine, behind, before) in shares of the height, from the tail up; between them it changes evenly.
_SIDE = (
    (0, 0.036, 0.056), (2, 0.046, 0.064), (4, 0.040, 0.076), (6, 0.032, 0.084), (9, 0.032, 0.090), (13, 0.037, 0.100),
    (17, 0.035, 0.090), (20, 0.026, 0.062), (21, 0.022, 0.044), (23, 0.022, 0.034), (27, 0.024, 0.034),
)  # fmt: skip
_FRONT = (
    (0, 0.070, 0.070), (3, 0.086, 0.086), (6, 0.074, 0.074), (10, 0.080, 0.080), (15, 0.096, 0.096), (18, 0.094, 0.094),
    (20, 0.050, 0.050), (21, 0.032, 0.032), (27, 0.029, 0.029),
)  # fmt: skip


def depth(index: float, front_view: bool = False) -> tuple[float, float]:
    """Return how far the skin is behind and before a point of the spine (from the front: to its two sides)."""
    table = _FRONT if front_view else _SIDE
    for (low, back, fore), (high, back_next, fore_next) in pairwise(table):
        if index <= high:
            part = (index - low) / (high - low)
            return back + (back_next - back) * part, fore + (fore_next - fore) * part
    return table[-1][1:]


def sides(trunk: Trunk, first: int, last: int, front_view: bool = False) -> tuple[list[Point], list[Point]]:
    """Return the skin behind and before the spine, from its point `first` to `last`."""
    behind, ahead = [], []
    for index in range(first, last + 1):
        vertebra: Vertebra = trunk.spine[index]
        back, fore = depth(index, front_view)
        behind.append(vertebra.at + before(-back, vertebra.lean))
        ahead.append(vertebra.at + before(fore, vertebra.lean))
    return behind, ahead


def lowest(trunk: Trunk) -> float:
    """Return the height of the lowest point of the trunk, without the neck and head."""
    behind, ahead = sides(trunk, 0, 20)
    return min(point.y for point in (*behind, *ahead))
