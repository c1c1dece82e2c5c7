"""Outcomes and statements of chance acts of freezing, criminal transfer and inspection."""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any

from lantai.law.tests.plain_reading.odds import rarely

WAYS: dict[str, dict[str, tuple[str, ...]]] = {
    "coercion.freezing": {
        **{step: ("",) for step in ("CM-1", "CM-6", "CM-6-1", "CM-7", "CM-10")},
        "CM-2": ("approved", "approved", "approved", "refused"),
        "CM-9": ("decided", "decided", "release", "transferred"),
    },
    "transfer.criminal": {
        **{step: ("",) for step in ("XF-1", "XF-3", "XF-5", "XF-8")},
        "XF-2": ("approved", "approved", "approved", "refused"),
        "XF-4": ("not_filed", "not_filed", "filed", "passed_on"),
        "XF-6": ("police", "procuratorate"),
        "XF-7": ("upheld", "upheld", "filed"),
        "XF-9": ("commission", "procuratorate"),
    },
    "inspection.ordinary": {
        **{step: ("",) for step in ("IN-1", "IN-4", "IN-5", "IN-6", "IN-7-2", "IN-9")},
        "IN-2": ("planned", "planned", "emergency"),
        "IN-3": ("approved", "approved", "approved", "returned", "refused"),
        "IN-5-1": ("approved", "approved", "approved", "disagreed"),
        "IN-6-1": ("scene", "interview", "sampling"),
        "IN-7": ("none", "correct", "penalty", "transfer"),
        "IN-7-1": ("corrected", "not_corrected"),
        "IN-8": ("published", "withheld"),
    },
}
SIDE_ROADS = frozenset({"XF-5", "XF-8", "IN-6-1", "IN-9"})


def _money(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {
        "basis_level": "local" if rarely(chance) else "law",
        "involved_amount": 10_000,
        "amount": 10_001 if rarely(chance) else 10_000,
        "not_frozen_by_others": not rarely(chance),
    }


def _bank(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {
        "certificates_shown": not rarely(chance),
        "term_days": chance.choice((15, 30, 30, 31)),
        "not_frozen_by_others": not rarely(chance),
        **({"amount": chance.choice((5_000, 10_001))} if rarely(chance) else {}),
    }


def _register(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    if chance.random() < 0.8:
        return {}
    return {"earlier_case": "（2025）1号", "earlier_findings": chance.choice(("", "通道堵塞"))}


def _plan(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    sources = ("random", "plan", "complaint", "assignment", "monitoring", "superior", "request", "follow_up")
    return {"inspection_source": chance.choice(sources), "officers": [1] if rarely(chance) else [1, 2]}


def _enter(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {
        "certificates_shown": not rarely(chance),
        "scan_code": "" if chance.random() < 0.2 else "码1",
        "no_scan_reason": chance.choice(("", "没有网络")),
    }


def _record(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    rows = [{"item": item, "result": chance.choice(("passed", "passed", "failed"))} for item in ("通道", "证照")]
    return {"findings": rows, **_sign(chance, reading, at)}


def _sign(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {"signed": chance.random() < 0.85, "refusal_note": chance.choice(("", "拒绝签名"))}


def _examine(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    asked = {"interview_room": True, "av": chance.random() < 0.7} if chance.random() < 0.3 else {}
    return {**asked, **_sign(chance, reading, at)}


SAYS: dict[tuple[str, str], Any] = {
    ("coercion.freezing", "CM-1"): _money,
    ("coercion.freezing", "CM-6"): _bank,
    ("transfer.criminal", "XF-3"): lambda c, r, at: {
        "report_attached": not rarely(c),
        "measures_told": not rarely(c),
    },
    ("transfer.criminal", "XF-6"): lambda c, r, at: {"late_reason": "节假日邮路中断"} if rarely(c) else {},
    ("inspection.ordinary", "IN-1"): _register,
    ("inspection.ordinary", "IN-2"): _plan,
    ("inspection.ordinary", "IN-5"): _enter,
    ("inspection.ordinary", "IN-6"): _record,
    ("inspection.ordinary", "IN-6-1"): _examine,
}
