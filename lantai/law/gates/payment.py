"""缴款的关口: who may collect, whether all is paid, instalments, the surcharge, and what becomes of the goods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from lantai.law import deferrals
from lantai.law.disputes import pauses
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.money import Instalment, grouped, instalment_errors, surcharge
from lantai.law.periods import due, local_day
from lantai.law.procedure import Procedure
from lantai.law.proposal import decision, read, yuan
from lantai.law.refusals import Refusal
from lantai.law.service_days import day_of, effective_day
from lantai.law.statutes_in_force import ACL, APL, SAMR
from lantai.law.terms import basis_of


def _paid_by(facts: CaseFacts, kind: str, more: Mapping[str, Any] | None = None) -> Decimal:
    """What reached the treasury: payments recorded by step and by event, each receipt once."""
    rows: dict[object, Decimal] = {}
    takings = [t for t in facts.taken if t.step in ("PG-17", "PS-5") and not t.void and t.outcome != "handed_in"]
    stated = [t.stated for t in takings] + [e.stated for e in facts.events if e.step == "payment" and not e.void]
    for place, words in enumerate([*stated, *([more] if more else [])]):
        if (words.get("kind") or "fine") == kind and words.get("amount"):
            rows[words.get("receipt_no") or place] = yuan(words["amount"])
    return sum(rows.values(), Decimal(0))


def unpaid(facts: CaseFacts, more: Mapping[str, Any] | None = None) -> dict[str, Decimal]:
    """What is still owed of fine and gains after the decision, by kind; ``more`` is a payment about to be recorded."""
    made = decision(facts)
    if made is None:
        return {}
    content = read({**facts.flags, **made.stated}, made.outcome)
    if not content.is_penalty:
        return {}
    owed = {"fine": content.fine, "gains": content.gains}
    left = {kind: amount - _paid_by(facts, kind, more) for kind, amount in owed.items()}
    return {kind: amount for kind, amount in left.items() if amount > 0}


LABELS = {"fine": "罚款", "gains": "违法所得"}


def collected_lawfully(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """罚缴分离: officers collect nothing themselves but in remote places (APL 67, 69); on the spot PS-5 asks."""
    if attempt.stated.get("channel") == "officer" and attempt.stated.get("channel_reason") != "remote":
        yield Refusal(
            "",
            (APL[67, 2],),
            "作出处罚决定的行政机关及其执法人员不得自行收缴罚款",
            "请当事人到指定的银行或者通过电子支付系统缴纳",
            field="channel",
        )


def paid_in_full(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Performed is performed: a part is recorded as a part (APL 66, 67).

    A step that states no amount while no payment is on file says that all has been performed in another way.
    """
    if attempt.outcome not in ("", "full"):
        return
    recorded = any(t.step == "PG-17" and t.stated.get("amount") for t in facts.taken if not t.void)
    if not attempt.stated.get("amount") and not recorded and facts.event("payment") is None:
        return
    left = unpaid(facts, attempt.stated)
    if left:
        what = "、".join(f"{LABELS[kind]}{grouped(amount)}" for kind, amount in left.items())
        yield Refusal("", (APL[66, 1], APL[67, 3]), f"尚有{what}未缴纳", "请登记为部分履行", field="outcome")


def instalments_add_up(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A deferral names its day, instalments add up to the fine, and the party is in hardship (APL 66 ¶2; SAMR 74)."""
    if attempt.outcome == "refused":
        return
    basis = basis_of((APL[66, 2], SAMR[74]), facts)
    if "hardship" in attempt.stated and not str(attempt.stated["hardship"]).strip():
        yield Refusal(
            "",
            basis,
            "没有写明当事人的经济困难",
            "请写明当事人申请的理由；没有经济困难的，不得延期或者分期",
            field="hardship",
        )
    made = decision(facts)
    fine = read({**facts.flags, **made.stated}).fine if made else Decimal(0)
    day = local_day(attempt.at)
    if plan := attempt.stated.get("plan"):
        rows = [Instalment(day_of(r["due_on"]) or day, yuan(r["amount"])) for r in plan]
        for error in instalment_errors(fine, rows, day):
            yield Refusal("", basis, error, "请修改分期缴纳计划", field="plan")
    until = day_of(attempt.stated.get("until"))
    if until is not None and until <= day:
        yield Refusal("", basis, "延期缴纳的截止日期应当在批准之后", "请修改截止日期", field="until")


def pay_until(facts: CaseFacts) -> date | None:
    """The last lawful day to pay: fifteen days from service, or the end of a deferral; None while unknown."""
    served = facts.last("PG-15")
    day = effective_day(facts, served) if served else None
    return due(deferrals.paying(deferrals.PAY_WITHIN, facts), day).legal_due if day else None


def surcharge_right(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Three per cent a day from the day after the due day, never more than the fine (APL 72; ACL 45)."""
    last, made = pay_until(facts), decision(facts)
    if made is None or facts.last("PG-15") is None:
        return
    if last is None:
        yield Refusal(
            "",
            (APL[67, 3], APL[72, 1, 1]),
            "决定书的送达日期尚未登记或者缴纳期限的届满日待定，不得加处罚款",
            "请先登记决定书的送达日期；节假日安排尚未公布的，请在公布后办理",
        )
        return
    through = day_of(attempt.stated.get("through")) or local_day(attempt.at)
    if through <= last:
        yield Refusal(
            "", (APL[67, 3], APL[72, 1, 1]), "缴纳期限尚未届满，不得加处罚款", "请在期限届满后办理", field="through"
        )
        return
    fine = read({**facts.flags, **made.stated}).fine
    most = surcharge(fine, last, through, (*facts.intervals, *pauses(facts)))
    stated = yuan(attempt.stated.get("amount"))
    if stated > most.amount:
        yield Refusal(
            "",
            (APL[72, 1, 1], ACL[45, 2]),
            f"加处罚款{grouped(stated)}超过应计的{grouped(most.amount)}",
            f"请按计算结果填写：{most.sentence}",
            field="amount",
        )


def disposed_lawfully(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Destruction only by law, and every yuan to the treasury (APL 74)."""
    stated = attempt.stated
    basis = stated.get("destruction_basis")
    if attempt.outcome == "destruction" and basis is not None and not str(basis).strip():
        yield Refusal(
            "", (APL[74, 1],), "没有写明应当销毁的法律依据", "请写明依据，或者公开拍卖", field="destruction_basis"
        )
    if yuan(stated.get("proceeds")) > 0 and not str(stated.get("treasury_receipt") or "").strip():
        yield Refusal(
            "", (APL[74, 2],), "处理所得款项没有上缴国库的票据", "请上缴国库并填写票据号码", field="treasury_receipt"
        )


GATES = (
    Gate("collection", "罚缴分离", (APL[67, 2],), collected_lawfully, Asks.STATEMENT),
    Gate("paid_in_full", "履行完毕", (APL[66, 1],), paid_in_full, Asks.STATEMENT),
    Gate("instalments", "延期、分期缴纳", (APL[66, 2], SAMR[74]), instalments_add_up, Asks.STATEMENT),
    Gate("surcharge", "加处罚款", (APL[72, 1, 1], ACL[45]), surcharge_right, Asks.STATEMENT),
    Gate("disposal", "罚没财物处理", (APL[74],), disposed_lawfully, Asks.STATEMENT),
)
