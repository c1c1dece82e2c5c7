"""What chance says alike in every procedure: how rarely it errs, how a document is served, what is published."""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any


def rarely(chance: random.Random) -> bool:
    return chance.random() < 0.06


def service(chance: random.Random) -> dict[str, Any]:
    """A mode of service and mostly what it wants."""
    mode = chance.choice(("SV-1",) * 5 + ("SV-8", "SV-2", "SV-4", "SV-6"))
    said: dict[str, Any] = {"mode": mode}
    if mode == "SV-2":
        said |= {"av": not rarely(chance), "reason": "" if rarely(chance) else "拒绝签收"}
    elif mode == "SV-4":
        said |= {"proofs": [] if rarely(chance) else ["postal_receipt"], "reason": "当事人在外地"}
    elif mode == "SV-6":
        said |= {"proofs": ["announcement_text", "reason_note"], "reason": "" if rarely(chance) else "下落不明"}
    return said


def letter(chance: random.Random, reading: Any, at: datetime, *steps: str) -> tuple[str, dict[str, Any]] | None:
    """A letter comes back with its receipt."""
    step = chance.choice(steps)
    sent = reading.done.get(step)
    if sent is None or sent.stated.get("mode") != "SV-4" or reading.served_on(step) is not None:
        return None
    return "service_completed", {"step": step, "effective_on": at.date()}


def unredacted(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    """A publication in which now and then a protected word was left."""
    return {"unredacted": ["身份证号"]} if rarely(chance) else {}
