"""Typed models of `content/kiosk.yaml`: the waiting room, and taking the result along."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wervel.content.models import Model, Step
from wervel.content.text import Text

Steps = Annotated[tuple[Step, ...], Field(strict=False, min_length=1)]


class Choice(Model):
    title: Text
    hello: Text
    private: Text
    staff: Text


class Away(Model):
    veil: Text
    title: Text
    text: Text
    left: Text
    stay: Text
    wait: Text


class Desk(Model):
    """What an alarm outcome says first in a waiting room, in place of whom to call; `id` is the level."""

    id: Literal["E0", "E1", "U"]
    title: Text
    action: Text
    steps: Steps


class Take(Model):
    button: Text
    title: Text
    steps: Steps
    picture: Text
    safe: Text
    shorter: Text
    finished: Text
    back: Text
    no_room: Text


class DiaryElsewhere(Model):
    text: Text
    picture: Text


class Arrived(Model):
    taken: Text
    not_kept: Text
    ask: Text
    new: Text
    own: Text
    stays: Text
    damaged: Text
    newer: Text
    sterner: Text


class Staff(Model):
    title: Text
    ask: Text
    open: Text
    clear: Text
    enter: Text
    entered: Text
    wrong: Text
    wait: Text
    back: Text
    left: Text
    choose: Text
    personal: Text
    consult: Text
    kiosk: Text


class Kiosk(Model):
    choice: Choice
    done: Text
    away: Away
    desk: Annotated[tuple[Desk, ...], Field(strict=False, min_length=3)]
    take: Take
    diary: DiaryElsewhere
    arrived: Arrived
    staff: Staff
