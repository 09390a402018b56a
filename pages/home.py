"""The start: one big thing to do, and the way to the rest."""

from wervel import demo_view, ui
from wervel import draft_session as session
from wervel.content import content
from wervel.device.install import install_card

words = content().pages.home
ui.fixed("home.html", start=words.start if session.draft().empty else words.resume, url=ui.url)
if ui.here().mode == "personal" and not ui.here().demo and not session.under_way():
    install_card(ui.here().words, place="home")
if ui.here().mode == "consult":
    demo_view.offer()
ui.fixed("home_end.html", url=ui.url)
session.keep()
