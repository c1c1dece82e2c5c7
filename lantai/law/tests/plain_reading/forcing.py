"""Outcomes and statements of chance acts of force: by the agency itself and through the court."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from lantai.law.tests.plain_reading.odds import letter, rarely, service

WAYS: dict[str, dict[str, tuple[str, ...]]] = {
    "coercion.execution": {
        **{step: ("",) for step in ("CE-1", "CE-9", "CE-2")},
        "CE-3": ("rejected",) * 6 + ("lapsed", "lapsed", "adjusted", "accepted"),
        "CE-8-1": ("",),
        "CE-R": ("agree", "agree", "agree", "correct"),
        "CE-4": ("execute", "substitute") * 4 + ("immediate", "not_executed"),
        "CE-5": ("",),
        "CE-6": ("resumed", "broken") * 4 + ("suspended", "agreement", "ended", "abandoned"),
        "CE-7": ("done", "part"),
        **{step: ("",) for step in ("CE-8", "CE-10-1")},
        "CE-10": ("done", "done", "performed"),
        "CE-11": ("",),
        "CE-12": ("transfer", "auction"),
        "CE-12-1": ("",),
        "CE-13": ("returned", "restored", "compensated"),
        "CE-14": ("executed", "performed", "ended"),
    },
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
SIDE_ROADS = frozenset({"CX-3-1", "CX-9", "CX-10", "CX-R", "CE-6", "CE-13", "CE-14"})
RARE = frozenset({("coercion.execution", "CE-13"), ("coercion.execution", "CE-5"), ("coercion.execution", "CE-6")})
_RESULTS = ("upheld",) * 5 + ("withdrawn", "changed", "revoked", "illegal")


def _decision(chance: random.Random, at: datetime) -> dict[str, Any]:
    """Served so long ago that the notices of holidays of 2025 and 2026 tell when its periods end."""
    day = at.date()
    served = max(date(2024, 7, 8), day - timedelta(days=chance.choice((60, 150, 190, 230, 330))))
    said: dict[str, Any] = {
        "decision_served_on": served,
        "perform_by": day - timedelta(days=chance.choice((20, 5, 1, 1, 0 if rarely(chance) else 2))),
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
    ground = chance.choice(("decision",) * 6 + ("judgment",) + (("changed",) if rarely(chance) else ()))
    return {
        **_decision(chance, at),
        "ground": ground,
        "no_own_power": not rarely(chance),
        "seized_goods": chance.random() < 0.5,
    }


def _force(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    duty = chance.choice(("money", "money", "act", "restore", "restore", "demolition", "demolition", "spill"))
    level = "regulation" if rarely(chance) else "law"
    return {**_decision(chance, at), "duty": duty, "principal": Decimal(800), "power_level": level}


def _surcharge(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    last = (
        max(d for d in (reading.said("perform_by"), reading.said("deferred_until")) if d) if reading.done else at.date()
    )
    return {
        "rate_told": not rarely(chance),
        "surcharge_from": last + timedelta(days=chance.choice((1, 1, 1, 10, 0 if rarely(chance) else 1))),
        "surcharge": Decimal(801 if rarely(chance) else 800),
    }


def _decide(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {
        "evidence": "" if rarely(chance) else "银行流水",
        "consequence": chance.choice(("traffic", "pollution", "resources", "none" if rarely(chance) else "traffic")),
        "performer_independent": not rarely(chance),
    }


def _course(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    remitted = chance.choice((0, 100))
    return {
        "no_harm_to_others": not rarely(chance),
        "remitted": Decimal(remitted),
        "remedial": chance.choice(("已经补种树木", "已经补种树木", "")),
    }


def _on_site(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    urgent: dict[str, Any] = {}
    if chance.random() < 0.15:
        urgent = {"emergency": True, "emergency_reason": chance.choice(("洪水将至", "洪水将至", ""))}
    said = {word: not rarely(chance) for word in ("av", "no_supply_cut", "attended", "all_signed", "no_force")}
    return {**said, **urgent}


def _money(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    house = "" if rarely(chance) else "某拍卖公司"
    return {"transfer_by_law": not rarely(chance), "auction_house": house, **_on_site(chance, reading, at)}


def demand(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    until = at.date() + timedelta(days=chance.choice((3, 5, 10, -1 if rarely(chance) else 7)))
    return {
        "perform_until": until,
        "rights_told": not rarely(chance),
        "demanded_amount": Decimal(0 if rarely(chance) else 800),
        **service(chance),
    }


def _apply(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {
        "court_place": chance.choice(("agency",) * 5 + ("immovable", "first_instance", "other")),
        "immovable": chance.random() < 0.1,
        "materials_complete": not rarely(chance),
        "signed_by_head": not rarely(chance),
        **({"late_reason": "不可抗力"} if chance.random() < 0.2 else {}),
    }


def _ruling(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {"ruling_received_on": at.date() - timedelta(days=chance.choice((0, 0, 3, 10)))}


SAYS: dict[tuple[str, str], Any] = {
    ("coercion.execution", "CE-1"): _force,
    ("coercion.execution", "CE-9"): _surcharge,
    ("coercion.execution", "CE-2"): demand,
    ("coercion.execution", "CE-8-1"): lambda c, r, at: {"demolish_by": at.date() + timedelta(days=c.choice((3, 15)))},
    ("coercion.execution", "CE-4"): _decide,
    ("coercion.execution", "CE-5"): lambda c, r, at: service(c),
    ("coercion.execution", "CE-6"): _course,
    **{("coercion.execution", step): _on_site for step in ("CE-7", "CE-8", "CE-10", "CE-11")},
    ("coercion.execution", "CE-10-1"): lambda c, r, at: service(c),
    ("coercion.execution", "CE-12"): _money,
    ("coercion.court_application", "CX-1"): _ask,
    ("coercion.court_application", "CX-3"): demand,
    ("coercion.court_application", "CX-4"): _apply,
    ("coercion.court_application", "CX-5"): _ruling,
    ("coercion.court_application", "CX-5-1"): _ruling,
    ("coercion.court_application", "CX-5-2"): lambda c, r, at: {"late_reason": "不可抗力"} if rarely(c) else {},
}


def disputes(chance: random.Random, reading: Any, at: datetime) -> tuple[str, dict[str, Any]] | None:
    """The party asks for a remedy, or it is decided; now and then execution is stayed or ends."""
    luck = chance.random()
    running = [kind for kind, runs in reading.disputed.items() if runs]
    if running and luck < 0.8:
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


def _of_force(chance: random.Random, reading: Any, at: datetime) -> tuple[str, dict[str, Any]] | None:
    return letter(chance, reading, at, "CE-2", "CE-5", "CE-10-1") or disputes(chance, reading, at)


HAPPENS: dict[str, Any] = {
    "coercion.execution": _of_force,
    "coercion.court_application": _of_the_court,
}
