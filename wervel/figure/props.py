"""What stands around the figure: floor, mat, chair, step, wall, pillow. Sizes in shares of the body's height."""

from __future__ import annotations

from wervel.content.exercise_models import Exercise, Prop
from wervel.figure.shapes import UNITS, Shape, Token

SEAT_HEIGHT = 0.255  # of the chair
STEP_HEIGHT = 0.085
CHAIR_BACK = 0.54


def _box(left: float, bottom: float, width: float, height: float, round_: float = 0.012) -> list[Token]:
    x, y, w, h, r = (n * UNITS for n in (left, -bottom - height, width, height, round_))
    return [
        "M", x + r, y, "L", x + w - r, y, "A", r, r, "0 0 1", x + w, y + r, "L", x + w, y + h - r,
        "A", r, r, "0 0 1", x + w - r, y + h, "L", x + r, y + h, "A", r, r, "0 0 1", x, y + h - r,
        "L", x, y + r, "A", r, r, "0 0 1", x + r, y, "Z",
    ]  # fmt: skip


def props(exercise: Exercise) -> list[Shape]:
    """Return the shapes of all that an exercise needs; they stand behind the figure."""
    return [Shape("soft" if prop.kind == "mat" else "prop", tuple(_drawn(prop))) for prop in exercise.props]


def _drawn(prop: Prop) -> list[Token]:
    left = prop.at / 100
    if prop.kind == "chair":
        return (
            _box(left, 0, 0.022, CHAIR_BACK)
            + _box(left + 0.21, 0, 0.022, SEAT_HEIGHT)
            + _box(left, SEAT_HEIGHT - 0.028, 0.235, 0.028)
            + _box(left - 0.006, CHAIR_BACK - 0.10, 0.034, 0.10)
        )
    if prop.kind == "step":
        return _box(left, 0, 0.42, STEP_HEIGHT)
    if prop.kind == "wall":
        return _box(left, 0, 0.05, 0.98)
    if prop.kind == "pillow":
        return _box(left, 0, 0.15, 0.026, 0.013)
    return _box(left, -0.014, 1.16, 0.014, 0.007)


def floor(exercise: Exercise, way: float = 0.0) -> Shape:
    """Return the floor; under a walking figure it is in pieces that stay where they are, so that they pass by."""
    if not exercise.travel:
        return Shape("floor", ("M", -3.0 * UNITS, 3.0, "L", 3.0 * UNITS, 3.0))
    tokens: list[Token] = []
    piece = exercise.travel / 100 / 4
    for index in range(-8, 13):
        start = (index * piece - way) * UNITS
        tokens += ["M", start, 3.0, "L", start + piece * 0.55 * UNITS, 3.0]
    return Shape("floor", tuple(tokens))
