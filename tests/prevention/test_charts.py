"""The figures hold the numbers they are given."""

from __future__ import annotations

import pytest

from wervel import prevention_charts as charts

WORDS = ("Minutes", "150 minutes")


def test_a_bar_for_each_rule_fills_up_to_what_is_enough():
    figure = charts.rules(["A: 1 of 2", "B", "C"], [1, 0, 4], [2, 0, 4])
    rest, done = figure.data
    assert list(done.x) == [0.5, 0, 1]
    assert [part + whole for part, whole in zip(done.x, rest.x, strict=True)] == [1, 1, 1]
    assert [each.text for each in figure.layout.annotations] == ["A: 1 of 2", "B", "C"]
    assert {each.xanchor for each in figure.layout.annotations} == {"left"}
    turned = charts.rules(["A", "B", "C"], [1, 0, 4], [2, 0, 4], rtl=True)
    assert list(turned.layout.xaxis.range) == [1, 0]
    assert {each.xanchor for each in turned.layout.annotations} == {"right"}
    with pytest.raises(ValueError):
        charts.rules(["A"], [1, 2], [3])


def test_the_history_stacks_every_rule_week_by_week():
    figure = charts.history(["1 Nov", "8 Nov"], [("A", [1, 2]), ("B", [0, 40])])
    assert [list(each.y) for each in figure.data] == [[1, 2], [0, 40]]
    assert figure.layout.barmode == "stack"
    assert figure.layout.yaxis.dtick == 9
    assert len({each.marker.pattern.shape for each in figure.data}) == 2, "told apart without colour"
    assert charts.history(["1 Nov"], [("A", [0])]).layout.yaxis.dtick == 1


def test_the_norm_is_a_line_and_always_seen():
    figure = charts.minutes(["1 Nov", "8 Nov"], [0, 20], 150, WORDS)
    assert list(figure.data[1].y) == [150, 150]
    assert figure.layout.yaxis.range[1] > 150
    assert charts.minutes(["1 Nov"], [900], 150, WORDS).layout.yaxis.range[1] >= 900


def test_the_walking_plan_shows_plan_and_done():
    figure = charts.walking([10, 20, 30], [10, None], ("Plan", "Walked"))
    bars, line = figure.data
    assert (list(line.x), list(line.y)) == ([1, 2, 3], [10, 20, 30])
    assert list(bars.x) == [1, 2]
    assert figure.layout.yaxis.range[1] > 30
