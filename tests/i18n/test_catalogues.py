"""The catalogues as they ship, and what happens when a translator makes a mistake."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from wervel import ROOT
from wervel.i18n import registry, workflow
from wervel.i18n.catalogue import compile_catalogue, placeholders, po_file, read_catalogue
from wervel.i18n.extract import is_safety

from .conftest import Invent

TRANSLATED = [language.code for language in registry().languages if language.code != "en"]
SHIPPED = [language.code for language in registry().languages if language.state == "shipped" and language.code != "en"]
TITLE = ("levels.levels.E0.title", "Call {number} now")


@pytest.fixture(scope="module")
def template() -> Catalog:
    return workflow.extract()


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: Catalog) -> Path:
    """Catalogues of our own to spoil; the checks look at these."""
    folder = tmp_path / "locales"
    shutil.copytree(ROOT / "locales", folder)
    monkeypatch.setattr(workflow, "read_catalogue", lambda code: read_catalogue(code, folder))
    monkeypatch.setattr(workflow, "extract", lambda: template)
    return folder


def spoil(folder: Path, code: str, context: str, source: str, translation: str, *, fuzzy: bool = False) -> None:
    catalogue = read_catalogue(code, folder)
    message = catalogue.get(source, context)
    assert message is not None
    message.string = translation
    if fuzzy:
        message.flags.add("fuzzy")
    written = io.BytesIO()
    write_po(written, catalogue)
    po_file(code, folder).write_bytes(written.getvalue())


def test_every_language_is_complete() -> None:
    assert list(workflow.problems()) == []


@pytest.mark.parametrize("code", SHIPPED)
def test_every_safety_text_is_translated(code: str, template: Catalog) -> None:
    catalogue = read_catalogue(code)
    safety = [message for message in template if message.id and is_safety(message.context)]
    assert len(safety) > 100
    for source in safety:
        message = catalogue.get(source.id, source.context)
        assert message is not None, source.context
        assert str(message.string).strip(), source.context
        assert not message.fuzzy, source.context


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_translation_can_be_filled_in(code: str) -> None:
    for message in read_catalogue(code):
        if message.id and message.string:
            values = dict.fromkeys(re.findall(r"\{(\w*)\}", str(message.id)), "x")
            assert "{" not in str(message.string).format(**values), message.context


# --- mistakes ---------------------------------------------------------------------------------------------------------


def test_the_copy_has_no_problems(copy: Path) -> None:
    assert list(workflow.problems()) == []


@pytest.mark.parametrize("empty", ["", " ", "\n"])
def test_a_safety_text_that_is_gone_is_told_as_such(copy: Path, empty: str) -> None:
    spoil(copy, "ar", *TITLE, empty)
    (problem,) = workflow.problems()
    assert problem.startswith("locales/ar/LC_MESSAGES/messages.po: levels.levels.E0.title")
    assert problem.endswith("SAFETY TEXT not translated")


def test_another_text_that_is_gone_is_told(copy: Path) -> None:
    spoil(copy, "tr", "advice.title", "What you can do today", "")
    (problem,) = workflow.problems()
    assert problem.endswith("'What you can do today': not translated")


def test_a_guess_is_told(copy: Path) -> None:
    spoil(copy, "nl", *TITLE, "Bel nu {number}", fuzzy=True)
    (problem,) = workflow.problems()
    assert problem.endswith("marked fuzzy")


WRONG = ["Bel nu", "Bel {nummer}", "Bel {number} {number}", "Bel {Number}", "Bel {number", "Bel {number} }"]
WRONG += [
    "Bel {number} {0}",
    "Bel {number} {}",
    "Bel {number!r}",
    "Bel {number.real}",
    "Bel {number:>9}",
    "Bel {{number}}",
]


@pytest.mark.parametrize("wrong", WRONG)
def test_placeholders_that_do_not_fit_are_told(copy: Path, wrong: str) -> None:
    spoil(copy, "nl", *TITLE, wrong)
    (problem,) = workflow.problems()
    assert problem.endswith("the placeholders do not fit the source")


@pytest.mark.parametrize("wrong", WRONG)
def test_placeholders_that_do_not_fit_never_break_a_page(invent: Invent, wrong: str) -> None:
    dutch = invent("nl", {"Call {number} now": wrong, "Stop": "Halt"})
    assert dutch.gettext("Call {number} now", number="112") == "Call 112 now"
    assert dutch.gettext("Stop") == "Halt"


@pytest.mark.parametrize("wrong", ["{m} dagen", "{n} {0} dagen", "{n dagen", "{N} dagen"])
def test_a_plural_that_does_not_fit_never_breaks_a_page(invent: Invent, wrong: str) -> None:
    dutch = invent("nl", {("{n} day", "{n} days"): ("{n} dag", wrong)})
    assert [dutch.ngettext("{n} day", "{n} days", n) for n in (1, 2)] == ["1 day", "2 days"]


def test_guesses_are_never_shown() -> None:
    catalogue = Catalog(locale="nl")
    catalogue.add("Stop", "Misschien", flags=["fuzzy"])
    assert compile_catalogue(catalogue).gettext("Stop") == "Stop"


def test_a_message_that_is_missing_is_told(copy: Path) -> None:
    catalogue = read_catalogue("nl", copy)
    catalogue.delete(TITLE[1], TITLE[0])
    written = io.BytesIO()
    write_po(written, catalogue)
    po_file("nl", copy).write_bytes(written.getvalue())
    (problem,) = workflow.problems()
    assert problem.endswith("not in the catalogue, run `make i18n`")


@pytest.mark.parametrize("written", [None, b"\xff\xfe\x00", b"no catalogue at all"])
def test_a_catalogue_that_cannot_be_read_is_told(copy: Path, written: bytes | None) -> None:
    if written is None:
        po_file("tr", copy).unlink()
    else:
        po_file("tr", copy).write_bytes(written)
    (problem,) = workflow.problems()
    assert problem.startswith("locales/tr/LC_MESSAGES/messages.po: cannot be read: ")


def test_a_template_that_is_behind_the_source_is_told(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    behind = copy / "messages.pot"
    behind.write_bytes(behind.read_bytes() + b"\n")
    monkeypatch.setattr(workflow, "TEMPLATE", behind)
    assert next(workflow.problems()).startswith("locales/messages.pot is not what the source says")


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("", []),
        ("plain", []),
        ("{b} and {a}", ["{a}", "{b}"]),
        ("{a}{a}", ["{a}", "{a}"]),
        ("{{a}}", []),
        ("{", ["{"]),
        ("}", ["{"]),
    ],
)
def test_placeholders(message: str, found: list[str]) -> None:
    assert placeholders(message) == found
