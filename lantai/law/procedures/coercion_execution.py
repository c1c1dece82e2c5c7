"""行政机关强制执行, CE-1 to CE-13 (ACL 34 to 52). By agencies to which a law gives the power; alone or out of a penalty case (PG-20).

The steps bear the ids of the law reference. CE-8-1 the announcement before demolition, CE-10-1 the demand before
performance by others, CE-12-1 the money reaching the treasury, CE-14 the end; CE-R what the catalogue asks.

What the steps state (keys of ``Taken.stated``; days are ISO strings or dates):

CE-1    decision_title, decision_number, decision_served_on, perform_by, duty, principal, power_level, power_basis,
        rights_stated, deferred_until, reconsideration_received_on
CE-9    surcharge_rate, rate_told, surcharge_from, surcharge_through, surcharge
CE-2    perform_until, perform_way, demanded_amount, pay_to, rights_told, and the service words
CE-3    party_words, plea_reply; CE-4 execution_reason, execution_basis, execution_way, execution_on, evidence,
        and of performance by others consequence, performer, performer_independent, cost_budget, object
CE-5    the service words; CE-6 ground, reason, terms, remitted, remedial, truly_unable, no_harm, no_harm_to_others
CE-7, CE-8, CE-10, CE-11   place, found, emergency, emergency_reason, began_at, ended_at, no_supply_cut, signed …
CE-12   bank, account, amount, transfer_by_law, auction_house; CE-12-1 amount, treasury_receipt
CE-13   returned, returned_on; CE-14 execution_result
Events: @performed, @decision_revoked, @decision_confirmed_illegal, and those of ``disputes``.
"""

from __future__ import annotations

from datetime import date

from lantai.law.procedure import Av, Milestone, Outcome, Procedure, Stage, Step
from lantai.law.procedures.desks import HEADS, OFFICERS, REVIEWERS, UNIT, UNIT_OR_HEADS
from lantai.law.statutes_in_force import ACL, APL, SEED

_RUNS = ("decision_stands", "execution_goes_on")

_BEFORE = (
    Step(
        "CE-1",
        "request_execution",
        "报请强制执行",
        Stage.START,
        OFFICERS,
        (ACL[34], ACL[13]),
        officers=2,
        gates=("G-01", "G-02", "execution_power", "duty_overdue", "decision_stands"),
        note="当事人在行政决定的期限内不履行义务，法律规定由本机关强制执行的，可以强制执行。",
    ),
    Step(
        "CE-9",
        "charge_surcharge",
        "加处罚款、滞纳金",
        Stage.START,
        UNIT_OR_HEADS,
        (ACL[45], ACL[46, 1]),
        needs=("CE-1",),
        applies="money_duty",
        documents=("surcharge_notice",),
        gates=("G-02", "surcharge_cap"),
        note="标准事先告知当事人，数额不超出金钱给付义务的数额；超过三十日、经催告仍不履行的才强制执行。",
    ),
    Step(
        "CE-2",
        "demand_performance",
        "催告",
        Stage.INVESTIGATE,
        OFFICERS,
        (ACL[35], ACL[38]),
        needs=("CE-1", "CE-9"),
        applies="demanded_duty",
        documents=("execution_demand",),
        records=("催告书送达回证",),
        officers=2,
        gates=("G-01", "G-02", *_RUNS, "demand_complete", "service", "G-17"),
        note="作出强制执行决定前书面催告，写明期限、方式、金额以及陈述、申辩的权利，送达当事人。",
    ),
    Step(
        "CE-3",
        "hear_party",
        "听取陈述、申辩",
        Stage.INVESTIGATE,
        OFFICERS,
        (ACL[36],),
        needs=("CE-2",),
        rests_on=("CE-2",),
        applies="demanded_duty",
        outcomes=(
            Outcome("rejected", "不成立，不予采纳", documents=("execution_defence",)),
            Outcome("adjusted", "调整后重新催告", sets_back="CE-2", documents=("execution_defence",)),
            Outcome("accepted", "成立，不再强制执行", ends=True, documents=("execution_defence",)),
            Outcome("lapsed", "逾期没有陈述、申辩"),
        ),
        records=("陈述、申辩记录",),
        av=Av.SHOULD,
        officers=2,
        gates=("G-01", "G-02", "defence_lapsed", "G-17"),
        note="充分听取意见，对事实、理由和证据进行记录、复核；成立的应当采纳。",
    ),
    Step(
        "CE-8-1",
        "announce_demolition",
        "限期拆除公告",
        Stage.INVESTIGATE,
        UNIT,
        (ACL[44],),
        needs=("CE-1",),
        applies="demolition",
        documents=("demolition_announcement",),
        records=("公告张贴照片",),
        gates=("G-02", *_RUNS),
        note="对违法的建筑物、构筑物、设施等需要强制拆除的，予以公告，限期当事人自行拆除。",
    ),
    Step(
        "CE-R",
        "review_execution",
        "法制审核",
        Stage.DECIDE,
        REVIEWERS,
        (SEED.whole, APL[58]),
        needs=("CE-1", "CE-2", "CE-3"),
        rests_on=("CE-2", "CE-3"),
        applies="execution_major",
        outcomes=(
            Outcome("agree", "同意"),
            Outcome("correct", "应当纠正后重新送审", unfinished=True),
        ),
        documents=("execution_review",),
        gates=("G-02", "G-07"),
        repeatable=True,
        note="强制拆除、代履行以及列入目录的其他强制执行，决定前经法制审核。",
    ),
)

_DECISION = (
    Step(
        "CE-4",
        "decide_execution",
        "作出强制执行决定",
        Stage.DECIDE,
        HEADS,
        (ACL[37], ACL[46, 1], ACL[50]),
        needs=("CE-1", "CE-9", "CE-2", "CE-3", "CE-R:agree"),
        rests_on=("CE-2", "CE-3"),
        applies="demanded_duty",
        outcomes=(
            Outcome("execute", "强制执行", documents=("execution_decision",)),
            Outcome(
                "immediate",
                "催告期间有转移、隐匿财物迹象，立即强制执行",
                needs=("CE-1", "CE-2"),
                documents=("execution_decision",),
            ),
            Outcome("substitute", "代履行", documents=("substitute_decision",)),
            Outcome("not_executed", "不予强制执行", ends=True, needs=("CE-1",)),
        ),
        records=("行政机关负责人审批意见",),
        gates=("G-02", *_RUNS, "execution_reviewed", "demand_lapsed", "surcharge_days", "execution_way"),
        note="经催告逾期仍不履行且无正当理由的，可以书面作出强制执行决定。",
    ),
    Step(
        "CE-5",
        "serve_execution_decision",
        "送达强制执行决定书",
        Stage.PERFORM,
        OFFICERS,
        (ACL[38],),
        needs=("CE-4",),
        rests_on=("CE-4",),
        applies="demanded_duty",
        documents=("service_receipt",),
        records=("强制执行决定书送达回证",),
        officers=2,
        gates=("G-01", "G-02", "service", "G-17"),
        repeatable=True,
        note="直接送达当事人；拒绝接收或者无法直接送达的，依照民事诉讼法的规定送达。",
    ),
)

_COURSE = (
    Step(
        "CE-6",
        "suspend_or_end",
        "中止、恢复、协议、终结",
        Stage.PERFORM,
        HEADS,
        (ACL[39], ACL[40], ACL[42]),
        needs=("CE-1",),
        applies="execution_optional",
        outcomes=(
            Outcome("suspended", "中止执行", documents=("execution_suspension",)),
            Outcome("resumed", "恢复执行", documents=("execution_resumption",)),
            Outcome("agreement", "达成执行协议", documents=("execution_agreement",)),
            Outcome("broken", "不履行协议，恢复强制执行", documents=("execution_resumption",)),
            Outcome("ended", "终结执行", ends=True, documents=("execution_end",)),
            Outcome("abandoned", "不再执行", ends=True, documents=("execution_end",)),
        ),
        gates=("G-02", "suspension_course"),
        repeatable=True,
        note="有法定情形的中止或者终结执行；可以达成执行协议，不履行协议的恢复强制执行。",
    ),
)

_ON_SITE = ("G-01", "G-02", *_RUNS, "execution_served", "G-11", "supply")

_CARRYING_OUT = (
    Step(
        "CE-7",
        "execute",
        "实施强制执行",
        Stage.PERFORM,
        OFFICERS,
        (ACL[37, 2], ACL[43]),
        needs=("CE-4", "CE-5"),
        rests_on=("CE-4",),
        applies="executed_on_site",
        outcomes=(
            Outcome("done", "执行完毕"),
            Outcome("part", "部分执行", unfinished=True),
        ),
        documents=("execution_record",),
        records=("强制执行现场笔录",),
        av=Av.MUST,
        officers=2,
        gates=(*_ON_SITE, "G-17"),
        note="按照决定的方式和时间执行；不得在夜间或者法定节假日实施，情况紧急的除外。",
    ),
    Step(
        "CE-8",
        "demolish",
        "强制拆除",
        Stage.PERFORM,
        OFFICERS,
        (ACL[44], ACL[43]),
        needs=("CE-8-1", "CE-4", "CE-5"),
        rests_on=("CE-4",),
        applies="demolition",
        documents=("execution_record",),
        records=("强制执行现场笔录", "物品清点记录"),
        av=Av.MUST,
        officers=2,
        gates=(*_ON_SITE, "demolition_ripe", "G-17"),
        note="当事人在法定期限内不申请行政复议、不提起行政诉讼又不拆除的，可以依法强制拆除。",
    ),
    Step(
        "CE-10-1",
        "demand_before_substitution",
        "代履行前催告",
        Stage.PERFORM,
        OFFICERS,
        (ACL[51, 1, 2],),
        needs=("CE-4:substitute", "CE-5"),
        rests_on=("CE-4",),
        applies="substituted",
        documents=("substitute_demand",),
        records=("催告书送达回证",),
        officers=2,
        gates=("G-01", "G-02", *_RUNS, "service", "G-17"),
        note="代履行三日前催告当事人履行，当事人履行的，停止代履行。",
    ),
    Step(
        "CE-10",
        "perform_in_place",
        "代履行",
        Stage.PERFORM,
        OFFICERS,
        (ACL[50], ACL[51]),
        needs=("CE-4:substitute", "CE-5", "CE-10-1"),
        rests_on=("CE-4",),
        applies="substituted",
        outcomes=(
            Outcome("done", "代履行完毕", documents=("substitute_record",)),
            Outcome("performed", "当事人已经履行，停止代履行"),
        ),
        records=("代履行执行文书",),
        av=Av.MUST,
        officers=2,
        gates=(*_ON_SITE, "substitution_told", "substitution_done", "G-17"),
        note="行政机关派员到场监督，各方签名；费用按照成本合理确定，不得采用暴力、胁迫等非法方式。",
    ),
    Step(
        "CE-11",
        "perform_at_once",
        "立即代履行",
        Stage.PERFORM,
        OFFICERS,
        (ACL[52],),
        needs=("CE-1",),
        applies="spill",
        documents=("immediate_substitution", "substitute_record"),
        records=("代履行执行文书", "事后通知记录"),
        av=Av.MUST,
        officers=2,
        gates=("G-01", "G-02", *_RUNS, "substitution_done", "G-17"),
        note="需要立即清除遗洒物、障碍物或者污染物，当事人不能清除的，立即代履行；不在场的事后立即通知。",
    ),
    Step(
        "CE-12",
        "transfer_or_auction",
        "划拨、拍卖",
        Stage.PERFORM,
        OFFICERS,
        (ACL[47], ACL[48], ACL[46, 3]),
        needs=("CE-4", "CE-5"),
        rests_on=("CE-4",),
        applies="money_duty",
        outcomes=(
            Outcome("transfer", "划拨存款、汇款", documents=("deposit_transfer",)),
            Outcome("auction", "委托拍卖查封、扣押的财物", documents=("auction_commission",)),
        ),
        officers=2,
        gates=("G-01", "G-02", *_RUNS, "execution_served", "G-11", "deposits_by_law"),
        repeatable=True,
        note="划拨由法律规定的机关决定并书面通知金融机构；拍卖委托拍卖机构依照拍卖法办理。",
    ),
    Step(
        "CE-12-1",
        "pay_into_treasury",
        "款项上缴国库",
        Stage.PERFORM,
        UNIT,
        (ACL[49],),
        needs=("CE-12",),
        rests_on=("CE-4",),
        applies="money_duty",
        records=("上缴国库票据",),
        gates=("G-02",),
        note="划拨、拍卖和依法处理所得的款项上缴国库或者划入财政专户，不得截留、私分。",
    ),
)

_CLOSE = (
    Step(
        "CE-14",
        "close_execution",
        "执行结案",
        Stage.CLOSE,
        HEADS,
        (ACL[34], ACL[40]),
        needs=("CE-1",),
        outcomes=(
            Outcome("executed", "执行完毕"),
            Outcome("performed", "当事人自行履行完毕"),
            Outcome("ended", "终结执行或者不再执行"),
        ),
        documents=("execution_closing",),
        gates=("G-02", "execution_over"),
        ends=True,
        note="执行完毕、当事人自行履行或者终结执行的，结案。",
    ),
    Step(
        "CE-13",
        "restore",
        "执行回转",
        Stage.CLOSE,
        UNIT_OR_HEADS,
        (ACL[41],),
        needs=("CE-1",),
        applies="restoration",
        outcomes=(
            Outcome("returned", "退还财物"),
            Outcome("restored", "恢复原状"),
            Outcome("compensated", "不能恢复或者退还，依法赔偿"),
        ),
        documents=("execution_return",),
        records=("返还记录",),
        gates=("G-02",),
        repeatable=True,
        note="行政决定被撤销、变更或者执行错误的，恢复原状或者退还财物；不能的，依法给予赔偿。",
    ),
)

COERCION_EXECUTION = Procedure(
    code="coercion.execution",
    label="行政强制执行",
    version=1,
    in_force=date(2012, 1, 1),
    kind="强制",
    steps=(*_BEFORE, *_DECISION, *_COURSE, *_CARRYING_OUT, *_CLOSE),
    milestones=(
        Milestone("报请", ("CE-1", "CE-9")),
        Milestone("催告", ("CE-2", "CE-3", "CE-8-1")),
        Milestone("决定", ("CE-R", "CE-4")),
        Milestone("送达", ("CE-5",)),
        Milestone("执行", ("CE-7", "CE-8", "CE-10", "CE-11", "CE-12", "CE-12-1")),
        Milestone("结案", ("CE-14",)),
    ),
    note="由法律规定具有行政强制执行权的机关实施；法律没有规定的，申请人民法院强制执行。",
)
