"""Typed models of the exercises: what is said about each, and the joint angles that draw it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from wervel.content.models import Id, Model, Source, Sources
from wervel.content.text import Text

Degrees = Annotated[float, Field(ge=-360, le=360, strict=False)]
#: A place in the picture in per cent of the body's height: to the right, and up from the floor.
Place = Annotated[tuple[float, float], Field(strict=False)]
Side = Literal["right", "left"]
Anchor = Literal["right_foot", "left_foot", "right_knee", "left_knee", "back", "seat"]


class Hold(Model):
    """What a part of the body rests on: a place, or a share of the way down another limb (`limb`).

    turn: where a leaning hand points, in degrees from hanging (-90: forward along the floor, -180: up a wall).
    """

    at: Place | None = None
    limb: Literal["right_thigh", "left_thigh", "right_shank", "left_shank"] | None = None
    share: Annotated[float, Field(ge=0, le=1, strict=False)] = 0.0
    turn: Degrees | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Hold:
        if (self.at is None) == (self.limb is None):
            raise ValueError("either `at` or `limb` expected")
        return self


class KeyFrame(Model):
    """One still of the movement. An angle that is not named is as in the frame before; `hip` means both hips.

    angles: degrees by name, e.g. `right_knee`; `pelvis` is how far the body leans forward (standing: 0, lying on the
    back: -90), all others are joint angles from upright standing with hanging arms, bending positive.
    holds: what rests where from this frame on until the next one; the first one carries the figure.
    seconds: how long the way to the next frame takes; stay: how long the figure stays in this one.
    """

    id: Id
    caption: Text
    angles: dict[str, Degrees] = Field(default_factory=dict)
    holds: dict[str, Hold] | None = None
    seconds: Annotated[float, Field(gt=0, le=6, strict=False)] = 1.6
    stay: Annotated[float, Field(ge=0, le=6, strict=False)] = 0.7
    shown: bool = True


class Prop(Model):
    """Something the exercise needs; at: where its left edge stands, in per cent of the body's height."""

    kind: Literal["chair", "step", "mat", "wall", "pillow"]
    at: Annotated[float, Field(strict=False)]


class Exercise(Model):
    """An exercise: its figure, and what a person needs to know to do it at home.

    picture: the key frame that shows best what it is. travel: how far a walking figure gets in one round, in per cent
    of the body's height.
    """

    id: Id
    title: Text
    good_for: Text
    alt: Text
    need: Text | None = None
    steps: Annotated[tuple[Text, ...], Field(strict=False, min_length=3, max_length=5)]
    start: Text
    build: Text
    easier: Text
    harder: Text
    stop: Text | None = None
    not_for: Text | None = None
    sources: Sources
    view: Literal["side", "front"] = "side"
    picture: Id
    travel: Annotated[float, Field(ge=0, strict=False)] = 0.0
    props: Annotated[tuple[Prop, ...], Field(strict=False)] = ()
    frames: Annotated[tuple[KeyFrame, ...], Field(strict=False, min_length=2, max_length=8)]


class ExerciseWords(Model):
    title: Text
    lead: Text
    good_for: Text
    need: Text
    steps: Text
    start: Text
    build: Text
    easier: Text
    harder: Text
    not_for: Text
    stop_title: Text
    stop: Text
    call: Text
    signs: Text
    pain_title: Text
    pain: Text
    best: Text
    sources: Text
    checked: Text
    all: Text
    previous: Text
    next: Text
    count: Text
    play: Text
    pause: Text
    pictures: Text
    picture: Text
    moving: Text


class Exercises(Model):
    words: ExerciseWords
    general: Sources
    exercises: Annotated[tuple[Exercise, ...], Field(strict=False, min_length=1)]
    sources: Annotated[tuple[Source, ...], Field(strict=False, min_length=1)]
