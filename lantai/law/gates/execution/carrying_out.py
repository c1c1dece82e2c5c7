"""The execution itself: G-11, demolition, performance by others, deposits and sales, the end (ACL 40, 41, 43 to 51)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time

from lantai.law.disputes import annulment
from lantai.law.enforcing import (
    DEMOLITION,
    NOTICE_BEFORE_SUBSTITUTION,
    UnknownYear,
    duty,
    in_dispute,
    remedies_end,
    rest_of,
    was_sued,
)
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.force import instant
from lantai.law.gates.gate import Asks, Gate
from lantai.law.periods import due, local_day, written
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.service_days import day_of, effective_day
from lantai.law.statutes_in_force import ACL, HOL

CARRYING_OUT = ("CE-7", "CE-8", "CE-10", "CE-11", "CE-12")
"""The steps that execute."""


def at_lawful_hours(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-11: nothing is executed at night or on a day off, unless it is urgent and the urgency is written down (ACL 43)."""
    if attempt.outcome == "performed":
        return  # nothing is executed: the party has performed
    urgent = bool(attempt.stated.get("emergency"))
    recorded = bool(str(attempt.stated.get("emergency_reason") or "").strip())
    if urgent and (recorded or "emergency_reason" not in attempt.stated):
        return
    for moment in _moments(attempt):
        day = local_day(moment)
        try:
            rest = rest_of(moment)
        except UnknownYear as missing:
            yield Refusal("G-11", (ACL[43, 1],), str(missing), "请待该年节假日安排载入后再安排", policy=True)
            return
        if rest:
            hours = f"（22时至次日6时，{instant(moment):%H:%M}）" if rest == "夜间" else f"（{written(day)}）"
            remedy = "请改在工作日的白天实施；情况紧急的，写明紧急情况" if not urgent else "请写明紧急情况"
            basis = (ACL[43, 1], HOL.whole) if rest == "法定节假日" else (ACL[43, 1],)
            yield Refusal(
                "G-11",
                basis,
                f"不得在夜间或者法定节假日实施行政强制执行，所填时间为{rest}{hours}",
                remedy,
                field="emergency_reason" if urgent else "emergency",
                policy=rest != "法定节假日",
            )
            return


def _moments(attempt: Attempt) -> Iterable[datetime]:
    """When it is done: the moment of the step, its stated beginning and end on that day."""
    yield attempt.at
    for word in ("began_at", "ended_at"):
        held = str(attempt.stated.get(word) or "")
        if held:
            clock = time.fromisoformat(held)
            yield instant(attempt.at).replace(hour=clock.hour, minute=clock.minute)


def decision_reached(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The decision to execute has reached the party before anything is executed (ACL 37, 38, 51)."""
    services = [effective_day(facts, t) for t in facts.taken if t.step == "CE-5" and not t.void]
    if attempt.outcome == "performed" or not services:
        return
    if not any(day is not None and day <= local_day(attempt.at) for day in services):
        yield Refusal("", (ACL[38],), "强制执行决定书尚未送达当事人", "请在送达后实施")


def substitution_told(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Three working days between the last demand and performance by others; attended and without force (ACL 51)."""
    notice = facts.last("CE-10-1")
    day = effective_day(facts, notice) if notice else None
    end = due(NOTICE_BEFORE_SUBSTITUTION, day).legal_due if day else None
    if attempt.outcome != "performed" and notice is not None and day is None:
        yield Refusal("", (ACL[51, 1, 2],), "代履行前的催告书尚未送达当事人", "请在送达满三个工作日后代履行")
    if attempt.outcome != "performed" and end is not None and local_day(attempt.at) <= end:
        yield Refusal(
            "",
            (ACL[51, 1, 2], ACL[69]),
            f"代履行三日前应当催告，催告满三个工作日为{written(end)}",
            f"请在{written(end)}之后代履行；当事人履行的，停止代履行",
        )
    if facts.event("performed") is not None and attempt.outcome != "performed":
        yield Refusal("", (ACL[51, 1, 2],), "当事人已经履行，应当停止代履行", "请登记当事人自行履行", field="outcome")


def substitution_done(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The agency attends, all sign, nobody is forced, and the cost is that of the work (ACL 51)."""
    if attempt.outcome == "performed":
        return
    wrong = {
        "attended": (ACL[51, 1, 3], "行政机关没有派员到场监督", "请派员到场监督后再实施"),
        "all_signed": (ACL[51, 1, 4], "执行文书没有签名或者盖章", "请由监督人员、代履行人和当事人或者见证人签名"),
        "no_force": (ACL[51, 3], "代履行不得采用暴力、胁迫以及其他非法方式", "请停止并改用合法方式"),
    }
    for word, (basis, reason, remedy) in wrong.items():
        if attempt.stated.get(word) is False:
            yield Refusal("", (basis,), reason, remedy, field=word)


def no_supply_cut(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Water, power, heat and gas of residents are not cut to force performance (ACL 43 ¶2)."""
    if attempt.stated.get("no_supply_cut") is False:
        yield Refusal(
            "",
            (ACL[43, 2],),
            "不得对居民生活采取停止供水、供电、供热、供燃气等方式迫使当事人履行",
            "请改用其他执行方式",
            field="no_supply_cut",
        )


def demolition_ripe(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Announced, left unperformed, and beyond dispute: both remedies expired without either (ACL 44)."""
    if duty(facts) != DEMOLITION:
        return
    today = local_day(attempt.at)
    if (now := in_dispute(facts, today)) is not None:
        yield Refusal("", (ACL[44],), f"{now.label}正在进行，不得强制拆除", "请待其审结，决定维持并且生效后再办")
        return
    if not was_sued(facts):
        end = remedies_end(facts)
        if end is None or end.legal_due is None:
            yield Refusal(
                "", (ACL[44],), "不能确定行政复议和行政诉讼的期限何时届满", "请填写决定书的送达日期", field="perform_by"
            )
        elif today <= end.legal_due:
            yield Refusal(
                "",
                (ACL[44],),
                f"申请行政复议和提起行政诉讼的法定期限至{written(end.legal_due)}才届满，不得强制拆除",
                f"请在{written(end.legal_due)}之后、当事人不复议不诉讼又不拆除时再办",
            )
    announced = facts.last("CE-8-1")
    until = day_of(announced.stated.get("demolish_by")) if announced else None
    if until is not None and today <= until:
        yield Refusal("", (ACL[44],), f"公告限期当事人在{written(until)}前自行拆除", "请待公告的期限届满")


def deposits_by_law(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Deposits are transferred only by agencies named by a law; goods are sold by an auction house (ACL 47, 48)."""
    if attempt.outcome in ("", "transfer") and attempt.stated.get("transfer_by_law") is False:
        yield Refusal(
            "",
            (ACL[47, 1],),
            "划拨存款、汇款只能由法律规定的行政机关决定",
            "本机关没有法律授权的，请申请人民法院强制执行",
            field="transfer_by_law",
        )
    house = attempt.stated.get("auction_house")
    if attempt.outcome == "auction" and house is not None and not str(house).strip():
        yield Refusal("", (ACL[48],), "拍卖应当委托拍卖机构办理", "请填写受委托的拍卖机构", field="auction_house")


def over(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Closed only when executed, performed or ended, and what was taken under a fallen decision given back (ACL 40, 41)."""
    why = concluded(facts)
    if not why:
        yield Refusal(
            "",
            (ACL[34], ACL[40]),
            "执行尚未完毕，当事人也没有自行履行，没有终结执行",
            "请执行完毕、登记当事人履行，或者终结执行",
        )
    elif attempt.outcome and attempt.outcome not in why:
        yield Refusal("", (ACL[34], ACL[40]), "所选的结案情形与案卷不符", "请核对结案的情形", field="outcome")
    done = any(facts.last(step) for step in CARRYING_OUT)
    if annulment(facts) is not None and done and facts.last("CE-13") is None:
        yield Refusal(
            "", (ACL[41],), "据以执行的行政决定已不存在，没有恢复原状、退还财物或者赔偿", "请先办理“执行回转”"
        )


def concluded(facts: CaseFacts) -> frozenset[str]:
    """In which ways the execution has come to its end: executed, performed, ended; empty while it goes on."""
    found = set()
    carried = next((t for step in ("CE-7", "CE-8", "CE-10", "CE-11") if (t := facts.last(step))), None)
    if (carried is not None and carried.outcome not in ("part", "performed")) or facts.last("CE-12-1"):
        found.add("executed")
    own = facts.last("CE-10")
    if facts.event("performed") is not None or (own is not None and own.outcome == "performed"):
        found.add("performed")
    ends = {"CE-6": ("ended", "abandoned"), "CE-4": ("not_executed",), "CE-3": ("accepted",)}
    if any((t := facts.last(step)) and t.outcome in outcomes for step, outcomes in ends.items()):
        found.add("ended")
    return frozenset(found)


GATES = (
    Gate("G-11", "夜间和法定节假日不执行", (ACL[43, 1],), at_lawful_hours, Asks.STATEMENT),
    Gate("execution_served", "强制执行决定书已经送达", (ACL[38],), decision_reached),
    Gate("substitution_told", "代履行三日前催告", (ACL[51],), substitution_told, Asks.STATEMENT),
    Gate("substitution_done", "代履行到场监督和签名", (ACL[51],), substitution_done, Asks.STATEMENT),
    Gate("supply", "不停止居民生活供应", (ACL[43, 2],), no_supply_cut, Asks.STATEMENT),
    Gate("demolition_ripe", "强制拆除的前提", (ACL[44],), demolition_ripe),
    Gate("deposits_by_law", "划拨和拍卖", (ACL[47], ACL[48]), deposits_by_law, Asks.STATEMENT),
    Gate("execution_over", "执行已经终了", (ACL[34], ACL[40]), over),
)
