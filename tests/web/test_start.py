"""The app starts by each of its three commands, on the address that PORT and HOST name, from any folder."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

import wervel
from wervel import ROOT

BIN = Path(sys.executable).parent
DEADLINE = 60.0  # seconds, on a busy machine
#: Another address of this machine than the default, so that HOST is seen to be obeyed; only Linux has it.
HOST = "127.0.0.2" if sys.platform == "linux" else "127.0.0.1"

COMMANDS = {
    "python": ([sys.executable, "app.py"], ROOT),
    "streamlit": ([str(BIN / "streamlit"), "run", "app.py"], ROOT),
    "uvicorn": ([str(BIN / "uvicorn"), "app:app"], ROOT),
    "python from another folder": ([sys.executable, str(ROOT / "app.py")], None),
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(command: list[str], folder: Path, log: Path) -> Iterator[str]:
    """Start the app, wait until it answers, and end it; yields its origin."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "WERVEL_"))}
    environment |= {"PORT": str(port), "HOST": HOST, "PYTHONUNBUFFERED": "1"}
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
    try:
        end = time.monotonic() + DEADLINE
        while not answers(f"http://{HOST}:{port}/healthz"):
            if process.poll() is not None or time.monotonic() > end:
                pytest.fail(f"{command} did not start:\n{log.read_text(errors='replace')}")
            time.sleep(0.1)
        yield f"http://{HOST}:{port}"
        assert process.poll() is None
        process.terminate()
        process.wait(20)
        said = log.read_text(errors="replace")
        assert "Traceback" not in said
        assert "Error" not in said
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(20)


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (URLError, OSError):
        return False


def fetch(url: str) -> str:
    with urlopen(Request(url, headers={"Accept-Language": "tr"}), timeout=20) as answer:
        assert answer.status == 200
        assert answer.headers["content-security-policy"]
        return answer.read().decode()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_app_starts(name: str, tmp_path: Path):
    command, folder = COMMANDS[name]
    with started(command, folder or tmp_path, tmp_path / "log") as origin:
        assert json.loads(fetch(f"{origin}/healthz")) == {"status": "ok", "version": wervel.__version__}
        page = fetch(f"{origin}/")
        assert '<html lang="tr"' in page
        script = page.split('<script type="module"')[1].split('src="')[1].split('"')[0]
        assert len(fetch(f"{origin}{script}")) > 1000
        assert fetch(f"{origin}/_stcore/health") == "ok"
