"""The self-assessment: one screen at a time, then the outcome."""

from wervel import assessment_view as view
from wervel import draft_session as session
from wervel.assessment.steps import OUTCOME
from wervel.content import content

session.begin()
step = session.draft().step
view.notice()
if step == OUTCOME:
    view.outcome()
else:
    view.screen(step, content())
session.keep(screen=step)
