"""Height and weight to a body mass index, with honest limits; a slip in typing becomes a question, never a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wervel.prevention.records import Body, Trait

INCH, FOOT, POUND, STONE = 2.54, 30.48, 0.45359237, 6.35029318  # cm, cm, kg, kg

#: What a grown person can be, with room on both sides: outside it something was typed wrong.
HEIGHT, WEIGHT, WAIST = (100.0, 250.0), (25.0, 350.0), (40.0, 220.0)  # cm, kg, cm
#: Limits of the body mass index in kg/m2: WHO 2000, and, for people whose family comes from
#: Asia, the Middle East, Africa or the Caribbean, NICE NG246 of 2025 (for Asia also WHO expert consultation 2004).
LOW, OVER, HIGH, OVER_LOWER, HIGH_LOWER = 18.5, 25.0, 30.0, 23.0, 27.5
#: Waist as a share of height from which the waist says something (NICE NG246, 2025).
WAIST_SHARE = 0.5
#: The share of weight whose loss already does something for health.
FIVE_PERCENT = 0.05
#: No judgement with one of these.
UNJUDGED: tuple[Trait, ...] = ("pregnant", "under18")

Field = Literal["height", "weight", "waist"]
Slip = Literal["missing", "metres", "feet", "inches", "digit", "millimetres", "centimetres", "stone", "kilograms",
               "swapped", "unlikely"]  # fmt: skip
Group = Literal["low", "middle", "over", "high"]


@dataclass(frozen=True)
class Question:
    """A question back about a field: which slip it looks like, and the values that may be meant.

    meant: the form with those values in it, None when nothing is near enough to offer.
    """

    field: Field
    slip: Slip
    meant: Body | None = None


@dataclass(frozen=True)
class Result:
    """bmi in kg/m2, rounded to one digit. group: None where no judgement is right. five_percent in kg, None when the
    weight gives no reason. waist: whether it is half the height or more, None when it was not given."""

    bmi: float
    group: Group | None
    limits: tuple[float, float]
    five_percent: float | None
    waist: bool | None
    traits: tuple[Trait, ...]


def look(body: Body, *, under18: bool = False) -> Question | Result:
    """Return the result, or the question to ask first. under18: known from elsewhere, such as the assessment."""
    traits = body.traits if not under18 or "under18" in body.traits else (*body.traits, "under18")
    question = _question(body)
    if question:
        return question
    height, weight, waist = metric(body)
    assert height is not None  # noqa: S101 asked for by _question
    assert weight is not None  # noqa: S101
    bmi = round(weight / (height / 100) ** 2, 1)
    judged = not set(UNJUDGED) & set(traits)
    over, high = (OVER_LOWER, HIGH_LOWER) if "origin" in traits else (OVER, HIGH)
    group = group_of(bmi, lower="origin" in traits) if judged else None
    return Result(
        bmi=bmi,
        group=group,
        limits=(over, high),
        five_percent=round(weight * FIVE_PERCENT, 1) if group in {"over", "high"} else None,
        waist=None if waist is None or not judged else waist >= WAIST_SHARE * height,
        traits=traits,
    )


def group_of(bmi: float, *, lower: bool) -> Group:
    """Return the group of a body mass index; each limit belongs to the group above it."""
    over, high = (OVER_LOWER, HIGH_LOWER) if lower else (OVER, HIGH)
    return "low" if bmi < LOW else "middle" if bmi < over else "over" if bmi < high else "high"


def metric(body: Body) -> tuple[float | None, float | None, float | None]:
    """Return height in cm, weight in kg and waist in cm; None where nothing was typed."""
    if body.units == "metric":
        return body.height, body.weight, body.waist
    nothing = body.height is None and body.inches is None
    height = None if nothing else (body.height or 0) * FOOT + (body.inches or 0) * INCH
    return height, _times(body.weight, POUND), _times(body.waist, INCH)


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


def _question(body: Body) -> Question | None:
    height, weight, waist = metric(body)
    if height is None or height == 0:
        return Question("height", "missing")
    if weight is None or weight == 0:
        return Question("weight", "missing")
    if not _within(height, HEIGHT):
        return _height(body, height, weight)
    if not _within(weight, WEIGHT):
        return _weight(body)
    if waist is not None and not _within(waist, WAIST):
        return _waist(body)
    bmi = weight / (height / 100) ** 2
    if not 10 <= bmi <= 90:  # each can be, but not together
        return _height(body, height, weight)
    return None


def _height(body: Body, height: float, weight: float) -> Question:
    """What a height that cannot be may mean, likeliest first."""
    typed = body.height or 0
    if body.units == "metric" and _within(weight, HEIGHT) and _within(height, WEIGHT):
        return Question("height", "swapped", replace_in(body, height=weight, weight=height))
    if body.units == "metric":
        slips: tuple[tuple[Slip, float], ...] = (
            ("metres", typed * 100), ("feet", round(typed * FOOT)), ("digit", typed * 10),
            ("inches", round(typed * INCH)), ("millimetres", typed / 10),
        )  # fmt: skip
        ranges = {"metres": (1.0, 2.5), "feet": (3.5, 8.0), "digit": (14.0, 22.0), "inches": (48.0, 84.0)}
        for slip, meant in slips:
            if _within(typed, ranges.get(slip, (1000.0, 2500.0))):
                return Question("height", slip, replace_in(body, height=round(meant, 1)))
        return Question("height", "unlikely")
    if _within(typed, HEIGHT):
        return Question("height", "centimetres", _feet(body, typed))
    if _within(typed * INCH, HEIGHT):
        return Question("height", "inches", _feet(body, typed * INCH))
    return Question("height", "unlikely")


def _weight(body: Body) -> Question:
    typed = body.weight or 0
    kilograms = body.units == "metric"
    if 5 <= typed <= 24:
        return Question("weight", "stone", replace_in(body, weight=round(typed * (STONE if kilograms else 14), 1)))
    if not kilograms and _within(typed, WEIGHT):
        return Question("weight", "kilograms", replace_in(body, weight=round(typed / POUND)))
    if kilograms and _within(typed / 10, WEIGHT):
        return Question("weight", "digit", replace_in(body, weight=round(typed / 10, 1)))
    return Question("weight", "unlikely")


def _waist(body: Body) -> Question:
    typed = body.waist or 0
    if body.units == "metric" and _within(typed * INCH, WAIST):
        return Question("waist", "inches", replace_in(body, waist=round(typed * INCH)))
    if body.units == "imperial" and _within(typed, WAIST):
        return Question("waist", "centimetres", replace_in(body, waist=round(typed / INCH)))
    if body.units == "metric" and _within(typed / 10, WAIST):
        return Question("waist", "millimetres", replace_in(body, waist=round(typed / 10)))
    return Question("waist", "unlikely")


def _feet(body: Body, centimetres: float) -> Body:
    inches = round(centimetres / INCH)
    return replace_in(body, height=inches // 12, inches=inches % 12)


def replace_in(body: Body, **values: float) -> Body:
    """Return the form with other values in it."""
    return body.model_copy(update={name: float(value) for name, value in values.items()})


def as_typed(value: float) -> str:
    """Return a number as a person types it: without a useless `.0`."""
    return f"{value:g}"


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]
