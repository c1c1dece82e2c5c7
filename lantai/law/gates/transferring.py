"""移送的关口: no penalty instead of a transfer, complete annexes, and no end while an objection runs (XFER 6, 9 to 11; ACL 21)."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.statutes_in_force import ACL, APL, XFER
from lantai.law.transfers import with_police


def no_penalty_instead(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """While a suspected crime is with the chief or the police, the case is not decided by a penalty (XFER 11; APL 27)."""
    if attempt.outcome.startswith("transfer") or not with_police(facts):
        return
    yield Refusal(
        "",
        (XFER[11, 1], APL[27, 1]),
        "本案涉嫌犯罪，正在移送公安机关，不得以行政处罚代替移送",
        "请待公安机关决定；不予立案或者退回的，继续依法处理",
    )


def annexes(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The report is attached, and of goods under a measure the party is told in writing (XFER 6; ACL 21)."""
    if attempt.stated.get("report_attached") is False:
        yield Refusal("", (XFER[6, 1, 2],), "没有附涉嫌犯罪案件情况的调查报告", "请附调查报告", field="report_attached")
    if attempt.stated.get("measures_told") is False:
        yield Refusal(
            "",
            (ACL[21],),
            "查封、扣押、冻结的财物一并移送，没有书面告知当事人",
            "请书面告知当事人",
            field="measures_told",
        )


def objection_over(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """An objection that was raised is answered before the case goes on (XFER 9)."""
    if facts.last("XF-6") is not None and facts.last("XF-7") is None:
        yield Refusal("", (XFER[9, 2],), "提请复议或者建议监督尚无结果", "请先登记结果")


def objection_by_turn(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Police and procuratorate are each asked once about a refusal; after the procuratorate nobody is (XFER 9)."""
    refused, asked = facts.last("XF-4"), facts.last("XF-6")
    if refused is None or asked is None:
        return
    since = facts.taken[facts.taken.index(refused) :]
    if asked.outcome == "procuratorate" and facts.last("XF-7") is not None:
        yield Refusal("", (XFER[9, 2],), "建议立案监督已有结果，不再提请复议或者建议监督", "请依法继续处理本案")
    elif any(t.step == "XF-6" and t.outcome == attempt.outcome for t in since):
        police = attempt.outcome == "police"
        yield Refusal(
            "",
            (XFER[9, 2],),
            f"已经{'提请公安机关复议' if police else '建议人民检察院立案监督'}，不得就同一不予立案决定重复提出",
            "请登记其结果；对复议决定仍有异议的，自收到复议决定通知书之日起三日内建议人民检察院立案监督",
            field="outcome",
        )


GATES = (
    Gate("no_penalty_instead", "不得以行政处罚代替移送", (XFER[11, 1],), no_penalty_instead),
    Gate("transfer_annexes", "移送的材料", (XFER[6],), annexes, Asks.STATEMENT),
    Gate("objection_by_turn", "先复议后监督，各一次", (XFER[9, 2],), objection_by_turn),
    Gate("objection_over", "复议、监督有结果", (XFER[9],), objection_over),
)
