"""Pieces of HTML that are made once for everybody: the right words for each reader, and made only once."""

from __future__ import annotations

import pytest
import streamlit as st

from wervel import ui
from wervel.content import Text
from wervel.i18n import translator


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch):
    found: list[str] = []
    monkeypatch.setattr(st, "html", found.append)
    ui._fixed.cache_clear()
    yield found
    ui._fixed.cache_clear()


def text(context: str, words: str = "The same words") -> Text:
    made = Text(words)
    made.context = context
    return made


def test_two_texts_with_the_same_english_words_are_told_apart(shown: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ui, "render", lambda *_, title, **__: title.context)
    for context in ("a", "b", "a"):
        ui.fixed("heading.html", title=text(context), help=None, rank=1)
    assert shown == ["a", "b", "a"]
    assert ui._fixed.cache_info().misses == 2


def test_each_reader_gets_the_own_language_country_and_mode(shown: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ui, "render", lambda _, words, second, *, here: f"{words.code} {here.mode} {here.country}")
    readers = [("en", "personal", "NL"), ("nl", "personal", "NL"), ("nl", "kiosk", "NL"), ("nl", "kiosk", "BE")]
    for code, mode, country in readers * 2:
        reader = ui.Here(words=translator(code), mode=mode, country=country)
        monkeypatch.setattr(ui, "here", lambda reader=reader: reader)
        ui.fixed("home_end.html")
    assert shown == [" ".join(each) for each in readers * 2]
    assert ui._fixed.cache_info().misses == len(readers)
