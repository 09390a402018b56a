"""The order of the self-assessment's screens. Pure."""

from __future__ import annotations

from wervel.assessment.rules import ORDER
from wervel.content import Content
from wervel.content.models import Flag, LevelId

START, OUTCOME = "start", "outcome"
#: The screens after the red flags; each can be skipped.
LATER = ("where", "pain", "duration", "leg_pain", "limits", "factors")
#: Levels that open the action at once; the other questions stay reachable.
ALARMS: tuple[LevelId, ...] = ("E0", "E1")


def steps(content: Content) -> tuple[str, ...]:
    """Return all screens in order: start, one per group of red flags, the later ones, outcome."""
    return (START, *(group.id for group in content.red_flags.groups), *LATER, OUTCOME)


def flags_of(group: str, content: Content) -> tuple[Flag, ...]:
    """Return the red flags asked on the screen of a group; none for other screens."""
    return tuple(flag for flag in content.red_flags.flags if flag.group == group)


def after(step: str, content: Content) -> str:
    """Return the next screen; the outcome's next is itself."""
    order = steps(content)
    return order[min(order.index(step) + 1, len(order) - 1)]


def before(step: str, content: Content) -> str:
    """Return the screen before; the start's is itself."""
    order = steps(content)
    return order[max(order.index(step) - 1, 0)]


def opens_alarm(level: LevelId, shown: LevelId | None) -> bool:
    """Tell whether a level must open the outcome now: an alarm, more urgent than the one already shown."""
    return level in ALARMS and (shown is None or ORDER.index(level) < ORDER.index(shown))
