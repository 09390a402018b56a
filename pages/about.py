"""What the app is for, what it is not, what it keeps, and where its facts come from."""

import streamlit as st

from wervel import assessment_view, demo_view, ui
from wervel import draft_session as session
from wervel.content import content
from wervel.device.install import install_card
from wervel.web.reading.places import read_url
from wervel.web.told import all_sources, safety_states

words = content().pages.about
t = ui.here().words.text
assessment_view.notice()
read = "" if ui.here().mode == "kiosk" else read_url(ui.here().words.code, "home")
ui.html(
    "about.html", title=ui.title("about"), sources=all_sources(), states=safety_states(ui.here().words), read_url=read
)
if ui.here().mode == "personal" and not ui.here().demo:
    install_card(ui.here().words, place="about")
if ui.here().mode != "kiosk":
    demo_view.offer()
if not ui.here().demo and ui.here().mode != "kiosk":  # neither keeps what could be erased
    st.subheader(t(words.erase_title), anchor=False)
    st.write(t(words.erase))
    assessment_view.confirm_erasing_all()
session.keep()
