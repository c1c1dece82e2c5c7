"""行政检查, IN-1 to IN-9 (国办发〔2024〕54号 and its answers; the forms of the Ministry of Justice; ALL 61; APL 55).

No statute orders inspections as a whole; the opinion binds inspections of enterprises and is applied here to all. What
leads to a penalty goes on as a case of its own (IN-7-2), with nothing written twice.

What the steps state (keys of ``Taken.stated``; days are ISO strings or dates):

IN-1   earlier_case, earlier_findings (a follow-up)
IN-2   inspection_kind, inspection_source, source_reference, plan, content, planned_on, officers, emergency_reason
IN-3   head_opinion; IN-5-1 the same, afterwards
IN-4   delivered_how, notice_receiver
IN-5   place, certificates_shown, notice_shown, scan_code, no_scan_reason, presence, witness
IN-6   began_at, ended_at, findings, found, party_words, signed, refusal_note; IN-6-1 found, person_asked, questions, items
IN-7   summary, problems, violated, correction, correct_by, transfer_to, told_on, told_to
IN-7-1 checked_how, checked, reference; IN-7-2 reference; IN-8 published_at, withheld_reason
IN-9   pages, boxes, filing_note
"""

from __future__ import annotations

from datetime import date

from lantai.law.periods import MEASURE_STOPS
from lantai.law.procedure import Av, Milestone, Outcome, Procedure, Stage, Step, Term, Unit
from lantai.law.procedures.desks import ARCHIVISTS, HEADS, OFFICERS, PUBLISHERS, UNIT
from lantai.law.statutes_in_force import ALL, APL, INSP54, INSPDOC, INSPQA, SEED, XFER

_ENDED = "IN-3:refused|IN-5-1:disagreed"

_BEFORE = (
    Step(
        "IN-1",
        "register_inspection",
        "登记检查任务，核对事项",
        Stage.START,
        UNIT,
        (INSP54.whole, ALL[61], SEED.whole),
        records=("检查事项和频次上限的公布记录",),
        gates=("G-02", "inspection_matter", "earlier_findings"),
        note="检查主体、检查事项和年度频次上限应当向社会公布；未经公布的事项不得检查。",
    ),
    Step(
        "IN-2",
        "plan_inspection",
        "确定检查类型、来源和方案",
        Stage.START,
        UNIT,
        (INSP54.whole, INSPQA.whole),
        needs=("IN-1",),
        outcomes=(
            Outcome("planned", "报负责人批准"),
            Outcome("emergency", "情况紧急，当场实施"),
        ),
        assigns=2,
        gates=("G-02", "inspection_cap"),
        note="写明检查类型、来源、内容和检查人员；达到年度频次上限的，没有规定的例外不得检查。",
    ),
    Step(
        "IN-3",
        "approve_inspection",
        "批准检查",
        Stage.START,
        HEADS,
        (INSP54.whole, INSPQA.whole),
        needs=("IN-2",),
        rests_on=("IN-2",),
        applies="approved_before",
        outcomes=(
            Outcome("approved", "批准", documents=("inspection_approval",)),
            Outcome("returned", "退回修改方案", sets_back="IN-2"),
            Outcome("refused", "不予批准", ends=True, documents=("inspection_approval",)),
        ),
        records=("行政检查审批表",),
        gates=("G-02", "inspection_matter", "inspection_cap"),
        note="所有检查都应当在实施前报行政执法主体负责人批准。",
    ),
    Step(
        "IN-4",
        "notify_inspection",
        "制发行政检查通知书",
        Stage.START,
        OFFICERS,
        (INSP54.whole, INSPDOC.whole),
        needs=("IN-3:approved|IN-2:emergency",),
        documents=("inspection_notice",),
        records=("行政检查通知书签收记录",),
        gates=("G-02", "G-14"),
        note="写明检查事项、依据、人员和证号、频次、五个严禁，以及申请回避和投诉举报的权利。",
    ),
)

_ON_SITE = (
    Step(
        "IN-5",
        "arrive",
        "到场出示证件、扫码登记",
        Stage.INVESTIGATE,
        OFFICERS,
        (INSP54.whole, APL[42, 1], APL[55, 1]),
        needs=("IN-4",),
        records=("执法证件出示记录", "扫码入企记录"),
        av=Av.SHOULD,
        officers=2,
        gates=("G-01", "G-02", "G-14", "inspection_matter", "inspection_cap", "showing", "scanned"),
        note="由两名以上执法人员出示执法证件和检查通知书，扫码登记后实施检查，不得以其他证件代替。",
    ),
    Step(
        "IN-5-1",
        "make_up_approval",
        "补办批准",
        Stage.INVESTIGATE,
        HEADS,
        (INSPQA.whole,),
        needs=("IN-5",),
        rests_on=("IN-5",),
        applies="approved_afterwards",
        outcomes=(
            Outcome("approved", "补办批准", documents=("inspection_approval",)),
            Outcome("disagreed", "不同意，停止检查", ends=True, documents=("inspection_approval",)),
        ),
        records=("行政检查审批表",),
        within=Term(2, "IN-5", INSPQA.whole, Unit.WORKING_DAYS, policy=True),
        gates=("G-02", "inspection_matter"),
        note="情况紧急当场实施的，及时向负责人报告并补办批准手续。",
    ),
    Step(
        "IN-6",
        "inspect",
        "现场检查",
        Stage.INVESTIGATE,
        OFFICERS,
        (APL[55], INSPDOC.whole, ALL[61, 2]),
        needs=("IN-5",),
        documents=("inspection_record",),
        records=("现场检查笔录",),
        av=Av.SHOULD,
        officers=2,
        gates=("G-01", "G-02", "record_signed"),
        repeatable=True,
        note="按检查项目逐项记录情况，由被检查人核对签名；拒绝签名的注明。",
    ),
    Step(
        "IN-6-1",
        "examine_ask_sample",
        "勘验、询问、抽样",
        Stage.INVESTIGATE,
        OFFICERS,
        (APL[55, 2], APL[56], ALL[62, 1], INSPDOC.whole),
        needs=("IN-5",),
        applies="optional",
        outcomes=(
            Outcome("scene", "勘验", documents=("scene_record",)),
            Outcome("interview", "询问", documents=("interview_record",)),
            Outcome("sampling", "抽样取证", documents=("sampling_voucher",)),
        ),
        records=("勘验笔录、询问笔录或者抽样取证凭证",),
        av=Av.SHOULD,
        officers=2,
        gates=("G-01", "G-02", "record_signed", "G-17"),
        repeatable=True,
        note="需要时勘验现场、询问有关人员、抽样取证，各作笔录或者凭证。",
    ),
    Step(
        "IN-7",
        "tell_result",
        "告知检查结果",
        Stage.DECIDE,
        OFFICERS,
        (INSPDOC.whole, INSP54.whole, APL[28, 1]),
        needs=("IN-6", "IN-5-1"),
        rests_on=("IN-6",),
        outcomes=(
            Outcome("none", "没有发现问题", documents=("inspection_result",)),
            Outcome("correct", "责令改正", documents=("inspection_result", "correction_order")),
            Outcome("penalty", "涉嫌违法，移送立案", documents=("inspection_result",)),
            Outcome("transfer", "移送其他机关", documents=("inspection_result",)),
        ),
        records=("检查结果签收记录",),
        officers=2,
        within=Term(5, "IN-6", INSPDOC.whole, Unit.WORKING_DAYS, stops=MEASURE_STOPS, policy=True),
        gates=("G-01", "G-02", "inspection_made_up", "result_follows"),
        note="检查结果及时告知被检查人；发现问题的责令改正，涉嫌违法应当处罚的立案，涉嫌犯罪的移送。",
    ),
)

_AFTER = (
    Step(
        "IN-7-1",
        "check_correction",
        "核查整改情况",
        Stage.PERFORM,
        UNIT,
        (INSP54.whole, APL[28, 1]),
        needs=("IN-7",),
        rests_on=("IN-7",),
        applies="correction_ordered",
        outcomes=(
            Outcome("corrected", "已经改正"),
            Outcome("not_corrected", "逾期没有改正"),
        ),
        records=("整改核查记录",),
        gates=("G-02",),
        note="能够书面核查的不入企；需要现场复查的另行报批，复查从上次发现的问题开始。",
    ),
    Step(
        "IN-7-2",
        "hand_over",
        "移送立案",
        Stage.PERFORM,
        UNIT,
        (APL[54, 1], APL[27, 1], XFER[3]),
        needs=("IN-7",),
        rests_on=("IN-7",),
        applies="violation_found",
        records=("案件来源登记表",),
        within=Term(15, "IN-7", SEED.whole, Unit.WORKING_DAYS, policy=True),
        gates=("G-02",),
        note="涉嫌违法的转入行政处罚程序，检查中取得的证据随案移送，已有的内容不重复填写。",
    ),
    Step(
        "IN-8",
        "publish_result",
        "公示检查结果",
        Stage.PERFORM,
        PUBLISHERS,
        (SEED.whole, INSP54.whole),
        needs=("IN-7",),
        rests_on=("IN-7",),
        outcomes=(Outcome("published", "已经公示"), Outcome("withheld", "依法不予公示")),
        records=("公示记录",),
        within=Term(20, "IN-7", SEED.whole, Unit.WORKING_DAYS),
        gates=("G-02",),
        note="检查结果自告知之日起二十个工作日内公示；依法不予公示的登记理由。",
    ),
    Step(
        "IN-9",
        "file_dossier",
        "立卷归档",
        Stage.CLOSE,
        (*UNIT, *ARCHIVISTS),
        (ALL[61, 2], SEED.whole),
        needs=(f"IN-8|{_ENDED}", "IN-7-1", "IN-7-2"),
        records=("检查案卷",),
        within=Term(30, f"IN-8|{_ENDED}", SEED.whole, Unit.CALENDAR_DAYS, policy=True),
        gates=("G-02", "G-16"),
        ends=True,
        note="检查情况和处理结果记录在案，由检查人员签字后归档；对许可事项的监督检查记录公众可以查阅。",
    ),
)

INSPECTION_ORDINARY = Procedure(
    code="inspection.ordinary",
    label="行政检查",
    version=1,
    in_force=date(2025, 1, 3),
    kind="检查",
    steps=(*_BEFORE, *_ON_SITE, *_AFTER),
    milestones=(
        Milestone("任务方案", ("IN-1", "IN-2")),
        Milestone("审批通知", ("IN-3", "IN-4")),
        Milestone("现场检查", ("IN-5", "IN-6")),
        Milestone("结果告知", ("IN-7",)),
        Milestone("整改移送", ("IN-7-1", "IN-7-2")),
        Milestone("公示归档", ("IN-8", "IN-9")),
    ),
    note="检查事项须公布，检查须批准，同一企业有年度频次上限；现场亮证、扫码，结果告知并公示。",
)
