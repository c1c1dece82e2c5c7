"""The one door for every step of every procedure, and for what happens in a case without being a step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from lantai.cases import facts as rows_of
from lantai.cases.commands import acting, deciding, licensing, people, performing, publishing, reviewing
from lantai.cases.commands.papers import _issue_of_act
from lantai.cases.commands.taking import (
    Taking,
    _instant,
    _issue_documents,
    _locked,
    _own,
    _prepare,
    _project,
    _refused,
    _running,
    _shine_above,
    _write_step,
)
from lantai.cases.models import Case, CaseEvent, CaseExtension, CaseInterval, TakenStep
from lantai.law import act_review, engine, periods, released, statements
from lantai.law.facts import CaseFacts
from lantai.law.people import Actor, Role
from lantai.law.periods import local_day
from lantai.law.procedure import Procedure
from lantai.law.procedures.desks import HEADS
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.law.sheets.timetable import unit_of
from lantai.law.terms import term_of
from lantai.ledger import clock
from lantai.ledger.act import command, put

DECIDING = ("decide", "decide_on_the_spot")
"""The steps that are a decision, of the ordinary and of the summary procedure."""


@command("cases.take_step", "办理环节")
def take_step(
    *,
    actor: Actor,
    case: Case,
    step: str,
    at: datetime | None = None,
    outcome: str = "",
    stated: Mapping[str, Any] | None = None,
    with_officers: Sequence[int] = (),
    seen: int | None = None,
) -> TakenStep:
    """Take a step: lock the case, ask the law, write the step, its documents and what follows from it.

    ``seen`` is the version of the case that the page showed. Raises Refused, Malformed, Conflict.
    """
    case = _locked(case, seen, TakenStep)
    _own(actor, case, reviews=act_review.is_review(case.procedure, step))
    taking = _prepare(actor, case, step, at, outcome, stated or {}, with_officers)
    return _take(taking)


def _take(taking: Taking) -> TakenStep:
    case, version = taking.case, taking.case.version
    if taking.step.code in DECIDING:
        deciding._check_draft(taking)
    if act_review.is_review(case.procedure, taking.step.id) and not _refused(taking):
        reviewing._bind(taking)
    _write_step(taking, version + 1)
    if taking.step.code in DECIDING:
        deciding._decide(taking)
    licensed = licensing._decide(taking)
    _issue_documents(taking)
    if licensed or taking.step.code in DECIDING:
        deciding._name_document(taking)
    _follow(taking)
    _project(case, taking.procedure, taking.facts)
    put(case, version=version)
    _shine_above(case)
    return taking.taken  # type: ignore[return-value]


def _follow(taking: Taking) -> None:
    for consequence in CONSEQUENCES:
        consequence(taking)


CONSEQUENCES: tuple[Callable[[Taking], None], ...] = (
    acting._act,
    people._assign,
    licensing._assign,
    performing._serve,
    performing._pay,
    performing._plan_instalments,
    performing._stop_clock,
    publishing._publish_result,
)


@command("cases.note_event", "登记案件事件")
def note_event(
    *,
    actor: Actor,
    case: Case,
    kind: str,
    at: datetime | None = None,
    stated: Mapping[str, Any] | None = None,
    seen: int | None = None,
) -> CaseEvent:
    """Note a happening that is no step of ours, such as a waiver or a reconsideration accepted elsewhere."""
    case = _locked(case, seen)
    _own(actor, case, reviews=kind == "review_materials_complete")
    if kind not in statements.EVENTS:
        raise Malformed("kind", "没有这种事件")
    handlers = set(case.handlers.filter(to_on__isnull=True).values_list("person_id", flat=True))
    if not statements.may_note(kind, actor.roles, actor.person_id in handlers, bool(handlers)):
        raise Refused([Refusal("", (), "这项事件不由您登记", "请由本案承办人、承办机构负责人或者机关负责人登记")])
    _running(case, "本案", "登记事件", "确需补充的，请依档案管理规定办理")
    event = put(
        CaseEvent(
            case=case,
            kind=kind,
            at=_instant(at, case),
            recorded_at=clock.now(),
            stated=statements.read_event(kind, stated or {}),
            recorded_by_id=actor.person_id or None,
        )
    )
    if kind == "payment" and event.stated.get("receipt_no"):
        performing._record(actor, case, event.stated, event.at)
    performing._turn_clock(actor, event)
    _issue_of_act(actor, case, kind, event.at, {"confirmed": event.stated})
    _settle(case)
    return event


def _settle(case: Case) -> None:
    """Bring the projections up to date and raise the version."""
    facts = rows_of.of(case, clock.today())
    _project(case, released.version_of(case.procedure, case.procedure_version), facts)
    put(case, version=case.version)
    _shine_above(case)


@command("cases.start_interval", "开始计时扣除", allowed=(Role.OFFICER, Role.UNIT_HEAD, *HEADS))
def start_interval(
    *,
    actor: Actor,
    case: Case,
    kind: str,
    start: date,
    end: date | None = None,
    told_in_writing: bool = True,
    note: str = "",
    seen: int | None = None,
) -> CaseInterval:
    """Begin a span that stops the clock. One of a kind at a time; not before the case, and not in the future."""
    case = _locked(case, seen)
    _own(actor, case)
    if kind not in periods.STOP_LABELS:
        raise Malformed("kind", "请选择计时扣除的事由")
    if start > clock.today():
        raise Malformed("start", "起始日不能晚于今天")
    if start < local_day(case.opened_at):
        raise Malformed("start", "起始日不能早于案件登记之日")
    if end is not None and end < start:
        raise Malformed("end", "终止日不能早于起始日")
    if CaseInterval.objects.filter(case=case, kind=kind, end__isnull=True).exists():
        raise Refused(
            [
                Refusal(
                    "",
                    (),
                    f"“{periods.STOP_LABELS[kind]}”尚未结束，不能重复开始",
                    "请先登记上一次的终止日",
                    field="kind",
                )
            ]
        )
    made = put(CaseInterval(case=case, kind=kind, start=start, end=end, told_in_writing=told_in_writing, note=note))
    _settle(case)
    return made


@command("cases.end_interval", "结束计时扣除", allowed=(Role.OFFICER, Role.UNIT_HEAD, *HEADS))
def end_interval(*, actor: Actor, interval: CaseInterval, end: date, seen: int | None = None) -> CaseInterval:
    case = _locked(interval.case, seen)
    _own(actor, case)
    held = CaseInterval.objects.select_for_update().get(pk=interval.pk)
    if held.end is not None:
        raise Refused([Refusal("", (), "这次计时扣除已经结束", "无须再办")])
    if not held.start <= end <= clock.today():
        raise Malformed("end", "终止日须在起始日与今天之间")
    held.end = end
    put(held, version=held.version)
    _settle(case)
    return held


@command("cases.extend", "延长期限", allowed=HEADS)
def extend(*, actor: Actor, case: Case, step: str, amount: int, reason: str, seen: int | None = None) -> CaseExtension:
    """The head lengthens the term of a step, as often and as far as its law allows and while it still runs."""
    case = _locked(case, seen)
    _own(actor, case)
    procedure = released.version_of(case.procedure, case.procedure_version)
    if step not in procedure:
        raise Malformed("step", "这个程序里没有这一环节")
    facts = rows_of.of(case, clock.today())
    if not reason.strip():
        raise Malformed("reason", "请填写延长期限的理由")
    before, due = CaseExtension.objects.filter(case=case, step=step).count(), _due(procedure, facts, step)
    if refused := engine.extension_refusals(procedure, facts, step, amount, actor, clock.now(), before):
        raise Refused(refused)
    made = put(
        CaseExtension(
            case=case,
            step=step,
            amount=amount,
            reason=reason.strip(),
            approved_by_id=actor.person_id,
            approved_at=clock.now(),
        )
    )
    told = {
        "label": f"“{procedure[step].label}”的期限",
        "amount": amount,
        "unit": _unit(procedure, facts, step),
        "due_before": due,
        "due_after": _due(procedure, rows_of.of(case, clock.today()), step),
        "reason": made.reason,
    }
    _issue_of_act(actor, case, "extend", made.approved_at, {"extension": told})
    _settle(case)
    return made


def _unit(procedure: Procedure, facts: CaseFacts, step: str) -> str:
    term = term_of(procedure, procedure[step], facts)
    return unit_of(term) if term else "日"


def _due(procedure: Procedure, facts: CaseFacts, step: str) -> str:
    """The last day of a term, as a document takes it; "" where it has not begun."""
    end = engine.due_of(procedure, facts, step, clock.today())
    return end.legal_due.isoformat() if end and end.legal_due else ""
