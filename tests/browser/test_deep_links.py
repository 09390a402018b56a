"""Each page as the very first request of a freshly started server: never an English "Page not found"."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from wervel.content import content

from .conftest import Devices
from .person import PAGES, open_page, words
from .serving import Server


@pytest.mark.parametrize("name", PAGES)
def test_first_request(devices: Devices, tmp_path: Path, name: str) -> None:
    fresh = Server(tmp_path / "server.log")
    fresh.start()
    try:
        context = devices(base_url=fresh.origin)
        page = context.new_page()
        open_page(page, PAGES[name], "nl")
        expect(page.locator(".stMain h1").first).to_be_visible()
        title = next(each.title for each in content().pages.pages if each.id == name)
        expect(page).to_have_title(f"{words('nl', title)} · Wervel")
        expect(page.locator(".stApp [role=dialog], [data-testid=stDialog], .stDialog")).to_have_count(0)
        expect(page.get_by_text("Page not found")).to_have_count(0)
        context.close()
    finally:
        fresh.stop()
    assert "Traceback" not in fresh.log.read_text(encoding="utf-8", errors="replace")
