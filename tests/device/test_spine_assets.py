"""The large files of the turning spine travel small, and are not sent twice."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette

from tests.web.serving import TestClient
from wervel import ROOT
from wervel.web.assets import GEOMETRY, PLOTLY, asset, routes

SHAPE = ROOT / "content" / "spine" / "geometry.json"
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
    status, headers, body = sent(client, GEOMETRY)
    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert headers["content-type"] == "application/json"
    assert int(headers["content-length"]) == len(body) <= MOST_BYTES
    assert gzip.decompress(body) == SHAPE.read_bytes()


def test_who_takes_no_gzip_gets_it_plain(client):
    status, headers, body = sent(client, GEOMETRY, **{"accept-encoding": "identity"})
    assert status == 200
    assert "content-encoding" not in headers
    assert headers["vary"] == "Accept-Encoding"
    assert json.loads(body)["format"] == 1


def test_the_chart_bundle_is_kept_for_good_under_its_version_only(client):
    status, headers, body = sent(client, asset(PLOTLY))
    assert status == 200
    assert headers["content-type"].startswith("text/javascript")
    assert "immutable" in headers["cache-control"]
    assert b"window.Plotly" in gzip.decompress(body)
    for url in (PLOTLY, f"{PLOTLY}?v=0.0.0"):
        assert sent(client, url)[1]["cache-control"] == "no-cache"
