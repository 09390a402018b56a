"""What the device kept: read whole, a bad part left out, an old form brought forward, a newer one left alone."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wervel.prevention import records
from wervel.prevention.records import VERSION, Kept, KeptError, NewerError, load, migrated

STAMP = "2026-11-27T10:00:00.000Z"
ALL = {
    "tick:walk:2026-11-27": {"kind": "tick", "item": "walk", "date": "2026-11-27", "done": True},
    "tick:walk:2026-11-26": {"kind": "tick", "item": "walk", "date": "2026-11-26", "done": False},
    "swap:rest": {"kind": "swap", "item": "rest", "on": True},
    "quick:moving": {"kind": "quick", "name": "moving", "value": "little"},
    "quick:tense": {"kind": "quick", "name": "tense", "value": None},
    "move:1": {"kind": "move", "date": "2026-11-27", "sort": "walk", "minutes": 10, "done": True},
    "move:2": {"kind": "move", "date": "2026-11-27", "sort": "swim", "minutes": 30, "done": False},
    "strength:2026-11-27": {"kind": "strength", "date": "2026-11-27", "done": True},
    "walking:plan": {"kind": "walking", "since": "2026-11-02", "days": 2, "minutes": 10, "on": True},
    "ruler:mood:2026-11-27": {"kind": "ruler", "ruler": "mood", "date": "2026-11-27", "value": 0},
    "ruler:sleep:2026-11-27": {"kind": "ruler", "ruler": "sleep", "date": "2026-11-27", "value": None},
    "body:now": {"kind": "body", "units": "metric", "height": 18, "weight": 80.5, "traits": ["origin"]},
    "flare:plan": {"kind": "flare", "signs": ["stiff"], "own_helps": "Tea"},
}
RECORDS = {name: {"id": name, "changed_at": STAMP, **record} for name, record in ALL.items()}
DAY = date(2026, 11, 27)


def kept(**changed: object) -> dict:
    return {"version": VERSION, "records": {**RECORDS, **changed}}


def test_everything_is_read():
    found = load(json.loads(json.dumps(kept())))
    assert found.ticks == {DAY: frozenset({"walk"})}
    assert found.swapped == {"rest"}
    assert found.quick == {"moving": "little"}
    assert list(found.moves) == ["move:1"]
    assert found.strength == {DAY}
    assert found.walking is not None
    assert (found.walking.since, found.walking.days) == (date(2026, 11, 2), 2)
    assert found.rulers == {("mood", DAY): 0}
    assert found.body is not None
    assert found.body.height == 18  # as it was typed, for the question back
    assert found.flare is not None
    assert not found.flare.empty
    assert found.odd == 0


def test_nothing_kept_is_an_empty_start():
    assert load(None) == Kept()
    assert load({"version": VERSION, "records": {}}) == Kept()


ODD = {
    "no kind": {"id": "x"},
    "unknown kind": {"kind": "dance"},
    "a text": "tick",
    "a list": [],
    "nothing": None,
    "a day that is none": {"kind": "tick", "item": "walk", "date": "2026-02-30", "done": True},
    "minutes that cannot be": {"kind": "move", "date": "2026-11-27", "sort": "walk", "minutes": 0, "done": True},
    "a value off the ruler": {"kind": "ruler", "ruler": "mood", "date": "2026-11-27", "value": 11},
    "a height that is no number": {"kind": "body", "units": "metric", "height": "NaN"},
    "a text too long": {"kind": "flare", "own_signs": "x" * 501},
}


@pytest.mark.parametrize("name", ODD)
def test_a_bad_record_is_left_out_and_the_rest_stands(name):
    found = load(kept(odd=ODD[name]))
    assert found.odd == 1
    assert found.ticks == {DAY: frozenset({"walk"})}


@pytest.mark.parametrize(
    "data",
    ["text", 1, [], {"version": VERSION}, {"version": VERSION, "records": []}, {"version": "1", "records": {}},
     {"version": True, "records": {}}, {"version": -1, "records": {}}, {}, {"a": 1}],
)  # fmt: skip
def test_what_is_not_ours_is_told_apart(data):
    with pytest.raises(KeptError) as found:
        load(data)
    assert not isinstance(found.value, NewerError)


def test_a_newer_form_is_left_alone():
    with pytest.raises(NewerError):
        load({"version": VERSION + 1, "records": {}})


def test_the_first_form_without_a_version_is_brought_forward():
    old = json.loads(json.dumps(RECORDS))
    form = migrated(old)
    assert form == {"version": VERSION, "records": RECORDS}
    assert load(old) == load(kept())
    assert old == RECORDS, "what is kept is not changed"


def test_steps_lead_from_each_version_to_the_next(monkeypatch):
    def rename(data):
        return {
            "version": 2,
            "records": {name.replace("tick:", "ticked:"): each for name, each in data["records"].items()},
        }

    monkeypatch.setattr(records, "STEPS", (*records.STEPS, rename))
    monkeypatch.setattr(records, "VERSION", 2)
    for old in (RECORDS, kept()):
        form = migrated(old)
        assert form["version"] == 2
        assert "ticked:walk:2026-11-27" in form["records"]
    with pytest.raises(NewerError):
        migrated({"version": 3, "records": {}})


def test_there_is_a_step_for_each_version():
    assert len(records.STEPS) == VERSION


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_no_data_is_a_crash(data):
    for given_data in (data, {"version": VERSION, "records": data}, {"version": VERSION, "records": {"x": data}}):
        try:
            assert isinstance(load(given_data), Kept)
        except KeptError:
            continue


FIELDS = st.sampled_from(["kind", "date", "done", "value", "minutes", "item"])


@given(st.dictionaries(st.sampled_from([*ALL]), st.dictionaries(FIELDS, JSON), max_size=4))
def test_records_with_bad_fields_are_no_crash(changes):
    changed = {name: {**RECORDS[name], **fields} for name, fields in changes.items()}
    assert load(kept(**changed)).odd <= len(changes)
