"""行政征收的关口: standard and amount, deferral and its silence, overdue, late charge, treasury (WATER 32 to 37; ACL 45)."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law import levies
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.money import grouped
from lantai.law.periods import local_day, written
from lantai.law.procedure import Procedure
from lantai.law.proposal import yuan
from lantai.law.refusals import Refusal
from lantai.law.statutes_in_force import ACL, WATER


def by_published_standard(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """What is not published is not levied (WATER 32)."""
    if attempt.stated.get("standard_published") is False:
        yield Refusal(
            "",
            (WATER[32, 1],),
            "征收项目和标准没有公布，不得据以征收",
            "请依据公布的项目和标准核定",
            field="standard_published",
        )


def reckoned_right(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The amount is quantity times rate, where both are stated, and more than nothing."""
    stated = attempt.stated
    amount = stated.get("amount")
    if amount is None:
        return
    if yuan(amount) <= 0:
        yield Refusal("", (WATER[32, 1],), "应缴数额应当大于零", "不需要缴纳的，不必核定", field="amount")
    if stated.get("quantity") is not None and stated.get("rate") is not None:
        product = yuan(stated["quantity"]) * yuan(stated["rate"])
        if product != yuan(amount):
            yield Refusal(
                "",
                (WATER[32, 1],),
                f"应缴数额{grouped(yuan(amount))}与数量乘以标准所得{grouped(product)}不一致",
                "请核对数量、标准和数额",
                field="amount",
            )


def within_ninety_days(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """No deferral longer than ninety days (WATER 34)."""
    for word in ("days", "granted_days"):
        days = attempt.stated.get(word)
        if days is not None and int(days) > levies.LONGEST_DEFERRAL:
            text = f"缓缴{days}日，超过九十日"
            yield Refusal("", (WATER[34],), text, "缓缴期限最长不得超过九十日，请修改", field=word)


def silence_is_consent(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """After five working days the request counts as granted, and can neither be refused nor cut short (WATER 34)."""
    end = levies.answer_due(facts)
    if end is None:
        return
    over = end.is_past_at(attempt.at)
    if attempt.outcome == "lapsed":
        if not over:
            day = written(end.legal_due) if end.legal_due else "期限届满之日"
            yield Refusal(
                "",
                (WATER[34],),
                f"答复期限至{day}届满，现在还不能视为同意",
                "请在期限内作出书面决定",
                field="outcome",
            )
        return
    asked = facts.last("LV-4")
    wanted = int((asked.stated.get("days") if asked else None) or levies.LONGEST_DEFERRAL)
    shorter = attempt.stated.get("granted_days") is not None and int(attempt.stated["granted_days"]) < wanted
    if over and (attempt.outcome == "refused" or shorter):
        yield Refusal(
            "",
            (WATER[34],),
            "五个工作日内没有作出决定，已视为同意缓缴，不能再不同意或者缩短",
            "请登记为“期满未作决定，视为同意”",
            field="outcome",
        )


def overdue(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Nobody is ordered to pay before the term, deferral included, has run out (WATER 33, 34)."""
    end = levies.payment_due(facts)
    if end is None or end.legal_due is None:
        if facts.last("LV-2") is not None:
            yield Refusal(
                "",
                (WATER[33, 1],),
                "缴纳通知单尚未送达，缴纳期限没有开始计算",
                "请登记送达日期；无法送达的，以其他方式送达",
            )
    elif local_day(attempt.at) <= end.legal_due:
        asked = levies.deferral(facts)
        text = "缓缴期限" if asked is not None and asked.stands else "缴纳期限"
        basis = WATER[34] if asked is not None and asked.stands else WATER[33, 1]
        yield Refusal("", (basis,), f"{text}至{written(end.legal_due)}才届满", "请在期限届满后仍未缴纳时再办")


def charged_within_the_law(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The charge is told, reckoned by its rate up to today, and never above what is owed (ACL 45)."""
    stated = attempt.stated
    if stated.get("standard_told") is False:
        yield Refusal(
            "",
            (ACL[45, 1],),
            "滞纳金的标准没有告知缴纳人",
            "请先在责令限期缴纳通知书中告知标准",
            field="standard_told",
        )
    through = levies.charged_through(stated, local_day(attempt.at))
    if through > local_day(attempt.at):
        yield Refusal("", (ACL[45, 1],), "滞纳金不得预先计算", "请计算至今日或者更早的日期", field="through")
    amount, most = stated.get("amount"), levies.principal(facts)
    if amount is None:
        return
    if yuan(amount) > most:
        yield Refusal(
            "",
            (ACL[45, 2],),
            f"滞纳金{grouped(yuan(amount))}，超出应缴数额{grouped(most)}",
            "滞纳金的数额不得超出金钱给付义务的数额，请修改",
            field="amount",
        )
        return
    ordered = facts.last("LV-5")
    rate = stated.get("rate") or (ordered.stated.get("late_rate") if ordered else None)
    if rate is None:
        yield Refusal(
            "",
            (ACL[45, 1],),
            "没有写明滞纳金的标准",
            "请写明法律、法规规定的标准；没有规定的，不得加收",
            field="rate",
        )
        return
    right = levies.late_charge(facts, rate, through)
    if yuan(amount) > right:
        yield Refusal(
            "",
            (ACL[45, 1],),
            f"滞纳金{grouped(yuan(amount))}，多于按标准计算至{written(through)}的{grouped(right)}",
            "请核对标准和起止日期",
            field="amount",
        )


def not_by_hand(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The money goes to the treasury, never through the hands of those who levy it (WATER 35, 37)."""
    if attempt.stated.get("channel") == "officer":
        yield Refusal(
            "",
            (WATER[35], WATER[37]),
            "执收人员不得直接收取款项",
            "请缴纳人通过银行或者电子支付系统缴入国库",
            field="channel",
        )


def paid_up(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Paid is paid, and a part is a part."""
    if attempt.stated.get("amount") is None:
        return
    left = levies.outstanding(facts, attempt.stated)
    if left and attempt.outcome in ("", "full"):
        what = "、".join(f"{levies.LABELS[kind]}{grouped(amount)}" for kind, amount in left.items())
        yield Refusal("", (WATER[33, 1],), f"尚有{what}没有缴纳", "部分缴纳的，请选择“部分缴纳”", field="amount")
    elif not left and attempt.outcome == "part":
        yield Refusal("", (WATER[33, 1],), "应缴款项和滞纳金已经缴清", "请选择“缴清”", field="outcome")


def straight_to_treasury(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """All that was paid has reached the treasury, and directly (WATER 35, 37)."""
    if attempt.stated.get("direct") is False:
        yield Refusal(
            "",
            (WATER[35], WATER[37]),
            "款项没有直接缴入国库",
            "截留、侵占、挪用的，请立即纠正并全额缴入国库",
            field="direct",
        )
    given = attempt.stated.get("treasury_amount")
    paid = levies.collected(facts)
    if given is not None and paid and yuan(given) != paid:
        yield Refusal(
            "",
            (WATER[35],),
            f"缴入国库{grouped(yuan(given))}，与已缴{grouped(paid)}不符",
            "已缴的款项应当全额缴入国库，请核对",
            field="treasury_amount",
        )


GATES = (
    Gate("levy_standard", "公布的征收项目和标准", (WATER[32, 1],), by_published_standard, Asks.STATEMENT),
    Gate("levy_amount", "应缴数额", (WATER[32, 1],), reckoned_right, Asks.STATEMENT),
    Gate("deferral_days", "缓缴的期限", (WATER[34],), within_ninety_days, Asks.STATEMENT),
    Gate("deferral_silence", "期满未答复视为同意", (WATER[34],), silence_is_consent, Asks.STATEMENT),
    Gate("levy_overdue", "缴纳期限已经届满", (WATER[33, 1], WATER[34]), overdue),
    Gate("late_charge", "滞纳金的标准和上限", (ACL[45, 1], ACL[45, 2]), charged_within_the_law, Asks.STATEMENT),
    Gate("levy_treasury", "不得直接收取", (WATER[35], WATER[37]), not_by_hand, Asks.STATEMENT),
    Gate("levy_paid", "缴清", (WATER[33, 1],), paid_up, Asks.STATEMENT),
    Gate("levy_direct", "直接缴入国库", (WATER[35], WATER[37]), straight_to_treasury, Asks.STATEMENT),
)
