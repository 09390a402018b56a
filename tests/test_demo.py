"""The person of the demonstration: the same each time, complete, and in the reader's words."""

from __future__ import annotations

from datetime import date

import pytest

from wervel import demo
from wervel.assessment import assess
from wervel.assessment.draft import dump, load, unanswered
from wervel.content import content
from wervel.diary import entries
from wervel.diary.change import pain_change
from wervel.diary.days import days
from wervel.diary.totals import flare_ups, notes_for_visit
from wervel.i18n import translator

BOOK = content()
TODAY = date(2026, 11, 28)


def test_the_check_is_answered_to_its_end() -> None:
    draft = demo.draft(BOOK)
    assert unanswered(draft, BOOK) is None
    assert load(dump(draft), BOOK) == draft
    assert assess(draft.answers, BOOK).level == "N"


@pytest.mark.parametrize("code", ["en", "nl", "ar"])
def test_the_diary_has_twelve_weeks_up_to_today_with_a_flare_up(code: str) -> None:
    words = demo.words_of(translator(code), BOOK)
    told = entries.load(demo.diary(TODAY, 90, words))
    assert told == entries.load(demo.diary(TODAY, 90, words))
    assert told.set_aside == 0
    assert told.rows[-1].date == TODAY
    assert (TODAY - told.rows[0].date).days == 12 * 7 - 1
    assert len(flare_ups(days(told.rows))) == 1
    assert len(notes_for_visit(told.rows)) == 2
    change = pain_change(days(told.rows))
    assert change
    assert change.verdict == "better"
    assert [own.name for own in told.own] == list(words.own)
