"""Pseudo-locales: readable English made longer and accented, to see what a layout does with long or mirrored text."""

from __future__ import annotations

import gettext
import re

_ACCENTS = str.maketrans("aceinouyACEINOUY", "àçéïñôûýÀÇÉÎÑÖÜÝ")
_PART = re.compile(r"(\{[a-z_]*\})")


class PseudoTranslations(gettext.NullTranslations):
    """Answers every message with its pseudo form; no catalogue needed."""

    def __init__(self, *, mirrored: bool) -> None:
        super().__init__()
        self._mirrored = mirrored

    def gettext(self, message: str) -> str:
        return pseudo(message, mirrored=self._mirrored)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.ngettext(msgid1, msgid2, n)


def pseudo(message: str, *, mirrored: bool) -> str:
    """Return `message` accented and two fifths longer, its placeholders untouched; mirrored: shown right to left."""
    parts = _PART.split(message)
    accented = "".join(part if _PART.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    filler = "one two three four five six seven eight nine ten " * (1 + len(message) // 100)
    longer = f"{accented} {filler[: max(2, len(message) * 2 // 5)].strip()}"
    # Right-to-left override makes Latin letters run the other way; placeholders keep their own direction.
    return f"\u202e{longer}\u202c" if mirrored else f"[{longer}]"
