"""How taking the result along looks, on the tablet and on the phone, and the way to an own diary. Layout only."""

from __future__ import annotations

import segno
import streamlit as st

from wervel import assessment_view, draft_session, ui
from wervel import handover_session as session
from wervel.assessment.steps import OUTCOME
from wervel.clinic import clinic
from wervel.content import content
from wervel.handover import MARK, HandoverError, link, unpack


def arrived() -> bool:
    """Show what is to be said or asked about a code that came; return whether the page has to wait for that."""
    words, t = content().kiosk.arrived, ui.here().words.text
    session.settle()
    if draft_session.draft().step != OUTCOME:
        _set(False)
    if session.waiting():
        ui.fixed("loading.html", text=content().pages.chrome.loading)
        return True
    said = session.notice()
    with st.container(key="notices_arrived"):  # always there: what comes after it keeps its place when a notice goes
        if said:
            ui.html("notice.html", text=getattr(words, said), alarm=said not in {"taken", "not_kept"})
    if not session.asking():
        return False
    with st.container(key="arrived"):
        ui.fixed("heading.html", title=words.ask, help=words.stays, rank=1)
        st.button(t(words.new), key="arrived_new", type="primary", on_click=session.take, width="stretch")
        st.button(t(words.own), key="arrived_own", on_click=session.refuse, width="stretch")
    return True


def outcome() -> None:
    """Show the outcome; on a clinic's device with the way to take it along, or the code in its place."""
    if not ui.here().shared:
        if session.sterner():
            ui.html("notice.html", text=content().kiosk.arrived.sterner, alarm=True)
        assessment_view.outcome()
        return
    words = content().kiosk.take
    if st.session_state.get(session.TAKING):
        _code()
        st.button(ui.label(words.back), key="take_back", on_click=_set, args=(False,), width="stretch")
        return
    assessment_view.outcome()
    with st.container(key="take"):
        st.button(ui.label(words.button), key="take_open", type="primary", on_click=_set, args=(True,), width="stretch")


def own_diary() -> None:
    """Show a code with the address of the diary, for the person's own phone."""
    here = ui.here()
    ui.html("kiosk_diary.html", qr=_picture(f"{_origin()}/diary?lang={here.words.code}"))


def _code() -> None:
    draft, here = draft_session.draft(), ui.here()
    try:
        address = link(draft, content(), origin=_origin(), lang=here.words.code)
    except HandoverError:
        ui.html("kiosk_take.html", qr=None, shorter=False, finished=False)
        return
    shorter = unpack(address.rpartition(MARK)[2], content()).draft != draft
    ui.html("kiosk_take.html", qr=_picture(address), shorter=shorter, finished=here.mode == "kiosk")


def _origin() -> str:
    """The public address of the app: the clinic's setting, else where this browser found it."""
    found = clinic().public_url or st.context.headers.get("Origin") or ""
    return found.rstrip("/")


def _picture(address: str) -> str:
    """A QR code as an address of a picture; level M at least, more where the size stays the same. Dark on white, and
    four modules of quiet zone, in the dark look too."""
    return segno.make(address, error="m", micro=False).svg_data_uri(border=4, dark="#000", light="#fff", omitsize=True)


def _set(taking: bool) -> None:
    st.session_state[session.TAKING] = taking
