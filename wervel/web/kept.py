"""Cookies that the browser asks for: the day on which a diary was last seen there, and to forget all of ours."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from wervel.web.visit import COUNTRY_COOKIE, KEPT_COOKIE, LANGUAGE_COOKIE, ZONE_COOKIE

PATHS = ("/kept", "/forget")
YEAR = 31_536_000  # seconds
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def routes() -> list[BaseRoute]:
    """Return the two routes; both answer 204 and store nothing."""
    return [Route(path, endpoint, methods=["GET"]) for path, endpoint in zip(PATHS, (kept, forget), strict=True)]


async def kept(request: Request) -> Response:
    """Set the day's cookie again as it is: a browser that deletes what scripts wrote keeps what a server has set.

    Source: webkit.org/tracking-prevention, cookies set by script expire after seven days (checked on 2026-11-27).
    """
    response = _nothing()
    day = request.cookies.get(KEPT_COOKIE, "")
    if _DAY.fullmatch(day):
        response.set_cookie(
            KEPT_COOKIE, day, max_age=YEAR, path="/", samesite="lax", secure=request.url.scheme == "https"
        )
    return response


async def forget(request: Request) -> Response:
    """Remove every cookie of ours; another site cannot ask for it."""
    response = _nothing()
    if request.headers.get("sec-fetch-site", "same-origin") == "same-origin":
        for name in (LANGUAGE_COOKIE, COUNTRY_COOKIE, ZONE_COOKIE, KEPT_COOKIE):
            response.delete_cookie(name, path="/", samesite="lax")
    return response


def _nothing() -> Response:
    return Response(status_code=204, headers={"cache-control": "no-store"})
