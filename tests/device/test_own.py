"""What the browser gets to show "your data": every word as plain text in the reader's language, and no data."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wervel.content import content
from wervel.device import own
from wervel.i18n import offered, translator


def mounted(monkeypatch: pytest.MonkeyPatch, lang: str) -> dict[str, Any]:
    """Return the data with which the component is mounted."""
    given: dict[str, Any] = {}
    monkeypatch.setattr(own, "_own", lambda **call: given.update(call))
    own.own_data(translator(lang))
    return dict(given["data"])


@pytest.mark.parametrize("lang", [language.code for language in offered()])
def test_all_words_arrive_as_plain_data(monkeypatch: pytest.MonkeyPatch, lang: str):
    data = json.loads(json.dumps(mounted(monkeypatch, lang)))
    said, t = content().own, translator(lang).text
    assert data["words"]["move"]["steps"] == [t(step) for step in said.move.steps]
    assert data["words"]["table"]["kinds"] == {kind.id: t(kind.label) for kind in said.table.kinds}
    assert data["words"]["erase"]["yes"] == t(said.erase.yes)
    assert "{n}" in data["words"]["restore"]["added"], "the browser fills it in"
    assert set(data) == {"words", "lang", "decimal", "zones"}


@pytest.mark.parametrize(("lang", "mark"), [("nl", ","), ("tr", ","), ("de", ","), ("en", ".")])
def test_the_table_has_the_decimal_mark_of_the_language(monkeypatch: pytest.MonkeyPatch, lang: str, mark: str):
    assert mounted(monkeypatch, lang)["decimal"] == mark


def test_every_kind_of_activity_has_a_column():
    assert [kind.id for kind in content().own.table.kinds] == [kind.id for kind in content().diary.kinds]
