"""`content/` as typed, validated data, read once per process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from wervel import ROOT
from wervel.content import references
from wervel.content.aloud_models import Aloud
from wervel.content.chart_models import Charts
from wervel.content.consult_models import Consult
from wervel.content.diary_models import Diary
from wervel.content.exercise_models import Exercises
from wervel.content.insight_models import Insight
from wervel.content.kiosk_models import Kiosk
from wervel.content.leaflet_models import (
    DatedSource,
    LeafletBlock,
    LeafletPage,
    LeafletSources,
    Statement,
)
from wervel.content.load import ContentError, load
from wervel.content.models import AdviceBook, Course, Factors, Levels, Questions, RedFlags, Source
from wervel.content.own_models import Own
from wervel.content.page_models import BuiltIns, Emergency, Pages
from wervel.content.prevention_models import Balance, Helplines, LifeCards, Prevention
from wervel.content.prevention_page_models import PreventionPage
from wervel.content.pwa_models import Pwa
from wervel.content.reading_models import Reading
from wervel.content.spine_models import Spine
from wervel.content.story_models import StoryBook
from wervel.content.text import Text
from wervel.content.understood_models import Understood

__all__ = ["Content", "ContentError", "Text", "content", "read"]

#: The blocks of statements in `content/leaflets/`, in reading order.
BLOCKS = ("concepts", "symptoms", "causes", "anatomy", "conditions", "diagnosis", "treatment", "prevention")

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
    "spine": Spine,
    "charts": Charts,
    "prevention": Prevention,
    "prevention_page": PreventionPage,
    "life_cards": LifeCards,
    "balance": Balance,
    "helplines": Helplines,
    "diary": Diary,
    "insight": Insight,
    "own": Own,
    "pwa": Pwa,
    "exercises": Exercises,
    "kiosk": Kiosk,
    "understood": Understood,
    "aloud": Aloud,
    "consult": Consult,
    "leaflet_page": LeafletPage,
    "reading": Reading,
    "story": StoryBook,
    "leaflets/sources": LeafletSources,
}
FILES |= {f"leaflets/{block}": LeafletBlock for block in BLOCKS}


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
    spine: Spine
    charts: Charts
    prevention: Prevention
    prevention_page: PreventionPage
    life_cards: LifeCards
    balance: Balance
    helplines: Helplines
    diary: Diary
    insight: Insight
    own: Own
    pwa: Pwa
    exercises: Exercises
    kiosk: Kiosk
    understood: Understood
    aloud: Aloud
    consult: Consult
    leaflet_page: LeafletPage
    reading: Reading
    story: StoryBook
    leaflet_sources: tuple[DatedSource, ...]
    leaflets: dict[str, tuple[Statement, ...]]

    def blocks(self) -> Iterator[tuple[str, Statement]]:
        """Yield every statement of the leaflets with the name of its block."""
        for block, statements in self.leaflets.items():
            for statement in statements:
                yield block, statement

    def all_sources(self) -> Iterator[Source]:
        """Yield the sources of every file that lists some (the leaflets' own ones are dated otherwise)."""
        for part in vars(self).values():
            listed = getattr(part, "sources", ())
            yield from (each for each in listed if isinstance(each, Source))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of the leaflets, in reading order."""
        return tuple(statement for _, statement in self.blocks())


def read(folder: Path) -> Content:
    """Read and check every file of `folder`.

    Raises ContentError on the first file that does not fit, or on a reference that leads nowhere.
    """
    files: dict[str, Any] = {
        name: load(folder / f"{name}.yaml", model, name.replace("/", ".")) for name, model in FILES.items()
    }
    leaflets = {block: files.pop(f"leaflets/{block}").statements for block in BLOCKS}
    loaded = Content(leaflet_sources=files.pop("leaflets/sources").sources, leaflets=leaflets, **files)
    references.check(loaded, folder)
    return loaded


@lru_cache(maxsize=1)
def content() -> Content:
    """Return the app's content; the first call reads it."""
    return read(ROOT / "content")
