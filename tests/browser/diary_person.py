"""What a person does in the diary: open it, choose a number, save, look at the entries."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from wervel.content import content
from wervel.device.diary import spoken
from wervel.i18n import translator

from .person import open_page, plant, wait_until, words

BOOK = content().diary
DAY, ID = "2026-03-02", "00000000-0000-4000-8000-00000000000{}"


def open_diary(page: Page, lang: str = "nl", **query: str) -> None:
    """Open the diary and wait until form and list stand."""
    open_page(page, "/diary", lang, **query)
    expect(page.locator(".diary-save")).to_be_visible()
    expect(page.locator(".diary-days > *").first).to_be_visible()


_MOUNT = """async (data) => {
  document.documentElement.dir = data.dir;
  const styles = ["wervel", "diary"].map((name) => `<link rel="stylesheet" href="/assets/${name}.css">`);
  document.body.innerHTML = styles.join("");
  document.body.style.padding = "16px";
  const [{ mountDiary }, { mountEntries }] = await Promise.all(
    ["diary_form", "diary_list"].map((name) => import(`/assets/device/${name}.js`)));
  const form = mountDiary(document.body, data);
  mountEntries(document.body, data, (id) => form.editById(id));
}"""


def open_plain(page: Page, lang: str = "nl") -> None:
    """Open form and list in a plain page of the same origin, without Streamlit, as the offline page will have them."""
    page.goto("/healthz")
    page.evaluate(_MOUNT, spoken(translator(lang)))
    expect(page.locator(".diary-save")).to_be_visible()
    expect(page.locator(".diary-days > *").first).to_be_visible()


def pain(page: Page, number: int) -> None:
    """Tap a number for the pain in the back."""
    page.locator("[data-field=pain_back] .diary-numbers label").nth(number).tap()


def press_save(page: Page) -> None:
    page.locator(".diary-save").tap()


def says(page: Page, name: str, lang: str = "nl") -> None:
    """Expect that the form tells a text of `told`."""
    expect(page.locator(".diary-tellings")).to_contain_text(words(lang, getattr(BOOK.told, name)))


def save(page: Page, number: int, lang: str = "nl") -> None:
    """Choose a number, save, and wait until it is called saved."""
    pain(page, number)
    press_save(page)
    says(page, "saved", lang)


def unfold(page: Page) -> None:
    """Open the longer part of the form."""
    page.locator(".diary-opener").tap()
    expect(page.locator(".diary-more")).to_be_visible()


def change_first(page: Page) -> None:
    """Take up the entry on top of the list, to change it."""
    rows(page).first.locator(".diary-link").first.tap()
    expect(page.locator(".diary form > .notice")).to_be_visible()


def rows(page: Page) -> Locator:
    """Return the entries that the list shows."""
    return page.locator(".diary-entry:has(.diary-pain)")


def entries(page: Page) -> list[dict[str, Any]]:
    """Return the entries that stand on the device, by date and time, read past the app's own modules."""
    found = page.evaluate(
        """async () => {
          const base = await new Promise((resolve, reject) => {
            const asked = indexedDB.open("wervel");
            asked.onsuccess = () => resolve(asked.result);
            asked.onerror = () => reject(asked.error);
          });
          const all = await new Promise((resolve) => {
            const asked = base.transaction("diary").objectStore("diary").getAll();
            asked.onsuccess = () => resolve(asked.result);
          });
          base.close();
          return all;
        }"""
    )
    return sorted(found, key=lambda each: (each["date"], each.get("time", ""), each.get("created_at", "")))


def pains(page: Page) -> list[int]:
    """Return the pain of each entry on the device."""
    return [each["pain_back"] for each in entries(page)]


def an_entry(number: int = 1, **changes: Any) -> dict[str, Any]:
    """Return an entry as the device keeps it."""
    made = {
        "id": ID.format(number), "v": 1, "date": DAY, "time": f"09:0{number}", "zone": "Europe/Amsterdam",
        "created_at": f"{DAY}T08:00:00.000Z", "changed_at": f"{DAY}T08:00:00.000Z", "pain_back": 4, "pain_leg": None,
        "zones": [], "did": [], "sleep": None, "tension": None, "own": [], "medicine": None, "medicine_what": "",
        "flare": False, "note": "", "note_for_visit": False,
    }  # fmt: skip
    return made | changes


def plant_entries(page: Page, *given: dict[str, Any], keep: dict[str, Any] | None = None) -> None:
    """Put entries on the device before the app is opened there."""
    plant(page, keep or {})
    page.evaluate(
        """async (entries) => {
          const base = await new Promise((resolve) => {
            const asked = indexedDB.open("wervel");
            asked.onsuccess = () => resolve(asked.result);
          });
          await new Promise((resolve, reject) => {
            const change = base.transaction("diary", "readwrite");
            for (const entry of entries) change.objectStore("diary").put(entry);
            change.oncomplete = resolve;
            change.onerror = () => reject(change.error);
          });
          base.close();
        }""",
        list(given),
    )


def told(page: Page, condition: str) -> None:
    """Wait until a JavaScript condition on the entries of the device, `entries`, holds."""
    wait_until(
        page,
        "async () => { const { allEntries } = await import('/assets/device/diary_store.js');"
        f" const entries = await allEntries(); return {condition}; }}",
    )
