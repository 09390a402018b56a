"""What a person does in the app: open a page, wait until it stands, tick, go on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from wervel.i18n import translator

PATIENT = 20_000  # milliseconds; the machine may be busy with other work
PAGES = {
    "home": "/",
    "assessment": "/assessment",
    "prevention": "/prevention",
    "spine": "/spine",
    "diary": "/diary",
    "about": "/about",
}

_SETTLED = "[data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"


def open_page(page: Page, path: str, lang: str | None = None, **query: str) -> None:
    """Go to a path of the app and wait until it stands."""
    asked = ({"lang": lang} if lang else {}) | query
    page.goto(f"{path}?{urlencode(asked)}" if asked else path)
    settled(page)


def settled(page: Page) -> None:
    """Wait until the page is connected and no script runs."""
    page.wait_for_selector(_SETTLED, state="attached")


def row(page: Page, key: str) -> Locator:
    """Return the tick row or the choice of a key."""
    return page.locator(f".st-key-row_{key}")


def box(page: Page, key: str) -> Locator:
    """Return the checkbox of a tick row."""
    return page.locator(f".st-key-{key} input")


def tick(page: Page, key: str) -> None:
    """Tap a tick row, and wait until the app has seen it."""
    row(page, key).tap()
    expect(box(page, key)).to_be_checked()
    settled(page)


def choose(page: Page, key: str, index: int) -> None:
    """Tap one of the options of a choice (age, duration, pain ...)."""
    page.locator(f".st-key-{key} label:has(input)").nth(index).tap()
    expect(page.locator(f".st-key-{key} input").nth(index)).to_be_checked()
    settled(page)


def place(page: Page) -> str:
    """Return which screen of the assessment is shown: the step's number, or "outcome"."""
    shown = page.locator(".st-key-outcome, [role=progressbar]")
    return shown.first.get_attribute("aria-valuenow") or "outcome"


def go_next(page: Page) -> None:
    """Tap "next" and wait for another screen."""
    _leave(page, "next")


def go_back(page: Page) -> None:
    """Tap "back" and wait for another screen."""
    _leave(page, "back")


def _leave(page: Page, button: str) -> None:
    number = place(page)
    page.locator(f".st-key-{button} button").tap()
    expect(page.locator(f"[role=progressbar][aria-valuenow='{number}']")).to_have_count(0)
    settled(page)


def wait_for_place(page: Page, number: int) -> None:
    """Wait until the screen with this number is shown."""
    expect(page.locator(f"[role=progressbar][aria-valuenow='{number}']")).to_be_visible()
    settled(page)


def answer(page: Page, ticks: Iterable[str] = (), *, until: int | None = None) -> None:
    """Walk the assessment from the screen that is shown, to the outcome or to the screen `until`.

    ticks: keys of rows to tick when they come by, in order, or `key=index` for a choice. A group of signs without any
    of them gets its row "none of these".
    """
    left = list(ticks)
    settled(page)
    while (number := place(page)) not in {"outcome", str(until)}:
        done = answer_screen(page, left)
        left = [key for key in left if key not in done]
        none = page.locator("[class*='st-key-none_'] input")
        if not done and none.count() and not none.is_checked():
            page.locator("[class*='st-key-row_none_']").tap()
            expect(none).to_be_checked()
            settled(page)
        go_next(page)
        assert place(page) != number
    assert not left, f"never on a screen: {left}"


def answer_screen(page: Page, ticks: Iterable[str]) -> list[str]:
    """Tick what is on this screen; return what was."""
    done = []
    for each in ticks:
        key, _, index = each.partition("=")
        if page.locator(f".st-key-{key}").count() == 0:
            continue
        if index:
            choose(page, key, int(index))
        else:
            tick(page, key)
        done.append(each)
    return done


def level(page: Page) -> str | None:
    """Return the level of the outcome that is shown."""
    return page.locator(".st-key-outcome").get_attribute("data-level")


def text(lang: str, content_text: object) -> str:
    """Return a text of `content/` in a language, as the app shows it."""
    return translator(lang).text(content_text)  # type: ignore[arg-type]


def exactly(words: str) -> re.Pattern[str]:
    """Return a pattern for an element with just these words."""
    return re.compile(rf"^\s*{re.escape(words)}\s*$")
