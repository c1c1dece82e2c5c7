"""行政许可的关口: G-13 once and with reasons; silence that accepts; staff, special procedures, extension (ALL 29 to 63)."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law import licences
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.periods import LICENCE_STOPS, STOP_LABELS, due, local_day, written
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.statutes_in_force import ALL
from lantai.law.terms import term_of

TWO = 2
_DENIALS = frozenset({"denied", "change_denied", "renewal_denied"})
_FEE_LEVELS = frozenset({"law", "regulation"})


def materials_relevant(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Nothing is asked for that does not concern the matter (ALL 31 ¶1)."""
    if attempt.stated.get("only_relevant") is False:
        yield Refusal(
            "",
            (ALL[31, 1],),
            "要求申请人提交了与许可事项无关的材料",
            "请退回无关的材料，只收取服务指南列明的材料",
            field="only_relevant",
        )


def once_and_with_reasons(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-13: one supplement only (ALL 32(4)); no denial without its reasons and the remedies (ALL 38 ¶2)."""
    if attempt.outcome == "supplement":
        if licences.supplements(facts):
            yield Refusal(
                "G-13",
                (ALL[32, 1, 4], ALL[72, 1, 4]),
                "已经一次告知需要补正的全部内容，不得再次要求补正",
                "补正材料已经提交的，请予受理；不符合法定条件的，在审查后作出决定",
                field="outcome",
            )
        if "missing" in attempt.stated and not _said(attempt, "missing"):
            yield Refusal("G-13", (ALL[32, 1, 4],), "没有写明需要补正的全部内容", "请逐项写明", field="missing")
    if attempt.outcome in _DENIALS:
        if not _said(attempt, "denial_reasons"):
            yield Refusal(
                "G-13",
                (ALL[38, 2], ALL[72, 1, 7]),
                "不予行政许可没有说明理由",
                "请写明不符合的法定条件、标准和事实",
                field="denial_reasons",
            )
        if not attempt.stated.get("remedies_told"):
            yield Refusal(
                "G-13",
                (ALL[38, 2],),
                "不予行政许可没有告知申请行政复议、提起行政诉讼的权利",
                "请在决定书中告知救济途径和期限",
                field="remedies_told",
            )


def _said(attempt: Attempt, word: str) -> str:
    value = attempt.stated.get(word)
    return "" if value in (None, False) else str(value).strip()


def silence_accepts(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """What was not answered within five days is accepted from its receipt: nothing but acceptance is left (ALL 32(4))."""
    day = local_day(attempt.at)
    if attempt.outcome in ("", "accepted"):
        if licences.supplements(facts) and facts.event("materials_completed") is None and not _corrected(attempt):
            yield Refusal(
                "",
                (ALL[32, 1, 5],),
                "已经告知补正，补正材料尚未登记收齐",
                "请在收到全部补正材料后登记“补正材料收齐”，再予受理",
                field="outcome",
            )
        return
    if licences.decision(facts) is not None:
        yield Refusal(
            "",
            (ALL[32], ALL[69, 2]),
            "已经作出许可决定，不得再不予受理",
            "以欺骗等不正当手段取得许可的，依法办理撤销",
            field="outcome",
        )
        return
    if licences.accepted_by_silence(facts, day):
        received = licences.received_on(facts)
        yield Refusal(
            "",
            (ALL[32, 1, 4],),
            f"收到申请材料后五日内没有告知，自收到之日{written(received) if received else ''}起即为受理",
            "请出具受理通知书；不符合法定条件的，在审查后作出不予许可的决定",
            field="outcome",
        )
        return
    again = attempt.outcome == "supplement" and licences.supplements(facts)  # G-13 says it
    if facts.event("materials_completed") is not None and attempt.outcome != "false_material" and not again:
        yield Refusal("", (ALL[32, 1, 5],), "申请人已经提交全部补正材料，应当受理", "请予受理", field="outcome")


def _corrected(attempt: Attempt) -> bool:
    return bool(attempt.stated.get("completed_on"))


def is_accepted(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Only an accepted application is examined and decided, by notice or by silence (ALL 32, 42)."""
    if licences.accepted_on(facts, local_day(attempt.at)) is None:
        yield Refusal("", (ALL[32],), "申请尚未受理", "请先作出是否受理的处理")


def two_staff(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The substance is verified by two or more members of staff (ALL 34 ¶3)."""
    if attempt.outcome == "verified" and len({a.person_id for a in attempt.actors}) < TWO:
        yield Refusal(
            "",
            (ALL[34, 3],),
            "核查申请材料的实质内容的工作人员不足两名",
            "请指派两名以上工作人员",
            field="with_officers",
        )


def two_testers(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Testing, inspection, quarantine by two or more members of staff (ALL 55 ¶2)."""
    own = attempt.outcome in ("", "testing") and attempt.stated.get("by_agency")
    if own and len({a.person_id for a in attempt.actors}) < TWO:
        yield Refusal(
            "", (ALL[55, 2],), "实施检验、检测、检疫的工作人员不足两名", "请指派两名以上工作人员", field="with_officers"
        )


def special_over(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The decision follows the result of the special procedure (ALL 53 to 55)."""
    if attempt.outcome == "renewed_by_silence":
        return
    for interval in facts.intervals:
        if interval.kind in LICENCE_STOPS and interval.end is None:
            label = STOP_LABELS[interval.kind]
            yield Refusal("", (ALL[45], ALL[55, 1]), f"{label}尚未结束", "请登记结果后再作出决定")


# ---- extension, certificate, fee, supervision, filing -------------------------------------------------------------


def extended(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Once, within the term, ten or fifteen working days, with the reasons told (ALL 42)."""
    basis = (ALL[42, 2],) if licences.is_several(facts) else (ALL[42, 1],)
    most, days = licences.longest_extension(facts), attempt.stated.get("days")
    if any(facts.extensions.get(step) for step in licences.DECISIONS):
        yield Refusal("", basis, "审查期限已经延长一次，不得再延长", "请在期限内作出决定")
    if _run_out(procedure, facts, attempt):
        yield Refusal("", basis, "审查期限已经届满，不得再延长", "请尽快作出决定，并记明逾期的理由", policy=True)
    if days is not None and not 0 < int(days) <= most:
        yield Refusal("", basis, f"延长不得超过{most}日", "请修改延长的日数", field="days")
    if attempt.stated.get("reasons_told") is False:
        yield Refusal("", basis, "没有将延长期限的理由告知申请人", "请告知延长期限的理由", field="reasons_told")
    if licences.is_several(facts) and attempt.stated.get("government_approved") is False:
        yield Refusal(
            "", basis, "统一、联合、集中办理的延长没有经本级人民政府负责人批准", "请报本级人民政府负责人批准",
            field="government_approved",
        )  # fmt: skip


def _run_out(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> bool:
    """Whether the term of the decision is over: what has run out is not lengthened (ALL 42)."""
    day = local_day(attempt.at)
    start = licences.accepted_on(facts, day)
    deciding = "LI-8" if licences.application_kind(facts) == licences.NEW else "LI-11"
    term = term_of(procedure, procedure[deciding], facts)
    return start is not None and term is not None and due(term, start, facts.intervals).is_past(day)


def certificate_for_a_grant(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A certificate is issued upon a grant only (ALL 39)."""
    if attempt.outcome in ("", "certificate") and not licences.is_granted(facts):
        yield Refusal("", (ALL[39],), "没有准予许可，不得颁发许可证件", "请送达不予许可的决定书", field="outcome")


def no_fee(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """No fee unless a law or administrative regulation says so; never for the form (ALL 58)."""
    if attempt.stated.get("fee_basis_level") not in _FEE_LEVELS:
        yield Refusal(
            "",
            (ALL[58, 1], ALL[75, 1]),
            "收取费用没有法律、行政法规依据",
            "不得收取；已经收取的，请退还",
            field="fee_basis_level",
        )
    if attempt.stated.get("for_form"):
        yield Refusal("", (ALL[58, 2],), "提供申请书格式文本不得收费", "请退还", field="for_form")


def supervised_fairly(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Signed by those who inspected, without disturbing business, without benefits (ALL 61 ¶2, 63)."""
    if attempt.stated.get("signed") is False:
        yield Refusal("", (ALL[61, 2],), "监督检查记录没有由检查人员签字", "请签字后归档", field="signed")
    if attempt.stated.get("undisturbed") is False:
        yield Refusal("", (ALL[63],), "监督检查妨碍了正常的生产经营活动", "请改正检查的方式", field="undisturbed")


def all_over(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Nobody files while something still runs: an interval, or a certificate that was granted and not issued."""
    if any(i.end is None for i in facts.intervals):
        yield Refusal("", (ALL[45],), "仍有特别程序或者听证的期间没有结束", "请登记期间结束的日期")


GATES = (
    Gate("G-13", "一次告知补正，不予许可说明理由", (ALL[32, 1, 4], ALL[38, 2]), once_and_with_reasons, Asks.STATEMENT),
    Gate("licence_materials", "不收取无关材料", (ALL[31, 1],), materials_relevant, Asks.STATEMENT),
    Gate("silence_accepts", "逾期不告知即为受理", (ALL[32, 1, 4],), silence_accepts, Asks.STATEMENT),
    Gate("accepted", "申请已经受理", (ALL[32],), is_accepted, speaks_for=("LI-2",)),
    Gate("two_staff", "两名以上工作人员核查", (ALL[34, 3],), two_staff, Asks.PERSON),
    Gate("two_testers", "两名以上工作人员检验", (ALL[55, 2],), two_testers, Asks.PERSON),
    Gate("special_over", "特别程序已经结束", (ALL[45],), special_over),
    Gate("licence_extension", "延长审查期限", (ALL[42],), extended, Asks.STATEMENT),
    Gate("certificate", "准予许可才颁发证件", (ALL[39],), certificate_for_a_grant, Asks.STATEMENT),
    Gate("licence_fee", "不收取费用", (ALL[58], ALL[59]), no_fee, Asks.STATEMENT),
    Gate("licence_supervision", "监督检查", (ALL[61], ALL[63]), supervised_fairly, Asks.STATEMENT),
    Gate("licence_over", "期间已经结束", (ALL[45],), all_over),
)
