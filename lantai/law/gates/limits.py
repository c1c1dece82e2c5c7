"""处罚的界限: limitation (PG-3a), capacity, one fine for one act, gains, monitoring records, passing on, suspension."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lantai.law.discretion import Tier
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.force import instant
from lantai.law.gates.gate import Asks, Gate
from lantai.law.identity import age_on
from lantai.law.money import grouped
from lantai.law.penalties import PenaltyKind
from lantai.law.periods import local_day, written, years_after
from lantai.law.procedure import Procedure
from lantai.law.proposal import proposed, yuan
from lantai.law.refusals import Refusal
from lantai.law.service_days import day_of
from lantai.law.sources import RECEIVED_BY_TRANSFER
from lantai.law.statutes_in_force import APL, SAMR
from lantai.law.terms import basis_of

ORDINARY_YEARS, GRAVE_YEARS = 2, 5
AGE_OF_PENALTY, AGE_OF_FULL_PENALTY = 14, 18


def limitation_end(facts: CaseFacts, act_ended_on: date) -> date:
    """The last day on which the act could be discovered in time (APL 36): 2 years, 5 for life, health, finance.

    ``limitation_years`` of the matter overrides, where another law sets its own.
    """
    years = int(facts.flags.get("limitation_years") or 0)
    if not years:
        years = GRAVE_YEARS if facts.flags.get("grave_harm") else ORDINARY_YEARS
    return years_after(act_ended_on, years)


def act_ended_on(facts: CaseFacts) -> date | None:
    """When the act ended: as its filing states, else as is known of the matter; None while nobody said."""
    filed = facts.last("PG-3")
    return day_of((filed.stated.get("act_ended_on") if filed else None) or facts.flags.get("act_ended_on"))


def in_time(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """PG-3a: an act discovered after the limitation is not punished, unless a reason is on file (APL 36)."""
    if attempt.outcome not in ("", "filed", "penalty"):
        return
    ended = day_of(attempt.stated.get("act_ended_on")) or act_ended_on(facts)
    if ended is None:
        return
    clue = facts.last("PG-1")
    found = day_of(facts.flags.get("discovered_on")) or local_day(clue.at if clue else attempt.at)
    last = limitation_end(facts, ended)
    filed = facts.last("PG-3")
    reason = attempt.stated.get("limitation_reason") or (filed.stated.get("limitation_reason") if filed else "")
    if found > last and not str(reason or "").strip():
        yield Refusal(
            "",
            (APL[36, 1],),
            f"违法行为终了于{written(ended)}，{written(found)}发现，已超过追究时效（{written(last)}）",
            "请不予立案或者不予处罚；法律另有规定的，写明理由",
            field="limitation_reason",
        )


def age_allows(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Under fourteen nobody is punished, under eighteen only more lightly; nor who lacks capacity (APL 30, 31)."""
    content = proposed(facts, attempt)
    if not content.is_penalty or not facts.party.is_natural_person:
        return
    if facts.flags.get("incapacity"):
        yield Refusal(
            "", (APL[31],), "当事人在不能辨认或者不能控制自己行为时有违法行为，不予处罚", "请作出不予处罚决定"
        )
    born = facts.party.birth_date
    if born is None:
        return
    day = act_ended_on(facts) or local_day(attempt.at)
    age = age_on(born, day)
    if age < AGE_OF_PENALTY:
        yield Refusal(
            "", (APL[30],), "当事人有违法行为时不满十四周岁，不予处罚", "请作出不予处罚决定，责令监护人加以管教"
        )
    elif age < AGE_OF_FULL_PENALTY and content.tier in (Tier.ORDINARY, Tier.HEAVIER):
        yield Refusal(
            "",
            (APL[30],),
            "当事人有违法行为时已满十四周岁不满十八周岁，应当从轻或者减轻处罚",
            "请改选从轻或者减轻的裁量档次",
            field="tier",
        )


def one_fine(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The same act is not fined twice (APL 29); ``earlier_fine`` names the earlier decision."""
    earlier = facts.flags.get("earlier_fine")
    content = proposed(facts, attempt)
    explained = str(attempt.stated.get("single_fine_reason") or "").strip()
    if earlier and content.is_penalty and PenaltyKind.FINE in content.kinds and not explained:
        yield Refusal(
            "",
            (APL[29],),
            f"对同一违法行为已有罚款处罚（{earlier}），不得再处罚款",
            "请改为其他种类的处罚；不是同一违法行为的，写明理由",
            field="single_fine_reason",
        )


def gains_dealt_with(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Illegal gains are confiscated unless refunded; leaving them out needs a reason (APL 28 ¶2)."""
    content = proposed(facts, attempt)
    found = yuan(facts.flags.get("gains_found"))
    reason = str(attempt.stated.get("gains_reason") or facts.flags.get("gains_reason") or "").strip()
    if content.is_penalty and content.gains < found and not reason:
        taken = f"只没收{grouped(content.gains)}" if content.gains else "没有没收"
        yield Refusal(
            "",
            (APL[28, 2],),
            f"认定违法所得{grouped(found)}，{taken}",
            "请没收违法所得；依法应当退赔的，写明理由",
            field="gains_reason",
        )


def device_lawful(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """PG-24: device legally and technically reviewed, marked and published, or its records prove nothing (APL 41)."""
    if attempt.outcome not in ("", "passed"):
        return
    if attempt.stated.get("device_reviewed") is False:
        yield Refusal(
            "",
            (APL[41, 1],),
            "电子技术监控设备未经法制和技术审核，或者设置不合理、标志不明显、设置地点未向社会公布",
            "请登记为审核不通过，记录不得作为证据",
            field="device_reviewed",
        )


def monitoring_passed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A penalty does not rest on monitoring records that failed their review alone (APL 41 ¶2).

    Other evidence is what the investigation took after the review (PG-4), as the remedy says.
    """
    reviewed, taken = facts.last("PG-24"), facts.last("PG-4")
    if reviewed is None or reviewed.outcome != "failed" or not proposed(facts, attempt).is_penalty:
        return
    if taken is None or instant(taken.at) <= instant(reviewed.at):
        yield Refusal(
            "", (APL[41, 2],), "电子技术监控记录审核不通过，不得作为处罚的证据", "请补充其他证据，或者作出不予处罚决定"
        )


def no_passing_on(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A body that received a transfer may not pass the case on by itself (SAMR 14)."""
    clue = facts.last("PG-1")
    source = facts.flags.get("source") or (clue.stated.get("source") if clue else None)
    passing = attempt.outcome in ("transfer", "elsewhere", "transfer_agency")
    if passing and source in RECEIVED_BY_TRANSFER:
        yield Refusal(
            "",
            basis_of((APL[25], SAMR[14]), facts),
            "本案由其他机关移送或者指定管辖，不得再自行移送",
            "请报请共同的上一级机关指定管辖",
            field="outcome",
        )


def suspension_grounded(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Investigation is resumed only where it is suspended, and suspended only once at a time (SAMR 46)."""
    running = any(i.kind == "suspension" and i.end is None for i in facts.intervals)
    last = facts.last("PG-7")
    suspended = running or (last is not None and last.outcome in ("", "suspended"))
    if attempt.outcome == "resumed" and not suspended:
        yield Refusal("", (SAMR[46],), "调查没有中止，无需恢复", "请直接办理下一环节", field="outcome")
    elif attempt.outcome == "suspended" and suspended:
        yield Refusal("", (SAMR[46],), "调查已经中止", "请在中止原因消除后恢复调查", field="outcome")


GATES = (
    Gate("limitation", "追究时效", (APL[36, 1],), in_time, Asks.STATEMENT),
    Gate("capacity", "年龄和责任能力", (APL[30], APL[31]), age_allows),
    Gate("one_fine", "一事不二罚款", (APL[29],), one_fine, Asks.STATEMENT),
    Gate("gains", "违法所得", (APL[28, 2],), gains_dealt_with, Asks.STATEMENT),
    Gate("monitoring_device", "电子技术监控设备", (APL[41, 1],), device_lawful, Asks.STATEMENT),
    Gate("monitoring_passed", "监控记录审核通过", (APL[41, 2],), monitoring_passed),
    Gate("passing_on", "不得再自行移送", (SAMR[14],), no_passing_on, Asks.STATEMENT),
    Gate("suspension_ground", "中止与恢复", (SAMR[46],), suspension_grounded, Asks.STATEMENT),
)
