"""Typed model of the words of "your data": copies, putting them back, erasing, and how the browser keeps data."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wervel.content.models import Model
from wervel.content.text import Text

#: Exactly three, as the page promises them.
ThreeSteps = Annotated[tuple[Text, Text, Text], Field(strict=False)]


class KeptWords(Model):
    promised: Text
    not_promised: Text
    unknown: Text
    ask: Text
    not_yet: Text


class WeekWords(Model):
    title: Text
    text: Text
    steps: ThreeSteps


class LostWords(Model):
    title: Text
    text: Text
    restore: Text
    new: Text
    put_back: Text
    understood: Text


class BackupWords(Model):
    title: Text
    text: Text
    protect: Text
    open: Text
    passphrase: Text
    idea: Text
    again: Text
    show: Text
    lost: Text
    insecure: Text
    short: Text
    differ: Text
    empty: Text
    save: Text
    send: Text
    locking: Text
    saved: Text
    sent: Text
    failed: Text


class Columns(Model):
    """Titles of the table's columns, and what its cells say for yes and no."""

    date: Text
    time: Text
    zone: Text
    pain_back: Text
    pain_leg: Text
    where: Text
    sleep: Text
    tension: Text
    medicine: Text
    medicine_what: Text
    flare: Text
    note: Text
    note_for_visit: Text
    yes: Text
    no: Text


class KindColumn(Model):
    id: Literal["walk", "cycle", "swim", "sport", "exercises", "house"]
    label: Text


class TableWords(Model):
    title: Text
    text: Text
    save: Text
    empty: Text
    saved: Text
    columns: Columns
    kinds: Annotated[tuple[KindColumn, ...], Field(strict=False, min_length=6, max_length=6)]


class RestoreWords(Model):
    title: Text
    text: Text
    choose: Text
    locked: Text
    passphrase: Text
    open: Text
    cancel: Text
    opening: Text
    done: Text
    nothing: Text
    diary: Text
    own: Text
    plan: Text
    added: Text
    changed: Text
    left: Text
    aside: Text
    draft_back: Text
    draft_here: Text
    questions_back: Text
    questions_here: Text
    big: Text
    damaged: Text
    foreign: Text
    newer: Text
    passphrase_wrong: Text
    passphrase_none: Text
    insecure: Text
    full: Text
    failed: Text


class MoveWords(Model):
    title: Text
    steps: ThreeSteps
    after: Text


class EraseWords(Model):
    title: Text
    text: Text
    start: Text
    ask: Text
    yes: Text
    no: Text
    done: Text
    settings: Text
    failed: Text


class Own(Model):
    """All words of `content/own.yaml`."""

    title: Text
    lead: Text
    busy: Text
    close: Text
    kept: KeptWords
    week: WeekWords
    lost: LostWords
    backup: BackupWords
    table: TableWords
    restore: RestoreWords
    move: MoveWords
    erase: EraseWords
