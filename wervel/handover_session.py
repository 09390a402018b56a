"""Codes of a draft that came to this Streamlit session: read, asked about, taken over. In memory only."""

from __future__ import annotations

from typing import TypedDict

import streamlit as st

from wervel import draft_session, ui
from wervel.assessment.draft import Draft, dump, merged
from wervel.assessment.rules import ORDER
from wervel.content import content
from wervel.content.models import LevelId
from wervel.device import handover as device
from wervel.handover import HandoverError, Taken, pack, unpack

_STATE = "handover_state"
#: Whether the code to take along is on the screen.
TAKING = "taking"


class _State(TypedDict):
    """offered: what came and is not taken yet; took: the number of the last code; notice: a field of
    `kiosk.arrived`; said_to: the draft that it was said beside; level: what was told where the code was made."""

    offered: Taken | None
    took: int
    notice: str | None
    said_to: Draft | None
    level: LevelId | None


def _state() -> _State:
    if _STATE not in st.session_state:
        st.session_state[_STATE] = _State(offered=None, took=0, notice=None, said_to=None, level=None)
    return st.session_state[_STATE]  # type: ignore[no-any-return]


def keep() -> None:
    """Mount the carrier of codes; call it at the end of a page."""
    here, draft = ui.here(), draft_session.draft()
    device.handover(
        session=draft_session.session(),
        took=_state()["took"],
        code=pack(draft, content()) if here.shared and not here.demo and not draft.empty else None,
        shown="take" if st.session_state.get(TAKING) else None,
        on_code=_told,
    )


def settle() -> None:
    """Take over what came, as soon as the device has told what it kept, unless there is something to ask about."""
    offered, own = _state()["offered"], draft_session.draft()
    if not offered or not draft_session.heard():
        return
    if ui.here().shared:  # the same person, in another language or after a lost connection
        _state()["offered"] = None
        draft_session.adopt(merged(offered.draft, own, content()))
    elif own.empty or dump(own)["answers"] == dump(offered.draft)["answers"]:
        take()


def waiting() -> bool:
    """Tell whether something came that waits for the device to tell what it kept."""
    return _state()["offered"] is not None and not draft_session.heard()


def asking() -> bool:
    """Tell whether the person has to choose between what came and what was here."""
    return _state()["offered"] is not None and draft_session.heard()


def take() -> None:
    """Callback: what came takes the place of what was here."""
    state, offered = _state(), _state()["offered"]
    if offered is None:
        return
    state["offered"], state["level"], state["said_to"] = None, offered.level, None
    state["notice"] = "taken" if draft_session.can_keep() else "not_kept"
    draft_session.adopt(offered.draft)


def refuse() -> None:
    """Callback: what was here stays, what came is forgotten."""
    _state()["offered"] = None


def notice() -> str | None:
    """Return the notice to show, a field of `kiosk.arrived`, until an answer or the screen changes; None: nothing.

    What the device kept may come after the code: that is no answer, and takes no notice away.
    """
    state, now = _state(), draft_session.draft()
    if state["notice"] and state["said_to"] is None and draft_session.heard():
        state["said_to"] = now
    if state["said_to"] not in (None, now):
        state["notice"] = state["said_to"] = None
    return state["notice"]


def sterner() -> bool:
    """Tell whether another advice was told where the code was made, and a more urgent one (rules change)."""
    told = _state()["level"]
    return told is not None and ORDER.index(told) < ORDER.index(draft_session.outcome().level)


def _told() -> None:
    """Callback: the page hands over a code. One that cannot be read changes nothing that is here."""
    state, told = _state(), st.session_state[device.KEY].code
    if not isinstance(told, dict) or told.get("session") != draft_session.session() or told.get("n") == state["took"]:
        return  # for another session, sent again after a restart, or taken already
    number = told.get("n")
    state["took"] = number if isinstance(number, int) else 0
    try:
        state["offered"] = unpack(str(told.get("code")), content())
    except HandoverError as error:
        state["said_to"] = None
        state["notice"] = "newer" if error.why == "newer" else "damaged"
    else:
        if ui.here().shared:  # every page goes on with it, not only the check
            settle()
