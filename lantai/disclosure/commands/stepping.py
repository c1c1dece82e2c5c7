"""The step of the case that says what became of its publication, where its procedure has one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lantai.cases import queries as cases
from lantai.cases.commands.steps import take_step
from lantai.disclosure.models import PublicationDraft
from lantai.law.people import Actor

PUBLISH = "publish"
"""The verb of the step, whatever its id in the procedure."""


def _step_of(held: PublicationDraft, actor: Actor, outcome: str, stated: Mapping[str, Any]) -> None:
    """Take 公示 in the case; the engine asks its gates (G-15) once more. Summary penalties have no such step."""
    step = next((s for s in cases.procedure_of(held.case).steps if s.code == PUBLISH), None)
    if step is not None:
        take_step(actor=actor, case=held.case, step=step.id, outcome=outcome, stated=dict(stated))
