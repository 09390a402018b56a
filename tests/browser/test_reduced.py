"""Less: less motion, less width (as with 200 % zoom), and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from wervel.assessment.steps import OUTCOME

from .conftest import Devices
from .measuring import cut, resize
from .person import PAGES, answer, go_next, open_at, open_page, settled, tick

_RUNNING = """() => document.getAnimations().filter((each) => each.playState === "running")
  .map((each) => each.animationName || each.transitionProperty)"""
_REMEMBER = """window.__moved = [];
for (const kind of ["animationstart", "transitionrun"]) addEventListener(kind, (event) => {
  __moved.push(`${kind} ${event.animationName || event.propertyName} ${event.target.className}`);
}, true);"""
_CUT_ON_PAPER = """() => {
  const outcome = document.querySelector(".st-key-outcome"), { bottom } = outcome.getBoundingClientRect();
  for (let box = outcome.parentElement; box !== document.body; box = box.parentElement)
    if (getComputedStyle(box).overflowY !== "visible" && box.getBoundingClientRect().bottom < bottom - 1)
      return box.className || box.id;
  return document.documentElement.scrollHeight < bottom + scrollY - 1 ? "html" : null;
}"""


def test_nothing_moves_when_motion_is_reduced(devices: Devices) -> None:
    page = devices(reduced_motion="reduce").new_page()
    page.add_init_script(_REMEMBER)
    open_page(page, "/", "nl")
    page.locator(".places a[data-page=assessment]").tap()
    expect(page.locator(".st-key-screen")).to_be_visible()
    answer(page, ["R6"], until="ill")
    settled(page)
    page.locator("#emergency-button").tap()
    expect(page.locator("#emergency a.call")).to_be_visible()
    assert page.evaluate(_RUNNING) == []
    assert page.evaluate("window.__moved") == []


@pytest.mark.parametrize("lang", ["nl", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_on_a_narrow_screen(page: Page, name: str, lang: str) -> None:
    open_page(page, PAGES[name], lang)
    expect(page.locator(".stMain h1").first).to_be_visible()
    resize(page, 320, 640)
    assert cut(page) == []


@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_nothing_of_the_assessment_is_cut_on_a_narrow_screen(page: Page, lang: str) -> None:
    resize(page, 320, 640)
    open_at(page, "legs", lang)
    tick(page, "R6")
    tick(page, "R6_worse")
    assert cut(page) == []
    go_next(page)
    expect(page.locator(".st-key-outcome")).to_be_visible()
    assert cut(page) == []


@pytest.mark.parametrize(("ticks", "level"), [(["R3"], "E1"), ([], "N")], ids=["E1", "N"])
def test_the_outcome_can_be_printed(page: Page, ticks: list[str], level: str) -> None:
    open_at(page, OUTCOME, "nl", ticks)
    page.emulate_media(media="print")
    shown = page.locator(f".st-key-outcome[data-level={level}]")
    expect(shown).to_be_visible()
    expect(shown.locator(".net")).to_be_visible()
    for hidden in (".places", ".top", ".st-key-after_outcome"):
        expect(page.locator(hidden)).to_be_hidden()
    assert page.evaluate(_CUT_ON_PAPER) is None, "all of it is on the paper, not only what fits a screen"
