"""No page scrolls sideways, from a small phone to a tablet, in long and in right-to-left languages."""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import Page, expect

from wervel.assessment.steps import OUTCOME
from wervel.i18n.registry import PSEUDO, registry

from .measuring import resize, too_wide
from .person import PLACES, go_next, open_at, open_page, row, settled, tick

SHIPPED = tuple(language.code for language in registry().languages if language.state == "shipped")
#: Long words, another script, right to left; the pseudo-locales are longer than any language.
LANGUAGES = ("ar", "de", "uk", *PSEUDO)
SIZES = ((320, 640), (768, 1024), (1024, 768), (360, 800))  # ends with the phone's own


def fits(page: Page, what: str) -> None:
    found = {}
    for width, height in SIZES:
        resize(page, width, height)
        if wide := too_wide(page):
            found[width] = wide
    assert not found, (what, found)


@pytest.mark.parametrize("lang", SHIPPED)
def test_the_names_of_the_places_stand_on_one_line(page: Page, lang: str) -> None:
    page.goto(f"/?lang={lang}")
    links = page.locator(".places a").all()
    for link in links:
        link.evaluate("(link) => { link.setAttribute('aria-current', 'page'); }")  # bold
    for width, link in product((320, 360, 390, 412), links):
        page.set_viewport_size({"width": width, "height": 640})
        lines = link.locator("span").last.evaluate(
            """(name) => {
              const range = document.createRange();
              range.selectNodeContents(name);
              return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
            }"""
        )
        assert lines == 1, (width, link.inner_text())


@pytest.mark.parametrize("lang", [*SHIPPED, *PSEUDO])
def test_pages_fit(page: Page, lang: str) -> None:
    open_page(page, "/about", lang)
    expect(page.locator(".stMain h1").first).to_be_visible()
    fits(page, "about")
    for place in PLACES:
        page.locator(f".places a[data-page={place}]").tap()
        expect(page.locator(f".places a[data-page={place}]")).to_have_attribute("aria-current", "page")
        settled(page)
        expect(page.locator(".stMain h1").first).to_be_visible()
        fits(page, place)
    for panel in ("languages", "emergency"):
        page.locator(f".top [popovertarget={panel}]").tap()
        expect(page.locator(f"#{panel}")).to_be_visible()
        fits(page, panel)
        page.keyboard.press("Escape")
        expect(page.locator(f"#{panel}")).to_be_hidden()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_red_flags_fit(page: Page, lang: str) -> None:
    open_at(page, "pelvis", lang)
    tick(page, "unsure_pelvis")
    expect(row(page, "R1_unknown")).to_be_visible()
    fits(page, "pelvis")
    tick(page, "none_pelvis")
    go_next(page)
    tick(page, "R6")
    tick(page, "R6_worse")
    fits(page, "legs")
    go_next(page)
    expect(page.locator(".st-key-outcome")).to_have_attribute("data-level", "E1")
    fits(page, "outcome E1")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_later_screens_fit(page: Page, lang: str) -> None:
    open_at(page, "where", lang)
    fits(page, "where")
    go_next(page)
    fits(page, "pain")
    go_next(page)
    fits(page, "duration")
    open_at(page, OUTCOME, lang)
    fits(page, "outcome N")
