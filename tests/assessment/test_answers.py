"""Answers from JSON: what fits is taken over, anything else is an error that names its key."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wervel.assessment import AnswerError, Answers, parse_answers

from .table import CONTENT, NAMES, some_flags

KEYS = tuple(Answers.__dataclass_fields__)
NUMBERS = ("age", "duration_weeks", "pain_now", "pain_worst")
LISTS = ("zones", "limits", "factors")

json_data = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["yes", "NL", "R1"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*KEYS, *NAMES]) | st.text(max_size=6), inner, max_size=5)
    ),
    max_leaves=25,
)


def test_everything_that_fits_is_taken_over() -> None:
    data: dict[str, Any] = {
        "age": 45,
        "country": "NL",
        "flags": {"R1": "yes", "R4": "private", "R6_worse": "unknown"},
        "duration_weeks": 2.5,
        "before": False,
        "pain_now": 0,
        "pain_worst": 10,
        "zones": ["low_left", "buttock_left"],
        "leg_pain": "below_knee",
        "limits": ["sitting"],
        "factors": ["bad_sleep"],
    }
    assert parse_answers(data, CONTENT) == Answers(
        **{**data, **{name: frozenset(data[name]) for name in LISTS}}  # the rest stands as it is
    )


def test_what_is_left_out_or_null_is_not_answered() -> None:
    assert parse_answers({}, CONTENT) == parse_answers(dict.fromkeys(KEYS), CONTENT) == Answers()


@pytest.mark.parametrize("data", [None, [], "yes", 1, True, [{}]])
def test_only_an_object_holds_answers(data: object) -> None:
    with pytest.raises(AnswerError) as caught:
        parse_answers(data, CONTENT)
    assert caught.value.key == "answers"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *[(key, value) for key in NUMBERS for value in (float("nan"), float("inf"), -float("inf"), -1, -0.5)],
        *[(key, value) for key in NUMBERS for value in (True, False, "3", [3], {"years": 3})],
        ("age", 121),
        ("age", 44.5),
        ("age", 10**400),
        ("duration_weeks", 6240.5),
        ("pain_now", 11),
        ("pain_now", 2.5),
        ("pain_worst", 11),
        ("pain_worst", 10.5),
        ("before", "yes"),
        ("before", 1),
        ("before", 0),
        ("country", "nl"),
        ("country", "NLD"),
        ("country", "N"),
        ("country", "NL\n"),
        ("country", "ΝΛ"),
        ("country", ["NL"]),
        ("country", 31),
        ("leg_pain", "knee"),
        ("leg_pain", ["none"]),
        ("leg_pain", ""),
        *[
            (key, value)
            for key in LISTS
            for value in ("sitting", {"sitting": True}, 1, True, [["sitting"]], [None], [""])
        ],
        ("zones", ["low_left", "elbow"]),
        ("limits", ["low_left"]),
        ("factors", ["sitting"]),
        ("flags", []),
        ("flags", "R1"),
        ("flags", True),
        ("unheard_of", 1),
        ("Age", 45),
        ("", 1),
    ],
)
def test_an_odd_answer_names_its_key(key: str, value: object) -> None:
    with pytest.raises(AnswerError) as caught:
        parse_answers({key: value}, CONTENT)
    assert caught.value.key == key
    assert str(caught.value).startswith(f"{key}: ")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("R0", "yes"),
        ("R24", "no"),
        ("r1", "yes"),
        ("R1 ", "yes"),
        ("R6_unheard_of", "yes"),
        ("R1_unknown", "yes"),
        *[(name, "private") for name in NAMES if name != "R4"],
        ("R1", "maybe"),
        ("R1", "YES"),
        ("R1", "yes "),
        ("R1", ""),
        ("R1", True),
        ("R1", False),
        ("R1", 1),
        ("R1", None),
        ("R1", ["yes"]),
        ("R1", {"yes": 1}),
        ("R4", "Private"),
    ],
)
def test_an_odd_sign_names_its_key(name: str, answer: object) -> None:
    with pytest.raises(AnswerError) as caught:
        parse_answers({"flags": {"R2": "yes", name: answer}}, CONTENT)
    assert caught.value.key == f"flags.{name}"


@given(flags=some_flags())
@settings(max_examples=50)
def test_every_allowed_answer_to_a_sign_is_kept(flags: dict[str, str]) -> None:
    assert parse_answers(json.loads(json.dumps({"flags": flags})), CONTENT).flags == flags


@given(data=json_data)
@settings(max_examples=200)
def test_any_json_gives_answers_or_an_answer_error(data: object) -> None:
    with suppress(AnswerError):
        assert isinstance(parse_answers(data, CONTENT), Answers)


@given(key=st.sampled_from(KEYS), value=json_data)
@example(key="zones", value=[[[[[]]]]])
@settings(max_examples=200)
def test_any_json_under_a_known_key_gives_answers_or_an_error_that_names_it(key: str, value: object) -> None:
    named = ""
    try:
        parse_answers({key: value}, CONTENT)
    except AnswerError as error:
        named = error.key
    assert named == "" or named.split(".")[0] == key
