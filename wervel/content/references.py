"""References between and within the content files: each must lead somewhere, each id must be unique."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from wervel.content.load import ContentError, line_of
from wervel.content.prevention_models import QUICK_FACTS
from wervel.content.text import located

if TYPE_CHECKING:
    from wervel.content import Content


class Reference(NamedTuple):
    """`target` as it stands in file `stem`, expected to be one of `known`, which are `what`."""

    stem: str
    target: str
    known: frozenset[str]
    what: str


def check(content: Content, folder: Path) -> None:
    """Raise ContentError when an id stands twice in its list, or a reference leads nowhere."""
    for stem, location, path in _repeated(content):
        file = folder / f"{stem}.yaml"
        raise ContentError(file, line_of(_node(file), location), path, "each id only once")
    for reference in _references(content, folder):
        if reference.target not in reference.known:
            line = _line(folder, reference.stem, reference.target)
            raise ContentError(
                folder / f"{reference.stem}.yaml", line, reference.target, f"the id of {reference.what} expected"
            )


def _repeated(content: Content) -> Iterator[tuple[str, tuple[int | str, ...], str]]:
    """Yield (stem, location, path) of each item whose id another one before it in the same list has."""
    for stem in vars(content):
        for location, value in located(getattr(content, stem)):
            if isinstance(value, tuple):
                names = [getattr(item, "id", None) or getattr(item, "code", None) for item in value]
                for index, name in enumerate(names):
                    if name is not None and name in names[:index]:
                        yield stem, (*location, index), ".".join(str(part) for part in (*location, name))


def _ids(items: Iterable[object]) -> frozenset[str]:
    return frozenset(item.id for item in items)  # type: ignore[attr-defined]


def _references(content: Content, folder: Path) -> Iterator[Reference]:
    flags = content.red_flags.flags
    answers = _ids(flags) | frozenset(follow_up.id for flag in flags for follow_up in flag.follow_ups)
    pages = _ids(content.pages.pages)
    drawings = frozenset(path.stem for path in (folder / "illustrations").glob("*.svg"))
    for flag in flags:
        yield Reference("red_flags", flag.group, _ids(content.red_flags.groups), "a group")
        if flag.contact:
            yield Reference("red_flags", flag.contact, _ids(content.levels.contacts), "a contact of levels.yaml")
        if flag.picture:
            yield Reference("red_flags", flag.picture, drawings, "a drawing in illustrations/")
        for rule in flag.rules:
            for name in (*rule.when.any, *rule.when.of) if rule.when else ():
                yield Reference("red_flags", name, answers, "a sign or follow-up")
    for name in (*content.levels.net.signs, *content.levels.net.emergency_signs):
        yield Reference("levels", name, _ids(flags), "a sign of red_flags.yaml")
    for factor in content.factors.factors:
        yield Reference("factors", factor.read, pages, "a page of pages.yaml")
    for card in content.pages.home.cards:
        yield Reference("pages", card.id, pages, "a page")
    facts = known_facts(content)
    for advice in content.advice.advice:
        for fact in advice.when:
            yield Reference("advice", fact, facts, "an answer")
        for source in advice.sources:
            yield Reference("advice", source, _ids(content.advice.sources), "a source")
    yield from _spine_references(content, drawings, pages)
    yield from _prevention_references(content)
    yield from _understood_references(content, drawings, answers)
    for exercise in content.exercises.exercises:
        stills = frozenset(frame.id for frame in exercise.frames if frame.shown)
        yield Reference("exercises", exercise.picture, stills, "a key frame that is shown")
    for sources in (content.exercises.general, *(exercise.sources for exercise in content.exercises.exercises)):
        for source in sources:
            yield Reference("exercises", source, _ids(content.exercises.sources), "a source")
    cited = [source for phase in content.course.phases for source in phase.sources]
    for source in (*cited, *content.course.again_sources):
        yield Reference("course", source, _ids(content.course.sources), "a source")


def _spine_references(content: Content, drawings: frozenset[str], pages: frozenset[str]) -> Iterator[Reference]:
    spine, charts = content.spine, content.charts
    own = _ids(spine.sources)
    for layered in spine.parts:
        yield Reference("spine", layered.layer, _ids(spine.layers), "a layer")
    for step in spine.story:
        if step.drawing:
            yield Reference("spine", step.drawing, drawings, "a drawing in illustrations/")
    cited = [each.sources for group in (spine.parts, spine.story, spine.cards) for each in group]
    for sources in cited + [each.sources for each in spine.treatments]:
        for source in sources:
            yield Reference("spine", source, own, "a source")
    topics = _ids(content.leaflet_page.words.topics)
    for card in spine.cards:
        for topic in card.topics:
            yield Reference("spine", topic, topics, "a topic of leaflet_page.yaml")
    for chart in (charts.course, charts.scans, charts.people):
        for source in chart.sources:
            yield Reference("charts", source, _ids(charts.sources), "a source")
    leaflet_sources, told = _ids(content.leaflet_sources), places(content) | pages
    for block, statement in content.blocks():
        for source in statement.sources:
            yield Reference(f"leaflets/{block}", source, leaflet_sources, "a source")
        yield Reference(f"leaflets/{block}", statement.told_at, told, "a place in the app")


def _prevention_references(content: Content) -> Iterator[Reference]:
    facts = person_facts(content)
    for item in content.prevention.items:
        for fact in (*item.fits, *item.not_for):
            yield Reference("prevention", fact, facts, "an answer")
    helps = _ids(content.balance.helps)
    for ruler in content.balance.rulers:
        for name in ruler.helps:
            yield Reference("balance", name, helps, "a help")
    balance = content.balance
    for stem, cited, listed in (
        ("prevention", [item.sources for item in content.prevention.items], content.prevention.sources),
        ("life_cards", [card.sources for card in content.life_cards.cards], content.life_cards.sources),
        ("balance", [*(each.sources for each in balance.helps), balance.breathing.sources], balance.sources),
    ):
        for source in (source for sources in cited for source in sources):
            yield Reference(stem, source, _ids(listed), "a source")
    page = content.prevention_page
    for part in (page.norm, page.walking, page.weight):
        for source in part.sources:
            yield Reference("prevention_page", source, _ids(page.sources), "a source")
    countries = frozenset(country.code for country in content.emergency.countries)
    for country in content.helplines.countries:
        yield Reference("helplines", country.code, countries, "a country of emergency.yaml")


def _understood_references(content: Content, drawings: frozenset[str], answers: frozenset[str]) -> Iterator[Reference]:
    known, sources = explained(content), _ids(content.all_sources())
    for question in content.understood.questions:
        yield Reference("understood", question.after, known, "a place that explains")
        for picture in (question.picture, *(answer.picture for answer in question.answers)):
            yield Reference("understood", picture, drawings, "a drawing in illustrations/")
        for name in question.signs:
            yield Reference("understood", name, answers, "a sign or follow-up")
        for source in question.sources:
            yield Reference("understood", source, sources, "a source")


def explained(content: Content) -> frozenset[str]:
    """Return every place after which questions may stand, e.g. `spine#card_age`: where the pages show them."""
    spine = content.spine
    found = {f"spine#card_{card.id}" for card in spine.cards} | {f"spine#scene_{scene.id}" for scene in spine.scenes}
    found |= {f"spine#{name}" for name in ("story", "care", "treatments", "charts")}
    found |= {f"prevention#{name}" for name in ("move", "exercises", "balance", "notice")}
    return frozenset(found | {f"prevention#life_{card.id}" for card in content.life_cards.cards})


def places(content: Content) -> frozenset[str]:
    """Return every place on the spine page that `told_at` may name, e.g. `spine#card_hernia`."""
    spine = content.spine
    named = {
        "part": spine.parts,
        "scene": spine.scenes,
        "story": spine.story,
        "card": spine.cards,
        "care": spine.care,
        "treatment": spine.treatments,
    }
    found = {f"spine#{kind}_{name}" for kind, items in named.items() for name in _ids(items)}
    found |= {"spine#care_visit", "spine#care_prepare"}
    return frozenset(found | {f"spine#chart_{name}" for name in type(content.charts).model_fields if name != "sources"})


def known_facts(content: Content) -> frozenset[str]:
    """Return every name that `when` of an advice may use, e.g. `limit:sitting`."""
    questions = content.questions
    named = {
        "level": _ids(content.levels.levels),
        "phase": _ids(content.course.phases),
        "limit": _ids(questions.limits.options),
        "factor": _ids(content.factors.factors),
        "leg": _ids(questions.leg_pain.options),
        "pain": frozenset({"high"}),
        "flag": _ids(content.red_flags.flags),
    }
    return frozenset(f"{kind}:{name}" for kind, names in named.items() for name in names)


def person_facts(content: Content) -> frozenset[str]:
    """Return every name that `fits` and `not_for` of a prevention item may use: answers, quick questions and age."""
    return known_facts(content) | QUICK_FACTS


def _node(file: Path) -> yaml.Node | None:
    return yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)


def _line(folder: Path, stem: str, word: str) -> int:
    """Return the first line where `word` stands as a value."""
    scalars = _scalars(_node(folder / f"{stem}.yaml"))
    return next((scalar.start_mark.line + 1 for scalar in scalars if scalar.value == word), 1)


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _scalars(value)
