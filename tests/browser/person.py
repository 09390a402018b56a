"""What a person does in the app: open a page, wait until it stands, tick, go on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from wervel.assessment.draft import Draft, answered, dump, move
from wervel.assessment.draft import tick as kept_tick
from wervel.assessment.steps import OUTCOME, START, flags_of, steps
from wervel.content import Text, content
from wervel.i18n import translator

PATIENT = 20_000  # milliseconds; the machine may be busy with other work
PAGES = {
    "home": "/",
    "assessment": "/assessment",
    "prevention": "/prevention",
    "spine": "/spine",
    "diary": "/diary",
    "about": "/about",
    "leaflets": "/leaflets",
    "story": "/story",
}
PLACES = ("home", "assessment", "prevention", "spine", "diary")

_SETTLED = "[data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
_LATER = {"zone": "where", "pain": "pain", "duration": "duration", "before": "duration", "leg": "leg_pain"}
_LATER |= {"limit": "limits", "factor": "factors", "age": START}


def open_page(page: Page, path: str, lang: str | None = None, **query: str) -> None:
    """Go to a path of the app and wait until it stands."""
    asked = ({"lang": lang} if lang else {}) | query
    page.goto(f"{path}?{urlencode(asked)}" if asked else path)
    settled(page)


def settled(page: Page) -> None:
    """Wait until the page is connected and no script runs.

    A tap starts a script a moment later: after a tap wait for what it changes, not for this.
    """
    page.wait_for_selector(_SETTLED, state="attached")


def wait_until(page: Page, holds: str, arg: Any = None, patience: int = PATIENT) -> None:
    """Wait until a JavaScript function of `arg` returns true, `patience` ms at most.

    Playwright's own wait_for_function evaluates a string again and again, which our content security policy forbids.
    """
    page.evaluate(
        f"""async (arg) => {{
          const holds = {holds};
          const end = performance.now() + {patience};
          while (!(await holds(arg))) {{
            if (performance.now() > end) throw new Error("waited in vain for " + holds);
            await new Promise(requestAnimationFrame);
          }}
        }}""",
        arg,
    )


def words(lang: str, text: Text, **values: str) -> str:
    """Return a text of `content/` in a language, as the app shows it."""
    return translator(lang).text(text, **values)


# --- the assessment ---------------------------------------------------------------------------------------------------


def row(page: Page, key: str) -> Locator:
    """Return the tick row of a key."""
    return page.locator(f".st-key-row_{key}")


def box(page: Page, key: str) -> Locator:
    """Return the checkbox of a tick row."""
    return page.locator(f".st-key-{key} input")


def tick(page: Page, key: str) -> None:
    """Tap a tick row in its middle."""
    row(page, key).tap()
    expect(box(page, key)).to_be_checked()


def choose(page: Page, key: str, index: int) -> None:
    """Tap one of the options of a choice (age, duration, pain ...)."""
    page.locator(f".st-key-{key} label:has(input)").nth(index).tap()
    expect(page.locator(f".st-key-{key} input").nth(index)).to_be_checked()


def screen(page: Page) -> str:
    """Return the id of the screen that stands: the app writes it to the history once all of the screen is there."""
    wait_until(page, "() => history.state?.wervelStep")
    return str(page.evaluate("history.state.wervelStep"))


def shows_screen(page: Page, step: str) -> None:
    """Expect that the screen `step` is seen."""
    if step == OUTCOME:
        expect(page.locator(".st-key-outcome")).to_be_visible()
    else:
        expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", str(number_of(step)))
    settled(page)


def number_of(step: str) -> int:
    """Return a screen's place in the order, from 1."""
    return steps(content()).index(step) + 1


def go_next(page: Page) -> None:
    """Tap "next" and wait until another screen stands."""
    _leave(page, "next")


def go_back(page: Page) -> None:
    """Tap "back" and wait until another screen stands."""
    _leave(page, "back")


def _leave(page: Page, button: str) -> None:
    before = screen(page)
    page.locator(f".st-key-{button} button").tap()
    # Streamlit may write its own state over ours for a moment: none is no other screen yet.
    wait_until(page, "(before) => history.state?.wervelStep && history.state.wervelStep !== before", before)
    shows_screen(page, screen(page))


def answer(page: Page, ticks: Iterable[str] = (), *, until: str = OUTCOME) -> None:
    """Walk the assessment from the screen that stands, to the outcome or to the screen `until`.

    ticks: keys of rows to tick, in order, or `key=index` for a choice. A group of signs without any of them gets its
    row "none of these".
    """
    settled(page)
    left = list(ticks)
    while (step := screen(page)) not in {OUTCOME, until}:
        mine = [each for each in left if screen_of(each) == step]
        left = [each for each in left if each not in mine]
        answer_screen(page, mine)
        if not mine and flags_of(step, content()) and not box(page, f"none_{step}").is_checked():
            tick(page, f"none_{step}")
        go_next(page)
    assert not left, f"the walk never came by {left}"


def open_at(page: Page, step: str, lang: str, ticks: Iterable[str] = ()) -> None:
    """Open the check at a screen, as the device kept it: quicker than walking there, for tests of what stands there.

    ticks: as for `answer`; a group of signs on the way without any of them has "none of these".
    """
    draft, order = Draft(), steps(content())
    for each in ticks:
        key, _, index = each.partition("=")
        draft = kept_tick(draft, key, int(index) if index else True, content())
    for group in order[: order.index(step)]:
        if not answered(draft, group, content()):
            draft = kept_tick(draft, f"none_{group}", True, content())
    plant(page, {"draft": dump(move(draft, step, content()))})
    open_page(page, "/assessment", lang)
    shows_screen(page, step)
    wait_until(page, "async () => (await import('/assets/device/quiet.js')).isQuiet()")
    expect(page.locator(".notice")).to_have_text(words(lang, content().pages.assessment.restored))


def answer_screen(page: Page, ticks: Iterable[str]) -> None:
    """Tick rows and choices of the screen that stands."""
    for each in ticks:
        key, _, index = each.partition("=")
        if index:
            choose(page, key, int(index))
        else:
            tick(page, key)


def screen_of(each: str) -> str:
    """Return the screen that a tick row or a choice belongs to."""
    kind, _, name = each.partition("=")[0].partition("_")
    if kind in {"none", "unsure"}:
        return name
    return _LATER.get(kind) or next(flag.group for flag in content().red_flags.flags if flag.id == kind)


def level(page: Page) -> str | None:
    """Return the level of the outcome that is shown."""
    return page.locator(".st-key-outcome").get_attribute("data-level")


# --- the device -------------------------------------------------------------------------------------------------------

_KEPT = """async () => {
  // Opening a database that is not there would make an empty one: look first.
  if (!(await indexedDB.databases()).some(({ name }) => name === "wervel")) return {};
  const base = await new Promise((resolve, reject) => {
    const asked = indexedDB.open("wervel");
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  try {
    const kept = {};
    for (const store of base.objectStoreNames) {
      await new Promise((resolve, reject) => {
        const asked = base.transaction(store).objectStore(store).openCursor();
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const cursor = asked.result;
          if (!cursor) return resolve();
          kept[store === "keep" ? cursor.key : `${store}/${cursor.key}`] = cursor.value;
          cursor.continue();
        };
      });
    }
    return kept;
  } finally { base.close(); }
}"""

_PLANT = """async (values) => {
  const base = await new Promise((resolve, reject) => {
    const asked = indexedDB.open("wervel", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("diary", { keyPath: "id" });
      asked.result.createObjectStore("keep");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  await new Promise((resolve, reject) => {
    const change = base.transaction("keep", "readwrite");
    for (const [name, value] of Object.entries(values)) change.objectStore("keep").put(value, name);
    change.oncomplete = resolve;
    change.onerror = () => reject(change.error);
  });
  base.close();
}"""


def kept(page: Page) -> dict[str, Any]:
    """Return all that the app keeps in IndexedDB on this device, by name."""
    return dict(page.evaluate(_KEPT))


def wait_for_kept(page: Page, condition: str) -> None:
    """Wait until a JavaScript condition on `kept` holds."""
    wait_until(page, f"async () => {{ const kept = await ({_KEPT})(); return {condition}; }}")


def plant(page: Page, values: dict[str, Any]) -> None:
    """Put values into the app's store of kept things, before the app is opened on this device."""
    page.goto("/healthz")
    page.evaluate(_PLANT, values)
