"""送达执行: service, payment, instalments, extensions and stopped clocks that a step brings with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q

from lantai.cases import composing
from lantai.cases.commands.taking import Taking
from lantai.cases.models import Case, CaseEvent, CaseInterval, Decision, Instalment, Payment, ServiceRecord, TakenStep
from lantai.documents.models import IssuedDocument
from lantai.law import periods
from lantai.law.conditions import hearing_asked
from lantai.law.facts import Interval
from lantai.law.people import Actor
from lantai.law.periods import local_day
from lantai.law.refusals import Refusal, Refused
from lantai.law.service_of_documents import Mode, effective_on
from lantai.law.statutes_in_force import APL
from lantai.ledger import clock
from lantai.ledger.act import command, put, strike

_WITH_ANOTHER = ("service_receipt", "decision_abstract")
"""Papers that are not served for themselves: the receipt, and the abstract that goes in front of its decision."""


def _serve(taking: Taking) -> None:
    """What the step says was served: its own outward documents and, by its receipt, those of the act it rests on."""
    mode = taking.stated.get("mode")
    if not mode:
        return
    served = [d for d in taking.documents if not d.is_internal and d.kind not in _WITH_ANOTHER]
    if any(d.kind == "service_receipt" for d in taking.documents):
        served += composing.resting_on(taking.case, taking.facts, taking.rows, taking.step.id)
    if not served:
        decision = Decision.objects.select_related("document").filter(case=taking.case).first()
        served = [decision.document] if decision and decision.document else []
    for document in served:
        record_service(
            actor=taking.actor, case=taking.case, step=taking.taken, document=document, mode=mode, stated=taking.stated
        )


@command("cases.record_service", "登记送达")
def record_service(
    *, actor: Actor, case: Case, step: TakenStep, document: IssuedDocument, mode: str, stated: dict[str, Any]
) -> ServiceRecord:
    """One document served on one person. Terms of the party run from ``effective_on``."""
    served = _date(stated.get("served_on")) or local_day(step.at)
    return put(
        ServiceRecord(
            case=case,
            document=document,
            step=step,
            mode=mode,
            served_on=served,
            effective_on=_date(stated.get("effective_on")) or effective_on(Mode(mode), served),
            receiver=stated.get("receiver") or "",
            relation=stated.get("relation") or "",
            address=stated.get("address") or "",
            witness=stated.get("witness") or "",
            refusal_reason=stated.get("refusal_reason") or "",
        )
    )


def _date(value: Any) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None


def _pay(taking: Taking) -> None:
    """Money that the step says was paid: by the party at the bank, or collected on the spot."""
    if taking.stated.get("receipt_no") and taking.stated.get("amount"):
        _record(taking.actor, taking.case, taking.stated, taking.at)


def _record(actor: Actor, case: Case, said: dict[str, Any], at: datetime) -> None:
    record_payment(
        actor=actor,
        case=case,
        kind=str(said.get("kind") or "fine"),
        amount=Decimal(str(said["amount"])),
        paid_on=_date(said.get("paid_on")) or local_day(at),
        receipt_no=str(said["receipt_no"]),
    )


@command("cases.record_payment", "登记缴款")
def record_payment(*, actor: Actor, case: Case, kind: str, amount: Decimal, paid_on: date, receipt_no: str) -> Payment:
    """Money that reached the treasury's account; a receipt counts once."""
    if Payment.objects.filter(case=case, receipt_no=receipt_no, kind=kind).exists():
        raise Refused([Refusal("", (APL[67],), f"票据{receipt_no}已经登记过", "请核对票据号码", field="receipt_no")])
    return put(
        Payment(
            case=case,
            kind=kind,
            amount=amount,
            paid_on=paid_on,
            receipt_no=receipt_no,
            recorded_at=clock.now(),
            recorded_by_id=actor.person_id,
        )
    )


def _plan_instalments(taking: Taking) -> None:
    """The days by which a fine may be paid after deferral: the parts of the plan, or all of it on one later day.

    A new grant takes the place of the former one; a new decision ends it. A refusal leaves it as it is.
    """
    if taking.step.code == "decide" and any(t.step == "PG-18" for t in taking.facts.taken):
        _end_plan(taking.case)
    if taking.step.code != "defer_payment" or taking.outcome == "refused":
        return
    plan = taking.stated.get("plan")
    if not plan and taking.stated.get("until"):
        decision = Decision.objects.filter(case=taking.case).first()
        plan = [{"due_on": taking.stated["until"], "amount": str(decision.fine)}] if decision else []
    if plan:
        plan_instalments(actor=taking.actor, case=taking.case, plan=plan)


@command("cases.plan_instalments", "登记分期缴纳")
def plan_instalments(*, actor: Actor, case: Case, plan: list[dict[str, Any]]) -> Case:
    """The parts and days in which a fine may be paid (APL 66); they take the place of an earlier plan."""
    _end_plan(case)
    for number, part in enumerate(plan, 1):
        put(
            Instalment(
                case=case,
                number=number,
                due_on=date.fromisoformat(str(part["due_on"])),
                amount=Decimal(str(part["amount"])),
            )
        )
    return case


def _end_plan(case: Case) -> None:
    """Strike the parts of a plan that holds no more; the step that granted it keeps them."""
    for part in Instalment.objects.filter(case=case):
        strike(part)


STARTS = {("ask_hearing", "asked"): periods.HEARING}
ENDS = {
    ("suspend_or_terminate", "terminated"): periods.SUSPENSION,
    ("ask_hearing", "withdrawn"): periods.HEARING,
    ("hold_hearing", "held"): periods.HEARING,
    ("hold_hearing", "forfeited"): periods.HEARING,
    ("examine_evidence", ""): periods.HEARING,
    ("ask_licence_hearing", "waived"): periods.HEARING,
}
"""Which outcomes begin and end the spans that are not counted (SAMR 64), besides what the steps state themselves."""
BEGUN_BY_EVENT = {"hearing_requested": periods.HEARING}
ENDED_BY_EVENT = {"hearing_withdrawn": periods.HEARING}
"""The same of happenings that are no step."""


def _stop_clock(taking: Taking) -> None:
    """Suspension, testing and hearing begin and end with their steps; a service by announcement stands while it runs."""
    outcome = taking.taken.outcome if taking.taken else ""
    day = _date(taking.stated.get("on")) or local_day(taking.at)
    key = (taking.step.code, outcome)
    _end_fallen(taking, day)
    intervals = list(taking.facts.intervals)
    begins = str(taking.stated.get("stops_clock") or STARTS.get(key, ""))
    ends = str(taking.stated.get("resumes_clock") or ENDS.get(key, ""))
    if kind := begins:
        if not any(i.kind == kind and i.end is None for i in intervals):
            told = taking.stated.get("appraisal_days") if taking.step.code == "tell_testing" else None
            until = day + timedelta(days=int(told)) if told else None  # a definite period ends by itself (ACL 25)
            until = until or _date(taking.stated.get("needed_until"))  # and so does the time that was told (ALL 45)
            written = bool(taking.stated.get("told_in_writing", True))
            stop_clock(actor=taking.actor, case=taking.case, kind=kind, start=day, end=until, told_in_writing=written)
            intervals.append(Interval(kind, day, until, written))
    elif kind := ends:
        intervals = _resume(taking, kind, day)
    elif taking.stated.get("mode") == Mode.ANNOUNCEMENT and taking.facts.last("PG-14") is None:
        start = _date(taking.stated.get("served_on")) or day
        end = effective_on(Mode.ANNOUNCEMENT, start)
        stop_clock(actor=taking.actor, case=taking.case, kind=periods.ANNOUNCEMENT, start=start, end=end)
        intervals.append(Interval(periods.ANNOUNCEMENT, start, end))
    else:
        return
    taking.facts = replace(taking.facts, intervals=tuple(intervals))


def _resume(taking: Taking, kind: str, day: date) -> list[Interval]:
    """Let the clock run again in the file; the intervals of the facts as they then are."""
    resume_clock(actor=taking.actor, case=taking.case, kind=kind, end=day)
    return [
        replace(i, end=max(i.start, day)) if i.kind == kind and (i.end is None or i.end > day) else i
        for i in taking.facts.intervals
    ]


def _end_fallen(taking: Taking, day: date) -> None:
    """A hearing whose request fell with the notice it answered stops the clock no longer; asked for anew it does again."""
    facts, kind = taking.facts, periods.HEARING
    standing = any(i.kind == kind and i.end is None for i in facts.intervals)
    fallen = any(t.step == "H-2" and t.void and t.outcome == "asked" for t in facts.taken)
    if standing and fallen and not hearing_asked(facts):
        taking.facts = replace(facts, intervals=tuple(_resume(taking, kind, day)))


def _turn_clock(actor: Actor, event: CaseEvent) -> None:
    """A hearing asked for or given up outside the steps stops or starts the clock as the steps do."""
    case, day = event.case, local_day(event.at)
    if kind := BEGUN_BY_EVENT.get(event.kind):
        if not CaseInterval.objects.filter(case=case, kind=kind, end__isnull=True).exists():
            stop_clock(actor=actor, case=case, kind=kind, start=day)
    elif kind := ENDED_BY_EVENT.get(event.kind):
        resume_clock(actor=actor, case=case, kind=kind, end=day)


@command("cases.stop_clock", "中止计时")
def stop_clock(
    *, actor: Actor, case: Case, kind: str, start: date, end: date | None = None, told_in_writing: bool = True
) -> CaseInterval:
    """Begin a span that a step brings with it; with ``end`` where it is known from the start."""
    return put(CaseInterval(case=case, kind=kind, start=start, end=end, told_in_writing=told_in_writing))


@command("cases.resume_clock", "恢复计时")
def resume_clock(*, actor: Actor, case: Case, kind: str, end: date) -> Case:
    """The span ends on that day, also where it was to last longer."""
    for interval in CaseInterval.objects.filter(Q(end__isnull=True) | Q(end__gt=end), case=case, kind=kind):
        interval.end = max(interval.start, end)
        put(interval, version=interval.version)
    return case
