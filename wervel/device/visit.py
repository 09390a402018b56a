"""The questions on the page for a visit, mounted: typed and kept in the browser, Python never sees them."""

from __future__ import annotations

import streamlit as st

from wervel.device.module import module

_visit = st.components.v2.component("wervel_visit", js=module("visit"), isolate_styles=False)


def questions(*, words: dict[str, str], lang: str, direction: str, written: str) -> None:
    """Mount the questions.

    words: heading and own (in `lang`, the language of the page; own says that the words are the person's), label,
    hint, warning. written: the language that the person has chosen.
    """
    _visit(key="visit_questions", data={"words": words, "lang": lang, "dir": direction, "written": written})
