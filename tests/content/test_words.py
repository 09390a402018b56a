"""Words of the source: what a sign and a level must say. Plain and without fear: tests/i18n/gates."""

from __future__ import annotations

import re

import pytest

from wervel import ROOT
from wervel.content import content
from wervel.content.models import Flag
from wervel.content.text import Text, texts, walk

DISEASE = re.compile(r"\b(cauda|equina|syndrome|tumou?r|metasta\w+|infarct\w*|spondyl\w+|fracture\w*|sepsis)\b", re.I)
SOURCE = [text for part in vars(content()).values() for _, text in walk(part) if isinstance(text, Text)]
FLAGS = content().red_flags.flags


def test_there_are_texts_to_look_at() -> None:
    assert len(SOURCE) > 300
    assert len({text.context for text in SOURCE}) == len(SOURCE), "two texts share one content id"


def test_nobody_is_told_to_be_fine() -> None:
    fine = re.compile(r"\b(you are|you're|you will be|your back is) (fine|healthy|ok|okay)\b", re.IGNORECASE)
    assert [text.context for text in SOURCE if fine.search(text)] == []


def test_an_alarm_names_no_disease() -> None:
    shown = [*(flag.label for flag in FLAGS), *(flag.why for flag in FLAGS), *texts(content().levels, "levels")]
    assert [str(text) for text in shown if DISEASE.search(text)] == []


@pytest.mark.parametrize("flag", FLAGS, ids=lambda flag: flag.id)
def test_a_picture_that_is_named_exists_and_is_a_drawing(flag: Flag) -> None:
    if flag.picture:
        drawing = (ROOT / "content" / "illustrations" / f"{flag.picture}.svg").read_text(encoding="utf-8")
        assert drawing.lstrip().startswith("<svg")


def test_signs_say_what_a_text_without_its_screen_must_say() -> None:
    """On the card each line stands alone: "new" must stand in it where only a new sign is an alarm."""
    for flag in FLAGS:
        if flag.id in {"R1", "R2", "R3", "R4", "R5"}:
            assert re.search(r"\bnew\b", flag.card), flag.id


def test_levels_say_what_to_do_and_how_soon() -> None:
    title = {level.id: str(level.title).lower() for level in content().levels.levels}
    assert "{number}" in title["E0"]
    assert "now" in title["E0"]
    assert "now" in title["E1"]
    assert "today" in title["U"]
    assert "appointment" in title["G"]
    nothing_found = next(level for level in content().levels.levels if level.id == "N")
    assert "when to call" in nothing_found.action


def test_placeholders_are_those_that_are_filled_in() -> None:
    known = {"number", "urgent", "country", "duration", "sign", "step", "total", "version", "n", "word", "shown", "day"}
    known |= {"opens", "closes", "language"}
    known |= {"name", "time"}
    known |= {"reader"}  # the language that a page is read in
    known |= {"began", "now", "start", "end", "name", "most", "low", "high"}  # of the diary
    for text in SOURCE:
        assert set(re.findall(r"\{(.*?)\}", text)) <= known, text
