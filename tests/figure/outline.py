"""Points on the outline of a path, computed from its tokens as a browser would draw it."""

from __future__ import annotations

from collections.abc import Iterator
from math import acos, cos, pi, sin, sqrt

from wervel.figure.shapes import Shape

STEPS = 6
Place = tuple[float, float]


def outline(shape: Shape) -> Iterator[Place]:
    """Yield points all along a path made of M, L, C and circular A."""
    numbers: list[float] = []
    here: Place = (0.0, 0.0)
    letter, flags = "", ""
    for token in (*shape.tokens, "end"):
        if isinstance(token, str) and not token[0].isdigit():
            letter, numbers = token, []
            continue
        if isinstance(token, str):
            flags = token
            continue
        numbers.append(token)
        if letter in {"M", "L"} and len(numbers) == 2:
            here = (numbers[0], numbers[1])
            yield here
        elif letter == "C" and len(numbers) == 6:
            yield from _bend(here, *zip(numbers[::2], numbers[1::2], strict=True))
            here, numbers = (numbers[4], numbers[5]), []
        elif letter == "A" and len(numbers) == 4:
            yield from _arc(here, (numbers[2], numbers[3]), numbers[0], flags)
            here = (numbers[2], numbers[3])


def _bend(a: Place, b: Place, c: Place, d: Place) -> Iterator[Place]:
    for step in range(1, STEPS + 1):
        t = step / STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield tuple(sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))


def _arc(start: Place, end: Place, radius: float, flags: str) -> Iterator[Place]:
    """The arc from start to end, clockwise on the screen (sweep 1), large or small."""
    _, large, sweep = flags.split()
    assert sweep == "1"
    dx, dy = end[0] - start[0], end[1] - start[1]
    chord = sqrt(dx * dx + dy * dy)
    height = sqrt(max(radius * radius - chord * chord / 4, 0.0))
    side = -1 if large == "1" else 1
    middle = (
        (start[0] + end[0]) / 2 - side * height * dy / (chord or 1),
        (start[1] + end[1]) / 2 + side * height * dx / (chord or 1),
    )
    first = (start[0] - middle[0], start[1] - middle[1])
    whole = 2 * acos(max(min(height / radius, 1.0), -1.0))
    whole = 2 * pi - whole if large == "1" else whole
    for step in range(1, STEPS + 1):
        turn = whole * step / STEPS
        x = first[0] * cos(turn) - first[1] * sin(turn)
        y = first[0] * sin(turn) + first[1] * cos(turn)
        yield middle[0] + x, middle[1] + y
