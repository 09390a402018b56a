"""How the page of the story looks: what may be on it, its language, then the sheet. Layout only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast
from uuid import NAMESPACE_OID, uuid5

import streamlit as st

from wervel import diary_session, draft_session, insight_view, ui, visit_view
from wervel.content import content
from wervel.content.story_models import PartId
from wervel.device import diary as diary_device
from wervel.device import story as device
from wervel.diary import Diary
from wervel.diary_svg import address
from wervel.i18n import Translator, translator, usable
from wervel.story import DEFAULT, Section, Story, available, fhir, language_name, lines, tell
from wervel.web.render import drawing, render

_SHARES = "story_shares"
ALARMS = ("E0", "E1", "U")


def page() -> None:
    """Show the whole page."""
    here, words = ui.here(), content().story.page
    ui.fixed("heading.html", title=ui.title("story"), help=words.lead, rank=1)
    diary = _diary()
    parts = [
        part
        for part in available(draft_session.draft(), diary, content())
        if part != "questions" or here.mode != "kiosk"  # nothing is typed on a shared device
    ]
    if not set(parts) - {"questions"}:
        ui.html("paragraph.html", text=words.nothing)
        ui.link("assessment", words.to_check, key="start_check")
        if here.mode != "kiosk":
            ui.link("diary", words.to_diary, key="story_to_diary")
        return
    _urgent()
    ui.fixed("heading.html", title=words.choose, help=words.choose_help, rank=2)
    shares = _choose_parts(parts, diary)
    ui.fixed("heading.html", title=words.sheet, help=words.kiosk if here.mode == "kiosk" else words.share, rank=2)
    with st.container(key="visit_choices"):
        reader = _choose_reader()
    story = tell(draft_session.draft(), diary, shares, content())
    with st.container(key="visit_sheet"):
        _sheet(story, reader, questions="questions" in shares)
    if here.mode != "kiosk":
        ui.fixed("visit_print.html")
        if not here.demo:
            _file(story, reader, questions="questions" in shares)


def _urgent() -> None:
    """Say first that somebody has to be called, when the answers say so: a page to take along must not make it wait."""
    if not draft_session.draft().empty and draft_session.outcome().level in ALARMS:
        notices = content().prevention_page.notices
        ui.html("notice.html", text=notices.alarm_first, alarm=True)
        ui.link("assessment", notices.to_check, key="story_to_check")


def _diary() -> Diary | None:
    """Return the diary; let the device tell of it where there is one."""
    here = ui.here()
    if here.mode == "kiosk":
        return None
    if not here.demo:
        diary_device.teller(
            session=diary_session.name(),
            window=insight_view.window(),
            on_told=diary_session.listener(diary_device.TELLER),
        )
    return diary_session.diary()


def _choose_parts(parts: Sequence[PartId], diary: Diary | None) -> frozenset[PartId]:
    """Show a row for each part with what it would tell, in the person's language (in a consultation in both); return
    those with a tick."""
    here, chosen = ui.here(), _shares()
    readers = [here.words, *([here.second] if here.second else [])]
    titles = {part.id: part.title for part in content().story.parts}
    for part in parts:
        story = tell(draft_session.draft(), diary, {part}, content())
        told = {reader.code: section for reader in readers for section in lines(story, reader, content())}
        with st.container(key=f"row_story_{part}"):
            st.session_state[f"story_{part}"] = part in chosen
            st.checkbox(
                ui.label(titles[part]), key=f"story_{part}", on_change=_ticked, args=(part,), width="stretch",
            )  # fmt: skip
            if told:
                ui.html("story_row.html", told=told)
    return frozenset(parts) & chosen


def _shares() -> frozenset[PartId]:
    """Return what this session shares; widgets forget it when their page goes, so it is held apart."""
    return cast(frozenset[PartId], st.session_state.setdefault(_SHARES, DEFAULT))


def _ticked(part: PartId) -> None:
    """Callback of a row."""
    now = st.session_state[f"story_{part}"]
    st.session_state[_SHARES] = _shares() | {part} if now else _shares() - {part}


def _choose_reader() -> Translator:
    """Show the languages; at first the one that the address names (`?to=`), else one of the country.

    Of the two of a consultation the one that is spoken in the country, else the first: the other is the patient's.
    """
    here, languages = ui.here(), usable()
    country = here.numbers.languages
    pair = [here.words.code, here.second.code] if here.second else []
    ours = [*(code for code in pair if code in country), *pair]
    wanted = (st.query_params.get("to"), *ours, *country, "en", here.words.code)
    first = next(code for code in wanted if code in languages)
    chosen = st.pills(
        ui.label(content().story.page.reader), list(languages), format_func=lambda code: languages[code].name,
        key="story_to", default=first, required=True,
    )  # fmt: skip
    return translator(str(chosen or first))


def _sheet(story: Story, reader: Translator, *, questions: bool) -> None:
    here, says = ui.here(), content().story.sheet
    made = reader.text(
        says.made,
        day=reader.day(diary_session.now().date()),
        language=_called(here.words, reader),
        reader=_called(reader, reader),
    )
    sections = lines(story, reader, content())
    own = own_words(reader) if reader.code != here.words.code else ""
    st.html(
        render(
            "story_sheet.html", reader, sections=sections, made=made, questions=questions, written=here.words.code,
            own_words=own, body=_body(sections, story),
        )
    )  # fmt: skip
    if questions:
        visit_view.questions(reader, own)


def own_words(reader: Translator) -> str:
    """Return, in the reader's language, that a text is the person's own, and in which language the app was."""
    return reader.text(content().story.sheet.own_words, language=_called(ui.here().words, reader))


def _called(named: Translator, reader: Translator) -> str:
    return language_name(named.code, named.language.name, reader)


def _body(sections: Sequence[Section], story: Story) -> str:
    """Return the address of the drawing of the body with the zones filled; the list beside it names them."""
    svg = str(drawing("body-back"))
    for zone in story.zones:
        svg = svg.replace(f'data-zone="{zone}"', f'data-zone="{zone}" fill="#0B6E6E" fill-opacity=".8"')
    return address(svg) if story.zones else ""


def _file(story: Story, reader: Translator, *, questions: bool) -> None:
    here, words = ui.here(), content().story.page
    numbers = iter(range(1000))
    made_of = uuid5(NAMESPACE_OID, diary_session.name())  # of this session: another file has other ids
    bundle = fhir(
        story, reader, content(), made=diary_session.now(), own_words=own_words(reader),
        new_id=lambda: uuid5(made_of, f"{reader.code} {story} {next(numbers)}"),
    )  # fmt: skip
    title = reader.text(content().insight.visit.questions)
    device.file(
        bundle,
        questions=f"{title} ({own_words(reader)})" if questions else None,
        words={name: here.words.text(getattr(words, name)) for name in ("file", "file_help", "file_saved")},
    )
