"""行政处罚简易程序, PS-1 to PS-7 (APL 51 to 53, 68 to 71; SAMR 66 to 70 in market supervision).

What the steps state (keys of ``Taken.stated``; days are ISO strings or dates, amounts yuan):

PS-1  certificates_shown, place
PS-2  facts, evidence_summary, violated, penalty_basis
PS-3  penalty_kinds, fine, told, form, plea, plea_reply
PS-4  penalty_kinds, fine, place, correction, pay_to, refused_to_sign, number, and the service words (mode SV-8)
PS-5  collection (small, hard_later, remote), amount, receipt_no, party_request, landed_on, handed_in_on
PS-6  reported_on
PS-7  execution_result, kind, amount, paid_on, receipt_no (a fine paid at the bank)
Events: @draft_changed, @execution_ended, @payment.
"""

from __future__ import annotations

from datetime import date

from lantai.law.procedure import Av, Milestone, Outcome, Procedure, Stage, Step, Term, Unit
from lantai.law.procedures.desks import OFFICERS, UNIT, UNIT_OR_HEADS
from lantai.law.statutes_in_force import APL, SAMR, SEED

PENALTY_SUMMARY = Procedure(
    code="penalty.summary",
    label="行政处罚简易程序",
    version=1,
    in_force=date(2021, 7, 15),
    kind="处罚",
    steps=(
        Step(
            "PS-1",
            "show_certificates",
            "出示证件、表明身份",
            Stage.START,
            OFFICERS,
            (APL[42], APL[52, 1], APL[55]),
            records=("执法证件出示记录",),
            av=Av.SHOULD,
            officers=2,
            gates=("G-01", "G-02", "showing"),
            note="两名以上执法人员主动出示执法证件。",
        ),
        Step(
            "PS-2",
            "establish_facts",
            "查明事实、收集证据",
            Stage.INVESTIGATE,
            OFFICERS,
            (APL[40], APL[51], SAMR[67]),
            needs=("PS-1",),
            records=("现场笔录或者情况记录",),
            av=Av.SHOULD,
            officers=2,
            gates=("G-01", "G-02", "G-17"),
            repeatable=True,
            note="违法事实确凿并有法定依据，处罚在二百元（公民）、三千元（单位）以下或者警告的，可以当场决定。",
        ),
        Step(
            "PS-3",
            "tell_and_hear",
            "告知并听取陈述申辩",
            Stage.DECIDE,
            OFFICERS,
            (APL[44], APL[45], SAMR[69]),
            needs=("PS-2",),
            rests_on=("PS-2",),
            records=("告知和陈述申辩记录",),
            av=Av.SHOULD,
            officers=2,
            gates=("G-01", "G-02", "told", "G-17"),
            repeatable=True,
            note="告知拟处罚的内容及事实、理由、依据，当场听取陈述、申辩。",
        ),
        Step(
            "PS-4",
            "decide_on_the_spot",
            "当场作出处罚决定并交付",
            Stage.DECIDE,
            OFFICERS,
            (APL[51], APL[52], SAMR[67]),
            needs=("PS-2", "PS-3"),
            rests_on=(),
            documents=("spot_decision",),
            records=("当场行政处罚决定书签收记录",),
            officers=2,
            gates=("G-01", "G-02", "G-03", "G-05", "capacity", "one_fine", "service", "G-17"),
            note="填写预定格式、编有号码的决定书，当场交付；拒绝签收的，在决定书上注明。",
        ),
        Step(
            "PS-5",
            "collect_on_the_spot",
            "当场收缴罚款",
            Stage.PERFORM,
            OFFICERS,
            (APL[68], APL[69], APL[70]),
            needs=("PS-4",),
            applies="fined_on_spot",
            outcomes=(
                Outcome("collected", "当场收缴", unfinished=True),
                Outcome("handed_in", "已交至行政机关", needs=("PS-4", "PS-5:collected")),
            ),
            records=("专用票据存根",),
            officers=2,
            within=Term(2, "PS-5:collected", APL[71]),
            gates=("G-01", "G-02", "collection_on_spot"),
            repeatable=True,
            note="一百元以下、不当场收缴事后难以执行或者边远不便地区经当事人提出的，可以当场收缴。",
        ),
        Step(
            "PS-6",
            "report_decision",
            "报机关备案",
            Stage.PERFORM,
            OFFICERS,
            (APL[52, 3], SAMR[70]),
            needs=("PS-4",),
            documents=("summary_filing",),
            records=("备案材料",),
            within=Term(7, "PS-4", SAMR[70], Unit.WORKING_DAYS),
            gates=("G-02",),
            note="当场作出的处罚决定，应当报所属行政机关备案。",
        ),
        Step(
            "PS-7",
            "perform_and_close",
            "履行和结案",
            Stage.CLOSE,
            (*UNIT, *UNIT_OR_HEADS[1:]),
            (APL[53], APL[67, 3], SEED.whole),
            needs=("PS-6",),
            records=("缴款凭证", "结案记录"),
            within=Term(15, "PS-4", APL[67, 3]),
            gates=("G-02", "G-16"),
            ends=True,
            note="自收到决定书之日起十五日内缴纳罚款；履行完毕后结案归档。",
        ),
    ),
    milestones=(
        Milestone("表明身份", ("PS-1",)),
        Milestone("查明事实", ("PS-2",)),
        Milestone("告知申辩", ("PS-3",)),
        Milestone("当场决定", ("PS-4",)),
        Milestone("备案", ("PS-5", "PS-6")),
        Milestone("结案", ("PS-7",)),
    ),
    note="违法事实确凿并有法定依据，对公民二百元以下、对单位三千元以下罚款或者警告。",
)
