"""The emergency number follows the country where the person is; its page needs no script."""

from __future__ import annotations

import re

import pytest

from tests.web.conftest import Ask
from tests.web.test_pages import CODES, language_of
from wervel.content import content
from wervel.i18n import translator

WORDS = content().pages.emergency
PATHS = ["/", "/assessment", "/emergency"]


def number(html: str) -> str:
    return re.search(r'<a class="call" href="tel:(\d+)"', html)[1]


def chosen(html: str) -> list[str]:
    return re.findall(r'<option value="(\w\w)" selected>', html)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("cookies", "wanted", "country"),
    [
        ({}, "112", "NL"),
        ({"wervel_country": "US"}, "911", "US"),
        ({"wervel_country": "us"}, "911", "US"),
        ({"wervel_country": "XX"}, "112", "NL"),
        ({"wervel_tz": "America/New_York"}, "911", "US"),
        ({"wervel_tz": "America%2FNew_York"}, "112", "NL"),
        ({"wervel_tz": "Europe/Istanbul"}, "112", "TR"),
        ({"wervel_tz": "UTC"}, "112", "NL"),
        ({"wervel_tz": "Mars/Olympus"}, "112", "NL"),
        ({"wervel_country": "NL", "wervel_tz": "America/New_York"}, "112", "NL"),
        ({"wervel_country": "XX", "wervel_tz": "America/New_York"}, "911", "US"),
    ],
)
def test_the_number_by_cookie(ask: Ask, path: str, cookies: dict[str, str], wanted: str, country: str):
    html = ask(path, cookies=cookies).text
    assert number(html) == wanted
    assert chosen(html) == [country]
    if path != "/emergency":
        assert f'<span class="number">{wanted}</span>' in html


@pytest.mark.parametrize("code", CODES)
def test_the_language_says_nothing_about_the_country(ask: Ask, code: str):
    assert number(ask("/", params={"lang": code}, cookies={"wervel_country": "US"}).text) == "911"


@pytest.mark.parametrize("country", content().emergency.countries, ids=lambda country: country.code)
def test_every_country_shows_its_numbers(ask: Ask, country):
    html = ask("/emergency", params={"lang": "en", "part": "panel"}, cookies={"wervel_country": country.code}).text
    dials = re.findall(r'href="tel:(\d+)"', html)
    wanted = [country.emergency, country.ambulance, country.urgent_care]
    assert set(dials) == {each for each in wanted if each}
    assert dials[0] == country.emergency


def test_a_country_that_the_data_lacks_gets_the_fallback(ask: Ask):
    known = {country.code for country in content().emergency.countries}
    assert "PW" not in known
    html = ask("/emergency", cookies={"wervel_tz": "Pacific/Palau"}).text
    assert number(html) == content().emergency.fallback.emergency
    assert chosen(html) == []


@pytest.mark.parametrize("code", CODES)
def test_the_page_stands_alone(ask: Ask, code: str):
    response = ask("/emergency", params={"lang": code})
    assert (response.status_code, language_of(response)) == (200, code)
    assert "<script" not in response.text
    words = translator(code)
    assert f"<title>{words.text(WORDS.title)} · Wervel</title>" in response.text
    assert words.text(WORDS.not_for) in response.text
    assert f'href="/?lang={code}"' in response.text
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("code", CODES)
def test_the_panel_is_a_piece_of_that_page(ask: Ask, code: str):
    page, panel = (ask("/emergency", params={"lang": code} | part).text for part in ({}, {"part": "panel"}))
    assert "<html" not in panel
    squeezed = ["".join(text.split()) for text in (page, panel)]
    assert squeezed[1] in squeezed[0]


def test_the_device_may_say_its_time_zone(ask: Ask):
    assert number(ask("/emergency", params={"part": "panel", "zone": "America/New_York"}).text) == "911"


@pytest.mark.parametrize("mode", ["personal", "consult"])
def test_choosing_a_country_is_remembered(ask: Ask, mode: str):
    response = ask("/emergency", method="POST", params={"lang": "tr", "mode": mode}, data={"country": "US"})
    assert response.status_code == 303
    assert response.headers["location"].startswith("/emergency?lang=tr")
    assert response.headers["set-cookie"].startswith("wervel_country=US;")


def test_a_shared_device_does_not_remember_it(ask: Ask):
    response = ask("/emergency", method="POST", params={"mode": "kiosk"}, data={"country": "US"})
    assert response.status_code == 303
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize("country", ["", "XX", "U", "Germany", "Netherlands", "USA", "<script>", "ÜS", "🦴", "US; x"])
def test_an_odd_country_is_ignored(ask: Ask, country: str):
    response = ask("/emergency", method="POST", data={"country": country})
    assert response.status_code == 303
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"%ff%fe=%", "application/x-www-form-urlencoded"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"broken", "multipart/form-data"),
        (
            b'--x\r\ncontent-disposition: form-data; name="country"; filename="a"\r\n\r\nUS\r\n--x--',
            "multipart/form-data; boundary=x",
        ),
        (b'{"country": "US"}', "application/json"),
        (b"country=" + b"U" * 100_000, "application/x-www-form-urlencoded"),
        (b"a=1&" * 5000, "application/x-www-form-urlencoded"),
    ],
)
def test_an_odd_form_is_no_error_of_ours(ask: Ask, body: bytes, kind: str):
    response = ask("/emergency", method="POST", content=body, headers={"content-type": kind})
    assert response.status_code in {303, 400, 413}
    assert "set-cookie" not in response.headers
