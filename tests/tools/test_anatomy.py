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
#: The legs are drawn flat only; the 3D file ends at the pelvis.
LEG_BONES = {f"{bone}_{side}" for bone in ("femur", "tibia", "fibula", "foot") for side in ("left", "right")}
BUTTOCK_AND_THIGH = ("gluteus_maximus", "gluteus_medius", "hamstrings", "quadriceps", "adductor")
LEG_MUSCLES = {f"muscle_{name}_left" for name in (*BUTTOCK_AND_THIGH, "gastrocnemius", "soleus", "achilles")}
LEGS = LEG_BONES | LEG_MUSCLES | {"nerve_sciatic_left", "nerve_sciatic_right"}

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
    assert set(parts) <= set(meshes) | own | thoracic | (LEGS if name == "spine-behind" else set())


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


def ends(paths: str) -> tuple[float, float, float, float]:
    """The box around the outline of a part (left, top, right, bottom); curves stay inside their corners."""
    d = re.findall(r' d="([^"]+)"', paths)[0]
    here, found = np.zeros(2), []
    for command, numbers in re.findall(r"([Mqtz])([^Mqtz]*)", d):
        pairs = np.array(re.findall(r"-?\d+", numbers), dtype=float).reshape(-1, 2)
        if command == "M":
            here = pairs[0]
        elif command == "q":
            here = here + pairs[1]
            pairs = pairs[2:]
        if command in "qt":
            found.append(here)
        for move in pairs if command in "qt" else ():
            here = here + move
            found.append(here)
    points = np.array(found)
    return (*points.min(axis=0).tolist(), *points.max(axis=0).tolist())


def test_the_legs_are_where_legs_are() -> None:
    """From behind: left stays left, each bone stands on the next, and the nerve runs from the pelvis to the ankle."""
    behind = drawn("spine-behind")
    assert set(behind) >= LEGS
    width = float(re.findall(r'viewBox="0 0 (\d+)', (CONTENT / "illustrations/spine-behind.svg").read_text())[0])
    boxes = {name: ends(paths) for name, paths in behind.items()}
    for name, (left, _, right, _) in boxes.items():
        if name.endswith(("_left", "_right")):
            assert ((left + right) / 2 < width / 2) == name.endswith("_left"), name
    for side in ("left", "right"):
        thigh, shin, foot = (boxes[f"{bone}_{side}"] for bone in ("femur", "tibia", "foot"))
        assert boxes["pelvis"][1] < thigh[1] < boxes["pelvis"][3] < thigh[3] < shin[3] < foot[3]
        assert 0.75 < (shin[3] - shin[1]) / (thigh[3] - thigh[1]) < 0.95  # tibia to femur: about 0.82
        nerve = boxes[f"nerve_sciatic_{side}"]
        assert boxes["sacrum"][1] < nerve[1] < boxes["sacrum"][3]
        assert nerve[3] > shin[1] + 0.8 * (shin[3] - shin[1])
    buttock, hams, calf = (boxes[f"muscle_{name}_left"] for name in ("gluteus_maximus", "hamstrings", "gastrocnemius"))
    assert buttock[1] < hams[1] < buttock[3] < hams[3] < calf[3] < boxes["muscle_achilles_left"][3]
    assert calf[1] < boxes["femur_left"][3]  # the calf muscle begins above the knee


def test_what_muscles_cover_is_there_when_they_are_put_away() -> None:
    for name in ("spine-behind", "spine-pelvis"):
        boxes = {part: ends(paths) for part, paths in drawn(name).items()}
        left, _, right, _ = boxes["L3"]
        assert boxes["muscle_erector_left"][2] > left
        assert (left + right) / 2 == pytest.approx((boxes["pelvis"][0] + boxes["pelvis"][2]) / 2, abs=6)


def test_attribution() -> None:
    notice = (CONTENT / "spine" / "NOTICE.md").read_text(encoding="utf-8")
    assert "Apache License" in notice
    assert "MyoSim" in notice
    assert "musclemimic-models" in notice
