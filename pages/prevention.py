"""Staying strong: today's list, the week, moving, balance, a plan for flare-ups, work and home, weight."""

from wervel import draft_session, prevention_session, prevention_view, ui, understood_view
from wervel.content import content

ui.fixed("heading.html", title=ui.title("prevention"), help=content().prevention_page.lead, rank=1)
prevention_view.show()
understood_view.summary()
prevention_session.keep()
draft_session.keep()
