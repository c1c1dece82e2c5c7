"""Outcomes and statements of chance acts of licences and their ends."""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any

from lantai.law.tests.plain_reading.odds import letter, rarely, service, unredacted

WAYS: dict[str, dict[str, tuple[str, ...]]] = {
    "licence.ending": {
        "LI-12-1": ("",),
        "LI-12-2": ("made", "none"),
        "LR": ("agree", "agree", "correct"),
        "LI-12": ("withdrawn", "revoked", "not_revoked", "cancelled"),
        "LI-12-3": ("",),
        "LI-10": ("published", "published", "withheld"),
        "LI-16": ("",),
    },
}
SIDE_ROADS: frozenset[str] = frozenset()
RARE = frozenset({("licence.ending", "LI-12-1")})
_GROUNDS = {
    "withdraw": ("law_changed", "circumstances_changed"),
    "revoke": ("abuse", "beyond_power", "procedure", "unqualified", "fraud", "fraud"),
    "cancel": ("expired", "died", "dissolved", "ended_before", "force_majeure"),
}


def an_end(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    """The ground of an end, and mostly what it wants."""
    kind = reading._kind() if chance.random() < 0.8 else ""
    grounds = _GROUNDS.get(kind) or tuple(g for of in _GROUNDS.values() for g in of)
    return {
        "ground": chance.choice(grounds),
        "public_interest": not rarely(chance),
        "loss": chance.random() < 0.3,
        "compensation": chance.choice(("", "补偿装修损失")),
        "grave_harm": chance.random() < 0.3,
    }


SAYS: dict[tuple[str, str], Any] = {
    ("licence.ending", "LI-12-1"): lambda c, r, at: {"end_kind": c.choice(("withdraw", "revoke", "revoke", "cancel"))},
    ("licence.ending", "LI-12-2"): lambda c, r, at: service(c),
    ("licence.ending", "LI-12"): an_end,
    ("licence.ending", "LI-12-3"): lambda c, r, at: service(c),
    ("licence.ending", "LI-10"): unredacted,
}
HAPPENS: dict[str, Any] = {"licence.ending": lambda c, r, at: letter(c, r, at, "LI-12-2")}
