"""Faults at random: whatever happens to server, network, tab or browser, an entry called saved is there, once.

A seeded sequence of saves through the form, each with something that goes wrong around it. In the ordinary run it is
short; `--campaign=200` makes it 200 saves long, `--campaign-seed=7` another sequence. Each save writes a note of its
own, by which the entry is found afterwards. One browser profile on disk all along: a killed browser starts with it.
"""

from __future__ import annotations

import os
import random
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Error, Page, expect

from wervel.content import content

from .conftest import FLAGS, PHONE, _chromium, awake
from .person import PATIENT, kept, settled, wait_until, words
from .serving import Server

SAVED = words("nl", content().diary.told.saved)
PAIN = "[data-field=pain_back] input"
TWICE = 750  # ms: taps on "Save" that follow each other faster count as one


class Person:
    """Somebody who keeps a diary in one browser profile, while things go wrong."""

    def __init__(self, chromium: BrowserType, server: Server, profile: Path, rng: random.Random) -> None:
        self.chromium, self.server, self.profile, self.rng = chromium, server, profile, rng
        self.promised: dict[str, int] = {}  # note -> pain of the entries that were called saved
        self.doubtful: set[str] = set()  # notes of entries whose tab was killed before it was said
        self.clean = True  # nothing unsaved was left in the form
        self.count = 0
        self.begin()

    def begin(self) -> None:
        """Start the browser with the profile and open the diary."""
        self.context: BrowserContext = self.chromium.launch_persistent_context(
            self.profile, executable_path=_chromium(), args=list(FLAGS), **PHONE, base_url=self.server.origin
        )
        self.context.set_default_timeout(PATIENT)
        self.page = self.open(self.context.new_page())
        for other in self.context.pages:
            if other != self.page:
                other.close()

    def open(self, page: Page) -> Page:
        """Open the diary; a server that was killed comes back first. What was saved is not offered again."""
        awake(self.server)
        page.goto("/diary?lang=nl")
        settled(page)
        expect(page.locator(".diary-save")).to_be_visible()
        if self.clean:
            expect(page.locator(f"{PAIN}:checked")).to_have_count(0)
        return page

    def fill(self, page: Page) -> tuple[str, int]:
        """Fill in an entry with a note of its own; returns note and pain."""
        self.count += 1
        note, pain = f"melding {self.count}", self.rng.randrange(11)
        if page.locator(".diary-opener").get_attribute("aria-expanded") == "false":
            page.locator(".diary-opener").tap()
        page.locator("#diary-more textarea").last.fill(note)
        page.locator(PAIN).nth(pain).check(force=True)
        expect(page.locator(".diary-told .saved")).to_have_count(0)
        return note, pain

    def tap_save(self, page: Page) -> None:
        wait_until(page, f"() => !(performance.now() - window.savedAt < {TWICE})")
        page.locator(".diary-save").tap()

    def hear(self, page: Page, note: str, pain: int) -> None:
        """Wait until the form says that the entry is saved: from here on it is promised."""
        expect(page.locator(".diary-told .saved")).to_contain_text(SAVED)
        self.promised[note] = pain

    def save(self, page: Page) -> None:
        note, pain = self.fill(page)
        self.tap_save(page)
        self.hear(page, note, pain)
        self.clean = True

    def stay(self, page: Page) -> None:
        """Go on in a page where something was just saved."""
        page.evaluate("window.savedAt = performance.now()")

    def kill_tab(self, page: Page) -> None:
        """End a tab as a crash does, without a word to the page; another tab keeps the browser open."""
        spare = self.context.new_page()
        tab = self.context.new_cdp_session(page)
        with page.expect_event("crash"), suppress(Error):
            tab.send("Page.crash", timeout=500)  # the answer never comes: the tab is gone
        page.close()
        self.page = self.open(spare)

    def kill_browser(self) -> None:
        """End the browser as a crash or an empty battery does, and start it again."""
        mine = f"--user-data-dir={self.profile}"
        for process in Path("/proc").iterdir():
            if process.name.isdigit():
                try:
                    command = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
                except OSError:
                    continue
                if mine in command and not any(each.startswith("--type=") for each in command):
                    os.kill(int(process.name), signal.SIGKILL)
        with suppress(Error):  # it may have noticed already
            self.context.close()
        self.begin()

    def check(self) -> None:
        """Expect every promised entry exactly once, and of the doubtful ones none twice."""
        diary = [value for name, value in kept(self.page).items() if name.startswith("diary/")]
        found = Counter(each["note"] for each in diary)
        assert {note: found[note] for note in self.promised} == dict.fromkeys(self.promised, 1)
        assert {each["note"]: each["pain_back"] for each in diary if each["note"] in self.promised} == self.promised
        assert max(found.values()) == 1
        assert found.keys() <= self.promised.keys() | self.doubtful


# --- what goes wrong --------------------------------------------------------------------------------------------------


def nothing(person: Person) -> None:
    person.save(person.page)
    person.stay(person.page)


def server_killed_before(person: Person) -> None:
    person.server.kill()
    person.save(person.page)
    person.open(person.page)


def server_killed_after(person: Person) -> None:
    person.save(person.page)
    person.server.kill()
    person.stay(person.page)


def network_cut(person: Person) -> None:
    person.context.set_offline(True)
    person.save(person.page)
    person.context.set_offline(False)
    person.stay(person.page)


def tab_killed_after(person: Person) -> None:
    person.save(person.page)
    person.kill_tab(person.page)


def tab_killed_while_saving(person: Person) -> None:
    note, _ = person.fill(person.page)
    person.doubtful.add(note)
    person.clean = False
    person.tap_save(person.page)
    person.kill_tab(person.page)


def tab_closed(person: Person) -> None:
    person.save(person.page)
    spare = person.context.new_page()
    person.page.close()
    person.page = person.open(spare)


def reloaded(person: Person) -> None:
    person.save(person.page)
    person.open(person.page)


def two_tabs(person: Person) -> None:
    """Both are filled in, then saved in the same moment."""
    other = person.open(person.context.new_page())
    tabs = [person.page, other]
    filled = [person.fill(tab) for tab in tabs]
    for tab in tabs:
        person.tap_save(tab)
    for tab, (note, pain) in zip(tabs, filled, strict=True):
        person.hear(tab, note, pain)
    person.clean = True
    other.close()
    person.stay(person.page)


def browser_restarted(person: Person) -> None:
    person.save(person.page)
    person.context.close()
    person.begin()


def browser_killed(person: Person) -> None:
    person.save(person.page)
    person.kill_browser()


FAULTS = (
    nothing,
    server_killed_before,
    server_killed_after,
    network_cut,
    tab_killed_after,
    tab_killed_while_saving,
    tab_closed,
    reloaded,
    two_tabs,
    browser_restarted,
    browser_killed,
)


@pytest.fixture
def person(request: pytest.FixtureRequest, browser: Browser, server: Server, tmp_path: Path) -> Iterator[Person]:
    made = Person(
        browser.browser_type, server, tmp_path / "profile", random.Random(request.config.getoption("--campaign-seed"))
    )
    yield made
    made.context.close()


def test_what_was_called_saved_is_there_once(person: Person, campaign: int) -> None:
    """Each fault comes once before any comes twice."""
    suffered: Counter[str] = Counter()
    while len(person.promised) < campaign:
        for fault in person.rng.sample(FAULTS, len(FAULTS)):
            fault(person)
            suffered[fault.__name__] += 1
            person.check()
            if len(person.promised) >= campaign:
                break
    person.open(person.page)
    person.check()
    print(f"\nCalled saved and there once: {len(person.promised)}; in doubt: {len(person.doubtful)}; {dict(suffered)}")
