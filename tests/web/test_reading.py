"""The reading edition: each page whole without script, each link and picture there; no odd request breaks it."""

from __future__ import annotations

import random
import re
import string
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import quote, urldefrag

import brotli
import pytest

from tests.web.conftest import Ask
from tests.web.reading import VOID, english_left, not_extracted, words_of
from wervel import ROOT
from wervel.content import content
from wervel.i18n import registry, translator
from wervel.modes import MODE_DEFAULT
from wervel.web import part_assets
from wervel.web.reading import first_screen, places
from wervel.web.reading import page as pages
from wervel.web.visit import Visit

PAGES = places.pages()
SHIPPED = [language for language in registry().languages if language.state == "shipped"]
CODES = [language.code for language in SHIPPED]
#: The one script: it adds what the device has kept, and its own tests tell whether it is there.
SCRIPT = "/assets/offline_page.js"


class Parts(HTMLParser):
    """Headings, ids, addresses and open tags of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.files: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.no_alt: list[str] = []
        self.handlers: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in VOID and tag != "path":
            self._open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        if tag == "img":
            self.files.append(given["src"])
            if "alt" not in given:
                self.no_alt.append(given["src"])
        if tag == "link":
            self.files.append(given["href"])
        if tag == "script":
            self.scripts.append(given)
        self.handlers += [name for name in given if name.startswith("on")]

    def handle_endtag(self, tag):
        if tag not in VOID and tag != "path":
            assert self._open.pop() == tag


@lru_cache(maxsize=128)
def html_of(code: str, page: str) -> str:
    return pages.html(code, page, "NL")


@lru_cache(maxsize=128)
def parts_of(code: str, page: str) -> Parts:
    return Parts(html_of(code, page))


def visit_to(page: str, code: str = "nl", mode: str = MODE_DEFAULT) -> Visit:
    return Visit(page=page, language=code, mode=mode, country="NL", zone="", asked=False)


# --- each page -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole(page: str, code: str) -> None:
    html, parts = html_of(code, page), parts_of(code, page)
    assert f'<html lang="{code}" dir="{translator(code).dir}"' in html
    assert parts.headings.count(1) == 1
    assert parts.headings[0] == 1
    steps = [after - before for before, after in zip(parts.headings, parts.headings[1:], strict=False)]
    assert max(steps) <= 1
    assert len(parts.ids) == len(set(parts.ids))
    assert parts.no_alt == []
    assert parts.handlers == []
    assert [each.get("src", each["type"]) for each in parts.scripts] == ["application/json", SCRIPT]
    assert [each for each in words_of(html, code) if "{" in each or "}" in each] == []
    assert f'rel="canonical" href="/read/{code}/{page}"' in html
    alternates = dict(re.findall(r'rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', html))
    assert alternates == {each: f"/read/{each}/{page}" for each in CODES} | {"x-default": f"/read/{page}"}


@pytest.mark.parametrize("page", PAGES)
def test_no_english_is_left_where_there_is_a_translation(page: str) -> None:
    latin = [translator("ar").text(part.doctor) for part in content().spine.parts]  # a doctor's word stands in brackets
    shown = [each for each in words_of(html_of("ar", page), "ar") if not any(word in each for word in latin)]
    assert english_left(shown, "ar") == []


@pytest.mark.parametrize("page", PAGES)
def test_every_word_comes_from_content(page: str) -> None:
    names = [translator("en-XA").country(each.code) for each in content().emergency.countries]
    lines = [line for country in content().helplines.countries for line in country.lines]
    spoken = {name for line in lines for name in translator("en-XA").locale.languages.values()}
    months = list(translator("en-XA").locale.months["format"]["wide"].values())
    ids = [each.id for each in content().statements]
    allowed = ["Wervel", "Pseudo", *[language.name for language in SHIPPED], *names, *spoken, *months, *ids]
    shown = [_flat(each) for each in words_of(pages.html("en-XA", page, "NL"), "en-XA")]
    assert list(not_extracted(shown, allowed)) == []


def _flat(text: str) -> str:
    """Take away the marks of a text inside another one."""
    inner = re.compile(r"(\[[^\[\]]*)\[([^\[\]]*)\]")
    while inner.search(text):
        text = inner.sub(r"\1\2", text)
    return text


def test_every_link_leads_somewhere_and_every_picture_is_there(ask: Ask) -> None:
    seen: set[str] = set()
    for code in ("nl", "ar"):
        for page in PAGES:
            parts = parts_of(code, page)
            for link in parts.links:
                address, anchor = urldefrag(link)
                if anchor:
                    there = address.removeprefix("/read/").split("/") if address else [code, page]
                    assert anchor in parts_of(*there).ids, (code, page, link)
                if address.startswith("/"):
                    assert re.match(rf"/read/({'|'.join(CODES)})/\w+$|/\w*\?lang={code}$", address), link
                    seen.add(address)
                else:
                    assert not address or address.startswith(("https://", "http://", "tel:")), link
            seen.update(parts.files)
    wrong = {address: status for address in seen if (status := ask(address).status_code) not in {200, 303}}
    assert wrong == {}
    assert len(seen) > 100


@pytest.mark.parametrize("code", CODES)
def test_nothing_of_the_content_is_left_out(code: str) -> None:
    book = content()
    leaflets, spine, prevention = (parts_of(code, page).ids for page in ("leaflets", "spine", "prevention"))
    assert {statement.id for statement in book.statements} <= set(leaflets)
    kinds = {"story": book.spine.story, "part": book.spine.parts, "scene": book.spine.scenes, "card": book.spine.cards}
    kinds |= {"care": book.spine.care, "treatment": book.spine.treatments}
    assert {f"{kind}_{each.id}" for kind, items in kinds.items() for each in items} <= set(spine)
    assert {f"exercise_{each.id}" for each in book.exercises.exercises} <= set(prevention)
    assert {f"life_{card.id}" for card in book.life_cards.cards} <= set(prevention)
    t, text = translator(code).text, " ".join(words_of(html_of(code, "prevention"), code))
    said = [" ".join(t(each).split()) for item in book.prevention.items for each in (item.what, item.small)]
    assert [each for each in said if each not in text] == []


def test_the_signs_tell_when_to_wait_with_something() -> None:
    html = html_of("en", "prevention")
    row = re.search(r"<li>(?:(?!</li>).)*Walk a little longer.*?</li>", html, re.S)[0]
    assert "The pain began less than 6 weeks ago." in row
    assert "My legs hurt or go numb when I walk." in row


def test_signs_and_numbers_are_those_of_the_country() -> None:
    dutch, american = pages.html("nl", "assessment", "NL"), pages.html("nl", "assessment", "US")
    assert 'href="tel:112"' in dutch
    assert 'href="tel:911"' in american
    assert 'lang="en"' in american.split('id="card"')[1].split("</section>")[0]  # a second language for the helper
    assert dutch.split('id="card"')[1].split("</section>")[0].count(' lang="') == dutch.count('class="line"') + 1


# --- answers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_an_answer_can_be_checked_again(ask: Ask, page: str) -> None:
    address = f"/read/nl/{page}"
    plain, packed = (ask(address, headers={"accept-encoding": coding}) for coding in ("identity", "br"))
    assert plain.status_code == packed.status_code == 200
    assert plain.headers["content-type"] == "text/html; charset=utf-8"
    assert plain.headers["cache-control"] == "no-cache"
    assert {"Cookie", "Accept-Encoding"} <= set(plain.headers["vary"].split(", "))
    assert packed.headers["content-encoding"] == "br"
    assert plain.text == packed.text
    assert plain.headers["etag"] != packed.headers["etag"]
    again = ask(address, headers={"accept-encoding": "br", "if-none-match": packed.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = ask(address, params={"country": "US"}, headers={"if-none-match": plain.headers["etag"]})
    assert other.status_code == 200
    assert "set-cookie" not in plain.headers
    head = ask(address, method="HEAD")
    assert (head.status_code, head.headers["etag"]) == (200, ask(address).headers["etag"])
    assert "content-security-policy" in head.headers


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/read", "/read/nl/home"),
        ("/read/", "/read/nl/home"),
        ("/read/tr", "/read/tr/home"),
        ("/read/tr/", "/read/tr/home"),
        ("/read/spine", "/read/nl/spine"),
        ("/read/nl-BE/spine", "/read/nl/spine"),
        ("/read/NL/spine/", "/read/nl/spine"),
        ("/read/nl/spine?country=be", "/read/nl/spine?country=BE"),
    ],
)
def test_a_way_to_the_page(ask: Ask, path: str, wanted: str) -> None:
    response = ask(path)
    if response.status_code == 200:  # already there
        assert path.startswith(wanted.split("?")[0])
        return
    assert (response.status_code, response.headers["location"]) == (303, wanted)


def test_the_way_goes_by_the_readers_language(ask: Ask) -> None:
    response = ask("/read/diary", headers={"accept-language": "ar"})
    assert response.headers["location"] == "/read/ar/diary"
    assert "Accept-Language" in response.headers["vary"]


@pytest.mark.parametrize(
    "path", ["/read/xx/home", "/read/nl/nope", "/read/nl/home/more", "/read/ar/../x", "/read/nope"]
)
def test_there_is_no_such_page(ask: Ask, path: str) -> None:
    response = ask(path, headers={"accept-language": "ar"})
    assert response.status_code == 404
    code = "nl" if path.startswith("/read/nl") else "ar"
    assert f'<html lang="{code}"' in response.text
    parts = Parts(response.text)
    assert (parts.headings.count(1), len(parts.ids)) == (1, len(set(parts.ids)))
    assert f"/read/{code}/home" in parts.links


def test_another_country_is_remembered(ask: Ask) -> None:
    response = ask("/read/tr/spine", method="POST", data={"country": "DE"})
    assert (response.status_code, response.headers["location"]) == (303, "/read/tr/spine#emergency")
    assert response.headers["set-cookie"].startswith("wervel_country=DE;")
    assert "set-cookie" not in ask("/read/tr/spine", method="POST", data={"country": "<b>"}).headers
    assert "Almanya" in ask("/read/tr/spine", cookies={"wervel_country": "DE"}).text


def test_odd_requests_break_nothing(ask: Ask) -> None:
    dice = random.Random(20261128)
    odd = string.printable + "\u202e\u0000éع🦴%"
    for _ in range(150):
        path = "/read/" + "".join(dice.choices(odd, k=dice.randrange(30)))
        if dice.random() < 0.5:
            path = f"/read/{dice.choice([*CODES, 'xx', '..', ''])}/{dice.choice([*PAGES, ''])}" + dice.choice(odd)
        headers = {"accept-encoding": dice.choice(["br;q=x", "br;q=0", "*", ";;,"])}
        headers["if-none-match"] = dice.choice('"*,W/')
        method, country = dice.choice(["GET", "HEAD", "POST", "PUT"]), dice.choice(odd)
        response = ask(quote(path), method=method, params={"country": country}, headers=headers)
        assert response.status_code < 500, path


def test_a_page_is_small() -> None:
    most = max(len(brotli.compress(html_of(code, page).encode(), quality=9)) for code in CODES for page in PAGES)
    assert most < 32_000


# --- the first screen ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("page", PAGES)
def test_the_first_screen(page: str, code: str) -> None:
    html = first_screen(visit_to(page, code))
    assert len(html.encode()) <= 6_000
    parts = Parts(html)
    assert parts.headings.count(1) == 1
    assert f"/read/{code}/{page}" in parts.links
    for link in parts.links:
        address, anchor = urldefrag(link)
        assert not anchor or anchor in parts_of(*address.removeprefix("/read/").split("/")).ids
    assert code != "ar" or english_left(words_of(html, code), code) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_shared_tablet_stays_where_it_is_wiped(page: str) -> None:
    links = Parts(first_screen(visit_to(page, mode="kiosk"))).links
    assert all(link.startswith("tel:") or link.endswith("mode=kiosk") for link in links)


@pytest.mark.parametrize("page", PAGES)
def test_without_script_a_page_of_the_app_leads_here(ask: Ask, page: str) -> None:
    path = "/" if page == "home" else f"/{page}"
    without = re.search(r"<noscript>(.*?)</noscript>", ask(path, params={"lang": "ar"}).text)[1]
    assert f'href="/read/ar/{page}"' in without
    shared = re.search(r"<noscript>(.*?)</noscript>", ask(path, params={"lang": "ar", "mode": "kiosk"}).text)[1]
    assert "/read/" not in shared


# --- where a part of the back is --------------------------------------------------------------------------------------


def test_each_part_is_drawn_as_the_browser_knows_it() -> None:
    anatomy = (ROOT / "wervel" / "device" / "static" / "anatomy.js").read_text(encoding="utf-8")
    known = dict(re.findall(r"(\w+): /(\^[^/]+)/", anatomy))
    assert set(part_assets.DRAWN) <= {part.id for part in content().spine.parts}
    for part, drawn in part_assets.DRAWN.items():
        shapes = set(re.findall(r'data-part="([^"]+)"', part_assets.picture(part)))
        meant = {shape for shape in shapes if shape.startswith(drawn.begins)}
        assert meant
        assert meant < shapes
        assert all(re.search(known[part], shape) for shape in meant), part


def test_a_part_that_is_none_has_no_picture(ask: Ask) -> None:
    assert ask("/assets/parts/nope.svg").status_code == 404
    assert ask(f"/assets/parts/{quote('../mark', safe='')}.svg").status_code in {303, 400, 404}
    assert part_assets.part_url("coccyx") == ""
