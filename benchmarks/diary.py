"""`python benchmarks/diary.py`: opening a diary of 3,650 days against one of 30 days, on this machine, in one run.

What is timed is all that Python does when the page of the diary opens: read what the device tells (JSON of the default
window), check it, work out days, change and phases, draw the first picture as JSON, write its words and its table. The
second figure is the same for every picture one after another. Goal: a ratio of at most 1.5.
Each figure is the median of many runs in time of the processor, the two diaries in turn, so that other work on the
machine counts as little as possible.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
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

SHORT, LONG, RUNS, GOAL = 30, 3650, 41, 1.5
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


def main() -> None:
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
