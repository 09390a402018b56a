"""The page of the story: what is chosen and left out, its language, the shared device, the demonstration."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from tests.diary import demo as diary_demo
from tests.pages.conftest import Open, arrives, carrier, device_tells, kept_data, session, shown
from tests.web.reading import words_of
from wervel import demo
from wervel.assessment.draft import Draft, dump, tick
from wervel.content import content
from wervel.handover import pack
from wervel.i18n import translator

BOOK = content()
WORDS = BOOK.story
R4 = next(flag for flag in BOOK.red_flags.flags if flag.id == "R4")


def component(at: AppTest, name: str) -> Any:
    return next((each.proto for each in at.get("bidi_component") if each.proto.component_name == name), None)


def keeps(at: AppTest, draft: Draft) -> AppTest:
    """Run the page as if the device had kept a draft."""
    stored = {"session": kept_data(at)["session"], "status": "found", "draft": dump(draft), "ticks": []}
    return device_tells(at, stored=stored)


def tells(at: AppTest, told: dict[str, Any]) -> AppTest:
    """Run the page as if the device had told of a diary."""
    teller = component(at, "wervel_diary_teller")
    session_of = json.loads(teller.json)["session"]
    states = at._tree.get_widget_states()
    states.widgets.append(WidgetState(id=teller.id, json_value=json.dumps({"told": told | {"session": session_of}})))
    return at._run(states)


def sheet(at: AppTest) -> str:
    return next(each.value for each in at.html if "story-sheet" in each.value)


def bundle(at: AppTest) -> dict[str, Any]:
    return json.loads(component(at, "wervel_story").json)  # type: ignore[no-any-return]


def opened(open_page: Open, draft: Draft, **query: str) -> AppTest:
    return keeps(open_page("story", **query), draft)


def test_without_anything_told_it_says_what_to_do(open_page: Open) -> None:
    at = open_page("story")
    assert not at.exception
    assert WORDS.page.nothing in shown(at)
    assert not [each for each in at.html if "story-sheet" in each.value]


def test_it_is_in_a_language_of_the_country_and_the_person_reads_it_first(open_page: Open) -> None:
    at = opened(open_page, demo.draft(BOOK), lang="ar")
    flag = next(flag for flag in BOOK.red_flags.flags if flag.id == "R20")
    assert 'lang="nl" dir="ltr"' in sheet(at)
    assert translator("nl").text(flag.card) in sheet(at)
    assert any(translator("ar").text(flag.card) in each.value for each in at.html if 'class="example"' in each.value)
    at = next(each for each in at.button_group if each.key == "story_to").set_value("ar").run()
    assert 'lang="ar" dir="rtl"' in sheet(at)


@pytest.mark.parametrize(("first", "second", "reader"), [("nl", "ar", "nl"), ("ar", "nl", "nl"), ("de", "ar", "de")])
def test_in_a_consultation_both_read_what_will_be_told(first: str, second: str, reader: str) -> None:
    at = session()
    for name, value in {"lang": first, "mode": "consult", "with": second}.items():
        at.query_params[name] = value
    at.run()
    draft = demo.draft(BOOK)
    at = arrives(at.switch_page("../pages/story.py").run(), pack(draft, BOOK))
    flag = next(flag for flag in BOOK.red_flags.flags if flag.id == "R20")
    row = next(each.value for each in at.html if 'class="example"' in each.value)
    assert translator(first).text(flag.card) in row
    assert translator(second).text(flag.card) in row
    assert f'lang="{reader}"' in sheet(at)


def test_the_address_names_the_language(open_page: Open) -> None:
    at = session()
    at.query_params["to"] = "tr"
    at.run()
    at = keeps(at.switch_page("../pages/story.py").run(), demo.draft(BOOK))
    assert 'lang="tr"' in sheet(at)


def test_what_is_left_out_is_gone_and_stays_gone(open_page: Open) -> None:
    at = tells(opened(open_page, demo.draft(BOOK)), diary_demo.told())
    assert "tie my shoes" in sheet(at)
    assert "tie my shoes" in json.dumps(bundle(at))
    at.checkbox(key="story_own").uncheck().run()
    at.checkbox(key="story_pain").uncheck().run()
    assert "tie my shoes" not in sheet(at) + json.dumps(bundle(at))
    assert "72514-3" not in json.dumps(bundle(at))
    at.switch_page("../pages/about.py").run()
    at.switch_page("../pages/story.py").run()
    assert not at.checkbox(key="story_own").value
    assert "tie my shoes" not in sheet(at) + json.dumps(bundle(at))


def test_what_is_most_private_wants_a_tick(open_page: Open) -> None:
    at = opened(open_page, tick(demo.draft(BOOK), "R4", True, BOOK))
    said = translator("nl").text(R4.card)
    assert not at.checkbox(key="story_intimate").value
    assert said not in sheet(at)
    assert '"R4"' not in json.dumps(bundle(at))
    at.checkbox(key="story_intimate").check().run()
    assert said in sheet(at)
    assert '"R4"' in json.dumps(bundle(at))


def test_own_words_are_marked_and_never_html(open_page: Open) -> None:
    told = diary_demo.told()
    told["rows"][-1] |= {"note": "<img src=x onerror=alert(1)>", "note_for_visit": True}
    at = tells(opened(open_page, demo.draft(BOOK), lang="tr"), told)
    assert '<bdi lang="tr">&lt;img src=x onerror=alert(1)&gt;</bdi>' in sheet(at)
    marked = [word for word in words_of(sheet(at), "nl") if "Turks" in word]
    assert len(marked) == 3  # the head of the page, own activities, notes


def test_a_shared_device_shows_it_and_keeps_nothing(open_page: Open) -> None:
    at = open_page("assessment", mode="kiosk")
    at.session_state["assessment"]["draft"] = demo.draft(BOOK)
    at.switch_page("../pages/story.py").run()
    assert not at.exception
    assert WORDS.page.kiosk in shown(at)
    assert "story-sheet" in sheet(at)
    for name in ("wervel_diary_teller", "wervel_story", "wervel_visit"):
        assert component(at, name) is None
    assert not [each for each in at.html if "data-print" in each.value]
    assert kept_data(at)["keep"] is False


def test_who_has_to_call_first_is_told_so(open_page: Open) -> None:
    first = BOOK.prevention_page.notices.alarm_first
    assert first in shown(opened(open_page, tick(Draft(), "R8", True, BOOK)))
    assert first not in shown(opened(open_page, demo.draft(BOOK)))


# --- the demonstration ------------------------------------------------------------------------------------------------


def demonstration(page: str, lang: str = "en", mode: str | None = None) -> AppTest:
    at = session()
    at.query_params["lang"], at.query_params["demo"] = lang, "1"
    if mode:
        at.query_params["mode"] = mode
    at.run()
    return at.switch_page(f"../pages/{page}.py").run()


@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_the_demonstration_has_a_check_a_diary_and_a_story(lang: str) -> None:
    at = demonstration("story", lang)
    assert not at.exception
    assert translator(lang).text(WORDS.demo.own_stairs) in sheet(at)
    assert component(at, "wervel_diary_teller") is None
    assert component(at, "wervel_story") is None  # no file of somebody who does not exist
    given = kept_data(at)
    assert (given["keep"], given["command"]) == (False, None)


def test_nothing_is_copied_put_back_or_erased_in_the_demonstration() -> None:
    at = demonstration("diary")
    labels = {option for each in at.button_group if each.key == "section" for option in each.options}
    assert len(labels) == 3
    assert component(at, "wervel_own_notice") is None
    assert json.loads(component(at, "wervel_diary").json)["demo"]["rows"]
    assert not [each for each in demonstration("about").button if each.key == "erase"]
    assert not [each for each in demonstration("assessment").button if each.key == "erase"]


def test_starting_over_in_the_demonstration_asks_nothing_of_the_device() -> None:
    at = demonstration("assessment")
    at.button(key="start_over").click().run()
    at.button(key="start_over_yes").click().run()
    assert kept_data(at)["command"] is None


def test_what_a_device_tells_is_not_heard_in_the_demonstration() -> None:
    at = demonstration("diary")
    given = component(at, "wervel_diary")
    told = diary_demo.told(7) | {"session": json.loads(given.json)["session"]}
    states = at._tree.get_widget_states()
    states.widgets.append(WidgetState(id=given.id, json_value=json.dumps({"told": told})))
    at._run(states)
    assert "diary_told" not in at.session_state


def test_a_session_never_becomes_the_demonstration_nor_back(open_page: Open) -> None:
    at = open_page("home")
    at.query_params["demo"] = "1"
    at.switch_page("../pages/diary.py").run()
    assert json.loads(component(at, "wervel_diary").json)["demo"] is None
    at = demonstration("home")
    at.query_params.pop("demo", None)
    at.switch_page("../pages/diary.py").run()
    assert json.loads(component(at, "wervel_diary").json)["demo"]


def test_the_demonstration_hands_over_no_code() -> None:
    at = demonstration("assessment", mode="consult")
    assert at.session_state["here"].demo
    assert carrier(at)[1]["code"] is None


def test_a_shared_device_has_no_demonstration() -> None:
    at = demonstration("about", mode="kiosk")
    assert WORDS.demo.title not in shown(at)
    assert not demonstration("assessment", mode="kiosk").session_state["here"].demo


def test_it_is_offered_on_the_about_page_and_in_a_consultation(open_page: Open) -> None:
    assert WORDS.demo.title in shown(open_page("about"))
    assert WORDS.demo.title not in shown(open_page("home"))
    assert WORDS.demo.title in shown(open_page("home", mode="consult"))
    assert WORDS.demo.title not in shown(demonstration("about"))
