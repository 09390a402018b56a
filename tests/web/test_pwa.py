"""Manifest, icons and service worker as the server gives them."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.web.conftest import Ask
from wervel import ROOT
from wervel.content import content
from wervel.i18n import registry, translator
from wervel.web import pwa

STATIC = ROOT / "wervel" / "web" / "static"
CODES = [language.code for language in registry().languages if language.state == "shipped"]
NODE = shutil.which("node")


def built(ask: Ask) -> dict:
    return json.loads(re.match(r"const BUILD = (.*);\n", ask("/sw.js").text)[1])


# --- manifest --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_a_manifest_in_each_language(ask: Ask, code: str):
    response = ask("/manifest.webmanifest", params={"lang": code})
    assert response.headers["content-type"].startswith("application/manifest+json")
    given, words = response.json(), translator(code)
    assert (given["lang"], given["dir"], given["id"], given["scope"]) == (code, words.dir, "/", "/")
    assert (given["name"], given["description"]) == (
        words.text(content().pwa.app.name),
        words.text(content().pwa.app.description),
    )
    assert len(given["short_name"]) <= 12
    assert given["display"] == "standalone"
    for address in (given["start_url"], *(each["url"] for each in given["shortcuts"])):
        page = ask(address)
        assert page.status_code == 200
        assert f'<html lang="{code}"' in page.text


def test_every_picture_is_what_the_manifest_says(ask: Ask):
    given = ask("/manifest.webmanifest", params={"lang": "nl"}).json()
    icons = [*given["icons"], *(icon for each in given["shortcuts"] for icon in each["icons"])]
    for each in (*icons, *given["screenshots"]):
        response = ask(each["src"])
        assert response.headers["content-type"] == each["type"]
        picture = Image.open(io.BytesIO(response.content))
        assert f"{picture.width}x{picture.height}" == each["sizes"]
        assert len(response.content) < 32_000
    assert {(each["sizes"], each["purpose"]) for each in given["icons"]} == {
        (size, purpose) for size in ("192x192", "512x512") for purpose in ("any", "maskable")
    }
    assert {each["form_factor"] for each in given["screenshots"]} == {"narrow", "wide"}
    apple = Image.open(io.BytesIO(ask("/assets/icons/apple-180.png").content))
    assert apple.size == (180, 180)


@pytest.mark.parametrize("name", ["maskable-192", "maskable-512", "apple-180"])
def test_a_maskable_icon_fills_its_square_and_keeps_the_mark_in_the_middle(name: str):
    picture = Image.open(STATIC / "icons" / f"{name}.png").convert("RGBA")
    assert picture.getextrema()[3] == (255, 255)
    ground = picture.getpixel((0, 0))
    middle, radius = picture.width / 2, 0.4 * picture.width  # the safe zone: W3C, icon masks
    beyond = [
        (x, y)
        for x in range(picture.width)
        for y in range(picture.height)
        if (x - middle) ** 2 + (y - middle) ** 2 > radius**2 and picture.getpixel((x, y)) != ground
    ]
    assert beyond == []


def test_a_language_chosen_later_goes_before_that_of_installing(ask: Ask):
    start = ask("/manifest.webmanifest", params={"lang": "nl"}).json()["start_url"]
    assert '<html lang="ar"' in ask(start, cookies={"wervel_lang": "ar"}).text
    assert '<html lang="nl"' in ask(start, cookies={"wervel_lang": "nonsense"}).text
    assert '<html lang="nl"' in ask("/?lang=nl", cookies={"wervel_lang": "ar"}).text  # only in the start address


@pytest.mark.parametrize("mode", ["kiosk", "consult"])
def test_a_shared_device_is_offered_nothing(ask: Ask, mode: str):
    assert ask("/manifest.webmanifest", params={"lang": "nl", "mode": mode}).status_code == 404
    html = ask("/", params={"lang": "nl", "mode": mode}).text
    assert "manifest" not in html
    assert json.loads(re.search(r'id="pwa">(.*?)</script>', html)[1])["on"] is False
    assert ask("/sw.js", params={"mode": mode}).text == (STATIC / "sw_off.js").read_text(encoding="utf-8")


def test_in_a_kiosk_the_reading_edition_leads_back(ask: Ask):
    response = ask("/read/nl/diary", params={"mode": "kiosk"})
    assert (response.status_code, response.headers["location"]) == (303, "/diary?lang=nl&mode=kiosk")


def test_the_page_names_manifest_and_icons(ask: Ask):
    html = ask("/diary", params={"lang": "nl"}).text
    assert '<link rel="manifest" href="/manifest.webmanifest?lang=nl">' in html
    assert re.search(r'<link rel="apple-touch-icon" href="/assets/icons/apple-180.png\?v=\w+">', html)


# --- service worker --------------------------------------------------------------------------------------------------


def test_the_worker_is_asked_for_anew_each_time(ask: Ask):
    response = ask("/sw.js")
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["content-type"].startswith("text/javascript")


def test_all_that_is_kept_ahead_is_there(ask: Ask):
    given = built(ask)
    assert {"/assets/offline_page.js", "/assets/device/diary_form.js", "/assets/device/store.js"} <= set(given["files"])
    for address in given["files"]:
        response = ask(address)
        assert response.status_code == 200
        assert "text/html" not in response.headers["content-type"]
    for address in given["ahead"]:
        assert ask(address, method="HEAD").status_code in {200, 405}
    assert any("/PlotlyChart." in each for each in given["ahead"])
    assert given["pages"]["/"] == "home"
    assert given["pages"]["/diary"] == "diary"


def test_the_version_changes_with_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("content/a.yaml", "locales/nl.po", "wervel/web/templates/a.html", "wervel/device/static/a.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one", encoding="utf-8")
    monkeypatch.setattr(pwa, "ROOT", tmp_path)
    seen = {pwa._digest()}
    assert pwa._digest() in seen
    for file in [file for file in tmp_path.rglob("*") if file.is_file()]:
        file.write_text("two", encoding="utf-8")
        seen.add(pwa._digest())
    monkeypatch.setenv(pwa.RELEASE, "2")
    seen.add(pwa._digest())
    assert len(seen) == 6


def test_switched_off_it_takes_itself_away(ask: Ask, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(pwa.OFF, "1")
    assert ask("/sw.js").text == (STATIC / "sw_off.js").read_text(encoding="utf-8")
    assert json.loads(re.search(r'id="pwa">(.*?)</script>', ask("/").text)[1])["on"] is False


def test_one_can_read_it_in_five_minutes():
    assert len((STATIC / "sw.js").read_text(encoding="utf-8").splitlines()) <= 160


@pytest.mark.skipif(NODE is None, reason="node is not there")
@pytest.mark.parametrize("name", ["sw.js", "sw_off.js", "offline_page.js"])
def test_it_parses(name: str, tmp_path: Path):
    copy = tmp_path / f"{name}.mjs"
    copy.write_text((STATIC / name).read_text(encoding="utf-8"), encoding="utf-8")
    done = subprocess.run([NODE, "--check", str(copy)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


# --- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_the_offline_page_gets_all_its_words(code: str):
    script = (STATIC / "offline_page.js").read_text(encoding="utf-8")
    given = json.loads(json.dumps(pwa.offline_words(translator(code), "diary")))
    assert set(re.findall(r'"(away|again|back|live)"', script)) <= set(given["bar"])
    assert given["diary"]["words"]["list"]["title"] == translator(code).text(content().diary.list.title)
    assert "diary" not in pwa.offline_words(translator(code), "home")
