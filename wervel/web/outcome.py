"""What the outcome's template shows: words for an `Outcome`, in the reader's language and the country's."""

from __future__ import annotations

from collections.abc import Mapping

from wervel.assessment import Answers, Outcome
from wervel.content import Content, Text, content
from wervel.content.models import Advice, Flag, Source
from wervel.emergency import numbers_of
from wervel.i18n import Translator, translator, usable
from wervel.modes import MODE_DEFAULT
from wervel.web.visit import page_url


def outcome_values(
    outcome: Outcome, answers: Answers, words: Translator, country: str, query: Mapping[str, str]
) -> dict[str, object]:
    """Return the values of `outcome.html` for this outcome, reader and country (ISO 3166-1 alpha-2)."""
    all_content = content()
    level = next(each for each in all_content.levels.levels if each.id == outcome.level)
    flags = {flag.id: flag for flag in all_content.red_flags.flags}
    # In a waiting room the desk is nearer than any phone.
    desk = next((each for each in all_content.kiosk.desk if each.id == level.id and query.get("mode") == "kiosk"), None)
    phase = next((each for each in all_content.course.phases if each.id == outcome.phase), None)
    advice = [each for name in outcome.advice for each in all_content.advice.advice if each.id == name]
    return {
        "outcome": outcome,
        "level": level,
        "contact": desk or next((each for each in all_content.levels.contacts if each.id == outcome.contact), None),
        "numbers": numbers_of(country, all_content.emergency),
        "why": _why(outcome, flags, all_content),
        "notes": [flags[name].note for name in outcome.notes if level.id in {"G", "N", "U"}],
        "card": card_lines(outcome, answers, all_content) if "card" in level.shows else [],
        "pair": pair(words, country, all_content),
        "phase": phase,
        "sources": _cited(outcome, all_content) if "advice" in level.shows else [],
        "advice": advice[: all_content.advice.most],
        "more_advice": advice[all_content.advice.most :],
        "factors": [each for each in all_content.factors.factors if each.id in outcome.factors],
        "net_signs": [flags[name] for name in all_content.levels.net.signs],
        "net_emergency": [flags[name] for name in all_content.levels.net.emergency_signs],
        "url": lambda page: page_url(
            page, lang=query["lang"], mode=query.get("mode", MODE_DEFAULT), beside=query.get("with", "")
        ),
        "filled": filled,
    }


def filled(reader: Translator, line: Text, given: Mapping[str, Text]) -> str:
    """Return a line of the card in a reader's language, the texts in it too."""
    return reader.text(line, **{name: reader.text(text) for name, text in given.items()})


def pair(words: Translator, country: str, all_content: Content) -> list[Translator]:
    """Return the languages of the card: the person's, and the country's when it is another that we have.

    A country whose languages we lack gets English, which many helpers read.
    """
    local = numbers_of(country, all_content.emergency).languages
    codes = usable()
    if words.code in local:
        return [words]
    second = next((code for code in local if code in codes), "en")
    return [words] if second == words.code else [words, translator(second)]


def card_lines(outcome: Outcome, answers: Answers, all_content: Content) -> list[tuple[Text, dict[str, Text]]]:
    """Return the card's sentences: (text, texts to fill in), the signs first, then what the person doubts."""
    lines: list[tuple[Text, dict[str, Text]]] = []
    for flag in all_content.red_flags.flags:
        if flag.id in outcome.signs:
            lines.append((flag.card, {}))
        lines += [(each.card, {}) for each in flag.follow_ups if each.id in outcome.signs and each.card]
    unsure = [flag for flag in all_content.red_flags.flags if flag.id in outcome.unsure]
    lines += [(all_content.levels.card.unsure, {"sign": flag.label}) for flag in unsure]
    duration = next(
        (each for each in all_content.questions.duration.options if each.weeks == answers.duration_weeks), None
    )
    if duration is not None:
        lines.append((all_content.levels.card.since, {"duration": duration.label}))
    return lines


def _why(outcome: Outcome, flags: Mapping[str, Flag], all_content: Content) -> Text:
    """One sentence: the first sign that gives the level; being unsure has a sentence of its own."""
    if not outcome.because:
        return all_content.levels.none_why
    sure = [name for name in outcome.because if name not in outcome.unsure]
    return flags[sure[0]].why if sure else all_content.levels.unsure_why


def _cited(outcome: Outcome, all_content: Content) -> list[Source]:
    shown: list[Advice] = [each for each in all_content.advice.advice if each.id in outcome.advice]
    names = {name for each in shown for name in each.sources}
    phases = [each for each in all_content.course.phases if each.id == outcome.phase]
    names |= {name for each in phases for name in each.sources} | set(all_content.course.again_sources)
    by_id = {each.id: each for each in (*all_content.advice.sources, *all_content.course.sources)}
    return [by_id[name] for name in sorted(names)]
