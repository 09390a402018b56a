"""Reads the bone meshes and assembly angles of the package `musclemimic-models` (development only, Apache-2.0).

The package's simulator is not needed: its files are found, not imported. Its frame (x forward, y up, z right, metres)
becomes ours (x forward, y left, z up, millimetres) here and nowhere else.
"""

from __future__ import annotations

import math
import struct
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from tools.anatomy.mesh import Floats, Mesh, weld

PACKAGE = "musclemimic_models"
CHAIN = "torso/assets/myotorso_bimanual_chain.xml"
LUMBAR = ("L5", "L4", "L3", "L2", "L1")
THORACIC = tuple(f"T{n}" for n in range(12, 0, -1))


def model_folder() -> Path:
    """Where the package keeps its model; a clear error says what to install."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("Install the development-only package first: pip install --no-deps musclemimic-models")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def read_stl(path: Path) -> Mesh:
    """A binary STL file as a welded mesh in our frame and millimetres."""
    data = path.read_bytes()
    (count,) = struct.unpack_from("<I", data, 80)
    layout = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("extra", "<u2")])
    corners = np.frombuffer(data, layout, count, 84)["corners"].reshape(-1, 3).astype(np.float64)
    return weld(to_our_frame(corners * 1000.0))


def to_our_frame(points: Floats) -> Floats:
    """(forward, up, right) to (forward, left, up)."""
    return np.stack([points[:, 0], -points[:, 2], points[:, 1]], axis=1)


def bone(name: str) -> Mesh:
    """The mesh of one bone ("L3", "T12", "pelvis_left", "femur_left", "toes_left") in its own frame."""
    if name.endswith("_left"):
        stem = "l_" + name.removesuffix("_left").replace("toes", "bofoot")
    else:
        stem = f"lumbar{name[1:]}" if name[0] == "L" else f"thoracic{name[1:]}_s"
    return read_stl(model_folder() / "meshes" / f"{stem}.stl")


def model_angles() -> dict[str, float]:
    """How far the source's model leans each vertebra forward, in degrees: what our assembly is compared with."""
    root = ElementTree.parse(model_folder() / CHAIN).getroot()  # noqa: S314 - a file of an installed package
    angles: dict[str, float] = {}
    for geom in root.iter("geom"):
        mesh = geom.get("mesh", "")
        if "lumbar" in mesh:
            angles["L" + mesh[-1]] = -math.degrees(float(geom.get("euler", "0 0 0").split()[2]))
        elif "thoracic" in mesh:
            quat = [float(part) for part in geom.get("quat", "1 0 0 0").split()]
            level = mesh.split("thoracic")[1].removesuffix("_s")
            angles["T" + level] = -math.degrees(2.0 * math.atan2(quat[3], quat[0]))
    return angles
