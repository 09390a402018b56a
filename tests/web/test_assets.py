"""Files travel small, once, and are told how long to be kept; what is missing is not kept at all."""

from __future__ import annotations

import gzip
import json
import re

import brotli
import pytest

from tests.web.conftest import Ask
from tests.web.serving import TestClient
from wervel.web import styles
from wervel.web.assets import asset, first_style, import_map, modules
from wervel.web.pages import ahead
from wervel.web.streamlit_internals import STATIC, first_chunks
from wervel.web.warm import needed

SCRIPT = f"/static/js/{next((STATIC / 'static' / 'js').glob('index.*.js')).name}"
OPEN = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}


@pytest.mark.parametrize("encoding", OPEN)
@pytest.mark.parametrize(
    "path", ["/assets/app.css", "/assets/device/store.js", "/assets/illustrations/mark.svg", SCRIPT]
)
def test_a_file_travels_in_the_form_that_is_taken(client: TestClient, path: str, encoding: str):
    given = {"accept-encoding": encoding}
    with client.stream("GET", path, headers=given) as answer:
        sent = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert "Accept-Encoding" in answer.headers["vary"]
    assert int(answer.headers["content-length"]) == len(sent)
    assert OPEN[encoding](sent) == client.get(path).content
    head = client.head(path, headers=given)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers.get("content-encoding", "identity") == encoding
    again = client.get(path, headers=given | {"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["cache-control"] == answer.headers["cache-control"]
    part = client.get(path, headers=given | {"range": "bytes=0-3"})
    assert (part.status_code, part.content) == (200, client.get(path).content)


def test_what_is_named_by_its_digest_is_kept_for_good(ask: Ask):
    for address in (asset("/assets/app.css"), asset("/assets/device/store.js"), SCRIPT):
        assert "immutable" in ask(address).headers["cache-control"]
    for address in ("/assets/app.css", "/assets/app.css?v=", "/assets/app.css?v=0123456789", "/assets/device/store.js"):
        assert ask(address).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["/static/js/nope.js", "/static", "/static/", "/assets/nope.js", "/assets/", "/assets/device/"]
)
def test_what_is_missing_is_not_kept(ask: Ask, path: str):
    response = ask(path)
    assert (response.status_code, response.headers["cache-control"]) == (404, "no-store")


def test_a_file_of_streamlit_is_only_read(ask: Ask):
    assert ask(SCRIPT, method="POST").status_code == 405


def test_every_module_has_its_version_in_the_map(ask: Ask):
    page = ask("/").text
    inside = page.split('<script type="importmap">')[1].split("</script>")[0]
    assert inside == import_map()
    assert set(json.loads(inside)["imports"]) == set(modules())
    assert page.index("importmap") < page.index("modulepreload")


def test_a_page_is_compressed_and_asked_for_again(client: TestClient):
    for encoding in OPEN:
        with client.stream("GET", "/?lang=nl", headers={"accept-encoding": encoding}) as answer:
            sent = b"".join(answer.iter_raw())
        assert answer.headers.get("content-encoding", "identity") == encoding
        assert b'lang="nl"' in OPEN[encoding](sent)
        assert answer.headers["cache-control"] == "no-cache"
        assert "Accept-Encoding" in answer.headers["vary"]


def test_all_that_a_page_names_is_there(ask: Ask):
    for path in ("/", "/assessment", "/prevention", "/spine", "/diary", "/leaflets", "/about"):
        page = ask(path).text
        later = json.loads(re.search(r'id="wervel-words">(.*?)</script>', page)[1])["start"]["ahead"]
        named = {*re.findall(r'(?:href|src)="(/(?:assets|static)/[^"]+)"', page), *later}
        assert len(named) > 60
        assert [each for each in sorted(named) if ask(each).status_code != 200] == []
        assert [each for each in named if "immutable" not in ask(each, method="HEAD").headers["cache-control"]] == []


def test_the_scripts_of_a_page_are_fetched_once_each_and_all_of_them():
    order = ahead("home")
    assert len(order) == len(set(order))
    assert {*first_chunks()} <= {*order, first_chunks()[0]}


def test_all_sheets_are_in_one_of_the_two_styles():
    of_the_reading_edition = {"read", "offline"}
    names = {path.stem for path in styles._FOLDER.glob("*.css")} - of_the_reading_edition
    assert names == {*styles.FIRST, *styles.REST}


def test_the_style_in_the_page_cannot_end_there_and_asks_for_nothing():
    style = first_style()
    assert "</" not in style
    assert "url(/" not in style
    assert 'url("data:image/svg+xml,' in style


def test_what_is_packed_ahead_is_there(ask: Ask):
    addresses = needed()
    assert addresses[0] == SCRIPT
    assert [each for each in addresses if ask(each, method="HEAD").status_code != 200] == []
