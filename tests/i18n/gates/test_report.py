"""The command that prints the figures and says what a language misses."""

from __future__ import annotations

import re

import pytest

from wervel.i18n import gates
from wervel.i18n.__main__ import main
from wervel.i18n.gates import gated, report
from wervel.i18n.gates.pages import PAGES, Said


def test_the_figures_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gates"]) == 0
    printed = capsys.readouterr().out
    rows = {line[:20].strip(): line for line in printed.splitlines()}
    assert set(PAGES.values()) <= set(rows)
    assert re.search(r"^spine +\d\d +\d+\.\d +\d+", printed, re.MULTILINE)
    assert rows["all"].count("%") == len(gated()) - 1
    assert printed.endswith("gates: every language passes\n")


def test_what_is_missed_is_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(gates, "gated", lambda: ("nl",))
    monkeypatch.setattr(gates, "missed", lambda code: [f"{code}: a line"])
    assert main(["gates"]) == 1
    assert capsys.readouterr().out.endswith("\n\nnl: a line\n")


def test_every_gate_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    long = " ".join(["ingewikkeldheden"] * 21) + "."
    texts = [
        Said("pages.pages.home.bar", "Home", "Een hele lange naam"),
        Said("spine.a", "Nerves", "Slijtage"),
        Said("spine.b", "Walk", "Walk"),
        Said("spine.c", "In 2 days", long),
    ]
    monkeypatch.setattr(report, "said", lambda code: texts)
    told = " ".join(report.missed("nl"))
    for part in (
        "Flesch-Douma",
        "words a sentence",
        "21 words",
        "“slijtage”",
        "as in English",
        "other numbers",
        "letters",
    ):
        assert part in told
    assert "nl: nerve: in 0% of 1" in told
    assert "words of the glossary in 0%" in told
