"""A text in two languages: as HTML, for the device and as a label; with one language nothing changes."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup, escape

from wervel import sides
from wervel.content import Text, content
from wervel.i18n import translator
from wervel.i18n.sentences import sentences

NL, AR, EN = translator("nl"), translator("ar"), translator("en")
CARD = content().spine.cards[0]
STEP = content().spine.words.step
CHECKED = content().leaflet_page.words.checked


def test_alone_each_gives_what_one_language_shows():
    for given in (sides.html, sides.wire, sides.line):
        assert given(NL, None, CARD.what) == NL.text(CARD.what)
        assert not isinstance(given(NL, None, CARD.what), Markup)  # a template escapes it
    assert sides.label(NL, None, CARD.title) == sides.markdown(NL.text(CARD.title))
    assert sides.block(NL, None, lambda reader: escape(reader.code)) == "nl"


def test_a_pair_names_language_and_direction():
    found = sides.html(NL, AR, CARD.title)
    assert '<span class="first" lang="nl" dir="ltr">' in found
    assert '<span class="second" lang="ar" dir="rtl">' in found
    assert found.index(NL.text(CARD.title)) < found.index(AR.text(CARD.title))


def test_each_reader_writes_numbers_days_and_texts():
    step = sides.html(NL, AR, STEP, number=1, total=4)
    assert sides.say(NL, STEP, number=1, total=4) in step
    assert sides.say(AR, STEP, number=1, total=4) in step
    day = date(2026, 11, 3)
    assert NL.day(day) in sides.html(NL, EN, CHECKED, day=day)
    assert EN.day(day) in sides.html(NL, EN, CHECKED, day=day)
    small = content().prevention.items[0].small
    filled = sides.html(NL, EN, content().prevention_page.today.small, word=small)
    for reader in (NL, EN):
        assert all(each.strip() in filled for each in sentences(reader.text(small), reader.code))


def test_what_stands_in_html_is_escaped():
    odd = Text("<b>One</b> & two.")
    odd.context = "none"
    assert "<b>" not in sides.html(NL, EN, odd)
    assert "&lt;b&gt;" in sides.html(NL, EN, odd)


def test_a_label_has_a_span_for_each_and_escapes_brackets():
    odd = Text("a [b] *c*")
    odd.context = "none"
    assert sides.label(NL, EN, odd) == r":small[a \[b\] \*c\*] :small[a \[b\] \*c\*]"


def test_no_text_of_the_app_holds_the_marks_for_the_device():
    marks = {sides.OPEN, sides.BETWEEN, sides.NEXT, sides.CLOSE}
    said = sides.wire(NL, AR, CARD.what)
    assert marks & set(said) == marks
    assert not marks & set(NL.text(CARD.what) + AR.text(CARD.what))
