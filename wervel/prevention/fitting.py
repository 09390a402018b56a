"""Which items a person sees this week, and because of what."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from typing import get_args

from wervel.content.prevention_models import Item, Rule
from wervel.prevention.facts import SAME

RULES: tuple[Rule, ...] = get_args(Rule)
#: More than seven things are a burden, not a help (and the issue's number).
MOST = 7
#: Of seven, no rule gets more than two: the four rules stay in balance.
MOST_OF_A_RULE = 2
#: Weight is spoken of when the person does: among equals it comes last, and its second place is for who is meant by it.
LAST: Rule = "weight"


@dataclass(frozen=True)
class Fitted:
    """An item on the list; `because` is the fact of the person that it answers, None when it suits everybody."""

    item: Item
    because: str | None


def monday(day: date) -> date:
    """Return the first day of the week of `day` (weeks begin on Monday, as ISO 8601 counts them)."""
    return day - timedelta(days=day.weekday())


def fit(
    items: Sequence[Item],
    facts: Collection[str],
    day: date,
    *,
    swapped: Collection[str] = (),
    kept_up: Collection[str] = (),
) -> tuple[Fitted, ...]:
    """Return at most seven items for the week of `day`, in the order of the rules.

    swapped: items the person wants something else for. kept_up: items ticked in the week before: among equals they
    come first, because a habit grows by repeating; the others take turns from week to week. The same input gives the
    same list all week. Never an item with a `not_for` among the facts; each rule that has an item gets one, and none
    more than two.
    """
    week = monday(day).isoformat()

    def rank(item: Item) -> tuple[int, bool, bool, bytes]:
        turn = blake2b(f"{week} {item.id}".encode(), digest_size=8).digest()
        return -_suits(item, facts), item.rule == LAST, item.id not in kept_up, turn

    allowed = [item for item in items if item.id not in swapped and not set(item.not_for) & set(facts)]
    ranked = sorted(allowed, key=rank)
    chosen: list[Item] = []
    for rule in RULES:
        chosen += [item for item in ranked if item.rule == rule][:1]
    for item in ranked:
        if len(chosen) >= MOST:
            break
        room = sum(each.rule == item.rule for each in chosen) < MOST_OF_A_RULE
        if item not in chosen and room and (item.rule != LAST or because(item, facts)):
            chosen.append(item)
    order = sorted(chosen, key=lambda item: (RULES.index(item.rule), ranked.index(item)))
    return tuple(Fitted(item, because(item, facts)) for item in order)


def because(item: Item, facts: Collection[str]) -> str | None:
    """Return the first fact of the item's own list that the person has, None when there is none."""
    return next((fact for fact in item.fits if fact in facts), None)


def _suits(item: Item, facts: Collection[str]) -> int:
    """How well an item suits: things it answers, each once; 0 for everybody; -1 when it is meant for others."""
    return len({SAME.get(fact, fact) for fact in item.fits if fact in facts}) or (0 if not item.fits else -1)
