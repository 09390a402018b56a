"""Which country a person is in, and which number to dial there."""

from __future__ import annotations

import importlib.resources
import re

import pytest

from wervel.content import Content
from wervel.emergency import country_of, numbers_of

EU = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV"]
EU += ["MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"]
NEEDED = [*EU, "IS", "LI", "NO", "GB", "CH", "TR", "MA", "SR", "AW", "CW", "SX", "BQ", "UA"]
#: Countries whose one European number is 112 by law.
EUROPE_112 = [*EU, "IS", "LI"]
ZONES = {
    "Europe/Amsterdam": "NL",
    "Europe/Brussels": "BE",
    "Europe/Berlin": "DE",
    "Europe/Paris": "FR",
    "Europe/London": "GB",
    "Europe/Zurich": "CH",
    "Europe/Oslo": "NO",
    "Europe/Stockholm": "SE",
    "Europe/Copenhagen": "DK",
    "Europe/Luxembourg": "LU",
    "Europe/Warsaw": "PL",
    "Europe/Istanbul": "TR",
    "Asia/Istanbul": "TR",
    "Turkey": "TR",
    "Africa/Casablanca": "MA",
    "Europe/Kyiv": "UA",
    "Europe/Kiev": "UA",
    "America/Paramaribo": "SR",
    "America/Aruba": "AW",
    "America/Curacao": "CW",
    "America/Lower_Princes": "SX",
    "America/Kralendijk": "BQ",
    "America/New_York": "US",
    "Asia/Calcutta": "IN",
    "Asia/Kolkata": "IN",
    "Asia/Tokyo": "JP",
}
ODD_ZONES = ["", "UTC", "Etc/UTC", "GMT", "Etc/GMT+5", "Etc/Unknown", "CET", "EET", "EST", "MST", "Mars/Olympus"]
ODD_ZONES += [
    "Europe/Amsterdam\n",
    "europe/istanbul",
    "Europe",
    "../../etc/passwd",
    "<b>",
    "Europe/" + "x" * 5000,
    "NL",
]


@pytest.mark.parametrize(("zone", "country"), ZONES.items())
def test_the_time_zone_tells_the_country(zone: str, country: str, content: Content) -> None:
    assert country_of(None, zone, content.emergency) == country
    assert country_of("", zone, content.emergency) == country


@pytest.mark.parametrize("zone", [None, *ODD_ZONES])
def test_a_zone_that_tells_no_country_is_taken_as_the_netherlands(zone: str | None, content: Content) -> None:
    assert country_of(None, zone, content.emergency) == "NL"


def test_every_zone_of_the_time_zone_database_gives_its_country(content: Content) -> None:
    pytest.importorskip("tzdata")
    table = importlib.resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    wrong = {row[2]: row[0] for row in rows if country_of(None, row[2], content.emergency) != row[0]}
    too_new_for_cldr = {"America/Coyhaique": "CL", "Antarctica/Troll": "AQ"}
    assert wrong.items() <= too_new_for_cldr.items()
    assert len(rows) > 300


@pytest.mark.parametrize("country", NEEDED)
def test_a_chosen_country_wins_from_the_time_zone(country: str, content: Content) -> None:
    for chosen in (country, country.lower()):
        assert country_of(chosen, "Asia/Tokyo", content.emergency) == country


@pytest.mark.parametrize("chosen", ["JP", "XX", "NLD", "N", "112", "N L", "<script>", "Nederland"])
def test_a_choice_that_is_no_country_of_ours_is_passed_over(chosen: str, content: Content) -> None:
    assert country_of(chosen, "Europe/Istanbul", content.emergency) == "TR"
    assert country_of(chosen, None, content.emergency) == "NL"


@pytest.mark.parametrize("country", NEEDED)
def test_the_countries_of_our_readers_have_numbers_of_their_own(country: str, content: Content) -> None:
    assert country in {each.code for each in content.emergency.countries}
    assert numbers_of(country, content.emergency).emergency


@pytest.mark.parametrize("country", EUROPE_112)
def test_112_is_the_number_in_the_european_union(country: str, content: Content) -> None:
    assert numbers_of(country, content.emergency).emergency == "112"


@pytest.mark.parametrize(("country", "number"), [("GB", "999"), ("US", "911"), ("AU", "000"), ("TR", "112")])
def test_well_known_numbers(country: str, number: str, content: Content) -> None:
    assert numbers_of(country, content.emergency).emergency == number


def test_every_number_can_be_dialled(content: Content) -> None:
    for each in (*content.emergency.countries, content.emergency.fallback):
        for number in (each.emergency, each.ambulance, each.urgent_care):
            assert number is None or re.fullmatch(r"[0-9]{2,12}", number)
        assert len(each.emergency) <= 4, "an emergency number is short"


def test_countries_stand_in_order(content: Content) -> None:
    codes = [country.code for country in content.emergency.countries]
    assert codes == sorted(set(codes))


def test_a_country_without_data_gets_the_fallback_numbers(content: Content) -> None:
    country = country_of(None, "Asia/Tokyo", content.emergency)
    assert country == "JP"
    assert numbers_of(country, content.emergency) == content.emergency.fallback
    assert content.emergency.fallback.emergency == "112"
