"""What the steps of a sample transfer to the police state."""

from __future__ import annotations

from typing import Any

_CHIEF = [{"name": "陈志远", "certificate": ""}]
_ITEMS = [{"name": "苏打饼干", "specification": "400g/袋", "quantity": "1200", "unit": "袋"}]
TRANSFER_STEPS: dict[str, dict[str, Any]] = {
    "XF-1": {
        "at": "2025-08-01T09:00:00+08:00",
        "stated": {
            "suspected_crime": "生产、销售伪劣产品",
            "threshold": "销售金额六万二千元，达到五万元的立案追诉标准。",
            "crime_facts": "当事人自2025年1月起销售超过保质期的饼干，销售金额六万二千元，有账册、询问笔录为证。",
            "team": [1, 2],
        },
    },
    "XF-2": {
        "at": "2025-08-03T09:00:00+08:00",
        "outcome": "approved",
        "actors": _CHIEF,
        "stated": {"head_opinion": "同意移送。", "refusal_reason": "尚未达到追诉标准。"},
    },
    "XF-3": {
        "at": "2025-08-03T15:00:00+08:00",
        "stated": {
            "transfer_to": "衡阳市公安局",
            "transfer_items": "案卷材料一套（56页）、饼干一千二百袋",
            "items": _ITEMS,
            "report_attached": True,
            "appraisal": "检验报告（2025）食检字第12号",
            "measures_told": True,
        },
    },
    "XF-4": {
        "at": "2025-08-06T09:00:00+08:00",
        "outcome": "not_filed",
        "stated": {
            "notice_number": "衡公不立字〔2025〕3号",
            "received_on": "2025-08-06",
            "police_reason": "销售金额未查实达到追诉标准。",
        },
    },
    "XF-6": {
        "at": "2025-08-08T09:00:00+08:00",
        "outcome": "police",
        "actors": _CHIEF,
        "stated": {"to_body": "衡阳市公安局", "objection": "账册和收款记录相互印证，销售金额足以认定。"},
    },
    "XF-7": {"at": "2025-08-11T09:00:00+08:00", "outcome": "filed", "stated": {"received_on": "2025-08-11"}},
    "XF-5": {
        "at": "2025-08-12T09:00:00+08:00",
        "stated": {"handed_to": "衡阳市公安局经侦支队李警官", "items": _ITEMS},
    },
    "XF-8": {"at": "2025-08-12T09:00:00+08:00", "stated": {"further_course": "继续调查，依法给予行政处罚。"}},
    "XF-9": {
        "at": "2025-08-12T10:00:00+08:00",
        "outcome": "commission",
        "stated": {
            "clue_to": "衡阳市监察委员会",
            "official": "某镇市场监管所工作人员一名",
            "clue_facts": "涉嫌收受当事人财物，为其通风报信。",
        },
    },
}
TRANSFER_STEP_OF = {
    "crime_report": "XF-1",
    "crime_approval": "XF-2",
    "crime_goods_list": "XF-3",
    "crime_handover": "XF-5",
    "police_reconsideration": "XF-6",
    "filing_supervision": "XF-6",
    "duty_crime_clue": "XF-9",
}
