"""Up to the decision: the power, the demand, surcharge, suspension and agreement, review (ACL 13, 34 to 46)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from lantai.law.disputes import annulment, pauses, stayed
from lantai.law.enforcing import (
    DUTIES,
    MONEY,
    RESTORE,
    SURCHARGE_DAYS,
    demand_still_runs,
    duty,
    execution_major,
    perform_by,
    principal,
)
from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.gates.gate import Asks, Gate
from lantai.law.money import grouped, surcharge
from lantai.law.periods import local_day, written, years_after
from lantai.law.procedure import Procedure
from lantai.law.proposal import yuan
from lantai.law.refusals import Refusal
from lantai.law.service_days import day_of
from lantai.law.statutes_in_force import ACL, ADLIT, APL, ARL, SEED

SUSPENSION_YEARS = 3
IMMEDIATE = "immediate"


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
    """The party has let the time of the decision pass (ACL 34); of a deferral too, which the window of the court counts itself."""
    words = ("perform_by",) if attempt.step == "CX-1" else ("perform_by", "deferred_until")
    stated = (day_of(attempt.stated.get(word)) for word in words)
    last = max((day for day in stated if day), default=perform_by(facts))
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
    if facts.event("execution_ended") is not None:
        yield Refusal("", (ACL[40],), "执行已经终结", "请办理结案")


def goes_on(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """While execution is suspended or an agreement runs, only its resumption or end comes; none after performance (ACL 37, 39, 42)."""
    if facts.event("performed") is not None and attempt.outcome not in ("not_executed", "performed"):
        yield Refusal("", (ACL[37, 1],), "当事人已经履行义务", "请以“当事人自行履行完毕”结案")
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
    remitted = attempt.outcome == "agreement" and yuan(attempt.stated.get("remitted")) > 0
    if remitted and not str(attempt.stated.get("remedial") or "").strip():
        yield Refusal(
            "",
            (ACL[42, 1],),
            "当事人采取补救措施的，才可以减免加处的罚款或者滞纳金",
            "请写明已经采取的补救措施，或者不减免",
            field="remedial",
        )


def _three_years_over(suspended: Taken, attempt: Attempt) -> bool:
    return local_day(attempt.at) >= years_after(local_day(suspended.at), SUSPENSION_YEARS)


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
    if still := demand_still_runs(facts, "CE-2", local_day(attempt.at)):
        what = "作出强制执行决定" if attempt.step == "CE-4" else "认定当事人没有陈述、申辩"
        yield Refusal("", (ACL[35], ACL[37, 1]), f"{still}，不得{what}", "请待催告的期限届满")


def defended(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Silence is established only when the demand has run out."""
    if attempt.outcome == "lapsed":
        yield from demanded(procedure, facts, attempt)


def demand_complete(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The four items of Article 35: term, way, for money its sum, the rights of statement and defence."""
    if attempt.stated.get("rights_told") is False:
        yield Refusal(
            "",
            (ACL[35, 1, 4],),
            "催告书没有写明当事人依法享有的陈述权和申辩权",
            "请在催告书中写明",
            field="rights_told",
        )
    if duty(facts) == MONEY and "demanded_amount" in attempt.stated and yuan(attempt.stated["demanded_amount"]) <= 0:
        yield Refusal(
            "", (ACL[35, 1, 3],), "涉及金钱给付的，催告书应当有明确的金额", "请填写金额", field="demanded_amount"
        )
    until = day_of(attempt.stated.get("perform_until"))
    served = day_of(attempt.stated.get("effective_on")) or local_day(attempt.at)
    if until is not None and until < served:
        yield Refusal("", (ACL[35, 1, 1],), "催告的履行期限早于催告书送达之日", "请修改履行期限", field="perform_until")


def surcharge_in_bounds(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The rate was told, and the sum never exceeds the principal (ACL 45)."""
    if attempt.stated.get("rate_told") is False:
        yield Refusal(
            "", (ACL[45, 1],), "加处罚款或者滞纳金的标准没有告知当事人", "请先书面告知标准", field="rate_told"
        )
    first, last = day_of(attempt.stated.get("surcharge_from")), perform_by(facts)
    if first is not None and last is not None and first <= last:
        yield Refusal(
            "",
            (ACL[45, 1],),
            f"履行期限至{written(last)}，期限届满前不得加处罚款或者滞纳金",
            "请自期限届满的次日起算",
            field="surcharge_from",
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


def reviewed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-06: what the shipped catalogue of major decisions names is reviewed before it is decided."""
    if attempt.outcome in ("not_executed",):
        return
    review = facts.last("CX-R" if procedure.code == "coercion.court_application" else "CE-R")
    wanted = procedure.code == "coercion.court_application" or execution_major(facts, attempt.outcome)
    if wanted and (review is None or review.outcome not in ("", "agree")):
        done = "法制审核未通过" if review is not None else "未经法制审核"
        yield Refusal("G-06", (SEED.whole,), f"属于重大执法决定目录的事项，{done}", "请先送法制审核", policy=True)


GATES = (
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
    Gate("execution_reviewed", "强制执行的法制审核", (SEED.whole, APL[58]), reviewed, Asks.FILE, ("CE-R", "CX-R")),
)
