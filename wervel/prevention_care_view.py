"""Weight, balance, noticing in time, work and home. Layout only."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from wervel import draft_session, ui, understood_view
from wervel import prevention_session as session
from wervel.content import content
from wervel.prevention.records import Body
from wervel.prevention.rulers import values_to_people
from wervel.prevention.weight import POUND, Question, Result, as_typed, look
from wervel.prevention_layout import options, show_sources, view, words
from wervel.web.told import cited, people_lines, spoken

ADULT = 18
#: Countries where people weigh in pounds.
POUNDS = ("US", "GB", "LR", "MM")


def weight() -> None:
    """Show height and weight, only once the person asks for it."""
    w = content().prevention_page.weight
    ui.fixed("heading.html", title=w.title, help=w.lead, rank=2)
    if not st.session_state.get("weight_open"):
        st.button(ui.label(w.open), key="weight_open_button", on_click=_open_weight, args=(True,))
        return
    age = draft_session.draft().answers.age
    body = session.kept().body
    found = look(body, under18=age is not None and age < ADULT) if body else None
    view(
        "weight",
        words=words(w, content().prevention_page.slips),
        traits=options(w.trait_options),
        units="imperial" if ui.here().country in POUNDS else "metric",
        question=_question(body, found) if body and isinstance(found, Question) else None,
    )
    if body and isinstance(found, Result):
        ui.html("prevention_weight.html", result=found, five=_five(found, body))
    show_sources(w.sources)
    st.button(ui.label(w.close), key="weight_close", type="tertiary", on_click=_open_weight, args=(False,))


def _open_weight(is_open: bool) -> None:
    st.session_state["weight_open"] = is_open


def _five(result: Result, body: Body) -> str | None:
    w = content().prevention_page.results
    if result.five_percent is None:
        return None
    if body.units == "imperial":
        return ui.both(w.five_pounds, n=round(result.five_percent / POUND))
    return ui.both(w.five, n=result.five_percent)


def _question(body: Body, question: Question) -> dict[str, object]:
    """Return the question back in words, and what the device puts in when the answer is yes."""
    w = content().prevention_page.slips
    field, slip, meant = question.field, question.slip, question.meant
    name = f"{slip}_{field}" if slip in {"missing", "unlikely"} else slip
    typed = getattr(body, field)
    values = {"word": as_typed(typed) if typed is not None else ""}
    if meant is not None:
        values["n"] = _as_typed(meant, field)
        if slip == "swapped":
            values = {"word": _as_typed(meant, "height"), "n": _as_typed(meant, "weight")}
    return {
        "field": field,
        "text": ui.wire(getattr(w, name), **values),
        "meant": None if meant is None else meant.model_dump(mode="json", exclude={"kind"}),
        "typed": body.model_dump(mode="json", exclude={"kind"}),
    }


def _as_typed(body: Body, field: str) -> str:
    value = as_typed(getattr(body, field) or 0)
    return f"{value}\u2032 {as_typed(body.inches)}\u2033" if field == "height" and body.inches is not None else value


def balance() -> None:
    """Show the rulers, the breathing exercise, what helps, and people."""
    book, page, t = content().balance, content().prevention_page, ui.wire
    ui.fixed("heading.html", title=book.title, help=book.intro, rank=2)
    ui.html("paragraph.html", text=book.no_questionnaire)
    rulers = [
        {
            "id": ruler.id,
            "title": t(ruler.title),
            "low": t(ruler.low),
            "high": t(ruler.high),
            "offer": t(ruler.offer),
            "crisis": ruler.crisis,
            "people_at": values_to_people(ruler),
        }
        for ruler in book.rulers
    ]
    view(
        "rulers",
        words=words(page.balance),
        rulers=rulers,
        people=_people(crisis=False),
        crisis=_people(crisis=True),
    )
    breathing = book.breathing
    ui.fixed("heading.html", title=breathing.title, help=breathing.intro, rank=2)
    steps = [{"text": t(step.text), "seconds": step.seconds, "breath": step.breath} for step in breathing.steps]
    view("breathing", words=words(page.balance) | {"done": t(breathing.done)}, steps=steps, rounds=breathing.rounds)
    ui.fixed("prevention_breath.html")
    ui.html(
        "prevention_helps.html",
        cited=lambda names: cited(names, book.sources),
        people=Markup(_people(crisis=True, headed=False)),  # noqa: S704 our own template
    )
    understood_view.show("prevention#balance")


def _people(*, crisis: bool, headed: bool = True) -> str:
    """Return the way to people as HTML: GP and the helplines of the country where the person is."""
    here = ui.here()
    lines = people_lines(here.country)
    return ui.rendered(
        "prevention_people.html",
        lines=lines,
        crisis=crisis,
        headed=headed,
        number=here.numbers.emergency,
        spoken=spoken,
    )


def notice() -> None:
    """Show the editor of the flare-up plan."""
    w = content().prevention_page.flare
    ui.fixed("heading.html", title=w.title, help=w.lead, rank=2)
    view("flare", words=words(w), signs=options(w.signs), helps=options(w.helps))
    understood_view.show("prevention#notice")


def life() -> None:
    """Show the cards about work and home."""
    ui.html(
        "prevention_life.html",
        shown=str(st.query_params.get("show", "")),
        cited=lambda names: cited(names, content().life_cards.sources),
        understood=understood_view.block,
    )
