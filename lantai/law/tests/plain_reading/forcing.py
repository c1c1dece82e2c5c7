"""Outcomes and statements of chance acts of force: by the agency itself and through the court."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from lantai.law.tests.plain_reading.takings import letter, service

WAYS: dict[str, dict[str, tuple[str, ...]]] = {
    "coercion.court_application": {
        "CX-1": ("",),
        "CX-3": ("",),
        "CX-3-1": ("rejected", "rejected", "rejected", "adjusted", "accepted"),
        "CX-9": ("",),
        "CX-R": ("agree", "agree", "agree", "correct"),
        "CX-4": ("",),
        "CX-7": ("",),
        "CX-5": ("accepted", "rejected"),
        "CX-5-1": ("allowed", "refused"),
        "CX-5-2": ("",),
        "CX-5-3": ("allowed", "refused"),
        "CX-10": ("court_executed", "executed", "performed", "not_allowed", "ended"),
    },
}
SIDE_ROADS = frozenset({"CX-3-1", "CX-9", "CX-10", "CX-R"})
RARE: frozenset[tuple[str, str]] = frozenset()
_RESULTS = ("upheld", "upheld", "upheld", "withdrawn", "changed", "revoked", "illegal")


def _rarely(chance: random.Random) -> bool:
    return chance.random() < 0.06


def _decision(chance: random.Random, at: datetime) -> dict[str, Any]:
    """Served so long ago that the notices of holidays of 2025 and 2026 tell when its periods end."""
    day = at.date()
    served = max(date(2024, 7, 8), day - timedelta(days=chance.choice((60, 150, 190, 230, 330))))
    said: dict[str, Any] = {
        "decision_served_on": served,
        "perform_by": day - timedelta(days=chance.choice((20, 5, 1, 1, 0 if _rarely(chance) else 2))),
    }
    if chance.random() < 0.2:
        said["deferred_until"] = day + timedelta(days=chance.choice((-1, -30, 0)))
    if chance.random() < 0.1:
        said["rights_stated"] = False
    elif chance.random() < 0.1:
        said |= {"reconsideration_first": True, "decision_served_on": max(served, date(2024, 11, 5))}
    elif chance.random() < 0.2:
        said["reconsideration_received_on"] = max(date(2025, 1, 1), day - timedelta(days=chance.choice((5, 30, 90))))
    return said


def _ask(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    ground = chance.choice(("decision",) * 6 + ("judgment",) + (("changed",) if _rarely(chance) else ()))
    return {
        **_decision(chance, at),
        "ground": ground,
        "no_own_power": not _rarely(chance),
        "seized_goods": chance.random() < 0.5,
    }


def demand(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    until = at.date() + timedelta(days=chance.choice((3, 5, 10, -1 if _rarely(chance) else 7)))
    return {
        "perform_until": until,
        "rights_told": not _rarely(chance),
        "demanded_amount": Decimal(0 if _rarely(chance) else 800),
        **service(chance),
    }


def _apply(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {
        "court_place": chance.choice(("agency",) * 5 + ("immovable", "first_instance", "other")),
        "immovable": chance.random() < 0.1,
        "materials_complete": not _rarely(chance),
        "signed_by_head": not _rarely(chance),
        **({"late_reason": "不可抗力"} if chance.random() < 0.2 else {}),
    }


def _ruling(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {"ruling_received_on": at.date() - timedelta(days=chance.choice((0, 0, 3, 10)))}


SAYS: dict[tuple[str, str], Any] = {
    ("coercion.court_application", "CX-1"): _ask,
    ("coercion.court_application", "CX-3"): demand,
    ("coercion.court_application", "CX-4"): _apply,
    ("coercion.court_application", "CX-5"): _ruling,
    ("coercion.court_application", "CX-5-1"): _ruling,
    ("coercion.court_application", "CX-5-2"): lambda c, r, at: {"late_reason": "不可抗力"} if _rarely(c) else {},
}


def disputes(chance: random.Random, reading: Any, at: datetime) -> tuple[str, dict[str, Any]] | None:
    """The party asks for a remedy, or it is decided; now and then execution is stayed or ends."""
    luck = chance.random()
    running = [kind for kind, runs in reading.disputed.items() if runs]
    if running and luck < 0.6:
        return f"{running[0]}_decided", {"result": chance.choice(_RESULTS)}
    if reading.stayed:
        return "execution_stay_lifted", {}
    if luck < 0.06:
        return "execution_stayed", {}
    if luck < 0.1:
        return "execution_ended", {}
    if luck < 0.2:
        return "performed", {}
    kind = chance.choice(("reconsideration", "suit"))
    return (f"{kind}_accepted", {}) if luck < 0.45 and not running and kind not in reading.disputed else None


def _of_the_court(chance: random.Random, reading: Any, at: datetime) -> tuple[str, dict[str, Any]] | None:
    return letter(chance, reading, at, "CX-3") or disputes(chance, reading, at)


HAPPENS: dict[str, Any] = {"coercion.court_application": _of_the_court}
