"""Catalogues: the `.po` files are the only artefact; each is read and compiled in memory once per process."""

from __future__ import annotations

import gettext
import io
from functools import lru_cache
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from wervel import ROOT
from wervel.i18n.pseudo import PseudoTranslations
from wervel.i18n.registry import PSEUDO


def po_file(code: str, folder: Path = ROOT / "locales") -> Path:
    """Return the path of a language's catalogue."""
    return folder / code / "LC_MESSAGES" / "messages.po"


def read_catalogue(code: str, folder: Path = ROOT / "locales") -> Catalog:
    """Return the parsed catalogue of a language; raises OSError or PoFileError when it cannot be read."""
    with po_file(code, folder).open("rb") as file:
        # Babel knows the plural rules by its own locale names: zh_Hans for zh-Hans.
        return read_po(file, locale=code.replace("-", "_"), abort_invalid=True)


def placeholders(message: str) -> list[str]:
    """Return the `{name}` placeholders of a message, sorted, as `str.format` sees them; a stray brace counts as one."""
    try:
        parts = list(Formatter().parse(message))
    except ValueError:
        return ["{"]
    return sorted(
        f"{{{name}{f'!{kind}' if kind else ''}{f':{form}' if form else ''}}}"
        for _, name, form, kind in parts
        if name is not None
    )


def fits(message: Message) -> bool:
    """Tell whether every translated form has the placeholders of the source.

    A plural form may leave the number out ("one day", Arabic dual), but must not invent a placeholder.
    """
    if not isinstance(message.id, str):
        allowed = set(placeholders(message.id[-1]))
        return all(set(placeholders(form)) <= allowed for form in message.string or () if form)
    return placeholders(message.id) == placeholders(str(message.string))


@lru_cache(maxsize=64)
def translations(code: str) -> gettext.NullTranslations:
    """Return the compiled catalogue of a language; the source language has none.

    A translation whose placeholders do not fit is left out, so that the source stands in its place: a translator
    cannot break a page. The tests fail on it.
    """
    if code in PSEUDO:
        return PseudoTranslations(mirrored=PSEUDO[code].dir == "rtl")
    if code == "en":
        return gettext.NullTranslations()
    return compile_catalogue(read_catalogue(code))


def compile_catalogue(catalogue: Catalog) -> gettext.GNUTranslations:
    """Return what gettext needs, without fuzzy messages and without those that do not fit."""
    for message in [each for each in catalogue if each.id and each.string and not fits(each)]:
        catalogue.delete(message.id, message.context)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
