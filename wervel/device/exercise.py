"""The mount of the moving figure of an exercise: `static/exercise.js` draws what the server has computed."""

from __future__ import annotations

from typing import TypedDict

import streamlit as st

from wervel.device.module import module

_figure = st.components.v2.component("wervel_exercise", js=module("exercise"), isolate_styles=False)


class Still(TypedDict):
    """A picture of the movement: where it is, what is told below it, and its name for those who do not see it."""

    url: str
    caption: str
    label: str


def figure(*, name: str, film: str, stills: list[Still], alt: str, words: dict[str, str], opened: bool) -> None:
    """Mount the figure of the exercise `name`.

    film: address of its movement. words: play, pause, pictures. opened: a person opened it just now, so that its
    heading comes into view.
    """
    data = {"id": name, "film": film, "stills": stills, "alt": alt, "words": words, "opened": opened}
    _figure(key="exercise_figure", data=data)
