"""The self-assessment as a person goes through it: screens, ticks, alarm, follow-ups, and what the device kept."""

from __future__ import annotations

import re

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import LANGUAGES, SHIPPED, Open, answers, checkbox, device_tells, kept_data, radio, shown
from tests.web.reading import english_left, not_extracted
from wervel.assessment.draft import Draft, dump, move, tick
from wervel.assessment.steps import LATER, flags_of
from wervel.content import content
from wervel.i18n import translator
from wervel.i18n.registry import PSEUDO

ALL = content()
WORDS = ALL.pages.assessment
GROUPS = [group.id for group in ALL.red_flags.groups]
FLAGS = {flag.id: flag for flag in ALL.red_flags.flags}
LEVELS = {level.id: level for level in ALL.levels.levels}


# --- a person --------------------------------------------------------------------------------------------------------


def keys(at: AppTest) -> list[str]:
    return [answers(element) for kind in (at.checkbox, at.radio, at.button) for element in kind]


def press(at: AppTest, key: str) -> None:
    at.button(key=key).click().run()
    assert not at.exception


def set_tick(at: AppTest, key: str, on: bool = True) -> None:
    checkbox(at, key).set_value(on).run()
    assert not at.exception


def tick_and_go(at: AppTest, *ticked: str) -> None:
    """Tick these and press next."""
    for key in ticked:
        set_tick(at, key)
    press(at, "next")


def ticked(at: AppTest) -> set[str]:
    return {answers(row) for row in at.checkbox if row.value}


def screen(at: AppTest) -> str | None:
    return kept_data(at)["screen"]


def level(at: AppTest) -> str | None:
    found = re.findall(r'data-level="(\w+)"', " ".join(element.value for element in at.html))
    assert len(found) <= 1
    return found[0] if found else None


def none_until(at: AppTest, group: str) -> None:
    """From where the person is, answer what is open with "none of these", up to the screen of `group`."""
    for _ in range(len(GROUPS) + 1):
        if screen(at) == group:
            return
        if screen(at) in GROUPS and not ticked(at):
            set_tick(at, f"none_{screen(at)}")
        press(at, "next")
    raise AssertionError(f"the screen {group} was not reached, this is {screen(at)}")


def to_the_end(at: AppTest) -> None:
    """Answer what is still open with "none of these", skip the rest."""
    for _ in range(30):
        here = screen(at)
        if here == "outcome":
            return
        if here in GROUPS and not ticked(at):
            set_tick(at, f"none_{here}")
        press(at, "next")
    raise AssertionError("the outcome was not reached")


def outcome_after(at: AppTest, *signs: str) -> str | None:
    """Tick the signs, each on its screen, and go to the outcome."""
    for sign in signs:
        group = next(flag.group for flag in FLAGS.values() if sign.split("_")[0] == flag.id)
        none_until(at, group)
        set_tick(at, sign)
    if screen(at) != "start":
        press(at, "next")
    to_the_end(at)
    return level(at)


def jump(at: AppTest, step: str, *signs: str) -> None:
    """Go to a screen by a draft that the device kept: the groups before it answered "none", all screens reached."""
    given = {FLAGS[sign].group for sign in signs}
    rows = [f"none_{group}" for group in GROUPS if group not in given and group != step]
    draft = Draft()
    for key in (*rows, *signs):
        draft = tick(draft, key, True, ALL)
    told(at, draft=dump(move(move(draft, "outcome", ALL), step, ALL)))
    assert not at.exception
    assert screen(at) == step


def told(at: AppTest, **found: object) -> AppTest:
    """Let the device tell what it kept."""
    session = kept_data(at)["session"]
    return device_tells(at, stored={"session": session, "status": "found", "draft": None, "ticks": [], **found})


# --- screens ---------------------------------------------------------------------------------------------------------


def test_first_screen_asks_the_age_and_offers_only_to_start(open_page: Open):
    at = open_page("assessment")
    assert keys(at) == ["age", "next"]
    assert at.button(key="next").label == WORDS.start
    assert WORDS.frame in shown(at)
    assert level(at) is None


def test_next_without_a_tick_stays_and_says_why(open_page: Open):
    at = open_page("assessment")
    press(at, "next")
    for group in GROUPS:
        assert WORDS.choose_first not in shown(at)
        press(at, "next")
        assert screen(at) == group
        assert WORDS.choose_first in shown(at)
        assert 'role="alert"' in " ".join(element.value for element in at.html)
        set_tick(at, f"none_{group}")
        assert WORDS.choose_first not in shown(at)
        press(at, "next")
        assert screen(at) != group


def test_being_unsure_wants_to_be_told_about_what(open_page: Open):
    at = open_page("assessment")
    none_until(at, "pelvis")
    tick_and_go(at, "unsure_pelvis")
    assert screen(at) == "pelvis"
    assert WORDS.choose_first in shown(at)


def test_every_sign_and_every_none_row_stands_on_its_screen(open_page: Open):
    at = open_page("assessment")
    met = set()
    for group in GROUPS:
        none_until(at, group)
        for flag in flags_of(group, ALL):
            assert checkbox(at, flag.id).label.replace("\\", "") == flag.label
        assert checkbox(at, f"none_{group}").value is False
        met |= set(keys(at))
    assert {f"R{number}" for number in range(1, 24)} <= met
    assert {f"none_{group}" for group in GROUPS} <= met


def test_the_later_screens_can_all_be_skipped(open_page: Open):
    at = open_page("assessment")
    none_until(at, GROUPS[-1])
    set_tick(at, f"none_{GROUPS[-1]}")
    for step in LATER:
        press(at, "next")
        assert screen(at) == step
    press(at, "next")
    assert level(at) == "N"


def test_the_progress_bar_counts_up(open_page: Open):
    at, seen = open_page("assessment"), []
    for _ in range(1 + len(GROUPS) + len(LATER)):
        bar = next(element.value for element in at.html if 'class="progress"' in element.value)
        seen.append(int(re.search(r'aria-valuenow="(\d+)"', bar)[1]))
        assert f'aria-valuemax="{1 + len(GROUPS) + len(LATER)}"' in bar
        if screen(at) in GROUPS:
            set_tick(at, f"none_{screen(at)}")
        press(at, "next")
    assert seen == list(range(1, len(seen) + 1))
    assert screen(at) == "outcome"


@pytest.mark.parametrize("lang", [code for code in LANGUAGES if code != "en"])
def test_the_whole_way_stands_in_a_language(open_page: Open, lang: str):
    """With everything opened: follow-ups, lists, the message, the outcome, the questions before erasing."""
    at, read = open_page("assessment", lang), []
    press(at, "next")
    for group in GROUPS:
        press(at, "next")
        read += shown(at, lang)
        if any(flag.unknown for flag in flags_of(group, ALL)):
            set_tick(at, f"unsure_{group}")
        for flag in flags_of(group, ALL):
            set_tick(at, flag.id)
        read += shown(at, lang)
        press(at, "next")
        if screen(at) == "outcome":
            read += shown(at, lang)
            press(at, "go_on")
    for _ in LATER:
        read += shown(at, lang)
        press(at, "next")
    press(at, "start_over")
    press(at, "erase")
    read += shown(at, lang)
    assert level(at) == "E0"
    if lang in PSEUDO:
        # The card also stands in the language of the country, which no one marks.
        assert list(not_extracted(read, ("Wervel",))) == []
    else:
        assert english_left(read, lang) == []


# --- levels ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signs", "wanted"),
    [(["R8"], "E0"), (["R3"], "E1"), (["R14"], "U"), (["R23"], "G"), ([], "N"), (["R14", "R22"], "U")],
)
@pytest.mark.parametrize("lang", SHIPPED)
def test_each_level_is_reached_by_ticking(open_page: Open, signs: list[str], wanted: str, lang: str):
    at = open_page("assessment", lang)
    assert outcome_after(at, *signs) == wanted
    words = translator(lang)
    title = words.text(LEVELS[wanted].title, number="112") if wanted == "E0" else words.text(LEVELS[wanted].title)
    assert title in shown(at, lang)


@pytest.mark.parametrize("sign", [name for name, flag in FLAGS.items() if flag.unknown])
def test_not_knowing_an_alarm_sign_is_a_call_today(open_page: Open, sign: str):
    at = open_page("assessment")
    group = FLAGS[sign].group
    jump(at, group)
    assert f"{sign}_unknown" not in keys(at)
    set_tick(at, f"unsure_{group}")
    assert {f"{flag.id}_unknown" for flag in flags_of(group, ALL) if flag.unknown} <= set(keys(at))
    tick_and_go(at, f"{sign}_unknown")
    device_tells(at, goto="outcome")
    assert level(at) == "U"
    assert ALL.levels.unsure_why in shown(at)


def test_unsure_taken_back_closes_the_list_and_its_answers(open_page: Open):
    at = open_page("assessment")
    none_until(at, "pelvis")
    set_tick(at, "unsure_pelvis")
    set_tick(at, "R1_unknown")
    set_tick(at, "unsure_pelvis", on=False)
    assert "R1_unknown" not in keys(at)
    tick_and_go(at, "none_pelvis")
    to_the_end(at)
    assert level(at) == "N"


def test_rather_not_say_counts_as_no_and_adds_a_word(open_page: Open):
    at = open_page("assessment")
    none_until(at, "pelvis")
    tick_and_go(at, "R4_private")
    assert screen(at) == "legs"
    to_the_end(at)
    assert level(at) == "N"
    assert ALL.levels.net.private in shown(at)


def test_the_age_counts(open_page: Open):
    at = open_page("assessment")
    radio(at, "age").set_value(1).run()  # 18 to 39
    assert outcome_after(at, "R7") == "E1"
    press(at, "edit")
    assert radio(at, "age").value == 1
    radio(at, "age").set_value(2).run()  # 40 to 59
    press(at, "next")
    assert level(at) == "E0"  # at once: the alarm is a higher one now


def test_below_eighteen_goes_to_the_doctor(open_page: Open):
    at = open_page("assessment")
    radio(at, "age").set_value(0).run()
    to_the_end(at)
    assert level(at) == "G"


@pytest.mark.parametrize(("age", "follow_up", "wanted"), [(1, "R7_faint", "E0"), (1, "R7_aneurysm", "E0")])
def test_a_follow_up_raises_the_level(open_page: Open, age: int, follow_up: str, wanted: str):
    at = open_page("assessment")
    radio(at, "age").set_value(age).run()
    none_until(at, "now")
    set_tick(at, "R7")
    assert outcome_after(at, follow_up) == wanted


def test_midwife_when_a_pregnancy_sounds_the_alarm(open_page: Open):
    at = open_page("assessment")
    none_until(at, "you")
    set_tick(at, "R19")
    assert outcome_after(at, "R19_alarm") == "E1"
    assert ALL.levels.contacts[0].title in shown(at)


# --- alarm -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("sign", "wanted"), [("R8", "E0"), ("R1", "E1"), ("R5", "E1")])
def test_an_alarm_opens_the_outcome_at_once_and_one_can_go_on(open_page: Open, sign: str, wanted: str):
    at = open_page("assessment")
    group = FLAGS[sign].group
    none_until(at, group)
    tick_and_go(at, sign)
    assert (screen(at), level(at)) == ("outcome", wanted)
    press(at, "go_on")
    assert screen(at) == GROUPS[GROUPS.index(group) + 1]
    to_the_end(at)
    assert level(at) == wanted
    assert "go_on" not in keys(at)


def test_the_same_alarm_does_not_interrupt_twice_but_a_higher_one_does(open_page: Open):
    at = open_page("assessment")
    none_until(at, "pelvis")
    tick_and_go(at, "R3")
    assert level(at) == "E1"
    press(at, "go_on")
    tick_and_go(at, "R5")
    assert screen(at) == "ill"
    for _ in range(3):
        press(at, "back")
    assert screen(at) == "now"
    tick_and_go(at, "R8")
    assert level(at) == "E0"


def test_a_call_today_does_not_interrupt(open_page: Open):
    at = open_page("assessment")
    none_until(at, "ill")
    tick_and_go(at, "R14")
    assert screen(at) == "pattern"


# --- follow-ups and none ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", [name for name, flag in FLAGS.items() if flag.follow_ups])
def test_follow_ups_come_and_go_with_their_sign(open_page: Open, sign: str):
    at = open_page("assessment")
    jump(at, FLAGS[sign].group)
    follow_ups = {each.id for each in FLAGS[sign].follow_ups}
    assert not follow_ups & set(keys(at))
    set_tick(at, sign)
    assert follow_ups <= set(keys(at))
    first = sorted(follow_ups)[0]
    set_tick(at, first)
    set_tick(at, sign, on=False)
    assert not follow_ups & set(keys(at))
    set_tick(at, sign)
    assert checkbox(at, first).value is False  # taken back with its sign
    assert kept_data(at)["draft"]["answers"]["flags"] == {sign: "yes"}


@pytest.mark.parametrize("group", GROUPS)
def test_none_and_a_sign_exclude_each_other(open_page: Open, group: str):
    at = open_page("assessment")
    jump(at, group)
    signs = [flag.id for flag in flags_of(group, ALL)]
    for sign in signs:
        set_tick(at, sign)
    set_tick(at, f"none_{group}")
    assert ticked(at) == {f"none_{group}"}
    set_tick(at, signs[0])
    assert ticked(at) == {signs[0]}


# --- back, edit, start over, erase -----------------------------------------------------------------------------------


def test_back_keeps_answers(open_page: Open):
    at = open_page("assessment")
    radio(at, "age").set_value(3).run()
    none_until(at, "legs")
    set_tick(at, "R6")
    set_tick(at, "R23")
    press(at, "back")
    assert ticked(at) == {"none_pelvis"}
    press(at, "back")
    press(at, "back")
    assert screen(at) == "start"
    assert radio(at, "age").value == 3
    for _ in range(3):
        press(at, "next")
    assert ticked(at) == {"R6", "R23"}


def test_later_answers_are_kept_and_told_to_the_device(open_page: Open):
    at = open_page("assessment")
    none_until(at, "long")
    tick_and_go(at, "none_long")
    tick_and_go(at, "zone_low_left")
    radio(at, "pain_now").set_value(0).run()
    radio(at, "pain_worst").set_value(10).run()
    press(at, "next")
    radio(at, "duration").set_value(2).run()
    radio(at, "before").set_value(1).run()
    press(at, "next")
    radio(at, "leg_pain").set_value(2).run()
    press(at, "next")
    tick_and_go(at, "limit_sitting")
    factor = ALL.factors.factors[0].id
    set_tick(at, f"factor_{factor}")
    answers = kept_data(at)["draft"]["answers"]
    assert (answers["pain_now"], answers["pain_worst"]) == (0, 10)
    assert (answers["zones"], answers["limits"], answers["factors"]) == (["low_left"], ["sitting"], [factor])
    assert (answers["duration_weeks"], answers["before"], answers["leg_pain"]) == (3, False, "below_knee")
    for _ in range(4):
        press(at, "back")
    assert (radio(at, "pain_now").value, radio(at, "pain_worst").value) == (0, 10)
    press(at, "back")
    assert checkbox(at, "zone_low_left").value is True


def test_changing_answers_starts_at_the_beginning_with_all_in_place(open_page: Open):
    at = open_page("assessment")
    assert outcome_after(at, "R14") == "U"
    press(at, "edit")
    assert screen(at) == "start"
    none_until_ill = [f"none_{group}" for group in GROUPS[: GROUPS.index("ill")]]
    for key in none_until_ill:
        press(at, "next")
        assert ticked(at) == {key}
    press(at, "next")
    assert ticked(at) == {"R14"}
    set_tick(at, "R14", on=False)
    to_the_end(at)
    assert level(at) == "N"


@pytest.mark.parametrize(("name", "told"), [("start_over", "forget"), ("erase", "erase_answers")])
def test_clearing_asks_first_and_then_clears(open_page: Open, name: str, told: str):
    at = open_page("assessment")
    outcome_after(at, "R14")
    press(at, name)
    assert level(at) == "U"
    assert getattr(WORDS, f"{name}_ask") in shown(at)
    assert kept_data(at)["command"] is None
    press(at, f"{name}_no")
    assert level(at) == "U"
    assert name in keys(at)
    press(at, name)
    press(at, f"{name}_yes")
    assert screen(at) == "start"
    assert kept_data(at)["draft"] is None
    assert kept_data(at)["command"]["name"] == told
    assert (WORDS.erased in shown(at)) is (name == "erase")
    none_until(at, "now")
    assert ticked(at) == set()
    to_the_end(at)
    assert level(at) == "N"


def test_about_erases_everything_too(open_page: Open):
    at = open_page("assessment")
    outcome_after(at, "R14")
    at.switch_page("../pages/about.py").run()
    press(at, "erase")
    press(at, "erase_yes")
    assert content().own.erase.done in shown(at)
    assert kept_data(at)["command"]["name"] == "erase"
    at.switch_page("../pages/assessment.py").run()
    assert screen(at) == "start"


def test_another_page_and_back_keeps_the_screen_and_answers(open_page: Open):
    at = open_page("assessment")
    none_until(at, "legs")
    set_tick(at, "R23")
    at.switch_page("../pages/spine.py").run()
    at.switch_page("../pages/assessment.py").run()
    assert screen(at) == "legs"
    assert ticked(at) == {"R23"}


# --- what the device kept --------------------------------------------------------------------------------------------


def kept_draft(*signs: str, step: str = "legs") -> Draft:
    draft = Draft()
    for sign in signs:
        draft = tick(draft, sign, True, ALL)
    return move(draft, step, ALL)


def test_nothing_is_written_over_before_the_device_has_told(open_page: Open):
    at = open_page("assessment")
    assert kept_data(at)["draft"] is None
    told(at, status="none")
    assert not at.exception
    assert kept_data(at)["draft"] is None  # an empty draft is no draft
    assert WORDS.restored not in shown(at)


def test_a_kept_draft_comes_back_with_its_screen(open_page: Open):
    at = open_page("assessment")
    told(at, draft=dump(kept_draft("none_now", "R3", step="pelvis")))
    assert not at.exception
    assert screen(at) == "pelvis"
    assert ticked(at) == {"R3"}
    assert WORDS.restored in shown(at)
    press(at, "next")
    assert level(at) == "E1"
    assert WORDS.restored not in shown(at)  # said once


def test_ticks_that_no_server_saw_are_put_on_top(open_page: Open):
    at = open_page("assessment")
    ticks = [["R3", True], ["none_now", False], ["R8", True], ["age", 2], ["pain_now", 7]]
    odd = [["nonsense", True], ["R99", True], ["zone_moon", True], ["R1", "yes"], ["R2", None], "R5", 7, None, ["R6"]]
    told(at, draft=dump(kept_draft("none_now", step="pelvis")), ticks=[*ticks, *odd])
    assert not at.exception
    answers = kept_data(at)["draft"]["answers"]
    assert answers["flags"] == {"R3": "yes", "R8": "yes"}
    assert (answers["age"], answers["pain_now"]) == (40, 7)
    assert ticked(at) == {"R3"}


def test_ticks_alone_come_back_too(open_page: Open):
    at = open_page("assessment")
    told(at, ticks=[["age", 3]])
    assert radio(at, "age").value == 3


def test_what_was_tapped_before_the_device_told_is_not_lost(open_page: Open):
    at = open_page("assessment")
    none_until(at, "now")
    set_tick(at, "R9")
    told(at, draft=dump(kept_draft("none_now", "R3", step="pelvis")))
    assert not at.exception
    assert kept_data(at)["draft"]["answers"]["flags"] == {"R3": "yes", "R9": "yes"}


GOOD = dump(kept_draft("R3"))


@pytest.mark.parametrize(
    "odd",
    [
        {},
        [],
        "draft",
        17,
        True,
        {**GOOD, "version": 99},
        {**GOOD, "step": "nowhere"},
        {**GOOD, "furthest": ["legs"]},
        {**GOOD, "none": None},
        {**GOOD, "none": [["now"]]},
        {**GOOD, "unsure": "now"},
        {**GOOD, "alarm_shown": "E9"},
        {**GOOD, "alarm_shown": {}},
        {**GOOD, "answers": None},
        {**GOOD, "answers": {**GOOD["answers"], "age": 400}},
        {**GOOD, "answers": {**GOOD["answers"], "flags": {"R99": "yes"}}},
        {**GOOD, "answers": {**GOOD["answers"], "flags": {"R1": ["yes"]}}},
        {**GOOD, "answers": {**GOOD["answers"], "zones": [{}]}},
        {**GOOD, "answers": {**GOOD["answers"], "secret": "x"}},
        {name: value for name, value in GOOD.items() if name != "furthest"},
    ],
    ids=repr,
)
def test_a_draft_that_cannot_be_read_is_set_aside(open_page: Open, odd: object):
    at = open_page("assessment")
    told(at, draft=odd)
    assert not at.exception
    assert WORDS.set_aside in shown(at)
    assert screen(at) == "start"
    assert kept_data(at)["command"]["name"] == "set_aside"
    assert kept_data(at)["draft"] is None
    none_until(at, "now")
    assert ticked(at) == set()


@pytest.mark.parametrize("odd", ["found", 17, ["found"]])
def test_a_message_that_is_none_is_ignored(open_page: Open, odd: object):
    at = open_page("assessment")
    device_tells(at, stored=odd)
    assert not at.exception
    assert screen(at) == "start"


@pytest.mark.parametrize("odd", [17, True, "R8", {"R8": True}])
def test_ticks_of_an_odd_kind_do_no_harm(open_page: Open, odd: object):
    at = open_page("assessment")
    told(at, draft=dump(kept_draft("R3", step="pelvis")), ticks=odd)
    assert not at.exception
    assert ticked(at) == {"R3"}


def test_what_is_told_to_another_session_is_ignored(open_page: Open):
    at = open_page("assessment")
    told(at, session="another", draft=dump(kept_draft("R3")))
    assert not at.exception
    assert screen(at) == "start"
    assert kept_data(at)["draft"] is None
    assert WORDS.restored not in shown(at)


def test_the_device_tells_once(open_page: Open):
    at = open_page("assessment")
    told(at, status="none")
    told(at, draft=dump(kept_draft("R3")))
    assert screen(at) == "start"
    assert kept_data(at)["draft"] is None


def test_a_device_that_cannot_keep_is_said_and_stays_said(open_page: Open):
    at = open_page("assessment")
    told(at, status="nostore")
    assert WORDS.not_kept in shown(at)
    press(at, "next")
    assert WORDS.not_kept in shown(at)


def test_two_sessions_have_their_own_id(open_page: Open):
    assert kept_data(open_page("assessment"))["session"] != kept_data(open_page("assessment"))["session"]


@pytest.mark.parametrize("mode", ["personal", "consult", "kiosk"])
@pytest.mark.parametrize("page", ["assessment", "about"])
def test_only_a_shared_device_keeps_nothing(open_page: Open, page: str, mode: str):
    assert kept_data(open_page(page, mode=mode))["keep"] is (mode == "personal")


@pytest.mark.parametrize("mode", ["consult", "kiosk"])
def test_a_shared_device_keeps_nothing_after_answers_either(open_page: Open, mode: str):
    at = open_page("assessment", mode=mode)
    assert content().kiosk.choice.private in shown(at)
    none_until(at, "pelvis")
    set_tick(at, "R3")
    assert kept_data(at)["keep"] is False
    press(at, "next")
    assert level(at) == "E1"
    assert kept_data(at)["keep"] is False


# --- the browser's back button ---------------------------------------------------------------------------------------


def test_the_browser_may_go_to_a_screen_that_was_reached(open_page: Open):
    at = open_page("assessment")
    none_until(at, "legs")
    device_tells(at, goto="now")
    assert not at.exception
    assert screen(at) == "now"
    device_tells(at, goto="legs")
    assert screen(at) == "legs"


@pytest.mark.parametrize("wanted", ["ill", "outcome", "nowhere", "", "<b>"])
def test_the_browser_cannot_skip_ahead(open_page: Open, wanted: str):
    at = open_page("assessment")
    none_until(at, "legs")
    device_tells(at, goto=wanted)
    assert not at.exception
    assert screen(at) == "legs"


def test_a_tick_and_next_that_arrive_together_both_count(open_page: Open) -> None:
    at = open_page("assessment", "nl")
    press(at, "next")
    checkbox(at, "none_now").check()
    at.button(key="next").click().run()
    assert screen(at) == "pelvis"


def test_a_sign_and_none_that_arrive_together_leave_the_sign(open_page: Open) -> None:
    at = open_page("assessment", "nl")
    press(at, "next")
    checkbox(at, "none_now").check()
    checkbox(at, "R8").check()
    at.button(key="next").click().run()
    assert level(at) == "E0"


def test_an_old_value_that_comes_along_with_a_tap_is_not_an_answer(open_page: Open) -> None:
    """Until the screen is drawn anew the browser sends what it still shows: "not sure", which "none" has cleared."""
    at = open_page("assessment", "nl")
    jump(at, "pelvis")
    set_tick(at, "unsure_pelvis")
    checkbox(at, "none_pelvis").check()
    still_shown = at._tree.get_widget_states()
    at._run(still_shown)
    assert ticked(at) == {"none_pelvis"}
    still_shown.widgets.append(WidgetState(id=at.button(key="next").proto.id, trigger_value=True))
    at._run(still_shown)
    assert screen(at) == GROUPS[GROUPS.index("pelvis") + 1]
    press(at, "back")
    assert ticked(at) == {"none_pelvis"}


def test_taps_that_arrived_as_one_are_put_in_their_order(open_page: Open) -> None:
    at = open_page("assessment", "nl")
    jump(at, "legs")
    set_tick(at, "R23")
    device_tells(at, missed=[["none_legs", True]])
    assert ticked(at) == {"none_legs"}
    for odd in ("R6", [["R6", "yes"]], [["no_such_key", True]], [[]], {}):
        device_tells(at, missed=odd)
        assert not at.exception
    assert ticked(at) == {"none_legs"}
