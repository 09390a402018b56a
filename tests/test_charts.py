"""Figures hold the data they were given, each told by more than colour; people can be counted."""

import pytest

from wervel import charts
from wervel.content import content

WORDS = {"x": "x", "y": "y", "acute": "a", "persistent": "b", "with_back": "c", "with_leg": "d", "others": "e"}


def test_the_course_has_a_line_for_each_group():
    figure = charts.course(content().charts.course, WORDS)
    assert [list(line.y) for line in figure.data] == [[52, 23, 12, 6], [51, 33, 26, 23]]
    assert len({(line.line.dash, line.marker.symbol) for line in figure.data}) == 2


def test_scans_have_a_line_for_each_finding():
    chart = content().charts.scans
    figure = charts.scans(chart, WORDS | {finding.id: finding.id for finding in chart.findings})
    assert [line.name for line in figure.data] == [finding.id for finding in chart.findings]
    assert all(len(line.x) == len(line.y) == 7 for line in figure.data)


def test_people_can_be_counted():
    figure = charts.people(content().charts.people, WORDS)
    dots = [len(group.x) for group in figure.data]
    assert sum(dots) == 1000
    spots = {(x, y) for group in figure.data for x, y in zip(group.x, group.y, strict=True)}
    assert len(spots) == 1000


def test_time_runs_left_to_right_and_nothing_drags():
    figure = charts.course(content().charts.course, WORDS)
    assert list(figure.data[0].x) == sorted(figure.data[0].x)
    assert figure.layout.dragmode is False
    assert figure.layout.xaxis.fixedrange


def test_a_table_has_a_value_per_column():
    assert charts.rows(["a", "b"], [["1", "2"]]) == [["a", "b"], ["1", "2"]]
    with pytest.raises(ValueError):
        charts.rows(["a", "b"], [["1"]])
