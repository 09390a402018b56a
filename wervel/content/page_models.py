"""Typed models of the words around the content: pages, shell, Streamlit's strings, emergency numbers, languages."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from wervel.content.models import Digits, Id, LanguageCode, Model, Url
from wervel.content.text import Text


class Page(Model):
    id: Id
    bar: Text
    title: Text


class HomeCard(Model):
    id: Id
    title: Text
    text: Text


class HomeWords(Model):
    hero: Text
    lead: Text
    start: Text
    resume: Text
    frame: Text
    cards: Annotated[tuple[HomeCard, ...], Field(strict=False)]
    about: Text


class AssessmentWords(Model):
    lead: Text
    frame: Text
    stays: Text
    start: Text
    next: Text
    back: Text
    choose_first: Text
    unsure: Text
    unsure_ask: Text
    follow_up: Text
    early: Text
    to_outcome: Text
    or_go_on: Text
    progress: Text
    edit: Text
    start_over: Text
    start_over_ask: Text
    start_over_yes: Text
    erase: Text
    erase_ask: Text
    erase_yes: Text
    erased: Text
    cancel: Text
    restored: Text
    set_aside: Text
    not_kept: Text
    why: Text
    course: Text
    factors: Text
    read_on: Text
    sources: Text
    skip: Text


class AboutWords(Model):
    purpose_title: Text
    purpose: Text
    reviewed_title: Text
    reviewed: Text
    states_title: Text
    states: Text
    states_source: Text
    states_read: Text
    states_unread: Text
    states_checked: Text
    states_unchecked: Text
    privacy_title: Text
    privacy: Text
    erase_title: Text
    erase: Text
    sources_title: Text
    licence_title: Text
    licence: Text
    version: Text


class EmergencyWords(Model):
    title: Text
    call: Text
    place: Text
    change: Text
    choose: Text
    save: Text
    ambulance: Text
    urgent: Text
    call_if: Text
    doctor_if: Text
    not_for: Text
    close: Text


class ErrorWords(Model):
    title: Text
    text: Text
    reload: Text
    urgent: Text


class ChromeWords(Model):
    home: Text
    language: Text
    menu: Text
    skip: Text
    loading: Text
    noscript: Text
    late: Text
    offline: Text


class Pages(Model):
    pages: Annotated[tuple[Page, ...], Field(strict=False, min_length=1)]
    home: HomeWords
    assessment: AssessmentWords
    about: AboutWords
    emergency: EmergencyWords
    error: ErrorWords
    chrome: ChromeWords


class BuiltIn(Model):
    """One string of Streamlit's own (`shows`, as its files have it) and what a person reads in its place."""

    id: Id
    shows: str
    text: Text


class BuiltIns(Model):
    strings: Annotated[tuple[BuiltIn, ...], Field(strict=False, min_length=1)]


Sure = Literal["looked_up", "knowledge"]


class EmergencyNumbers(Model):
    """Numbers to dial in one country; `urgent_care` is a nationwide number for medical advice out of hours."""

    emergency: Digits
    languages: Annotated[tuple[LanguageCode, ...], Field(strict=False, min_length=1)]
    source: Url
    checked_on: date
    sure: Sure
    ambulance: Digits | None = None
    urgent_care: Digits | None = None


class Country(EmergencyNumbers):
    code: str = Field(pattern=r"^[A-Z]{2}$")


class Emergency(Model):
    fallback: EmergencyNumbers
    countries: Annotated[tuple[Country, ...], Field(strict=False, min_length=1)]


class Language(Model):
    """A language of the app; `locale` says whose dates and numbers it uses (CLDR).

    colon: what stands between a label and its value, with the space before it that French has (CLDR knows none).
    """

    code: LanguageCode
    name: str = Field(min_length=1)
    dir: Literal["ltr", "rtl"]
    locale: str
    state: Literal["shipped", "draft"]
    colon: str = ":"


class Languages(Model):
    default: LanguageCode
    languages: Annotated[tuple[Language, ...], Field(strict=False, min_length=1)]
