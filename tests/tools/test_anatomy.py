"""The committed geometry and drawings: anatomically plausible, symmetric, small. Needs no development package."""

from __future__ import annotations

import base64
import gzip
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray

CONTENT = Path(__file__).resolve().parents[2] / "content"
FILE = CONTENT / "spine" / "geometry.json"
LUMBAR = ("L5", "L4", "L3", "L2", "L1")
LUMBAR_DISCS = ("L5_S1", "L4_L5", "L3_L4", "L2_L3", "L1_L2")
DRAWINGS = {"home-spine": 45_000, "spine-side": 60_000, "spine-segment": 60_000, "spine-disc": 60_000}
DRAWINGS |= {"spine-pelvis": 60_000, "spine-front": 60_000, "spine-midline": 60_000}
DRAWINGS |= {"spine-behind": 80_000}  # the whole lower body, and what lies under its muscles

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def sums(text: str, kind: str, columns: int) -> Ints:
    """Undo the differences that the file stores."""
    steps = np.frombuffer(base64.b64decode(text), kind).reshape(-1, columns)
    return np.asarray(np.cumsum(steps.astype(np.int64), axis=0))


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def meshes(data: dict[str, Any]) -> dict[str, tuple[Floats, Ints]]:
    """Points in millimetres and triangles of every part, mirrored ones too."""
    found: dict[str, tuple[Floats, Ints]] = {}
    for part in data["parts"]:
        if "mirror" in part:
            points, triangles = found[part["mirror"]]
            found[part["id"]] = points * np.array([1.0, -1.0, 1.0]), triangles[:, ::-1]
        else:
            points = (
                np.asarray((sums(part["vertices"], "<u2", 3) + 32768) % 65536 - 32768, dtype=np.float64) * data["step"]
            )
            found[part["id"]] = points, sums(part["triangles"], "<u2", 3) % 65536
    return found


def levels(data: dict[str, Any], name: str) -> Floats:
    """How many joints lie below each point of a part."""
    part = next(part for part in data["parts"] if part["id"] == name)
    if "level" in part:
        return np.array([float(part["level"])])
    return np.asarray(sums(part["levels"], "<u1", 1)[:, 0] % 256 / data["bend"]["steps"], dtype=np.float64)


def test_small_enough_to_send() -> None:
    assert len(gzip.compress(FILE.read_bytes(), 9)) <= 150_000


def test_every_mesh_is_whole(meshes: dict[str, tuple[Floats, Ints]]) -> None:
    for name, (points, triangles) in meshes.items():
        assert np.isfinite(points).all(), name
        assert set(np.unique(triangles)) == set(range(len(points))), name
        assert (np.abs(points) < 400).all(), name


def test_faces_look_outwards(meshes: dict[str, tuple[Floats, Ints]]) -> None:
    for name, (points, triangles) in meshes.items():
        a, b, c = (points[triangles[:, i]] for i in range(3))
        assert np.einsum("ij,ij->i", a, np.cross(b, c)).sum() > 0, name


def test_expected_parts(meshes: dict[str, tuple[Floats, Ints]]) -> None:
    sides = [f"nerve_{level}_{side}" for level in ("L1", "L2", "L3", "L4", "L5", "S1") for side in ("left", "right")]
    muscles = [f"muscle_{m}_left" for m in ("multifidus", "erector", "psoas", "quadratus")]
    discs = [f"{kind}_{gap}" for kind in ("disc", "core") for gap in LUMBAR_DISCS]
    wanted = [*LUMBAR, "T12", "sacrum", "pelvis", "canal", "cord", "cauda_equina", *sides, *muscles, *discs]
    assert set(wanted) <= set(meshes)


def test_layers(data: dict[str, Any]) -> None:
    assert {part["layer"] for part in data["parts"]} == {"bones", "discs", "nerves", "muscles", "ligaments"}


def test_vertebrae_stand_on_each_other(data: dict[str, Any]) -> None:
    heights = [data["measures"]["vertebrae"][name]["centre"][2] for name in ("L5", "L4", "L3", "L2", "L1", "T12")]
    assert heights == sorted(heights)
    assert heights[0] > 0
    assert all(28 <= step <= 45 for step in np.diff(heights))


def test_lordosis(data: dict[str, Any]) -> None:
    """Usual range in standing adults: 40 to 60 degrees; each lumbar disc is higher in front."""
    discs = data["measures"]["discs"]
    wedges = [discs[name]["wedge"] for name in LUMBAR_DISCS]
    assert all(wedge > 0 for wedge in wedges)
    assert sum(wedges) > 30
    assert 40 <= data["measures"]["lordosis"] <= 60


def test_posture_stays_near_the_source(data: dict[str, Any]) -> None:
    """Stacked anew on published discs, each vertebra still leans about as the source's model has it."""
    for size in data["measures"]["vertebrae"].values():
        assert abs(size["lean"] - size["lean_in_source"]) <= 12


def test_disc_heights(data: dict[str, Any]) -> None:
    assert all(5 <= data["measures"]["discs"][name]["height"] <= 15 for name in LUMBAR_DISCS)


def test_discs_fill_their_space(meshes: dict[str, tuple[Floats, Ints]], data: dict[str, Any]) -> None:
    for gap in LUMBAR_DISCS:
        points = meshes[f"disc_{gap}"][0]
        upper = data["measures"]["vertebrae"][gap.split("_")[0]]
        assert np.ptp(points[:, 1]) == pytest.approx(upper["width"], rel=0.12)
        front, back = points[points[:, 0].argmax()], points[points[:, 0].argmin()]
        assert front[0] - back[0] == pytest.approx(upper["depth"], rel=0.25)


def test_body_sizes(data: dict[str, Any]) -> None:
    """Panjabi et al., Spine 1992;17:299-306, with a margin."""
    for name in LUMBAR:
        size = data["measures"]["vertebrae"][name]
        assert 38 <= size["width"] <= 52
        assert 30 <= size["depth"] <= 38
        assert 22 <= size["height"] <= 30


def test_canal_lies_behind_the_bodies(meshes: dict[str, tuple[Floats, Ints]], data: dict[str, Any]) -> None:
    canal = meshes["canal"][0]
    for name in LUMBAR:
        size = data["measures"]["vertebrae"][name]
        near = canal[np.abs(canal[:, 2] - size["canal"][2]) < 8.0]
        assert len(near)
        assert near[:, 0].mean() < size["back_wall"][0] - 4.0
        assert 12 <= size["canal_depth"] <= 20


def test_roots_leave_to_their_side(meshes: dict[str, tuple[Floats, Ints]]) -> None:
    for level in LUMBAR:
        points = meshes[f"nerve_{level}_left"][0]
        assert points[:, 1].min() > 0
        assert points[:, 1].max() > 25
        assert points[points[:, 2].argmin(), 1] > 25, "the outer end is the lower one"


def test_left_and_right_agree(meshes: dict[str, tuple[Floats, Ints]]) -> None:
    """Every point of a bone or disc has a partner close by on the other side (millimetres)."""
    for name in (*LUMBAR, "sacrum", "pelvis", "canal", *(f"disc_{gap}" for gap in LUMBAR_DISCS)):
        points = meshes[name][0]
        other = points * np.array([1.0, -1.0, 1.0])
        limit = 6.0 if name == "sacrum" else 2.0  # thinned: its points differ, each within a triangle's side
        nearest = [np.linalg.norm(points - point, axis=1).min() for point in other]
        assert max(nearest) < limit, name


def test_bones_move_whole_and_discs_bend(data: dict[str, Any]) -> None:
    for number, name in enumerate(("sacrum", *LUMBAR)):
        assert set(levels(data, name)) == {float(number)}
    for number, gap in enumerate(LUMBAR_DISCS):
        place = levels(data, f"disc_{gap}")
        assert place.min() >= number
        assert place.max() <= number + 1
        assert len(set(place)) > 2


def test_bending_data(data: dict[str, Any]) -> None:
    joints = data["bend"]["joints"]
    assert [joint["id"] for joint in joints] == list(LUMBAR_DISCS)
    assert sum(joint["forward"] for joint in joints) == 52
    assert sum(joint["back"] for joint in joints) == 16
    for joint in joints:
        assert joint["pivot"] == data["measures"]["discs"][joint["id"]]["centre"]
    assert "doi:" in data["bend"]["source"]


@pytest.mark.parametrize(("name", "limit"), DRAWINGS.items())
def test_drawing(name: str, limit: int, meshes: dict[str, tuple[Floats, Ints]]) -> None:
    """Small, flat, without text, and made of parts with the names of the 3D file."""
    text = (CONTENT / "illustrations" / f"{name}.svg").read_text(encoding="utf-8")
    assert len(text.encode()) <= limit
    tags = {element.tag.split("}")[1] for element in ElementTree.fromstring(text).iter()}
    assert tags == {"svg", "g", "path"}
    parts = re.findall(r'data-part="([^"]+)"', text)
    assert len(parts) == len(set(parts)) >= 6
    own = {f"ring_{n}" for n in range(1, 6)} | {"core"}
    thoracic = {f"T{n}" for n in range(1, 10)} | {f"disc_T{n}_T{n + 1}" for n in range(1, 10)}
    assert set(parts) <= set(meshes) | own | thoracic


def drawn(name: str) -> dict[str, str]:
    """The parts of a drawing by name, each with its paths."""
    text = (CONTENT / "illustrations" / f"{name}.svg").read_text(encoding="utf-8")
    return dict(re.findall(r'<g data-part="([^"]+)">(.*?)</g>', text))


def test_what_lies_deep_has_a_flat_drawing_too() -> None:
    midline, front = drawn("spine-midline"), drawn("spine-front")
    bands = {"ligament_anterior", "ligament_posterior", "ligament_supraspinous"}
    assert {"cord", "cauda_equina", "canal", "core_L4_L5", "sacrum", *bands} <= set(midline)
    assert {"muscle_psoas_right", "ligament_anterior", "pelvis"} <= set(front)


def test_parts_differ_by_line_not_only_by_colour() -> None:
    """Fibres across a ligament that is cut, along muscle and ligament in front; the bundle is single strands."""
    midline, front = drawn("spine-midline"), drawn("spine-front")
    assert midline["cauda_equina"].count("<path") >= 5 > midline["cord"].count("<path")
    for name in ("ligament_anterior", "ligament_posterior", "ligament_supraspinous"):
        assert re.findall(r'fill="([^"]+)"[^>]* d="([^"]+)"', midline[name])[1][1].count("M") > 20
    for name in ("muscle_psoas_right", "ligament_anterior"):
        assert 'stroke-opacity=".55"' in front[name]


def test_attribution() -> None:
    notice = (CONTENT / "spine" / "NOTICE.md").read_text(encoding="utf-8")
    assert "Apache License" in notice
    assert "MyoSim" in notice
    assert "musclemimic-models" in notice
