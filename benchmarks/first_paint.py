"""`python benchmarks/first_paint.py`: first paint and first use beside stock Streamlit, on a phone profile, in one run.

The phone: Pixel 5 in Chromium, processor four times slower, 1.6 Mbit/s down, 750 kbit/s up, 150 ms to the server; set
over Chromium's own protocol. Stock is the smallest app there is (a title, a button, and for the second page a chart)
under `streamlit run`. Each page is opened cold (a new profile of the browser) and warm (again in that, once all that
the first visit fetches for later has come), three times in turn with stock, and the median is shown.

- FCP: first contentful paint.
- usable: the main button of the live page can be seen and the page's script has run. Then it is tapped, and has to
  answer: on `/` the start button brings the first question; on `/diary`, with 30 days kept on the phone, the button of
  the changes brings a chart.
- requests, KB: all that was asked for and came until usable, on `/diary` until the chart stands; headers and what the
  socket brought are in it.

`--page NAME` measures one page, `--repeats N` changes the three. CHROMIUM names the browser if it is not found. Run it
on a machine that does nothing else, and after the first start has packed its files (about a minute).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from tests.browser.conftest import FLAGS, _chromium
from tests.browser.diary_person import plant_entries
from tests.browser.serving import Server, free_port
from tests.diary import demo

NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER = 4
PATIENCE = 90_000  # milliseconds

STOCK = """
import streamlit as st
st.title("Stock")
if st.button("Go", key="go"):
    st.write("answered")
"""
STOCK_CHART = (
    STOCK
    + """
import plotly.graph_objects as go
st.plotly_chart(go.Figure(go.Scatter(x=list(range(30)), y=list(range(30)))))
"""
)

_WATCH = """
window.seen = {};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) seen[entry.name] = entry.startTime;
}).observe({ type: "paint", buffered: true });
const all = SELECTORS;
const look = () => {
  const ready = document.querySelector("[data-test-connection-state=CONNECTED][data-test-script-state=notRunning]")
    && all.every((each) => document.querySelector(each)?.checkVisibility({ visibilityProperty: true }));
  if (ready) seen.usable = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


#: Until three seconds have brought nothing more into the caches of a service worker; nothing to wait for without one.
_AT_REST = """async () => {
  const count = async () => {
    const kept = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length);
    return (await Promise.all(kept)).reduce((sum, each) => sum + each, 0);
  };
  for (let [last, since] = [-1, performance.now()]; performance.now() - since < 3000;) {
    const now = await count();
    if (now !== last) [last, since] = [now, performance.now()];
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}"""


@dataclass(frozen=True)
class Target:
    """A page to open: where, what must be seen for it to be usable, what to tap, what answers, and is that counted."""

    path: str
    selectors: tuple[str, ...]
    tap: str
    answers: str
    counted: bool = False


@dataclass(frozen=True)
class Seen:
    """One visit: first contentful paint and usable in ms, requests and KB until usable."""

    fcp: float
    usable: float
    requests: int
    kilobytes: float


#: Ours, and the stock app that stands beside it. `wervel` is Dutch so that the words do not depend on this machine.
PAGES = {
    "/": (
        Target("/?lang=nl", ("#root .st-key-start a",), "#root .st-key-start a", "#root .st-key-next button"),
        Target("/", (".st-key-go button",), ".st-key-go button", "text=answered"),
    ),
    "/diary": (
        Target(
            "/diary?lang=nl",
            ("#root .diary form", "#root .insight-first p"),
            "#root .st-key-section button >> nth=1",
            "#root .js-plotly-plot .main-svg",
            counted=True,
        ),
        Target("/", (".st-key-go button",), ".st-key-go button", ".js-plotly-plot .main-svg", counted=True),
    ),
}


class Wire:
    """Counts what comes over the wire of a page; times are Chromium's own, in seconds."""

    def __init__(self, session: CDPSession) -> None:
        self.began: dict[str, float] = {}
        self.came: list[tuple[float, float]] = []
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._done)
        session.on("Network.webSocketFrameReceived", self._frame)

    def _asked(self, event: dict) -> None:
        if event["request"]["url"].startswith("http"):
            self.began.setdefault(event["requestId"], event["timestamp"])

    def _done(self, event: dict) -> None:
        if event["requestId"] in self.began:
            self.came.append((event["timestamp"], event["encodedDataLength"]))

    def _frame(self, event: dict) -> None:
        self.came.append((event["timestamp"], len(event["response"]["payloadData"]) * 3 / 4))  # base64

    def until(self, usable: float) -> tuple[int, float]:
        """Return requests and KB until `usable` ms after the navigation began."""
        end = min(self.began.values()) + usable / 1000
        bytes_ = sum(size for when, size in self.came if when <= end)
        return sum(when <= end for when in self.began.values()), bytes_ / 1024


def visit(context: BrowserContext, origin: str, target: Target) -> Seen:
    """Open a page on the phone, wait until it can be used, tap its button and wait for the answer."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    wire = Wire(session)
    page.add_init_script(_WATCH.replace("SELECTORS", repr(list(target.selectors))))
    page.goto(origin + target.path, wait_until="commit")
    seen = _seen(page)
    page.locator(target.tap).first.tap()
    page.wait_for_selector(target.answers, timeout=PATIENCE)
    requests, kilobytes = wire.until(page.evaluate("performance.now()") if target.counted else seen["usable"])
    page.evaluate(_AT_REST)
    page.close()
    return Seen(seen["first-contentful-paint"], seen["usable"], requests, kilobytes)


def _seen(page: Page) -> dict[str, float]:
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end:
        found: dict[str, float] = page.evaluate("window.seen ?? {}")
        if "usable" in found and "first-contentful-paint" in found:
            return found
        page.wait_for_timeout(100)
    raise RuntimeError(f"{page.url} did not become usable")


def phone(browser: Browser, device: dict, origin: str, *, diary: bool) -> BrowserContext:
    """Return a new profile; with `diary` 30 days of it are kept there before the first visit."""
    context = browser.new_context(**device, locale="nl-NL", timezone_id="Europe/Amsterdam", base_url=origin)
    if diary:
        page = context.new_page()
        page.goto("/healthz")
        start = date.today() - timedelta(days=29)  # noqa: DTZ011 the day of this machine's browser
        plant_entries(page, *(demo.row(number, start) for number in range(30)))
        page.close()
    return context


@contextmanager
def stock(folder: Path, script: str) -> Iterator[str]:
    """Serve the stock app, with none of our settings, and yield its origin."""
    folder.mkdir()
    (folder / "stock.py").write_text(script, encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "stock.py", "--server.port", str(port)]
    command += ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    quiet = subprocess.DEVNULL
    clean = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    process = subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet, env=clean)
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _wait(url: str) -> None:
    for _ in range(600):
        try:
            urlopen(url, timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"nobody answers at {url}")


def middle(visits: list[Seen]) -> Seen:
    """Return the median of each figure."""
    return Seen(
        median(each.fcp for each in visits),
        median(each.usable for each in visits),
        round(median(each.requests for each in visits)),
        median(each.kilobytes for each in visits),
    )


def row(page: str, which: str, state: str, seen: Seen) -> str:
    fcp, usable = f"{seen.fcp / 1000:.1f} s", f"{seen.usable / 1000:.1f} s"
    return f"| `{page}` | {which} | {state} | {fcp} | {usable} | {seen.requests} | {seen.kilobytes:,.0f} |"


def measure(name: str, ours: str, repeats: int, folder: Path) -> None:
    """Print the rows of a page."""
    mine, other = PAGES[name]
    with stock(folder / f"stock{name.replace('/', '-')}", STOCK if name == "/" else STOCK_CHART) as theirs:
        found: dict[tuple[str, str], list[Seen]] = {}
        with sync_playwright() as playwright:
            device = playwright.devices["Pixel 5"]
            browser = playwright.chromium.launch(executable_path=_chromium(), args=list(FLAGS))
            both = (("Wervel", ours, mine), ("stock", theirs, other))
            for number in range(repeats + 1):  # the first visitors of a server are not measured
                for which, origin, target in both:
                    context = phone(browser, device, origin, diary=which == "Wervel" and name == "/diary")
                    for state in ("cold", "warm"):
                        seen = visit(context, origin, target)
                        if number:
                            found.setdefault((which, state), []).append(seen)
                    context.close()
            browser.close()
    for state in ("cold", "warm"):
        us, them = (middle(found[which, state]) for which in ("Wervel", "stock"))
        print(row(name, "Wervel", state, us))
        print(row(name, "stock", state, them))
        ratios = f"{them.fcp / us.fcp:.1f} times sooner | {them.usable / us.usable:.1f} times sooner"
        print(f"| `{name}` | ratio | {state} | {ratios} | | {us.kilobytes / them.kilobytes:.2f} |", flush=True)


def main() -> None:
    asked = argparse.ArgumentParser(description="First paint and first use beside stock Streamlit.")
    asked.add_argument("--page", choices=PAGES, action="append")
    asked.add_argument("--repeats", type=int, default=3)
    asked.add_argument("--packing", type=int, default=60, help="seconds to wait until the files are packed")
    given = asked.parse_args()
    print("| page | | | first contentful paint | usable | requests | KB until usable |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "server.log")
        server.start()
        try:
            time.sleep(given.packing)
            for name in given.page or PAGES:
                measure(name, server.origin, given.repeats, Path(folder))
        finally:
            server.stop()


if __name__ == "__main__":
    main()
