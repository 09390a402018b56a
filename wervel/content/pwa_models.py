"""Typed model of the words of the app on the phone: what the device shows, installing, updating, being offline."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wervel.content.models import Model
from wervel.content.text import Text


class AppWords(Model):
    """What the device shows of the app: name, description, shortcuts, and what its pictures show."""

    name: Text
    description: Text
    diary: Text
    diary_long: Text
    check: Text
    check_long: Text
    narrow: Text
    wide: Text


class InstallWords(Model):
    title: Text
    why: Text
    button: Text
    later: Text
    accepted: Text
    declined: Text
    apple: Text
    apple_steps: Annotated[tuple[Text, Text, Text], Field(strict=False)]
    apple_missing: Text
    apple_copy: Text
    share_picture: Text
    add_picture: Text
    other: Text


class UpdateWords(Model):
    text: Text
    reload: Text
    later: Text
    kept: Text


class OfflineWords(Model):
    away: Text
    again: Text
    back: Text
    live: Text
    open: Text


class Pwa(Model):
    app: AppWords
    install: InstallWords
    update: UpdateWords
    offline: OfflineWords
