"""The parts that `app.py` puts together. Content that does not fit stops the start here, with one line."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from babel.messages.pofile import PoFileError
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from wervel import __version__
from wervel.clinic import clinic
from wervel.content import ContentError, content
from wervel.i18n import offered, registry, translator
from wervel.i18n.provenance import provenance
from wervel.web import assets, exercise_assets, kept, kiosk, part_assets, pwa, warm
from wervel.web.headers import allowed_hosts
from wervel.web.middleware import Doors, Limits, SecurityHeaders
from wervel.web.pages import emergency_values, remember
from wervel.web.reading import answer as reading
from wervel.web.render import render
from wervel.web.streamlit_internals import (
    empty_when_ended,
    keep_navigation,
    quiet_logs,
    send_at_once,
    theme_once,
    whole_callbacks,
)
from wervel.web.visit import COUNTRY_COOKIE, visit_of


def routes() -> list[BaseRoute]:
    """Return our own routes; raises SystemExit with one line when content or languages do not fit."""
    try:
        content(), registry(), clinic(), provenance()
        for language in offered():
            translator(language.code)
    except (ContentError, OSError, PoFileError, ValueError) as error:
        raise SystemExit(f"Wervel does not start: {error}") from None
    quiet_logs()
    whole_callbacks()
    keep_navigation()
    empty_when_ended()
    theme_once()
    send_at_once()
    return [
        Route("/healthz", healthz),
        Route("/emergency", emergency, methods=["GET", "POST"]),
        *kept.routes(),
        *pwa.routes(),
        *kiosk.routes(),
        *exercise_assets.routes(),
        *part_assets.routes(),
        *reading.routes(),
        *assets.routes(),
    ]


def middleware() -> list[Middleware]:
    """Return our middleware, outermost first."""
    hosts = allowed_hosts(os.environ)
    return [
        Middleware(SecurityHeaders),
        Middleware(Limits),
        Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
        Middleware(Doors),
    ]


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """When the server stands: make ready what the first visitor would wait for, aside."""
    del app
    warm.aside()
    yield


async def healthz(request: Request) -> Response:
    """Tell that the server lives."""
    return JSONResponse({"status": "ok", "version": __version__}, headers={"cache-control": "no-store"})


async def emergency(request: Request) -> Response:
    """The emergency panel as a page of its own (no script needed); a POST remembers the chosen country."""
    visit = visit_of(request)
    values = {"visit": visit, "part": request.query_params.get("part") == "panel", **emergency_values(visit)}
    if request.method == "POST":
        async with request.form(max_files=0, max_fields=10) as form:
            chosen = str(form.get("country", ""))
        known = chosen in {country.code for country in content().emergency.countries}
        # The waiting room and the demonstration keep no setting, so there the choice stands in the address only.
        keeps = visit.mode != "kiosk" and not visit.demo
        once = f"&country={chosen}" if known and not keeps else ""
        response: Response = RedirectResponse(visit.url("emergency") + once, status_code=303)
        if known and keeps:
            remember(response, request, COUNTRY_COOKIE, chosen)
        return response
    return HTMLResponse(render("emergency.html", visit.translator, **values), headers={"cache-control": "no-store"})


def on_script_error(error: Exception) -> bool:
    """Show a translated apology with the emergency number; the log gets the kind and place of the error only."""
    from wervel.ui import apology

    del error
    try:
        apology()
    except Exception:  # noqa: BLE001 the apology itself must never end in a stack trace
        st.html("<p><a href='tel:112'>112</a></p>")
    return True
