"""Typed model of the words around the content in the reading edition."""

from __future__ import annotations

from wervel.content.models import Model
from wervel.content.text import Text


class Reading(Model):
    """`open` and `all` are links to the reading edition: to the page that is shown, and to its start."""

    open: Text
    all: Text
