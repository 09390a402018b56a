"""`python -m wervel assess`: JSON in, JSON out, errors that name the key."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
from typing import Any

import pytest
from assessment.table import NAMES, allowed, level_of

from wervel import ROOT
from wervel.__main__ import main

EXAMPLE = (
    """{"age": 45, "country": "NL", "flags": {"R1": "yes", "R7_faint": "yes", "R6": "unknown"}, "duration_weeks": 3}"""
)


def shell(arguments: list[str], given: bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "wervel", *arguments],
        input=given,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


def call(given: str, *arguments: str) -> tuple[int, str, str]:
    out, errors = io.StringIO(), io.StringIO()
    status = main(["assess", *arguments], io.StringIO(given), out, errors)
    return status, out.getvalue(), errors.getvalue()


def outcome(given: dict[str, Any]) -> dict[str, Any]:
    status, out, errors = call(json.dumps(given))
    assert (status, errors) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


# --- as a person starts it --------------------------------------------------------------------------------------------


def test_the_example_of_the_design() -> None:
    done = shell(["assess"], EXAMPLE.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert (found["level"], found["because"], found["phase"]) == ("E1", ["R1"], "acute")
    assert (found["signs"], found["unsure"]) == (["R1"], ["R6"])


def test_an_unknown_sign_ends_with_2_and_names_its_key() -> None:
    done = shell(["assess"], b'{"flags": {"R99": "yes"}}')
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("flags.R99: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("given", [b"", b"\xff\xfe{", b"{"])
def test_input_that_is_no_json_ends_with_2(given: bytes) -> None:
    done = shell(["assess"], given)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("answers: ")
    assert b"Traceback" not in done.stderr


def test_lines_go_on_after_a_bad_line_in_any_script_and_with_any_output() -> None:
    lines = ['{"flags": {"R8": "yes"}}', '{"naïef": "ja"}', '{"يمين": 1}', '{"\\ud800": 1}', "no json", '{"age": 17}']
    done = shell(["assess", "--lines"], "\n".join(lines).encode(), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each.get("level") for each in found] == ["E0", None, None, None, None, "G"]
    assert [each["error"].split(":")[0] for each in found[1:5]] == ["naïef", "يمين", "\ud800", "answers"]


def test_the_usage_is_told() -> None:
    done = shell([], b"")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("usage: python -m wervel assess")


# --- the same without a new process -----------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["help"], ["--lines"], ["assess", "x"], ["assess"] * 2])
def test_any_other_call_gets_the_usage(arguments: list[str]) -> None:
    out, errors = io.StringIO(), io.StringIO()
    assert main(arguments, io.StringIO("{}"), out, errors) == 2
    assert errors.getvalue().startswith("usage: ")
    assert out.getvalue() == ""


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ('{"age": 121}', "age"),
        ('{"age": NaN}', "age"),
        ('{"age": 1e400}', "age"),
        ('{"age": true}', "age"),
        ('{"pain_now": 11}', "pain_now"),
        ('{"duration_weeks": -1}', "duration_weeks"),
        ('{"country": "Nederland"}', "country"),
        ('{"flags": {"R1": "private"}}', "flags.R1"),
        ('{"flags": {"R1": ""}}', "flags.R1"),
        ('{"zones": ["elbow"]}', "zones"),
        ('{"zoens": []}', "zoens"),
        ('{"two\\nlines": []}', "two"),
        ("[]", "answers"),
        ("null", "answers"),
        ("", "answers"),
        ("{} {}", "answers"),
        ("[" * 100_000, "answers"),
        ("1" * 10_000, "answers"),
        ('{"zones": ' + "[" * 600 + "]" * 600 + "}", "zones"),
    ],
)
def test_what_cannot_be_is_one_line_that_names_its_key(given: str, key: str) -> None:
    status, out, errors = call(given)
    assert (status, out) == (2, "")
    assert errors.startswith((f"{key}:", f"{key} "))
    assert errors.count("\n") == 1
    assert "error" in json.loads(call(given, "--lines")[1] or '{"error": "an empty line is passed over"}')


def test_an_outcome_has_all_its_parts() -> None:
    found = outcome({})
    assert found == {**found, "level": "N", "because": [], "signs": [], "unsure": [], "phase": None, "private": False}
    assert set(found) == {
        "level",
        "because",
        "signs",
        "unsure",
        "notes",
        "contact",
        "phase",
        "advice",
        "factors",
        "private",
    }


def test_rather_not_say_counts_as_no_and_is_told() -> None:
    found = outcome({"age": 30, "flags": {"R4": "private"}})
    assert (found["level"], found["private"]) == ("N", True)


def test_lines_and_outcomes_stand_in_the_same_order() -> None:
    chance = random.Random(23)
    given = []
    for _ in range(300):
        names = chance.sample(NAMES, chance.randint(0, 4))
        flags = {name: chance.choice(allowed(name)) for name in names}
        given.append({"age": chance.choice([None, 17, 30, 45, 70]), "flags": flags})
    status, out, errors = call("\n".join(json.dumps(each) for each in given), "--lines")
    assert (status, errors) == (0, "")
    found = [json.loads(line)["level"] for line in out.splitlines()]
    assert found == [level_of(each["flags"], each["age"]) for each in given]


def test_an_answer_given_twice_is_refused() -> None:
    status, out, errors = call('{"flags": {"R1": "yes", "R1": "no"}}')
    assert (status, out) == (2, "")
    assert "R1" in errors
