"""The clinic's file, the PIN, and which mode a device is in."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from wervel.__main__ import main
from wervel.clinic import Clinic, clinic, fits, hash_pin
from wervel.content import ContentError
from wervel.content.load import load
from wervel.modes import mode_of
from wervel.web.kiosk import Tries


def test_a_pin_fits_its_own_hash_only() -> None:
    made = hash_pin("2468")
    assert "2468" not in made
    assert made != hash_pin("2468")  # another salt
    assert [fits(pin, made) for pin in ("2468", "2469", "02468", "", "２４６８")] == [True, False, False, False, False]


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "12 4", "٢٤٦٨"])
def test_what_is_no_pin(pin: str) -> None:
    with pytest.raises(ValueError, match="4 to 12 digits"):
        hash_pin(pin)


def test_the_command_prints_a_line_for_the_file(tmp_path: Path) -> None:
    out, errors = io.StringIO(), io.StringIO()
    assert main(["pin"], io.StringIO("2468\n"), out, errors) == 0
    file = tmp_path / "clinic.yaml"
    file.write_text(out.getvalue() + "public_url: https://rug.example.nl\nidle: 60\n")
    found = load(file, Clinic)
    assert fits("2468", found.pin_hash or "")
    assert (found.locked, found.idle, found.countdown) == (True, 60, 15)
    assert main(["pin"], io.StringIO("12\n"), out, errors) == 2
    assert errors.getvalue().count("\n") == 1


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ('pin_hash: "2468"', "pin_hash"),
        ("pin: 2468", "pin"),
        ("public_url: rug.example.nl", "public_url"),
        ("public_url: https://rug.example.nl/?a=b", "public_url"),
        (f"public_url: https://{'a' * 200}.nl", "public_url"),
        ("idle: 0", "idle"),
        ("idle: soon", "idle"),
        ("languages_hidden_below: source", "languages_hidden_below"),
        ("languages_hidden_below: perfect", "languages_hidden_below"),
    ],
)
def test_a_file_that_does_not_fit_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, names: str
) -> None:
    file = tmp_path / "clinic.yaml"
    file.write_text(f"# our clinic\n{line}\n")
    monkeypatch.setenv("WERVEL_CLINIC", str(file))
    clinic.cache_clear()
    with pytest.raises(ContentError, match=re.escape(f"{file}:2: {names}: ")):
        clinic()
    file.unlink()
    with pytest.raises(ContentError, match="cannot be read"):
        clinic()
    monkeypatch.delenv("WERVEL_CLINIC")
    assert (clinic(), clinic().locked) == (Clinic(), False)


@pytest.mark.parametrize(
    ("asked", "kept", "locked", "mode"),
    [
        (None, None, False, "personal"),
        ("kiosk", None, False, "kiosk"),
        (None, "kiosk", False, "kiosk"),
        ("personal", "kiosk", False, "personal"),
        ("personal", "kiosk", True, "kiosk"),
        ("consult", "kiosk", True, "kiosk"),
        ("nonsense", "consult", True, "consult"),
        ("personal", "consult", True, "personal"),
        ("nonsense", "nonsense", True, "personal"),
    ],
)
def test_the_mode_of_a_device(asked: str | None, kept: str | None, locked: bool, mode: str) -> None:
    assert mode_of(asked, kept, locked=locked) == mode


def test_wrong_tries_cost_a_longer_and_longer_wait() -> None:
    now = 0.0
    tries = Tries(clock=lambda: now, most=3)
    waits = []
    for _ in range(13):
        tries.begin("tablet")
        waits.append(tries.wait("tablet"))
        now += waits[-1]
        assert tries.wait("tablet") == 0
    assert waits == [0, 0, 0, 0, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    assert tries.wait("another") == 0
    tries.right("tablet")
    tries.begin("tablet")
    assert tries.wait("tablet") == 0
    for who in "abcd":
        tries.begin(who)
    assert len(tries._wrong) == 3
