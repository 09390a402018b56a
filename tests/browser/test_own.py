""" "Your data" in the app: a copy out and back, files that are not taken, erasing in all tabs, and a lost diary."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from wervel.content import content

from .conftest import Devices
from .entries import device, put_on_device
from .person import go_next, kept, open_at, open_page, settled, shows_screen, tick, wait_for_kept, wait_until, words
from .serving import Server
from .test_axe import finds_nothing
from .watching import Watch

SAID = content().own
PASSPHRASE = "vier losse woorden samen"
IPHONE = "Object.defineProperty(navigator, 'standalone', {value: false})"
SECTION = words("nl", next(each.label for each in content().diary.sections if each.id == "own"))


def own(page: Page) -> None:
    """Open the diary at "your data"."""
    open_page(page, "/diary", "nl")
    page.locator(".st-key-section").get_by_text(SECTION, exact=True).tap()
    expect(page.locator(".own h2")).to_be_visible()


def panel(page: Page, name: str) -> Locator:
    """Return a panel, opened."""
    found = page.locator(f"[data-panel={name}]")
    if found.get_attribute("open") is None:
        found.locator("summary").tap()
    return found


def tap(place: Locator, text: Any) -> None:
    place.get_by_role("button", name=words("nl", text), exact=True).tap()


def put(page: Page, stock: dict[str, Any]) -> dict[str, Any]:
    """Put a stock on the device before the app is opened there; returns all that is kept."""
    page.goto("/healthz")
    put_on_device(page, stock)
    return kept(page)


def locked_copy(page: Page, folder: Path) -> Path:
    """Save a copy with a passphrase."""
    backup = panel(page, "backup")
    backup.get_by_label(words("nl", SAID.backup.protect)).check()
    backup.locator("input[type=password]").nth(0).fill(PASSPHRASE)
    backup.locator("input[type=password]").nth(1).fill(PASSPHRASE)
    with page.expect_download() as download:
        tap(backup, SAID.backup.save)
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    expect(backup.get_by_role("status")).to_have_text(words("nl", SAID.backup.saved))
    return file


def erase(page: Page) -> None:
    place = panel(page, "erase")
    tap(place, SAID.erase.start)
    expect(place.get_by_role("group")).to_be_visible()
    tap(place, SAID.erase.yes)


def test_a_locked_copy_erased_and_put_back_is_identical(phone: BrowserContext, page: Page, tmp_path: Path) -> None:
    before = put(page, device(21, 60))
    own(page)
    file = locked_copy(page, tmp_path)
    assert re.fullmatch(r"wervel-\d{4}-\d\d-\d\d-locked\.json", file.name)
    assert "pain_back" not in file.read_text()
    assert {each["name"] for each in phone.cookies()} >= {"wervel_lang", "wervel_kept"}
    page.evaluate("window.__old = 1")
    erase(page)
    expect(page.locator(".own-happened")).to_have_text(words("nl", SAID.erase.done))
    assert page.evaluate("window.__old") is None, "nothing of the page goes on"
    assert kept(page) == {}
    assert not {each["name"] for each in phone.cookies()} & {"wervel_kept", "wervel_country"}
    own(page)
    restore = panel(page, "restore")
    restore.locator("input[type=file]").set_input_files(file)
    secret = restore.get_by_label(words("nl", SAID.restore.passphrase))
    secret.fill("een heel ander wachtwoord")
    tap(restore, SAID.restore.open)
    expect(restore.get_by_role("status")).to_have_text(words("nl", SAID.restore.passphrase_wrong))
    assert kept(page) == {}
    secret.fill(PASSPHRASE)
    secret.press("Enter")
    report = page.locator(".own-report")
    expect(report).to_contain_text(words("nl", SAID.restore.added, n="60"))
    expect(report).to_contain_text(words("nl", SAID.restore.draft_back))
    expect(report).to_contain_text(words("nl", SAID.restore.questions_back))
    assert kept(page) == before


def test_a_passphrase_that_does_not_do_saves_nothing(page: Page) -> None:
    put(page, device(22, 3))
    own(page)
    backup = panel(page, "backup")
    backup.get_by_label(words("nl", SAID.backup.protect)).check()
    first, second = (backup.locator("input[type=password]").nth(each) for each in (0, 1))
    downloads: list[object] = []
    page.on("download", lambda each: downloads.append(each))
    for one, two, told, focus in (
        ("kort", "kort", SAID.backup.short, first),
        ("   elf tekens  ", "   elf tekens  ", SAID.backup.short, first),
        (PASSPHRASE, PASSPHRASE + "x", SAID.backup.differ, second),
    ):
        first.fill(one)
        second.fill(two)
        tap(backup, SAID.backup.save)
        expect(backup.get_by_role("status")).to_have_text(words("nl", told))
        expect(focus).to_be_focused()
    assert not downloads


def test_a_copy_and_a_table_without_a_passphrase(page: Page, tmp_path: Path) -> None:
    put(page, device(23, 4))
    own(page)
    with page.expect_download() as download:
        tap(panel(page, "backup"), SAID.backup.save)
    assert len(json.loads(Path(download.value.path()).read_text())["diary"]) == 4
    with page.expect_download() as download:
        tap(panel(page, "table"), SAID.table.save)
    text = Path(download.value.path()).read_bytes().decode("utf-8")
    assert text.startswith("\ufeff" + words("nl", SAID.table.columns.date) + ";")
    assert "\r\n'=2+2" not in text
    assert ";'=2+2;" in text, "a name that could be a formula is a text"


def test_a_file_that_is_not_taken_changes_nothing_and_says_why(page: Page, tmp_path: Path) -> None:
    before = put(page, device(24, 3))
    own(page)
    restore = panel(page, "restore")
    hostile = "<img src=x onerror='window.__hit=1'>"
    good = {"format": "wervel", "version": 1, "diary": [], "diary_own": [], "draft": None}
    for name, text, told in (
        ("holiday.jpg", hostile, SAID.restore.foreign),
        ("other.json", json.dumps({"format": hostile}), SAID.restore.foreign),
        ("cut.json", json.dumps(good)[:-5], SAID.restore.damaged),
        ("later.json", json.dumps(good | {"version": 9}), SAID.restore.newer),
        ("big.json", " " * (20 * 1024 * 1024 + 1), SAID.restore.big),
    ):
        file = tmp_path / name
        file.write_text(text)
        restore.locator("input[type=file]").set_input_files(file)
        expect(restore.get_by_role("status")).to_have_text(words("nl", told))
    file = tmp_path / "nothing.json"
    file.write_text(json.dumps(good))
    restore.locator("input[type=file]").set_input_files(file)
    expect(restore.get_by_role("status")).to_contain_text(words("nl", SAID.restore.nothing))
    assert {name: value for name, value in kept(page).items() if name != "diary_state"} == before
    assert page.evaluate("window.__hit") is None


def test_erasing_reaches_another_tab_and_what_it_had_in_memory(phone: BrowserContext, page: Page) -> None:
    put(page, device(25, 3) | {"draft": None, "visit_questions": None})
    other = phone.new_page()
    open_at(other, "legs", "nl")
    tick(other, "R6")
    wait_for_kept(other, "kept.draft?.answers.flags.R6 === 'yes'")
    other.evaluate("window.__old = 1")
    own(page)
    erase(page)
    expect(page.locator(".own-happened")).to_be_visible()
    wait_until(other, "() => !window.__old")
    settled(other)
    shows_screen(other, "start")
    assert kept(page) == {}
    go_next(other)
    wait_for_kept(other, "kept.draft?.step === 'now' && !('R6' in (kept.draft.answers.flags ?? {}))")


def test_erasing_while_the_server_is_away(page: Page, server: Server, watch: Watch) -> None:
    put(page, device(26, 3))
    own(page)
    panel(page, "erase")
    page.locator("[data-field=pain_back] input").nth(4).check(force=True)  # something unsaved stands in the form
    wait_for_kept(page, "kept.diary_state")
    watch.expect_away()
    server.kill()
    erase(page)
    expect(page.locator("[data-panel=erase]").get_by_role("status")).to_have_text(words("nl", SAID.erase.settings))
    assert kept(page) == {}
    server.start()
    expect(page.locator(".own-happened")).to_have_text(words("nl", SAID.erase.settings))
    assert kept(page) == {}
    expect(page.locator("[data-field=pain_back] input:checked")).to_have_count(0)


def test_a_diary_that_the_browser_deleted_is_missed(page: Page, watch: Watch, tmp_path: Path) -> None:
    put(page, device(27, 3) | {"draft": None, "visit_questions": None})
    own(page)
    file = locked_copy(page, tmp_path)
    wait_until(page, "() => document.cookie.includes('wervel_kept')")
    page.goto("/healthz")
    page.evaluate("indexedDB.deleteDatabase('wervel')")
    open_page(page, "/diary", "nl")
    lost = page.locator(".own-lost")
    expect(lost).to_contain_text(words("nl", SAID.lost.title))
    tap(lost, SAID.lost.put_back)
    restore = page.locator("[data-panel=restore]")
    expect(restore).to_have_attribute("open", "")
    restore.locator("input[type=file]").set_input_files(file)
    restore.get_by_label(words("nl", SAID.restore.passphrase)).fill(PASSPHRASE)
    tap(restore, SAID.restore.open)
    expect(restore.locator(".own-report")).to_contain_text(words("nl", SAID.restore.added, n="3"))
    expect(lost).to_have_count(0)


def test_an_iphone_outside_the_home_screen_is_warned(phone: BrowserContext) -> None:
    phone.add_init_script(IPHONE)
    page = phone.new_page()
    open_page(page, "/diary", "nl")
    expect(page.locator(".own-week summary")).to_have_text(words("nl", SAID.week.title))


def test_without_a_safe_connection_the_page_says_so(phone: BrowserContext, tmp_path: Path) -> None:
    phone.add_init_script("Object.defineProperty(globalThis, 'isSecureContext', { value: false })")
    page = phone.new_page()
    own(page)
    backup = panel(page, "backup")
    expect(backup).to_contain_text(words("nl", SAID.backup.insecure))
    expect(backup.get_by_label(words("nl", SAID.backup.protect))).to_be_disabled()


@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_axe_finds_nothing(devices: Devices, lang: str) -> None:
    phone = devices(color_scheme="light")
    phone.add_init_script(IPHONE)
    page = phone.new_page()
    page.goto("/healthz")
    page.evaluate("document.cookie = 'wervel_kept=2026-11-20; path=/'")
    open_page(page, "/diary", lang)
    tap_section = page.locator(".st-key-section label, .st-key-section button").last
    tap_section.tap()
    expect(page.locator(".own h2")).to_be_visible()
    expect(page.locator(".own-lost")).to_be_visible()
    page.evaluate("for (const each of document.querySelectorAll('.own-panel, .own-week')) each.open = true")
    page.locator("[data-panel=backup] input[type=checkbox]").first.check()
    page.locator("[data-panel=erase] .own-button").first.tap()
    page.locator("[data-panel=restore] input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": b"x"}
    )
    expect(page.locator("[data-panel=restore] .want")).to_be_visible()
    finds_nothing(page, f"your data, {lang}")


def test_erasing_the_answers_of_the_check_leaves_the_diary(page: Page) -> None:
    stock = device(28, 3) | {"draft": None, "visit_questions": None}
    before = put(page, stock)
    open_at(page, "outcome", "nl")
    page.locator(".st-key-erase button").tap()
    page.locator(".st-key-erase_yes button").tap()
    shows_screen(page, "start")
    wait_for_kept(page, "!('draft' in kept)")
    assert kept(page) == before


def test_erasing_from_another_page_takes_what_stands_in_the_form(page: Page) -> None:
    open_page(page, "/diary", "nl")
    page.locator("[data-field=pain_back] input").nth(4).check(force=True)
    wait_for_kept(page, "kept.diary_state")
    page.evaluate("document.querySelector('.places a[data-page=home]').click()")
    expect(page.locator(".diary-save")).to_have_count(0)
    page.evaluate("import('/assets/device/erase.js').then((erase) => erase.eraseEverywhere())")
    wait_for_kept(page, "Object.keys(kept).length === 0")
    page.locator(".places a[data-page=diary]").tap()
    expect(page.locator(".diary-save")).to_be_visible()
    expect(page.locator("[data-field=pain_back] input:checked")).to_have_count(0)
