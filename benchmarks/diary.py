"""`python benchmarks/diary.py`: opening a diary of 3,650 days against one of 30 days, on this machine, in one run.

What is timed is all that Python does when the page of the diary opens: read what the device tells (JSON of the default
window), check it, work out days, change and phases, draw the first picture as JSON, write its words and its table. The
second figure is the same for every picture one after another. Goal: a ratio of at most 1.5.
Each figure is the median of many runs in time of the processor, the two diaries in turn, so that other work on the
machine counts as little as possible.

`python benchmarks/diary.py --browser` opens the page itself in Chromium, from the navigation until the words about the
diary stand: server, socket, reading the device and telling are in it. CHROMIUM names the browser when it is not found.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from plotly.graph_objects import Figure

from tests.diary import demo
from wervel import insight_view, ui
from wervel import insight_words as say
from wervel.content import content
from wervel.diary import load
from wervel.i18n import translator
from wervel.web.render import render

SHORT, LONG, RUNS, BROWSER_RUNS, GOAL = 30, 3650, 41, 5, 1.5
HERE = ui.Here(translator("nl"), "personal", "NL")


def draw(figure: Figure, **_: object) -> None:
    """Stand in for `st.plotly_chart`, which sends the figure as JSON."""
    figure.to_json()


def write(template: str, **values: object) -> None:
    """Stand in for `ui.html`: the template is filled in, and sent."""
    render(template, HERE.words, here=HERE, **values)


def opened(told: str, sections: tuple[str, ...]) -> None:
    """Do what the page does from the moment the device has told, for some of its pictures."""
    seen = say.look(load(json.loads(told)))
    write("insight_first.html", sentences=say.first(seen, HERE.words), seen=seen)
    for name in sections:
        insight_view._SECTIONS[name](seen)


def timed(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def compare(name: str, sections: tuple[str, ...]) -> float:
    short, long = (json.dumps(demo.told(days, missed=False)) for days in (SHORT, LONG))
    for told in (short, long):
        opened(told, sections)  # templates and content are read once per process
    times = [(timed(lambda: opened(short, sections)), timed(lambda: opened(long, sections))) for _ in range(RUNS)]
    small, large = (median(each) for each in zip(*times, strict=True))
    ratio = large / small
    print(f"{name}: {SHORT} days {small:.1f} ms, {LONG:,} days {large:.1f} ms, ratio {ratio:.2f} (goal at most {GOAL})")
    return ratio


def in_browser() -> float:
    """Return the ratio of the whole page, the median of five visits each; the device holds the diary beforehand."""
    from playwright.sync_api import Page, sync_playwright

    from tests.browser.conftest import FLAGS, _chromium
    from tests.browser.diary_person import plant_entries
    from tests.browser.serving import Server

    def visit(page: Page) -> float:
        began = time.perf_counter()
        page.goto("/diary?lang=nl")
        page.wait_for_selector(".insight-first p", timeout=60_000)
        return (time.perf_counter() - began) * 1000

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "server.log")
        server.start()
        browser = playwright.chromium.launch(executable_path=_chromium(), args=list(FLAGS))
        pages = []
        for days in (SHORT, LONG):
            page = browser.new_context(base_url=server.origin, viewport={"width": 360, "height": 800}).new_page()
            page.goto("/healthz")
            start = date.today() - timedelta(days=days - 1)  # noqa: DTZ011 the day of this machine's browser
            plant_entries(page, *(demo.row(number, start) for number in range(days)))
            visit(page)  # the browser's cache is warm, as on a phone that was here before
            pages.append(page)
        times = [[visit(page) for page in pages] for _ in range(BROWSER_RUNS)]
        browser.close()
        server.stop()
    small, large = (median(each) for each in zip(*times, strict=True))
    print(f"the page in Chromium: {SHORT} days {small:.0f} ms, {LONG:,} days {large:.0f} ms, ratio {large / small:.2f}")
    return large / small


def main() -> None:
    if "--browser" in sys.argv:
        sys.exit(in_browser() > GOAL)
    content()
    with (
        patch.object(ui, "here", lambda: HERE),
        patch.object(ui, "html", write),
        patch.object(insight_view.st, "plotly_chart", draw),
    ):
        first = compare("opening the diary", insight_view.SECTIONS[:1])
        every = compare("opening and every picture", insight_view.SECTIONS)
    sys.exit(max(first, every) > GOAL)


if __name__ == "__main__":
    main()
