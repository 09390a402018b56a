"""Answers under way: they survive a reload, a killed tab, a killed server and a cut network, and go when asked to."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from wervel.content import content

from .conftest import Devices
from .person import (
    answer,
    box,
    go_back,
    go_next,
    kept,
    level,
    open_at,
    open_page,
    plant,
    row,
    screen,
    settled,
    shows_screen,
    tick,
    wait_for_kept,
    wait_until,
    words,
)
from .serving import Server
from .watching import Watch

WORDS = content().pages.assessment


def at_weak_foot(page: Page) -> None:
    """Go to the screen about the legs and tick the weak foot there."""
    open_page(page, "/assessment", "nl")
    answer(page, ["age=1"], until="legs")
    tick(page, "R6")
    wait_for_kept(page, "kept.draft?.answers.flags.R6 === 'yes' && kept.draft.step === 'legs' && !kept.ticks")


def goes_on_from_weak_foot(page: Page) -> None:
    """Expect the screen about the legs with the weak foot ticked, and that the answers count to the end."""
    shows_screen(page, "legs")
    expect(box(page, "R6")).to_be_checked()
    go_back(page)
    expect(box(page, "none_pelvis")).to_be_checked()
    go_next(page)
    expect(box(page, "R6")).to_be_checked()
    go_next(page)
    answer(page)
    assert level(page) == "U"


def server_is_away(page: Page) -> None:
    """Wait until the page has noticed."""
    page.wait_for_selector("[data-test-connection-state]:not([data-test-connection-state=CONNECTED])", state="attached")


def test_answers_survive_a_reload(page: Page) -> None:
    at_weak_foot(page)
    page.reload()
    expect(page.get_by_text(words("nl", WORDS.restored))).to_be_visible()
    goes_on_from_weak_foot(page)


def test_answers_survive_a_killed_tab(phone: BrowserContext, page: Page) -> None:
    at_weak_foot(page)
    page.close()
    again = phone.new_page()
    open_page(again, "/assessment")
    expect(again.get_by_text(words("nl", WORDS.restored))).to_be_visible()
    goes_on_from_weak_foot(again)


def test_answers_survive_a_killed_server(page: Page, server: Server, watch: Watch) -> None:
    at_weak_foot(page)
    page.evaluate("window.__same = 1")
    watch.expect_away()
    server.kill()
    server_is_away(page)
    server.start()
    expect(page.get_by_text(words("nl", WORDS.restored))).to_be_visible()
    goes_on_from_weak_foot(page)
    assert page.evaluate("window.__same") == 1, "the page reconnects by itself, without a reload"


def test_a_tick_that_no_server_saw_is_there_after_a_restart(page: Page, server: Server, watch: Watch) -> None:
    at_weak_foot(page)
    watch.expect_away()
    server.freeze()  # it does not answer any more, and the page does not know yet
    tick(page, "R23")
    wait_for_kept(page, "new Map(kept.ticks).get('R23') === true")
    server.kill()
    server_is_away(page)
    server.start()
    expect(page.get_by_text(words("nl", WORDS.restored))).to_be_visible()
    wait_for_kept(page, "kept.draft.answers.flags.R23 === 'yes' && !kept.ticks")
    expect(box(page, "R6")).to_be_checked()
    expect(box(page, "R23")).to_be_checked()
    page.reload()
    shows_screen(page, "legs")
    expect(box(page, "R23")).to_be_checked()


def test_answers_survive_a_cut_network(phone: BrowserContext, page: Page, watch: Watch) -> None:
    at_weak_foot(page)
    watch.expect_away()
    phone.set_offline(True)
    row(page, "R23").tap()
    phone.set_offline(False)
    wait_for_kept(page, "kept.draft.answers.flags.R23 === 'yes'")
    settled(page)
    expect(box(page, "R23")).to_be_checked()
    go_next(page)
    answer(page)
    assert level(page) == "U"


def test_leaving_for_another_page_and_coming_back_keeps_the_screen(page: Page) -> None:
    at_weak_foot(page)
    page.locator(".places a[data-page=spine]").tap()
    expect(page.locator(".st-key-screen")).to_have_count(0)
    page.locator(".places a[data-page=assessment]").tap()
    shows_screen(page, "legs")
    expect(box(page, "R6")).to_be_checked()


ODD = {
    "text": "not a draft",
    "version": {"version": 99},
    "answers": {"version": 1, "step": "legs", "answers": None},
    "step": {"version": 1, "step": "nowhere", "furthest": "start", "none": [], "unsure": [], "answers": {}},
    "list": [],
}


@pytest.mark.parametrize("name", ODD)
def test_a_draft_that_cannot_be_read_is_set_aside(page: Page, name: str) -> None:
    draft: Any = ODD[name]
    plant(page, {"draft": draft})
    open_page(page, "/assessment", "nl")
    expect(page.get_by_text(words("nl", WORDS.set_aside))).to_be_visible()
    shows_screen(page, "start")
    wait_for_kept(page, "'draft_set_aside' in kept")
    assert kept(page)["draft_set_aside"] == draft
    go_next(page)
    wait_for_kept(page, "kept.draft?.step === 'now'")


@pytest.mark.parametrize("name", ["start_over", "erase"])
def test_one_tap_and_a_confirmation_clear_the_answers(page: Page, name: str) -> None:
    open_page(page, "/assessment", "nl")
    answer(page, ["R14"])
    wait_for_kept(page, "kept.draft?.step === 'outcome'")
    page.locator(f".st-key-{name} button").tap()
    expect(page.get_by_text(words("nl", getattr(WORDS, f"{name}_ask")))).to_be_visible()
    page.locator(f".st-key-{name}_yes button").tap()
    shows_screen(page, "start")
    wait_for_kept(page, "!('draft' in kept) && !('ticks' in kept)")
    page.reload()
    shows_screen(page, "start")
    answer(page, until="ill")
    expect(box(page, "R14")).not_to_be_checked()


def test_the_confirmation_can_be_refused(page: Page) -> None:
    open_page(page, "/assessment", "nl")
    answer(page, ["R14"])
    page.locator(".st-key-erase button").tap()
    page.locator(".st-key-erase_no button").tap()
    expect(page.locator(".st-key-erase_confirm")).to_have_count(0)
    assert level(page) == "U"
    wait_for_kept(page, "kept.draft?.answers.flags.R14 === 'yes'")


def test_everything_is_erased_from_the_about_page(page: Page) -> None:
    at_weak_foot(page)
    open_page(page, "/about", "nl")
    page.locator(".st-key-erase button").tap()
    page.locator(".st-key-erase_yes button").tap()
    expect(page.get_by_text(words("nl", content().own.erase.done))).to_be_visible()
    wait_for_kept(page, "Object.keys(kept).length === 0")
    open_page(page, "/assessment", "nl")
    assert screen(page) == "start"


def test_a_kiosk_keeps_nothing(devices: Devices) -> None:
    tablet = devices(viewport={"width": 768, "height": 1024}, locale="tr-TR")
    page = tablet.new_page()
    open_page(page, "/assessment", "nl", mode="kiosk")
    answer(page, ["age=1", "R14", "zone_low_left", "pain_now=7"])
    assert level(page) == "U"
    assert kept(page) == {}
    assert [each["name"] for each in tablet.cookies()] == ["wervel_mode"]
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_the_browsers_back_and_forward_go_through_the_screens(page: Page) -> None:
    at_weak_foot(page)
    go_next(page)
    shows_screen(page, "ill")
    page.go_back()
    shows_screen(page, "legs")
    expect(box(page, "R6")).to_be_checked()
    page.go_back()
    shows_screen(page, "pelvis")
    expect(box(page, "none_pelvis")).to_be_checked()
    page.go_forward()
    shows_screen(page, "legs")
    expect(box(page, "R6")).to_be_checked()
    page.go_forward()
    shows_screen(page, "ill")


def test_back_from_an_early_alarm_keeps_the_answers(page: Page) -> None:
    open_page(page, "/assessment", "nl")
    answer(page, ["R3"])
    page.go_back()
    shows_screen(page, "pelvis")
    expect(box(page, "R3")).to_be_checked()
    page.go_forward()
    shows_screen(page, "outcome")
    page.locator(".st-key-go_on button").tap()
    shows_screen(page, "legs")
    wait_for_kept(page, "kept.draft?.step === 'legs'")
    answer(page)
    assert level(page) == "E1"


def test_taps_that_were_undone_at_once_do_not_come_back(page: Page) -> None:
    at_weak_foot(page)
    page.locator(".st-key-R23").click()
    page.locator(".st-key-none_legs").click()  # without waiting for an answer to the first tap
    settled(page)
    wait_for_kept(page, "kept.draft.none.includes('legs') && !kept.draft.answers.flags.R23 && !kept.ticks")
    page.reload()
    shows_screen(page, "legs")
    expect(box(page, "none_legs")).to_be_checked()
    expect(box(page, "R23")).not_to_be_checked()
    expect(box(page, "R6")).not_to_be_checked()


@pytest.mark.parametrize("last", ["R23", "none_legs"])
def test_of_two_taps_in_one_moment_the_last_one_counts(page: Page, last: str) -> None:
    open_at(page, "legs", "nl", ["R3"])
    first = "none_legs" if last == "R23" else "R23"
    page.evaluate(
        "(keys) => keys.forEach((key) => document.querySelector(`.st-key-${key} input`).click())", [first, last]
    )
    wait_for_kept(page, f"kept.draft.none.includes('legs') === {str(last == 'none_legs').lower()} && !kept.ticks")
    expect(box(page, last)).to_be_checked()
    expect(box(page, first)).not_to_be_checked()
    go_next(page)


@pytest.mark.parametrize("anew", [False, True], ids=["mounted once", "mounted anew"])
def test_a_new_screen_begins_at_its_title(page: Page, anew: bool) -> None:
    open_page(page, "/assessment", "nl")
    answer(page, ["age=2"], until="pelvis")
    tick(page, "R3")
    if anew:
        page.evaluate("import('/assets/device/draft.js').then((module) => module.unmount())")
    go_next(page)
    expect(page.locator(".st-key-outcome h1")).to_be_focused()
    wait_until(page, "() => document.querySelector('.stMain').scrollTop === 0")
