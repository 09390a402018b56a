"""Typed models of the words around the content in the reading edition."""

from __future__ import annotations

from wervel.content.models import Model
from wervel.content.text import Text


class MissingWords(Model):
    title: Text
    text: Text


class HomeReading(Model):
    title: Text
    first: Text
    signs: Text
    more: Text


class AssessmentReading(Model):
    """Words around the signs level by level (`wervel/assessment/by_level.py`)."""

    title: Text
    lead: Text
    new: Text
    fits: Text
    and_one: Text
    and_many: Text
    unless: Text
    age: Text
    unsure: Text
    none: Text
    none_text: Text
    tick: Text


class PreventionReading(Model):
    alarm: Text
    list: Text
    choose: Text
    wait: Text
    strong: Text
    acute: Text
    still: Text


class DiaryReading(Model):
    title: Text
    lead: Text
    table: Text


class Reading(Model):
    """`open` and `all` are links to the reading edition: to the page that is shown, and to its start."""

    open: Text
    all: Text
    live: Text
    contents: Text
    top: Text
    looked_up: Text
    missing: MissingWords
    home: HomeReading
    assessment: AssessmentReading
    prevention: PreventionReading
    diary: DiaryReading
