"""The app on the phone: manifest, service worker, and the words of what works offline. See docs/offline.md."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from wervel import ROOT
from wervel.content import content
from wervel.i18n import Translator
from wervel.web import assets
from wervel.web.diary_words import all_of, spoken
from wervel.web.reading.places import pages as read_pages
from wervel.web.streamlit_internals import chunks_of_pages
from wervel.web.visit import START_HINT, Visit, page_url, visit_of

MANIFEST, WORKER = "/manifest.webmanifest", "/sw.js"
PATHS = (MANIFEST, WORKER)

#: The one identity of the installed app, whatever the language; a change would make it another app on every phone.
APP_ID = "/"
NAME = "Wervel"
PAPER, TEAL = "#FBF8F4", "#0B6E6E"  # as in wervel.css; the frame around the app while it opens

#: "1": the service worker takes itself and its caches away from every device that comes by.
OFF = "WERVEL_SW_OFF"
#: The name of a release; another one is another version even when no file has changed.
RELEASE = "WERVEL_BUILD"

_STATIC = ROOT / "wervel" / "web" / "static"
_PARTS = ("content", "locales", "wervel")
_KINDS = {".css", ".html", ".js", ".json", ".po", ".png", ".py", ".svg", ".txt", ".webp", ".yaml"}


def routes() -> list[BaseRoute]:
    """Return the routes of manifest and service worker."""
    return [Route(MANIFEST, manifest), Route(WORKER, worker)]


# --- manifest --------------------------------------------------------------------------------------------------------


async def manifest(request: Request) -> Response:
    """What a device shows of the app, in the language of `?lang=`; a shared device never gets one (404)."""
    visit = visit_of(request)
    if visit.mode != "personal":
        return PlainTextResponse("Not found", status_code=404)
    return JSONResponse(
        manifest_of(visit.translator),
        media_type="application/manifest+json",
        headers={"cache-control": "no-cache", "vary": "Cookie, Accept-Language"},
    )


def manifest_of(words: Translator) -> dict[str, Any]:
    """Return the web app manifest in a language (W3C Web Application Manifest, checked on 2026-11-28)."""
    t, app = words.text, content().pwa.app

    def start(page: str) -> str:
        return f"{page_url(page, lang=words.code, mode='personal')}&{START_HINT}=app"

    def icon(name: str, size: int, purpose: str) -> dict[str, str]:
        file = f"/assets/icons/{name}-{size}.png"
        return {"src": file, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}

    def shortcut(page: str, name: str, about: str) -> dict[str, Any]:
        icons = [icon(f"shortcut-{page}", 96, "any")]
        return {"name": name, "description": about, "url": start(page), "icons": icons}

    def picture(form: str, size: str, label: str) -> dict[str, str]:
        file = f"/assets/icons/screen-{form}.webp"
        return {"src": file, "sizes": size, "type": "image/webp", "form_factor": form, "label": label}

    return {
        "id": APP_ID,
        "name": t(app.name),
        "short_name": NAME,
        "description": t(app.description),
        "lang": words.code,
        "dir": words.dir,
        "start_url": start("home"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["health", "medical"],
        "icons": [icon(name, size, name) for name in ("any", "maskable") for size in (192, 512)],
        "shortcuts": [
            shortcut("diary", t(app.diary), t(app.diary_long)),
            shortcut("assessment", t(app.check), t(app.check_long)),
        ],
        "screenshots": [picture("narrow", "540x1080", t(app.narrow)), picture("wide", "1280x800", t(app.wide))],
    }


# --- service worker --------------------------------------------------------------------------------------------------


async def worker(request: Request) -> Response:
    """The service worker; switched off, or on a shared device, one that takes itself and its caches away."""
    off = is_off() or visit_of(request).mode != "personal"
    text = await run_in_threadpool(_script, off)
    return Response(text, media_type="text/javascript", headers={"cache-control": "no-cache", "vary": "Cookie"})


def is_off() -> bool:
    """Tell whether the server's setting takes the service worker away from all devices."""
    return os.environ.get(OFF, "") == "1"


def _script(off: bool) -> str:
    if off:
        return (_STATIC / "sw_off.js").read_text(encoding="utf-8")
    return f"const BUILD = {json.dumps(build())};\n{(_STATIC / 'sw.js').read_text(encoding='utf-8')}"


@lru_cache(maxsize=1)
def build() -> dict[str, Any]:
    """Return what the service worker has to know; raises OSError when a file is not readable.

    version: changes with anything it keeps. files: addresses kept ahead, beside the reading edition and what it shows.
    pages: by path, their names in the reading edition. ahead: large files that a page needs later, with their digest or
    version in the address.
    """
    return {
        "version": _digest(),
        "files": sorted(_files()),
        "pages": {"/" if page == "home" else f"/{page}": page for page in read_pages()},
        "ahead": [*chunks_of_pages(), assets.asset(assets.PLOTLY)],
    }


def _digest() -> str:
    """Return a digest of every file that goes into a page or is kept: content, words, templates, program, libraries."""
    digest = hashlib.sha256(f"{version('streamlit')} {version('plotly')} {os.environ.get(RELEASE, '')}".encode())
    for part in _PARTS:
        for file in sorted(path for path in (ROOT / part).rglob("*") if path.suffix in _KINDS):
            digest.update(f"\0{file.relative_to(ROOT).as_posix()}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> Iterator[str]:
    """Yield what the offline diary needs: its modules, styles and signs."""
    folders: tuple[tuple[str, Path, str], ...] = (
        ("/assets/device", ROOT / "wervel" / "device" / "static", "*.js"),
        ("/assets/illustrations", ROOT / "content" / "illustrations", "icon-*.svg"),
        ("/assets/illustrations", ROOT / "content" / "illustrations", "mark.svg"),
        ("/assets", _STATIC, "offline_page.js"),
        ("/assets", _STATIC, "offline.css"),
        ("/assets", _STATIC, "diary.css"),
    )
    for address, folder, pattern in folders:
        yield from (f"{address}/{file.name}" for file in folder.glob(pattern))


# --- words -----------------------------------------------------------------------------------------------------------


def page_values(visit: Visit) -> dict[str, Any]:
    """Return what the page's own script (`device/static/pwa.js`) has to know. Plain data for JSON."""
    return {"on": visit.mode == "personal" and not is_off(), "country": visit.country}


def offline_words(words: Translator, page: str = "diary") -> dict[str, Any]:
    """Return what `static/offline_page.js` needs on a page of the reading edition. Plain data for JSON.

    page: its name; only the diary needs the words of form and list.
    """
    said = {"bar": all_of(content().pwa.offline, words)}
    return said | ({"diary": spoken(words)} if page == "diary" else {})
