"""Outcomes and statements of chance acts of taking land."""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any

from lantai.law.tests.plain_reading.odds import rarely, unredacted

WAYS: dict[str, dict[str, tuple[str, ...]]] = {
    "expropriation.land": {
        **{step: ("",) for step in ("EL-1", "EL-2", "EL-3", "EL-4", "EL-4-1", "EL-4-2", "EL-5", "EL-6")},
        "EL-7": ("all", "all", "exceptions"),
        "EL-7-1": ("",),
        "EL-7-2": ("agree", "agree", "correct", "supplement"),
        "EL-8": ("",),
        "EL-9": ("approved", "approved", "approved", "refused"),
        "EL-10": ("",),
        "EL-10-1": ("published", "published", "withheld"),
        **{step: ("",) for step in ("EL-11", "EL-12", "EL-13", "EL-14")},
    },
}
SIDE_ROADS: frozenset[str] = frozenset()
RARE = frozenset(("expropriation.land", step) for step in ("EL-4", "EL-4-1", "EL-7", "EL-7-1", "EL-7-2"))
HAPPENS: dict[str, Any] = {}
_HECTARE = 10_000


def _intend(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    ground = "other" if rarely(chance) else chance.choice(("infrastructure", "housing"))
    said = {"ground": ground, "plans_conform": not rarely(chance)}
    return said | ({"annual_plan": not rarely(chance)} if ground == "housing" else {})


def _announce(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    places = ["township", "village", "group"]
    days = chance.choice((30, 30, 45, 29 if rarely(chance) else 30))
    return {"places": places[:2] if rarely(chance) else places, "comment_days": days}


def _money(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {"needed": 1_000, "deposited": 999 if rarely(chance) else 1_000, "only_for_it": not rarely(chance)}


def _sign(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {"parties_number": 10, "signed_number": chance.choice((10, 10, 10, 9, 6, 5, 11))}


def _propose(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    basic, arable, other = (
        chance.choice((0, 0, 0, 1)),
        chance.choice((0, 35, 36)) * _HECTARE,
        chance.choice((0, 70, 71)) * _HECTARE,
    )
    beyond = basic > 0 or arable > 35 * _HECTARE or other > 70 * _HECTARE
    right = "state_council" if beyond else "province"
    approver = chance.choice(("province", "state_council")) if chance.random() < 0.15 else right
    return {"basic_farmland": basic, "arable": arable, "other_land": other, "approver": approver}


SAYS: dict[tuple[str, str], Any] = {
    ("expropriation.land", "EL-1"): _intend,
    ("expropriation.land", "EL-4"): _announce,
    ("expropriation.land", "EL-4-1"): lambda c, r, at: {"majority_objects": c.random() < 0.3},
    ("expropriation.land", "EL-4-2"): lambda c, r, at: {"av": not rarely(c)},
    ("expropriation.land", "EL-6"): _money,
    ("expropriation.land", "EL-7"): _sign,
    ("expropriation.land", "EL-7-1"): _propose,
    ("expropriation.land", "EL-8"): lambda c, r, at: {"true_statement": c.random() < 0.8},
    ("expropriation.land", "EL-9"): lambda c, r, at: {"approved_by": c.choice(("province", "state_council"))},
    ("expropriation.land", "EL-10-1"): unredacted,
    ("expropriation.land", "EL-11"): lambda c, r, at: {"in_full": not rarely(c)},
    ("expropriation.land", "EL-12"): lambda c, r, at: {"houses_resettled": not rarely(c)},
}
