"""The HTML that a navigation gets: language, direction, title, header, places, emergency, Streamlit's root."""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from wervel.content import content
from wervel.i18n import offered
from wervel.modes import MODE_DEFAULT
from wervel.web.render import render
from wervel.web.streamlit_internals import head_tags
from wervel.web.visit import LANGUAGE_COOKIE, Visit, visit_of

#: The five places of the bar; other pages are reached by links.
PLACES = ("home", "assessment", "prevention", "spine", "diary")

YEAR = 365 * 24 * 3600


def is_page(path: str) -> bool:
    """Tell whether a path is one of the app's pages."""
    return path == "/" or path.strip("/") in {page.id for page in content().pages.pages if page.id != "home"}


def page(request: Request) -> Response:
    """Answer a navigation; a language asked for in the URL is remembered on the device, except on a shared one."""
    visit = visit_of(request)
    response = HTMLResponse(index(visit), headers={"cache-control": "no-cache", "vary": "Cookie, Accept-Language"})
    if visit.asked and visit.mode != "kiosk":
        remember(response, request, LANGUAGE_COOKIE, visit.language)
    return response


def remember(response: Response, request: Request, name: str, value: str) -> None:
    """Set a cookie that holds a setting, never an identifier."""
    response.set_cookie(
        name, value, max_age=YEAR, path="/", samesite="lax", secure=request.url.scheme == "https", httponly=True
    )


def index(visit: Visit) -> str:
    """Return the page around Streamlit for a visit."""
    by_id = {page.id: page for page in content().pages.pages}
    current = by_id[visit.page]
    return render(
        "index.html",
        visit.translator,
        visit=visit,
        page=current,
        places=[by_id[place] for place in PLACES],
        languages=offered(),
        mode_default=MODE_DEFAULT,
        built_in={each.shows: visit.translator.text(each.text) for each in content().streamlit.strings},
        aloud=aloud_words(visit),
        streamlit_head=Markup(head_tags()),  # noqa: S704 from Streamlit's own index.html
        **emergency_values(visit),
    )


def aloud_words(visit: Visit) -> dict[str, object]:
    """Return what the script that reads aloud says by itself; the labels of its buttons stand in the page."""
    t, words = visit.translator.text, content().aloud
    said = ("pause", "play", "nothing", "unsupported", "none", "remote", "then")
    return {name: t(getattr(words, name)) for name in said} | {"add": {each.id: t(each.text) for each in words.add}}


def emergency_values(visit: Visit) -> dict[str, object]:
    """Return what the emergency panel shows: the signs by level, one text with the self-assessment."""
    flags = content().red_flags.flags
    net = content().levels.net
    return {
        "numbers": visit.numbers,
        "call_signs": [flag for flag in flags if flag.id in net.emergency_signs],
        "doctor_signs": [flag for flag in flags if flag.id in net.signs],
        "countries": sorted(
            ((country.code, visit.translator.country(country.code)) for country in content().emergency.countries),
            key=lambda pair: pair[1],
        ),
    }
