"""Typed models of the words of the diary: page, form, what is told, list."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wervel.content.models import Labelled, Model
from wervel.content.text import Text


class DiaryPage(Model):
    """Words around form and list, said by Python."""

    title: Text
    lead: Text
    signs: Text
    sections: Text
    kiosk_title: Text
    kiosk: Text
    loading: Text


class DiaryForm(Model):
    """Words of the entry form."""

    when: Text
    today: Text
    yesterday: Text
    other_day: Text
    date: Text
    time: Text
    pain_back: Text
    of_ten: Text
    save: Text
    save_change: Text
    more: Text
    less: Text
    optional: Text
    clear: Text
    pain_leg: Text
    did: Text
    did_help: Text
    minutes_of: Text
    other_minutes: Text
    sleep: Text
    sleep_low: Text
    sleep_high: Text
    tension: Text
    tension_low: Text
    tension_high: Text
    own: Text
    own_help: Text
    own_low: Text
    own_high: Text
    own_new: Text
    own_add: Text
    own_rename: Text
    own_name: Text
    own_keep: Text
    own_remove: Text
    own_removed: Text
    own_same: Text
    undo: Text
    medicine: Text
    yes: Text
    no: Text
    medicine_what: Text
    flare: Text
    flare_help: Text
    note: Text
    note_left: Text
    note_for_visit: Text
    editing: Text
    stop_editing: Text


class DiaryTold(Model):
    """What the form tells: saved, what is wanted first, what went wrong."""

    saving: Text
    slow: Text
    saved: Text
    saved_what: Text
    change_it: Text
    restored: Text
    want_pain: Text
    want_date: Text
    want_past: Text
    want_time: Text
    want_minutes: Text
    full: Text
    failed: Text
    unkept: Text
    own_failed: Text
    conflict: Text
    conflict_there: Text
    keep_both: Text
    keep_mine: Text
    keep_theirs: Text
    no_store_title: Text
    no_store: Text
    again: Text


class DiaryList(Model):
    """Words of the list of entries."""

    title: Text
    empty: Text
    edit: Text
    edit_of: Text
    delete: Text
    delete_of: Text
    deleted: Text
    put_back: Text
    failed: Text
    earlier: Text
    unreadable: Text
    pain_back: Text
    pain_leg: Text
    where: Text
    minutes: Text
    sleep: Text
    tension: Text
    own_gone: Text
    medicine: Text
    flare: Text
    for_visit: Text
    zone: Text


class Diary(Model):
    """`sections`: parts of the page that can be chosen; `kinds`: what a person did, as an entry names it."""

    page: DiaryPage
    sections: Annotated[tuple[Labelled, ...], Field(strict=False, min_length=1)]
    form: DiaryForm
    told: DiaryTold
    list: DiaryList
    kinds: Annotated[tuple[Labelled, ...], Field(strict=False, min_length=1)]
