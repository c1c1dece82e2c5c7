"""What the steps of a sample measure state: goods sealed in a shop, and an account frozen in the same matter."""

from __future__ import annotations

from typing import Any

HEAD = [{"name": "陈志远", "certificate": ""}]
ITEMS = [
    {
        "name": "苏打饼干",
        "specification": "400g/袋",
        "quantity": "12",
        "unit": "袋",
        "batch": "2024年11月3日",
        "maker": "衡阳市某食品厂",
        "remark": "外包装完好",
    },
    {"name": "封口机", "specification": "FR-900", "quantity": "1", "unit": "台"},
]
_ACCOUNT = {"bank": "中国农业银行衡阳分行", "account": "6228480000000000000", "amount": "80000.00"}
MEASURE_STEPS: dict[str, dict[str, Any]] = {
    "CM-1": {
        "at": "2025-07-07T09:00:00+08:00",
        "stated": {
            "basis_level": "law",
            "basis": "《食品安全法》第一百一十条第四项",
            "measure_reason": "当事人涉嫌经营超过保质期的食品，涉案食品可能被转移、销毁，责令停止销售不能防止危害扩大。",
            "objects": "货架上的苏打饼干和封口机一台",
            **_ACCOUNT,
            "involved_amount": "80000.00",
        },
    },
    "CM-2": {
        "at": "2025-07-07T09:30:00+08:00",
        "outcome": "approved",
        "actors": HEAD,
        "stated": {"head_opinion": "同意实施。"},
    },
    "CM-3": {
        "at": "2025-07-07T10:00:00+08:00",
        "stated": {
            "place": "衡阳市珠晖区某路88号",
            "certificates_shown": True,
            "party_notified": True,
            "presence": "absent",
            "witness_present": "张社区",
        },
    },
    "CM-4": {
        "at": "2025-07-07T10:10:00+08:00",
        "stated": {
            "reasons_told": True,
            "rights_told": True,
            "party_words": "当事人陈述不知道已过保质期。",
            "plea_reply": "不影响采取措施。",
        },
    },
    "CM-5": {
        "at": "2025-07-07T10:20:00+08:00",
        "stated": {
            "began_at": "10:00",
            "ended_at": "11:00",
            "found": "货架第二层有苏打饼干12袋，生产日期为2024年11月3日；操作间有封口机一台。当场清点、加贴封条。",
            "signed": True,
            "refusal_note": "当事人不在场，由见证人签名。",
        },
    },
    "CM-6": {
        "at": "2025-07-07T11:00:00+08:00",
        "outcome": "sealing",
        "stated": {
            "items": ITEMS,
            "kept_at": "衡阳市珠晖区某路88号库房",
            "keeper": "黄堃昇",
            "case_related": True,
            "not_necessities": True,
            "not_sealed_by_others": True,
            "list_signed": True,
            "delivered": True,
            **_ACCOUNT,
        },
    },
    "CM-7": {
        "at": "2025-08-01T10:00:00+08:00",
        "actors": HEAD,
        "stated": {"days": 30, "extension_reason": "需要查清进货来源，涉及外地两家供货单位。", "reasons_told": True},
    },
    "CM-8": {
        "at": "2025-07-10T10:00:00+08:00",
        "stated": {
            "custodian": "衡阳市某仓储有限公司",
            "custody_place": "衡阳市蒸湘区某仓库3号",
            "custody_note": "封条完好，数量相符。",
        },
    },
    "CM-9": {
        "at": "2025-08-20T10:00:00+08:00",
        "outcome": "destroyed",
        "actors": HEAD,
        "stated": {
            "disposal_reason": "超过保质期的食品依法应当销毁。",
            "disposal_basis": "《食品安全法实施条例》第二十九条",
        },
    },
    "CM-10": {
        "at": "2025-08-05T10:00:00+08:00",
        "actors": HEAD,
        "stated": {
            "release_ground": "decided",
            "release_reason": "已经作出处理决定，不再需要查封。",
            "returned": "封口机一台，由黄堃昇领取。",
        },
    },
    "CM-11": {
        "at": "2025-07-12T10:00:00+08:00",
        "actors": HEAD,
        "stated": {
            "early_reason": "纯牛奶即将变质，不易保管。",
            "consent": "consented",
            "evidence_kept": True,
            "proceeds": "320.00",
            "announced_on": "2025-07-12",
            "announced_place": "本机关网站和公告栏",
        },
    },
}
MEASURE_STEP_OF = {
    "measure_approval": "CM-2",
    "early_disposal_approval": "CM-11",
    "claim_announcement": "CM-11",
    "measure_record": "CM-5",
    "sealing_decision": "CM-6",
    "sealing_extension": "CM-7",
    "custody_record": "CM-8",
    "custody_commission": "CM-8",
    "measure_disposal": "CM-9",
    "measure_transfer_notice": "CM-9",
    "measure_release": "CM-10",
    "return_list": "CM-10",
    "freezing_notice": "CM-6",
    "freezing_decision": "CM-6",
    "freezing_extension": "CM-7",
    "freezing_release": "CM-10",
    "freezing_release_notice": "CM-10",
}
