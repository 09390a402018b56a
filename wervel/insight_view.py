"""How the insight into a diary looks: words first, then one picture at a time. Layout only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import streamlit as st
from plotly.graph_objects import Figure

from wervel import diary_charts as charts
from wervel import insight_tables as tables
from wervel import insight_words as say
from wervel import ui
from wervel.charts import AMBER, STONE, TEAL
from wervel.content import Text, content
from wervel.diary import Diary
from wervel.diary.change import phases
from wervel.diary.days import Day, Step, begin_of, means, step_of
from wervel.diary.links import links, pairs_so_far
from wervel.diary.totals import activity, calendar, flare_ups, zones
from wervel.i18n.dates import first_weekday, month, short_day, weekdays
from wervel.insight_words import Seen

#: The periods to choose from, as the device knows them.
WINDOWS = ("90", "year", "all")
WINDOW = "diary_window"
SEEN = "diary_seen"
SECTIONS = ("pain", "moving", "calendar", "where", "own", "links")
MOST_PHASES = 6
WEEKS = 13  # of the calendar: as many as 90 days have


def window() -> str:
    """Return the period that this session wants to see: "90", "year" or "all"."""
    return str(st.session_state.get(WINDOW, WINDOWS[0]))


def look(diary: Diary) -> Seen:
    """Return the diary looked at, once for as long as the session holds it."""
    kept: Seen | None = st.session_state.get(SEEN)
    if kept is None or kept.diary is not diary:
        kept = st.session_state[SEEN] = say.look(diary)
    return kept


def words_first(diary: Diary) -> None:
    """Show the one or two sentences about what is changing."""
    seen = look(diary)
    ui.html("insight_first.html", sentences=say.first(seen, ui.here().words), seen=seen)


def show(diary: Diary, *, words: bool = True) -> None:
    """Show the insight: words (unless they stand above), period, what helps when it is worse, one picture at a time."""
    seen = look(diary)
    if words:
        words_first(diary)
    if not diary.total:
        return
    choose_window()
    if not seen.shown:
        return
    if seen.change and seen.change.verdict == "worse":
        ui.fixed("insight_worse.html")
        ui.link("assessment", content().insight.worse.check, key="insight_check")
    _SECTIONS[_choose_section()](seen)
    ui.html("insight_how.html", set_aside=diary.set_aside)


def choose_window() -> None:
    """Show the periods to choose from; the device then tells the entries of the chosen one (`window`)."""
    t, words = ui.here().words.text, content().insight.window
    labels = dict(zip(WINDOWS, (words.days90, words.year, words.all), strict=True))
    st.pills(
        t(words.label), WINDOWS, format_func=lambda name: t(labels[name]), key="diary_window_choice", default=window(),
        required=True, on_change=_keep_window,
    )  # fmt: skip


def _keep_window() -> None:
    st.session_state[WINDOW] = st.session_state["diary_window_choice"]


def _choose_section() -> str:
    t, words = ui.here().words.text, content().insight.sections
    chosen = st.pills(
        t(words.label), SECTIONS, format_func=lambda name: t(getattr(words, name)), key="insight_section",
        default=SECTIONS[0], required=True,
    )  # fmt: skip
    return str(chosen or SECTIONS[0])


# --- the pictures ----------------------------------------------------------------------------------------------------


def _pain(seen: Seen) -> None:
    here, says = ui.here(), content().insight.pain
    t, (step, some) = here.words.text, _steps(seen)
    flares = flare_ups(seen.shown)
    low, high = min(day.pain for day in some), max(day.pain for day in some)
    values = {**_span(seen), "low": say.number(here.words, low), "high": say.number(here.words, high)}
    alt = t(says.alt, **values)
    if seen.change:
        began, now = say.number(here.words, seen.change.began), say.number(here.words, seen.change.now)
        alt = t(says.alt_change, began=began, now=now, **values)
    names = {"back": t(says.back), "leg": t(says.leg)}
    key = [("solid circle", TEAL, names["back"])]
    key += [("dash square", AMBER, names["leg"])] if any(day.leg is not None for day in some) else []
    key += [("band", "", t(says.band))] if seen.change else []
    key += [("flare", "", t(says.flare))] if flares else []
    note = {"day": says.note, "week": says.note_week, "month": says.note_month}[step]
    figure = charts.pain(some, step, names, _write(step), partial(say.number, here.words), seen.change, flares)
    _chart(says.title, note, figure, alt, tables.pain(some, here.words, _write(step)), key)
    told = [say.phase(each, here.words) for each in phases(seen.known, first_weekday(here.words), seen.first)]
    _list(content().insight.phases.title, told[-MOST_PHASES:])
    _list(content().insight.flares.title, [say.flare(each, here.words) for each in reversed(flares)][:MOST_PHASES])


def _moving(seen: Seen) -> None:
    here, says = ui.here(), content().insight.moving
    t, (step, some) = here.words.text, _steps(seen)
    done = activity(seen.shown)
    if not done.total:
        ui.html("paragraph.html", text=says.none)
        return
    write = partial(say.minutes, here.words)
    most = write(max(day.moved or 0 for day in some))
    names = {"minutes": t(says.minutes), "pain": t(says.pain)}
    figure = charts.moving(some, step, names, _write(step), partial(say.number, here.words), write)
    key = [("block", TEAL, names["minutes"]), ("dash square", AMBER, names["pain"])]
    table = tables.moving(some, here.words, _write(step))
    _chart(says.title, says.note, figure, t(says.alt, high=most, **_span(seen)), table, key)
    ui.html("insight_totals.html", totals=say.done(done, here.words), weeks=tables.weeks(seen.shown, here.words))


def _calendar(seen: Seen) -> None:
    here, says = ui.here(), content().insight.calendar
    last, begins = seen.shown[-1].date, first_weekday(here.words)
    span = begin_of(last, "week", begins) - begin_of(seen.shown[0].date, "week", begins)
    weeks = calendar(seen.shown, last, min(WEEKS, span.days // 7 + 1), begins)
    names = weekdays(here.words)
    number = sum(day is not None for week in weeks for _, day in week)
    start, end = _day(max(seen.shown[0].date, weeks[0][0][0])), _day(last)
    alt = here.words.text(says.alt, start=start, end=end, n=here.words.number(number))
    write = partial(short_day, here.words)
    _chart(says.title, says.note, charts.calendar(weeks, names, write), alt, tables.calendar(weeks, names, here.words))


def _where(seen: Seen) -> None:
    here, says = ui.here(), content().insight.where
    names = {zone.id: here.words.text(zone.label) for zone in content().questions.zones}
    counts = {zone: count for zone, count in zones(seen.diary.shown).items() if zone in names}
    if not counts:
        ui.html("paragraph.html", text=says.none)
        return
    number = here.words.number
    most = next(iter(counts))
    alt = here.words.text(says.alt, name=names[most], n=number(counts[most]))
    table = tables.where(counts, names, here.words)
    _chart(says.title, says.note, charts.where(counts, names, number), alt, table)


def _own(seen: Seen) -> None:
    here, says = ui.here(), content().insight.own
    names = say.own_names(seen)
    if not names:
        ui.html("paragraph.html", text=says.none)
        return
    step, some = _steps(seen)
    looks = (("solid circle", TEAL), ("dash square", AMBER), ("dot diamond", STONE))
    key = [(*look, name) for name, look in zip(names.values(), looks, strict=False)]
    figure = charts.own(some, step, names, _write(step), partial(say.number, here.words))
    table = tables.own(some, names, here.words, _write(step))
    _chart(says.title, says.note, figure, here.words.text(says.alt, **_span(seen)), table, key)
    _list(None, say.own_lines(seen, here.words))


def _links(seen: Seen) -> None:
    here = ui.here()
    found = links(seen.shown)
    cards = [say.link(each, here.words) for each in found]
    ui.html("insight_links.html", cards=cards, so_far=here.words.number(pairs_so_far(seen.shown)))
    if found:
        says = content().insight.links
        ui.html("insight_table.html", title=says.title, summary=says.numbers, rows=say.link_rows(found, here.words))


_SECTIONS: dict[str, Callable[[Seen], None]] = {
    "pain": _pain, "moving": _moving, "calendar": _calendar, "where": _where, "own": _own, "links": _links,
}  # fmt: skip


def _chart(
    title: Text,
    note: Text,
    figure: Figure,
    alt: str,
    rows: list[list[str]],
    key: Sequence[tuple[str, str, str]] = (),
) -> None:
    """Show a chart with title, note, key (look, colour, name), text alternative and the table behind it."""
    ui.html("insight_chart.html", title=title, note=note, key=key)
    st.plotly_chart(figure, config={"displayModeBar": False}, alt=alt)
    ui.html("insight_table.html", title=title, summary=content().spine.words.table, rows=rows)


def _list(title: Text | None, lines: Sequence[str]) -> None:
    if lines:
        ui.html("insight_list.html", title=title, lines=lines)


def _steps(seen: Seen) -> tuple[Step, tuple[Day, ...]]:
    """Return how the window is shown, and its days so."""
    step = step_of(seen.shown[0].date, seen.shown[-1].date)
    return step, means(seen.shown, step, first_weekday(ui.here().words))


def _write(step: Step) -> Callable[[date], str]:
    return partial(month if step == "month" else short_day, ui.here().words)


def _day(when: date) -> str:
    return short_day(ui.here().words, when, year=True)


def _span(seen: Seen) -> dict[str, str]:
    return {"start": _day(seen.shown[0].date), "end": _day(seen.shown[-1].date)}
