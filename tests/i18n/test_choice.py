"""Which languages a person can choose: shipped ones, drafts on request, and none that the clinic hides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wervel.clinic import clinic
from wervel.i18n import choice, offered, registry, usable

SHIPPED = [language.code for language in registry().languages if language.state == "shipped"]
FAR = {"en": "source", "tr": "drafted", "ar": "read_back", "nl": "drafted"}


def codes() -> list[str]:
    assert [each.code for each in offered()] == list(usable())
    return list(usable())


@pytest.fixture
def hide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """A clinic that hides what is below a state; Arabic is read back, Turkish a draft."""
    file = tmp_path / "clinic.yaml"
    monkeypatch.setattr(choice, "lowest", lambda code: FAR.get(code, "drafted"))

    def hides(state: str) -> None:
        file.write_text(f"languages_hidden_below: {state}\n")
        monkeypatch.setenv("WERVEL_CLINIC", str(file))
        clinic.cache_clear()

    yield hides
    monkeypatch.undo()
    clinic.cache_clear()


@pytest.mark.parametrize(
    ("state", "left"), [("drafted", SHIPPED), ("read_back", ["nl", "en", "ar"]), ("checked", ["nl"])]
)
def test_a_clinic_hides_languages_but_never_the_default(
    hide: Callable[[str], None], state: str, left: list[str]
) -> None:
    hide(state)
    assert codes() == left


def test_drafts_are_hidden_too(hide: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERVEL_DRAFTS", "1")
    hide("read_back")
    assert codes() == ["nl", "en", "ar"]


def test_a_draft_is_offered_only_when_drafts_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"update": {"state": "draft"}}
    listed = tuple(each.model_copy(**asked) if each.code == "tr" else each for each in registry().languages)
    draft = registry().model_copy(update={"languages": listed})
    monkeypatch.setattr(choice, "registry", lambda: draft)
    monkeypatch.delenv("WERVEL_DRAFTS", raising=False)
    assert "tr" not in codes()
    monkeypatch.setenv("WERVEL_DRAFTS", "1")
    assert "tr" in codes()
