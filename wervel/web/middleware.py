"""Around every request: limits, security headers, the page that Streamlit lives in, and closed doors."""

from __future__ import annotations

import os

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wervel.web import assets, kept, kiosk, pages, pwa
from wervel.web.headers import KEPT_BY_DEFAULT, MOST_ADDRESS, MOST_BODY, MOST_HEADERS, security_headers
from wervel.web.streamlit_internals import CLOSED_PATHS, HOST_CONFIG_PATH, host_config
from wervel.web.visit import visit_of

#: Everything that is served besides the pages; any other path leads to the start.
OURS = ("/emergency", "/healthz", "/read", *kept.PATHS, *kiosk.PATHS, *pwa.PATHS)
SERVED = ("/read/", "/assets/", "/_stcore/", "/media/", "/component/")


#: What stands when our own pages cannot be made: no words, so that it fits every language. The way to help, and back.
_BROKEN = (
    '<!doctype html><meta name="viewport" content="width=device-width"><title>Wervel</title>'
    '<p style="font:1.5rem sans-serif"><a href="tel:112">112</a></p>'
    '<p style="font:1.5rem sans-serif"><a href="/">Wervel</a></p>'
)


class SecurityHeaders:
    """Puts the headers of `headers.py` on every response; a page may run the map of our modules besides.

    An error that nothing caught is answered here too: what Starlette says outside of us would come without them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = security_headers(os.environ)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        begun = False

        async def with_headers(message: Message) -> None:
            nonlocal begun
            begun = True
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                page = headers.get("content-type", "").startswith("text/html")
                ours = security_headers(os.environ, script=assets.import_map_hash()) if page else self.headers
                headers.update(ours)
                headers.setdefault("cache-control", KEPT_BY_DEFAULT)
            await send(message)

        try:
            await self.app(scope, receive, with_headers)
        except Exception:
            if not begun:
                await HTMLResponse(_BROKEN, status_code=500)(scope, receive, with_headers)
            raise  # for the log


class _TooLargeError(Exception):
    """The body of a request is larger than any of ours."""


class Limits:
    """Refuses what is larger than anything the app asks for: 414 address, 431 headers, 413 body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        refusal = _refusal(scope)
        if scope["type"] == "websocket":
            if refusal:
                await send({"type": "websocket.close", "code": 1009})
            else:
                await self.app(scope, receive, send)
            return
        taken, begun = 0, False

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > MOST_BODY:
                raise _TooLargeError
            return message

        async def noticed(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            if not refusal:
                await self.app(scope, counted, noticed)
                return
        except _TooLargeError:
            refusal = (413, "Content Too Large")
        if not begun:
            status, reason = refusal
            await PlainTextResponse(reason, status_code=status, headers={"connection": "close"})(scope, receive, send)


def _refusal(scope: Scope) -> tuple[int, str] | None:
    """Return status and reason when a request is too large before its body is read."""
    if len(scope.get("raw_path") or scope["path"].encode()) + len(scope["query_string"]) > MOST_ADDRESS:
        return 414, "URI Too Long"
    if sum(len(name) + len(value) for name, value in scope["headers"]) > MOST_HEADERS:
        return 431, "Request Header Fields Too Large"
    length = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    if not (length.isdigit() and len(length) < 10 and int(length) <= MOST_BODY):
        return 413, "Content Too Large"
    return None


class Doors:
    """Answers page navigations with our own page and files from our own door; what must not be served is a 404."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        reads = scope["method"] in {"GET", "HEAD"}
        if path.startswith(CLOSED_PATHS):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, send)
        elif path == "/static" or path.startswith("/static/"):
            await (await assets.static(Request(scope)))(scope, receive, send)
        elif path == HOST_CONFIG_PATH:
            await _Rewritten(self.app)(scope, receive, send)
        elif reads and pages.is_page(path):
            await (await pages.page(Request(scope)))(scope, receive, send)
        elif reads and path not in OURS and not path.startswith(SERVED):
            # Streamlit would answer with its own page, in English.
            await RedirectResponse(visit_of(Request(scope)).url("home"), status_code=303)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


class _Rewritten:
    """Passes Streamlit's host configuration on, changed by `host_config`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        start: Message = {}
        body = b""

        async def changed(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                if start["status"] == 200:
                    body = host_config(body)
                    MutableHeaders(scope=start)["content-length"] = str(len(body))
                await send(start)
                await send({"type": "http.response.body", "body": body})

        # Without gzip: the body is read here.
        headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self.app({**scope, "headers": headers}, receive, changed)
