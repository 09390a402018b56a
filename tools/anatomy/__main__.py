"""`python -m tools.anatomy [geometry] [scenes] [name of a drawing ...]`: write all, or only what is named."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.anatomy import geometry, scenes, stories

CONTENT = Path(__file__).resolve().parents[2] / "content"


def main(names: list[str]) -> None:
    """Write the 3D file, the drawings and the frames of the explaining scenes."""
    known = ("geometry", *scenes.SCENES, "scenes", *stories.STORIES, *stories.SHEETS)
    unknown = set(names) - set(known)
    if unknown:
        raise SystemExit(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(known)}")
    if not names or "geometry" in names:
        geometry.write(CONTENT / "spine")
    drawings = [name for name in names if name in scenes.SCENES]
    if drawings or not names:
        scenes.write(CONTENT / "illustrations", drawings)
    every = not names or "scenes" in names
    for name in stories.STORIES:
        if every or name in names:
            stories.write(CONTENT / "illustrations", name)
    for name in stories.SHEETS:
        if every or name in names:
            stories.write_sheet(CONTENT / "illustrations", name)


if __name__ == "__main__":
    main(sys.argv[1:])
