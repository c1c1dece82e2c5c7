"""查封、扣押, CM-1 to CM-11 (ACL 16 to 28; SAMR 36 to 42 in market supervision). Alone or nested in a penalty case (PG-6).

The term of the measure is that of CM-9 and CM-10: thirty days, or what a law or administrative regulation sets
otherwise, as the decision CM-6 states it; CM-7 lengthens it once (``terms``). It is never rolled forward.

What the steps state (keys of ``Taken.stated``; days are ISO strings or dates):

CM-1   basis_level (law, regulation, local, rule, other), basis, measure_reason, objects, statutory_days,
       statutory_basis, emergency
CM-2   head_opinion, basis_level
CM-3   place, certificates_shown, party_notified, presence, witness
CM-4   reasons_told, rights_told, party_words, plea_reply
CM-5   began_at, ended_at, found, signed, witness, refusal_note
CM-6   items, place, kept_at, keeper, term_days, list_signed, delivered, case_related, not_necessities,
       not_sealed_by_others, emergency, basis_level
CM-7   days, extension_reason, reasons_told
CM-7-1 appraiser, appraisal_matter, appraisal_days, told_in_writing, stops_until; CM-8 custodian, custody_note
CM-9   disposal_reason, disposal_basis; CM-10 release_ground, release_reason, returned, proceeds
CM-11  consent, proceeds, evidence_kept, announced_at
"""

from __future__ import annotations

from datetime import date

from lantai.law.periods import MEASURE_STOPS
from lantai.law.procedure import Av, Extension, Milestone, Outcome, Procedure, Stage, Step, Term, Unit
from lantai.law.procedures.desks import HEADS, OFFICERS
from lantai.law.statutes_in_force import ACL, SAMR

_BEFORE = (
    Step(
        "CM-1",
        "request_measure",
        "报请查封、扣押",
        Stage.START,
        OFFICERS,
        (ACL[16], ACL[17, 1], ACL[10], ACL[22]),
        officers=2,
        gates=("G-01", "G-02", "measure_basis", "measure_objects"),
        note="查封、扣押由法律、法规规定的机关实施，不得委托；采用非强制手段可以达到目的的，不得实施。",
    ),
    Step(
        "CM-2",
        "approve_measure",
        "批准查封、扣押",
        Stage.START,
        HEADS,
        (ACL[18, 1, 1], ACL[19], SAMR[36]),
        needs=("CM-1",),
        outcomes=(
            Outcome("approved", "批准", documents=("measure_approval",)),
            Outcome("refused", "不予批准", ends=True, documents=("measure_approval",)),
            Outcome("disagreed", "认为不应当采取，立即解除", needs=("CM-6",), documents=("measure_approval",)),
        ),
        records=("实施行政强制措施审批表",),
        within=Term(24, "CM-6", ACL[19], Unit.HOURS),
        gates=("G-02", "measure_basis", "makeup_approval"),
        note="实施前报行政机关负责人批准；情况紧急当场实施的，二十四小时内报告并补办，负责人不同意的立即解除。",
    ),
    Step(
        "CM-3",
        "show_and_notify",
        "出示证件、通知当事人到场",
        Stage.INVESTIGATE,
        OFFICERS,
        (ACL[18, 1, 2], ACL[18, 1, 3], ACL[18, 1, 4]),
        needs=("CM-1",),
        records=("执法证件出示记录",),
        av=Av.MUST,
        officers=2,
        gates=("G-01", "G-02", "showing", "G-17"),
        note="由两名以上执法人员实施，出示执法身份证件，通知当事人到场；当事人不到场的，邀请见证人到场。",
    ),
    Step(
        "CM-4",
        "tell_and_hear",
        "当场告知、听取陈述申辩",
        Stage.INVESTIGATE,
        OFFICERS,
        (ACL[18, 1, 5], ACL[18, 1, 6]),
        needs=("CM-3",),
        records=("权利义务告知记录",),
        av=Av.MUST,
        officers=2,
        gates=("G-01", "G-02", "measure_told", "G-17"),
        note="当场告知理由、依据以及当事人依法享有的权利、救济途径，听取陈述和申辩。",
    ),
    Step(
        "CM-5",
        "record_on_site",
        "制作现场笔录",
        Stage.INVESTIGATE,
        OFFICERS,
        (ACL[18, 1, 7], ACL[18, 1, 8], ACL[18, 1, 9]),
        needs=("CM-4",),
        documents=("measure_record",),
        records=("现场笔录",),
        av=Av.MUST,
        officers=2,
        gates=("G-01", "G-02", "measure_signed", "G-17"),
        note="现场笔录由当事人和执法人员签名或者盖章；当事人拒绝的注明，不到场的由见证人签名。",
    ),
    Step(
        "CM-6",
        "impose_measure",
        "当场交付决定书和清单",
        Stage.INVESTIGATE,
        OFFICERS,
        (ACL[24], ACL[23], ACL[25, 1]),
        needs=("CM-1", "CM-5"),
        outcomes=(Outcome("sealing", "查封"), Outcome("seizure", "扣押")),
        documents=("sealing_decision", "goods_list"),
        records=("经签名或者盖章的清单",),
        av=Av.MUST,
        officers=2,
        gates=("G-01", "G-02", "G-09", "G-10", "measure_basis", "measure_objects", "measure_delivery", "G-17"),
        note="制作决定书，写明理由、依据和期限，连同一式两份的清单当场交付当事人。",
    ),
)

_RUNNING = (
    Step(
        "CM-7",
        "lengthen_measure",
        "延长查封、扣押期限",
        Stage.INVESTIGATE,
        HEADS,
        (ACL[25, 1], ACL[25, 2]),
        needs=("CM-6", "CM-2:approved"),
        rests_on=("CM-6",),
        applies="measure_optional",
        documents=("sealing_extension",),
        gates=("G-02", "G-09", "G-10", "extension_told"),
        note="情况复杂的，经负责人批准可以延长一次，不超过三十日，书面告知当事人并说明理由。",
    ),
    Step(
        "CM-7-1",
        "tell_testing",
        "告知检测、鉴定期间",
        Stage.INVESTIGATE,
        OFFICERS,
        (ACL[25, 3],),
        needs=("CM-6",),
        applies="measure_optional",
        documents=("appraisal_period_notice",),
        officers=2,
        gates=("G-01", "G-02", "G-09"),
        repeatable=True,
        note="检测、检验、检疫或者技术鉴定的期间不计入，期间应当明确并书面告知当事人，费用由机关承担。",
    ),
    Step(
        "CM-8",
        "keep_safe",
        "保管",
        Stage.INVESTIGATE,
        OFFICERS,
        (ACL[26], SAMR[41]),
        needs=("CM-6",),
        applies="measure_optional",
        outcomes=(
            Outcome("own", "自行保管记录", documents=("custody_record",)),
            Outcome("entrusted", "委托第三人保管", documents=("custody_commission",)),
            Outcome("loss", "发现损毁、丢失", documents=("custody_record",)),
        ),
        officers=2,
        gates=("G-01", "G-02", "custody"),
        repeatable=True,
        note="妥善保管，不得使用或者损毁，造成损失的赔偿；查封的可以委托第三人保管，费用由机关承担。",
    ),
    Step(
        "CM-11",
        "dispose_early",
        "先行处置、公告认领",
        Stage.INVESTIGATE,
        HEADS,
        (ACL[28, 2], SAMR[41], SAMR[42]),
        needs=("CM-6", "CM-2:approved"),
        applies="measure_optional",
        outcomes=(
            Outcome("sold", "先行拍卖、变卖", documents=("early_disposal_approval",)),
            Outcome("announced", "公告认领", documents=("claim_announcement",)),
            Outcome(
                "unclaimed", "无人认领，上缴国库", documents=("early_disposal_approval",), needs=("CM-11:announced",)
            ),
        ),
        gates=("G-02", "G-09", "early_disposal"),
        repeatable=True,
        note="鲜活或者不易保管的财物，经权利人同意或者公告，报负责人批准，留存证据后先行处置，保存价款。",
    ),
)

_END = (
    Step(
        "CM-9",
        "decide_on_goods",
        "作出处理决定",
        Stage.DECIDE,
        HEADS,
        (ACL[27], ACL[25, 1]),
        needs=("CM-6",),
        rests_on=("CM-6",),
        applies="measure_running",
        outcomes=(
            Outcome(
                "confiscated",
                "没收",
                ends=True,
                needs=("CM-6", "CM-2:approved"),
                documents=("measure_disposal", "return_list"),
            ),
            Outcome(
                "destroyed",
                "销毁",
                ends=True,
                needs=("CM-6", "CM-2:approved"),
                documents=("measure_disposal", "return_list"),
            ),
            Outcome(
                "transferred",
                "随涉嫌犯罪案件移送",
                ends=True,
                needs=("CM-6", "CM-2:approved"),
                documents=("measure_transfer_notice", "return_list"),
            ),
            Outcome("release", "应当解除", untimed=True),
        ),
        records=("财物处理记录",),
        within=Term(30, "CM-6", ACL[25, 1], Unit.CALENDAR_DAYS, rolls=False, stops=MEASURE_STOPS),
        extensions=(Extension(30, ACL[25, 1], HEADS),),
        gates=("G-02", "G-09", "approval_stands", "G-10"),
        note="在查封、扣押期限内作出处理决定：依法没收、销毁，应当解除的解除。",
    ),
    Step(
        "CM-10",
        "release",
        "解除查封、扣押，退还财物",
        Stage.DECIDE,
        HEADS,
        (ACL[28, 1], ACL[28, 2]),
        needs=("CM-6",),
        rests_on=("CM-6",),
        applies="measure_running",
        documents=("measure_release", "return_list"),
        records=("财物返还记录",),
        within=Term(30, "CM-6", ACL[28, 1], Unit.CALENDAR_DAYS, rolls=False, stops=MEASURE_STOPS),
        gates=("G-02", "release_ground"),
        ends=True,
        note="有法定情形的及时解除，立即退还财物或者变卖所得款项；期限届满的最迟当日解除，不顺延。",
    ),
)

COERCION_SEIZURE = Procedure(
    code="coercion.sealing_seizure",
    label="查封、扣押",
    version=1,
    in_force=date(2012, 1, 1),
    kind="强制",
    steps=(*_BEFORE, *_RUNNING, *_END),
    milestones=(
        Milestone("报批", ("CM-1", "CM-2")),
        Milestone("现场实施", ("CM-3", "CM-4", "CM-5", "CM-6")),
        Milestone("处理、解除", ("CM-9", "CM-10")),
    ),
    note="暂时性的控制措施，可以单独实施，也可以附在处罚案件中；期限单独计算，不因节假日顺延。",
)
