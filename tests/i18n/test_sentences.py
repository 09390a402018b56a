"""Sentences: nothing is lost, abbreviations do not end one, and two languages pair up or stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.reading import all_texts
from wervel.i18n import registry, translator
from wervel.i18n.sentences import pairs, sentences

CODES = [language.code for language in registry().languages if language.state == "shipped"]
MIXED = st.text(alphabet=st.sampled_from(list("aB3 .!?…;؟؛۔。»”)(\"'\n\u00a0:ياZ،")), max_size=60)


@given(st.one_of(MIXED, st.text(max_size=80)), st.sampled_from([*CODES, "de", "zh-Hans"]))
def test_joined_they_give_the_text_back(text: str, code: str):
    found = sentences(text, code)
    assert "".join(found) == text
    assert all(found)


@given(MIXED, MIXED, st.sampled_from(CODES), st.sampled_from(CODES))
def test_pairs_hold_all_of_both(one: str, other: str, first: str, second: str):
    found = pairs(one, other, first, second)
    for which, text in ((0, one), (1, other)):
        assert "".join("".join(pair[which] for pair in found).split()) == "".join(text.split())


@pytest.mark.parametrize("first", CODES)
@pytest.mark.parametrize("second", CODES)
def test_texts_of_the_app_pair_up(first: str, second: str):
    for text in all_texts():
        one, other = translator(first).text(text), translator(second).text(text)
        found = pairs(one, other, first, second)
        assert len(found) in {1, len(sentences(one, first))} or ";" in one or "؛" in one
        assert " ".join(pair[0] for pair in found).split() == one.split()
        assert " ".join(pair[1] for pair in found).split() == other.split()


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("nl", "Doe iets, bijv. wandelen. Begin klein.", 2),
        ("nl", "Bijv. Piet loopt. Dat is goed.", 2),
        ("nl", "Het is 3.5 km. Dat is ver.", 2),
        ("nl", "Dat is goed, d.w.z. Als het lukt.", 1),
        ("nl", "U hebt 3. Dan is het goed.", 2),
        ("nl", "Dat is een sterke kant van u. Ga zo door.", 2),
        ("de", "Das sind 50 von 1000. Etwa 3. Mai.", 2),
        ("en", 'He said: "Stop." Then he went.', 2),
        ("en", "Wait... and go on. Then rest.", 2),
        ("en", "Wait... Then go on.", 2),
        ("en", "Really?! Yes. (See L4.) Good.", 4),
        ("de", "Bewegung, z.B. Gehen, hilft. Am 3. Mai auch.", 2),
        ("de", "Bewegung, z. B. Gehen, hilft.", 1),
        ("fr", "Ça va ? « Oui. » Bien.", 3),
        ("ar", "هل هناك ألم؟ نعم. هذا جيد!", 3),
        ("ar", "الحركة آمنة؛ يمكن البدء اليوم.", 1),
        ("zh-Hans", "你好。再见！好", 3),
        ("en", "", 0),
    ],
)
def test_where_a_sentence_ends(code: str, text: str, count: int):
    assert len(sentences(text, code)) == count


def test_a_semicolon_ends_one_where_the_other_language_has_two():
    assert len(pairs("Moving is safe. Begin today.", "الحركة آمنة؛ يمكن البدء اليوم.", "en", "ar")) == 2


def test_with_another_number_of_sentences_both_stay_whole():
    assert pairs("One. Two.", "Een en twee.", "en", "nl") == (("One. Two.", "Een en twee."),)
