"""The person's story on one page, for a doctor or physiotherapist, without what the person leaves out."""

from wervel import draft_session, story_view

story_view.page()
draft_session.keep()
