"""Which country a person is in, and its numbers: chosen, else by the device's time zone, else the Netherlands. Pure."""

from __future__ import annotations

from babel.core import get_global

from wervel.content.page_models import Country, Emergency, EmergencyNumbers

#: The country that is assumed when nothing tells: the app grew from Dutch leaflets.
DEFAULT_COUNTRY = "NL"


#: Zones of many countries that CLDR gives to one of them.
_OF_MANY = frozenset({"CET", "EET", "EST", "HST", "MET", "MST", "WET"})


def country_of(chosen: str | None, time_zone: str | None, emergency: Emergency) -> str:
    """Return an ISO 3166-1 alpha-2 code; a country that is not in the data is kept only when the time zone says so."""
    known = {country.code for country in emergency.countries}
    if chosen and chosen.upper() in known:
        return chosen.upper()
    return _by_zone(time_zone) or DEFAULT_COUNTRY


def numbers_of(country: str, emergency: Emergency) -> EmergencyNumbers:
    """Return the numbers of a country; the fallback when the data has none."""
    by_code: dict[str, Country] = {each.code: each for each in emergency.countries}
    return by_code.get(country, emergency.fallback)


def _by_zone(time_zone: str | None) -> str | None:
    """Return the country of an IANA time zone (CLDR's table), or None for "UTC" and the like."""
    if not time_zone or time_zone in _OF_MANY:
        return None
    territories = get_global("zone_territories")
    aliases = get_global("zone_aliases")
    found = territories.get(time_zone) or territories.get(aliases.get(time_zone, ""))
    return str(found) if found and len(found) == 2 and found != "ZZ" else None
