"""Fixtures of the browser tests: a server of our own, one Chromium for all tests of a worker, and a phone per test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from .person import PATIENT
from .serving import Server
from .watching import Watch

HERE = Path(__file__).parent
PHONE = {
    "viewport": {"width": 360, "height": 800},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 1,
    "timezone_id": "Europe/Amsterdam",
    "locale": "nl-NL",
}
NewContext = Callable[..., BrowserContext]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


def _chromium() -> str | None:
    """Return the browser's path: CHROMIUM, else one that is installed, else None for Playwright's own."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for name in names if name and (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENT)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=_chromium(),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
            ],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def _one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server") / "server.log")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(_one_server: Server) -> Server:
    """The server of this worker, running; a test may kill it."""
    if not _one_server.running:
        _one_server.start()
    return _one_server


@pytest.fixture
def new_context(browser: Browser, server: Server) -> Iterator[NewContext]:
    """Make browser contexts: a phone in Amsterdam, changed by keywords. Each is watched, faults fail the test."""
    made: list[tuple[BrowserContext, Watch]] = []

    def make(**changes: Any) -> BrowserContext:
        options = {**PHONE, "base_url": server.origin, **changes}
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENT)
        made.append((context, Watch(context, options["base_url"])))
        return context

    make.watch_of = lambda context: next(watch for each, watch in made if each is context)  # type: ignore[attr-defined]
    yield make
    for context, _ in made:
        context.close()
    for _, watch in made:
        watch.check()


@pytest.fixture
def phone(new_context: NewContext) -> BrowserContext:
    """A phone in Amsterdam: 360 x 800, touch, Dutch."""
    return new_context()


@pytest.fixture
def watch(new_context: NewContext, phone: BrowserContext) -> Watch:
    """What the phone did wrong so far."""
    return new_context.watch_of(phone)  # type: ignore[attr-defined]


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    """A tab on the phone."""
    return phone.new_page()
