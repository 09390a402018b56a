"""The tables behind the charts of a diary, for one reader: header first, newest last. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from wervel.charts import rows
from wervel.content import content
from wervel.diary.days import Day
from wervel.diary.totals import by_week
from wervel.i18n import Translator
from wervel.i18n.dates import first_weekday, short_day
from wervel.insight_words import Rows, minutes, number

Write = Callable[[date], str]
NONE = "–"
MOST_WEEKS = 13


def pain(some: Sequence[Day], words: Translator, write: Write) -> Rows:
    """Date, back, leg, flare-up."""
    says, t = content().insight.pain, words.text
    return rows(
        [t(says.date), t(says.back), t(says.leg), t(says.flare)],
        [
            [write(day.date), _score(words, day.pain), _score(words, day.leg), "★" if day.flare else NONE]
            for day in some
        ],
    )


def moving(some: Sequence[Day], words: Translator, write: Write) -> Rows:
    """Date, minutes, pain."""
    says, t = content().insight.moving, words.text
    return rows(
        [t(content().insight.pain.date), t(says.minutes), t(says.pain)],
        [
            [write(day.date), NONE if day.moved is None else words.number(round(day.moved)), _score(words, day.pain)]
            for day in some
        ],
    )


def weeks(some: Sequence[Day], words: Translator) -> list[tuple[str, str]]:
    """Return (week, minutes) of the latest weeks, newest first."""
    says, found = content().insight.moving.week, by_week(some, first_weekday(words))
    latest = list(reversed(found.items()))[:MOST_WEEKS]
    return [(words.text(says, start=short_day(words, begin)), minutes(words, week.total)) for begin, week in latest]


def calendar(some: Sequence[Sequence[tuple[date, Day | None]]], names: Sequence[str], words: Translator) -> Rows:
    """A row for each week, a column for each weekday."""
    header = [words.text(content().insight.calendar.week), *names]
    return rows(header, [[short_day(words, week[0][0]), *(_cell(words, day) for _, day in week)] for week in some])


def where(counts: Mapping[str, int], names: Mapping[str, str], words: Translator) -> Rows:
    """Place and days; `insight_table.html` gives every table its header."""
    says = content().insight.where
    header = [words.text(says.place), words.text(says.days)]
    return rows(header, [[names[zone], words.number(count)] for zone, count in counts.items()])


def own(some: Sequence[Day], names: Mapping[str, str], words: Translator, write: Write) -> Rows:
    """Date and a column for each own activity."""
    header = [words.text(content().insight.pain.date), *names.values()]
    return rows(header, [[write(day.date), *(_score(words, day.own.get(name)) for name in names)] for day in some])


def _score(words: Translator, value: float | None) -> str:
    return NONE if value is None else number(words, value)


def _cell(words: Translator, day: Day | None) -> str:
    return NONE if day is None else f"{number(words, day.pain)}{' ★' if day.flare else ''}"
