"""What is too large, who may open the socket, which names are answered, and ten thousand odd requests."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import anyio
import pytest
from starlette.websockets import WebSocketDisconnect

from tests.web.conftest import Ask
from tests.web.serving import BASE, TestClient, serving
from wervel.web.headers import MOST_ADDRESS, MOST_BODY, MOST_HEADERS


def test_what_is_larger_than_anything_of_ours_is_refused(ask: Ask):
    assert ask("/?x=" + "a" * MOST_ADDRESS).status_code == 414
    assert ask("/" + "a" * MOST_ADDRESS).status_code == 414
    assert ask("/", headers={"x-much": "a" * MOST_HEADERS}).status_code == 431
    assert ask("/emergency", method="POST", data={"country": "a" * MOST_BODY}).status_code == 413
    assert ask("/emergency", method="POST", data={"country": "a" * 1000}).status_code == 303


def test_a_body_that_does_not_say_its_length_is_counted(ask: Ask):
    kind = {"content-type": "application/x-www-form-urlencoded"}
    large = (b"country=" + b"a" * 5000 for _ in range(20))
    assert ask("/emergency", method="POST", content=large, headers=kind).status_code == 413
    assert ask("/emergency", method="POST", content=iter([b"country=NL"]), headers=kind).status_code == 303


@pytest.mark.parametrize("length", ["-1", "x", "1" * 30, str(MOST_BODY + 1)])
def test_an_odd_length_is_refused(ask: Ask, length: str):
    assert ask("/emergency", method="POST", headers={"content-length": length}).status_code == 413


@pytest.mark.parametrize(
    ("origin", "opens"),
    [
        (BASE, True),
        ("http://elsewhere.example", False),
        ("https://127.0.0.1.elsewhere.example", False),
        ("null", False),
    ],
)
def test_the_socket_opens_to_our_own_pages_only(client: TestClient, origin: str, opens: bool):
    try:
        with client.websocket_connect("/_stcore/stream", ["streamlit"], headers={"origin": origin}):
            opened = True
    except WebSocketDisconnect:
        opened = False
    assert opened is opens


def test_a_socket_with_a_long_address_is_refused(client: TestClient):
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/_stcore/stream?x=" + "a" * MOST_ADDRESS):
        pass


# --- odd requests ----------------------------------------------------------------------------------------------------

MANY = 10_000
METHODS = ["GET"] * 12
METHODS += ["HEAD", "POST", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "X" * 99, "Ü"]
STARTS = ["/", "/assessment", "/diary", "/emergency", "/healthz", "/kept", "/forget", "/about", "/spine"]
STARTS += ["/read/nl/home", "/read/ar/assessment", "/read/xx/home", "/read/nl/", "/read", "/read/nl/home/x"]
STARTS += ["/manifest.webmanifest", "/sw.js", "/favicon.ico", "/index.html", "/static/", "/static/js/", "/assets/"]
STARTS += ["/assets/device/", "/assets/illustrations/", "/assets/exercises/", "/assets/app.css"]
STARTS += ["/assets/exercises/x.json", "/_stcore/", "/_stcore/health", "/_stcore/metrics", "/_stcore/host-config"]
STARTS += ["/_stcore/upload_file/1/2", "/_stcore/agent/interact", "/_stcore/agent/mcp", "/media/", "/media/x.png"]
STARTS += ["/component/", "/component/x/y"]
ENDS = ["", "", "", "/", "//", "/..", "/../../etc/passwd", "\x00", "%00", "/.", "\\", "/é", "\udcff", "a" * 300]
ENDS += ["/a" * 900, "b" * 9000, "?", "#", ";x", " ", "\n", "/index.html", "*.js", "/~root", "/.git/config", "\u202e"]
WORDS = ["", "nl", "ar", "xx", "kiosk", "NL", "1", "-1", "%", "%00", "%zz", "\x00", "'", '"><script>', "{{7*7}}"]
WORDS += ["${x}", "é", "a" * 5000, "../..", "\r\nx: y", "1e999", "nan", "\ud800"]
NAMES = ["lang", "mode", "country", "zone", "part", "show", "v", "with", "topic", "", "lang[]", "x" * 100]
HEADERS = ["accept-encoding", "accept-language", "if-none-match", "if-modified-since", "range", "cookie", "host"]
HEADERS += ["origin", "content-type", "content-length", "x-forwarded-for", "x-forwarded-proto", "sec-fetch-site"]
HEADERS += ["expect", "upgrade"]
VALUES = ["", "*", "br;q=", "gzip;q=-1,,;;", "bytes=0-", "bytes=-1", "bytes=9-1,x", '"', 'W/"x', "q=1;q=2", "0", "-1"]
VALUES += ["null", "wervel_lang=ar", "wervel_tz=\x00", "wervel_kept=2026-99-99", "; =;;", "a" * 40000, "\xff\xfe"]
VALUES += ["nl;q=nan,*;q=1e9", "multipart/form-data; boundary=x", "multipart/form-data", "h2c"]
VALUES += ["application/x-www-form-urlencoded"]
BODIES = [b"", b"country=NL", b"country=%zz", b"=&=&" * 50, b"\x00\xff" * 99, b"{}", b"--x\r\n\r\nhello", b"a" * 70_000]


def odd_requests(seed: int) -> Iterator[tuple[dict, bytes]]:
    """Yield scopes of requests as a server would pass them on, with their bodies; the same ones for a seed."""
    chance = random.Random(seed)
    while True:
        path = chance.choice(STARTS) + chance.choice(ENDS) * chance.choice([0, 1])
        query = "&".join(
            f"{chance.choice(NAMES)}={chance.choice(WORDS)}" for _ in range(chance.choice([0, 0, 1, 2, 5]))
        )
        headers = [(b"host", b"127.0.0.1:8501")] if chance.random() < 0.9 else []
        for _ in range(chance.choice([0, 1, 2, 6])):
            value = chance.choice(VALUES).encode("latin-1", "replace")
            headers.append((chance.choice(HEADERS).encode(), value))
        yield (
            {
                "type": "http",
                "asgi": {"version": "3.0"},
                "http_version": "1.1",
                "method": chance.choice(METHODS),
                "scheme": "http",
                "path": path.encode("utf-8", "replace").decode(),
                "raw_path": path.encode("utf-8", "replace"),
                "query_string": query.encode("utf-8", "replace"),
                "root_path": "",
                "headers": headers,
                "client": ("127.0.0.1", 50000),
                "server": ("127.0.0.1", 8501),
                "state": {},
            },
            chance.choice(BODIES),
        )


async def _status(app, scope: dict, body: bytes) -> int:
    """Return the status that the app answers with; what it lets out is a 500, as a server makes it."""
    begun: list[int] = []
    parts = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> dict:
        for part in parts:
            return part
        await anyio.sleep_forever()  # the client waits for its answer
        raise AssertionError

    async def send(message: dict) -> None:
        if message["type"] == "http.response.start":
            begun.append(message["status"])

    try:
        with anyio.fail_after(5):
            await app(scope, receive, send)
    except Exception:  # noqa: BLE001
        return 500
    return begun[0] if begun else 500


def test_ten_thousand_odd_requests_break_nothing(client: TestClient):
    async def ask_all() -> list[tuple[int, dict]]:
        odd = odd_requests(7)
        wrong = []
        for _ in range(MANY):
            scope, body = next(odd)
            status = await _status(client.app, dict(scope), body)
            if status >= 500:
                wrong.append((status, scope))
        return wrong

    began = time.monotonic()
    wrong = client.portal.call(ask_all)
    assert wrong[:3] == []
    assert time.monotonic() - began < 120, "something hangs"


def test_only_names_that_are_ours_are_answered(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WERVEL_ALLOWED_HOSTS", "127.0.0.1,*.back.example")
    with serving() as named:
        for host, status in (("127.0.0.1:8501", 200), ("a.back.example", 200), ("evil.example", 400), ("", 400)):
            assert named.get("/healthz", headers={"host": host}).status_code == status
        with pytest.raises(WebSocketDisconnect), named.websocket_connect("/_stcore/stream", headers={"host": "evil"}):
            pass
