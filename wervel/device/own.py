""" "Your data" in the browser: copies, putting them back, erasing, and how well the browser keeps what is here.

All of it runs in `static/own.js` and `static/own_notice.js`; of the data nothing comes to the server.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import streamlit as st
from babel.numbers import get_decimal_symbol
from pydantic import BaseModel

from wervel.content import Text, content
from wervel.device.module import module
from wervel.i18n import Translator

_own = st.components.v2.component("wervel_own", js=module("own"), isolate_styles=False)
_notice = st.components.v2.component("wervel_own_notice", js=module("own_notice"), isolate_styles=False)


def own_data(words: Translator, *, on_changed: Callable[[], None] | None = None, key: str = "own") -> None:
    """Mount "your data": save a copy or a table, put a copy back, move to a new phone, erase everything.

    words: the reader's language; its decimal mark decides how the table is written. on_changed: called after a copy was
    put back; the component's `changed` then says how many parts it brought, a number. Erasing and a copy that brings
    answers to the check back load the page anew, so that no session goes on with what it had in memory.
    """
    _own(
        key=key,
        data={
            "words": _said(words),
            "lang": words.code,
            "decimal": get_decimal_symbol(words.locale),
            "zones": {zone.id: words.text(zone.label) for zone in content().questions.zones},
        },
        on_changed_change=on_changed or (lambda: None),
    )


def own_notice(words: Translator, *, on_restore: Callable[[], None] | None = None, key: str = "own_notice") -> None:
    """Mount what must be known before anything is entered: that the browser has deleted the diary, or soon may.

    on_restore: called when the person wants to put a copy back while "your data" is not on the page: show it then, and
    it opens at the right place. What `own_data` did before it loaded the page anew is told here as well.

    It also follows the diary: asks the browser for persistent storage after the first saved entry, and notes the day in
    a cookie. Leave it out on a shared device. Nothing is seen where there is nothing to say.
    """
    _notice(
        key=key,
        data={"words": _said(words), "lang": words.code},
        on_restore_change=on_restore or (lambda: None),
    )


@lru_cache(maxsize=64)
def _said(words: Translator) -> Any:
    return _spoken(content().own, words)


def _spoken(value: object, words: Translator) -> Any:
    """Return content as plain data in the reader's language; a list of items with an id becomes a table of labels."""
    if isinstance(value, Text):
        return words.text(value)
    if isinstance(value, BaseModel):
        return {name: _spoken(getattr(value, name), words) for name in type(value).model_fields}
    if isinstance(value, tuple):
        return (
            {each.id: words.text(each.label) for each in value}
            if hasattr(value[0], "id")
            else [_spoken(each, words) for each in value]
        )
    return value
