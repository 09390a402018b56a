"""`content/` as typed, validated data, read once per process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from wervel import ROOT
from wervel.content import references
from wervel.content.load import ContentError, load
from wervel.content.models import AdviceBook, Course, Factors, Levels, Questions, RedFlags
from wervel.content.page_models import BuiltIns, Emergency, Pages
from wervel.content.text import Text

__all__ = ["Content", "ContentError", "Text", "content", "read"]

#: The files of `content/` and the model each must fit; the extractor of texts goes by this table too.
FILES: dict[str, type[BaseModel]] = {
    "red_flags": RedFlags,
    "levels": Levels,
    "course": Course,
    "advice": AdviceBook,
    "factors": Factors,
    "questions": Questions,
    "pages": Pages,
    "streamlit": BuiltIns,
    "emergency": Emergency,
}


@dataclass(frozen=True)
class Content:
    """All content, one field per file of `content/`."""

    red_flags: RedFlags
    levels: Levels
    course: Course
    advice: AdviceBook
    factors: Factors
    questions: Questions
    pages: Pages
    streamlit: BuiltIns
    emergency: Emergency


def read(folder: Path) -> Content:
    """Read and check every file of `folder`.

    Raises ContentError on the first file that does not fit, or on a reference that leads nowhere.
    """
    files: dict[str, Any] = {stem: load(folder / f"{stem}.yaml", model) for stem, model in FILES.items()}
    loaded = Content(**files)
    references.check(loaded, folder)
    return loaded


@lru_cache(maxsize=1)
def content() -> Content:
    """Return the app's content; the first call reads it."""
    return read(ROOT / "content")
