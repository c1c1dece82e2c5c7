"""房屋征收决定之前的关口: public interest, plans, comments, hearing, survey, risk, funds (EXPR 8 to 16, 24)."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law import expropriations as known
from lantai.law.conditions import owed
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.money import grouped
from lantai.law.periods import local_day, written
from lantai.law.procedure import Procedure
from lantai.law.proposal import yuan
from lantai.law.refusals import Refusal
from lantai.law.service_days import day_of
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import EXPR, LAND


def _is_land(procedure: Procedure) -> bool:
    return procedure.code == "expropriation.land"


def for_the_public(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Only in the cases the law lists (EXPR 8; LAND 45)."""
    if attempt.stated.get("ground") == "other":
        yield Refusal(
            "",
            (LAND[45, 1],) if _is_land(procedure) else (EXPR[8],),
            "不属于法定的公共利益情形，不得征收",
            "确属公共利益需要的，请选择相应的情形；商业开发等需要，应当与权利人平等协商",
            field="ground",
        )


def planned(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The project conforms to the plans; housing and old-town projects are in the yearly plan (EXPR 9; LAND 45 ¶2)."""
    basis = (LAND[45, 2],) if _is_land(procedure) else (EXPR[9, 1],)
    if attempt.stated.get("plans_conform") is False:
        yield Refusal("", basis, "建设活动不符合规划", "请先依法办理规划手续", field="plans_conform")
    if attempt.stated.get("annual_plan") is False:
        yield Refusal("", basis, "没有纳入国民经济和社会发展年度计划", "请先纳入本级的年度计划", field="annual_plan")


def thirty_days(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The period for comments is not shorter than thirty days (EXPR 10; LAND 47)."""
    days = attempt.stated.get("comment_days")
    if days is not None and int(days) < known.COMMENT_DAYS:
        basis, what = (LAND[47, 2], "公告期") if _is_land(procedure) else (EXPR[10, 2], "征求意见期限")
        yield Refusal("", (basis,), f"{what}{days}日，少于三十日", "请改为三十日以上", field="comment_days")


def argued(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The plan is examined by the departments concerned before it is published (EXPR 10 ¶2)."""
    if attempt.stated.get("argued") is False:
        yield Refusal(
            "", (EXPR[10, 2],), "征收补偿方案没有组织有关部门论证", "请先组织论证，再公布征求意见", field="argued"
        )


def comments_over(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Nothing goes on before the period for comments is over; its last day counts in full."""
    step, basis, what = ("EL-4", LAND[47, 2], "公告") if _is_land(procedure) else ("EX-2", EXPR[10, 2], "征求意见")
    until = known.comments_open_until(facts.last(step))
    if until is not None and local_day(attempt.at) <= until:
        yield Refusal("", (basis,), f"{what}期限至{written(until)}才届满", "请在期限届满后再办理")


def _wants(procedure: Procedure, facts: CaseFacts, wanted: dict[str, tuple[str, str, Basis]]) -> Iterable[Refusal]:
    for step, (reason, remedy, basis) in wanted.items():
        if owed(procedure[step].applies, facts) and facts.last(step) is None:
            yield Refusal("", (basis,), reason, remedy)


HOUSING_WANTS: dict[str, tuple[str, str, Basis]] = {
    "EX-3": ("没有公布征求意见和修改情况", "请先公布征求意见情况和根据意见修改的情况", EXPR[11, 1]),
    "EX-3-1": ("多数被征收人认为方案不符合规定，没有举行听证会", "请组织被征收人和公众代表参加的听证会", EXPR[11, 2]),
    "EX-12": ("没有对未经登记的建筑进行调查、认定和处理", "请先组织有关部门调查、认定", EXPR[24, 2]),
    "EX-4": ("没有进行社会稳定风险评估", "请先进行社会稳定风险评估", EXPR[12, 1]),
    "EX-4-1": ("征收补偿费用没有足额到位、专户存储", "请在费用足额到位后再作出决定", EXPR[12, 2]),
    "EX-4-4": ("涉及被征收人数量较多，没有经政府常务会议讨论决定", "请提请政府常务会议讨论", EXPR[12, 1]),
}
LAND_WANTS: dict[str, tuple[str, str, Basis]] = {
    "EL-2": ("没有开展拟征收土地现状调查", "请先开展现状调查", LAND[47, 2]),
    "EL-3": ("没有进行社会稳定风险评估", "请先进行社会稳定风险评估", LAND[47, 2]),
    "EL-4-1": ("没有听取意见、处理公告期间的意见", "请先汇总意见", LAND[47, 2]),
    "EL-4-2": ("多数成员认为方案不符合法律、法规，没有召开听证会", "请先召开听证会并修改方案", LAND[47, 3]),
    "EL-5": ("没有办理补偿登记", "请先办理补偿登记", LAND[47, 4]),
    "EL-6": ("有关费用没有足额到位", "请在费用足额到位后再申请征收土地", LAND[47, 4]),
    "EL-7": ("没有与权利人签订补偿、安置协议", "请先签订协议，个别确实难以达成的如实说明", LAND[47, 4]),
}


def ready(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Everything that the law wants before the decision (EXPR 10 to 12, 24) or the application (LAND 47)."""
    yield from _wants(procedure, facts, LAND_WANTS if _is_land(procedure) else HOUSING_WANTS)
    agreed = facts.last("EL-7")
    if agreed is not None and agreed.outcome == "exceptions" and attempt.stated.get("true_statement") is False:
        yield Refusal(
            "",
            (LAND[47, 4],),
            "个别没有达成协议的，申请中没有如实说明",
            "请在申请征收土地时如实说明",
            field="true_statement",
        )


def funded(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The money is there in full, in an account of its own (EXPR 12 ¶2; LAND 47 ¶4)."""
    basis = LAND[47, 4] if _is_land(procedure) else EXPR[12, 2]
    stated = attempt.stated
    if stated.get("only_for_it") is False:
        yield Refusal("", (basis,), "补偿费用没有专户存储、专款专用", "请存入专户", field="only_for_it")
    if stated.get("needed") is not None and stated.get("deposited") is not None:
        short = yuan(stated["needed"]) - yuan(stated["deposited"])
        if short > 0:
            yield Refusal("", (basis,), f"征收补偿费用尚差{grouped(short)}", "请足额到位后再办理", field="deposited")


def told_with_the_plan(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The announcement carries the plan and the remedies (EXPR 13 ¶1)."""
    if attempt.stated.get("plan_attached") is False:
        yield Refusal(
            "",
            (EXPR[13, 1],),
            "公告没有载明征收补偿方案和行政复议、行政诉讼权利",
            "请补充后再公告",
            field="plan_attached",
        )


def results_shown(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """What the survey found is shown to the owners (EXPR 15)."""
    if attempt.stated.get("survey_published") is False:
        yield Refusal(
            "", (EXPR[15],), "调查结果没有向被征收人公布", "请在征收范围内公布调查结果", field="survey_published"
        )


def frozen_a_year(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Building is frozen for a year at most (EXPR 16 ¶2)."""
    begun, end = day_of(attempt.stated.get("frozen_from")), day_of(attempt.stated.get("frozen_until"))
    if begun is None or end is None:
        return
    most = known.frozen_at_most_until(begun)
    if end < begun or end > most:
        yield Refusal(
            "",
            (EXPR[16, 2],),
            f"暂停办理手续自{written(begun)}至{written(end)}，不在一年以内",
            f"终止日不得晚于{written(most)}",
            field="frozen_until",
        )


GATES = (
    Gate("public_interest", "公共利益的情形", (EXPR[8], LAND[45, 1]), for_the_public, Asks.STATEMENT),
    Gate("plans_conform", "符合规划、计划", (EXPR[9, 1], LAND[45, 2]), planned, Asks.STATEMENT),
    Gate("comment_days", "征求意见不少于三十日", (EXPR[10, 2], LAND[47, 2]), thirty_days, Asks.STATEMENT),
    Gate("plan_argued", "方案经论证", (EXPR[10, 2],), argued, Asks.STATEMENT),
    Gate("comment_period", "征求意见期满", (EXPR[10, 2], LAND[47, 2]), comments_over),
    Gate(
        "expropriation_ready",
        "征收决定的前提",
        (EXPR[11, 1], EXPR[12], EXPR[24, 2], LAND[47]),
        ready,
        speaks_for=(*HOUSING_WANTS, *LAND_WANTS),
    ),
    Gate("funds_full", "费用足额到位", (EXPR[12, 2], LAND[47, 4]), funded, Asks.STATEMENT),
    Gate("plan_attached", "公告载明方案和救济权利", (EXPR[13, 1],), told_with_the_plan, Asks.STATEMENT),
    Gate("survey_published", "调查结果公布", (EXPR[15],), results_shown, Asks.STATEMENT),
    Gate("freeze_term", "暂停办理手续不超过一年", (EXPR[16, 2],), frozen_a_year, Asks.STATEMENT),
)
