"""What is measured on a page: width, what sticks out, what is cut off, how large a target is."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from .person import wait_until

#: With "is_mobile" a page that is too wide makes the window larger: hence the width that was asked for.
_TOO_WIDE = """(width) => {
  const found = [];
  const looked = { html: document.documentElement, main: document.querySelector(".stMain"),
                   panel: document.querySelector("[popover]:popover-open") };
  for (const [name, element] of Object.entries(looked)) {
    if (!element) continue;
    const { scrollWidth, clientWidth } = element, { right } = element.getBoundingClientRect();
    if (scrollWidth > clientWidth + 1) found.push(`${name} ${scrollWidth} > ${clientWidth}`);
    if (right > width + 1) found.push(`${name} reaches ${right}`);
  }
  return found;
}"""

_CUT = """() => {
  const width = innerWidth, found = [];
  const name = (element) => `${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 40)}"`;
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  for (const element of document.body.querySelectorAll("*")) {
    if (!own(element) || element.closest(".sr, svg, script, style, [hidden]") || !element.checkVisibility()) continue;
    if (element.getBoundingClientRect().width <= 1) continue; // for screen readers, until it has the focus
    const range = document.createRange();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect();
    if (text.width <= 1 || text.bottom < 0) continue;
    if (element.closest(".st-key-section, .st-key-scene")) continue; // a strip that scrolls sideways on purpose
    if (text.left < -1 || text.right > width + 1) found.push(`${name(element)} sticks out at ${text.left}`);
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box), around = box.getBoundingClientRect();
      if (overflowX !== "visible" && (text.left < around.left - 1 || text.right > around.right + 1))
        found.push(`${name(element)} is cut at the side`);
    }
  }
  for (const link of document.querySelectorAll(".places a")) {
    const label = link.querySelector("span:last-child").getBoundingClientRect(), around = link.getBoundingClientRect();
    if (label.left < around.left - 1 || label.right > around.right + 1 || label.bottom > around.bottom + 1)
      found.push(`the place "${link.textContent.trim()}" does not fit`);
  }
  const [brand, tools] = [".brand", ".tools"].map((each) => document.querySelector(each).getBoundingClientRect());
  if (brand.left < tools.right - 1 && tools.left < brand.right - 1) found.push("mark and buttons overlap");
  return found;
}"""

_TARGETS = """(selector) => [...document.querySelectorAll(selector)]
  .filter((element) => element.checkVisibility({ visibilityProperty: true })
    && !element.closest("[popover]:not(:popover-open)"))
  .map((element) => {
    const { width, height } = element.getBoundingClientRect();
    return { text: element.textContent.trim().slice(0, 40), width, height };
  })
  .filter(({ width, height }) => width > 1 && height > 1)"""


def resize(page: Page, width: int, height: int) -> None:
    """Make the window another size and wait until it is."""
    page.set_viewport_size({"width": width, "height": height})
    wait_until(page, "(width) => innerWidth === width || document.documentElement.scrollWidth > width", width)


def too_wide(page: Page) -> list[str]:
    """Return what makes the page scroll sideways; empty when nothing does."""
    assert page.viewport_size
    return list(page.evaluate(_TOO_WIDE, page.viewport_size["width"]))


def cut(page: Page) -> list[str]:
    """Return the texts that stick out of the window or of a box that hides what does not fit."""
    return list(page.evaluate(_CUT))


def targets(page: Page, selector: str) -> list[dict[str, Any]]:
    """Return text, width and height of each visible element of a selector."""
    return list(page.evaluate(_TARGETS, selector))
