"""The parts of the prevention page that the device draws and keeps: `static/prevention*.js`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import streamlit as st

from wervel.device.module import module

View = Literal["breathing", "flare", "move", "quick", "rulers", "today", "top", "walking", "weight"]

_keeper = st.components.v2.component("wervel_prevention_keeper", js=module("prevention_keeper"))
_view = st.components.v2.component("wervel_prevention", js=module("prevention"), isolate_styles=False)


def keeper(*, session: str, seen: str | None, keep: bool, command: Mapping[str, Any] | None, on_told: Any) -> None:
    """Mount what tells Python what is kept, as state `told` of the key `prevention`.

    told: {session, status, today: "YYYY-MM-DD", mark, data: keep.prevention or null}. seen: the last mark that Python
    has; with another one the device tells anew. command: {id, name: "replace" (with data) or "set_aside"}, obeyed once.
    """
    with st.container(key="prevention_keeper"):
        _keeper(
            key="prevention",
            data={"session": session, "seen": seen, "keep": keep, "command": command},
            on_told_change=on_told,
        )


def view(name: View, data: Mapping[str, Any], *, keep: bool) -> None:
    """Mount one part of the page; it writes what is tapped to the device by itself.

    data: words and what to draw, in the reader's language, as `static/prevention_<name>.js` reads it. keep: False on a
    shared device, where all stays in the memory of the page.
    """
    _view(key=f"prevention_{name}", data={"view": name, "keep": keep, **data})
