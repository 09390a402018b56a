"""Which language a reader gets: the link, then the cookie, then the browser, then Dutch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wervel.i18n import default_code, negotiate, offered
from wervel.i18n.negotiate import match

CODES = ("nl", "en", "tr", "ar", "pl", "uk", "de", "zh-Hans")


@pytest.mark.parametrize(
    ("query", "cookie", "header", "expected"),
    [
        (None, None, None, "nl"),
        ("", "", "", "nl"),
        ("tr", "ar", "en", "tr"),
        (None, "ar", "en", "ar"),
        (None, None, "en", "en"),
        ("xx", "ar", "en", "ar"),
        ("xx", "yy", "en", "en"),
        ("xx", "yy", "zz", "nl"),
        ("TR", None, None, "tr"),
        (" tr ", None, None, "tr"),
        ("ar-EG", None, None, "ar"),
        ("nl_BE", None, None, "nl"),
        ("<script>", None, None, "nl"),
        ("../../nl", None, None, "nl"),
    ],
)
def test_the_order_of_wishes(query: str | None, cookie: str | None, header: str | None, expected: str) -> None:
    assert negotiate(query, cookie, header, CODES, "nl") == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("tr", "tr"),
        ("tr-TR,tr;q=0.9,en-US;q=0.8,en;q=0.7", "tr"),
        ("fr-FR,fr;q=0.9,en;q=0.8", "en"),
        ("en;q=0.3,ar;q=0.9", "ar"),
        ("en;q=0.5,ar;q=0.5", "en"),
        ("en;q=0,ar", "ar"),
        ("en;q=0", "nl"),
        ("en;q=0.0,tr;q=0.000", "nl"),
        ("*", "nl"),
        ("*;q=0.5,ar;q=0.1", "ar"),
        ("en; q=0.2 , ar ; q=0.8", "ar"),
        ("en;q=nonsense,ar;q=0.1", "ar"),
        ("en;q=nan,ar;q=0.1", "ar"),
        ("en;q=,ar;q=0.1", "ar"),
        ("en;q=-1,ar;q=0.1", "ar"),
        (",,,;;;q=q=,=", "nl"),
        (";q=1", "nl"),
        ("\u0660\u0661", "nl"),
        ("de-CH-1996", "de"),
        ("en-XA", "en"),
        ("xx," * 5000 + "tr", "nl"),
    ],
)
def test_the_languages_of_a_browser(header: str, expected: str) -> None:
    assert negotiate(None, None, header, CODES, "nl") == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-Hans", "zh-Hans"),
        ("zh-hans", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh_Hans_NL", "zh-Hans"),
        ("zh-TW", None),
        ("zh-Hant", None),
        ("zh-Hant-HK", None),
        ("n", None),
        ("nld", None),
        ("-", None),
        ("-nl", None),
    ],
)
def test_regions_and_scripts(tag: str, expected: str | None) -> None:
    assert match(tag, CODES) == expected


@given(*[st.none() | st.text(max_size=40)] * 3)
def test_whatever_is_asked_a_language_of_ours_is_given(
    query: str | None, cookie: str | None, header: str | None
) -> None:
    assert negotiate(query, cookie, header, CODES, "nl") in CODES


def test_the_default_is_dutch_and_offered() -> None:
    assert default_code() == "nl"
    assert {"nl", "en", "tr", "ar"} <= {language.code for language in offered()}
