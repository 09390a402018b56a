"""How the spine page looks: one section at a time, pictures first. Layout only."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from plotly.graph_objects import Figure

from wervel import charts, device, ui
from wervel.content import content
from wervel.content.chart_models import CourseChart, PeopleChart, ScansChart
from wervel.device import spine as spine_device
from wervel.web import told

#: The sections of the page in reading order; the prefix of an address such as `?show=card_hernia` names one of them.
SECTIONS = ("parts", "scenes", "story", "cards", "care", "treatments", "charts")
PREFIXES = {
    "part": "parts", "scene": "scenes", "story": "story", "card": "cards", "care": "care", "treatment": "treatments",
    "chart": "charts",
}  # fmt: skip


def wanted() -> str:
    """Return what the address asks to show, e.g. `card_hernia`; empty when it asks for nothing."""
    return str(st.query_params.get("show", ""))


def choose_section() -> str:
    """Show the sections to choose from and return the chosen one."""
    t, words = ui.here().words.text, content().spine.words
    first = PREFIXES.get(wanted().partition("_")[0], SECTIONS[0])
    chosen = st.pills(
        t(content().spine.intro.title), SECTIONS, format_func=lambda name: t(getattr(words, name)), key="section",
        default=first, required=True, label_visibility="collapsed",
    )  # fmt: skip
    return str(chosen or first)


def show(section: str) -> None:
    """Show one section of the page."""
    _SECTIONS[section]()


def _parts() -> None:
    here, book = ui.here(), content().spine
    t = here.words.text
    parts: list[spine_device.Part] = [
        {
            "id": part.id,
            "layer": part.layer,
            "name": t(part.name),
            "doctor": t(book.words.doctor_word, word=t(part.doctor)),
            "does": t(part.does),
        }
        for part in book.parts
    ]
    layers: list[spine_device.Choice] = [{"id": layer.id, "label": t(layer.label)} for layer in book.layers]
    selected = wanted().removeprefix("part_") if wanted().startswith("part_") else None
    turning = book.turn
    ui.html("paragraph.html", text=book.intro.lead)
    ui.html("heading.html", title=turning.title, help=turning.hint, rank=2)
    labels = {name: t(getattr(turning, name)) for name in type(turning).model_fields}
    spine_device.turn(
        words=labels
        | {
            "figure": labels["alt"],
            "parts": labels["pick"],
            "loading": t(content().pages.chrome.loading),
            "turn_left": labels["left"],
            "turn_right": labels["right"],
        },
        parts=parts,
        layers=layers,
        views=[{"id": view.id, "label": t(view.label)} for view in book.views],
        bend={
            "label": t(book.bend.label),
            "back": t(book.bend.back),
            "upright": t(book.bend.upright),
            "forward": t(book.bend.forward),
        },
        selected=selected,
        direction=here.words.dir,
    )
    ui.html("heading.html", title=turning.flat, help=None, rank=2)
    flat = {each.id.replace("_", "-"): t(each.label) for each in book.flat}
    spine_device.explorer(
        words=labels | {"hint": labels["flat_hint"], "parts": labels["pick"], "figure": labels["flat"]},
        parts=parts,
        layers=layers,
        drawings={name: f"/assets/illustrations/{name}.svg" for name in flat},
        labels=flat,
        selected=selected,
        direction=here.words.dir,
    )


def _scenes() -> None:
    t, book = ui.here().words.text, content().spine
    names = {scene.id: scene for scene in book.scenes}
    first = wanted().removeprefix("scene_")
    chosen = st.pills(
        t(book.words.scenes), list(names), format_func=lambda name: t(names[name].title), key="scene",
        default=first if first in names else book.scenes[0].id, required=True, label_visibility="collapsed",
    )  # fmt: skip
    scene = names[str(chosen)]
    total = len(scene.steps)
    numbers = ui.here().words.number
    device.scene(
        name=scene.id,
        frames=[f"/assets/illustrations/scene-{scene.id}-{number + 1}.svg" for number in range(total)],
        steps=[t(step.text) for step in scene.steps],
        counts=[t(book.words.step, number=numbers(each + 1), total=numbers(total)) for each in range(total)],
        alt=t(scene.alt),
        words={"back": t(book.words.back), "next": t(book.words.next), "play": t(book.words.play)},
    )
    ui.html("means.html", scene=scene)


def _story() -> None:
    book = content().spine
    total = len(book.story)
    order = [step.id for step in book.story]
    first = wanted().removeprefix("story_")
    number = int(st.session_state.setdefault("story_step", order.index(first) if first in order else 0))
    ui.html("story.html", step=book.story[number], number=number + 1, total=total)
    t = ui.here().words.text
    with st.container(key="steps", horizontal=True):
        if number:
            st.button(t(book.words.back), key="story_back", on_click=_story_to, args=(number - 1,))
        if number < total - 1:
            st.button(t(book.words.next), key="story_next", type="primary", on_click=_story_to, args=(number + 1,))


def _story_to(number: int) -> None:
    st.session_state["story_step"] = number


def _cards() -> None:
    ui.html("cards.html", shown=wanted(), said=told.said_by_topic, url=ui.url)


def _care() -> None:
    ui.html("care.html", shown=wanted())


def _treatments() -> None:
    ui.html("treatments.html", shown=wanted())


def _charts() -> None:
    here, book = ui.here(), content().charts
    t, number = here.words.text, here.words.number
    course, scans, people = book.course, book.scans, book.people
    _chart(
        course,
        charts.course(course, {name: t(getattr(course, name)) for name in ("x", "y", "acute", "persistent")}),
        told.course_table(here.words),
        y=t(course.y),
    )
    labels = {finding.id: t(finding.label) for finding in scans.findings}
    _chart(
        scans,
        charts.scans(scans, {"x": t(scans.x), "y": t(scans.y), **labels}),
        told.scans_table(here.words),
        y=t(scans.y),
    )
    with_back, with_leg = t(people.with_back, n=number(people.back)), t(people.with_leg, n=number(people.leg))
    others = t(people.others, n=number(people.total - people.back))
    _chart(
        people,
        charts.people(people, {"with_back": with_back, "with_leg": with_leg, "others": others}),
        told.people_table(here.words),
        y="",
    )


def _chart(words: CourseChart | ScansChart | PeopleChart, figure: Figure, table: list[list[str]], *, y: str) -> None:
    """Show a chart with its title, key, text alternative and the table behind it (headed unless it has two columns).

    The key and what the y axis counts are text of ours: Plotly cuts long ones off and does not set them right to left.
    """
    t = ui.here().words.text
    ui.html("chart_title.html", chart=words, y=y, traces=figure.data)
    # Room for the numbers is fixed: on a page from right to left Plotly finds none by itself.
    figure.update_layout(showlegend=False, yaxis_title=None, margin_l=40 if y else 8)
    st.plotly_chart(figure, config={"displayModeBar": False}, alt=t(words.alt))
    ui.html("chart_table.html", chart=words, rows=table)


_SECTIONS: dict[str, Callable[[], None]] = {
    "parts": _parts, "scenes": _scenes, "story": _story, "cards": _cards, "care": _care, "treatments": _treatments,
    "charts": _charts,
}  # fmt: skip
