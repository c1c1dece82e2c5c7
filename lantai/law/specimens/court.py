"""What the steps of a sample application to the court state."""

from __future__ import annotations

from typing import Any

from lantai.law.specimens.execution import EXECUTION_STEPS, HEAD

_FIRST = {k: v for k, v in EXECUTION_STEPS["CE-1"]["stated"].items() if not k.startswith("power")}
COURT_STEPS: dict[str, dict[str, Any]] = {
    "CX-1": {"at": "2026-03-02T09:00:00+08:00", "stated": {**_FIRST, "ground": "decision", "no_own_power": True}},
    "CX-3": {"at": "2026-03-05T09:00:00+08:00", "stated": EXECUTION_STEPS["CE-2"]["stated"]},
    "CX-3-1": {"at": "2026-03-10T09:00:00+08:00", "outcome": "rejected", "stated": EXECUTION_STEPS["CE-3"]["stated"]},
    "CX-9": {
        "at": "2026-03-11T09:00:00+08:00",
        "actors": HEAD,
        "stated": {
            "court": "衡阳市蒸湘区人民法院",
            "evasion": "当事人正在低价转让店铺，有转让合同为证。",
            "assets": "当事人名下银行存款16000元。",
        },
    },
    "CX-R": {**EXECUTION_STEPS["CE-R"], "at": "2026-03-19T09:00:00+08:00"},
    "CX-4": {
        "at": "2026-03-20T09:00:00+08:00",
        "actors": HEAD,
        "stated": {
            "court": "衡阳市蒸湘区人民法院",
            "court_place": "agency",
            "object": "罚款8000元、加处罚款8000元，合计16000元。",
            "application_reason": "行政处罚决定已经生效，当事人拒不履行。",
            "party_opinion": "当事人没有提出意见。",
            "materials_complete": True,
            "signed_by_head": True,
            "urgent_reason": "渣土临近学校，随时可能坍塌。",
        },
    },
    "CX-7": {
        "at": "2026-03-20T10:00:00+08:00",
        "actors": HEAD,
        "stated": {"amount": "8000.00", "auction_house": "衡阳市某拍卖有限公司", "auction_goods": "扣押的封口机一台"},
    },
    "CX-5": {
        "at": "2026-03-24T09:00:00+08:00",
        "outcome": "accepted",
        "stated": {"court_number": "（2026）湘0408行审12号"},
    },
    "CX-5-1": {
        "at": "2026-03-31T09:00:00+08:00",
        "outcome": "allowed",
        "stated": {"court_number": "（2026）湘0408行审12号行政裁定"},
    },
    "CX-5-2": {
        "at": "2026-04-03T09:00:00+08:00",
        "actors": HEAD,
        "stated": {"upper_court": "衡阳市中级人民法院", "objection": "裁定认定送达不合法与送达回证不符。"},
    },
    "CX-5-3": {"at": "2026-04-20T09:00:00+08:00", "outcome": "allowed", "stated": {}},
    "CX-10": {
        "at": "2026-06-01T09:00:00+08:00",
        "outcome": "court_executed",
        "actors": HEAD,
        "stated": {"execution_result": "人民法院已执行完毕，款项上缴国库。"},
    },
}
COURT_STEP_OF = {
    "court_demand": "CX-3",
    "court_application": "CX-4",
    "court_materials": "CX-4",
    "preservation_application": "CX-9",
    "court_reconsideration": "CX-5-2",
}
