"""The contract with Streamlit's private parts: what fails here after an upgrade has to be looked at before release."""

from __future__ import annotations

import importlib
import json
import logging
import re
import socket
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
import streamlit
from streamlit import config
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner_utils.exceptions import StopException
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.web.server.starlette import starlette_server

from tests.web.conftest import Ask
from wervel import ROOT
from wervel.content import content
from wervel.web import streamlit_internals as internals
from wervel.web.pages import elements

PINNED = re.search(r"^streamlit==(\S+)$", (ROOT / "requirements.txt").read_text(), re.M)[1]
OURS = [*(ROOT / "wervel" / "web" / "static").iterdir(), *(ROOT / "wervel" / "device" / "static").iterdir()]
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())


@cache
def scripts() -> str:
    """All that Streamlit's browser part is made of."""
    files = sorted((internals.STATIC / "static" / "js").glob("*.js"))
    assert len(files) > 100
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@cache
def tokens() -> frozenset[str]:
    """All names and words in them."""
    return frozenset(re.findall(r"[A-Za-z_][\w-]*", scripts()))


def options(table: dict, path: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in table.items():
        key = f"{path}.{name}" if path else name
        found |= options(value, key) if isinstance(value, dict) else {key: value}
    return found


def test_the_version_is_the_one_that_was_looked_at():
    assert streamlit.__version__ == PINNED


# --- its index.html --------------------------------------------------------------------------------------------------


def test_every_script_of_its_page_is_in_ours(ask: Ask):
    index = (internals.STATIC / "index.html").read_text(encoding="utf-8")
    wanted = [f"/{name}" for name in re.findall(r'(?:src|href)="\./(static/js/[^"]+)"', index)]
    assert len(wanted) > 10
    assert sorted(internals.first_chunks()) == sorted(wanted)
    html = ask("/").text
    entry, *others = internals.first_chunks()
    start = json.loads(re.search(r'id="wervel-words">(.*?)</script>', html)[1])["start"]
    at_once = re.findall(r'<link rel="modulepreload" crossorigin href="([^"]+)">', html)
    assert {entry, *others} <= {*at_once, *start["ahead"]}
    assert start["entry"] == entry


def test_its_stylesheet_holds_only_what_we_leave_out():
    """Web fonts, which we do not use, and the look of formulas: any other rule would be missed on our pages."""
    (sheet,) = re.findall(
        r'<link rel="stylesheet"[^>]* href="\./([^"]+)"', (internals.STATIC / "index.html").read_text(encoding="utf-8")
    )
    rules = re.findall(r"[^{}]+\{(?:[^{}]|\{[^{}]*\})*\}", (internals.STATIC / sheet).read_text(encoding="utf-8"))
    assert [rule[:80] for rule in rules if "katex" not in rule.lower() and not rule.startswith("@font-face")] == []


@pytest.mark.parametrize("page", [page.id for page in content().pages.pages])
def test_an_element_that_a_page_fetches_ahead_is_one_of_its_elements(page: str):
    for element in elements(page):
        assert internals.chunks(element)
        assert not set(internals.chunks(element)) & set(internals.first_chunks())


def test_no_other_element_is_taken_for_one():
    with pytest.raises(LookupError):
        internals.chunks("Nonsense")


def test_what_runs_early_is_among_the_first_and_needs_nothing_else():
    for address in internals.early_chunks():
        assert set(internals.imports(address)) <= set(internals.first_chunks())
        assert "__streamlit" not in (internals.STATIC / address.lstrip("/")).read_text(encoding="utf-8")


def test_it_opens_its_socket_with_the_words_that_we_open_it_with():
    """shell.js opens it ahead; with other words Streamlit would open another one, and ours would be in vain."""
    assert re.search(r"new WebSocket\(\w+,\[`streamlit`,\.\.\.\w+\]\)", scripts())
    for word in ("PLACEHOLDER_AUTH_TOKEN", "_stcore/stream"):
        assert f"`{word}`" in scripts()
        assert word in (ROOT / "wervel" / "web" / "static" / "shell.js").read_text(encoding="utf-8")


def test_what_we_leave_out_of_its_page_is_known(ask: Ask):
    """One inline script (a flag for crawlers), one font, the icon and a pointer: anything new wants a look."""
    index = (internals.STATIC / "index.html").read_text(encoding="utf-8")
    inline = re.findall(r"<script>(.*?)</script>", index, re.S)
    assert [script.strip() for script in inline] == ["window.prerenderReady = false"]
    kinds = re.findall(r'<link\s[^>]*?rel="([^"]+)"', index)
    assert set(kinds) == {"shortcut icon", "preload", "service-desc", "modulepreload", "stylesheet"}
    assert index.count("<script") == 2
    assert '<div id="root"></div>' in index
    assert 'id="root"' in ask("/").text


# --- its words and names ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("string", content().streamlit.strings, ids=lambda string: string.id)
def test_a_word_that_we_replace_is_still_its_word(string):
    quoted = [f"{mark}{string.shows}{mark}" for mark in "\"'`"]
    assert any(each in scripts() for each in quoted)


def names_we_use() -> set[str]:
    """The names of Streamlit's elements that our styles and scripts lean on."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in OURS if file.suffix in {".css", ".js"})
    names = set(re.findall(r"\.(st[A-Z]\w+)", text)) | set(re.findall(r"data-testid\W+(st\w+)", text))
    return names | set(re.findall(r"\[(data-test[a-z-]+)[=\]]", text)) - {"data-testid"}


@pytest.mark.parametrize(
    "name",
    sorted(
        names_we_use()
        | {
            "data-test-connection-state",
            "data-test-script-state",
            "stAppHeader",
            "stMainBlockContainer",
            "stMain",
            "stLayoutWrapper",
            "stRadioGroup",
            "stCheckbox",
            "st-key-",
            "__streamlit",
            "BACKEND_BASE_URL",
            "MAIN_PAGE_BASE_URL",
            "HOST_CONFIG",
            "blockErrorDialogs",
        }
    ),
)
def test_a_name_that_we_lean_on_is_still_there(name: str):
    assert name in tokens()


def test_the_names_are_really_searched_for():
    assert {"stMain", "stCheckbox", "data-test-connection-state"} <= names_we_use()
    assert "stNoSuchThing" not in tokens()


@pytest.mark.parametrize("state", ["CONNECTED", "INITIAL"])
def test_the_connection_states_are_still_called_so(state: str):
    assert any(f"{mark}{state}{mark}" in scripts() for mark in "\"'`")


# --- its host configuration ------------------------------------------------------------------------------------------

KEYS = {
    "allowedOrigins",
    "useExternalAuthToken",
    "enableCustomParentMessages",
    "enforceDownloadInNewTab",
    "metricsUrl",
    "blockErrorDialogs",
    "resourceCrossOriginMode",
}


def test_the_host_configuration_has_the_keys_that_we_know(ask: Ask):
    assert set(ask(internals.HOST_CONFIG_PATH).json()) == KEYS


def test_the_page_gives_the_same_settings_ahead(ask: Ask):
    """shell.js saves the request for them: every key must be there, with the value that the server gives."""
    script = (ROOT / "wervel" / "web" / "static" / "shell.js").read_text(encoding="utf-8")
    block = re.search(r"HOST_CONFIG: \{(.*?)\}", script, re.S)[1]
    given = dict(re.findall(r"(\w+): ([^,]+),", block))
    # The server does not know its name; an empty list would make Streamlit wait for the server's answer.
    assert given.pop("allowedOrigins") == "[location.origin]"
    served = ask(internals.HOST_CONFIG_PATH).json()
    assert served.pop("allowedOrigins") == []
    assert {key: json.loads(value) for key, value in given.items()} == served


def test_our_change_keeps_what_it_does_not_know():
    changed = json.loads(internals.host_config(b'{"new": 1, "blockErrorDialogs": false, "allowedOrigins": ["x"]}'))
    assert changed == {"new": 1, "blockErrorDialogs": True, "allowedOrigins": []}


# --- its settings ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(options(SETTINGS)))
def test_every_setting_is_one_that_streamlit_knows(name: str):
    known = config._config_options_template
    assert name in known, f"{name} is no option of Streamlit {streamlit.__version__}"
    assert not known[name].deprecated


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("runner.postScriptGC", False),
        ("runner.fastReruns", False),
        ("server.fileWatcherType", "none"),
        ("server.enableAgentApi", False),
        ("server.enableStaticServing", False),
        ("client.showErrorDetails", "none"),
        ("browser.gatherUsageStats", False),
        ("logger.enableRich", False),
        ("logger.level", "warning"),
    ],
)
def test_what_speed_and_privacy_hang_on_is_set(name: str, value: object):
    assert options(SETTINGS)[name] == value


PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
import app
from streamlit import config
print(json.dumps({name: config.get_option(name) for name in sys.argv[2:]}))
"""


@pytest.mark.parametrize("elsewhere", [False, True], ids=["in the project", "in another folder"])
def test_the_settings_are_in_force_in_the_app(tmp_path: Path, elsewhere: bool):
    """As `uvicorn app:app` finds them, in a process of its own; from elsewhere with `--app-dir`."""
    wanted = {name: value for name, value in options(SETTINGS).items() if not name.startswith("theme")}
    command = [sys.executable, "-c", PROGRAM, str(ROOT), *wanted]
    folder = tmp_path if elsewhere else ROOT
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=True)
    assert json.loads(done.stdout) == wanted


# --- its log ---------------------------------------------------------------------------------------------------------

LOGGERS = ("streamlit.error_util", "streamlit.runtime.scriptrunner.script_runner")


@pytest.mark.parametrize("name", LOGGERS)
def test_the_loggers_of_errors_still_have_these_names(name: str):
    module = importlib.import_module(name)
    assert module._LOGGER.name == name


def test_the_filter_hangs_on_each_logger_once():
    internals.quiet_logs()
    internals.quiet_logs()
    for name in (*LOGGERS, "streamlit"):
        filters = logging.getLogger(name).filters
        assert len([each for each in filters if isinstance(each, internals.NoAnswersInLog)]) == 1


def record(error: BaseException | None, message: str = "Uncaught %s", *arguments: object) -> logging.LogRecord:
    information = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("streamlit", logging.ERROR, "f.py", 1, message, arguments or ("answer",), information)


def test_the_filter_keeps_kind_and_place_only():
    try:
        int("answer")
    except ValueError as error:
        written = record(error)
    assert internals.NoAnswersInLog().filter(written) is True
    line = logging.Formatter().format(written)
    assert re.fullmatch(r"Uncaught ValueError at test_streamlit_internals\.py:\d+", line)


def test_the_filter_leaves_plain_lines_alone():
    written = record(None, "listening on %s", "8501")
    assert internals.NoAnswersInLog().filter(written) is True
    assert written.getMessage() == "listening on 8501"


def test_the_filter_stands_an_error_that_was_never_raised():
    written = record(ValueError("answer"))
    assert internals.NoAnswersInLog().filter(written) is True
    assert "answer" not in logging.Formatter().format(written)


# --- callbacks -------------------------------------------------------------------------------------------------------


def test_a_tap_is_taken_whole_when_another_request_waits():
    """Streamlit's own method still ends there: when it no longer does, the repair can go."""
    internals.whole_callbacks()
    taken: list[str] = []

    class State:
        def on_script_will_rerun(self, tap: str, **_: object) -> None:
            safe._yield_callback()  # what a callback does when it uses the session's state
            taken.append(tap)

    def another_waits() -> None:
        raise StopException

    safe = SafeSessionState(State(), another_waits)
    with pytest.raises(StopException):
        SafeSessionState.on_script_will_rerun.__wrapped__(safe, "lost")
    safe.on_script_will_rerun("kept")
    assert taken == ["kept"]
    with pytest.raises(StopException):
        safe._yield_callback()  # after the callbacks it looks again


def request(page: str, *, widgets: int = 0, query: str = "", history: bool = False) -> ClientState:
    asked = ClientState(page_script_hash=page, query_string=query, is_history_navigation=history)
    for number in range(widgets):
        asked.widget_states.widgets.add(id=f"widget {number}", trigger_value=True)
    return asked


class Session(AppSession):
    """A session of Streamlit that runs no script: `runs` is what it would have run."""

    def __init__(self) -> None:
        self._state, self._scriptrunner, self._client_state = None, None, ClientState()
        self.runs: list = []

    def _create_scriptrunner(self, data: object) -> None:
        self.runs.append(data)

    def __del__(self) -> None:
        """Nothing was started."""


@pytest.fixture
def session() -> Session:
    internals.keep_navigation()
    return Session()


def test_a_value_that_comes_in_behind_a_navigation_is_taken_on_the_new_page(session: Session):
    for asked in (
        request("", query="lang=nl"),
        request("check", widgets=2, query="lang=nl"),
        request("spine", query="lang=nl&mode=consult"),
        request("check", widgets=1, query="lang=nl"),  # a module of the page before speaks late
        request("spine", widgets=1, query="lang=nl&mode=consult"),
    ):
        session.request_rerun(asked)
    assert [run.page_script_hash for run in session.runs] == ["", "check", "spine", "spine", "spine"]
    assert session.runs[3].query_string == "lang=nl&mode=consult"
    assert [len(run.widget_states.widgets) for run in session.runs] == [0, 2, 0, 1, 1]


def test_the_browsers_back_button_is_a_navigation(session: Session):
    for asked in (request("spine"), request("check", widgets=1, history=True), request("check", widgets=1)):
        session.request_rerun(asked)
    assert [run.page_script_hash for run in session.runs] == ["spine", "check", "check"]


def test_people_do_not_share_a_navigation(session: Session):
    other = Session()
    session.request_rerun(request("spine"))
    other.request_rerun(request("check", widgets=1))
    session.request_rerun(None)
    assert [run.page_script_hash for run in session.runs] == ["spine", ""]
    assert [run.page_script_hash for run in other.runs] == ["check"]


def test_the_app_asks_for_them(ask: Ask):
    assert ask("/healthz").status_code == 200
    assert hasattr(SafeSessionState.on_script_will_rerun, "__wrapped__")
    assert hasattr(AppSession.request_rerun, "__wrapped__")


def test_the_parts_that_pages_load_later_are_there_with_all_they_import():
    folder = internals.STATIC / "static" / "js"
    names = {path.removeprefix("/static/js/") for path in internals.chunks_of_pages()}
    for part in internals.PARTS_OF_PAGES:
        assert any(name.startswith(f"{part}.") for name in names), part
    for name in names:
        assert set(re.findall(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""", (folder / name).read_text())) <= names


# --- many people -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("section", ["theme", "theme.light", "theme.dark", "theme.sidebar", "theme.dark.sidebar"])
def test_the_look_is_worked_out_once_and_is_the_same(section: str):
    internals.theme_once()
    populate = app_session._populate_theme_msg
    plain, first, second = (NewSession(), NewSession(), NewSession())
    populate.__wrapped__(plain.custom_theme, section)
    with pytest.MonkeyPatch.context() as patch:
        populate(first.custom_theme, section)
        patch.setattr(config, "get_options_for_section", None)  # nothing is looked up again
        populate(second.custom_theme, section)
    assert plain == first == second


def test_what_is_accepted_sends_small_messages_at_once():
    internals.send_at_once()
    with starlette_server._bind_socket("127.0.0.1", 0, 1) as bound:
        bound.listen()
        bound.setblocking(True)
        with socket.create_connection(bound.getsockname()), bound.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
