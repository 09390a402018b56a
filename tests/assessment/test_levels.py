"""The level of every answer, against the table of the design."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from itertools import combinations, product

import pytest
from hypothesis import given, settings

from wervel.assessment import Answers, assess
from wervel.content.models import Rule, When

from .table import (
    AGES,
    CONTENT,
    FLAGS,
    FOLLOW_UPS,
    NAMES,
    allowed,
    few_flags,
    level_of,
    sign_levels,
    some_age,
    some_flags,
)

SINGLE_YES = {
    "R1": "E1",
    "R2": "E1",
    "R3": "E1",
    "R4": "E1",
    "R5": "E1",
    "R6": "U",
    "R7": "E1",
    "R8": "E0",
    "R9": "E1",
    "R10": "G",
    "R11": "U",
    "R12": "G",
    "R13": "U",
    "R14": "U",
    "R15": "U",
    "R16": "U",
    "R17": "N",
    "R18": "G",
    "R19": "N",
    "R20": "N",
    "R21": "G",
    "R22": "G",
    "R23": "G",
}


def check(flags: Mapping[str, str], age: int | None) -> None:
    """Compare the level, and which signs give it."""
    found, by_sign = assess(Answers(age=age, flags=flags), CONTENT), sign_levels(flags, age)
    assert found.level == level_of(flags, age), f"{dict(flags)} at age {age}: {found.level}"
    leading = {name for name, level in by_sign.items() if level == found.level != "N"}
    assert set(found.because) == leading, f"{dict(flags)} at age {age}: {found.because}"


def test_content_has_exactly_the_signs_of_the_table() -> None:
    flags = CONTENT.red_flags.flags
    assert sorted(flag.id for flag in flags) == sorted(FLAGS)
    in_content = {flag.id: {each.id for each in flag.follow_ups} for flag in flags if flag.follow_ups}
    assert in_content == {name: set(names) for name, names in FOLLOW_UPS.items()}


@pytest.mark.parametrize(("name", "level"), SINGLE_YES.items())
def test_one_yes_of_a_person_of_30(name: str, level: str) -> None:
    assert assess(Answers(age=30, flags={name: "yes"}), CONTENT).level == level


@pytest.mark.parametrize("name", FLAGS)
def test_each_answer_at_each_age(name: str) -> None:
    for answer, age in product(allowed(name), AGES):
        check({name: answer}, age)


@pytest.mark.parametrize("name", FLAGS)
def test_not_sure_is_call_and_ask_for_the_first_nine_only(name: str) -> None:
    expected = "U" if int(name[1:]) <= 9 else "N"
    assert assess(Answers(age=30, flags={name: "unknown"}), CONTENT).level == expected


@pytest.mark.parametrize(("sign", "names"), FOLLOW_UPS.items())
def test_each_subset_of_follow_ups(sign: str, names: tuple[str, ...]) -> None:
    for size in range(len(names) + 1):
        for subset in combinations(names, size):
            for age, answer in product((17, 30, 45, 60, None), ("yes", "unknown")):
                check({sign: answer, **dict.fromkeys(subset, "yes")}, age)


@pytest.mark.parametrize(("sign", "names"), FOLLOW_UPS.items())
def test_follow_ups_do_not_count_without_their_sign(sign: str, names: tuple[str, ...]) -> None:
    alone = dict.fromkeys(names, "yes")
    for age in (30, 70, None):
        assert assess(Answers(age=age, flags=alone), CONTENT).level == "N"
        assert assess(Answers(age=age, flags={**alone, sign: "no"}), CONTENT).level == "N"


def test_a_follow_up_in_the_rule_of_another_sign_needs_its_own_sign() -> None:
    rule = Rule(level="E0", when=When(any=("R11_confused",)))
    flags = tuple(
        flag.model_copy(update={"rules": (rule, *flag.rules)}) if flag.id == "R12" else flag
        for flag in CONTENT.red_flags.flags
    )
    changed = dataclasses.replace(CONTENT, red_flags=CONTENT.red_flags.model_copy(update={"flags": flags}))
    answers = {"R12": "yes", "R11_confused": "yes"}
    assert assess(Answers(flags=answers), changed).level == "G"
    assert assess(Answers(flags={**answers, "R11": "yes"}), changed).level == "E0"


@pytest.mark.parametrize("first", FLAGS)
def test_each_pair_of_signs(first: str) -> None:
    for second in FLAGS[FLAGS.index(first) + 1 :]:
        for one, other, age in product(allowed(first), allowed(second), AGES):
            check({first: one, second: other}, age)


@pytest.mark.parametrize(("sign", "names"), FOLLOW_UPS.items())
def test_each_follow_up_with_each_other_sign(sign: str, names: tuple[str, ...]) -> None:
    for name, other, age in product(names, FLAGS, AGES):
        check({other: "yes", sign: "yes", name: "yes"}, age)
    for name, other in product(names, FLAGS):
        check({sign: "yes", name: "unknown", other: "yes"}, 30)


@pytest.mark.parametrize(
    ("name", "years", "below", "from_then"), [("R7", 40, "E1", "E0"), ("R10", 60, "G", "U"), ("R21", 18, "G", "G")]
)
def test_age_limits(name: str, years: int, below: str, from_then: str) -> None:
    flags = {name: "yes"}
    assert assess(Answers(age=years - 1, flags=flags), CONTENT).level == below
    assert assess(Answers(age=years, flags=flags), CONTENT).level == from_then
    assert assess(Answers(age=None, flags=flags), CONTENT).level == from_then


@pytest.mark.parametrize(("age", "level"), [(0, "G"), (17, "G"), (18, "N"), (None, "N"), (90, "N")])
def test_without_signs_only_youth_gives_a_level(age: int | None, level: str) -> None:
    assert assess(Answers(age=age), CONTENT).level == level
    assert assess(Answers(age=age, flags=dict.fromkeys(NAMES, "no")), CONTENT).level == level


@given(flags=few_flags(), age=some_age())
@settings(max_examples=250)
def test_a_few_answers(flags: dict[str, str], age: int | None) -> None:
    check(flags, age)


@given(flags=some_flags(), age=some_age())
@settings(max_examples=250)
def test_any_answers(flags: dict[str, str], age: int | None) -> None:
    check(flags, age)
