"""A clinic hides languages: gone from every choice, from what the browser asks for, and from the manifest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pages.conftest import session
from tests.web.conftest import Ask
from wervel.clinic import clinic
from wervel.content import content
from wervel.i18n import choice, translator
from wervel.i18n.provenance import standing
from wervel.web.reading import answer


@pytest.fixture
def only_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Arabic is read back, all others are not; Dutch stays as the default language."""
    file = tmp_path / "clinic.yaml"
    file.write_text("languages_hidden_below: read_back\n")
    monkeypatch.setenv("WERVEL_CLINIC", str(file))
    monkeypatch.setattr(choice, "lowest", lambda code: "read_back" if code == "ar" else "drafted")
    clinic.cache_clear()
    answer._packed.cache_clear()
    yield
    monkeypatch.undo()
    clinic.cache_clear()
    answer._packed.cache_clear()


def offers(html: str) -> set[str]:
    return set(re.findall(r'hreflang="([\w-]+)"', html)) - {"x-default"}


@pytest.mark.parametrize("path", ["/?lang=nl", "/about?lang=nl", "/?mode=kiosk", "/read/nl/home"])
def test_no_choice_has_them(ask: Ask, only_read_back: None, path: str) -> None:
    assert offers(ask(path).text) <= {"nl", "ar"}
    assert "ar" in offers(ask(path).text)


@pytest.mark.parametrize("given", ["query", "cookie", "browser"])
def test_nobody_gets_one_by_asking(ask: Ask, only_read_back: None, given: str) -> None:
    asked = {
        "query": {"params": {"lang": "tr"}},
        "cookie": {"cookies": {"wervel_lang": "tr"}},
        "browser": {"headers": {"accept-language": "tr, ar;q=0.5"}},
    }[given]
    wanted = "ar" if given == "browser" else "nl"
    assert f'<html lang="{wanted}"' in ask("/", **asked).text
    assert ask("/manifest.webmanifest", **asked).json()["lang"] == wanted


def test_neither_beside_another_nor_to_read(ask: Ask, only_read_back: None) -> None:
    html = ask("/spine", params={"lang": "nl", "mode": "consult", "with": "tr"}).text
    assert set(re.findall(r'data-with="(\w+)"', html)) == {"ar"}
    assert ask("/read/tr/home").status_code == 404


@pytest.mark.parametrize("page", ["story", "diary", "about"])
def test_pages_with_a_choice_of_their_own_do_without(only_read_back: None, page: str) -> None:
    at = session()
    at.query_params["lang"] = "en"
    at.run().switch_page(f"../pages/{page}.py").run()
    assert not at.exception
    assert "Türkçe" not in "".join(each.value for each in at.html)


@pytest.mark.parametrize(("beside", "codes"), [("", ["nl"]), ("ar", ["nl", "ar"])])
def test_a_therapist_reads_how_far_both_languages_are(ask: Ask, beside: str, codes: list[str]) -> None:
    words, about = translator("nl"), content().pages.about
    html = ask("/spine", params={"lang": "nl", "mode": "consult", "with": beside}).text
    found = re.findall(r'<p class="sides-state">.*?<bdi lang="(\w+)">.*?<span>(.*?)</span> <span>(.*?)</span>', html)
    read = [words.text(about.states_read, n=standing(code).read, total=standing(code).total) for code in codes]
    unchecked = words.text(about.states_unchecked)
    assert found == [(code, line, unchecked) for code, line in zip(codes, read, strict=True)]
    assert "sides-state" not in ask("/spine", params={"lang": "nl"}).text
