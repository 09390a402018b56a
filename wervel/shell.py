"""The Streamlit script around every page: language, mode and country of this session, navigation, then the page."""

import streamlit as st

from wervel import ROOT, handover_session, ui
from wervel.content import content
from wervel.web.pages import title

visit = ui.begin()

pages = [
    st.Page(
        ROOT / "pages" / f"{page.id}.py",
        title=title(page, visit.words),
        url_path="" if page.id == "home" else page.id,  # equals the file's stem: anything else breaks deep links
        default=page.id == "home",
    )
    for page in content().pages.pages
]
current = st.navigation(pages, position="hidden")
# An SVG of our own: a named icon would make every browser ask a font host for it.
st.set_page_config(page_title=current.title, page_icon=str(ROOT / "content" / "illustrations" / "favicon.svg"))
current.run()
if visit.mode == "kiosk" or current.url_path == "assessment":
    handover_session.keep()
