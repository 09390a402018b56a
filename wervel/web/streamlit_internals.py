"""All that leans on Streamlit's private parts; tests/web/test_streamlit_internals.py tells when an upgrade breaks it.

Re-check all of it when the pin of `streamlit` in requirements.txt moves.
"""

from __future__ import annotations

import json
import logging
import re
import socket
import traceback
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any

import streamlit
from streamlit import runtime
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.web.server.starlette import starlette_server

#: Streamlit's browser part, as its wheel ships it.
STATIC = Path(streamlit.__file__).parent / "static"

_ENTRY = re.compile(r'<script type="module"[^>]* src="\./(static/js/[^"]+)"')
_PRELOADED = re.compile(r'<link rel="modulepreload"[^>]* href="\./(static/js/[^"]+)"')

#: The parts of Streamlit's browser program that our pages use, and that it loads when a page first needs them.
PARTS_OF_PAGES = (
    "BidiComponent", "Button", "ButtonGroup", "Checkbox", "Html", "ImageList", "PageLink", "PlotlyChart", "Radio",
    "Selectbox", "StreamlitMarkdown", "TextInput",
)  # fmt: skip
_IMPORT = re.compile(r"(?:from|import)\s*[\"']\./([\w.-]+\.js)[\"']")

HOST_CONFIG_PATH = "/_stcore/host-config"
CLOSED_PATHS = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent", "/_stcore/upload_file")


@lru_cache(maxsize=1)
def first_chunks() -> tuple[str, ...]:
    """Return the addresses of the scripts that Streamlit's index.html loads: the entry, then the others.

    The rest of that page stays out. Its one inline script is a flag for crawlers; its stylesheet holds web fonts, which
    we do not use, and the look of formulas, which Streamlit loads by itself where one stands.
    """
    html = (STATIC / "index.html").read_text(encoding="utf-8")
    return tuple(f"/{name}" for name in (*_ENTRY.findall(html), *_PRELOADED.findall(html)))


#: What takes a phone longest to run, apart from the entry, the quickest there first.
_EARLY = ("protobuf", "react-dom", "styled-components", "StreamlitMarkdown")


@lru_cache(maxsize=1)
def early_chunks() -> tuple[str, ...]:
    """Return the scripts to run as soon as they are there, while the others are still on their way.

    A module runs when all of its tree has come: without this the phone would wait for the network, then the network
    for the phone. Raises LookupError when Streamlit has other ones.
    """
    found = [[each for each in first_chunks() if each.startswith(f"/static/js/{name}.")] for name in _EARLY]
    if any(len(each) != 1 for each in found):
        raise LookupError(f"the scripts of Streamlit {streamlit.__version__} are not those that were looked at")
    return tuple(each for (each,) in found)


@lru_cache(maxsize=1)
def _manifest() -> dict[str, dict[str, Any]]:
    return json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@lru_cache(maxsize=32)
def chunks(element: str) -> tuple[str, ...]:
    """Return the scripts that an element of Streamlit ("Button") needs on top of the first ones, from its manifest.

    Streamlit would find them one after another: the element when the server names it, then what that imports.
    Raises LookupError when there is no such element.
    """
    names = [key for key, each in _manifest().items() if each.get("isDynamicEntry") and each.get("name") == element]
    if not names:
        raise LookupError(f"Streamlit {streamlit.__version__} has no element {element}")
    return tuple(address for address in _tree(names) if address not in first_chunks())


@lru_cache(maxsize=8)
def imports(address: str) -> tuple[str, ...]:
    """Return a script of Streamlit and all that it imports, directly or not, without the entry."""
    return _tree([key for key, each in _manifest().items() if f"/{each['file']}" == address])


def _tree(names: list[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    while names:
        entry = _manifest()[names.pop(0)]
        if f"/{entry['file']}" not in found and not entry.get("isEntry"):
            found[f"/{entry['file']}"] = None
            names += entry.get("imports", [])
    return tuple(found)


@lru_cache(maxsize=1)
def chunks_of_pages() -> tuple[str, ...]:
    """Return the addresses of the files that our pages load later, with all that they import, in a fixed order."""
    folder = STATIC / "static" / "js"
    open_ones = [file.name for part in PARTS_OF_PAGES for file in sorted(folder.glob(f"{part}.*.js"))]
    found: set[str] = set()
    while open_ones:
        name = open_ones.pop()
        if name not in found:
            found.add(name)
            open_ones += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return tuple(f"/static/js/{name}" for name in sorted(found))


def host_config(body: bytes) -> bytes:
    """Return Streamlit's settings for its browser part without its English error dialogs.

    Losing the connection shows our own quiet bar instead (static/shell.js), in the person's language.
    """
    return json.dumps(json.loads(body) | {"blockErrorDialogs": True, "allowedOrigins": []}).encode()


class NoAnswersInLog(logging.Filter):
    """Keeps what a person entered out of the log: an uncaught error is logged by kind and place, never by message."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            frames = traceback.extract_tb(error.__traceback__)[-3:]
            places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
            record.msg, record.args = f"Uncaught {type(error).__name__} at {places}", ()
            record.exc_info = record.exc_text = None
        return True


def whole_callbacks() -> None:
    """Let the callbacks of a tap run to their end before Streamlit looks whether another request waits.

    It looks before it has applied what a request brings, and at each use of the session's state in a callback. A
    second request a moment later ended the first one there, and its tap was lost or taken half.
    """
    original = SafeSessionState.on_script_will_rerun
    if hasattr(original, "__wrapped__"):
        return  # done before in this process

    @wraps(original)
    def on_script_will_rerun(self: SafeSessionState, *given: Any, **named: Any) -> None:
        interrupt = self._yield_callback
        object.__setattr__(self, "_yield_callback", lambda: None)
        try:
            original(self, *given, **named)
        finally:
            object.__setattr__(self, "_yield_callback", interrupt)

    SafeSessionState.on_script_will_rerun = on_script_will_rerun  # type: ignore[method-assign]


def keep_navigation() -> None:
    """Let a request of a widget that still stands on the page before not take the place of a navigation.

    Each request names the page it comes from, and the last one wins. A navigation is the request without any value
    of a widget, or the browser's back and forward; a value that comes in behind it is taken, on the new page.
    """
    original = AppSession.request_rerun
    if hasattr(original, "__wrapped__"):
        return  # done before in this process

    @wraps(original)
    def request_rerun(self: AppSession, client_state: ClientState | None) -> None:
        if client_state is not None:
            page, query = getattr(self, "_wervel_navigation", ("", ""))
            if not client_state.widget_states.widgets or client_state.is_history_navigation:
                self._wervel_navigation = (client_state.page_script_hash, client_state.query_string)  # type: ignore[attr-defined]
            elif page and page != client_state.page_script_hash:
                late = ClientState()
                late.CopyFrom(client_state)
                late.page_script_hash, late.query_string = page, query
                client_state = late
        original(self, client_state)

    AppSession.request_rerun = request_rerun  # type: ignore[method-assign]


def theme_once() -> None:
    """Work out the look once for the process: Streamlit searches all its settings for it six times in each rerun."""
    original = app_session._populate_theme_msg
    if hasattr(original, "__wrapped__"):
        return  # done before in this process

    @lru_cache(maxsize=16)
    def found(section: str) -> CustomThemeConfig:
        message = CustomThemeConfig()
        original(message, section)
        return message

    @wraps(original)
    def populate(message: CustomThemeConfig, section: str = "theme") -> None:
        if found(section).ByteSize():  # merging nothing would still say that the section is there
            message.MergeFrom(found(section))

    app_session._populate_theme_msg = populate  # type: ignore[assignment]


def send_at_once() -> None:
    """Let small messages leave at once: without it the end of each rerun waited 40 ms for the browser's receipt.

    asyncio would say so itself, but not for a socket that does not name its protocol, as Streamlit's. What is
    accepted on a socket takes this over from it.
    """
    original = starlette_server._bind_socket
    if hasattr(original, "__wrapped__"):
        return  # done before in this process

    @wraps(original)
    def bind(*given: Any, **named: Any) -> socket.socket:
        bound: socket.socket = original(*given, **named)
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return bound

    starlette_server._bind_socket = bind


def forget_when_left() -> None:
    """Let this session end, with all it holds, in the moment in which its browser goes.

    Streamlit would keep it for ten minutes, for a browser that comes back. On a shared device the next one to come is
    somebody else; a page that only lost its connection brings its answers along itself (device/static/handover.js).
    """
    context = get_script_run_ctx()
    if context is not None and runtime.exists():
        runtime.get_instance().mark_session_nonresumable(context.session_id)


def empty_when_ended() -> None:
    """Take everything out of a session that has ended: Streamlit's own loop holds on to the last one for a while."""
    original = AppSession.shutdown
    if hasattr(original, "__wrapped__"):
        return  # done before in this process

    @wraps(original)
    def shutdown(self: AppSession) -> None:
        original(self)
        self._session_state.clear()
        self._client_state.Clear()
        self._browser_queue.clear()

    AppSession.shutdown = shutdown  # type: ignore[method-assign]


def quiet_logs() -> None:
    """Put the filter on Streamlit's loggers that report errors of the script."""
    for name in ("streamlit.error_util", "streamlit.runtime.scriptrunner.script_runner", "streamlit"):
        logger = logging.getLogger(name)
        if not any(isinstance(each, NoAnswersInLog) for each in logger.filters):
            logger.addFilter(NoAnswersInLog())
