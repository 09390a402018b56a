"""Today's list and this week's overview. Layout only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from wervel import charts, draft_session, prevention_charts, ui
from wervel import prevention_session as session
from wervel.content import Text, content
from wervel.content.models import Factor, Flag, Labelled, Option, Phase
from wervel.content.prevention_models import Rule
from wervel.prevention.facts import QUICK, asks, said_as
from wervel.prevention.fitting import RULES, Fitted
from wervel.prevention.week import days_by_rule, streak, week_of, weeks_before
from wervel.prevention_layout import chart, options, view, week_name, words
from wervel.web.told import cited

WEEKS = 8
#: Days that the device tells of; a streak as long as that may be longer.
TOLD = 92


def show() -> None:
    """Show the list of today, and the quick questions where nothing else tells what fits."""
    day, page = session.today(), content().prevention_page
    if day is None:
        ui.fixed("loading.html", text=page.notices.waiting)
        return
    t = ui.wire
    changing = st.session_state.get("quick_open", False)
    if changing or asks(draft_session.draft().answers, session.kept().quick):
        _quick()
        if not changing:
            ui.link("assessment", page.quick.check, key="to_check_all")
    ui.fixed("heading.html", title=page.today.title, help=page.today.lead, rank=2)
    groups = [
        {"label": t(rule.label), "items": [_row(each) for each in session.fitted(day) if each.item.rule == rule.id]}
        for rule in page.rules
    ]
    view("today", words=words(page.today), groups=groups)
    if not changing and not asks(draft_session.draft().answers, session.kept().quick):
        st.button(ui.label(page.quick.change), key="quick_change", type="tertiary", on_click=_open_quick, args=(True,))


def _quick() -> None:
    quick, t = content().prevention_page.quick, ui.wire
    ui.fixed("heading.html", title=quick.title, help=quick.help, rank=2)
    questions = [{"id": each.id, "title": t(each.title), "options": options(each.options)} for each in quick.questions]
    view("quick", words=words(quick), questions=questions)
    if st.session_state.get("quick_open"):
        st.button(ui.label(quick.close), key="quick_close", on_click=_open_quick, args=(False,))


def _open_quick(is_open: bool) -> None:
    st.session_state["quick_open"] = is_open


def _row(fitted: Fitted) -> dict[str, object]:
    t, item = ui.wire, fitted.item
    today = content().prevention_page.today
    return {
        "id": item.id,
        "what": t(item.what),
        "small": t(today.small, word=item.small),
        "why": t(item.why),
        "sources": [
            {"title": each.title, "url": each.url} for each in cited(item.sources, content().prevention.sources)
        ],
        "because": because(fitted.because),
        "times": item.times,
    }


def because(fact: str | None) -> str:
    """Return in the reader's language why something is on the list, with what the person said."""
    t, reasons = ui.wire, content().prevention_page.because
    if fact is None:
        return t(reasons.everybody)
    said = said_as(fact, session.facts(), session.kept().quick)
    kind, _, name = said.partition(":")
    reason: Text = reasons.quick if kind in QUICK else getattr(reasons, kind)
    label = next((each.label for each in _labels(kind) if each.id == name), None)
    return t(reason, word=label) if label else t(reason)


def _labels(kind: str) -> Sequence[Labelled | Option | Factor | Flag | Phase]:
    """Return the answers of a kind, with the words in which a person gives them."""
    book = content()
    quick = {each.id: each.options for each in book.prevention_page.quick.questions}
    given: dict[str, Sequence[Labelled | Option | Factor | Flag | Phase]] = {
        "factor": book.factors.factors,
        "limit": book.questions.limits.options,
        "phase": book.course.phases,
        "leg": book.questions.leg_pain.options,
        "flag": book.red_flags.flags,
        **quick,
    }
    return given.get(kind, ())


def week() -> None:
    """Show this week rule by rule, the streak, and the weeks before."""
    day, page, found = session.today(), content().prevention_page, session.kept()
    if day is None:
        ui.fixed("loading.html", text=page.notices.waiting)
        return
    t, number, library = ui.here().words.text, ui.here().words.number, content().prevention.items
    if not found.ticks:
        ui.html("notice.html", text=page.week.empty, alarm=False)
    names = {rule.id: t(rule.label) for rule in page.rules}
    said = {rule.id: ui.both(rule.label) for rule in page.rules}
    rules = week_of(found.ticks, [each.item for each in session.fitted(day)], library, day)
    words, step = ui.here().words, content().spine.words.step
    above = [
        f"{names[each.rule]}{words.colon} {t(step, number=number(each.done), total=number(each.enough))}"
        for each in rules
    ]
    done, enough = [each.done for each in rules], [each.enough for each in rules]
    chart(
        page.week.bars,
        prevention_charts.rules(above, done, enough, rtl=words.dir == "rtl"),
        charts.rows(
            [ui.both(page.week.rule), ui.both(page.week.done), ui.both(page.week.enough)],
            [[said[each.rule], number(each.done), number(each.enough)] for each in rules],
        ),
        key="chart_rules",
    )
    days = streak(found.ticks.keys(), day)
    ui.html("prevention_streak.html", days=days, more=days >= TOLD)
    _history(day, names, said)


def _history(day: date, names: Mapping[Rule, str], said: Mapping[Rule, str]) -> None:
    page, number = content().prevention_page, ui.here().words.number
    weeks = weeks_before(day, WEEKS)
    counts = [days_by_rule(session.kept().ticks, content().prevention.items, each) for each in weeks]
    labels = [week_name(each) for each in weeks]
    series = [(names[rule], [count[rule] for count in counts]) for rule in RULES]
    forms = zip(RULES, prevention_charts.COLOURS, ("solid", "stripes", "cross", "dots"), strict=True)
    chart(
        page.week.history,
        prevention_charts.history(labels, series),
        charts.rows(
            [ui.both(page.week.week), *(said[rule] for rule in RULES)],
            [
                [label, *(number(count[rule]) for rule in RULES)]
                for label, count in zip(labels, counts, strict=True)
            ],
        ),
        key="chart_history",
        legend=[(said[rule], colour, form) for rule, colour, form in forms],
    )  # fmt: skip
