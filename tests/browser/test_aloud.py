"""Reading aloud, with a voice that only writes down: order, mark, pause, languages, no voice, no voice of others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from wervel.content import content
from wervel.i18n import translator

from .conftest import Devices
from .person import go_next, open_at, open_page, tick, wait_until, words

FAKE = (Path(__file__).parent / "fake_voice.js").read_text(encoding="utf-8")
DUTCH = {"name": "Anna", "lang": "nl-NL", "localService": True, "default": True, "voiceURI": "a"}
ARABIC = {"name": "Layla", "lang": "ar_SA", "localService": True, "default": False, "voiceURI": "b"}
FOREIGN = {"name": "Cloud", "lang": "ar-EG", "localService": False, "default": False, "voiceURI": "c"}
CARD = next(card for card in content().spine.cards if card.id == "leg_nerve")
WORDS = content().aloud

_MARKED = "[...(CSS.highlights.get('wervel-aloud') ?? [])].map(String).join('')"


def give_voices(context: BrowserContext, *voices: dict[str, Any]) -> None:
    context.add_init_script(f"window.fakeVoices = {json.dumps(voices)};\n{FAKE}")


def said(page: Page) -> list[dict[str, Any]]:
    return list(page.evaluate("window.saidAloud"))


def press(page: Page, name: str) -> None:
    page.locator(f"[data-aloud={name}]").click()


def said_is(page: Page, count: int) -> dict[str, Any]:
    """Wait until so many sentences were begun; return the last."""
    wait_until(page, "(count) => window.saidAloud.length >= count", count)
    assert len(said(page)) == count
    return said(page)[-1]


def finish(page: Page) -> None:
    page.evaluate("speechSynthesis.sayEnd()")


def test_a_card_is_read_sentence_by_sentence(phone: BrowserContext) -> None:
    give_voices(phone, DUTCH)
    page = phone.new_page()
    open_page(page, "/spine", "nl", show="card_leg_nerve")
    expect(page.locator("#card_leg_nerve")).to_be_visible()
    page.evaluate("document.getElementById('card_leg_nerve').scrollIntoView()")
    press(page, "start")
    title = words("nl", CARD.title)
    assert said_is(page, 1) == {"text": title, "voice": "Anna", "lang": "nl-NL", "rate": 1}
    assert page.evaluate(_MARKED) == title
    expect(page.locator("[data-aloud=start]")).to_have_attribute("aria-pressed", "true")
    finish(page)
    assert said_is(page, 2)["text"] == words("nl", content().spine.words.what)
    finish(page)
    first = said_is(page, 3)["text"]
    assert words("nl", CARD.what).startswith(first)
    assert first.endswith(".")
    assert page.evaluate(_MARKED) == first

    press(page, "play")  # pause: silent, and what was broken off does not go on by itself
    assert not page.evaluate("speechSynthesis.speaking")
    expect(page.locator("[data-aloud=play] .sr")).to_have_text(words("nl", WORDS.play))
    press(page, "play")
    assert said_is(page, 4)["text"] == first
    press(page, "after")
    second = said_is(page, 5)["text"]
    assert words("nl", CARD.what).removeprefix(first).strip().startswith(second)
    press(page, "before")
    assert said_is(page, 6)["text"] == first
    press(page, "slower")
    assert said_is(page, 7) == {"text": first, "voice": "Anna", "lang": "nl-NL", "rate": 0.75}
    assert not Axe().run(page).response["violations"]

    call = page.locator("#card_leg_nerve p", has_text=words("nl", CARD.call)[:20])
    call.click(position={"x": 4, "y": 8})
    assert words("nl", CARD.call).startswith(said_is(page, 8)["text"])
    read = " ".join(each["text"] for each in said(page))
    assert words("nl", content().understood.words.lead) not in read  # stands folded away

    page.evaluate("dispatchEvent(new CustomEvent('wervel-wiped'))")
    expect(page.locator("#aloud")).to_be_hidden()
    assert not page.evaluate("speechSynthesis.speaking")
    assert page.evaluate(_MARKED) == ""

    press(page, "start")
    said_is(page, 9)
    page.locator(".places a[data-page=diary]").click()
    expect(page.locator("#aloud")).to_be_hidden()
    assert not page.evaluate("speechSynthesis.speaking")


def test_questions_are_read_screen_after_screen_in_arabic(phone: BrowserContext) -> None:
    give_voices(phone, FOREIGN, DUTCH, ARABIC)
    page = phone.new_page()
    open_at(page, "pelvis", "ar")
    press(page, "start")
    said_is(page, 1)
    group = next(each for each in content().red_flags.groups if each.id == "pelvis")
    flags = [flag for flag in content().red_flags.flags if flag.group == "pelvis"]
    for _ in range(40):
        if page.locator("[data-aloud=play] .icon-aloud-play").count():
            break
        finish(page)
    read = [each["text"] for each in said(page)]
    assert {each["voice"] for each in said(page)} == {"Layla"}
    whole = " ".join(read)
    assert words("ar", group.title) in whole
    places = [whole.index(words("ar", flag.label)) for flag in flags]
    assert places == sorted(places)
    press(page, "play")  # all was read: from the top again
    tick(page, "none_pelvis")
    before = len(said(page))
    go_next(page)
    wait_until(page, "(count) => window.saidAloud.length > count", before)
    after = next(each for each in content().red_flags.groups if each.id == "legs")
    texts = [each["text"] for each in said(page)[before:]]
    assert texts[0] != read[-1]
    for _ in range(4):
        if words("ar", after.title) in texts:
            break
        finish(page)
        texts = [each["text"] for each in said(page)[before:]]
    assert words("ar", after.title) in texts

    press(page, "stop")
    page.locator("#emergency-button").click()
    page.locator("[data-aloud=panel]").click()
    count = len(said(page))
    press(page, "after")
    expect(page.locator("#emergency")).to_be_visible()  # the bar stands in the panel, so a tap on it does not close it
    assert len(said(page)) == count + 1
    page.keyboard.press("Escape")
    expect(page.locator("#aloud")).to_be_hidden()
    assert not page.evaluate("speechSynthesis.speaking")


def test_without_a_voice_of_the_device_it_says_so(devices: Devices) -> None:
    phone = devices(
        user_agent="Mozilla/5.0 (Linux; Android 14) Chrome/140 Mobile", viewport={"width": 320, "height": 640}
    )
    give_voices(phone, FOREIGN, DUTCH)
    page = phone.new_page()
    open_page(page, "/", "ar")
    press(page, "start")
    message = page.locator(".aloud-message")
    expect(message).to_contain_text(translator("ar").text(WORDS.none, language="العربية"))
    expect(message).to_contain_text(words("ar", WORDS.remote))
    expect(message).to_contain_text(words("ar", next(each.text for each in WORDS.add if each.id == "android")))
    assert said(page) == []
    top = page.locator(".top").evaluate("(top) => top.scrollWidth <= top.clientWidth")
    assert top, "the header holds its buttons at 320 px"
    for box in page.locator(".tools button").all():
        assert (size := box.bounding_box())
        assert size["x"] >= 0
        assert size["x"] + size["width"] <= 320
    press(page, "stop")
    expect(page.locator("#aloud")).to_be_hidden()


def test_voices_and_sentences(page: Page) -> None:
    page.goto("/healthz")
    picked = page.evaluate(
        """async () => {
          const { pick, onlyRemote, platform } = await import("/assets/aloud_voice.js");
          const { split } = await import("/assets/aloud_text.js");
          const local = (name, lang, voiceURI = "") => ({ name, lang, localService: true, default: false, voiceURI });
          const far = { ...local("far", "nl-NL"), localService: false };
          const cut = (text, lang) => split(text, lang).map(([from, to]) => text.slice(from, to));
          const texts = [["Rust 5 min. Bel dan. Goed?", "nl"], ["ما هو؟ تحرّك قليلًا. نعم!", "ar"], ["—", "nl"]];
          const whole = texts.map(([text, lang]) => cut(text, lang));
          const { Segmenter } = Intl;
          delete Intl.Segmenter;
          const plain = texts.map(([text, lang]) => cut(text, lang));
          Intl.Segmenter = Segmenter;
          return {
            near: pick([far, local("be", "nl-BE"), local("nl", "nl_NL")], "nl", ["nl"]).name,
            region: pick([local("nl", "nl-NL"), local("be", "nl-BE")], "nl", ["nl-BE"]).name,
            odd: pick([local("toy", "de-DE", "com.apple.eloquence.de-DE.Eddy"), local("at", "de-AT")], "de", []).name,
            none: pick([far], "nl", []), remote: onlyRemote([far], "nl"), not: onlyRemote([], "nl"),
            script: pick([local("zh", "zh-CN")], "zh-Hans", []).name,
            ipad: platform("Mozilla/5.0 (Macintosh; Intel Mac OS X)", 5), linux: platform("X11; Linux x86_64", 0),
            whole, plain,
          };
        }"""
    )
    cut = [["Bel dan.", "Goed?"], ["ما هو؟", "تحرّك قليلًا.", "نعم!"], []]
    assert [each[-2:] if each and each[-1] == "Goed?" else each for each in picked.pop("whole")] == cut
    assert [each[-2:] if each and each[-1] == "Goed?" else each for each in picked.pop("plain")] == cut
    assert picked == {
        "near": "nl", "region": "be", "odd": "at", "none": None, "remote": True, "not": False, "script": "zh",
        "ipad": "ios", "linux": "other",
    }  # fmt: skip
