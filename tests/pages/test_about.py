"""About: how far the safety texts of each language are, and in a consultation of the two languages on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.pages.conftest import Open, shown
from tests.web.reading import words_of
from wervel.content import content
from wervel.i18n import offered, provenance, translator
from wervel.i18n.provenance import standing

WORDS = content().pages.about


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The context of a safety text that nobody has read back in Turkish."""
    desk, read = content().kiosk.desk[0].title.context, provenance.read_stamps
    monkeypatch.setattr(
        provenance, "read_stamps", lambda code: {k: v for k, v in read(code).items() if (code, k) != ("tr", desk)}
    )
    provenance.states.cache_clear()
    yield desk
    monkeypatch.undo()
    provenance.states.cache_clear()


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_each_language_tells_how_far_its_safety_texts_are(open_page: Open, lang: str) -> None:
    at, reader = open_page("about", lang), translator(lang)
    assert not at.exception
    (about,) = [each.value for each in at.html if 'class="states"' in each.value]
    for language in offered():
        assert f'<bdi lang="{language.code}">{language.name}</bdi>' in about
    said, found = shown(at), standing("tr")
    assert reader.text(WORDS.states_title) in said
    assert reader.text(WORDS.states_source) in said  # English
    read = reader.text(WORDS.states_read, n=reader.number(found.read), total=reader.number(found.total))
    assert 0 < found.read < found.total
    assert read in said
    assert said.count(reader.text(WORDS.states_unchecked)) == len(offered())
    desk = translator("tr").text(content().kiosk.desk[0].title)
    assert f"<li>{desk}</li>" in about  # which ones nobody has read back
    assert "{number}" not in about


def test_the_reading_edition_tells_it_too(client) -> None:
    html = client.get("/read/nl/about").text
    assert translator("nl").text(WORDS.states_title) in words_of(html, "nl")
    assert html.count(translator("nl").text(WORDS.states_unchecked)) == len(offered())
