"""A consultation: hernia in Dutch and Arabic, sentence by sentence; light, swap, hide, bigger, print, on a phone."""

from __future__ import annotations

from playwright.sync_api import expect

from wervel.content import content
from wervel.i18n import translator

from .conftest import Devices
from .person import answer, box, go_next, kept, level, open_page, settled, shows_screen, tick, wait_until, words
from .test_axe import finds_nothing

CARD = next(card for card in content().spine.cards if card.id == "leg_nerve")
SCENE = next(scene for scene in content().spine.scenes if scene.id == "hernia")
NO_SCROLL = "document.querySelector('.stMain').scrollWidth <= document.querySelector('.stMain').clientWidth"


def test_hernia_in_two_languages(devices: Devices) -> None:
    page = devices(viewport={"width": 1024, "height": 768}, is_mobile=False, color_scheme="light").new_page()
    page.goto("/spine?lang=nl&mode=consult&show=scene_hernia")
    settled(page)
    expect(page.locator(".scene .pair")).to_have_count(0)
    page.locator(".sides-choose").tap()
    page.locator("#sides-more a[data-with=ar]").tap()
    settled(page)
    text = page.locator(".scene-text .pair")
    expect(text.locator("[lang=nl]").first).to_have_text(words("nl", SCENE.steps[0].text))
    expect(text.locator("[lang=ar][dir=rtl]").first).to_have_text(words("ar", SCENE.steps[0].text))
    page.locator(".scene-next").tap()
    expect(text.locator("[lang=ar]").first).to_contain_text(words("ar", SCENE.steps[1].text)[:12])
    expect(page.locator(".scene-frames")).to_have_attribute("aria-label", words("nl", SCENE.alt))
    chip = page.locator(".st-key-scene button").first
    expect(chip.locator("[lang=ar][dir=rtl]")).to_have_text(words("ar", content().spine.scenes[0].title))
    finds_nothing(page, "scene, two languages")

    page.goto("/spine?lang=nl&mode=consult&with=ar&show=card_leg_nerve")
    settled(page)
    pair = page.locator(f"#card_{CARD.id} > p .pair").first
    left, right = pair.locator(".first"), pair.locator(".second")
    expect(left).to_be_visible()
    assert left.bounding_box()["x"] < right.bounding_box()["x"]
    assert abs(left.bounding_box()["y"] - right.bounding_box()["y"]) < 4
    left.tap()
    expect(pair).to_have_class("pair lit")
    left.press("ArrowLeft")
    expect(right).to_be_focused()
    right.press("ArrowDown")
    expect(pair).to_have_class("pair")
    expect(page.locator(".pair.lit")).to_have_count(1)

    page.locator("[data-sides-swap]").tap()
    wait_until(page, "() => document.documentElement.hasAttribute('data-swapped')")
    assert left.bounding_box()["x"] > right.bounding_box()["x"]
    page.locator("[data-side=first]").tap()
    expect(left).to_be_hidden()
    expect(right).to_be_visible()
    page.locator("[data-side=second]").tap()  # the last one hidden shows the other
    expect(left).to_be_visible()
    expect(right).to_be_hidden()
    page.locator("[data-side=second]").tap()
    before = right.evaluate("(it) => parseFloat(getComputedStyle(it).fontSize)")
    page.locator(".sides-options").tap()
    page.locator("[data-size=second][data-step='1']").tap()
    assert right.evaluate("(it) => parseFloat(getComputedStyle(it).fontSize)") > before
    finds_nothing(page, "choices of the two languages")
    page.keyboard.press("Escape")
    page.reload()
    settled(page)
    assert page.evaluate("document.documentElement.hasAttribute('data-swapped')")
    page.locator("[data-sides-swap]").tap()

    page.emulate_media(media="print")
    expect(page.locator(".sides-print-head")).to_contain_text(translator("ar").language.name)
    expect(page.locator(f"#card_{CARD.id} .sides-sources")).to_be_visible()
    expect(page.locator("#sides")).to_be_hidden()
    assert left.bounding_box()["x"] < right.bounding_box()["x"]
    page.emulate_media(media="screen")

    page.set_viewport_size({"width": 360, "height": 800})
    assert left.bounding_box()["y"] + left.bounding_box()["height"] <= right.bounding_box()["y"] + 1
    for path in ("/", "/assessment", "/prevention", "/leaflets", "/diary"):
        page.goto(f"{path}?lang=nl&mode=consult&with=ar")
        settled(page)
        expect(page.locator(".stMain h1 .second[lang=ar]").first).to_be_visible()
        assert page.evaluate(NO_SCROLL), path
        finds_nothing(page, f"{path}, two languages")
    expect(page.locator(".places a").first).to_have_attribute("href", "/?lang=nl&mode=consult&with=ar")


def test_a_consultation_keeps_no_answer_and_loses_none_on_the_way(devices: Devices) -> None:
    page = devices(viewport={"width": 1024, "height": 768}, is_mobile=False).new_page()
    open_page(page, "/assessment", "nl", mode="consult")
    answer(page, ["age=2"], until="legs")
    tick(page, "R6")
    wait_until(page, "async () => (await import('/assets/device/quiet.js')).isQuiet()")
    page.locator(".sides-choose").tap()
    page.locator("#sides-more a[data-with=uk]").tap()
    expect(page.locator("html")).to_have_attribute("data-with", "uk")
    wait_until(page, "() => !document.documentElement.hasAttribute('data-arriving')")
    shows_screen(page, "legs")
    expect(box(page, "R6")).to_be_checked()
    assert "take" not in page.url
    go_next(page)
    answer(page)
    assert level(page) == "U"
    assert not {"draft", "ticks", "prevention"} & set(kept(page))

    page.reload()  # the next person
    settled(page)
    shows_screen(page, "start")
    expect(page.locator(".st-key-age input:checked")).to_have_count(0)
