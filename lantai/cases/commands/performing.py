"""送达执行: service, payment, instalments, extensions and stopped clocks that a step brings with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.timezone import localtime

from lantai.cases.commands.taking import Taking
from lantai.cases.models import Case, CaseInterval, Decision, Instalment, Payment, ServiceRecord, TakenStep
from lantai.documents.models import IssuedDocument
from lantai.law import periods
from lantai.law.facts import Interval
from lantai.law.people import Actor
from lantai.law.refusals import Refusal, Refused
from lantai.law.service_of_documents import Mode, effective_on
from lantai.law.statutes_in_force import APL
from lantai.ledger import clock
from lantai.ledger.act import command, put


def _serve(taking: Taking) -> None:
    """What the step says was served: its own outward documents, else the decision."""
    mode = taking.stated.get("mode")
    if not mode:
        return
    served = [d for d in taking.documents if not d.is_internal and d.kind != "service_receipt"]
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
    served = _date(stated.get("served_on")) or localtime(step.at).date()
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
    if taking.stated.get("receipt_no") and taking.stated.get("amount"):
        record_payment(
            actor=taking.actor,
            case=taking.case,
            kind=str(taking.stated.get("kind") or "fine"),
            amount=Decimal(str(taking.stated["amount"])),
            paid_on=_date(taking.stated.get("paid_on")) or localtime(taking.at).date(),
            receipt_no=str(taking.stated["receipt_no"]),
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
    plan = taking.stated.get("plan")
    if plan:
        plan_instalments(actor=taking.actor, case=taking.case, plan=plan)


@command("cases.plan_instalments", "登记分期缴纳")
def plan_instalments(*, actor: Actor, case: Case, plan: list[dict[str, Any]]) -> Case:
    """The parts and days in which a fine may be paid (APL 66)."""
    first = Instalment.objects.filter(case=case).count() + 1
    for number, part in enumerate(plan, first):
        put(
            Instalment(
                case=case,
                number=number,
                due_on=date.fromisoformat(str(part["due_on"])),
                amount=Decimal(str(part["amount"])),
            )
        )
    return case


def _stop_clock(taking: Taking) -> None:
    """Suspension begins with its approval and ends with the resumption; both by the words of the step."""
    begins, ends = taking.stated.get("stops_clock"), taking.stated.get("resumes_clock")
    day = localtime(taking.at).date()
    if begins in periods.STOP_LABELS:
        stop_clock(actor=taking.actor, case=taking.case, kind=str(begins), start=day)
        taking.facts = replace(taking.facts, intervals=(*taking.facts.intervals, Interval(str(begins), day)))
    if ends in periods.STOP_LABELS:
        resume_clock(actor=taking.actor, case=taking.case, kind=str(ends), end=day)
        taking.facts = replace(
            taking.facts,
            intervals=tuple(
                replace(i, end=day) if i.kind == ends and i.end is None else i for i in taking.facts.intervals
            ),
        )


@command("cases.stop_clock", "中止计时")
def stop_clock(*, actor: Actor, case: Case, kind: str, start: date) -> CaseInterval:
    return put(CaseInterval(case=case, kind=kind, start=start))


@command("cases.resume_clock", "恢复计时")
def resume_clock(*, actor: Actor, case: Case, kind: str, end: date) -> Case:
    for interval in CaseInterval.objects.filter(case=case, kind=kind, end__isnull=True):
        interval.end = max(interval.start, end)
        put(interval, version=interval.version)
    return case
