"""The exercises inside a page: a list, one exercise, the way on and back, an address that opens one."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import _components, shown
from wervel.content import content
from wervel.i18n import translator

EXERCISES = content().exercises.exercises


def _page() -> None:
    from wervel import exercises_view, ui

    ui.begin()
    exercises_view.show()


def opened(show: str = "", lang: str = "en") -> AppTest:
    at = AppTest.from_function(_page, default_timeout=60)
    at._bidi_component_manager = _components()
    at.query_params["lang"] = lang
    if show:
        at.query_params["show"] = show
    at.run()
    assert not at.exception
    return at


def figure(at: AppTest) -> dict:
    (proto,) = [each.proto for each in at.get("bidi_component")]
    return json.loads(proto.json)


def test_the_list_has_a_card_for_each():
    at = opened()
    assert [button.label for button in at.button] == [each.title for each in EXERCISES]
    assert not at.get("bidi_component")


def test_a_card_opens_its_exercise_and_next_goes_round():
    at = opened()
    at.button(key="exercise_walking").click().run()
    assert figure(at)["id"] == "walking"
    assert figure(at)["opened"] is True
    at.button(key="exercise_next").click().run()
    assert figure(at)["id"] == EXERCISES[0].id
    at.button(key="exercise_previous").click().run()
    assert figure(at)["id"] == "walking"
    at.run()
    assert figure(at)["opened"] is False, "a rerun takes nobody away from where they read"
    at.button(key="exercise_all").click().run()
    assert len(at.button) == len(EXERCISES)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_address_opens_one_with_all_that_is_said(exercise):
    at = opened(f"exercise_{exercise.id}")
    read = " ".join(shown(at, "en"))
    for text in (exercise.title, exercise.good_for, exercise.start, exercise.build, exercise.easier, exercise.harder):
        assert text in read
    for text in (*exercise.steps, exercise.stop, exercise.not_for, exercise.need):
        assert text is None or text in read
    stills = figure(at)["stills"]
    assert [still["caption"] for still in stills] == [frame.caption for frame in exercise.frames if frame.shown]
    assert exercise.alt in figure(at)["alt"]


@pytest.mark.parametrize("show", ["exercise_none", "part_disc", "exercise_", "<b>"])
def test_an_address_of_none_shows_the_list(show: str):
    assert len(opened(show).button) == len(EXERCISES)


def test_the_alarm_signs_are_one_tap_away():
    read = shown(opened("exercise_bridge"), "en")
    net = content().levels.net
    for flag in content().red_flags.flags:
        if flag.id in (*net.emergency_signs, *net.signs):
            assert translator("en").text(flag.label) in read
