"""What this session knows of the diary: told by the device, in memory only; or made up, in the demonstration."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from wervel import demo, ui
from wervel.content import content
from wervel.diary.entries import Diary, DiaryError, load
from wervel.insight_view import SEEN, window

#: How many days of the demonstration each period shows.
_DAYS = {"90": 90, "year": 365, "all": demo.LENGTH}
_SESSION, _DIARY = "diary_session", "diary_told"


def name() -> str:
    """Return the name of this session: what the device tells another one is ignored."""
    return str(st.session_state.setdefault(_SESSION, uuid.uuid4().hex))


def now() -> datetime:
    """Return the moment where the person is, as the browser tells the time zone."""
    try:
        return datetime.now(ZoneInfo(st.context.timezone or "UTC"))
    except (ValueError, ZoneInfoNotFoundError):
        return datetime.now(UTC)


def diary() -> Diary | None:
    """Return what this session knows of the diary; None: nothing yet."""
    if ui.here().demo:
        return load(_told(_DAYS[window()]))
    found = st.session_state.get(_DIARY)
    return found if isinstance(found, Diary) else None


def made_up() -> dict[str, Any] | None:
    """Return the diary of the demonstration for the browser: {rows, own}; None when it is a real person."""
    if not ui.here().demo:
        return None
    told = _told(demo.LENGTH)
    return {"rows": told["rows"], "own": told["own"]}


def listener(key: str) -> Callable[[], None]:
    """Return the callback of a component that tells of the diary; memory of this session only, never logged."""

    def listen() -> None:
        told = st.session_state[key].told
        if not isinstance(told, dict) or told.get("session") != name() or ui.here().demo:
            return  # an answer to another session, sent again after a restart
        st.session_state.pop(SEEN, None)
        try:
            st.session_state[_DIARY] = load(told)
        except DiaryError:
            st.session_state.pop(_DIARY, None)

    return listen


def _told(days: int) -> dict[str, Any]:
    return demo.diary(now().date(), days, demo.words_of(ui.here().words, content()))
