"""The page for a visit: what stands on it, what can be left out, and that it stays short enough for one A4."""

from __future__ import annotations

from base64 import b64decode
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diary import demo
from wervel import diary_svg as svg
from wervel import insight_words as say
from wervel import visit_words as visit
from wervel.content import content
from wervel.diary import load
from wervel.diary.change import Change
from wervel.diary.totals import flare_ups
from wervel.i18n import translator

EN = translator("en")
SEEN = say.look(load(demo.told()))


def full(length: int = 60) -> say.Seen:
    """A diary in which everything is filled in, as long as it can be."""
    told = demo.told(length)
    rows = [
        row | {"note": "word " * 100, "note_for_visit": True, "medicine": True, "flare": place % 5 == 0,
               "medicine_what": f"{place} " + "m" * 190}
        for place, row in enumerate(told["rows"])
    ]  # fmt: skip
    return say.look(load(told | {"rows": rows}))


def test_it_tells_the_period_and_what_changed():
    assert visit.period(SEEN, EN) == "From 1 Mar 2026 to 29 Apr 2026. Days with an entry: 56."
    picture = visit.picture(SEEN, EN)
    assert picture.says == (
        "Mean in the first seven days: 6. Mean in the latest seven days: 3.",
        "Less pain, a real difference.",
    )
    assert picture.band


def test_without_a_change_it_tells_the_mean():
    picture = visit.picture(say.look(load(demo.told(3, missed=False))), EN)
    assert picture.says == ("Mean pain, 0 to 10: 6.",)
    assert picture.band == ""


def test_it_holds_what_was_chosen_and_nothing_else():
    words = content().insight.visit
    assert [part.title for part in visit.parts(SEEN, EN, visit.PARTS)] == [
        words.own, words.did, words.flares, words.medicine, words.notes,
    ]  # fmt: skip
    assert [part.title for part in visit.parts(SEEN, EN, ["did", "notes"])] == [words.did, words.notes]
    assert visit.parts(SEEN, EN, []) == []


def test_only_a_chosen_note_goes_along():
    (notes,) = visit.parts(SEEN, EN, ["notes"])
    assert notes.lines == (("3 Apr", "Example note, made up: sat long in the car, then it got worse."),)


def test_what_does_not_fit_is_counted():
    own, did, flares, medicine, notes = visit.parts(full(), EN, visit.PARTS)
    assert sum(len(text) for _, text in notes.lines) <= visit.NOTE_LETTERS
    assert notes.more == "More in the diary: 55."
    assert len(flares.lines) == visit.MOST_FLARES
    assert flares.more
    assert len(medicine.lines) == 2
    assert len(own.lines) == 3
    assert did.lines


def test_a_note_has_no_line_breaks_on_paper():
    told = demo.told()
    told["rows"][-1] |= {"note": "a\n" * 200, "note_for_visit": True}
    (notes,) = visit.parts(say.look(load(told)), EN, ["notes"])
    assert "\n" not in notes.lines[0][1]


@settings(max_examples=50)
@given(st.lists(st.integers(0, 500), max_size=20), st.integers(0, 1000))
def test_what_fits_are_the_first_and_never_too_much(sizes: list[int], most: int):
    items = list(range(len(sizes)))
    kept = visit.fitting(items, sizes, most)
    assert list(kept) == items[: len(kept)]
    assert bool(kept) == bool(items)
    assert len(kept) <= 1 or sum(sizes[: len(kept)]) <= most


def test_the_picture_is_an_image_without_a_script():
    address = visit.picture(SEEN, EN).address
    head, _, data = address.partition(",")
    assert head == "data:image/svg+xml;base64"
    root = ElementTree.fromstring(b64decode(data))
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert tags == {"svg", "rect", "path", "text", "circle"}


@pytest.mark.parametrize("length", [1, 2, 60])
def test_every_point_is_inside_the_picture(length: int):
    seen = say.look(load(demo.told(length)))
    drawn = svg.pain(seen.shown, "day", "<start>", "end", Change(9, 9, 2, "same"), flare_ups(seen.shown))
    root = ElementTree.fromstring(drawn)
    points = [each for each in root.iter() if each.tag.endswith("circle")]
    assert len(points) == len(seen.shown)
    assert all(svg.LEFT <= float(each.get("cx", -1)) <= svg.WIDTH - svg.RIGHT for each in points)
    boxes = [each for each in root.iter() if each.tag.endswith("rect")]
    assert all(float(each.get("y", -1)) >= 0 and float(each.get("height", -1)) >= 0 for each in boxes)
    assert all(float(each.get("x", 0)) + float(each.get("width", 0)) <= svg.WIDTH + 4 for each in boxes)


def test_a_gap_breaks_the_line_on_paper():
    drawn = svg.pain(SEEN.shown, "day", "", "", None, ())
    lines = [path for path in ElementTree.fromstring(drawn).iter() if path.get("fill") == "none"]
    gaps = len(demo.MISSED) - 1  # two of the missed days stand side by side
    assert lines[0].get("d", "").count("M") == gaps + 1
