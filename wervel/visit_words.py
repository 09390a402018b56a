"""What stands on the page for a visit, in any language; cut to one A4, and honest about what is cut. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from wervel import diary_svg as svg
from wervel import insight_words as say
from wervel.content import Text, content
from wervel.diary.change import own_change
from wervel.diary.days import means, step_of
from wervel.diary.totals import activity, flare_ups, medicine_days, medicines, notes_for_visit
from wervel.i18n import Translator
from wervel.i18n.dates import first_weekday, short_day
from wervel.insight_words import Seen

#: What can be left out, in the order of the page.
PARTS = ("pain", "own", "did", "flares", "medicine", "notes", "questions")
#: What one A4 holds beside the rest: letters of notes and of medicines, notes, and flare-ups.
NOTE_LETTERS, MEDICINE_LETTERS, MOST_NOTES, MOST_FLARES = 800, 200, 5, 3

T = TypeVar("T")


@dataclass(frozen=True)
class Part:
    """A part of the page: lines (before the colon, after it), a line in soft print, how many more there are."""

    title: str
    lines: tuple[tuple[str, str], ...]
    soft: str = ""
    more: str = ""


@dataclass(frozen=True)
class Picture:
    """The pain of the period: address of the drawing, its text alternative, and what it says."""

    address: str
    alt: str
    says: tuple[str, ...]
    band: str


def period(seen: Seen, words: Translator) -> str:
    """Return the period and the number of days with an entry."""
    return words.text(content().insight.visit.period, n=words.number(len(seen.shown)), **_span(seen, words))


def picture(seen: Seen, words: Translator) -> Picture:
    """Return the pain over the period, with the band once there is a change to tell."""
    says, t, number = content().insight.visit, words.text, partial(say.number, words)
    span = _span(seen, words)
    step = step_of(seen.shown[0].date, seen.shown[-1].date)
    some = means(seen.shown, step, first_weekday(words))
    pains = [day.pain for day in some]
    drawn = svg.pain(some, step, span["start"], span["end"], seen.change, flare_ups(seen.shown))
    alt = t(content().insight.pain.alt, low=number(min(pains)), high=number(max(pains)), **span)
    if seen.change is None:
        mean = sum(day.pain for day in seen.shown) / len(seen.shown)
        return Picture(svg.address(drawn), alt, (t(says.pain_mean, now=number(mean)),), "")
    verdict: Text = getattr(says, seen.change.verdict)
    numbers = t(says.pain_change, began=number(seen.change.began), now=number(seen.change.now))
    return Picture(svg.address(drawn), alt, (numbers, t(verdict)), t(says.band))


def parts(seen: Seen, words: Translator, shown: Sequence[str]) -> list[Part]:
    """Return the parts that have text, in order, without those left out and those with nothing to tell."""
    made = {"own": _own, "did": _did, "flares": _flares, "medicine": _medicine, "notes": _notes}
    found = [made[name](seen, words) for name in PARTS if name in made and name in shown]
    return [part for part in found if part.lines or part.soft]


def _own(seen: Seen, words: Translator) -> Part:
    says, t, lines = content().insight.visit, words.text, []
    for name, label in say.own_names(seen).items():
        change = own_change(seen.known, name)
        if change:
            began, now = say.number(words, change.began), say.number(words, change.now)
            lines.append((label, t(says.own_change, began=began, now=now)))
        else:
            scores = [day.own[name] for day in seen.shown if name in day.own]
            lines.append((label, say.number(words, sum(scores) / len(scores))))
    return Part(t(says.own), tuple(lines), t(says.own_scale) if lines else "")


def _did(seen: Seen, words: Translator) -> Part:
    says, done = content().insight.visit, activity(seen.shown)
    soft = words.text(says.did_days, n=words.number(done.days)) if done.days else ""
    return Part(words.text(says.did), tuple(say.done(done, words)), soft)


def _flares(seen: Seen, words: Translator) -> Part:
    says, found = content().insight.visit, list(reversed(flare_ups(seen.shown)))
    lines = tuple((say.flare(each, words), "") for each in found[:MOST_FLARES])
    return Part(
        words.text(says.flares),
        lines,
        "" if found else words.text(says.flare_none),
        _more(len(found) - len(lines), words),
    )


def _medicine(seen: Seen, words: Translator) -> Part:
    says, number = content().insight.visit, medicine_days(seen.diary.shown)
    if not number:
        return Part(words.text(says.medicine), (), words.text(says.medicine_none))
    told = medicines(seen.diary.shown)
    kept = fitting(told, [len(each) for each in told], MEDICINE_LETTERS)
    lines = ((words.text(says.medicine_days, n=words.number(number)), ""), *((_flowing(each), "") for each in kept))
    return Part(words.text(says.medicine), lines, "", _more(len(told) - len(kept), words))


def _notes(seen: Seen, words: Translator) -> Part:
    says, told = content().insight.visit, notes_for_visit(seen.diary.shown)
    if not told:
        return Part(words.text(says.notes), (), words.text(says.notes_none))
    kept = fitting(told, [len(each.note) for each in told], NOTE_LETTERS)[:MOST_NOTES]
    lines = tuple((short_day(words, each.date), _flowing(each.note)) for each in kept)
    return Part(words.text(says.notes), lines, "", _more(len(told) - len(kept), words))


def fitting(items: Sequence[T], sizes: Sequence[int], most: int) -> tuple[T, ...]:
    """Return the first items whose sizes together stay within `most`; the very first one always."""
    room, kept = most, 0
    for size in sizes:
        if kept and size > room:
            break
        room -= size
        kept += 1
    return tuple(items[:kept])


def _flowing(text: str) -> str:
    """Return the words without the line breaks: paper has no room for them."""
    return " ".join(text.split())


def _more(number: int, words: Translator) -> str:
    return words.text(content().insight.visit.more, n=words.number(number)) if number else ""


def _span(seen: Seen, words: Translator) -> dict[str, str]:
    start, end = seen.shown[0].date, seen.shown[-1].date
    return {"start": short_day(words, start, year=True), "end": short_day(words, end, year=True)}
