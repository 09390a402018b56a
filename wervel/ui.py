"""What pages share: who is here (language, mode, country), words, links and pieces of HTML. Layout helpers only."""

from __future__ import annotations

from collections.abc import Hashable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

from wervel import ROOT, sides
from wervel.clinic import clinic
from wervel.content import Text, content
from wervel.content.page_models import EmergencyNumbers
from wervel.emergency import country_of, numbers_of
from wervel.i18n import Translator, default_code, negotiate, translator, usable
from wervel.modes import MODE_DEFAULT, Mode, mode_of, shared
from wervel.web.pages import title as window_title
from wervel.web.render import render
from wervel.web.streamlit_internals import forget_when_left
from wervel.web.visit import COUNTRY_COOKIE, LANGUAGE_COOKIE, MODE_COOKIE, beside_of, page_url

_HERE = "here"
#: The same within a run, which has a thread of its own: each word asks for it, and the session's state is slow.
_now: ContextVar[Here | None] = ContextVar("here", default=None)


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
    def shared(self) -> bool:
        """Whether others use this device too."""
        return shared(self.mode)

    @property
    def numbers(self) -> EmergencyNumbers:
        """The emergency numbers where this person is."""
        return numbers_of(self.country, content().emergency)

    @property
    def query(self) -> dict[str, str]:
        """What every link inside the app carries along."""
        mode = {} if self.mode == MODE_DEFAULT else {"mode": self.mode}
        return {"lang": self.words.code} | mode | ({"with": self.second.code} if self.second else {})


@lru_cache(maxsize=64)
def pages(words: Translator) -> tuple[st.Page, ...]:
    """Return the pages for `st.navigation`, made once for a language: hand over copies, a page knows that it runs."""
    return tuple(
        st.Page(
            ROOT / "pages" / f"{page.id}.py",
            title=window_title(page, words),
            url_path="" if page.id == "home" else page.id,  # equals the file's stem: anything else breaks deep links
            default=page.id == "home",
        )
        for page in content().pages.pages
    )


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
    found = Here(
        words=translator(language),
        mode=mode,
        country=country_of(st.context.cookies.get(COUNTRY_COOKIE), st.context.timezone, content().emergency),
        # Once for a session, as for the page that it lives in: what is real never becomes the demonstration, nor back.
        demo=before.demo if before else st.query_params.get("demo") == "1" and mode != "kiosk",
        second=translator(beside) if beside else None,
    )
    st.session_state[_HERE] = found
    _now.set(found)
    return found


def here() -> Here:
    """Return who is here; bound to this session, so that two people never see each other's language."""
    found: Here | None = _now.get() or st.session_state.get(_HERE)  # a callback comes before `begin`
    return found or Here(words=translator(default_code()), mode=MODE_DEFAULT, country="NL")


def link(page: str, text: Text, *, key: str) -> None:
    """Show a link to another page of the app that keeps language and mode; the page around it follows a tap."""
    fixed("link.html", page=page, href=url(page), text=text, key=key)


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


def fixed(template: str, **values: Hashable) -> None:
    """Do the same for what everybody sees alike who has this language, mode and country: made once for the process.

    Never for what a person entered, nor for what is counted from it: that stays in the session.
    """
    contexts = tuple(value.context for value in values.values() if isinstance(value, Text))
    st.html(_fixed(template, here(), contexts, tuple(values.items())))


@lru_cache(maxsize=1024)
def _fixed(template: str, reader: Here, contexts: tuple[str, ...], values: tuple[tuple[str, Hashable], ...]) -> str:
    """contexts: of the texts among the values; two texts with the same English words may be translated differently."""
    del contexts
    return render(template, reader.words, reader.second, here=reader, **dict(values))


def rendered(template: str, **values: object) -> str:
    """Return a template of wervel/web/templates in the reader's language."""
    return render(template, here().words, here().second, here=here(), **values)


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
