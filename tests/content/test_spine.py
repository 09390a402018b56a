"""What the spine page and the leaflets say: complete, short, kind, and every reference leads somewhere."""

from collections import Counter

import pytest

from wervel import ROOT
from wervel.content import content
from wervel.content.references import places
from wervel.content.text import Text

BLOCKS = {"C": 30, "Y": 11, "O": 36, "N": 8, "K": 14, "G": 12, "T": 24, "P": 16}


def words(text: str) -> int:
    return len(text.split())


def test_all_151_statements_are_there_once():
    names = [statement.id for statement in content().statements]
    assert len(names) == len(set(names)) == 151
    expected = {f"{letter}{number:02}" for letter, count in BLOCKS.items() for number in range(1, count + 1)}
    assert set(names) == expected


def test_every_statement_is_told_at_a_place_that_exists():
    known = places(content()) | {page.id for page in content().pages.pages}
    assert {statement.told_at for statement in content().statements} <= known


def test_what_is_sure_has_a_source():
    assert [s.id for s in content().statements if s.sure != "unknown" and not s.sources] == []


@pytest.mark.parametrize("part", content().spine.parts, ids=lambda part: part.id)
def test_a_part_says_what_it_does_in_forty_words(part):
    assert words(part.does) <= 40


def test_there_are_parts_enough_in_every_layer():
    layers = Counter(part.layer for part in content().spine.parts)
    assert sum(layers.values()) >= 16
    assert set(layers) == {"bones", "discs", "nerves", "muscles", "ligaments"}


@pytest.mark.parametrize("scene", content().spine.scenes, ids=lambda scene: scene.id)
def test_a_scene_tells_its_story_in_sixty_words(scene):
    assert sum(words(step.text) for step in scene.steps) <= 60
    assert words(scene.means) <= 25


@pytest.mark.parametrize("scene", content().spine.scenes, ids=lambda scene: scene.id)
def test_a_scene_has_a_frame_for_each_step(scene):
    frames = ROOT / "content" / "illustrations"
    assert len(list(frames.glob(f"scene-{scene.id}-*.svg"))) == len(scene.steps)


@pytest.mark.parametrize("drawing", content().spine.flat, ids=lambda drawing: drawing.id)
def test_a_flat_drawing_exists(drawing):
    assert (ROOT / "content" / "illustrations" / f"{drawing.id.replace('_', '-')}.svg").exists()


def test_figures_are_those_of_the_sources():
    course = {point.weeks: (point.acute, point.persistent) for point in content().charts.course.points}
    assert course == {0: (52, 51), 6: (23, 33), 26: (12, 26), 52: (6, 23)}  # Costa 2012
    scans = {finding.id: [point.percent for point in finding.points] for finding in content().charts.scans.findings}
    assert scans == {  # Brinjikji 2015, table 2
        "degeneration": [37, 52, 68, 80, 88, 93, 96],
        "bulge": [30, 40, 50, 60, 69, 77, 84],
        "protrusion": [29, 31, 33, 36, 38, 40, 43],
    }
    assert (content().charts.people.total, content().charts.people.back, content().charts.people.leg) == (1000, 36, 9)


def test_contexts_name_the_statement_by_its_id():
    found = {s.id: s.says for s in content().statements}["C05"]
    assert isinstance(found, Text)
    assert found.context == "leaflets.concepts.statements.C05.says"
