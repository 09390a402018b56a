"""What a browser says about an answer: which compressed form it takes, and which version it has already."""

from __future__ import annotations

from collections.abc import Sequence

IDENTITY = "identity"


def choose(accept_encoding: str, offered: Sequence[str]) -> str:
    """Return the form to send: of `offered` (the best first) the one with the highest weight, or "identity".

    accept_encoding: the header as it came, "" when there was none. A weight that is no number counts as 0. Plain is
    the answer whenever nothing else is taken, also when the header forbids it: a page that is larger beats none.
    Source: RFC 9110, 12.5.3.
    """
    weights = _weights(accept_encoding)
    weight, best = 0.0, IDENTITY
    for name in offered:
        mine = weights.get(name, weights.get("*", 0.0))
        if mine > weight:
            weight, best = mine, name
    return best if weight >= weights.get(IDENTITY, 0.0) else IDENTITY


def _weights(header: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for each in header.lower().split(","):
        name, *parameters = (part.strip() for part in each.split(";"))
        if not name:
            continue
        weights[name] = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip() == "q":
                weights[name] = _number(value)
    return weights


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if 0.0 <= value <= 1.0 else 0.0


def knows(if_none_match: str, etag: str) -> bool:
    """Tell whether an If-None-Match header names this version; weak and strong tags are alike (RFC 9110, 13.1.2)."""
    tags = {each.strip().removeprefix("W/") for each in if_none_match.split(",")}
    return etag.removeprefix("W/") in tags or "*" in tags
