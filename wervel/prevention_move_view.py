"""Moving: minutes in two taps, the norm, the walking plan. Layout only."""

from __future__ import annotations

from datetime import date

import streamlit as st

from wervel import charts, prevention_charts, ui, understood_view
from wervel import prevention_session as session
from wervel.content import content
from wervel.prevention import walking
from wervel.prevention.records import Walking
from wervel.prevention.week import MODERATE_MINUTES, STRENGTH_DAYS, norm_of, walked, weeks_before
from wervel.prevention_layout import chart, options, show_sources, view, week_name, words

WEEKS = 8


def show(*, exercises: bool) -> None:
    """Show the entry, the week against the norm, and the walking plan; exercises: whether there is that section."""
    page, day = content().prevention_page, session.today()
    ui.fixed("heading.html", title=page.move.title, help=page.move.lead, rank=2)
    view("move", words=words(page.move), kinds=options(page.move.kinds))
    if day is not None:
        _norm(day, exercises=exercises)
    _walking(day)
    understood_view.show("prevention#move")


def _norm(day: date, *, exercises: bool) -> None:
    page, t, number = content().prevention_page, ui.here().words.text, ui.here().words.number
    norm, found = page.norm, session.kept()
    ui.html(
        "prevention_norm.html", norm=norm_of(found, day), minutes=MODERATE_MINUTES, strength=STRENGTH_DAYS
    )  # fmt: skip
    if exercises:
        st.button(ui.label(norm.to_exercises), key="to_exercises", on_click=_to_exercises)
    weeks = weeks_before(day, WEEKS)
    norms = [norm_of(found, each) for each in weeks]
    labels = [week_name(each) for each in weeks]
    minutes = [each.minutes for each in norms]
    names = t(norm.minutes_column), t(norm.norm)
    both = ui.both
    chart(
        norm.chart,
        prevention_charts.minutes(labels, minutes, MODERATE_MINUTES, names),
        charts.rows(
            [both(norm.week), both(norm.minutes_column), both(norm.strength_column)],
            [
                [label, number(each.minutes), number(each.strength)]
                for label, each in zip(labels, norms, strict=True)
            ],
        ),
        key="chart_minutes",
        legend=[(both(norm.minutes_column), charts.TEAL, "solid"), (both(norm.norm), charts.AMBER, "dash")],
    )  # fmt: skip
    show_sources(norm.sources)


def _to_exercises() -> None:
    st.session_state["section"] = "exercises"


def _walking(day: date | None) -> None:
    page = content().prevention_page
    ui.fixed("heading.html", title=page.walking.title, help=page.walking.lead, rank=2)
    began = session.kept().walking
    if began is not None and day is not None:
        _plan(began, day)
    view("walking", words=words(page.walking))
    show_sources(page.walking.sources)


def _plan(began: Walking, day: date) -> None:
    w, t, number = content().prevention_page.walking, ui.here().words.text, ui.here().words.number
    now = began.days * began.minutes
    done = walked(session.kept(), began.since, day)
    plan = walking.plan(now, done)
    this_week = norm_of(session.kept(), day).by_kind.get("walk", 0)
    ui.html("prevention_plan.html", plan=plan, at_aim=now >= walking.AIM)
    names = t(w.plan), t(w.done)
    so_far = [*done, this_week]
    chart(
        w.chart,
        prevention_charts.walking(plan.minutes, so_far, names),
        charts.rows(
            [ui.both(w.week), ui.both(w.plan), ui.both(w.done)],
            [
                [number(week + 1), number(planned), number(so_far[week] or 0) if week < len(so_far) else ""]
                for week, planned in enumerate(plan.minutes)
            ],
        ),
        key="chart_walking",
        legend=[(ui.both(w.plan), charts.TEAL, "line"), (ui.both(w.done), prevention_charts.PALE_TEAL, "solid")],
    )
