"""The moving figure in a browser: it plays, stops, goes to a picture, and stands still where less motion is wanted."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from wervel.content import content
from wervel.figure.drawing import path, picture
from wervel.figure.motion import movement
from wervel.web.exercise_assets import film_url, still_url

from .conftest import Devices
from .person import wait_until
from .test_axe import _finds_nothing

EXERCISES = {each.id: each for each in content().exercises.exercises}
WORDS = {"play": "Play", "pause": "Pause", "pictures": "Pictures"}


def data_of(name: str) -> dict[str, Any]:
    exercise = EXERCISES[name]
    stills = [
        {"url": still_url(name, frame.id), "caption": str(frame.caption), "label": f"{frame.id}: {frame.caption}"}
        for frame in exercise.frames
        if frame.shown
    ]
    data = {"id": name, "film": film_url(name), "stills": stills, "alt": str(exercise.alt)}
    return data | {"words": WORDS, "opened": False}


def mount(page: Page, data: dict[str, Any], direction: str = "ltr") -> None:
    """Mount the figure on a plain page of the app, as Streamlit does."""
    if not page.url.endswith("/emergency"):
        page.goto("/emergency")
    page.evaluate(
        """async ([data, dir]) => {
          document.documentElement.dir = dir;
          if (!document.querySelector("link[href='/assets/app.css']")) {
            const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/assets/app.css" });
            document.head.append(sheet);
            await new Promise((done) => { sheet.onload = done; });
          }
          if (!window.holder) {
            window.holder = document.createElement("div");
            const heading = document.createElement("h1");
            heading.textContent = data.id;
            document.querySelector("main").replaceChildren(heading, holder);
          }
          (await import("/assets/device/exercise.js")).default({ parentElement: holder, data });
        }""",
        [data, direction],
    )


def at(page: Page) -> float:
    return float(page.locator(".exercise-figure").get_attribute("data-at"))


def ready(page: Page) -> None:
    expect(page.locator(".exercise-stage path.lumbar")).to_be_attached()


def test_it_plays_and_stops(page: Page) -> None:
    mount(page, data_of("bridge"))
    ready(page)
    expect(page.locator(".exercise-stage")).to_have_attribute("aria-label", str(EXERCISES["bridge"].alt))
    assert at(page) == 0, "it waits for a tap"
    button = page.locator(".exercise-play")
    expect(button).to_have_text("Play")
    button.tap()
    expect(button).to_have_text("Pause")
    wait_until(page, "() => Number(document.querySelector('.exercise-figure').dataset.at) > 3")
    button.tap()
    expect(button).to_have_text("Play")
    stands = at(page)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert at(page) == stands
    assert page.locator("[aria-pressed=true]").count() == 0, "between two pictures none is marked"


def test_a_picture_takes_the_figure_there_by_keyboard(page: Page) -> None:
    mount(page, data_of("cat_camel"))
    ready(page)
    second = page.locator(".exercise-still").nth(1)
    second.focus()
    page.keyboard.press("Enter")
    expect(second).to_have_attribute("aria-pressed", "true")
    ways = movement(EXERCISES["cat_camel"])
    assert at(page) == len(ways[0])
    drawn = page.evaluate(
        "[...document.querySelectorAll('.exercise-stage path')].map((path) => path.getAttribute('d'))"
    )
    assert drawn == [path(shape.tokens) for shape in picture(EXERCISES["cat_camel"], ways[1][0])]
    expect(page.locator(".exercise-play")).to_have_text("Play")


def test_another_exercise_comes_and_words_change(page: Page) -> None:
    mount(page, data_of("bridge"))
    ready(page)
    page.locator(".exercise-play").tap()
    mount(page, data_of("squat_chair"))
    expect(page.locator(".exercise-still")).to_have_count(3)
    expect(page.locator(".exercise-play")).to_have_text("Play")
    ready(page)
    mount(page, data_of("squat_chair") | {"words": WORDS | {"play": "Afspelen"}}, "rtl")
    expect(page.locator(".exercise-play")).to_have_text("Afspelen")
    box = [each.bounding_box() for each in page.locator(".exercise-still").all()[:2]]
    assert box[0]["x"] < box[1]["x"], "time runs from left to right"


@pytest.fixture
def calm(devices: Devices) -> BrowserContext:
    return devices(reduced_motion="reduce")


def only_pictures(page: Page, count: int) -> None:
    expect(page.locator(".exercise-stage")).to_be_hidden()
    expect(page.locator(".exercise-play")).to_be_hidden()
    expect(page.locator(".exercise-still img:visible")).to_have_count(count)
    wait_until(
        page, "() => [...document.querySelectorAll('.exercise-still img')].every((image) => image.naturalWidth > 0)"
    )


def test_less_motion_shows_the_pictures(calm: BrowserContext) -> None:
    page = calm.new_page()
    mount(page, data_of("step_up"))
    only_pictures(page, 3)
    expect(page.locator(".exercise-number")).to_have_text(["1", "2", "3"])
    page.emulate_media(reduced_motion="no-preference")
    expect(page.locator(".exercise-play")).to_be_visible()
    page.emulate_media(media="print")
    only_pictures(page, 3)


def test_without_the_film_the_pictures_are_there(page: Page) -> None:
    page.route("**/walking.json", lambda route: route.fulfill(body=""))
    mount(page, data_of("walking"))
    only_pictures(page, 4)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_axe_finds_nothing(page: Page, direction: str) -> None:
    mount(page, data_of("knee_to_chest"), direction)
    ready(page)
    _finds_nothing(page, "figure")
    _wear_dark(page)
    _finds_nothing(page, "figure, dark")
    assert all(button.bounding_box()["height"] >= 48 for button in page.locator("button:visible").all())


def _wear_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    wait_until(page, "() => matchMedia('(prefers-color-scheme: dark)').matches")
