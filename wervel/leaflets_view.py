"""How the leaflet page looks: search, filters, and the statements. Layout only."""

from __future__ import annotations

import streamlit as st

from wervel import ui
from wervel.content import content
from wervel.content.leaflet_models import Statement
from wervel.search import found

ALL = "all"


def controls() -> tuple[str, str, bool]:
    """Show search, topic and filter; return what was chosen: the query, a topic's id or ALL, only what changed."""
    words, label = content().leaflet_page.words, ui.label
    labels = {ALL: ui.line(words.all_topics)} | {topic.id: ui.line(topic.label) for topic in words.topics}
    asked = st.query_params.get("topic", ALL)
    waiting_room = ui.here().mode == "kiosk"  # no typing there
    query = "" if waiting_room else st.text_input(label(words.search), key="leaflet_search", max_chars=80)
    topic = st.selectbox(
        label(words.topic), list(labels), format_func=labels.__getitem__, key="leaflet_topic", filter_mode=None,
        index=list(labels).index(asked) if asked in labels else 0,
    )  # fmt: skip
    with st.container(key="row_leaflet_changed"):
        changed = st.checkbox(label(words.only_changed), key="leaflet_changed")
    return query, topic, changed


def statements(query: str, topic: str, *, only_changed: bool) -> None:
    """Show the statements that fit, and how many."""
    chosen = select(content().statements, query, topic, only_changed=only_changed)
    sources = {source.id: source for source in content().leaflet_sources}
    ui.html("leaflets.html", chosen=chosen, total=len(content().statements), sources=sources, place=place)


def select(statements: tuple[Statement, ...], query: str, topic: str, *, only_changed: bool) -> list[Statement]:
    """Return the statements on a topic (or ALL) whose words, as the readers see them, hold the query."""
    t = ui.line
    return [
        each
        for each in statements
        if topic in {ALL, each.topic}
        and not (only_changed and each.stance == "stands")
        and found(query, t(each.says), t(each.now), each.id)
    ]


def place(told_at: str) -> str:
    """Return the link to the place in the app that a statement names, e.g. `spine#card_hernia`."""
    page, _, anchor = told_at.partition("#")
    return ui.url(page, show=anchor) if anchor else ui.url(page)
