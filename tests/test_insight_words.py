"""What a diary says: calm, right, and in the reader's language and numbers."""

from __future__ import annotations

import pytest

from tests.diary import demo
from wervel import insight_tables as tables
from wervel import insight_words as say
from wervel.content import content
from wervel.diary import Diary, load
from wervel.diary.days import days
from wervel.diary.links import Link, links
from wervel.diary.totals import activity, flare_ups
from wervel.i18n import registry, translator
from wervel.i18n.dates import first_weekday, month, short_day, weekdays

EN, NL, AR = translator("en"), translator("nl"), translator("ar")
CODES = [each.code for each in registry().languages]


def turned(told: dict) -> Diary:
    """The same diary with the pain turned around: worse where it was better."""
    return load(told | {"rows": [row | {"pain_back": 10 - row["pain_back"]} for row in told["rows"]]})


def test_less_pain_is_told_first():
    assert say.first(say.look(load(demo.told())), EN) == [
        "Compared with the first week: less pain, a real difference. From 6 to 3."
    ]


def test_more_pain_is_told_kindly():
    told = say.first(say.look(turned(demo.told())), EN)
    assert told[0] == "Compared with the first week: more pain, a real difference. From 4 to 7."
    assert told[1] == content().insight.first.settles


def test_the_same_is_told_as_normal():
    told = demo.told()
    same = load(told | {"rows": [row | {"pain_back": 4 + number % 2} for number, row in enumerate(told["rows"])]})
    assert say.first(say.look(same), EN)[0].startswith("Compared with the first week: about the same.")


@pytest.mark.parametrize("length", [1, 2, 9])
def test_a_new_diary_is_told_what_comes(length: int):
    seen = say.look(load(demo.told(length, missed=False)))
    assert say.first(seen, EN) == [EN.text(content().insight.first.begun, n=length)]


def test_an_empty_diary_and_an_empty_period():
    told = demo.told(0)
    assert say.first(say.look(load(told)), EN) == [content().insight.first.empty]
    old = demo.told(20) | {"window": {"from": "2027-01-01", "to": "2027-03-31"}}
    assert say.first(say.look(load(old)), EN) == [content().insight.first.nothing]


def test_numbers_and_days_are_those_of_the_language():
    seen = say.look(load(demo.told()))
    (flare,) = flare_ups(seen.shown)
    assert "4 apr 2026" in say.flare(flare, NL)
    assert say.number(NL, 3.25) == "3,2"
    assert say.number(AR, 3.25) == "3.2"
    assert any("أبريل" in cell for row in tables.pain(seen.shown, AR, lambda when: short_day(AR, when)) for cell in row)


@pytest.mark.parametrize("code", CODES)
def test_a_week_has_seven_short_days_and_digits_are_latin(code: str):
    words, when = translator(code), demo.START
    assert len(set(weekdays(words))) >= 4
    assert max(map(len, weekdays(words))) <= 3
    assert 0 <= first_weekday(words) <= 6
    assert "1" in short_day(words, when)
    # A chart is laid out from the left: there "12 أبريل" would be read as "April 12" the other way round.
    assert (short_day(words, when)[0] == "\u2067") == (words.dir == "rtl") == short_day(words, when).endswith("\u2069")
    assert "2026" in short_day(words, when, year=True)
    assert "2026" in month(words, when)


def test_own_activities_are_told_by_name():
    lines = say.own_lines(say.look(load(demo.told())), EN)
    assert lines[0] == "Example: tie my shoes: it goes better, a real difference. From 3 to 6."
    few = say.own_lines(say.look(load(demo.told(3, missed=False))), EN)
    assert few[0].endswith(" so far.")


def test_every_kind_has_a_name_and_minutes():
    done = say.done(activity(days(load(demo.told()).shown)), EN)
    assert [name for name, _ in done] == ["Walking", "Cycling", "Exercises", EN.text(content().diary.kinds[-1].label)]
    assert done[1][1] == "225 min"


def test_a_link_is_told_with_how_sure():
    told = {each.pair: say.link(each, EN) for each in links(say.look(load(demo.told())).shown)}
    assert told["sleep_pain"]["text"] == "After a better night you had less pain."
    assert told["sleep_pain"]["sure"] == content().insight.links.clear


def test_moving_that_goes_with_more_pain_gets_a_kind_word():
    more = say.link(Link("moved_pain", 0.6, 0.3, 0.8, 40, "clear"), EN)
    assert more["kind"] == content().insight.links.more_pain
    assert say.link(Link("moved_pain", 0.6, -0.1, 0.8, 40, "unsure"), EN)["kind"] == ""
    assert say.link(Link("moved_pain", -0.6, -0.8, -0.2, 40, "clear"), EN)["kind"] == ""


def test_every_table_has_a_value_per_column():
    seen = say.look(load(demo.told()))
    for words in (NL, AR):
        made = [
            tables.pain(seen.shown, words, str), tables.moving(seen.shown, words, str),
            tables.own(seen.shown, say.own_names(seen), words, str), say.link_rows(links(seen.shown), words),
        ]  # fmt: skip
        assert all(len(row) == len(table[0]) for table in made for row in table)
        assert len(made[0]) == len(seen.shown) + 1


def test_a_week_of_minutes_is_the_newest_first():
    weeks = tables.weeks(say.look(load(demo.told())).shown, EN)
    assert weeks[0][0] == "Week from 27 Apr"
    assert len(weeks) == 10
