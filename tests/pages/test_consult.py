"""Consultation: each page stands in two languages, links keep both, the same language twice is just one."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import SHIPPED, page_links, session, shown
from wervel import sides
from wervel.content import content
from wervel.i18n import translator

SECTIONS = (
    "part_disc",
    "scene_hernia",
    "story_alarm",
    "card_leg_nerve",
    "care_gp",
    "treatment_exercise",
    "chart_scans",
)
PAGES = [page.id for page in content().pages.pages]
NL, AR = translator("nl"), translator("ar")


def opened(page: str, lang: str = "nl", beside: str | None = "ar", mode: str = "consult", **query: str) -> AppTest:
    at = session()
    for name, value in {"lang": lang, "mode": mode, "with": beside, **query}.items():
        if value:
            at.query_params[name] = value
    at.run()
    if page != "home":
        at.switch_page(f"../pages/{page}.py").run()
    assert not at.exception
    return at


def html(at: AppTest) -> str:
    return "".join(element.value for element in at.html)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_stands_in_both(page: str):
    at = opened(page)
    assert {urlsplit(href).query for _, href in page_links(at)} <= {"lang=nl&mode=consult&with=ar"}
    if page != "about":
        assert 'class="second" lang="ar" dir="rtl"' in html(at)


@pytest.mark.parametrize(
    ("page", "first", "second"), [("spine", "ar", "tr"), ("leaflets", "tr", "ar"), ("home", "en", "nl")]
)
def test_other_pairs(page: str, first: str, second: str):
    at = opened(page, first, second)
    assert f'class="first" lang="{first}" dir="{translator(first).dir}"' in html(at)
    assert f'class="second" lang="{second}" dir="{translator(second).dir}"' in html(at)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("beside", "mode"), [("nl", "consult"), ("xx", "consult"), (None, "consult"), ("ar", "personal"), ("ar", "kiosk")]
)
def test_just_one(page: str, beside: str | None, mode: str):
    at = opened(page, beside=beside, mode=mode)
    assert 'class="pair"' not in html(at)
    assert not [each for each in shown(at, "nl") if ":small[" in each]
    assert not any("with=" in link.proto.query_string for link in at.page_link)
    data = "".join(each.proto.json for each in at.get("bidi_component"))
    assert not any(json.dumps(mark)[1:-1] in data for mark in (sides.OPEN, sides.BETWEEN))


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_of_the_spine_page(section: str):
    at = opened("spine", show=section)
    at.query_params["show"] = section
    at.run()
    assert not at.exception
    assert "sides-sources" in html(at) or section.startswith("treatment"), "no sources for paper"


def test_the_device_gets_both():
    data = next(
        json.loads(each.proto.json)
        for each in opened("spine").get("bidi_component")
        if each.proto.component_name == "wervel_explorer"
    )
    part = content().spine.parts[0]
    assert data["parts"][0]["does"] == sides.wire(NL, AR, part.does)
    assert AR.text(part.name) in data["parts"][0]["name"]


def test_widgets_say_both():
    at = opened("assessment")
    at.button(key="next").click().run()
    flag = content().red_flags.flags[0]
    labels = [each.label for each in at.checkbox]
    assert sides.label(NL, AR, flag.label) in labels


def test_no_diary_in_a_consultation():
    for beside in ("ar", None):
        at = opened("diary", beside=beside)
        assert NL.text(content().consult.diary.title) in html(at)
        assert not [each for each in at.get("bidi_component") if "diary" in each.proto.component_name]


def test_languages_are_known():
    assert {"nl", "ar", "tr", "en"} <= set(SHIPPED)
