"""How the diary page looks: form on top, alarm signs one tap away, first words, one section at a time. Layout only."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import segno
import streamlit as st

from wervel import diary_session as session
from wervel import insight_view, kiosk_view, ui, visit_view
from wervel.clinic import clinic
from wervel.content import content
from wervel.device import diary as device
from wervel.device.own import own_data, own_notice
from wervel.diary.entries import Diary
from wervel.modes import MODE_DEFAULT
from wervel.web.visit import page_url

_CHOSEN = "section"  # the key of the sections to choose from


def page() -> None:
    """Show the whole page; on a shared device only why there is no diary; so in a consultation."""
    words = content().diary.page
    if ui.here().mode == "kiosk":
        ui.fixed("heading.html", title=words.kiosk_title, help=words.kiosk, rank=1)
        kiosk_view.own_diary()
        signs()
        return
    if ui.here().mode == "consult" and not ui.here().demo:
        _consult()
        signs()
        return
    ui.fixed("heading.html", title=words.title, help=words.lead, rank=1)
    if not ui.here().demo:
        own_notice(ui.here().words, on_restore=_to_own)
    device.form(
        ui.here().words, session=session.name(), window=insight_view.window(), demo=session.made_up(),
        on_told=session.listener(device.FORM),
    )  # fmt: skip
    signs()
    found = session.diary()
    if found and found.total:
        insight_view.words_first(found)
    _SECTIONS[choose_section()](found)


def _consult() -> None:
    """Say whose the diary is, and lead to the patient's own device: in the second language, which is the patient's."""
    here = ui.here()
    reader = here.second or here.words
    asked = urlsplit(str(clinic().public_url or st.context.url or ""))
    address = f"{asked.scheme}://{asked.netloc}{page_url('diary', lang=reader.code, mode=MODE_DEFAULT)}"
    # A device that serves itself has no address that another one could open.
    reachable = asked.hostname not in {None, "localhost", "127.0.0.1", "::1"}
    code = segno.make(address, micro=False).svg_data_uri(scale=5, border=2) if reachable else None
    ui.html("consult_diary.html", code=code, address=address)


def choose_section() -> str:
    """Show the sections to choose from and return the chosen one."""
    t, book = ui.here().words.text, content().diary
    hidden = {"own"} if ui.here().demo else set()  # nothing to copy, to put back or to erase
    labels = {each.id: t(each.label) for each in book.sections if each.id in _SECTIONS and each.id not in hidden}
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
    ui.fixed(
        "alarm_signs.html",
        title=content().diary.page.signs,
        net_signs=tuple(flags[name] for name in net.signs),
        net_emergency=tuple(flags[name] for name in net.emergency_signs),
        number=ui.here().numbers.emergency,
    )


def _entries(_: Diary | None) -> None:
    ui.fixed("heading.html", title=content().diary.list.title, help=None, rank=2)
    device.entries(ui.here().words, demo=session.made_up())


def _changes(found: Diary | None) -> None:
    _known(found, lambda known: insight_view.show(known, words=not known.total))


def _visit(found: Diary | None) -> None:
    _known(found, visit_view.show)


def _known(found: Diary | None, show: Callable[[Diary], None]) -> None:
    """Show what is drawn from the entries; the device tells them a moment after the page stands."""
    if found is None:
        ui.fixed("loading.html", text=content().diary.page.loading)
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
