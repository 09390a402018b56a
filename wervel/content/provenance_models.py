"""Typed model of `locales/provenance.yaml`: how far the safety texts of each language are."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from wervel.content.models import LanguageCode, Model

#: What a person can say of a translation. read_back: a second reader, who had not made it, told in English what it
#: says, and the differences were resolved. checked: a clinician who speaks the language approved it.
Declared = Literal["drafted", "read_back", "checked"]
#: "source": the text was written in this language, so there is no translation to read back.
State = Literal["drafted", "read_back", "source", "checked"]

Context = Annotated[str, StringConstraints(pattern=r"^\w+(\.\w+)*$")]
Note = Annotated[str, StringConstraints(min_length=1)]


class Mark(Model):
    """A state, since when (needed unless drafted), and what there is to say about it."""

    state: Declared
    date: datetime.date | None = None
    note: Note | None = None

    @model_validator(mode="after")
    def _dated(self) -> Mark:
        if self.state != "drafted" and self.date is None:
            raise ValueError(f"a date expected beside {self.state}")
        return self


class LanguageMark(Mark):
    """The mark of all safety texts of a language, but for those whose context is, or begins with, a key of `parts`."""

    parts: dict[Context, Mark] = Field(default_factory=dict)


class Provenance(Model):
    """The languages that have got further than drafts."""

    languages: dict[LanguageCode, LanguageMark]
