"""What a text leads to, for the live pages and the reading edition: statements, helplines, signs, sources, figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from wervel.content import content
from wervel.content.leaflet_models import Statement
from wervel.content.models import Flag, Source
from wervel.content.prevention_models import Helpline
from wervel.i18n import Translator, offered, translator
from wervel.i18n.provenance import standing

_PLACE = re.compile(r"\{\w+\}")


def said_by_topic(topics: tuple[str, ...], most: int = 3) -> list[Statement]:
    """Return the leaflets' statements on these topics that are seen differently now, a few of them."""
    return [each for each in content().statements if each.topic in topics and each.stance != "stands"][:most]


def people_lines(country: str) -> tuple[Helpline, ...]:
    """Return the helplines of a country (ISO 3166-1 alpha-2), none where we are not sure of any."""
    return next((each.lines for each in content().helplines.countries if each.code == country), ())


def spoken(line: Helpline, words: Translator) -> str:
    """Return the languages of a helpline in the reader's language."""
    return words.list([str(words.locale.languages.get(code, code)) for code in line.languages])


def signs() -> list[Flag]:
    """Return the alarm signs as the emergency panel names them, the most urgent first."""
    net, flags = content().levels.net, content().red_flags.flags
    urgent = [flag for flag in flags if flag.id in net.emergency_signs]
    return [*urgent, *(flag for flag in flags if flag.id in net.signs and flag not in urgent)]


@dataclass(frozen=True)
class SafetyState:
    """How far the safety texts of a language are: sentences for whoever asks, and the texts that nobody has read back
    (none where that is all of them)."""

    reader: Translator
    lines: tuple[str, ...]
    unread: tuple[str, ...]


def safety_states(words: Translator, readers: Iterable[Translator] | None = None) -> list[SafetyState]:
    """Tell in the language of `words` how far the languages of `readers` are; without them: all that are offered."""
    asked = [translator(each.code) for each in offered()] if readers is None else readers
    return [_safety_state(words, reader) for reader in asked]


def _safety_state(words: Translator, reader: Translator) -> SafetyState:
    w, t, found = content().pages.about, words.text, standing(reader.code)
    total = words.number(found.total)
    read = t(w.states_source) if found.is_source else t(w.states_read, n=words.number(found.read), total=total)
    checked = t(w.states_unchecked)
    if found.checked_on is not None:
        checked = t(w.states_checked, n=words.number(found.checked), total=total, day=words.day(found.checked_on))
    unread = dict.fromkeys(_PLACE.sub("…", reader.text(text)) for text in found.unread) if found.read else ()
    return SafetyState(reader, (read, checked), tuple(unread))


def cited(names: Sequence[str], sources: Iterable[Source]) -> list[Source]:
    """Return the sources of these ids."""
    return [source for source in sources if source.id in names]


def all_sources() -> list[Source]:
    """Return the sources of the whole app but those of the leaflets, each once, by title."""
    book = content()
    parts = (
        book.course, book.advice, book.spine, book.charts, book.insight, book.prevention, book.prevention_page,
        book.exercises, book.life_cards, book.balance,
    )  # fmt: skip
    by_id = {source.id: source for part in parts for source in part.sources}
    return sorted(by_id.values(), key=lambda source: source.title)


#: Says a text, with numbers in its placeholders as the language writes them.
Say = Callable[..., str]


def course_table(words: Translator, t: Say) -> list[list[str]]:
    """Return the numbers of the chart of a year of pain, its header first; `t` says a text to the reader."""
    chart, number = content().charts.course, words.number
    return [
        [t(chart.x), t(chart.acute), t(chart.persistent)],
        *([number(point.weeks), number(point.acute), number(point.persistent)] for point in chart.points),
    ]


def scans_table(words: Translator, t: Say) -> list[list[str]]:
    """Return the numbers of the chart of scans of people without pain, its header first; `t` says a text."""
    chart = content().charts.scans
    ages = [point.age for point in chart.findings[0].points]
    return [
        [t(chart.x), *(t(finding.label) for finding in chart.findings)],
        *(
            [words.number(age), *(words.percent(finding.points[row].percent / 100) for finding in chart.findings)]
            for row, age in enumerate(ages)
        ),
    ]


def people_table(words: Translator, t: Say) -> list[list[str]]:
    """Return the two numbers of the picture of people; `t` says a text with a number in it."""
    chart, number = content().charts.people, words.number
    counted = ((chart.with_back, chart.back), (chart.with_leg, chart.leg))
    return [[t(text, n=people), number(people)] for text, people in counted]
