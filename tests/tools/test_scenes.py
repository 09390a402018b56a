"""The committed frames of the explaining scenes: small, flat, alike in size, and they show what they explain."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "content" / "illustrations"
SCENES = {"bend_lift": 4, "drink": 4, "hernia": 5, "canal": 4, "joint": 4}
FRAMES = [f"scene-{scene}-{number}" for scene, count in SCENES.items() for number in range(1, count + 1)]
LIMIT = 25_000

Points = list[tuple[float, float]]


def read(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def points(d: str) -> Points:
    """The points that a path of the generator passes; it writes M, relative q and t, absolute L, z."""
    found: Points = []
    for command, rest in re.findall(r"([MLqt])([^MLqtz]*)", d):
        numbers = [float(number) for number in re.findall(r"-?\d+", rest)]
        if command == "q":
            numbers = numbers[2:]
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            found.append((x, y) if command in "ML" else (found[-1][0] + x, found[-1][1] + y))
    return found


def part(frame: str, name: str) -> list[tuple[str, Points]]:
    """Fill and points of each path of a part; nothing if the frame has no such part."""
    group = re.search(rf'<g data-part="{name}">(.*?)</g>', read(frame))
    paths = re.findall(r'<path[^>]*?fill="([^"]+)"[^>]*? d="([^"]+)"', group.group(1)) if group else []
    return [(fill, points(d)) for fill, d in paths]


def height_between(frame: str) -> float:
    """The least distance from the upper to the lower bone of a frame of `drink`, near the middle of the disc."""
    upper, lower = part(frame, "L3")[0][1], part(frame, "L4")[0][1]
    middle = (min(x for x, _ in lower) + max(x for x, _ in lower)) / 2
    bottom = max(y for x, y in upper if abs(x - middle) < 120)
    return min(y for x, y in lower if abs(x - middle) < 120) - bottom


def test_no_frame_too_many() -> None:
    assert sorted(path.stem for path in FOLDER.glob("scene-*.svg")) == sorted(FRAMES)


@pytest.mark.parametrize("name", [*FRAMES, "pain-areas", "balance"])
def test_flat_and_small(name: str) -> None:
    text = read(name)
    assert len(text.encode()) <= LIMIT
    tags = {element.tag.split("}")[1] for element in ElementTree.fromstring(text).iter()}
    assert tags == {"svg", "g", "path"}
    assert "href" not in text
    assert "gradient" not in text.lower()
    assert "url(" not in text


@pytest.mark.parametrize(("scene", "count"), SCENES.items())
def test_one_size_within_a_scene(scene: str, count: int) -> None:
    sizes = {re.search(r'viewBox="([^"]+)"', read(f"scene-{scene}-{n}")) for n in range(1, count + 1)}
    assert len({size.group(1) for size in sizes if size}) == 1


@pytest.mark.parametrize(("scene", "count"), SCENES.items())
def test_frames_differ(scene: str, count: int) -> None:
    assert len({read(f"scene-{scene}-{n}") for n in range(1, count + 1)}) == count


def test_disc_drinks() -> None:
    rest, pressed, drinking, plump = (height_between(f"scene-drink-{n}") for n in range(1, 5))
    assert pressed < drinking < plump
    assert pressed < rest < plump
    assert 0.08 < 1 - pressed / plump < 0.22, "to be seen, yet gentle"
    assert [bool(part(f"scene-drink-{n}", "water")) for n in range(1, 5)] == [False, True, True, False]
    assert [bool(part(f"scene-drink-{n}", "arrow")) for n in range(1, 5)] == [False, True, False, True]


def test_bending_leans_forward() -> None:
    """Side views look from the right: forward is to the right."""
    reach = [max(x for x, _ in part(f"scene-bend_lift-{n}", "L1")[0][1]) for n in range(1, 5)]
    assert reach[0] < reach[3] < reach[1] < reach[2]
    assert part("scene-bend_lift-4", "load")
    usual, active = (part(f"scene-bend_lift-{n}", "muscle_erector_right")[0][0] for n in (1, 4))
    assert usual != active


def test_hernia_comes_and_goes() -> None:
    """The disc's outline reaches furthest back in the third frame and is nearly as it was in the last."""
    back = [max(y for _, y in part(f"scene-hernia-{n}", "ring_1")[0][1]) for n in range(1, 6)]
    assert back[0] <= back[4] < back[3] < back[2]
    assert back[0] < back[1] < back[2]
    assert back[4] - back[0] < 0.25 * (back[2] - back[0])
    tones = [part(f"scene-hernia-{n}", "nerve_L4_left")[0][0] for n in range(1, 6)]
    assert [tone != tones[0] for tone in tones] == [False, False, True, False, False]


def area(ring: Points) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def test_canal_narrows_and_opens() -> None:
    space = [area(part(f"scene-canal-{n}", "canal")[0][1]) for n in range(1, 5)]
    assert space[2] < space[1] < space[0]
    assert space[3] > space[2]
    assert part("scene-canal-4", "arrow")


def test_joint_still_glides() -> None:
    grown = [area(part(f"scene-joint-{n}", "L5")[0][1]) for n in range(1, 5)]
    assert grown[0] < grown[1] < grown[2] == grown[3]
    assert [bool(part(f"scene-joint-{n}", "arrow")) for n in range(1, 5)] == [False, False, False, True]
    assert all(part(f"scene-joint-{n}", "fluid") for n in range(1, 5))


def test_pain_areas() -> None:
    assert re.findall(r'data-area="(\w+)"', read("pain-areas")) == ["low_back", "buttock", "leg"]
