"""The diary of the demonstration, for tests: on fixed days, with words that say that they are made up."""

from __future__ import annotations

from datetime import date
from typing import Any

from wervel import demo
from wervel.demo import FLARE, MISSED, id_of, pain_of

__all__ = ["FLARE", "MISSED", "OWN", "START", "id_of", "pain_of", "row", "told"]

START = date(2026, 3, 1)
WORDS = demo.Words(
    own=("Example: tie my shoes", "Example: walk up the stairs", "Example: play on the floor with the children"),
    medicine="Example: tablet as agreed with the doctor",
    note="Example note, made up: sat long in the car, then it got worse.",
)
OWN = demo.own(WORDS)


def row(number: int, start: date = START) -> dict[str, Any]:
    """Return the entry of day `number` as the device tells it."""
    return demo.row(number, start, WORDS)


def told(length: int = 60, *, start: date = START, days: int = 90, missed: bool = True) -> dict[str, Any]:
    """Return what the device tells of a diary of `length` days, its window the last `days` days."""
    return demo.told(length, start=start, days=days, words=WORDS, missed=missed)
