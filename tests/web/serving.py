"""The whole app, in this process, behind a client without a network."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.exceptions import StarletteDeprecationWarning
from streamlit.runtime import Runtime

with warnings.catch_warnings():
    warnings.simplefilter("ignore", StarletteDeprecationWarning)  # it asks for another HTTP library
    from starlette.testclient import TestClient

BASE = "http://127.0.0.1:8501"


@contextmanager
def serving() -> Iterator[TestClient]:
    """Start the app of `app.py` with its lifespan; an error on the server is a 500, as a browser would see it.

    Streamlit's runtime is one per process and starts once: each module of tests gets an app of its own.
    """
    Runtime._instance = None
    module = importlib.reload(importlib.import_module("app"))
    with TestClient(module.app, base_url=BASE, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client
    Runtime._instance = None
