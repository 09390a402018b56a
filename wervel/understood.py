"""The picture questions after an explanation: which stand where, and where a place is. Pure."""

from __future__ import annotations

from wervel.content import Content, Text
from wervel.content.models import Source
from wervel.content.understood_models import Question


def questions_after(place: str, content: Content) -> tuple[Question, ...]:
    """Return the questions after a place such as `spine#card_age`, in the order of the file; mostly one or two."""
    return tuple(question for question in content.understood.questions if question.after == place)


def page_and_part(place: str) -> tuple[str, str]:
    """Return the page of a place and the part of it, as `?show=` of an address names it."""
    page, _, part = place.partition("#")
    return page, part


def sources_of(question: Question, content: Content) -> tuple[Source, ...]:
    """Return the sources of a question, in its order, from the source lists of all content."""
    known = {source.id: source for source in content.all_sources()}
    return tuple(known[name] for name in question.sources)


def labels_to(place: str, content: Content) -> tuple[Text, ...]:
    """Return the labels to tap, one after the other, that lead to a place on its page."""
    page, part = page_and_part(place)
    kind, _, name = part.partition("_")
    if page == "prevention":
        return tuple(section.label for section in content.prevention_page.sections if section.id == kind)
    words = content.spine.words
    section: Text = getattr(words, {"card": "cards", "scene": "scenes"}.get(kind, kind))
    return (section, *(scene.title for scene in content.spine.scenes if kind == "scene" and scene.id == name))
