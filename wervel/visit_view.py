"""How the page for a visit looks: choices above it, then the sheet that is printed. Layout only."""

from __future__ import annotations

import streamlit as st

from wervel import insight_words as say
from wervel import ui, visit_words
from wervel.content import content
from wervel.device import visit as device
from wervel.diary import Diary
from wervel.i18n import Translator, translator, usable
from wervel.insight_view import choose_window, look
from wervel.visit_words import PARTS
from wervel.web.render import render


def show(diary: Diary) -> None:
    """Show the page for a visit, from the entries of the window, with what can be left out and its language."""
    words = content().insight.visit
    ui.fixed("heading.html", title=words.title, help=words.lead, rank=2)
    if not diary.total:
        ui.html("paragraph.html", text=words.empty)
        return
    choose_window()
    seen = look(diary)
    if not seen.shown:
        ui.html("paragraph.html", text=content().insight.first.nothing)
        return
    with st.container(key="visit_choices"):
        shown, reader = _choose_parts(), _choose_language()
    with st.container(key="visit_sheet"):
        _sheet(seen, reader, shown)
    ui.fixed("visit_print.html")
    ui.link("story", content().story.page.from_visit, key="visit_to_story")


def _choose_parts() -> list[str]:
    t, words = ui.here().words.text, content().insight.visit
    chosen = st.pills(
        t(words.show), PARTS, format_func=lambda name: t(getattr(words, name)), key="visit_parts",
        selection_mode="multi", default=PARTS,
    )  # fmt: skip
    return [name for name in PARTS if name in (chosen or ())]


def _choose_language() -> Translator:
    here, languages = ui.here(), usable()
    chosen = st.pills(
        here.words.text(content().insight.visit.language), list(languages),
        format_func=lambda code: languages[code].name, key="visit_language", default=here.words.code, required=True,
    )  # fmt: skip
    return translator(str(chosen or here.words.code))


def _sheet(seen: say.Seen, reader: Translator, shown: list[str]) -> None:
    picture = visit_words.picture(seen, reader) if "pain" in shown else None
    parts = visit_words.parts(seen, reader, shown)
    period = visit_words.period(seen, reader)
    st.html(render("visit.html", reader, picture=picture, parts=parts, period=period))
    if "questions" in shown:
        questions(reader)


def questions(reader: Translator, own: str = "") -> None:
    """Show the field for the person's questions on a page for `reader`; own: says that the words are the person's."""
    here, words = ui.here().words, content().insight.visit
    device.questions(
        words={
            "heading": reader.text(words.questions),
            "own": own,
            "label": here.text(words.questions_label),
            "hint": here.text(words.questions_hint),
            "warning": here.text(words.not_kept),
        },
        lang=reader.code,
        direction=reader.dir,
        written=here.code,
    )
