"""A page of the reading edition as HTML."""

from __future__ import annotations

from datetime import date
from functools import partial

from wervel.content import content
from wervel.i18n import offered
from wervel.modes import MODE_DEFAULT
from wervel.web import pwa, told
from wervel.web.pages import emergency_values
from wervel.web.reading.places import read_url
from wervel.web.reading.values import values
from wervel.web.render import render
from wervel.web.visit import Visit


def html(language: str, page: str, country: str) -> str:
    """Return a page in a language, with the numbers of a country (ISO 3166-1 alpha-2)."""
    visit = _visit(language, page, country)
    title = next(each.title for each in content().pages.pages if each.id == page)
    shown = {"page": page, "title": title, "lead": content().pages.home.lead, "country_form": read_url(language, page)}
    return _rendered(f"read/{page}.html", visit, **{**shown, **values(visit)})


def missing(language: str, country: str) -> str:
    """Return the page that says in a language that there is no such page."""
    visit = _visit(language, "home", country)
    return _rendered("read/missing.html", visit, page=None, title=content().reading.missing.title, sources=())


def _visit(language: str, page: str, country: str) -> Visit:
    return Visit(page=page, language=language, mode=MODE_DEFAULT, country=country, zone="", asked=True)


def _rendered(template: str, visit: Visit, **more: object) -> str:
    return render(
        template,
        visit.translator,
        visit=visit,
        languages=offered(),
        read=partial(read_url, visit.language),
        read_in=read_url,
        looked_up=_looked_up(),
        offline_words=pwa.offline_words(visit.translator, visit.page),
        **emergency_values(visit),
        **more,
    )


def _looked_up() -> date:
    """Return the day on which a fact was looked up last."""
    days = [source.checked_on for source in told.all_sources()]
    return max(days + [source.checked_on for source in content().leaflet_sources])
