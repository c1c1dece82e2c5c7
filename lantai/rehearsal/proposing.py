"""What a story proposes: the content of the draft, read from the rows that say so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lantai.law.gates import GATES
from lantai.law.procedure import Step
from lantai.rehearsal.reading import Row

PROPOSED = ("penalty_kinds", "fine", "gains", "property", "property_value", "tier", "reduced")

TEXTS = ("facts", "evidence", "evidence_reason", "basis_reason", "discretion_reason")
"""Texts of the draft that a row may give together with what it proposes."""


def proposal(rows: Sequence[Row]) -> dict[str, Any]:
    """What the story will propose and decide: the first row from here on that says so; tries further on do not count."""
    for row in rows:
        if row.is_try and row is not rows[0]:
            continue
        found = {k: v for k, v in row.said.items() if k in PROPOSED}
        if found:
            return complete(found | {k: v for k, v in row.said.items() if k in TEXTS})
    return {}


def complete(proposal: dict[str, Any]) -> dict[str, Any]:
    """A proposal with its kinds and tier: amounts tell their kinds, nothing at all is a warning."""
    kinds = list(proposal.get("penalty_kinds") or ())
    for word, kind in (("fine", "fine"), ("gains", "confiscation_gains"), ("property", "confiscation_property")):
        if proposal.get(word) and kind not in kinds and "penalty_kinds" not in proposal:
            kinds.append(kind)
    return {"tier": "从轻"} | proposal | {"penalty_kinds": kinds or ["warning"]}


def waiting_outcome(step: Step) -> str:
    """The outcome that a silent party or a smooth course brings: a window that passes unused, else the first one."""
    lapsed = step.outcome("lapsed")
    return lapsed.code if lapsed else ""


def spoken_for(row: Row) -> frozenset[str]:
    """The steps for which the expected gates speak; where closing is to be refused, the party has not paid."""
    if row.allowed or not row.gates:
        return frozenset()
    unpaid = {"PG-17"} if "G-16" in row.gates else set()
    return frozenset(unpaid) | frozenset(step for gate in row.gates if gate in GATES for step in GATES[gate].speaks_for)
