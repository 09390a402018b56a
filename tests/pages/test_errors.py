"""When the app itself fails: an apology in the person's language with the emergency number; a log without answers."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

import pytest
import streamlit.logger
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import SHIPPED
from tests.pages.visitor import Visitor
from tests.web.serving import TestClient
from wervel import draft_session, ui
from wervel.content import content
from wervel.i18n import translator
from wervel.web import compose

#: What must be in no log and on no page: the message of an error may hold an answer.
ANSWER = "pain_worst=7 and R3=yes of this person"
WORDS = content().pages.error


class Logged(logging.Handler):
    """Everything that any logger says, as a console would show it."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def logged() -> Iterator[Logged]:
    """Streamlit's loggers do not pass on to the root: listen at each."""
    listener = Logged()
    loggers = [logging.getLogger(), *map(logging.getLogger, [*streamlit.logger._loggers, "streamlit.error_util"])]
    for logger in set(loggers):
        logger.addHandler(listener)
    yield listener
    for logger in set(loggers):
        logger.removeHandler(listener)


def fail(*_: object, **__: object) -> None:
    try:
        raise KeyError(ANSWER)
    except KeyError as error:
        raise ValueError(ANSWER) from error


def everything_said(logged: Logged, capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr()
    return "\n".join([*logged.lines, said.out, said.err])


def check_the_page(visitor: Visitor, lang: str, number: str) -> None:
    shown, words = visitor.shown(lang), translator(lang)
    assert words.text(WORDS.title) in shown
    assert " ".join(words.text(WORDS.urgent, number=number).split()) in shown
    bodies = " ".join(str(element) for _, element in visitor.elements)
    assert f"tel:{number}" in bodies
    assert visitor.of_kind("exception") == []
    for trace in (ANSWER, "R3=yes", "Traceback", "ValueError", "test_errors"):
        assert trace not in bodies


def check_the_log(said: str) -> None:
    assert "ValueError at test_errors.py:" in said  # something was logged, or there is nothing to test
    for trace in (ANSWER, "R3=yes", "KeyError", "Traceback"):
        assert trace not in said


@pytest.mark.parametrize("lang", SHIPPED)
@pytest.mark.parametrize(("country", "number"), [("NL", "112"), ("US", "911")])
def test_a_failing_page(client: TestClient, monkeypatch, logged, capsys, lang: str, country: str, number: str):
    monkeypatch.setattr(ui, "html", _html_of(ui.html))
    with Visitor(client, "about", {"wervel_country": country}, lang=lang) as visitor:
        visitor.run()
    check_the_page(visitor, lang, number)
    check_the_log(everything_said(logged, capsys))


def _html_of(original):
    """Fail while a page is drawn, not while it apologises."""

    def html(template: str, **values: object) -> None:
        if template != "apology.html":
            fail()
        original(template, **values)

    return html


def test_a_failing_callback(client: TestClient, monkeypatch, logged, capsys):
    with Visitor(client, "assessment", lang="tr") as visitor:
        visitor.run()
        monkeypatch.setattr(draft_session, "outcome", fail)
        visitor.tap("next")
    check_the_page(visitor, "tr", "112")
    check_the_log(everything_said(logged, capsys))


def test_after_a_failure_the_session_goes_on(client: TestClient, monkeypatch, logged):
    with Visitor(client, "assessment", lang="ar") as visitor:
        visitor.run()
        before = visitor.shown("ar")
        with monkeypatch.context() as broken:
            broken.setattr(draft_session, "keep", fail)
            visitor.run()
            check_the_page(visitor, "ar", "112")
        assert visitor.run().shown("ar") == before


@pytest.mark.parametrize("lang", SHIPPED)
def test_a_failure_before_the_language_is_known(client: TestClient, monkeypatch, logged, capsys, lang: str):
    """Nothing is known of the person then: the app's default language, and a number to call."""
    monkeypatch.setattr(ui, "begin", fail)
    with Visitor(client, "home", lang=lang) as visitor:
        visitor.run()
    check_the_page(visitor, "nl", "112")
    check_the_log(everything_said(logged, capsys))


def test_even_a_failing_apology_names_the_number(client: TestClient, monkeypatch, logged, capsys):
    monkeypatch.setattr(ui, "html", fail)
    with Visitor(client, "about", lang="tr") as visitor:
        visitor.run()
    assert [box.body for box in visitor.of_kind("html")] == ["<p><a href='tel:112'>112</a></p>"]
    assert visitor.of_kind("exception") == []
    check_the_log(everything_said(logged, capsys))


def test_the_apology_alone():
    def script() -> None:
        from wervel import ui
        from wervel.web import compose

        ui.begin()
        compose.on_script_error(ValueError("R3=yes"))

    at = AppTest.from_function(script, default_timeout=60)
    at.query_params["lang"] = "en"
    at.run()
    assert not at.exception
    (box,) = at.html
    assert WORDS.title in box.value
    assert "R3=yes" not in box.value


def test_the_handler_says_that_it_has_dealt_with_the_error(monkeypatch):
    monkeypatch.setattr(ui, "apology", lambda: None)
    assert compose.on_script_error(ValueError(ANSWER)) is True


def test_the_listener_hears_an_answer(logged, capsys):
    """Without the filter the tests above would fail."""
    logger = logging.getLogger("streamlit.error_util")
    filters, logger.filters = logger.filters, []
    try:
        fail()
    except ValueError:
        logger.error("Uncaught app execution", exc_info=sys.exc_info())
    finally:
        logger.filters = filters
    assert ANSWER in everything_said(logged, capsys)
