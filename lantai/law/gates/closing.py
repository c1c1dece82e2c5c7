"""G-16 结案: no case is closed while something is still owed in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lantai.law.conditions import holds
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.force import settled
from lantai.law.gates.gate import Gate
from lantai.law.gates.payment import LABELS, unpaid
from lantai.law.gates.recording import unrecorded
from lantai.law.money import grouped
from lantai.law.policy import value
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.released import RELEASED
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ACL, APL, SAMR, SEED, XFER
from lantai.law.terms import basis_of
from lantai.law.unsettled import unsettled


@dataclass(frozen=True)
class Obligation:
    """Something still owed in a case (未了事项): what, by which article, what cures it."""

    code: str
    label: str
    basis: tuple[Basis, ...]
    remedy: str


NESTED: dict[str, tuple[str, tuple[Basis, ...]]] = {
    "evidence.preservation": ("先行登记保存", (APL[56],)),
    "coercion.sealing_seizure": ("查封、扣押", (ACL[27], ACL[28, 1])),
    "coercion.freezing": ("冻结存款、汇款", (ACL[32, 1], ACL[33, 1])),
    "coercion.execution": ("行政强制执行", (ACL[34], ACL[40])),
    "coercion.court_application": ("申请人民法院强制执行", (ACL[53], ACL[57])),
    "transfer.criminal": ("移送涉嫌犯罪案件", (APL[27, 1], XFER[8], XFER[10])),
}
"""What may run nested in a case, and the articles by which it must come to its end."""


def open_obligations(
    procedure: Procedure, facts: CaseFacts, stated: Mapping[str, Any] | None = None
) -> tuple[Obligation, ...]:
    """What stands against the closing of a case. ``facts`` may be unsettled; ``stated`` a payment the closing states."""
    return tuple(_obligations(procedure, settled(procedure, facts), stated))


def _obligations(procedure: Procedure, facts: CaseFacts, stated: Mapping[str, Any] | None) -> Iterable[Obligation]:
    yield from _performance(facts, stated)
    if procedure.code == "penalty.ordinary" and holds("decided_here", facts):
        if facts.last("PG-15") is None:
            yield Obligation("unserved", "决定书尚未送达", (APL[61],), "请送达决定书")
        if facts.last("PG-16") is None:
            yield Obligation(
                "unpublished", "决定尚未公示，也未登记为不予公示", (APL[48], SEED.whole), "请公示或者登记理由"
            )
        if holds("confiscated", facts) and facts.last("PG-26") is None:
            yield Obligation("property", "没收的财物尚未处理", (APL[74],), "请登记拍卖、依规定处理或者销毁")
    collected = facts.last("PS-5")
    if collected is not None and collected.outcome != "handed_in" and not collected.stated.get("handed_in_on"):
        yield Obligation("cash", "当场收缴的罚款尚未交至行政机关", (APL[71],), "请登记交款")
    for owing in unsettled(facts):
        yield Obligation(owing.code, owing.label, (owing.basis,), owing.remedy)
    for child in facts.children:
        if not _child_over(child):
            label, basis = NESTED.get(child.procedure, ("附带的程序", (SEED.whole,)))
            yield Obligation("measure", f"{label}尚未办结", basis, "请作出处理决定、解除措施或者办结该程序")
    for taken in unrecorded(procedure, facts):
        label = procedure[taken.step].label
        yield Obligation(
            "recording", f"“{label}”应当音像记录，没有音像资料", (SEED.whole,), "请上传音像资料或者写明理由"
        )
    if any(i.end is None for i in facts.intervals):
        yield Obligation("interval", "仍有中止、检测等期间没有结束", (SAMR[46],), "请登记期间结束的日期")


def _performance(facts: CaseFacts, stated: Mapping[str, Any] | None) -> Iterable[Obligation]:
    if facts.event("execution_ended") is not None:
        return
    performed = facts.last("PG-17")
    amounts_recorded = any(
        t.stated.get("amount") for t in facts.taken if t.step in ("PG-17", "PS-5") and not t.void
    ) or facts.event("payment")
    if performed is not None and performed.outcome in ("", "full") and not amounts_recorded:
        return
    left = unpaid(facts, stated)
    for kind, amount in left.items():
        yield Obligation(
            "unpaid",
            f"{LABELS[kind]}尚有{grouped(amount)}未缴纳",
            (APL[66, 1], APL[72]),
            "请登记缴款，或者强制执行、终结执行",
        )


def _child_over(child: CaseFacts) -> bool:
    """Whether a nested measure has come to its end: a step that ends it stands, or its disposal was noted."""
    procedure = next((p for p in RELEASED if p.code == child.procedure), None)
    if procedure is None:
        return False
    now = settled(procedure, child)
    if now.event("disposed") is not None:
        return True
    for taken in now.taken:
        if taken.void or taken.step not in procedure:
            continue
        step = procedure[taken.step]
        outcome = step.outcome(taken.outcome)
        if step.ends or (outcome is not None and outcome.ends):
            return True
    return False


def nothing_open(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-16: closing with open obligations (SAMR 77; rule of this platform elsewhere)."""
    if not value(facts.agency, "closing_checks"):
        return
    for open_one in open_obligations(procedure, facts, attempt.stated):
        basis = (*open_one.basis, *basis_of((SAMR[77],), facts))
        yield Refusal("G-16", basis, f"{open_one.label}，不得结案", open_one.remedy)


GATES = (Gate("G-16", "未了事项", (SAMR[77], SEED.whole), nothing_open),)
