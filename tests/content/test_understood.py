"""The picture questions: every explanation has some; kind, balanced, and for an alarm sign as urgent as the check."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from wervel.assessment.answers import Answers
from wervel.assessment.outcome import assess
from wervel.content import content
from wervel.content.references import explained
from wervel.content.text import Text, walk
from wervel.content.understood_models import Question
from wervel.understood import labels_to, questions_after, sources_of

QUESTIONS = content().understood.questions
BLAME = re.compile(
    r"\b(wrong|incorrect|mistake|false|should have|must not|you failed|bad idea|no,|unfortunately|never mind)\b|^no\b",
    re.I,
)
#: How an answer says its level, as the levels themselves do.
SAYS = {"E0": "emergency number", "E1": "doctor at once", "U": "today", "G": "appointment"}

each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)


def test_every_explanation_has_one_to_three_questions() -> None:
    asked = Counter(question.after for question in QUESTIONS)
    assert set(explained(content())) <= set(asked)
    assert max(asked.values()) <= 3
    assert len(QUESTIONS) >= 20


@each_question
def test_feedback_never_blames(question: Question) -> None:
    for answer in question.answers:
        assert not BLAME.search(answer.feedback), answer.feedback
        assert (answer.feedback.startswith("Yes.") or "fine" in answer.feedback or "Good." in answer.feedback) or (
            not answer.fits
        )
        assert len(re.findall(r"[.?!]", answer.feedback)) >= 2, "what is known, and why"
    assert not BLAME.search("That is what many people do."), "the gate lets kind words pass"


@each_question
def test_the_length_of_an_answer_tells_nothing(question: Question) -> None:
    lengths = [len(answer.text) for answer in question.answers]
    assert max(lengths) - min(lengths) <= 14, lengths


def test_neither_place_nor_length_gives_the_answer_away() -> None:
    asked = [question for question in QUESTIONS if sum(answer.fits for answer in question.answers) == 1]
    at = Counter(next(i for i, answer in enumerate(question.answers) if answer.fits) for question in asked)
    longest = sum(max(question.answers, key=lambda answer: len(answer.text)).fits for question in asked)
    assert len(at) == 3
    assert max(at.values()) <= 0.6 * len(asked)
    assert 0.25 * len(asked) <= longest <= 0.75 * len(asked)


def test_some_questions_have_more_than_one_good_answer() -> None:
    assert sum(all(answer.fits for answer in question.answers) for question in QUESTIONS) >= 3


@each_question
def test_an_alarm_sign_leads_to_the_level_of_the_check(question: Question) -> None:
    levels = {answer.level for answer in question.answers if answer.fits}
    if not question.signs:
        assert levels == {None}
        return
    outcome = assess(Answers(age=45, flags=dict.fromkeys(question.signs, "yes")), content())
    assert levels == {outcome.level}
    for answer in question.answers:
        assert SAYS[outcome.level] in f"{answer.text} {answer.feedback}".lower(), answer.feedback
        assert answer.fits or answer.level is None


@each_question
def test_words_are_short_and_a_question_can_be_answered_by_its_pictures(question: Question) -> None:
    sentences = [
        part for _, text in walk(question) if isinstance(text, Text) for part in re.split(r"(?<=[.?!:])\s+", text)
    ]
    assert max(len(sentence.split()) for sentence in sentences) <= 18
    assert len({answer.picture for answer in question.answers}) == len(question.answers)
    assert max(len(answer.text) for answer in question.answers) <= 40


@each_question
def test_where_it_stands_and_comes_from(question: Question) -> None:
    assert question in questions_after(question.after, content())
    assert [source.id for source in sources_of(question, content())] == list(question.sources)
    assert len(labels_to(question.after, content())) == (2 if "#scene_" in question.after else 1)
