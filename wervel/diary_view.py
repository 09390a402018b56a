"""How the diary page looks: form on top, alarm signs one tap away, first words, one section at a time. Layout only."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from urllib.parse import urlsplit

import segno
import streamlit as st

from wervel import insight_view, ui, visit_view
from wervel.content import content
from wervel.device import diary as device
from wervel.device.own import own_data, own_notice
from wervel.diary.entries import Diary, DiaryError, load
from wervel.modes import MODE_DEFAULT
from wervel.web.visit import page_url

_SESSION, _DIARY = "diary_session", "diary_told"
_CHOSEN = "section"  # the key of the sections to choose from


def page() -> None:
    """Show the whole page; on a shared device only why there is no diary; so in a consultation."""
    words = content().diary.page
    if ui.here().mode == "kiosk":
        ui.html("heading.html", title=words.kiosk_title, help=words.kiosk, rank=1)
        signs()
        return
    if ui.here().mode == "consult":
        _consult()
        signs()
        return
    ui.html("heading.html", title=words.title, help=words.lead, rank=1)
    own_notice(ui.here().words, on_restore=_to_own)
    device.form(ui.here().words, session=_session(), window=insight_view.window(), on_told=_told)
    signs()
    found = diary()
    if found and found.total:
        insight_view.words_first(found)
    _SECTIONS[choose_section()](found)


def _consult() -> None:
    """Say whose the diary is, and lead to the patient's own device: in the second language, which is the patient's."""
    here = ui.here()
    reader = here.second or here.words
    asked = urlsplit(str(st.context.url or ""))
    address = f"{asked.scheme}://{asked.netloc}{page_url('diary', lang=reader.code, mode=MODE_DEFAULT)}"
    # A device that serves itself has no address that another one could open.
    reachable = asked.hostname not in {None, "localhost", "127.0.0.1", "::1"}
    code = segno.make(address, micro=False).svg_data_uri(scale=5, border=2) if reachable else None
    ui.html("consult_diary.html", code=code, address=address)


def choose_section() -> str:
    """Show the sections to choose from and return the chosen one."""
    t, book = ui.here().words.text, content().diary
    labels = {section.id: t(section.label) for section in book.sections if section.id in _SECTIONS}
    first = next(iter(labels))
    chosen = st.pills(
        t(book.page.sections), list(labels), format_func=lambda name: labels[name], key=_CHOSEN, default=first,
        required=True, label_visibility="collapsed",
    )  # fmt: skip
    return str(chosen or first)


def signs() -> None:
    """Show the alarm signs, folded, one tap away. No score opens them: a number is never a reason to frighten."""
    net = content().levels.net
    flags = {flag.id: flag for flag in content().red_flags.flags}
    ui.html(
        "alarm_signs.html",
        title=content().diary.page.signs,
        net_signs=[flags[name] for name in net.signs],
        net_emergency=[flags[name] for name in net.emergency_signs],
        number=ui.here().numbers.emergency,
    )


def diary() -> Diary | None:
    """Return what the device told this session of the diary; None: nothing yet."""
    found = st.session_state.get(_DIARY)
    return found if isinstance(found, Diary) else None


def _session() -> str:
    return str(st.session_state.setdefault(_SESSION, uuid.uuid4().hex))


def _told() -> None:
    """Callback: the device tells what it holds. In memory of this session only; never written, never logged."""
    told = st.session_state[device.FORM].told
    if not isinstance(told, dict) or told.get("session") != _session():
        return  # an answer to another session, sent again after a restart
    try:
        st.session_state[_DIARY] = load(told)
    except DiaryError:
        st.session_state.pop(_DIARY, None)


def _entries(_: Diary | None) -> None:
    ui.html("heading.html", title=content().diary.list.title, help=None, rank=2)
    device.entries(ui.here().words)


def _changes(found: Diary | None) -> None:
    _known(found, lambda known: insight_view.show(known, words=not known.total))


def _visit(found: Diary | None) -> None:
    _known(found, visit_view.show)


def _known(found: Diary | None, show: Callable[[Diary], None]) -> None:
    """Show what is drawn from the entries; the device tells them a moment after the page stands."""
    if found is None:
        ui.html("paragraph.html", text=content().diary.page.loading)
    else:
        show(found)


def _own(_: Diary | None) -> None:
    own_data(ui.here().words)


def _to_own() -> None:
    """Callback: the person wants to put a copy back."""
    st.session_state[_CHOSEN] = "own"


#: What each section of `content/diary.yaml` shows; a section that is not here is not offered.
_SECTIONS: dict[str, Callable[[Diary | None], None]] = {
    "entries": _entries,
    "changes": _changes,
    "visit": _visit,
    "own": _own,
}
