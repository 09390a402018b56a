"""The draft that a device keeps: what was ticked comes back, nothing odd comes in, and no yes gets lost."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wervel.assessment import assess
from wervel.assessment.draft import (
    PAIN,
    Draft,
    DraftError,
    Value,
    answered,
    choices,
    dump,
    load,
    merged,
    move,
    tick,
    unanswered,
    value,
)
from wervel.assessment.steps import START, flags_of, steps

from .table import CONTENT, FOLLOW_UPS, MAY_BE_UNSURE

GROUPS = [group.id for group in CONTENT.red_flags.groups]
PARENT = {name: sign for sign, names in FOLLOW_UPS.items() for name in names}
QUESTIONS = CONTENT.questions

TICKS = [
    *(flag.id for flag in CONTENT.red_flags.flags),
    *PARENT,
    *(f"{name}_unknown" for name in sorted(MAY_BE_UNSURE)),
    "R4_private",
    *(f"none_{group}" for group in GROUPS),
    *(f"unsure_{group}" for group in GROUPS),
    *(f"zone_{zone.id}" for zone in QUESTIONS.zones),
    *(f"limit_{option.id}" for option in QUESTIONS.limits.options),
    *(f"factor_{factor.id}" for factor in CONTENT.factors.factors),
]
CHOICES: dict[str, list[Value]] = {
    **{key: [None, *range(len(options))] for key, options in choices(CONTENT).items()},
    **{key: [None, *range(11)] for key in PAIN},
}

taps = st.one_of(
    st.tuples(st.sampled_from(TICKS), st.booleans()),
    st.sampled_from(TICKS[:45]).map(lambda key: (key, True)),  # more signs than anything else
    st.sampled_from(sorted(CHOICES)).flatmap(lambda key: st.tuples(st.just(key), st.sampled_from(CHOICES[key]))),
)
odd = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 130) | st.floats() | st.text(max_size=6) | st.sampled_from(GROUPS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    draft = Draft()
    for key, given_value in draw(st.lists(taps, max_size=14)):
        draft = tick(draft, key, given_value, CONTENT)
        if draw(st.booleans()):
            draft = move(draft, draw(st.sampled_from(steps(CONTENT))), CONTENT)
    return draft


def ticked(*pairs: tuple[str, Value]) -> Draft:
    draft = Draft()
    for key, given_value in pairs:
        draft = tick(draft, key, given_value, CONTENT)
    return draft


def yes(draft: Draft) -> set[str]:
    return {name for name, answer in draft.answers.flags.items() if answer == "yes"}


# --- there and back ---------------------------------------------------------------------------------------------------


@given(draft=drafts())
@settings(max_examples=150)
def test_what_is_kept_comes_back_the_same(draft: Draft) -> None:
    assert load(json.loads(json.dumps(dump(draft))), CONTENT) == draft


@given(draft=drafts(), tap=taps)
@settings(max_examples=200)
def test_a_widget_shows_what_it_was_given(draft: Draft, tap: tuple[str, Value]) -> None:
    key, given_value = tap
    assert value(tick(draft, key, given_value, CONTENT), key, CONTENT) == given_value


@given(draft=drafts(), tap=taps)
@settings(max_examples=100)
def test_the_same_tap_twice_is_one_tap(draft: Draft, tap: tuple[str, Value]) -> None:
    once = tick(draft, *tap, CONTENT)
    assert tick(once, *tap, CONTENT) == once


@pytest.mark.parametrize("key", [*TICKS, *CHOICES])
def test_nothing_is_ticked_at_first(key: str) -> None:
    assert not value(Draft(), key, CONTENT)
    assert value(Draft(), key, CONTENT) == (False if key in TICKS else None)


def test_an_empty_draft_is_one_without_answers() -> None:
    assert Draft().empty
    assert move(Draft(), GROUPS[0], CONTENT).empty
    assert ticked(("R1", True), ("R1", False)).empty
    for key in TICKS:
        assert not ticked((key, True)).empty, key
    for key in CHOICES:
        assert not ticked((key, 0)).empty, key


@pytest.mark.parametrize("key", ["age", "duration", "before", "leg_pain", "pain_now"])
@pytest.mark.parametrize("given_value", [-1, 99, -100])
def test_a_choice_that_does_not_exist_leaves_a_draft_that_can_be_kept(key: str, given_value: int) -> None:
    draft = ticked((key, given_value))
    assert load(dump(draft), CONTENT) == draft


ODD_KEYS = """
R0 R1_private R10_private R6_worse_unknown R99_unknown none_ none_pain unsure_where zone_elbow limit_ factor_R1 _ R1_
unknown private flags country r1
"""


@pytest.mark.parametrize("key", ["", *ODD_KEYS.split()])
def test_a_key_that_does_not_exist_is_refused(key: str) -> None:
    with pytest.raises(DraftError):
        tick(Draft(), key, True, CONTENT)


# --- signs ------------------------------------------------------------------------------------------------------------


@given(draft=drafts())
@settings(max_examples=150)
def test_none_of_these_never_stands_beside_a_sign_of_its_group(draft: Draft) -> None:
    for group in draft.none:
        assert not any(draft.answers.flag(flag.id) != "no" for flag in flags_of(group, CONTENT))


@pytest.mark.parametrize("group", GROUPS)
def test_none_of_these_clears_its_group_and_only_that(group: str) -> None:
    own = {flag.id for flag in flags_of(group, CONTENT)}
    own |= {each.id for flag in flags_of(group, CONTENT) for each in flag.follow_ups}
    everything = ticked(*((key, True) for key in TICKS if key in PARENT or key in PARENT.values() or key[1:].isdigit()))
    cleared = tick(tick(everything, f"unsure_{group}", True, CONTENT), f"none_{group}", True, CONTENT)
    assert set(cleared.answers.flags) == set(everything.answers.flags) - own
    assert cleared.none == {group}
    assert not cleared.unsure


@pytest.mark.parametrize("flag", CONTENT.red_flags.flags, ids=lambda flag: flag.id)
def test_a_sign_clears_none_of_these_of_its_group(flag: Any) -> None:
    others = [(f"none_{group}", True) for group in GROUPS]
    for key in (
        flag.id,
        *([f"{flag.id}_unknown"] if flag.unknown else []),
        *([f"{flag.id}_private"] * bool(flag.private)),
    ):
        draft = ticked(*others, (key, True))
        assert draft.none == {*GROUPS} - {flag.group}


@pytest.mark.parametrize(("sign", "names"), FOLLOW_UPS.items())
def test_taking_a_sign_back_drops_its_follow_ups(sign: str, names: tuple[str, ...]) -> None:
    asked = ticked((sign, True), *((name, True) for name in names), ("R1", True))
    assert yes(asked) == {sign, *names, "R1"}
    assert yes(tick(asked, sign, False, CONTENT)) == {"R1"}
    if sign in MAY_BE_UNSURE:
        assert yes(tick(asked, f"{sign}_unknown", True, CONTENT)) == {"R1"}


@pytest.mark.parametrize("name", sorted(MAY_BE_UNSURE))
def test_not_sure_is_an_answer_of_its_own(name: str) -> None:
    draft = ticked((f"{name}_unknown", True))
    assert draft.answers.flag(name) == "unknown"
    assert value(draft, name, CONTENT) is False
    assert assess(draft.answers, CONTENT).level == "U"
    sure = tick(draft, name, True, CONTENT)
    assert sure.answers.flag(name) == "yes"
    assert value(sure, f"{name}_unknown", CONTENT) is False


@pytest.mark.parametrize("name", sorted(MAY_BE_UNSURE))
def test_taking_back_an_older_answer_keeps_the_newer_one(name: str) -> None:
    """Taps can arrive late and in a row: "not sure", then yes, then "not sure" is taken back."""
    kept = ticked((f"{name}_unknown", True), (name, True), (f"{name}_unknown", False))
    assert kept.answers.flag(name) == "yes"
    kept = ticked((name, True), (f"{name}_unknown", True), (name, False))
    assert kept.answers.flag(name) == "unknown"


def test_taking_back_rather_not_say_keeps_a_yes() -> None:
    assert yes(ticked(("R4_private", True), ("R4", True), ("R4_private", False))) == {"R4"}


def test_taking_back_not_sure_clears_what_was_not_sure_in_the_group_only() -> None:
    draft = ticked(
        ("unsure_pelvis", True), ("R1_unknown", True), ("R2", True), ("R4_private", True), ("R8_unknown", True)
    )
    draft = tick(draft, "unsure_pelvis", False, CONTENT)
    assert draft.answers.flags == {"R2": "yes", "R4": "private", "R8": "unknown"}


def test_not_sure_takes_none_of_these_back() -> None:
    draft = ticked(("none_pelvis", True), ("unsure_pelvis", True))
    assert (draft.none, draft.unsure) == (frozenset(), {"pelvis"})
    assert tick(draft, "none_pelvis", True, CONTENT).unsure == frozenset()


# --- going on ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_of_signs_lets_go_once_something_is_answered(group: str) -> None:
    assert not answered(Draft(), group, CONTENT)
    assert answered(ticked((f"none_{group}", True)), group, CONTENT)
    assert not answered(ticked((f"unsure_{group}", True)), group, CONTENT)
    for flag in flags_of(group, CONTENT):
        assert answered(ticked((flag.id, True)), group, CONTENT)
        if flag.unknown:
            assert answered(ticked((f"{flag.id}_unknown", True)), group, CONTENT)


def test_all_other_screens_can_be_skipped() -> None:
    for step in steps(CONTENT):
        assert answered(Draft(), step, CONTENT) == (step not in GROUPS)


def test_the_first_open_group_is_named() -> None:
    draft = Draft()
    for group in GROUPS:
        assert unanswered(draft, CONTENT) == group
        draft = tick(draft, f"none_{group}", True, CONTENT)
    assert unanswered(draft, CONTENT) is None


@given(path=st.lists(st.sampled_from(steps(CONTENT)), min_size=1, max_size=8))
@settings(max_examples=50)
def test_the_furthest_screen_is_remembered(path: list[str]) -> None:
    draft = Draft()
    for step in path:
        draft = move(draft, step, CONTENT)
    order = steps(CONTENT)
    assert draft.step == path[-1]
    assert draft.furthest == max([START, *path], key=order.index)


# --- drafts from the device -------------------------------------------------------------------------------------------


@given(data=odd)
@settings(max_examples=150)
def test_no_odd_data_is_taken_for_a_draft(data: object) -> None:
    with pytest.raises(DraftError):
        load(data, CONTENT)


@given(draft=drafts(), place=st.integers(0, 200), instead=odd)
@settings(max_examples=300)
def test_a_damaged_draft_is_refused_or_still_a_draft(draft: Draft, place: int, instead: object) -> None:
    data = copy.deepcopy(dump(draft))
    places: list[tuple[Any, Any]] = [(data, key) for key in data]
    places += [(data["answers"], key) for key in data["answers"]]
    places += [(data["answers"]["flags"], key) for key in data["answers"]["flags"]]
    places += [(found, index) for key in ("none", "unsure") for found in [data[key]] for index in range(len(found))]
    holder, key = places[place % len(places)]
    holder[key] = instead
    try:
        loaded = load(data, CONTENT)
    except DraftError:
        return
    assert load(dump(loaded), CONTENT) == loaded


@pytest.mark.parametrize("part", dump(Draft()))
def test_a_draft_with_a_part_missing_is_refused(part: str) -> None:
    data = dump(Draft())
    del data[part]
    with pytest.raises(DraftError):
        load(data, CONTENT)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 0},
        {"version": "1"},
        {"step": "elsewhere"},
        {"furthest": None},
        {"none": ["elsewhere"]},
        {"none": "now"},
        {"unsure": [["now"]]},
        {"alarm_shown": "X"},
        {"answers": None},
        {"answers": {"flags": {"R1": "maybe"}}},
    ],
)
def test_a_draft_with_an_odd_part_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(DraftError):
        load({**dump(Draft()), **change}, CONTENT)


# --- two drafts become one --------------------------------------------------------------------------------------------


@given(kept=drafts(), fresh=drafts())
@settings(max_examples=200)
def test_no_yes_is_lost_when_drafts_are_merged(kept: Draft, fresh: Draft) -> None:
    one = merged(kept, fresh, CONTENT)
    assert yes(one) >= yes(kept) | yes(fresh)
    assert {name for name, answer in one.answers.flags.items() if answer != "no"} >= {
        *(name for name, answer in kept.answers.flags.items() if answer != "no"),
        *(name for name, answer in fresh.answers.flags.items() if answer != "no"),
    }
    for each in (kept, fresh):
        assert one.answers.zones >= each.answers.zones
        assert one.answers.limits >= each.answers.limits
        assert one.answers.factors >= each.answers.factors
    assert load(dump(one), CONTENT) == one
    for group in one.none:
        assert not any(one.answers.flag(flag.id) != "no" for flag in flags_of(group, CONTENT))


def test_a_yes_wins_from_any_other_answer_when_drafts_are_merged() -> None:
    certain, unsure = ticked(("R1", True), ("R4", True)), ticked(("R1_unknown", True), ("R4_private", True))
    for kept, fresh in ((certain, unsure), (unsure, certain)):
        assert yes(merged(kept, fresh, CONTENT)) == {"R1", "R4"}


def test_what_was_answered_last_wins_where_there_can_be_one_answer_only() -> None:
    kept = ticked(("age", 1), ("pain_now", 8), ("before", 0), ("duration", 3))
    fresh = ticked(("pain_now", 0), ("before", 1), ("duration", 0))
    one = merged(kept, fresh, CONTENT)
    assert [value(one, key, CONTENT) for key in ("age", "pain_now", "before", "duration")] == [1, 0, 1, 0]


def test_a_fresh_draft_without_answers_changes_nothing() -> None:
    kept = move(ticked(("R1", True), ("none_now", True)), "legs", CONTENT)
    assert merged(kept, Draft(), CONTENT) == kept
    assert merged(kept, kept, CONTENT) == kept


def test_none_of_these_gives_way_to_a_sign_of_the_other_draft() -> None:
    one = merged(ticked(("R1", True)), ticked(("none_pelvis", True), ("none_now", True)), CONTENT)
    assert yes(one) == {"R1"}
    assert one.none == {"now"}
