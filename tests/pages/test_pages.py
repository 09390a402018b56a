"""Every page, in every language: it stands, and nothing on it is left in English."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.pages.conftest import LANGUAGES, SHIPPED, Open, page_links, session, shown
from tests.web.reading import english_left, not_extracted
from wervel import ROOT
from wervel.content import content
from wervel.i18n import translator
from wervel.i18n.registry import PSEUDO
from wervel.modes import MODE_DEFAULT

PAGES = [page.id for page in content().pages.pages]

#: Names that are the same in every language.
NAMES = ("Wervel",)


def test_the_fixed_places_are_there():
    assert {"home", "assessment", "prevention", "spine", "diary", "about"} <= set(PAGES)
    assert {file.stem for file in (ROOT / "pages").glob("*.py")} == set(PAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_stands_in_a_language(open_page: Open, page: str, lang: str):
    at = open_page(page, lang)
    assert not at.exception
    assert len(shown(at, lang)) >= 3


@pytest.mark.parametrize("lang", [code for code in SHIPPED if code != "en"])
@pytest.mark.parametrize("page", PAGES)
def test_no_english_is_left(open_page: Open, page: str, lang: str):
    assert english_left(shown(open_page(page, lang), lang), lang) == []


@pytest.mark.parametrize("lang", PSEUDO)
@pytest.mark.parametrize("page", PAGES)
def test_every_word_comes_from_content(open_page: Open, page: str, lang: str):
    assert list(not_extracted(shown(open_page(page, lang), lang), NAMES)) == []


def test_the_search_for_english_finds_it(open_page: Open):
    page = shown(open_page("assessment", "en"), "en")
    assert len(english_left(page, "tr")) > 10
    assert len(list(not_extracted(page, NAMES))) > 10


@pytest.mark.parametrize("mode", ["personal", "kiosk", "consult", "nonsense", '"><script>'])
@pytest.mark.parametrize("page", PAGES)
def test_every_link_keeps_language_and_a_known_mode(open_page: Open, page: str, mode: str):
    at = open_page(page, "tr", mode)
    assert not at.exception
    keeps_mode = mode in {"kiosk", "consult"} and mode != MODE_DEFAULT
    wanted = f"lang=tr&mode={mode}" if keeps_mode else "lang=tr"
    links = [href for _, href in page_links(at)]
    assert links or page not in {"home", "spine"}
    assert {urlsplit(href).query for href in links} <= {wanted}


@pytest.mark.parametrize("asked", ["", "xx", "<b>", "../../etc", "nl\x00", "🦴" * 50])
def test_an_unknown_language_is_dutch(open_page: Open, asked: str):
    at = open_page("home", asked)
    assert not at.exception
    assert translator("nl").text(content().pages.home.hero) in shown(at, "nl")


def test_a_pseudo_locale_is_not_for_people():
    at = session()
    at.query_params["lang"] = "en-XA"
    assert content().pages.home.hero in shown(at.run())


def test_a_language_stays_when_the_address_loses_it(open_page: Open):
    at = open_page("home", "ar")
    del at.query_params["lang"]
    at.switch_page("../pages/about.py").run()
    assert english_left(shown(at, "ar"), "ar") == []
    assert translator("ar").text(content().pages.about.purpose_title) in shown(at, "ar")


def test_home_leads_to_the_check_and_to_each_card(open_page: Open):
    at = open_page("home", "en")
    words = content().pages.home
    wanted = ["assessment", *(card.id for card in words.cards), "about"]
    assert [page for page, _ in page_links(at)] == wanted
    assert {words.start, *(card.title for card in words.cards), words.about} <= set(shown(at))
