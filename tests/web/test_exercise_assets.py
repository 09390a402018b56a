"""The drawings of the exercises travel small, are not sent twice, and nothing else is answered."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette

from tests.web.serving import TestClient
from wervel.content import content
from wervel.web.exercise_assets import film_url, routes, still_url


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes())) as started:
        yield started


@pytest.mark.parametrize("url", [film_url("heel_slide"), still_url("heel_slide", "long")])
def test_a_drawing_travels_small_and_once(client: TestClient, url: str):
    with client.stream("GET", url, headers={"accept-encoding": "gzip"}) as answer:
        body = b"".join(answer.iter_raw())
        assert answer.status_code == 200
        assert answer.headers["content-encoding"] == "gzip"
        assert len(body) < 25_000
    plain = client.get(url, headers={"accept-encoding": "identity"})
    assert plain.content == gzip.decompress(body)
    assert client.get(url, headers={"if-none-match": answer.headers["etag"]}).status_code == 304


def test_kinds(client: TestClient):
    assert client.get(still_url("heel_slide", "long")).headers["content-type"].startswith("image/svg+xml")
    assert json.loads(client.get(film_url("heel_slide")).content)["rate"] > 0


@pytest.mark.parametrize("name", ["none.json", "heel_slide-none.svg", "heel_slide", "heel_slide.svg", "..%2Fx.json"])
def test_what_is_not_there_is_not_found(client: TestClient, name: str):
    assert client.get(f"/assets/exercises/{name}").status_code == 404


def test_a_still_that_is_not_shown_is_not_there(client: TestClient):
    hidden = next((e.id, f.id) for e in content().exercises.exercises for f in e.frames if not f.shown)
    assert client.get(still_url(*hidden)).status_code == 404
