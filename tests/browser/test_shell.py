"""The page around Streamlit: places, emergency, connection bar, targets, and drawings in right-to-left languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from wervel.assessment.steps import steps
from wervel.content import content
from wervel.emergency import numbers_of
from wervel.i18n import translator

from .conftest import Devices
from .measuring import resize, targets
from .person import (
    PAGES,
    PLACES,
    answer,
    box,
    go_next,
    open_at,
    open_page,
    row,
    screen,
    settled,
    shows_screen,
    tick,
    wait_until,
    words,
)
from .serving import Server
from .watching import Watch

TITLES = {each.id: each.title for each in content().pages.pages}
#: What stands at the top of a page, where it is not its title.
HEADINGS = {"home": content().pages.home.hero, "diary": content().diary.page.title}
#: Time zone of the device, and the country that it means.
ZONES = {"Europe/Amsterdam": "NL", "Europe/Istanbul": "TR", "Europe/London": "GB"}


def go_to(page: Page, place: str) -> None:
    """Tap a place of the bar and wait until its page stands."""
    page.locator(f".places a[data-page={place}]").tap()
    stands(page, place)


def stands(page: Page, place: str) -> None:
    """Expect that a place is shown, marked in the bar and named in the title."""
    expect(page.locator(".places a[aria-current=page]")).to_have_count(1)
    expect(page.locator(f".places a[data-page={place}]")).to_have_attribute("aria-current", "page")
    expect(page).to_have_title(f"{words('nl', TITLES[place])} · Wervel")
    expect(page.locator(".stMain h1").first).to_have_text(words("nl", HEADINGS.get(place, TITLES[place])))
    settled(page)


def emergency_shows(page: Page, country: str) -> None:
    """Open the emergency panel with one tap and expect the number of the country."""
    number = numbers_of(country, content().emergency).emergency
    expect(page.locator("#emergency-button .number")).to_have_text(number)
    page.locator("#emergency-button").tap()
    expect(page.locator("#emergency a.call")).to_be_visible()
    expect(page.locator("#emergency a.call")).to_have_attribute("href", f"tel:{number}")
    expect(page.locator("#emergency .country summary")).to_contain_text(translator("nl").country(country))


# --- places -----------------------------------------------------------------------------------------------------------


def test_the_bar_goes_everywhere_without_loading_the_page_again(page: Page) -> None:
    open_page(page, "/", "nl")
    page.evaluate("window.__same = 1")
    for place in (*PLACES[1:], "home"):
        go_to(page, place)
        assert page.evaluate("window.__same") == 1


def test_nobody_is_thrown_back_to_a_page_they_left(page: Page) -> None:
    page.clock.install()
    open_page(page, "/", "nl")
    for place in ("spine", "diary"):
        go_to(page, place)
    page.go_back()
    stands(page, "spine")
    page.evaluate("window.stayed = true")
    page.clock.fast_forward(10_000)  # the page looks after its taps for some seconds
    stands(page, "spine")
    assert page.evaluate("window.stayed")


def test_of_two_quick_taps_on_places_the_last_one_counts(page: Page) -> None:
    open_page(page, "/assessment", "nl")
    stands(page, "assessment")
    for place in ("spine", "assessment"):  # the address still says assessment when the second tap comes
        page.evaluate("(place) => document.querySelector(`.places a[data-page=${place}]`).click()", place)
    expect(page.locator("html[data-going]")).to_have_count(0)
    stands(page, "assessment")


def test_the_browsers_back_and_forward_go_between_pages(page: Page) -> None:
    open_page(page, "/", "nl")
    for place in ("spine", "assessment", "diary"):
        go_to(page, place)
    for place in ("assessment", "spine", "home"):
        page.go_back()
        stands(page, place)
    for place in ("spine", "assessment", "diary"):
        page.go_forward()
        stands(page, place)


def test_the_first_tab_stop_skips_to_the_content(page: Page) -> None:
    open_page(page, "/spine", "nl")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=words("nl", content().pages.chrome.skip))
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#stMain")).to_be_focused()
    assert "#" not in page.url


def test_our_modules_keep_quiet_after_a_tap(page: Page) -> None:
    """Streamlit drops a tap whose run has not begun when another request follows: ours wait for the end of its run."""
    open_page(page, "/assessment", "nl")
    assert screen(page) == steps(content())[0]
    quiet = """async () => {
      const { isQuiet, quiet } = await import("/assets/device/quiet.js");
      await quiet();
      document.querySelector(".st-key-next button").click();
      return isQuiet();
    }"""
    assert page.evaluate(quiet) is False
    shows_screen(page, steps(content())[1])
    wait_until(page, "async () => (await import('/assets/device/quiet.js')).isQuiet()")


def test_links_in_the_page_lead_on(page: Page) -> None:
    open_page(page, "/", "nl")
    page.evaluate("window.__same = 1")
    page.locator(".st-key-start a").tap()
    stands(page, "assessment")
    page.locator(".brand").tap()
    stands(page, "home")
    page.locator(".st-key-about a").tap()
    expect(page).to_have_title(f"{words('nl', TITLES['about'])} · Wervel")
    expect(page.locator(".places a[aria-current=page]")).to_have_count(0)
    assert page.evaluate("window.__same") == 1


# --- emergency --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_emergency_is_one_tap_away(page: Page, name: str) -> None:
    open_page(page, PAGES[name], "nl")
    emergency_shows(page, "NL")
    page.locator("#emergency .close").tap()
    expect(page.locator("#emergency")).to_be_hidden()


@pytest.mark.parametrize("zone", ZONES)
def test_the_emergency_number_follows_the_place(devices: Devices, zone: str) -> None:
    page = devices(timezone_id=zone).new_page()
    open_page(page, "/", "nl")
    emergency_shows(page, ZONES[zone])
    page.reload()  # the second visit knows it from the start
    emergency_shows(page, ZONES[zone])


def test_the_outcome_calls_the_number_of_the_place(devices: Devices) -> None:
    page = devices(timezone_id="Europe/London").new_page()
    open_page(page, "/assessment", "nl")
    answer(page, ["R8"])
    expect(page.locator(".st-key-outcome a.call").first).to_have_attribute("href", "tel:999")


def test_another_country_can_be_chosen_and_is_remembered(page: Page) -> None:
    open_page(page, "/", "nl")
    emergency_shows(page, "NL")
    page.locator("#emergency summary").tap()
    page.locator("#country").select_option("GB")
    page.locator("#emergency .country button").tap()
    expect(page.locator("a.call")).to_have_attribute("href", "tel:999")
    open_page(page, "/spine", "nl")
    emergency_shows(page, "GB")
    open_page(page, "/assessment", "nl")
    answer(page, ["R8"])
    expect(page.locator(".st-key-outcome a.call").first).to_have_attribute("href", "tel:999")


def test_emergency_opens_without_a_server(page: Page, server: Server, watch: Watch) -> None:
    open_page(page, "/", "nl")
    expect(page.locator(".st-key-device > *").first).to_be_attached()  # all that the page loads has come
    watch.expect_away()
    server.kill()
    emergency_shows(page, "NL")


# --- connection -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_a_bar_tells_that_the_connection_is_lost(page: Page, server: Server, watch: Watch, lang: str) -> None:
    open_page(page, "/assessment", lang)
    expect(page.locator("#connection")).to_be_hidden()
    expect(page.locator(".st-key-next button")).to_be_visible()  # all that the page loads has come
    watch.expect_away()
    server.kill()
    expect(page.locator("#connection")).to_be_visible()
    expect(page.locator("#connection")).to_contain_text(words(lang, content().pages.chrome.offline))
    server.start()
    expect(page.locator("#connection")).to_be_hidden()
    settled(page)
    go_next(page)


# --- targets ----------------------------------------------------------------------------------------------------------

#: Links in the middle of a sentence are not targets of their own (WCAG 2.5.8, "inline").
TAPPED = (
    "button, .top a, .places a, .stMain a.button, .stMain a.call, .stMain a.link, .stMain summary,"
    " [class*='st-key-row_'], .stRadio label:has(input)"
)


def large_enough(page: Page) -> None:
    small = [each for each in targets(page, TAPPED) if each["height"] < 44]
    assert not small, small


def test_targets_of_the_assessment_are_large_enough(page: Page) -> None:
    open_page(page, "/assessment", "nl")
    resize(page, 320, 640)
    large_enough(page)
    open_at(page, "pelvis", "nl")
    tick(page, "unsure_pelvis")
    expect(row(page, "R1_unknown")).to_be_visible()
    large_enough(page)
    tick(page, "none_pelvis")
    go_next(page)
    tick(page, "R6")
    expect(row(page, "R6_worse")).to_be_visible()
    large_enough(page)
    go_next(page)
    answer(page, until="where")
    while screen(page) != "outcome":
        large_enough(page)
        if screen(page) == "pain":
            numbers = targets(page, ".st-key-pain_now label:has(input)")
            assert len(numbers) == 11
            assert min(each["width"] for each in numbers) >= 24, numbers
        go_next(page)
    large_enough(page)


@pytest.mark.parametrize("key", ["R8", "R7", "none_now"])
@pytest.mark.parametrize("edge", ["start", "end"])
def test_a_tick_row_is_one_target_to_its_edges(page: Page, key: str, edge: str) -> None:
    open_at(page, "now", "nl")
    size = row(page, key).bounding_box()
    assert size
    x, y = (8, 8) if edge == "start" else (size["width"] - 8, size["height"] - 8)
    row(page, key).tap(position={"x": x, "y": y})
    expect(box(page, key)).to_be_checked()


def test_next_wants_a_tick_first(page: Page) -> None:
    open_at(page, "now", "nl")
    page.locator(".st-key-next button").tap()
    expect(page.get_by_role("alert")).to_have_text(words("nl", content().pages.assessment.choose_first))
    shows_screen(page, "now")


# --- the drawing of the body ------------------------------------------------------------------------------------------


def test_the_drawing_of_the_body_is_not_mirrored(page: Page) -> None:
    open_at(page, "where", "ar")
    left, right = (page.locator(f".body-map [data-zone=low_{side}]").bounding_box() for side in ("left", "right"))
    assert left
    assert right
    assert left["x"] + left["width"] / 2 < right["x"] + right["width"] / 2
    assert page.locator(".stMain h1").first.evaluate("(title) => getComputedStyle(title).direction") == "rtl"


def test_a_tap_on_the_drawing_ticks_the_row(page: Page) -> None:
    open_at(page, "where", "nl")
    for zone in ("low_left", "calf_right"):
        page.locator(f".body-map [data-zone={zone}]").tap()
        expect(box(page, f"zone_{zone}")).to_be_checked()
        expect(page.locator(f".body-map [data-zone={zone}]")).to_contain_class("on")
    page.locator(".body-map [data-zone=low_left]").tap()
    expect(box(page, "zone_low_left")).not_to_be_checked()
    expect(box(page, "zone_calf_right")).to_be_checked()
