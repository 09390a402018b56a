"""What is on the list: at most seven, for this person, never against a `not_for`, balanced, the same all week."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wervel.assessment import Answers
from wervel.content import content
from wervel.content.prevention_models import Item
from wervel.content.references import person_facts as known_facts
from wervel.prevention.facts import QUICK, SAME, asks, person_facts, said_as
from wervel.prevention.fitting import MOST, MOST_OF_A_RULE, RULES, because, fit, monday

ITEMS = content().prevention.items
FACTS = sorted(known_facts(content()))
DAYS = st.dates(date(2025, 1, 1), date(2030, 1, 1))
PEOPLE = st.frozensets(st.sampled_from(FACTS), max_size=12)
NAMES = st.frozensets(st.sampled_from([item.id for item in ITEMS]), max_size=20)


def item(name: str, rule: str = "fitness", fits: tuple[str, ...] = (), not_for: tuple[str, ...] = ()) -> Item:
    return Item.model_validate(
        {"id": name, "rule": rule, "what": "x", "small": "x", "why": "x", "sources": ("s",), "times": 3,
         "fits": fits, "not_for": not_for}
    )  # fmt: skip


@settings(max_examples=40)
@given(PEOPLE, DAYS, NAMES, NAMES)
def test_a_list_keeps_its_promises(facts, day, swapped, kept_up):
    found = fit(ITEMS, facts, day, swapped=swapped, kept_up=kept_up)
    chosen = [each.item for each in found]
    assert len(chosen) <= MOST
    assert len({each.id for each in chosen}) == len(chosen)
    assert not any(facts.intersection(each.not_for) for each in chosen)
    assert not {each.id for each in chosen} & swapped
    counts = Counter(each.rule for each in chosen)
    assert all(count <= MOST_OF_A_RULE for count in counts.values())
    allowed = [each for each in ITEMS if each.id not in swapped and not facts.intersection(each.not_for)]
    assert set(counts) == {each.rule for each in allowed}, "each rule that has something to offer has a place"
    for each in found:
        assert each.because is None or (each.because in facts and each.because in each.item.fits)
    assert [RULES.index(each.rule) for each in chosen] == sorted(RULES.index(each.rule) for each in chosen)


@settings(max_examples=40)
@given(PEOPLE, DAYS, NAMES, st.randoms())
def test_the_list_stays_all_week_and_does_not_hang_on_the_order_of_the_file(facts, day, kept_up, random):
    shuffled = list(ITEMS)
    random.shuffle(shuffled)
    week = [monday(day) + timedelta(days=each) for each in range(7)]
    lists = {tuple(each.item.id for each in fit(ITEMS, facts, one, kept_up=kept_up)) for one in week}
    lists.add(tuple(each.item.id for each in fit(shuffled, facts, day, kept_up=kept_up)))
    assert len(lists) == 1


@settings(max_examples=40)
@given(PEOPLE, DAYS)
def test_what_answers_a_person_comes_before_what_does_not(facts, day):
    chosen = [each.item for each in fit(ITEMS, facts, day)]
    for rule in RULES:
        mine = [each for each in chosen if each.rule == rule]
        left = [
            each for each in ITEMS if each.rule == rule and each not in mine and not facts.intersection(each.not_for)
        ]
        if any(because(each, facts) is None for each in mine):
            assert not any(because(each, facts) for each in left)


def test_it_changes_from_week_to_week_and_what_was_kept_up_stays():
    weeks = [date(2026, 11, 23) + timedelta(weeks=each) for each in range(8)]
    lists = [frozenset(each.item.id for each in fit(ITEMS, (), week)) for week in weeks]
    assert len(set(lists)) > 1
    everybody = next(each.id for each in ITEMS if not each.fits)
    assert all(everybody in {each.item.id for each in fit(ITEMS, (), week, kept_up={everybody})} for week in weeks)


def test_one_thing_said_in_two_ways_counts_once():
    twice = item("twice", fits=("factor:bad_sleep", "sleeping:badly"))
    two = item("two", fits=("sleeping:badly", "phase:chronic"))
    many = [item(f"other_{n}") for n in range(5)]
    facts = {"factor:bad_sleep", "sleeping:badly", "phase:chronic"}
    for week in range(6):
        found = fit([twice, *many, two], facts, date(2026, 1, 5) + timedelta(weeks=week))
        assert [each.item.id for each in found] == ["two", "twice"]


def test_weight_comes_last_among_equals():
    items = [item(f"{rule}_{n}", rule) for rule in RULES for n in range(3)]
    counts = Counter(each.item.rule for each in fit(items, (), date(2026, 1, 5)))
    assert counts == {"fitness": 2, "balance": 2, "notice": 2, "weight": 1}


def test_weight_takes_a_second_place_only_for_who_speaks_of_it():
    items = [item(f"weight_{n}", "weight", ("factor:weight",)) for n in range(3)] + [item("other")]
    assert len(fit(items, (), date(2026, 1, 5))) == 2
    assert len(fit(items, {"factor:weight"}, date(2026, 1, 5))) == 3


def test_nothing_allowed_is_an_empty_list():
    assert fit([item("x", not_for=("level:E1",))], {"level:E1"}, date(2026, 1, 5)) == ()
    assert fit([], (), date(2026, 1, 5)) == ()


# --- facts --------------------------------------------------------------------------------------------------------


def test_the_person_of_the_acceptance():
    answers = Answers(age=58, duration_weeks=17, factors=frozenset({"little_movement", "bad_sleep"}))
    facts = person_facts(answers, {}, content())
    assert {"moving:little", "sleeping:badly", "phase:chronic", "factor:bad_sleep", "level:N"} <= facts
    assert "age:over_60" not in facts
    found = fit(ITEMS, facts, date(2026, 11, 28))
    assert len(found) == MOST
    assert {each.item.rule for each in found} == set(RULES)
    reasons = {each.because for each in found}
    assert {"moving:little", "sleeping:badly"} & reasons
    assert sum(each.because is not None for each in found) >= 5
    assert said_as("sleeping:badly", facts, {}) == "factor:bad_sleep"
    assert said_as("sleeping:badly", facts, {"sleeping": "badly"}) == "sleeping:badly"
    assert not asks(answers, {})


def test_without_answers_there_are_no_facts_and_three_questions():
    assert person_facts(Answers(country="NL"), {}, content()) == frozenset()
    assert asks(Answers(age=40), {})
    assert asks(Answers(), {"moving": "little"})
    assert not asks(Answers(), {"moving": "little", "sleeping": "well", "tense": "seldom"})


def test_an_answer_to_a_quick_question_takes_the_place_of_the_check():
    answers = Answers(factors=frozenset({"bad_sleep"}))
    facts = person_facts(answers, {"sleeping": "well"}, content())
    assert "sleeping:well" in facts
    assert "sleeping:badly" not in facts


@pytest.mark.parametrize(("age", "over"), [(None, False), (59, False), (60, True), (90, True)])
def test_age(age, over):
    assert ("age:over_60" in person_facts(Answers(age=age), {}, content())) is over


WORDS = st.text(max_size=8) | st.sampled_from([*QUICK, "little", "well"])


@given(st.dictionaries(WORDS, WORDS))
def test_every_fact_is_one_that_content_knows(quick):
    answers = Answers(age=70, leg_pain="thigh", limits=frozenset({"sleeping"}), flags={"R14": "yes"}, pain_worst=9)
    assert person_facts(answers, quick, content()) <= set(FACTS)


def test_what_is_the_same_is_known():
    assert set(SAME) | set(SAME.values()) <= set(FACTS)
    assert {f"{name}:{value}" for name, values in QUICK.items() for value in values} <= set(FACTS)
