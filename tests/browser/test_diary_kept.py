"""Nothing of the diary is lost: reload, server and network away, storage full or missing, two tabs, clock, journeys."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, Page, expect

from .conftest import Devices
from .diary_person import (
    BOOK,
    DAY,
    ID,
    an_entry,
    change_first,
    entries,
    open_diary,
    open_plain,
    pain,
    pains,
    plant_entries,
    press_save,
    rows,
    save,
    says,
    unfold,
)
from .person import open_page, settled, wait_for_kept, wait_until, words
from .serving import Server
from .test_axe import finds_nothing
from .test_draft import server_is_away
from .watching import Watch

HERE = ZoneInfo("Europe/Amsterdam")

#: A device without room: a value is put, and then the transaction is given up, as browsers do it.
NO_ROOM = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...given) {
  const asked = put.apply(this, given);
  if (%s) {
    Object.defineProperty(this.transaction, "error", { value: new DOMException("no room", "QuotaExceededError") });
    asked.onsuccess = () => this.transaction.abort();
  }
  return asked;
};
"""


# --- nothing is lost --------------------------------------------------------------------------------------------------


def test_what_is_begun_survives_a_reload(page: Page) -> None:
    open_plain(page)
    pain(page, 7)
    unfold(page)
    page.locator("textarea").fill("Nog niet klaar")
    wait_for_kept(page, "Object.values(kept.diary_state?.drafts ?? {})[0]?.form.note === 'Nog niet klaar'")
    open_plain(page)
    says(page, "restored")
    expect(page.locator("textarea")).to_have_value("Nog niet klaar")
    press_save(page)
    says(page, "saved")
    assert pains(page) == [7]
    open_plain(page)
    expect(page.locator("[data-field=pain_back] input:checked")).to_have_count(0)
    expect(rows(page)).to_have_count(1)


def test_saving_needs_no_server(page: Page, server: Server, watch: Watch) -> None:
    open_diary(page)
    watch.expect_away()
    server.kill()
    server_is_away(page)
    save(page, 4)
    unfold(page)
    page.locator("textarea").fill("Zonder server")
    pain(page, 6)
    press_save(page)
    expect(rows(page)).to_have_count(2)
    server.start()
    settled(page)
    expect(rows(page)).to_have_count(2)
    assert sorted(pains(page)) == [4, 6]
    page.reload()
    expect(rows(page)).to_have_count(2)


def test_saving_needs_no_network(phone: BrowserContext, page: Page, watch: Watch) -> None:
    open_diary(page)
    watch.expect_away()
    phone.set_offline(True)
    save(page, 8)
    assert pains(page) == [8]
    phone.set_offline(False)
    settled(page)


def test_typing_goes_on_while_the_page_runs_again(page: Page) -> None:
    open_diary(page)
    save(page, 3)
    unfold(page)
    note = page.locator("textarea")
    note.focus()
    for letter in "abcdefghijklmnopqrst":  # the device tells Python meanwhile, and the page runs again
        page.keyboard.type(letter)
        wait_until(page, "() => new Promise((done) => setTimeout(() => done(true), 30))")
    settled(page)
    expect(note).to_be_focused()
    expect(note).to_have_value("abcdefghijklmnopqrst")


def test_storage_full_keeps_the_entry_on_the_screen(page: Page) -> None:
    page.add_init_script(NO_ROOM % "window.full && this.name === 'diary'")
    open_plain(page)
    page.evaluate("window.full = true")
    pain(page, 5)
    press_save(page)
    says(page, "full")
    assert entries(page) == []
    expect(page.locator("[data-field=pain_back] input").nth(5)).to_be_checked()
    page.evaluate("window.full = false")
    press_save(page)
    says(page, "saved")
    assert pains(page) == [5]


def test_a_transaction_that_is_given_up_is_not_called_saved(page: Page) -> None:
    page.add_init_script(NO_ROOM.replace("QuotaExceededError", "AbortError") % "window.full && this.name === 'diary'")
    open_plain(page)
    page.evaluate("window.full = true")
    pain(page, 5)
    press_save(page)
    says(page, "failed")
    assert entries(page) == []
    page.evaluate("window.full = false")
    press_save(page)
    says(page, "saved")


def test_a_draft_that_cannot_be_kept_is_told(page: Page) -> None:
    page.add_init_script(NO_ROOM % "given[1] === 'diary_state'")
    open_plain(page)
    pain(page, 5)
    says(page, "unkept")


def test_a_browser_that_keeps_nothing_says_so_before_anything_is_typed(page: Page) -> None:
    page.add_init_script(
        """const real = indexedDB;
        window.nothing = true;
        Object.defineProperty(window, "indexedDB", { get: () => (window.nothing ? undefined : real) });"""
    )
    open_page(page, "/diary", "nl")
    expect(page.locator(".diary [role=alert]")).to_contain_text(words("nl", BOOK.told.no_store))
    expect(page.locator(".diary-save")).to_have_count(0)
    finds_nothing(page, "no store")
    page.evaluate("window.nothing = false")
    page.locator(".diary [role=alert] button").tap()
    save(page, 3)
    assert pains(page) == [3]


def test_a_private_window_works_as_long_as_it_is_open(page: Page) -> None:
    open_plain(page)  # each context of the tests is a private one
    save(page, 2)
    open_plain(page)
    expect(rows(page)).to_have_count(1)


# --- two tabs ---------------------------------------------------------------------------------------------------------


def test_two_tabs_show_all_and_each_keeps_its_own_draft(phone: BrowserContext, page: Page) -> None:
    open_plain(page)
    other = phone.new_page()
    open_plain(other)
    save(page, 1)
    expect(rows(other)).to_have_count(1)
    save(other, 2)
    expect(rows(page)).to_have_count(2)
    pain(page, 6)
    pain(other, 7)
    wait_for_kept(page, "Object.keys(kept.diary_state?.drafts ?? {}).length === 2")
    for tab, number in ((page, 6), (other, 7)):
        open_plain(tab)
        expect(tab.locator("[data-field=pain_back] input").nth(number)).to_be_checked()
    press_save(page)
    press_save(other)
    expect(rows(page)).to_have_count(4)
    assert sorted(pains(other)) == [1, 2, 6, 7]


def test_an_entry_changed_in_two_tabs(phone: BrowserContext, page: Page) -> None:
    plant_entries(page, an_entry(1, pain_back=4))
    open_plain(page)
    other = phone.new_page()
    open_plain(other)
    for tab, number in ((page, 1), (other, 9)):
        change_first(tab)
        pain(tab, number)
    press_save(page)
    says(page, "saved")
    press_save(other)
    says(other, "conflict")
    assert pains(page) == [1]
    other.locator(".diary-tellings .diary-row .diary-link").first.tap()  # keep both
    says(other, "saved")
    assert sorted(pains(page)) == [1, 9]
    # Once more, and mine only; then theirs.
    for choice, kept in ((1, [3, 9]), (2, [5, 9])):
        for tab, number in ((page, 5 if choice == 2 else 2), (other, 7 if choice == 2 else 3)):
            tab.locator(f"[data-entry='{ID.format(1)}'] .diary-link").first.tap()
            expect(tab.locator(".diary form > .notice")).to_be_visible()
            pain(tab, number)
        press_save(page)
        says(page, "saved")
        press_save(other)
        says(other, "conflict")
        other.locator(".diary-tellings .diary-row .diary-link").nth(choice).tap()
        expect(other.locator(".diary form > .notice")).to_be_hidden()
        assert sorted(pains(page)) == kept


def test_an_entry_deleted_elsewhere_comes_back_when_its_change_is_saved(phone: BrowserContext, page: Page) -> None:
    plant_entries(page, an_entry(1))
    open_plain(page)
    change_first(page)
    other = phone.new_page()
    open_plain(other)
    rows(other).first.locator(".diary-link").last.tap()
    expect(rows(page)).to_have_count(0)
    pain(page, 6)
    press_save(page)
    says(page, "saved")
    assert pains(page) == [6]
    expect(rows(other)).to_have_count(1)
    expect(other.locator("[data-undo]")).to_have_count(0)


# --- time -------------------------------------------------------------------------------------------------------------


def test_a_clock_that_was_set_back_makes_no_change_look_old(page: Page) -> None:
    ahead = "2031-01-01T00:00:00.000Z"
    plant_entries(page, an_entry(1, changed_at=ahead))
    open_plain(page)
    change_first(page)
    pain(page, 7)
    press_save(page)
    says(page, "saved")
    (entry,) = entries(page)
    assert entry["changed_at"] == "2031-01-01T00:00:00.001Z"
    assert entry["pain_back"] == 7


def test_a_day_stays_the_day_of_the_person_when_travelling(devices: Devices) -> None:
    page = devices(timezone_id="Pacific/Auckland").new_page()
    plant_entries(page, an_entry(1, time="23:50", zone="America/Los_Angeles"))
    open_plain(page)
    assert DAY[-1] in page.locator(".diary-day h3").inner_text()
    expect(rows(page)).to_contain_text("23:50")
    expect(rows(page)).to_contain_text("America/Los Angeles")
    save(page, 3)
    entry = entries(page)[-1]
    now = datetime.now(ZoneInfo("Pacific/Auckland"))
    assert (entry["zone"], entry["date"]) == ("Pacific/Auckland", now.date().isoformat())


def test_a_form_begun_before_midnight_stays_of_that_day(phone: BrowserContext, page: Page) -> None:
    page.clock.install(time=datetime(2026, 10, 24, 23, 58, tzinfo=HERE))  # in this night the clock is set back
    open_plain(page)
    pain(page, 4)
    page.clock.fast_forward(5 * 60_000)
    press_save(page)
    says(page, "saved")
    page.clock.fast_forward(60_000)
    save(page, 5)
    first, second = entries(page)
    assert (first["date"], first["time"]) == ("2026-10-24", "23:58")
    assert second["date"] == "2026-10-25"
