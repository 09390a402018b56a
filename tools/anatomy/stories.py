"""The explaining scenes of `/spine`: which there are, and writing their frames (`scene-<id>-<n>.svg`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tools.anatomy import midline, scene_bend, scene_canal, scene_drink, scene_hernia, scene_joint, sheets
from tools.anatomy.frames import Story, draw_frame

STORIES: dict[str, Callable[[], Story]] = {
    "scene-bend_lift": scene_bend.story,
    "scene-drink": scene_drink.story,
    "scene-hernia": scene_hernia.story,
    "scene-canal": scene_canal.story,
    "scene-joint": scene_joint.story,
}


def write(folder: Path, name: str) -> None:
    """Write all frames of a scene."""
    story = STORIES[name]()
    for number, frame in enumerate(story.frames, start=1):
        (folder / f"{name}-{number}.svg").write_text(draw_frame(story, frame), encoding="utf-8")


SHEETS: dict[str, Callable[[Path], str]] = {
    "pain-areas": sheets.pain_areas,
    "balance": sheets.balance,
    "spine-midline": midline.drawing,
}


def write_sheet(folder: Path, name: str) -> None:
    """Write one of the drawings that are not traced from a view of solid parts."""
    (folder / f"{name}.svg").write_text(SHEETS[name](folder), encoding="utf-8")
