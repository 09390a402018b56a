"""What the first visitor would wait for, made ready in a thread of its own once the server stands."""

from __future__ import annotations

import threading

from starlette.requests import Request

from wervel.content import content
from wervel.i18n import default_code
from wervel.web import assets, pages, styles
from wervel.web.packed import PACKED
from wervel.web.streamlit_internals import chunks, first_chunks
from wervel.web.visit import visit_of


def aside() -> None:
    """Start it; errors there are errors of the first request, and told there."""
    threading.Thread(target=_ready, name="warm", daemon=True).start()


def _ready() -> None:
    for path in ("/", "/assessment"):
        query = f"lang={default_code()}".encode()
        pages.index(visit_of(Request({"type": "http", "path": path, "headers": [], "query_string": query})))
    for address in needed():
        file = assets.find_static(address) if address.startswith("/static/") else assets.find(address)
        if file is not None:
            PACKED.later(file.digest, file.plain)


def needed() -> list[str]:
    """Return the addresses of the files that the pages load, those that each visit needs first."""
    elements = sorted({element for page in content().pages.pages for element in pages.elements(page.id)})
    ours = [styles.ADDRESS, "/assets/shell.js", "/assets/first_paint.js"]
    last = [*assets.modules(), *chunks("PlotlyChart"), assets.GEOMETRY, assets.PLOTLY]
    return list(dict.fromkeys([*first_chunks(), *ours, *(c for e in elements for c in chunks(e)), *last]))
