"""axe-core finds nothing: pages, screens of the assessment and two outcomes, in Dutch and Arabic, light and dark."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .conftest import Devices
from .person import PAGES, answer, go_next, open_at, open_page, row, settled, tick, wait_until

AXE = Axe()
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def finds_nothing(page: Page, what: str) -> None:
    """Expect nothing wrong in light, nor in dark, which changes the colours and nothing else."""
    settled(page)
    _finds_nothing(page, what)
    _wear(page, "dark")
    _finds_nothing(page, f"{what}, dark", CONTRAST)
    _wear(page, "light")


def _finds_nothing(page: Page, what: str, options: dict[str, Any] | None = None) -> None:
    found = [
        f"{what}: {rule['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for rule in AXE.run(page, options=options).response["violations"]
        for node in rule["nodes"]
    ]
    assert not found, "\n".join(found)


def _wear(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    wait_until(
        page,
        "(scheme) => getComputedStyle(document.querySelector('.stApp')).colorScheme === scheme"
        " && document.getAnimations().every((each) => each.playState !== 'running' || each instanceof CSSAnimation)",
        scheme,
    )


@pytest.fixture(params=["nl", "ar"])
def look(request: pytest.FixtureRequest, devices: Devices) -> tuple[Page, str]:
    """A tab, and a language."""
    return devices(color_scheme="light").new_page(), request.param


def test_pages(look: tuple[Page, str]) -> None:
    page, lang = look
    for name, path in PAGES.items():
        open_page(page, path, lang)
        expect(page.locator(".stMain h1").first).to_be_visible()
        finds_nothing(page, name)
    for panel in ("languages", "emergency"):
        page.locator(f".top [popovertarget={panel}]").tap()
        expect(page.locator(f"#{panel}")).to_be_visible()
        finds_nothing(page, panel)
        page.keyboard.press("Escape")


def test_an_alarm(look: tuple[Page, str]) -> None:
    page, lang = look
    open_at(page, "pelvis", lang, ["age=2"])
    tick(page, "unsure_pelvis")
    expect(row(page, "R1_unknown")).to_be_visible()
    finds_nothing(page, "pelvis, not sure")
    tick(page, "none_pelvis")
    go_next(page)
    tick(page, "R6")
    tick(page, "R6_worse")
    finds_nothing(page, "legs, weak foot")
    go_next(page)
    expect(page.locator(".st-key-outcome")).to_have_attribute("data-level", "E1")
    finds_nothing(page, "outcome E1")


def test_no_alarm(look: tuple[Page, str]) -> None:
    page, lang = look
    open_at(page, "where", lang)
    tick(page, "zone_low_left")
    finds_nothing(page, "where")
    go_next(page)
    finds_nothing(page, "pain")
    answer(page, ["pain_now=7", "duration=1", "limit_sitting"])
    expect(page.locator(".st-key-outcome")).to_have_attribute("data-level", "N")
    finds_nothing(page, "outcome N")


SECTIONS = (
    "part_disc",
    "scene_hernia",
    "story_alarm",
    "card_leg_nerve",
    "care_gp",
    "treatment_exercise",
    "chart_scans",
)


def test_sections_of_the_spine_page(look: tuple[Page, str]) -> None:
    page, lang = look
    for show in SECTIONS:
        page.goto(f"/spine?lang={lang}&show={show}")
        expect(page.locator(".st-key-section button").first).to_be_visible()
        folded = show.startswith(("card", "care", "treatment"))
        expect(page.locator(f"#{show}" if folded else ".stMain h2").first).to_be_visible()
        finds_nothing(page, show)
