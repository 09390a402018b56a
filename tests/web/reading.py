"""What a person reads in a piece of HTML, and how to tell that it is still the English source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import lru_cache
from html.parser import HTMLParser

from wervel.content import Content, Text, content
from wervel.content.text import walk
from wervel.i18n import translator

#: Attributes that are read aloud or shown.
SPOKEN = ("aria-label", "alt", "title", "placeholder")
#: Placeholders that only ever hold a number.
NUMBERS = {"number", "total", "shown", "step", "n"}
VOID = {"meta", "link", "img", "br", "hr", "input"}


class _Words(HTMLParser):
    """Collects text and spoken attributes; leaves out scripts, styles, and parts marked as another language."""

    def __init__(self, code: str | None) -> None:
        super().__init__()
        self.code, self.found, self.silent = code, [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        other = tag != "html" and given.get("lang") not in (None, self.code)
        if tag not in VOID:
            self.silent.append(tag in {"script", "style"} or other or (bool(self.silent) and self.silent[-1]))
        if not (self.silent and self.silent[-1]):
            self.found += [given[name] for name in SPOKEN if given.get(name)]
            if tag == "meta" and given.get("name") == "description":
                self.found.append(given["content"])

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.silent.pop()

    def handle_data(self, data):
        if data.strip() and not (self.silent and self.silent[-1]):
            self.found.append(" ".join(data.split()))


def words_of(html: str, code: str | None = None) -> list[str]:
    """Return what a reader of the language `code` meets in `html`, in order."""
    parser = _Words(code)
    parser.feed(html)
    parser.close()
    assert not parser.silent, f"a tag is left open: {html[:200]}"
    return parser.found


@lru_cache(maxsize=1)
def all_texts() -> tuple[Text, ...]:
    whole = [getattr(content(), field.name) for field in fields(Content) if field.name != "leaflets"]
    found = (value for part in (*whole, content().statements) for _, value in walk(part))
    return tuple(value for value in found if isinstance(value, Text))


def _pattern(text: str) -> str:
    parts = re.split(r"\{([a-z_]*)\}", text)
    parts[::2] = [re.escape(part) for part in parts[::2]]
    parts[1::2] = [r"\d[\d.,]*" if name in NUMBERS else ".+" for name in parts[1::2]]
    return "".join(parts)


@lru_cache(maxsize=8)
def _english(code: str) -> tuple[re.Pattern[str], re.Pattern[str], set[str]]:
    """Source texts that this language says otherwise, to meet as a whole, and long ones anywhere; and those alike."""
    words = translator(code)
    same = {str(text) for text in all_texts() if words.text(text) == str(text)}
    differ = {str(text) for text in all_texts()} - same
    assert len(differ) > 200
    whole = re.compile("|".join(_pattern(text) for text in sorted(differ, key=len, reverse=True)))
    return whole, re.compile("|".join(_pattern(text) for text in differ if len(text) >= 20)), same


def english_left(shown: Iterable[str], code: str) -> list[str]:
    """Return what is shown in English although the language `code` has a translation of it."""
    whole, part, same = _english(code)
    plain = [re.sub(r"[\u2068\u2069]|\\(?=[^\w\s])", "", each).strip() for each in shown]
    return [each for each in plain if each not in same and (whole.fullmatch(each) or part.search(each))]


def not_extracted(shown: Iterable[str], allowed: Iterable[str] = ()) -> Iterator[str]:
    """Yield what a pseudo-locale shows without its marks: words that no translator will ever see."""
    for each in shown:
        rest = re.sub(r"\[[^\[\]]*\]|\u202e[^\u202c]*\u202c", "", each.replace("\\", ""))
        for name in sorted(allowed, key=len, reverse=True):
            rest = rest.replace(name, "")
        if re.search(r"[^\W\d_]{2}", rest):
            yield each
