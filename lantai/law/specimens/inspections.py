"""What the steps of a sample inspection state: a shop drawn at random, one item found wanting."""

from __future__ import annotations

from typing import Any

HEAD = [{"name": "陈志远", "certificate": ""}]
INSPECTION_STEPS: dict[str, dict[str, Any]] = {
    "IN-1": {
        "at": "2025-09-01T09:00:00+08:00",
        "stated": {
            "earlier_case": "衡市监案〔2025〕3号",
            "earlier_findings": "进货查验记录不全，要求在2025年8月20日前补齐。",
        },
    },
    "IN-2": {
        "at": "2025-09-01T09:30:00+08:00",
        "outcome": "planned",
        "stated": {
            "inspection_kind": "daily",
            "inspection_source": "random",
            "source_reference": "2025年第3次双随机抽查",
            "content": "食品保质期\n进货查验记录",
            "plan": "两名执法人员到经营场所查看货架和进货票据，预计一小时；票据无法以书面方式核对实物，需要到场。",
            "planned_on": "2025-09-03",
            "emergency_reason": "举报称当日即将转移。",
        },
    },
    "IN-3": {
        "at": "2025-09-01T15:00:00+08:00",
        "outcome": "approved",
        "actors": HEAD,
        "stated": {"head_opinion": "同意检查。"},
    },
    "IN-4": {
        "at": "2025-09-03T09:00:00+08:00",
        "stated": {"delivered_how": "on_site", "notice_receiver": "黄堃昇"},
    },
    "IN-5": {
        "at": "2025-09-03T09:10:00+08:00",
        "stated": {
            "place": "衡阳市珠晖区某路88号",
            "certificates_shown": True,
            "notice_shown": True,
            "scan_code": "HY20250903-0018",
            "presence": "present",
        },
    },
    "IN-6": {
        "at": "2025-09-03T09:20:00+08:00",
        "stated": {
            "began_at": "09:20",
            "ended_at": "10:10",
            "findings": [
                {"item": "食品保质期", "result": "failed", "note": "苏打饼干12袋超过保质期"},
                {"item": "进货查验记录", "result": "passed"},
            ],
            "found": "货架第二层有苏打饼干12袋，生产日期为2024年11月3日，保质期九个月，已经超过保质期；进货查验记录齐全。",
            "party_words": "没有及时下架，愿意改正。",
            "signed": True,
        },
    },
    "IN-6-1": {
        "at": "2025-09-03T10:15:00+08:00",
        "outcome": "sampling",
        "stated": {
            "place": "衡阳市珠晖区某路88号",
            "began_at": "10:15",
            "ended_at": "10:30",
            "found": "从货架随机抽取同批次苏打饼干2袋，当场封样。",
            "items": [{"name": "苏打饼干", "specification": "400g/袋", "quantity": "2", "unit": "袋"}],
            "signed": True,
        },
    },
    "IN-7": {
        "at": "2025-09-04T10:00:00+08:00",
        "outcome": "correct",
        "stated": {
            "summary": "共检查2项，1项不符合要求。",
            "problems": "货架上有超过保质期的苏打饼干12袋。",
            "violated": "《食品安全法》第五十四条第一款",
            "correction": "立即下架并销毁超过保质期的食品，建立定期检查库存的制度。",
            "correct_by": "2025-09-20",
            "told_to": "黄堃昇",
        },
    },
    "IN-7-1": {
        "at": "2025-09-22T10:00:00+08:00",
        "outcome": "corrected",
        "stated": {"checked_how": "paper", "checked": "提交的照片和销毁记录表明已经改正。"},
    },
    "IN-8": {
        "at": "2025-09-25T10:00:00+08:00",
        "outcome": "published",
        "stated": {"published_at": "本平台公示门户"},
    },
}
INSPECTION_STEP_OF = {
    "inspection_approval": "IN-3",
    "inspection_notice": "IN-4",
    "inspection_record": "IN-6",
    "scene_record": "IN-6-1",
    "sampling_voucher": "IN-6-1",
    "inspection_result": "IN-7",
}
