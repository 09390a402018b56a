"""What is open and what is not: headers, files, Streamlit's own doors, and odd requests of every kind."""

from __future__ import annotations

import json
import re
import string
from html.parser import HTMLParser
from urllib.parse import quote, unquote

import anyio
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import wervel
from tests.web.conftest import Ask
from tests.web.serving import TestClient
from wervel.web.assets import import_map_hash
from wervel.web.headers import CONTENT_SECURITY_POLICY, MOST_ADDRESS, security_headers
from wervel.web.streamlit_internals import STATIC

HEADERS = security_headers({})
SCRIPT = next((STATIC / "static" / "js").glob("index.*.js")).name


# --- headers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/assessment", 200),
        ("/emergency", 200),
        ("/healthz", 200),
        ("/assets/wervel.css", 200),
        ("/assets/device/store.js", 200),
        ("/assets/illustrations/mark.svg", 200),
        (f"/static/js/{SCRIPT}", 200),
        ("/_stcore/health", 200),
        ("/_stcore/host-config", 200),
        ("/assets/nope.css", 404),
        ("/static/js/nope.js", 404),
        ("/_stcore/metrics", 404),
    ],
)
def test_security_headers_are_on_every_kind_of_answer(ask: Ask, path: str, status: int):
    response = ask(path)
    assert response.status_code == status
    page = response.headers["content-type"].startswith("text/html")
    for name, value in security_headers({}, script=import_map_hash() if page else "").items():
        assert response.headers.get_list(name) == [value]
    assert response.headers["cache-control"]


def test_security_headers_are_on_a_redirect_and_a_refusal(ask: Ask):
    for response in (ask("/emergency", method="POST", data={}), ask("/healthz", method="DELETE")):
        assert response.status_code in {303, 405}
        assert HEADERS.items() <= dict(response.headers).items()


def test_the_policy_lets_nothing_from_elsewhere_in():
    allowed = {word for value in CONTENT_SECURITY_POLICY.values() for word in value.split()}
    assert allowed <= {"'self'", "'none'", "blob:", "data:", "'unsafe-inline'"}
    assert CONTENT_SECURITY_POLICY["script-src"] == "'self' blob:"
    assert CONTENT_SECURITY_POLICY["frame-ancestors"] == "'none'"


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.addresses: list[str] = []
        self._open = False

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        kind = given.get("type")
        self._open = tag == "script" and "src" not in given and kind not in {"application/json", "importmap"}
        self.addresses += [given[name] for name in ("src", "href") if given.get(name)]
        assert not [name for name in given if name.startswith("on")]

    def handle_data(self, data):
        if self._open:
            self.inline.append(data)

    def handle_endtag(self, tag):
        self._open = False


@pytest.mark.parametrize("path", ["/", "/assessment", "/emergency"])
def test_a_page_keeps_to_the_policy(ask: Ask, path: str):
    """No inline script, no handler in an attribute, nothing from another origin."""
    parser = _Scripts()
    parser.feed(ask(path).text)
    assert parser.inline == []
    assert [each for each in parser.addresses if not each.startswith(("/", "tel:", "#"))] == []
    assert [each for each in parser.addresses if each.startswith("//")] == []


# --- health, metrics, host configuration -----------------------------------------------------------------------------


def test_health(ask: Ask):
    response = ask("/healthz")
    assert response.json() == {"status": "ok", "version": wervel.__version__}
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/metrics/", "/_stcore/metrics?x", "/_stcore/script-health-check"]
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_metrics_are_closed(ask: Ask, path: str, method: str):
    assert ask(path, method=method).status_code == 404


def test_host_config_shows_no_english_dialogs_and_trusts_nobody(ask: Ask):
    response = ask("/_stcore/host-config")
    config = response.json()
    assert config["blockErrorDialogs"] is True
    assert config["allowedOrigins"] == []
    assert config["enableCustomParentMessages"] is False
    assert int(response.headers["content-length"]) == len(response.content)


def test_host_config_stands_for_a_browser_that_wants_it_packed(ask: Ask):
    assert ask("/_stcore/host-config", headers={"accept-encoding": "gzip, br"}).json()["blockErrorDialogs"] is True


@pytest.mark.parametrize("path", ["/_stcore/agent/interact", "/_stcore/agent/mcp"])
def test_there_is_no_second_way_in(ask: Ask, path: str):
    response = ask(path, method="POST", json={})
    assert response.status_code in {400, 403, 404, 405}
    assert response.status_code in {404, 405} or "not_available" in response.text


# --- files -----------------------------------------------------------------------------------------------------------


def test_our_own_files_are_checked_again_each_time(ask: Ask):
    first = ask("/assets/wervel.css")
    assert first.headers["cache-control"] == "no-cache"
    assert ask("/assets/wervel.css", headers={"if-none-match": first.headers["etag"]}).status_code == 304


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/assets/shell.js", "(text|application)/javascript"),
        ("/assets/device/draft.js", "(text|application)/javascript"),
        ("/assets/wervel.css", "text/css"),
        ("/assets/illustrations/favicon.svg", r"image/svg\+xml"),
    ],
)
def test_files_say_what_they_are(ask: Ask, path: str, kind: str):
    assert re.fullmatch(kind, ask(path).headers["content-type"].split(";")[0])


@pytest.mark.parametrize("path", ["js/nope.js", "js/", "js", "", "css/index.css", "media/nope.woff2", "index.html/x"])
def test_a_missing_file_of_streamlit_is_not_a_page(ask: Ask, path: str):
    response = ask(f"/static/{path}")
    assert response.status_code == 404
    assert "<html" not in response.text


OUTSIDE = ("app.py", "pyproject.toml", "requirements.txt", ".streamlit/config.toml", "content/pages.yaml")


@pytest.mark.parametrize("up", ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "....//", "%252e%252e/", "/"])
@pytest.mark.parametrize("folder", ["/static/", "/static/js/", "/assets/", "/assets/device/", "/assets/illustrations/"])
def test_no_file_outside_is_reached(client: TestClient, folder: str, up: str):
    for depth in (1, 2, 3, 4, 5):
        for file in (*OUTSIDE, "etc/passwd", "__init__.py"):
            status, body = _raw(client, f"{folder}{up * depth}{file}")
            assert status in {400, 404}
            assert b"streamlit==" not in body
            assert b"root:" not in body


def _raw(client: TestClient, target: str) -> tuple[int, bytes]:
    """Ask for a target as it stands, decoded once as a server does: the client would tidy it up."""
    sent: list[dict] = []

    request = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict:
        for message in request:
            return message
        await anyio.sleep_forever()  # the client waits for its answer
        raise AssertionError

    async def send(message: dict) -> None:
        sent.append(message)

    path, _, query = target.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode("utf-8", "surrogatepass"),
        "query_string": query.encode("utf-8", "surrogatepass"),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1:8501")],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8501),
        "state": {},
    }
    try:
        client.portal.call(client.app, scope, receive, send)
    except Exception as error:  # noqa: BLE001 a server answers 500 to whatever the app lets out
        return 500, repr(error).encode()
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


# --- odd requests ----------------------------------------------------------------------------------------------------

MARK = "xq7"
ODD = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            f'"><script>{MARK}()</script>',
            f"' onload='{MARK}()",
            f"</title><img src=x onerror={MARK}()>",
            f"javascript:{MARK}()",
            "{{7*7}}",
            "${7*7}",
            "{number}",
            "../../etc/passwd",
            "%00",
            "\x00",
            "\u202e",
            "a" * 1000,
            "nl\r\nset-cookie: a=b",
            "NL",
            "tr",
            "kiosk",
        ]
    ),
)
COOKIE = st.text(alphabet=string.printable.replace("\r", "").replace("\n", "").replace("\x0b", "").replace("\x0c", ""))
PATH = st.one_of(
    st.sampled_from(
        ["/", "/assessment", "/about", "/emergency", "/nope", "/static/", "/static/js/", "/assets/", "/_stcore/"]
    ),
    st.text(max_size=40).map(lambda text: f"/{text}"),
)


class _Quiet(HTMLParser):
    """Fails on a tag or attribute that came from the request."""

    def handle_starttag(self, tag, attrs):
        assert MARK not in tag
        for name, value in attrs:
            assert MARK not in name
            assert not name.startswith("on")
            if name in {"href", "src", "action"}:
                assert not (value or "").lower().startswith("javascript:")
        self.script = tag == "script"

    def handle_data(self, data):
        assert not (getattr(self, "script", False) and MARK in data)

    def handle_endtag(self, tag):
        self.script = False


ODDLY = settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@ODDLY
@given(
    path=st.sampled_from(["/", "/assessment", "/about", "/emergency"]),
    query=st.dictionaries(st.sampled_from(["lang", "mode", "country", "zone", "part", "x"]), ODD, max_size=5),
    cookies=st.dictionaries(st.sampled_from(["wervel_lang", "wervel_country", "wervel_tz", "x"]), COOKIE, max_size=3),
    language=COOKIE,
)
@example(path="/", query={"zone": f'"><script>{MARK}()</script>'}, cookies={}, language="")
@example(path="/emergency", query={"lang": f'"><script>{MARK}()</script>'}, cookies={}, language="")
@example(path="/", query={}, cookies={"wervel_tz": f"'><script>{MARK}()</script>"}, language="q=,;;q=1e999,nl;q=nan")
def test_odd_words_in_a_request_are_shown_as_words_or_not_at_all(ask: Ask, path, query, cookies, language):
    response = ask(path, params=query, cookies=cookies, headers={"accept-language": language})
    if len(response.request.url.raw_path) > MOST_ADDRESS:
        assert response.status_code == 414
        return
    assert response.status_code == 200
    parser = _Quiet()
    parser.feed(response.text)
    assert "a=b" not in response.headers.get("set-cookie", "")
    assert response.text.count("<script") <= 80


@ODDLY
@given(path=PATH, more=st.text(max_size=30), query=st.text(max_size=30))
@example(path="/static/", more="\x00", query="")
@example(path="/static/", more="a" * 300, query="")
@example(path="/static/", more="a/" * 3000, query="")
@example(path="/assets/", more="\x00", query="")
@example(path="/assets/", more="a" * 300, query="")
@example(path="//", more="", query="")
@example(path="/static/js", more="/../../..", query="")
def test_no_path_makes_the_server_fail(client: TestClient, path: str, more: str, query: str):
    target = quote((path + more).encode("utf-8", "replace"), safe="/") + "?" + quote(query.encode("utf-8", "replace"))
    status, body = _raw(client, target)
    assert status < 500, (status, body[:300])


@pytest.mark.parametrize("wanted", [{"lang": ["tr", "ar"]}, {"mode": ["kiosk", "personal"]}, {"country": ["US", "NL"]}])
def test_a_word_said_twice_is_no_error(ask: Ask, wanted: dict[str, list[str]]):
    assert ask("/", params=wanted).status_code == 200


def test_words_for_scripts_cannot_close_their_tag(ask: Ask):
    html = ask("/", params={"lang": "ar"}).text
    inside = html.split('id="wervel-words">')[1].split("</script>")[0]
    assert json.loads(inside)["builtIn"]
    assert "<" not in inside


def test_what_nothing_caught_is_told_with_our_headers(client: TestClient, monkeypatch: pytest.MonkeyPatch):
    def breaks(*_: object) -> str:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("wervel.web.pages.index", breaks)
    response = client.get("/", headers={"accept": "text/html"})
    assert response.status_code == 500
    assert "tel:112" in response.text
    assert "fault" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors" in response.headers["content-security-policy"]
