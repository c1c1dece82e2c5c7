"""EX-4-2 to EX-5-1: the draft decision, its legal review, the executive meeting, the decision with its announcement."""

from __future__ import annotations

from lantai.law.procedure import Outcome, Step, Term, Unit
from lantai.law.procedure import Stage as S
from lantai.law.procedures.desks import HEADS, PUBLISHERS, REVIEWERS, UNIT
from lantai.law.statutes_in_force import APL, EXPR, OGI, SEED

OPINIONS = (
    Outcome("agree", "同意"),
    Outcome("correct", "建议纠正", unfinished=True),
    Outcome("supplement", "建议补充调查", unfinished=True),
)

DECIDE = (
    Step(
        "EX-4-2",
        "propose_act",
        "拟订房屋征收决定",
        S.DECIDE,
        UNIT,
        (EXPR[8], EXPR[13, 1]),
        needs=("EX-3", "EX-3-1", "EX-12", "EX-4", "EX-4-1"),
        rests_on=("EX-2",),
        documents=("expropriation_proposal",),
        records=("房屋征收决定送审稿",),
        gates=("G-02",),
        repeatable=True,
        note="征收部门拟订房屋征收决定，报人民政府。",
    ),
    Step(
        "EX-4-3",
        "review_act",
        "法制审核",
        S.DECIDE,
        REVIEWERS,
        (SEED.whole, APL[58, 2]),
        needs=("EX-4-2",),
        rests_on=("EX-4-2", "EX-3-1"),
        outcomes=OPINIONS,
        documents=("act_review",),
        records=("重大执法决定法制审核意见书",),
        gates=("G-02", "G-07"),
        repeatable=True,
        note="征收决定属于重大执法决定，由法制审核机构审核同意后才能作出。",
    ),
    Step(
        "EX-4-4",
        "executive_meeting",
        "政府常务会议讨论决定",
        S.DECIDE,
        HEADS,
        (EXPR[12, 1],),
        needs=("EX-4-3",),
        rests_on=("EX-4-3",),
        applies="many_households",
        documents=("executive_minutes",),
        records=("政府常务会议纪要",),
        gates=("G-02", "government_decides"),
        note="涉及被征收人数量较多的，应当经政府常务会议讨论决定。",
    ),
    Step(
        "EX-5",
        "decide_act",
        "作出房屋征收决定并公告",
        S.DECIDE,
        HEADS,
        (EXPR[8], EXPR[13, 1], EXPR[13, 3], EXPR[14]),
        needs=("EX-3", "EX-3-1", "EX-12", "EX-4", "EX-4-1", "EX-4-3", "EX-4-4"),
        rests_on=(),
        documents=("expropriation_decision", "expropriation_announcement"),
        records=("公告记录",),
        gates=("G-02", "government_decides", "comment_period", "expropriation_ready", "act_reviewed", "plan_attached"),
        note="由市、县级人民政府决定并及时公告，载明补偿方案和救济权利；国有土地使用权同时收回。",
    ),
    Step(
        "EX-5-1",
        "publish",
        "公示",
        S.PERFORM,
        PUBLISHERS,
        (OGI[26], SEED.whole),
        needs=("EX-5",),
        rests_on=("EX-5",),
        outcomes=(Outcome("published", "已公示"), Outcome("withheld", "依法不公示")),
        within=Term(20, "EX-5", OGI[26], Unit.WORKING_DAYS),
        gates=("G-02", "G-15"),
        note="征收决定自作出之日起二十个工作日内在平台公示；依法不公开的登记理由。",
    ),
)
