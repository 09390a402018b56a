"""Typed models of the words around reading aloud."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wervel.content.models import Model
from wervel.content.text import Text


class AddVoice(Model):
    """How to add a voice on one kind of device; `id` as `static/aloud_voice.js` recognises it."""

    id: Literal["android", "ios", "mac", "windows", "other"]
    text: Text


class Aloud(Model):
    title: Text
    bar: Text
    pause: Text
    play: Text
    before: Text
    after: Text
    slower: Text
    stop: Text
    hint: Text
    nothing: Text
    unsupported: Text
    none: Text
    remote: Text
    add: Annotated[tuple[AddVoice, ...], Field(strict=False, min_length=5)]
    then: Text
