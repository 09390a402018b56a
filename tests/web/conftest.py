from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.web.serving import TestClient, serving

Ask = Callable[..., httpx.Response]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with serving() as started:
        yield started


@pytest.fixture(scope="module")
def ask(client: TestClient) -> Ask:
    """Ask for a path as a new device: no cookies but those given, no wish for a language unless given."""

    def asked(path: str, *, method: str = "GET", cookies: dict[str, str] | None = None, **options) -> httpx.Response:
        client.cookies.clear()
        headers = {"accept-language": ""} | options.pop("headers", {})
        if cookies:
            headers["cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        return client.request(method, path, headers=headers, **options)

    return asked
