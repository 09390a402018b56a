"""What the diary's form and list need of Python: their words, as plain data. For the Streamlit page and without it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from wervel.content import Text, content
from wervel.content.models import Model
from wervel.i18n import Translator
from wervel.web.render import drawing


@lru_cache(maxsize=64)
def spoken(words: Translator) -> dict[str, Any]:
    """Return what both elements need, in the reader's language: words, lang, dir, zones, svg. Plain data for JSON.

    Made once for a language: to read, not to change.
    """
    book, questions, t = content().diary, content().questions, words.text
    zones = [{"id": zone.id, "label": t(zone.label)} for zone in questions.zones]
    return {
        "words": {
            "page": {"loading": t(book.page.loading)},
            "form": all_of(book.form, words),
            "told": all_of(book.told, words),
            "list": all_of(book.list, words),
            "kinds": {kind.id: t(kind.label) for kind in book.kinds},
            "zones": {zone["id"]: zone["label"] for zone in zones},
            "colon": words.colon,
            "demo": t(content().story.demo.no_saving),
            "ends": {"low": t(questions.pain.low), "high": t(questions.pain.high)},
            "where": {name: t(getattr(questions.where, name)) for name in ("title", "help", "picture")},
        },
        "lang": words.code,
        "locale": words.language.locale.replace("_", "-"),  # whose days the browser writes: British for English
        "dir": words.dir,
        "zones": zones,
        "svg": str(drawing("body-back")),
    }


def all_of(book: Model, words: Translator) -> dict[str, str]:
    """Return the texts of a model by name, in the reader's language."""
    values = {name: getattr(book, name) for name in type(book).model_fields}
    return {name: words.text(value) for name, value in values.items() if isinstance(value, Text)}
