"""Whether a step may be taken: the rules of order, of persons and of time, and the gates the step names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lantai.law.conditions import CONDITIONS, holds, outlasts
from lantai.law.engine.reading import (
    comes_before_decision,
    decided,
    ended_by_step,
    ending,
    finished,
    ids_of,
    label_of,
    met,
    needs_of,
    outcome_label,
)
from lantai.law.engine.timing import end_of, late, meant
from lantai.law.expropriations import as_for_household
from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.force import instant, settled
from lantai.law.gates import GATES, Asks
from lantai.law.gates.officers import TWO_OFFICERS, too_few
from lantai.law.periods import local_day, written
from lantai.law.policy import is_market, value
from lantai.law.procedure import Outcome, Procedure, Stage, Step
from lantai.law.refusals import Refusal
from lantai.law.released import is_released
from lantai.law.statutes_in_force import APL, SAMR
from lantai.law.terms import basis_of, term_of


def refusals(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> tuple[Refusal, ...]:
    """Why the step may not be taken now by these people with these statements; empty if it may.

    Raises KeyError for a step that the procedure does not have, Malformed for an outcome that the step does not.
    """
    step, outcome = meant(procedure, attempt)
    attempt = replace(attempt, outcome=outcome.code if outcome else "")
    facts = as_for_household(settled(procedure, facts), attempt)
    found = list(against_file(procedure, facts, attempt, step, outcome, Asks))
    found += _of_person(procedure, facts, attempt, step, outcome)
    found += _of_time(procedure, facts, attempt, step)
    return tuple(dict.fromkeys(found))


def against_file(
    procedure: Procedure,
    facts: CaseFacts,
    attempt: Attempt,
    step: Step,
    outcome: Outcome | None,
    asked: Iterable[Asks],
) -> Iterable[Refusal]:
    """The rules of order and the gates of the kinds ``asked``. ``facts`` settled."""
    basis = basis_of(step.basis, facts)
    lasting = outlasts(step.applies)
    if ended_by_step(procedure, facts) and not lasting:
        yield Refusal("", basis, "本案已经办结归档", "不得再办理；需要更正的，请制发补正文书")
        return
    if (ended := ending(procedure, facts)) is not None and step.stage is not Stage.CLOSE and not lasting:
        label = outcome_label(procedure, ended)
        yield Refusal("", basis, f"本案已经“{label}”，不再办理“{step.label}”", "请办理结案")
        return
    if comes_before_decision(procedure, step) and (made := decided(procedure, facts)) is not None:
        label = outcome_label(procedure, made)
        yield Refusal("", basis, f"本案已经作出决定（{label}），不再办理“{step.label}”", "请办理决定之后的环节")
    if not holds(step.applies, facts):
        yield Refusal(
            "", basis, f"“{step.label}”的适用条件不具备：{CONDITIONS[step.applies].label}", "请办理本案应当办理的环节"
        )
    if step.child and not any(is_released(code) for code in step.child):
        yield Refusal(
            "", basis, f"“{step.label}”的程序尚未在本平台施行", "请按线下程序办理并将材料归入案卷", policy=True
        )
    if finished(procedure, facts, step) is not None and not step.repeatable:
        yield Refusal("", basis, f"“{step.label}”已经办结", "如需重新办理，须先由有权人员退回")
    yield from _suspended(procedure, facts, attempt, step)
    gates = [GATES[g] for g in step.gates if GATES[g].asks in asked]
    spoken: set[str] = set()
    by_gates: list[Refusal] = []
    for gate in gates:
        said = list(gate.check(procedure, facts, attempt))
        if said:
            spoken.update(gate.speaks_for)
        by_gates += said
    yield from _order(procedure, facts, attempt, step, outcome, spoken)
    yield from by_gates


def _order(
    procedure: Procedure,
    facts: CaseFacts,
    attempt: Attempt,
    step: Step,
    outcome: Outcome | None,
    spoken: set[str],
) -> Iterable[Refusal]:
    """What must come first and has not; what a gate has already said better is left to it."""
    basis = basis_of(step.basis, facts)
    for need in needs_of(step, outcome):
        if ids_of(need) and ids_of(need) <= spoken:
            continue
        before = met(procedure, facts, need)
        if before is True and step.id in ids_of(need):
            before = False  # an earlier taking of the step itself is never excused by the step not being owed
        if before is False:
            label = label_of(procedure, facts, need)
            yield Refusal("", basis, f"前一环节未完成：{label}", f"请先办理“{label}”")
        elif isinstance(before, Taken) and instant(before.at) > instant(attempt.at):
            label = label_of(procedure, facts, need)
            yield Refusal(
                "",
                basis,
                f"办理时间早于前一环节“{label}”（{written(local_day(before.at))}）",
                "请核对办理时间",
                field="at",
            )


def _of_person(
    procedure: Procedure, facts: CaseFacts, attempt: Attempt, step: Step, outcome: Outcome | None
) -> Iterable[Refusal]:
    """Who may take the step, and whether the case has its handlers."""
    basis = basis_of(step.basis, facts)
    allowed = outcome.by if outcome and outcome.by else step.by
    if not any(actor.has(*allowed) for actor in attempt.actors):
        who = "、".join(role.label for role in allowed)
        what = outcome.label if outcome and outcome.by else step.label
        yield Refusal("", basis, f"“{what}”只能由{who}办理", f"请由{who}办理")
    if step.assigns and (outcome is None or not outcome.ends):
        named = attempt.stated.get("officers")
        handlers = [h for h in facts.officers if named is None or h.person_id in set(named)]
        yield from too_few(step.assigns, handlers, facts, local_day(attempt.at), TWO_OFFICERS, "officers")


def _of_time(procedure: Procedure, facts: CaseFacts, attempt: Attempt, step: Step) -> Iterable[Refusal]:
    """Lateness that refuses: by policy of this platform, or because the right has lapsed by law."""
    if step.late == "record" or not late(procedure, facts, attempt):
        return
    end = end_of(procedure, facts, step.id, local_day(attempt.at))
    term = term_of(procedure, step, facts)
    if end is None or end.legal_due is None or term is None:
        return
    if str(attempt.stated.get("late_reason") or "").strip() and step.late == "lapse":
        return
    if step.late == "policy":
        if value(facts.agency, "overdue_decision") == "record":
            return
        remedy = "请先报批延长期限；不能作出处罚决定的，依法作出其他处理"
    else:
        remedy = "期限已经失效；有正当理由的，写明理由"
    yield Refusal(
        "",
        (term.basis,),
        f"“{step.label}”的期限已于{written(end.legal_due)}届满",
        remedy,
        field="late_reason" if step.late == "lapse" else "",
        policy=step.late == "policy",
    )


def _suspended(procedure: Procedure, facts: CaseFacts, attempt: Attempt, step: Step) -> Iterable[Refusal]:
    """While the investigation stands still, only its resumption, its end and the care of measures go on."""
    day = local_day(attempt.at)
    still = any(
        i.kind == "suspension" and i.start <= day and (i.end is None or day <= i.end) and i.end != day
        for i in facts.intervals
    )
    if still and step.stage in (Stage.INVESTIGATE, Stage.DECIDE) and step.code != "suspend_or_terminate":
        basis = (SAMR[46],) if is_market(facts.agency) else (APL[57, 1],)
        if not step.child and not procedure.code.startswith(("evidence.", "coercion.")):
            yield Refusal(
                "", basis, "本案已中止调查", "请在中止的原因消除后先恢复调查", policy=not is_market(facts.agency)
            )
