"""The start: one big thing to do, and the way to the rest."""

import streamlit as st

from wervel import draft_session as session
from wervel import ui
from wervel.content import content

words = content().pages.home

with st.container(key="hero"):
    ui.html("hero.html")
    ui.link("assessment", ui.label(words.start if session.draft().empty else words.resume), key="start")
for card in words.cards:
    with st.container(key=f"card_{card.id}"):
        ui.link(card.id, ui.label(card.title), key=f"open_{card.id}")
        ui.html("paragraph.html", text=card.text)
ui.html("paragraph.html", text=words.frame)
ui.link("about", ui.label(words.about), key="about")
session.keep()
