"""Search finds what a reader means, however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wervel.search import found, normal


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("HERNIA", "een hernia in de rug"),
        ("geïrriteerd", "geirriteerde zenuw"),
        ("iltihap", "İLTİHAP var"),
        ("agri", "bel ağrısı"),
        ("فتق القرص", "فتقُ القُرْصِ في الظهر"),
        ("ادوية", "أدوية مسكنة"),
        ("العلاج الطبيعى", "أخصائي العلاج الطبيعي"),
        ("rug pijn", "pijn in de onderrug"),
        ("", "anything"),
        ("C05", "C05"),
    ],
)
def test_finds(query: str, text: str):
    assert found(query, text)


def test_every_word_counts():
    assert not found("hernia knie", "een hernia in de rug")


def test_words_may_stand_in_different_texts():
    assert found("scan pijn", "een scan", "zonder pijn")


@given(st.text(), st.text())
def test_a_text_is_found_in_itself(text: str, more: str):
    assert found(text, f"{text} {more}")


@given(st.text())
def test_normal_is_stable(text: str):
    assert normal(normal(text)) == normal(text)
