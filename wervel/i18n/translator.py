"""One reader's language: messages, numbers, dates and lists. Bound to an object, never to the process."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from wervel.content.page_models import Language
from wervel.content.text import Text
from wervel.i18n.catalogue import translations
from wervel.i18n.registry import PSEUDO, default_code, registry

Value = str | int | float


class Translator:
    """Texts, numbers and dates in one language; two of them live side by side without touching each other."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.locale = Locale.parse(language.locale)
        self._catalogue = translations(language.code)

    @property
    def code(self) -> str:
        """The language's BCP 47 code, for `lang=`."""
        return self.language.code

    @property
    def dir(self) -> Literal["ltr", "rtl"]:
        """The direction of the script, for `dir=`."""
        return self.language.dir

    @property
    def colon(self) -> str:
        """The colon after a label, as the language sets it."""
        return self.language.colon

    def gettext(self, message: str, **values: Value) -> str:
        """Translate a message of the code, then fill in its `{name}` placeholders."""
        return self._fill(self._catalogue.gettext(message), values)

    def ngettext(self, singular: str, plural: str, n: int, **values: Value) -> str:
        """Translate by number; `{n}` is the number as the language writes it."""
        return self._fill(self._catalogue.ngettext(singular, plural, n), {"n": self.number(n), **values})

    def text(self, text: Text, **values: Value) -> str:
        """Translate a text of `content/` by its content id, then fill in its placeholders."""
        return self._fill(self._catalogue.pgettext(text.context, str(text)), values)

    def has(self, text: Text) -> bool:
        """Tell whether the text stands in this language (it always does in the source language)."""
        if self.code == "en" or self.code in PSEUDO:
            return True
        known = getattr(self._catalogue, "_catalog", {})
        return f"{text.context}\x04{text}" in known

    def number(self, value: float) -> str:
        """Write a number with the language's separators and Latin digits."""
        return format_decimal(value, locale=self.locale)

    def percent(self, share: float) -> str:
        """Write a share (0..1) as whole per cent."""
        return format_percent(share, locale=self.locale)

    def day(self, value: date) -> str:
        """Write a date in the language's middle form."""
        return format_date(value, format="long", locale=self.locale)

    def list(self, items: Sequence[str]) -> str:
        """Join items as the language does ("a, b and c")."""
        return format_list(list(items), locale=self.locale)

    def country(self, code: str) -> str:
        """Return the name of a country (ISO 3166-1 alpha-2), the code itself when CLDR has none."""
        return str(self.locale.territories.get(code, code))

    def _fill(self, message: str, values: dict[str, Value]) -> str:
        if not values:
            return message
        isolate = "\u2068{}\u2069" if self.dir == "rtl" else "{}"  # a Latin name or number keeps its own direction
        return message.format(**{name: isolate.format(value) for name, value in values.items()})


@lru_cache(maxsize=64)
def translator(code: str) -> Translator:
    """Return the translator of a language of the registry, or of a pseudo-locale; else of the default language."""
    known = {each.code: each for each in registry().languages} | PSEUDO
    return Translator(known.get(code) or known[default_code()])
