"""Which of the languages a person can choose: those that are shipped and that this clinic does not hide."""

from __future__ import annotations

import os

from wervel.clinic import clinic
from wervel.content.page_models import Language
from wervel.i18n.provenance import lowest, rank
from wervel.i18n.registry import PSEUDO, default_code, registry


def offered() -> tuple[Language, ...]:
    """Return the languages a person can choose: those shipped, drafts when WERVEL_DRAFTS=1, none hidden."""
    drafts = os.environ.get("WERVEL_DRAFTS") == "1"
    return tuple(each for each in registry().languages if (each.state == "shipped" or drafts) and not hidden(each.code))


def hidden(code: str) -> bool:
    """Tell whether the clinic hides a language: a safety text of it has not got far enough. Never the default."""
    wanted = clinic().languages_hidden_below
    return wanted != "drafted" and code != default_code() and rank(lowest(code)) < rank(wanted)


def usable() -> dict[str, Language]:
    """Return by code all languages that `?lang=` may name; pseudo-locales only when WERVEL_PSEUDO=1 (tests)."""
    pseudo = PSEUDO if os.environ.get("WERVEL_PSEUDO") == "1" else {}
    return {each.code: each for each in offered()} | pseudo
