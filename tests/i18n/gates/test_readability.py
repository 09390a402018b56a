"""Readability: syllables and formulas as published, sentences as people count them, and what every page reaches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.reading import all_texts
from wervel.content import content
from wervel.i18n.gates import Said, gated, said
from wervel.i18n.gates.pages import PAGES, page_of
from wervel.i18n.gates.readability import (
    FORMULAS,
    Figures,
    figures,
    hard,
    lengths,
    most_words,
    syllables,
    too_long,
    words,
)

SIGN = "red_flags.flags.R1.label"
PLACE = "spine.story.alarm.text"


@pytest.mark.parametrize("code", gated())
def test_every_page_reads_well(code: str) -> None:
    counted = figures(said(code), code)
    assert {each.page for each in counted} == set(PAGES.values())
    assert [line for each in counted for line in hard(each)] == []


@pytest.mark.parametrize("code", gated())
def test_no_sentence_is_too_long(code: str) -> None:
    assert too_long(said(code), code) == []


@pytest.mark.parametrize("code", gated())
def test_signs_have_at_most_twelve_words_on_average(code: str) -> None:
    counted = [length for each in said(code) if each.page == "alarm signs" for length, _ in lengths(each, code)]
    assert len(counted) > 100
    assert sum(counted) / len(counted) <= 12


def test_every_text_belongs_to_a_page() -> None:
    assert {page_of(text.context) for text in all_texts()} <= set(PAGES.values())
    assert {page_of(each.says.context) for each in content().statements} == {"leaflets"}
    assert page_of("pages.home.hero") == "home"
    assert page_of("pages.chrome.skip") == "everywhere"
    with pytest.raises(KeyError):
        page_of("a_new_file.title")


@pytest.mark.parametrize(
    ("code", "counted"),
    [
        ("nl", "rug:1 één:1 open:2 rugpijn:2 zenuwen:3 oefening:3 tussenwervelschijf:5 geïrriteerd:4 bewegen:3"),
        ("nl", "operatie:4 knieën:2 vloeien:2 opnieuw:2 training:2 yoga:2 12:1"),
        ("en", "back:1 spine:1 moved:1 wanted:2 table:2 muscles:2 vertebra:3 exercise:3 radio:3 moving:2 being:2"),
        ("de", "Rücken:2 Bandscheibe:3 Schmerzen:2 Bein:1 Übung:2 Operation:5 bequem:2 Knie:1"),
        ("fr", "dos:1 douleur:2 jambe:1 médecin:3 bouger:2 théâtre:2 l’exercice:3 eau:1"),
        ("tr", "bel:1 ağrısı:3 İlk:1 IŞIK:2 omurga:3 doktorunuz:4"),
    ],
)
def test_syllables(code: str, counted: str) -> None:
    for each in counted.split():
        word, _, number = each.rpartition(":")
        assert syllables(word, code) == int(number), word


@pytest.mark.parametrize(
    ("code", "score"), [("nl", 82.04), ("en", 69.785), ("de", 82.25), ("fr", 86.45), ("tr", 112.4625)]
)
def test_formulas_as_published(code: str, score: float) -> None:
    """Ten words a sentence, one and a half syllables a word."""
    assert FORMULAS[code].score(100, 10, 150) == pytest.approx(score)


@given(st.text(max_size=30), st.sampled_from(sorted(FORMULAS)))
def test_a_word_has_a_syllable(word: str, code: str) -> None:
    assert 1 <= syllables(word, code) <= max(1, 2 * len(word))


@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 60), st.sampled_from(sorted(FORMULAS)))
def test_longer_is_harder(count: int, sentences: int, more: int, code: str) -> None:
    score = FORMULAS[code].score
    assert score(count + 1, sentences, count + 1 + more) <= score(count + 1, sentences, count + 1)
    assert score(2 * count, sentences, 2 * count) < score(count, sentences, count)


def test_words_are_what_a_person_counts() -> None:
    assert words("A 3D-model — of l’os, 2 × 5 cm!") == ["A", "3D-model", "of", "l’os,", "2", "5", "cm!"]
    assert words("ألمٌ في الظهر") == ["ألمٌ", "في", "الظهر"]


def test_a_placeholder_is_one_word_and_no_ordinal() -> None:
    found = lengths(Said(PLACE, "", "Von {start} bis {end}. Der höchste ist {most}. Mehr nicht."), "de")
    assert [length for length, _ in found] == [4, 4, 2]


def test_a_label_counts_for_the_longest_only() -> None:
    (counted,) = figures([Said(PLACE, "", "Kort. Heel kort."), Said(PLACE, "", "een twee drie vier vijf")], "nl")
    assert (counted.sentences, counted.words, counted.longest, counted.mean) == (2, 3, 5, 1.5)


def test_a_sentence_that_is_too_long_is_told() -> None:
    long = " ".join(["woord"] * 21) + "."
    assert too_long([Said(PLACE, "", long)], "nl") == [f"nl: {PLACE}: 21 words: {long}"]
    assert too_long([Said(PLACE, "", f"Kort. W{long[7:]}")], "nl") == []
    sign = " ".join(["woord"] * 13)
    assert len(too_long([Said(SIGN, "", sign)], "nl")) == 1
    assert too_long([Said(SIGN, "", sign)], "de") == []
    assert most_words(SIGN, "de") == most_words(PLACE, "nl") == 20


def test_a_page_that_is_hard_is_told() -> None:
    easy, heavy = Figures("nl", "spine", 10, 80, 110, 12), Figures("nl", "spine", 10, 130, 270, 19)
    assert hard(easy) == []
    assert [line[:11] for line in hard(heavy)] == ["nl: spine: "] * 2
    assert hard(Figures("ar", "spine", 10, 80, 0, 12)) == []
    assert len(hard(Figures("ar", "spine", 10, 130, 0, 19))) == 1
