"""What is known of a person, as facts `kind:value` by which items are fitted."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from wervel.assessment import Answers, assess
from wervel.assessment.outcome import facts_of
from wervel.content import Content

#: Quick questions, in the order in which they are asked, and their answers.
QUICK: Mapping[str, tuple[str, ...]] = {
    "moving": ("little", "some", "enough"),
    "sleeping": ("badly", "well"),
    "tense": ("often", "seldom"),
}
#: An answer of the assessment that says the same as one of a quick question.
SAME = {
    "factor:little_movement": "moving:little",
    "factor:bad_sleep": "sleeping:badly",
    "limit:sleeping": "sleeping:badly",
    "factor:work_pressure": "tense:often",
    "factor:low_mood": "tense:often",
}
OVER = 60  # years: strength and balance count for more from about this age


def person_facts(answers: Answers, quick: Mapping[str, str], content: Content) -> frozenset[str]:
    """Return the facts of a person.

    quick: answers to the quick questions by name; each takes the place of what the assessment tells about the same
    thing. Without any answer there is no fact, not even a level.
    """
    facts: set[str] = set()
    if answers != Answers(country=answers.country):
        outcome = assess(answers, content)
        facts |= facts_of(answers, outcome.level, outcome.phase)
    asked = {name: value for name, value in quick.items() if value in QUICK.get(name, ())}
    facts |= {same for told, same in SAME.items() if told in facts and same.partition(":")[0] not in asked}
    facts |= {f"{name}:{value}" for name, value in asked.items()}
    if answers.age is not None and answers.age >= OVER:
        facts.add(f"age:over_{OVER}")
    return frozenset(facts)


def said_as(fact: str, facts: Collection[str], quick: Mapping[str, str]) -> str:
    """Return the fact in which the person said `fact`: itself, or the answer of the assessment that means the same."""
    name, _, value = fact.partition(":")
    if quick.get(name) == value:
        return fact
    return next((told for told, same in SAME.items() if same == fact and told in facts), fact)


def asks(answers: Answers, quick: Mapping[str, str]) -> bool:
    """Tell whether the quick questions are asked: the assessment tells nothing to go by, and one has no answer yet."""
    told = answers.factors or answers.limits or answers.duration_weeks is not None
    return not told and any(name not in quick for name in QUICK)
