"""The mount of `static/handover.js`: codes of a draft from the address bar, and from a page whose session was lost."""

from __future__ import annotations

from typing import Any

import streamlit as st

from wervel.device.module import module

_handover = st.components.v2.component("wervel_handover", js=module("handover"))

KEY = "handover"


def handover(*, session: str, took: int, code: str | None, shown: str | None, on_code: Any) -> None:
    """Mount the carrier of codes.

    session: changes with each Streamlit session. took: the number of the last code that was taken. code: the draft as
    it is now, for a shared device only; its page keeps it in memory. shown: a screen within the page; another one
    begins at its top. A code arrives as state `code` of KEY: {session, n, code}.
    """
    with st.container(key="device_handover"):
        _handover(
            key=KEY, data={"session": session, "took": took, "code": code, "shown": shown}, on_code_change=on_code
        )
