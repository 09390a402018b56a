"""The two addresses about cookies: one sets a day again as it is, the other forgets all of ours."""

from __future__ import annotations

import pytest

from tests.web.conftest import Ask
from wervel.web.visit import COUNTRY_COOKIE, KEPT_COOKIE, LANGUAGE_COOKIE, ZONE_COOKIE


def test_a_day_is_set_again_for_a_year(ask: Ask):
    answer = ask("/kept", cookies={KEPT_COOKIE: "2026-11-27"})
    assert (answer.status_code, answer.content) == (204, b"")
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith(f"{KEPT_COOKIE}=2026-11-27;")
    assert "max-age=31536000" in cookie
    assert "samesite=lax" in cookie
    assert "httponly" not in cookie, "the browser has to read it"


@pytest.mark.parametrize(
    "value", ["", "7", "2026-11-27x", "x2026-11-27", "<b>", "2026-11-27%0d%0aSet-Cookie: a=b", "٢٠٢٦-١١-٢٧"]
)
def test_anything_but_a_day_is_not_set(ask: Ask, value: str):
    answer = ask("/kept", headers={"cookie": f"{KEPT_COOKIE}={value}".encode()})
    assert answer.status_code == 204
    assert "set-cookie" not in answer.headers


def test_without_a_day_nothing_is_set(ask: Ask):
    assert "set-cookie" not in ask("/kept").headers


def test_all_our_cookies_are_forgotten(ask: Ask):
    removed = ask("/forget", headers={"sec-fetch-site": "same-origin"}).headers.get_list("set-cookie")
    assert {each.split("=")[0] for each in removed} == {LANGUAGE_COOKIE, COUNTRY_COOKIE, ZONE_COOKIE, KEPT_COOKIE}
    assert all("max-age=0" in each.lower() for each in removed)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_another_site_cannot_make_us_forget(ask: Ask, site: str):
    assert "set-cookie" not in ask("/forget", headers={"sec-fetch-site": site}).headers


@pytest.mark.parametrize("path", ["/kept", "/forget"])
def test_they_are_only_asked_for(ask: Ask, path: str):
    assert ask(path, method="POST").status_code == 405
    assert ask(path).headers["cache-control"] == "no-store"
