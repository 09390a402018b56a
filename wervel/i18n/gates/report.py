"""The figures of all gates in tables, and what a language misses."""

from __future__ import annotations

from collections.abc import Iterator

from wervel.i18n.gates.form import changed, long_bars, untranslated
from wervel.i18n.gates.pages import gated, said
from wervel.i18n.gates.readability import FORMULAS, MOST_WORDS_OF_A_SIGN, figures, hard, lengths, too_long
from wervel.i18n.gates.words import forgotten, frightening, glossary, share, uses


def missed(code: str) -> list[str]:
    """Return a line for each thing that a language misses; none when it passes."""
    texts = said(code)
    found = [line for page in figures(texts, code) for line in hard(page)]
    for gate in (too_long, frightening, untranslated, changed, long_bars):
        found += gate(texts, code)
    return found + forgotten(uses(texts, code))


def tables() -> Iterator[str]:
    """Yield the lines of three tables: readability by page, words of signs, words of the glossary."""
    codes = gated()
    yield "Readability: score by the language's formula, words a sentence, longest sentence"
    for code in codes:
        if code in FORMULAS:
            yield f"  {code}: {FORMULAS[code].name}, at least {FORMULAS[code].floor:g}"
    cells = {
        (each.page, code): f"{each.score:.0f}  {each.mean:4.1f} {each.longest:3}"
        if each.score is not None
        else f"{each.mean:4.1f} {each.longest:3}"
        for code in codes
        for each in figures(said(code), code)
    }
    yield from _table(sorted({page for page, _ in cells}), codes, cells)
    yield ""
    yield "Alarm signs: words a sentence, with labels; share of sentences of 12 words or fewer (Dutch: all)"
    cells = {}
    for code in codes:
        signs = [length for each in said(code) if each.page == "alarm signs" for length, _ in lengths(each, code)]
        cells["words", code] = f"{sum(signs) / len(signs):.1f}"
        cells["to 12", code] = f"{sum(length <= MOST_WORDS_OF_A_SIGN['nl'] for length in signs) / len(signs):.0%}"
    yield from _table(["words", "to 12"], codes, cells)
    yield ""
    yield "Words of the glossary: share of the messages with the term that have its word"
    cells = {}
    for code in codes:
        counted = uses(said(code), code)
        cells |= {(use.term, code): f"{use.share:.0%}" for use in counted}
        cells["all", code] = f"{share(counted):.1%}" if counted else ""
    yield from _table([*(term.id for term in glossary()), "all"], codes, cells)


def _table(rows: list[str], codes: tuple[str, ...], cells: dict[tuple[str, str], str]) -> Iterator[str]:
    widest = {
        code: max([len(code), *(len(text) for (_, column), text in cells.items() if column == code)]) for code in codes
    }
    yield f"{'':20}" + "   ".join(f"{code:>{widest[code]}}" for code in codes)
    for row in rows:
        yield f"{row:20}" + "   ".join(f"{cells.get((row, code), ''):>{widest[code]}}" for code in codes)
