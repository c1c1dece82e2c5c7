"""先行登记保存的关口: approved before, or in an emergency within 24 hours after; listed; dealt with in a lawful way."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.statutes_in_force import APL, SAMR
from lantai.law.terms import basis_of

DISPOSALS = frozenset({"record", "testing", "sealing_seizure", "confiscation", "release"})


def approved(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The head has approved it; only an emergency lets the approval follow (APL 56; SAMR 33)."""
    approval = facts.last("PG-5-2")
    if approval is not None and approval.outcome in ("", "approved"):
        return
    asked = facts.last("PG-5-1")
    if attempt.stated.get("emergency") or (asked is not None and asked.stated.get("emergency")):
        return
    yield Refusal(
        "",
        basis_of((APL[56], SAMR[33]), facts),
        "先行登记保存未经行政机关负责人批准",
        "请先报负责人批准；情况紧急的，写明情况并在二十四小时内补办",
        field="emergency",
    )


def listed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The list is signed and handed over on the spot with the notice (SAMR 34)."""
    if attempt.stated.get("list_signed") is False:
        yield Refusal(
            "",
            basis_of((APL[56], SAMR[34]), facts),
            "清单没有由当事人和执法人员签名或者盖章并当场交付",
            "请当场清点、签名并交付；当事人拒绝的，由两名执法人员注明",
            field="list_signed",
        )


def lawful_way(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """One of the five disposals (SAMR 35)."""
    stated = attempt.stated.get("disposal") or ()
    unknown = set([stated] if isinstance(stated, str) else stated) - DISPOSALS
    if unknown:
        yield Refusal(
            "",
            basis_of((APL[56], SAMR[35]), facts),
            "处理方式不属于法定的五种方式",
            "请选择记录复制、检测鉴定、查封扣押、没收或者解除",
            field="disposal",
        )


GATES = (
    Gate("preservation_approval", "先行登记保存经负责人批准", (APL[56], SAMR[33]), approved, Asks.STATEMENT),
    Gate("list", "清单", (SAMR[34],), listed, Asks.STATEMENT),
    Gate("disposal_way", "处理方式", (SAMR[35],), lawful_way, Asks.STATEMENT),
)
