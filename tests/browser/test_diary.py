"""The diary: an entry in three taps that is kept for good, whatever happens to server, network, tab or clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from .conftest import Devices
from .diary_person import (
    BOOK,
    DAY,
    ID,
    an_entry,
    entries,
    open_diary,
    open_plain,
    pain,
    plant_entries,
    press_save,
    rows,
    save,
    says,
    unfold,
)
from .person import open_page, wait_for_kept, words
from .test_axe import finds_nothing

HERE = ZoneInfo("Europe/Amsterdam")


def pill(page: Page, attribute: str) -> None:
    page.locator(f".diary-chip:has([{attribute}])").tap()


# --- an entry ---------------------------------------------------------------------------------------------------------


def test_a_number_and_save(page: Page) -> None:
    open_diary(page)
    press_save(page)
    says(page, "want_pain")
    expect(page.locator("[data-field=pain_back] input").first).to_be_focused()
    save(page, 3)
    page.evaluate("for (let taps = 0; taps < 3; taps += 1) document.querySelector('.diary-save').click()")
    says(page, "saved")
    now = datetime.now(HERE)
    (entry,) = entries(page)
    assert (entry["pain_back"], entry["v"], entry["zone"]) == (3, 1, "Europe/Amsterdam")
    told = datetime.fromisoformat(f"{entry['date']}T{entry['time']}").replace(tzinfo=HERE)
    assert timedelta(0) <= now - told < timedelta(minutes=3)
    expect(rows(page)).to_have_count(1)
    save(page, 5)
    expect(rows(page)).to_have_count(2)
    wait_for_kept(page, "!Object.keys(kept.diary_state?.drafts ?? {}).length")


def test_everything_that_can_be_told(page: Page) -> None:
    open_plain(page)
    pain(page, 6)
    unfold(page)
    page.locator("[data-field=pain_leg] .diary-numbers label").nth(2).tap()
    page.locator(".body-map [data-zone=low_left]").tap()
    pill(page, "data-zone-of=foot_right")
    for kind in ("walk", "house", "swim"):
        pill(page, f"data-kind={kind}")
    page.locator("[data-field=did-walk] .diary-chip").nth(2).tap()
    page.locator("[data-field=did-house] .diary-input").fill("95")
    page.keyboard.press("Enter")  # puts the keyboard away, and saves nothing
    assert entries(page) == []
    press_save(page)
    expect(page.locator(".diary-tellings [role=alert]")).to_contain_text(words("nl", BOOK.kinds[2].label))
    assert entries(page) == []
    pill(page, "data-kind=swim")  # and off again
    for field, number in (("sleep", 7), ("tension", 0)):
        page.locator(f"[data-field={field}] .diary-numbers label").nth(number).tap()
    page.locator(".diary-own-add .diary-input").fill("  Schoenen strikken ")
    page.keyboard.press("Enter")
    page.locator("[data-field^=own-] .diary-numbers label").nth(4).tap()
    page.locator("[data-field=medicine] .diary-chip").first.tap()
    page.locator("[data-field=medicine] .diary-input").fill("een tablet")
    page.locator(".diary-tick").first.tap()
    page.locator("textarea").fill("  Een lange wandeling.\nDat ging goed.  ")
    expect(page.locator(".diary-count")).to_contain_text("461")
    page.locator(".diary-tick").last.tap()
    press_save(page)
    says(page, "saved")
    (entry,) = entries(page)
    (own,) = entry["own"]
    assert {key: entry[key] for key in ("pain_back", "pain_leg", "zones", "did", "sleep", "tension")} == {
        "pain_back": 6, "pain_leg": 2, "zones": ["low_left", "foot_right"], "sleep": 7, "tension": 0,
        "did": [{"kind": "walk", "minutes": 30}, {"kind": "house", "minutes": 95}],
    }  # fmt: skip
    assert (own["score"], own["direction"]) == (4, "higher_is_better")
    assert (entry["medicine"], entry["medicine_what"], entry["flare"]) == (True, "een tablet", True)
    assert (entry["note"], entry["note_for_visit"]) == ("Een lange wandeling.\nDat ging goed.", True)
    expect(rows(page)).to_contain_text("Schoenen strikken: 4")


def test_changing_an_entry_keeps_its_day_and_what_was_begun(page: Page) -> None:
    plant_entries(page, an_entry(1, pain_back=8, zone="Asia/Tokyo", note="Reis"), an_entry(2, pain_back=2))
    open_plain(page)
    pain(page, 9)  # begun, not saved
    rows(page).nth(1).locator(".diary-link").first.tap()
    expect(page.locator("[data-field=pain_back] input").nth(8)).to_be_checked()
    wait_for_kept(page, "Object.values(kept.diary_state.drafts)[0].form.before?.pain_back === 9")
    open_plain(page)
    says(page, "restored")
    pain(page, 5)
    press_save(page)
    says(page, "saved")
    first, second = entries(page)
    assert first == an_entry(1, pain_back=5, zone="Asia/Tokyo", note="Reis", changed_at=first["changed_at"])
    assert first["changed_at"] > an_entry(1)["changed_at"]
    assert second == an_entry(2, pain_back=2)
    expect(page.locator("[data-field=pain_back] input").nth(9)).to_be_checked()
    open_plain(page)
    expect(page.locator("[data-field=pain_back] input").nth(9)).to_be_checked()


def test_deleted_and_put_back(page: Page) -> None:
    plant_entries(page, an_entry(1, pain_back=1, note="Blijft"), an_entry(2))
    open_plain(page)
    rows(page).nth(1).locator(".diary-link").last.tap()
    undo = page.locator("[data-undo]")
    expect(undo).to_be_focused()
    assert [each["id"] for each in entries(page)] == [ID.format(2)]
    undo.tap()
    expect(rows(page)).to_have_count(2)
    assert {key: entries(page)[0][key] for key in ("id", "pain_back", "note")} == {
        "id": ID.format(1), "pain_back": 1, "note": "Blijft",
    }  # fmt: skip
    rows(page).first.locator(".diary-link").last.tap()
    expect(page.locator("[data-undo]")).to_be_visible()
    open_plain(page)
    expect(rows(page)).to_have_count(1)
    expect(page.locator("[data-undo]")).to_have_count(0)


def test_another_day_but_not_one_to_come(page: Page) -> None:
    open_plain(page)
    pain(page, 2)
    page.locator(".diary-when .diary-chip").nth(2).tap()
    date = page.locator("input[type=date]")
    expect(date).to_be_focused()
    tomorrow = (datetime.now(HERE) + timedelta(days=1)).date().isoformat()
    date.fill(tomorrow)
    press_save(page)
    says(page, "want_past")
    assert entries(page) == []
    date.fill(DAY)
    page.locator("input[type=time]").fill("07:15")
    press_save(page)
    says(page, "saved")
    assert [(each["date"], each["time"]) for each in entries(page)] == [(DAY, "07:15")]
    pain(page, 4)
    page.locator(".diary-when .diary-chip").nth(1).tap()
    press_save(page)
    says(page, "saved")
    yesterday = (datetime.now(HERE) - timedelta(days=1)).date().isoformat()
    assert entries(page)[-1]["date"] == yesterday


def test_own_activities_are_renamed_removed_and_come_back_with_their_scores(page: Page) -> None:
    own = {"id": ID.format(9), "name": "Lopen", "direction": "higher_is_better"}
    own |= {"created_at": f"{DAY}T08:00:00.000Z", "changed_at": f"{DAY}T08:00:00.000Z"}
    scored = an_entry(1, own=[{"id": own["id"], "score": 3, "direction": "higher_is_better"}])
    plant_entries(page, scored, keep={"diary_own": [own]})
    open_plain(page)
    unfold(page)
    buttons = page.locator("[data-field^=own-] .diary-row .diary-link")
    buttons.first.tap()
    page.locator(".diary-own .diary-input").fill("Wandelen")
    page.keyboard.press("Enter")
    expect(rows(page)).to_contain_text("Wandelen: 3")
    buttons.last.tap()
    expect(page.locator("[data-field^=own-]")).to_have_count(0)
    expect(rows(page)).to_contain_text("Wandelen: 3")
    assert entries(page) == [scored]
    page.locator(".diary-own-add .diary-input").fill("wandelen")
    page.locator(".diary-own-add .diary-link").tap()
    expect(page.locator(f"[data-field=own-{own['id']}]")).to_be_visible()
    for name in ("Twee", "Drie"):
        page.locator(".diary-own-add .diary-input").fill(name)
        page.locator(".diary-own-add .diary-link").tap()
        expect(page.locator("[data-field^=own-] legend", has_text=name)).to_be_visible()
    expect(page.locator(".diary-own-add")).to_be_hidden()


# --- for everybody ----------------------------------------------------------------------------------------------------


def test_nothing_is_kept_on_a_shared_device(page: Page) -> None:
    open_page(page, "/diary", "nl", mode="kiosk")
    expect(page.locator(".stMain h1")).to_have_text(words("nl", BOOK.page.kiosk_title))
    expect(page.locator(".alarm-signs")).to_be_visible()
    expect(page.locator(".diary")).to_have_count(0)


def test_alarm_signs_are_one_tap_away(page: Page) -> None:
    open_diary(page)
    page.locator(".alarm-signs summary").tap()
    expect(page.locator(".alarm-signs a[href^='tel:']")).to_be_visible()


def test_narrow_right_to_left_and_axe(devices: Devices) -> None:
    for lang, width in (("nl", 320), ("ar", 320)):
        page = devices(viewport={"width": width, "height": 700}, color_scheme="light").new_page()
        plant_entries(page, an_entry(1, note="x" * 300, flare=True, did=[{"kind": "walk", "minutes": 20}]))
        open_diary(page, lang)
        unfold(page)
        pill(page, "data-kind=walk")
        page.locator(".diary-own-add .diary-input").fill("Donaudampfschifffahrtsgesellschaft")
        page.keyboard.press("Enter")
        expect(page.locator("[data-field^=own-]")).to_be_visible()
        assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width
        small = page.evaluate(
            """() => [...document.querySelectorAll(
              ".diary :is(button, .diary-chip, .diary-numbers label, .diary-input)"
            )].filter((each) => each.offsetParent && each.getBoundingClientRect().height < 47.5)
              .map((each) => each.outerHTML.slice(0, 120))"""
        )
        assert small == []
        assert page.evaluate("getComputedStyle(document.querySelector('.diary')).direction") == (
            "rtl" if lang == "ar" else "ltr"
        )
        boxes = page.locator("[data-field=pain_back] .diary-numbers label")
        first, last = boxes.first.bounding_box(), boxes.last.bounding_box()
        assert first
        assert last
        assert first["x"] < last["x"], "0 stands left in every language"
        finds_nothing(page, f"diary {lang}")
