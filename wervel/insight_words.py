"""What a diary says in words, for one reader: sentences and lines. Pure; the views only lay them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from wervel.content import Text, content
from wervel.diary import Diary
from wervel.diary.change import Change, Phase, first_days, names_of, own_change, pain_change
from wervel.diary.days import Day, days
from wervel.diary.links import Link
from wervel.diary.totals import Activity, FlareUp
from wervel.i18n import Translator
from wervel.i18n.dates import short_day

Rows = list[list[str]]


@dataclass(frozen=True)
class Seen:
    """A diary looked at once: its known days, how many are its beginning, those of the window, how the pain changed."""

    diary: Diary
    known: tuple[Day, ...]
    first: int
    shown: tuple[Day, ...]
    change: Change | None


def look(diary: Diary) -> Seen:
    """Return the diary's days and its change, worked out once for a screen."""
    known = days(diary.rows)
    first = first_days(diary, known)
    shown = tuple(day for day in known if diary.window.start <= day.date <= diary.window.end)
    return Seen(diary, known, first, shown, pain_change(known, first))


def number(words: Translator, value: float) -> str:
    """Return a mean with at most one decimal, as the language writes it."""
    return _number(words, round(value, 1))


@lru_cache(maxsize=4096)
def _number(words: Translator, value: float) -> str:
    return words.number(value)


def first(seen: Seen, words: Translator) -> list[str]:
    """Return the one or two sentences that come before any picture."""
    says, t = content().insight.first, words.text
    if seen.diary.total == 0:
        return [t(says.empty)]
    if not seen.shown:
        return [t(says.nothing)]
    if seen.change is None:
        return [t(says.begun, n=words.number(len(seen.known)))]
    verdict: Text = getattr(says, seen.change.verdict)
    told = [t(verdict, began=number(words, seen.change.began), now=number(words, seen.change.now))]
    return [*told, t(says.settles)] if seen.change.verdict == "worse" else told


def phase(told: Phase, words: Translator) -> str:
    """Return a phase as a sentence."""
    says: Text = getattr(content().insight.phases, told.verdict)
    long = told.start.year != told.end.year
    span = {"start": short_day(words, told.start, year=long), "end": short_day(words, told.end, year=long)}
    return words.text(says, now=number(words, told.pain), **span)


def flare(told: FlareUp, words: Translator) -> str:
    """Return a flare-up as a line."""
    says, most = content().insight.flares, number(words, told.most)
    start = short_day(words, told.start, year=True)
    if told.length == 1:
        return words.text(says.day, start=start, most=most)
    end = short_day(words, told.end, year=True)
    return words.text(says.one, start=start, end=end, n=words.number(told.length), most=most)


def own_names(seen: Seen) -> dict[str, str]:
    """Return the own activities that have a score in the window: the person's name for each, by id."""
    return names_of(seen.shown, {each.id: each.name for each in seen.diary.own})


def own_lines(seen: Seen, words: Translator) -> list[str]:
    """Return a sentence for each own activity: how it changed, or the mean so far."""
    says, found = content().insight.own, []
    for name, label in own_names(seen).items():
        change = own_change(seen.known, name)
        if change:
            began, now = number(words, change.began), number(words, change.now)
            found.append(words.text(getattr(says, change.verdict), name=label, began=began, now=now))
        else:
            scores = [day.own[name] for day in seen.shown if name in day.own]
            found.append(words.text(says.so_far, name=label, now=number(words, sum(scores) / len(scores))))
    return found


def minutes(words: Translator, value: float) -> str:
    """Return minutes as the language writes them."""
    return words.text(content().insight.minutes, n=words.number(round(value)))


def done(activity: Activity, words: Translator) -> list[tuple[str, str]]:
    """Return (what, minutes) for each kind that was noted."""
    names = {each.id: each.label for each in content().diary.kinds}
    return [(words.text(names[kind]), minutes(words, value)) for kind, value in activity.minutes.items()]


def link(told: Link, words: Translator) -> dict[str, str]:
    """Return a link in words: title, what goes together, how sure, and a kind word where one is needed."""
    says, t = content().insight.links, words.text
    pair = next(each for each in says.pairs if each.id == told.pair)
    sign = pair.none if told.sure == "unsure" else pair.up if told.correlation > 0 else pair.down
    sure: Text = getattr(says, told.sure)
    kind = t(says.more_pain) if told.pair == "moved_pain" and sign is pair.up else ""
    return {"title": t(pair.title), "text": t(sign), "sure": t(sure), "kind": kind}


def link_rows(told: Sequence[Link], words: Translator) -> Rows:
    """Return the table behind the links: correlation, its interval, days."""
    says, t = content().insight.links, words.text
    titles = {each.id: each.title for each in says.pairs}
    header = [t(says.pair), t(says.correlation), t(says.between), t(says.days)]
    return [
        header,
        *(
            [
                t(titles[each.pair]),
                _signed(words, each.correlation),
                f"{_signed(words, each.low)} … {_signed(words, each.high)}",
                words.number(each.pairs),
            ]
            for each in told
        ),
    ]


def _signed(words: Translator, value: float) -> str:
    # Left-to-right marks: a minus stays before its number in a text from right to left.
    return f"\u2066{words.number(round(value, 2))}\u2069"
