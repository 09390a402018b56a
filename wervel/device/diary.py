"""The diary's entry form and list of entries in the browser: `static/diary.js` and `static/diary_entries.js`.

Both write to the device by themselves. Python gives words, and hears of the entries only to draw them.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from wervel.device.module import module
from wervel.i18n import Translator
from wervel.web.diary_words import spoken

__all__ = ["FORM", "entries", "form", "spoken"]

FORM = "diary_form"

_form = st.components.v2.component("wervel_diary", js=module("diary"), isolate_styles=False)
_entries = st.components.v2.component("wervel_diary_entries", js=module("diary_entries"), isolate_styles=False)


def form(words: Translator, *, session: str, window: str, on_told: Callable[[], None]) -> None:
    """Mount the entry form.

    session: changes with each Streamlit session; the device then tells what it holds. window: how much of it, "90"
    (days), "year" or "all". on_told: called after the device has told, with `st.session_state[FORM].told` set (see
    docs/diary.md); an answer to another session must be ignored.
    """
    data = spoken(words) | {"session": session, "window": window}
    _form(key=FORM, data=data, on_told_change=on_told)


def entries(words: Translator) -> None:
    """Mount the list of entries; it reads them from the device and needs nothing from Python but words."""
    _entries(key="diary_entries", data=spoken(words))
