"""Where the reading edition stands: the address of each of its pages, and of each place on them."""

from __future__ import annotations

from wervel.content import content

FOLDER = "/read"


def pages() -> tuple[str, ...]:
    """Return the ids of the pages that the reading edition has: all of the app's."""
    return tuple(page.id for page in content().pages.pages)


def read_url(language: str, page: str, anchor: str = "") -> str:
    """Return the address of a page of the reading edition, of a place on it with `anchor`, e.g. `card_hernia`."""
    return f"{FOLDER}/{language}/{page}" + (f"#{anchor}" if anchor else "")
