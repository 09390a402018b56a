"""A server of the app for the tests: started, stopped, killed and started again on the same port."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
START_DEADLINE = 60.0  # seconds; a busy machine with two cores starts two servers at once


def free_port() -> int:
    """Return a TCP port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """One `python app.py` (or another `app`) on a port of its own; `log` is the file with all it wrote.

    settings: more environment variables.
    """

    def __init__(self, log: Path, app: str = "app.py", settings: Mapping[str, str] | None = None) -> None:
        self._app = app
        self._settings = settings or {}
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.log = log
        self._process: subprocess.Popen[bytes] | None = None
        self._frozen = False

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None and not self._frozen

    def start(self) -> None:
        """Start and wait until /healthz answers; raises RuntimeError with the log when it does not in time."""
        environment = {
            **os.environ,
            "PORT": str(self.port),
            "HOST": "127.0.0.1",
            "WERVEL_PSEUDO": "1",
            **self._settings,
        }
        environment.pop("WERVEL_DRAFTS", None)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, self._app], cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        deadline = time.monotonic() + START_DEADLINE
        while not self._answers():
            if not self.running or time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(f"the server did not start:\n{self.log.read_text(errors='replace')}")
            self._wait_a_moment()

    def stop(self) -> None:
        """End it politely; a server that does not listen is killed."""
        if self._process is None or self._frozen:
            self.kill()
            return
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    def kill(self) -> None:
        """End it at once, as a crash would."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._process = None
        self._frozen = False

    def freeze(self) -> None:
        """Let it hold its connections and answer nothing any more; only `kill` follows."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        self._frozen = True

    def _wait_a_moment(self) -> None:
        """Return when the process ended, or after a tenth of a second."""
        assert self._process is not None
        try:
            self._process.wait(0.1)
        except subprocess.TimeoutExpired:
            return

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.origin}/healthz", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False
