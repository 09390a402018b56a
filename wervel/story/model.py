"""What a person told, as codes and numbers, cut to what they share. Pure.

What is left out is not in a `Story` at all, so that no page, paper or file made of it can hold it. The level of the
outcome is left out on purpose: it would tell a sign that the person chose not to tell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from wervel.assessment.answers import NO, YES
from wervel.assessment.draft import Draft, answered
from wervel.assessment.rules import present
from wervel.content import Content
from wervel.content.models import Factor, Flag, Option
from wervel.content.story_models import PartId
from wervel.diary.entries import Diary, Entry
from wervel.diary.totals import notes_for_visit
from wervel.insight_words import Seen, look, own_names

#: All parts, in the order of the page.
PARTS: tuple[PartId, ...] = get_args(PartId)
#: What is shared as long as the person has not chosen: all but what is most private, which wants a tick.
DEFAULT: frozenset[PartId] = frozenset(PARTS) - {"intimate"}

Answer = Literal["yes", "unknown", "private", "no", "open"]


@dataclass(frozen=True)
class Sign:
    """An alarm sign or, when it was answered yes, a follow-up of one; "open": its screen was not answered yet."""

    id: str
    answer: Answer


@dataclass(frozen=True)
class Story:
    """What is shared; everything else is empty. parts: what has something to tell and is shared, in order.

    signs: in the order of the content. zones, limits, factors, since and leg: content ids. pain: 0..10. seen: the
    diary, without what is not shared of it.
    """

    parts: tuple[PartId, ...] = ()
    signs: tuple[Sign, ...] = ()
    zones: tuple[str, ...] = ()
    pain_now: int | None = None
    pain_worst: int | None = None
    since: str | None = None
    before: bool | None = None
    leg: str | None = None
    limits: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    seen: Seen | None = None

    def having(self, answer: Answer) -> tuple[str, ...]:
        """Return the ids of the signs that were answered so."""
        return tuple(sign.id for sign in self.signs if sign.answer == answer)


def available(draft: Draft, diary: Diary | None, content: Content) -> tuple[PartId, ...]:
    """Return the parts that have something to tell; "questions" always may: Python never sees those."""
    answers = draft.answers
    seen = look(diary) if diary else None
    there: dict[PartId, bool] = {
        "signs": any(sign.answer != "open" for sign in _signs(draft, content, intimate=False)),
        "intimate": any(sign.answer != "open" for sign in _signs(draft, content, intimate=True)),
        "where": bool(answers.zones),
        "pain": answers.pain_now is not None or answers.pain_worst is not None,
        "since": answers.duration_weeks is not None or answers.before is not None,
        "leg": answers.leg_pain is not None,
        "limits": bool(answers.limits),
        "factors": bool(answers.factors),
        "change": bool(seen and seen.shown),
        "own": bool(seen and own_names(seen)),
        "notes": bool(diary and notes_for_visit(diary.shown)),
        "questions": True,
    }
    return tuple(part for part in PARTS if there[part])


def tell(draft: Draft, diary: Diary | None, shares: Collection[PartId], content: Content) -> Story:
    """Return the story of a person, with the parts in `shares` and nothing of the others."""
    parts = tuple(part for part in available(draft, diary, content) if part in shares)
    answers, questions = draft.answers, content.questions
    signs = [
        *(_signs(draft, content, intimate=False) if "signs" in parts else ()),
        *(_signs(draft, content, intimate=True) if "intimate" in parts else ()),
    ]
    order = [name for flag in content.red_flags.flags for name in (flag.id, *(each.id for each in flag.follow_ups))]
    since = next((each.id for each in questions.duration.options if each.weeks == answers.duration_weeks), None)
    return Story(
        parts=parts,
        signs=tuple(sorted(signs, key=lambda sign: order.index(sign.id))),
        zones=_in_order(questions.zones, answers.zones) if "where" in parts else (),
        pain_now=answers.pain_now if "pain" in parts else None,
        pain_worst=answers.pain_worst if "pain" in parts else None,
        since=since if "since" in parts else None,
        before=answers.before if "since" in parts else None,
        leg=answers.leg_pain if "leg" in parts else None,
        limits=_in_order(questions.limits.options, answers.limits) if "limits" in parts else (),
        factors=_in_order(content.factors.factors, answers.factors) if "factors" in parts else (),
        seen=look(_cut(diary, parts)) if diary and {"change", "own", "notes"} & set(parts) else None,
    )


def _signs(draft: Draft, content: Content, *, intimate: bool) -> Iterator[Sign]:
    """Yield the signs, with the follow-ups answered yes. intimate: those that may be "rather not said", or the rest."""
    for flag in content.red_flags.flags:
        if bool(flag.private) == intimate:
            answer = _answer(flag, draft, content)
            yield Sign(flag.id, answer)
            if answer == YES:
                yield from (Sign(each.id, "yes") for each in flag.follow_ups if draft.answers.yes(each.id))


def _answer(flag: Flag, draft: Draft, content: Content) -> Answer:
    """Return how a sign was answered; one without a tick was answered no only where its screen was answered."""
    if present(flag, draft.answers):
        return "yes"
    given = draft.answers.flag(flag.id)
    if given == NO:
        return "no" if answered(draft, flag.group, content) else "open"
    return "private" if given == "private" else "unknown"


def _in_order(known: Iterable[Option | Factor], chosen: Collection[str]) -> tuple[str, ...]:
    return tuple(each.id for each in known if each.id in chosen)


def _cut(diary: Diary, parts: Collection[PartId]) -> Diary:
    """Return the diary without what no shared part tells."""
    return replace(
        diary,
        rows=tuple(_cut_entry(entry, parts) for entry in diary.rows),
        own=diary.own if "own" in parts else (),
    )


def _cut_entry(entry: Entry, parts: Collection[PartId]) -> Entry:
    note = entry.note if "notes" in parts and entry.note_for_visit else ""
    return Entry(
        id="",
        date=entry.date,
        pain_back=entry.pain_back if "change" in parts else 0,
        own=entry.own if "own" in parts else (),
        flare=entry.flare and "change" in parts,
        note=note,
        note_for_visit=bool(note),
    )
