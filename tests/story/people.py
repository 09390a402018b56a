"""People who tell their story: any answers, with or without a diary."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.diary import demo
from wervel.assessment.answers import UNKNOWN
from wervel.assessment.draft import Draft, choices, tick
from wervel.content import content
from wervel.content.story_models import PartId
from wervel.diary import Diary, load
from wervel.story.model import PARTS

BOOK = content()
FLAGS = BOOK.red_flags.flags
TICKS = [
    *(flag.id for flag in FLAGS),
    *(each.id for flag in FLAGS for each in flag.follow_ups),
    *(f"{flag.id}_{UNKNOWN}" for flag in FLAGS if flag.unknown),
    "R4_private",
    *(f"none_{group.id}" for group in BOOK.red_flags.groups),
    *(f"zone_{zone.id}" for zone in BOOK.questions.zones),
    *(f"limit_{option.id}" for option in BOOK.questions.limits.options),
    *(f"factor_{factor.id}" for factor in BOOK.factors.factors),
]
CHOICES = {key: len(options) for key, options in choices(BOOK).items()} | {"pain_now": 11, "pain_worst": 11}


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    draft = Draft()
    for key in draw(st.lists(st.sampled_from(TICKS), max_size=30)):
        draft = tick(draft, key, True, BOOK)
    for key, number in CHOICES.items():
        draft = tick(draft, key, draw(st.none() | st.integers(0, number - 1)), BOOK)
    return draft


def diary(length: int = 60, **changes: object) -> Diary:
    told = demo.told(length)
    told["rows"] = [row | changes for row in told["rows"]]
    return load(told)


DIARIES = (None, diary(), diary(3), diary(0))
diaries = st.sampled_from(DIARIES)
shares = st.sets(st.sampled_from(PARTS))
parts: st.SearchStrategy[PartId] = st.sampled_from(PARTS)
