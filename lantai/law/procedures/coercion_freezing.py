"""冻结存款、汇款 (ACL 29 to 33). Only where a law gives the power; alone or nested in a penalty case (PG-6).

The steps bear the ids of what they correspond to in sealing and seizure: CM-6 the notice to the bank (the freezing
itself), CM-6-1 the decision handed to the party. Of Article 18 only reporting, two officers, certificates and the
record apply (ACL 30): the party is not warned before, and nothing is frozen without approval first.

Reading: the make-up approval of Article 19 is for measures that officers impose 当场, face to face with the thing. Money is
frozen by the bank upon a sealed notice of the agency (ACL 30 ¶2); the notice itself presupposes the approval, which can be
given at any hour. So there is no emergency path here. A lawyer who reads Article 19 (a general rule) otherwise changes the
gate G-09 in one place (``gates.measures.approved``).

What the steps state besides those of ``coercion_seizure``:

CM-1   account, involved_amount, amount; CM-6 bank, account, amount, not_frozen_by_others, term_days
CM-6-1 the service words; CM-10 release_ground, release_reason, bank_told
"""

from __future__ import annotations

from datetime import date

from lantai.law.procedure import Extension, Milestone, Outcome, Procedure, Stage, Step, Term, Unit
from lantai.law.procedures.desks import HEADS, OFFICERS
from lantai.law.statutes_in_force import ACL

COERCION_FREEZING = Procedure(
    code="coercion.freezing",
    label="冻结存款、汇款",
    version=1,
    in_force=date(2012, 1, 1),
    kind="强制",
    steps=(
        Step(
            "CM-1",
            "request_measure",
            "报请冻结",
            Stage.START,
            OFFICERS,
            (ACL[29], ACL[16], ACL[10]),
            officers=2,
            gates=("G-01", "G-02", "measure_basis", "freezing_amount"),
            note="冻结由法律规定的机关实施，不得委托；数额与违法行为涉及的金额相当，不得重复冻结。",
        ),
        Step(
            "CM-2",
            "approve_measure",
            "批准冻结",
            Stage.START,
            HEADS,
            (ACL[18, 1, 1], ACL[30, 1]),
            needs=("CM-1",),
            outcomes=(
                Outcome("approved", "批准"),
                Outcome("refused", "不予批准", ends=True),
            ),
            documents=("measure_approval",),
            records=("实施行政强制措施审批表",),
            gates=("G-02", "measure_basis"),
            note="实施前须向行政机关负责人报告并经批准；不事先告知当事人。",
        ),
        Step(
            "CM-6",
            "impose_measure",
            "向金融机构交付冻结通知书",
            Stage.INVESTIGATE,
            OFFICERS,
            (ACL[30, 1], ACL[30, 2], ACL[18, 1, 7], ACL[29, 2]),
            needs=("CM-1", "CM-2:approved"),
            documents=("freezing_notice", "freezing_decision"),
            records=("现场笔录",),
            officers=2,
            gates=("G-01", "G-02", "showing", "G-09", "G-10", "measure_basis", "freezing_amount"),
            note="两名以上执法人员出示证件，交付冻结通知书；金融机构立即冻结，不得泄露信息。",
        ),
        Step(
            "CM-6-1",
            "deliver_decision",
            "向当事人交付冻结决定书",
            Stage.INVESTIGATE,
            OFFICERS,
            (ACL[31],),
            needs=("CM-6",),
            rests_on=("CM-6",),
            applies="measure_running",
            documents=("service_receipt",),
            records=("送达回证",),
            within=Term(3, "CM-6", ACL[31]),
            officers=2,
            gates=("G-01", "G-02", "service", "G-17"),
            note="冻结后三个工作日内向当事人交付冻结决定书，写明理由、依据、期限、账号、数额和救济途径。",
        ),
        Step(
            "CM-7",
            "lengthen_measure",
            "延长冻结期限",
            Stage.INVESTIGATE,
            HEADS,
            (ACL[32, 1], ACL[32, 2]),
            needs=("CM-6",),
            rests_on=("CM-6",),
            applies="measure_optional",
            documents=("freezing_extension",),
            gates=("G-02", "G-09", "G-10", "extension_told"),
            note="情况复杂的，经负责人批准可以延长一次，不超过三十日，书面告知当事人并说明理由。",
        ),
        Step(
            "CM-9",
            "decide_on_money",
            "作出处理决定",
            Stage.DECIDE,
            HEADS,
            (ACL[32, 1],),
            needs=("CM-6",),
            rests_on=("CM-6",),
            applies="measure_running",
            outcomes=(
                Outcome("decided", "已作出处理决定，不再需要冻结"),
                Outcome("transferred", "随涉嫌犯罪案件移送", ends=True, documents=("measure_transfer_notice",)),
                Outcome("release", "应当解除", untimed=True),
            ),
            within=Term(30, "CM-6", ACL[32, 1], Unit.CALENDAR_DAYS, rolls=False),
            extensions=(Extension(30, ACL[32, 1], HEADS),),
            gates=("G-02", "G-09", "approval_stands", "G-10"),
            note="自冻结之日起三十日内作出处理决定或者解除冻结。",
        ),
        Step(
            "CM-10",
            "release",
            "解除冻结",
            Stage.DECIDE,
            HEADS,
            (ACL[33, 1], ACL[33, 2]),
            needs=("CM-6",),
            rests_on=("CM-6",),
            applies="measure_running",
            documents=("freezing_release", "freezing_release_notice"),
            within=Term(30, "CM-6", ACL[33, 1], Unit.CALENDAR_DAYS, rolls=False),
            gates=("G-02", "release_ground"),
            ends=True,
            note="有法定情形的及时解除，通知金融机构和当事人；逾期未解除的，金融机构自期满之日起解除。",
        ),
    ),
    milestones=(
        Milestone("报批", ("CM-1", "CM-2")),
        Milestone("冻结", ("CM-6", "CM-6-1")),
        Milestone("处理、解除", ("CM-9", "CM-10")),
    ),
    note="只能由法律规定的机关实施；可以单独实施，也可以附在处罚案件中；期限不因节假日顺延。",
)
