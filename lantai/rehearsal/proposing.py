"""What a story proposes: the content of the draft, read from the rows that say so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lantai.law.gates import GATES
from lantai.law.inspections import ORDINARY
from lantai.law.procedure import Step
from lantai.rehearsal.reading import Row, Story

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


def wanted_outcome(step: Step, target: Step) -> str:
    """The outcome of a step on which another one rests by name (``ID:outcome``); "" where any will do.

    Where it rests on one of several, none is wanted: a case that is to be closed need not have been dropped at the start.
    """
    refs = [need.partition(":") for need in target.needs if "|" not in need]
    return next((outcome for step_id, _, outcome in refs if step_id == step.id and outcome), "")


TELLING = ("paid_first", "no_own_demolition", "land_paid_first")
"""Rules without a number that are about nothing but a step that is wanting."""


def spoken_for(row: Row, step: Step) -> frozenset[str]:
    """The steps for which the expected gates speak; where closing is to be refused, the party has not paid."""
    if row.allowed:
        return frozenset()
    if not row.gates:
        return frozenset(wanting for gate in step.gates if gate in TELLING for wanting in GATES[gate].speaks_for)
    unpaid = {"PG-17"} if "G-16" in row.gates else set()
    return frozenset(unpaid) | frozenset(step for gate in row.gates if gate in GATES for step in GATES[gate].speaks_for)


def origin(story: Story) -> dict[str, str]:
    """Source and clue of the case: of an inspection, what its story says of it."""
    if story.procedure != ORDINARY:
        return {"source": "inspection", "clue": "监督检查中发现涉嫌违法行为。"}
    said = (row.said.get("inspection_source") for row in story.timeline if not row.is_try)
    return {"source": str(next(filter(None, said), "random")), "clue": "按照检查方案实施检查。"}


def party_of(story: Story) -> dict[str, Any]:
    """The party of a story, with a name where it gives none."""
    given = story.party
    kind = str(given.get("kind", "organisation"))
    name = {"person": "刘某某", "sole_trader": "衡阳市演示小吃店"}.get(kind, "衡阳演示商贸有限公司")
    return {"kind": kind, "name": given.get("name", name), "birth_date": given.get("birth_date")}
