"""行政征收（收费）, LV-1 to LV-8 (WATER 32 to 37 as the model; ACL 45, 46, 53, 54).

No statute rules all levies. The steps are those of the water-resource fee, which a tax replaced in 2024: another levy
runs on the same steps, and its own law gives the amount and the late charge, as the assessment and the order state.

What the steps state (keys of ``Taken.stated``; days are ISO strings or dates, amounts yuan):

LV-1    item, levy_basis, standard, standard_published, span, measured_by, quantity, rate, amount
LV-2    pay_to, late_standard and the service words; LV-3 kind, amount, paid_on, receipt_no, channel
LV-4    requested_on, hardship, days; LV-4-1 granted_days, answer_reason
LV-5    unpaid_facts, pay_until, late_rate, late_basis; LV-5-1 through, rate, amount, standard_told
LV-5-2  perform_until, perform_how; LV-5-3 ground; LV-6 treasury_receipt, treasury_amount, treasury_on, direct
LV-7    execution_result, dispute_result
Events: @payment, @execution_ended.
"""

from __future__ import annotations

from datetime import date

from lantai.law.levies import ANSWER_WITHIN, PAY_WITHIN
from lantai.law.procedure import Milestone, Outcome, Procedure, Stage, Step, Term, Unit
from lantai.law.procedures.desks import ARCHIVISTS, HEADS, PUBLISHERS, UNIT, UNIT_OR_HEADS
from lantai.law.statutes_in_force import ACL, ARCH, OGI, SEED, WATER

_BEGIN = (
    Step(
        "LV-1",
        "determine_levy",
        "核定应缴数额",
        Stage.START,
        UNIT,
        (WATER[32, 1], WATER[31]),
        documents=("levy_assessment",),
        records=("计量或者核查资料",),
        gates=("G-02", "levy_standard", "levy_amount"),
        repeatable=True,
        note="按照公布的征收标准和实际计量的数量核定应缴数额。",
    ),
    Step(
        "LV-2",
        "decide_levy",
        "送达缴纳通知单",
        Stage.DECIDE,
        UNIT,
        (WATER[33, 1],),
        needs=("LV-1",),
        rests_on=("LV-1",),
        documents=("levy_notice",),
        records=("送达回证",),
        gates=("G-02", "service", "G-17"),
        note="核定后向缴纳人送达缴纳通知单，写明数额、期限和缴款账户。",
    ),
    Step(
        "LV-2-1",
        "publish",
        "公示",
        Stage.PERFORM,
        PUBLISHERS,
        (OGI[26], SEED.whole),
        needs=("LV-2",),
        rests_on=("LV-2",),
        outcomes=(Outcome("published", "已公示"), Outcome("withheld", "依法不公示")),
        within=Term(20, "LV-2", OGI[26], Unit.WORKING_DAYS),
        gates=("G-02", "G-15"),
        note="征收决定自作出之日起二十个工作日内公示；依法不公开的登记理由。",
    ),
)

_PAY = (
    Step(
        "LV-4",
        "ask_deferral",
        "申请缓缴",
        Stage.PERFORM,
        UNIT,
        (WATER[34],),
        needs=("LV-2",),
        rests_on=("LV-2",),
        applies="levy_unpaid",
        documents=("levy_deferral_request",),
        records=("缓缴申请",),
        within=Term(7, "LV-2", WATER[34], Unit.CALENDAR_DAYS),
        late="lapse",
        gates=("G-02", "deferral_days"),
        note="因特殊困难不能按期缴纳的，自收到通知单之日起七日内申请缓缴，缓缴不超过九十日。",
    ),
    Step(
        "LV-4-1",
        "answer_deferral",
        "答复缓缴申请",
        Stage.PERFORM,
        (*HEADS, *UNIT),
        (WATER[34],),
        needs=("LV-4",),
        rests_on=("LV-4",),
        applies="deferral_asked",
        outcomes=(
            Outcome("granted", "同意缓缴", by=HEADS, documents=("levy_deferral_answer",)),
            Outcome("refused", "不同意缓缴", by=HEADS, documents=("levy_deferral_answer",)),
            Outcome("lapsed", "期满未作决定，视为同意", untimed=True),
        ),
        within=ANSWER_WITHIN,
        gates=("G-02", "deferral_days", "deferral_silence"),
        note="自收到申请之日起五个工作日内作出书面决定并通知申请人，期满未作决定的视为同意。",
    ),
    Step(
        "LV-5",
        "order_payment",
        "责令限期缴纳",
        Stage.PERFORM,
        UNIT_OR_HEADS,
        (ACL[45, 1], WATER[54]),
        needs=("LV-2",),
        rests_on=("LV-2",),
        applies="levy_unpaid",
        documents=("levy_order",),
        gates=("G-02", "levy_overdue", "service", "G-17"),
        repeatable=True,
        note="逾期不缴纳的责令限期缴纳，告知滞纳金的标准和依据。",
    ),
    Step(
        "LV-5-1",
        "charge_late",
        "加收滞纳金",
        Stage.PERFORM,
        UNIT_OR_HEADS,
        (ACL[45, 1], ACL[45, 2]),
        needs=("LV-5",),
        rests_on=("LV-2",),
        applies="levy_unpaid",
        documents=("levy_late_charge",),
        gates=("G-02", "late_charge", "service", "G-17"),
        repeatable=True,
        note="按照法律、法规规定的标准加收滞纳金，标准应当告知，数额不得超出应缴数额。",
    ),
    Step(
        "LV-5-2",
        "demand_levy",
        "催告",
        Stage.PERFORM,
        UNIT_OR_HEADS,
        (ACL[46, 1], ACL[35], ACL[54]),
        needs=("LV-5",),
        rests_on=("LV-2",),
        applies="levy_unpaid",
        documents=("levy_demand",),
        gates=("G-02", "service", "G-17"),
        repeatable=True,
        note="强制执行前书面催告，写明期限、方式、金额和陈述申辩权。",
    ),
    Step(
        "LV-5-3",
        "enforce_levy",
        "申请人民法院强制执行",
        Stage.PERFORM,
        HEADS,
        (ACL[46, 3], ACL[53]),
        needs=("LV-5-2",),
        rests_on=("LV-2",),
        applies="levy_unpaid",
        gates=("G-02",),
        repeatable=True,
        child=("coercion.court_application", "coercion.execution"),
        note="没有行政强制执行权的，在法定期限内申请人民法院强制执行。",
    ),
    Step(
        "LV-3",
        "pay_levy",
        "缴纳",
        Stage.PERFORM,
        UNIT,
        (WATER[33, 1], WATER[35]),
        needs=("LV-2",),
        applies="levy_owed",
        outcomes=(Outcome("full", "缴清"), Outcome("part", "部分缴纳", unfinished=True)),
        records=("缴款票据",),
        within=PAY_WITHIN,
        gates=("G-02", "levy_treasury", "levy_paid"),
        repeatable=True,
        note="自收到缴纳通知单之日起七日内办理缴纳手续；缓缴期间不计为逾期。",
    ),
)

_END = (
    Step(
        "LV-6",
        "hand_to_treasury",
        "解缴国库",
        Stage.PERFORM,
        UNIT,
        (WATER[35], WATER[37]),
        needs=("LV-3:full|LV-3:part",),
        rests_on=("LV-3",),
        applies="levy_collected",
        records=("国库凭证",),
        gates=("G-02", "levy_direct"),
        note="款项直接缴入国库，任何单位和个人不得截留、侵占或者挪用。",
    ),
    Step(
        "LV-7",
        "close",
        "结案",
        Stage.CLOSE,
        HEADS,
        (SEED.whole, ACL[45, 1]),
        needs=("LV-2-1", "LV-3:full|LV-3:part|@execution_ended", "LV-6"),
        rests_on=("LV-2", "LV-3"),
        documents=("act_closing",),
        records=("结案审批表",),
        gates=("G-02", "G-16"),
        note="款项缴清并入库，或者终结执行后结案。",
    ),
    Step(
        "LV-8",
        "file_dossier",
        "归档",
        Stage.CLOSE,
        (*ARCHIVISTS, *UNIT),
        (ARCH[13], SEED.whole),
        needs=("LV-7",),
        records=("卷内文件目录", "备考表"),
        gates=("G-02",),
        ends=True,
        note="一案一卷，立卷归档。",
    ),
)

LEVY_FEE = Procedure(
    code="levy.fee",
    label="行政征收（收费）",
    version=1,
    in_force=date(2017, 3, 1),
    kind="征收征用",
    steps=(*_BEGIN, *_PAY, *_END),
    milestones=(
        Milestone("核定", ("LV-1",)),
        Milestone("通知", ("LV-2",)),
        Milestone("缴纳", ("LV-3",)),
        Milestone("入库", ("LV-6",)),
        Milestone("结案归档", ("LV-7", "LV-8")),
    ),
    note="以水资源费的征收程序为样本；其他款项的数额、期限和滞纳金依照各该法律、法规，在核定和责令时写明。",
)
