"""The picture questions in a browser: a tap, kind words, by keyboard, what came across, the way there, nothing kept."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from wervel.content import content

from .conftest import Devices
from .person import kept, open_page, settled, words
from .test_axe import finds_nothing

WORDS = content().understood.words
ASKED = {question.id: question for question in content().understood.questions}


def tap(page: Page, name: str, answer: str) -> None:
    page.locator(f".understood [data-question={name}] [data-answer={answer}]").tap()
    expect(page.locator(f".understood [data-question={name}] [data-told={answer}]")).to_be_visible()


def test_answers_are_told_kindly_and_the_therapist_sees_what_landed(devices: Devices) -> None:
    tablet = devices(viewport={"width": 768, "height": 1024})
    page = tablet.new_page()
    open_page(page, "/spine", "ar", show="card_leg_nerve", mode="consult")
    summary = page.locator(".understood-summary")
    expect(summary).to_contain_text(words("ar", WORDS.none))
    block = page.locator("#card_leg_nerve .understood")
    block.locator("summary").focus()
    page.keyboard.press("Enter")
    answers = block.locator("[data-question=leg_time] .understood-answer")
    expect(answers.first).to_be_visible()
    page.keyboard.press("Tab")
    expect(answers.first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # surgery
    feedback = ASKED["leg_time"].answers[1].feedback
    expect(block.locator("[data-told=surgery]")).to_contain_text(words("ar", feedback))
    expect(answers.nth(1)).to_have_attribute("aria-pressed", "true")
    for each in answers.all():
        assert (size := each.bounding_box())
        assert size["height"] >= 56
    tap(page, "leg_time", "time")  # to read about it: what was tapped first counts
    tap(page, "leg_weak", "call")
    finds_nothing(page, "understood")
    expect(summary.locator("[data-list=landed] li:visible")).to_have_text([words("ar", ASKED["leg_weak"].idea)])
    retell = summary.locator("[data-list=retell] li:visible")
    expect(retell).to_have_count(1)
    expect(retell).to_contain_text(words("ar", ASKED["leg_time"].idea))

    # Another page, and back by the link: the page's memory is still there, and nothing of it is kept or sent.
    page.locator(".places a[data-page=prevention]").tap()
    expect(page.locator("h1", has_text=words("ar", content().pages.pages[2].title))).to_be_visible()
    settled(page)
    retell.locator("a").tap()
    expect(page.locator("#card_leg_nerve[open]")).to_be_visible()
    block.locator("summary").tap()
    expect(block.locator("[data-told=time]")).to_be_visible()
    assert "leg_time" not in str(kept(page))
    stored = "[...Object.entries(sessionStorage), ...Object.entries(localStorage), document.cookie].join()"
    assert "leg_time" not in page.evaluate(stored)

    block.locator(".understood-again").tap()
    expect(block.locator("[data-told=time]")).to_be_hidden()
    expect(answers.first).to_be_focused()
    tap(page, "leg_time", "time")
    expect(retell).to_have_count(0)
    expect(summary.locator("[data-list=landed] li:visible")).to_have_count(1)
    page.evaluate("document.dispatchEvent(new CustomEvent('wervel-wiped'))")
    expect(summary).to_contain_text(words("ar", WORDS.none))
    expect(summary.locator("li:visible")).to_have_count(0)


def test_it_works_on_a_shared_device(page: Page) -> None:
    open_page(page, "/spine", "nl", show="scene_hernia", mode="kiosk")
    page.locator(".understood summary").tap()
    tap(page, "scene_hernia_piece", "shrinks")
    assert page.locator(".understood-summary").count() == 0
    page.reload()
    settled(page)
    page.locator(".understood summary").tap()
    expect(page.locator("[data-question=scene_hernia_piece] .understood-answer").first).to_be_visible()
    expect(page.locator("[data-told=shrinks]")).to_be_hidden()
