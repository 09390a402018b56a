"""What pages share: who is here (language, mode, country), words, links and pieces of HTML. Layout helpers only."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from wervel import sides
from wervel.clinic import clinic
from wervel.content import Text, content
from wervel.content.page_models import EmergencyNumbers
from wervel.emergency import country_of, numbers_of
from wervel.i18n import Translator, default_code, negotiate, translator, usable
from wervel.modes import MODE_DEFAULT, Mode, mode_of
from wervel.web.render import render
from wervel.web.streamlit_internals import forget_when_left
from wervel.web.visit import COUNTRY_COOKIE, LANGUAGE_COOKIE, MODE_COOKIE, beside_of, page_url

_HERE = "here"


@dataclass(frozen=True)
class Here:
    """The reader of this session: words in their language, mode, country (ISO 3166-1 alpha-2) and its numbers."""

    words: Translator
    mode: Mode
    country: str
    demo: bool = False
    """The demonstration: a person who does not exist; nothing is read from the device or kept there."""
    second: Translator | None = None
    """The language beside it, in consultation only."""

    @property
    def numbers(self) -> EmergencyNumbers:
        """The emergency numbers where this person is."""
        return numbers_of(self.country, content().emergency)

    @property
    def query(self) -> dict[str, str]:
        """What every link inside the app carries along."""
        mode = {} if self.mode == MODE_DEFAULT else {"mode": self.mode}
        return {"lang": self.words.code} | mode | ({"with": self.second.code} if self.second else {})


def begin() -> Here:
    """Find out who is here, for this session and run; pages then ask `here()`."""
    asked = st.query_params.get("lang")
    before: Here | None = st.session_state.get(_HERE)
    language = negotiate(
        asked or (before.words.code if before else None),
        st.context.cookies.get(LANGUAGE_COOKIE),
        st.context.headers.get("Accept-Language") or st.context.locale,
        usable(),
        default_code(),
    )
    mode = mode_of(
        st.query_params.get("mode") or (before.mode if before else None),
        st.context.cookies.get(MODE_COOKIE),
        locked=clinic().locked,
    )
    kept = before.second.code if before and before.second else None
    beside = beside_of(st.query_params.get("with") or kept, mode, language)
    if mode == "kiosk":
        forget_when_left()
    st.session_state[_HERE] = Here(
        words=translator(language),
        mode=mode,
        country=country_of(st.context.cookies.get(COUNTRY_COOKIE), st.context.timezone, content().emergency),
        # Once for a session, as for the page that it lives in: what is real never becomes the demonstration, nor back.
        demo=before.demo if before else st.query_params.get("demo") == "1" and mode != "kiosk",
        second=translator(beside) if beside else None,
    )
    return here()


def here() -> Here:
    """Return who is here; bound to this session, so that two people never see each other's language."""
    found: Here | None = st.session_state.get(_HERE)
    return found or Here(words=translator(default_code()), mode=MODE_DEFAULT, country="NL")


def link(page: str, text: Text, *, key: str) -> None:
    """Show a link to another page of the app that keeps language and mode; the page around it follows a tap."""
    html("link.html", page=page, href=url(page), text=text, key=key)


def title(page: str) -> Text:
    """Return the title of a page of the app."""
    return next(each.title for each in content().pages.pages if each.id == page)


def url(page: str, **more: str) -> str:
    """Return the address of a page of the app, keeping language and mode; `more` is added to its query."""
    query = here().query
    address = page_url(page, lang=query["lang"], mode=query.get("mode", MODE_DEFAULT), beside=query.get("with", ""))
    return address + (f"&{urlencode(more)}" if more else "")


def html(template: str, **values: object) -> None:
    """Show a template of wervel/web/templates in the reader's language."""
    st.html(rendered(template, **values))


def rendered(template: str, **values: object) -> str:
    """Return a template of wervel/web/templates in the reader's language."""
    return render(template, here().words, here().second, here=here(), **values)


markdown = sides.markdown


def label(text: Text, **values: sides.Value) -> str:
    """Return a text for the label of a widget, in both languages where there are two."""
    return sides.label(here().words, here().second, text, **values)


def line(text: Text, **values: sides.Value) -> str:
    """Return a text for what shows one plain line only, in both languages where there are two."""
    return sides.line(here().words, here().second, text, **values)


def wire(text: Text, **values: sides.Value) -> str:
    """Return a text for a module of the device, which shows both languages where there are two."""
    return sides.wire(here().words, here().second, text, **values)


def both(text: Text, **values: sides.Value) -> str:
    """Return a text for a template as a value, in both languages where there are two."""
    return sides.html(here().words, here().second, text, **values)


def apology() -> None:
    """Show that something went wrong on our side, with the emergency number: never a stack trace."""
    html("apology.html", numbers=here().numbers)
