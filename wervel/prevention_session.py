"""What this Streamlit session knows of the kept things of the prevention page: told by the device, in memory only."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, TypedDict

import streamlit as st

from wervel import draft_session, ui
from wervel.content import content
from wervel.device import prevention as device
from wervel.prevention.facts import person_facts
from wervel.prevention.fitting import Fitted, fit
from wervel.prevention.records import VERSION, Kept, KeptError, NewerError, load, migrated
from wervel.prevention.week import kept_up

_STATE = "prevention_told"


class _State(TypedDict):
    """session: a new id per session; mark: what the device told last; today: None until it told; notice: kept until
    something else is told."""

    session: str
    mark: str | None
    today: date | None
    kept: Kept
    notice: str | None
    command: dict[str, Any] | None


def _state() -> _State:
    if _STATE not in st.session_state:
        st.session_state[_STATE] = _State(
            session=uuid.uuid4().hex, mark=None, today=None, kept=Kept(), notice=None, command=None
        )
    return st.session_state[_STATE]  # type: ignore[no-any-return]


def kept() -> Kept:
    """Return what the device told last."""
    return _state()["kept"]


def today() -> date | None:
    """Return the person's own day, None until the device has told anything."""
    return _state()["today"] if draft_session.heard() else None


def keeps() -> bool:
    """Tell whether this device may keep anything: a shared one may not, nor may the demonstration."""
    return draft_session.keeps()


def notice() -> str | None:
    """Return the notice to show: "kiosk", "nostore", "newer", "set_aside", "odd", or None."""
    return _state()["notice"] if keeps() else None if ui.here().demo else "kiosk"


def facts() -> frozenset[str]:
    """Return what is known of the person now."""
    return person_facts(draft_session.draft().answers, kept().quick, content())


def fitted(day: date) -> tuple[Fitted, ...]:
    """Return the list of this person for the week of `day`."""
    book, found = content().prevention, kept()
    return fit(book.items, facts(), day, swapped=found.swapped, kept_up=kept_up(found.ticks, day))


def keep() -> None:
    """Mount the keeper; call it at the end of the page."""
    state = _state()
    device.keeper(
        session=state["session"], seen=state["mark"], keep=keeps(), command=state["command"], on_told=_told
    )  # fmt: skip


def _told() -> None:
    """Callback: the device tells what it kept. Anything odd in it leaves the page as it was."""
    state, told = _state(), st.session_state["prevention"].told
    if not isinstance(told, dict) or told.get("session") != state["session"]:
        return  # an answer to another session, sent again after a restart
    try:
        day = date.fromisoformat(str(told.get("today")))
    except ValueError:
        return
    state["today"], state["mark"] = day, str(told.get("mark"))
    status, data = told.get("status"), told.get("data")
    was_aside = state["notice"] == "set_aside"
    state["notice"] = "nostore" if status == "nostore" else "set_aside" if was_aside else None
    try:
        state["kept"] = load(data)
    except NewerError:
        state["kept"], state["notice"] = Kept(), "newer"
        return
    except KeptError:
        state["kept"], state["notice"] = Kept(), "set_aside"
        _command("set_aside")
        return
    if state["kept"].odd:
        state["notice"] = "odd"
    if status == "old" and isinstance(data, dict) and data.get("version") != VERSION:
        _command("replace", migrated(data))


def _command(name: str, data: object = None) -> None:
    _state()["command"] = {"id": uuid.uuid4().hex, "name": name, "data": data}
