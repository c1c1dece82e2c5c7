"""申请人民法院强制执行, CX-1 to CX-9 (ACL 53 to 60; ADLITI 152 to 159). By agencies without the power to execute.

CX-1 request, CX-3 demand, CX-3-1 what the party says, CX-R review, CX-4 application, CX-5 acceptance by the court, CX-5-1
its ruling, CX-5-2 and CX-5-3 the application to the court above and its ruling, CX-7 sale of what the agency itself has
seized, CX-9 preservation before the application, CX-10 the end.

What the steps state (keys of ``Taken.stated``; days are ISO strings or dates):

CX-1    the words of the decision (as CE-1), ground (decision, reconsideration, judgment), no_own_power, object
CX-3    perform_until, perform_way, demanded_amount, pay_to, rights_told, and the service words
CX-4    court, court_place, immovable, object, application_reason, signed_by_head, urgent, urgent_reason, late_reason
CX-5    court_number, court_reason; CX-5-1 ruling_number, ruling_received_on, court_reason, heard
CX-7    auction_house, auction_goods, amount; CX-9 evasion, assets; CX-10 execution_result
"""

from __future__ import annotations

from datetime import date

from lantai.law.procedure import Milestone, Outcome, Procedure, Stage, Step, Term, Unit
from lantai.law.procedures.desks import HEADS, OFFICERS, REVIEWERS, UNIT
from lantai.law.statutes_in_force import ACL, ADLIT, ADLITI, APL, SEED

_BEFORE = (
    Step(
        "CX-1",
        "request_application",
        "报请申请法院强制执行",
        Stage.START,
        OFFICERS,
        (ACL[53], ACL[13, 2], ADLIT[97]),
        officers=2,
        gates=("G-01", "G-02", "no_own_power", "duty_overdue", "decision_stands"),
        note="当事人在法定期限内不申请行政复议、不提起行政诉讼又不履行的，没有强制执行权的机关可以申请。",
    ),
    Step(
        "CX-3",
        "demand_before_court",
        "催告",
        Stage.INVESTIGATE,
        OFFICERS,
        (ACL[54], ACL[35]),
        needs=("CX-1",),
        documents=("court_demand",),
        records=("催告书送达回证",),
        officers=2,
        gates=("G-01", "G-02", "decision_stands", "demand_complete", "service", "G-17"),
        note="申请前应当催告当事人履行义务；催告书送达十个工作日后仍未履行的，可以申请。",
    ),
    Step(
        "CX-3-1",
        "hear_party",
        "听取当事人意见",
        Stage.INVESTIGATE,
        OFFICERS,
        (ACL[55, 1, 3], ACL[36]),
        needs=("CX-3",),
        rests_on=("CX-3",),
        applies="court_optional",
        outcomes=(
            Outcome("rejected", "不成立，不予采纳"),
            Outcome("adjusted", "调整后重新催告", sets_back="CX-3"),
            Outcome("accepted", "成立，不再申请", ends=True),
        ),
        documents=("execution_defence",),
        records=("当事人的意见",),
        officers=2,
        gates=("G-01", "G-02"),
        note="当事人的意见及行政机关催告情况，申请时一并提供。",
    ),
    Step(
        "CX-9",
        "preserve_property",
        "申请财产保全",
        Stage.INVESTIGATE,
        HEADS,
        (ADLITI[159],),
        needs=("CX-1",),
        applies="court_not_asked",
        documents=("preservation_application",),
        gates=("G-02", "decision_stands"),
        note="有充分理由认为被执行人可能逃避执行的，申请强制执行前可以申请财产保全。",
    ),
    Step(
        "CX-R",
        "review_application",
        "法制审核",
        Stage.DECIDE,
        REVIEWERS,
        (SEED.whole, APL[58]),
        needs=("CX-1", "CX-3"),
        rests_on=("CX-3",),
        outcomes=(
            Outcome("agree", "同意"),
            Outcome("correct", "应当纠正后重新送审", unfinished=True),
        ),
        documents=("execution_review",),
        gates=("G-02", "G-07"),
        repeatable=True,
        note="申请人民法院强制执行列入重大执法决定目录，申请前经法制审核。",
    ),
)

_APPLICATION = (
    Step(
        "CX-4",
        "apply_to_court",
        "申请人民法院强制执行",
        Stage.DECIDE,
        HEADS,
        (ACL[53], ACL[54], ACL[55], ADLITI[156], ADLITI[157]),
        needs=("CX-1", "CX-3", "CX-R:agree"),
        rests_on=("CX-3",),
        documents=("court_application", "court_materials"),
        records=("行政决定书及事实、理由和依据", "当事人的意见及催告情况", "强制执行标的情况"),
        gates=("G-02", "decision_stands", "execution_reviewed", "G-12", "court_window", "application_complete"),
        note="自法定期限届满之日起三个月内，向有管辖权的基层人民法院提出，申请书由负责人签名并盖章。",
    ),
    Step(
        "CX-7",
        "auction_seized",
        "拍卖查封、扣押的财物抵缴罚款",
        Stage.DECIDE,
        HEADS,
        (ACL[46, 3], ACL[48]),
        needs=("CX-1", "CX-3", "CX-R:agree"),
        applies="seized_goods",
        documents=("auction_commission",),
        records=("上缴国库票据",),
        gates=("G-02", "decision_stands", "G-12", "G-11"),
        note="法定期限内不复议不诉讼，经催告仍不履行的，已经查封、扣押财物的机关可以依法拍卖抵缴罚款。",
    ),
)

_COURT = (
    Step(
        "CX-5",
        "court_accepts",
        "法院受理",
        Stage.PERFORM,
        UNIT,
        (ACL[56, 1], ADLITI[155]),
        needs=("CX-4",),
        rests_on=("CX-4",),
        outcomes=(
            Outcome("accepted", "受理"),
            Outcome("rejected", "裁定不予受理"),
        ),
        records=("受理通知书或者裁定书",),
        within=Term(5, "CX-4", ACL[56, 1]),
        gates=("G-02",),
        note="人民法院接到申请，应当在五个工作日内受理。",
    ),
    Step(
        "CX-5-1",
        "court_rules",
        "法院裁定",
        Stage.PERFORM,
        UNIT,
        (ACL[57], ACL[58], ADLITI[160]),
        needs=("CX-5",),
        rests_on=("CX-5",),
        applies="court_accepted",
        outcomes=(
            Outcome("allowed", "裁定准予执行"),
            Outcome("refused", "裁定不准予执行", untimed=True),
        ),
        records=("执行裁定书",),
        within=Term(7, "CX-5", ACL[57]),
        gates=("G-02",),
        note="符合规定的，自受理之日起七个工作日内裁定；听取意见的，三十日内裁定。",
    ),
    Step(
        "CX-5-2",
        "ask_upper_court",
        "向上一级法院申请复议",
        Stage.PERFORM,
        HEADS,
        (ACL[56, 2], ACL[58, 3]),
        needs=("CX-5:rejected|CX-5-1:refused",),
        rests_on=("CX-5", "CX-5-1"),
        applies="court_refused",
        documents=("court_reconsideration",),
        within=Term(15, "CX-5-1:refused|CX-5:rejected", ACL[58, 3], Unit.CALENDAR_DAYS),
        late="lapse",
        gates=("G-02", "decision_stands"),
        note="对不予受理或者不予执行的裁定有异议的，可以自收到裁定之日起十五日内申请复议。",
    ),
    Step(
        "CX-5-3",
        "upper_court_rules",
        "上一级法院裁定",
        Stage.PERFORM,
        UNIT,
        (ACL[56, 2], ACL[58, 3]),
        needs=("CX-5-2",),
        rests_on=("CX-5-2",),
        applies="upper_court_asked",
        outcomes=(
            Outcome("allowed", "裁定受理或者准予执行"),
            Outcome("refused", "维持原裁定"),
        ),
        records=("复议裁定书",),
        within=Term(30, "CX-5-2", ACL[58, 3], Unit.CALENDAR_DAYS),
        gates=("G-02",),
        note="上一级人民法院在法定期限内作出是否受理、是否执行的裁定。",
    ),
)

_CLOSE = (
    Step(
        "CX-10",
        "close_application",
        "执行结案",
        Stage.CLOSE,
        HEADS,
        (ACL[57], ACL[58], ACL[60]),
        needs=("CX-1",),
        outcomes=(
            Outcome("court_executed", "人民法院执行完毕"),
            Outcome("executed", "拍卖抵缴完毕"),
            Outcome("performed", "当事人自行履行完毕"),
            Outcome("not_allowed", "人民法院不予受理或者不准予执行"),
            Outcome("ended", "终结执行或者不再申请"),
        ),
        documents=("execution_closing",),
        gates=("G-02", "application_over"),
        ends=True,
        note="执行完毕、当事人自行履行、不准予执行或者终结执行的，结案。",
    ),
)

COERCION_COURT_APPLICATION = Procedure(
    code="coercion.court_application",
    label="申请人民法院强制执行",
    version=1,
    in_force=date(2012, 1, 1),
    kind="强制",
    steps=(*_BEFORE, *_APPLICATION, *_COURT, *_CLOSE),
    milestones=(
        Milestone("报请", ("CX-1",)),
        Milestone("催告", ("CX-3",)),
        Milestone("审核", ("CX-R",)),
        Milestone("申请", ("CX-4",)),
        Milestone("法院受理裁定", ("CX-5", "CX-5-1")),
        Milestone("结案", ("CX-10",)),
    ),
    note="由没有行政强制执行权的机关申请；不缴纳申请费，强制执行的费用由被执行人承担。",
)
