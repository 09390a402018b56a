"""The rulers of balance: which values lead to people."""

from __future__ import annotations

from wervel.content.prevention_models import Ruler

VALUES = range(11)


def leads_to_people(ruler: Ruler, value: int) -> bool:
    """Tell whether help by people is offered at this value (0-10): at the threshold or on its worse side."""
    return value <= ruler.threshold if ruler.direction == "higher_is_better" else value >= ruler.threshold


def values_to_people(ruler: Ruler) -> list[int]:
    """Return the values of a ruler at which help by people is offered: what the device goes by."""
    return [value for value in VALUES if leads_to_people(ruler, value)]
