"""The plain reading of the Licence Law for the exhaustive walk: what a raw history of a licence must hold before a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

LOOSE = frozenset({"LI-0", "LI-15", "LI-14", "LI-6", "LI-8-1", "LI-12", "LI-13"})
"""Acts in the granting of a licence on which nothing rests and which nothing needs."""

DECIDING: Mapping[str, tuple[str, ...]] = {"licence.ordinary": ("LI-8", "LI-11"), "licence.ending": ("LI-12",)}
"""The steps that decide, by procedure."""

CHAIRED = ("LI-5-2", "LI-5-3", "LI-5")
ALIKE = ("LI-3", "LI-4-1", "LI-12-2")
"""Steps whose outcomes differ in form only."""


def is_ripe(procedure: str, path: Sequence[str], outcome: str, flags: Mapping[str, Any], wait: str) -> bool:
    """Accepted, examined, the owed hearing held or let go, the owed review passed: from the history alone."""
    done = set(path)
    if procedure == "licence.ending":
        owed = {"LR:agree"} if outcome in ("withdrawn", "revoked") else set()
        return not owed - done
    owed = {"LI-2:accepted", "LI-3:on_paper"}
    if flags.get("public_interest"):
        owed.add("LR:agree")
    if flags.get("hearing_by_office"):
        owed |= {"LI-5-1:announced", "LI-5"}
    if "LI-5-2:asked" in _since_last(path, "LI-5-1:right"):
        owed.add("LI-5")
    if flags.get("major_interest"):
        owed.add("LI-5" if "LI-5-1:announced" in done else "LI-5-1:right")
        if not done & {"LI-5-1:announced", "LI-5-2:asked", wait}:
            owed.add("LI-5-2:waived")
    return not owed - done


def _since_last(path: Sequence[str], act: str) -> Sequence[str]:
    places = [n for n, one in enumerate(path) if one == act]
    since = path[places[-1] :] if places else ()
    return () if "LI-5-2:waived" in since else since


def stated(step: str, outcome: str, at: datetime) -> dict[str, Any]:
    """The least that a lawful taking states."""
    if outcome.endswith("denied"):
        return {"denial_reasons": "不符合法定条件", "remedies_told": True}
    if step == "LI-5-3":
        return {"hearing_on": (at + timedelta(days=30)).date().isoformat(), "mode": "SV-1"}
    return {"mode": "SV-1"} if step in ("LI-4", "LI-5-1", "LI-9") else {}
