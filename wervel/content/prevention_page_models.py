"""Typed models of the words of the prevention page; the items, cards and rulers on it stand in prevention_models.py."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wervel.content.models import Labelled, Model, Source, Sources
from wervel.content.prevention_models import Rule
from wervel.content.text import Text

Options = Annotated[tuple[Labelled, ...], Field(strict=False, min_length=2)]


class RuleName(Model):
    id: Rule
    label: Text


class TopWords(Model):
    """What is always one tap away."""

    alarm: Text
    flare: Text
    close: Text
    print: Text


class Notices(Model):
    waiting: Text
    kiosk: Text
    nostore: Text
    newer: Text
    set_aside: Text
    odd: Text
    alarm_first: Text
    to_check: Text
    not_kept: Text


class QuickQuestion(Model):
    id: str
    title: Text
    options: Options


class QuickWords(Model):
    title: Text
    help: Text
    questions: Annotated[tuple[QuickQuestion, ...], Field(strict=False, min_length=3)]
    change: Text
    check: Text
    close: Text


class Because(Model):
    """Why an item is on the list; `{word}` is what the person said, in the words of the question."""

    factor: Text
    limit: Text
    phase: Text
    leg: Text
    pain: Text
    flag: Text
    level: Text
    quick: Text
    age: Text
    kept_up: Text
    everybody: Text


class TodayWords(Model):
    title: Text
    lead: Text
    list: Text
    small: Text
    why: Text
    source: Text
    done: Text
    week: Text
    enough: Text
    swap: Text
    back: Text
    none: Text
    progress: Text
    all_done: Text


class ChartWords(Model):
    title: Text
    note: Text
    alt: Text


class WeekWords(Model):
    title: Text
    bars: ChartWords
    history: ChartWords
    rule: Text
    done: Text
    enough: Text
    week: Text
    streak: Text
    streak_more: Text
    streak_note: Text
    streak_none: Text
    empty: Text


class MoveWords(Model):
    title: Text
    lead: Text
    kinds_title: Text
    kinds: Annotated[tuple[Labelled, ...], Field(strict=False, min_length=6, max_length=6)]
    minutes_title: Text
    minutes: Text
    other: Text
    other_label: Text
    save: Text
    bad_minutes: Text
    today: Text
    yesterday: Text
    noted: Text
    nothing: Text
    remove: Text
    removed: Text
    undo: Text
    strength: Text
    strength_help: Text
    strength_done: Text


class NormWords(Model):
    title: Text
    minutes: Text
    strength: Text
    reached: Text
    any: Text
    chart: ChartWords
    week: Text
    minutes_column: Text
    strength_column: Text
    norm: Text
    to_exercises: Text
    sources: Sources


class WalkingWords(Model):
    title: Text
    lead: Text
    days: Text
    minutes: Text
    start: Text
    choose: Text
    now: Text
    each: Text
    spread: Text
    at_aim: Text
    bad_week: Text
    again: Text
    week: Text
    plan: Text
    done: Text
    chart: ChartWords
    sources: Sources


class WeightWords(Model):
    title: Text
    open: Text
    lead: Text
    units: Text
    metric: Text
    imperial: Text
    height_cm: Text
    height_feet: Text
    height_inches: Text
    weight_kg: Text
    weight_pounds: Text
    waist_cm: Text
    waist_inches: Text
    waist_help: Text
    traits: Text
    trait_options: Annotated[tuple[Labelled, ...], Field(strict=False, min_length=5, max_length=5)]
    show: Text
    bad_number: Text
    close: Text
    sources: Sources


class WeightSlips(Model):
    """Questions back: `{word}` is what was typed, `{n}` what may be meant."""

    missing_height: Text
    missing_weight: Text
    metres: Text
    feet: Text
    inches: Text
    digit: Text
    millimetres: Text
    centimetres: Text
    stone: Text
    kilograms: Text
    swapped: Text
    unlikely_height: Text
    unlikely_weight: Text
    unlikely_waist: Text
    take: Text


class WeightResults(Model):
    bmi: Text
    low: Text
    middle: Text
    over: Text
    high: Text
    pregnant: Text
    under18: Text
    limits: Text
    origin: Text
    muscle: Text
    over70: Text
    honest: Text
    five: Text
    five_pounds: Text
    waist_half: Text
    waist_less: Text
    moves: Text


class FlareWords(Model):
    title: Text
    lead: Text
    signs_title: Text
    signs: Options
    own_signs: Text
    helps_title: Text
    helps: Options
    own_helps: Text
    call_title: Text
    call: Text
    kept: Text
    show: Text
    plan_title: Text
    plan_lead: Text
    plan_signs: Text
    plan_helps: Text
    plan_call: Text
    plan_empty: Text
    plan_comfort: Text


class RulerWords(Model):
    title: Text
    scale: Text
    kept: Text
    clear: Text
    people: Text
    play: Text
    stop: Text
    round: Text
    as_text: Text
    steps: Text


class LifeWords(Model):
    title: Text
    lead: Text
    tips: Text
    ask: Text


class PreventionPage(Model):
    lead: Text
    sections_title: Text
    sections: Options
    rules: Annotated[tuple[RuleName, ...], Field(strict=False, min_length=4, max_length=4)]
    sources_title: Text
    top: TopWords
    notices: Notices
    quick: QuickWords
    because: Because
    today: TodayWords
    week: WeekWords
    move: MoveWords
    norm: NormWords
    walking: WalkingWords
    weight: WeightWords
    slips: WeightSlips
    results: WeightResults
    flare: FlareWords
    balance: RulerWords
    life: LifeWords
    sources: Annotated[tuple[Source, ...], Field(strict=False)]
