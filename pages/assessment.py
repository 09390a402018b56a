"""The self-assessment: one screen at a time, then the outcome."""

from wervel import assessment_view as view
from wervel import draft_session as session
from wervel import kiosk_view
from wervel.assessment.steps import OUTCOME
from wervel.content import content

session.begin()
waiting = kiosk_view.arrived()
step = session.draft().step
if not waiting:
    view.notice()
    if step == OUTCOME:
        kiosk_view.outcome()
    else:
        view.screen(step, content())
session.keep(screen=None if waiting else step)
