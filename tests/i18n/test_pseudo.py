"""Pseudo-locales: for looking at layouts, never for a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wervel.content import content
from wervel.i18n import offered, registry, translator, usable
from wervel.i18n.pseudo import pseudo
from wervel.i18n.registry import PSEUDO


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("message", ["Call {number} now", "{step} of {total}", "{n}", "No", "Ask your GP.", "a" * 300])
def test_a_message_gets_longer_and_keeps_its_placeholders(message: str, mirrored: bool) -> None:
    made = pseudo(message, mirrored=mirrored)
    assert len(made) > len(message)
    assert made != message
    for placeholder in ("{number}", "{step}", "{total}", "{n}"):
        assert made.count(placeholder) == message.count(placeholder)
    assert made.startswith("\u202e") == made.endswith("\u202c") == mirrored


@given(message=st.text(min_size=1, max_size=60))
def test_any_message_gets_longer(message: str) -> None:
    assert len(pseudo(message, mirrored=False)) > len(message)


def test_pseudo_locales_are_never_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    for switch in ("0", "1"):
        monkeypatch.setenv("WERVEL_PSEUDO", switch)
        monkeypatch.setenv("WERVEL_DRAFTS", switch)
        assert not {language.code for language in offered()} & set(PSEUDO)
    assert not {language.code for language in registry().languages} & set(PSEUDO)


@pytest.mark.parametrize(("switch", "there"), [(None, False), ("", False), ("0", False), ("true", False), ("1", True)])
def test_pseudo_locales_are_there_for_tests_only(
    switch: str | None, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WERVEL_PSEUDO", raising=False)
    if switch is not None:
        monkeypatch.setenv("WERVEL_PSEUDO", switch)
    assert (set(PSEUDO) <= set(usable())) is there


def test_a_pseudo_translator_says_everything_longer() -> None:
    long, mirrored = translator("en-XA"), translator("ar-XB")
    title = content().levels.levels[0].title
    assert "112" in long.text(title, number="112")
    assert len(long.text(title, number="112")) > len(title)
    assert "\u2068112\u2069" in mirrored.text(title, number="112")
    assert (long.dir, mirrored.dir) == ("ltr", "rtl")
    assert "3" in long.ngettext("{n} day", "{n} days", 3)
    assert long.has(title)
