"""What is said with the exercises: enough for a person at home, plain, with a way down and a way up."""

from __future__ import annotations

import re
from datetime import date

import pytest

from wervel.content import content
from wervel.content.exercise_models import Exercise, Hold, KeyFrame
from wervel.i18n.sentences import sentences

BOOK = content().exercises
EXERCISES = BOOK.exercises
each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)


def test_the_exercises_of_the_plan_are_there():
    named = {"bridge", "cat_camel", "knee_to_chest", "bird_dog", "hip_hinge", "squat_chair", "side_support"}
    assert named | {"step_up", "walking"} <= {each.id for each in EXERCISES}
    assert 12 <= len(EXERCISES) <= 14


def test_steps_are_told_in_short_sentences():
    for exercise in EXERCISES:
        for step in exercise.steps:
            assert max(len(sentence.split()) for sentence in sentences(step, "en")) <= 15, step


@each_exercise
def test_the_start_is_small_and_may_be_smaller(exercise: Exercise):
    assert re.search(r": \d", exercise.start)
    assert "Start lower" in exercise.start
    assert int(re.search(r"\d+", exercise.start)[0]) <= 10
    assert re.search(r"\d", exercise.build)


@each_exercise
def test_who_lies_on_the_back_is_told_what_to_do_late_in_a_pregnancy(exercise: Exercise):
    lies = any("back" in (frame.holds or {}) for frame in exercise.frames)
    assert ("pregnancy" in (exercise.not_for or "")) == lies


@each_exercise
def test_the_text_alternative_tells_the_movement(exercise: Exercise):
    assert exercise.alt.startswith("A person")
    assert len(exercise.alt.split()) >= 8


@each_exercise
def test_sources_are_dated(exercise: Exercise):
    dates = {source.id: source.checked_on for source in BOOK.sources}
    assert exercise.sources
    assert all(date(2026, 11, 1) <= dates[name] <= date.today() for name in exercise.sources)  # noqa: DTZ011


def test_every_source_is_used():
    used = {name for exercise in EXERCISES for name in exercise.sources} | set(BOOK.general)
    assert used == {source.id for source in BOOK.sources}


def test_no_form_is_said_to_be_the_best():
    assert "No exercise is better" in BOOK.words.best


def test_a_hold_has_one_place():
    with pytest.raises(ValueError, match="either"):
        Hold()
    with pytest.raises(ValueError, match="either"):
        Hold(at=(0, 0), limb="right_thigh")


def test_an_unknown_field_of_a_key_frame_is_refused():
    with pytest.raises(ValueError, match="Extra"):
        KeyFrame(id="a", caption="b", speed=3)
