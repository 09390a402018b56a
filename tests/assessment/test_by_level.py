"""Whoever reads the signs from the top down and stops where one fits, ends at the level of the assessment."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wervel.assessment import Answers, assess
from wervel.assessment.by_level import Entry, by_level
from wervel.assessment.rules import ORDER, present
from wervel.content import content

FLAGS = content().red_flags
TABLE = by_level(FLAGS)
PARENTS = {follow_up.id: flag.id for flag in FLAGS.flags for follow_up in flag.follow_ups}
NAMES = [*(flag.id for flag in FLAGS.flags), *PARENTS]


def fits(entry: Entry, answers: Answers) -> bool:
    """Decide as a reader does, who knows the own age and each sign."""

    def true(name: str) -> bool:
        return answers.yes(name) and answers.yes(PARENTS.get(name, name))

    if not present(entry.flag, answers) or any(true(each.id) for each in entry.unless):
        return False
    count = sum(true(each.id) for each in entry.with_any)
    if entry.at_least is not None:
        return count >= entry.at_least
    if entry.age_from is not None and answers.age is not None and answers.age >= entry.age_from:
        return True
    return count > 0 or not (entry.with_any or entry.age_from)


def read(answers: Answers) -> str:
    return next((level for level, entries in TABLE.items() if any(fits(each, answers) for each in entries)), "N")


def people(most: int) -> st.SearchStrategy[Answers]:
    return st.builds(
        lambda age, names: Answers(age=age, flags=dict.fromkeys(names, "yes")),
        st.integers(0, 120),
        st.sets(st.sampled_from(NAMES), max_size=most),
    )


@settings(max_examples=400)
@given(people(4) | people(len(NAMES)))
def test_the_reader_finds_the_level_of_the_assessment(answers: Answers) -> None:
    assert read(answers) == assess(answers, content()).level


def test_each_sign_and_each_follow_up_alone() -> None:
    for age in (10, 30, 45, 70):
        for name in NAMES:
            answers = Answers(age=age, flags={name: "yes", PARENTS.get(name, name): "yes"})
            assert read(answers) == assess(answers, content()).level, (age, name)


def test_the_levels_stand_from_the_most_urgent_on_and_no_sign_that_has_a_level_is_missing() -> None:
    assert list(TABLE) == list(ORDER[:-1])
    told = {entry.flag.id for entries in TABLE.values() for entry in entries}
    assert told == {flag.id for flag in FLAGS.flags if any(rule.level != "N" for rule in flag.rules)}


def test_what_was_met_above_is_not_asked_again() -> None:
    fever = next(entry for entry in TABLE["E1"] if entry.flag.id == "R11")
    assert [each.id for each in fever.with_any] == ["R11_confused", "R6"]
    cancer = next(entry for entry in TABLE["U"] if entry.flag.id == "R13")
    assert [each.id for each in cancer.unless] == ["R13_same"]
    assert "R12" not in {
        entry.flag.id for entry in TABLE["U"]
    }  # with fever or constant pain: each is "today" by itself
