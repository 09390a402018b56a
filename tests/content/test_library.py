"""The library of prevention: enough, short, kind, honest about its sources, and it pushes nobody it must not."""

from __future__ import annotations

import re
from collections import Counter
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from wervel.content import content
from wervel.content.prevention_models import QUICK_FACTS, Helpline, Item, LifeCard
from wervel.content.references import person_facts
from wervel.content.text import texts

FILES = ("prevention", "life_cards", "balance", "helplines")
TEXTS = [text for name in FILES for text in texts(getattr(content(), name), name)]
ITEMS = content().prevention.items
CARDS = content().life_cards.cards
BALANCE = content().balance
COUNTRIES = content().helplines.countries
LINES = [line for country in COUNTRIES for line in country.lines]
DOCTOR_FIRST = {"level:E0", "level:E1", "level:U"}
PREGNANT = {"flag:R19", "factor:pregnancy"}


def words(text: str) -> int:
    return len(text.split())


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!:])\s+", text) if part.strip()]


def item(name: str) -> Item:
    return next(each for each in ITEMS if each.id == name)


# --- the words --------------------------------------------------------------------------------------------------------


def test_every_text_of_the_library_is_looked_at() -> None:
    assert len(TEXTS) > 300
    assert {text.context.split(".")[0] for text in TEXTS} == set(FILES)


def test_sentences_are_short_on_average() -> None:
    assert fmean(words(each) for text in TEXTS for each in sentences(text)) <= 10


@pytest.mark.parametrize(
    "unwanted",
    [
        r"\b(right|correct|good|bad|wrong|proper) posture\b(?! is (proven|wrong))",
        r"\bsit (up )?straight\b|\bback straight\b|\bstraight back\b",
        r"\b(calorie\w*|diet|slim\w*|fasting|obes\w*|overweight|fat)\b",
        r"\b\d+ ?(mg|milligrams?|tablets?)\b",
        r"\b(should have|your own fault|lazy|must not|never)\b",
    ],
)
def test_words_that_scold_or_mislead_are_not_used(unwanted: str) -> None:
    assert [(text.context, str(text)) for text in TEXTS if re.search(unwanted, text, re.IGNORECASE)] == []


# --- the checklist ----------------------------------------------------------------------------------------------------


def test_there_are_items_enough_for_each_rule() -> None:
    rules = Counter(each.rule for each in ITEMS)
    assert sum(rules.values()) >= 44
    assert set(rules) == {"fitness", "weight", "balance", "notice"}
    assert min(rules.values()) >= 8


@pytest.mark.parametrize("each", ITEMS, ids=lambda each: each.id)
def test_an_item_is_short(each: Item) -> None:
    assert words(each.what) <= 12
    assert not each.what.endswith(".")
    assert words(each.small) <= 15
    assert words(each.why) <= 32
    assert len(sentences(each.why)) <= 2


@pytest.mark.parametrize("each", ITEMS, ids=lambda each: each.id)
def test_an_item_does_not_fit_those_it_is_not_for(each: Item) -> None:
    assert not set(each.fits) & set(each.not_for)
    for facts in (each.fits, each.not_for):
        assert len(set(facts)) == len(facts)


def test_two_items_do_not_say_the_same() -> None:
    for field in ("what", "why"):
        told = Counter(getattr(each, field) for each in ITEMS)
        assert [text for text, times in told.items() if times > 1] == []


def test_each_answer_of_the_quick_questions_changes_what_is_offered() -> None:
    used = {fact for each in ITEMS for fact in each.fits}
    assert QUICK_FACTS - used == {"sleeping:well", "tense:seldom"}, "nothing to do for who sleeps well and is calm"
    assert used <= person_facts(content())


def test_nobody_is_pushed_to_move_who_must_call_a_doctor_today() -> None:
    moving = [each for each in ITEMS if each.rule == "fitness"] + [item("walk_after_meal"), item("enjoy_moving")]
    assert [each.id for each in moving if not set(each.not_for) >= DOCTOR_FIRST] == []


def test_heavier_things_wait() -> None:
    for name in ("strength", "carry", "sport_again"):
        assert {"phase:acute", "pain:high", "flag:R10"} <= set(item(name).not_for), name


def test_nobody_is_asked_about_weight_whom_it_may_hurt() -> None:
    for name in ("weigh", "waist", "less_first", "ask_weight"):
        assert {"flag:R14", "flag:R21", *PREGNANT} <= set(item(name).not_for), name
    for each in ITEMS:
        if each.rule == "weight" and each.id != "vegetables" and not set(each.not_for) >= DOCTOR_FIRST:
            assert "flag:R14" in each.not_for, each.id  # R14: weight lost without wanting to


@given(st.sets(st.sampled_from(sorted(person_facts(content())))))
def test_whatever_is_known_of_a_person_there_are_seven_items_of_three_rules(facts: set[str]) -> None:
    offered = [each for each in ITEMS if not facts & set(each.not_for)]
    assert len(offered) >= 7
    assert len({each.rule for each in offered}) >= 3


def test_a_person_of_58_who_sits_much_and_sleeps_badly_finds_things_of_all_rules() -> None:
    facts = {"moving:little", "sleeping:badly", "phase:chronic", "level:N"}
    fitting = [each for each in ITEMS if facts & set(each.fits) and not facts & set(each.not_for)]
    rules = Counter(each.rule for each in fitting)
    assert {"walk_daily", "rise_time", "wind_down", "flare_plan"} <= {each.id for each in fitting}
    assert rules["fitness"] >= 3
    assert rules["balance"] >= 3
    assert rules["notice"] >= 2


# --- sources ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("citing", "listed"),
    [
        (ITEMS, content().prevention.sources),
        (CARDS, content().life_cards.sources),
        ((*BALANCE.helps, BALANCE.breathing), BALANCE.sources),
    ],
    ids=["prevention", "life_cards", "balance"],
)
def test_every_source_is_used_and_the_list_is_sorted(
    citing: tuple[BaseModel, ...], listed: tuple[BaseModel, ...]
) -> None:
    used = {source for each in citing for source in each.sources}  # type: ignore[attr-defined]
    names = [source.id for source in listed]  # type: ignore[attr-defined]
    assert used == set(names)
    assert names == sorted(names)


def test_a_source_is_the_same_in_each_file() -> None:
    seen: dict[str, tuple[str, str]] = {}
    for listed in (content().prevention.sources, content().life_cards.sources, BALANCE.sources):
        for source in listed:
            assert seen.setdefault(source.id, (source.title, source.url)) == (source.title, source.url), source.id


# --- work and home ----------------------------------------------------------------------------------------------------


def test_there_is_a_card_for_each_part_of_the_day() -> None:
    expected = {"sitting", "lifting", "driving", "children", "sleep", "sex", "sport", "work", "house", "travel"}
    assert {card.id for card in CARDS} == expected


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_is_short(card: LifeCard) -> None:
    assert 2 <= len(card.text) <= 3
    assert 3 <= len(card.tips) <= 5
    assert max(words(paragraph.text) for paragraph in card.text) <= 45
    assert max(words(tip.text) for tip in card.tips) <= 28


def test_the_card_about_sex_tells_the_alarm_sign_and_to_call_at_once() -> None:
    ask = next(card for card in CARDS if card.id == "sex").ask
    assert "at once" in ask
    assert "between your legs" in ask


def test_late_pregnancy_is_the_one_time_when_lying_is_not_free() -> None:
    card = next(card for card in CARDS if card.id == "sleep")
    assert "last three months of pregnancy" in card.text[0].text
    assert "tommys_sleep" in card.sources


# --- balance ----------------------------------------------------------------------------------------------------------


def test_the_four_rulers_lead_to_people_at_their_bad_end() -> None:
    told = {ruler.id: (ruler.direction, ruler.threshold, ruler.crisis) for ruler in BALANCE.rulers}
    assert told == {
        "sleep": ("higher_is_better", 2, False),
        "tension": ("lower_is_better", 8, False),
        "worry": ("lower_is_better", 7, True),
        "mood": ("higher_is_better", 3, True),
    }
    for ruler in BALANCE.rulers:
        assert re.search(r"\b(talk|talking|people)\b", ruler.offer, re.IGNORECASE), ruler.id


def test_it_is_said_to_be_no_questionnaire() -> None:
    assert "no medical questionnaire" in BALANCE.no_questionnaire


def test_the_breathing_exercise_lasts_five_minutes_and_the_words_say_the_same_as_the_seconds() -> None:
    breathing = BALANCE.breathing
    assert breathing.total == 300
    assert [(step.breath, step.seconds) for step in breathing.steps] == [("in", 4), ("out", 6)]
    for text in (breathing.text, next(each for each in BALANCE.helps if each.id == "breathing").steps[-1].text):
        assert re.search(r"in .*count to four.*out .*count to six", text)
    assert "five minutes" in breathing.text


def test_thoughts_of_suicide_are_named_and_answered() -> None:
    people = BALANCE.people
    assert "ending your life" in people.crisis_title
    assert "helpline" in people.crisis
    assert "{number}" in people.crisis_number
    assert {step.id for step in people.steps} == {"near", "gp", "line"}


# --- helplines --------------------------------------------------------------------------------------------------------


def test_the_numbers_are_those_that_were_checked() -> None:
    """Written out once more: a slip in the file must not pass."""
    assert {country.code: [line.number for line in country.lines] for country in COUNTRIES} == {
        "AT": ["142"],
        "BE": ["1813", "0800 32 123", "106", "107", "108"],
        "CH": ["143"],
        "DE": ["0800 111 0 111", "116 123"],
        "DK": ["70 201 201"],
        "ES": ["024", "717 003 717"],
        "FI": ["09 2525 0111", "09 2525 0112", "09 2525 0114", "09 2525 0115", "09 2525 0116"],
        "FR": ["3114", "09 72 39 40 50"],
        "GB": ["116 123"],
        "IE": ["116 123"],
        "IT": ["02 2327 2327"],
        "LI": ["143"],
        "NL": ["113", "0800 0113", "088 0767 000"],
        "NO": ["116 123", "22 40 00 40"],
        "PL": ["800 70 2222", "116 123"],
        "PT": ["1411", "213 544 545"],
        "SE": ["90101"],
        "SX": ["+1 721 542 1677"],
        "UA": ["7333"],
        "US": ["988"],
    }


def test_countries_are_sorted_and_lines_are_named_after_them() -> None:
    codes = [country.code for country in COUNTRIES]
    assert codes == sorted(codes)
    for country in COUNTRIES:
        assert all(line.id.startswith(f"{country.code.lower()}_") for line in country.lines)
    assert len({line.id for line in LINES}) == len(LINES)


def test_somebody_can_be_called_about_suicide_in_every_country_but_where_only_a_listening_line_is_known() -> None:
    without = [each.code for each in COUNTRIES if not any(line.use in {"suicide", "both"} for line in each.lines)]
    assert without == ["IT"]


def test_a_helpline_is_not_the_emergency_number() -> None:
    emergency = {each.code: {each.emergency, each.ambulance} for each in content().emergency.countries}
    both = [line.id for each in COUNTRIES for line in each.lines if line.number in emergency[each.code]]
    assert both == []


def test_most_lines_were_seen_in_a_source() -> None:
    assert {line.id for line in LINES if line.sure == "knowledge"} == {"be_108", "dk_livslinien", "fr_sos_amitie"}


def line_with(**changed: object) -> Helpline:
    given_ = LINES[0].model_dump() | {"number": "142", "always": False} | changed
    return Helpline.model_validate(given_)


@pytest.mark.parametrize(
    "changed",
    [
        {"number": None, "url": None},
        {"number": "call us"},
        {"number": "1"},
        {"opens": "09:00"},
        {"closes": "09:00"},
        {"opens": "25:00", "closes": "26:00"},
        {"always": True, "opens": "09:00", "closes": "17:00"},
        {"languages": ()},
    ],
)
def test_a_line_nobody_can_reach_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        line_with(**changed)


def test_a_line_with_hours_or_only_an_address_is_accepted() -> None:
    assert line_with(opens="15:30", closes="00:30").opens == "15:30"
    assert line_with(number=None, url="https://example.org/chat").number is None


def test_the_words_around_the_lines_are_there() -> None:
    around = content().helplines.words
    assert set(re.findall(r"{(\w+)}", around.daily)) == {"opens", "closes"}
    assert "{number}" in around.emergency
    assert "{day}" in around.checked
    assert "{language}" in around.language
