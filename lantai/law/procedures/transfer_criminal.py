"""移送涉嫌犯罪案件, XF-1 to XF-9 (APL 27; XFER 3 to 19). Out of a penalty case (PG-27), which waits for the police.

Only the chief decides (XF-2, in person or whoever stands in for the chief); hours and days run through weekends, because the
regulation has no clause that makes them working days. Not filed by the police, or sent back: the penalty case goes on.

What the steps state (keys of ``Taken.stated``; days are ISO strings or dates):

XF-1   suspected_crime, threshold, crime_facts, is_ip, team; XF-2 head_opinion, refusal_reason
XF-3   transfer_to, transfer_items, items, report_attached, appraisal_attached, measures_told
XF-4   notice_number, received_on, police_reason, passed_to; XF-5 items, handed_to; XF-6 objection, to_body
XF-7   notice_number, received_on; XF-8 further_course; XF-9 official, clue_to, crime_facts
"""

from __future__ import annotations

from datetime import date

from lantai.law.procedure import Milestone, Outcome, Procedure, Stage, Step, Term, Unit
from lantai.law.procedures.desks import CHIEF, HEADS, OFFICERS, UNIT, UNIT_OR_HEADS
from lantai.law.statutes_in_force import ACL, APL, XFER

TRANSFER_CRIMINAL = Procedure(
    code="transfer.criminal",
    label="移送涉嫌犯罪案件",
    version=1,
    in_force=date(2021, 7, 15),
    kind="处罚",
    steps=(
        Step(
            "XF-1",
            "report_crime",
            "专案组提出移送报告",
            Stage.START,
            OFFICERS,
            (XFER[3], XFER[5, 1], APL[27, 1]),
            documents=("crime_report",),
            officers=2,
            gates=("G-01", "G-02"),
            note="立即指定两名以上执法人员组成专案组，核实情况后提出移送的书面报告，报主要负责人审批。",
        ),
        Step(
            "XF-2",
            "approve_transfer",
            "主要负责人审批",
            Stage.DECIDE,
            CHIEF,
            (XFER[5, 1], XFER[5, 2]),
            needs=("XF-1",),
            outcomes=(
                Outcome("approved", "批准移送"),
                Outcome("refused", "不批准移送，理由记录在案", ends=True),
            ),
            documents=("crime_approval",),
            records=("移送审批表",),
            within=Term(3, "XF-1", XFER[5, 2]),
            gates=("G-02",),
            note="正职负责人或者主持工作的负责人自接到报告之日起三日内决定；不批准的，理由记录在案。",
        ),
        Step(
            "XF-3",
            "hand_to_police",
            "向公安机关移送",
            Stage.PERFORM,
            OFFICERS,
            (XFER[5, 2], XFER[6], ACL[21]),
            needs=("XF-2:approved",),
            documents=("criminal_transfer", "crime_goods_list"),
            records=("移送书回执", "涉案物品清单"),
            within=Term(24, "XF-2:approved", XFER[5, 2], Unit.HOURS),
            officers=2,
            gates=("G-01", "G-02", "transfer_annexes"),
            note="批准后二十四小时内向同级公安机关移送，附移送书、调查报告、涉案物品清单、检验报告等材料。",
        ),
        Step(
            "XF-4",
            "police_answer",
            "公安机关审查结果",
            Stage.PERFORM,
            UNIT,
            (XFER[7], XFER[8]),
            needs=("XF-3",),
            outcomes=(
                Outcome("filed", "决定立案"),
                Outcome("not_filed", "不予立案，退回案卷材料"),
                Outcome("passed_on", "转送有管辖权的机关", unfinished=True),
            ),
            records=("立案或者不予立案通知书",),
            within=Term(3, "XF-3", XFER[8]),
            gates=("G-02",),
            repeatable=True,
            note="公安机关自接受之日起三日内审查并书面通知；不属于其管辖的，二十四小时内转送。",
        ),
        Step(
            "XF-6",
            "object_to_police",
            "提请复议、建议立案监督",
            Stage.PERFORM,
            HEADS,
            (XFER[9, 1], XFER[9, 2]),
            needs=("XF-4:not_filed",),
            rests_on=("XF-4",),
            applies="police_refused",
            outcomes=(
                Outcome("police", "提请公安机关复议", documents=("police_reconsideration",)),
                Outcome("procuratorate", "建议人民检察院立案监督", documents=("filing_supervision",)),
            ),
            within=Term(3, "XF-7:upheld|XF-4:not_filed", XFER[9, 1]),
            late="lapse",
            gates=("G-02", "objection_by_turn"),
            repeatable=True,
            note="认为应当立案的，自接到不予立案通知书之日起三日内提请复议，也可以建议立案监督；对复议决定仍有异议的，三日内建议监督。",
        ),
        Step(
            "XF-7",
            "answer_to_objection",
            "复议或者监督的结果",
            Stage.PERFORM,
            UNIT,
            (XFER[9, 2], XFER[9, 3]),
            needs=("XF-6",),
            rests_on=("XF-6",),
            applies="police_objected",
            outcomes=(
                Outcome("filed", "决定立案"),
                Outcome("upheld", "维持不予立案"),
            ),
            records=("复议决定通知书",),
            within=Term(3, "XF-6", XFER[9, 2]),
            gates=("G-02",),
            note="公安机关自收到提请复议的文件之日起三日内决定并书面通知。",
        ),
        Step(
            "XF-9",
            "report_duty_crime",
            "移送职务犯罪线索",
            Stage.PERFORM,
            UNIT_OR_HEADS,
            (XFER[19],),
            needs=("XF-1",),
            applies="transfer_optional",
            outcomes=(
                Outcome("commission", "移送监察机关"),
                Outcome("procuratorate", "移送人民检察院"),
            ),
            documents=("duty_crime_clue",),
            gates=("G-02",),
            note="发现公职人员涉嫌职务犯罪的，及时将线索移送监察机关或者人民检察院；不批准移送或者移送已经办结的，仍应当移送线索。",
        ),
        Step(
            "XF-5",
            "hand_over_items",
            "移交涉案物品和材料",
            Stage.PERFORM,
            OFFICERS,
            (XFER[12],),
            needs=("XF-4:filed|XF-7:filed",),
            applies="police_filed",
            documents=("crime_handover",),
            records=("交接清单",),
            within=Term(3, "XF-7:filed|XF-4:filed", XFER[12]),
            officers=2,
            gates=("G-01", "G-02"),
            ends=True,
            note="自接到立案通知书之日起三日内，将涉案物品以及其他材料移交公安机关，办结交接手续。",
        ),
        Step(
            "XF-8",
            "go_on",
            "不予立案，继续依法处理",
            Stage.PERFORM,
            UNIT_OR_HEADS,
            (XFER[10], XFER[13], APL[27, 1]),
            needs=("XF-4:not_filed",),
            applies="police_refused_owed",
            gates=("G-02", "objection_over"),
            ends=True,
            note="公安机关不予立案的，应当依法作出处理；应当给予行政处罚的，依法实施行政处罚。",
        ),
    ),
    milestones=(
        Milestone("报告", ("XF-1",)),
        Milestone("审批", ("XF-2",)),
        Milestone("移送", ("XF-3",)),
        Milestone("公安审查", ("XF-4",)),
        Milestone("移交或者继续处理", ("XF-5", "XF-8")),
    ),
    note="行政处罚中发现涉嫌犯罪的，必须移送公安机关，不得以行政处罚代替移送。",
)
