"""What a story leaves out and the player makes up: which owed step comes next."""

from __future__ import annotations

from datetime import datetime

from lantai.law import engine
from lantai.law.facts import CaseFacts
from lantai.law.procedure import Procedure, Step


def to_make_up(procedure: Procedure, facts: CaseFacts, until: datetime, is_emergency: bool) -> Step | None:
    """What the case waits for, as far as it is made up: never an end of the case, nor approval before an emergency."""
    asked = facts.last(procedure.steps[0].id)
    is_emergency = is_emergency or bool(asked and asked.stated.get("emergency"))
    waiting = [
        s
        for s in engine.states(procedure, facts, until)
        if not (s.step.ends or any(o.ends for o in s.step.outcomes[:1]))
        and not (is_emergency and s.step.code == "approve_measure")
    ]
    return next((s.step for word in ("open", "blocked") for s in waiting if s.state == word), None)
