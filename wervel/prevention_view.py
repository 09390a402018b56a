"""How the prevention page looks: what is always one tap away, then one section at a time. Layout only."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from wervel import draft_session, exercises_view, ui
from wervel import prevention_care_view as care
from wervel import prevention_move_view as moving
from wervel import prevention_session as session
from wervel import prevention_today_view as today
from wervel.content import content
from wervel.prevention_layout import options, view, words

#: The sections by the id of their label in prevention_page.yaml, which also gives the order.
SECTIONS: dict[str, Callable[[], None]] = {
    "today": today.show,
    "week": today.week,
    "move": lambda: moving.show(exercises="exercises" in SECTIONS),
    "exercises": exercises_view.show,
    "balance": care.balance,
    "notice": care.notice,
    "life": care.life,
    "weight": care.weight,
}
#: What an address such as `?show=life_driving` begins with, where that is not the section's own name.
PREFIXES = {"exercise": "exercises"}
#: Left out where nothing is kept, and in the waiting room also what is typed.
KEPT, TYPED = ("week",), ("move", "weight")
ALARMS = ("E0", "E1", "U")


def show() -> None:
    """Show the page."""
    _top()
    _notices()
    SECTIONS[_choose()]()


def _top() -> None:
    """When to call, and the flare-up plan: one tap, on every section."""
    here, page = ui.here(), content().prevention_page
    flags = {flag.id: flag for flag in content().red_flags.flags}
    net = content().levels.net
    view(
        "top",
        words=words(page.flare, page.top),
        alarm=ui.rendered(
            "prevention_alarm.html",
            number=here.numbers.emergency,
            doctor_signs=[flags[name] for name in net.signs],
            call_signs=[flags[name] for name in net.emergency_signs],
        ),
        signs=options(page.flare.signs),
        helps=options(page.flare.helps),
    )


def _notices() -> None:
    notices = content().prevention_page.notices
    name = session.notice()
    with st.container(key="notices"):
        if name:
            ui.html("notice.html", text=getattr(notices, name), alarm=False)
        if not draft_session.draft().empty and draft_session.outcome().level in ALARMS:
            ui.html("notice.html", text=notices.alarm_first, alarm=True)
            ui.link("assessment", notices.to_check, key="to_check")


def _choose() -> str:
    """Show the sections to choose from and return the chosen one."""
    page = content().prevention_page
    labels = {each.id: ui.label(each.label) for each in page.sections if each.id in SECTIONS}
    here = ui.here()
    left_out = () if session.keeps() else KEPT if here.mode == "consult" else KEPT + TYPED
    labels = {name: label for name, label in labels.items() if name not in left_out}
    asked = str(st.query_params.get("show", "")).partition("_")[0]
    first = PREFIXES.get(asked, asked)
    chosen = st.pills(
        ui.label(page.sections_title), list(labels), format_func=labels.__getitem__, key="section",
        default=first if first in labels else next(iter(labels)), required=True, label_visibility="collapsed",
    )  # fmt: skip
    return str(chosen) if chosen in labels else next(iter(labels))
