"""The diary page: words of the form, what the device tells stays in one session, sections, the shared device."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, shown
from wervel.content import content
from wervel.i18n import translator

BOOK = content().diary


def component(at: AppTest, name: str) -> Any:
    """Return one of the page's components, or None."""
    found = [each.proto for each in at.get("bidi_component") if each.proto.component_name == name]
    return found[0] if found else None


def data(at: AppTest, name: str = "wervel_diary") -> dict[str, Any]:
    return json.loads(component(at, name).json)  # type: ignore[no-any-return]


def tells(at: AppTest, told: object) -> AppTest:
    """Run the page as if the device had told something of the diary."""
    states = at._tree.get_widget_states()
    states.widgets.append(WidgetState(id=component(at, "wervel_diary").id, json_value=json.dumps({"told": told})))
    return at._run(states)


def told(session: str, pains: list[int], note: str = "") -> dict[str, Any]:
    """Return what the device tells of a diary with an entry a day, up to today."""
    days = [(date(2026, 3, 31) - timedelta(days=back)).isoformat() for back in range(len(pains))][::-1]
    rows = [
        {"id": f"e{number}", "v": 1, "date": day, "time": "09:00", "pain_back": pain, "note": note}
        for number, (day, pain) in enumerate(zip(days, pains, strict=True))
    ]
    window = {"from": "2026-01-01", "to": "2026-03-31"}
    return {"session": session, "total": len(rows), "first": days[0], "window": window, "rows": rows, "own": []}


def choose(at: AppTest, section: str) -> AppTest:
    labels = [each.id for each in BOOK.sections]
    pills = next(each for each in at.button_group if each.key == "section")
    return pills.set_value(labels[labels.index(section)]).run()


def test_the_form_and_the_list_get_their_words(open_page: Open):
    at = open_page("diary", "ar")
    assert not at.exception
    given = data(at)
    assert (given["lang"], given["dir"], given["window"]) == ("ar", "rtl", "90")
    assert [zone["id"] for zone in given["zones"]] == [zone.id for zone in content().questions.zones]
    assert given["words"]["ends"]["low"] == translator("ar").text(content().questions.pain.low)
    assert "<svg" in given["svg"]
    assert data(at, "wervel_diary_entries")["words"] == given["words"]


def test_what_the_device_tells_is_drawn_and_belongs_to_its_session(open_page: Open):
    at = open_page("diary", "en")
    words = str(content().insight.first)
    before = shown(at)
    assert not any("Compared" in each for each in before), words
    tells(at, told(data(at)["session"], [7] * 7 + [2] * 20))
    assert not at.exception
    assert any("Compared" in each for each in shown(at))
    other = open_page("diary", "en")
    assert data(other)["session"] != data(at)["session"]
    assert not any("Compared" in each for each in shown(other))


@pytest.mark.parametrize(
    "change", [{"session": "another"}, {"rows": None}, {"rows": [{"id": 1}]}, {"window": {}}, {"rows": "<script>"}]
)
def test_what_is_not_for_this_session_or_makes_no_sense_breaks_nothing(open_page: Open, change: dict[str, Any]):
    at = open_page("diary", "en")
    tells(at, told(data(at)["session"], [5] * 10) | change)
    assert not at.exception
    assert component(at, "wervel_diary") is not None
    for nonsense in (None, 3, "text", []):
        tells(at, nonsense)
        assert not at.exception


@pytest.mark.parametrize("section", [each.id for each in BOOK.sections])
@pytest.mark.parametrize("pains", [[], [0], [10] * 30])
def test_every_section_stands_with_and_without_entries(open_page: Open, section: str, pains: list[int]):
    at = open_page("diary", "en")
    choose(at, section)
    assert not at.exception
    if pains:
        tells(at, told(data(at)["session"], pains))
        assert not at.exception
    assert component(at, "wervel_diary") is not None, "the form stays on top"


def test_the_alarm_signs_are_always_there_and_no_score_opens_them(open_page: Open):
    at = open_page("diary", "en")
    flags = {flag.id: str(flag.label) for flag in content().red_flags.flags}
    net = content().levels.net
    tells(at, told(data(at)["session"], [10] * 30))
    for section in (each.id for each in BOOK.sections):
        choose(at, section)
        (signs,) = [each.value for each in at.html if "alarm-signs" in each.value]
        assert "<details class" in signs
        assert "<details open" not in signs
        assert all(flags[name] in " ".join(shown(at)) for name in (*net.signs, *net.emergency_signs))


def test_a_shared_device_keeps_no_diary(open_page: Open):
    at = open_page("diary", "en", "kiosk")
    assert not at.exception
    assert BOOK.page.kiosk_title in shown(at)
    assert [each for each in at.get("bidi_component") if each.proto.component_name.startswith("wervel_diary")] == []
    assert component(at, "wervel_own") is None
    assert any("alarm-signs" in each.value for each in at.html)
