"""The draft of this Streamlit session: the one truth behind the widgets, kept on the device by `device.keep_draft`."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace
from typing import TypedDict, cast

import streamlit as st

from wervel import demo, device, ui
from wervel.assessment import Outcome, assess
from wervel.assessment.draft import Draft, DraftError, Value, answered, load, merged, move, tick, unanswered, value
from wervel.assessment.steps import OUTCOME, START, after, before, opens_alarm, steps
from wervel.content import content

_STATE = "assessment"
_NOTHING = object()  # what no widget shows


class _State(TypedDict):
    """session: a new id per session; told: the device has said what it kept; keys: what was drawn so far in this run;
    widgets: what stands, or stood, on the screen: Streamlit's key of each widget -> what it is for and the value that
    its tap or we last gave it; renewed: how often a key got a new widget."""

    session: str
    draft: Draft
    told: bool
    command: dict[str, str] | None
    notice: str | None
    keys: list[str]
    widgets: dict[str, tuple[str, Value]]
    renewed: dict[str, int]


def _state() -> _State:
    """What the session holds."""
    found: _State | None = st.session_state.get(_STATE)
    if found is None:
        found = st.session_state[_STATE] = _State(
            session=uuid.uuid4().hex,
            draft=demo.draft(content()) if ui.here().demo else Draft(),
            told=False,
            command=None,
            notice=None,
            keys=[],
            widgets={},
            renewed={},
        )
    return found


def draft() -> Draft:
    """Return the draft as it is now."""
    return _state()["draft"]


def under_way() -> bool:
    """Tell whether the person is in the middle of a check."""
    return not draft().empty and draft().step != OUTCOME


def heard() -> bool:
    """Tell whether the draft is all there is: the device has told what it kept, or is one that keeps nothing."""
    return _state()["told"] or not keeps()


def keeps() -> bool:
    """Tell whether this device may keep anything: one that others use may not, nor may the demonstration."""
    return not ui.here().shared and not ui.here().demo


def session() -> str:
    """Return the id of this session, as the device knows it."""
    return _state()["session"]


def can_keep() -> bool:
    """Tell whether the device's storage takes the draft."""
    return _state()["notice"] != "not_kept"


def adopt(other: Draft) -> None:
    """Take over a whole draft in place of the one that is here, on the device too."""
    if can_keep():
        _state()["notice"] = None
    _set(other)


def notice() -> str | None:
    """Return the notice to show once, None: nothing.

    "restored", "set_aside", "not_kept", "choose_first", "erased" or "all_erased".
    """
    found = _state()["notice"]
    if found != "not_kept":  # this one stays true
        _state()["notice"] = None
    return found


def outcome() -> Outcome:
    """Return the outcome of the answers so far."""
    return assess(draft().answers, content())


def begin() -> None:
    """Begin a page with widgets: a run that was broken off has left none behind."""
    _state()["keys"] = []


def bind(key: str) -> str:
    """Give the widget for `key` the draft's value before it is drawn; return Streamlit's key for it.

    The first widget for a key is called like the key. When an answer changes by anything but a tap on its own widget
    ("none of these" clears the signs), the key gets a new widget: until the screen is drawn anew the browser sends
    the old value along with each tap, and that must not be taken for an answer.
    """
    state = _state()
    now = value(state["draft"], key, content())
    count = state["renewed"].get(key, 0)
    widget = f"{key}--{count}" if count else key
    if st.session_state.get(widget, _NOTHING) != now:
        st.session_state[widget] = now
    state["keys"].append(key)
    state["widgets"][widget] = (key, now)
    return widget


def record() -> None:
    """Callback of every widget: put what was tapped into the draft.

    Taps that arrive together are taken together, in no sure order: "none of these" comes first, so that a sign ticked
    in the same moment stays ticked: the careful side.
    """
    widgets = _state()["widgets"]
    for widget in sorted(widgets, key=lambda each: not each.startswith("none_")):
        key, before = widgets[widget]
        given = st.session_state.get(widget, before)
        if given != before:
            _set(tick(draft(), key, given, content()), by=key, given=given)
            widgets[widget] = (key, given)  # last: a tick counts as taken when it is


def go_next() -> None:
    """Callback of "next": on to the next screen, or to the outcome at once when the answers are an alarm."""
    record()  # a quick tick and this tap arrive together
    current = draft()
    if not answered(current, current.step, content()):
        _state()["notice"] = "choose_first"
        return
    level = outcome().level
    target = after(current.step, content())
    if opens_alarm(level, current.alarm_shown):
        target = OUTCOME
    elif target == OUTCOME:  # a group left open on the way still wants its answer
        target = unanswered(current, content()) or OUTCOME
    _set(_shown(move(current, target, content())))


def go_back() -> None:
    """Callback of "back"."""
    record()  # a quick tick and this tap arrive together
    _set(move(draft(), before(draft().step, content()), content()))


def go_on() -> None:
    """Callback after an early alarm: back to the first screen that was not reached yet."""
    current = draft()
    wanting = unanswered(current, content())
    _set(move(current, wanting or after(content().red_flags.groups[-1].id, content()), content()))


def unfinished() -> bool:
    """Tell whether the outcome was opened early, by an alarm, with questions still to come."""
    return unanswered(draft(), content()) is not None


def edit() -> None:
    """Callback of "change my answers": the first screen, with every answer in place."""
    _set(move(draft(), START, content()))


def start_over() -> None:
    """Callback of "start over": a fresh draft, here and on the device."""
    _set(Draft())
    _command("forget")


def erase() -> None:
    """Callback of "erase my answers": nothing of the check stays on the device; the diary and the plan do."""
    _set(Draft())
    _command("erase_answers")
    _state()["notice"] = "erased"


def erase_all() -> None:
    """Callback of "erase everything": nothing of the app stays on the device."""
    _set(Draft())
    _command("erase")
    _state()["notice"] = "all_erased"


def keep(screen: str | None = None) -> None:
    """Mount the keeper of the draft; call it at the end of a page, `screen` names the assessment's screen."""
    state = _state()
    current = draft()
    told = state["told"] or not current.empty or current.step != START
    device.keep_draft(
        session=state["session"],
        draft=current if told and not (current.empty and current.step == START) else None,
        screen=screen,
        widgets={key: value(current, key, content()) for key in state["keys"]},
        keep=keeps(),
        command=state["command"],
        on_stored=_stored,
        on_goto=_goto,
        on_missed=_missed,
    )
    state["keys"] = []


def _stored() -> None:
    """Callback: the device tells this session what it kept."""
    state, told = _state(), st.session_state["draft"].stored
    if not isinstance(told, dict) or told.get("session") != state["session"] or state["told"]:
        return  # an answer to another session, sent again after a restart
    state["told"] = True
    if told.get("status") == "nostore":
        state["notice"] = "not_kept"
        return
    try:
        kept = load(told["draft"], content()) if told.get("draft") is not None else Draft()
    except DraftError:
        kept = Draft()
        _command("set_aside")
        state["notice"] = "set_aside"
    restored = _with_ticks(kept, ticks if isinstance(ticks := told.get("ticks"), list) else [])
    if not restored.empty or restored.step != START:
        _set(merged(restored, draft(), content()))
        state["notice"] = state["notice"] or "restored"


def _with_ticks(kept: Draft, ticks: Iterable[object]) -> Draft:
    """Put the ticks that no server has seen on top of the kept draft; what makes no sense is left out."""
    for pair in ticks:
        try:
            key, given = cast(tuple[object, object], pair)
            kept = tick(kept, str(key), _tapped(given), content())
        except (DraftError, TypeError, ValueError):
            continue
    return kept


def _tapped(given: object) -> Value:
    if isinstance(given, bool | int):
        return given
    raise ValueError("a tick or the index of a choice expected")


def _missed() -> None:
    """Callback: what the person tapped, in the order of the taps, and does not see yet."""
    missed = st.session_state["draft"].missed
    if isinstance(missed, list):
        _set(_with_ticks(draft(), missed))


def _goto() -> None:
    """Callback: the browser's back or forward button asks for a screen that was reached before."""
    wanted = st.session_state["draft"].goto
    order = steps(content())
    if wanted in order and order.index(wanted) <= order.index(draft().furthest):
        _set(move(draft(), wanted, content()))


def _shown(moved: Draft) -> Draft:
    """Remember which alarm the person has seen, so that going on does not open it again and again."""
    level = outcome().level
    return replace(moved, alarm_shown=level) if moved.step == OUTCOME and opens_alarm(level, None) else moved


def _set(changed: Draft, *, by: str | None = None, given: Value = None) -> None:
    """Take over a draft; keys that show something else now, by another cause than their own tap, get new widgets."""
    state, old = _state(), draft()
    for key in {key for key, _ in state["widgets"].values()}:
        now = value(changed, key, content())
        if now != (given if key == by else value(old, key, content())):
            state["renewed"][key] = state["renewed"].get(key, 0) + 1
    state["draft"] = changed


def _command(name: str) -> None:
    if ui.here().demo:
        return  # what stands on the device is nobody's business here
    _state()["command"] = {"id": uuid.uuid4().hex, "name": name}
