"""`python -m tools.anatomy [geometry] [name of a drawing ...]`: write all, or only what is named."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.anatomy import geometry, scenes

CONTENT = Path(__file__).resolve().parents[2] / "content"


def main(names: list[str]) -> None:
    """Write the 3D file and the drawings."""
    unknown = set(names) - {"geometry", *scenes.SCENES}
    if unknown:
        raise SystemExit(f"unknown: {', '.join(sorted(unknown))}; known: geometry, {', '.join(scenes.SCENES)}")
    if not names or "geometry" in names:
        geometry.write(CONTENT / "spine")
    drawings = [name for name in names if name != "geometry"]
    if drawings or not names:
        scenes.write(CONTENT / "illustrations", drawings)


if __name__ == "__main__":
    main(sys.argv[1:])
