"""How well a text reads: words per sentence, and the formula that was made for its language. Pure.

Syllables are counted as runs of vowels that sound as one. Hyphenation patterns (pyphen, and textstat by them) do not
see a syllable of one letter (o-pen, a-dem) and so make every text look easier than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from wervel.i18n.gates.pages import Said, without_placeholders
from wervel.i18n.sentences import sentences

MOST_WORDS = 20  # of any sentence
MOST_WORDS_OF_A_SIGN = {"nl": 12}  # of a sentence of a red flag, read in fear; in other languages that is the average
MOST_WORDS_ON_AVERAGE = 12  # of the sentences of a page


@dataclass(frozen=True)
class Formula:
    """base - per_sentence * (words / sentence) - per_word * (syllables / word); more is easier, 100 very easy."""

    name: str
    base: float
    per_sentence: float
    per_word: float
    floor: float  # the least that a page may reach
    vowels: str  # what sounds as one syllable, as a regular expression

    def score(self, words: int, sentences: int, syllables: int) -> float:
        """Return the score of a text by its numbers of words, sentences and syllables, each at least 1."""
        return self.base - self.per_sentence * words / sentences - self.per_word * syllables / words


_DUTCH = r"aai|ooi|oei|ieu|eeu|aa|ee|oo|uu|ai|ie|oe|ui|eu|ou|au|ij|ei|(?<![aeiou])y(?![aeiou])|[aeiouàâäèêëìîïòôöùûü]"
_ENGLISH = r"[aeiouy]+?(?=ing\b)|(?<![tscgx])i(?=[ao])|e(?=o)|[aeiouyéï]+"
_GERMAN = r"aa|ee|oo|ei|ai|ey|au|eu|äu|ie|[aeiouyäöüéà]"
_FRENCH = r"eau|[aeiouyàâèêëîïôöùûüœ]*é|[aeiouyàâèêëîïôöùûüœ]+"
_TURKISH = r"[aeıioöuüâîû]"

#: Where a formula was made for the language. 65 in Dutch is our goal: plain for nearly all adults. The other floors are
#: as plain on their own scales: "fairly easy" begins at 70 on Flesch's, "easy" at 70 on Ateşman's; German names things
#: in long words, so plain text stays at 65 to 75 of Amstad's; Kandel and Moles give plain French some 5 more than
#: Flesch gives English. For other languages only the lengths of sentences are judged: a formula made for English says
#: nothing about Arabic or Polish.
FORMULAS: dict[str, Formula] = {
    "nl": Formula("Flesch-Douma", 206.84, 0.93, 77, 65, _DUTCH),
    "en": Formula("Flesch", 206.835, 1.015, 84.6, 70, _ENGLISH),
    "de": Formula("Flesch-Amstad", 180, 1, 58.5, 65, _GERMAN),
    "fr": Formula("Kandel-Moles", 207, 1.015, 73.6, 75, _FRENCH),
    "tr": Formula("Ateşman", 198.825, 2.61, 40.175, 70, _TURKISH),
}


@dataclass(frozen=True)
class Figures:
    """What was counted in the texts of one page in one language."""

    code: str
    page: str
    sentences: int
    words: int
    syllables: int
    longest: int  # words

    @property
    def mean(self) -> float:
        """Words per sentence."""
        return self.words / self.sentences

    @property
    def score(self) -> float | None:
        """The score by the language's formula, None where it has none."""
        formula = FORMULAS.get(self.code)
        return formula.score(self.words, self.sentences, self.syllables) if formula else None


def words(text: str) -> list[str]:
    """Return the words of a text as spaces part them, without those that have neither letter nor digit."""
    return [word for word in text.split() if any(sign.isalnum() for sign in word)]


@lru_cache(maxsize=65536)
def syllables(word: str, code: str) -> int:
    """Return the number of syllables of a word in a language of FORMULAS, at least 1 (a number counts as 1)."""
    plain = word.replace("İ", "i").replace("I", "ı") if code == "tr" else word
    plain = plain.lower().replace("qu", "q")
    if code == "nl":
        plain = plain.translate(str.maketrans("áéíóú", "aeiou"))  # there an acute is only stress: één, vóór
    if code == "en":
        plain = re.sub(r"(?<=[^aeiouyl\W])es?\b|(?<=[aeiouy]l)es?\b|(?<=[^aeioutd\W])ed\b", "", plain)
    if code == "fr":
        plain = re.sub(r"(?<=[^aeiouyàâéèêëîïôùûœ\W])es?\b", "", plain)
    return max(1, len(re.findall(FORMULAS[code].vowels, plain)))


def lengths(each: Said, code: str) -> list[tuple[int, str]]:
    """Return the number of words of each sentence of a message, and the sentence."""
    found = [part.strip() for part in sentences(without_placeholders(each.text), code)]
    return [(len(words(part)), part) for part in found if words(part)]


def most_words(context: str, code: str) -> int:
    """Return how many words a sentence may have at a place, in a language."""
    return MOST_WORDS_OF_A_SIGN.get(code, MOST_WORDS) if context.startswith("red_flags.") else MOST_WORDS


def too_long(said: Iterable[Said], code: str) -> list[str]:
    """Return a line for each sentence with more words than its place allows."""
    return [
        f"{code}: {each.context}: {length} words: {sentence}"
        for each in said
        for length, sentence in lengths(each, code)
        if length > most_words(each.context, code)
    ]


def figures(said: Iterable[Said], code: str) -> list[Figures]:
    """Return the figures of each page of a language. Labels (without a full stop) count for the longest only."""
    pages: dict[str, list[tuple[str, int, str]]] = {}
    for each in said:
        ends = each.text.rstrip("\"'”’»)\u2069 ")[-1:]
        for length, sentence in lengths(each, code):
            pages.setdefault(each.page, []).append((ends, length, sentence))
    counted = []
    for page, found in sorted(pages.items()):
        whole = [(length, sentence) for ends, length, sentence in found if ends and ends in ".!?…؟۔。"]
        if whole:
            texts = [word for _, sentence in whole for word in words(sentence)]
            spoken = sum(syllables(word, code) for word in texts) if code in FORMULAS else 0
            longest = max(length for _, length, _ in found)
            counted.append(Figures(code, page, len(whole), len(texts), spoken, longest))
    return counted


def hard(each: Figures) -> list[str]:
    """Return what a page misses, a line each."""
    missed = []
    formula = FORMULAS.get(each.code)
    if formula and each.score is not None and each.score < formula.floor:
        missed.append(f"{each.code}: {each.page}: {formula.name} {each.score:.0f}, at least {formula.floor:.0f} wanted")
    if each.mean > MOST_WORDS_ON_AVERAGE:
        missed.append(f"{each.code}: {each.page}: {each.mean:.1f} words a sentence, at most {MOST_WORDS_ON_AVERAGE}")
    return missed
