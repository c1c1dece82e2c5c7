"""行政强制执行的关口: G-11 no night and no holiday, and who may execute what, after what, and with which limits (ACL 13, 34 to 52)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from lantai.law.disputes import annulment, pauses, stayed
from lantai.law.enforcing import (
    DEMOLITION,
    DUTIES,
    MONEY,
    NOTICE_BEFORE_SUBSTITUTION,
    RESTORE,
    SURCHARGE_DAYS,
    UnknownYear,
    duty,
    execution_major,
    in_dispute,
    perform_by,
    principal,
    remedies_end,
    rest_of,
    was_sued,
)
from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.force import instant
from lantai.law.gates.gate import Asks, Gate
from lantai.law.money import grouped, surcharge
from lantai.law.periods import due, local_day, years_after, written
from lantai.law.procedure import Procedure
from lantai.law.proposal import yuan
from lantai.law.refusals import Refusal
from lantai.law.service_days import day_of, effective_day
from lantai.law.statutes_in_force import ACL, ADLIT, APL, ARL, HOL, SEED

SUSPENSION_YEARS = 3
CARRYING_OUT = ("CE-7", "CE-8", "CE-10", "CE-11", "CE-12")
"""The steps that execute."""
IMMEDIATE = "immediate"


def at_lawful_hours(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-11: nothing is executed at night or on a day off, unless it is urgent and the urgency is written down (ACL 43)."""
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


def power_by_law(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Only a law gives the power to execute; who has none applies to the court (ACL 13, 34)."""
    level = attempt.stated.get("power_level") or facts.flags.get("power_level")
    if level not in (None, "", "law"):
        yield Refusal(
            "",
            (ACL[13],),
            "行政强制执行只能由法律设定，所填依据不是法律",
            "法律没有规定由本机关强制执行的，请申请人民法院强制执行",
            field="power_level",
        )
    if facts.agency.kind == "受委托":
        yield Refusal("", (ACL[13], ACL[70]), "受委托组织不得实施行政强制执行", "请由作出决定的行政机关办理")


def overdue(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The party has let the time of the decision pass (ACL 34)."""
    last = day_of(attempt.stated.get("perform_by")) or perform_by(facts)
    if attempt.stated.get("duty") != "spill" and last is not None and local_day(attempt.at) <= last:
        yield Refusal(
            "",
            (ACL[34],),
            f"决定的履行期限至{written(last)}，尚未届满",
            "请待期限届满、当事人仍不履行时再办",
            field="perform_by",
        )


def still_stands(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A decision that was revoked or changed is not executed, a stayed one not meanwhile (ACL 40, 41; ARL 42; ADLIT 56)."""
    if attempt.outcome in ("not_executed", "ended", "accepted"):
        return
    if (ended := annulment(facts)) is not None:
        yield Refusal(
            "",
            (ACL[40, 1, 4], ACL[41]),
            f"据以执行的行政决定已被{ended.label}，不得再执行",
            "请终结执行；已经执行的，恢复原状或者退还财物",
        )
    if stayed(facts) is not None:
        basis = (ACL[39, 1, 4], ARL[42], ADLIT[56])
        yield Refusal("", basis, "已经决定停止执行", "请待停止执行的决定撤销或者失效后再办")


def goes_on(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """While execution is suspended or an agreement runs, only its resumption or end comes (ACL 39, 42)."""
    last = facts.last("CE-6")
    if last is None or attempt.outcome == "not_executed":
        return
    if last.outcome == "suspended":
        yield Refusal("", (ACL[39, 2],), "本案已经中止执行", "请在中止的情形消失后先恢复执行")
    elif last.outcome == "agreement":
        yield Refusal("", (ACL[42, 2],), "执行协议正在履行", "当事人不履行协议的，请先恢复强制执行")


def course_of_suspension(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Resumed is what was suspended, an agreement is resumed when broken, three years end what cannot be (ACL 39, 42)."""
    last = facts.last("CE-6")
    before = last.outcome if last else ""
    if attempt.outcome == "resumed" and before != "suspended":
        yield Refusal("", (ACL[39, 2],), "本案没有中止执行，不需要恢复", "请核对所选的结果", field="outcome")
    if attempt.outcome == "broken" and before != "agreement":
        yield Refusal("", (ACL[42, 2],), "本案没有正在履行的执行协议", "请核对所选的结果", field="outcome")
    if attempt.outcome in ("suspended", "agreement") and before in ("suspended", "agreement"):
        yield Refusal("", (ACL[39], ACL[42]), "执行已经中止或者已经达成协议", "请先恢复执行", field="outcome")
    over = last is not None and before == "suspended" and _three_years_over(last, attempt)
    harmless = bool(attempt.stated.get("no_harm", True)) and bool(attempt.stated.get("truly_unable", True))
    if attempt.outcome == "abandoned" and not (over and harmless):
        yield Refusal(
            "",
            (ACL[39, 2],),
            "中止执行未满三年，或者当事人并非确无能力履行，不能据此不再执行",
            "请继续执行，或者依法终结执行",
            field="outcome",
        )
    if attempt.outcome == "resumed" and over and last is not None and last.stated.get("truly_unable"):
        yield Refusal(
            "",
            (ACL[39, 2],),
            "没有明显社会危害、当事人确无能力履行，中止执行满三年未恢复执行的，不再执行",
            "请选择“中止满三年，不再执行”",
            field="outcome",
        )
    if attempt.outcome == "agreement" and attempt.stated.get("no_harm_to_others") is False:
        yield Refusal(
            "",
            (ACL[42, 1],),
            "执行协议不得损害公共利益和他人合法权益",
            "请修改协议，或者继续执行",
            field="no_harm_to_others",
        )
    if attempt.outcome == "agreement" and yuan(attempt.stated.get("remitted")) > 0:
        if not str(attempt.stated.get("remedial") or "").strip():
            yield Refusal(
                "",
                (ACL[42, 1],),
                "当事人采取补救措施的，才可以减免加处的罚款或者滞纳金",
                "请写明已经采取的补救措施，或者不减免",
                field="remedial",
            )


def _three_years_over(suspended: Taken, attempt: Attempt) -> bool:
    return local_day(attempt.at) >= years_after(local_day(suspended.at), SUSPENSION_YEARS)


def _demand_ends(facts: CaseFacts) -> Any:
    """The last day that the demand lets the party perform, not before the demand has reached him."""
    demand = facts.last("CE-2")
    if demand is None:
        return None
    served = effective_day(facts, demand)
    last = day_of(demand.stated.get("perform_until"))
    return max(d for d in (served, last) if d) if served or last else None


def demanded(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The demand has run out without performance, unless assets are being moved away meanwhile (ACL 35 to 37)."""
    if attempt.outcome == "not_executed" or duty(facts) == "spill":
        return
    if attempt.outcome == IMMEDIATE:
        if "evidence" in attempt.stated and not str(attempt.stated["evidence"]).strip():
            yield Refusal(
                "",
                (ACL[37, 3],),
                "没有写明转移或者隐匿财物的证据",
                "没有证据的，请待催告期限届满",
                field="evidence",
            )
        return
    last = _demand_ends(facts)
    if last is not None and local_day(attempt.at) <= last:
        what = "作出强制执行决定" if attempt.step == "CE-4" else "认定当事人没有陈述、申辩"
        yield Refusal("", (ACL[35], ACL[37, 1]), f"催告的履行期限至{written(last)}，不得{what}", "请待催告的期限届满")


def defended(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Silence is established only when the demand has run out."""
    if attempt.outcome == "lapsed":
        yield from demanded(procedure, facts, attempt)


def demand_complete(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The four items of Article 35: term, way, for money its sum, the rights of statement and defence."""
    if attempt.stated.get("rights_told") is False:
        yield Refusal(
            "", (ACL[35, 1, 4],), "催告书没有写明当事人依法享有的陈述权和申辩权", "请在催告书中写明", field="rights_told"
        )
    if duty(facts) == MONEY and "demanded_amount" in attempt.stated and yuan(attempt.stated["demanded_amount"]) <= 0:
        yield Refusal(
            "", (ACL[35, 1, 3],), "涉及金钱给付的，催告书应当有明确的金额", "请填写金额", field="demanded_amount"
        )
    until = day_of(attempt.stated.get("perform_until"))
    served = day_of(attempt.stated.get("effective_on")) or local_day(attempt.at)
    if until is not None and until < served:
        yield Refusal(
            "", (ACL[35, 1, 1],), "催告的履行期限早于催告书送达之日", "请修改履行期限", field="perform_until"
        )


def surcharge_in_bounds(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The rate was told, and the sum never exceeds the principal (ACL 45)."""
    if attempt.stated.get("rate_told") is False:
        yield Refusal(
            "", (ACL[45, 1],), "加处罚款或者滞纳金的标准没有告知当事人", "请先书面告知标准", field="rate_told"
        )
    most, stated = principal(facts), yuan(attempt.stated.get("surcharge"))
    if most and stated > most:
        yield Refusal(
            "",
            (ACL[45, 2],),
            f"加处罚款或者滞纳金{grouped(stated)}，超出金钱给付义务的数额{grouped(most)}",
            f"请改为{grouped(most)}以内",
            field="surcharge",
        )


def surcharged_thirty_days(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Money is taken by force only after more than thirty days of surcharge and a demand (ACL 46)."""
    if duty(facts) != MONEY or attempt.outcome == "not_executed":
        return
    charged = facts.last("CE-9")
    first = day_of(charged.stated.get("surcharge_from")) if charged else None
    if first is None:
        return
    due_on, today = first - timedelta(days=1), local_day(attempt.at)
    days = surcharge(principal(facts), due_on, today, (*facts.intervals, *pauses(facts))).days
    if days <= SURCHARGE_DAYS:
        yield Refusal(
            "",
            (ACL[46, 1],),
            f"加处罚款或者滞纳金自{written(first)}起仅{days}日，未超过三十日",
            "请待超过三十日、经催告仍不履行时再决定强制执行",
        )


def way_fits(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Performance by others only for removing and restoring, where the harm of Article 50 is there (ACL 50)."""
    if attempt.outcome != "substitute":
        return
    if duty(facts) != RESTORE:
        yield Refusal(
            "",
            (ACL[50],),
            f"代履行限于排除妨碍、恢复原状等义务，本案的义务是{DUTIES.get(duty(facts), '其他')}",
            "请选择其他执行方式",
            field="outcome",
        )
    if attempt.stated.get("consequence") == "none":
        yield Refusal(
            "",
            (ACL[50],),
            "其后果没有危害或者将危害交通安全、造成环境污染或者破坏自然资源",
            "请选择其他执行方式",
            field="consequence",
        )
    if attempt.stated.get("performer_independent") is False:
        yield Refusal(
            "", (ACL[50],), "受托代履行的第三人有利害关系", "请委托没有利害关系的第三人", field="performer_independent"
        )


def substitution_told(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Three working days between the last demand and performance by others; attended and without force (ACL 51)."""
    notice = facts.last("CE-10-1")
    day = effective_day(facts, notice) if notice else None
    end = due(NOTICE_BEFORE_SUBSTITUTION, day).legal_due if day else None
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
        yield Refusal(
            "", (ACL[44],), f"{now.label}正在进行，不得强制拆除", "请待其审结，决定维持并且生效后再办"
        )
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


def reviewed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-06: what the catalogue of major decisions names is reviewed before it is decided (the plan's third system; the shipped catalogue)."""
    if attempt.outcome in ("not_executed",):
        return
    review = facts.last("CX-R" if procedure.code == "coercion.court_application" else "CE-R")
    wanted = procedure.code == "coercion.court_application" or execution_major(facts, attempt.outcome)
    if wanted and (review is None or review.outcome not in ("", "agree")):
        done = "法制审核未通过" if review is not None else "未经法制审核"
        yield Refusal(
            "G-06", (SEED.whole,), f"属于重大执法决定目录的事项，{done}", "请先送法制审核", policy=True
        )


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
    Gate("execution_power", "法律规定的强制执行权", (ACL[13],), power_by_law, Asks.STATEMENT),
    Gate("duty_overdue", "履行期限届满", (ACL[34],), overdue, Asks.STATEMENT),
    Gate("decision_stands", "决定没有被撤销，没有停止执行", (ACL[40], ACL[41]), still_stands),
    Gate("execution_goes_on", "没有中止执行，没有履行中的执行协议", (ACL[39], ACL[42]), goes_on),
    Gate("suspension_course", "中止、恢复、终结和执行协议", (ACL[39], ACL[42]), course_of_suspension, Asks.STATEMENT),
    Gate("demand_lapsed", "催告期限届满", (ACL[35], ACL[37]), demanded, Asks.STATEMENT),
    Gate("defence_lapsed", "陈述、申辩", (ACL[36],), defended, Asks.STATEMENT),
    Gate("demand_complete", "催告书的内容", (ACL[35],), demand_complete, Asks.STATEMENT),
    Gate("surcharge_cap", "加处罚款、滞纳金的告知和上限", (ACL[45],), surcharge_in_bounds, Asks.STATEMENT),
    Gate("surcharge_days", "加处罚款、滞纳金超过三十日", (ACL[46, 1],), surcharged_thirty_days),
    Gate("execution_way", "代履行的适用", (ACL[50],), way_fits, Asks.STATEMENT),
    Gate("substitution_told", "代履行三日前催告", (ACL[51],), substitution_told, Asks.STATEMENT),
    Gate("substitution_done", "代履行到场监督和签名", (ACL[51],), substitution_done, Asks.STATEMENT),
    Gate("supply", "不停止居民生活供应", (ACL[43, 2],), no_supply_cut, Asks.STATEMENT),
    Gate("demolition_ripe", "强制拆除的前提", (ACL[44],), demolition_ripe),
    Gate("deposits_by_law", "划拨和拍卖", (ACL[47], ACL[48]), deposits_by_law, Asks.STATEMENT),
    Gate("execution_reviewed", "强制执行的法制审核", (SEED.whole, APL[58]), reviewed, Asks.FILE, ("CE-R", "CX-R")),
    Gate("execution_over", "执行已经终了", (ACL[34], ACL[40]), over),
)
