"""The story in words, for a reader of any language. Pure; the views only lay it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from wervel import visit_words
from wervel.content import Content, Text
from wervel.content.models import Factor, Option
from wervel.content.story_models import PartId
from wervel.i18n import Translator
from wervel.story.model import Story
from wervel.visit_words import Picture

Mark = Literal["yes", "unknown", "private", "no", "open", ""]


@dataclass(frozen=True)
class Line:
    """A line: text in the reader's language, `own` as the person wrote it. mark: how a sign was answered."""

    text: str
    own: str = ""
    mark: Mark = ""


@dataclass(frozen=True)
class Section:
    """A part of the sheet. aside: lines that are folded on a screen and left out on paper. soft: small print."""

    part: PartId
    title: str
    lines: tuple[Line, ...] = ()
    aside: tuple[Line, ...] = ()
    soft: tuple[str, ...] = ()
    picture: Picture | None = None


def lines(story: Story, reader: Translator, content: Content) -> tuple[Section, ...]:
    """Return the sheet's sections for a reader, in order; "questions" is not among them: it stays in the browser."""
    titles = {part.id: reader.text(part.title) for part in content.story.parts}
    made: dict[PartId, Callable[[Story, Translator, Content], Section]] = {
        "signs": _signs, "intimate": _signs, "where": _where, "pain": _pain, "since": _since, "leg": _leg,
        "limits": _limits, "factors": _factors, "change": _change, "own": _own, "notes": _notes,
    }  # fmt: skip
    parts = [part for part in story.parts if part in made]
    if "signs" in parts and "intimate" in parts:
        parts.remove("intimate")  # told among the signs
    sections = [made[part](story, reader, content) for part in parts]
    return tuple(
        Section(part, titles[part], each.lines, each.aside, each.soft, each.picture)
        for part, each in zip(parts, sections, strict=True)
    )


def language_name(code: str, native: str, reader: Translator) -> str:
    """Return the name of a language in the reader's language, its own name where CLDR has none."""
    return str(reader.locale.languages.get(code.replace("-", "_")) or native)


def _signs(story: Story, reader: Translator, content: Content) -> Section:
    says, t = content.story.sheet, reader.text
    cards = dict(_cards(content))
    labels = dict(_labels(content))
    yes = [Line(t(cards[name]), mark="yes") for name in story.having("yes")]
    unsure = [Line(t(labels[name]), mark="unknown") for name in story.having("unknown")]
    private = [Line(t(labels[name]), mark="private") for name in story.having("private")]
    no, still = story.having("no"), story.having("open")
    if "signs" not in story.parts:  # only the private one: it stands for itself
        return Section("intimate", "", (*yes, *unsure, *private, *(Line(t(labels[name]), mark="no") for name in no)))
    soft = [t(says.others_no, n=reader.number(len(no)))] if no else []
    soft += [t(says.not_asked, n=reader.number(len(still)))] if still else []
    soft += [] if "intimate" in story.parts else [t(says.no_intimate)]
    return Section(
        "signs",
        "",
        (*(yes or [Line(t(says.none_yes))]), *unsure, *private),
        (*(Line(t(labels[name]), mark="no") for name in no), *(Line(t(labels[name]), mark="open") for name in still)),
        tuple(soft),
    )


def _cards(content: Content) -> Iterable[tuple[str, Text]]:
    """Yield each sign and follow-up as the sentence that a person says about it."""
    for flag in content.red_flags.flags:
        yield flag.id, flag.card
        yield from ((each.id, each.card or each.label) for each in flag.follow_ups)


def _labels(content: Content) -> Iterable[tuple[str, Text]]:
    for flag in content.red_flags.flags:
        yield flag.id, flag.label


def _where(story: Story, reader: Translator, content: Content) -> Section:
    return _named("where", story.zones, content.questions.zones, reader)


def _limits(story: Story, reader: Translator, content: Content) -> Section:
    return _named("limits", story.limits, content.questions.limits.options, reader)


def _factors(story: Story, reader: Translator, content: Content) -> Section:
    return _named("factors", story.factors, content.factors.factors, reader)


def _leg(story: Story, reader: Translator, content: Content) -> Section:
    return _named("leg", (str(story.leg),), content.questions.leg_pain.options, reader)


def _named(part: PartId, chosen: Iterable[str], known: Iterable[Option | Factor], reader: Translator) -> Section:
    labels = {each.id: each.label for each in known}
    return Section(part, "", tuple(Line(reader.text(labels[name])) for name in chosen))


def _pain(story: Story, reader: Translator, content: Content) -> Section:
    says = content.story.sheet
    told = ((says.now, story.pain_now), (says.worst, story.pain_worst))
    found = tuple(Line(reader.text(text, n=reader.number(n))) for text, n in told if n is not None)
    return Section("pain", "", found, soft=(reader.text(says.scale),))


def _since(story: Story, reader: Translator, content: Content) -> Section:
    says, t, found = content.story.sheet, reader.text, []
    option = next((each for each in content.questions.duration.options if each.id == story.since), None)
    if option:
        found.append(Line(t(says.began, duration=t(option.label))))
    if story.before is not None:
        found.append(Line(t(says.before_yes if story.before else says.before_no)))
    return Section("since", "", tuple(found))


def _change(story: Story, reader: Translator, content: Content) -> Section:
    assert story.seen is not None  # noqa: S101 a part of the diary is there only with one
    picture = visit_words.picture(story.seen, reader)
    soft = (visit_words.period(story.seen, reader), *([picture.band] if picture.band else []))
    return Section("change", "", tuple(Line(each) for each in picture.says), soft=soft, picture=picture)


def _own(story: Story, reader: Translator, content: Content) -> Section:
    return _visit_part("own", story, reader)


def _notes(story: Story, reader: Translator, content: Content) -> Section:
    return _visit_part("notes", story, reader)


def _visit_part(part: Literal["own", "notes"], story: Story, reader: Translator) -> Section:
    """The same lines as on the page for a visit; what a person wrote stays apart from what we say."""
    assert story.seen is not None  # noqa: S101
    (told,) = visit_words.parts(story.seen, reader, [part])
    found = (Line(value, own=name) if part == "own" else Line(name, own=value) for name, value in told.lines)
    return Section(part, "", tuple(found), soft=tuple(each for each in (told.soft, told.more) if each))
