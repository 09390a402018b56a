"""The spine to turn and its flat drawings on /spine, by touch and by keyboard.

The figure needs WebGL, which headless Chromium draws in software with flags of its own: hence a browser beside the
shared one.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Devices, _chromium, awake
from .person import open_page
from .serving import Server

TURN = ".spine-turn"
DRAWN = f"{TURN}[data-state=ready]"
WITH_WEBGL = ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-angle=swiftshader"]
EYE = """() => {
  const { x, y } = document.querySelector(".spine-plot").layout.scene.camera.eye;
  return Math.atan2(y, x);
}"""
#: How far forward the vertebrae stand on average: bending leans them forward, in mm.
LEAN = """() => {
  const { x } = document.querySelector(".spine-plot").data[2];
  return x.reduce((sum, each) => sum + each, 0) / x.length;
}"""
ASKED = "() => performance.getEntriesByType('resource').some((each) => each.name.includes('plotly.js'))"
LIT = "() => document.querySelector('.spine-plot').data.some((t) => t.visible && t.intensity.some((i) => i > 0.9))"
SOME_OF_EACH_KIND = {"vertebra", "spinous_process", "disc_core", "nerve_root", "psoas", "ligament_front"}
TABLET = {"viewport": {"width": 1024, "height": 768}, "is_mobile": False}
SMALL_TABLET = {"viewport": {"width": 800, "height": 560}, "is_mobile": False}  # fewer pixels to draw
FIRST_LAYERS = {"bones", "discs", "nerves"}

pytestmark = pytest.mark.timeout(180)  # the figure is drawn without a graphics card


@pytest.fixture(scope="module")
def browser(browser: Browser) -> Iterator[Browser]:
    drawing = browser.browser_type.launch(executable_path=_chromium(), args=WITH_WEBGL)
    yield drawing
    drawing.close()


@pytest.fixture(scope="module")
def opened(browser: Browser, _one_server: Server) -> Iterator[Devices]:
    """Devices whose pages stay open for all tests of this module: the figure takes long to draw."""
    made = Devices(browser, awake(_one_server).origin)
    yield made
    made.close()


@pytest.fixture(scope="module")
def drawn_figure(opened: Devices) -> Page:
    page = opened(**SMALL_TABLET, reduced_motion="reduce").new_page()
    open_figure(page)
    return page


@pytest.fixture
def figure(drawn_figure: Page) -> Page:
    """The figure as it first stands: nothing picked, upright, from the first view, with its first layers."""
    page = drawn_figure
    pick(page, "")
    page.locator(f"{TURN} [data-view]").first.click()
    page.locator(f"{TURN} .spine-slider").fill("0")
    for layer in page.locator(f"{TURN} [data-layer]").all():
        if layer.get_attribute("aria-pressed") != str(layer.get_attribute("data-layer") in FIRST_LAYERS).lower():
            layer.click()
    return page


@pytest.fixture(scope="module")
def drawn_flat(opened: Devices) -> Page:
    """A phone shows the flat drawings without loading the 3D figure."""
    page = opened(reduced_motion="reduce").new_page()
    open_page(page, "/spine", "nl")
    expect(page.locator(".spine-drawing:visible")).to_have_count(1)
    return page


@pytest.fixture
def flat(drawn_flat: Page) -> Page:
    """The flat drawings with nothing picked, the first of them on top, and all layers."""
    page = drawn_flat
    for pressed in page.locator('.spine-explorer [data-pick][aria-pressed="true"]').all():
        pressed.click()
    for away in page.locator('.spine-explorer [data-layer][aria-pressed="false"]').all():
        away.click()
    page.locator(".spine-explorer [data-drawing]").first.click()
    return page


def open_figure(page: Page) -> None:
    """Open the page, tap the button when there is one (on a phone), wait until the figure stands."""
    open_page(page, "/spine", "nl")
    page.wait_for_selector(TURN)
    button = page.locator(f"{TURN}[data-state=closed] .spine-button.primary")
    if button.count():
        button.click()
    page.wait_for_selector(DRAWN, timeout=90_000)


def pick(page: Page, part: str) -> None:
    page.locator(f"{TURN} select").select_option(part)


def test_a_phone_loads_the_chart_bundle_only_after_a_tap(devices):
    phone = devices()
    page = phone.new_page()
    open_page(page, "/spine", "nl")
    expect(page.locator(f"{TURN}[data-state=closed]")).to_be_visible()
    assert not page.evaluate(ASKED)
    page.locator(f"{TURN} .spine-button.primary").tap()
    page.wait_for_selector(DRAWN, timeout=90_000)
    assert page.evaluate(ASKED)


def test_every_part_of_the_list_lights_up_and_tells_its_name(figure):
    page = figure
    options = page.locator(f"{TURN} select option")
    parts = options.evaluate_all("(all) => all.map((each) => [each.value, each.textContent])")
    assert len([part for part, _ in parts if part]) >= 16
    for part, name in parts:
        if part:
            pick(page, part)
            expect(page.locator(f"{TURN} .spine-name")).to_have_text(name)
            expect(page.locator(f"{TURN} .spine-does")).not_to_be_empty()
        if part in SOME_OF_EACH_KIND:
            page.wait_for_function(LIT)


def test_a_part_of_a_layer_that_is_off_turns_it_on(figure):
    page = figure
    muscles = page.locator(f"{TURN} [data-layer=muscles]")
    expect(muscles).to_have_attribute("aria-pressed", "false")
    pick(page, "psoas")
    expect(muscles).to_have_attribute("aria-pressed", "true")
    muscles.click()
    expect(page.locator(f"{TURN} select")).to_have_value("")


def test_the_slider_and_its_buttons_bend_the_back(figure):
    page = figure
    upright = page.evaluate(LEAN)
    slider = page.locator(f"{TURN} .spine-slider")
    for _ in range(4):
        page.locator(f"{TURN} [data-bend=forward]").click()
    expect(slider).to_have_value("100")
    page.wait_for_function(f"(upright) => ({LEAN})() > upright + 20", arg=upright)
    slider.focus()
    page.keyboard.press("Home")
    expect(slider).to_have_value("-100")
    assert slider.get_attribute("aria-valuetext")


def test_a_view_and_a_drag_turn_it_and_nothing_mirrors_from_right_to_left(figure):
    page = figure
    page.locator(f"{TURN} [data-view=behind]").click()
    page.wait_for_function(f"() => Math.abs(Math.abs(({EYE})()) - Math.PI) < 0.02")
    box = page.locator(".spine-grip").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 90, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    page.wait_for_function(f"() => Math.abs(Math.abs(({EYE})()) - Math.PI) > 0.5")
    assert page.locator(".spine-stage").evaluate_all("(all) => all.every((each) => each.dir === 'ltr')")


def test_a_tap_on_the_figure_picks_what_lies_there(figure):
    page = figure
    box = page.locator(".spine-grip").bounding_box()
    assert box
    for share in (0.45, 0.5, 0.55, 0.6):
        page.mouse.click(box["x"] + box["width"] * share, box["y"] + box["height"] * 0.4)
        if page.locator(f"{TURN} .spine-name").count():
            break
    expect(page.locator(f"{TURN} .spine-name")).to_have_count(1)
    assert page.locator(f"{TURN} select").input_value()


def test_without_webgl_it_says_so_and_loads_no_chart_bundle(devices):
    context = devices(**TABLET)
    context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page = context.new_page()
    open_page(page, "/spine", "nl")
    page.wait_for_selector(f"{TURN}[data-state=closed], {TURN}[data-state=none]")
    button = page.locator(f"{TURN}[data-state=closed] .spine-button.primary")
    if button.count():
        button.click()
    expect(page.locator(f"{TURN}[data-state=none] .spine-note p")).not_to_be_empty()
    assert not page.evaluate(ASKED)


def test_every_part_of_the_drawings_opens_by_keyboard(flat):
    page = flat
    buttons = page.locator(".spine-explorer [data-pick]")
    assert buttons.count() >= 16
    buttons.first.focus()
    for number in range(buttons.count()):
        button = buttons.nth(number)
        expect(button).to_be_focused()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".spine-explorer .spine-name")).to_have_text(button.inner_text())
        expect(page.locator(".spine-drawing:visible .lit").first).to_be_attached()
        page.keyboard.press("ArrowDown")


def test_a_touch_on_a_drawing_lights_the_part_up(flat):
    page = flat
    shape = page.locator(".spine-drawing:visible [data-part=disc_L4_L5]").first
    shape.dispatch_event("click")
    expect(page.locator(".spine-explorer [data-pick=disc]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".spine-drawing:visible .lit").first).to_be_attached()


def test_a_finger_finds_the_nerve_of_the_leg_beside_the_line(flat):
    page = flat
    page.locator(".spine-explorer [data-drawing=spine-behind]").click()
    nerve = page.locator(".spine-drawing:visible [data-part=nerve_sciatic_right]")
    nerve.scroll_into_view_if_needed()
    middle = nerve.evaluate(
        """(shape) => {
          const path = shape.querySelector("path");
          const at = path.getPointAtLength(path.getTotalLength() * 0.25).matrixTransform(path.getScreenCTM());
          return [at.x, at.y];
        }"""
    )
    page.mouse.click(middle[0] + 5, middle[1])  # on the edge of the line, and as far beside it as a finger goes
    expect(page.locator(".spine-explorer [data-pick=sciatic_nerve]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".spine-explorer .spine-stage .spine-caption")).to_be_visible()
    expect(page.locator(".spine-drawing:visible [data-part=nerve_sciatic_right].lit")).to_be_attached()


def test_what_a_muscle_covers_comes_to_light_when_it_is_put_away(flat):
    page = flat
    page.locator(".spine-explorer [data-drawing=spine-behind]").click()
    page.locator(".spine-explorer [data-layer=muscles]").click()
    expect(page.locator(".spine-drawing:visible [data-part=muscle_gluteus_maximus_left]")).to_be_hidden()
    bones = page.locator(".spine-drawing:visible [data-part=femur_left]")
    found = bones.evaluate(
        """(shape) => {
          shape.scrollIntoView({ block: "center" });
          const box = shape.getBoundingClientRect();
          const steps = Array.from({ length: 15 }, (_, at) => box.top + (box.height * (at + 0.5)) / 15);
          const across = Array.from({ length: 30 }, (_, at) => box.left + (box.width * (at + 0.5)) / 30);
          const here = (x, y) => document.elementFromPoint(x, y)?.closest("[data-part]") === shape;
          return steps.filter((y) => across.some((x) => here(x, y))).length;
        }"""
    )
    assert found >= 12, "the thigh bone can be seen and tapped, from below the hip to the knee"


def test_a_layer_of_the_drawings_can_be_put_away(flat):
    page = flat
    disc = page.locator(".spine-drawing:visible [data-part=disc_L4_L5]").first
    expect(disc).to_be_visible()
    page.locator(".spine-explorer [data-layer=discs]").click()
    expect(disc).to_be_hidden()
