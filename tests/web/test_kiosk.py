"""The waiting room on the server: the language choice, the mode that a device keeps, and the PIN that leaves it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.conftest import Ask
from wervel.clinic import clinic, hash_pin
from wervel.content import content
from wervel.i18n import offered, translator
from wervel.web import kiosk

WORDS = content().kiosk
KIOSK = {"wervel_mode": "kiosk"}


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clinic with the PIN 2468."""
    file = tmp_path / "clinic.yaml"
    file.write_text(f'pin_hash: "{hash_pin("2468")}"\nidle: 12.5\n')
    monkeypatch.setenv("WERVEL_CLINIC", str(file))
    monkeypatch.setattr(kiosk, "_tries", kiosk.Tries())
    clinic.cache_clear()
    yield
    monkeypatch.undo()
    clinic.cache_clear()


def mode_shown(html: str) -> str:
    return re.search(r'<html[^>]*data-mode="(\w+)"', html)[1]


# --- the first screen -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/assessment", "/diary"])
@pytest.mark.parametrize("lang", [None, "", "xx"])
def test_it_opens_on_the_language_choice(ask: Ask, path: str, lang: str | None):
    query = {"mode": "kiosk"} | ({} if lang is None else {"lang": lang})
    response = ask(path, params=query, cookies={"wervel_lang": "ar"}, headers={"accept-language": "tr"})
    found = re.findall(r'<a href="([^"]+)" lang="([\w-]+)" dir="(\w+)"[^>]*><strong>([^<]+)</strong>', response.text)
    assert found == [(f"/?lang={each.code}&amp;mode=kiosk", each.code, each.dir, each.name) for each in offered()]
    assert 'id="root"' not in response.text  # no session is begun before anybody is there
    for each in offered():
        assert translator(each.code).text(WORDS.choice.hello) in response.text
    assert response.headers["cache-control"] == "no-store"


def test_a_chosen_language_opens_the_page_with_its_times(ask: Ask, locked: None):
    response = ask("/assessment", params={"lang": "tr", "mode": "kiosk"})
    assert 'data-idle="12.5" data-countdown="15" data-veil="30"' in response.text
    assert response.text.index("/assets/kiosk.js") < response.text.index("/assets/shell.js")
    assert "data-kiosk-done" in response.text
    assert 'data-page="diary"' not in response.text
    assert response.headers["cache-control"] == "no-store"
    assert "kiosk.js" not in ask("/assessment", params={"lang": "tr"}).text


# --- a device keeps its mode ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["kiosk", "consult"])
def test_a_mode_asked_for_is_kept_and_nothing_else_on_a_shared_device(ask: Ask, mode: str):
    cookies = ask("/", params={"lang": "tr", "mode": mode}).headers.get_list("set-cookie")
    assert cookies[0].startswith(f"wervel_mode={mode};")
    assert {"httponly", "samesite=lax", "path=/"} <= {part.strip().lower() for part in cookies[0].split(";")}
    assert [each.split("=")[0] for each in cookies[1:]] == ([] if mode == "kiosk" else ["wervel_lang"])
    assert mode_shown(ask("/spine", params={"lang": "tr"}, cookies={"wervel_mode": mode}).text) == mode


def test_without_a_pin_the_address_leaves_it(ask: Ask):
    response = ask("/", params={"lang": "tr", "mode": "personal"}, cookies=KIOSK)
    assert mode_shown(response.text) == "personal"
    assert any(each.startswith('wervel_mode="";') for each in response.headers.get_list("set-cookie"))
    staff = ask(kiosk.STAFF, params={"lang": "en"}, cookies=KIOSK).text
    assert str(WORDS.staff.open) in staff
    assert 'href="/?mode=personal"' in staff


@pytest.mark.parametrize("mode", ["personal", "consult"])
def test_with_a_pin_no_address_leaves_it(ask: Ask, locked: None, mode: str):
    response = ask("/spine", params={"lang": "tr", "mode": mode}, cookies=KIOSK)
    assert (response.status_code, response.headers["location"]) == (303, "/spine?lang=tr&mode=kiosk")
    assert "set-cookie" not in response.headers
    assert mode_shown(ask("/", params={"mode": mode}, cookies=KIOSK).text) == "kiosk"
    assert mode_shown(ask("/", params={"lang": "nl", "mode": mode}).text) == mode  # a device that never was one


# --- the PIN ----------------------------------------------------------------------------------------------------------


def give(ask: Ask, pin: str, **headers: str):
    return ask(kiosk.STAFF, method="POST", params={"lang": "en"}, data={"pin": pin}, cookies=KIOSK, headers=headers)


def test_the_right_pin_takes_the_mode_away(ask: Ask, locked: None):
    asked = ask(kiosk.STAFF, params={"lang": "en"}, cookies=KIOSK).text
    assert str(WORDS.staff.ask) in asked
    assert "mode=personal" not in asked
    response = give(ask, "2468")
    assert response.status_code == 200
    assert response.headers["set-cookie"].startswith('wervel_mode="";')
    assert 'href="/?mode=personal"' in response.text
    assert "2468" not in response.text


def test_wrong_pins_are_told_and_then_wait(ask: Ask, locked: None, caplog: pytest.LogCaptureFixture):
    for _ in range(4):
        response = give(ask, "1357")
        assert (response.status_code, str(WORDS.staff.wrong) in response.text) == (403, True)
        assert "set-cookie" not in response.headers
    assert give(ask, "1357").status_code == 429
    late = give(ask, "2468")  # the right one has to wait too
    assert late.status_code == 429
    assert re.search(r'data-wait="(5\d|60)"', late.text)
    assert "set-cookie" not in late.headers
    assert "1357" not in caplog.text


@pytest.mark.parametrize("pin", ["", "x" * 5000, "２４６８", "\x00"])
def test_odd_pins_are_wrong(ask: Ask, locked: None, pin: str):
    assert give(ask, pin).status_code == 403


def test_another_site_cannot_try(ask: Ask, locked: None):
    assert give(ask, "2468", **{"sec-fetch-site": "cross-site"}).status_code == 403
    assert ask(kiosk.STAFF, method="PUT").status_code == 405
