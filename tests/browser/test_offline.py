"""Without a connection, a new version, switching off, and installing; in a browser with a service worker."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from wervel.content import content
from wervel.web import pwa

from .conftest import Devices
from .diary_person import an_entry, entries, plant_entries, rows, save, unfold
from .person import PLACES, open_at, open_page, settled, wait_until, words
from .serving import Server
from .watching import Watch

BOOK = content().pwa
SECRET = "nobody else reads this"
CACHES = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    found[name] = {};
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { pathname, search } = new URL(request.url);
      found[name][pathname + search] = await (await cache.match(request, { ignoreVary: true })).text();
    }
  }
  return found;
}"""
REGISTRATIONS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


@pytest.fixture
def phone(devices: Devices) -> BrowserContext:
    return devices(service_workers="allow")


def kept_in(page: Page, lang: str) -> None:
    """Wait until the reading edition in a language is kept, and no other."""
    wait_until(
        page,
        """async (lang) => {
          const kept = (await caches.keys()).filter((name) => name.includes("~"));
          if (kept.length !== 1 || !kept[0].includes(`-${lang}~`)) return false;
          return caches.match("/read/whole", { cacheName: kept[0] });
        }""",
        lang,
        patience=60_000,
    )


def versions(page: Page) -> set[str]:
    """Return the versions that the caches are of."""
    return {name.split("-")[1] for name in page.evaluate("caches.keys()")}


def reads(page: Page, name: str, lang: str) -> None:
    """Expect a page of the reading edition, and that it says what is wrong."""
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.locator(f"#offline-app[data-page={name}]")).to_be_attached()
    expect(page.locator(".offline-bar[data-state=away]")).to_contain_text(words(lang, BOOK.offline.away))


def test_all_places_open_without_a_connection(phone: BrowserContext, page: Page, server: Server, watch: Watch) -> None:
    open_page(page, "/", "nl")
    kept_in(page, "nl")
    open_page(page, "/diary", "ar")
    kept_in(page, "ar")  # another language takes the place of the first
    save(page, 3, "ar")

    watch.expect_away()
    server.freeze()  # a network so slow that nothing comes
    page.goto("/prevention?lang=ar")
    reads(page, "prevention", "ar")
    server.kill()
    phone.set_offline(True)
    for place in PLACES:
        page.goto(f"/{'' if place == 'home' else place}?lang=ar")
        reads(page, place, "ar")
        if place == "assessment":
            flags = {flag.id: flag for flag in content().red_flags.flags}
            for name in (*content().levels.net.emergency_signs, *content().levels.net.signs):
                expect(page.locator("body")).to_contain_text(words("ar", flags[name].label))
    page.goto("/diary?lang=nl&start=app")  # the app's icon still has the language of installing
    reads(page, "diary", "ar")

    expect(rows(page)).to_have_count(1)
    unfold(page)
    page.locator(".diary-more textarea").first.fill(SECRET)
    save(page, 6, "ar")
    expect(rows(page)).to_have_count(2)
    found = [rule["id"] for rule in Axe().run(page).response["violations"]]
    assert found == []

    server.start()
    phone.set_offline(False)
    expect(page.locator(".offline-bar[data-state=back]")).to_contain_text(words("ar", BOOK.offline.back))
    page.locator(".offline-bar a").tap()
    settled(page)
    expect(rows(page)).to_have_count(2)
    assert sorted(each["pain_back"] for each in entries(page)) == [3, 6]
    kept = page.evaluate(CACHES)
    assert len(kept) == 2
    assert not any(SECRET in text for cache in kept.values() for text in cache.values())
    html = {
        address
        for cache in kept.values()
        for address, text in cache.items()
        if text.lstrip()[:9].lower() == "<!doctype"
    }
    assert html == {f"/read/ar/{name}" for name in pwa.build()["pages"].values()}

    # With the page open: the bar tells, and shows the way.
    server.kill()
    expect(page.locator("#connection")).to_be_visible()
    page.locator("#offline-way").tap()
    reads(page, "diary", "ar")
    assert page.url.endswith("/read/ar/diary")


def test_a_new_version_comes_when_the_person_wants_it_and_can_be_switched_off(
    page: Page, server: Server, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_page(page, "/", "nl")
    kept_in(page, "nl")
    (old,) = versions(page)
    watch.expect_away()

    def again(**settings: str) -> None:
        """Start the server anew, with settings, and open the page there."""
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        server.stop()
        server.start()
        open_page(page, "/", "nl")

    again(WERVEL_BUILD="the next")
    expect(page.locator("#update")).to_be_visible()
    expect(page.locator("#update")).to_contain_text(words("nl", BOOK.update.text))
    assert len(versions(page)) == 2  # the old one works until then
    page.locator("#update [data-update=later]").tap()
    expect(page.locator("#update")).to_be_hidden()
    open_page(page, "/", "nl")
    expect(page.locator("#update")).to_be_visible()
    with page.expect_navigation():
        page.locator("#update [data-update=reload]").tap()
    wait_until(page, "async (old) => (await caches.keys()).every((name) => !name.includes(old))", old)
    kept_in(page, "nl")  # the language came along
    assert len(versions(page)) == 1
    expect(page.locator("#update")).to_be_hidden()

    again(WERVEL_SW_OFF="1")
    wait_until(page, f"async () => await ({REGISTRATIONS})() === 0 && (await caches.keys()).length === 0")
    server.stop()  # the next test has one without these settings


def test_a_shared_device_keeps_nothing(page: Page) -> None:
    open_page(page, "/", "nl")
    kept_in(page, "nl")
    open_page(page, "/diary", "nl", mode="kiosk")
    wait_until(page, f"async () => await ({REGISTRATIONS})() === 0 && (await caches.keys()).length === 0")
    page.goto("/read/nl/diary?mode=kiosk")
    assert page.locator(".diary-save").count() == 0


# --- installing ------------------------------------------------------------------------------------------------------

OFFER = """
  const offer = new Event("beforeinstallprompt", { cancelable: true });
  offer.prompt = async () => { document.body.dataset.asked = "yes"; };
  offer.userChoice = Promise.resolve({ outcome: "accepted" });
  dispatchEvent(offer);
  document.body.dataset.held = String(offer.defaultPrevented);
"""


def test_installing_is_offered_where_it_does_not_disturb(page: Page) -> None:
    card = page.locator(".install")
    open_page(page, "/", "nl")
    page.evaluate(OFFER)
    expect(page.locator("body")).to_have_attribute("data-held", "true")  # the browser's own bar stays away
    wait_until(page, "async () => (await import('/assets/device/pwa.js')).way() === 'offer'")
    expect(card).to_have_count(0)  # a first visit is not the time

    plant_entries(page, an_entry())
    open_page(page, "/", "nl")
    expect(card).to_have_count(0)  # nothing to offer
    page.evaluate(OFFER)
    expect(card).to_be_visible()
    page.locator(".install-later").tap()
    expect(card).to_have_count(0)
    open_page(page, "/about", "nl")
    expect(card).to_contain_text(words("nl", BOOK.install.other))
    page.evaluate(OFFER)
    page.locator(".install-yes").tap()
    expect(card).to_contain_text(words("nl", BOOK.install.accepted))
    expect(page.locator("body")).to_have_attribute("data-asked", "yes")
    open_page(page, "/", "nl")
    page.evaluate(OFFER)
    open_at(page, "where", "nl")
    expect(card).to_have_count(0)
    open_page(page, "/about", "nl", mode="consult")
    expect(page.locator(".st-key-erase_all, .stButton").first).to_be_visible()
    expect(card).to_have_count(0)


def test_an_iphone_is_told_the_steps(devices: Devices) -> None:
    phone = devices()
    phone.add_init_script("Object.defineProperty(navigator, 'standalone', { value: false })")
    page = phone.new_page()
    plant_entries(page, an_entry())
    open_page(page, "/", "ar")
    card = page.locator(".install-home")
    expect(card.locator("li")).to_have_count(3)
    expect(card.locator("[role=img] svg")).to_have_count(2)
    expect(card).to_contain_text(words("ar", BOOK.install.apple_copy))
    assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []
    page.locator(".install-later").tap()
    expect(card).to_have_count(0)
