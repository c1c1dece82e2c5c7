"""One case told in full, from which every kind of document can be composed; the words are those of ``statements``."""

from __future__ import annotations

from typing import Any

from lantai.law.specimens.court import COURT_STEP_OF, COURT_STEPS
from lantai.law.specimens.execution import EXECUTION_STEP_OF, EXECUTION_STEPS
from lantai.law.specimens.inspections import INSPECTION_STEP_OF, INSPECTION_STEPS
from lantai.law.specimens.licences import LICENCE_STEP_OF, LICENCE_STEPS
from lantai.law.specimens.measures import MEASURE_STEP_OF, MEASURE_STEPS
from lantai.law.specimens.penalties import CHAIR, DRAFT, HEAD, OFFICERS, PROPOSED
from lantai.law.specimens.penalties import STEPS as PENALTY_STEPS
from lantai.law.specimens.requisitions import LAND_STEPS, REQUISITION_STEP_OF, REQUISITION_STEPS
from lantai.law.specimens.takings import TAKING_STEP_OF, TAKING_STEPS
from lantai.law.specimens.transfer import TRANSFER_STEP_OF, TRANSFER_STEPS

STEPS = {
    **PENALTY_STEPS,
    **MEASURE_STEPS,
    **EXECUTION_STEPS,
    **COURT_STEPS,
    **INSPECTION_STEPS,
    **LICENCE_STEPS,
    **TRANSFER_STEPS,
    **TAKING_STEPS,
    **LAND_STEPS,
    **REQUISITION_STEPS,
}
STEP_OF = {
    **MEASURE_STEP_OF,
    **EXECUTION_STEP_OF,
    **COURT_STEP_OF,
    **INSPECTION_STEP_OF,
    **LICENCE_STEP_OF,
    **TRANSFER_STEP_OF,
    **TAKING_STEP_OF,
    **REQUISITION_STEP_OF,
    "case_source_registration": "PG-1",
    "filing_approval": "PG-3",
    "no_filing_approval": "PG-2",
    "jurisdiction_request": "PG-23",
    "jurisdiction_designation": "PG-23",
    "case_transfer": "PG-23",
    "recusal_decision": "PG-7",
    "interview_notice": "PG-4-1",
    "monitoring_review": "PG-24",
    "assistance_letter": "PG-25",
    "preservation_approval": "PG-5",
    "preservation_notice": "PG-5",
    "goods_list": "PG-5",
    "preservation_disposal": "PG-5",
    "preservation_release": "PG-5",
    "matter_approval": "PG-5",
    "suspension_approval": "PG-7",
    "resumption_approval": "PG-7",
    "termination_approval": "PG-7",
    "investigation_report": "PG-8",
    "review_opinion": "PG-9",
    "audit_opinion": "PG-9",
    "penalty_notice": "PG-10",
    "hearing_right_notice": "PG-10",
    "defence_record": "PG-11",
    "defence_check": "PG-11",
    "hearing_notice": "H-3",
    "hearing_record": "PG-12",
    "hearing_report": "H-6",
    "collective_minutes": "PG-13",
    "extension_approval": "PG-14",
    "penalty_decision": "PG-14",
    "no_penalty_decision": "PG-14",
    "criminal_transfer": "PG-14",
    "correction_order": "PG-14",
    "education_record": "PG-14",
    "decision_abstract": "PG-15",
    "spot_decision": "PS-4",
    "summary_filing": "PS-6",
    "service_receipt": "PG-15",
    "address_confirmation": "PG-15",
    "deferral_approval": "PG-18",
    "deferral_notice": "PG-18",
    "performance_demand": "PG-19",
    "closing_approval": "PG-21",
    "property_disposal": "PG-26",
}
_OTHERS = {
    "PS": ("PS",),
    "PG": ("PG", "H-"),
    "H-": ("PG", "H-"),
    "CM": ("CM",),
    "CE": ("CE",),
    "CX": ("CX",),
    "IN": ("IN",),
    "LI": ("LI", "LR"),
    "LR": ("LI", "LR"),
    "XF": ("XF",),
    "LV": ("LV",),
    "EX": ("EX",),
    "EL": ("EL",),
    "RQ": ("RQ",),
}  # the steps of the same procedure
CONCLUSION = (
    "责令改正：立即停止销售超过保质期的食品，并建立进货查验记录制度。\n对衡阳市珠晖区堃昇食品店处以下行政处罚：\n"
    "1.罚款人民币捌仟元整（¥8,000.00）；\n2.没收违法所得人民币叁佰贰拾元伍角整（¥320.50）；\n3.没收非法财物：超过保质期的饼干12袋。"
)


def context(kind: str, party: str = "sole_trader", **changes: Any) -> dict[str, Any]:
    """The composing context at the step that makes this kind of document."""
    step = STEP_OF.get(kind, "PG-4")
    taken = STEPS[step]
    made: dict[str, Any] = {
        "agency": {
            "name": "衡阳市市场监督管理局",
            "short_name": "市市场监管局",
            "prefix": "衡市监",
            "address": "衡阳市蒸湘区某大道9号",
            "phone": "0734-8888888",
        },
        "case": {
            "number": "衡市监案〔2025〕12号",
            "title": "涉嫌经营超过保质期的食品",
            "source": "举报",
            "clue": "群众举报当事人销售超过保质期的饼干。",
            "opened_on": "2025-07-01",
            "field": "market",
            "procedure": "penalty.ordinary",
            "unit": "执法稽查科",
        },
        "party": {
            "kind": party,
            "kind_label": {"person": "自然人", "sole_trader": "个体工商户"}.get(party, "法人或者其他组织"),
            "name": "衡阳市珠晖区堃昇食品店",
            "code": "92430405MA4LXXXX1X",
            "legal_representative": "黄堃昇",
            "address": "衡阳市珠晖区某路88号",
            "phone": "13800000000",
        },
        "power": {
            "name": "对经营超过保质期的食品的处罚",
            "violated": ["《食品安全法》第三十四条第十项"],
            "penalty": ["《食品安全法》第一百二十四条第一款第五项"],
        },
        "officers": OFFICERS,
        "people": {7: HEAD[0], 8: {"name": "孙副局", "certificate": ""}, 9: CHAIR[0]},
        "draft": DRAFT,
        "step": {"id": step, "label": "环节", "outcome": "", "actors": OFFICERS, **taken},
        "served": [{"title": "行政处罚决定书", "number": "衡市监罚〔2025〕7号"}] if kind == "service_receipt" else [],
        "steps": {code: one for code, one in STEPS.items() if code != step and code[:2] in _OTHERS[step[:2]]},
        "evidence": [
            {"kind": "inspection_record", "name": "现场笔录", "proves": "货架上有超过保质期的饼干12袋待售"},
            {"kind": "party_statement", "name": "询问笔录（黄堃昇）", "proves": "购进时间、数量和销售情况"},
            {"kind": "physical", "name": "饼干实物照片六张", "proves": "生产日期、保质期"},
        ],
        "decision": {
            "number": "衡市监罚〔2025〕7号",
            "decided_on": "2025-08-28",
            "conclusion": CONCLUSION,
            "fine": "8000.00",
            "penalty_kinds": PROPOSED["penalty_kinds"],
        },
        "review": {
            "opinion_label": "同意",
            "received_on": "2025-07-21",
            "round": 1,
            "unit": "执法稽查科",
            "reviewer": "刘法审",
            "issued_at": "2025-07-25T15:00:00+08:00",
            "qualification": "法律职业资格证书A20194304000001",
            "aspects": [
                {"label": "执法主体是否合法，执法人员是否具备执法资格", "result": "ok"},
                {"label": "事实是否清楚，证据是否合法充分", "result": "ok"},
                {"label": "适用法律、法规、规章是否准确", "result": "ok"},
                {"label": "执法程序是否合法", "result": "problem", "note": "第二份笔录缺少一处签名，已补正"},
                {"label": "裁量是否适当", "result": "ok"},
                {"label": "文书是否完备、规范", "result": "ok"},
            ],
        },
        "payments": [
            {"kind": "fine", "amount": "8000.00", "paid_on": "2025-09-10", "receipt_no": "湘财0012345"},
            {"kind": "gains", "amount": "320.50", "paid_on": "2025-09-10", "receipt_no": "湘财0012346"},
        ],
        "remedy": {"reconsideration_body": "衡阳市人民政府", "court": "衡阳铁路运输法院", "first": False},
        "extension": {
            "amount": 30,
            "label": "作出决定的期限",
            "due_before": "2025-10-02",
            "due_after": "2025-11-01",
            "reason": "案情复杂，需要等待检验结果。",
        },
        "confirmed": {
            "confirmed_on": "2025-07-07",
            "address": "衡阳市珠晖区某路88号",
            "electronic_consent": True,
            "electronic_address": "0734-8888889（传真）",
        },
        "recusal": {
            "person": "李秀英",
            "reason": "与当事人有近亲属关系。",
            "decision": "经审查，决定：李秀英回避，不再参与本案的办理。",
        },
        "corrected": {"title": "行政处罚决定书", "number": "衡市监罚〔2025〕7号"},
        "correction": {"was": "涉案食品10袋", "now": "涉案食品12袋", "reason": "打印错误。"},
        "dossier": {
            "title": "涉嫌经营超过保质期的食品案",
            "volume": "正卷",
            "number": "2025-处罚-0012",
            "pages": 56,
            "pieces": 18,
            "retention": "30年",
            "items": [
                {
                    "title": "立案审批表",
                    "number": "衡市监立〔2025〕9号",
                    "author": "执法稽查科",
                    "date": "2025-07-04",
                    "pages": "1",
                },
                {
                    "title": "行政处罚决定书",
                    "number": "衡市监罚〔2025〕7号",
                    "author": "本局",
                    "date": "2025-08-28",
                    "pages": "2—6",
                },
                {"title": "送达回证", "author": "执法稽查科", "date": "2025-08-29", "pages": "7"},
            ],
        },
        "inspection": {"frequency": "本机关对同一企业年度检查频次上限为2次，2025年度此前已检查1次。"},
        "today": "2025-09-25",
    }
    if kind == "spot_decision" or kind == "summary_filing":
        made["decision"] = {**made["decision"], "conclusion": "罚款人民币贰佰元整（¥200.00）。"}
        made["draft"] = {}
    return {**made, **changes}
