"""What the device told becomes typed data: whatever is told, nothing crashes and nothing good is lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wervel.diary import DiaryError, Did, OwnScore, Window, load

ENTRY: dict[str, Any] = {
    "id": "a", "v": 1, "date": "2026-03-02", "time": "08:30", "zone": "Europe/Amsterdam",
    "created_at": "2026-03-02T07:30:00.000Z", "changed_at": "2026-03-02T07:30:00.000Z",
    "pain_back": 4, "pain_leg": None,
    "zones": ["low_mid"], "did": [{"kind": "walk", "minutes": 20}], "sleep": 7, "tension": 3,
    "own": [{"id": "o", "score": 6, "direction": "higher_is_better"}], "medicine": True, "medicine_what": "as agreed",
    "flare": False, "note": "busy day", "note_for_visit": True,
}  # fmt: skip
TOLD: dict[str, Any] = {
    "session": "s", "total": 1, "first": "2026-03-02", "window": {"from": "2026-01-01", "to": "2026-03-31"},
    "rows": [ENTRY], "own": [{"id": "o", "name": "tie my shoes", "direction": "higher_is_better"}],
}  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=3,
)


def told(*rows: object, **more: object) -> dict[str, Any]:
    return TOLD | {"rows": list(rows)} | more


def test_an_entry_is_read_whole():
    diary = load(TOLD)
    (entry,) = diary.rows
    assert (entry.date, entry.pain_back, entry.pain_leg, entry.sleep) == (date(2026, 3, 2), 4, None, 7)
    assert entry.did == (Did("walk", 20),)
    assert entry.own == (OwnScore("o", 6),)
    assert entry.medicine
    assert (entry.note, entry.note_for_visit) == ("busy day", True)
    assert diary.window == Window(date(2026, 1, 1), date(2026, 3, 31))
    assert [own.name for own in diary.own] == ["tie my shoes"]
    assert diary.set_aside == 0


def test_pain_alone_is_an_entry():
    bare = {name: ENTRY[name] for name in ("id", "v", "date", "pain_back")}
    assert load(told(bare)).rows[0].sleep is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"v": 2}, {"id": ""}, {"id": None}, {"date": "2026-02-30"}, {"date": "2026-W01-1"}, {"date": 20260302},
        {"pain_back": None}, {"pain_back": 11}, {"pain_back": -1}, {"pain_back": 3.5}, {"pain_back": True},
        {"pain_back": float("nan")}, {"pain_back": float("inf")}, {"sleep": "7"}, {"did": [{"kind": "walk"}]},
        {"did": [{"kind": "fly", "minutes": 5}]}, {"did": [{"kind": "walk", "minutes": 0}]}, {"did": "walk"},
        {"did": [7]}, {"own": [{"id": "o", "score": 3, "direction": "lower_is_better"}]}, {"own": ["o"]},
        {"zones": "low_mid"}, {"flare": "yes"}, {"note": 5},
    ],
    ids=str,
)  # fmt: skip
def test_a_bad_row_is_set_aside_and_the_others_stay(wrong: dict[str, Any]):
    diary = load(told(ENTRY, {**ENTRY, "id": "b", **wrong}))
    assert [row.id for row in diary.rows] == ["a"]
    assert diary.set_aside == 1


def test_a_long_note_hides_no_score():
    diary = load(told({**ENTRY, "note": "x" * 900}))
    assert len(diary.rows[0].note) == 500


@pytest.mark.parametrize("nothing", [None, 5, [], "diary", {}, {"rows": []}, told(window={"from": "x", "to": "y"})])
def test_what_is_no_diary_is_refused(nothing: object):
    with pytest.raises(DiaryError):
        load(nothing)


def test_a_window_does_not_end_before_it_begins():
    with pytest.raises(DiaryError):
        load(told(window={"from": "2026-03-31", "to": "2026-01-01"}))


def test_the_later_change_of_one_id_counts():
    older, newer = {**ENTRY, "pain_back": 2}, {**ENTRY, "pain_back": 9, "changed_at": "2026-03-03T00:00:00.000Z"}
    for rows in ((older, newer), (newer, older)):
        assert [row.pain_back for row in load(told(*rows)).rows] == [9]


def test_only_the_window_is_shown():
    early = {**ENTRY, "id": "b", "date": "2025-01-01"}
    diary = load(told(ENTRY, early))
    assert [row.id for row in diary.rows] == ["b", "a"]
    assert [row.id for row in diary.shown] == ["a"]
    assert diary.first == date(2025, 1, 1)


@settings(max_examples=50)
@given(JSON)
def test_nothing_that_is_told_crashes(anything: object):
    try:
        load(anything)
    except DiaryError:
        return


@settings(max_examples=50)
@given(st.lists(JSON | st.tuples(st.sampled_from(list(ENTRY)), JSON).map(lambda one: ENTRY | dict([one])), max_size=4))
def test_every_row_is_read_or_counted(rows: list[object]):
    diary = load(told(*rows))
    assert diary.set_aside + len(diary.rows) <= len(rows)
    assert diary.set_aside >= sum(not isinstance(row, dict) for row in rows)
    assert all(0 <= row.pain_back <= 10 for row in diary.rows)
    assert diary.total >= len(diary.rows)
