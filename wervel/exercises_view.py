"""How the exercises look: a list of cards, then one exercise at a time. Layout only."""

from __future__ import annotations

import streamlit as st

from wervel import ui, understood_view
from wervel.content import content
from wervel.content.exercise_models import Exercise
from wervel.device import exercise as exercise_device
from wervel.web.exercise_assets import film_url, still_url
from wervel.web.told import signs

PREFIX = "exercise_"
_OPEN = "exercise_open"
_TAPPED = "exercise_tapped"


def show() -> None:
    """Show the exercises: the one that is open (also by an address such as `?show=exercise_bridge`), else all."""
    asked = str(st.query_params.get("show", "")).removeprefix(PREFIX)
    by_id = {each.id: each for each in content().exercises.exercises}
    if st.session_state.get("exercise_asked") != asked:
        st.session_state["exercise_asked"] = asked
        st.session_state[_OPEN] = asked if asked in by_id else None
    opened = by_id.get(st.session_state.get(_OPEN) or "")
    if opened is None:
        _all()
    else:
        _one(opened)


def _all() -> None:
    book = content().exercises
    ui.fixed("heading.html", title=book.words.title, help=book.words.lead, rank=2)
    with st.container(key="exercise_list"):
        for exercise in book.exercises:
            with st.container(key=f"exercise_card_{exercise.id}"):
                ui.html("exercise_card.html", picture=still_url(exercise.id, exercise.picture))
                st.button(ui.label(exercise.title), key=f"{PREFIX}{exercise.id}", on_click=_open, args=(exercise.id,))
    understood_view.show("prevention#exercises")


def _one(exercise: Exercise) -> None:
    book, t, wire = content().exercises, ui.here().words.text, ui.wire
    place = book.exercises.index(exercise)
    st.button(ui.label(book.words.all), key="exercise_all", type="tertiary", on_click=_open, args=(None,))
    with st.container(key="exercise_body"):
        ui.html("exercise_title.html", exercise=exercise, place=place + 1)
        exercise_device.figure(
            name=exercise.id,
            film=film_url(exercise.id),
            stills=[
                {
                    "url": still_url(exercise.id, frame.id),
                    "caption": wire(frame.caption),
                    "label": wire(book.words.picture, number=index + 1, step=frame.caption),
                }
                for index, frame in enumerate(frame for frame in exercise.frames if frame.shown)
            ],
            alt=f"{t(exercise.alt)} {t(book.words.moving)}",
            words={name: wire(getattr(book.words, name)) for name in ("play", "pause", "pictures")},
            opened=bool(st.session_state.pop(_TAPPED, False)),
        )
        ui.html(
            "exercise.html",
            exercise=exercise,
            sources=[each for each in book.sources if each.id in (*exercise.sources, *book.general)],
            signs=signs(),
        )
    with st.container(key="exercise_steps", horizontal=True):
        last = len(book.exercises) - 1
        before, after = book.exercises[place - 1 if place else last], book.exercises[(place + 1) % len(book.exercises)]
        st.button(ui.label(book.words.previous), key="exercise_previous", on_click=_open, args=(before.id,))
        st.button(ui.label(book.words.next), key="exercise_next", on_click=_open, args=(after.id,), type="primary")


def _open(exercise: str | None) -> None:
    st.session_state[_OPEN] = exercise
    st.session_state[_TAPPED] = True
