"""Fixtures of the browser tests: a server of our own, one Chromium for all tests of a worker, and a phone per test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
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
    # What a service worker answers can not be routed, and comes when the network is away: test_offline.py allows it.
    "service_workers": "block",
}
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=2))  # a busy machine; the run's end names each (-ra)


def _chromium() -> str | None:
    """Return the browser's path: CHROMIUM, else one that is installed, else None for Playwright's own."""
    installed = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    names = (os.environ.get("CHROMIUM"), *installed)
    return next((found for name in names if name and (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENT)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def _one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server") / "server.log")
    server.start()
    yield server
    server.stop()


def awake(server: Server) -> Server:
    """Return the server, running: a test before may have killed or frozen it."""
    if not server.running:
        server.kill()
        server.start()
    return server


@pytest.fixture
def server(_one_server: Server) -> Server:
    """The server of this worker, running; a test may kill it."""
    return awake(_one_server)


class Devices:
    """Makes browser contexts: a phone in Amsterdam, changed by keywords; each of them is watched."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self._browser = browser
        self._origin = origin
        self._made: list[tuple[BrowserContext, Watch]] = []

    def __call__(self, **changes: Any) -> BrowserContext:
        options = {**PHONE, "base_url": self._origin, **changes}
        context = self._browser.new_context(**options)
        context.set_default_timeout(PATIENT)
        self._made.append((context, Watch(context, options["base_url"])))
        return context

    def watch_of(self, context: BrowserContext) -> Watch:
        return next(watch for each, watch in self._made if each is context)

    def close(self) -> None:
        """Close them all, then raise AssertionError when one did something wrong."""
        for context, _ in self._made:
            context.close()
        for _, watch in self._made:
            watch.check()


@pytest.fixture
def devices(browser: Browser, server: Server) -> Iterator[Devices]:
    made = Devices(browser, server.origin)
    yield made
    made.close()


@pytest.fixture
def phone(devices: Devices) -> BrowserContext:
    """A phone in Amsterdam: 360 x 800, touch, Dutch."""
    return devices()


@pytest.fixture
def watch(devices: Devices, phone: BrowserContext) -> Watch:
    """What the phone did wrong so far."""
    return devices.watch_of(phone)


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    """A tab on the phone."""
    return phone.new_page()
