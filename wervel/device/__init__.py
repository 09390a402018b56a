"""What lives in the browser, mounted in Streamlit: plain ES modules of `static/`, no build step."""

from __future__ import annotations

from typing import Any

import streamlit as st

from wervel.assessment.draft import Draft, Value, dump
from wervel.device.module import module

_draft = st.components.v2.component("wervel_draft", js=module("draft"))
_body = st.components.v2.component("wervel_body", js=module("body"), isolate_styles=False)
_scenes = st.components.v2.component("wervel_scenes", js=module("scenes"), isolate_styles=False)


def keep_draft(
    *,
    session: str,
    draft: Draft | None,
    screen: str | None,
    widgets: dict[str, Value],
    keep: bool,
    command: dict[str, str] | None,
    on_stored: Any,
    on_goto: Any,
    on_missed: Any,
) -> None:
    """Mount the keeper of the draft.

    session: changes with each Streamlit session, the device then tells what it kept (`stored`). widgets: keys and
    values on the screen, so that the device knows which ticks have arrived. command: "forget",
    "erase_answers", "erase" or "set_aside", obeyed once per id. The device tells taps that the screen does not show yet
    as `missed`.
    """
    with st.container(key="device"):
        _draft(
            key="draft",
            data={
                "session": session,
                "draft": None if draft is None else dump(draft),
                "screen": screen,
                "widgets": widgets,
                "keep": keep,
                "command": command,
            },
            on_stored_change=on_stored,
            on_goto_change=on_goto,
            on_missed_change=on_missed,
        )


def scene(
    *, name: str, frames: list[str], steps: list[str], counts: list[str], alt: str, words: dict[str, str]
) -> None:
    """Mount a scene: frames (addresses of drawings), a sentence and a count ("1 of 4") for each, to step or play."""
    _scenes(
        key="scene_player",
        data={"id": name, "frames": frames, "steps": steps, "counts": counts, "alt": alt, "words": words},
    )


def body_map(svg: str, selected: list[str], label: str) -> None:
    """Mount the drawing of the body: tapping a zone ticks its row `zone_<id>` in the list, which holds the answer."""
    _body(key="body", data={"svg": svg, "selected": selected, "label": label})
