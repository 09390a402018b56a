"""The languages of the app: `locales/languages.yaml`, and the generated pseudo-locales of the layout tests."""

from __future__ import annotations

from functools import lru_cache

from babel.core import Locale, UnknownLocaleError

from wervel import ROOT
from wervel.content.load import ContentError, load
from wervel.content.page_models import Language, Languages

#: Longer and accented, left to right; and its right-to-left twin. Generated, never offered to a person.
PSEUDO = {
    "en-XA": Language(code="en-XA", name="Pseudo", dir="ltr", locale="en_GB", state="draft"),
    "ar-XB": Language(code="ar-XB", name="Pseudo RTL", dir="rtl", locale="ar_EG", state="draft"),
}


@lru_cache(maxsize=1)
def registry() -> Languages:
    """Return `locales/languages.yaml`; raises ContentError when it does not fit."""
    file = ROOT / "locales" / "languages.yaml"
    found = load(file, Languages)
    codes = [each.code for each in found.languages]
    for index, each in enumerate(found.languages):
        if each.code in codes[:index]:
            raise ContentError(file, 1, f"languages.{each.code}", "each code only once")
        try:
            Locale.parse(each.locale)
        except (UnknownLocaleError, ValueError):
            raise ContentError(file, 1, f"languages.{each.code}.locale", "a locale of CLDR expected") from None
    if found.default not in {each.code for each in found.languages if each.state == "shipped"}:
        raise ContentError(file, 1, "default", "the code of a shipped language expected")
    return found


def default_code() -> str:
    """Return the code of the language shown to whoever asks for none that we have."""
    return registry().default
