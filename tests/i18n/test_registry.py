"""The list of languages: what does not fit stops the start, with one line."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from wervel import ROOT
from wervel.content import ContentError
from wervel.i18n import registry as the_registry
from wervel.i18n.registry import registry
from wervel.web import compose

SOURCE = (ROOT / "locales" / "languages.yaml").read_text(encoding="utf-8")


@pytest.fixture
def languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A list of our own to spoil."""
    (tmp_path / "locales").mkdir()
    monkeypatch.setattr(import_module("wervel.i18n.registry"), "ROOT", tmp_path)
    the_registry.cache_clear()
    yield tmp_path / "locales" / "languages.yaml"
    the_registry.cache_clear()


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("default: nl", "default: xx", "default"),
        ("code: en,", "code: nl,", "languages.nl"),
        ("locale: tr_TR", "locale: tr_XX_YY_ZZ_", "languages.tr.locale"),
        ("locale: tr_TR", "locale: qq_QQ", "languages.tr.locale"),
        ("dir: rtl", "dir: right", "languages.3.dir"),
        ("state: shipped}", "state: ready}", "languages.0.state"),
        ("code: nl,", "code: NL,", "languages.0.code"),
        ("name: English", "nmae: English", "languages.1"),
    ],
)
def test_a_mistake_in_the_list_is_told(old: str, new: str, path: str, languages: Path) -> None:
    assert old in SOURCE
    languages.write_text(SOURCE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        registry()
    assert caught.value.path.startswith(path)
    assert "\n" not in str(caught.value)
    with pytest.raises(SystemExit, match=r"^Wervel does not start: .*languages\.yaml:\d+: "):
        compose.routes()
