"""The five levels of the self-assessment, each reached by tapping on a phone in Dutch."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .person import answer, level, open_page


@pytest.mark.parametrize(
    ("ticks", "expected"),
    [(["R8"], "E0"), (["R3"], "E1"), (["R14"], "U"), (["R23"], "G"), ([], "N"), (["unsure_pelvis", "R1_unknown"], "U")],
    ids=["E0", "E1", "U", "G", "N", "unsure"],
)
def test_level(page: Page, ticks: list[str], expected: str) -> None:
    open_page(page, "/assessment", "nl")
    answer(page, ticks)
    assert level(page) == expected
    if expected == "E0":
        expect(page.locator(".st-key-outcome a[href='tel:112']").first).to_be_visible()
