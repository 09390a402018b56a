"""The HTML that a navigation gets: language, direction, title, header, places, emergency, Streamlit's root."""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from wervel.clinic import clinic
from wervel.content import content
from wervel.content.page_models import Page
from wervel.i18n import Translator, offered, translator
from wervel.modes import MODE_DEFAULT, Mode
from wervel.web import assets, pwa
from wervel.web.kiosk import STAFF
from wervel.web.reading import first_screen
from wervel.web.reading.places import read_url
from wervel.web.render import render
from wervel.web.streamlit_internals import STATIC, chunks, early_chunks, first_chunks, imports
from wervel.web.told import SafetyState, safety_states
from wervel.web.visit import LANGUAGE_COOKIE, MODE_COOKIE, Visit, visit_of

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
#: How many scripts a page asks for while it is read. Each costs a phone 4 ms before the first paint; the rest waits for
#: that, when these are about to have come.
AT_ONCE = 24

YEAR = 365 * 24 * 3600


def is_page(path: str) -> bool:
    """Tell whether a path is one of the app's pages."""
    return path == "/" or path.strip("/") in {page.id for page in content().pages.pages if page.id != "home"}


def elements(page: str) -> tuple[str, ...]:
    """Return the elements of Streamlit that a page needs before it can be used."""
    return ("Html", *_ELEMENTS.get(page, ()))


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
    """Answer a navigation. The device keeps a mode asked for in the URL, and a language, except the waiting room's."""
    visit = visit_of(request)
    waiting_room = visit.mode == "kiosk"
    keep = assets.NOT_KEPT if waiting_room else assets.CHECK_AGAIN
    vary = "Cookie, Accept-Language"
    response: Response
    if visit.chooses_language:
        readers = [translator(language.code) for language in offered()]
        chooser = render("kiosk.html", visit.translator, visit=visit, readers=readers, staff=STAFF)
        response = await assets.page(request, chooser, vary=vary, cache_control=keep)
    elif visit.mode_asked in get_args(Mode) and visit.mode_asked != visit.mode:  # a locked device stays what it is
        headers = {"cache-control": keep, "vary": vary}
        response = RedirectResponse(visit.url(visit.page), status_code=303, headers=headers)
    else:
        response = await assets.page(request, index(visit), vary=vary, cache_control=keep)
    if not visit.demo:
        keep_mode(response, request, visit)
    if visit.asked and not waiting_room and not visit.demo:
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
    at_once, later = fetched(visit.page)
    return render(
        "index.html",
        visit.translator,
        visit=visit,
        page=current,
        places=[by_id[place] for place in PLACES if not (visit.mode == "kiosk" and place == "diary")],
        clinic=clinic(),
        languages=offered(),
        mode_default=MODE_DEFAULT,
        pwa=pwa.page_values(visit),
        read_url=read_url(visit.language, visit.page),
        built_in={each.shows: visit.translator.text(each.text) for each in content().streamlit.strings},
        titles={each.id: title(each, visit.translator) for each in content().pages.pages},
        title=title(current, visit.translator),
        waits=visit.page in _MODULES,
        start={"ahead": later, "early": early_chunks(), "entry": first_chunks()[0]},
        preloads=at_once,
        import_map=Markup(assets.import_map()),  # noqa: S704 addresses of our own files
        first_screen=first_screen(visit),
        aloud=aloud_words(visit),
        side_states=_side_states(visit),
        **emergency_values(visit),
    )


def _side_states(visit: Visit) -> list[SafetyState]:
    if visit.mode != "consult":
        return []
    return safety_states(visit.translator, [visit.translator, *([visit.second] if visit.second else [])])


def fetched(page: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the scripts that a page asks for while it is read, and those that it asks for after its first paint."""
    every = (*ahead(page), first_chunks()[0], *assets.module_tree(*_MODULES.get(page, ())))
    return every[:AT_ONCE], every[AT_ONCE:]


def title(page: Page, words: Translator) -> str:
    """Return what the window of a page is called; the page around Streamlit and the page in it say the same."""
    return f"{words.text(page.title)} · Wervel"


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
