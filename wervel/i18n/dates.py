"""Days, months and weekdays for charts, short, as a reader's language writes them; digits are Latin.

What was written once is remembered: a chart and its table write hundreds of dates, and CLDR patterns are slow.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

from babel.dates import format_skeleton, get_day_names

from wervel.i18n.translator import Translator

LONGEST_WEEKDAY = 3  # letters that fit above a column of seven on a phone


@lru_cache(maxsize=8192)
def short_day(words: Translator, when: date, *, year: bool = False) -> str:
    """Return day and month ("12 mrt"), with the year when asked.

    In a script from right to left between direction marks: a chart lays out its text from the left.
    """
    written = str(format_skeleton("yMMMd" if year else "MMMd", when, locale=words.locale))
    return f"\u2067{written}\u2069" if words.dir == "rtl" else written


@lru_cache(maxsize=1024)
def month(words: Translator, when: date) -> str:
    """Return month and year ("mrt 2026")."""
    return str(format_skeleton("yMMM", when, locale=words.locale))


def first_weekday(words: Translator) -> int:
    """Return the day a week begins with: 0 is Monday, 6 is Sunday."""
    return int(words.locale.first_week_day)


def weekdays(words: Translator) -> list[str]:
    """Return the seven weekdays in the order of the language's week: short, or one letter where short is long."""
    names = _weekdays(words, "short")
    return names if max(map(len, names)) <= LONGEST_WEEKDAY else _weekdays(words, "narrow")


def _weekdays(words: Translator, width: Literal["short", "narrow"]) -> list[str]:
    names = get_day_names(width, context="stand-alone", locale=words.locale)
    return [str(names[(first_weekday(words) + place) % 7]) for place in range(7)]
