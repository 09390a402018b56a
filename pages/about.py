"""What the app is for, what it is not, what it keeps, and where its facts come from."""

import streamlit as st

from wervel import assessment_view, ui
from wervel import draft_session as session
from wervel.content import content

words = content().pages.about
t = ui.here().words.text
all_sources = (
    *content().course.sources,
    *content().advice.sources,
    *content().spine.sources,
    *content().charts.sources,
    *content().insight.sources,
    *content().prevention.sources,
    *content().prevention_page.sources,
    *content().exercises.sources,
    *content().life_cards.sources,
    *content().balance.sources,
)
by_id = {source.id: source for source in all_sources}

assessment_view.notice()
ui.html("about.html", title=ui.title("about"), sources=sorted(by_id.values(), key=lambda source: source.title))
if ui.here().mode != "kiosk":  # a shared device keeps nothing that could be erased
    st.subheader(t(words.erase_title), anchor=False)
    st.write(t(words.erase))
    assessment_view.confirm_erasing_all()
session.keep()
