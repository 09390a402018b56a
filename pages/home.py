"""The start: one big thing to do, and the way to the rest."""

from wervel import draft_session as session
from wervel import ui
from wervel.content import content

words = content().pages.home
ui.html("home.html", start=words.start if session.draft().empty else words.resume, url=ui.url)
session.keep()
