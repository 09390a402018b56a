"""The HTML that a navigation gets: language, direction, title, header, places, emergency, Streamlit's root."""

from __future__ import annotations

from typing import get_args

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from wervel.clinic import clinic
from wervel.content import content
from wervel.i18n import offered, translator
from wervel.modes import MODE_DEFAULT, Mode
from wervel.web.kiosk import STAFF
from wervel.web.render import render
from wervel.web.streamlit_internals import head_tags
from wervel.web.visit import LANGUAGE_COOKIE, MODE_COOKIE, Visit, visit_of

#: The five places of the bar; other pages are reached by links.
PLACES = ("home", "assessment", "prevention", "spine", "diary")

YEAR = 365 * 24 * 3600


def is_page(path: str) -> bool:
    """Tell whether a path is one of the app's pages."""
    return path == "/" or path.strip("/") in {page.id for page in content().pages.pages if page.id != "home"}


def page(request: Request) -> Response:
    """Answer a navigation. The device keeps a mode asked for in the URL, and a language, except a shared one."""
    visit = visit_of(request)
    shared = visit.mode == "kiosk"
    headers = {"cache-control": "no-store" if shared else "no-cache", "vary": "Cookie, Accept-Language"}
    if visit.chooses_language:
        readers = [translator(language.code) for language in offered()]
        chooser = render("kiosk.html", visit.translator, visit=visit, readers=readers, staff=STAFF)
        response: Response = HTMLResponse(chooser, headers=headers)
    elif visit.mode_asked in get_args(Mode) and visit.mode_asked != visit.mode:  # a locked device stays what it is
        response = RedirectResponse(visit.url(visit.page), status_code=303, headers=headers)
    else:
        response = HTMLResponse(index(visit), headers=headers)
    keep_mode(response, request, visit)
    if visit.asked and not shared:
        remember(response, request, LANGUAGE_COOKIE, visit.language)
    return response


def keep_mode(response: Response, request: Request, visit: Visit) -> None:
    """Let the device keep a mode that was asked for in the URL; the default one needs no cookie."""
    if visit.mode_asked != visit.mode:
        return
    if visit.mode != MODE_DEFAULT:
        remember(response, request, MODE_COOKIE, visit.mode)
    elif MODE_COOKIE in request.cookies:
        response.delete_cookie(MODE_COOKIE, path="/", samesite="lax")


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
        places=[by_id[place] for place in PLACES if not (visit.mode == "kiosk" and place == "diary")],
        clinic=clinic(),
        languages=offered(),
        mode_default=MODE_DEFAULT,
        built_in={each.shows: visit.translator.text(each.text) for each in content().streamlit.strings},
        streamlit_head=Markup(head_tags()),  # noqa: S704 from Streamlit's own index.html
        **emergency_values(visit),
    )


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
