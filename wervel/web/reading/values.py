"""What each page of the reading edition shows besides the words around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from markupsafe import Markup

from wervel import sides
from wervel.assessment.by_level import Entry, by_level
from wervel.content import Content, Text, content
from wervel.content.models import Contact, Flag, FollowUp, Source
from wervel.content.prevention_models import Item
from wervel.web import told
from wervel.web.exercise_assets import still_url
from wervel.web.outcome import pair
from wervel.web.part_assets import part_url
from wervel.web.reading.places import read_url
from wervel.web.render import render
from wervel.web.visit import Visit

#: Levels of which a sign belongs on the card that a person shows.
ON_THE_CARD = ("E0", "E1", "U")

Values = dict[str, object]


def values(visit: Visit) -> Values:
    """Return the values of the template of a page of the reading edition, its sources among them."""
    return _VALUES[visit.page](visit)


def _home(visit: Visit) -> Values:
    return {"sources": ()}


def _assessment(visit: Visit) -> Values:
    book = content()
    signs_by_level = by_level(book.red_flags)
    shown = {entry.flag.id for level in ON_THE_CARD for entry in signs_by_level[level]}  # type: ignore[index]
    return {
        "title": book.reading.assessment.title,
        "lead": book.reading.assessment.lead,
        "signs_by_level": signs_by_level,
        "sentence": sentence,
        "contact_of": contact_of,
        "pair": pair(visit.translator, visit.country, book),
        "card_flags": [flag for flag in book.red_flags.flags if flag.id in shown],
        "sources": (*book.advice.sources, *book.course.sources),
    }


def sentence(sign: Flag | FollowUp) -> Text:
    """Return a sign as a person says it; of a follow-up the words of its question."""
    return sign.card if isinstance(sign, Flag) else sign.label


def contact_of(entry: Entry) -> Contact | None:
    """Return whom to call for a sign when that is not the doctor."""
    return next((each for each in content().levels.contacts if each.id == entry.flag.contact), None)


def _prevention(visit: Visit) -> Values:
    book, words = content(), visit.translator
    page = book.prevention_page
    people = render(
        "prevention_people.html",
        words,
        lines=told.people_lines(visit.country),
        crisis=True,
        headed=False,
        number=visit.numbers.emergency,
        spoken=told.spoken,
    )
    labels = {section.id: section.label for section in page.sections}
    return {
        "lead": page.lead,
        "contents": [
            ("today", book.reading.prevention.list),
            *((name, labels[name]) for name in ("exercises", "balance", "notice", "life")),
        ],
        "signs": told.signs(),
        "still": still_url,
        "waits": lambda item: waits(item, book),
        "people": Markup(people),  # noqa: S704 our own template
        "understood": no_questions,
        "cited": lambda names: told.cited(names, (*book.balance.sources, *book.life_cards.sources)),
        "sources": (*book.prevention.sources, *book.exercises.sources),
    }


def no_questions(place: str) -> str:
    """Return what stands in for the picture questions after an explanation: nothing, because they need a script."""
    del place
    return ""


def waits(item: Item, book: Content) -> list[Text]:
    """Return in words when an item is not for somebody; the levels are left out: the page says that at its top."""
    flags = {flag.id: flag.card for flag in book.red_flags.flags}
    named: dict[str, Mapping[str, Text]] = {
        "flag": flags,
        "factor": {factor.id: factor.label for factor in book.factors.factors},
        "phase": {"acute": book.reading.prevention.acute},
        "pain": {"high": book.reading.prevention.strong},
    }
    found = [fact.partition(":") for fact in item.not_for]
    return [named[kind][name] for kind, _, name in found if kind != "level" and f"{kind}:{name}" not in _TWICE]


#: Said by a sign already.
_TWICE = ("factor:pregnancy",)


def _spine(visit: Visit) -> Values:
    book, words = content(), visit.translator
    names = ("story", "parts", "scenes", "cards", "care", "treatments", "charts")
    return {
        "title": book.spine.intro.title,
        "lead": book.spine.intro.lead,
        "contents": [(name, getattr(book.spine.words, name)) for name in names],
        "part_url": part_url,
        "said": told.said_by_topic,
        "understood": no_questions,
        "cited": lambda card: told.cited(card.sources, content().spine.sources),
        "url": lambda page, topic: read_url(visit.language, page, f"topic_{topic}"),
        "charts": [
            ("course", book.charts.course, told.course_table(words, words.text)),
            ("scans", book.charts.scans, told.scans_table(words, words.text)),
            (
                "people",
                book.charts.people,
                told.people_table(words, partial(sides.say, words)),
            ),
        ],
        "sources": _once((*book.spine.sources, *book.charts.sources)),
    }


def _diary(visit: Visit) -> Values:
    page = content().diary.page
    return {"title": page.title, "lead": page.lead, "sources": ()}


def _leaflets(visit: Visit) -> Values:
    book = content()
    words = book.leaflet_page.words
    by_topic = [(topic, [each for each in book.statements if each.topic == topic.id]) for topic in words.topics]
    topics = [(topic, statements) for topic, statements in by_topic if statements]

    def place(told_at: str) -> str:
        page, _, anchor = told_at.partition("#")
        return read_url(visit.language, page, anchor)

    return {
        "title": words.title,
        "lead": words.lead,
        "contents": [(f"topic_{topic.id}", topic.label) for topic, _ in topics],
        "topics": topics,
        "leaflet_sources": {source.id: source for source in book.leaflet_sources},
        "place": place,
        "sources": (),
    }


def _about(visit: Visit) -> Values:
    return {
        "lead": content().pages.about.purpose,
        "all_sources": told.all_sources(),
        "states": told.safety_states(visit.translator),
        "sources": (),
    }


def _once(sources: tuple[Source, ...]) -> list[Source]:
    return list({source.id: source for source in sources}.values())


_VALUES: dict[str, Callable[[Visit], Values]] = {
    "home": _home,
    "assessment": _assessment,
    "prevention": _prevention,
    "spine": _spine,
    "diary": _diary,
    "leaflets": _leaflets,
    "about": _about,
}
