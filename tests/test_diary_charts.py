"""Figures of a diary hold its numbers, leave gaps open, and stay legible for one day and for ten years."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest

from tests.diary import demo
from wervel import diary_charts as charts
from wervel.diary import load
from wervel.diary.change import Change, pain_change
from wervel.diary.days import Day, days, means, step_of
from wervel.diary.totals import calendar, flare_ups

START = date(2026, 3, 2)
WORDS = {"back": "back", "leg": "leg", "minutes": "minutes", "pain": "pain"}
write, number = date.isoformat, str
sixty = days(load(demo.told()).shown)
pain = partial(charts.pain, words=WORDS, write=write, number=number)


def test_a_day_without_an_entry_is_a_gap():
    line = pain([Day(START, 4), Day(START + timedelta(days=2), 6)], "day").data[0]
    assert list(line.y) == [4, None, 6]
    assert line.connectgaps is False
    assert "markers" in line.mode


def test_the_band_is_where_a_change_is_within_normal_ups_and_downs():
    change = Change(6, 3, 1.8, "better")
    (band,) = pain(sixty, "day", change=change).layout.shapes
    assert (band.y0, band.y1) == pytest.approx((4.2, 7.8))
    assert not pain(sixty, "day").layout.shapes
    edges = pain(sixty, "day", change=Change(9.5, 9.5, 2, "same")).layout.shapes[0]
    assert (edges.y0, edges.y1) == (7.5, 10)


def test_a_flare_up_is_seen_whole():
    (shape,) = pain(sixty, "day", flares=flare_ups(sixty)).layout.shapes
    assert (shape.x0, shape.x1) == ("2026-04-03T12:00", "2026-04-08T12:00")
    assert shape.line.dash == "dot"


def test_leg_pain_has_a_line_only_when_it_was_told():
    assert [line.name for line in pain(sixty, "day").data] == ["back", "leg"]
    assert [line.name for line in pain([Day(START, 4)], "day").data] == ["back"]


def test_lines_are_told_apart_by_more_than_colour():
    figure = charts.own(sixty, "day", {each["id"]: each["name"] for each in demo.OWN}, write, number)
    assert len({(line.line.dash, line.marker.symbol) for line in figure.data}) == 3


def test_what_was_done_stands_above_pain_on_one_axis():
    figure = charts.moving(sixty, "day", WORDS, write, number, number)
    bars, line = figure.data
    assert (bars.type, line.type) == ("bar", "scatter")
    assert figure.layout.yaxis.domain[0] > figure.layout.yaxis2.domain[1]
    assert figure.layout.xaxis.matches == "x2" or figure.layout.xaxis2.matches == "x"
    noted = {day.date for day in sixty if day.moved is not None}
    assert set(bars.x) == noted
    assert noted < set(line.x)


def test_a_calendar_says_the_number_and_keeps_its_contrast():
    some = [Day(START, 9.2, flare=True), Day(START + timedelta(days=1), 2)]
    heat, numbers = charts.calendar(calendar(some, START, 1), list("mtwtfss"), write).data
    assert list(heat.z[0]) == [9.2, 2, None, None, None, None, None]
    assert list(numbers.text) == ["9★", "2"]
    assert list(numbers.textfont.color) == [charts.WHITE, charts.INK]


def test_no_colour_is_an_alarm():
    figures = [
        pain(sixty, "day", flares=flare_ups(sixty)),
        charts.calendar(calendar(sixty, START, 2), "mtwtfss", write),
    ]
    assert not [each for each in figures if "B3261E" in each.to_json().upper() or '"red"' in each.to_json()]


def test_places_carry_their_names():
    figure = charts.where({"a": 3, "b": 1, "unknown": 9}, {"a": "Low back", "b": "Leg"}, number)
    assert list(figure.data[0].x) == [3, 1]
    assert [note.text for note in figure.layout.annotations] == ["Low back", "Leg"]


@pytest.mark.parametrize(("length", "most"), [(1, 1), (60, 60), (365, 54), (3650, 121)])
def test_a_long_diary_is_drawn_in_few_points(length: int, most: int):
    told = demo.told(length, days=length, missed=False)
    shown = days(load(told).shown)
    step = step_of(shown[0].date, shown[-1].date)
    figure = pain(means(shown, step), step, change=pain_change(shown))
    assert 0 < len(figure.data[0].x) <= most
    assert len(figure.layout.xaxis.tickvals) <= 4
    assert set(figure.layout.xaxis.tickvals) <= set(figure.data[0].x)


def test_time_runs_left_to_right_and_nothing_drags():
    figure = pain(sixty, "day")
    assert list(figure.data[0].x) == sorted(figure.data[0].x)
    assert figure.layout.dragmode is False
    assert figure.layout.xaxis.fixedrange
    assert figure.layout.yaxis.fixedrange
