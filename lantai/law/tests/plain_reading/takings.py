"""Outcomes and statements of chance acts of levies and requisitions."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from lantai.law.tests.plain_reading.odds import letter, rarely, service, unredacted

WAYS: dict[str, dict[str, tuple[str, ...]]] = {
    "levy.fee": {
        **{step: ("",) for step in ("LV-1", "LV-2", "LV-4", "LV-5", "LV-5-1", "LV-5-2", "LV-5-3")},
        "LV-2-1": ("published", "published", "withheld"),
        "LV-4-1": ("granted", "granted", "refused", "lapsed"),
        "LV-3": ("full", "part", "part"),
        **{step: ("",) for step in ("LV-6", "LV-7", "LV-8")},
    },
    "requisition.emergency": {
        "RQ-1": ("",),
        "RQ-2": ("approved",) * 6 + ("refused", "disagreed"),
        "RQ-2-1": ("agree", "agree", "agree", "correct", "supplement"),
        "RQ-3": ("",),
        "RQ-3-1": ("published", "published", "withheld"),
        "RQ-4": ("",),
        "RQ-5": ("all", "all", "part", "lost"),
        "RQ-6-1": ("",),
        "RQ-6-2": ("agree", "agree", "correct"),
        **{step: ("",) for step in ("RQ-6", "RQ-7", "RQ-8", "RQ-9")},
    },
}
SIDE_ROADS = frozenset({"LV-3", "LV-5-1", "LV-5-3", "RQ-2-1", "RQ-6-2"})
RARE = frozenset({("levy.fee", "LV-1"), ("requisition.emergency", "RQ-5"), ("requisition.emergency", "RQ-6-1")})
"""What upsets everything after it, so that chance should not choose it as often as the rest."""


def _determine(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    quantity, rate = chance.choice((1_000, 1_200, 2_000)), chance.choice((Decimal("0.5"), Decimal("1.2")))
    amount = Decimal(0) if rarely(chance) else quantity * rate
    amount += 1 if rarely(chance) else 0
    return {"quantity": quantity, "rate": rate, "amount": amount, "standard_published": not rarely(chance)}


def _defer(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    asked = max(date(2025, 1, 1), at.date() - timedelta(days=chance.choice((0, 0, 0, 1, 3, 6))))
    return {"requested_on": asked, "days": chance.choice((10, 30, 90, 91 if rarely(chance) else 60))}


def _order(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    until = at.date() + timedelta(days=10)
    return {"pay_until": until, **({} if rarely(chance) else {"late_rate": 20}), **service(chance)}


def _charge(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    through = at.date() + timedelta(days=chance.choice((0, 0, 0, -1, 1 if rarely(chance) else -2)))
    rate = {"rate": 5} if rarely(chance) else {}
    right = reading.charge(rate.get("rate", 20), through)
    amount = right + chance.choice((0, 0, 0, Decimal("0.01"), -1 if right > 1 else 0))
    told = not rarely(chance)
    return {"through": through, **rate, "amount": amount, "standard_told": told, **service(chance)}


def _pay(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    kind = "late_charge" if reading.owed()["late_charge"] > 0 and chance.random() < 0.5 else "levy"
    amount = reading.owed()[kind] if chance.random() < 0.6 else Decimal(chance.choice((1, 100, 500)))
    receipt = f"票{len(reading.money)}号"  # a number drawn by chance comes twice when a seed does
    if kind == "late_charge" and reading.done.get("LV-3") and chance.random() < 0.5:
        last = reading.done["LV-3"].stated
        receipt = last["receipt_no"] if last["kind"] == "levy" else receipt  # one receipt for both
    channel = "officer" if rarely(chance) else "bank"
    return {
        "kind": kind,
        "amount": max(amount, Decimal(1)),
        "receipt_no": receipt,
        "channel": channel,
        "paid_on": at.date(),
    }


def _treasury(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    came = sum((amount for _, _, amount in reading.money), Decimal(0))
    said = {"direct": not rarely(chance)}
    return said | ({"treasury_amount": came - (1 if rarely(chance) else 0)} if chance.random() < 0.7 else {})


_GOODS = ("水泵", "发电机")


def _goods(chance: random.Random, most: int) -> list[dict[str, str]]:
    return [{"name": name} for name in _GOODS[:most]]


def _take(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    said = {word: not rarely(chance) for word in ("list_signed", "delivered", "compensation_told")}
    urgent = {"emergency": True} if chance.random() < 0.1 else {}
    return {**said, **urgent, "items": _goods(chance, chance.choice((1, 2)))}


def _give_back(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    damage = {"damage": "叶轮破损"} if chance.random() < 0.2 else {}
    return {"returned_items": _goods(chance, chance.choice((1, 2, 2, 2))), **damage}


def _compensate(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    proposed = reading.done.get("RQ-6-1")
    if proposed is not None and chance.random() < 0.8:
        return dict(proposed.stated)
    harm = Decimal(chance.choice((0, 200)) if not reading.harmed else chance.choice((200, 200, 200, 0)))
    return {"use_money": Decimal(0 if rarely(chance) else chance.choice((1_000, 1_500))), "damage_money": harm}


def _settle(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    left = reading._sum(reading.done.get("RQ-6")) - reading.paid
    return {"paid": max(left - (1 if rarely(chance) else 0), Decimal(0))}


SAYS: dict[tuple[str, str], Any] = {
    ("levy.fee", "LV-1"): _determine,
    ("levy.fee", "LV-2"): lambda c, r, at: service(c),
    ("levy.fee", "LV-2-1"): unredacted,
    ("levy.fee", "LV-4"): _defer,
    ("levy.fee", "LV-4-1"): lambda c, r, at: {"granted_days": c.choice((5, 30, 60, 91))} if c.random() < 0.4 else {},
    ("levy.fee", "LV-5"): _order,
    ("levy.fee", "LV-5-1"): _charge,
    ("levy.fee", "LV-5-2"): lambda c, r, at: service(c),
    ("levy.fee", "LV-3"): _pay,
    ("levy.fee", "LV-6"): _treasury,
    ("requisition.emergency", "RQ-1"): lambda c, r, at: {"needed": not rarely(c), "emergency": c.random() < 0.35},
    ("requisition.emergency", "RQ-3"): _take,
    ("requisition.emergency", "RQ-3-1"): unredacted,
    ("requisition.emergency", "RQ-4"): lambda c, r, at: {"checked": not rarely(c)},
    ("requisition.emergency", "RQ-5"): _give_back,
    ("requisition.emergency", "RQ-6-1"): _compensate,
    ("requisition.emergency", "RQ-6"): _compensate,
    ("requisition.emergency", "RQ-7"): _settle,
}


def _of_a_levy(chance: random.Random, reading: Any, at: datetime) -> tuple[str, dict[str, Any]] | None:
    return ("execution_ended", {}) if chance.random() < 0.15 else letter(chance, reading, at, "LV-2")


HAPPENS: dict[str, Any] = {"levy.fee": _of_a_levy}
"""What may happen in a case besides its steps: the kind and what is stated of it, or nothing."""
