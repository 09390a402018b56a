"""Typed models of the patient's story and of the demonstration."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wervel.content.models import Model
from wervel.content.text import Text

PartId = Literal[
    "signs", "intimate", "where", "pain", "since", "leg", "limits", "factors", "change", "own", "notes", "questions"
]  # fmt: skip


class StoryPage(Model):
    """Words around the sheet, for the person who tells."""

    lead: Text
    nothing: Text
    to_check: Text
    to_diary: Text
    choose: Text
    choose_help: Text
    reader: Text
    sheet: Text
    share: Text
    print: Text
    file: Text
    file_help: Text
    file_saved: Text
    kiosk: Text
    chosen_nothing: Text
    from_outcome: Text
    from_visit: Text


class StoryPart(Model):
    """A part of the sheet that can be left out."""

    id: PartId
    title: Text


class SheetWords(Model):
    """Words on the sheet, for the clinician; `file_*` stand in the FHIR file only."""

    title: Text
    made: Text
    chosen: Text
    yes: Text
    unsure: Text
    private: Text
    no: Text
    none_yes: Text
    others_no: Text
    which_no: Text
    not_asked: Text
    which_open: Text
    no_intimate: Text
    now: Text
    worst: Text
    began: Text
    before_yes: Text
    before_no: Text
    own_words: Text
    scale: Text
    file_worst: Text
    file_began: Text
    file_latest: Text
    file_own: Text
    file_verdict: Text


class DemoWords(Model):
    """The demonstration: its band, the way in and out, and what the person who does not exist has written."""

    band: Text
    leave: Text
    title: Text
    text: Text
    start: Text
    no_saving: Text
    own_shoes: Text
    own_stairs: Text
    own_play: Text
    medicine: Text
    note_flare: Text
    note_better: Text


class StoryBook(Model):
    page: StoryPage
    parts: Annotated[tuple[StoryPart, ...], Field(strict=False, min_length=12, max_length=12)]
    sheet: SheetWords
    demo: DemoWords
