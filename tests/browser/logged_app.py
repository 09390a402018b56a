"""The app behind an access log that leaves nothing out: what any server or proxy could write of a request's head."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import uvicorn

from app import app


async def logged(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] in {"http", "websocket"}:
        logging.getLogger("uvicorn.access").setLevel(logging.INFO)  # Streamlit quietens it
        # The key of a socket is chance, and looks like anything now and then.
        told = [(name, value) for name, value in scope["headers"] if name != b"sec-websocket-key"]
        head = [f"{name.decode('latin-1')}={value.decode('latin-1')}" for name, value in told]
        target = scope["raw_path"].decode("latin-1") + "?" + scope["query_string"].decode("latin-1")
        print("ASKED", scope["type"], target, *head, flush=True)
    await app(scope, receive, send)


if __name__ == "__main__":
    uvicorn.run(logged, host="127.0.0.1", port=int(os.environ["PORT"]), access_log=True)
