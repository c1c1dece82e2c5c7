"""What the steps of a sample execution state: a fine that was not paid, a heap of spoil that was not cleared away."""

from __future__ import annotations

from typing import Any

HEAD = [{"name": "陈志远", "certificate": ""}]
REVIEWER = [{"name": "刘法审", "certificate": ""}]
_SERVED: dict[str, Any] = {
    "mode": "SV-1",
    "served_on": "2025-11-05",
    "served_at": "10:30",
    "receiver": "黄堃昇",
    "relation": "经营者本人",
    "proofs": ["receipt"],
    "effective_on": "2025-11-05",
}
_DECISION: dict[str, Any] = {
    "decision_title": "行政处罚决定书",
    "decision_number": "衡市监罚〔2025〕7号",
    "decision_served_on": "2025-08-29",
    "perform_by": "2025-09-15",
    "duty": "money",
    "principal": "8000.00",
    "rights_stated": True,
}
_SITE: dict[str, Any] = {
    "place": "衡阳市珠晖区某路88号门前人行道",
    "began_at": "09:30",
    "ended_at": "11:00",
    "presence": "present",
    "on_site_witness": "张社区",
    "found": "清运渣土三车，路面已经恢复。\n过程全程录像。",
    "no_supply_cut": True,
}
EXECUTION_STEPS: dict[str, dict[str, Any]] = {
    "CE-1": {
        "at": "2025-10-20T09:00:00+08:00",
        "stated": {**_DECISION, "power_level": "law", "power_basis": "《道路交通安全法》第一百零六条"},
    },
    "CE-9": {
        "at": "2025-10-21T09:00:00+08:00",
        "stated": {
            "surcharge_rate": "每日按罚款数额的百分之三",
            "rate_told": True,
            "surcharge_from": "2025-09-16",
            "surcharge_through": "2025-10-20",
            "surcharge": "8000.00",
        },
    },
    "CE-2": {
        "at": "2025-11-05T10:00:00+08:00",
        "stated": {
            "perform_until": "2025-11-19",
            "perform_way": "到中国农业银行衡阳分行缴纳罚款和加处罚款。",
            "demanded_amount": "16000.00",
            "pay_to": "中国农业银行衡阳分行，非税收入汇缴专户",
            "rights_told": True,
            **_SERVED,
        },
    },
    "CE-3": {
        "at": "2025-11-20T10:00:00+08:00",
        "outcome": "rejected",
        "stated": {"party_words": "当事人称资金周转困难。", "plea_reply": "没有提出证据，也没有申请延期，不予采纳。"},
    },
    "CE-8-1": {
        "at": "2025-11-10T10:00:00+08:00",
        "stated": {
            "demolition_object": "珠晖区某路88号门前砖混结构房屋一处，约36平方米",
            "demolish_by": "2025-11-30",
            "announced_on": "2025-11-10",
            "announced_place": "现场和本机关网站",
        },
    },
    "CE-R": {
        "at": "2025-11-24T10:00:00+08:00",
        "outcome": "agree",
        "actors": REVIEWER,
        "stated": {"opinion_text": "主体合法，依据明确，催告和送达符合规定，同意。"},
    },
    "CE-4": {
        "at": "2025-11-25T10:00:00+08:00",
        "outcome": "execute",
        "actors": HEAD,
        "stated": {
            "execution_reason": "经催告逾期仍不履行，没有正当理由。",
            "execution_basis": "《行政强制法》第三十七条第一款",
            "execution_way": "划拨存款；清运渣土、恢复路面。",
            "execution_on": "2025-12-10",
            "evidence": "当事人正在转移账户存款的银行流水。",
            "consequence": "traffic",
            "object": "人行道上的渣土约二十立方米",
            "performer": "衡阳市某市政工程有限公司",
            "performer_independent": True,
            "cost_budget": "6000.00",
        },
    },
    "CE-5": {"at": "2025-11-26T10:00:00+08:00", "stated": {**_SERVED, "served_on": "2025-11-26"}},
    "CE-6": {
        "at": "2025-12-01T10:00:00+08:00",
        "outcome": "suspended",
        "actors": HEAD,
        "stated": {
            "suspension_ground": "unable",
            "end_ground": "object_gone",
            "course_reason": "当事人住院治疗，暂无履行能力，有病历为证。",
            "agreement_terms": "第一期于2025年12月31日前缴纳4000元，余款于2026年3月31日前缴清。",
            "remitted": "4000.00",
            "remedial": "已经自行清运渣土。",
            "no_harm_to_others": True,
        },
    },
    "CE-7": {"at": "2025-12-10T09:30:00+08:00", "stated": _SITE},
    "CE-8": {
        "at": "2026-06-10T09:30:00+08:00",
        "stated": {**_SITE, "goods_inventory": "货架两组、冰柜一台，由当事人当场领取。"},
    },
    "CE-10-1": {
        "at": "2025-12-03T10:00:00+08:00",
        "stated": {**_SERVED, "served_on": "2025-12-03", "substitution_on": "2025-12-10"},
    },
    "CE-10": {
        "at": "2025-12-10T09:30:00+08:00",
        "outcome": "done",
        "stated": {**_SITE, "attended": True, "all_signed": True, "no_force": True, "cost": "5600.00"},
    },
    "CE-11": {
        "at": "2025-12-10T09:30:00+08:00",
        "stated": {
            "place": "衡阳市蒸湘区某大道",
            "object": "车行道上遗洒的渣土",
            "cannot_clear": "驾驶人受伤送医，不能清除。",
            "performer": "衡阳市某市政工程有限公司",
            "presence": "absent",
            "told_after": "当日电话并书面通知当事人。",
            "found": "一小时内清除完毕，恢复通行。",
            "cost": "1200.00",
        },
    },
    "CE-12": {
        "at": "2025-12-10T10:00:00+08:00",
        "outcome": "transfer",
        "stated": {
            "amount": "16000.00",
            "bank": "中国农业银行衡阳分行",
            "account": "6228480000000000000",
            "transfer_to": "衡阳市财政局非税收入汇缴专户",
            "transfer_by_law": True,
            "transfer_basis": "《税收征收管理法》第四十条",
            "auction_house": "衡阳市某拍卖有限公司",
            "auction_goods": "扣押的封口机一台",
        },
    },
    "CE-12-1": {
        "at": "2025-12-12T10:00:00+08:00",
        "stated": {"proceeds": "16000.00", "treasury_receipt": "湘财0012399"},
    },
    "CE-14": {
        "at": "2025-12-15T10:00:00+08:00",
        "outcome": "executed",
        "actors": HEAD,
        "stated": {"execution_result": "罚款和加处罚款已全部划拨并上缴国库。"},
    },
    "CE-13": {
        "at": "2026-02-15T10:00:00+08:00",
        "outcome": "returned",
        "stated": {"restoration_reason": "据以执行的决定被复议撤销。", "restored": "退还16000元，当事人已领取。"},
    },
}
EXECUTION_STEP_OF = {
    "surcharge_notice": "CE-9",
    "execution_demand": "CE-2",
    "execution_defence": "CE-3",
    "demolition_announcement": "CE-8-1",
    "execution_review": "CE-R",
    "execution_decision": "CE-4",
    "substitute_decision": "CE-4",
    "substitute_demand": "CE-10-1",
    "execution_closing": "CE-14",
    "execution_record": "CE-7",
    "substitute_record": "CE-10",
    "immediate_substitution": "CE-11",
    "execution_suspension": "CE-6",
    "execution_resumption": "CE-6",
    "execution_end": "CE-6",
    "execution_agreement": "CE-6",
    "deposit_transfer": "CE-12",
    "auction_commission": "CE-12",
    "execution_return": "CE-13",
}
