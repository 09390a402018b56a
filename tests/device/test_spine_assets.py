"""The large files of the turning spine travel small, and are not sent twice."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette

from tests.web.serving import TestClient
from wervel import ROOT
from wervel.web.spine_assets import GEOMETRY_URL, PLOTLY_URL, PLOTLY_VERSION, accepts_gzip, routes

GEOMETRY = ROOT / "content" / "spine" / "geometry.json"
MOST_BYTES = 150_000


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes())) as started:
        yield started


def sent(client: TestClient, url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask, and return status, headers and the bytes as they travel."""
    with client.stream("GET", url, headers={"accept-encoding": "gzip"} | headers) as answer:
        return answer.status_code, dict(answer.headers), b"".join(answer.iter_raw())


def test_the_geometry_travels_in_at_most_150_kb(client):
    status, headers, body = sent(client, GEOMETRY_URL)
    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert headers["content-type"] == "application/json"
    assert int(headers["content-length"]) == len(body) <= MOST_BYTES
    assert gzip.decompress(body) == GEOMETRY.read_bytes()


def test_who_takes_no_gzip_gets_it_plain(client):
    status, headers, body = sent(client, GEOMETRY_URL, **{"accept-encoding": "identity"})
    assert status == 200
    assert "content-encoding" not in headers
    assert headers["vary"] == "Accept-Encoding"
    assert json.loads(body)["format"] == 1


def test_the_geometry_is_checked_again_and_not_sent_twice(client):
    _, headers, _ = sent(client, GEOMETRY_URL)
    assert headers["cache-control"] == "no-cache"
    status, again, body = sent(client, GEOMETRY_URL, **{"if-none-match": f'"other", W/{headers["etag"]}'})
    assert (status, body) == (304, b"")
    assert again["etag"] == headers["etag"]


def test_the_plain_and_the_packed_form_have_tags_of_their_own(client):
    _, packed, _ = sent(client, GEOMETRY_URL)
    status, plain, _ = sent(client, GEOMETRY_URL, **{"accept-encoding": "identity", "if-none-match": packed["etag"]})
    assert status == 200
    assert plain["etag"] != packed["etag"]


def test_the_chart_bundle_is_kept_for_good_under_its_version_only(client):
    status, headers, body = sent(client, PLOTLY_URL)
    assert status == 200
    assert headers["content-type"].startswith("text/javascript")
    assert "immutable" in headers["cache-control"]
    assert b"window.Plotly" in gzip.decompress(body)
    for url in ("/assets/plotly.js", "/assets/plotly.js?v=0.0.0"):
        assert sent(client, url)[1]["cache-control"] == "no-cache"
    assert PLOTLY_VERSION in PLOTLY_URL


@pytest.mark.parametrize(
    ("header", "takes"),
    [
        ("gzip, deflate, br", True),
        ("GZIP;q=0.5", True),
        ("*", True),
        ("", False),
        ("identity", False),
        ("br", False),
        ("gzip;q=0, *", False),
        ("gzip;q=0.0", False),
        ("gzip;q=often", False),
    ],
)
def test_gzip_goes_to_those_who_take_it(header, takes):
    assert accepts_gzip(header) is takes
