"""The modules behind "your data", run in Chromium without Streamlit: table, copy, lock, merge, marker."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from wervel.content import content
from wervel.content.own_models import Columns

from .conftest import PHONE, awake
from .entries import KINDS, device, entry, new_id, own_activity, put_on_device, record, stamp
from .person import kept
from .serving import Server
from .watching import Watch

COLUMNS = {name: str(getattr(content().own.table.columns, name)) for name in Columns.model_fields}
TITLES = {each.id: str(each.label) for each in content().own.table.kinds}
PASSPHRASE = "vier losse woorden samen"


@pytest.fixture(scope="module")
def _one_page(browser: Browser, _one_server: Server) -> Iterator[Page]:
    awake(_one_server)
    context = browser.new_context(**PHONE, base_url=_one_server.origin)
    watch = Watch(context, _one_server.origin)
    yield context.new_page()
    context.close()
    watch.check()


@pytest.fixture
def page(_one_page: Page) -> Page:
    """A page of our origin without the app and with an empty device: modules are loaded by the tests."""
    _one_page.goto("/healthz")
    _one_page.context.clear_cookies()
    run(_one_page, "store", "m.eraseAll()")
    return _one_page


def run(page: Page, module: str, work: str, arg: Any = None) -> Any:
    """Run `work`, a JavaScript expression of `m` (the module) and `arg`."""
    return page.evaluate(
        f"async (arg) => {{ const m = await import('/assets/device/{module}.js'); return await ({work}); }}", arg
    )


def fails(page: Page, module: str, work: str, arg: Any = None) -> str:
    """Return the code with which `work` is refused."""
    call = f"(async () => {work})().then(() => 'nothing', (error) => error.code ?? String(error))"
    return str(run(page, module, call, arg))


def bring(page: Page, copy: dict[str, Any]) -> dict[str, Any]:
    """Put a copy back; return the report."""
    return dict(run(page, "own_import", "m.bring(m.parse(arg).copy)", json.dumps(copy)))


def copy_of(**parts: Any) -> dict[str, Any]:
    plan = {"version": 1, "records": parts.pop("records", {})}
    return {"format": "wervel", "version": 1, "exported_at": stamp(0), "diary": [], "diary_own": [], "draft": None} | {
        "prevention": plan,
        **parts,
    }


# --- the table --------------------------------------------------------------------------------------------------------


def table(page: Page, stock: dict[str, Any], decimal: str) -> str:
    facts = {"decimal": decimal, "words": COLUMNS, "kinds": TITLES, "zones": {"low_left": "Onderrug, links"}}
    return str(run(page, "own_csv", "m.toCsv(arg[0], arg[1], arg[2])", [stock["diary"], stock["diary_own"], facts]))


@pytest.mark.parametrize(("decimal", "separator"), [(",", ";"), (".", ",")])
def test_a_table_holds_every_entry_in_the_persons_form(page: Page, decimal: str, separator: str) -> None:
    stock = device(1, 120)
    text = table(page, stock, decimal)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=separator))
    assert all(len(row) == len(rows[0]) for row in rows)
    ordered = sorted(stock["diary"], key=lambda each: (each["date"], each["time"], each["created_at"]))
    assert len(rows) == 1 + len(ordered)
    for row, each in zip(rows[1:], ordered, strict=True):
        shown = dict(zip(rows[0], row, strict=True))
        assert [shown[COLUMNS[name]] for name in ("date", "time", "pain_back")] == [
            each["date"],
            each["time"],
            str(each["pain_back"]),
        ]
        for name in ("pain_leg", "sleep", "tension"):
            assert shown[COLUMNS[name]] == ("" if each[name] is None else str(each[name]))
        for kind in KINDS:
            minutes = [did["minutes"] for did in each["did"] if did["kind"] == kind]
            assert shown[TITLES[kind]] == (str(sum(minutes)) if minutes else "")
        note = each["note"].replace("\r\n", "\n")
        assert shown[COLUMNS["note"]].removeprefix("'") == note.removeprefix("'")
        assert shown[COLUMNS["where"]] == " / ".join(
            "Onderrug, links" if zone == "low_left" else zone for zone in each["zones"]
        )
    cells = [value for row in rows for value in row]
    assert not [value for value in cells if value.lstrip()[:1] and value.lstrip()[0] in "=+-@＝＋－＠"]
    assert not [value for value in cells if value[:1] in {"\t", "\r"}]


def test_a_table_by_hand(page: Page) -> None:
    each = entry(random.Random(0), date="2026-02-03", time="07:05", pain_back=4, pain_leg=None, zones=["low_left"])
    each |= {"did": [{"kind": "walk", "minutes": 20}, {"kind": "walk", "minutes": 5}], "sleep": 6, "tension": None}
    each |= {"own": [], "medicine": True, "medicine_what": "a;b", "flare": False, "note": '=x "y"'}
    text = table(page, {"diary": [each | {"note_for_visit": True}], "diary_own": []}, ",")
    assert text.split("\r\n")[1:] == [
        '2026-02-03;07:05;Europe/Amsterdam;4;;Onderrug, links;25;;;;;;6;;yes;"a;b";no;"\'=x ""y""";yes',
        "",
    ]


def test_a_broken_number_has_the_decimal_mark_of_the_language(page: Page) -> None:
    assert run(page, "own_csv", "[',', '.'].map((decimal) => m.cell(2.5, {decimal, separator: ';'}))") == ["2,5", "2.5"]


# --- the copy and its lock --------------------------------------------------------------------------------------------

ROUND_TRIP = """async (passphrase) => {
  const [out, back, lock, erase] = await Promise.all(
    ["own_export", "own_import", "own_crypto", "store"].map((name) => import(`/assets/device/${name}.js`)));
  const file = await out.fileOf(await out.collect(), passphrase);
  await erase.eraseAll();
  const found = await back.read(file);
  const copy = found.copy ?? back.parse(await lock.unlock(found.locked, passphrase)).copy;
  return { name: file.name, text: await file.text(), report: await back.bring(copy) };
}"""


@pytest.mark.parametrize(("seed", "passphrase"), [(2, ""), (3, ""), (4, PASSPHRASE)])
def test_a_copy_brings_back_exactly_what_was_there(page: Page, passphrase: str, seed: int) -> None:
    stock = device(seed, 80)
    put_on_device(page, stock)
    before = kept(page)
    assert len(before) == 80 + 4
    done = page.evaluate(ROUND_TRIP, passphrase)
    assert kept(page) == before
    assert done["report"]["diary"] == {"added": 80, "changed": 0, "left": 0, "aside": 0}
    assert (done["report"]["draft"], done["report"]["questions"]) == ("back", "back")
    if passphrase:
        assert done["name"].endswith("-locked.json")
        for secret in ("pain_back", "veters", "low_left", passphrase):
            assert secret not in done["text"]
    else:
        saved = json.loads(done["text"])
        parts = ("diary_own", "prevention", "draft", "visit_questions")
        assert {name: saved[name] for name in parts} == {name: stock[name] for name in parts}
        assert (saved["format"], saved["version"]) == ("wervel", 1)


def test_a_lock_says_how_it_was_made_and_is_never_the_same_twice(page: Page) -> None:
    one, two = run(page, "own_crypto", "Promise.all([m.lock('geheim', arg), m.lock('geheim', arg)])", PASSPHRASE)
    assert (one["kdf"]["name"], one["kdf"]["hash"], one["cipher"]["name"], one["cipher"]["bits"]) == (
        "PBKDF2",
        "SHA-256",
        "AES-GCM",
        256,
    )
    assert one["kdf"]["rounds"] >= 600_000
    assert one["kdf"]["salt"] != two["kdf"]["salt"]
    assert one["cipher"]["iv"] != two["cipher"]["iv"]
    assert run(page, "own_crypto", "m.unlock(arg[0], arg[1])", [one, f" {PASSPHRASE} "]) == "geheim"


def test_a_passphrase_typed_on_another_keyboard_opens_it(page: Page) -> None:
    locked = run(page, "own_crypto", "m.lock('x', arg)", "caf\u00e9 ruggengraat")
    assert run(page, "own_crypto", "m.unlock(arg[0], arg[1])", [locked, "cafe\u0301 ruggengraat"]) == "x"


def test_what_was_changed_in_a_locked_copy_does_not_open(page: Page) -> None:
    locked = run(page, "own_crypto", "m.lock('geheim', arg)", PASSPHRASE)

    def code(passphrase: str = PASSPHRASE, **changes: Any) -> str:
        return fails(page, "own_crypto", "m.unlock(arg[0], arg[1])", [locked | changes, passphrase])

    kdf, cipher = locked["kdf"], locked["cipher"]
    first = "B" if locked["data"][0] == "A" else "A"
    assert code("een ander wachtwoord") == "passphrase"
    assert code(data=first + locked["data"][1:]) == "passphrase"
    assert code(kdf=kdf | {"rounds": 600_001}) == "passphrase"
    assert code(kdf=kdf | {"rounds": 1000}) == "damaged", "a weak lock is none of ours"
    assert code(kdf=kdf | {"rounds": 10**9}) == "damaged", "it would keep the device busy for an hour"
    assert code(kdf=None) == "damaged"
    assert code(cipher=cipher | {"iv": "AAAA"}) == "damaged"
    assert code(cipher=cipher | {"name": "AES-CBC"}) == "damaged"
    assert code(data="%%%") == "damaged"
    assert code(data=7) == "damaged"
    assert code(version=2) == "newer"
    assert code(version="1") == "damaged"


def test_without_a_safe_connection_nothing_is_locked(page: Page) -> None:
    page.evaluate("Object.defineProperty(globalThis, 'isSecureContext', { value: false })")
    assert run(page, "own_crypto", "m.canLock()") is False
    assert fails(page, "own_crypto", "m.lock('x', 'y')") == "insecure"


# --- files that are not taken -----------------------------------------------------------------------------------------

GOOD = json.dumps(copy_of(diary=[entry(random.Random(5))]))
NOT_TAKEN = {
    "empty": ("", "foreign"),
    "text": ("hallo", "foreign"),
    "html": ("<html><script>window.__hit=1</script>", "foreign"),
    "number": ("7", "foreign"),
    "null": ("null", "foreign"),
    "list": ("[]", "foreign"),
    "other app": (json.dumps({"format": "pijnboek", "version": 1, "diary": []}), "foreign"),
    "deep": ("[" * 200_000, "foreign"),
    "cut off": (GOOD[:-40], "damaged"),
    "no diary": (json.dumps({"format": "wervel", "version": 1}), "damaged"),
    "diary is text": (json.dumps(copy_of(diary="x")), "damaged"),
    "plan is a list": (json.dumps(copy_of(prevention=[])), "damaged"),
    "records are a list": (json.dumps(copy_of(records=[])), "damaged"),
    "draft is text": (json.dumps(copy_of(draft="x")), "damaged"),
    "questions are a list": (json.dumps(copy_of(visit_questions=[])), "damaged"),
    "version nought": (json.dumps(copy_of(version=0)), "damaged"),
    "version a text": (json.dumps(copy_of(version="1")), "damaged"),
    "too new": (json.dumps(copy_of(version=2)), "newer"),
    "plan too new": (json.dumps(copy_of(prevention={"version": 2, "records": {}})), "newer"),
    "lock too new": (json.dumps({"format": "wervel-locked", "version": 2}), "newer"),
    "lock without parts": (json.dumps({"format": "wervel-locked", "version": 1}), "damaged"),
}


def test_a_file_that_does_not_fit_is_refused_and_changes_nothing(page: Page) -> None:
    put_on_device(page, device(6, 5))
    before = kept(page)
    for name, (text, code) in NOT_TAKEN.items():
        assert fails(page, "own_import", "m.read(new File([arg], 'x.json'))", text) == code, name
    assert fails(page, "own_import", "m.read(new File([new Uint8Array(m.BIGGEST + 1)], 'x.json'))") == "big"
    assert kept(page) == before
    assert page.evaluate("window.__hit") is None


def test_a_device_without_room_takes_nothing_of_a_copy(page: Page) -> None:
    put_on_device(page, device(7, 5))
    before = kept(page)
    full = """(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (value, key) {
        const asked = put.call(this, value, key);
        if (key === "prevention") this.transaction.abort();
        return asked;
      };
      const full = new DOMException("", "QuotaExceededError");
      Object.defineProperty(IDBTransaction.prototype, "error", { get: () => full });
      return m.bring(m.parse(arg).copy);
    })()"""
    other = copy_of(**device(8, 5))
    assert fails(page, "own_import", full, json.dumps(other)) == "full"
    assert kept(page) == before


# --- merging ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_the_later_change_wins_and_nothing_is_deleted(page: Page, seed: int) -> None:
    rng = random.Random(seed)
    ids = [new_id(rng) for _ in range(60)]
    here = {each: entry(rng, id=each, changed_at=stamp(rng.randrange(20))) for each in ids[:40]}
    there = {each: entry(rng, id=each, changed_at=stamp(rng.randrange(20))) for each in ids[20:]}
    plan_here = {name: record(name, rng.randrange(9), mine=1) for name in ("a", "b", "c", "d")}
    plan_there = {name: record(name, rng.randrange(9), mine=0) for name in ("c", "d", "e", "constructor")}
    put_on_device(page, {"diary": list(here.values()), "prevention": {"version": 1, "records": plan_here}})
    report = bring(page, copy_of(diary=list(there.values()), records=plan_there))
    wins = {each for each in here.keys() & there.keys() if there[each]["changed_at"] > here[each]["changed_at"]}
    expected = here | {each: there[each] for each in (there.keys() - here.keys()) | wins}
    found = kept(page)
    assert {
        name.removeprefix("diary/"): value for name, value in found.items() if name.startswith("diary/")
    } == expected
    assert report["diary"] == {
        "added": 20,
        "changed": len(wins),
        "left": 20 - len(wins),
        "aside": 0,
    }
    assert found["prevention"]["records"] == {
        name: max((each[name] for each in (plan_here, plan_there) if name in each), key=lambda one: one["changed_at"])
        for name in plan_here.keys() | plan_there.keys()
    }
    again = bring(page, copy_of(diary=list(there.values()), records=plan_there))
    assert (again["diary"]["left"], again["diary"]["added"], again["diary"]["changed"]) == (40, 0, 0)
    assert kept(page) == found


def test_what_does_not_fit_in_a_copy_is_set_aside_and_the_rest_taken(page: Page) -> None:
    rng = random.Random(9)
    good, newer = entry(rng), entry(rng, v=2)
    odd = [newer, entry(rng, pain_back=11), entry(rng, id="../x"), entry(rng, date="2026-02-30"), None, [], 7, "x"]
    records = {"a": record("a", 1), "b": record("x", 1), "c": 7, "d": record("d", 1, changed_at="later")}
    report = bring(page, copy_of(diary=[*odd, good], records=records, diary_own=[own_activity(rng, ""), {}]))
    assert report["diary"] == {"added": 1, "changed": 0, "left": 0, "aside": len(odd)}
    assert (report["plan"]["added"], report["plan"]["aside"]) == (1, 3)
    assert (report["own"]["added"], report["own"]["aside"]) == (0, 2)
    assert set(kept(page)) == {f"diary/{good['id']}", "prevention"}


def test_a_record_may_be_called_like_a_part_of_every_object(page: Page) -> None:
    bring(page, copy_of(records={"__proto__": record("__proto__", 1)}))
    text = run(page, "store", "m.get('prevention').then(JSON.stringify)")
    assert json.loads(text)["records"] == {"__proto__": record("__proto__", 1)}


def test_an_entry_twice_in_a_copy_is_one_entry_the_later_of_them(page: Page) -> None:
    rng = random.Random(10)
    first = entry(rng, changed_at=stamp(5))
    second = first | {"pain_back": 9, "changed_at": stamp(6)}
    assert bring(page, copy_of(diary=[second, first]))["diary"]["added"] == 1
    assert kept(page)[f"diary/{first['id']}"] == second


def test_own_activities_stay_three_at_most(page: Page) -> None:
    rng = random.Random(11)
    mine, theirs = ([own_activity(rng, f"{whose}{n}") for n in range(2)] for whose in "ab")
    put_on_device(page, {"diary": [], "diary_own": mine})
    later = mine[0] | {"name": "anders", "changed_at": stamp(99)}
    report = bring(page, copy_of(diary_own=[*theirs, later]))
    assert report["own"] == {"added": 1, "changed": 1, "left": 0, "aside": 1}
    assert [each["name"] for each in kept(page)["diary_own"]] == ["anders", "a1", "b0"]


def test_a_draft_and_questions_on_the_device_are_never_replaced(page: Page) -> None:
    draft = {"version": 1, "step": "legs"}
    put_on_device(page, {"diary": [], "draft": draft})
    assert bring(page, copy_of(draft={"version": 1, "step": "ill"}))["draft"] == "here"
    assert bring(page, copy_of(draft=draft))["draft"] == "same"
    assert kept(page) == {"draft": draft}
    assert bring(page, copy_of(visit_questions="a"))["questions"] == "back"
    assert bring(page, copy_of(visit_questions="b"))["questions"] == "here"
    assert kept(page) == {"draft": draft, "visit_questions": "a"}


# --- how the browser keeps it -----------------------------------------------------------------------------------------

APPLE = """Object.defineProperties(navigator, {standalone: {value: %s}, maxTouchPoints: {value: %s}})"""


@pytest.mark.parametrize(
    ("standalone", "touch", "forgets"),
    [("false", 5, True), ("true", 5, False), ("undefined", 5, False), ("false", 0, False)],
)
def test_only_an_iphone_outside_the_home_screen_forgets(page: Page, standalone: str, touch: int, forgets: bool) -> None:
    page.evaluate(APPLE % (standalone, touch))
    assert run(page, "own_storage", "m.forgetsAfterAWeek()") is forgets


@pytest.mark.parametrize(("given", "told"), [("true", "promised"), ("false", "not_promised"), (None, "unknown")])
def test_the_browsers_promise_is_told(page: Page, given: str | None, told: str) -> None:
    storage = f"{{persisted: async () => {given}, persist: async () => {given}}}" if given else "undefined"
    page.evaluate(f"Object.defineProperty(navigator, 'storage', {{value: {storage}}})")
    assert run(page, "own_storage", "Promise.all([m.promise(), m.askPromise()])") == [told, told]


def test_the_browser_is_asked_once_after_the_first_saved_entry(page: Page) -> None:
    page.evaluate(
        "window.asked = 0; Object.defineProperty(navigator, 'storage',"
        " {value: {persisted: async () => false, persist: async () => { asked += 1; return false; }}})"
    )
    asked = """(async () => {
      const diary = await import("/assets/device/diary_store.js");
      m.follow();
      const still = async () => { for (let n = 0; n < 20; n += 1) await diary.allEntries(); };
      await still();
      const counts = [asked];
      for (const each of arg) { await diary.putEntry(each); await still(); counts.push(asked); }
      return counts;
    })()"""
    rng = random.Random(12)
    assert run(page, "own_storage", asked, [entry(rng), entry(rng)]) == [0, 1, 1]


def test_a_lost_diary_is_noticed_by_a_day_and_nothing_else(page: Page) -> None:
    rng = random.Random(13)
    look = """(async () => {
      const diary = await import("/assets/device/diary_store.js");
      const store = await import("/assets/device/store.js");
      const still = async () => { for (let n = 0; n < 20; n += 1) await diary.allEntries(); };
      const found = [await m.lostSince()];
      m.follow();
      await diary.putEntry(arg); await still();
      found.push(document.cookie, await m.lostSince());
      await store.eraseAll();  // as a browser would: nobody is told
      found.push(await m.lostSince());
      await diary.putEntry(arg); await still();
      await diary.removeEntry(arg.id); await still();  // as a person would
      found.push(await m.lostSince(), document.cookie);
      return found;
    })()"""
    none, cookie, no_loss, lost, on_purpose, no_cookie = run(page, "own_storage", look, entry(rng))
    assert (none, no_loss, on_purpose, no_cookie) == (None, None, None, "")
    assert cookie == f"wervel_kept={lost}"
    assert len(lost) == len("2026-11-27")
