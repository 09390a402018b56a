"""The prevention page, as the device tells what it kept: list, reasons, week, plan, weight, notices."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import LANGUAGES, SHIPPED, Open, device_tells, shown
from tests.web.reading import english_left, words_of
from wervel.assessment.draft import Draft, dump, move, tick
from wervel.content import content
from wervel.prevention_view import SECTIONS
from wervel.web.told import people_lines

PAGE = content().prevention_page
STAMP = "2026-11-27T10:00:00.000Z"
TODAY = "2026-11-28"


def components(at: AppTest) -> dict[str, object]:
    """Return the mounted components of the page: "keeper", and each view by its name, with their data and ids."""
    found = {}
    for each in at.get("bidi_component"):
        if each.proto.component_name == "wervel_prevention_keeper":
            found["keeper"] = Mounted(each.proto.id, json.loads(each.proto.json))
        elif each.proto.component_name == "wervel_prevention":
            data = json.loads(each.proto.json)
            found[data["view"]] = Mounted(each.proto.id, data)
    return found


@dataclass
class Mounted:
    id: str
    data: dict


def told(at: AppTest, data: object = None, status: str = "found", mark: str = "m1", **more: object) -> AppTest:
    """Run the page as if the device had told what it kept."""
    keeper = components(at)["keeper"]
    value = {"session": keeper.data["session"], "status": status, "today": TODAY, "mark": mark, "data": data, **more}
    states = at._tree.get_widget_states()
    states.widgets.append(WidgetState(id=keeper.id, json_value=json.dumps({"told": value})))
    return at._run(states)


def draft(*keys: str) -> dict:
    """Return a finished check with these ticks (`key` or `key=index`)."""
    made = Draft()
    for group in content().red_flags.groups:
        made = tick(made, f"none_{group.id}", True, content())
    for each in keys:
        key, _, index = each.partition("=")
        made = tick(made, key, int(index) if index else True, content())
    return dump(move(made, "outcome", content()))


def opened(open_page: Open, lang: str = "en", kept_draft: dict | None = None, mode: str | None = None) -> AppTest:
    at = open_page("prevention", lang, mode)
    if mode == "kiosk":
        return at
    keeper = next(e.proto for e in at.get("bidi_component") if e.proto.component_name == "wervel_draft")
    session = json.loads(keeper.json)["session"]
    status = "found" if kept_draft else "none"
    return device_tells(at, stored={"session": session, "status": status, "draft": kept_draft, "ticks": []})


def section(at: AppTest, name: str) -> AppTest:
    at.session_state["section"] = name
    return at.run()


def records(*given: dict) -> dict:
    return {"version": 1, "records": {each["id"]: {"changed_at": STAMP, **each} for each in given}}


def ticked(item: str, day: str) -> dict:
    return {"id": f"tick:{item}:{day}", "kind": "tick", "item": item, "date": day, "done": True}


def rows(at: AppTest) -> list[dict]:
    return [item for group in components(at)["today"].data["groups"] for item in group["items"]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_section_stands_in_every_language(open_page: Open, monkeypatch: pytest.MonkeyPatch, lang: str):
    at = told(opened(open_page, lang, draft("factor_bad_sleep", "duration=4")), records(ticked("gone", TODAY)))
    for name in SECTIONS:
        section(at, name)
        assert not at.exception, name
        assert not at.warning, name
        read = shown(at, lang)
        assert len(read) >= 5, name
        if lang in SHIPPED and lang != "en":
            assert english_left(read, lang) == []


def test_until_the_device_has_told_there_is_a_word_and_no_list(open_page: Open):
    at = open_page("prevention")
    assert PAGE.notices.waiting in shown(at)
    assert "today" not in components(at)
    assert "top" in components(at), "when to call and the plan do not wait"


def test_the_list_of_a_person_of_58_who_moves_little_and_sleeps_badly(open_page: Open):
    kept = draft("age=2", "duration=4", "factor_little_movement", "factor_bad_sleep")
    at = told(opened(open_page, "en", kept), None, "none")
    found = rows(at)
    assert len(found) == 7
    reasons = {each["because"] for each in found}
    assert "Because you said: “I sleep badly”." in reasons
    assert "Because you said: “I move little”." in reasons
    assert all(each["sources"] and each["why"] and each["small"] for each in found)
    assert "quick" not in components(at)


def test_without_a_check_there_are_three_questions_and_a_list_all_the_same(open_page: Open):
    at = told(opened(open_page), None, "none")
    assert len(components(at)["quick"].data["questions"]) == 3
    assert len(rows(at)) == 7
    answers = records(
        {"id": "quick:moving", "kind": "quick", "name": "moving", "value": "little"},
        {"id": "quick:sleeping", "kind": "quick", "name": "sleeping", "value": "badly"},
        {"id": "quick:tense", "kind": "quick", "name": "tense", "value": "seldom"},
    )
    told(at, answers, mark="m2")
    assert "quick" not in components(at)
    assert "Because you answered: “Often badly”." in {each["because"] for each in rows(at)}
    at.button(key="quick_change").click().run()
    assert "quick" in components(at)
    at.button(key="quick_close").click().run()
    assert "quick" not in components(at)


def test_something_else_takes_the_place_of_what_was_put_away(open_page: Open):
    at = told(opened(open_page), None, "none")
    first = rows(at)[0]["id"]
    told(at, records({"id": f"swap:{first}", "kind": "swap", "item": first, "on": True}), mark="m2")
    assert len(rows(at)) == 7
    assert first not in {each["id"] for each in rows(at)}


@pytest.mark.parametrize(("ticks", "warned"), [(["R14"], True), (["R19"], False), ([], False)])
def test_who_has_to_see_a_doctor_is_told_so_first(open_page: Open, ticks: list[str], warned: bool):
    at = told(opened(open_page, "en", draft(*ticks)), None, "none")
    assert (PAGE.notices.alarm_first in shown(at)) is warned
    assert (PAGE.notices.to_check in shown(at)) is warned


def test_the_week_counts_what_was_ticked_and_scolds_nobody(open_page: Open):
    at = told(opened(open_page), None, "none")
    item = rows(at)[0]["id"]
    section(at, "week")
    assert PAGE.week.empty in shown(at)
    assert PAGE.week.streak_none in shown(at)
    told(at, records(ticked(item, TODAY), ticked(item, "2026-11-26")), mark="m2")
    read = shown(at)
    assert "Days in a row: 2" in read
    assert PAGE.week.empty not in read
    tables = [element.value for element in at.html if "<table" in element.value]
    assert len(tables) == 2, "each chart has its numbers as a table"
    assert any("<td>2</td>" in table for table in tables)
    assert len(at.get("plotly_chart")) == 2


def test_minutes_norm_and_walking_plan(open_page: Open):
    at = told(opened(open_page), None, "none")
    section(at, "move")
    assert "Moving: 0 of 150 minutes" in shown(at)
    walk = {"kind": "move", "sort": "walk", "done": True}
    told(
        at,
        records(
            {"id": "walking:plan", "kind": "walking", "since": "2026-11-10", "days": 2, "minutes": 20, "on": True},
            {"id": "move:1", "date": "2026-11-12", "minutes": 40, **walk},
            {"id": "move:2", "date": "2026-11-19", "minutes": 20, **walk},
            {"id": "move:3", "date": TODAY, "minutes": 160, **walk},
            {"id": f"strength:{TODAY}", "kind": "strength", "date": TODAY, "done": True},
        ),
        mark="m2",
    )
    read = shown(at)
    assert "Moving: 160 of 150 minutes" in read
    assert "Days with strength: 1 of 2" in read
    assert "This week: 40 minutes of walking" in read, "40, then 50, and a step back after a bad week"


def test_moving_leads_to_the_exercises(open_page: Open):
    at = section(told(opened(open_page), None, "none"), "move")
    at.button(key="to_exercises").click().run()
    assert not at.warning
    assert content().exercises.words.title in shown(at)


def body(**values: object) -> dict:
    return records({"id": "body:now", "kind": "body", "units": "metric", **values})


def test_weight_opens_only_when_asked_for(open_page: Open):
    at = told(opened(open_page), body(height=175, weight=80))
    section(at, "weight")
    assert "weight" not in components(at)
    assert not any("BMI" in each for each in shown(at))
    at.button(key="weight_open_button").click().run()
    assert "weight" in components(at)
    read = shown(at)
    assert "Your weight for your height (BMI): 26.1" in read
    assert PAGE.results.over in read
    assert PAGE.results.honest in read
    assert any(each.startswith("Five per cent less is 4 kilograms") for each in read)


@pytest.mark.parametrize("trait", ["pregnant", "under18"])
def test_weight_is_not_judged_in_pregnancy_and_under_18(open_page: Open, trait: str):
    at = told(opened(open_page), body(height=175, weight=110, waist=120, traits=[trait]))
    section(at, "weight")
    at.button(key="weight_open_button").click().run()
    read = shown(at)
    assert getattr(PAGE.results, trait) in read
    for judged in ("low", "middle", "over", "high", "waist_half", "waist_less"):
        assert getattr(PAGE.results, judged) not in read


def test_a_height_that_cannot_be_is_a_question_with_what_may_be_meant(open_page: Open):
    at = told(opened(open_page), body(height=18, weight=80, waist=90, traits=["muscle"]))
    section(at, "weight")
    at.button(key="weight_open_button").click().run()
    question = components(at)["weight"].data["question"]
    assert question["field"] == "height"
    assert "18" in question["text"]
    assert "180" in question["text"]
    assert question["meant"] == {
        "units": "metric", "height": 180, "inches": None, "weight": 80, "waist": 90, "traits": ["muscle"]
    }  # fmt: skip
    assert not any("BMI" in each for each in shown(at))


def test_the_rulers_lead_to_people_of_the_country(open_page: Open):
    at = told(opened(open_page), None, "none")
    section(at, "balance")
    rulers = components(at)["rulers"].data
    assert {each["id"] for each in rulers["rulers"]} == {"sleep", "tension", "worry", "mood"}
    people = words_of(rulers["crisis"], "en")
    assert content().balance.people.crisis_title in people
    assert content().balance.people.crisis_title not in words_of(rulers["people"], "en")
    country = at.session_state["here"].country
    lines = next(each.lines for each in content().helplines.countries if each.code == country)
    for line in lines:
        if line.number:
            assert f"tel:{line.number.replace(' ', '')}" in rulers["crisis"]


def test_a_country_without_a_helpline_gets_none_of_another():
    known = {each.code for each in content().helplines.countries}
    unknown = next(each.code for each in content().emergency.countries if each.code not in known)
    assert people_lines(unknown) == ()
    assert people_lines("NL")


NOTICES = [("nostore", None, "nostore"), ("newer", {"version": 99, "records": {}}, "newer"), ("bad", "x", "set_aside"),
           ("found", {"version": 1, "records": {"x": 3}}, "odd")]  # fmt: skip


@pytest.mark.parametrize(("status", "data", "notice"), NOTICES, ids=lambda each: str(each)[:12])
def test_what_is_wrong_with_the_store_is_said(open_page: Open, status: str, data: object, notice: str):
    at = told(opened(open_page), data, status)
    assert getattr(PAGE.notices, notice) in shown(at)
    command = components(at)["keeper"].data["command"]
    assert (command and command["name"]) == ("set_aside" if notice == "set_aside" else None)
    assert len(rows(at)) == 7


def test_an_old_form_goes_back_to_the_device_as_the_new_one(open_page: Open):
    old = records(ticked("gone", TODAY))["records"]
    at = told(opened(open_page), old, "old")
    command = components(at)["keeper"].data["command"]
    assert (command["name"], command["data"]) == ("replace", {"version": 1, "records": old})


def test_a_shared_device_is_told_that_nothing_is_kept(open_page: Open):
    at = told(opened(open_page, mode="kiosk"), {"version": 1, "records": {}}, "kiosk")
    assert PAGE.notices.kiosk in shown(at)
    assert all(each.data["keep"] is False for each in components(at).values())
    assert len(rows(at)) == 7


@pytest.mark.parametrize("odd", [{"session": "other"}, {"today": "yesterday"}, {"today": None}])
def test_odd_words_of_a_browser_are_no_crash(open_page: Open, odd: dict):
    at = told(opened(open_page), None, "none", **odd)
    assert not at.exception
