"""The story on one page and the demonstration, in a browser: one A4, one file, nothing made up near what is real."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fhir.resources.R4B.bundle import Bundle
from playwright.sync_api import Page, expect

from tests.diary import demo as diary_demo
from wervel import demo
from wervel.assessment.draft import dump
from wervel.content import content
from wervel.i18n import translator

from .conftest import Devices
from .diary_person import an_entry, pain, plant_entries, press_save, rows
from .person import PLACES, kept, open_page, settled, wait_until, words
from .test_axe import finds_nothing

BOOK = content()
STORY = BOOK.story
QUESTIONS = ".visit-questions textarea"


def today() -> date:
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def a_person() -> dict[str, Any]:
    return {"draft": dump(demo.draft(BOOK)), "diary_own": diary_demo.OWN}


def open_story(page: Page, lang: str, **query: str) -> None:
    open_page(page, "/story", lang, **query)
    expect(page.locator(".story-sheet .story-own")).to_be_visible()
    settled(page)


def fits(page: Page) -> bool:
    return bool(
        page.evaluate("() => { const m = document.querySelector('.stMain'); return m.scrollWidth <= m.clientWidth; }")
    )


def test_the_story_of_a_person_on_one_page_and_in_one_file(devices: Devices, tmp_path: Path) -> None:
    lang, to = "ar", "nl"  # told in one language, read in the language of the country
    page = devices(color_scheme="light").new_page()
    note = "Zebra: lang in de auto gezeten."
    start = today() - timedelta(days=59)
    entries = [diary_demo.row(number, start) | {"note": note if number == 33 else ""} for number in range(60)]
    plant_entries(page, *entries, keep=a_person())
    open_page(page, "/assessment", lang)
    page.locator(".st-key-outcome_to_story a").tap()
    expect(page.locator(".story-sheet .story-own")).to_be_visible()
    expect(page.locator(".story-sheet")).to_have_attribute("lang", to)
    expect(page.locator(".story-signs li").first).to_contain_text(
        words(to, next(flag for flag in BOOK.red_flags.flags if flag.id == "R20").card)
    )
    expect(page.locator(".story-notes")).to_contain_text(note)
    expect(page.locator(".story-notes bdi")).to_have_attribute("lang", lang)
    assert fits(page)
    finds_nothing(page, "story")

    page.locator(QUESTIONS).fill("Mag ik tillen?\nHoe vaak oefenen?")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    page.emulate_media(media="print")
    expect(page.locator(".story-sheet")).to_be_visible()
    for hidden in (QUESTIONS, ".st-key-row_story_signs", ".st-key-story_to", ".story-file", ".top", ".places"):
        expect(page.locator(hidden).first).to_be_hidden()
    page.emulate_media(media="screen")

    page.locator(".st-key-row_story_notes").tap()
    expect(page.locator(".story-notes")).to_have_count(0)
    settled(page)
    with page.expect_download() as download:
        page.locator(".story-file").tap()
    download.value.save_as(tmp_path / "story.json")
    expect(page.locator(".story-told")).to_have_text(words(lang, STORY.page.file_saved))
    text = (tmp_path / "story.json").read_text(encoding="utf-8")
    Bundle.model_validate(json.loads(text))
    assert "Mag ik tillen?" in text
    assert "Zebra" not in text
    assert '"R4"' not in text
    page.locator(".st-key-row_story_questions").tap()
    expect(page.locator(QUESTIONS)).to_have_count(0)
    settled(page)
    with page.expect_download() as download:
        page.locator(".story-file").tap()
    download.value.save_as(tmp_path / "story.json")
    assert "Mag ik tillen" not in (tmp_path / "story.json").read_text(encoding="utf-8")


def test_the_demonstration_never_meets_what_is_real(devices: Devices) -> None:
    phone = devices(color_scheme="light")
    page = phone.new_page()
    real = an_entry(date=today().isoformat(), pain_back=9, note="Zebra", note_for_visit=True)
    plant_entries(page, real, keep=a_person() | {"visit_questions": "Zebra?"})
    open_page(page, "/about", "nl")
    settled(page)
    before, cookies = kept(page), phone.cookies()
    page.locator(".demo-offer a").tap()
    expect(page.locator(".demo-band")).to_contain_text(words("nl", STORY.demo.band))
    for place in PLACES[1:]:
        page.locator(f".places a[data-page={place}]").tap()
        wait_until(page, "(place) => location.pathname === `/${place}`", place)
        expect(page.locator(".stMain h1").first).to_be_visible()
        expect(page.locator(".demo-band")).to_be_visible()
        assert "demo=1" in page.url
        settled(page)
    expect(rows(page).nth(10)).to_be_visible()
    assert "Zebra" not in page.locator("body").inner_text()
    pain(page, 4)
    press_save(page)
    expect(page.locator(".diary-tellings")).to_contain_text(words("nl", STORY.demo.no_saving))
    expect(page.locator(".diary-entry button")).to_have_count(0)
    finds_nothing(page, "diary of the demonstration")
    for attempt in (
        "(await import('/assets/device/diary_store.js')).putEntry({id: crypto.randomUUID(), pain_back: 1})",
        "(await import('/assets/device/store.js')).eraseAll()",
        "(await import('/assets/device/store.js')).put('draft', 1)",
        "(await import('/assets/device/store.js')).change('prevention', () => 1)",
        "indexedDB.open('wervel')",
    ):
        refused = page.evaluate(f"async () => {{ try {{ await {attempt}; return false; }} catch {{ return true; }} }}")
        assert refused, attempt
    page.evaluate("() => { document.cookie = 'made_up=1'; localStorage.setItem('made_up', '1'); }")
    page.locator(".st-key-section button").nth(2).tap()
    page.locator(".st-key-visit_to_story a").tap()
    expect(page.locator(".story-sheet .story-own")).to_be_visible()
    settled(page)
    page.locator(QUESTIONS).fill("Verzonnen vraag?")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
    page.emulate_media(media="print")
    expect(page.locator(".demo-band")).to_be_visible()
    page.emulate_media(media="screen")
    page.goto(page.url.replace("lang=nl", "lang=tr"))  # another language within it is no setting of this device
    expect(page.locator(".demo-band")).to_contain_text(words("tr", STORY.demo.band))
    expect(page.locator(".story-sheet .story-own")).to_contain_text(translator("tr").text(STORY.demo.own_stairs))

    page.locator(".demo-band a").tap()
    expect(page.locator(".story-sheet .story-notes")).to_contain_text("Zebra")
    expect(page.locator(".demo-band")).to_have_count(0)
    assert "demo" not in page.url
    expect(page.locator(QUESTIONS)).to_have_value("Zebra?")
    settled(page)
    after = kept(page)
    assert after == before
    changed = {each["name"]: each["value"] for each in phone.cookies()}
    # leaving is a visit in Turkish like any other; nothing else was written
    assert changed == {each["name"]: each["value"] for each in cookies} | {"wervel_lang": "tr"}
    assert page.evaluate("localStorage.getItem('made_up')") is None
