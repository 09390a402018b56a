"""The page around Streamlit: language, direction, title, links, cookies, and who is where."""

from __future__ import annotations

import json
import re

import pytest

from tests.web.conftest import Ask
from tests.web.reading import english_left, not_extracted, words_of
from wervel.content import content
from wervel.i18n import registry, translator
from wervel.i18n.registry import PSEUDO
from wervel.web.pages import PLACES

PAGES = [page.id for page in content().pages.pages]
SHIPPED = [language for language in registry().languages if language.state == "shipped"]
CODES = [language.code for language in SHIPPED]


def path_of(page: str) -> str:
    return "/" if page == "home" else f"/{page}"


def tag(html: str, name: str) -> dict[str, str]:
    """Return the attributes of the first tag `name`."""
    return dict(re.findall(r'([\w-]+)="([^"]*)"', re.search(rf"<{name}\b[^>]*>", html)[0]))


def links(html: str) -> list[str]:
    """Return the links to pages of the app; those to the reading edition carry no query (test_reading.py)."""
    return [found.replace("&amp;", "&") for found in re.findall(r'<a [^>]*href="(/(?!read/)[^"]*)"', html)]


def language_of(response) -> str:
    return tag(response.text, "html")["lang"]


# --- language, direction, title --------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", SHIPPED, ids=CODES)
@pytest.mark.parametrize("page", PAGES)
def test_language_direction_and_title(ask: Ask, page: str, language):
    response = ask(path_of(page), params={"lang": language.code})
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    html = tag(response.text, "html")
    assert (html["lang"], html["dir"], html["data-mode"]) == (language.code, language.dir, "personal")
    title = next(each.title for each in content().pages.pages if each.id == page)
    assert f"<title>{translator(language.code).text(title)} · Wervel</title>" in response.text


@pytest.mark.parametrize("code", [code for code in CODES if code != "en"])
@pytest.mark.parametrize("path", [*map(path_of, PAGES), "/emergency", "/emergency?part=panel"])
def test_no_english_is_left(ask: Ask, path: str, code: str):
    html = ask(path, params={"lang": code} | ({"part": "panel"} if "part" in path else {})).text
    assert english_left(words_of(html, code), code) == []


@pytest.mark.parametrize("code", PSEUDO)
@pytest.mark.parametrize("path", [*map(path_of, PAGES), "/emergency"])
def test_every_word_comes_from_content(ask: Ask, path: str, code: str, monkeypatch):
    monkeypatch.setenv("WERVEL_PSEUDO", "1")
    html = ask(path, params={"lang": code}).text
    assert tag(html, "html")["lang"] == code
    countries = [translator(code).country(each.code) for each in content().emergency.countries]
    assert list(not_extracted(words_of(html, code), ["Wervel", "Pseudo RTL", "Pseudo", *countries])) == []


@pytest.mark.parametrize("code", CODES)
def test_streamlits_own_words_come_translated(ask: Ask, code: str):
    html = ask("/", params={"lang": code}).text
    given = json.loads(re.search(r'<script type="application/json" id="wervel-words">(.*?)</script>', html, re.S)[1])
    words = translator(code)
    assert given["builtIn"] == {each.shows: words.text(each.text) for each in content().streamlit.strings}
    assert given["offline"] == words.text(content().pages.chrome.offline)


@pytest.mark.parametrize(
    ("query", "cookie", "header", "wanted"),
    [
        (None, None, "", "nl"),
        (None, None, "xx, yy;q=0.4", "nl"),
        (None, None, "tr-TR,tr;q=0.9,en;q=0.8", "tr"),
        (None, None, "en;q=0.5, ar;q=0.9", "ar"),
        (None, None, "ar;q=0, en", "en"),
        (None, "ar", "tr", "ar"),
        (None, "xx", "tr", "tr"),
        ("en", "ar", "tr", "en"),
        ("xx", "ar", "tr", "ar"),
        ("EN-gb", "ar", "tr", "en"),
        ("", None, "", "nl"),
    ],
)
def test_order_of_languages(ask: Ask, query: str | None, cookie: str | None, header: str, wanted: str):
    response = ask(
        "/",
        params={} if query is None else {"lang": query},
        cookies={"wervel_lang": cookie} if cookie else None,
        headers={"accept-language": header},
    )
    assert language_of(response) == wanted
    assert {"Cookie", "Accept-Language"} <= {name.strip() for name in response.headers["vary"].split(",")}


@pytest.mark.parametrize("path", ["/", "/assessment", "/emergency"])
def test_pseudo_locales_are_not_for_people(ask: Ask, path: str):
    response = ask(path, params={"lang": "en-XA"})
    assert language_of(response) == "en"  # the nearest one
    assert "set-cookie" not in response.headers
    assert "en-XA" not in "".join(links(response.text))


# --- cookies ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [None, "personal", "consult"])
def test_a_language_asked_for_is_remembered(ask: Ask, mode: str | None):
    cookies = ask("/diary", params={"lang": "tr"} | ({"mode": mode} if mode else {})).headers.get_list("set-cookie")
    (cookie,) = [each for each in cookies if not each.startswith("wervel_mode=")]  # see test_kiosk
    assert cookie.startswith("wervel_lang=tr;")
    parts = {part.strip().lower() for part in cookie.split(";")}
    assert {"path=/", "samesite=lax", "httponly"} <= parts
    assert "secure" not in parts
    assert "secure" in ask("https://127.0.0.1:8501/", params={"lang": "tr"}).headers["set-cookie"].lower()


@pytest.mark.parametrize(
    ("query", "cookies", "header"),
    [
        ({}, None, "tr"),
        ({}, {"wervel_lang": "ar"}, ""),
        ({"lang": "xx"}, None, "tr"),
        ({"lang": ""}, None, ""),
        ({"lang": "tr", "mode": "kiosk"}, None, ""),
        ({"mode": "kiosk"}, {"wervel_lang": "ar"}, ""),
    ],
)
def test_nothing_else_is_remembered(ask: Ask, query: dict[str, str], cookies: dict[str, str] | None, header: str):
    response = ask("/", params=query, cookies=cookies, headers={"accept-language": header})
    names = [each.split("=")[0] for each in response.headers.get_list("set-cookie")]
    assert names == (["wervel_mode"] if "mode" in query else [])


def test_a_page_is_checked_again_before_it_is_shown_again(ask: Ask):
    assert ask("/").headers["cache-control"] == "no-cache"


# --- links -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["personal", "kiosk", "consult", "nonsense"])
@pytest.mark.parametrize("page", PAGES)
def test_links_carry_language_and_mode(ask: Ask, page: str, mode: str):
    html = ask(path_of(page), params={"lang": "tr", "mode": mode}).text
    keeps = f"&mode={mode}" if mode in {"kiosk", "consult"} else ""
    wanted = {f"{path_of(place)}?lang=tr{keeps}" for place in PLACES if (mode, place) != ("kiosk", "diary")}
    wanted |= {f"{path_of(page)}?lang={code}{keeps}" for code in CODES}
    assert wanted <= set(links(html))
    # The reading edition is one for all modes, and "load the page again" is the page itself.
    live = [link for link in links(html) if link and not link.startswith("/read/tr/")]
    beside = {f"lang=tr{keeps}&with={code}" for code in CODES if mode == "consult"}
    known = {f"lang={code}{keeps}" for code in CODES} | beside
    assert all(link.split("?")[1] in known for link in live)
    assert ('href="/read/' in html) is (mode != "kiosk")
    assert tag(html, "html")["data-mode"] == (mode if keeps else "personal")


@pytest.mark.parametrize("page", PAGES)
def test_the_bar_marks_the_place_and_the_list_the_language(ask: Ask, page: str):
    html = ask(path_of(page), params={"lang": "ar"}).text
    current = re.findall(r'<a [^>]*data-page="(\w+)"[^>]*aria-current="page"', html)
    assert current == ([page] if page in PLACES else [])
    assert re.findall(r'<a [^>]*aria-current="true"[^>]*data-language="([\w-]+)"', html) == ["ar"]
    offered = re.findall(r'<a [^>]*lang="([\w-]+)" dir="(\w+)"[^>]*>([^<]+)</a>', html)
    assert offered == [(language.code, language.dir, language.name) for language in SHIPPED]


@pytest.mark.parametrize("page", PAGES)
def test_a_path_with_a_slash_at_its_end_is_the_same_page(ask: Ask, page: str):
    plain, slash = (ask(path, params={"lang": "en"}).text for path in (path_of(page), path_of(page).rstrip("/") + "/"))
    assert plain == slash


@pytest.mark.parametrize("path", ["/nope", "/assessment/nope", "/home", "/Assessment", "/index.html", "/emergency/x"])
def test_an_unknown_page_is_not_found_in_the_persons_language(ask: Ask, path: str):
    response = ask(path, params={"lang": "ar"})
    assert response.status_code in {303, 307, 308, 404}
    assert "<title>Streamlit</title>" not in response.text
    assert "You need to enable JavaScript" not in response.text


@pytest.mark.parametrize("path", [*map(path_of, PAGES), "/emergency", "/healthz", "/assets/wervel.css"])
def test_head_answers_as_get(ask: Ask, path: str):
    head, get = ask(path, method="HEAD"), ask(path)
    assert (head.status_code, head.headers["content-type"]) == (200, get.headers["content-type"])


@pytest.mark.parametrize("path", ["/", "/assessment", "/healthz"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_other_methods_do_nothing(ask: Ask, path: str, method: str):
    assert ask(path, method=method).status_code in {404, 405}
