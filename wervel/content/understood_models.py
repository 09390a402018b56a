"""Typed models of the picture questions after an explanation: the app checks how well it explained."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from wervel.content.models import Id, LevelId, Model, Stem
from wervel.content.text import Text

#: A place as `told_at` of a leaflet's statement names it: the page, then the part of it.
Place = Annotated[str, StringConstraints(pattern=r"^(spine|prevention)#[a-z][a-z0-9_]*$")]


class Answer(Model):
    """One answer; `fits` when it helps. `level` is how soon help is asked for, as the check would say."""

    id: Id
    picture: Stem
    text: Text
    feedback: Text
    fits: bool = False
    level: LevelId | None = None


class Question(Model):
    """A question asked after the explanation at `after`.

    `idea` is what it is about, for the therapist. `signs` are the answers "yes" of the check that it describes; the
    fitting answer then has the level which the check gives for them. `sources` are ids of any source list.
    """

    id: Id
    after: Place
    picture: Stem
    text: Text
    idea: Text
    sources: Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
    answers: Annotated[tuple[Answer, ...], Field(strict=False, min_length=2, max_length=3)]
    signs: Annotated[tuple[Id, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _one_fits(self) -> Question:
        if not any(answer.fits for answer in self.answers):
            raise ValueError("an answer that fits expected")
        return self


class UnderstoodWords(Model):
    title: Text
    lead: Text
    again: Text
    fits: Text
    other: Text
    sources: Text
    summary: Text
    summary_lead: Text
    none: Text
    landed: Text
    retell: Text
    go: Text
    fresh: Text


class Understood(Model):
    words: UnderstoodWords
    questions: Annotated[tuple[Question, ...], Field(strict=False, min_length=20)]
