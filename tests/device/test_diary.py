"""The words of the diary: each one that the modules ask for is there, and each one that is there is asked for."""

from __future__ import annotations

import re

import pytest

from wervel import ROOT
from wervel.content import content
from wervel.device.diary import spoken
from wervel.i18n import translator

STATIC = ROOT / "wervel" / "device" / "static"
CODE = "\n".join(file.read_text(encoding="utf-8") for file in sorted(STATIC.glob("diary*.js")))


def asked(name: str) -> set[str]:
    """Return the words of a part of the book that the code names."""
    plain = set(re.findall(rf"\b(?:words\.)?{name}\.(\w+)", CODE))
    return plain | (set(re.findall(r"\btexts\.(\w+)", CODE)) if name == "form" else set())


def fields(name: str) -> set[str]:
    return set(type(getattr(content().diary, name)).model_fields)


def test_words_of_the_form() -> None:
    assert fields("form") <= asked("form")
    assert set(re.findall(r"\btexts\.(\w+)", CODE)) <= fields("form")


def test_words_that_are_told() -> None:
    by_name = {"want_pain", "want_date", "want_past", "want_time", "want_minutes", "saving", "slow", "full", "failed"}
    by_name |= {"keep_both", "keep_mine", "keep_theirs"}
    assert all(re.search(rf"\b{name}\b", CODE) for name in by_name)
    assert fields("told") == (asked("told") & fields("told")) | by_name


def test_words_of_the_list() -> None:
    assert fields("list") == asked("list") & fields("list")


def test_kinds_and_zones_are_those_of_an_entry() -> None:
    kinds = re.search(r"KINDS = \[(.*?)\]", CODE)
    assert kinds
    assert [kind.id for kind in content().diary.kinds] == re.findall(r'"(\w+)"', kinds[1])
    drawn = set(re.findall(r'data-zone="(\w+)"', spoken(translator("en"))["svg"]))
    assert drawn == {zone.id for zone in content().questions.zones}


@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_placeholders_stay_for_the_device_to_fill(lang: str) -> None:
    words = spoken(translator(lang))["words"]
    assert "{n}" in words["told"]["saved_what"]
    assert {"{day}", "{time}"} <= set(re.findall(r"\{\w+\}", words["form"]["editing"]))


@pytest.mark.parametrize("name", ["diary_form", "diary_list", "diary_store"])
def test_the_element_knows_no_streamlit_and_asks_no_server(name: str) -> None:
    seen: set[str] = set()
    left = [name]
    while left:
        module = left.pop()
        seen.add(module)
        code = (STATIC / f"{module}.js").read_text(encoding="utf-8")
        left += [each for each in re.findall(r'from "\./(\w+)\.js"', code) if each not in seen]
        assert not re.search(r"stBidi|data-test|setStateValue|setTriggerValue|\bfetch\b", code), module
    assert "quiet" not in seen
    assert "store" in seen
