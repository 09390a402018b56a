"""A catalogue of a few words, and a translator that speaks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from babel.messages.catalog import Catalog

from wervel.i18n import Translator, registry
from wervel.i18n.catalogue import compile_catalogue

Words = Mapping[str | tuple[str, str], str | tuple[str, ...]]
Invent = Callable[[str, Words], Translator]


@pytest.fixture
def invent() -> Invent:
    """Return a function: a language of ours with an invented catalogue."""

    def make(code: str, words: Words) -> Translator:
        catalogue = Catalog(locale=code)
        for source, translation in words.items():
            catalogue.add(source, translation)
        made = Translator(next(language for language in registry().languages if language.code == code))
        made._catalogue = compile_catalogue(catalogue)
        return made

    return make
