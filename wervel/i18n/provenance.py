"""How far the safety texts of a language are: drafted, read back, checked by a clinician.

A person declares it in `locales/provenance.yaml`. It holds for the very text that was read: `locales/<code>/stamps.txt`
has a digest of source and translation for each. A text that is another one since then counts as drafted again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import yaml

from wervel import ROOT
from wervel.content import ContentError, Text, content
from wervel.content.load import line_of, load
from wervel.content.provenance_models import LanguageMark, Mark, Provenance, State
from wervel.content.text import located
from wervel.i18n.extract import SAFETY, is_safety
from wervel.i18n.registry import registry
from wervel.i18n.translator import translator

#: From the least to the most.
STATES: tuple[State, ...] = ("drafted", "read_back", "source", "checked")
SOURCE_LANGUAGE = "en"

_DRAFTED = LanguageMark(state="drafted")
_STAMP = re.compile(r"([0-9a-f]{12}) (\S+)")


# --- rules, pure ------------------------------------------------------------------------------------------------------


def rank(state: State) -> int:
    """Return how far a state is; a higher number is further."""
    return STATES.index(state)


def mark_of(mark: LanguageMark, context: str) -> Mark:
    """Return what is declared of a text: the longest part that its context is or begins with, else the language's."""
    parts = [part for part in mark.parts if _within(context, part)]
    return mark.parts[max(parts, key=len)] if parts else mark


def digest(source: str, translation: str) -> str:
    """Return what a reading is bound to, 12 hex digits: a change of either side makes it another text."""
    return sha256(f"{source}\0{translation}".encode()).hexdigest()[:12]


def resolve(
    mark: LanguageMark, stamps: Mapping[str, str], digests: Mapping[str, str], floor: State = "drafted"
) -> dict[str, State]:
    """Return the state of each context of `digests`; what is declared counts where the stamp fits, else `floor`."""
    found = {}
    for context, current in digests.items():
        declared = mark_of(mark, context).state
        further = rank(declared) > rank(floor) and stamps.get(context) == current
        found[context] = declared if further else floor
    return found


def _within(context: str, part: str) -> bool:
    return context == part or context.startswith(f"{part}.")


# --- the app's own languages ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Standing:
    """The safety texts of a language: how many there are and how many have got how far; the day of the last check."""

    language: str
    counts: Mapping[State, int]
    checked_on: date | None
    unread: tuple[Text, ...]
    """Those that nobody has read back, in the order of the content."""

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    @property
    def read(self) -> int:
        """How many are read back, or more."""
        return self.total - len(self.unread)

    @property
    def checked(self) -> int:
        """How many a clinician has checked."""
        return self.counts["checked"]

    @property
    def is_source(self) -> bool:
        """Tell whether the texts were written in this language."""
        return self.language == SOURCE_LANGUAGE


@lru_cache(maxsize=1)
def provenance() -> Provenance:
    """Return `locales/provenance.yaml` and check it, stamps too; raises ContentError when something does not fit."""
    file = ROOT / "locales" / "provenance.yaml"
    found = load(file, Provenance)
    known = {each.code for each in registry().languages}
    for code, mark in found.languages.items():
        if code not in known:
            raise _misfit(file, ("languages", code), "the code of a language of languages.yaml expected")
        for part in mark.parts:
            if not contexts_in(part):
                raise _misfit(file, ("languages", code, "parts", part), "the context of a safety text expected")
        read_stamps(code)
    return found


@lru_cache(maxsize=1)
def safety_texts() -> tuple[Text, ...]:
    """Return the texts that a person acts on in an emergency, in the order of the content."""
    files = dict.fromkeys(context.split(".")[0] for context in SAFETY)
    values = (value for name in files for _, value in located(getattr(content(), name)))
    return tuple(value for value in values if isinstance(value, Text) and is_safety(value.context))


def contexts_in(part: str) -> list[str]:
    """Return the contexts of the safety texts that are `part` or begin with it, cut at a dot."""
    return [text.context for text in safety_texts() if _within(text.context, part)]


@lru_cache(maxsize=64)
def states(code: str) -> Mapping[str, State]:
    """Return the state of each safety text of a language by its context."""
    return resolve(_mark(code), read_stamps(code), digests(code), _floor(code))


def state_of(code: str, context: str) -> State:
    """Return the state of one safety text; raises KeyError when the context is none of a safety text."""
    return states(code)[context]


def counts(code: str) -> Mapping[State, int]:
    """Return how many safety texts of a language are in each state."""
    found = Counter(states(code).values())
    return {state: found[state] for state in STATES}


def lowest(code: str) -> State:
    """Return the state that every safety text of a language has reached."""
    return min(states(code).values(), key=rank)


def standing(code: str) -> Standing:
    """Return what there is to tell about the safety texts of a language."""
    found, mark = states(code), _mark(code)
    days = (mark_of(mark, context).date for context, state in found.items() if state == "checked")
    return Standing(
        language=code,
        counts=counts(code),
        checked_on=max((day for day in days if day), default=None),
        unread=tuple(text for text in safety_texts() if found[text.context] == "drafted"),
    )


# --- stamps -----------------------------------------------------------------------------------------------------------


def digests(code: str) -> dict[str, str]:
    """Return by context the digest of each safety text as it is shown now, "" for one that is not translated."""
    words = translator(code)
    return {text.context: digest(str(text), words.text(text)) if words.has(text) else "" for text in safety_texts()}


def stamps_file(code: str) -> Path:
    """Return the path of a language's stamps."""
    return ROOT / "locales" / code / "stamps.txt"


def read_stamps(code: str) -> dict[str, str]:
    """Return by context the digest of each text that was read; none without the file."""
    file = stamps_file(code)
    if not file.exists():
        return {}
    found = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        stamp = _STAMP.fullmatch(line)
        if stamp is None:
            raise ContentError(file, number, "", "12 hex digits and a context expected")
        found[stamp[2]] = stamp[1]
    return found


def awaiting(code: str) -> list[str]:
    """Return the contexts that are declared further than they are: they have no stamp, or are another text since."""
    mark, found = _mark(code), states(code)
    return [context for context, state in found.items() if rank(mark_of(mark, context).state) > rank(state)]


def stamp(code: str, part: str = "") -> list[str]:
    """Write down that the texts of a language (of a part) are the ones that were read; returns what is new or changed.

    Texts that are declared as drafts, or not translated, get no stamp.
    """
    current, old = digests(code), read_stamps(code)
    mark, floor = _mark(code), _floor(code)
    wanted = [each for each, made in current.items() if made and rank(mark_of(mark, each).state) > rank(floor)]
    inside = {context for context in wanted if not part or _within(context, part)}
    new = {context: current[context] if context in inside else old.get(context) for context in wanted}
    _write(code, ((context, stamped) for context, stamped in new.items() if stamped))
    states.cache_clear()
    return [context for context in wanted if context in inside and old.get(context) != current[context]]


def _write(code: str, stamped: Iterable[tuple[str, str]]) -> None:
    head = "# The safety texts that were read, see provenance.yaml; by `python -m wervel.i18n provenance --stamp`.\n"
    lines = "".join(f"{each} {context}\n" for context, each in stamped)
    if lines or stamps_file(code).exists():
        stamps_file(code).parent.mkdir(parents=True, exist_ok=True)
        stamps_file(code).write_text(head + lines, encoding="utf-8")


def _mark(code: str) -> LanguageMark:
    return provenance().languages.get(code, _DRAFTED)


def _floor(code: str) -> State:
    return "source" if code == SOURCE_LANGUAGE else "drafted"


def _misfit(file: Path, location: tuple[str, ...], expected: str) -> ContentError:
    node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    return ContentError(file, line_of(node, location), ".".join(location), expected)
