"""The picture questions on their pages, and the summary that only a therapist sees."""

from __future__ import annotations

from wervel.content import content
from wervel.understood import questions_after

from .conftest import Open, shown

WORDS = content().understood.words
SECTIONS = {
    "spine": ("scenes", "story", "care", "treatments", "charts"),
    "prevention": ("move", "exercises", "balance", "notice", "life"),
}


def test_each_card_has_its_questions_below_the_explanation(open_page: Open) -> None:
    at = open_page("spine")
    at.session_state["section"] = "cards"
    read = shown(at.run(), "en")
    for card in content().spine.cards:
        for question in questions_after(f"spine#card_{card.id}", content()):
            assert read.index(card.call) < read.index(question.text)
            assert all(answer.text in read and answer.feedback in read for answer in question.answers)
    assert not any(
        question.after == "spine#story" and question.text in read for question in content().understood.questions
    )


def test_each_other_section_that_explains_asks_too(open_page: Open) -> None:
    for page in ("spine", "prevention"):
        at = open_page(page)
        asked: set[str] = set()
        for section in SECTIONS[page]:
            at.session_state["section"] = section
            if section == "story":
                at.session_state["story_step"] = len(content().spine.story) - 1
            read = shown(at.run(), "en")
            assert not at.exception
            asked |= {each.after for each in content().understood.questions if each.text in read}
        expected = {each.after for each in content().understood.questions if each.after.startswith(f"{page}#")}
        later = {f"spine#scene_{scene.id}" for scene in content().spine.scenes[1:]}  # one scene at a time
        assert asked == {place for place in expected - later if not place.startswith("spine#card_")}


def test_only_a_therapist_sees_the_summary(open_page: Open) -> None:
    for mode in (None, "kiosk"):
        assert WORDS.summary not in shown(open_page("spine", "en", mode), "en")
    for page in ("spine", "prevention"):
        read = shown(open_page(page, "en", "consult"), "en")
        assert {WORDS.summary, WORDS.none, *(each.idea for each in content().understood.questions)} <= set(read)
