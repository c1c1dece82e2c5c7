"""审核决定: review, notice, defence, collective discussion, decision (PG-9 to PG-11, PG-13, PG-14)."""

from __future__ import annotations

from lantai.law.periods import CLOCK_STOPS
from lantai.law.procedure import Av, Extension, Outcome, Stage, Step, Term, Unit
from lantai.law.procedures.desks import CHIEF, HEADS, REVIEWERS, UNIT
from lantai.law.statutes_in_force import APL, SAMR, SEED


def _no_penalty(code: str, label: str) -> Outcome:
    """A decision not to punish: it needs no notice, and no term bars it."""
    needs = ("PG-8", "PG-9:agree", "PG-13")
    taught = () if code == "no_penalty_facts" else ("education_record",)  # where there was an offence (APL 33)
    return Outcome(code, label, needs=needs, documents=("no_penalty_decision", *taught), untimed=True)


DECIDE = (
    Step(
        "PG-9",
        "review",
        "审核",
        Stage.DECIDE,
        REVIEWERS,
        (APL[58], SAMR[49], SEED.whole),
        needs=("PG-8",),
        rests_on=("PG-8", "PG-12:held", "H-6", "@draft_changed"),
        applies="reviewed",
        outcomes=(
            Outcome("agree", "同意"),
            Outcome("correct", "建议纠正", sets_back="PG-9"),
            Outcome("supplement", "建议补充调查", sets_back="PG-4"),
            Outcome("transfer", "建议移送", sets_back="PG-9"),
            Outcome("withdraw", "建议撤销案件或者不予处罚", sets_back="PG-9"),
            Outcome("other", "其他意见", sets_back="PG-9"),
        ),
        documents=("review_opinion", "audit_opinion"),
        records=("审核意见",),
        within=Term(10, "@review_materials_complete|PG-8", SAMR[55], Unit.WORKING_DAYS, stops=frozenset({"testing"})),
        extensions=(Extension(0, SAMR[55], HEADS),),
        gates=("G-02", "G-07", "after_hearing"),
        note="重大执法决定由法制审核人员审核，其他案件依规定审核；经过听证的，在听证结束后审核。",
    ),
    Step(
        "PG-10",
        "notify",
        "处罚前告知",
        Stage.DECIDE,
        UNIT,
        (APL[44], APL[63], SAMR[57]),
        needs=("PG-8", "PG-9:agree"),
        rests_on=("PG-8", "@grounds_changed"),
        covers=(("H-1", "hearing_right"),),
        applies="penalty_proposed",
        documents=("penalty_notice", "hearing_right_notice"),
        records=("告知书送达回证",),
        av=Av.SHOULD,
        officers=2,
        gates=("G-01", "G-02", "service", "hearing_right_told", "G-17"),
        repeatable=True,
        note="告知拟作出的处罚内容及事实、理由、依据，告知陈述、申辩和要求听证的权利。",
    ),
    Step(
        "PG-11",
        "hear_defence",
        "陈述申辩",
        Stage.DECIDE,
        UNIT,
        (APL[45], APL[62]),
        needs=("PG-10",),
        rests_on=("PG-10",),
        applies="defence",
        outcomes=(
            Outcome("made", "提出陈述、申辩并复核", documents=("defence_record", "defence_check")),
            Outcome("waived", "明确放弃陈述、申辩"),
            Outcome("lapsed", "逾期未提出陈述、申辩"),
        ),
        records=("陈述申辩材料及复核意见",),
        av=Av.SHOULD,
        gates=("G-02", "defence_window"),
        repeatable=True,
        note="充分听取当事人意见并复核；成立的应当采纳，不得因陈述、申辩给予更重的处罚。",
    ),
    Step(
        "PG-13",
        "discuss",
        "集体讨论",
        Stage.DECIDE,
        HEADS,
        (APL[57, 2], SAMR[60]),
        needs=("PG-9:agree", "PG-11", "PG-12", "H-6"),
        rests_on=("PG-8", "PG-9", "PG-11", "PG-12", "@draft_changed"),
        applies="collective",
        outcomes=(
            Outcome("agree", "同意拟处理意见"),
            Outcome("revise", "修改拟处理意见", sets_back="PG-9"),
            Outcome("supplement", "补充调查", sets_back="PG-4"),
        ),
        documents=("collective_minutes",),
        records=("集体讨论记录",),
        gates=("G-02", "minutes"),
        note="情节复杂或者重大违法行为，由行政机关负责人集体讨论决定。",
    ),
    Step(
        "PG-14",
        "decide",
        "作出决定",
        Stage.DECIDE,
        HEADS,
        (APL[57], APL[59], SAMR[60]),
        needs=("PG-8", "PG-9:agree", "PG-10", "PG-11", "PG-12", "H-6", "PG-13:agree"),
        rests_on=("@police_returned",),
        outcomes=(
            Outcome("penalty", "给予行政处罚", documents=("penalty_decision",)),
            _no_penalty("no_penalty_minor", "违法行为轻微，不予处罚"),
            _no_penalty("no_penalty_first", "初次违法且危害后果轻微并及时改正，不予处罚"),
            _no_penalty("no_penalty_facts", "违法事实不能成立，不予处罚"),
            _no_penalty("no_penalty_other", "有其他依法不予处罚的情形"),
            Outcome(
                "transfer_agency",
                "移送其他行政机关",
                ends=True,
                needs=("PG-3:filed",),
                documents=("case_transfer",),
                untimed=True,
            ),
            Outcome(
                "transfer_criminal",
                "涉嫌犯罪，移送司法机关",
                ends=True,
                by=CHIEF,
                needs=("PG-3:filed",),
                documents=("criminal_transfer",),
                untimed=True,
            ),
        ),
        records=("行政机关负责人审批意见",),
        within=Term(90, "PG-3:filed", APL[60], Unit.CALENDAR_DAYS, stops=CLOCK_STOPS),
        late="policy",
        extensions=(
            Extension(30, SAMR[64], HEADS, policy=True),
            Extension(0, SAMR[64], HEADS, collective=True, policy=True),
        ),
        gates=(
            "G-02",
            "G-04",
            "G-05",
            "G-06",
            "G-08",
            "reviewed_draft",
            "limitation",
            "capacity",
            "one_fine",
            "gains",
            "passing_on",
            "monitoring_passed",
            "no_penalty_instead",
        ),
        note="自立案之日起九十日内作出处罚决定；经过听证的，根据听证笔录作出决定。",
    ),
)
