"""步骤条 and 门槛与义务: how far a case has come, what stands before its next act, what it still owes and to when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from lantai.law.engine import BLOCKED, DONE, LATER, NOT_OWED, OPEN, StepState, states
from lantai.law.facts import CaseFacts, Taken
from lantai.law.force import settled
from lantai.law.gates import GATES
from lantai.law.gates.closing import Obligation, open_obligations
from lantai.law.periods import local_day, written
from lantai.law.procedure import Milestone, Procedure, Step
from lantai.law.released import RELEASED
from lantai.law.terms import basis_of

Row = Mapping[str, Any]


def step_bar(procedure: Procedure, facts: CaseFacts, now: datetime) -> tuple[dict[str, Any], ...]:
    """One cell a milestone: label, note, state (done, now, later, skipped). The first one not finished is now.

    What is not owed yet but lies ahead is later: it may come to be owed; only what was passed over is skipped.
    """
    by_id = {state.step.id: state for state in states(procedure, facts, now)}
    cells: list[dict[str, Any]] = []
    reached = False
    for milestone in procedure.milestones:
        state, note = _cell(milestone, by_id)
        if state == OPEN:
            state = LATER if reached else "now"
            note = "" if reached else note
            reached = True
        elif state == "skipped" and reached:
            state, note = LATER, ""
        cells.append({"label": milestone.label, "note": note, "state": state})
    return tuple(cells)


def _cell(milestone: Milestone, by_id: Mapping[str, StepState]) -> tuple[str, str]:
    mine = [by_id[step] for step in milestone.steps]
    pending = [s for s in mine if s.state not in (DONE, NOT_OWED)]
    if pending:
        first = next((s for s in pending if s.state in (OPEN, BLOCKED)), pending[0])
        return OPEN, first.step.label
    done = [s.taken for s in mine if s.state == DONE and s.taken is not None]
    if not done:
        return "skipped", "不适用"
    return DONE, _day(max(done, key=lambda taken: local_day(taken.at)))


def _day(taken: Taken) -> str:
    day = local_day(taken.at)
    return f"{day.month}月{day.day}日"


def obligations(procedure: Procedure, facts: CaseFacts, now: datetime) -> tuple[dict[str, Any], ...]:
    """The panel of the case page: gates and obligations, each with who, by when and why.

    Every owed step that is done or next; of the later ones those that a gate asks for. After them what would
    still stand against closing the case.
    """
    facts = settled(procedure, facts)
    rows = [row for state in states(procedure, facts, now) for row in _rows_of(facts, state, now)]
    named = {row["step"] for row in rows if row["state"] != "ok"}
    rows += [_owing(one) for one in open_obligations(procedure, facts) if _STEP_OF.get(one.code) not in named]
    return tuple(rows)


def closing_obligations(facts: CaseFacts, procedure: Procedure | None = None) -> tuple[Obligation, ...]:
    """What stands against closing the case (未了事项). Raises KeyError where its procedure is not released."""
    declared = procedure or next((p for p in reversed(RELEASED) if p.code == facts.procedure), None)
    if declared is None:
        raise KeyError(facts.procedure)
    return open_obligations(declared, facts)


_STEP_OF = {"unpaid": "PG-17", "unserved": "PG-15", "unpublished": "PG-16", "property": "PG-26"}
"""The step that meets an obligation: where the panel already asks for it, it is not asked twice."""


def gate_of(step: Step) -> str:
    """The hard gate that asks for a step: G-06 for the review. "" where none does."""
    return next((g.id for g in GATES.values() if step.id in g.speaks_for and g.number), "")


def _rows_of(facts: CaseFacts, state: StepState, now: datetime) -> Iterator[dict[str, Any]]:
    step, gate = state.step, gate_of(state.step)
    row = {
        "step": step.id,
        "label": step.label,
        "gate": gate,
        "who": "、".join(role.label for role in step.by),
        "day": state.due.ends_on if state.due else None,
        "why": "、".join(str(b) for b in basis_of(step.basis, facts)),
        "url": "",
    }
    if state.state == DONE and state.taken is not None:
        names = "、".join(actor.name for actor in state.taken.actors if actor.name)
        outcome = step.outcome(state.taken.outcome)
        said = f"：{outcome.label}" if outcome and state.taken.outcome else ""
        yield row | {"state": "ok", "label": step.label + said, "who": names, "day": None, "why": _done_on(state.taken)}
    elif state.state == OPEN:
        late = state.due is not None and state.due.is_past_at(now)
        yield row | ({"state": "bad", "word": "已逾期"} if late else {"state": "waiting", "word": "待办理"})
    elif state.state == BLOCKED:
        why = "".join(refusal.sentence for refusal in state.refusals)
        gates = "、".join(dict.fromkeys(refusal.gate for refusal in state.refusals if refusal.gate))
        yield row | {"state": "bad", "gate": gates or gate, "why": why, "word": "受阻"}
    elif state.state == LATER and gate:
        yield row | {"state": "later"}


def _done_on(taken: Taken) -> str:
    return f"{written(local_day(taken.at))}办理"


def _owing(one: Obligation) -> dict[str, Any]:
    cited = "、".join(str(b) for b in one.basis)
    return {
        "step": "",
        "label": one.label,
        "gate": "G-16",
        "who": "",
        "day": None,
        "why": f"{one.remedy}（{cited}）",
        "url": "",
        "state": "waiting",
        "word": "未了",
    }
