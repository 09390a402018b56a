"""The scenes of the spine page: each opens and plays to its end by keyboard, with a frame and a sentence per step."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from wervel.content import content

from .person import settled, wait_until, words

SCENES = content().spine.scenes


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.id)
def test_a_scene_plays_by_keyboard(page: Page, scene) -> None:
    page.goto(f"/spine?lang=ar&show=scene_{scene.id}")
    settled(page)
    for number, step in enumerate(scene.steps):
        expect(page.locator(".scene-text")).to_have_text(words("ar", step.text))
        shown = page.locator(".scene-frames img.on")
        expect(shown).to_have_attribute("src", f"/assets/illustrations/scene-{scene.id}-{number + 1}.svg")
        wait_until(page, "() => document.querySelector('.scene-frames img.on')?.naturalWidth > 0")
        if number < len(scene.steps) - 1:
            page.locator(".scene-next").focus()
            page.keyboard.press("Enter")
    expect(page.locator(".scene-next")).to_be_disabled()
    page.locator(".scene-back").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".scene-text")).to_have_text(words("ar", scene.steps[-2].text))


def test_leaflets_are_found_in_the_readers_language_and_filtered(page: Page) -> None:
    page.goto("/leaflets?lang=ar")
    settled(page)
    expect(page.locator(".statement")).to_have_count(151)
    settled(page)  # the list is there before its run has ended
    page.locator(".st-key-row_leaflet_changed").tap()
    changed = [each for each in content().statements if each.stance != "stands"]
    expect(page.locator(".statement")).to_have_count(len(changed))
    page.locator(".st-key-leaflet_search input").fill("العظم او الحقن")
    page.keyboard.press("Enter")
    page.locator(".st-key-leaflet_search input").fill("حقن")
    page.keyboard.press("Enter")
    expect(page.locator(".statement").first).to_contain_text("حقن")
    assert 0 < page.locator(".statement").count() < len(changed)
