"""The HTML that a navigation gets: language, direction, title, header, places, emergency, Streamlit's root."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from wervel.content import content
from wervel.i18n import offered
from wervel.modes import MODE_DEFAULT
from wervel.web import assets
from wervel.web.reading import first_screen
from wervel.web.reading.places import read_url
from wervel.web.render import render
from wervel.web.streamlit_internals import STATIC, chunks, early_chunks, first_chunks, imports
from wervel.web.visit import LANGUAGE_COOKIE, Visit, visit_of

#: The five places of the bar; other pages are reached by links.
PLACES = ("home", "assessment", "prevention", "spine", "diary")

#: The elements of Streamlit that a page needs before it can be used; their scripts are fetched with the first ones.
_ELEMENTS = {
    "assessment": ("Radio", "Button"),
    "prevention": ("BidiComponent", "ButtonGroup"),
    "spine": ("ButtonGroup", "BidiComponent"),
    "diary": ("BidiComponent", "ButtonGroup"),
    "leaflets": ("TextInput", "Selectbox", "Checkbox"),
    "about": ("Button",),
}

#: Our modules that draw what a page is for.
_MODULES = {
    "prevention": ("prevention", "prevention_keeper"),
    "spine": ("turn", "explorer"),
    "diary": ("diary", "diary_entries", "own_notice"),
}

#: How many of Streamlit's scripts count as large: with the entry three quarters of what is fetched.
LARGE = 6

YEAR = 365 * 24 * 3600


def is_page(path: str) -> bool:
    """Tell whether a path is one of the app's pages."""
    return path == "/" or path.strip("/") in {page.id for page in content().pages.pages if page.id != "home"}


def elements(page: str) -> tuple[str, ...]:
    """Return the elements of Streamlit that a page needs before it can be used."""
    return ("PageLink", "Html", *_ELEMENTS.get(page, ()))


@lru_cache(maxsize=16)
def ahead(page: str) -> tuple[str, ...]:
    """Return the scripts of Streamlit that a page needs besides the entry, in the order to fetch them.

    A browser has six connections to a server (HTTP/1.1). The many small files cost a round trip each and hardly any
    bytes, the few large ones the other way round: spread evenly, they fill each other's gaps. What runs early comes
    first, with what it imports, and the entry last: it runs when all is there.
    """
    mine = dict.fromkeys([*first_chunks()[1:], *(c for each in elements(page) for c in chunks(each))])
    by_size = sorted(mine, key=lambda address: -(STATIC / address.lstrip("/")).stat().st_size)
    large = list(dict.fromkeys([*early_chunks(), *by_size]))[:LARGE]
    first_needed = dict.fromkeys([*(each for one in early_chunks() for each in imports(one)), *by_size])
    small = [each for each in first_needed if each in mine and each not in large]
    share = -(-len(small) // len(large))
    return tuple(c for number, each in enumerate(large) for c in (each, *small[number * share : (number + 1) * share]))


async def page(request: Request) -> Response:
    """Answer a navigation; a language asked for in the URL is remembered on the device, except on a shared one."""
    visit = visit_of(request)
    response = await assets.page(request, index(visit), vary="Cookie, Accept-Language")
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
        read_url=read_url(visit.language, visit.page),
        built_in={each.shows: visit.translator.text(each.text) for each in content().streamlit.strings},
        start={"early": early_chunks(), "entry": first_chunks()[0]},
        preloads=[*ahead(visit.page), first_chunks()[0], *assets.module_tree(*_MODULES.get(visit.page, ()))],
        import_map=Markup(assets.import_map()),  # noqa: S704 addresses of our own files
        first_screen=first_screen(visit),
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
