"""Every file that we serve, ours and Streamlit's, goes through this door: found, compressed, told how long to keep.

An address with `?v=` and the file's digest is kept for good; without it the browser asks again each time (304 when
nothing changed). Streamlit's files carry a digest in their name and are kept for good as they are.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import mimetypes
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from wervel import ROOT
from wervel.web import styles
from wervel.web.negotiation import IDENTITY, choose, knows
from wervel.web.packed import ENCODINGS, PACKED, digest_of, quick
from wervel.web.streamlit_internals import STATIC

CHECK_AGAIN = "no-cache"
FOR_GOOD = "public, max-age=31536000, immutable"
NOT_KEPT = "no-store"

MODULES = "/assets/device/"
#: Two large files, loaded only where the spine is turned.
GEOMETRY, PLOTLY = "/assets/spine/geometry.json", "/assets/plotly.js"
#: Folders by address, the longer one first.
_FOLDERS = {
    "/assets/illustrations/": ROOT / "content" / "illustrations",
    MODULES: ROOT / "wervel" / "device" / "static",
    "/assets/": ROOT / "wervel" / "web" / "static",
}
#: Pictures and fonts are compressed already.
_COMPRESSED = re.compile(r"image/(?!svg|x-icon)|font/|audio/|video/|application/(zip|gzip)")
_KINDS = {".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


@dataclass(frozen=True)
class File:
    """One version of a file: its digest, its kind, and how to read it."""

    digest: str
    media_type: str
    plain: Callable[[], bytes]
    size: int


def made(content: bytes, media_type: str) -> File:
    """Return a file that stands in memory."""
    return File(digest_of(content), media_type, lambda: content, len(content))


def file_at(path: Path) -> File | None:
    """Return the file at a path as it is now, or None when there is none."""
    try:
        state = path.stat()
        return _read(path, state.st_mtime_ns, state.st_size) if path.is_file() else None
    except (OSError, ValueError):  # a name that no file can have: too long, or with a null byte
        return None


@lru_cache(maxsize=1024)
def _read(path: Path, changed: int, size: int) -> File:
    del changed  # another time, another version
    kind = _KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return File(digest_of(path.read_bytes()), kind, path.read_bytes, size)


def find(address: str) -> File | None:
    """Return the file of ours that stands under an address (without query), or None."""
    if address == styles.ADDRESS:
        return _styles()
    if address == PLOTLY:
        return file_at(_plotly())
    if address == GEOMETRY:
        return file_at(ROOT / "content" / "spine" / "geometry.json")
    for start, folder in _FOLDERS.items():
        if address.startswith(start):
            return _inside(folder, address.removeprefix(start))
    return None


def find_static(address: str) -> File | None:
    """Return Streamlit's file under an address below /static/, or None."""
    return _inside(STATIC / "static", address.removeprefix("/static/"))


def _inside(folder: Path, name: str) -> File | None:
    """Return a file below a folder; a name that leads out of it, or to a hidden file, is none."""
    parts = name.split("/")
    if any(part in {"", "."} or part.startswith(".") or "\\" in part or "\0" in part for part in parts):
        return None
    return file_at(folder.joinpath(*parts))


def asset(address: str) -> str:
    """Return the address of one of our files under which a browser keeps it for good; raises LookupError."""
    found = find(address)
    if found is None:
        raise LookupError(f"no file stands under {address}")
    return f"{address}?v={found.digest}"


def _styles() -> File:
    return made(styles.joined(styles.REST, asset).encode(), "text/css")


def first_style() -> str:
    """Return the style that stands in the page itself."""
    return styles.joined(styles.FIRST, asset)


@lru_cache(maxsize=1)
def _plotly() -> Path:
    """Return the chart bundle of the installed package, without importing that."""
    spec = importlib.util.find_spec("plotly")
    assert spec is not None and spec.origin is not None  # noqa: S101, PT018 pinned in requirements.txt
    return Path(spec.origin).parent / "package_data" / "plotly.min.js"


async def answer(request: Request, file: File | None, cache_control: str = CHECK_AGAIN) -> Response:
    """Answer a request for a file in the form that the browser takes: 200, 304 when it has it already, or 404.

    A wish for a part of a file (Range) is answered with all of it, as a server may.
    """
    if file is None:
        return PlainTextResponse("Not Found", status_code=404, headers={"cache-control": NOT_KEPT})
    packs = file.size > 200 and not _COMPRESSED.match(file.media_type)
    encoding = choose(request.headers.get("accept-encoding", ""), ENCODINGS) if packs else IDENTITY
    etag = f'W/"{file.digest}"'  # weak: the forms differ in bytes, not in what they hold
    headers = {"etag": etag, "cache-control": cache_control} | ({"vary": "Accept-Encoding"} if packs else {})
    if knows(request.headers.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    body = PACKED.in_memory(file.digest, encoding)
    if body is None:
        body = await run_in_threadpool(PACKED.form, file.digest, encoding, file.plain)
    if encoding != IDENTITY:
        headers["content-encoding"] = encoding
    headers["content-length"] = str(len(body))
    return Response(b"" if request.method == "HEAD" else body, headers=headers, media_type=file.media_type)


def kept_as(request: Request, file: File | None) -> str:
    """Return how long an answer is kept: for good under the address that names just this version."""
    return FOR_GOOD if file is not None and request.query_params.get("v") == file.digest else CHECK_AGAIN


async def page(request: Request, html: str, *, vary: str, cache_control: str = CHECK_AGAIN) -> Response:
    """Answer with a page: made for this visit, so it is compressed on the spot and asked for again each time."""
    encoding = choose(request.headers.get("accept-encoding", ""), ENCODINGS)
    body = html.encode() if encoding == IDENTITY else await run_in_threadpool(quick, encoding, html.encode())
    headers = {"cache-control": cache_control, "vary": f"Accept-Encoding, {vary}", "content-length": str(len(body))}
    if encoding != IDENTITY:
        headers["content-encoding"] = encoding
    return Response(b"" if request.method == "HEAD" else body, headers=headers, media_type="text/html")


async def static(request: Request) -> Response:
    """Answer for a file of Streamlit; what is missing is a 404, never Streamlit's own page."""
    if request.method not in {"GET", "HEAD"}:
        headers = {"allow": "GET, HEAD", "cache-control": NOT_KEPT}
        return PlainTextResponse("Method Not Allowed", status_code=405, headers=headers)
    return await answer(request, find_static(request.url.path), FOR_GOOD)


def routes() -> list[BaseRoute]:
    """Return the route of all our files; the more special ones go before it."""

    async def ours(request: Request) -> Response:
        file = find(request.url.path)
        return await answer(request, file, kept_as(request, file))

    return [Route("/assets/{path:path}", ours)]


def modules() -> list[str]:
    """Return the plain addresses of our modules."""
    return sorted(f"{MODULES}{path.name}" for path in _FOLDERS[MODULES].glob("*.js"))


_IMPORTS = re.compile(r'^(?:import|export)\b[^;]*?from "\./([\w-]+\.js)"', re.MULTILINE)


def module_tree(*names: str) -> tuple[str, ...]:
    """Return the versioned addresses of our modules `names` ("diary") and of all that they import, directly or not."""
    found: dict[str, None] = {}
    waiting = [f"{name}.js" for name in names]
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            waiting += _IMPORTS.findall((_FOLDERS[MODULES] / name).read_text(encoding="utf-8"))
    return tuple(asset(f"{MODULES}{name}") for name in found)


def import_map() -> str:
    """Return what tells a browser the versioned address of each of our modules, as JSON.

    Modules import each other by plain addresses; the map makes each of them one that is kept for good. A browser
    that does not know import maps takes the plain addresses, and asks again each time.
    """
    return json.dumps({"imports": {address: asset(address) for address in modules()}}, separators=(",", ":"))


def import_map_hash() -> str:
    """Return the source expression that lets our content security policy take the import map."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(import_map().encode()).digest()).decode()}'"
