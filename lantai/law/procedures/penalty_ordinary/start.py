"""启动: from the clue to the filing of the case (PG-1, PG-23, PG-2, PG-3)."""

from __future__ import annotations

from lantai.law.procedure import Extension, Outcome, Stage, Step, Term, Unit
from lantai.law.procedures.desks import HEADS, UNIT
from lantai.law.statutes_in_force import APL, SAMR

START = (
    Step(
        "PG-1",
        "register_clue",
        "案源登记",
        Stage.START,
        UNIT,
        (APL[54, 1], SAMR[18]),
        documents=("case_source_registration",),
        records=("案源材料",),
        gates=("G-02",),
        note="登记监督检查、投诉举报、移送、交办等来源的线索。",
    ),
    Step(
        "PG-23",
        "settle_jurisdiction",
        "管辖争议处理",
        Stage.START,
        HEADS,
        (APL[25], SAMR[12]),
        needs=("PG-1",),
        applies="optional_before_decision",
        outcomes=(
            Outcome("agreed", "协商确定由本机关管辖"),
            Outcome("designated", "指定由本机关管辖", documents=("jurisdiction_designation",)),
            Outcome("requested", "报请共同的上一级机关指定管辖", documents=("jurisdiction_request",), unfinished=True),
            Outcome("elsewhere", "由其他机关管辖", ends=True, documents=("case_transfer",)),
        ),
        within=Term(7, "@jurisdiction_dispute", SAMR[12], Unit.WORKING_DAYS),
        gates=("G-02", "passing_on"),
        repeatable=True,
        note="两个以上行政机关都有管辖权的，由最先立案的机关管辖；有争议的协商，协商不成报请指定。",
    ),
    Step(
        "PG-2",
        "verify_clue",
        "核查",
        Stage.START,
        (*UNIT, *HEADS),
        (APL[54, 1], SAMR[18]),
        needs=("PG-1",),
        outcomes=(
            Outcome("file", "建议立案"),
            Outcome("no_filing", "不予立案", ends=True, by=HEADS, documents=("no_filing_approval",)),
            Outcome("transfer", "移送其他机关", ends=True, by=HEADS, documents=("case_transfer",)),
        ),
        records=("核查情况记录",),
        within=Term(15, "PG-1", SAMR[18], Unit.WORKING_DAYS, stops=frozenset({"testing"})),
        extensions=(Extension(15, SAMR[18], HEADS),),
        gates=("G-02", "passing_on"),
        note="核查线索，决定是否立案；检测、检验、检疫、鉴定的时间不计入。",
    ),
    Step(
        "PG-3",
        "file_case",
        "立案",
        Stage.START,
        HEADS,
        (APL[54, 2], SAMR[19]),
        needs=("PG-1", "PG-2"),
        outcomes=(
            Outcome("filed", "立案", documents=("filing_approval",)),
            Outcome("no_filing", "不予立案", ends=True, documents=("no_filing_approval",)),
        ),
        records=("立案审批表",),
        assigns=2,
        gates=("G-02", "limitation"),
        note="有初步证据、有处罚依据、属于本机关管辖、未超过追诉时效的，批准立案并指定两名以上承办人。",
    ),
)
