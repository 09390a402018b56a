"""Typed models of the charts of the spine page: the numbers as the sources give them, and the words around them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wervel.content.models import Id, Model, Source, Sources
from wervel.content.text import Text


class CoursePoint(Model):
    """Mean pain of a cohort, 0-100, after so many weeks."""

    weeks: int
    acute: int
    persistent: int


class CourseChart(Model):
    title: Text
    alt: Text
    note: Text
    x: Text
    y: Text
    acute: Text
    persistent: Text
    points: Annotated[tuple[CoursePoint, ...], Field(strict=False, min_length=3)]
    sources: Sources


class AgePoint(Model):
    """Share of people without pain, in per cent, at an age in years."""

    age: int
    percent: int


class Finding(Model):
    id: Id
    label: Text
    points: Annotated[tuple[AgePoint, ...], Field(strict=False, min_length=3)]


class ScansChart(Model):
    title: Text
    alt: Text
    note: Text
    x: Text
    y: Text
    findings: Annotated[tuple[Finding, ...], Field(strict=False, min_length=1)]
    sources: Sources


class PeopleChart(Model):
    title: Text
    alt: Text
    note: Text
    with_back: Text
    with_leg: Text
    others: Text
    total: int
    back: int
    leg: int
    sources: Sources


class Charts(Model):
    course: CourseChart
    scans: ScansChart
    people: PeopleChart
    sources: Annotated[tuple[Source, ...], Field(strict=False)]
