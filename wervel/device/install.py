"""The card that tells how Wervel comes to the home screen: `static/install.js`."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

import streamlit as st

from wervel.content import content
from wervel.device.module import module
from wervel.i18n import Translator
from wervel.web.diary_words import all_of
from wervel.web.render import drawing

_install = st.components.v2.component("wervel_install", js=module("install"), isolate_styles=False)


def install_card(words: Translator, *, place: Literal["home", "about"]) -> None:
    """Mount the card, which shows itself only where there is something to say; leave it out on a shared device.

    place: on "about" it always tells the way of this browser; on "home" it waits until the app was used, says only what
    can be done here, and can be put away for good.
    """
    with st.container(key="install"):
        _install(key=f"install_{place}", data=_said(words) | {"place": place})


@lru_cache(maxsize=64)
def _said(words: Translator) -> dict[str, Any]:
    book = content().pwa.install
    said = all_of(book, words) | {"apple_steps": [words.text(step) for step in book.apple_steps]}
    svg = {name: str(drawing(f"install-{name}")) for name in ("share", "add")}
    return {"words": said, "svg": svg, "lang": words.code, "dir": words.dir}
