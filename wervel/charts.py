"""Data to Plotly figures. Pure: words come in translated, colours are those of the house; time runs left to right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from wervel.content.chart_models import CourseChart, PeopleChart, ScansChart

TEAL, AMBER, STONE, PALE = "#0E8080", "#C98A1B", "#8A7F6C", "#CFC4B2"


def course(chart: CourseChart, words: Mapping[str, str]) -> go.Figure:
    """Mean pain over a year (0-100) of people whose pain is new, and of people who have it longer.

    words: x, y, acute, persistent.
    """
    figure = go.Figure()
    weeks = [point.weeks for point in chart.points]
    looks = (
        ("acute", TEAL, "solid", "circle", "top right", "bottom center"),
        ("persistent", AMBER, "dash", "square", "middle right", "top center"),
    )
    for name, colour, dash, symbol, first, side in looks:  # both begin nearly alike: their first numbers stand apart
        values = [getattr(point, name) for point in chart.points]
        figure.add_scatter(
            x=weeks, y=values, name=words[name], mode="lines+markers+text", text=values,
            textposition=[first] + [side] * (len(values) - 1),
            line={"color": colour, "width": 4, "dash": dash, "shape": "spline"}, marker={"size": 11, "symbol": symbol},
        )  # fmt: skip
    figure.update_xaxes(title=words["x"], tickvals=weeks)
    figure.update_yaxes(title=words["y"], range=[0, 70])
    return calm(figure)


def scans(chart: ScansChart, words: Mapping[str, str]) -> go.Figure:
    """Share of people without pain (per cent) whose scan shows something, by age. words: x, y, each finding by id."""
    figure = go.Figure()
    looks = ((TEAL, "solid", "circle"), (AMBER, "dash", "square"), (STONE, "dot", "diamond"))
    for finding, (colour, dash, symbol) in zip(chart.findings, looks, strict=False):
        figure.add_scatter(
            x=[point.age for point in finding.points], y=[point.percent for point in finding.points],
            name=words[finding.id], mode="lines+markers", line={"color": colour, "width": 4, "dash": dash},
            marker={"size": 10, "symbol": symbol},
        )  # fmt: skip
    figure.update_xaxes(title=words["x"], dtick=10)
    figure.update_yaxes(title=words["y"], range=[0, 100])
    return calm(figure)


def people(chart: PeopleChart, words: Mapping[str, str], columns: int = 25) -> go.Figure:
    """One dot per person, in rows that can be counted: leg pain first, then back pain, then everyone else.

    words: with_leg, with_back, others. columns: dots in a row.
    """
    figure = go.Figure()
    groups = (
        ("with_leg", range(chart.leg), AMBER, "square"),
        ("with_back", range(chart.leg, chart.back), TEAL, "circle"),
        ("others", range(chart.back, chart.total), PALE, "circle"),
    )
    for name, members, colour, symbol in groups:
        figure.add_scatter(
            x=[member % columns for member in members], y=[-(member // columns) for member in members],
            name=words[name], mode="markers", hoverinfo="skip",
            marker={"color": colour, "size": 7, "symbol": symbol},
        )  # fmt: skip
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False, scaleanchor="x")  # a square grid, on a phone too
    return calm(figure, height=460)


def rows(header: Sequence[str], values: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the table behind a chart, its header first; raises ValueError when a row has another length."""
    if any(len(row) != len(header) for row in values):
        raise ValueError("every row needs a value per column")
    return [list(header), *(list(row) for row in values)]


def calm(figure: go.Figure, height: int = 380) -> go.Figure:
    """No grid noise, a legend above, nothing that drags: a finger scrolls the page. height in pixels."""
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"size": 16},
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0},
        dragmode=False,
        hovermode="x unified",
    )
    figure.update_xaxes(fixedrange=True, showgrid=False)
    figure.update_yaxes(fixedrange=True, gridcolor="rgba(128,128,128,.25)", zeroline=False)
    return figure
