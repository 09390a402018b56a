"""The file is FHIR: checked by a maintained library, and by hand where R4 and R4B could differ."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.story.people import BOOK, diaries, diary, drafts, shares
from wervel import demo
from wervel.assessment.draft import Draft
from wervel.content.story_models import PartId
from wervel.diary import Diary
from wervel.i18n import translator
from wervel.story import fhir, tell
from wervel.story.fhir import CODES, LOINC
from wervel.story.model import PARTS

MADE = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
#: The elements of R4 (4.0.1) that we use, from hl7.org/fhir/R4; see docs/story.md about R4B.
R4 = {
    "Bundle": {"resourceType", "id", "language", "type", "timestamp", "entry"},
    "QuestionnaireResponse": {"resourceType", "id", "language", "status", "authored", "item"},
    "Observation": {
        "resourceType", "id", "language", "status", "category", "code", "effectivePeriod", "issued", "valueQuantity",
        "interpretation", "note",
    },
}  # fmt: skip


def made(draft: Draft, told: Diary | None, chosen: set[PartId], code: str = "en") -> dict[str, Any]:
    return fhir(tell(draft, told, chosen, BOOK), translator(code), BOOK, made=MADE, own_words="own words")


def resources(bundle: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [each["resource"] for each in bundle["entry"] if each["resource"]["resourceType"] == kind]


@settings(max_examples=60)
@given(drafts(), diaries, shares, st.sampled_from(["en", "nl", "ar"]))
def test_every_file_is_valid(draft: Draft, told: Diary | None, chosen: set[PartId], code: str) -> None:
    bundle = made(draft, told, chosen, code)
    Bundle.model_validate(bundle)
    assert len({each["fullUrl"] for each in bundle["entry"]}) == len(bundle["entry"])
    for resource in (bundle, *(each["resource"] for each in bundle["entry"])):
        assert set(resource) <= R4[resource["resourceType"]]
        assert not [name for name, value in resource.items() if value in ([], {}, "", None)]
    for item in _items(resources(bundle, "QuestionnaireResponse")[0]):
        assert not ({"answer", "item"} <= set(item)), "qrs-1: an item has answers or items of its own, not both"
        assert item.get("answer") or item.get("item")
        for answer in item.get("answer", []):
            assert set(answer) <= {"valueBoolean", "valueInteger", "valueString", "valueCoding"}
            assert len(answer) == 1


def _items(holder: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for item in holder.get("item", []) for each in (item, *_items(item))]


def test_the_library_refuses_what_is_wrong() -> None:
    bundle = made(demo.draft(BOOK), diary(), set(PARTS))
    bundle["entry"][0]["resource"]["status"] = 7
    with pytest.raises(ValueError):
        Bundle.model_validate(bundle)


def test_pain_has_its_standard_code_and_nothing_else_has_one() -> None:
    bundle = made(demo.draft(BOOK), diary(), set(PARTS))
    observations = resources(bundle, "Observation")
    codes = [coding for each in observations for coding in each["code"]["coding"]]
    assert [each["code"] for each in codes if each["system"] == LOINC] == ["72514-3"]
    assert {each["system"] for each in codes} == {LOINC, CODES}
    now = next(each for each in observations if any(c["code"] == "72514-3" for c in each["code"]["coding"]))
    assert now["valueQuantity"]["value"] == demo.draft(BOOK).answers.pain_now
    assert len({each["code"] for each in codes}) == 6


def test_the_file_names_nobody() -> None:
    bundle = made(demo.draft(BOOK), diary(), set(PARTS))
    for each in bundle["entry"]:
        assert not {"subject", "source", "author", "performer", "encounter"} & set(each["resource"])


def test_the_means_of_the_diary_have_their_days() -> None:
    bundle = made(Draft(), diary(), {"change"})
    first, latest = resources(bundle, "Observation")
    assert first["effectivePeriod"] == {"start": "2026-03-01", "end": "2026-03-08"}
    assert latest["effectivePeriod"]["end"] == "2026-04-29"
    assert (first["valueQuantity"]["value"], latest["valueQuantity"]["value"]) == (6, 3)
    assert latest["interpretation"][0]["coding"][0]["code"] == "better"
