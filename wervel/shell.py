"""The Streamlit script around every page: language, mode and country of this session, navigation, then the page."""

from copy import copy

import streamlit as st

from wervel import ROOT, handover_session, ui

visit = ui.begin()

current = st.navigation([copy(page) for page in ui.pages(visit.words)], position="hidden")
# An SVG of our own: a named icon would make every browser ask a font host for it.
st.set_page_config(page_title=current.title, page_icon=str(ROOT / "content" / "illustrations" / "favicon.svg"))
current.run()
if visit.shared or current.url_path == "assessment":
    handover_session.keep()
