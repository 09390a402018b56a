"""The waiting room and the hand-over as Streamlit sessions: what is shown, what comes over, what is left behind."""

from __future__ import annotations

import gc
import json
import time

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime import Runtime
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, arrives, carrier, device_tells, kept_data, shown
from tests.pages.visitor import Visitor
from tests.web.serving import TestClient
from wervel.assessment.draft import Draft, dump, move, tick
from wervel.content import content
from wervel.handover import pack

ALL = content()
WORDS = ALL.kiosk
WEAK = ("R6", "zone_foot_left")


def draft(*keys: str, step: str = "outcome") -> Draft:
    made = Draft()
    for key in keys:
        made = tick(made, key, True, ALL)
    for group in ALL.red_flags.groups:
        if not any(made.answers.flag(flag.id) != "no" for flag in ALL.red_flags.flags if flag.group == group.id):
            made = tick(made, f"none_{group.id}", True, ALL)
    return move(made, step, ALL)


def told(at: AppTest, kept: Draft | None = None, status: str = "found") -> AppTest:
    session = kept_data(at)["session"]
    found = None if kept is None else dump(kept)
    return device_tells(at, stored={"session": session, "draft": found, "ticks": [], "status": status})


def level(at: AppTest) -> str | None:
    return next(
        (each.value.split('data-level="')[1].split('"')[0] for each in at.html if "data-level" in each.value), None
    )


# --- the waiting room -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "wanted"), [("R8", "E0"), ("R1", "E1"), ("R6", "U")])
def test_an_alarm_sends_to_the_desk_with_the_card(open_page: Open, key: str, wanted: str):
    at = arrives(open_page("assessment", "en", "kiosk"), pack(draft(key), ALL))
    desk = next(each for each in WORDS.desk if each.id == wanted)
    read = shown(at)
    assert level(at) == wanted
    assert {str(desk.title), str(desk.action)} <= set(read)
    assert str(ALL.levels.card.greeting) in " ".join(each.value for each in at.html)
    assert str(next(each.title for each in ALL.levels.levels if each.id == wanted)).format(number="112") not in read


def test_no_alarm_is_as_everywhere_with_the_code_to_take_along(open_page: Open):
    at = arrives(open_page("assessment", "en", "kiosk"), pack(draft("zone_low_left"), ALL))
    assert str(WORDS.desk[0].title) not in shown(at)
    buttons = {each.key for each in at.button}
    assert {"take_open", "edit"} <= buttons
    assert not {"start_over", "erase"} & buttons
    at.button(key="take_open").click().run()
    page = " ".join(each.value for each in at.html)
    assert 'src="data:image/svg+xml' in page
    assert "data-kiosk-done" in page
    at.button(key="take_back").click().run()
    assert level(at) == "N"
    assert "take_open" not in {each.key for each in open_page("assessment", "en").button}


def test_there_is_no_diary_but_the_way_to_one(open_page: Open):
    at = open_page("diary", "en", "kiosk")
    assert str(WORDS.diary.text) in shown(at)
    assert 'src="data:image/svg+xml' in " ".join(each.value for each in at.html)
    assert all("diary" not in str(each.proto.component_name) for each in at.get("bidi_component"))


@pytest.mark.parametrize("page", ["home", "assessment", "prevention", "spine", "diary", "about", "leaflets"])
def test_nothing_is_typed_in_the_waiting_room(open_page: Open, page: str):
    at = open_page(page, "en", "kiosk")
    assert not at.exception
    assert [*at.text_input, *at.text_area, *at.number_input, *at.date_input] == []


def test_another_language_or_a_new_session_goes_on_where_it_was(open_page: Open):
    at = arrives(open_page("assessment", "tr", "kiosk"), pack(draft(*WEAK, step="pain"), ALL))
    code = carrier(at)[1]["code"]
    later = arrives(open_page("assessment", "ar", "kiosk"), code)
    assert kept_data(later)["screen"] == "pain"
    assert carrier(later)[1]["code"] == code
    assert carrier(later)[1]["took"] == 1
    assert not any(str(text) in shown(later) for text in (WORDS.arrived.taken, WORDS.arrived.ask))


def test_the_session_ends_with_its_page_and_nothing_of_it_stays(client: TestClient):
    """What the wipe does to the server: the browser closes its connection."""
    marked = pack(draft("R6", "zone_foot_left", "zone_calf_right", "limit_dressing"), ALL)

    def left() -> list[Draft]:
        gc.collect()
        return [
            each for each in gc.get_objects() if isinstance(each, Draft) and "calf_right" in str(each.answers.zones)
        ]

    def sessions() -> int:
        manager = Runtime.instance()._session_mgr
        return len(manager.list_sessions())

    before = sessions()
    for mode, stays in (("kiosk", 0), ("personal", 1)):  # the other mode shows that the search finds it
        with Visitor(client, "assessment", lang="tr", mode=mode) as someone:
            someone.run()
            found = next(e for e in someone.of_kind("bidi_component") if e.component_name == "wervel_handover")
            session = json.loads(found.json)["session"]
            value = json.dumps({"code": {"session": session, "n": 1, "code": marked}})
            someone.run(WidgetState(id=found.id, json_value=value))
            if mode == "personal":
                someone.device_tells({"status": "none"})
            assert sessions() == before + 1
            assert left()
        deadline = time.monotonic() + 20
        while (sessions(), bool(left())) != (before + stays, bool(stays)) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert (sessions(), bool(left())) == (before + stays, bool(stays))


# --- on the phone -----------------------------------------------------------------------------------------------------


def test_a_code_opens_the_outcome_and_is_kept(open_page: Open):
    at = arrives(open_page("assessment", "en"), pack(draft(*WEAK), ALL))
    assert level(at) is None  # the device has not told yet what it keeps
    assert str(ALL.pages.chrome.loading) in shown(at)
    told(at, None, "none")
    assert (level(at), kept_data(at)["draft"]) == ("U", dump(draft(*WEAK)))
    assert str(WORDS.arrived.taken) in shown(at)
    assert carrier(at)[1]["code"] is None  # nothing in the memory of the page where the device keeps it
    assert str(WORDS.arrived.taken) in shown(at.run())  # a run that nobody asked for takes nothing away
    assert str(WORDS.arrived.taken) not in shown(at.button(key="edit").click().run())


def test_answers_that_are_there_are_asked_about(open_page: Open):
    own = draft("R1", step="pain")
    for button, kept in (("arrived_own", own), ("arrived_new", draft(*WEAK))):
        at = told(open_page("assessment", "en"), own)
        arrives(at, pack(draft(*WEAK), ALL))
        assert str(WORDS.arrived.ask) in shown(at)
        assert kept_data(at)["draft"] == dump(own)
        at.button(key=button).click().run()
        assert kept_data(at)["draft"] == dump(kept)
        assert str(WORDS.arrived.ask) not in shown(at)


def test_the_same_answers_are_not_asked_about(open_page: Open):
    at = arrives(told(open_page("assessment", "en"), draft(*WEAK, step="where")), pack(draft(*WEAK), ALL))
    assert (level(at), kept_data(at)["screen"]) == ("U", "outcome")


def test_a_browser_that_keeps_nothing_still_shows_the_outcome(open_page: Open):
    at = told(arrives(open_page("assessment", "en"), pack(draft(*WEAK), ALL)), None, "nostore")
    assert level(at) == "U"
    assert str(WORDS.arrived.not_kept) in shown(at)
    assert str(WORDS.arrived.taken) not in shown(at)


@pytest.mark.parametrize(
    "code", ["", "1", "1" + "A" * 40, "zAAAAAAAAAA", "1wuSaFoQr0oMJyHc2JStUrtQa8Ub", "<b>", "1" * 600]
)
def test_a_code_that_cannot_be_read_is_told_and_changes_nothing(open_page: Open, code: str):
    own = draft("R1", step="pain")
    at = arrives(told(open_page("assessment", "en"), own), code)
    wanted = WORDS.arrived.newer if code.startswith("z") else WORDS.arrived.damaged
    assert str(wanted) in shown(at)
    assert kept_data(at)["draft"] == dump(own)


def test_a_damaged_code_is_told_too_when_it_comes_before_what_the_device_kept(open_page: Open):
    at = told(arrives(open_page("assessment", "en"), "1" + "A" * 40), draft(*WEAK))
    assert level(at) == "U"
    assert str(WORDS.arrived.damaged) in shown(at)
    assert str(WORDS.arrived.damaged) not in shown(at.button(key="edit").click().run())


def test_a_more_urgent_advice_of_the_clinic_is_told(open_page: Open, monkeypatch: pytest.MonkeyPatch):
    from wervel import handover_session
    from wervel.handover import Taken

    monkeypatch.setattr(handover_session, "unpack", lambda *_: Taken(draft(*WEAK), "E1"))
    at = told(arrives(open_page("assessment", "en"), "1"), None, "none")
    assert str(WORDS.arrived.sterner) in shown(at)


def test_a_code_for_another_session_is_passed_over(open_page: Open):
    at = told(open_page("assessment", "en"), None, "none")
    arrives(at, pack(draft(*WEAK), ALL), session="before the restart")
    assert kept_data(at)["draft"] is None
