"""The language of the page: chosen by tapping, remembered, and never mixed up between two people."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from wervel.content import content
from wervel.i18n import translator

from .conftest import Devices
from .person import PLACES, go_next, open_page, settled, tick, wait_until, words

PAGES = {each.id: each for each in content().pages.pages}
CHROME, EMERGENCY = content().pages.chrome, content().pages.emergency


def choose_language(page: Page, lang: str) -> None:
    """Tap the picker and a language in it; wait until the page stands again."""
    page.locator(".st-key-language > button").tap()
    page.locator(f"#languages a[data-language={lang}]").tap()
    expect(page.locator("html")).to_have_attribute("lang", lang)
    settled(page)


def speaks(page: Page, lang: str, name: str) -> None:
    """Expect that all around the page `name` is in the language."""
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.locator("html")).to_have_attribute("dir", translator(lang).dir)
    expect(page).to_have_title(f"{words(lang, PAGES[name].title)} · Wervel")
    expect(page.locator(".places a")).to_have_text([words(lang, PAGES[place].bar) for place in PLACES])
    expect(page.locator("nav.places")).to_have_attribute("aria-label", words(lang, CHROME.menu))
    expect(page.locator("#emergency")).to_have_attribute("aria-label", words(lang, EMERGENCY.title))
    expect(page.locator("#connection")).to_contain_text(words(lang, CHROME.offline))
    expect(page.locator(".st-key-language > button")).to_have_text(
        f"{words(lang, CHROME.language)}: {translator(lang).language.name}"
    )


def test_the_picker_changes_everything(page: Page) -> None:
    open_page(page, "/", "nl")
    speaks(page, "nl", "home")
    for lang in ("ar", "tr", "en"):
        choose_language(page, lang)
        speaks(page, lang, "home")
        expect(page.locator(".stMain h1")).to_have_text(words(lang, content().pages.home.hero))


def test_the_picker_keeps_page_and_mode(page: Page) -> None:
    open_page(page, "/spine", "nl", mode="consult")
    choose_language(page, "tr")
    speaks(page, "tr", "spine")
    assert "mode=consult" in page.url


def test_the_picker_keeps_the_page_that_was_reached_by_the_bar(page: Page) -> None:
    open_page(page, "/", "nl")
    page.locator(".places a[data-page=prevention]").tap()
    expect(page.locator(".stMain h1").first).to_have_text(words("nl", PAGES["prevention"].title))
    choose_language(page, "ar")
    speaks(page, "ar", "prevention")


def test_the_choice_is_remembered(devices: Devices) -> None:
    phone = devices()
    page = phone.new_page()
    open_page(page, "/", "nl")
    choose_language(page, "tr")
    page.close()
    again = phone.new_page()
    open_page(again, "/prevention")
    speaks(again, "tr", "prevention")
    expect(again.locator(".stMain h1").first).to_have_text(words("tr", PAGES["prevention"].title))


@pytest.mark.parametrize(("browser_language", "shown"), [("tr-TR", "tr"), ("sv-SE", "nl")])
def test_without_a_choice_the_browsers_language_counts(devices: Devices, browser_language: str, shown: str) -> None:
    page = devices(locale=browser_language).new_page()
    open_page(page, "/")
    speaks(page, shown, "home")


def test_two_people_at_once_never_see_each_others_words(devices: Devices) -> None:
    people = {lang: devices().new_page() for lang in ("nl", "ar")}
    for lang, page in people.items():
        open_page(page, "/assessment", lang)
    for page in people.values():
        go_next(page)
    button = content().pages.assessment.next
    for group in content().red_flags.groups:
        for lang, page in people.items():
            expect(page.locator(".st-key-screen h1")).to_have_text(words(lang, group.title))
            expect(page.locator(".st-key-next button")).to_have_text(words(lang, button))
            seen = page.locator(".stMain").inner_text()
            for other in set(people) - {lang}:
                for text in (group.title, group.intro, group.none, button):
                    assert words(other, text) not in seen
        for page in people.values():
            tick(page, f"none_{group.id}")
        for page in people.values():
            go_next(page)


def test_mode_and_language_stay_in_the_address(page: Page) -> None:
    open_page(page, "/", "tr", mode="consult")
    for place in ("assessment", "spine", "diary", "prevention", "home"):
        page.locator(f".places a[data-page={place}]").tap()
        expect(page.locator(f".places a[data-page={place}]")).to_have_attribute("aria-current", "page")
        expect(page).to_have_title(f"{words('tr', PAGES[place].title)} · Wervel")
        wait_until(
            page,
            "() => { const query = new URLSearchParams(location.search);"
            " return query.get('mode') === 'consult' && query.get('lang') === 'tr'; }",
        )


@pytest.mark.parametrize("lang", ["nl", "ar", "tr"])
def test_streamlits_own_words_are_translated(page: Page, lang: str) -> None:
    open_page(page, "/assessment", lang)
    seen = page.locator("#root").inner_text()
    strings = content().streamlit.strings
    for each in strings:
        if len(each.shows.split()) > 1:  # single words may stand in any text
            assert each.shows not in seen
    page.evaluate("(all) => document.getElementById('root').append(...all)", [each.shows for each in strings])
    for each in strings:
        expect(page.locator("#root")).to_contain_text(words(lang, each.text))
