"""The drawings: small enough, well-formed, the same in the browser as computed here."""

from __future__ import annotations

import gzip
import json
from itertools import accumulate
from xml.etree import ElementTree

import pytest

from wervel.content import content
from wervel.content.exercise_models import Exercise
from wervel.figure.drawing import film, picture, stills
from wervel.figure.motion import movement

EXERCISES = content().exercises.exercises
MOST_BYTES = 25_000
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_a_film_is_small_and_holds_every_picture(exercise: Exercise):
    shot = film(exercise)
    assert len(gzip.compress(json.dumps(shot, separators=(",", ":")).encode(), 9)) < MOST_BYTES
    shown = [picture(exercise, moment) for way in movement(exercise) for moment in way]
    assert sum(shot["counts"]) == len(shown)
    columns = [list(accumulate(column)) for column in shot["numbers"]]
    assert {len(column) for column in columns} == {len(shown) + 1}
    for index in (0, len(shown) // 3, len(shown) - 1):
        numbers = iter([column[index] for column in columns])
        filled = ["".join(str(next(numbers)) if c == "#" else c for c in template) for _, template in shot["paths"]]
        wanted = [
            " ".join(token if isinstance(token, str) else str(round(token)) for token in shape.tokens)
            for shape in shown[index]
        ]
        assert filled == wanted
    figure = sum(template.count("#") for look, template in shot["paths"] if look != "floor")
    assert [column[0] for column in columns][-figure:] == [column[-1] for column in columns][-figure:], "it closes"


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_stills_are_images_with_their_own_colours(exercise: Exercise):
    drawings = stills(exercise)
    assert list(drawings) == [frame.id for frame in exercise.frames if frame.shown]
    assert exercise.picture in drawings
    for drawing in drawings.values():
        root = ElementTree.fromstring(drawing)
        left, top, width, height = map(float, root.attrib["viewBox"].split())
        assert 0.9 <= width / height <= 2.5
        assert "prefers-color-scheme:dark" in root.find(f"{SVG}style").text
        looks = [path.attrib["class"] for path in root.iter(f"{SVG}path")]
        assert looks[0] == "floor"
        assert {"lumbar", "thoracic", "cervical", "shirt", "legs", "skin", "hair"} <= set(looks)
        assert top < 0 < top + height, "the floor is in the picture"
        assert left < 0 < left + width or exercise.travel
