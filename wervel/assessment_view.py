"""How the self-assessment looks: one screen, its widgets, and the outcome. Layout only; the draft holds the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext

import streamlit as st
from markupsafe import escape

from wervel import device, ui
from wervel import draft_session as session
from wervel.assessment.answers import UNKNOWN
from wervel.assessment.steps import LATER, OUTCOME, START, flags_of, steps
from wervel.content import Content, Text, content
from wervel.content.models import Flag, Option
from wervel.web.outcome import outcome_values
from wervel.web.render import drawing


def notice() -> None:
    """Show what the person should know once, e.g. that the answers were kept."""
    name = session.notice()
    with st.container(key="notices"):  # always there: what comes after it keeps its place when a notice goes
        if name:
            said = content().own.erase.done if name == "all_erased" else getattr(content().pages.assessment, name)
            ui.html("notice.html", text=said, alarm=name == "choose_first")


def screen(step: str, all_content: Content) -> None:
    """Show one screen with its questions, and the buttons back and next."""
    with st.container(key="screen"):
        _progress(step, all_content)
        if step == START:
            _start(all_content)
        elif step in LATER:
            _LATER[step](all_content)
        else:
            _red_flags(step, all_content)
    _buttons(step)


def outcome() -> None:
    """Show the outcome and what can be done with it."""
    here, found = ui.here(), session.outcome()
    ui.html("outcome.html", **outcome_values(found, session.draft().answers, here.words, here.country, here.query))
    words = content().pages.assessment
    ui.link("story", content().story.page.from_outcome, key="outcome_to_story")
    if session.unfinished():
        st.button(ui.label(words.or_go_on), key="go_on", on_click=session.go_on, width="stretch")
    with st.container(key="after_outcome"):
        st.button(ui.label(words.edit), key="edit", on_click=session.edit, width="stretch")
        if here.mode != "kiosk":  # there "I am done" does both
            confirm("start_over", session.start_over)
        if session.keeps():
            confirm("erase", session.erase)


def confirm_erasing_all() -> None:
    """Show the button that erases everything of the app, after a question."""
    said = content().own.erase
    _confirm("erase", session.erase_all, said.start, said.ask, said.yes, said.no)


def confirm(name: str, done: Callable[[], None]) -> None:
    """Show a button that asks once more before it does `done`: one tap and a confirmation."""
    words = content().pages.assessment
    texts = (getattr(words, each) for each in (name, f"{name}_ask", f"{name}_yes", "cancel"))
    _confirm(name, done, *texts)


def _confirm(name: str, done: Callable[[], None], label: Text, ask: Text, yes: Text, no: Text) -> None:
    asking = f"{name}_asking"
    if not st.session_state.get(asking):
        st.button(ui.label(label), key=name, type="tertiary", on_click=_set, args=(asking, True))
        return
    with st.container(key=f"{name}_confirm", border=True):
        ui.html("paragraph.html", text=ask, soft=False)
        st.button(ui.label(yes), key=f"{name}_yes", type="primary", on_click=_and_done(asking, done))
        st.button(ui.label(no), key=f"{name}_no", on_click=_set, args=(asking, False))


def _set(name: str, value: bool) -> None:
    st.session_state[name] = value


def _and_done(asking: str, done: Callable[[], None]) -> Callable[[], None]:
    def act() -> None:
        _set(asking, False)
        done()

    return act


def _progress(step: str, all_content: Content) -> None:
    order = [each for each in steps(all_content) if each != OUTCOME]
    ui.fixed("progress.html", number=order.index(step) + 1, total=len(order))


def _heading(title: Text, help_text: Text | None = None, *, rank: int = 1) -> None:
    ui.fixed("heading.html", title=title, help=help_text, rank=rank)


def _buttons(step: str) -> None:
    words = content().pages.assessment
    with st.container(key="steps", horizontal=True):
        if step != START:
            st.button(ui.label(words.back), key="back", on_click=session.go_back)
        label = words.start if step == START else words.next
        st.button(ui.label(label), key="next", type="primary", on_click=session.go_next)


def _start(all_content: Content) -> None:
    ui.fixed("assessment_start.html", title=ui.title("assessment"))
    age = all_content.questions.age
    _heading(age.title, age.help, rank=2)
    _choice("age", age.title, age.options)


# --- red flags -------------------------------------------------------------------------------------------------------


def _red_flags(group_id: str, all_content: Content) -> None:
    group = next(group for group in all_content.red_flags.groups if group.id == group_id)
    words = all_content.pages.assessment
    _heading(group.title, group.intro)
    flags = flags_of(group_id, all_content)
    _pictures(flags)
    for flag in flags:
        _flag(flag)
    may_be_unsure = [flag for flag in flags if flag.unknown]
    if may_be_unsure:
        _tick(f"unsure_{group_id}", words.unsure)
        if group_id in session.draft().unsure:
            with st.container(key=f"list_unsure_{group_id}", border=True):
                _heading(words.unsure_ask, rank=2)
                for flag in may_be_unsure:
                    if not session.draft().answers.yes(flag.id):
                        _tick(f"{flag.id}_{UNKNOWN}", flag.label)
    _tick(f"none_{group_id}", group.none)


def _flag(flag: Flag) -> None:
    _tick(flag.id, flag.label, flag.example)
    if flag.private:
        _tick(f"{flag.id}_private", flag.private)
    if flag.follow_ups and session.draft().answers.yes(flag.id):
        with st.container(key=f"more_{flag.id}", border=True):
            _heading(flag.ask or content().pages.assessment.follow_up, rank=2)
            for follow_up in flag.follow_ups:
                _tick(follow_up.id, follow_up.label)


def _pictures(flags: Iterable[Flag]) -> None:
    """Small drawings beside the rows; the words say the same, so a screen reader leaves them out."""
    ui.fixed("pictures.html", flags=tuple(flag for flag in flags if flag.picture))


def _tick(key: str, label: Text, example: Text | None = None) -> None:
    """Show one large row; an example stands below its words and belongs to the same target."""
    with st.container(key=f"row_{key}"):
        with _bound(key) as widget:
            st.checkbox(ui.label(label), key=widget, on_change=session.record, width="stretch")
        if example:
            st.html(f'<p class="example">{escape(ui.both(example))}</p>')


# --- the later screens -----------------------------------------------------------------------------------------------


def _choice(key: str, title: Text, options: Iterable[Option]) -> None:
    t = ui.here().words.text
    _radio(key, t(title), [ui.label(option.label) for option in options])


def _scale(key: str, title: Text, low: Text, high: Text) -> None:
    t = ui.here().words.text
    _heading(title, rank=2)
    _radio(key, f"{t(title)} (0 = {t(low)}, 10 = {t(high)})", [str(number) for number in range(11)], horizontal=True)
    ui.fixed("scale_ends.html", low=low, high=high)


def _radio(key: str, label: str, options: list[str], *, horizontal: bool = False) -> None:
    """Show a choice; its value is the place of the option, from 0."""
    with _bound(key) as widget:
        st.radio(
            label,
            range(len(options)),
            format_func=options.__getitem__,
            key=widget,
            index=None,
            horizontal=horizontal,
            label_visibility="collapsed",
            on_change=session.record,
            width="stretch",
        )


@contextmanager
def _bound(key: str) -> Iterator[str]:
    """Give the draft's value to the widget for `key`; a renewed widget still stands in a box named by its key."""
    widget = session.bind(key)
    with nullcontext() if widget == key else st.container(key=key):
        yield widget


def _ticks(kind: str, options: Iterable[Option]) -> None:
    for option in options:
        _tick(f"{kind}_{option.id}", option.label)


def _where(all_content: Content) -> None:
    questions = all_content.questions
    _heading(questions.where.title, questions.where.help)
    t = ui.here().words.text
    with st.container(key="where"):
        device.body_map(str(drawing("body-back")), sorted(session.draft().answers.zones), t(questions.where.picture))
        with st.container(key="zones"):
            _heading(questions.where.list, rank=2)
            _ticks("zone", questions.zones)


def _pain(all_content: Content) -> None:
    ask = all_content.questions.pain
    _heading(ask.title, ask.help)
    _scale("pain_now", ask.now, ask.low, ask.high)
    _scale("pain_worst", ask.worst, ask.low, ask.high)


def _duration(all_content: Content) -> None:
    ask = all_content.questions.duration
    _heading(ask.title, ask.help)
    _choice("duration", ask.title, ask.options)
    _heading(ask.before, rank=2)
    _choice("before", ask.before, ask.before_options)


def _leg_pain(all_content: Content) -> None:
    ask = all_content.questions.leg_pain
    _heading(ask.title, ask.help)
    _choice("leg_pain", ask.title, ask.options)


def _limits(all_content: Content) -> None:
    ask = all_content.questions.limits
    _heading(ask.title, ask.help)
    _ticks("limit", ask.options)


def _factors(all_content: Content) -> None:
    ask = all_content.questions.factors
    _heading(ask.title, ask.help)
    for factor in all_content.factors.factors:
        _tick(f"factor_{factor.id}", factor.label)


_LATER: dict[str, Callable[[Content], None]] = {
    "where": _where,
    "pain": _pain,
    "duration": _duration,
    "leg_pain": _leg_pain,
    "limits": _limits,
    "factors": _factors,
}
