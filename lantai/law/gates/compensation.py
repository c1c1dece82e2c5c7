"""房屋征收补偿的关口: appraiser, value, choice, signing period, price, compensation first, the court (EXPR 19 to 28)."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law import expropriations as known
from lantai.law.enforcing import WINDOW
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.money import grouped
from lantai.law.periods import due, local_day, written
from lantai.law.procedure import Procedure
from lantai.law.proposal import yuan
from lantai.law.refusals import Refusal
from lantai.law.remedies import reconsideration_due, suit_due
from lantai.law.service_days import day_of
from lantai.law.statutes_in_force import ACL, EXPR


def chosen_by_owners(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The owners choose the appraiser; if they cannot agree, most of them or the lot (EXPR 20)."""
    if attempt.stated.get("chosen_by") == "appointed":
        yield Refusal(
            "",
            (EXPR[20, 1],),
            "评估机构不得由征收部门指定",
            "请由被征收人协商选定，协商不成的通过多数决定、随机选定等方式确定",
            field="chosen_by",
        )


def valued_on_the_day(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The value is that of the day on which the decision was announced (EXPR 19 ¶1)."""
    household = known.household_of(facts, attempt.stated)
    if attempt.outcome in ("recheck", "expert") and known.of_household(facts, "EX-7", household) is None:
        yield Refusal("", (EXPR[19, 2],), "还没有评估报告，不能复核、鉴定", "请先登记评估报告", field="household")
    day, right = day_of(attempt.stated.get("value_on")), known.announced_on(facts)
    if day is not None and right is not None and day != right:
        yield Refusal(
            "",
            (EXPR[19, 1],),
            f"评估时点{written(day)}不是房屋征收决定公告之日",
            f"评估时点应当为{written(right)}",
            field="value_on",
        )


def chosen_by_the_owner(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    if attempt.stated.get("own_choice") is False:
        yield Refusal(
            "",
            (EXPR[21, 1],),
            "补偿方式没有由被征收人选择",
            "货币补偿和产权调换由被征收人选择，请重新征询",
            field="own_choice",
        )


def signing_over(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """No decision while an agreement may still be signed, unless the owner is unclear (EXPR 26 ¶1)."""
    if attempt.step == "EX-8" and attempt.outcome != "decided":
        return
    settled = known.of_household(facts, "EX-8", known.household_of(facts, attempt.stated))
    if settled is not None and settled.outcome == "agreed":
        yield Refusal(
            "",
            (EXPR[26, 1], EXPR[25, 2]),
            "已经订立补偿协议，不得再作出补偿决定",
            "不履行协议的，依法提起诉讼",
            field="undecided",
        )
    until = known.signing_until(facts)
    if attempt.stated.get("undecided") == "owner_unclear" or until is None:
        return
    if local_day(attempt.at) <= until:
        yield Refusal(
            "",
            (EXPR[26, 1],),
            f"签约期限至{written(until)}才届满",
            "请继续协商；期限届满仍达不成协议的，再报请作出补偿决定",
            field="undecided",
        )


def not_below_the_market(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The house is paid not less than it was valued at (EXPR 19 ¶1)."""
    given = attempt.stated.get("house_money")
    valued = known.of_household(facts, "EX-7", known.household_of(facts, attempt.stated))
    worth = valued.stated.get("value") if valued else None
    if given is not None and worth is not None and yuan(given) < yuan(worth) and not _exchanged(facts, attempt):
        yield Refusal(
            "",
            (EXPR[19, 1],),
            f"房屋价值补偿{grouped(yuan(given))}，低于评估价值{grouped(yuan(worth))}",
            "补偿不得低于房屋征收决定公告之日类似房地产的市场价格，请修改",
            field="house_money",
        )

    proposed = known.of_household(facts, "EX-8-1", known.household_of(facts, attempt.stated))
    if attempt.outcome != "decided" or proposed is None:
        return
    now, then = attempt.stated, proposed.stated
    if any(w in now and w in then and yuan(now[w]) != yuan(then[w]) for w in known.MONEY_WORDS):
        yield Refusal("", (EXPR[26, 1],), "补偿金额与送审的不一致", "请重新拟订并送审", field="house_money")


def _exchanged(facts: CaseFacts, attempt: Attempt) -> bool:
    chosen = known.of_household(facts, "EX-13", known.household_of(facts, attempt.stated))
    return bool(chosen and chosen.stated.get("way") == "exchange")


def settled_before_paid(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """What is paid was agreed or decided for that household."""
    household = known.household_of(facts, attempt.stated)
    if attempt.stated.get("household") and known.of_household(facts, "EX-8", household) is None:
        yield Refusal(
            "",
            (EXPR[25, 1], EXPR[26, 1]),
            f"{household}还没有补偿协议或者补偿决定",
            "请先订立补偿协议或者作出补偿决定",
            field="household",
        )


def paid_first(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """先补偿、后搬迁: nobody moves, and nothing is torn down, before the compensation is paid in full (EXPR 27)."""
    household = known.household_of(facts, attempt.stated)
    if known.is_compensated(facts, household):
        return
    short = known.owed_to(facts, household) - known.paid_to(facts, household)
    what = f"尚有{grouped(short)}补偿没有支付" if short > 0 else "还没有得到补偿"
    yield Refusal(
        "",
        (EXPR[27, 1],),
        f"{household or '被征收人'}{what}，不得要求搬迁或者拆除房屋",
        "应当先补偿、后搬迁，请先支付补偿",
        field="household",
    )


def by_lawful_means(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Nobody is made to move by force, threats or cut supplies, and no builder takes part (EXPR 27 ¶3)."""
    if attempt.stated.get("lawful_means") is False:
        yield Refusal(
            "",
            (EXPR[27, 3],),
            "采取暴力、威胁，或者违反规定中断供水、供热、供气、供电和道路通行等方式迫使搬迁",
            "请立即停止、恢复供应，依法追究责任",
            field="lawful_means",
        )
    if attempt.stated.get("no_builder") is False:
        yield Refusal("", (EXPR[27, 3],), "建设单位参与了搬迁活动", "禁止建设单位参与搬迁活动", field="no_builder")


def only_after_moving(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The agency itself never clears a house by force: the owner has moved, or the court has executed (EXPR 28)."""
    household = known.household_of(facts, attempt.stated)
    moved = known.of_household(facts, "EX-9", household)
    court = known.of_household(facts, "EX-10", household)
    if moved is None and (court is None or court.outcome != "executed"):
        yield Refusal(
            "",
            (EXPR[28, 1],),
            f"{household or '被征收人'}没有搬迁，也没有经人民法院强制执行，不得拆除",
            "不得由行政机关强制拆除，请依法申请人民法院强制执行",
            field="household",
        )


def court_window(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-12: to the court when the remedies have run out and the term to move has passed, within three months (ACL 53)."""
    if attempt.outcome not in ("", "applied"):
        return
    household = known.household_of(facts, attempt.stated)
    if known.of_household(facts, "EX-9", household) is not None:
        yield Refusal("", (EXPR[28, 1],), "被征收人已经搬迁", "不必申请人民法院强制执行", field="household")
    if known.of_household(facts, "EX-8-3", household) is not None and not known.is_compensated(facts, household):
        yield Refusal("", (EXPR[27, 1], EXPR[28, 2]), "补偿还没有足额支付或者专户存储", "请先补偿", field="household")
    decided = known.of_household(facts, "EX-8", household)
    if decided is None or decided.outcome != "decided":
        return
    day, told = local_day(attempt.at), local_day(decided.at)
    move = day_of(decided.stated.get("move_until"))
    if move is not None and day <= move:
        yield Refusal("", (EXPR[28, 1],), f"搬迁期限至{written(move)}才届满", "请在期限届满仍不搬迁时再申请")
    ends = [d.legal_due for d in (reconsideration_due(told), suit_due(told)) if d.legal_due is not None]
    last = max(ends, default=None)
    if last is None:
        return
    if day <= last:
        yield Refusal(
            "G-12",
            (EXPR[28, 1], ACL[53]),
            f"申请行政复议、提起行政诉讼的期限至{written(last)}才届满",
            "请在期限届满后再申请人民法院强制执行",
        )
    elif (
        (end := due(WINDOW, last).legal_due) and day > end and not str(attempt.stated.get("late_reason") or "").strip()
    ):
        yield Refusal(
            "G-12",
            (ACL[53],),
            f"申请强制执行的期限已于{written(end)}届满",
            "有正当理由的，写明逾期的理由",
            field="late_reason",
        )
    if _disputed(facts):
        yield Refusal("G-12", (ACL[53],), "行政复议、行政诉讼尚未终结", "请待复议、诉讼终结后再申请")


def _disputed(facts: CaseFacts) -> bool:
    latest = facts.last("EX-14")
    return latest is not None and latest.outcome in ("", "begun")


GATES = (
    Gate("appraiser_chosen", "评估机构由被征收人确定", (EXPR[20, 1],), chosen_by_owners, Asks.STATEMENT),
    Gate("value_day", "评估时点", (EXPR[19, 1],), valued_on_the_day, Asks.STATEMENT),
    Gate("own_choice", "由被征收人选择补偿方式", (EXPR[21, 1],), chosen_by_the_owner, Asks.STATEMENT),
    Gate("signing_over", "签约期限届满", (EXPR[26, 1],), signing_over, Asks.STATEMENT),
    Gate("fair_price", "不低于评估价值", (EXPR[19, 1],), not_below_the_market, Asks.STATEMENT),
    Gate("compensation_due", "补偿已经约定或者决定", (EXPR[25, 1], EXPR[26, 1]), settled_before_paid, Asks.STATEMENT),
    Gate("paid_first", "先补偿、后搬迁", (EXPR[27, 1],), paid_first, Asks.STATEMENT, ("EX-8-3",)),
    Gate("lawful_moving", "不得迫使搬迁", (EXPR[27, 3],), by_lawful_means, Asks.STATEMENT),
    Gate("no_own_demolition", "不得自行强制拆除", (EXPR[28, 1],), only_after_moving, Asks.STATEMENT, ("EX-9", "EX-10")),
    Gate("house_court_window", "申请人民法院强制执行的时间", (EXPR[28, 1], ACL[53]), court_window, Asks.STATEMENT),
)
