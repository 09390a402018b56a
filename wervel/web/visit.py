"""Who comes in: language, mode, page and country of one request, from URL, cookies and headers."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from wervel.clinic import clinic
from wervel.content import content
from wervel.content.page_models import EmergencyNumbers
from wervel.emergency import country_of, numbers_of
from wervel.i18n import Translator, default_code, match, negotiate, translator, usable
from wervel.modes import MODE_DEFAULT, Mode, mode_of, shared

LANGUAGE_COOKIE, COUNTRY_COOKIE, ZONE_COOKIE = "wervel_lang", "wervel_country", "wervel_tz"
MODE_COOKIE = "wervel_mode"  # a device keeps its mode; a setting, nothing of the person
KEPT_COOKIE = "wervel_kept"  # written by the browser, see device/static/own_marker.js

#: Stands in the start address of the installed app, whose `lang` is the language at the time of installing: there a
#: language that was chosen later on this device goes first.
START_HINT = "start"


@dataclass(frozen=True)
class Visit:
    """One request's page (a stem of `pages/`), language, mode and country (ISO 3166-1 alpha-2)."""

    page: str
    language: str
    mode: Mode
    country: str
    zone: str
    asked: bool  # the language was asked for in the URL
    demo: bool = False  # the demonstration: a person who does not exist, and nothing is kept
    mode_asked: str = ""  # as it stands in the URL; a locked device may be in another one
    beside: str = ""  # the code of the second language, in consultation only

    @property
    def translator(self) -> Translator:
        """The words of this visit."""
        return translator(self.language)

    @property
    def shared(self) -> bool:
        """Whether others use this device too."""
        return shared(self.mode)

    @property
    def chooses_language(self) -> bool:
        """Tell whether to ask for a language first: a shared device takes none from its own settings."""
        return self.mode == "kiosk" and not self.asked

    @property
    def second(self) -> Translator | None:
        """The words of the language beside it, if there is one."""
        return translator(self.beside) if self.beside else None

    @property
    def numbers(self) -> EmergencyNumbers:
        """The emergency numbers where this person is."""
        return numbers_of(self.country, content().emergency)

    def url(self, page: str, **changes: str) -> str:
        """Return the link to a page that keeps language and mode, with `changes` applied."""
        return page_url(page, **{"lang": self.language, "mode": self.mode, "beside": self.beside, **changes})


def page_url(page: str, *, lang: str, mode: str, beside: str = "") -> str:
    """Return `/page?lang=..&mode=..&with=..`; home is `/`, default mode and no second language are not spelled out."""
    query = {"lang": lang} | ({} if mode == MODE_DEFAULT else {"mode": mode}) | ({"with": beside} if beside else {})
    return f"/{'' if page == 'home' else page}?{urlencode(query)}"


def beside_of(wanted: str | None, mode: str, language: str) -> str:
    """Return the code of the second language: what `with` asks for, in consultation and other than the first, or ""."""
    found = match(wanted or "", usable()) if mode == "consult" else None
    return found if found and found != language else ""


def visit_of(request: Request) -> Visit:
    """Read a request; anything odd in it falls back to a default, never to an error."""
    query, cookies = request.query_params, request.cookies
    codes = usable()
    wanted = query.get("lang")
    if START_HINT in query and cookies.get(LANGUAGE_COOKIE) in codes:
        wanted = None
    mode = mode_of(query.get("mode"), cookies.get(MODE_COOKIE), locked=clinic().locked)
    zone = query.get("zone") or cookies.get(ZONE_COOKIE, "")
    language = negotiate(
        wanted, cookies.get(LANGUAGE_COOKIE), request.headers.get("accept-language"), codes, default_code()
    )
    return Visit(
        page=request.url.path.strip("/") or "home",
        language=language,
        mode=mode,
        country=country_of(query.get("country") or cookies.get(COUNTRY_COOKIE), zone, content().emergency),
        zone=zone,
        asked=bool(wanted and wanted in codes),
        demo=query.get("demo") == "1" and mode != "kiosk",
        mode_asked=query.get("mode", ""),
        beside=beside_of(query.get("with"), mode, language),
    )
