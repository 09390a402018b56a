"""A clinic that only wants languages which a clinician has checked: the others are nowhere to be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from wervel.content import content
from wervel.i18n import default_code, offered
from wervel.i18n.provenance import lowest

from .conftest import Devices
from .person import settled, words
from .serving import Server
from .test_axe import finds_nothing

LEFT = [each.code for each in offered() if each.code == default_code() or lowest(each.code) == "checked"]
HIDDEN = next(each.code for each in offered() if each.code not in LEFT)


@pytest.fixture
def strict(browser: Browser, tmp_path: Path) -> Iterator[Devices]:
    (tmp_path / "clinic.yaml").write_text("languages_hidden_below: checked\n")
    server = Server(tmp_path / "server.log", settings={"WERVEL_CLINIC": str(tmp_path / "clinic.yaml")})
    server.start()
    made = Devices(browser, server.origin)
    yield made
    made.close()
    server.stop()


def test_a_hidden_language_cannot_be_reached(strict: Devices) -> None:
    page = strict().new_page()
    page.goto(f"/about?lang={HIDDEN}")
    settled(page)
    expect(page.locator("html")).to_have_attribute("lang", default_code())
    about = content().pages.about
    states = page.locator(".stApp .states")
    expect(states.locator("> li")).to_have_count(len(LEFT))
    expect(states).to_contain_text(words(default_code(), about.states_unchecked))
    finds_nothing(page, "states of the languages")
    page.locator(".st-key-language > button").tap()
    expect(page.locator("#languages a[data-language]")).to_have_count(len(LEFT))
    page.goto("/?mode=kiosk")
    expect(page.locator("a[hreflang]")).to_have_count(len(LEFT))
