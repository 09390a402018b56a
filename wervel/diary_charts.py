"""A diary as Plotly figures. Pure: days and translated words in, figures out; the calm style is that of the house.

A figure is written as data and made in one go: Plotly's `add_` and `update_` took ten times as long, 15 to 40 ms of
processor time for each picture that somebody looks at.

Time runs left to right in every language. A day without an entry is a gap. No colour is the only sign of anything,
and none is an alarm. Ticks and hover texts are strings of ours: Plotly's own dates are English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from wervel.charts import AMBER, STONE, TEAL
from wervel.diary.change import Change
from wervel.diary.days import Day, Step, with_gaps
from wervel.diary.totals import FlareUp

GREY = "rgba(128,128,128,.24)"
FLARE = "rgba(201,138,27,.20)"
#: Little pain is pale, much is deep: one hue, so that no day shouts. From DEEP on the numbers are white; between the
#: two the scale makes a step, so that each number keeps its contrast.
DEEP = 6.5
DEEPER = [[0, "#E3F1EF"], [0.65, "#8CC3C4"], [0.65, "#1F7879"], [1, "#064848"]]
INK, WHITE = "#1F2A30", "#FFFFFF"
LOOKS = ((TEAL, "solid", "circle"), (AMBER, "dash", "square"), (STONE, "dot", "diamond"))
TICKS = 4

Write = Callable[[date], str]
Number = Callable[[float], str]
Data = dict[str, Any]

#: The axis of a score from 0 to 10.
SCORES: Data = {"range": [-0.4, 10.4], "tickvals": [0, 2, 4, 6, 8, 10]}


def pain(
    days: Sequence[Day],
    step: Step,
    words: Mapping[str, str],
    write: Write,
    number: Number,
    change: Change | None = None,
    flares: Sequence[FlareUp] = (),
) -> go.Figure:
    """Pain 0-10 over time, with leg pain where it was told, the grey band around where it began, and flare-ups.

    days: as `means` gives them for `step`. words: back, leg. write, number: how the language writes a day and a number.
    """
    line = with_gaps(days, step)
    lines = [_line(line, lambda day: day.pain, words["back"], LOOKS[0], write, number)]
    if any(day.leg is not None for day in days):
        lines.append(_line(line, lambda day: day.leg, words["leg"], LOOKS[1], write, number))
    return _calm(lines, x=_time(line, write), y=SCORES, shapes=[*_band(change), *map(_flare, flares)])


def moving(
    days: Sequence[Day], step: Step, words: Mapping[str, str], write: Write, number: Number, minutes: Number
) -> go.Figure:
    """Minutes of activity a day above, pain below, on one time axis. words: minutes, pain. minutes: writes them."""
    line = with_gaps(days, step)
    noted = [(when, day.moved) for when, day in line if day and day.moved is not None]
    bars = {
        "type": "bar", "x": [when for when, _ in noted], "y": [value for _, value in noted], "name": words["minutes"],
        "marker": {"color": TEAL}, "hovertext": [f"{write(when)}: {minutes(value)}" for when, value in noted],
        "hoverinfo": "text", "xaxis": "x", "yaxis": "y",
    }  # fmt: skip
    below = _line(line, lambda day: day.pain, words["pain"], LOOKS[1], write, number) | {"xaxis": "x2", "yaxis": "y2"}
    most = max((value for _, value in noted), default=0)
    time = {**_time(line, write), "domain": [0.0, 1.0]}
    return _calm(
        [bars, below],
        height=440,
        x={**time, "anchor": "y", "matches": "x2", "showticklabels": False},
        y={"anchor": "x", "domain": [0.622, 1.0], "range": [0, max(30, most * 1.1)], "nticks": 4},
        xaxis2={**_X, **time, "anchor": "y2"},
        yaxis2={**_Y, **SCORES, "anchor": "x2", "domain": [0.0, 0.522]},
    )


def calendar(weeks: Sequence[Sequence[tuple[date, Day | None]]], names: Sequence[str], write: Write) -> go.Figure:
    """Weeks from above to below, weekdays side by side; the number is the pain, a star is a flare-up.

    names: the weekdays in the order of the week. write: a week's first day.
    """
    cells = [(place, row, day) for row, week in enumerate(weeks) for place, (_, day) in enumerate(week) if day]
    heat = {
        "type": "heatmap", "z": [[day.pain if day else None for _, day in week] for week in weeks],
        "x": list(range(7)), "y": list(range(len(weeks))), "hoverinfo": "skip", "zmin": 0, "zmax": 10,
        "colorscale": DEEPER, "showscale": False, "xgap": 4, "ygap": 4,
    }  # fmt: skip
    numbers = {
        "type": "scatter", "x": [place for place, _, _ in cells], "y": [row for _, row, _ in cells], "mode": "text",
        "hoverinfo": "skip", "text": [_cell(day) for _, _, day in cells],
        "textfont": {"size": 16, "color": [WHITE if day.pain >= DEEP else INK for _, _, day in cells]},
    }  # fmt: skip
    begins = [write(week[0][0]) for week in weeks]
    return _calm(
        [heat, numbers],
        height=60 + 34 * len(weeks),
        # Plotly finds no room by itself on a page from right to left: it is counted from the letters.
        left=16 + 9 * max(map(len, begins)),
        x={"tickvals": list(range(7)), "ticktext": list(names), "side": "top", "range": [-0.5, 6.5]},
        y={"tickvals": list(range(len(weeks))), "ticktext": begins, "showgrid": False,
           "range": [len(weeks) - 0.5, -0.5]},
    )  # fmt: skip


def where(counts: Mapping[str, int], names: Mapping[str, str], number: Number) -> go.Figure:
    """On how many days each place was marked: a bar each, most first, its name above it. names: by zone id."""
    known = [(names[zone], count) for zone, count in counts.items() if zone in names]
    bars = {
        "type": "bar", "x": [count for _, count in known], "y": list(range(len(known))), "orientation": "h",
        "width": 0.4, "marker": {"color": TEAL}, "hoverinfo": "skip",
        "text": [number(count) for _, count in known], "textposition": "outside", "cliponaxis": False,
    }  # fmt: skip
    told = [
        {
            "x": 0, "y": place, "text": name, "xanchor": "left", "yanchor": "bottom", "yshift": 9, "showarrow": False,
            "font": {"size": 16},
        }
        for place, (name, _) in enumerate(known)
    ]  # fmt: skip
    most = max((count for _, count in known), default=1)
    return _calm(
        [bars],
        height=50 + 54 * len(known),
        left=8,
        x={"visible": False, "range": [0, most * 1.15]},
        y={"visible": False, "range": [len(known) - 0.5, -0.8]},
        annotations=told,
    )


def own(days: Sequence[Day], step: Step, names: Mapping[str, str], write: Write, number: Number) -> go.Figure:
    """A line for each own activity, 0 cannot to 10 as before. names: by id, three at most."""
    line = with_gaps(days, step)
    lines = [
        _line(line, _own_score(name), label, look, write, number)
        for (name, label), look in zip(names.items(), LOOKS, strict=False)
    ]
    return _calm(lines, x=_time(line, write), y=SCORES)


def _own_score(name: str) -> Callable[[Day], float | None]:
    return lambda day: day.own.get(name)


def _line(
    line: Sequence[tuple[date, Day | None]],
    value: Callable[[Day], float | None],
    name: str,
    look: tuple[str, str, str],
    write: Write,
    number: Number,
) -> Data:
    """Return a line that breaks where there is no value; markers keep a single day between two gaps in sight."""
    colour, dash, symbol = look
    values = [value(day) if day else None for _, day in line]
    return {
        "type": "scatter", "x": [when for when, _ in line], "name": name, "mode": "lines+markers",
        "y": [None if each is None else round(each, 2) for each in values], "connectgaps": False,
        "line": {"color": colour, "width": 3, "dash": dash},
        "marker": {"size": 8 if len(line) <= 45 else 6, "symbol": symbol}, "hoverinfo": "text",
        "hovertext": ["" if each is None else f"{write(when)}: {number(round(each, 1))}"
                      for (when, _), each in zip(line, values, strict=True)],
    }  # fmt: skip


def _band(change: Change | None) -> list[Data]:
    if not change:
        return []
    low, high = max(0, change.began - change.margin), min(10, change.began + change.margin)
    place = {"x0": 0, "x1": 1, "xref": "x domain", "y0": low, "y1": high, "yref": "y"}
    return [{"type": "rect", **place, "fillcolor": GREY, "line": {"width": 0}, "layer": "below"}]


def _flare(flare: FlareUp) -> Data:
    # Noon to noon around the days: a flare-up of one day is seen as well.
    before = date.fromordinal(flare.start.toordinal() - 1)
    place = {"x0": f"{before}T12:00", "x1": f"{flare.end}T12:00", "xref": "x", "y0": 0, "y1": 1, "yref": "y domain"}
    line = {"width": 1, "color": AMBER, "dash": "dot"}
    return {"type": "rect", **place, "fillcolor": FLARE, "line": line, "layer": "below"}


def _cell(day: Day) -> str:
    return f"{round(day.pain)}{'★' if day.flare else ''}"


_X: Data = {"fixedrange": True, "showgrid": False}
_Y: Data = {"fixedrange": True, "gridcolor": "rgba(128,128,128,.25)", "zeroline": False}


def _calm(lines: Sequence[Data], *, x: Data, y: Data, height: int = 360, left: int = 40, **more: Any) -> go.Figure:
    """No grid noise, nothing that drags, room for the numbers. left: what the numbers need, in pixels as height is."""
    layout = {
        "height": height,
        "margin": {"l": left, "r": 12, "t": 8, "b": 32},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"size": 16},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "bargap": 0.25,
        "xaxis": {**_X, **x},
        "yaxis": {**_Y, **y},
    }
    return go.Figure({"data": lines, "layout": layout | more})


def _time(line: Sequence[tuple[date, Day | None]], write: Write) -> Data:
    """Return the axis of time: a few dates that the language writes."""
    dates = [when for when, _ in line]
    if not dates:
        return {}
    ticks = _ticks(dates, TICKS if len(write(dates[0])) <= 7 else TICKS - 1)
    axis = {"type": "date", "tickvals": ticks, "ticktext": [write(when) for when in ticks], "tickangle": 0}
    if len(dates) == 1:  # one day stands in the middle, not in an axis of milliseconds
        around = dates[0].toordinal()
        axis["range"] = [date.fromordinal(around - 3), date.fromordinal(around + 3)]
    return axis


def _ticks(dates: Sequence[date], most: int) -> list[date]:
    """Return at most `most` dates, evenly spread and away from both edges, where their names would be cut."""
    if len(dates) <= most:
        return list(dates)
    return [dates[round((2 * place + 1) * (len(dates) - 1) / (2 * most))] for place in range(most)]
