"""Messages as a language says them, and the page of the app that each belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from babel.messages.pofile import read_po

from wervel.i18n.catalogue import read_catalogue
from wervel.i18n.registry import registry
from wervel.i18n.workflow import TEMPLATE, is_complete

#: The page on which a reader meets a message, by the beginning of its context; the longest beginning counts.
#: Not by the reading edition: there a page also repeats much that belongs to another one.
PAGES: dict[str, str] = {
    "pages": "everywhere",
    "pages.home": "home",
    "pages.assessment": "assessment",
    "pages.emergency": "emergency",
    "pages.about": "about",
    "red_flags": "alarm signs",
    "levels": "assessment",
    "questions": "assessment",
    "factors": "assessment",
    "course": "assessment",
    "advice": "assessment",
    "emergency": "emergency",
    "helplines": "emergency",
    "spine": "spine",
    "charts": "spine",
    "understood": "spine",
    "prevention": "prevention",
    "prevention_page": "prevention",
    "life_cards": "prevention",
    "balance": "prevention",
    "exercises": "exercises",
    "diary": "diary",
    "insight": "diary",
    "own": "your data",
    "leaflets": "leaflets",
    "leaflet_page": "leaflets",
    "story": "story",
    "kiosk": "waiting room",
    "consult": "consultation",
    "aloud": "everywhere",
    "pwa": "everywhere",
    "reading": "everywhere",
    "streamlit": "everywhere",
}


@dataclass(frozen=True)
class Said:
    """A message: its content id, its English source, and how a language says it (all plural forms, one per line)."""

    context: str
    source: str
    text: str

    @property
    def page(self) -> str:
        """The name of the page it belongs to; raises KeyError for a content file that `PAGES` does not know."""
        return page_of(self.context)

    @property
    def latin(self) -> bool:
        """Whether it is a doctor's name of a part, Latin in every language that writes it so."""
        return self.context.startswith("spine.parts.") and self.context.endswith(".doctor")

    @property
    def below_an_icon(self) -> bool:
        """Whether it is the name of a page that stands below its icon."""
        return self.context.startswith("pages.pages.") and self.context.endswith(".bar") and "about" not in self.context

    @property
    def quotes_a_leaflet(self) -> bool:
        """Whether it tells what leaflets say, words that frighten among it; the app's own answer stands next to it."""
        return self.context.startswith("leaflets.") and self.context.endswith(".says")


def page_of(context: str) -> str:
    """Return the name of the page to which a message context belongs; raises KeyError when there is none."""
    name = context
    while name not in PAGES and "." in name:
        name = name.rpartition(".")[0]
    return PAGES[name]


@lru_cache(maxsize=32)
def said(code: str) -> tuple[Said, ...]:
    """Return every message of a language, "" where it has none; of the source language from the template."""
    if code == "en":
        with TEMPLATE.open("rb") as file:
            return tuple(Said(each.context or "", str(each.id), str(each.id)) for each in read_po(file) if each.id)
    found = []
    for message in read_catalogue(code):
        if message.id:
            forms = [message.string] if isinstance(message.string, str) else message.string or ()
            source = message.id if isinstance(message.id, str) else "\n".join(message.id)
            found.append(Said(message.context or "", source, "\n".join(form for form in forms if form)))
    return tuple(found)


def gated() -> tuple[str, ...]:
    """Return the codes of the languages that the gates judge: those shipped, and drafts that are complete."""
    return tuple(
        each.code
        for each in registry().languages
        if each.state == "shipped" or all(is_complete(message) for message in read_catalogue(each.code) if message.id)
    )


def without_placeholders(text: str) -> str:
    """Return a message with one word for each of its placeholders (no bare number: "3." may be an ordinal)."""
    return re.sub(r"\{\w*\}", "N3", text)
