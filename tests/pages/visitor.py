"""A browser's side of a Streamlit session over the real server, without a browser: asks for a page, taps, reads."""

from __future__ import annotations

import json
from types import TracebackType
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.web.reading import words_of
from tests.web.serving import BASE, TestClient


class Visitor:
    """One session; `elements` holds what the last run put on the page, by kind, e.g. ("html", message)."""

    def __init__(self, client: TestClient, page: str, cookies: dict[str, str] | None = None, **query: str) -> None:
        headers = {"origin": BASE, "cookie": "; ".join(f"{name}={value}" for name, value in (cookies or {}).items())}
        self._socket = client.websocket_connect("/_stcore/stream", subprotocols=["streamlit"], headers=headers)
        self._page, self._query = "" if page == "home" else page, query
        self.elements: list[tuple[str, object]] = []

    def __enter__(self) -> Visitor:
        self._socket.__enter__()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._socket.__exit__(kind, error, trace)

    def run(self, *widgets: WidgetState) -> Visitor:
        """Run the page once and read all that comes back."""
        message = BackMsg()
        message.rerun_script.query_string = urlencode(self._query)
        message.rerun_script.page_name = self._page
        message.rerun_script.widget_states.widgets.extend(widgets)
        self._socket.send_bytes(message.SerializeToString())
        self.elements = []
        while True:
            answer = ForwardMsg.FromString(self._socket.receive_bytes())
            if answer.WhichOneof("type") == "delta" and answer.delta.WhichOneof("type") == "new_element":
                element = answer.delta.new_element
                self.elements.append((element.WhichOneof("type"), getattr(element, element.WhichOneof("type"))))
            elif answer.WhichOneof("type") == "script_finished":
                return self

    def tap(self, key: str) -> Visitor:
        """Press the button `key`."""
        return self.run(WidgetState(id=self._id("button", key), trigger_value=True))

    def device_tells(self, stored: dict[str, object]) -> Visitor:
        """Let the keeper of the draft tell what the device kept."""
        keeper = next(e for kind, e in self.elements if kind == "bidi_component" and e.component_name == "wervel_draft")
        session = json.loads(keeper.json)["session"]
        value = json.dumps({"stored": {"session": session, "ticks": [], "draft": None, "status": "found", **stored}})
        return self.run(WidgetState(id=keeper.id, json_value=value))

    def of_kind(self, wanted: str) -> list[object]:
        return [element for kind, element in self.elements if kind == wanted]

    def shown(self, code: str) -> list[str]:
        """Return all that a person reads on the page, in order."""
        read: list[str] = []
        for kind, element in self.elements:
            read += words_of(element.body, code) if kind == "html" else [getattr(element, "label", "")]
        return [each for each in read if each]

    def _id(self, kind: str, key: str) -> str:
        return next(element.id for element in self.of_kind(kind) if element.id.endswith(f"-{key}"))
