"""What a story leaves out and the player makes up: which owed step comes next."""

from __future__ import annotations

from datetime import datetime

from lantai.law import engine
from lantai.law.facts import CaseFacts
from lantai.law.procedure import Procedure, Step

AFTERWARDS = ("approve_measure", "make_up_approval", "approve_requisition")
"""Approvals that an emergency leaves for afterwards: a story says itself when they are made up."""


def to_make_up(
    procedure: Procedure, facts: CaseFacts, until: datetime, is_emergency: bool, missing: tuple[str, ...] = ()
) -> Step | None:
    """What the case waits for, as far as it is made up: never an end of the case, nor approval before an emergency.

    ``missing`` steps that the story wants to be wanting.
    """
    asked = facts.last(procedure.steps[0].id)
    planned = facts.last("IN-2")
    is_emergency = is_emergency or bool(asked and asked.stated.get("emergency"))
    is_emergency = is_emergency or bool(planned and planned.outcome == "emergency")
    waiting = [
        s
        for s in engine.states(procedure, facts, until)
        if s.step.id not in missing
        and not (s.step.ends or any(o.ends for o in s.step.outcomes[:1]))
        and not (is_emergency and s.step.code in AFTERWARDS)
    ]
    return next((s.step for word in ("open", "blocked") for s in waiting if s.state == word), None)
