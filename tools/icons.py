"""Make the app's icons from our own mark: `make icons`. Small PNGs in wervel/web/static/icons/, committed."""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
DRAWINGS = ROOT / "content" / "illustrations"
ICONS = ROOT / "wervel" / "web" / "static" / "icons"
COLOURS = 32  # two colours and what is between them at the edges
PAPER, TEAL = "#FBF8F4", "#0B6E6E"

#: name of the file: the drawing and the size in pixels
FROM_MARK = {
    "any-192": ("favicon", 192),
    "any-512": ("favicon", 512),
    "maskable-192": ("mark-maskable", 192),
    "maskable-512": ("mark-maskable", 512),
    "apple-180": ("mark-maskable", 180),  # iOS rounds the corners itself
}
#: the same for a sign on the app's colour, in the middle, as the shortcuts have it
FROM_SIGN = {"shortcut-diary-96": ("icon-diary", 96), "shortcut-assessment-96": ("icon-assessment", 96)}


def draw(page: Page, svg: str, size: int, name: str) -> None:
    """Save a drawing as a PNG of `size` pixels, with few colours and with transparent corners."""
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{svg}")
    page.eval_on_selector("svg", "(svg, size) => { svg.style.width = svg.style.height = `${size}px`; }", size)
    picture = Image.open(io.BytesIO(page.screenshot(omit_background=True))).convert("RGBA")
    opaque = picture.getextrema()[3][0] == 255
    few = picture.convert("RGB").quantize(COLOURS) if opaque else picture.quantize(COLOURS)
    few.save(ICONS / f"{name}.png", optimize=True)


def on_colour(svg: str) -> str:
    """Return a sign, drawn with `currentColor` on 24 by 24, in the middle of a round of the app's colour."""
    inner = svg.replace("<svg ", '<svg x="20" y="20" width="56" height="56" ', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" color="{PAPER}">'
        f'<circle cx="48" cy="48" r="48" fill="{TEAL}"/>{inner}</svg>'
    )


def main() -> None:
    """Draw every icon."""
    ICONS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        page = browser.new_page()
        for name, (drawing, size) in FROM_MARK.items():
            draw(page, (DRAWINGS / f"{drawing}.svg").read_text(encoding="utf-8"), size, name)
        for name, (drawing, size) in FROM_SIGN.items():
            draw(page, on_colour((DRAWINGS / f"{drawing}.svg").read_text(encoding="utf-8")), size, name)
        browser.close()


if __name__ == "__main__":
    main()
