"""How the spine page looks: one section at a time, pictures first. Layout only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st
from plotly.graph_objects import Figure

from wervel import charts, device, ui, understood_view
from wervel.content import content
from wervel.content.chart_models import CourseChart, PeopleChart, ScansChart
from wervel.content.models import Source
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
    labels = {name: ui.label(getattr(content().spine.words, name)) for name in SECTIONS}
    first = PREFIXES.get(wanted().partition("_")[0], SECTIONS[0])
    chosen = st.pills(
        ui.label(content().spine.intro.title), SECTIONS, format_func=labels.__getitem__, key="section",
        default=first, required=True, label_visibility="collapsed",
    )  # fmt: skip
    return str(chosen or first)


def show(section: str) -> None:
    """Show one section of the page."""
    _SECTIONS[section]()
    if ui.here().second and (sources := _cited(section)):
        ui.html("sides_sources.html", sources=sources)


def _cited(section: str) -> list[Source]:
    """Return the sources that a printed page of a section names; cards and treatments name their own."""
    book, figures = content().spine, content().charts
    if section == "charts":
        names = {name for each in (figures.course, figures.scans, figures.people) for name in each.sources}
        return [source for source in figures.sources if source.id in names]
    if section in {"cards", "treatments"}:
        return []
    names = {name for step in book.story for name in step.sources}
    names |= {name for card in book.cards for name in card.sources} if section != "story" else set()
    return [source for source in book.sources if source.id in names]


def _parts() -> None:
    here, book, wire = ui.here(), content().spine, ui.wire
    parts: list[spine_device.Part] = [
        {
            "id": part.id,
            "layer": part.layer,
            "name": wire(part.name),
            "doctor": wire(book.words.doctor_word, word=part.doctor),
            "does": wire(part.does),
        }
        for part in book.parts
    ]
    layers: list[spine_device.Choice] = [{"id": layer.id, "label": wire(layer.label)} for layer in book.layers]
    selected = wanted().removeprefix("part_") if wanted().startswith("part_") else None
    turning = book.turn
    ui.html("paragraph.html", text=book.intro.lead)
    ui.fixed("heading.html", title=turning.title, help=turning.hint, rank=2)
    labels = {name: wire(getattr(turning, name)) for name in type(turning).model_fields}
    spine_device.turn(
        words=labels
        | {
            "figure": labels["alt"],
            "hint": labels["flat_hint"],  # how to turn it stands above the figure
            "parts": labels["pick"],
            "loading": wire(content().pages.chrome.loading),
            "turn_left": labels["left"],
            "turn_right": labels["right"],
        },
        parts=parts,
        layers=layers,
        views=[{"id": view.id, "label": wire(view.label)} for view in book.views],
        bend={
            "label": wire(book.bend.label),
            "back": wire(book.bend.back),
            "upright": wire(book.bend.upright),
            "forward": wire(book.bend.forward),
        },
        selected=selected,
        direction=here.words.dir,
    )
    ui.fixed("heading.html", title=turning.flat, help=None, rank=2)
    flat = {each.id.replace("_", "-"): each for each in book.flat}
    spine_device.explorer(
        words=labels | {"hint": labels["flat_hint"], "parts": labels["pick"], "figure": labels["flat"]},
        parts=parts,
        layers=layers,
        drawings={name: f"/assets/illustrations/{name}.svg" for name in flat},
        labels={name: wire(each.label) for name, each in flat.items()},
        alts={name: wire(each.alt) for name, each in flat.items()},
        selected=selected,
        direction=here.words.dir,
    )


def _scenes() -> None:
    wire, book = ui.wire, content().spine
    names = {scene.id: scene for scene in book.scenes}
    labels = {scene.id: ui.label(scene.title) for scene in book.scenes}
    first = wanted().removeprefix("scene_")
    chosen = st.pills(
        ui.label(book.words.scenes), list(names), format_func=labels.__getitem__, key="scene",
        default=first if first in names else book.scenes[0].id, required=True, label_visibility="collapsed",
    )  # fmt: skip
    scene = names[str(chosen)]
    total = len(scene.steps)
    device.scene(
        name=scene.id,
        frames=[f"/assets/illustrations/scene-{scene.id}-{number + 1}.svg" for number in range(total)],
        steps=[wire(step.text) for step in scene.steps],
        counts=[wire(book.words.step, number=each + 1, total=total) for each in range(total)],
        alt=wire(scene.alt),
        words={"back": wire(book.words.back), "next": wire(book.words.next), "play": wire(book.words.play)},
    )
    ui.html("means.html", scene=scene)
    understood_view.show(f"spine#scene_{scene.id}")
    if ui.here().second:
        ui.html("sides_scene.html", scene=scene)


def _story() -> None:
    book = content().spine
    total = len(book.story)
    order = [step.id for step in book.story]
    first = wanted().removeprefix("story_")
    number = int(st.session_state.setdefault("story_step", order.index(first) if first in order else 0))
    ui.html("story.html", step=book.story[number], number=number + 1, total=total)
    with st.container(key="steps", horizontal=True):
        if number:
            st.button(ui.label(book.words.back), key="story_back", on_click=_story_to, args=(number - 1,))
        if number < total - 1:
            to_next = ui.label(book.words.next)
            st.button(to_next, key="story_next", type="primary", on_click=_story_to, args=(number + 1,))
    if number == total - 1:
        understood_view.show("spine#story")


def _story_to(number: int) -> None:
    st.session_state["story_step"] = number


def _cards() -> None:
    ui.html(
        "cards.html", shown=wanted(), said=told.said_by_topic, url=ui.url, understood=understood_view.block,
        cited=lambda card: told.cited(card.sources, content().spine.sources),
    )  # fmt: skip


def _care() -> None:
    ui.html("care.html", shown=wanted())
    understood_view.show("spine#care")


def _treatments() -> None:
    ui.html("treatments.html", shown=wanted())
    understood_view.show("spine#treatments")


def _charts() -> None:
    here, book = ui.here(), content().charts
    t, both, number = here.words.text, ui.both, here.words.number
    course, scans, people = book.course, book.scans, book.people
    _chart(
        course,
        charts.course(course, {name: t(getattr(course, name)) for name in ("x", "y", "acute", "persistent")}),
        told.course_table(here.words, both),
        names=[both(course.acute), both(course.persistent)],
        axes=_axes(course),
    )
    labels = {finding.id: finding.label for finding in scans.findings}
    _chart(
        scans,
        charts.scans(scans, {"x": t(scans.x), "y": t(scans.y)} | {name: t(label) for name, label in labels.items()}),
        told.scans_table(here.words, both),
        names=[both(label) for label in labels.values()],
        axes=_axes(scans),
    )
    counted = {
        "with_leg": (people.with_leg, people.leg),
        "with_back": (people.with_back, people.back),
        "others": (people.others, people.total - people.back),
    }
    names = {name: both(label, n=count) for name, (label, count) in counted.items()}
    _chart(
        people,
        charts.people(people, {name: t(label, n=number(count)) for name, (label, count) in counted.items()}),
        told.people_table(here.words, both),
        names=list(names.values()),
    )
    understood_view.show("spine#charts")


def _axes(chart: CourseChart | ScansChart) -> list[str]:
    """Return what the axes count: y, and in consultation x too, because Plotly names it in one language only."""
    return [ui.both(chart.y), *([ui.both(chart.x)] if ui.here().second else [])]


def _chart(
    words: CourseChart | ScansChart | PeopleChart,
    figure: Figure,
    table: list[list[str]],
    *,
    names: list[str],
    axes: Sequence[str] = (),
) -> None:
    """Show a chart with its title, key, text alternative and the table behind it (headed unless it has two columns).

    names: of the traces, in their order. The key and what the axes count are text of ours: Plotly cuts long ones off
    and does not set them right to left.
    """
    ui.html("chart_title.html", chart=words, axes=axes, key=list(zip(figure.data, names, strict=True)))
    # Room for the numbers is fixed: on a page from right to left Plotly finds none by itself.
    figure.update_layout(showlegend=False, yaxis_title=None, margin_l=40 if axes else 8)
    if ui.here().second:
        figure.update_layout(xaxis_title=None)
    st.plotly_chart(figure, config={"displayModeBar": False}, alt=ui.here().words.text(words.alt))
    ui.html("chart_table.html", chart=words, rows=table)


_SECTIONS: dict[str, Callable[[], None]] = {
    "parts": _parts, "scenes": _scenes, "story": _story, "cards": _cards, "care": _care, "treatments": _treatments,
    "charts": _charts,
}  # fmt: skip
