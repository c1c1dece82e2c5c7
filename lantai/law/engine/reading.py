"""What the references of a declaration come to in a case: needs, endings, what is finished. Facts are settled."""

from __future__ import annotations

from lantai.law.act_review import DECISIONS
from lantai.law.conditions import excused
from lantai.law.facts import CaseFacts, Taken
from lantai.law.force import settled
from lantai.law.procedure import Outcome, Procedure, Stage, Step
from lantai.law.proposal import DECISION_STEP


def needs_of(step: Step, outcome: Outcome | None) -> tuple[str, ...]:
    return outcome.needs if outcome is not None and outcome.needs is not None else step.needs


def finished(procedure: Procedure, facts: CaseFacts, step: Step) -> Taken | None:
    """The standing taking of a step that is no longer owed by it."""
    taken = facts.last(step.id)
    if taken is None:
        return None
    outcome = step.outcome(taken.outcome)
    return None if outcome is not None and outcome.unfinished else taken


def taken_by(procedure: Procedure, facts: CaseFacts, ref: str) -> Taken | None:
    """The standing taking behind a reference ``ID`` or ``ID:outcome``."""
    step_id, _, wanted = ref.partition(":")
    taken = facts.last(step_id)
    if taken is None or step_id not in procedure:
        return None
    step = procedure[step_id]
    if not wanted:
        return finished(procedure, facts, step)
    outcome = step.outcome(taken.outcome)
    return taken if outcome is not None and outcome.code == wanted else None


def met(procedure: Procedure, facts: CaseFacts, need: str) -> Taken | bool:
    """What fulfils a need: a taking or event; True where it does not arise; False where it is open."""
    refs = need.split("|")
    for ref in refs:
        taken = facts.event(ref[1:]) if ref.startswith("@") else taken_by(procedure, facts, ref)
        if taken is not None:
            return taken
    ids = [i for i in (r.partition(":")[0] for r in refs if not r.startswith("@")) if i in procedure]
    return bool(ids) and excused([procedure[i].applies for i in ids], facts)


def ids_of(need: str) -> set[str]:
    return {r.partition(":")[0] for r in need.split("|") if not r.startswith("@")}


def label_of(procedure: Procedure, facts: CaseFacts, need: str) -> str:
    """A need in words: the steps that are owed among its alternatives."""
    ids = list(dict.fromkeys(r.partition(":")[0] for r in need.split("|") if not r.startswith("@")))
    if len(ids) > 2 and procedure.kind == "处罚":
        return "执行完毕、终结执行、不予处罚、移送或者终止调查"
    labels = []
    for ref in need.split("|"):
        step_id, _, wanted = ref.partition(":")
        if step_id in procedure:
            step = procedure[step_id]
            outcome = step.outcome(wanted) if wanted else None
            first = step.outcomes[0].code if step.outcomes else ""
            labels.append(f"{step.label}（{outcome.label}）" if outcome and outcome.code != first else step.label)
    return "或者".join(dict.fromkeys(labels)) or need.lstrip("@")


def ending(procedure: Procedure, facts: CaseFacts) -> Taken | None:
    """The standing taking whose outcome has sent the case straight to closing."""
    for taken in reversed(facts.taken):
        if taken.void or taken.step not in procedure:
            continue
        outcome = procedure[taken.step].outcome(taken.outcome)
        if outcome is not None and outcome.ends and facts.last(taken.step) is taken:
            return taken
    return None


_HOUSES = "expropriation.housing"
_DECIDES = {**DECISION_STEP, _HOUSES: DECISIONS[_HOUSES]}
"""Of an expropriation: plan, comments, unregistered buildings, risk, funds and review come before it (EXPR 10-12, 24)."""


def decided(procedure: Procedure, facts: CaseFacts) -> Taken | None:
    """The standing decision to which the steps before it led."""
    made_by = _DECIDES.get(procedure.code)
    return facts.last(made_by) if made_by else None


def comes_before_decision(procedure: Procedure, step: Step) -> bool:
    """Whether a step only leads to the decision of a case: notice, defence, hearing, review, evidence.

    Once the decision stands they are past; what the police return takes its force and opens them again.
    """
    made_by = _DECIDES.get(procedure.code)
    early = step.stage in (Stage.START, Stage.INVESTIGATE, Stage.DECIDE)
    return made_by is not None and early and step.id != made_by and not step.child


def outcome_label(procedure: Procedure, taken: Taken) -> str:
    step = procedure[taken.step]
    outcome = step.outcome(taken.outcome)
    return outcome.label if outcome else step.label


def is_over(procedure: Procedure, facts: CaseFacts) -> bool:
    """Whether the case has come to its end. ``facts`` may be unsettled."""
    return ended_by_step(procedure, settled(procedure, facts))


def ended_by_step(procedure: Procedure, facts: CaseFacts) -> bool:
    """A step that ends the case stands, or an ending leaves nothing to close."""
    return ended_by(procedure, facts) is not None or (not procedure.closes and facts.event("disposed") is not None)


def ended_by(procedure: Procedure, facts: CaseFacts) -> Taken | None:
    """The taking with which the case came to its end."""
    for step in procedure.last_steps:
        taken = finished(procedure, facts, step)
        if taken is not None:
            return taken
    return None if procedure.closes else ending(procedure, facts)
