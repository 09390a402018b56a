"""Figures of the prevention page. Pure: words come in translated; time runs left to right."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from wervel.charts import AMBER, TEAL, calm

#: One colour for each rule, in their order; the patterns tell them apart without colour.
COLOURS = (TEAL, "#7A5C99", AMBER, "#5B7A99")
PATTERNS = ("", "/", "x", ".")
PALE_TEAL = "#7FBFBA"
REST = "rgba(128,128,128,.22)"


def rules(names: Sequence[str], done: Sequence[int], enough: Sequence[int], *, rtl: bool = False) -> go.Figure:
    """One bar for each rule that fills up to the days that are enough, from the right in a script that begins there.

    names: what stands above each bar.

    Raises ValueError when the lists differ in length.
    """
    if not len(names) == len(done) == len(enough):
        raise ValueError("a name, a number and an aim for each rule")
    figure = go.Figure()
    rows = list(range(len(names)))
    shares = [part / whole if whole else 0 for part, whole in zip(done, enough, strict=True)]
    figure.add_bar(
        x=[1 - share for share in shares], y=rows, base=shares, orientation="h", marker_color=REST, hoverinfo="skip",
    )  # fmt: skip
    figure.add_bar(
        x=shares, y=rows, orientation="h", hoverinfo="skip",
        marker={"color": list(COLOURS[: len(names)]), "pattern": {"shape": list(PATTERNS[: len(names)]), "size": 6}},
    )  # fmt: skip
    for row, name in enumerate(names):
        figure.add_annotation(
            x=0, y=row, text=name, showarrow=False, xanchor="right" if rtl else "left", yanchor="bottom", yshift=16,
        )  # fmt: skip
    figure.update_layout(barmode="overlay", bargap=0.6)
    figure.update_xaxes(visible=False, range=[1, 0] if rtl else [0, 1])
    figure.update_yaxes(visible=False, range=[len(names) - 0.5, -0.9])
    return calm(figure, height=300)


def history(weeks: Sequence[str], counts: Sequence[tuple[str, Sequence[int]]]) -> go.Figure:
    """Ticks week by week, one piece of each column for each rule; counts: (name of the rule, number in each week)."""
    figure = go.Figure()
    for (name, values), colour, pattern in zip(counts, COLOURS, PATTERNS, strict=False):
        figure.add_bar(
            x=list(weeks), y=list(values), name=name,
            marker={"color": colour, "pattern": {"shape": pattern, "size": 6}},
        )  # fmt: skip
    figure.update_layout(barmode="stack", bargap=0.35)
    figure.update_xaxes(type="category", tickangle=0, tickvals=list(weeks)[1::2])  # room for every second name
    figure.update_yaxes(
        rangemode="tozero", dtick=_step([sum(each) for each in zip(*(v for _, v in counts), strict=True)])
    )
    return calm(figure, height=300)


def minutes(weeks: Sequence[str], values: Sequence[int], norm: int, words: tuple[str, str]) -> go.Figure:
    """Minutes of movement week by week, with a line at the norm; words: of the columns, of the line."""
    figure = go.Figure()
    figure.add_bar(x=list(weeks), y=list(values), name=words[0], marker={"color": TEAL})
    figure.add_scatter(
        x=list(weeks), y=[norm] * len(weeks), name=words[1], mode="lines", hoverinfo="skip",
        line={"color": AMBER, "width": 3, "dash": "dash"},
    )  # fmt: skip
    figure.update_layout(bargap=0.35)
    figure.update_xaxes(type="category", tickangle=0, tickvals=list(weeks)[1::2])  # room for every second name
    figure.update_yaxes(range=[0, max(norm * 1.15, *values, 1)])
    return calm(figure, height=300)


def walking(plan: Sequence[int], done: Sequence[int | None], words: tuple[str, str]) -> go.Figure:
    """Planned minutes of walking by week as a line, what was walked as columns; words: of plan and columns."""
    figure = go.Figure()
    weeks = list(range(1, len(plan) + 1))
    figure.add_bar(x=weeks[: len(done)], y=list(done), name=words[1], marker={"color": PALE_TEAL})
    figure.add_scatter(
        x=weeks, y=list(plan), name=words[0], mode="lines", line={"color": TEAL, "width": 4, "shape": "hvh"},
    )  # fmt: skip
    figure.update_layout(bargap=0.25)
    figure.update_xaxes(range=[0.4, len(plan) + 0.6], tickvals=[1, *range(5, len(plan) + 1, 5)])
    figure.update_yaxes(range=[0, 1.1 * max(*plan, *(each or 0 for each in done), 1)])
    return calm(figure, height=320)


def _step(totals: Sequence[int]) -> int:
    """Whole numbers at the axis, about five of them."""
    return max(1, -(-max(totals, default=1) // 5))
