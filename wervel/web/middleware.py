"""Around every request: the page that Streamlit lives in, security headers, and closed doors."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wervel.web import kept, kiosk, pages
from wervel.web.streamlit_internals import CLOSED_PATHS, HOST_CONFIG_PATH, STATIC, host_config
from wervel.web.visit import visit_of

CONTENT_SECURITY_POLICY = {
    "default-src": "'self'",
    "script-src": "'self' blob:",  # blob: is how Streamlit loads a component's module
    "style-src": "'self' 'unsafe-inline'",  # Streamlit styles by script
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "frame-ancestors": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "object-src": "'none'",
}

HEADERS = {
    "content-security-policy": "; ".join(f"{name} {value}" for name, value in CONTENT_SECURITY_POLICY.items()),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


#: Everything that is served besides the pages; any other path leads to the start.
OURS = ("/emergency", "/healthz", *kept.PATHS, *kiosk.PATHS)
SERVED = ("/assets/", "/static/", "/_stcore/", "/media/", "/component/")


class SecurityHeaders:
    """Puts the headers above on every response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, with_headers)


class Doors:
    """Answers page navigations with our own page, and what must not be served with 404."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        if path.startswith(CLOSED_PATHS) or _is_missing_asset(path):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, send)
        elif path == HOST_CONFIG_PATH:
            await _Rewritten(self.app)(scope, receive, send)
        elif scope["method"] in {"GET", "HEAD"} and pages.is_page(path):
            await pages.page(Request(scope))(scope, receive, send)
        elif scope["method"] in {"GET", "HEAD"} and path not in OURS and not path.startswith(SERVED):
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


def _is_missing_asset(path: str) -> bool:
    """Streamlit answers a missing hashed file with its index.html and 200: caches would keep HTML as a script."""
    if not path.startswith("/static/"):
        return False
    try:
        file = (STATIC / path.lstrip("/")).resolve()
        return not (file.is_relative_to(STATIC.resolve()) and file.is_file())
    except (OSError, ValueError):  # a name that no file can have: too long, or with a null byte
        return True
