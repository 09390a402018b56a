"""What a page may not do: ask another origin, break the content security policy, or write an error to the console."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError, WebSocket

#: Errors that the browser itself writes when nobody answers: only while a test has taken the server or the network away.
AWAY = re.compile(
    r"net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INTERNET_DISCONNECTED|NETWORK_CHANGED)"
)
#: The same from Streamlit's own connection code, which logs before it tries again.
AWAY_STREAMLIT = re.compile(r"WebSocket|Health check|ERR_|Network Error|/_stcore/|disconnected", re.IGNORECASE)
#: long.js inside Streamlit's protobuf tries WebAssembly, which our policy forbids, and then goes on without it.
HARMLESS = re.compile(r"policy broken: script-src wasm-eval \S+/static/js/protobuf\.")

_POLICY_BROKEN = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy broken: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});
"""


class Watch:
    """Collects what the pages of one browser context did wrong."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.origin = origin
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.away = False
        context.add_init_script(_POLICY_BROKEN)
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", self._broke)
        context.on("page", self._opened)

    def expect_away(self) -> None:
        """From here on the server or the network is away for a while: the browser may say so."""
        self.away = True

    def check(self) -> None:
        """Raise AssertionError when something was wrong."""
        assert not self.faults, "\n".join(self.faults)

    def _opened(self, page: Page) -> None:
        page.on("websocket", self._socket)

    def _socket(self, socket: WebSocket) -> None:
        self._went_to(socket.url)

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        self._went_to(request.url)

    def _went_to(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != urlsplit(self.origin).netloc:
            self.faults.append(f"request to another origin: {url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        where = message.location.get("url", "")
        if self.away and (AWAY.search(message.text) or AWAY_STREAMLIT.search(message.text)):
            return
        if HARMLESS.search(message.text):
            return
        self.faults.append(f"console error: {message.text} ({where})")

    def _broke(self, error: WebError) -> None:
        self.faults.append(f"uncaught error: {error.error}")
