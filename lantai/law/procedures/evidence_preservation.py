"""先行登记保存, PG-5: a measure nested in a penalty case, with its own clock (APL 56; SAMR 33 to 35).

What the steps state (keys of ``Taken.stated``; days are ISO strings or dates):

PG-5-1  preservation_reason, emergency
PG-5-2  opinion, emergency
PG-5    items, kept_at, keeper, list_signed, certificates_shown, emergency, witness, and the service words
PG-5-3  disposal, disposal_reason, returned_items
Events: @disposed (the goods were dealt with; counts as PG-5-3).
"""

from __future__ import annotations

from datetime import date

from lantai.law.procedure import Av, Milestone, Outcome, Procedure, Stage, Step, Term, Unit
from lantai.law.procedures.desks import HEADS, OFFICERS
from lantai.law.statutes_in_force import APL, SAMR

EVIDENCE_PRESERVATION = Procedure(
    code="evidence.preservation",
    label="先行登记保存",
    version=1,
    in_force=date(2021, 7, 15),
    kind="处罚",
    steps=(
        Step(
            "PG-5-1",
            "request_preservation",
            "报请先行登记保存",
            Stage.START,
            OFFICERS,
            (APL[56], SAMR[33]),
            documents=("preservation_approval",),
            gates=("G-02",),
            note="写明证据可能灭失或者以后难以取得的情况。",
        ),
        Step(
            "PG-5-2",
            "approve_preservation",
            "批准先行登记保存",
            Stage.START,
            HEADS,
            (APL[56], SAMR[33]),
            needs=("PG-5-1",),
            outcomes=(
                Outcome("approved", "批准"),
                Outcome("refused", "不予批准，解除", ends=True, documents=("preservation_release",)),
            ),
            records=("先行登记保存证据审批表",),
            within=Term(24, "PG-5", SAMR[33], Unit.HOURS),
            gates=("G-02",),
            note="经行政机关负责人批准；情况紧急当场采取的，二十四小时内报告并补办。",
        ),
        Step(
            "PG-5",
            "preserve",
            "登记保存证据",
            Stage.INVESTIGATE,
            OFFICERS,
            (APL[56], SAMR[34]),
            needs=("PG-5-1",),
            documents=("preservation_notice", "goods_list"),
            records=("经签名或者盖章的清单",),
            av=Av.SHOULD,
            officers=2,
            gates=("G-01", "G-02", "preservation_approval", "service", "list", "G-17"),
            note="当场清点，开具清单，由当事人和执法人员签名或者盖章，连同通知书当场交付当事人。",
        ),
        Step(
            "PG-5-3",
            "dispose_of_evidence",
            "作出处理决定",
            Stage.DECIDE,
            HEADS,
            (APL[56], SAMR[35]),
            needs=("PG-5",),
            rests_on=("PG-5",),
            applies="undisposed",
            documents=("matter_approval",),
            outcomes=(
                Outcome(
                    "disposed", "作出处理决定", documents=("preservation_disposal",), needs=("PG-5", "PG-5-2:approved")
                ),
                Outcome("released", "解除先行登记保存", documents=("preservation_release",), untimed=True),
            ),
            records=("证据返还或者处理记录",),
            within=Term(7, "PG-5", APL[56], rolls=False),
            late="lapse",
            gates=("G-02", "disposal_way"),
            ends=True,
            note="七日内作出处理决定；逾期未作出的，先行登记保存自动解除。",
        ),
    ),
    milestones=(
        Milestone("报批", ("PG-5-1", "PG-5-2")),
        Milestone("登记保存", ("PG-5",)),
        Milestone("处理", ("PG-5-3",)),
    ),
    note="在证据可能灭失或者以后难以取得的情况下采取；从处罚案件中分出，单独计算期限。",
)
