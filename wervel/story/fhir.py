"""The story as HL7 FHIR R4: a Bundle with a QuestionnaireResponse and Observations. Pure: data for JSON.

Nobody is named: no subject, no author; who puts it into a record connects it with the person. Answers are codes of
our own (`CODES`) with the text a person reads; standard codes stand only where they surely mean the same
(docs/story.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from wervel.content import Content
from wervel.content.models import Factor, Option
from wervel.diary.change import WEEK, Change, own_change
from wervel.diary.days import Day
from wervel.i18n import Translator
from wervel.insight_words import own_names
from wervel.story.model import Story
from wervel.story.words import Section, lines

Json = dict[str, Any]

#: Our own codes: the ids of `content/`. A name that is ours alone and needs no web address to stay true.
CODES = "urn:uuid:6f2f7f3e-6a57-5d0c-9a0b-0d0b5f0c7a51"
LOINC = "http://loinc.org"
#: "Pain severity - 0-10 verbal numeric rating [Score] - Reported", looked up on 2026-11-28.
PAIN_NOW = {
    "system": LOINC,
    "code": "72514-3",
    "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
}
_ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
_ASKED = {"unknown": ("asked-unknown", "Asked But Unknown"), "private": ("asked-declined", "Asked But Declined")}
_CATEGORY = {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}
#: The parts whose lines are what the person wrote.
_OWN_WORDS = ("own", "notes")


def fhir(
    story: Story,
    reader: Translator,
    content: Content,
    *,
    made: datetime,
    own_words: str,
    new_id: Callable[[], UUID] = uuid4,
) -> Json:
    """Return the Bundle, texts in the reader's language.

    made: the moment, with its time zone. own_words: says, in the reader's language, that a text is the person's own
    and in which language the app was. The person's questions are not in it: the browser adds them
    (`static/story.js`), because Python never sees them.
    """
    stamp = made.isoformat(timespec="seconds")
    resources = [
        _response(story, reader, content, stamp, own_words),
        *(each | {"issued": stamp} for each in _observations(story, reader, content, own_words)),
    ]
    entries = []
    for resource in resources:
        name = str(new_id())
        head = {"resourceType": resource["resourceType"], "id": name, "language": reader.code}
        entries.append({"fullUrl": f"urn:uuid:{name}", "resource": head | resource})
    return {
        "resourceType": "Bundle",
        "id": str(new_id()),
        "language": reader.code,
        "type": "collection",
        "timestamp": stamp,
        "entry": entries,
    }


def _response(story: Story, reader: Translator, content: Content, stamp: str, own_words: str) -> Json:
    items = []
    for section in lines(story, reader, content):
        own = f" ({own_words})" if section.part in _OWN_WORDS else ""
        items.append({"linkId": section.part, "text": section.title + own} | _answers(section, story, reader, content))
    status = "in-progress" if story.having("open") else "completed"
    response: Json = {"resourceType": "QuestionnaireResponse", "status": status, "authored": stamp}
    return response | ({"item": items} if items else {})


def _answers(section: Section, story: Story, reader: Translator, content: Content) -> Json:
    """Return what an item of the response holds: answers, or items of its own."""
    questions, t = content.questions, reader.text
    match section.part:
        case "signs" | "intimate":
            return {"item": list(_signs(story, reader, content))}
        case "where":
            return _coded(story.zones, questions.zones, reader)
        case "limits":
            return _coded(story.limits, questions.limits.options, reader)
        case "factors":
            return _coded(story.factors, content.factors.factors, reader)
        case "leg":
            return _coded([str(story.leg)], questions.leg_pain.options, reader)
        case "pain":
            pairs = (
                ("pain_now", questions.pain.now, story.pain_now),
                ("pain_worst", questions.pain.worst, story.pain_worst),
            )
            return {"item": [_item(link, t(text), {"valueInteger": n}) for link, text, n in pairs if n is not None]}
        case "since":
            return {"item": list(_since(story, reader, content))}
        case _:
            texts = [": ".join(filter(None, _ordered(line.own, line.text, section.part))) for line in section.lines]
            return {"answer": [{"valueString": text} for text in texts]}


def _ordered(own: str, text: str, part: str) -> tuple[str, str]:
    return (own, text) if part == "own" else (text, own)


def _signs(story: Story, reader: Translator, content: Content) -> Iterator[Json]:
    labels = {flag.id: flag.label for flag in content.red_flags.flags}
    labels |= {each.id: each.label for flag in content.red_flags.flags for each in flag.follow_ups}
    for sign in story.signs:
        if sign.answer == "open":
            continue  # not asked: an item without an answer would say that it was
        if sign.answer in _ASKED:
            code, display = _ASKED[sign.answer]
            value: Json = {"valueCoding": {"system": _ABSENT, "code": code, "display": display}}
        else:
            value = {"valueBoolean": sign.answer == "yes"}
        yield _item(sign.id, reader.text(labels[sign.id]), value)


def _since(story: Story, reader: Translator, content: Content) -> Iterator[Json]:
    ask = content.questions.duration
    if story.since is not None:
        yield {"linkId": "duration", "text": reader.text(ask.title)} | _coded([story.since], ask.options, reader)
    if story.before is not None:
        yield _item("before", reader.text(ask.before), {"valueBoolean": story.before})


def _item(link: str, text: str, value: Json) -> Json:
    return {"linkId": link, "text": text, "answer": [value]}


def _coded(chosen: Iterable[str], known: Iterable[Option | Factor], reader: Translator) -> Json:
    labels = {each.id: reader.text(each.label) for each in known}
    return {"answer": [{"valueCoding": {"system": CODES, "code": name, "display": labels[name]}} for name in chosen]}


# --- observations -----------------------------------------------------------------------------------------------------


def _observations(story: Story, reader: Translator, content: Content, own_words: str) -> Iterator[Json]:
    says, t = content.story.sheet, reader.text
    if story.pain_now is not None:
        yield _observation(t(content.questions.pain.now), "pain_now", story.pain_now, standard=PAIN_NOW)
    if story.pain_worst is not None:
        yield _observation(t(says.file_worst), "pain_worst_week", story.pain_worst)
    seen = story.seen
    if seen and "change" in story.parts and seen.change:
        first, last = seen.known[: seen.first], seen.known[seen.first :][-WEEK:]
        yield _observation(t(says.file_began), "pain_mean_first", seen.change.began, days=first)
        latest = _observation(t(says.file_latest), "pain_mean_latest", seen.change.now, days=last)
        meaning = getattr(content.insight.visit, seen.change.verdict)
        coding = {"system": CODES, "code": seen.change.verdict, "display": t(meaning)}
        yield latest | {"interpretation": [{"coding": [coding], "text": t(meaning)}]}
    if seen and "own" in story.parts:
        for name, label in own_names(seen).items():
            change: Change | None = own_change(seen.known, name)
            scores = [day.own[name] for day in seen.shown if name in day.own]
            now = change.now if change else sum(scores) / len(scores)
            yield _observation(t(says.file_own), "own_activity", now) | {"note": [{"text": f"{label} ({own_words})"}]}


def _observation(text: str, code: str, value: float, *, standard: Json | None = None, days: Iterable[Day] = ()) -> Json:
    dates: list[date] = [day.date for day in days]
    period = {"effectivePeriod": {"start": dates[0].isoformat(), "end": dates[-1].isoformat()}} if dates else {}
    own = {"system": CODES, "code": code, "display": text}
    score = round(value, 1)
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [_CATEGORY]}],
        "code": {"coding": [*([standard] if standard else []), own], "text": text},
        **period,
        "valueQuantity": {
            "value": int(score) if score == int(score) else score,
            "unit": "{score}",
            "system": "http://unitsofmeasure.org",
            "code": "{score}",
        },
    }
