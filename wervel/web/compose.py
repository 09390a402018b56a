"""The parts that `app.py` puts together. Content that does not fit stops the start here, with one line."""

from __future__ import annotations

import streamlit as st
from babel.messages.pofile import PoFileError
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from wervel import ROOT, __version__
from wervel.clinic import clinic
from wervel.content import ContentError, content
from wervel.i18n import offered, registry, translator
from wervel.web import exercise_assets, kept, kiosk, spine_assets
from wervel.web.middleware import Doors, SecurityHeaders
from wervel.web.pages import emergency_values, remember
from wervel.web.render import render
from wervel.web.streamlit_internals import empty_when_ended, keep_navigation, quiet_logs, whole_callbacks
from wervel.web.visit import COUNTRY_COOKIE, visit_of


def routes() -> list[BaseRoute]:
    """Return our own routes; raises SystemExit with one line when content or languages do not fit."""
    try:
        content(), registry(), clinic()
        for language in offered():
            translator(language.code)
    except (ContentError, OSError, PoFileError, ValueError) as error:
        raise SystemExit(f"Wervel does not start: {error}") from None
    quiet_logs()
    whole_callbacks()
    keep_navigation()
    empty_when_ended()
    return [
        Route("/healthz", healthz),
        Route("/emergency", emergency, methods=["GET", "POST"]),
        *kept.routes(),
        *kiosk.routes(),
        *spine_assets.routes(),
        *exercise_assets.routes(),
        Mount("/assets/illustrations", _Assets(ROOT / "content" / "illustrations")),
        Mount("/assets/device", _Assets(ROOT / "wervel" / "device" / "static")),
        Mount("/assets", _Assets(ROOT / "wervel" / "web" / "static")),
    ]


def middleware() -> list[Middleware]:
    """Return our middleware, outermost first."""
    return [Middleware(SecurityHeaders), Middleware(Doors)]


class _Assets(StaticFiles):
    """Our own files: checked again on each load (cheap: 304), so that a new version is never half there."""

    def __init__(self, folder: object) -> None:
        super().__init__(directory=str(folder))

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["cache-control"] = "no-cache"
        return response


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
        # A shared device keeps nothing, so there the choice stands in the address only.
        once = f"&country={chosen}" if known and visit.mode == "kiosk" else ""
        response: Response = RedirectResponse(visit.url("emergency") + once, status_code=303)
        if known and visit.mode != "kiosk":
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
