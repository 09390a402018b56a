"""Make the pictures of the README and of the app's manifest from the running app: `make screenshots`."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
#: Shown by a device before it installs the app; small, since every phone fetches them. Sizes as in wervel/web/pwa.py.
FOR_DEVICES = ROOT / "wervel" / "web" / "static" / "icons"
NARROW = {"viewport": {"width": 360, "height": 720}, "device_scale_factor": 1.5, "has_touch": True}
WIDE = {"viewport": {"width": 1280, "height": 800}, "device_scale_factor": 1}


@contextmanager
def served() -> Iterator[str]:
    """Serve the app on a free port and yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen([sys.executable, ROOT / "app.py"], env={**os.environ, "PORT": str(port)})
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with suppress(OSError), urllib.request.urlopen(f"{address}/healthz"):  # noqa: S310 our own server
                break
        yield address
    finally:
        server.terminate()
        server.wait()


def settled(page: Page) -> None:
    """Wait until the app has answered the last tap."""
    page.wait_for_selector('[data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(400)  # pictures only: let transitions end


def walk_to(page: Page, tick: str) -> None:
    """Answer "none of these" until the sign `tick` is asked, then tick it."""
    settled(page)
    while not page.locator(f".st-key-{tick}").count():
        none = page.locator('[class*="st-key-none_"]')
        if none.count():
            none.first.click()
            settled(page)
        page.locator(".st-key-next button").click()
        settled(page)
    page.locator(f".st-key-{tick}").click()
    settled(page)


def take(page: Page, name: str) -> None:
    """Save what the phone shows."""
    page.screenshot(path=PICTURES / f"{name}.png")


def take_for_devices(browser: Browser, address: str) -> None:
    """Save the start of the app on a phone and on a tablet."""
    for name, device in (("screen-narrow", NARROW), ("screen-wide", WIDE)):
        page = browser.new_context(**device, timezone_id="Europe/Amsterdam", locale="nl-NL").new_page()
        page.goto(f"{address}/?lang=nl")
        settled(page)
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        picture.save(FOR_DEVICES / f"{name}.webp", quality=60, method=6)
        page.context.close()


def main() -> None:
    """Walk through the app and save each picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        flags = ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-angle=swiftshader"]
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=flags)
        take_for_devices(browser, address)
        phone = {"viewport": {"width": 360, "height": 760}, "device_scale_factor": 1.5, "has_touch": True}
        dutch = browser.new_context(**phone, timezone_id="Europe/Amsterdam", locale="nl-NL").new_page()
        dutch.goto(f"{address}/?lang=nl")
        settled(dutch)
        take(dutch, "home-nl")
        dutch.goto(f"{address}/assessment?lang=nl")
        walk_to(dutch, "R3")
        dutch.locator(".stMain").evaluate("main => main.scrollTo(0, 0)")
        take(dutch, "signs-nl")
        dutch.goto(f"{address}/prevention?lang=nl&show=exercise_bird_dog")
        dutch.wait_for_selector(".exercise-stage svg")
        settled(dutch)
        take(dutch, "exercise-nl")
        dutch.goto(f"{address}/diary?lang=nl")
        settled(dutch)
        dutch.locator("[data-field=pain_back] .diary-numbers label").nth(3).click()
        dutch.locator(".diary-save").click()
        settled(dutch)
        dutch.locator(".stMain").evaluate("main => main.scrollTo(0, 0)")
        take(dutch, "diary-nl")
        arabic = browser.new_context(**phone, timezone_id="Europe/Amsterdam", locale="ar").new_page()
        arabic.goto(f"{address}/assessment?lang=ar")
        walk_to(arabic, "R3")
        arabic.locator(".st-key-next button").click()
        arabic.wait_for_selector("[data-level]")
        settled(arabic)
        take(arabic, "outcome-ar")
        arabic.locator(".card").evaluate("card => card.scrollIntoView({block: 'center'})")
        settled(arabic)
        take(arabic, "card-ar")
        tablet = {"viewport": {"width": 1024, "height": 720}, "device_scale_factor": 1}
        desk = browser.new_context(**tablet, timezone_id="Europe/Amsterdam", locale="nl-NL").new_page()
        desk.goto(f"{address}/spine?lang=nl&show=part_disc")
        desk.wait_for_selector(".spine-turn[data-state=ready]", timeout=90_000)
        settled(desk)
        take(desk, "spine-nl")
        browser.close()


if __name__ == "__main__":
    main()
