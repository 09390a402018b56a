"""The level table of the design, written out in Python: what every answer must lead to, without the engine's YAML."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from wervel.content import content

CONTENT = content()

#: From least to most urgent.
LEVELS = ("N", "G", "U", "E1", "E0")
AGES = (None, 0, 16, 17, 18, 39, 40, 59, 60, 90)
FLAGS = tuple(f"R{number}" for number in range(1, 24))
FEATURES = tuple(
    f"R17_{name}"
    for name in ("before35", "night", "buttock", "movement", "nsaid", "family", "joints", "tendon", "skin")
)
FOLLOW_UPS: dict[str, tuple[str, ...]] = {
    "R6": ("R6_worse",),
    "R7": ("R7_faint", "R7_aneurysm"),
    "R9": ("R9_legs",),
    "R10": ("R10_bones", "R10_prednisone", "R10_shorter"),
    "R11": ("R11_confused",),
    "R13": ("R13_same",),
    "R17": FEATURES,
    "R18": ("R18_fever",),
    "R19": ("R19_alarm",),
}
NAMES = (*FLAGS, *(name for names in FOLLOW_UPS.values() for name in names))
MAY_BE_UNSURE = frozenset(FLAGS[:9])
#: The one follow-up that calms.
CALMS = "R13_same"


def urgency(level: str) -> int:
    return LEVELS.index(level)


def sign_levels(flags: Mapping[str, str], age: int | None) -> dict[str, str]:
    """Return the level that each sign gives; a sign that gives none is left out."""

    def yes(*names: str) -> bool:
        return any(flags.get(name) == "yes" for name in names)

    def with_follow_up(sign: str) -> bool:
        return yes(sign) and yes(*FOLLOW_UPS[sign])

    def at_least(years: int) -> bool:
        return age is None or age >= years

    features = sum(yes(name) for name in FEATURES)
    by_yes = {
        "R1": "E1",
        "R2": "E1",
        "R3": "E1",
        "R4": "E1",
        "R5": "E1",
        "R6": "E1" if with_follow_up("R6") else "U",
        "R7": "E0" if with_follow_up("R7") or at_least(40) else "E1",
        "R8": "E0",
        "R9": "E0" if with_follow_up("R9") else "E1",
        "R10": "U" if with_follow_up("R10") or at_least(60) else "G",
        "R11": "E1" if with_follow_up("R11") or yes("R1", "R2", "R3", "R5", "R6") else "U",
        "R12": "U" if yes("R11", "R15") else "G",
        "R13": "E1" if yes("R5", "R6") else "G" if yes("R13_same") else "U",
        "R14": "U",
        "R15": "U",
        "R16": "U",
        "R17": "G" if features >= 4 else "N",
        "R18": "U" if yes("R18_fever") or yes("R11") else "G",
        "R19": "E1" if yes("R19_alarm") else "N",
        "R20": "E1" if yes("R6", "R7") else "N",
        "R21": "G",
        "R22": "G",
        "R23": "G",
    }
    found = {name: level for name, level in by_yes.items() if yes(name)}
    found |= {name: "U" for name in MAY_BE_UNSURE if flags.get(name) == "unknown"}
    if age is not None and age < 18:
        found["R21"] = "G"
    return found


def level_of(flags: Mapping[str, str], age: int | None) -> str:
    return max(sign_levels(flags, age).values(), key=urgency, default="N")


def allowed(name: str) -> list[str]:
    return ["yes", "no", "unknown", *(["private"] if name == "R4" else [])]


def some_flags() -> st.SearchStrategy[dict[str, str]]:
    """Any answers to any signs and follow-ups, from none to all."""
    return st.fixed_dictionaries({}, optional={name: st.sampled_from(allowed(name)) for name in NAMES})


def few_flags() -> st.SearchStrategy[dict[str, str]]:
    """A few answers, so that milder levels come up too."""
    pairs = st.sampled_from(NAMES).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(allowed(name))))
    return st.lists(pairs, max_size=5).map(dict)


def some_age() -> st.SearchStrategy[int | None]:
    return st.one_of(st.sampled_from(AGES), st.integers(0, 120))
