"""Days, months and weekdays for charts, short, as a reader's language writes them; digits are Latin."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date, format_skeleton, get_day_names

from wervel.i18n.translator import Translator


def short_day(words: Translator, when: date, *, year: bool = False) -> str:
    """Return day and month ("12 mrt"), with the year when asked."""
    return str(format_skeleton("yMMMd" if year else "MMMd", when, locale=words.locale))


def month(words: Translator, when: date) -> str:
    """Return month and year ("mrt 2026")."""
    return str(format_skeleton("yMMM", when, locale=words.locale))


def weekday_and_day(words: Translator, when: date) -> str:
    """Return weekday, day and month ("do 12 mrt")."""
    return str(format_skeleton("MMMEd", when, locale=words.locale))


def full_day(words: Translator, when: date) -> str:
    """Return the date with its weekday, written out."""
    return str(format_date(when, format="full", locale=words.locale))


def first_weekday(words: Translator) -> int:
    """Return the day a week begins with: 0 is Monday, 6 is Sunday."""
    return int(words.locale.first_week_day)


def weekdays(words: Translator) -> list[str]:
    """Return the short names of the seven weekdays, in the order of the language's week."""
    names = get_day_names("short", context="stand-alone", locale=words.locale)
    return [str(names[(first_weekday(words) + place) % 7]) for place in range(7)]
