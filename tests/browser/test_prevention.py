"""The prevention page on a phone: ticks are kept, minutes take two taps, a plan opens with one and prints."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from wervel.assessment.draft import Draft, dump, move
from wervel.assessment.draft import tick as kept_tick
from wervel.content import content

from .conftest import Devices
from .measuring import cut, resize, targets, too_wide
from .person import kept, open_page, plant, settled, wait_for_kept, wait_until, words
from .serving import Server
from .test_axe import finds_nothing
from .test_draft import server_is_away
from .watching import Watch

PAGE = content().prevention_page
STAMP = "2026-01-05T10:00:00.000Z"
SECTIONS = ("today", "week", "move", "exercises", "balance", "notice", "life", "weight")
PLAN = {
    "id": "flare:plan", "kind": "flare", "changed_at": STAMP, "signs": ["stiff", "sleep"], "helps": ["walk", "breathe"],
    "own_signs": "I stop singing", "own_helps": "Tea with Anna", "call": "Anna 06 12345678",
}  # fmt: skip


def open_section(page: Page, name: str, lang: str = "nl", **query: str) -> None:
    open_page(page, "/prevention", lang, show=name, **query)
    expect(page.locator(".pv-top button").first).to_be_visible()


def go_to(page: Page, name: str) -> None:
    """Choose a section. The strip of pills scrolls sideways, a finger would swipe first: no place is touched here."""
    pill = page.locator(".st-key-section button").nth(SECTIONS.index(name))
    pill.evaluate("(each) => each.click()")
    expect(pill).to_have_attribute("aria-checked", "true")
    settled(page)


def rows(page: Page) -> Locator:
    """The rows of the list, once they stand."""
    expect(page.locator(".pv-today .pv-row").first).to_be_visible()
    return page.locator(".pv-today .pv-row")


def box(row: Locator) -> Locator:
    return row.locator("input")


def done(page: Page) -> str:
    """A JavaScript condition: how many ticks are kept as done."""
    return "Object.values(kept.prevention?.records ?? {}).filter(({ kind, done }) => kind === 'tick' && done).length"


def record(page: Page, name: str) -> Any:
    return kept(page).get("prevention", {}).get("records", {}).get(name)


def finished_check() -> dict[str, Any]:
    draft = Draft()
    for group in content().red_flags.groups:
        draft = kept_tick(draft, f"none_{group.id}", True, content())
    for key, value in {"factor_bad_sleep": True, "factor_little_movement": True, "duration": 4, "age": 2}.items():
        draft = kept_tick(draft, key, value, content())
    return dump(move(draft, "outcome", content()))


def test_one_tap_ticks_and_one_undoes_and_a_reload_keeps(page: Page) -> None:
    open_section(page, "today")
    first, second = rows(page).nth(0), rows(page).nth(1)
    name = first.get_attribute("data-item")
    first.locator("label").tap()
    second.locator("label").tap()
    wait_for_kept(page, f"{done(page)} === 2")
    expect(first).to_contain_text(words("nl", PAGE.today.done))
    second.locator("label").tap()
    wait_for_kept(page, f"{done(page)} === 1")
    page.reload()
    again = page.locator(f".pv-today [data-item={name}]")
    expect(box(again)).to_be_checked()
    expect(page.locator(".pv-today .pv-row.on")).to_have_count(1)
    page.locator(".st-key-section button").nth(1).tap()
    expect(page.locator(".means", has_text=words("nl", PAGE.week.streak, n="1")).first).to_be_visible()


def test_a_tick_is_kept_while_the_server_is_away(page: Page, server: Server, watch: Watch) -> None:
    open_section(page, "today")
    first = rows(page).nth(0)
    name = first.get_attribute("data-item")
    settled(page)
    watch.expect_away()
    server.kill()
    server_is_away(page)
    first.locator("label").tap()
    expect(box(first)).to_be_checked()
    wait_for_kept(page, f"{done(page)} === 1")
    server.start()
    settled(page)
    page.reload()
    expect(box(page.locator(f".pv-today [data-item={name}]"))).to_be_checked()


def test_two_tabs_keep_each_others_ticks(phone: BrowserContext, page: Page) -> None:
    other = phone.new_page()
    for each in (page, other):
        open_section(each, "today")
        rows(each)
    rows(page).nth(0).locator("label").tap()
    rows(other).nth(1).locator("label").tap()
    wait_for_kept(page, f"{done(page)} === 2")
    for each in (page, other):
        expect(each.locator(".pv-today .pv-row.on")).to_have_count(2)


def test_many_quick_taps_are_all_kept(page: Page) -> None:
    open_section(page, "today")
    count = rows(page).count()
    page.evaluate("document.querySelectorAll('.pv-today label').forEach((each) => each.click())")
    wait_for_kept(page, f"{done(page)} === {count}")
    expect(page.locator(".pv-today .pv-row.on")).to_have_count(count)


def test_three_answers_change_the_list_and_stay(page: Page) -> None:
    open_section(page, "today")
    rows(page)
    for group, option in ((0, 0), (1, 0), (2, 1)):
        page.locator(".pv-quick .pv-group").nth(group).locator("button").nth(option).tap()
        wait_for_kept(page, f"Object.keys(kept.prevention?.records ?? {{}}).length === {group + 1}")
    expect(page.locator(".pv-quick")).to_have_count(0)
    because = words("nl", PAGE.because.quick, word=words("nl", PAGE.quick.questions[1].options[0].label))
    expect(page.locator(".pv-because", has_text=because).first).to_be_attached()


def test_minutes_in_two_taps_and_removed_and_back(page: Page) -> None:
    open_section(page, "move")
    page.locator("[data-kind=walk]").tap()
    page.locator("[data-minutes='20']").tap()
    moves = "Object.values(kept.prevention?.records ?? {}).filter(({ kind }) => kind === 'move')"
    wait_for_kept(page, f"{moves}.length === 1 && {moves}[0].minutes === 20 && {moves}[0].sort === 'walk'")
    total = words("nl", PAGE.norm.minutes, n="20", total="150")
    expect(page.locator(".pv-norm")).to_contain_text(total)
    page.locator(".pv-remove").tap()
    wait_for_kept(page, f"{moves}[0].done === false")
    page.locator(".pv-remove").tap()
    wait_for_kept(page, f"{moves}[0].done === true")
    page.locator("[data-kind=swim]").tap()
    page.locator(".pv-step input").fill("0")
    page.locator(".pv-step .pv-field button").tap()
    expect(page.locator(".pv-step .pv-wrong")).to_have_text(words("nl", PAGE.move.bad_minutes))
    page.locator(".pv-step input").fill("٢٥")  # 25 as an Arabic keyboard writes it
    page.locator(".pv-step .pv-field button").tap()
    wait_for_kept(page, f"{moves}.some(({{ minutes, sort }}) => minutes === 25 && sort === 'swim')")
    page.locator(".pv-strength label").tap()
    expect(page.locator(".pv-norm")).to_contain_text(words("nl", PAGE.norm.strength, n="1", total="2"))


def test_a_walking_plan(page: Page) -> None:
    open_section(page, "move")
    page.locator(".pv-walking .main").tap()
    expect(page.locator(".pv-walking .pv-status")).to_have_text(words("nl", PAGE.walking.choose))
    page.locator(".pv-walking .pv-group").nth(0).locator("[data-value='2']").tap()
    page.locator(".pv-walking .pv-group").nth(1).locator("[data-value='10']").tap()
    page.locator(".pv-walking .main").tap()
    expect(page.locator(".means", has_text=words("nl", PAGE.walking.now, n="20")).first).to_be_visible()
    page.reload()
    expect(page.locator(".means", has_text=words("nl", PAGE.walking.now, n="20")).first).to_be_visible()
    page.locator(".pv-walking .pv-link").tap()
    wait_for_kept(page, "kept.prevention.records['walking:plan'].on === false")
    expect(page.locator(".pv-walking .main")).to_be_visible()


def test_a_height_that_cannot_be_is_asked_about_and_nothing_is_lost(page: Page) -> None:
    open_section(page, "weight")
    page.locator(".st-key-weight_open_button button").tap()
    height, weight, waist = (page.locator(".pv-weight .pv-field input:visible").nth(each) for each in range(3))
    height.fill("eighteen")
    weight.fill("82,5")
    waist.fill("96")
    page.locator(".pv-weight .pv-trait").nth(2).tap()
    page.locator(".pv-weight .main").tap()
    expect(page.locator(".pv-weight .pv-wrong").first).to_have_text(words("nl", PAGE.weight.bad_number))
    assert record(page, "body:now") is None
    height.fill("18")
    page.locator(".pv-weight .main").tap()
    expect(page.locator(".pv-weight .pv-wrong").first).to_have_text(words("nl", PAGE.slips.digit, word="18", n="180"))
    expect(height).to_be_focused()
    page.reload()
    page.locator(".st-key-weight_open_button button").tap()
    expect(height).to_have_value("18")
    expect(weight).to_have_value("82.5")
    expect(waist).to_have_value("96")
    expect(page.locator(".pv-weight .pv-trait input").nth(2)).to_be_checked()
    page.locator(".pv-take").tap()
    expect(page.locator(".means", has_text="25,5").first).to_be_visible()
    expect(height).to_have_value("180")
    expect(page.locator(".pv-weight .pv-wrong").first).to_be_hidden()


def test_a_high_worry_leads_to_people_also_while_the_server_is_away(page: Page, server: Server, watch: Watch) -> None:
    open_section(page, "balance")
    worry = page.locator("[data-ruler=worry]")
    expect(worry).to_be_visible()
    settled(page)
    watch.expect_away()
    server.kill()
    worry.locator("[data-value='2']").tap()
    expect(worry.locator("[data-value='2']")).to_have_attribute("aria-pressed", "true")
    expect(worry.locator(".pv-offer")).to_be_empty()
    worry.locator("[data-value='9']").tap()
    expect(worry.locator(".pv-offer")).to_contain_text(words("nl", content().balance.people.crisis_title))
    expect(worry.locator("a[href='tel:113']")).to_be_visible()
    worry.locator("[data-value='9']").tap()
    expect(worry.locator(".pv-offer")).to_be_empty()
    wait_for_kept(page, "Object.values(kept.prevention.records).every(({ value }) => value === null)")


def test_breathing_goes_on_by_itself_and_stops(page: Page) -> None:
    open_section(page, "balance")
    steps = [words("nl", step.text) for step in content().balance.breathing.steps]
    page.locator(".pv-breathing .main").tap()
    expect(page.locator(".pv-breath")).to_have_text(steps[0])
    expect(page.locator(".pv-circle.wide")).to_be_visible()
    expect(page.locator(".pv-breath")).to_have_text(steps[1])
    page.locator(".pv-breathing .main").tap()
    expect(page.locator(".pv-breath")).to_be_empty()


def test_with_reduced_motion_the_circle_stands_still(devices: Devices) -> None:
    page = devices(reduced_motion="reduce").new_page()
    open_section(page, "balance")
    page.locator(".pv-breathing .main").tap()
    expect(page.locator(".pv-circle.wide")).to_be_attached()
    assert page.evaluate("getComputedStyle(document.querySelector('.pv-circle')).transform") == "none"
    moving = "document.getAnimations().filter((each) => each.playState === 'running').length"
    assert page.evaluate(moving) == 0


def test_the_flare_up_plan_is_kept_shown_with_one_tap_and_prints_on_one_page(page: Page) -> None:
    open_section(page, "notice")
    page.locator(".pv-flare .pv-trait").nth(0).tap()
    own = page.locator(".pv-flare textarea").nth(0)
    own.fill("I stop singing")
    page.locator(".pv-flare textarea").nth(2).fill("Anna 06 12345678")
    wait_for_kept(page, "kept.prevention?.records['flare:plan']?.call === 'Anna 06 12345678'")
    assert record(page, "flare:plan")["signs"] == ["stiff"]
    assert record(page, "flare:plan")["own_signs"] == "I stop singing"
    open_section(page, "today")
    page.locator(".pv-flare-open").tap()
    plan = page.locator("dialog.pv-plan")
    for line in (words("nl", PAGE.flare.signs[0].label), "I stop singing", "Anna 06 12345678"):
        expect(plan.get_by_text(line, exact=True)).to_be_visible()
    finds_nothing(page, "plan")
    paper = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    page.emulate_media(media="print")
    expect(plan).to_be_visible()
    for hidden in (".top", ".pv-today", ".st-key-section"):
        expect(page.locator(hidden)).to_be_hidden()


def test_a_long_plan_still_prints_on_one_page(page: Page) -> None:
    every = {name: [each.id for each in getattr(PAGE.flare, name)] for name in ("signs", "helps")}
    own = {name: "\n".join(["something that I wrote myself"] * 4) for name in ("own_signs", "own_helps", "call")}
    plant(page, {"prevention": {"version": 1, "records": {"flare:plan": {**PLAN, **every, **own}}}})
    open_section(page, "today")
    page.locator(".pv-flare-open").tap()
    expect(page.locator("dialog.pv-plan li")).to_have_count(len(every["signs"]) + len(every["helps"]) + 12)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_signs_of_alarm_are_one_tap_away_on_every_section(page: Page) -> None:
    open_section(page, "today")
    for name in SECTIONS:
        go_to(page, name)
        page.locator(".pv-call").tap()
        expect(page.locator("dialog.pv-alarm .call")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("dialog.pv-alarm")).to_be_hidden()


@pytest.mark.parametrize("odd", ["text", [], {"version": 1}, {"version": "x", "records": {}}], ids=str)
def test_what_cannot_be_read_is_set_aside_and_ticks_are_kept(page: Page, odd: Any) -> None:
    plant(page, {"prevention": odd})
    open_section(page, "today")
    expect(page.get_by_text(words("nl", PAGE.notices.set_aside))).to_be_visible()
    wait_for_kept(page, "'prevention_set_aside' in kept")
    assert kept(page)["prevention_set_aside"] == odd
    rows(page).nth(0).locator("label").tap()
    wait_for_kept(page, f"{done(page)} === 1")


def test_a_newer_form_stays_as_it_is(page: Page) -> None:
    newer = {"version": 99, "records": {"x": 1}, "more": True}
    plant(page, {"prevention": newer})
    open_section(page, "today")
    expect(page.get_by_text(words("nl", PAGE.notices.newer))).to_be_visible()
    rows(page).nth(0).locator("label").tap()
    expect(page.locator(".pv-today .pv-status")).to_have_text(words("nl", PAGE.notices.not_kept))
    expect(box(rows(page).nth(0))).not_to_be_checked()
    assert kept(page)["prevention"] == newer


def test_an_old_form_is_brought_forward_with_all_that_is_in_it(page: Page) -> None:
    plant(page, {"prevention": {"flare:plan": PLAN}})
    open_section(page, "today")
    wait_for_kept(page, "kept.prevention.version === 1")
    assert kept(page)["prevention"]["records"] == {"flare:plan": PLAN}
    page.locator(".pv-flare-open").tap()
    expect(page.locator("dialog.pv-plan").get_by_text("Tea with Anna")).to_be_visible()


def test_a_kiosk_keeps_nothing(devices: Devices) -> None:
    page = devices(viewport={"width": 768, "height": 1024}).new_page()
    open_section(page, "today", mode="kiosk")
    expect(page.get_by_text(words("nl", PAGE.notices.kiosk))).to_be_visible()
    rows(page).nth(0).locator("label").tap()
    expect(box(rows(page).nth(0))).to_be_checked()
    assert kept(page) == {}
    page.locator(".places a[data-page=home]").tap()
    expect(page.locator(".st-key-hero")).to_be_visible()
    wait_until(page, "async () => (await import('/assets/device/prevention_keep.js')).all('tick').length === 0")
    settled(page)
    page.locator(".places a[data-page=prevention]").tap()
    expect(page.locator(".pv-top button").first).to_be_visible()
    expect(box(rows(page).nth(0))).not_to_be_checked()


@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_every_section_is_clean_and_fits_a_narrow_screen(page: Page, lang: str) -> None:
    plant(page, {"draft": finished_check(), "prevention": {"version": 1, "records": {"flare:plan": PLAN}}})
    open_section(page, "today", lang)
    for name in SECTIONS if lang == "nl" else ("today", "move", "balance", "weight"):
        go_to(page, name)
        if name == "weight":
            page.locator(".st-key-weight_open_button button").tap()
            expect(page.locator(".pv-weight input").first).to_be_attached()
        if name in {"today", "week"}:
            expect(page.locator(".pv-today .pv-row, .means").first).to_be_visible()
        if name == "today":
            page.locator(".pv-row summary").first.tap()
        finds_nothing(page, name)
        resize(page, 320, 640)
        assert (too_wide(page), cut(page)) == ([], []), name
        small = [each for each in targets(page, ".pv button, .pv label:has(input), .pv summary") if each["height"] < 48]
        assert small == [], name
        resize(page, 360, 800)


def test_the_page_is_read_in_order_by_keyboard(page: Page) -> None:
    open_section(page, "today")
    first = rows(page).nth(0)
    box(first).focus()
    page.keyboard.press("Space")
    wait_for_kept(page, f"{done(page)} === 1")
    expect(box(first)).to_be_focused()
    wait_until(page, "() => document.querySelector('.pv-today .pv-count').textContent.includes('1')")
    expect(box(first)).to_be_focused()
