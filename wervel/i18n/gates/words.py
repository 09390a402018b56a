"""Words to use and words to avoid: the glossary, and words that frighten. Pure but for reading the two files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from pydantic import ConfigDict, Field, RootModel

from wervel import ROOT
from wervel.content.load import load
from wervel.content.models import Model
from wervel.i18n.gates.pages import Said

Words = Annotated[tuple[str, ...], Field(strict=False)]

#: The least share of the messages with a term of the glossary that have its word in the translation too. Not all: a
#: language may say "it" or turn the sentence round. A term that stands in few messages may be missing once.
LEAST_SHARE = 0.95
LEAST_SHARE_OF_A_TERM = 0.8

FOLDER = ROOT / "locales"


class Rendering(Model):
    """A term in one language: the word to use, its forms as patterns where they differ from it, words to avoid."""

    use: str
    stems: Words = ()
    avoid: Words = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """What counts as the term: one of its stems, without any the word itself wherever it stands."""
        return pattern(self.stems or (f"*{self.use}*",))


class Term(Model):
    """An entry of the glossary; each further key is a language."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Rendering]

    id: str
    en: str
    #: Where the English word means this term, as a regular expression, when it can mean something else ("go back").
    where: str = ""

    @property
    def source(self) -> re.Pattern[str]:
        """Where the term stands in an English text."""
        return re.compile(rf"\b(?:{self.where or plain(self.en) + 's?'})\b")

    def rendering(self, code: str) -> Rendering | None:
        """Return the term in a language, None where the glossary has none."""
        return self.__pydantic_extra__.get(code)


class Glossary(RootModel[Annotated[tuple[Term, ...], Field(strict=False)]]):
    """`locales/glossary.yaml`."""


class WordLists(RootModel[dict[str, Words]]):
    """Words by language: `locales/fear_words.yaml`, `locales/same_words.yaml`."""


@dataclass(frozen=True)
class Use:
    """How often a term of the glossary stands in the source, and which of these translations lack its word."""

    code: str
    term: str
    wanted: int
    missing: tuple[Said, ...]

    @property
    def share(self) -> float:
        """The share (0..1) of the messages that have the word."""
        return 1 - len(self.missing) / self.wanted


@lru_cache(maxsize=1)
def glossary() -> tuple[Term, ...]:
    """Return the terms of the glossary; raises ContentError when the file does not fit."""
    return load(FOLDER / "glossary.yaml", Glossary).root


@lru_cache(maxsize=1)
def fear_words() -> dict[str, tuple[str, ...]]:
    """Return the words that frighten, by language; raises ContentError when the file does not fit."""
    return load(FOLDER / "fear_words.yaml", WordLists).root


@lru_cache(maxsize=1024)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for whole words; `*` stands for any letters: `*schijf`, `zenuw*`, `ból* plec*`."""
    return re.compile("|".join(rf"\b(?:{_glob(word)})\b" for word in words) or r"(?!)")


def _glob(word: str) -> str:
    return r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in plain(word).split())


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return a text as patterns see it: lower case, one kind of apostrophe, no vowel signs, no joiners."""
    folded = text.replace("İ", "i").replace("’", "'").casefold()
    folded = folded.translate(dict.fromkeys(map(ord, "\u200c\u200d\u00ad\u2068\u2069\u0640"), None))
    return "".join(
        sign for sign in unicodedata.normalize("NFC", folded) if not "\u064b" <= sign <= "\u0652"
    )  # Arabic vowel signs are written or left out at will


def frightening(said: Iterable[Said], code: str) -> list[str]:
    """Return a line for each message with a word that frightens or that the glossary avoids; leaflets may be quoted."""
    renderings = [term.rendering(code) for term in glossary()]
    avoid = tuple(word for each in renderings if each for word in each.avoid)
    search = pattern(fear_words().get(code, ()) + avoid).search
    return [
        f"{code}: {each.context}: “{found.group()}”: {each.text}"
        for each in said
        if not each.quotes_a_leaflet and (found := search(plain(each.text)))
    ]


@lru_cache(maxsize=8192)
def terms_in(source: str) -> tuple[Term, ...]:
    """Return the terms of the glossary in an English text; "ordinary low back pain" is one, and not "back" as well."""
    found, rest = [], plain(source)
    for term in sorted(glossary(), key=lambda term: -len(term.en)):
        rest, count = term.source.subn("·", rest)
        if count:
            found.append(term)
    return tuple(found)


def uses(said: Iterable[Said], code: str) -> list[Use]:
    """Return the use of each term that the glossary has in a language and that stands in the source."""
    said = tuple(said)
    counted = []
    for term in glossary():
        rendering = term.rendering(code)
        meant = (
            [each for each in said if not each.latin and each.text and term in terms_in(each.source)]
            if rendering
            else []
        )
        if rendering and meant:
            missing = tuple(each for each in meant if not rendering.pattern.search(plain(each.text)))
            counted.append(Use(code, term.id, len(meant), missing))
    return counted


def share(counted: Iterable[Use]) -> float:
    """Return the share (0..1) over all terms of a language."""
    counted = tuple(counted)
    return 1 - sum(len(use.missing) for use in counted) / max(1, sum(use.wanted for use in counted))


def forgotten(counted: Iterable[Use]) -> list[str]:
    """Return a line for a language, and for each of its terms, whose word is used too seldom."""
    counted = tuple(counted)
    seldom = [use for use in counted if use.share < LEAST_SHARE_OF_A_TERM]
    lines = [
        f"{use.code}: {use.term}: in {use.share:.0%} of {use.wanted}, not in {each.context}: {each.text}"
        for use in seldom
        for each in use.missing
    ]
    if share(counted) < LEAST_SHARE:
        lines.append(f"{counted[0].code}: words of the glossary in {share(counted):.0%}, at least {LEAST_SHARE:.0%}")
    return lines
