"""Diaries for tests: random but seeded, with texts that programs stumble over."""

from __future__ import annotations

import random
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

from playwright.sync_api import Page

ODD_TEXTS = (
    "",
    "goed geslapen",
    "=1+1",
    "+31 6",
    "-2 vandaag",
    "@SUM(A1)",
    "\t=cmd|' /C calc'!A0",
    '  =HYPERLINK("x")',
    "＝1+1",
    "a;b,c",
    'zei "au"',
    "regel een\nregel twee\r\ndrie",
    '<img src=x onerror="window.__hit=1">',
    "</script><script>window.__hit=1</script>",
    "ağrı çok şiddetli",
    "ألم في الظهر ‏اليوم",
    "🙂👩‍👩‍👧 ok",
    "'quoted",
    "{n} {day}",
    "null",
    "__proto__",
    "\u2028x\u0000y",
)
KINDS = ("walk", "cycle", "swim", "sport", "exercises", "house")
ZONES = ("low_left", "low_mid", "calf_right", "foot_left")
DIRECTION = "higher_is_better"


def stamp(minute: int) -> str:
    """Return a moment, later with a higher number, as the device writes it."""
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def new_id(rng: random.Random) -> str:
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))


def entry(rng: random.Random, own: tuple[str, ...] = (), **changes: Any) -> dict[str, Any]:
    """Return a valid entry, version 1."""

    def perhaps(value: Any) -> Any:
        return None if rng.random() < 0.3 else value

    minute = rng.randrange(40000)
    return {
        "id": new_id(rng),
        "v": 1,
        "date": (date(2026, 1, 1) + timedelta(days=rng.randrange(300))).isoformat(),
        "time": f"{rng.randrange(24):02d}:{rng.randrange(60):02d}",
        "zone": "Europe/Amsterdam",
        "created_at": stamp(minute),
        "changed_at": stamp(minute + rng.randrange(300)),
        "pain_back": rng.randrange(11),
        "pain_leg": perhaps(rng.randrange(11)),
        "zones": rng.sample(ZONES, rng.randrange(3)),
        "did": [{"kind": kind, "minutes": rng.randrange(1, 1441)} for kind in rng.choices(KINDS, k=rng.randrange(4))],
        "sleep": perhaps(rng.randrange(11)),
        "tension": perhaps(rng.randrange(11)),
        "own": [{"id": each, "score": rng.randrange(11), "direction": DIRECTION} for each in own if rng.random() < 0.7],
        "medicine": perhaps(rng.random() < 0.5),
        "medicine_what": rng.choice(ODD_TEXTS),
        "flare": rng.random() < 0.2,
        "note": rng.choice(ODD_TEXTS),
        "note_for_visit": rng.random() < 0.5,
        **changes,
    }


def own_activity(rng: random.Random, name: str, **changes: Any) -> dict[str, Any]:
    """Return a valid own activity."""
    return {
        "id": new_id(rng),
        "name": name,
        "direction": DIRECTION,
        "created_at": stamp(1),
        "changed_at": stamp(2),
        **changes,
    }


def record(name: str, minute: int, **changes: Any) -> dict[str, Any]:
    """Return a record of the plan."""
    return {"id": name, "kind": "tick", "changed_at": stamp(minute), "done": True, **changes}


def device(seed: int, count: int) -> dict[str, Any]:
    """Return all that a device may keep: {diary, diary_own, prevention, draft, visit_questions}."""
    rng = random.Random(seed)
    own = [own_activity(rng, name) for name in ("veters strikken", "=2+2", '<b>"tuin"; werk</b>')]
    ids = tuple(each["id"] for each in own)
    names = [f"tick:walk:2026-01-{day:02d}" for day in range(1, 20)]
    return {
        "diary": [entry(rng, ids) for _ in range(count)],
        "diary_own": own,
        "prevention": {"version": 1, "records": {name: record(name, rng.randrange(9999)) for name in names}},
        "draft": {"version": 1, "step": "legs", "answers": {"flags": {"R6": "yes"}}},
        "visit_questions": "Mag ik <b>sporten</b>?\nHoe lang nog?",
    }


def put_on_device(page: Page, stock: dict[str, Any]) -> None:
    """Put a stock, see `device`, into the stores of this origin."""
    page.evaluate(
        """async (stock) => {
          const store = await import("/assets/device/store.js");
          await store.transact(["diary", "keep"], "readwrite", (diary, keep) => {
            const { diary: entries, ...values } = stock;
            for (const each of entries) diary.put(each);
            for (const [name, value] of Object.entries(values)) if (value) keep.put(value, name);
          });
        }""",
        stock,
    )
