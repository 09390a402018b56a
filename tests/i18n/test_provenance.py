"""How far the safety texts are: what is declared holds for the very text that was read, and never for another one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

from wervel import ROOT
from wervel.content import ContentError, Text
from wervel.content.provenance_models import LanguageMark, Mark
from wervel.i18n import Translator, provenance, registry, translator, workflow
from wervel.i18n.__main__ import main
from wervel.i18n.catalogue import compile_catalogue
from wervel.i18n.extract import is_safety
from wervel.i18n.provenance import STATES, digest, mark_of, rank, resolve
from wervel.web import compose

SOURCE = (ROOT / "locales" / "provenance.yaml").read_text(encoding="utf-8")
CODES = [language.code for language in registry().languages]
DAY = date(2026, 11, 22)
LABEL = "red_flags.flags.R1.label"


def forget() -> None:
    provenance.provenance.cache_clear()
    provenance.states.cache_clear()


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of our own for what is declared and stamped; the catalogues stay the app's."""
    folder = tmp_path / "locales"
    folder.mkdir()
    monkeypatch.setattr(provenance, "ROOT", tmp_path)
    forget()
    yield folder
    forget()


def declare(folder: Path, text: str) -> None:
    (folder / "provenance.yaml").write_text(f"languages:\n  {text}\n", encoding="utf-8")
    forget()


# --- rules ------------------------------------------------------------------------------------------------------------


def test_the_longest_part_tells() -> None:
    part, one = Mark(state="drafted"), Mark(state="checked", date=DAY)
    mark = LanguageMark(state="read_back", date=DAY, parts={"a.R1": part, "a.R1.label": one})
    assert mark_of(mark, "a.R1.why") is part
    assert mark_of(mark, "a.R1.label") is one
    assert mark_of(mark, "a.R19.label") is mark
    assert mark_of(mark, "b") is mark


_TEXTS = st.dictionaries(st.sampled_from("abcdef"), st.text(max_size=8), min_size=1)
_DECLARED = st.sampled_from(("drafted", "read_back", "checked"))


@given(_TEXTS, _TEXTS, _DECLARED, st.sampled_from(("drafted", "source")))
def test_a_state_holds_only_for_the_text_that_was_read(read, now, declared, floor) -> None:
    stamps = {context: digest("source", text) for context, text in read.items()}
    current = {context: digest("source", text) for context, text in now.items()}
    found = resolve(LanguageMark(state=declared, date=DAY), stamps, current, floor)
    assert found.keys() == now.keys()
    for context, state in found.items():
        same = context in read and read[context] == now[context]
        assert state == (declared if same and rank(declared) > rank(floor) else floor)


def test_a_digest_binds_both_sides() -> None:
    made = digest("Call", "Bel")
    assert len(made) == 12
    assert len({made, digest("Call", "Bel nu"), digest("Call now", "Bel"), digest("", "Call\0Bel")}) == 4


# --- the app's own ----------------------------------------------------------------------------------------------------


def test_the_safety_texts_are_those_that_the_translators_see_marked() -> None:
    marked = [each.context for each in workflow.extract() if any("Safety text" in line for line in each.auto_comments)]
    assert sorted(marked) == sorted(text.context for text in provenance.safety_texts())
    assert all(is_safety(context) for context in marked)
    assert len(marked) > 200


@pytest.mark.parametrize("code", CODES)
def test_the_numbers_agree(code: str) -> None:
    found, counts = provenance.standing(code), provenance.counts(code)
    assert list(counts) == list(STATES)
    assert found.total == sum(counts.values()) == len(provenance.safety_texts())
    assert found.read == found.total - counts["drafted"]
    assert counts[provenance.lowest(code)] > 0
    assert not any(counts[state] for state in STATES if rank(state) < rank(provenance.lowest(code)))
    assert (found.checked_on is None) == (found.checked == 0)


def test_no_safety_text_that_is_offered_is_unread_and_none_is_checked() -> None:
    """As docs/translation-review has it; a clinician will change the last line."""
    assert provenance.state_of("nl", LABEL) == "read_back"
    shipped = [each.code for each in registry().languages if each.state == "shipped" and each.code != "en"]
    assert [code for code in shipped if provenance.lowest(code) != "read_back"] == []
    assert provenance.lowest("en") == "source"
    assert not any(provenance.counts(code)["checked"] for code in CODES)
    with pytest.raises(KeyError):
        provenance.state_of("nl", "pages.about.purpose")


# --- declaring and stamping -------------------------------------------------------------------------------------------


def test_a_language_without_a_line_is_a_draft_and_english_the_source(locales: Path) -> None:
    declare(locales, "nl: {state: drafted}")
    assert [provenance.lowest(code) for code in ("nl", "ar", "en", "en-XA")] == [
        "drafted",
        "drafted",
        "source",
        "drafted",
    ]


def test_declared_without_a_stamp_is_a_draft(locales: Path) -> None:
    declare(locales, "nl: {state: read_back, date: 2026-11-22}")
    assert provenance.counts("nl")["read_back"] == 0
    (note,) = workflow.notes()
    assert note.startswith("nl: 235 safety texts are not the ones that were read")
    assert "--stamp nl" in note


def test_a_text_that_changes_is_a_draft_until_it_is_read_again(locales: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    declare(locales, "nl: {state: read_back, date: 2026-11-22, parts: {kiosk.desk: {state: drafted}}}")
    assert len(provenance.stamp("nl")) == 224
    assert (provenance.stamp("nl"), list(workflow.notes())) == ([], [])
    before = provenance.stamps_file("nl").read_text()
    assert "kiosk.desk" not in before
    dutch = translator("nl")

    class Changed:
        has = dutch.has

        def text(self, text: Text) -> str:
            return dutch.text(text) + ("!" if text.context == LABEL else "")

    monkeypatch.setattr(provenance, "translator", lambda code: Changed())
    forget()
    assert provenance.state_of("nl", LABEL) == "drafted"
    assert provenance.counts("nl") == {"drafted": 12, "read_back": 223, "source": 0, "checked": 0}
    assert LABEL in next(workflow.notes())
    assert provenance.stamp("nl", "levels") == []  # another part leaves it as it is
    assert provenance.stamps_file("nl").read_text() == before
    assert provenance.stamp("nl", "red_flags.flags.R1") == [LABEL]
    assert provenance.state_of("nl", LABEL) == "read_back"


def test_what_is_not_translated_cannot_be_read_back(locales: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, other = provenance.safety_texts()[:2]
    half = Translator(translator("nl").language)
    catalogue = Catalog(locale="nl")
    catalogue.add(str(first), "Nu bellen", context=first.context)
    half._catalogue = compile_catalogue(catalogue)
    monkeypatch.setattr(provenance, "translator", lambda code: half)
    declare(locales, "nl: {state: read_back, date: 2026-11-22}")
    assert provenance.stamp("nl") == [first.context]
    assert [provenance.state_of("nl", each.context) for each in (first, other)] == ["read_back", "drafted"]


def test_a_clinicians_check_has_its_day(locales: Path) -> None:
    declare(
        locales,
        "en: {state: drafted, parts: {red_flags: {state: checked, date: 2027-01-02}, "
        "red_flags.flags.R1: {state: checked, date: 2027-03-04}}}",
    )
    provenance.stamp("en")
    found = provenance.standing("en")
    assert 0 < found.checked < found.total
    assert found.checked_on == date(2027, 3, 4)
    assert found.unread == ()


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("xx: {state: drafted}", "languages.xx"),
        ("nl: {state: read}", "languages.nl.state"),
        ("nl: {state: source}", "languages.nl.state"),
        ("nl: {state: read_back}", "languages.nl"),
        ("nl: {state: checked, date: soon}", "languages.nl.date"),
        ("nl: {state: checked, date: 2026-02-30}", ""),
        ("nl: {state: drafted, by: me}", "languages.nl.by"),
        (
            "nl: {state: drafted, parts: {red_flags.flags.R99: {state: drafted}}}",
            "languages.nl.parts.red_flags.flags.R99",
        ),
        ("nl: {state: drafted, parts: {pages.about: {state: drafted}}}", "languages.nl.parts.pages.about"),
        ("nl: {state: drafted, parts: {kiosk.des: {state: drafted}}}", "languages.nl.parts.kiosk.des"),
    ],
)
def test_a_mistake_is_one_line_and_stops_the_start(
    line: str, path: str, locales: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    declare(locales, line)
    with pytest.raises(ContentError) as caught:
        provenance.provenance()
    assert caught.value.path.startswith(path)
    assert caught.value.line == 2
    assert "\n" not in str(caught.value)
    with pytest.raises(SystemExit, match=r"^Wervel does not start: .*provenance\.yaml:2: "):
        compose.routes()
    assert main(["provenance"]) == 1
    assert capsys.readouterr().err == f"{caught.value}\n"


def test_stamps_that_are_none_are_told(locales: Path) -> None:
    (locales / "nl").mkdir()
    (locales / "nl" / "stamps.txt").write_text("# head\n0123456789ab red_flags.flags.R1.label\nnonsense\n")
    declare(locales, "nl: {state: drafted}")
    with pytest.raises(ContentError, match=r"stamps\.txt:3: "):
        provenance.provenance()


def test_the_command(locales: Path, capsys: pytest.CaptureFixture[str]) -> None:
    declare(locales, "nl: {state: read_back, date: 2026-11-22}")
    assert main(["provenance", "--stamp", "nl", LABEL]) == 0
    assert capsys.readouterr().out.startswith(f"nl: {LABEL}: stamped\nnl: 1 new stamps; 234 ")
    assert main(["provenance"]) == 0
    assert "nl: drafted 234, read_back 1\nen: source 235\n" in capsys.readouterr().out
    assert main(["provenance", "--stamp", "ar"]) == 0  # drafted: nothing to stamp, and no file
    assert not provenance.stamps_file("ar").exists()
    for wrong in (
        ["--stamp"],
        ["--stamp", "xx"],
        ["--stamp", "nl", "pages.about"],
        ["nl"],
        ["--stamp", "nl", "a", "b"],
    ):
        assert main(["provenance", *wrong]) == 2
