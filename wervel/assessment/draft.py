"""A self-assessment under way, as it is kept on the device: versioned, checked on the way in. Pure.

A widget's key names what it answers: `R1` a sign, `R6_worse` a follow-up, `R1_unknown` not sure, `R4_private` rather
not say, `none_<group>`, `unsure_<group>`, `zone_<id>`, `limit_<id>`, `factor_<id>`; these are ticks (True or False).
`age`, `duration`, `before`, `leg_pain`, `pain_now`, `pain_worst` are choices: the index of the option, or None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from wervel.assessment.answers import NO, PRIVATE, UNKNOWN, YES, AnswerError, Answers, parse_answers
from wervel.assessment.rules import ORDER
from wervel.assessment.steps import START, flags_of, steps
from wervel.content import Content
from wervel.content.models import LevelId

VERSION = 1
SETS = {"zone": "zones", "limit": "limits", "factor": "factors"}
PAIN = ("pain_now", "pain_worst")

Value = bool | int | None


class DraftError(ValueError):
    """A kept draft that cannot be read."""


@dataclass(frozen=True)
class Draft:
    """Answers so far, the screen shown, the furthest screen reached, groups answered "none" or "unsure", and the
    alarm level already shown on the way."""

    answers: Answers = field(default_factory=Answers)
    step: str = START
    furthest: str = START
    none: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    alarm_shown: LevelId | None = None

    @property
    def empty(self) -> bool:
        """Tell whether nothing was answered yet."""
        return replace(self.answers, country=None) == Answers() and not self.none and not self.unsure


def dump(draft: Draft) -> dict[str, Any]:
    """Return the draft as JSON data; `load` reads it back."""
    answers = draft.answers
    return {
        "version": VERSION,
        "step": draft.step,
        "furthest": draft.furthest,
        "none": sorted(draft.none),
        "unsure": sorted(draft.unsure),
        "alarm_shown": draft.alarm_shown,
        "answers": {
            "age": answers.age,
            "flags": dict(answers.flags),
            "duration_weeks": answers.duration_weeks,
            "before": answers.before,
            "pain_now": answers.pain_now,
            "pain_worst": answers.pain_worst,
            "zones": sorted(answers.zones),
            "leg_pain": answers.leg_pain,
            "limits": sorted(answers.limits),
            "factors": sorted(answers.factors),
        },
    }


def load(data: object, content: Content) -> Draft:
    """Return the draft of `dump`; raises DraftError for anything that is not one."""
    if not isinstance(data, Mapping) or data.get("version") != VERSION:
        raise DraftError("not a draft of this version")
    groups = {group.id for group in content.red_flags.groups}
    order = steps(content)
    try:
        answers = parse_answers(data["answers"], content)
        none, unsure = frozenset(data["none"]), frozenset(data["unsure"])
        step, furthest, shown = data["step"], data["furthest"], data["alarm_shown"]
        fits = step in order and furthest in order and none <= groups and unsure <= groups
        fits = fits and (shown is None or shown in ORDER)
    except (AnswerError, KeyError, TypeError) as error:
        raise DraftError("a part is missing or odd") from error
    if not fits:
        raise DraftError("a name is unknown")
    return Draft(answers=answers, step=step, furthest=furthest, none=none, unsure=unsure, alarm_shown=shown)


def move(draft: Draft, step: str, content: Content) -> Draft:
    """Go to a screen; the furthest one reached is remembered."""
    order = steps(content)
    return replace(draft, step=step, furthest=max(draft.furthest, step, key=order.index))


def answered(draft: Draft, step: str, content: Content) -> bool:
    """Tell whether a screen lets go: a group of red flags wants a tick first, every other screen can be skipped."""
    flags = flags_of(step, content)
    if not flags or step in draft.none:
        return True
    return any(draft.answers.flag(flag.id) != NO for flag in flags)


def unanswered(draft: Draft, content: Content) -> str | None:
    """Return the first group of red flags that still wants an answer; None when all have one."""
    return next((group.id for group in content.red_flags.groups if not answered(draft, group.id, content)), None)


def merged(kept: Draft, fresh: Draft, content: Content) -> Draft:
    """Return the kept draft with what was answered just now on top of it; nothing is lost."""
    if fresh.empty:
        return kept
    old, new = dump(kept), dump(fresh)
    answers = {**old["answers"], **{name: value for name, value in new["answers"].items() if value not in (None, [])}}
    sure = {name: YES for each in (old, new) for name, answer in each["answers"]["flags"].items() if answer == YES}
    answers["flags"] = {**old["answers"]["flags"], **new["answers"]["flags"], **sure}
    for name in SETS.values():
        answers[name] = sorted({*old["answers"][name], *new["answers"][name]})
    none = [group for group in {*old["none"], *new["none"]} if not _any_in(group, answers["flags"], content)]
    unsure = sorted({*old["unsure"], *new["unsure"]})
    return load({**old, "answers": answers, "none": none, "unsure": unsure}, content)


def _any_in(group: str, flags: Mapping[str, str], content: Content) -> bool:
    return any(flags.get(flag.id, NO) != NO for flag in flags_of(group, content))


def value(draft: Draft, key: str, content: Content) -> Value:
    """Return what the widget `key` shows for this draft."""
    kind, _, name = key.partition("_")
    if kind in SETS:
        return name in getattr(draft.answers, SETS[kind])
    if kind in {"none", "unsure"}:
        return name in getattr(draft, kind)
    if name in {UNKNOWN, PRIVATE}:
        return draft.answers.flag(kind) == name
    if key in PAIN:
        return getattr(draft.answers, key)  # type: ignore[no-any-return]
    options = choices(content).get(key)
    if options is not None:
        current = getattr(draft.answers, FIELDS[key])
        return options.index(current) if current in options else None
    return draft.answers.yes(key)


#: Which answer a choice sets.
FIELDS = {"age": "age", "duration": "duration_weeks", "before": "before", "leg_pain": "leg_pain"}


def choices(content: Content) -> dict[str, list[Any]]:
    """Return by key the answers that the options of each choice stand for, in order."""
    questions = content.questions
    return {
        "age": [option.years for option in questions.age.options],
        "duration": [option.weeks for option in questions.duration.options],
        "before": [option.id == "yes" for option in questions.duration.before_options],
        "leg_pain": [option.id for option in questions.leg_pain.options],
    }


def tick(draft: Draft, key: str, given: Value, content: Content) -> Draft:
    """Return the draft after the widget `key` was given a value; raises DraftError for a key that does not exist."""
    kind, _, name = key.partition("_")
    if key in PAIN:
        chosen = None if given is None else min(10, max(0, int(given)))
        return _with(draft, key, chosen)
    if key in FIELDS:
        options = choices(content)[key]
        picked = options[int(given)] if given is not None and 0 <= int(given) < len(options) else None
        return _with(draft, FIELDS[key], picked)
    if kind in SETS:
        members = getattr(draft.answers, SETS[kind])
        changed = members | {name} if given else members - {name}
        return _checked(replace(draft, answers=replace(draft.answers, **{SETS[kind]: changed})), content)
    if kind in {"none", "unsure"}:
        return _whole_group(draft, kind, name, bool(given), content)
    answer = name if name in {UNKNOWN, PRIVATE} else YES
    sign = kind if answer != YES else key
    if not given and draft.answers.flag(sign) not in {answer, NO}:
        return draft  # another answer was given since: taking this one back must not take back that one
    return _sign(draft, sign, answer if given else NO, content)


def _with(draft: Draft, name: str, answer: object) -> Draft:
    answers: dict[str, Any] = {name: answer}
    return replace(draft, answers=replace(draft.answers, **answers))


def _checked(draft: Draft, content: Content) -> Draft:
    """Refuse names that no content knows, by the same check as for answers from outside."""
    return load(dump(draft), content)


def _whole_group(draft: Draft, kind: str, group: str, given: bool, content: Content) -> Draft:
    """ "None of these" clears the group's signs; "not sure" only opens the list of signs to be not sure about."""
    flags = flags_of(group, content)
    if not flags:
        raise DraftError(f"no group {group}")
    own = {flag.id for flag in flags} | {each.id for flag in flags for each in flag.follow_ups}
    groups = getattr(draft, kind)
    draft = replace(draft, **{kind: groups | {group} if given else groups - {group}})
    if kind == "none" and given:
        kept = {name: answer for name, answer in draft.answers.flags.items() if name not in own}
        return replace(draft, unsure=draft.unsure - {group}, answers=replace(draft.answers, flags=kept))
    if kind == "unsure" and not given:
        kept = {name: a for name, a in draft.answers.flags.items() if name not in own or a != UNKNOWN}
        return replace(draft, answers=replace(draft.answers, flags=kept))
    return replace(draft, none=draft.none - {group}) if given else draft


def _sign(draft: Draft, name: str, answer: str, content: Content) -> Draft:
    flag = next(
        (flag for flag in content.red_flags.flags if name == flag.id or name in {each.id for each in flag.follow_ups}),
        None,
    )
    if flag is None or (answer == PRIVATE and not flag.private) or (answer in {UNKNOWN, PRIVATE} and name != flag.id):
        raise DraftError(f"no sign {name}")
    flags = {key: given for key, given in draft.answers.flags.items() if key != name}
    if answer != NO:
        flags[name] = answer
    if name == flag.id and answer != YES:  # follow-ups belong to a yes
        flags = {key: given for key, given in flags.items() if key not in {each.id for each in flag.follow_ups}}
    none = draft.none - {flag.group} if answer != NO else draft.none
    return replace(draft, none=none, answers=replace(draft.answers, flags=flags))
