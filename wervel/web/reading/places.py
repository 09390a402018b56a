"""Where the reading edition stands: the address of each of its pages, and of each place on them."""

from __future__ import annotations

from wervel.content import content

FOLDER = "/read"


#: Without answers there is no story to read.
LIVE_ONLY = ("story",)


def pages() -> tuple[str, ...]:
    """Return the ids of the pages that the reading edition has: all of the app's that tell something by themselves."""
    return tuple(page.id for page in content().pages.pages if page.id not in LIVE_ONLY)


def read_url(language: str, page: str, anchor: str = "") -> str:
    """Return the address of a page of the reading edition, of a place on it with `anchor`, e.g. `card_hernia`.

    A page that it does not have leads to its start.
    """
    return f"{FOLDER}/{language}/{page if page in pages() else 'home'}" + (f"#{anchor}" if anchor else "")
