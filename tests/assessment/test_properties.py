"""What holds for every outcome, whatever was answered."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wervel.assessment import Answers, assess, phase_of
from wervel.assessment.outcome import HIGH_PAIN
from wervel.content.models import Advice

from .table import (
    CALMS,
    CONTENT,
    FLAGS,
    LEVELS,
    MAY_BE_UNSURE,
    NAMES,
    few_flags,
    level_of,
    sign_levels,
    some_age,
    urgency,
)

RAISES = [name for name in NAMES if name != CALMS]


def subset(names: list[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(names))


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    """Everything a person can answer, the screens after the red flags too."""
    return Answers(
        age=draw(some_age()),
        flags=draw(few_flags()),
        duration_weeks=draw(st.none() | st.floats(0, 6240) | st.integers(0, 60)),
        before=draw(st.none() | st.booleans()),
        pain_now=draw(st.none() | st.integers(0, 10)),
        pain_worst=draw(st.none() | st.integers(0, 10)),
        zones=draw(subset([zone.id for zone in CONTENT.questions.zones])),
        leg_pain=draw(st.none() | st.sampled_from([each.id for each in CONTENT.questions.leg_pain.options])),
        limits=draw(subset([each.id for each in CONTENT.questions.limits.options])),
        factors=draw(subset([each.id for each in CONTENT.factors.factors])),
    )


@given(flags=few_flags(), age=some_age(), added=st.sampled_from(RAISES))
@settings(max_examples=250)
def test_adding_a_yes_never_lowers_the_level(flags: dict[str, str], age: int | None, added: str) -> None:
    before = assess(Answers(age=age, flags=flags), CONTENT).level
    after = assess(Answers(age=age, flags={**flags, added: "yes"}), CONTENT).level
    assert urgency(after) >= urgency(before), f"{flags} at {age} was {before}, with {added} it is {after}"


def test_adding_a_yes_to_each_pair_never_lowers_the_level() -> None:
    for pair in combinations(FLAGS, 2):
        base = dict.fromkeys(pair, "yes")
        before = urgency(assess(Answers(age=30, flags=base), CONTENT).level)
        for added in RAISES:
            assert urgency(assess(Answers(age=30, flags={**base, added: "yes"}), CONTENT).level) >= before, (
                pair,
                added,
            )


def test_only_the_follow_up_marked_so_calms() -> None:
    marked = [each.id for flag in CONTENT.red_flags.flags for each in flag.follow_ups if each.calms]
    assert marked == [CALMS]
    assert assess(Answers(flags={"R13": "yes"}, age=30), CONTENT).level == "U"
    assert assess(Answers(flags={"R13": "yes", CALMS: "yes"}, age=30), CONTENT).level == "G"


@given(flags=few_flags(), age=st.integers(18, 120))
def test_an_unknown_age_is_never_milder_than_an_adult_one(flags: dict[str, str], age: int) -> None:
    known, unknown = (assess(Answers(age=years, flags=flags), CONTENT).level for years in (age, None))
    assert urgency(unknown) >= urgency(known)


@pytest.mark.parametrize(
    ("level", "flags"),
    [("E0", {"R8": "yes"}), ("E1", {"R1": "yes"}), ("U", {"R14": "yes"}), ("G", {"R23": "yes"}), ("N", {})],
)
def test_each_level_is_reached(level: str, flags: dict[str, str]) -> None:
    assert assess(Answers(flags=flags), CONTENT).level == level


@given(given_answers=answers())
@settings(max_examples=200)
def test_because_names_exactly_the_signs_that_give_the_level(given_answers: Answers) -> None:
    outcome = assess(given_answers, CONTENT)
    by_sign = sign_levels(given_answers.flags, given_answers.age)
    leading = {name for name, level in by_sign.items() if level == outcome.level != "N"}
    assert set(outcome.because) == leading
    assert len(outcome.because) == len(leading)
    assert bool(outcome.because) == (outcome.level != "N")


@given(given_answers=answers())
@settings(max_examples=200)
def test_what_was_answered_is_told_and_nothing_else(given_answers: Answers) -> None:
    outcome, flags = assess(given_answers, CONTENT), given_answers.flags
    young = {"R21"} if given_answers.age is not None and given_answers.age < 18 else set()
    said = {name for name, answer in flags.items() if answer == "yes"}
    told = {name for name in said if name in FLAGS or name.split("_")[0] in said | young}
    assert set(outcome.signs) == told | young
    assert len(set(outcome.signs)) == len(outcome.signs)
    assert set(outcome.unsure) == {name for name in MAY_BE_UNSURE if flags.get(name) == "unknown"}
    assert set(outcome.notes) == {"R19", "R20"} & said
    assert outcome.private == (flags.get("R4") == "private")
    assert set(outcome.factors) == set(given_answers.factors)


@given(given_answers=answers())
@settings(max_examples=50)
def test_the_same_answers_give_the_same_outcome(given_answers: Answers) -> None:
    turned = Answers(**{**vars(given_answers), "flags": dict(reversed(given_answers.flags.items()))})
    assert assess(given_answers, CONTENT) == assess(given_answers, CONTENT) == assess(turned, CONTENT)


@given(given_answers=answers())
def test_every_id_of_an_outcome_is_in_the_content(given_answers: Answers) -> None:
    outcome = assess(given_answers, CONTENT)
    assert outcome.level in LEVELS
    assert outcome.level in {level.id for level in CONTENT.levels.levels}
    assert {*outcome.because, *outcome.signs, *outcome.unsure, *outcome.notes} <= set(NAMES)
    assert outcome.contact in {None, *(contact.id for contact in CONTENT.levels.contacts)}
    assert outcome.phase in {None, *(phase.id for phase in CONTENT.course.phases)}
    assert set(outcome.advice) <= {advice.id for advice in CONTENT.advice.advice}
    assert set(outcome.factors) <= {factor.id for factor in CONTENT.factors.factors}


@pytest.mark.parametrize(
    ("weeks", "phase"),
    [
        (None, None),
        (0, "acute"),
        (6, "acute"),
        (6.1, "subacute"),
        (7, "subacute"),
        (12, "subacute"),
        (12.1, "chronic"),
        (13, "chronic"),
        (6240, "chronic"),
    ],
)
def test_phases(weeks: float | None, phase: str | None) -> None:
    assert phase_of(weeks, CONTENT) == phase
    assert assess(Answers(duration_weeks=weeks), CONTENT).phase == phase


@given(given_answers=answers(), weeks=st.none() | st.floats(0, 6240))
def test_time_never_decides_the_level(given_answers: Answers, weeks: float | None) -> None:
    longer = Answers(**{**vars(given_answers), "duration_weeks": weeks})
    assert assess(longer, CONTENT).level == assess(given_answers, CONTENT).level


@given(given_answers=answers())
@settings(max_examples=200)
def test_advice_is_what_fits_in_its_order(given_answers: Answers) -> None:
    outcome = assess(given_answers, CONTENT)

    def fits(advice: Advice) -> bool:
        return not advice.when or any(holds(*fact.split(":")) for fact in advice.when)

    def holds(kind: str, name: str) -> bool:
        worst = max(given_answers.pain_now or 0, given_answers.pain_worst or 0)
        return {
            "level": level_of(given_answers.flags, given_answers.age) == name,
            "phase": outcome.phase == name,
            "limit": name in given_answers.limits,
            "factor": name in given_answers.factors,
            "leg": given_answers.leg_pain == name,
            "pain": worst >= HIGH_PAIN,
            "flag": given_answers.flags.get(name) == "yes",
        }[kind]

    by_order = sorted(CONTENT.advice.advice, key=lambda advice: advice.order)
    assert list(outcome.advice) == [advice.id for advice in by_order if fits(advice)]
    assert outcome.advice, "nobody is left without advice"


@pytest.mark.parametrize(("pain", "high"), [(6, False), (7, True), (10, True), (None, False)])
def test_much_pain_begins_at_seven(pain: int | None, high: bool) -> None:
    for answered in (Answers(pain_now=pain), Answers(pain_worst=pain)):
        assert ("medicine" in assess(answered, CONTENT).advice) == high


@pytest.mark.parametrize("level", LEVELS)
def test_every_outcome_shows_the_safety_net(level: str) -> None:
    assert "net" in next(each for each in CONTENT.levels.levels if each.id == level).shows


@pytest.mark.parametrize(
    ("flags", "contact"),
    [
        ({"R19": "yes", "R19_alarm": "yes"}, "midwife"),
        ({"R19": "yes"}, None),
        ({"R19": "yes", "R19_alarm": "yes", "R1": "yes"}, None),
        ({"R19": "yes", "R19_alarm": "yes", "R8": "yes"}, None),
        ({"R19": "yes", "R19_alarm": "yes", "R14": "yes"}, "midwife"),
        ({"R1": "yes"}, None),
    ],
)
def test_only_pregnancy_alone_calls_the_midwife(flags: dict[str, str], contact: str | None) -> None:
    assert assess(Answers(age=30, flags=flags), CONTENT).contact == contact
