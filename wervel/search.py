"""Finding words in texts as a reader types them: case, accents and Arabic spelling variants do not matter. Pure."""

from __future__ import annotations

import re
import unicodedata

#: Letters that writers of Arabic use one for the other, and the Turkish dotless i.
_VARIANTS = str.maketrans(
    {"ı": "i", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ـ": None}
)
_WORD = re.compile(r"\w+")


def normal(text: str) -> str:
    """Return text in the form in which it is compared: lower case, without accents, vowel marks and variants.

    Turkish dotted and dotless i become one letter, so that a phone keyboard of another language finds them too.
    """
    folded = text.replace("İ", "i").replace("ı", "i").casefold()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", folded).casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(_VARIANTS)


def found(query: str, *texts: str) -> bool:
    """Tell whether every word of the query begins or stands within a word of the texts; an empty query finds all."""
    haystack = normal(" ".join(texts))
    return all(word in haystack for word in _WORD.findall(normal(query)))
