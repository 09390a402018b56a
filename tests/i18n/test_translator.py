"""One reader's language: messages, plurals, numbers, dates, lists, directions."""

from __future__ import annotations

import threading
import unicodedata
from datetime import date

import pytest

from wervel.content import content
from wervel.i18n import Translator, registry, translator
from wervel.i18n.gates import gated

from .conftest import Invent

CODES = [language.code for language in registry().languages]
NUMBERS = (0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101)
DAYS = ("{n} day", "{n} days")
FIRST, LAST = "\u2068", "\u2069"


def bare(text: str) -> str:
    return text.replace(FIRST, "").replace(LAST, "")


# --- plurals ----------------------------------------------------------------------------------------------------------


def test_plurals_of_the_source() -> None:
    english = translator("en")
    assert [english.ngettext(*DAYS, n) for n in NUMBERS[:4]] == ["0 days", "1 day", "2 days", "3 days"]


def test_dutch_has_two_forms(invent: Invent) -> None:
    dutch = invent("nl", {DAYS: ("{n} dag", "{n} dagen")})
    said = [dutch.ngettext(*DAYS, n) for n in NUMBERS]
    assert said == [f"{n} dag" if n == 1 else f"{n} dagen" for n in NUMBERS]


def test_turkish_has_one_form(invent: Invent) -> None:
    turkish = invent("tr", {DAYS: ("{n} gün",)})
    assert [turkish.ngettext(*DAYS, n) for n in NUMBERS] == [f"{n} gün" for n in NUMBERS]


def test_arabic_has_six_forms(invent: Invent) -> None:
    forms = ("لا أيام", "يوم واحد", "يومان", "{n} أيام", "{n} أ", "{n} ب")
    arabic = invent("ar", {DAYS: forms})
    said = {n: bare(arabic.ngettext(*DAYS, n)) for n in NUMBERS}
    assert (said[0], said[1], said[2]) == forms[:3]
    assert (said[3], said[5]) == ("3 أيام", "5 أيام")
    many = {said[n].replace(str(n), "{n}") for n in (11, 21, 22, 25)}
    other = {said[n].replace(str(n), "{n}") for n in (100, 101)}
    assert len(many) == len(other) == 1
    assert many | other == set(forms[4:])


@pytest.mark.parametrize(
    ("code", "forms", "one", "few"),
    [
        ("pl", ("{n} dzień", "{n} dni (kilka)", "{n} dni"), {1}, {2, 3, 22}),
        ("uk", ("{n} день", "{n} дні", "{n} днів"), {1, 21, 101}, {2, 3, 22}),
        ("de", ("{n} Tag", "{n} Tage"), {1}, set()),
        ("fr", ("{n} jour", "{n} jours"), {0, 1}, set()),
        ("es", ("{n} día", "{n} días", "{n} días"), {1}, set()),
        ("ro", ("{n} zi", "{n} zile", "{n} de zile"), {1}, {0, 2, 3, 5, 11, 101}),
    ],
)
def test_forms_of_other_languages(
    code: str, forms: tuple[str, ...], one: set[int], few: set[int], invent: Invent
) -> None:
    """Which form a number takes, as CLDR has it; Polish 21 and 101 are many, Ukrainian 21 and 101 are one."""
    words = invent(code, {DAYS: forms})
    for n in NUMBERS:
        form = forms[0] if n in one else forms[1] if n in few else forms[-1]
        assert words.ngettext(*DAYS, n) == form.format(n=n), n


def test_persian_has_one_form(invent: Invent) -> None:
    """A noun after a number stays as it is."""
    persian = invent("fa", {DAYS: ("{n} روز",)})
    assert [bare(persian.ngettext(*DAYS, n)) for n in NUMBERS] == [f"{n} روز" for n in NUMBERS]


@pytest.mark.parametrize("n", NUMBERS)
def test_the_number_stands_in_the_words(n: int, invent: Invent) -> None:
    dutch = invent("nl", {DAYS: ("één dag", "{n} dagen")})
    assert dutch.ngettext(*DAYS, n) == ("één dag" if n == 1 else f"{n} dagen")


def test_an_untranslated_plural_falls_back_to_the_source(invent: Invent) -> None:
    assert [invent("nl", {}).ngettext(*DAYS, n) for n in (1, 2)] == ["1 day", "2 days"]
    assert [invent("nl", {DAYS: ("", "")}).ngettext(*DAYS, n) for n in (1, 2)] == ["1 day", "2 days"]


# --- numbers, dates, lists --------------------------------------------------------------------------------------------


def only_latin_digits(text: str) -> bool:
    return all(sign in "0123456789" for sign in text if unicodedata.category(sign) == "Nd")


@pytest.mark.parametrize("code", CODES)
def test_digits_are_latin_everywhere(code: str) -> None:
    words = translator(code)
    said = [words.number(1234567.5), words.number(0), words.percent(0.5), words.ngettext(*DAYS, 25)]
    said += [words.day(date(2026, month, 25)) for month in range(1, 13)]
    for each in said:
        assert only_latin_digits(each), each
        assert any(sign.isdigit() for sign in each)
    assert "2026" in words.day(date(2026, 11, 22))
    assert "50" in words.percent(0.5)


@pytest.mark.parametrize(
    ("code", "number", "day", "listed"),
    [
        ("nl", "1.234,5", "22 november 2026", "a, b en c"),
        ("en", "1,234.5", "22 November 2026", "a, b and c"),
        ("tr", "1.234,5", "22 Kasım 2026", "a, b ve c"),
        ("ar", "1,234.5", "22 نوفمبر 2026", "a وb وc"),
        ("pl", "1\u00a0234,5", "22 listopada 2026", "a, b i c"),
        ("uk", "1\u00a0234,5", "22 листопада 2026\u202fр.", "a, b і c"),
        ("de", "1.234,5", "22. November 2026", "a, b und c"),
        ("fr", "1\u202f234,5", "22 novembre 2026", "a, b et c"),
        ("es", "1.234,5", "22 de noviembre de 2026", "a, b y c"),
        ("ro", "1.234,5", "22 noiembrie 2026", "a, b și c"),
        ("fa", "1,234.5", "22 نوامبر 2026", "a\u200f b و c"),
    ],
)
def test_numbers_dates_and_lists(code: str, number: str, day: str, listed: str) -> None:
    words = translator(code)
    percent = {"tr": "%50", "de": "50\u00a0%", "fr": "50\u00a0%", "es": "50\u00a0%", "ro": "50\u00a0%"}
    assert words.percent(0.5) == percent.get(code, "50%")
    assert words.number(1234.5) == number
    assert words.day(date(2026, 11, 22)) == day
    assert words.list(["a", "b", "c"]).replace("،", "") == listed
    assert words.list(["a"]) == "a"
    assert words.list([]) == ""


@pytest.mark.parametrize("code", CODES)
def test_countries_have_a_name_or_show_their_code(code: str) -> None:
    words = translator(code)
    codes = [country.code for country in content().emergency.countries]
    named = [words.country(each) for each in codes]
    assert len(set(named)) == len(named)
    assert not {*named} & {*codes}
    assert words.country("Q0") == "Q0"


# --- texts and what is filled in --------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_the_emergency_number_stands_in_every_text_that_names_it(code: str) -> None:
    words = translator(code)
    levels = content().levels.levels
    texts = [text for level in levels for text in (level.title, level.button, *(step.text for step in level.steps))]
    with_number = [text for text in texts if "{number}" in text]
    assert len(with_number) >= 4
    for text in with_number:
        assert bare(words.text(text, number="999")).count("999") == text.count("{number}")
        assert "{" not in words.text(text, number="999")


@pytest.mark.parametrize("code", CODES)
def test_what_is_filled_in_is_isolated_in_a_script_from_right_to_left_only(code: str) -> None:
    words = translator(code)
    said = words.text(content().levels.levels[0].title, number="112")
    assert (f"{FIRST}112{LAST}" in said) == (words.dir == "rtl")
    assert (FIRST in said) == (words.dir == "rtl")
    assert said.count(FIRST) == said.count(LAST)


def test_braces_in_what_is_filled_in_are_left_alone() -> None:
    said = translator("en").gettext("Call {number}", number="{0} {number} %s")
    assert said == "Call {0} {number} %s"


@pytest.mark.parametrize("code", gated())
def test_all_safety_texts_stand_in_the_language(code: str) -> None:
    words = translator(code)
    for flag in content().red_flags.flags:
        for text in (flag.label, flag.why, flag.card):
            assert words.has(text)
            assert (words.text(text) != str(text)) == (code != "en")


def test_a_language_that_does_not_exist_is_the_default() -> None:
    assert translator("xx").code == translator("").code == "nl"


def test_two_languages_at_once_never_mix() -> None:
    texts = [flag.label for flag in content().red_flags.flags]
    expected = {code: [translator(code).text(text) for text in texts] for code in ("nl", "ar", "en", "tr")}
    wrong: list[str] = []
    start = threading.Barrier(8)

    def read(words: Translator) -> None:
        start.wait()
        for _ in range(60):
            said = [words.text(text) for text in texts]
            if said != expected[words.code] or words.number(1.5) != ("1.5" if words.code in {"ar", "en"} else "1,5"):
                wrong.append(words.code)

    threads = [threading.Thread(target=read, args=(translator(code),)) for code in (*expected, *expected)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
