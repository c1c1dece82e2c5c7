"""行政检查的关口: G-14 matter published, approved, within the yearly cap; and what an inspection must show, sign and tell."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.inspections import CAPPED_PARTIES, SOURCES, is_emergency, is_full, said, visits_in
from lantai.law.periods import local_day, written
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.statutes_in_force import ALL, APL, INSP54, INSPDOC, INSPQA

APPROVED = ("", "approved")


def published(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-14: a matter that is not published on the day is not inspected."""
    if attempt.step in ("IN-3", "IN-5-1") and attempt.outcome not in APPROVED:
        return
    known, day = facts.inspection, local_day(attempt.at)
    remedy = "请先按规定公布该检查事项；没有法定依据的事项不得公布，也不得检查"
    if known is None or known.matter_from is None:
        yield Refusal("G-14", (INSP54.whole,), "本检查事项未经公布，不得实施检查", remedy, field="power")
    elif day < known.matter_from:
        yield Refusal(
            "G-14", (INSP54.whole,), f"本检查事项自{written(known.matter_from)}起才公布", remedy, field="power"
        )
    elif known.matter_to is not None and day > known.matter_to:
        yield Refusal(
            "G-14", (INSP54.whole,), f"本检查事项已于{written(known.matter_to)}停止公布", remedy, field="power"
        )


def within_cap(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-14: the yearly cap for one enterprise; clues and requests may go over it, campaigns from above do not count."""
    if attempt.step in ("IN-3", "IN-5-1") and attempt.outcome not in APPROVED:
        return
    known, day = facts.inspection, local_day(attempt.at)
    source = str(said(facts, "inspection_source", attempt.stated.get("inspection_source")) or "")
    if known is None or facts.party.kind not in CAPPED_PARTIES:
        return
    if source in known.beyond | known.uncounted or not is_full(known, day):
        return
    others = "、".join(label for code, label in SOURCES.items() if code in known.beyond | known.uncounted)
    yield Refusal(
        "G-14",
        (INSP54.whole, INSPQA.whole),
        f"本年度对该企业已检查{visits_in(known, day.year)}次，达到年度频次上限{known.cap}次",
        f"请改用书面核查、信息共享等方式；确有{others}等情形的，按实际来源登记",
        field="inspection_source",
    )


def approved(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-14: no inspection without approval; in an emergency it is made up afterwards."""
    approval = facts.last("IN-3")
    if is_emergency(facts) or (approval is not None and approval.outcome in APPROVED):
        return
    yield Refusal(
        "G-14",
        (INSP54.whole, INSPQA.whole),
        "检查没有经过行政执法主体负责人批准",
        "请先报负责人批准；情况紧急需要当场实施的，在检查方案中写明情况，检查后及时补办",
    )


def made_up(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-14: the result of an emergency inspection waits until its approval was made up."""
    made = facts.last("IN-5-1")
    if not is_emergency(facts) or (made is not None and made.outcome in APPROVED):
        return
    yield Refusal("G-14", (INSPQA.whole,), "当场实施的检查尚未补办批准手续", "请先报负责人补办批准，再告知检查结果")


def earlier_findings(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A follow-up (复查) begins with what was found the last time."""
    if attempt.stated.get("earlier_case") and not str(attempt.stated.get("earlier_findings") or "").strip():
        yield Refusal(
            "",
            (INSP54.whole,),
            "复查没有写明上次检查发现的问题",
            "请写明上次检查发现的问题，复查从这些问题开始",
            field="earlier_findings",
        )


def scanned(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """扫码入企: the visit is entered by its code, or the reason why it could not be is written down."""
    stated = attempt.stated
    if not str(stated.get("scan_code") or "").strip() and not str(stated.get("no_scan_reason") or "").strip():
        yield Refusal(
            "", (INSPQA.whole,), "没有扫码登记，也没有写明不能扫码的原因", "请填写其中一项", field="scan_code"
        )


def signed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The record is signed, or it says why it is not."""
    if attempt.stated.get("signed") is False and not str(attempt.stated.get("refusal_note") or "").strip():
        yield Refusal(
            "",
            (INSPDOC.whole,),
            "笔录没有被检查人签名，也没有注明原因",
            "请由被检查人核对签名；拒绝签名的，写明情况",
            field="refusal_note",
        )


def result_follows(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The result agrees with the record: what the record found is not told as nothing, and no problem is made up."""
    record = facts.last("IN-6")
    rows = record.stated.get("findings") if record else None
    failed = [r for r in rows or () if r.get("result") == "failed"]
    if attempt.outcome in ("", "none") and failed:
        yield Refusal(
            "",
            (INSPDOC.whole,),
            f"笔录记录{len(failed)}项不符合要求，不能告知为没有发现问题",
            "请按笔录告知检查结果",
            field="outcome",
        )
    if attempt.outcome in ("correct", "penalty") and rows and not failed:
        yield Refusal(
            "",
            (INSPDOC.whole,),
            "笔录的检查项目均符合要求，没有可以责令改正或者立案的问题",
            "请核对笔录；有遗漏的，补作现场检查笔录",
            field="outcome",
        )


GATES = (
    Gate("G-14", "检查经负责人批准", (INSP54.whole, INSPQA.whole), approved, Asks.FILE, ("IN-2", "IN-3")),
    Gate("inspection_matter", "检查事项已经公布", (INSP54.whole,), published),
    Gate("inspection_cap", "年度频次上限", (INSP54.whole, INSPQA.whole), within_cap, Asks.STATEMENT),
    Gate("inspection_made_up", "补办批准", (INSPQA.whole,), made_up, Asks.FILE, ("IN-5-1",)),
    Gate("earlier_findings", "复查从上次的问题开始", (INSP54.whole,), earlier_findings, Asks.STATEMENT),
    Gate("scanned", "扫码入企", (INSPQA.whole,), scanned, Asks.STATEMENT),
    Gate("record_signed", "笔录签名", (INSPDOC.whole, ALL[61, 2]), signed, Asks.STATEMENT),
    Gate("result_follows", "结果与笔录相符", (INSPDOC.whole, APL[40]), result_follows, Asks.STATEMENT),
)
