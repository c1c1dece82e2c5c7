"""申请法院强制执行的关口: G-12 not too early and not too late, and what the application must hold (ACL 53 to 58; ADLITI 152 to 157)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lantai.law.disputes import annulment
from lantai.law.enforcing import demand_still_runs, in_dispute, ripe_on, said, was_sued, window
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.periods import local_day, written
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.statutes_in_force import ACL, ADLIT, ADLITI, APL


def not_too_early(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-12: no remedy may still be open or under way, the party was asked once more and has not performed (ACL 46, 53, 54).

    Ten working days lie between the demand and the application; a sale of what was seized waits for the demand's own term.
    """
    today = local_day(attempt.at)
    by_judgment = said(facts, "ground") == "judgment"
    if (now := in_dispute(facts, today)) is not None:
        yield Refusal("G-12", (ACL[53],), f"{now.label}正在进行，不得申请人民法院强制执行", "请待其审结并生效后再申请")
    elif not was_sued(facts) or by_judgment:
        span = window(facts)
        if span is None:
            yield Refusal(
                "G-12",
                (ACL[53],),
                "不能确定申请行政复议、提起行政诉讼的期限何时届满",
                "请填写决定书的送达日期；年份的节假日安排尚未载入的，待载入后再申请",
            )
        elif today < span.opens:
            what = "判决确定的履行期限" if by_judgment else "法定的复议、诉讼期限或者延期、分期缴纳的期限"
            yield Refusal("G-12", (*span.basis, APL[72, 2]), f"{what}尚未届满", f"请自{written(span.opens)}起申请")
    yield from _sale_ripe(facts, today) if attempt.step == "CX-7" else _application_ripe(facts, today)
    if facts.event("performed") is not None:
        yield Refusal("G-12", (ACL[54],), "当事人已经履行义务", "请以“当事人自行履行完毕”结案")


def _application_ripe(facts: CaseFacts, today: date) -> Iterable[Refusal]:
    ripe = ripe_on(facts)
    if ripe is None:
        yield Refusal("G-12", (ACL[54],), "申请前没有催告当事人履行义务", "请先制发催告书并送达当事人")
    elif today < ripe:
        yield Refusal(
            "G-12",
            (ACL[54], ACL[69]),
            "催告书送达未满十个工作日",
            f"请自{written(ripe)}起、当事人仍未履行义务时申请",
        )


def _sale_ripe(facts: CaseFacts, today: date) -> Iterable[Refusal]:
    if facts.last("CX-3") is None:
        yield Refusal("G-12", (ACL[46, 3],), "拍卖前没有催告当事人履行义务", "请先制发催告书并送达当事人")
    elif still := demand_still_runs(facts, "CX-3", today):
        yield Refusal("G-12", (ACL[46, 3],), f"{still}，不得拍卖", "请待催告的期限届满")


def not_too_late(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-12: within three months; later only for a good reason, which is written down (ACL 53; ADLITI 156)."""
    span = window(facts)
    if span is None or not span.closes.is_past(local_day(attempt.at)):
        return
    if str(attempt.stated.get("late_reason") or "").strip():
        return
    last = span.closes.legal_due
    yield Refusal(
        "G-12",
        span.basis,
        f"申请的期限已于{written(last)}届满，人民法院不予受理" if last else "申请的期限已经届满",
        "有正当理由的，写明逾期的理由",
        field="late_reason",
    )


def without_own_power(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Who has the power to execute uses it; the court is for those who have none (ACL 13, 53)."""
    if attempt.stated.get("no_own_power") is False:
        yield Refusal(
            "",
            (ACL[13, 2], ACL[53]),
            "法律规定由本机关强制执行的，不适用申请人民法院强制执行",
            "请按行政强制执行程序办理",
            field="no_own_power",
        )
    if attempt.stated.get("ground") == "changed":
        yield Refusal("", (ADLIT[97],), "经复议变更的决定由行政复议机关申请执行", "请移交行政复议机关", field="ground")


def application_complete(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The five materials, the signature of the head, the court of the place (ACL 54, 55; ADLITI 157)."""
    if attempt.stated.get("signed_by_head") is False:
        yield Refusal(
            "",
            (ACL[55, 2],),
            "强制执行申请书没有由行政机关负责人签名、加盖印章并注明日期",
            "请补正后再申请",
            field="signed_by_head",
        )
    if attempt.stated.get("materials_complete") is False:
        yield Refusal(
            "",
            (ACL[55, 1],),
            "申请材料不齐全",
            "请备齐申请书、行政决定书及事实理由依据、当事人的意见及催告情况、执行标的情况",
            field="materials_complete",
        )
    place, immovable = attempt.stated.get("court_place"), attempt.stated.get("immovable")
    if said(facts, "ground") == "judgment" or was_sued(facts):
        return  # a judgment is executed by the court of first instance, wherever it is (ADLITI 154)
    if immovable and place == "agency":
        yield Refusal(
            "",
            (ACL[54], ADLITI[157]),
            "执行对象是不动产的，应当向不动产所在地的基层人民法院申请",
            "请改为不动产所在地的法院",
            field="court_place",
        )
    if place in ("other", "first_instance"):
        yield Refusal(
            "",
            (ACL[54], ADLITI[157]),
            "应当向行政机关所在地或者不动产所在地的基层人民法院申请",
            "请核对管辖的法院",
            field="court_place",
        )


def over(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Closed only when the court has executed or refused for good, the party has performed, or nothing is asked any more."""
    why = concluded(facts)
    if not why:
        yield Refusal(
            "",
            (ACL[57], ACL[58]),
            "人民法院尚未执行完毕，也没有裁定不予受理或者不准予执行",
            "请待人民法院的裁定和执行结果",
        )
    elif attempt.outcome and attempt.outcome not in why:
        yield Refusal("", (ACL[57], ACL[58]), "所选的结案情形与案卷不符", "请核对结案的情形", field="outcome")


def concluded(facts: CaseFacts) -> frozenset[str]:
    """In which ways the application has come to its end; empty while it goes on."""
    found = set()
    accepted, ruled, above = facts.last("CX-5"), facts.last("CX-5-1"), facts.last("CX-5-3")
    granted = above is not None and above.outcome in ("", "allowed")
    denied = ruled is not None and ruled.outcome == "refused"
    if (ruled and not denied) or (denied and granted):
        found |= {"court_executed", "ended"}
    if facts.last("CX-7"):
        found.add("executed")
    rejected = ruled is None and accepted is not None and accepted.outcome == "rejected"
    if (rejected or denied) and not granted and (facts.last("CX-5-2") is None or above is not None):
        found.add("not_allowed")
    if facts.event("performed") is not None:
        found.add("performed")
    heard = facts.last("CX-3-1")
    gone = facts.event("execution_ended") is not None or annulment(facts) is not None
    if gone or (heard and heard.outcome == "accepted"):
        found.add("ended")
    return frozenset(found)


GATES = (
    Gate("G-12", "申请法院强制执行的时间", (ACL[53], ACL[54], ADLITI[156]), not_too_early, Asks.FILE, ("CX-3",)),
    Gate("court_window", "申请的三个月期限", (ACL[53], ADLITI[156]), not_too_late, Asks.STATEMENT),
    Gate("no_own_power", "没有强制执行权", (ACL[53],), without_own_power, Asks.STATEMENT),
    Gate("application_complete", "申请的材料和法院", (ACL[54], ACL[55]), application_complete, Asks.STATEMENT),
    Gate("application_over", "申请执行已经终了", (ACL[57], ACL[58]), over),
)
