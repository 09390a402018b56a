"""The spine to turn and its flat drawings, as the browser draws them: `static/turn.js` and `static/explorer.js`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

import streamlit as st

from wervel.device.module import module
from wervel.web.assets import GEOMETRY, PLOTLY, asset


class Part(TypedDict):
    """A part of the spine in the reader's language; `id` as `static/anatomy.js` knows it."""

    id: str
    layer: str
    name: str
    doctor: str
    does: str


class Choice(TypedDict):
    """A layer or a view with its label."""

    id: str
    label: str


class Bend(TypedDict):
    """Words of the slider that bends."""

    label: str
    back: str
    upright: str
    forward: str


_turn = st.components.v2.component("wervel_turn", js=module("turn"), isolate_styles=False)
_explorer = st.components.v2.component("wervel_explorer", js=module("explorer"), isolate_styles=False)


def turn(
    *,
    words: Mapping[str, str],
    parts: Sequence[Part],
    layers: Sequence[Choice],
    views: Sequence[Choice],
    bend: Bend,
    direction: Literal["ltr", "rtl"],
    selected: str | None = None,
    eager: bool = False,
    on_picked: Any = None,
    key: str = "turn",
) -> None:
    """Mount the spine to turn in the hand.

    words: open, loading, no_webgl, figure (text alternative), hint, parts, none, views, layers; with turn_left and
    turn_right it gets buttons that turn. eager: load the chart bundle without a tap. on_picked: called with
    `st.session_state[key].picked` set after a pick by hand; without it a pick never asks the server.
    """
    data = {
        "words": dict(words),
        "parts": list(parts),
        "layers": list(layers),
        "views": list(views),
        "bend": bend,
        "selected": selected,
        "eager": eager,
        "dir": direction,
        "tells": on_picked is not None,
        "geometry": asset(GEOMETRY),
        "plotly": asset(PLOTLY),
    }
    _turn(key=key, data=data, **({} if on_picked is None else {"on_picked_change": on_picked}))


def explorer(
    *,
    words: Mapping[str, str],
    parts: Sequence[Part],
    layers: Sequence[Choice],
    drawings: Mapping[str, str],
    labels: Mapping[str, str],
    alts: Mapping[str, str],
    direction: Literal["ltr", "rtl"],
    selected: str | None = None,
    on_picked: Any = None,
    key: str = "explorer",
) -> None:
    """Mount the flat drawings.

    words: figure, hint, parts, layers, drawings. drawings: by id, the SVG text or (lighter in each rerun) the address
    of a file under /assets/illustrations. labels: the drawings' names. alts: what each shows, for who cannot see it.
    """
    data = {
        "words": dict(words),
        "parts": list(parts),
        "layers": list(layers),
        "drawings": dict(drawings),
        "labels": dict(labels),
        "alts": dict(alts),
        "selected": selected,
        "dir": direction,
        "tells": on_picked is not None,
    }
    _explorer(key=key, data=data, **({} if on_picked is None else {"on_picked_change": on_picked}))
