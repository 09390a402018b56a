"""Two people at the same time, in different languages and countries: neither sees anything of the other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.pages.conftest import Open, checkbox, kept_data, shown
from tests.pages.visitor import Visitor
from tests.web.reading import english_left
from tests.web.serving import TestClient
from wervel import ui
from wervel.assessment.draft import Draft, dump, move, tick
from wervel.content import content

ROUNDS = 20
#: Language, country of the emergency number, and a sign of each person's own.
PEOPLE = [("ar", "US", "R8"), ("tr", "NL", "R3")]
PAGES = ["home", "assessment", "diary", "about"]


def visitor(client: TestClient, page: str, person: tuple[str, str, str], mode: str = "personal") -> Visitor:
    language, country, _ = person
    return Visitor(client, page, {"wervel_country": country}, lang=language, mode=mode)


@pytest.fixture
def together(monkeypatch: pytest.MonkeyPatch) -> Barrier:
    """Hold each run after it found out who is there, until the other person's run is as far."""
    meeting, original = Barrier(2, timeout=60), ui.begin

    def begin() -> ui.Here:
        found = original()
        meeting.wait()
        return found

    monkeypatch.setattr(ui, "begin", begin)
    return meeting


@pytest.mark.parametrize("page", PAGES)
def test_two_people_at_the_same_time(client: TestClient, together: Barrier, page: str):
    def visit(person: tuple[str, str, str]) -> list[list[str]]:
        with visitor(client, page, person) as someone:
            return [someone.run().shown(person[0]) for _ in range(ROUNDS)]

    with ThreadPoolExecutor(2) as pool:
        seen = list(pool.map(visit, PEOPLE))
    for (language, _, _), runs in zip(PEOPLE, seen, strict=True):
        assert len(runs[0]) > 6
        assert all(run == runs[0] for run in runs)
        assert english_left(runs[0], language) == []
    assert {word for word in set(seen[0][0]) & set(seen[1][0]) if not word.isascii()} == set()


def test_two_outcomes_at_the_same_time(client: TestClient, together: Barrier):
    """Answers, level, language and emergency number are each person's own."""
    all_content = content()

    def outcome(person: tuple[str, str, str]) -> list[str]:
        draft = dump(move(tick(Draft(), person[2], True, all_content), "outcome", all_content))
        with visitor(client, "assessment", person) as someone:
            someone.run()
            return [box.body for box in someone.device_tells({"draft": draft}).of_kind("html")]

    with ThreadPoolExecutor(2) as pool:
        for _ in range(ROUNDS):
            first, second = (" ".join(bodies) for bodies in pool.map(outcome, PEOPLE))
            assert ('data-level="E0"' in first, 'data-level="E1"' in second) == (True, True)
            assert ("tel:911" in first, "tel:112" in first) == (True, False)
            assert ("tel:112" in second, "tel:911" in second) == (True, False)


def test_the_meeting_shows_a_language_that_leaks(client: TestClient, together: Barrier, monkeypatch):
    """The test above would notice: here the language is kept for the whole process."""
    process: dict[str, ui.Here] = {}
    begin, own = ui.begin, ui.here

    def leaky() -> ui.Here:
        begin()
        process["here"] = own()
        return process["here"]

    monkeypatch.setattr(ui, "begin", leaky)
    monkeypatch.setattr(ui, "here", lambda: process.get("here"))

    def visit(person: tuple[str, str, str]) -> list[str]:
        with visitor(client, "diary", person) as someone:
            return someone.run().shown(person[0])

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(visit, PEOPLE)
    assert {word for word in set(first) & set(second) if not word.isascii()}


def test_turn_by_turn(open_page: Open):
    """The same in one process without a server: each answers one screen, then it is the other's turn."""
    people = [open_page("assessment", language) for language, _, _ in PEOPLE]
    for _ in range(ROUNDS):
        for (language, _, _), at in zip(PEOPLE, people, strict=True):
            step = kept_data(at)["screen"]
            if step in {group.id for group in content().red_flags.groups}:
                checkbox(at, f"none_{step}").set_value(True).run()
            if step != "outcome":
                at.button(key="next").click().run()
            assert not at.exception
            assert english_left(shown(at, language), language) == []
    assert [kept_data(at)["screen"] for at in people] == ["outcome", "outcome"]
    words = [set(shown(at, language)) for (language, _, _), at in zip(PEOPLE, people, strict=True)]
    assert {word for word in words[0] & words[1] if not word.isascii()} == set()
