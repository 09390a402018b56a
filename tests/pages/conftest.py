from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape
from typing import Any

import pytest
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from tests.web.reading import words_of
from tests.web.serving import TestClient, serving
from wervel import ROOT
from wervel.i18n import registry
from wervel.i18n.registry import PSEUDO

SHIPPED = [language.code for language in registry().languages if language.state == "shipped"]
LANGUAGES = [*SHIPPED, *PSEUDO]

Open = Callable[..., AppTest]


def session() -> AppTest:
    """Return a new session of the app that has not run yet."""
    at = AppTest.from_file(ROOT / "wervel" / "shell.py", default_timeout=60)
    at._bidi_component_manager = _components()  # shared as in the real app; searching for components takes long
    return at


@lru_cache(maxsize=1)
def _components() -> BidiComponentManager:
    manager = BidiComponentManager()
    manager.discover_and_register_components(start_file_watching=False)
    return manager


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page of the app as a new session."""

    def opened(page: str, lang: str = "en", mode: str | None = None) -> AppTest:
        if lang in PSEUDO:
            monkeypatch.setenv("WERVEL_PSEUDO", "1")
        at = session()
        at.query_params["lang"] = lang
        if mode:
            at.query_params["mode"] = mode
        at.run()
        if page != "home":
            at.switch_page(f"../pages/{page}.py").run()
        return at

    return opened


def shown(at: AppTest, code: str | None = None) -> list[str]:
    """Return all that a person reads or hears on the page, in the language `code`."""
    read = [word for element in at.html for word in words_of(element.value, code)]
    read += [element.value for kind in (at.markdown, at.caption, at.subheader, at.title) for element in kind]
    read += [element.label for kind in (at.button, at.checkbox, at.radio) for element in kind]
    return read + [option for radio in at.radio for option in radio.options]


def page_links(at: AppTest) -> list[tuple[str, str]]:
    """Return page and address of each link that the page around Streamlit follows."""
    found = re.findall(r'<a [^>]*href="([^"]*)" data-page="(\w+)"', "".join(each.value for each in at.html))
    return [(page, unescape(href)) for href, page in found]


def answers(widget: Any) -> str | None:
    """Return what a widget is for: a key can have got a new widget, `R1--2` is the third one for R1."""
    return widget.key and re.sub(r"--\d+$", "", widget.key)


def checkbox(at: AppTest, key: str) -> Any:
    """Return the tick row of a key."""
    return next(each for each in at.checkbox if answers(each) == key)


def radio(at: AppTest, key: str) -> Any:
    """Return the choice of a key."""
    return next(each for each in at.radio if answers(each) == key)


def kept_data(at: AppTest) -> dict:
    """Return what the page hands to the keeper of the draft on the device."""
    (keeper,) = [each.proto for each in at.get("bidi_component") if each.proto.component_name == "wervel_draft"]
    return json.loads(keeper.json)


def device_tells(at: AppTest, *, stored: object = None, goto: str | None = None, missed: object = None) -> AppTest:
    """Run the page as if the device had sent a state (`stored`) or an event (`goto`, `missed`)."""
    (keeper,) = [each.proto for each in at.get("bidi_component") if each.proto.component_name == "wervel_draft"]
    states = at._tree.get_widget_states()
    if goto is None and missed is None:
        states.widgets.append(WidgetState(id=keeper.id, json_value=json.dumps({"stored": stored})))
    else:
        name, given = ("missed", missed) if goto is None else ("goto", goto)
        event = json.dumps([{"event": name, "value": given}])
        states.widgets.append(WidgetState(id=_make_trigger_id(keeper.id, "events"), json_trigger_value=event))
    return at._run(states)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with serving() as started:
        yield started


def carrier(at: AppTest) -> tuple[Any, dict[str, Any]]:
    (found,) = [each.proto for each in at.get("bidi_component") if each.proto.component_name == "wervel_handover"]
    return found, json.loads(found.json)


def arrives(at: AppTest, code: str, *, n: int = 1, session: str | None = None) -> AppTest:
    """Let the page hand over a code that came in its address."""
    proto, data = carrier(at)
    states = at._tree.get_widget_states()
    value = {"code": {"session": session or data["session"], "n": n, "code": code}}
    states.widgets.append(WidgetState(id=proto.id, json_value=json.dumps(value)))
    return at._run(states)
