"""The Streamlit script around every page: language, mode and country of this session, navigation, then the page."""

import streamlit as st

from wervel import ROOT, handover_session, ui
from wervel.content import content

visit = ui.begin()

pages = {
    page.id: st.Page(
        ROOT / "pages" / f"{page.id}.py",
        title=f"{visit.words.text(page.title)} · Wervel",
        url_path="" if page.id == "home" else page.id,  # equals the file's stem: anything else breaks deep links
        default=page.id == "home",
    )
    for page in content().pages.pages
}
current = st.navigation(list(pages.values()), position="hidden")
# An SVG of our own: a named icon would make every browser ask a font host for it.
st.set_page_config(page_title=current.title, page_icon=str(ROOT / "content" / "illustrations" / "favicon.svg"))
ui.places(pages)
current.run()
if visit.mode == "kiosk" or current.url_path == "assessment":
    handover_session.keep()
