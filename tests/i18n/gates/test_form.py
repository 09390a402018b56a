"""Figures, links, markup, names below icons, and texts left in English."""

from __future__ import annotations

import pytest

from wervel.i18n import registry
from wervel.i18n.gates import Said, gated, said
from wervel.i18n.gates.form import changed, long_bars, numbers, same_words, turned_around, untranslated

CODES = [language.code for language in registry().languages]
PLACE = "spine.story.alarm.text"


@pytest.mark.parametrize("code", gated())
def test_no_text_is_left_in_english(code: str) -> None:
    assert untranslated(said(code), code) == []


@pytest.mark.parametrize("code", CODES)
def test_figures_links_and_markup_are_those_of_the_source(code: str) -> None:
    """38 °C, 112, 2 weeks: a figure that changed on the way is a mistake that nobody sees."""
    assert changed(said(code), code) == []


@pytest.mark.parametrize("code", [language.code for language in registry().languages if language.dir == "rtl"])
def test_no_number_is_turned_around(code: str) -> None:
    assert turned_around(said(code)) == []


def test_a_number_that_would_be_turned_around_is_told() -> None:
    texts = ("درد (0-10)", "از -1", "من ‎-1 إلى 1", "0 تا 10", "7/10", "+31")
    assert len(turned_around(Said(PLACE, "", text) for text in texts)) == 3


@pytest.mark.parametrize("code", CODES)
def test_names_below_an_icon_are_short(code: str) -> None:
    assert sum(each.below_an_icon for each in said(code)) >= 5
    assert long_bars(said(code), code) == []


def test_the_list_of_equal_words_has_nothing_too_many() -> None:
    for code, listed in same_words().items():
        assert set(listed) <= {each.text for each in said(code) if each.text == each.source}, code


def test_a_text_left_in_english_is_told() -> None:
    assert len(untranslated([Said(PLACE, "Walk", "Walk")], "nl")) == 1
    assert untranslated([Said(PLACE, "Plan", "Plan"), Said(PLACE, "Walk", "Loop"), Said(PLACE, "Go", "")], "nl") == []
    assert len(untranslated([Said(PLACE, "Stop", "Stop")], "tr")) == 1
    assert untranslated([Said("spine.parts.foot.doctor", "Pes", "Pes")], "uk") == []
    assert untranslated([Said(PLACE, "Walk", "Walk")], "en") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "1,234.5 or 38, 10,000."),
        ("nl", "1.234,5 of 38, 10.000."),
        ("tr", "1.234,5 veya 38, 10.000."),
        ("de", "1.234,5 oder 38, 10.000."),
        ("uk", "1\u00a0234,5 або 38, 10 000."),
        ("fr", "1\u202f234,5 ou 38, 10 000."),
        ("pl", "1234,5 lub 38, 10\u00a0000."),
        ("ar", "1,234.5 أو 38, 10,000."),
    ],
)
def test_numbers_as_a_language_writes_them(code: str, text: str) -> None:
    assert numbers(text, code) == {"1234.5", "38", "10000"}


@pytest.mark.parametrize(
    ("source", "text", "told"),
    [
        ("In 2 weeks", "In 2 weken", None),
        ("In 2 weeks", "In 3 weken", "numbers"),
        ("From 0.5 on", "Vanaf 0,5", None),
        ("From 0.5 on", "Vanaf 0.5", "numbers"),
        ("10,000 steps", "10.000 stappen", None),
        ("10,000 steps", "10,000 stappen", "numbers"),
        ("See https://a.example/x.", "Zie https://a.example/x.", None),
        ("See https://a.example/x.", "Zie https://b.example/x.", "links"),
        ("Mail a@b.nl", "Mail", "links"),
        ("**Now**", "**Nu**", None),
        ("**Now**", "*Nu*", "markup"),
        ("One\ntwo", "Een twee", "markup"),
        ("CC BY-SA 4.0", "onder CC BY-SA 4.0", None),
    ],
)
def test_what_changed_on_the_way_is_told(source: str, text: str, told: str | None) -> None:
    lines = changed([Said(PLACE, source, text)], "nl")
    assert [line.split(": ")[2] for line in lines] == ([f"other {told}"] if told else [])


def test_a_name_below_an_icon_that_is_too_long_is_told() -> None:
    bar = "pages.pages.spine.bar"
    assert long_bars([Said(bar, "Your back", "Wirbelsäule"), Said("aloud.bar", "x", "Wordt voorgelezen")], "de") == []
    assert len(long_bars([Said(bar, "Your back", "Wirbelsäulen!")], "de")) == 1
