"""What a page may not do: ask another origin, break the content security policy, or write an error to the console."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError, WebSocket

#: What browser and Streamlit write when nobody answers: allowed only while a test has taken server or network away.
AWAY = re.compile(
    r"net::ERR_|WebSocket|Health check|Network Error|/_stcore/|disconnected|not responding", re.IGNORECASE
)

_POLICY_BROKEN = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy broken: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});
"""


class Watch:
    """Collects what the pages of one browser context did wrong."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.origin = origin
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
        self._went_to(request.url)

    def _went_to(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != urlsplit(self.origin).netloc:
            self.faults.append(f"request to another origin: {url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        if self.away and AWAY.search(message.text):
            return
        self.faults.append(f"console error: {message.text} ({message.location.get('url', '')})")

    def _broke(self, error: WebError) -> None:
        self.faults.append(f"uncaught error: {error.error}")
