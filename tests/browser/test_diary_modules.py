"""The diary's modules by themselves, in one plain page: what is a valid entry, merging, days, what Python hears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .conftest import FLAGS, Server, awake
from .diary_person import ID, an_entry

assert FLAGS  # the browser is that of the other tests


@pytest.fixture(scope="module")
def bench(browser: Browser, _one_server: Server) -> Iterator[Page]:
    """A plain page of the app's origin."""
    context = browser.new_context(base_url=awake(_one_server).origin, timezone_id="Europe/Amsterdam")
    page = context.new_page()
    page.goto("/healthz")
    yield page
    context.close()


def run(page: Page, module: str, code: str, arg: Any = None) -> Any:
    """Return what `code` gives, with the module's exports as `m` and `arg`."""
    return page.evaluate(
        f"async (arg) => {{ const m = await import('/assets/device/{module}.js'); {code} }}",
        arg,
    )


WRONG = [
    ("id", "1"), ("id", None), ("v", 2), ("v", "1"), ("date", "2026-02-30"), ("date", "26-02-03"), ("date", 20260203),
    ("time", "24:00"), ("time", "9:00"), ("zone", "<b>"), ("zone", ""), ("created_at", "2026-03-02"),
    ("changed_at", "2026-03-02T08:00:00Z"), ("pain_back", None), ("pain_back", 11), ("pain_back", -1),
    ("pain_back", 3.5), ("pain_back", "3"), ("pain_leg", 11), ("zones", ["<svg>"]), ("zones", "low_left"),
    ("did", [{"kind": "fly", "minutes": 10}]), ("did", [{"kind": "walk", "minutes": 0}]),
    ("did", [{"kind": "walk", "minutes": 1441}]), ("did", [{"kind": "walk", "minutes": 10, "more": 1}]), ("did", {}),
    ("sleep", 10.5), ("tension", True), ("own", [{"id": ID.format(1), "score": 3, "direction": "lower_is_better"}]),
    ("own", [{"id": ID.format(n), "score": 3, "direction": "higher_is_better"} for n in range(4)]), ("medicine", "yes"),
    ("medicine_what", "x" * 201), ("flare", None), ("note", "x" * 501), ("note", 5), ("note_for_visit", 1),
]  # fmt: skip


def test_what_is_no_entry_is_named(bench: Page) -> None:
    given = [an_entry(1, **{name: value}) for name, value in WRONG]
    found = run(bench, "diary_store", "return arg.map(m.validEntry);", given)
    assert list(zip(found, WRONG, strict=True)) == [(name, (name, value)) for name, value in WRONG]
    left_out = [{key: value for key, value in an_entry(1).items() if key != name} for name in an_entry(1)]
    assert run(bench, "diary_store", "return arg.map(m.validEntry);", left_out) == list(an_entry(1))
    odd = [None, 3, "text", [], an_entry(1, extra=1)]
    assert run(bench, "diary_store", "return arg.map(m.validEntry);", odd) == ["object"] * 4 + ["unknown"]


def test_what_is_an_entry_is_taken(bench: Page) -> None:
    right = [
        an_entry(1), an_entry(1, pain_back=0, pain_leg=10, note="é" * 500, medicine=False, date="2024-02-29"),
        an_entry(1, did=[{"kind": "walk", "minutes": 1440}], zone="America/Argentina/Buenos_Aires", time="23:59"),
        an_entry(1, note="\U0001f9b4" * 500),
    ]  # fmt: skip
    assert run(bench, "diary_store", "return arg.map(m.validEntry);", right) == [None] * len(right)
    short = {"id": ID.format(1), "date": "2026-03-02", "pain_back": 3, "pain_leg": 1}
    assert run(bench, "diary_store", "return m.validEntry(m.completeEntry(arg));", short) is None


def test_a_merge_takes_the_later_change_and_deletes_nothing(bench: Page) -> None:
    later, sooner = "2026-03-03T08:00:00.000Z", "2026-03-01T08:00:00.000Z"
    here = [an_entry(n, pain_back=n) for n in (1, 2, 3)]
    coming = [
        an_entry(1, pain_back=9, changed_at=later), an_entry(2, pain_back=9, changed_at=sooner), an_entry(4),
        an_entry(3, pain_back=9),
    ]  # fmt: skip
    merge = "return [await m.mergeEntries(arg), (await m.allEntries()).map((each) => [each.id, each.pain_back])];"
    run(bench, "diary_store", merge, here)
    report, found = run(bench, "diary_store", merge, coming)
    assert report == {"added": 1, "changed": 1, "left": 2}
    assert dict(found) == {ID.format(1): 9, ID.format(2): 2, ID.format(3): 3, ID.format(4): 4}
    again, same = run(bench, "diary_store", merge, coming)
    assert (again, same) == ({"added": 0, "changed": 0, "left": 4}, found)
    refused = run(
        bench, "diary_store",
        "return m.mergeEntries(arg).catch((error) => [error.name, error.reason, error.id]);",
        [an_entry(5), an_entry(6, pain_back=11)],
    )  # fmt: skip
    assert refused == ["Invalid", "pain_back", ID.format(6)]
    assert len(run(bench, "diary_store", "return m.allEntries();")) == 4, "all of a merge or nothing"


def test_what_cannot_be_read_stays_and_is_counted(bench: Page) -> None:
    code = """const store = await import("/assets/device/store.js");
    await store.transact(["diary"], "readwrite", (diary) => { diary.put(arg); });
    const { entries, unreadable } = await m.readDiary();
    const kept = (await store.diaryAll()).find(({ id }) => id === arg.id);
    await m.removeEntry(arg.id);
    return [entries.some(({ id }) => id === arg.id), unreadable, kept.v];"""
    assert run(bench, "diary_store", code, an_entry(8, v=7)) == [False, 1, 7]


def test_each_change_of_an_entry_is_later_than_the_last(bench: Page) -> None:
    code = """const real = Date.now;
    const stamps = [];
    try {
      for (const now of [5e12, 4e12, 4e12, 6e12, 1e12]) {
        Date.now = () => now;
        stamps.push((await m.putEntry(arg)).changed_at);
      }
    } finally { Date.now = real; }
    await m.removeEntry(arg.id);
    return stamps;"""
    stamps = run(bench, "diary_store", code, an_entry(7))
    assert stamps == sorted(set(stamps))
    assert len(stamps) == 5


def test_days_follow_the_calendar_also_when_the_clock_changes(bench: Page) -> None:
    days = run(
        bench, "diary_words", "return arg.map(([day, count]) => m.daysAfter(day, count));",
        [["2026-03-29", 1], ["2026-10-25", -1], ["2024-02-28", 1], ["2026-12-31", 1], ["2026-03-01", -1]],
    )  # fmt: skip
    assert days == ["2026-03-30", "2026-10-24", "2024-02-29", "2027-01-01", "2026-02-28"]
    late = "return m.dayOf(new Date(2026, 9, 25, 0, 30)) + ' ' + m.timeOf(new Date(2026, 9, 25, 0, 30));"
    assert run(bench, "diary_words", late) == "2026-10-25 00:30"


def test_python_hears_of_a_window_and_of_the_first_week_and_of_no_private_note(bench: Page) -> None:
    code = """const words = await import("/assets/device/diary_words.js");
    const day = (back) => words.daysAfter(words.today(), -back);
    const made = (back, more) => ({ ...arg, date: day(back), ...more });
    const [mine, along] = [{ note: "mine" }, { note: "take along", note_for_visit: true }];
    const early = [89, 90, 400, 940, 950, 960, 970, 980, 990, 1000].map((back) => made(back));
    const entries = [made(0, mine), made(1, along), ...early];
    return ["90", "year", "all", "nonsense"].map((window) => {
      const told = m.telling({ entries }, [], { session: "s", window });
      const back = (date) => Math.round((new Date(words.today()) - new Date(date)) / 864e5);
      const notes = told.rows.map(({ note }) => note);
      return [told.rows.map(({ date }) => back(date)), back(told.window.from), told.total, notes];
    });"""
    ninety, year, everything, other = run(bench, "diary_tell", code, an_entry(1))
    first = [1000, 990, 980, 970, 960, 950, 940]  # the first seven days with an entry, however far apart
    assert ninety[:3] == [[*first, 89, 1, 0], 89, 12]
    assert year[:3] == [[*first, 90, 89, 1, 0], 364, 12]
    assert everything[:3] == [[*first, 400, 90, 89, 1, 0], 1000, 12]
    assert other == ninety
    assert ninety[3] == [*[""] * 8, "take along", ""]
