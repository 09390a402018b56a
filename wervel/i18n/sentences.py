"""Sentences of a text, and the sentences of two languages side by side. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

#: Words that end with a full stop in the middle of a sentence, without it, in lower case, by language code.
ABBREVIATIONS: dict[str, str] = {
    "nl": "bijv bv dr drs mevr dhr mr ca evt nr blz incl excl resp max min",
    "en": "dr mr mrs ms vs approx incl st fig",
    "de": "bzw ca dr evtl ggf nr std bspw inkl vgl sog max min hr fr",
    "fr": "ex env cf dr mme max min",
    "tr": "örn vb dr prof bkz maks min",
    "pl": "np tj tzn dr godz ok nr maks min tzw",
    "uk": "напр др проф ст хв год",
    "ru": "напр др проф ст мин",
    "es": "ej dr dra sr sra ud aprox",
    "pt": "ex dr dra sr sra aprox",
    "ro": "ex dr nr aprox",
    "so": "dr tus",
}

#: Words of one letter; any other single letter before a full stop is an abbreviation ("z. B.").
ONE_LETTER: dict[str, str] = {"nl": "u", "en": "i"}

#: Languages that write an ordinal number as digits with a full stop ("am 3. Mai").
ORDINALS = frozenset({"de", "pl", "tr"})
LAST_ORDINAL = 31  # days of a month; what is more is a number at the end ("50 von 1000.")

#: The end of a sentence: its mark, what closes after it, and the space before the next one. Chinese needs no space.
_END = re.compile(r"(?:[.!?…؟۔।։።፧]+[\s\u00a0]?[»]|[.!?…؟۔।։።፧]+[\"'”’“)\]\u2069]*)(?:\s+|$)|[。！？]+[”’」』）]*\s*")
#: Where a long sentence may be cut when the other language has made two of it.
_PAUSE = re.compile(r"[;؛]\s+")
_LAST_WORD = re.compile(r"[^\s(\[\"'“„«‘]+$")
_OPENS = "\"'“„«‘([¿¡\u2066\u2067\u2068"


@lru_cache(maxsize=8192)
def sentences(text: str, code: str) -> tuple[str, ...]:
    """Return the sentences of a text in the language `code` (BCP 47), each with the space behind it.

    Joined they give the text back. What may be an abbreviation or an ordinal does not end a sentence.
    """
    return _cut(text, [found.end() for found in _END.finditer(text) if _ends(text, found, code)])


def _cut(text: str, ends: list[int]) -> tuple[str, ...]:
    marks = [0, *(end for end in ends if 0 < end < len(text)), len(text)]
    return tuple(text[start:end] for start, end in pairwise(marks) if start < end)


def _ends(text: str, found: re.Match[str], code: str) -> bool:
    mark, rest = found.group().strip(), text[found.end() :].lstrip(_OPENS)
    if not rest:
        return True
    if rest[0].islower():
        return False
    if mark.startswith(("...", "…")):
        return rest[0].isupper()  # where there are no capitals it may be a pause
    if not mark.startswith("."):
        return True
    before = _LAST_WORD.search(text[: found.start()])
    word = before.group() if before else ""
    language = code.partition("-")[0]
    if word.isdecimal():
        return language not in ORDINALS or int(word) > LAST_ORDINAL
    letters = word.replace(".", "")
    one_letter = len(letters) == 1 and letters.isalpha() and word.lower() != ONE_LETTER.get(language)
    return not (one_letter or "." in word or word.lower() in ABBREVIATIONS.get(language, "").split())


def _finer(text: str, code: str) -> tuple[str, ...]:
    """Return the sentences, cut at semicolons too."""
    found: list[str] = []
    for sentence in sentences(text, code):
        found += _cut(sentence, [each.end() for each in _PAUSE.finditer(sentence)])
    return tuple(found)


@lru_cache(maxsize=8192)
def pairs(first: str, second: str, first_code: str, second_code: str) -> tuple[tuple[str, str], ...]:
    """Return a text in two languages sentence by sentence.

    A semicolon counts as an end where that makes the numbers of sentences equal. Where they still differ, nobody can
    tell which belong together: then both whole texts are one pair.
    """
    for cut_first, cut_second in (
        (sentences, sentences), (sentences, _finer), (_finer, sentences), (_finer, _finer)
    ):  # fmt: skip
        left, right = cut_first(first, first_code), cut_second(second, second_code)
        if len(left) == len(right):
            return tuple((one.strip(), other.strip()) for one, other in zip(left, right, strict=True))
    return ((first.strip(), second.strip()),)
