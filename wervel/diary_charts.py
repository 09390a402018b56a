"""A diary as Plotly figures. Pure: days and translated words in, figures out; the calm style is that of the house.

Time runs left to right in every language. A day without an entry is a gap. No colour is the only sign of anything,
and none is an alarm. Ticks and hover texts are strings of ours: Plotly's own dates are English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import plotly.graph_objects as go
from plotly.subplots import make_subplots

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
    figure = go.Figure()
    _band(figure, change)
    _flares(figure, flares)
    line = with_gaps(days, step)
    _line(figure, line, lambda day: day.pain, words["back"], LOOKS[0], write, number)
    if any(day.leg is not None for day in days):
        _line(figure, line, lambda day: day.leg, words["leg"], LOOKS[1], write, number)
    _scores(figure)
    return _calm(figure, [when for when, _ in line], write)


def moving(
    days: Sequence[Day], step: Step, words: Mapping[str, str], write: Write, number: Number, minutes: Number
) -> go.Figure:
    """Minutes of activity a day above, pain below, on one time axis. words: minutes, pain. minutes: writes them."""
    figure = make_subplots(rows=2, cols=1, shared_xaxes=True, vertical_spacing=0.1, row_heights=[0.42, 0.58])
    line = with_gaps(days, step)
    noted = [(when, day.moved) for when, day in line if day and day.moved is not None]
    figure.add_bar(
        x=[when for when, _ in noted], y=[value for _, value in noted], name=words["minutes"], marker_color=TEAL,
        hovertext=[f"{write(when)}: {minutes(value)}" for when, value in noted], hoverinfo="text", row=1, col=1,
    )  # fmt: skip
    _line(figure, line, lambda day: day.pain, words["pain"], LOOKS[1], write, number, row=2)
    _scores(figure, row=2)
    most = max((value for _, value in noted), default=0)
    figure.update_yaxes(range=[0, max(30, most * 1.1)], nticks=4, row=1, col=1)
    return _calm(figure, [when for when, _ in line], write, height=440)


def calendar(weeks: Sequence[Sequence[tuple[date, Day | None]]], names: Sequence[str], write: Write) -> go.Figure:
    """Weeks from above to below, weekdays side by side; the number is the pain, a star is a flare-up.

    names: the weekdays in the order of the week. write: a week's first day.
    """
    cells = [(place, row, day) for row, week in enumerate(weeks) for place, (_, day) in enumerate(week) if day]
    figure = go.Figure(
        go.Heatmap(
            z=[[day.pain if day else None for _, day in week] for week in weeks], x=list(range(7)),
            y=list(range(len(weeks))), hoverinfo="skip", zmin=0, zmax=10, colorscale=DEEPER, showscale=False,
            xgap=4, ygap=4,
        )
    )  # fmt: skip
    figure.add_scatter(
        x=[place for place, _, _ in cells], y=[row for _, row, _ in cells], mode="text", hoverinfo="skip",
        text=[_cell(day) for _, _, day in cells],
        textfont={"size": 16, "color": [WHITE if day.pain >= DEEP else INK for _, _, day in cells]},
    )  # fmt: skip
    _calm(figure, [], write, height=60 + 34 * len(weeks))
    figure.update_xaxes(tickvals=list(range(7)), ticktext=list(names), side="top", range=[-0.5, 6.5])
    figure.update_yaxes(
        tickvals=list(range(len(weeks))), ticktext=[write(week[0][0]) for week in weeks], showgrid=False,
        range=[len(weeks) - 0.5, -0.5],
    )  # fmt: skip
    # Plotly finds no room by itself on a page from right to left: it is counted from the letters.
    figure.update_layout(margin_l=16 + 9 * max(len(write(week[0][0])) for week in weeks))
    return figure


def where(counts: Mapping[str, int], names: Mapping[str, str], number: Number) -> go.Figure:
    """On how many days each place was marked: a bar each, most first, its name above it. names: by zone id."""
    known = [(names[zone], count) for zone, count in counts.items() if zone in names]
    places = list(range(len(known)))
    figure = go.Figure(
        go.Bar(
            x=[count for _, count in known], y=places, orientation="h", width=0.4, marker_color=TEAL, hoverinfo="skip",
            text=[number(count) for _, count in known], textposition="outside", cliponaxis=False,
        )
    )  # fmt: skip
    for place, (name, _) in enumerate(known):
        figure.add_annotation(
            x=0, y=place, text=name, xanchor="left", yanchor="bottom", yshift=9, showarrow=False, font={"size": 16}
        )
    _calm(figure, [], str, height=50 + 54 * len(known))
    most = max((count for _, count in known), default=1)
    figure.update_xaxes(visible=False, range=[0, most * 1.15])
    figure.update_yaxes(visible=False, range=[len(known) - 0.5, -0.8])
    figure.update_layout(margin_l=8)
    return figure


def own(days: Sequence[Day], step: Step, names: Mapping[str, str], write: Write, number: Number) -> go.Figure:
    """A line for each own activity, 0 cannot to 10 as before. names: by id, three at most."""
    figure = go.Figure()
    line = with_gaps(days, step)
    for (name, label), look in zip(names.items(), LOOKS, strict=False):
        _line(figure, line, _own_score(name), label, look, write, number)
    _scores(figure)
    return _calm(figure, [when for when, _ in line], write)


def _own_score(name: str) -> Callable[[Day], float | None]:
    return lambda day: day.own.get(name)


def _line(
    figure: go.Figure,
    line: Sequence[tuple[date, Day | None]],
    value: Callable[[Day], float | None],
    name: str,
    look: tuple[str, str, str],
    write: Write,
    number: Number,
    row: int | None = None,
) -> None:
    """Add a line that breaks where there is no value; markers keep a single day between two gaps in sight."""
    colour, dash, symbol = look
    values = [value(day) if day else None for _, day in line]
    figure.add_scatter(
        x=[when for when, _ in line], y=[None if each is None else round(each, 2) for each in values], name=name,
        mode="lines+markers", connectgaps=False, line={"color": colour, "width": 3, "dash": dash},
        marker={"size": 8 if len(line) <= 45 else 6, "symbol": symbol}, hoverinfo="text",
        hovertext=["" if each is None else f"{write(when)}: {number(round(each, 1))}"
                   for (when, _), each in zip(line, values, strict=True)],
        **({} if row is None else {"row": row, "col": 1}),
    )  # fmt: skip


def _band(figure: go.Figure, change: Change | None) -> None:
    if change:
        low, high = max(0, change.began - change.margin), min(10, change.began + change.margin)
        figure.add_hrect(y0=low, y1=high, fillcolor=GREY, line_width=0, layer="below")


def _flares(figure: go.Figure, flares: Sequence[FlareUp]) -> None:
    for flare in flares:
        # Noon to noon around the days: a flare-up of one day is seen as well.
        figure.add_vrect(
            x0=f"{date.fromordinal(flare.start.toordinal() - 1)}T12:00", x1=f"{flare.end}T12:00",
            fillcolor=FLARE, line={"width": 1, "color": AMBER, "dash": "dot"}, layer="below",
        )  # fmt: skip


def _scores(figure: go.Figure, row: int | None = None) -> None:
    place = {} if row is None else {"row": row, "col": 1}
    figure.update_yaxes(range=[-0.4, 10.4], tickvals=[0, 2, 4, 6, 8, 10], **place)


def _cell(day: Day) -> str:
    return f"{round(day.pain)}{'★' if day.flare else ''}"


def _calm(figure: go.Figure, dates: Sequence[date], write: Write, height: int = 360) -> go.Figure:
    """No grid noise, nothing that drags, room for the numbers, a few dates below that the language writes."""
    figure.update_layout(
        height=height,
        margin={"l": 40, "r": 12, "t": 8, "b": 32},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"size": 16},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        bargap=0.25,
    )
    figure.update_xaxes(fixedrange=True, showgrid=False)
    figure.update_yaxes(fixedrange=True, gridcolor="rgba(128,128,128,.25)", zeroline=False)
    if dates:
        ticks = _ticks(dates, TICKS if len(write(dates[0])) <= 7 else TICKS - 1)
        figure.update_xaxes(type="date", tickvals=ticks, ticktext=[write(when) for when in ticks], tickangle=0)
        if len(dates) == 1:  # one day stands in the middle, not in an axis of milliseconds
            around = dates[0].toordinal()
            figure.update_xaxes(range=[date.fromordinal(around - 3), date.fromordinal(around + 3)])
    return figure


def _ticks(dates: Sequence[date], most: int) -> list[date]:
    """Return at most `most` dates, evenly spread and away from both edges, where their names would be cut."""
    if len(dates) <= most:
        return list(dates)
    return [dates[round((2 * place + 1) * (len(dates) - 1) / (2 * most))] for place in range(most)]
