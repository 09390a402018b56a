"""Words: none that frightens outside what leaflets say, and the words of the glossary in every language."""

from __future__ import annotations

import pytest

from wervel.i18n import registry
from wervel.i18n.gates import Said, gated, said
from wervel.i18n.gates.words import fear_words, forgotten, frightening, glossary, pattern, plain, share, terms_in, uses

PLACE = "spine.story.alarm.text"
SAYS = "leaflets.causes.statements.O01.says"
CODES = [language.code for language in registry().languages]


@pytest.mark.parametrize("code", gated())
def test_no_text_frightens(code: str) -> None:
    assert frightening(said(code), code) == []


@pytest.mark.parametrize("code", gated())
def test_the_gate_finds_what_leaflets_say(code: str) -> None:
    """The same texts outside a quotation would not pass: the list knows words of this language that are in use."""
    quoted = [Said(PLACE, each.source, each.text) for each in said(code) if each.quotes_a_leaflet]
    assert len(quoted) == 151
    assert len(frightening(quoted, code)) >= 9


@pytest.mark.parametrize(
    ("code", "fear", "kind"),
    [
        ("en", "Wear worn. Torn! Crumbling, unstable", "Swear to aware weary tornado. Nothing harms it."),
        ("nl", "Slijtage. Versleten; gescheurde kapotte", "Pijn meet geen schade. De lijst is langer."),
        ("tr", "Aşınma, yıpranmış yırtılır dejeneratif", "Moral bozulunca ağrı artar."),
        ("ar", "تآكل والتلف تتمزق المتآكلة", "الألم مختلف، والأمر متفق عليه."),
        ("pl", "Zużycie, zwyrodnienie uszkodzony niestabilny", "Ból pleców nie mierzy szkody."),
        ("uk", "Зношення, дегенерація пошкоджено рвуться", "Біль у спині не вимірює шкоди."),
        (
            "de",
            "Verschleiß, Bandscheibenschaden einreißen",
            "Das Kreuzbein. Schmerz misst keinen Schaden. Umriss",
        ),
        ("fr", "Usure, dégénérescence déchirure abîmés", "Le tissu s’use peu. Une mesure."),
        ("es", "Desgaste, degeneración dañado inestable", "Baños de sol."),
        ("ro", "Uzura, degenerare ruptură instabil", "Un lucru obișnuit."),
        ("fa", "ساییدگی، فرسودگی پارگی تخریب", "درد کمر می‌گذرد."),
    ],
)
def test_words_that_frighten(code: str, fear: str, kind: str) -> None:
    for word in fear.split():
        assert frightening([Said(PLACE, "", f"- {word}")], code), word
    assert frightening([Said(PLACE, "", kind)], code) == []
    assert frightening([Said(SAYS, "", fear)], code) == []
    assert frightening([Said(SAYS.replace("says", "now"), "", fear)], code) != []


def test_what_the_glossary_avoids_counts_too() -> None:
    assert frightening([Said(PLACE, "", "Une usure, un drapeau rouge.")], "fr")
    assert frightening([Said(PLACE, "", "Een rode vlag")], "nl")
    assert not frightening([Said(PLACE, "", "Een rode vlaggenmast")], "nl")


def test_every_language_has_its_lists() -> None:
    assert set(CODES) <= set(fear_words())
    for code in set(CODES) - {"en"}:
        assert [term.id for term in glossary() if term.rendering(code) is None] == []


@pytest.mark.parametrize("term", glossary(), ids=lambda term: term.id)
def test_the_word_itself_counts(term) -> None:
    for code in fear_words():
        rendering = term.rendering(code)
        assert rendering is None or rendering.pattern.search(plain(rendering.use)), (code, rendering)


def test_each_term_has_one_entry() -> None:
    names = [term.id for term in glossary()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", [code for code in gated() if code != "en"])
def test_the_words_of_the_glossary_are_used(code: str) -> None:
    counted = uses(said(code), code)
    assert {use.term for use in counted} == {term.id for term in glossary()}
    assert sum(use.wanted for use in counted) > 500
    assert forgotten(counted) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Ordinary low back pain passes.", {"ordinary_back_pain"}),
        ("Low back pain, and nerves", {"back_pain", "nerve"}),
        ("Your low back", {"low_back"}),
        ("Your back", {"back"}),
        ("Go back. The back of the leg. Backs away", set()),
        ("Scan the code", set()),
        ("A scan of two discs", {"scan", "disc"}),
        ("To exercise is good", set()),
        ("An entry of your diary", {"entry", "diary"}),
    ],
)
def test_terms_in_the_source(source: str, found: set[str]) -> None:
    assert {term.id for term in terms_in(source)} == found


def test_a_word_that_is_forgotten_is_told() -> None:
    good = [Said(PLACE, "A nerve", "Een zenuw"), Said(PLACE, "Two nerves", "Twee ZENUWEN")]
    bad = [Said(PLACE, "Nerves", "Draden"), Said("spine.parts.x.doctor", "Nerve", "Nervus"), Said(PLACE, "Nerve", "")]
    assert forgotten(uses(good, "nl")) == []
    (use,) = uses([*good, *bad], "nl")
    assert (use.term, use.wanted, use.missing) == ("nerve", 3, (bad[0],))
    assert share([use]) == use.share == pytest.approx(2 / 3)
    assert len(forgotten([use])) == 2


@pytest.mark.parametrize(
    ("word", "text", "fits"),
    [
        ("*schijf*", "De tussenwervelschijf!", True),
        ("schijf", "tussenwervelschijf", False),
        ("ból* plec*", "BÓLEM\u00a0PLECÓW", True),
        ("signe* d'alerte", "les signes d’alerte", True),
        ("*قرص*", "والقُرْصُ", True),
        ("*ام‌آر‌آی*", "امآرآی", True),
        ("İlk*", "ilkbahar", True),
        ("a.b", "axb", False),
    ],
)
def test_patterns(word: str, text: str, fits: bool) -> None:
    assert bool(pattern((word,)).search(plain(text))) == fits


def test_no_words_fit_nothing() -> None:
    assert not pattern(()).search("")
