"""The reading edition in a browser: axe finds nothing, no script is needed, nothing is cut on a phone or on paper."""

from __future__ import annotations

import re
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from wervel.web.reading import places

from .conftest import Devices
from .measuring import resize, too_wide

AXE = Axe()
PAGES = places.pages()
PAPER = 680  # CSS pixels between the margins of an upright A4


def plain(devices: Devices, **changes: Any) -> BrowserContext:
    """A phone that opens reading pages; what the device has kept is not part of these tests."""
    context = devices(**changes)
    context.route("**/assets/offline_page.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    return context


def finds_nothing(page: Page, what: str) -> None:
    found = [
        f"{what}: {rule['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for rule in AXE.run(page).response["violations"]
        for node in rule["nodes"]
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("lang", "scheme"), [("nl", "dark"), ("ar", "light")])
def test_axe_finds_nothing(devices: Devices, lang: str, scheme: Literal["dark", "light"]) -> None:
    page = plain(devices, color_scheme=scheme).new_page()
    for name in PAGES:
        page.goto(f"/read/{lang}/{name}")
        page.locator("details").evaluate_all("(all) => all.slice(0, 8).forEach((each) => { each.open = true; })")
        finds_nothing(page, name)


def test_without_script_all_of_it_can_be_read_and_printed(devices: Devices) -> None:
    page = plain(devices, java_script_enabled=False, color_scheme="light").new_page()
    page.goto("/read/ar/home")
    page.locator(".tongues summary").tap()
    page.get_by_role("link", name="Nederlands").tap()
    expect(page).to_have_url(re.compile(r"/read/nl/home$"))
    page.locator(".pill.alarm").tap()
    expect(page.locator("#emergency .call")).to_be_in_viewport()
    page.goto("/read/nl/leaflets")
    page.locator('a[href*="/spine#card_"]').first.tap()
    expect(page.locator(".fold:target p").first).to_be_visible()  # a link to a fold opens it
    for lang in ("nl", "ar"):
        for name in PAGES:
            page.goto(f"/read/{lang}/{name}")
            expect(page.locator("h1")).to_be_visible()
            for width in (320, 768):
                resize(page, width, 800)
                assert not too_wide(page), (lang, name, width, too_wide(page))
            resize(page, PAPER, 960)
            page.emulate_media(media="print")
            cut = "(all) => all.filter((each) => each.getBoundingClientRect().width > innerWidth).length"
            assert page.locator("table, img").evaluate_all(cut) == 0, name
            assert page.locator(".fold p").evaluate_all("(all) => all.filter((p) => !p.checkVisibility()).length") == 0
            expect(page.locator(".places")).to_be_hidden()
            expect(page.locator("#emergency")).to_be_visible()
            page.emulate_media(media="screen")
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
