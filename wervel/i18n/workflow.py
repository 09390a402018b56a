"""The translators' round trip: extract messages into the template, update the catalogues, check them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import PoFileError, read_po, write_po

from wervel import ROOT
from wervel.content import ContentError
from wervel.i18n.catalogue import fits, po_file, read_catalogue
from wervel.i18n.extract import is_safety
from wervel.i18n.provenance import awaiting, provenance
from wervel.i18n.registry import registry

TEMPLATE = ROOT / "locales" / "messages.pot"

_METHODS = [
    ("content/**.yaml", "wervel.i18n.extract:extract_content"),
    ("app.py", "python"),
    ("pages/**.py", "python"),
    ("wervel/**.py", "python"),
    ("wervel/**.html", "jinja2.ext:babel_extract"),
]
_KEYWORDS = {"gettext": None, "_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
#: A fixed day: a template that only differs in its date makes noise in every change.
_BORN = datetime(2026, 11, 22, tzinfo=UTC)


def extract() -> Catalog:
    """Return the template: every message of code, templates and content."""
    template = Catalog(
        project="Wervel",
        version="1",
        copyright_holder="the Wervel authors (CC BY-SA 4.0)",
        msgid_bugs_address="see CONTRIBUTING.md",
        last_translator="see TRANSLATING.md",
        language_team="see TRANSLATING.md",
        creation_date=_BORN,
        revision_date=_BORN,
        charset="utf-8",
    )
    template.header_comment = "# Messages of Wervel. See TRANSLATING.md."
    found = extract_from_dir(
        str(ROOT),
        _METHODS,
        keywords=_KEYWORDS,
        comment_tags=("i18n:",),
        strip_comment_tags=True,
        directory_filter=_source_folder,
    )
    for file, _line, message, comments, context in found:
        if message:
            template.add(message, None, [(file, 0)], auto_comments=comments, context=context)
    return template


def template_text() -> bytes:
    """Return the template as it must stand in `locales/messages.pot`."""
    return _written(extract())


def update() -> None:
    """Write the template, and bring every catalogue of the registry up to date with it, keeping what is translated."""
    TEMPLATE.write_bytes(template_text())
    for language in registry().languages:
        if language.code != "en":
            _update(language.code)


def _update(code: str) -> None:
    path = po_file(code)
    locale = code.replace("-", "_")
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=locale)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue = Catalog(locale=locale, project="Wervel", charset="utf-8", creation_date=_BORN, revision_date=_BORN)
    # A guess by likeness is dangerous in health text: what changed is translated anew.
    catalogue.update(extract(), no_fuzzy_matching=True)
    catalogue.fuzzy = False
    catalogue.header_comment = f"# Wervel in the language {code}. See TRANSLATING.md."
    catalogue.creation_date = catalogue.revision_date = _BORN
    catalogue.last_translator = catalogue.language_team = "see TRANSLATING.md"
    catalogue.project, catalogue.version, catalogue.msgid_bugs_address = "Wervel", "1", "see CONTRIBUTING.md"
    path.write_bytes(_written(catalogue))


def problems() -> Iterator[str]:
    """Yield one line for each thing that is wrong with the template or with a catalogue of the registry."""
    if not TEMPLATE.exists() or TEMPLATE.read_bytes() != template_text():
        yield "locales/messages.pot is not what the source says: run `make i18n`"
    template = extract()
    for language in registry().languages:
        if language.code != "en":
            yield from _catalogue_problems(language.code, template, shipped=language.state == "shipped")
    try:
        provenance()
    except ContentError as error:
        yield str(error)


def notes() -> Iterator[str]:
    """Yield one line for each language with safety texts that are no longer the ones that were read.

    No problem of a catalogue: those texts count as drafted, which is true. A red check would tempt to stamp unread.
    """
    for language in registry().languages:
        found = awaiting(language.code)
        if found:
            named = ", ".join(found[:5]) + (f" and {len(found) - 5} more" if len(found) > 5 else "")
            yield (
                f"{language.code}: {len(found)} safety texts are not the ones that were read and count as drafted:"
                f" {named}. Read them back, then run `python -m wervel.i18n provenance --stamp {language.code}`"
            )


def _catalogue_problems(code: str, template: Catalog, *, shipped: bool) -> Iterator[str]:
    name = po_file(code).relative_to(ROOT)
    try:
        catalogue = read_catalogue(code)
    except (OSError, ValueError, PoFileError) as error:
        yield f"{name}: cannot be read: {error}"
        return
    for source in template:
        if not source.id:
            continue
        message = catalogue.get(source.id, source.context)
        where = f"{name}: {source.context or ''} {source.id!r}"
        if message is None:
            yield f"{where}: not in the catalogue, run `make i18n`"
        elif not is_complete(message):
            if shipped:
                yield f"{where}: {'SAFETY TEXT ' if is_safety(source.context) else ''}not translated"
        elif message.fuzzy:
            yield f"{where}: marked fuzzy"
        elif not fits(message):
            yield f"{where}: the placeholders do not fit the source"


def is_complete(message: Message) -> bool:
    strings = (message.string,) if isinstance(message.string, str) else message.string
    return bool(strings) and all(form.strip() for form in strings or ())


def _source_folder(path: str) -> bool:
    relative = Path(path).relative_to(ROOT) if Path(path).is_absolute() else Path(path)
    return not relative.parts or relative.parts[0] in {"content", "pages", "wervel"}


def _written(catalogue: Catalog) -> bytes:
    written = io.BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    return written.getvalue()
