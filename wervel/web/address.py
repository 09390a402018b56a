"""PORT and HOST override the address, whichever of the three commands starts the app."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

_MARK = "WERVEL_ADDRESS_SET"


def settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of Streamlit and uvicorn that PORT and HOST stand for."""
    port, host = environment.get("PORT"), environment.get("HOST")
    wanted: dict[str, str] = {}
    if port:
        wanted |= {"STREAMLIT_SERVER_PORT": port, "UVICORN_PORT": port}
    if host:
        wanted |= {"STREAMLIT_SERVER_ADDRESS": host, "UVICORN_HOST": host}
    return wanted


def overrides(environment: Mapping[str, str]) -> dict[str, object]:
    """Return the same as overrides of Streamlit's configuration, for `python app.py`."""
    port, host = environment.get("PORT"), environment.get("HOST")
    if port and not port.isdecimal():
        raise SystemExit(f"Wervel does not start: PORT is {port!r}, a number expected")
    return ({"server.port": int(port)} if port else {}) | ({"server.address": host} if host else {})


def needs_restart(command: Sequence[str]) -> bool:
    """Tell whether `command` reads its address before it imports the app: the two command lines do."""
    words = [os.path.basename(word) for word in command[:8]]
    return "--multiprocessing-fork" not in command and ("uvicorn" in words or {"streamlit", "run"} <= set(words))


def from_environment() -> None:
    """Apply PORT and HOST; `streamlit run` and `uvicorn` chose their address before, and start again, once."""
    wanted = settings(os.environ)
    if not wanted or os.environ.get(_MARK) == "1":
        return
    os.environ.update(wanted, **{_MARK: "1"})
    if needs_restart(sys.orig_argv):
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 our own command line
