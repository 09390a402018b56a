"""The file of the story for a medical record, mounted: made in memory, saved by the browser (`static/story.js`)."""

from __future__ import annotations

from typing import Any

import streamlit as st

from wervel.device.module import module

_file = st.components.v2.component("wervel_story", js=module("story"), isolate_styles=False)


def file(bundle: dict[str, Any], *, questions: str | None, words: dict[str, str]) -> None:
    """Mount the button that saves a FHIR Bundle as a file.

    questions: the heading of the person's questions in the file; None leaves them out. words: file, file_help and
    file_saved, in the person's language.
    """
    _file(key="story_file", data={"bundle": bundle, "questions": questions, "words": words})
