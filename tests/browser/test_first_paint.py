"""The first paint: there before any script, gone without a jump when the live page stands, or there to stay."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from wervel.content import content
from wervel.web.pages import ahead
from wervel.web.streamlit_internals import chunks, first_chunks

from .person import PAGES, open_page, settled, wait_until, words
from .watching import Watch

FIRST = "#first-paint"
TITLE = next(page.title for page in content().pages.pages if page.id == "assessment")
ENTRY = f"**{first_chunks()[0]}"
#: What a page loads after it can be used: its modules, and the picture of what the device tells.
LATER = {*chunks("BidiComponent"), *chunks("PlotlyChart")}

#: What is drawn last on a page, by a module of ours.
FILLED = {"diary": ".diary [data-field=pain_back]", "prevention": ".st-key-prevention_quick button >> nth=0"}

_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_what_it_needs_and_does_not_jump(page: Page, name: str) -> None:
    asked: list[str] = []
    sockets: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.add_init_script(_SHIFTS)
    open_page(page, PAGES[name], "nl")
    expect(page.locator(FIRST)).to_have_count(0)
    expect(page.locator(".stMain h1").first).to_be_visible()
    # What our modules draw, and what the device tells, belongs to the page: only then it stands.
    if name in FILLED:
        expect(page.locator(FILLED[name])).to_be_visible()
    settled(page)
    assert page.evaluate("window.shifted") < 0.05
    scripts = [found[0] for url in asked if (found := re.search(r"/static/.+", url))]
    assert len(scripts) == len(set(scripts)), "a script was asked for twice"
    assert set(scripts) <= {*first_chunks(), *ahead(name), *LATER}, "not fetched ahead"
    assert {*first_chunks(), *ahead(name)} <= set(scripts), "fetched ahead in vain"
    assert len(sockets) == 1, "the socket that was opened ahead was not taken"
    assert [url for url in asked if re.search(r"\.(woff2?|ttf)|/static/css/", url)] == []
    assert page.locator("[data-testid=stIconMaterial]").count() == 0, "its font is left out"
    styles = page.evaluate("[...document.styleSheets].filter((sheet) => sheet.href).map((sheet) => sheet.href)")
    assert len(styles) == 1


@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_it_stays_when_the_scripts_do_not_come(page: Page, watch: Watch, lang: str) -> None:
    watch.expect_away()
    page.route("**/static/**", lambda route: route.abort())
    page.goto(f"/?lang={lang}")
    expect(page.locator(f"{FIRST} h1")).to_have_text(words(lang, content().pages.home.hero))
    expect(page.locator(".late")).to_be_visible()  # at once, not after a while
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator(FIRST)).to_be_focused()
    expect(page.locator(f".late a[href='/read/{lang}/home']")).to_be_visible()
    page.locator("#emergency-button").tap()
    expect(page.locator("#emergency a.call")).to_be_visible()
    page.locator("#emergency .close").tap()
    page.locator(f"{FIRST} a.button").tap()
    page.wait_for_url("**/assessment?**")
    expect(page.locator(f"{FIRST} h1")).to_have_text(words(lang, TITLE))
    expect(page.locator(f".late a[href='/read/{lang}/assessment']")).to_be_visible()


def test_it_says_so_by_itself_when_no_script_runs_at_all(page: Page, watch: Watch) -> None:
    watch.expect_away()
    page.route(re.compile(r"/static/|/assets/.+\.js"), lambda route: route.abort())
    page.goto("/diary?lang=nl")
    bar = page.locator(".late")
    expect(bar).to_be_hidden()
    page.evaluate("for (const each of document.getAnimations()) each.finish()")  # the while that it waits is over
    expect(bar).to_be_visible()


def test_it_waits_for_the_server_and_then_gives_way(page: Page) -> None:
    """A socket that opens and says nothing: Streamlit is up, but no page stands on it yet."""
    opened: list[WebSocketRoute] = []

    def hold(socket: WebSocketRoute) -> None:
        socket.on_message(lambda _: None)
        opened.append(socket)

    page.route_web_socket("**/_stcore/stream", hold)
    page.goto("/?lang=nl")
    page.wait_for_selector("[data-test-connection-state=CONNECTED]", state="attached")
    expect(page.locator(f"{FIRST} a.button")).to_be_visible()
    expect(page.locator("#root")).to_be_hidden()
    assert len(opened) == 1
    page.route_web_socket("**/_stcore/stream", lambda socket: socket.connect_to_server() and None)
    page.reload()
    expect(page.locator(FIRST)).to_have_count(0)


def test_a_tap_that_begins_on_it_ends_on_it(page: Page) -> None:
    """The live page is ready while the finger is down: the link must still be there when it is lifted."""
    held: list[Route] = []
    page.route(ENTRY, lambda route: held.append(route))
    page.goto("/?lang=nl", wait_until="commit")
    link = page.locator(f"{FIRST} a.button")
    wait_until(page, "() => window.WebSocket !== WebSocket.prototype.constructor")  # our scripts have run
    link.dispatch_event("pointerdown")
    assert held
    held[0].continue_()
    settled(page)
    expect(page.locator(".stMain h1")).to_be_attached()
    expect(link).to_be_visible()
    link.dispatch_event("pointerup")
    expect(page.locator(FIRST)).to_have_count(0)
    expect(page.locator(".st-key-start a")).to_be_visible()
