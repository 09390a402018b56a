"""How the picture questions after an explanation look, and the therapist's summary of them. Layout only.

Which answers were tapped is known to the page alone (`web/static/understood.js`): nothing of it reaches the server.
"""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from wervel import ui
from wervel.content import content
from wervel.understood import labels_to, page_and_part, questions_after, sources_of


def block(place: str) -> Markup:
    """Return the questions after a place such as `spine#card_age` as HTML; empty where there are none."""
    questions = questions_after(place, content())
    if not questions:
        return Markup()
    return Markup(  # noqa: S704 our own template
        ui.rendered(
            "understood.html", place=place, questions=questions, sources=lambda each: sources_of(each, content())
        )
    )


def show(place: str) -> None:
    """Show the questions after a place, where it is a part of the page of its own."""
    st.html(block(place))


def summary() -> None:
    """Show beside a physiotherapist what came across and what to tell again."""
    if ui.here().mode != "consult":
        return
    t = ui.here().words.text
    rows = [
        {
            "question": question,
            "page": page_and_part(question.after)[0],
            "part": page_and_part(question.after)[1],
            "labels": [t(label) for label in labels_to(question.after, content())],
        }
        for question in content().understood.questions
    ]
    ui.html("understood_summary.html", rows=rows, url=ui.url)
