"""一个问题: may this step be taken now, and if not, why not? Answered with every reason, each with article and remedy.

Pure functions of a declared procedure, the facts of a case and an attempt. For a step that ``assigns`` handlers the
facts carry the handlers as they would stand after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lantai.law.conditions import holds, owed
from lantai.law.engine.asking import against_file, refusals
from lantai.law.engine.reading import (
    comes_before_decision,
    decided,
    ended_by,
    ended_by_step,
    ending,
    finished,
    is_over,
    met,
)
from lantai.law.engine.timing import begun_on, due_of, end_of, extension_refusals, is_late
from lantai.law.expropriations import as_for_household, valued_households
from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.force import settled, stands
from lantai.law.gates import Asks
from lantai.law.periods import Due, local_day
from lantai.law.procedure import Procedure, Stage, Step
from lantai.law.records import documents_made
from lantai.law.refusals import Refusal

__all__ = [
    "StepState",
    "begun_on",
    "documents_of",
    "due_of",
    "ended_by",
    "extension_refusals",
    "is_late",
    "is_over",
    "refusals",
    "settled",
    "standing",
    "stands",
    "states",
]

DONE, OPEN, BLOCKED, LATER, NOT_OWED = "done", "open", "blocked", "later", "not_owed"


@dataclass(frozen=True)
class StepState:
    """How a step stands in a case.

    ``state``    done; open (owed, may be taken now); blocked (owed and next, but a rule of the file stands against
                 it); later (owed, something else comes first); not_owed.
    ``refusals`` what the file, not the person, has against taking it now.
    ``takeable`` whether it may be taken now as far as the file goes, owed or not.
    """

    step: Step
    state: str
    taken: Taken | None
    refusals: tuple[Refusal, ...]
    due: Due | None
    takeable: bool = False


def states(procedure: Procedure, facts: CaseFacts, at: datetime) -> tuple[StepState, ...]:
    """Every step of the procedure as it stands at a moment, in the order of the declaration."""
    facts = settled(procedure, facts)
    over, ended = ended_by_step(procedure, facts), ending(procedure, facts)
    return tuple(_state(procedure, facts, step, at, over, ended) for step in procedure.steps)


def _state(
    procedure: Procedure, facts: CaseFacts, step: Step, at: datetime, over: bool, ended: Taken | None
) -> StepState:
    last = facts.last(step.id)
    done = finished(procedure, facts, step)
    end = end_of(procedure, facts, step.id, local_day(at))
    against = _against(procedure, facts, step, at)
    takeable = not against
    if done is not None:
        return StepState(step, DONE, done, against, end, takeable)
    if not _is_owed(procedure, facts, step, over, ended):
        return StepState(step, NOT_OWED, last, against, end, takeable)
    state = OPEN if takeable else BLOCKED if _comes_next(procedure, facts, step) else LATER
    return StepState(step, state, last, against, end, takeable)


def _against(procedure: Procedure, facts: CaseFacts, step: Step, at: datetime) -> tuple[Refusal, ...]:
    """What the file has against a step; of one taken for each household, nothing where it may be taken for any."""
    against = tuple(against_file(procedure, facts, Attempt(step.id, at), step, None, (Asks.FILE,)))
    for household in valued_households(procedure.code, step.id, facts) if against else ():
        attempt = Attempt(step.id, at, stated={"household": household})
        if not any(against_file(procedure, as_for_household(facts, attempt), attempt, step, None, (Asks.FILE,))):
            return ()
    return against


def _is_owed(procedure: Procedure, facts: CaseFacts, step: Step, over: bool, ended: Taken | None) -> bool:
    """Whether a step that is not done is still to be done in this case."""
    closed = over or (ended is not None and step.stage is not Stage.CLOSE)
    closed = closed or (comes_before_decision(procedure, step) and decided(procedure, facts) is not None)
    return not closed and owed(step.applies, facts)


def _comes_next(procedure: Procedure, facts: CaseFacts, step: Step) -> bool:
    return all(met(procedure, facts, need) is not False for need in step.needs)


def standing(procedure: Procedure, facts: CaseFacts, at: datetime) -> Step | None:
    """The step the case waits for: the first that is owed and may be taken, else the first that a rule still holds up.

    None when nothing is owed next.
    """
    held_up = None
    facts = settled(procedure, facts)
    over, ended = ended_by_step(procedure, facts), ending(procedure, facts)
    for step in procedure.steps:
        if finished(procedure, facts, step) is not None or not _is_owed(procedure, facts, step, over, ended):
            continue
        if not _against(procedure, facts, step, at):
            return step
        if held_up is None and _comes_next(procedure, facts, step):
            held_up = step
    return held_up


def documents_of(procedure: Procedure, facts: CaseFacts, step_id: str, outcome: str = "") -> tuple[str, ...]:
    """The codes of the documents that the step makes in this case with this outcome."""
    step = procedure[step_id]
    meant = step.outcome(outcome)
    facts = settled(procedure, facts)
    return documents_made(step, meant, lambda name: holds(name, facts))
