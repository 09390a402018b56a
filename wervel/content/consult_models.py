"""Typed models of the words of the consultation: the bar for two languages, print, the page of the diary."""

from __future__ import annotations

from wervel.content.models import Model
from wervel.content.text import Text


class SidesWords(Model):
    """The bar for two languages side by side; `{language}` is a language's own name."""

    title: Text
    second: Text
    none: Text
    show: Text
    swap: Text
    options: Text
    bigger: Text
    smaller: Text
    size: Text
    hint: Text
    print: Text
    close: Text
    sources: Text


class ConsultDiary(Model):
    """What the diary page says in a consultation."""

    title: Text
    text: Text
    own: Text
    address: Text
    code: Text


class Consult(Model):
    sides: SidesWords
    diary: ConsultDiary
