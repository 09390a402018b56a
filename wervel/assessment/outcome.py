"""From answers to outcome: the level, why, the phase, and the advice that fits. Pure; words are looked up by id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wervel.assessment.answers import PRIVATE, YES, Answers
from wervel.assessment.rules import Finding, findings, highest
from wervel.content import Content
from wervel.content.models import LevelId

#: "Much pain" for choosing advice: a worst pain of 7 or more of 10 (a common cut for severe pain).
HIGH_PAIN = 7


@dataclass(frozen=True)
class Outcome:
    """What the answers lead to; all but `level` by content id.

    because: the signs that give the level. signs: every sign answered yes, with its follow-ups, for the card.
    unsure: signs answered "I don't know". notes: signs with something to know at any level. contact: who to call
    when not the doctor. phase: the word for the time since it began, None when that is not known.
    """

    level: LevelId
    because: tuple[str, ...]
    signs: tuple[str, ...]
    unsure: tuple[str, ...]
    notes: tuple[str, ...]
    contact: str | None
    phase: str | None
    advice: tuple[str, ...]
    factors: tuple[str, ...]
    private: bool


def assess(answers: Answers, content: Content) -> Outcome:
    """Return the outcome: the highest level that any rule gives, and what goes with it."""
    found = list(findings(content.red_flags, answers))
    level = highest([finding.level for finding in found])
    leading = [] if level == "N" else [finding for finding in found if finding.level == level]
    phase = phase_of(answers.duration_weeks, content)
    contacts = {finding.flag.contact for finding in leading}
    return Outcome(
        level=level,
        because=tuple(finding.flag.id for finding in leading),
        signs=tuple(_signs(found, answers)),
        unsure=tuple(finding.flag.id for finding in found if not finding.sure),
        notes=tuple(finding.flag.id for finding in found if finding.sure and finding.flag.note),
        contact=contacts.pop() if len(contacts) == 1 else None,
        phase=phase,
        advice=tuple(_advice(answers, level, phase, content)),
        factors=tuple(each.id for each in content.factors.factors if each.id in answers.factors),
        private=PRIVATE in answers.flags.values(),
    )


def phase_of(weeks: float | None, content: Content) -> str | None:
    """Return the id of the phase for a time in weeks: up to and including its `until`; None when not known."""
    if weeks is None:
        return None
    return next((phase.id for phase in content.course.phases if phase.until is None or weeks <= phase.until), None)


def _signs(found: list[Finding], answers: Answers) -> Iterator[str]:
    for finding in found:
        if finding.sure:
            yield finding.flag.id
            yield from (each.id for each in finding.flag.follow_ups if answers.yes(each.id))


def facts_of(answers: Answers, level: LevelId, phase: str | None) -> frozenset[str]:
    """Return what the answers say as facts `kind:value`, e.g. `limit:sitting`: content names them to choose by."""
    facts = {f"level:{level}"} | {f"limit:{name}" for name in answers.limits}
    facts |= {f"factor:{name}" for name in answers.factors}
    facts |= {f"flag:{name}" for name, answer in answers.flags.items() if answer == YES}
    if phase is not None:
        facts.add(f"phase:{phase}")
    if answers.leg_pain is not None:
        facts.add(f"leg:{answers.leg_pain}")
    if max(answers.pain_now or 0, answers.pain_worst or 0) >= HIGH_PAIN:
        facts.add("pain:high")
    return frozenset(facts)


def _advice(answers: Answers, level: LevelId, phase: str | None, content: Content) -> Iterator[str]:
    facts = facts_of(answers, level, phase)
    for advice in sorted(content.advice.advice, key=lambda each: each.order):
        if not advice.when or facts.intersection(advice.when):
            yield advice.id
