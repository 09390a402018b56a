"""Our stylesheets: one stands in the page itself and is there for the first paint, the others travel as one file."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

from wervel import ROOT

ADDRESS = "/assets/app.css"
#: Stands in the page: without it there is nothing to see.
FIRST = ("wervel", "first")
#: The order of the rest, which follows once the first paint is there. A new sheet gets its name here.
REST = (
    "explain",
    "spine",
    "diary",
    "insight",
    "own",
    "prevention",
    "exercises",
    "pwa",
    "story",
    "kiosk",
    "understood",
    "aloud",
    "sides",
)

_FOLDER = ROOT / "wervel" / "web" / "static"
_PICTURES = ROOT / "content" / "illustrations"
_PICTURE = re.compile(r"url\(/assets/illustrations/([\w-]+\.svg)\)")
_SMALL = 2048  # bytes: an icon costs less inside the sheet than as a request of its own


def joined(names: tuple[str, ...], asset: Callable[[str], str]) -> str:
    """Return sheets as one; `asset` gives the address under which a browser keeps a picture for good."""
    changed = tuple((_FOLDER / f"{name}.css").stat().st_mtime_ns for name in names)
    return _joined(names, asset, changed)


@lru_cache(maxsize=8)
def _joined(names: tuple[str, ...], asset: Callable[[str], str], changed: tuple[int, ...]) -> str:
    del changed  # a sheet under work is read again
    sheets = "\n".join((_FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in names)
    plain = re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/", "", sheets, flags=re.S)).strip()
    return _PICTURE.sub(lambda found: _picture(found[1], asset), plain)


def _picture(name: str, asset: Callable[[str], str]) -> str:
    drawing = (_PICTURES / name).read_text(encoding="utf-8")
    if len(drawing) > _SMALL:
        return f"url({asset(f'/assets/illustrations/{name}')})"
    # What may stand as it is between double quotes; "<" may not, so the style cannot end inside a page.
    return f'url("data:image/svg+xml,{quote(" ".join(drawing.split()), safe=" =/:;,.()-+*!@$?&[]")}")'
