"""Which language to show: `?lang=`, then this device's cookie, then the browser's languages, then the default."""

from __future__ import annotations

from collections.abc import Collection


def negotiate(
    query: str | None, cookie: str | None, accept_language: str | None, codes: Collection[str], default: str
) -> str:
    """Return one of `codes`.

    `accept_language` is the HTTP header's value; languages weighted 0 are not wanted. A regional form finds its
    language (`nl-BE` finds `nl`, `zh-CN` finds `zh-Hans`).
    """
    for wanted in (query, cookie, *_by_weight(accept_language or "")):
        found = match(wanted or "", codes)
        if found:
            return found
    return default


def match(wanted: str, codes: Collection[str]) -> str | None:
    """Return the one of `codes` that serves a reader of the tag `wanted`, or None."""
    tag = wanted.strip().replace("_", "-").lower()
    if not tag:
        return None
    by_tag = {code.lower(): code for code in codes}
    scripts = {"zh-cn": "zh-hans", "zh-sg": "zh-hans", "zh": "zh-hans"}
    parts = tag.split("-")
    shorter = ["-".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)]
    for candidate in (tag, scripts.get(tag, ""), *shorter):
        if candidate in by_tag:
            return by_tag[candidate]
    return None


def _by_weight(header: str) -> list[str]:
    weighted = []
    for place, part in enumerate(header.split(",")[:20]):
        tag, _, parameter = part.strip().partition(";")
        try:
            weight = float(parameter.strip().removeprefix("q=")) if parameter else 1.0
        except ValueError:
            weight = 0.0
        if tag and tag != "*" and weight > 0:
            weighted.append((-weight, place, tag))
    return [tag for _, _, tag in sorted(weighted)]
