"""The app with made-up diaries in place of its diary page: the insight and the page for a visit, without a device.

`/diary?days=60`: a diary of so many days; `view=visit`: the page for a visit; `full`: everything filled in, as long as
it can be; `worse`: the pain turned around.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import streamlit as st

from tests.diary import demo
from wervel import ROOT, insight_view, ui, visit_view
from wervel.diary import load
from wervel.diary.entries import KINDS
from wervel.web import address, compose


def diary() -> None:
    asked = st.query_params
    days = int(asked.get("days", 60))
    told = demo.told(days, days={"90": 90, "year": 365, "all": max(1, days)}[insight_view.window()])
    for place, row in enumerate(told["rows"]):
        if "worse" in asked:
            row["pain_back"] = 10 - row["pain_back"]
        if "full" in asked:
            row |= {"note": ("Made up, long words and sentences. " * 15)[:500], "note_for_visit": True}
            row |= {"medicine": True, "medicine_what": f"{place} " + "as agreed with the doctor " * 7}
            row |= {"flare": place % 5 == 0, "did": [{"kind": kind, "minutes": 30} for kind in KINDS]}
    if "full" in asked:
        told["own"] = [
            own | {"name": (own["name"] + " and some more words up to sixty letters")[:60]} for own in demo.OWN
        ]
    view = visit_view if asked.get("view") == "visit" else insight_view
    view.show(load(told))


def nothing() -> None:
    st.write("")


def script() -> None:
    ui.begin()
    pages = {
        "home": st.Page(nothing, url_path="", default=True),
        "assessment": st.Page(diary, url_path="assessment"),
        "story": st.Page(diary, url_path="story"),
        "diary": st.Page(diary, url_path="diary"),
    }
    current = st.navigation(list(pages.values()), position="hidden")
    st.set_page_config(page_icon=str(ROOT / "content" / "illustrations" / "favicon.svg"))
    st.html("<h1>Diary</h1>")  # the first paint gives way to a page with a heading
    current.run()


if __name__ == "__main__":
    address.from_environment()
    os.chdir(ROOT)
    app = st.App(
        Path(__file__).with_name("insight_script.py"), routes=compose.routes(), middleware=compose.middleware()
    )
    app.run(config=address.overrides(os.environ))
