"""The waiting room in a real browser: to the phone by QR, the wipe, the silence, the PIN, and what is left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import zxingcpp
from playwright.sync_api import Browser, BrowserContext, Page, expect

from wervel.assessment.draft import dump, load
from wervel.assessment.draft import tick as kept_tick
from wervel.clinic import hash_pin
from wervel.content import content
from wervel.handover import LIMIT, MARK, unpack

from .conftest import Devices
from .person import (
    answer,
    box,
    go_next,
    kept,
    level,
    plant,
    screen,
    settled,
    shows_screen,
    tick,
    wait_for_kept,
    wait_until,
    words,
)
from .png import grey
from .serving import Server
from .test_axe import _finds_nothing, finds_nothing

WORDS = content().kiosk
PIN = "2468"
TABLET = {"viewport": {"width": 768, "height": 1024}, "is_mobile": False}
#: A person takes their time on a busy machine; where silence matters, `wait_less` makes it matter.
PATIENTLY = """addEventListener("DOMContentLoaded", () => {
  const kiosk = document.getElementById("kiosk");
  if (kiosk) Object.assign(kiosk.dataset, { idle: 300, veil: 300 });
});"""
_LEFT = """async () => ({
  storage: [localStorage.length, sessionStorage.length],
  bases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  state: history.state,
  text: document.body.innerText,
})"""
_SMALL = """() => {
  const small = [];
  const taps = "button, a[href], summary, select, label:has(input), [role=tab], [role=radio], input:not(label input)";
  for (const each of document.querySelectorAll(taps)) {
    if (!each.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) continue;
    if (getComputedStyle(each).pointerEvents === "none" || each.matches(".skip")) continue;
    const before = getComputedStyle(each, "::before");
    const whole = before.position === "absolute" && each.closest('[class*="st-key-row_"]');
    const { width, height } = (whole || each).getBoundingClientRect();
    if (width < 55.5 || height < 55.5) small.push(`${width}x${height} ${each.outerHTML.slice(0, 160)}`);
  }
  return small;
}"""


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A clinic's server that writes an access log."""
    folder = tmp_path_factory.mktemp("clinic")
    file = folder / "clinic.yaml"
    file.write_text(f'pin_hash: "{hash_pin(PIN)}"\n')
    server = Server(folder / "access.log", "tests/browser/logged_app.py", {"WERVEL_CLINIC": str(file)})
    server.start()
    yield server
    server.stop()


@pytest.fixture
def rooms(browser: Browser, clinic: Server) -> Iterator[Devices]:
    if not clinic.running:
        clinic.start()
    made = Devices(browser, clinic.origin)
    yield made
    made.close()


def tablet(rooms: Devices, **changes: Any) -> Page:
    """Open the waiting room."""
    context = rooms(**TABLET, **changes)
    context.add_init_script(PATIENTLY)
    page = context.new_page()
    page.goto("/?mode=kiosk")
    return page


def choose(page: Page, lang: str) -> None:
    page.locator(f"a[hreflang={lang}]").tap()
    settled(page)


def begin(page: Page, lang: str) -> None:
    choose(page, lang)
    page.locator(".st-key-start a").tap()
    expect(page.locator(".st-key-next")).to_be_visible()
    settled(page)


def is_wiped(page: Page, context: BrowserContext) -> None:
    """Expect that the language choice stands, and nothing of the person before it anywhere in the browser."""
    expect(page.locator("[data-kiosk-choice]")).to_be_visible()
    path = urlsplit(page.url)
    assert (path.path, path.query, path.fragment) == ("/", "mode=kiosk", "")
    left = page.evaluate(_LEFT)
    text = left.pop("text")
    assert left == {"storage": [0, 0], "bases": [], "caches": [], "workers": 0, "state": None}
    assert "Türkçe" in text
    assert [(each["name"], each["value"]) for each in context.cookies()] == [("wervel_mode", "kiosk")]
    page.go_back()
    assert page.url == "about:blank" or page.locator("[data-kiosk-choice]").is_visible()
    assert page.locator("#root").count() == 0
    page.go_forward()
    expect(page.locator("[data-kiosk-choice]")).to_be_visible()


def code_in(page: Page) -> str:
    """Read the code on the screen as the camera of a phone does."""
    expect(page.locator(".qr")).to_be_visible()
    (found,) = zxingcpp.read_barcodes(grey(page.screenshot(animations="disabled")))
    return str(found.text)


def test_from_the_waiting_room_to_the_phone(rooms: Devices, clinic: Server) -> None:
    page = tablet(rooms, locale="nl-NL")
    finds_nothing_to_fix(page, "language choice")
    begin(page, "tr")
    assert page.evaluate(_SMALL) == []
    answer(page, ["age=1"], until="legs")
    tick(page, "R6")
    assert page.evaluate(_SMALL) == []
    # Another language takes the answers along, and nobody else sees them on the way.
    page.locator(".top [popovertarget=languages]").tap()
    page.locator("a[data-language=ar]").tap()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(box(page, "R6")).to_be_checked()
    assert "#" not in page.url
    page.locator(".top [popovertarget=languages]").tap()
    page.locator("a[data-language=tr]").tap()
    expect(page.locator("html")).to_have_attribute("lang", "tr")
    expect(box(page, "R6")).to_be_checked()
    go_next(page)
    answer(page, ["zone_low_left", "pain_now=7", "duration=1", "limit_sitting", "factor_bad_sleep"])
    assert level(page) == "U"
    expect(page.locator(".verdict h1")).to_have_text(words("tr", WORDS.desk[2].title))
    finds_nothing_to_fix(page, "outcome")
    page.locator(".st-key-take_open button").tap()
    address = code_in(page)
    finds_nothing_to_fix(page, "code")
    page.emulate_media(color_scheme="dark")
    assert code_in(page) == address
    assert len(address) <= LIMIT
    assert address.startswith(f"{clinic.origin}/assessment?lang=tr#{MARK}")
    code = address.rpartition(MARK)[2]
    draft = unpack(code, content()).draft
    assert (draft.answers.flags["R6"], draft.answers.pain_now, draft.answers.factors) == ("yes", 7, {"bad_sleep"})

    phone = rooms(locale="nl-NL").new_page()
    phone.goto(address)
    expect(phone.locator(".st-key-outcome")).to_have_attribute("data-level", "U")
    assert phone.url == f"{clinic.origin}/assessment?lang=tr"
    assert phone.evaluate("[document.documentElement.lang, document.documentElement.dataset.mode]") == [
        "tr",
        "personal",
    ]
    expect(phone.get_by_text(words("tr", WORDS.arrived.taken))).to_be_visible()
    wait_for_kept(phone, "kept.draft?.answers.pain_now === 7")
    assert load(kept(phone)["draft"], content()) == draft
    phone.reload()
    expect(phone.locator(".st-key-outcome")).to_have_attribute("data-level", "U")
    # Scanned once more, in another tab and damaged: told, and nothing is lost.
    phone.goto("/healthz")
    phone.goto(address[:-1])
    expect(phone.get_by_text(words("tr", WORDS.arrived.damaged))).to_be_visible()
    expect(phone.locator(".st-key-outcome")).to_have_attribute("data-level", "U")
    # Other answers are asked about before they go.
    plant(phone, {"draft": dump(kept_tick(draft, "pain_now", 2, content()))})
    phone.goto(address)
    phone.locator(".st-key-arrived_own button").tap()
    expect(phone.locator(".st-key-outcome")).to_be_visible()
    assert kept(phone)["draft"]["answers"]["pain_now"] == 2
    phone.goto("/healthz")
    phone.goto(address)
    phone.locator(".st-key-arrived_new button").tap()
    wait_for_kept(phone, "kept.draft?.answers.pain_now === 7")

    page.locator(".kiosk-stay[data-kiosk-done]").tap()
    is_wiped(page, page.context)
    log = clinic.log.read_text(errors="replace")
    assert "GET /assessment?lang=tr" in log  # the server's own line, and ours with all headers
    assert "ASKED http /assessment?lang=tr" in log
    assert not any(each in log for each in (code, code[:12], MARK, "R6", "zone_low_left", "bad_sleep"))


def finds_nothing_to_fix(page: Page, what: str) -> None:
    """Expect that axe finds nothing, light and dark, and that no target is smaller than 56 px."""
    live = page.locator("#root").count()
    (finds_nothing if live else _finds_nothing)(page, what)
    assert page.evaluate(_SMALL) == [], what


def wait_less(page: Page, **seconds: int) -> None:
    """Let the person be away for longer than these times."""
    page.evaluate("(times) => Object.assign(document.getElementById('kiosk').dataset, times)", seconds)


def test_who_goes_away_is_forgotten(rooms: Devices, clinic: Server) -> None:
    page = tablet(rooms)
    begin(page, "tr")
    veil, still = page.locator("#kiosk-veil"), page.locator("#kiosk-still")
    wait_less(page, veil=1)
    expect(veil).to_have_text(words("tr", WORDS.away.veil))
    expect(veil).to_be_visible()
    expect(page.locator("html")).to_have_class(re.compile("kiosk-covered"))
    wait_less(page, veil=300)
    page.touchscreen.tap(300, 500)
    expect(veil).to_be_hidden()
    wait_less(page, idle=1, countdown=200)
    expect(still).to_be_visible()
    expect(page.locator("#kiosk-seconds")).to_have_text(re.compile("^(200|1[0-9]{2})$"))
    _finds_nothing(page, "still there")
    assert page.evaluate(_SMALL) == []
    stay = "document.querySelector('#kiosk-still .kiosk-stay').click()"
    assert page.evaluate(f"() => {{ {stay}; return document.getElementById('kiosk-still').open; }}") is False
    wait_less(page, idle=300)
    expect(still).to_be_hidden()
    expect(page.locator(".st-key-next")).to_be_visible()
    wait_less(page, idle=1, countdown=1)
    is_wiped(page, page.context)


def test_only_the_pin_leaves_it_and_a_lost_server_loses_nothing(rooms: Devices, clinic: Server) -> None:
    page = tablet(rooms)
    watch = rooms.watch_of(page.context)
    watch.expect_away()
    begin(page, "tr")
    answer(page, ["age=2"], until="legs")
    tick(page, "R6")
    wait_until(page, "async () => (await import('/assets/device/quiet.js')).isQuiet()")
    clinic.kill()
    expect(page.locator("#connection")).to_be_visible()
    clinic.start()
    expect(page.locator("#connection")).to_be_hidden()
    wait_until(page, "() => !document.documentElement.hasAttribute('data-arriving')")
    shows_screen(page, "legs")
    expect(box(page, "R6")).to_be_checked()
    go_next(page)
    assert screen(page) == "ill"
    # Done while the server is away: the screen is empty at once, and the choice comes with the server.
    clinic.kill()
    page.locator(".kiosk-done").tap()
    expect(page.locator("body")).to_have_text(words("tr", WORDS.away.wait))
    clinic.start()
    is_wiped(page, page.context)

    page.goto("/?mode=personal&lang=tr")
    assert urlsplit(page.url).query == "lang=tr&mode=kiosk"
    settled(page)
    mark = page.locator(".brand").bounding_box()
    assert mark
    page.mouse.move(mark["x"] + 20, mark["y"] + 20)
    page.mouse.down()
    expect(page.locator("#pin")).to_be_visible()
    page.mouse.up()
    finds_nothing_to_fix(page, "staff")
    for digits, said in (("1357", WORDS.staff.wrong), (PIN, None)):
        for digit in digits:
            page.locator(f"[data-digit='{digit}']").tap()
        page.locator(".pad .enter").tap()
        if said:
            expect(page.locator("#pin-says")).to_have_text(words("nl", said))
    watch.faults = [fault for fault in watch.faults if "403" not in fault]  # the wrong PIN, told by the browser too
    page.locator(".kiosk-uses a").first.tap()
    settled(page)
    expect(page.locator("html")).to_have_attribute("data-mode", "personal")
    assert "wervel_mode" not in {each["name"] for each in page.context.cookies()}
    log = Path(clinic.log).read_text(errors="replace")
    assert "/kiosk/staff" in log
    assert f"={PIN}" not in log
