"""Writes the 3D file: all parts, quantised, with what bends and labels them (format: content/spine/README.md)."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import numpy as np

from tools.anatomy import bending, parts
from tools.anatomy.landmarks import Landmarks
from tools.anatomy.mesh import Floats, Ints, Mesh
from tools.anatomy.parts import Part, Spine
from tools.anatomy.source import model_angles

STEP = 0.05  # millimetres of one unit of the stored whole numbers
THORACIC = 3  # T10-T12 are shown above the lumbar spine


def all_parts(spine: Spine) -> list[Part]:
    """Every part of the 3D view, at the fineness a phone can carry."""
    found = parts.bones(spine, 2.5, 2200) + parts.pelvis(1) + parts.discs(spine, 32, 5)
    found += parts.disc_insides(spine, 20)
    found += parts.nerve_parts(spine, 14, 6) + parts.muscle_parts(spine, "T10", 12, 8)
    return found + parts.ligament_parts(spine, 44, 6) + parts.facet_parts(spine)


def packed(values: Ints, kind: str) -> str:
    """Whole numbers as base64 of little-endian differences along each column (16 bit, wrapping): packs far better."""
    steps = np.diff(values, axis=0, prepend=np.zeros((1, *values.shape[1:]), dtype=np.int64))
    return base64.b64encode((steps & (0xFF if kind == "u1" else 0xFFFF)).astype("<" + kind).tobytes()).decode()


def in_order(part: Part) -> Part:
    """Renumber points by first use in the triangles, so that neighbours are stored near each other."""
    flat = part.mesh.faces.ravel()
    unique, first = np.unique(flat, return_index=True)
    order = unique[np.argsort(first)]
    rank = np.full(len(part.mesh.vertices), -1, dtype=np.int64)
    rank[order] = np.arange(len(order))
    return Part(part.name, part.layer, Mesh(part.mesh.vertices[order], rank[part.mesh.faces]))


def encoded(part: Part, chain: list[bending.Joint]) -> dict[str, Any]:
    """One part for the file; a right-hand part only names the left one that it mirrors."""
    if part.name.endswith("_right"):
        return {"id": part.name, "layer": part.layer, "mirror": part.name.removesuffix("_right") + "_left"}
    place = bending.places(part, chain)
    entry: dict[str, Any] = {
        "id": part.name,
        "layer": part.layer,
        "vertices": packed(np.round(part.mesh.vertices / STEP).astype(np.int64), "u2"),
        "triangles": packed(part.mesh.faces, "u2"),
    }
    if np.ptp(place) == 0:
        return {**entry, "level": float(place[0])}
    return {**entry, "levels": packed(np.round(place * bending.STEPS).astype(np.int64)[:, None], "u1")}


def rounded(point: Floats) -> list[float]:
    """A point to a tenth of a millimetre."""
    return [round(float(value), 1) + 0.0 for value in point]


def bend_data(chain: list[bending.Joint]) -> dict[str, Any]:
    """Pivots and shares, from the lowest joint upwards."""
    return {
        "axis": [0, 1, 0],
        "source": bending.SOURCE,
        "steps": bending.STEPS,
        "joints": [
            {
                "id": f"{joint.above}_{joint.below}",
                "pivot": rounded(joint.pivot),
                "forward": bending.FORWARD[joint.above],
                "back": bending.BACK[joint.above],
            }
            for joint in chain
        ],
    }


def measures(spine: Spine) -> dict[str, Any]:
    """What the tests compare with published values, and where labels may point."""
    marks, source = spine.marks(), model_angles()
    return {
        "vertebrae": {name: _vertebra(marks[name], source[name]) for name in spine.vertebrae},
        "discs": {
            f"{above}_{below}": {
                "height": round(float(np.linalg.norm(high.centre - low.centre)), 1),
                "wedge": round(low.lean - high.lean, 1),
                "centre": rounded((low.centre + high.centre) / 2),
            }
            for above, below, low, high in spine.gaps()
        },
        "lordosis": round(spine.base.lean - spine.vertebrae["L1"].upper.lean, 1),
        "sacral_slope": round(spine.base.lean, 1),
    }


def _vertebra(mark: Landmarks, source_lean: float) -> dict[str, Any]:
    return {
        "centre": rounded(mark.centre),
        "back_wall": rounded(mark.point(mark.back, 0.0, 0.0)),
        "canal": rounded(mark.canal()),
        "canal_depth": round(mark.canal_depth(), 1),
        "depth": round(mark.front - mark.back, 1),
        "width": round(mark.half_width * 2, 1),
        "height": round(mark.height, 1),
        "lean": round(mark.lean, 1),
        "lean_in_source": round(source_lean, 1),
    }


def write(folder: Path) -> None:
    """Write `geometry.json`."""
    spine = parts.build_spine(1, THORACIC)
    chain = bending.joints(spine)
    content = {
        "format": 1,
        "licence": "Apache-2.0, see NOTICE.md",
        "units": "mm",
        "axes": {"x": "forward", "y": "left", "z": "up", "origin": "centre of the upper end plate of S1"},
        "step": STEP,
        "bend": bend_data(chain),
        "measures": measures(spine),
        "parts": [encoded(in_order(part), chain) for part in all_parts(spine)],
    }
    text = json.dumps(content, separators=(",", ":"))
    (folder / "geometry.json").write_text(text + "\n", encoding="utf-8")
