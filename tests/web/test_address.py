"""PORT and HOST, whichever of the three commands starts the app."""

from __future__ import annotations

import os
import sys

import pytest

from wervel.web import address


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, {}),
        ({"PORT": "", "HOST": ""}, {}),
        ({"PORT": "9"}, {"STREAMLIT_SERVER_PORT": "9", "UVICORN_PORT": "9"}),
        ({"HOST": "::"}, {"STREAMLIT_SERVER_ADDRESS": "::", "UVICORN_HOST": "::"}),
        (
            {"PORT": "9", "HOST": "0.0.0.0", "PATH": "x"},
            {
                "STREAMLIT_SERVER_PORT": "9",
                "UVICORN_PORT": "9",
                "STREAMLIT_SERVER_ADDRESS": "0.0.0.0",
                "UVICORN_HOST": "0.0.0.0",
            },
        ),
    ],
)
def test_settings(environment: dict[str, str], wanted: dict[str, str]):
    assert address.settings(environment) == wanted


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, {}),
        ({"PORT": "8600"}, {"server.port": 8600}),
        ({"HOST": "127.0.0.2"}, {"server.address": "127.0.0.2"}),
        ({"PORT": "8600", "HOST": "127.0.0.2"}, {"server.port": 8600, "server.address": "127.0.0.2"}),
    ],
)
def test_overrides(environment: dict[str, str], wanted: dict[str, object]):
    assert address.overrides(environment) == wanted


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        (["python", "app.py"], False),
        (["python", "/srv/uvicorn/app.py"], False),
        (["python", "-m", "pytest", "tests"], False),
        (["python", "-c", "import app"], False),
        (["python", "/venv/bin/uvicorn", "app:app"], True),
        (["python", "-m", "uvicorn", "app:app", "--reload"], True),
        (["python", "/venv/bin/streamlit", "run", "app.py"], True),
        (["python", "-m", "streamlit", "run", "/srv/app.py"], True),
        (["python", "/venv/bin/streamlit", "hello"], False),
        (["python", "/venv/bin/uvicorn", "--multiprocessing-fork", "tracker_fd=4"], False),
        (["python", "-c", "from multiprocessing.spawn import spawn_main", "--multiprocessing-fork"], False),
        ([], False),
    ],
)
def test_only_the_command_lines_start_again(command: list[str], wanted: bool):
    assert address.needs_restart(command) is wanted


@pytest.fixture
def started_again(monkeypatch: pytest.MonkeyPatch) -> list[tuple]:
    """A fresh environment, and what the process would be replaced by."""
    calls: list[tuple] = []
    monkeypatch.setattr(os, "environ", {"PATH": "/bin"})
    monkeypatch.setattr(os, "execv", lambda *given: calls.append(given))
    return calls


def test_without_wishes_nothing_happens(started_again, monkeypatch):
    monkeypatch.setattr(sys, "orig_argv", ["python", "/bin/uvicorn", "app:app"])
    address.from_environment()
    assert started_again == []
    assert not [name for name in os.environ if name.startswith(("STREAMLIT", "UVICORN", "WERVEL"))]


def test_a_command_line_starts_again_once_with_its_words(started_again, monkeypatch):
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-W", "error", "/bin/uvicorn", "app:app", "--workers", "2"])
    os.environ["PORT"] = "8600"
    address.from_environment()
    words = ["-W", "error", "/bin/uvicorn", "app:app", "--workers", "2"]
    assert started_again == [(sys.executable, [sys.executable, *words])]
    assert os.environ["UVICORN_PORT"] == os.environ["STREAMLIT_SERVER_PORT"] == "8600"
    address.from_environment()  # in the second life
    assert len(started_again) == 1


def test_python_app_needs_no_second_start(started_again, monkeypatch):
    monkeypatch.setattr(sys, "orig_argv", ["python", "app.py"])
    os.environ["HOST"] = "127.0.0.2"
    address.from_environment()
    assert started_again == []
    assert os.environ["STREAMLIT_SERVER_ADDRESS"] == "127.0.0.2"
