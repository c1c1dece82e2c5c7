"""期限: when a step is due, whether it is late, whether its term may be lengthened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from lantai.law.engine.reading import taken_by
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.force import settled
from lantai.law.licences import STARTS
from lantai.law.measures import MEASURES
from lantai.law.people import Actor
from lantai.law.periods import Due, due, local_day
from lantai.law.procedure import Extension, Outcome, Procedure, Step, Term, Unit
from lantai.law.refusals import Malformed, Refusal
from lantai.law.service_days import day_of, effective_day
from lantai.law.terms import added_days, basis_of, extensions_of, term_of


def meant(procedure: Procedure, attempt: Attempt) -> tuple[Step, Outcome | None]:
    step = procedure[attempt.step]
    outcome = step.outcome(attempt.outcome)
    if attempt.outcome and outcome is None:
        raise Malformed("outcome", f"“{step.label}”没有这种结果")
    return step, outcome


def is_late(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> bool:
    """Whether the step would be taken after the last lawful day of its term."""
    meant(procedure, attempt)
    return late(procedure, settled(procedure, facts), attempt)


def late(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> bool:
    step, outcome = meant(procedure, attempt)
    if outcome is not None and outcome.untimed:
        return False
    end = end_of(procedure, facts, step.id, local_day(attempt.at))
    if end is None:
        return False
    acted = day_of(attempt.stated.get("posted_on") or attempt.stated.get("requested_on"))
    return end.is_past(acted) if acted else end.is_past_at(attempt.at)


def due_of(procedure: Procedure, facts: CaseFacts, step_id: str, today: date) -> Due | None:
    """When the term of a step ends; None where it has none or it has not begun by ``today``."""
    return end_of(procedure, settled(procedure, facts), step_id, today)


def end_of(procedure: Procedure, facts: CaseFacts, step_id: str, today: date) -> Due | None:
    """``due_of`` for settled facts."""
    span = span_of(procedure, facts, procedure[step_id], today)
    return None if span is None else span.end


@dataclass(frozen=True)
class Span:
    """A term as it runs in a case: from when (that day itself is not counted) and until when."""

    term: Term
    start: date | datetime
    end: Due


def span_of(procedure: Procedure, facts: CaseFacts, step: Step, today: date) -> Span | None:
    """The term of a step; None where it has none or it has not begun by ``today``. For settled facts."""
    term = term_of(procedure, step, facts)
    if term is None:
        return None
    start = _start(procedure, facts, term.after, term.unit is Unit.HOURS, today)
    if start is None or local_day(start) > today or _is_answered(facts, step, term, start):
        return None
    return Span(term, start, due(term, start, facts.intervals, added_days(procedure, facts, step.id)))


def _is_answered(facts: CaseFacts, step: Step, term: Term, start: date | datetime) -> bool:
    """Whether what began the term was answered by a taking since set back: the term begins anew when it is asked again."""
    if not term.after.startswith("@") or facts.last(step.id) is not None:
        return False
    return any(t.step == step.id and t.void and local_day(t.at) >= local_day(start) for t in facts.taken)


def begun_on(procedure: Procedure, facts: CaseFacts, step_id: str) -> date | None:
    """The day on which the term of a step began, which is not counted itself; None where it has not begun."""
    known = settled(procedure, facts)
    term = term_of(procedure, procedure[step_id], known)
    start = _start(procedure, known, term.after, False, date.max) if term is not None else None
    return local_day(start) if start is not None else None


_RECEIVED = ("landed_on", "requested_on", "ruling_received_on")
"""Words in which a step states the day that counts, where it is noted later."""


def _start(
    procedure: Procedure, facts: CaseFacts, after: str, to_the_minute: bool, today: date
) -> date | datetime | None:
    """The beginning of a term: the first of its references that stands."""
    if after in STARTS:
        return STARTS[after](facts, today)
    for ref in after.split("|"):
        taken = facts.event(ref[1:]) if ref.startswith("@") else taken_by(procedure, facts, ref)
        if taken is None:
            continue
        if to_the_minute:
            return taken.at
        if received := next((d for word in _RECEIVED if (d := day_of(taken.stated.get(word)))), None):
            return received
        served = procedure.code not in MEASURES and any(w in taken.stated for w in ("effective_on", "mode"))
        return effective_day(facts, taken) if served else local_day(taken.at)
    return None


def extension_refusals(
    procedure: Procedure, facts: CaseFacts, step_id: str, amount: int, actor: Actor, at: datetime, number: int = 0
) -> tuple[Refusal, ...]:
    """Why the term of a step may not be lengthened by ``amount`` now; ``number`` extensions were granted before."""
    step = procedure[step_id]
    basis = basis_of(step.basis, facts)
    own_step = procedure.code.startswith(("coercion.", "licence."))
    if own_step and added_days(procedure, settled(procedure, facts), step_id):
        number = max(number, 1)  # lengthened by a step of its own (CM-7, LI-8-1)
    lawful = extensions_of(procedure, step, settled(procedure, facts))
    if number >= len(lawful):
        text = "的期限不得延长" if not lawful else f"的期限已延长{number}次，不得再延长"
        return (Refusal("", basis, f"“{step.label}”{text}", "请在期限内办结"),)
    rule: Extension = lawful[number]
    found = []
    if not actor.has(*rule.by):
        who = "、".join(r.label for r in rule.by)
        found.append(Refusal("", (rule.basis,), f"延长期限应当由{who}批准", f"请报{who}批准", policy=rule.policy))
    if amount <= 0 or (rule.amount and amount > rule.amount):
        text = f"延长应当在{rule.amount}日以内" if rule.amount else "延长的日数应当大于零"
        found.append(Refusal("", (rule.basis,), text, "请修改延长的日数", field="amount", policy=rule.policy))
    minutes = facts.event("extension_discussed") or settled(procedure, facts).last("PG-13")
    if rule.collective and minutes is None:
        found.append(
            Refusal("", (rule.basis,), "再次延长应当经负责人集体讨论", "请先登记集体讨论情况", policy=rule.policy)
        )
    end = due_of(procedure, facts, step_id, local_day(at))
    if end is not None and end.is_past(local_day(at)):
        found.append(Refusal("", (rule.basis,), "期限已经届满，不得再延长", "请写明逾期理由，依法处理", policy=True))
    return tuple(found)
