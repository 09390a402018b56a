"""What pages share: who is here (language, mode, country), words, links and pieces of HTML. Layout helpers only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from wervel import sides
from wervel.content import Text, content
from wervel.content.page_models import EmergencyNumbers
from wervel.emergency import country_of, numbers_of
from wervel.i18n import Translator, default_code, negotiate, translator, usable
from wervel.modes import MODE_DEFAULT, Mode
from wervel.web.render import render
from wervel.web.visit import COUNTRY_COOKIE, LANGUAGE_COOKIE, beside_of, page_url


@dataclass(frozen=True)
class Here:
    """The reader of this session: words in their language, mode, country (ISO 3166-1 alpha-2) and its numbers."""

    words: Translator
    mode: Mode
    country: str
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
    language = negotiate(
        asked or st.session_state.get("language_shown"),
        st.context.cookies.get(LANGUAGE_COOKIE),
        st.context.headers.get("Accept-Language") or st.context.locale,
        usable(),
        default_code(),
    )
    mode = st.query_params.get("mode") or st.session_state.get("mode_shown") or MODE_DEFAULT
    st.session_state["language_shown"] = language
    st.session_state["mode_shown"] = mode if mode in get_args(Mode) else MODE_DEFAULT
    st.session_state["with_shown"] = beside_of(
        st.query_params.get("with") or st.session_state.get("with_shown"), str(mode), language
    )
    st.session_state["country_shown"] = country_of(
        st.context.cookies.get(COUNTRY_COOKIE), st.context.timezone, content().emergency
    )
    return here()


def here() -> Here:
    """Return who is here; bound to this session, so that two people never see each other's language."""
    state = st.session_state
    return Here(
        words=translator(state.get("language_shown", default_code())),
        mode=state.get("mode_shown", MODE_DEFAULT),
        country=state.get("country_shown", "NL"),
        second=translator(beside) if (beside := state.get("with_shown")) else None,
    )


def places(pages: Mapping[str, StreamlitPage]) -> None:
    """Mount Streamlit's own links to each page, unseen: the bar around the app hands its taps over to them."""
    st.session_state["pages"] = pages
    with st.container(key="places"):
        for page in pages.values():
            st.page_link(page, query_params=here().query)


def link(page: str, label: str, *, key: str) -> None:
    """Show a link to another page of the app that keeps language and mode."""
    with st.container(key=key):
        st.page_link(st.session_state["pages"][page], label=label, query_params=here().query)


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
