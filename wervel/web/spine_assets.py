"""The two large files of the turning spine, compressed once per process: its geometry and the chart bundle."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
from importlib.metadata import version
from pathlib import Path
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from wervel import ROOT

PLOTLY_VERSION = version("plotly")
GEOMETRY_URL = "/assets/spine/geometry.json"
PLOTLY_URL = f"/assets/plotly.js?v={PLOTLY_VERSION}"

_CHECK_AGAIN = "no-cache"
_FOR_GOOD = "public, max-age=31536000, immutable"


class Packed:
    """One file and its gzip form; the work waits for the first request and is done in a thread, once."""

    def __init__(self, path: Path, media_type: str) -> None:
        self.path = path
        self.media_type = media_type
        self._lock = Lock()
        self._packed: bytes | None = None
        self._digest = ""

    async def answer(self, request: Request, cache_control: str) -> Response:
        """Return the file in the form that the client takes, or 304 when it has it already."""
        if self._packed is None:
            await run_in_threadpool(self._pack)
        small = accepts_gzip(request.headers.get("accept-encoding", ""))
        etag = f'"{self._digest}{"-gz" if small else ""}"'
        headers = {"etag": etag, "cache-control": cache_control, "vary": "Accept-Encoding"}
        if knows(request.headers.get("if-none-match", ""), etag):
            return Response(status_code=304, headers=headers)
        if small:
            headers["content-encoding"] = "gzip"
            return Response(self._packed, headers=headers, media_type=self.media_type)
        # Hardly anyone asks for the plain form: it is not kept in memory.
        return Response(await run_in_threadpool(self.path.read_bytes), headers=headers, media_type=self.media_type)

    def _pack(self) -> None:
        with self._lock:
            if self._packed is None:
                plain = self.path.read_bytes()
                self._digest = hashlib.sha256(plain).hexdigest()[:20]
                self._packed = gzip.compress(plain, 9, mtime=0)


def accepts_gzip(accept_encoding: str) -> bool:
    """Tell whether an Accept-Encoding header takes gzip."""
    return accepts("gzip", accept_encoding)


def accepts(coding: str, accept_encoding: str) -> bool:
    """Tell whether an Accept-Encoding header takes a coding: named, or by `*`, and not with a weight of 0."""
    weights: dict[str, float] = {}
    for each in accept_encoding.lower().split(","):
        name, _, parameter = each.strip().partition(";")
        try:
            weights[name.strip()] = float(parameter.strip().removeprefix("q=") or 1)
        except ValueError:
            weights[name.strip()] = 0.0
    return weights.get(coding, weights.get("*", 0.0)) > 0


def knows(if_none_match: str, etag: str) -> bool:
    """Tell whether an If-None-Match header names this version."""
    tags = {each.strip().removeprefix("W/") for each in if_none_match.split(",")}
    return etag in tags or "*" in tags


def _plotly() -> Path:
    """Return the chart bundle of the installed package, without importing that."""
    spec = importlib.util.find_spec("plotly")
    assert spec is not None and spec.origin is not None  # noqa: S101, PT018 pinned in requirements.txt
    return Path(spec.origin).parent / "package_data" / "plotly.min.js"


def routes() -> list[BaseRoute]:
    """Return the routes of both files; they go before the Mount of /assets."""
    shape = Packed(ROOT / "content" / "spine" / "geometry.json", "application/json")
    bundle = Packed(_plotly(), "text/javascript")

    async def geometry(request: Request) -> Response:
        return await shape.answer(request, _CHECK_AGAIN)

    async def plotly(request: Request) -> Response:
        # Kept for good only under the address that names this version.
        this_one = request.query_params.get("v") == PLOTLY_VERSION
        return await bundle.answer(request, _FOR_GOOD if this_one else _CHECK_AGAIN)

    return [Route(GEOMETRY_URL, geometry), Route("/assets/plotly.js", plotly)]
