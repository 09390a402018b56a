"""Extraction: every text of content and code is in the template, the same each time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest
from babel.messages.catalog import Catalog
from pydantic import Field

from wervel import ROOT
from wervel.content import FILES, content
from wervel.content.models import Id, Model
from wervel.content.text import Text, walk
from wervel.i18n import extract, workflow


@pytest.fixture(scope="module")
def template() -> Catalog:
    return workflow.extract()


def texts() -> Iterator[Text]:
    whole = [part for name, part in vars(content()).items() if name != "leaflets"]
    for part in (*whole, content().statements):
        yield from (value for _, value in walk(part) if isinstance(value, Text))


def test_the_template_is_what_the_source_says(template: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    again = workflow.template_text()
    monkeypatch.setattr(workflow, "extract", lambda: template)
    first = workflow.template_text()
    assert first == again
    assert (ROOT / "locales" / "messages.pot").read_bytes() == first


def test_every_text_of_the_content_is_extracted(template: Catalog) -> None:
    missing = [text.context for text in texts() if template.get(str(text), text.context) is None]
    assert missing == []
    assert sum(1 for _ in texts()) > 300


def test_the_template_has_no_text_twice_and_none_without_context(template: Catalog) -> None:
    found = [(message.context, message.id) for message in template if message.id]
    assert len(set(found)) == len(found)
    contexts = [context for context, _ in found if context]
    assert len(set(contexts)) == len(contexts), "one content id stands for one text"


def test_safety_texts_are_marked_for_the_translator(template: Catalog) -> None:
    for message in template:
        if message.id and extract.is_safety(message.context):
            assert any("Safety text" in comment for comment in message.auto_comments), message.context


@pytest.mark.parametrize(
    ("context", "safe"),
    [
        ("red_flags.flags.R1.label", True),
        ("levels.levels.E0.title", True),
        ("pages.emergency.call", True),
        ("pages.error.urgent", True),
        ("advice.advice.walk.title", False),
        ("pages.home.hero", False),
        ("", False),
        (None, False),
    ],
)
def test_what_is_a_safety_text(context: str | None, safe: bool) -> None:
    assert extract.is_safety(context) is safe


class Leg(Model):
    id: Id
    words: Text
    count: int
    plain: str


class Creature(Model):
    name: Text
    nick: Text | None = None
    colour: str
    legs: Annotated[tuple[Leg, ...], Field(strict=False)]
    sayings: Annotated[tuple[Text, ...], Field(strict=False)]
    best: Leg


def test_a_new_model_is_extracted_by_its_types_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FILES, "creature", Creature)
    file = tmp_path / "creature.yaml"
    file.write_text(
        """
name: A beast
colour: not a text
# i18n: said softly
nick: Beasty
legs:
  - {id: left, words: Left leg, count: 2, plain: not a text}
  - id: right
    words: Right leg
    count: 2
    plain: not a text
sayings: [Hello, Good bye]
best: {id: tail, words: A tail, count: 1, plain: not a text}
""",
        encoding="utf-8",
    )
    with file.open("rb") as opened:
        found = list(extract.extract_content(opened, None, None, None))
    assert [(line, message) for line, _, message, _ in found] == [
        (2, ("creature.name", "A beast")),
        (5, ("creature.nick", "Beasty")),
        (7, ("creature.legs.left.words", "Left leg")),
        (9, ("creature.legs.right.words", "Right leg")),
        (12, ("creature.sayings.0", "Hello")),
        (12, ("creature.sayings.1", "Good bye")),
        (13, ("creature.best.words", "A tail")),
    ]
    assert [comments for *_, comments in found if comments] == [["said softly"]]
    assert {keyword for _, keyword, *_ in found} == {"pgettext"}


def test_update_keeps_every_translation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: Catalog) -> None:
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    before = {path: path.read_bytes() for path in tmp_path.rglob("messages.po*")}
    monkeypatch.setattr(workflow, "TEMPLATE", tmp_path / "locales" / "messages.pot")
    monkeypatch.setattr(workflow, "po_file", lambda code: tmp_path / "locales" / code / "LC_MESSAGES" / "messages.po")
    monkeypatch.setattr(workflow, "extract", lambda: template)
    workflow.update()
    assert {path: path.read_bytes() for path in tmp_path.rglob("messages.po*")} == before
