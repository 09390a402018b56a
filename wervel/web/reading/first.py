"""The first screen of a page: what a person can read and tap before any script runs, and when none does."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from wervel.content import content
from wervel.web.reading.places import read_url
from wervel.web.render import render
from wervel.web.visit import Visit


def first_screen(visit: Visit) -> Markup:
    """Return the first screen of the page of a visit as HTML of a few kilobytes, with links that need no script.

    A shared tablet gets no way to the reading edition: nothing wipes that after a person.
    """
    all_content = content()
    flags = all_content.red_flags.flags
    net = all_content.levels.net
    return Markup(  # noqa: S704 our own template
        render(
            "read/first.html",
            visit.translator,
            visit=visit,
            title=next(page.title for page in all_content.pages.pages if page.id == visit.page),
            number=visit.numbers.emergency,
            net_emergency=[flag for flag in flags if flag.id in net.emergency_signs],
            net_signs=[flag for flag in flags if flag.id in net.signs],
            read=None if visit.mode == "kiosk" else partial(read_url, visit.language),
        )
    )
