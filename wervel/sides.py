"""A text in two languages side by side, sentence by sentence: as HTML, for the device, and as a label of Streamlit.

Pure. Where there is no second reader, each of them gives what one language alone would show.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from markupsafe import Markup, escape

from wervel.content.text import Text
from wervel.i18n import Translator
from wervel.i18n.sentences import pairs

#: What fills a placeholder: numbers, days and texts are said by each reader in the own language.
Value = str | int | float | date | Text

# The device fills placeholders and then splits: `static/sides.js` knows the same four marks. No text holds them.
OPEN, BETWEEN, NEXT, CLOSE = "\x02", "\x1f", "\x1e", "\x03"


def say(reader: Translator, text: Text, **values: Value) -> str:
    """Return a text in a reader's language, its placeholders filled as that language writes them."""
    return reader.text(text, **{name: _written(reader, value) for name, value in values.items()})


def _written(reader: Translator, value: Value) -> str:
    if isinstance(value, Text):
        return reader.text(value)
    if isinstance(value, date):
        return reader.day(value)
    return value if isinstance(value, str) else reader.number(value)


def html(first: Translator, second: Translator | None, text: Text, **values: Value) -> str:
    """Return the text for the content of an element: a pair for each sentence, or plain text (to be escaped)."""
    one = say(first, text, **values)
    if second is None:
        return one
    return Markup(" ").join(
        _pair(first, second, escape(left), escape(right))
        for left, right in pairs(one, say(second, text, **values), first.code, second.code)
    )


def block(first: Translator, second: Translator | None, written: Callable[[Translator], Markup]) -> Markup:
    """Return what `written` makes for each reader as one pair: for lines that are put together from several texts."""
    one = written(first)
    return one if second is None else _pair(first, second, one, written(second))


def _pair(first: Translator, second: Translator, left: Markup, right: Markup) -> Markup:
    return Markup(
        '<span class="pair"><span class="first" lang="{}" dir="{}">{}</span>'
        ' <span class="second" lang="{}" dir="{}">{}</span></span>'
    ).format(first.code, first.dir, left, second.code, second.dir, right)


def wire(first: Translator, second: Translator | None, text: Text, **values: Value) -> str:
    """Return the text for a module of the device, which may still fill in `{placeholders}`: both languages in one."""
    one = say(first, text, **values)
    if second is None:
        return one
    found = pairs(one, say(second, text, **values), first.code, second.code)
    return OPEN + NEXT.join(left + BETWEEN + right for left, right in found) + CLOSE


def label(first: Translator, second: Translator | None, text: Text, **values: Value) -> str:
    """Return the text as Markdown for the label of a widget; with two languages each gets a span of its own."""
    one = markdown(say(first, text, **values))
    if second is None:
        return one
    return f":small[{one}] :small[{markdown(say(second, text, **values))}]"


def line(first: Translator, second: Translator | None, text: Text, **values: Value) -> str:
    """Return the text as one plain line, for what can show nothing else (the options of a list)."""
    one = say(first, text, **values)
    return one if second is None else f"{one} · {say(second, text, **values)}"


def markdown(text: str) -> str:
    """Return plain text for a label that Streamlit reads as Markdown."""
    return re.sub(r"([\\`*_\[\]{}<>#~$:|])", r"\\\1", text)
