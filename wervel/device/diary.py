"""The diary's entry form and list of entries in the browser: `static/diary.js` and `static/diary_entries.js`.

Both write to the device by themselves. Python gives words, and hears of the entries only to draw them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from wervel.device.module import module
from wervel.i18n import Translator
from wervel.web.diary_words import spoken

__all__ = ["FORM", "entries", "form", "spoken"]

Json = dict[str, Any]

FORM, TELLER = "diary_form", "diary_teller"

_form = st.components.v2.component("wervel_diary", js=module("diary"), isolate_styles=False)
_teller = st.components.v2.component("wervel_diary_teller", js=module("diary_teller"))
_entries = st.components.v2.component("wervel_diary_entries", js=module("diary_entries"), isolate_styles=False)


def form(
    words: Translator, *, session: str, window: str, demo: Json | None = None, on_told: Callable[[], None]
) -> None:
    """Mount the entry form.

    session: changes with each Streamlit session; the device then tells what it holds. window: how much of it, "90"
    (days), "year" or "all". on_told: called after the device has told, with `st.session_state[FORM].told` set (see
    docs/diary.md); an answer to another session must be ignored. demo: {rows, own} of the demonstration.
    """
    data = spoken(words) | {"session": session, "window": window, "demo": demo}
    _form(key=FORM, data=data, on_told_change=on_told)


def teller(*, session: str, window: str, on_told: Callable[[], None]) -> None:
    """Mount what tells of the diary, as `form` does, on a page without the form; its key is TELLER."""
    _teller(key=TELLER, data={"session": session, "window": window}, on_told_change=on_told)


def entries(words: Translator, *, demo: Json | None = None) -> None:
    """Mount the list of entries; it reads them from the device and needs nothing from Python but words."""
    _entries(key="diary_entries", data=spoken(words) | {"demo": demo})
