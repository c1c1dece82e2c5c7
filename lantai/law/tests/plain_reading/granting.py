"""Outcomes and statements of chance acts of applications for a licence."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from typing import Any

from lantai.law.tests.plain_reading.odds import letter, rarely, service, unredacted
from lantai.law.tests.plain_reading.permits import an_end

_CODE = "licence.ordinary"
WAYS: dict[str, dict[str, tuple[str, ...]]] = {
    _CODE: {
        "LI-1": ("",),
        "LI-0": ("",),
        "LI-15": ("one_unit", "unified", "joint", "centralised"),
        "LI-14": ("",),
        "LI-2": ("accepted",) * 4 + ("supplement",) * 3 + ("not_needed", "not_competent", "false_material"),
        "LI-2-1": ("closed",),
        "LI-7": ("",),
        "LI-6": ("testing", "expert_review", "bidding", "exam", "first_come", "result", "result", "result"),
        "LI-3": ("on_paper", "on_paper", "verified"),
        "LI-4": ("",),
        "LI-4-1": ("made", "none"),
        "LI-8-1": ("",),
        "LI-5-1": ("right", "announced"),
        "LI-5-2": ("asked", "asked", "waived"),
        "LI-5-3": ("",),
        "LI-5": ("",),
        "LR": ("agree", "agree", "agree", "correct"),
        "LI-11": ("changed", "change_denied", "renewed", "renewal_denied", "renewed_by_silence"),
        "LI-8": ("granted", "granted", "denied"),
        "LI-9": ("certificate", "certificate", "decision_only"),
        "LI-10": ("published", "published", "withheld"),
        "LI-13": ("",),
        "LI-12": ("withdrawn", "revoked", "not_revoked", "cancelled"),
        "LI-16": ("",),
    },
}
SIDE_ROADS = frozenset({"LI-0", "LI-15", "LI-14", "LI-2-1", "LI-6", "LI-8-1", "LI-13", "LI-12"})
RARE = frozenset((_CODE, step) for step in ("LI-3", "LI-4", "LI-5-1", "LI-5-2", "LI-5-3"))


def _apply(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    received = max(date(2025, 1, 1), at.date() - timedelta(days=chance.choice((0, 0, 0, 1, 4, 10))))
    said: dict[str, Any] = {
        "application_kind": chance.choice(("new", "new", "change", "renewal", "renewal")),
        "received_on": received,
        "only_relevant": not rarely(chance),
        "prior_review": chance.random() < 0.2,
    }
    if chance.random() < 0.2:
        said["promised_days"] = chance.choice((5, 10, 30))
    if chance.random() < 0.9:
        said["valid_to"] = received + timedelta(days=chance.choice((20, 29, 30, 31, 33, 45, 60)))
    return said | ({"lead_days": 45} if chance.random() < 0.1 else {})


def _examine(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    odds = {"third_party": 0.25, "major_interest": 0.35, "hearing_by_office": 0.12}
    return {word: chance.random() < often for word, often in odds.items()}


def _call(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    on = at.date() + timedelta(days=chance.choice((5, 8, 9, 10, 11, 11, 12, 12, 14)))
    return {"hearing_on": on, "mode": "SV-1", **({"chair": chance.choice((1, 4, 11))} if chance.random() < 0.3 else {})}


def _hold(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    said: dict[str, Any] = {"av": not rarely(chance)}
    for word in ("public", "free_of_charge", "minutes"):
        if rarely(chance):
            said[word] = False
    return said


def _lengthen(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    told, approved = not rarely(chance), chance.random() < 0.8
    return {"days": chance.choice((5, 10, 10, 11, 15, 16)), "reasons_told": told, "government_approved": approved}


def _decide(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    reasons = "" if rarely(chance) else "经营场所不符合法定条件"
    said: dict[str, Any] = {"denial_reasons": reasons, "remedies_told": not rarely(chance)}
    return said | ({"by_minutes": not rarely(chance)} if chance.random() < 0.5 else {})


def _fee(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {"fee_basis_level": chance.choice(("law", "regulation", "rule", "")), "for_form": rarely(chance)}


SAYS: dict[tuple[str, str], Any] = {
    (_CODE, step): say
    for step, say in {
        "LI-1": _apply,
        "LI-14": _fee,
        "LI-2": lambda c, r, at: {"missing": "" if rarely(c) else "场所证明"} if c.random() < 0.5 else {},
        "LI-6": lambda c, r, at: {"by_agency": c.random() < 0.5, "told_in_writing": c.random() < 0.7},
        "LI-3": _examine,
        "LI-4": lambda c, r, at: service(c),
        "LI-5-1": lambda c, r, at: service(c),
        "LI-5-2": lambda c, r, at: {"late_reason": "不可抗力"} if rarely(c) else {},
        "LI-5-3": _call,
        "LI-5": _hold,
        "LI-8-1": _lengthen,
        "LI-8": _decide,
        "LI-11": _decide,
        "LI-9": lambda c, r, at: service(c),
        "LI-10": unredacted,
        "LI-12": an_end,
        "LI-13": lambda c, r, at: {"signed": not rarely(c), "undisturbed": not rarely(c)},
    }.items()
}


def _of_an_application(chance: random.Random, reading: Any, at: datetime) -> tuple[str, dict[str, Any]] | None:
    """What was asked for is handed in, or a letter comes back."""
    asked = any(answer.outcome == "supplement" for answer in reading.answers)
    if asked and reading.completed is None and chance.random() < 0.8:
        return "materials_completed", {}
    return letter(chance, reading, at, "LI-4", "LI-5-1")


HAPPENS: dict[str, Any] = {_CODE: _of_an_application}
