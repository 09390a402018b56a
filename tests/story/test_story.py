"""The story: what is left out is nowhere, what was answered yes is there, numbers are the same in every language."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.story.people import BOOK, DIARIES, FLAGS, diaries, diary, drafts, parts, shares
from wervel import demo
from wervel.assessment.draft import Draft, answered, tick
from wervel.content.story_models import PartId
from wervel.diary import Diary
from wervel.i18n import registry, translator
from wervel.story import DEFAULT, Story, available, fhir, language_name, lines, tell
from wervel.story.model import PARTS

EN = translator("en")
MADE = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
LANGUAGES = [each.code for each in registry().languages if each.state == "shipped"]


def file_of(story: Story, code: str = "en") -> dict[str, Any]:
    numbers = iter(range(1000))
    return fhir(story, translator(code), BOOK, made=MADE, own_words="own words", new_id=lambda: UUID(int=next(numbers)))


def everything(story: Story, code: str = "en") -> str:
    """Return all that page, paper and file hold."""
    return repr((lines(story, translator(code), BOOK), file_of(story, code)))


# --- what is left out -------------------------------------------------------------------------------------------------


def without(draft: Draft, told: Diary | None, part: PartId) -> tuple[Draft, Diary | None]:
    """Return the same person with other answers to one part."""
    answers = draft.answers
    match part:
        case "where":
            answers = replace(answers, zones=frozenset({"foot_left"}) - answers.zones)
        case "pain":
            answers = replace(answers, pain_now=None if answers.pain_now == 9 else 9, pain_worst=None)
        case "since":
            answers = replace(answers, duration_weeks=None, before=not answers.before)
        case "leg":
            answers = replace(answers, leg_pain="none" if answers.leg_pain != "none" else None)
        case "limits":
            answers = replace(answers, limits=frozenset({"sitting"}) - answers.limits)
        case "factors":
            answers = replace(answers, factors=frozenset({"feet"}) - answers.factors)
        case "intimate" | "signs":
            changed = draft
            for flag in FLAGS:
                if bool(flag.private) == (part == "intimate"):
                    changed = tick(changed, flag.id, not draft.answers.yes(flag.id), BOOK)
            for group in BOOK.red_flags.groups:  # the screen stays answered when it was
                if answered(draft, group.id, BOOK) and not answered(changed, group.id, BOOK):
                    changed = tick(changed, f"none_{group.id}", True, BOOK)
            return changed, told
        case "change":
            return draft, told and replace(
                told, rows=tuple(replace(row, pain_back=10 - row.pain_back, flare=not row.flare) for row in told.rows)
            )
        case "own":
            return draft, told and replace(told, own=())
        case "notes":
            return draft, told and replace(
                told, rows=tuple(replace(row, note="other words", note_for_visit=True) for row in told.rows)
            )
    return replace(draft, answers=answers), told


@given(drafts(), diaries, shares, parts)
def test_what_is_left_out_changes_nothing_anywhere(
    draft: Draft, told: Diary | None, chosen: set[PartId], part: PartId
) -> None:
    kept = chosen - {part}
    if part == "signs":
        kept -= {"intimate"}  # a screen of signs is answered as a whole
    if part == "intimate" and not any(answered(draft, flag.group, BOOK) for flag in FLAGS if flag.private):
        return
    other = without(draft, told, part)
    assert everything(tell(draft, told, kept, BOOK)) == everything(tell(*other, kept, BOOK))


@given(drafts(), diaries, shares)
def test_only_what_is_shared_is_a_part_of_it(draft: Draft, told: Diary | None, chosen: set[PartId]) -> None:
    story = tell(draft, told, chosen, BOOK)
    assert set(story.parts) <= chosen
    assert {section.part for section in lines(story, EN, BOOK)} <= chosen
    for item in file_of(story)["entry"][0]["resource"].get("item", []):
        assert item["linkId"] in chosen
    if not chosen - {"questions"}:
        assert replace(story, parts=()) == Story()


def test_own_words_that_are_left_out_are_nowhere() -> None:
    told = diary(note="Zebra note", note_for_visit=True, medicine_what="Zebra pill")
    story = tell(demo.draft(BOOK), told, DEFAULT - {"notes", "own"}, BOOK)
    assert "Zebra" not in everything(story) + repr(story)
    assert "tie my shoes" not in everything(story) + repr(story)
    assert "Zebra note" in everything(tell(demo.draft(BOOK), told, DEFAULT, BOOK))


def test_a_note_not_meant_for_a_visit_is_never_told() -> None:
    told = diary(note="Zebra note", note_for_visit=False)
    assert "notes" not in available(Draft(), told, BOOK)
    assert "Zebra" not in everything(tell(Draft(), told, PARTS, BOOK))


def test_what_is_most_private_wants_a_tick() -> None:
    assert "intimate" not in DEFAULT
    assert set(DEFAULT) | {"intimate"} == set(PARTS)
    draft = tick(Draft(), "R4", True, BOOK)
    assert "sex" in everything(tell(draft, None, DEFAULT, BOOK))  # that it was not asked for this page, and no more
    assert tell(draft, None, DEFAULT, BOOK).having("yes") == ()


# --- what is there ----------------------------------------------------------------------------------------------------


@given(drafts(), st.sampled_from(LANGUAGES))
def test_every_yes_and_every_doubt_is_there(draft: Draft, code: str) -> None:
    words = translator(code)
    story = tell(draft, None, PARTS, BOOK)
    shown = [line for section in lines(story, words, BOOK) for line in section.lines]
    response = file_of(story, code)["entry"][0]["resource"]
    filed = {item["linkId"]: item["answer"][0] for part in response.get("item", []) for item in part.get("item", [])}
    for flag in FLAGS:
        given = draft.answers.flag(flag.id)
        if given == "yes":
            assert any(line.text == words.text(flag.card) and line.mark == "yes" for line in shown)
            assert filed[flag.id] == {"valueBoolean": True}
            for each in flag.follow_ups:
                if draft.answers.yes(each.id):
                    assert any(line.text == words.text(each.card or each.label) for line in shown)
                    assert filed[each.id] == {"valueBoolean": True}
        elif given in {"unknown", "private"}:
            assert any(line.text == words.text(flag.label) and line.mark == given for line in shown)
            assert filed[flag.id]["valueCoding"]["code"] in {"asked-unknown", "asked-declined"}


@given(drafts())
def test_each_sign_is_told_once_and_no_is_not_the_same_as_not_asked(draft: Draft) -> None:
    story = tell(draft, None, PARTS, BOOK)
    if not {"signs", "intimate"} & set(story.parts):
        return
    known = {flag.id for flag in FLAGS if flag.private is None or "intimate" in story.parts}
    if "signs" not in story.parts:
        known = {flag.id for flag in FLAGS if flag.private}
    told = [sign.id for sign in story.signs if "_" not in sign.id]
    assert sorted(told) == sorted(known)
    for flag in FLAGS:
        if flag.id in story.having("no"):
            assert answered(draft, flag.group, BOOK)
        if flag.id in story.having("open"):
            assert not answered(draft, flag.group, BOOK)


def test_an_alarm_at_the_first_screen_says_what_was_not_asked() -> None:
    (section,) = lines(tell(tick(Draft(), "R8", True, BOOK), None, DEFAULT, BOOK), EN, BOOK)
    assert section.lines[0].text == "I have back pain and also pain in the chest, or I am short of breath."
    assert section.soft == (
        "Other signs, all answered with no: 2.",
        "Signs that were not answered yet: 19.",
        "The question about feeling during sex is not on this page.",
    )
    assert {line.mark for line in section.aside} == {"no", "open"}
    assert file_of(tell(tick(Draft(), "R8", True, BOOK), None, DEFAULT, BOOK))["entry"][0]["resource"]["status"] == (
        "in-progress"
    )


def numbers(story: Story, code: str) -> list[list[str]]:
    """Return the numbers of each section; digits of months that a language writes as numbers are not among ours."""
    told = lines(story, translator(code), BOOK)
    return [
        sorted(re.findall(r"\d+(?:[.,٫]\d+)?", " ".join((*(line.text for line in section.lines), *section.soft))))
        for section in told
    ]


@settings(max_examples=40)
@given(drafts(), st.sampled_from(DIARIES), shares)
def test_two_languages_tell_the_same_numbers(draft: Draft, told: Diary | None, chosen: set[PartId]) -> None:
    story = tell(draft, told, chosen, BOOK)
    plain = [[each.replace(",", ".").replace("٫", ".") for each in some] for some in numbers(story, "en")]
    for code in LANGUAGES:
        found = [[each.replace(",", ".").replace("٫", ".") for each in some] for some in numbers(story, code)]
        assert found == plain, code
        assert _values(file_of(story, code)) == _values(file_of(story))


def _values(bundle: dict[str, Any]) -> list[object]:
    """Return every coded or counted value of a file, in order."""
    found: list[object] = []

    def walk(value: object, name: str = "") -> None:
        if isinstance(value, dict):
            for key, each in value.items():
                walk(each, key)
        elif isinstance(value, list):
            for each in value:
                walk(each, name)
        elif name in {"code", "value", "valueBoolean", "valueInteger", "linkId", "start", "end"}:
            found.append(value)

    walk(bundle)
    return found


def test_own_words_stay_as_written_and_apart() -> None:
    story = tell(Draft(), diary(note="Mijn <b>woorden</b>", note_for_visit=True), DEFAULT, BOOK)
    own, notes = (each for each in lines(story, translator("ar"), BOOK) if each.part in {"own", "notes"})
    assert own.lines[0].own == "Example: tie my shoes"
    assert notes.lines[0].own == "Mijn <b>woorden</b>"


def test_the_story_is_short() -> None:
    story = tell(demo.draft(BOOK), diary(), DEFAULT, BOOK)
    letters = sum(len(line.text + line.own) for section in lines(story, EN, BOOK) for line in section.lines)
    assert letters < 1500
    assert [section.part for section in lines(story, EN, BOOK)] == [
        part for part in PARTS if part not in {"intimate", "questions"}
    ]


def test_a_language_is_called_by_its_name_in_the_readers() -> None:
    assert language_name("ar", "العربية", translator("nl")) == "Arabisch"
    assert language_name("xx", "Eigen", translator("nl")) == "Eigen"


def test_the_file_is_plain_json() -> None:
    story = tell(demo.draft(BOOK), diary(), PARTS, BOOK)
    assert json.loads(json.dumps(file_of(story))) == file_of(story)
