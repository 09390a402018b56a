"""The insight into a diary and the page for a visit, in a browser: legible everywhere, one A4, nothing leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, WebSocket, expect

from wervel.content import content
from wervel.i18n import translator

from .conftest import Devices
from .person import open_page, settled, wait_until
from .serving import Server
from .test_axe import finds_nothing

SECTIONS = ("pain", "moving", "calendar", "where", "own", "links")
QUESTIONS = ".visit-questions textarea"


@pytest.fixture(scope="module")
def shown(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Devices]:
    """Phones on the app with made-up diaries."""
    server = Server(tmp_path_factory.mktemp("insight") / "server.log", "tests/browser/insight_app.py")
    server.start()
    made = Devices(browser, server.origin)
    yield made
    made.close()
    server.stop()


def choose(page: Page, group: str, place: int) -> None:
    button = page.locator(f".st-key-{group} button").nth(place)
    button.tap()
    expect(button).to_have_attribute("aria-checked", "true")
    settled(page)


def fits(page: Page) -> bool:
    return bool(
        page.evaluate("() => { const m = document.querySelector('.stMain'); return m.scrollWidth <= m.clientWidth; }")
    )


@pytest.mark.parametrize(("lang", "sections"), [("nl", SECTIONS), ("ar", ("pain", "calendar"))])
def test_every_picture_stands_on_a_small_phone(shown: Devices, lang: str, sections: tuple[str, ...]) -> None:
    page = shown(viewport={"width": 320, "height": 640}, color_scheme="light").new_page()
    open_page(page, "/diary", lang, days="60")
    for name in sections:
        if name != "pain":
            choose(page, "insight_section", SECTIONS.index(name))
        drawn = ".insight-link" if name == "links" else ".stPlotlyChart svg.main-svg"
        expect(page.locator(drawn).first).to_be_visible()
        title = translator(lang).text(getattr(content().insight, name).title)
        expect(page.locator(".stMain h2").nth(1)).to_have_text(title)
        assert fits(page), name
    finds_nothing(page, f"insight {sections[-1]}")


@pytest.mark.parametrize("days", ["0", "1", "3650"])
def test_an_empty_a_new_and_a_very_long_diary_stand(shown: Devices, days: str) -> None:
    page = shown().new_page()
    open_page(page, "/diary", "nl", days=days)
    expect(page.locator(".insight-first p").first).to_be_visible()
    expect(page.locator(".stPlotlyChart")).to_have_count(0 if days == "0" else 1)
    if days == "3650":
        choose(page, "diary_window_choice", 2)
        wait_until(page, "() => document.querySelectorAll('.scatterlayer .trace:first-child .point').length > 100")
        points = page.locator(".scatterlayer .trace:first-child .point").count()
        assert points <= 121
    assert fits(page)


def test_more_pain_leads_to_what_helps_and_to_the_check(shown: Devices) -> None:
    page = shown().new_page()
    open_page(page, "/diary", "nl", worse="1")
    expect(page.locator(".insight-worse li")).to_have_count(3)
    expect(page.locator(".st-key-insight_check a")).to_have_attribute("href", re.compile("assessment"))


@pytest.mark.parametrize(("lang", "scheme"), [("nl", "light"), ("ar", "dark")])
def test_the_page_for_a_visit_is_one_a4(shown: Devices, lang: str, scheme: str) -> None:
    page = shown(color_scheme=scheme).new_page()
    open_page(page, "/diary", lang, view="visit", full="1")
    page.locator(QUESTIONS).fill("\n".join(["May I lift at work again, and how do I build up?"] * 12))
    assert page.locator(QUESTIONS).input_value().count("\n") == 7
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    width, height = (float(each) for each in re.findall(rb"/MediaBox\s*\[0 0 (\S+) (\S+?)\]", pdf)[0])
    assert (round(width), round(height)) == (595, 842)
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    expect(page.locator(".visit-paper")).to_be_visible()
    expect(page.locator(".visit-sheet")).to_be_visible()
    for hidden in (QUESTIONS, ".st-key-visit_parts", ".st-key-visit_language", ".visit-print", ".top", ".places"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_parts_can_be_left_out_and_the_page_can_be_in_another_language(shown: Devices) -> None:
    page = shown(color_scheme="light").new_page()
    open_page(page, "/diary", "nl", view="visit")
    expect(page.locator(".visit-sheet")).to_have_attribute("lang", "nl")
    finds_nothing(page, "visit")
    before = page.locator(".visit-parts section").count()
    page.locator(".st-key-visit_parts button").nth(1).tap()
    expect(page.locator(".visit-parts section")).to_have_count(before - 1)
    page.locator(".st-key-visit_parts button").nth(0).tap()
    expect(page.locator(".visit-pain")).to_have_count(0)
    page.locator(".st-key-visit_language button", has_text="العربية").tap()
    expect(page.locator(".visit-sheet[lang=ar]")).to_have_attribute("dir", "rtl")
    assert page.evaluate("() => document.documentElement.lang") == "nl"
    assert fits(page)


def test_questions_stay_on_the_device(shown: Devices) -> None:
    page = shown().new_page()
    sent: list[str | bytes] = []
    page.on("websocket", lambda socket: _listen(socket, sent))
    open_page(page, "/diary", "nl", view="visit")
    page.locator(QUESTIONS).fill("Zebra-vraag?")
    page.locator(".st-key-visit_parts button").nth(6).tap()
    expect(page.locator(QUESTIONS)).to_have_count(0)
    page.locator(".st-key-visit_parts button").nth(6).tap()
    expect(page.locator(QUESTIONS)).to_have_value("Zebra-vraag?")
    page.reload()
    expect(page.locator(QUESTIONS)).to_have_value("Zebra-vraag?")
    assert sent
    assert not [frame for frame in sent if b"Zebra" in (frame.encode() if isinstance(frame, str) else frame)]


def _listen(socket: WebSocket, sent: list[str | bytes]) -> None:
    socket.on("framesent", lambda frame: sent.append(frame))


def test_who_types_before_the_store_answers_loses_nothing(shown: Devices) -> None:
    page = shown().new_page()
    page.add_init_script(
        "Object.defineProperty(IDBTransaction.prototype, 'oncomplete', "
        "{ set(told) { this.addEventListener('complete',"
        " () => setTimeout(() => { told(); window.answered = true; }, 1500)); } });"
    )
    open_page(page, "/diary", "nl", view="visit")
    page.locator(QUESTIONS).fill("Snel getypt?")
    wait_until(page, "() => window.answered === true")
    expect(page.locator(QUESTIONS)).to_have_value("Snel getypt?")
    page.reload()
    expect(page.locator(QUESTIONS)).to_have_value("Snel getypt?")


def test_without_a_store_it_says_so(shown: Devices) -> None:
    page = shown().new_page()
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { get() { throw new Error('no'); } });")
    open_page(page, "/diary", "nl", view="visit")
    expect(page.locator(".visit-not-kept")).to_be_visible()
    page.locator(QUESTIONS).fill("Mag ik sporten?")
    expect(page.locator(".visit-paper")).to_have_text("Mag ik sporten?")
