"""What the sections of the prevention page share: words for the device, a chart with its table, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import streamlit as st
from babel.dates import format_skeleton
from plotly.graph_objects import Figure

from wervel import prevention_session as session
from wervel import ui
from wervel.content import Text, content
from wervel.content.models import Labelled, Model
from wervel.content.prevention_page_models import ChartWords
from wervel.device import prevention as device
from wervel.web.told import cited


def words(*models: Model) -> dict[str, str]:
    """Return the texts of models for the device by field name, `{placeholders}` left to it."""
    t = ui.wire
    fields = ((name, getattr(model, name)) for model in models for name in type(model).model_fields)
    return {name: t(value) for name, value in fields if isinstance(value, Text)} | {
        "not_kept": t(content().prevention_page.notices.not_kept)
    }


def options(given: Iterable[Labelled]) -> list[dict[str, str]]:
    """Return ids and labels for the device."""
    return [{"id": each.id, "label": ui.wire(each.label)} for each in given]


def view(name: device.View, **data: object) -> None:
    """Mount a part that the device draws."""
    device.view(name, data, keep=session.keeps())


def show_sources(names: Sequence[str]) -> None:
    """Show behind a disclosure where something comes from; the ids are those of prevention_page.yaml."""
    ui.html("prevention_sources.html", sources=cited(names, content().prevention_page.sources))


def week_name(day: date) -> str:
    """Return a short day and month in the reader's language, such as 3 Nov."""
    return str(format_skeleton("MMMd", day, locale=ui.here().words.locale))


def chart(
    chart_words: ChartWords,
    figure: Figure,
    table: list[list[str]],
    *,
    key: str,
    legend: Sequence[tuple[str, str, str]] = (),
) -> None:
    """Show a chart with title, key, text alternative and the table behind it.

    legend: (name, colour, form) of each part, form "solid", "line", "dash" or a pattern. It is text of ours: Plotly
    cuts long names off and does not set them right to left.
    """
    ui.html("prevention_chart_title.html", chart=chart_words, key=legend)
    # Room for the numbers is fixed: on a page from right to left Plotly finds none by itself.
    figure.update_layout(showlegend=False, margin_l=40 if legend else 8)
    st.plotly_chart(
        figure, config={"displayModeBar": False}, alt=ui.here().words.text(chart_words.alt), key=key
    )  # fmt: skip
    ui.html("chart_table.html", chart=chart_words, rows=table)
