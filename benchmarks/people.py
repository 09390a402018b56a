"""People who tap: clients that speak Streamlit's own websocket protocol, as a browser does, without drawing anything.

Streamlit's message classes are private: re-check when the pin of `streamlit` moves; only the benchmark leans on them.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import time
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.diary import demo

_WAIT = 60.0  # seconds until an answer counts as a failure


class Person:
    """One open page: what stands on it, what was entered, and how long the server took for each tap."""

    def __init__(self, port: int, page: str, seed: int) -> None:
        self.port, self.page = port, page
        self.choose = random.Random(seed)
        self.waits: list[float] = []  # seconds of each rerun after the first
        self.first = 0.0  # seconds until the page stood
        self._elements: dict[str, tuple[str, Any]] = {}  # key -> kind and message
        self._values: dict[str, WidgetState] = {}
        self._hashes: dict[str, str] = {}
        self._kept: dict[str, ForwardMsg] = {}
        self._socket: Any = None

    async def open(self) -> None:
        """Open the page and wait until it stands; a diary then tells its 60 days, as the device does."""
        self._socket = await websockets.connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream", subprotocols=["streamlit"], max_size=None, open_timeout=_WAIT
        )
        began = time.perf_counter()
        await self._run()
        self.first = time.perf_counter() - began
        if self.page == "diary":
            self._tell()
            await self._run()
            self._sections = itertools.cycle(self._elements["section"][1].options[1:])

    async def tap(self) -> None:
        """Do the next thing that a person does on this page, and note how long the answer took."""
        began = time.perf_counter()
        await {"": self._home, "assessment": self._assessment, "diary": self._diary}[self.page]()
        self.waits.append(time.perf_counter() - began)

    async def leave(self) -> None:
        """Close the page."""
        await self._socket.close()

    async def _home(self) -> None:
        await self._run(navigation=True)

    async def _assessment(self) -> None:
        """Answer what stands open, else go on; from the outcome back to the answers."""
        for kind, element in self._elements.values():
            if kind == "radio" and element.id not in self._values:
                self._set(element.id, string_value=element.options[len(element.options) // 2])
                return await self._run()
        ticks = {key: each for key, (kind, each) in self._elements.items() if kind == "checkbox"}
        if ticks and not any(self._values.get(each.id, WidgetState()).bool_value for each in ticks.values()):
            calm = [key for key in ticks if key.startswith("none_")] or list(ticks)
            self._set(ticks[self.choose.choice(calm)].id, bool_value=True)
            return await self._run()
        buttons = {key: each for key, (kind, each) in self._elements.items() if kind == "button"}
        button = buttons.get("next") or buttons.get("edit") or next(iter(buttons.values()))
        return await self._run(WidgetState(id=button.id, trigger_value=True))

    async def _diary(self) -> None:
        """Look at the next section: one draws a chart, one a calendar, one a list ..."""
        group = self._elements["section"][1]
        state = WidgetState(id=group.id)
        state.string_array_value.data.append(next(self._sections).content)
        self._values[group.id] = state
        await self._run()

    def _tell(self) -> None:
        _, form = self._elements["diary_form"]
        told = demo.told(60) | {"session": json.loads(form.json)["session"]}
        self._set(form.id, json_value=json.dumps({"told": told}))

    def _set(self, widget: str, **value: Any) -> None:
        self._values[widget] = WidgetState(id=widget, **value)

    async def _run(self, *once: WidgetState, navigation: bool = False) -> None:
        """Send one request and read until the script has ended."""
        message = BackMsg()
        wanted = message.rerun_script
        wanted.query_string = "lang=nl"
        wanted.context_info.timezone, wanted.context_info.locale = "Europe/Amsterdam", "nl"
        wanted.page_script_hash = self._hashes.get(self.page, "")
        if not self._hashes:
            wanted.page_name = self.page
        if not navigation:
            wanted.widget_states.widgets.extend([*self._values.values(), *once])
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(_WAIT):
            await self._read()

    async def _read(self) -> None:
        elements: dict[str, tuple[str, Any]] = {}
        while True:
            message = ForwardMsg()
            message.ParseFromString(await self._socket.recv())
            if message.WhichOneof("type") == "ref_hash":  # sent before: a browser keeps large messages
                message = self._kept[message.ref_hash]
            elif message.metadata.cacheable:
                self._kept[message.hash] = message
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self._hashes = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
                default = next(page for page in message.navigation.app_pages if page.is_default)
                self._hashes[""] = default.page_script_hash
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                name = message.delta.new_element.WhichOneof("type")
                element = getattr(message.delta.new_element, name)
                if name == "exception":
                    raise RuntimeError("the page shows an error")
                if getattr(element, "id", ""):
                    elements[element.id.split("-", 2)[-1]] = (name, element)
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    self._elements = elements
                    alive = {element.id for _, element in elements.values()}
                    self._values = {key: each for key, each in self._values.items() if key in alive}
                    return
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    raise RuntimeError(f"the run ended with {message.script_finished}")
