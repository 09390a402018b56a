"""The routes of the reading edition: a page, a way to it in the reader's language, or the word that there is none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from wervel.content import content
from wervel.i18n import usable
from wervel.i18n.negotiate import match
from wervel.web.negotiation import choose, knows
from wervel.web.pages import remember
from wervel.web.reading import page as pages
from wervel.web.reading.places import FOLDER, read_url
from wervel.web.reading.places import pages as known_pages
from wervel.web.visit import COUNTRY_COOKIE, visit_of

#: Pages that are kept in memory, about 10 KB each: four languages for some countries, and more when they are asked for.
KEPT = 256
_VARY = "Cookie, Accept-Encoding"


@dataclass(frozen=True)
class _Packed:
    body: bytes  # Brotli
    digest: str


@lru_cache(maxsize=KEPT)
def _packed(language: str, page: str, country: str) -> _Packed:
    body = pages.html(language, page, country).encode()
    return _Packed(brotli.compress(body, quality=9), hashlib.sha256(body).hexdigest()[:20])


def routes() -> list[BaseRoute]:
    """Return the routes of the reading edition."""
    paths = (FOLDER, f"{FOLDER}/{{rest:path}}")
    return [Route(path, _read, methods=["GET", "POST"]) for path in paths]


async def _read(request: Request) -> Response:
    visit = visit_of(request)
    language, page, rest = _parts(request.path_params.get("rest", ""))
    if visit.mode == "kiosk":  # nothing wipes the reading edition after a person, and its diary would be kept
        return RedirectResponse(visit.url(page if page in known_pages() else "home"), status_code=303)
    if rest or page not in known_pages():
        spoken = language or visit.language
        return HTMLResponse(await run_in_threadpool(pages.missing, spoken, visit.country), status_code=404)
    address = read_url(language or visit.language, page)
    if request.method == "POST":
        return await _choose_country(request, address)
    if request.url.path != address:
        asked = request.query_params.get("country")
        query = f"?{urlencode({'country': visit.country})}" if asked else ""
        headers = {"cache-control": "no-cache", "vary": "Cookie, Accept-Language"}
        return RedirectResponse(address + query, status_code=303, headers=headers)
    packed = await run_in_threadpool(_packed, language, page, visit.country)
    return _answer(request, packed)


def _parts(path: str) -> tuple[str, str, str]:
    """Return language, page and what is left of a path below /read; an empty language is to be negotiated."""
    parts = [part for part in path.split("/") if part]
    language = match(parts[0], usable()) if parts else None
    if language:
        parts = parts[1:]
    return language or "", parts[0] if parts else "home", "/".join(parts[1:])


async def _choose_country(request: Request, address: str) -> Response:
    """Remember the country that the form of the emergency numbers names."""
    async with request.form(max_files=0, max_fields=10) as form:
        chosen = str(form.get("country", ""))
    response = RedirectResponse(f"{address}#emergency", status_code=303)
    if chosen in {country.code for country in content().emergency.countries}:
        remember(response, request, COUNTRY_COOKIE, chosen)
    return response


def _answer(request: Request, packed: _Packed) -> Response:
    small = choose(request.headers.get("accept-encoding", ""), ("br",)) == "br"
    etag = f'"{packed.digest}{"-br" if small else ""}"'
    headers = {"etag": etag, "cache-control": "no-cache", "vary": _VARY}
    if knows(request.headers.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    if small:
        headers["content-encoding"] = "br"
    return HTMLResponse(packed.body if small else brotli.decompress(packed.body), headers=headers)
