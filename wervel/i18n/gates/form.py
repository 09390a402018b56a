"""What must be the same in the source and in a translation, and what must not: figures, links, markup, the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from babel.numbers import get_decimal_symbol, get_group_symbol

from wervel.content.load import load
from wervel.i18n.gates.pages import Said
from wervel.i18n.gates.words import FOLDER, WordLists
from wervel.i18n.registry import registry

LONGEST_BAR = 12  # letters of a name below an icon, for a phone of 320 px with five of them

_LINKS = re.compile(r"https?://[^\s)»”]+|[\w.]+@[\w.]+\.\w+")
_MARKUP = re.compile(r"\*\*|__|`|</?\w+[^>]*>|\]\(|^#+ |^[-*] |\n", re.MULTILINE)
_NAMES = re.compile(r"CC BY-SA 4\.0")  # no number, though it looks like one
_TURNED = re.compile(r"(?<!\u200e)[-+–−]\d")
_SPACES = " \u00a0\u202f"


@lru_cache(maxsize=1)
def same_words() -> dict[str, tuple[str, ...]]:
    """Return by language the messages that are English and its own words alike; raises ContentError."""
    return load(FOLDER / "same_words.yaml", WordLists).root


def untranslated(said: Iterable[Said], code: str) -> list[str]:
    """Return a line for each message that stands there in English; Latin names and words of both languages may."""
    known = same_words().get(code, ())
    return [
        f"{code}: {each.context}: as in English: {each.text}"
        for each in said
        if code != "en" and each.text == each.source and not each.latin and each.text not in known
    ]


@lru_cache(maxsize=32)
def _number(code: str) -> re.Pattern[str]:
    locale = next(each.locale for each in registry().languages if each.code == code)
    group = get_group_symbol(locale, numbering_system="latn")
    groups = f"[{_SPACES}]" if group in _SPACES else re.escape(group)
    decimal = re.escape(get_decimal_symbol(locale, numbering_system="latn"))
    return re.compile(rf"(\d{{1,3}}(?:{groups}\d{{3}}(?!\d))+|\d+)(?:{decimal}(\d+))?")


def numbers(text: str, code: str) -> frozenset[str]:
    """Return the numbers in a text as the language writes them, each in one form: "1.234,5" in Dutch is "1234.5"."""
    found = _number(code).findall(_NAMES.sub("", text))
    return frozenset(re.sub(r"\D", "", whole) + (f".{part}" if part else "") for whole, part in found)


def changed(said: Iterable[Said], code: str) -> list[str]:
    """Return a line for each message whose numbers, links or markup are not those of the source."""
    lines = []
    for each in said:
        if each.text:
            if numbers(each.source, "en") != numbers(each.text, code):
                lines.append(f"{code}: {each.context}: other numbers: {each.text}")
            for what, parts in (("links", _LINKS), ("markup", _MARKUP)):
                if Counter(parts.findall(each.source)) != Counter(parts.findall(each.text)):
                    lines.append(f"{code}: {each.context}: other {what}: {each.text}")
    return lines


def turned_around(said: Iterable[Said]) -> list[str]:
    """Return a line for each message of a script from right to left in which a browser would turn a number around.

    After letters of such a script "0-10" is shown as 10-0, and "-1" as 1-: write the range in words, and put the mark
    U+200E before a sign.
    """
    return [f"{each.context}: shown the other way round: {each.text}" for each in said if _TURNED.search(each.text)]


def long_bars(said: Iterable[Said], code: str) -> list[str]:
    """Return a line for each name below an icon that is too long there."""
    return [
        f"{code}: {each.context}: {len(each.text)} letters, at most {LONGEST_BAR}: {each.text}"
        for each in said
        if each.below_an_icon and len(each.text) > LONGEST_BAR
    ]
