"""全过程记录: the documents and records of a case, the kinds of evidence, and which acts owe sound and image."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from lantai.law.procedure import Av, Outcome, Step
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import APL, CPL, SAMR, SEED

DOCUMENT_CODES: dict[str, str] = {
    "case_source_registration": "案件来源登记表",
    "filing_approval": "立案审批表",
    "no_filing_approval": "不予立案审批表",
    "jurisdiction_request": "报请指定管辖函",
    "jurisdiction_designation": "指定管辖通知书",
    "case_transfer": "案件移送函",
    "criminal_transfer": "涉嫌犯罪案件移送书",
    "matter_approval": "行政处罚案件有关事项审批表",
    "recusal_decision": "回避决定书",
    "site_record": "现场笔录",
    "interview_notice": "询问通知书",
    "interview_record": "询问笔录",
    "evidence_extraction": "证据提取单",
    "electronic_extraction": "电子数据证据提取笔录",
    "sampling_record": "抽样记录",
    "appraisal_commission": "检测（检验、检疫、鉴定）委托书",
    "appraisal_period_notice": "检测（检验、检疫、鉴定）期间告知书",
    "appraisal_result_notice": "检测（检验、检疫、鉴定）结果告知书",
    "assistance_letter": "协助调查函",
    "monitoring_review": "电子技术监控记录审核表",
    "preservation_approval": "先行登记保存证据审批表",
    "preservation_notice": "先行登记保存证据通知书",
    "goods_list": "场所（设施、财物）清单",
    "preservation_disposal": "先行登记保存证据处理决定书",
    "preservation_release": "解除先行登记保存证据通知书",
    "suspension_approval": "中止调查审批表",
    "resumption_approval": "恢复调查审批表",
    "termination_approval": "终止调查审批表",
    "investigation_report": "案件调查终结报告",
    "review_opinion": "重大执法决定法制审核意见书",
    "audit_opinion": "案件审核意见书",
    "penalty_notice": "行政处罚告知书",
    "hearing_right_notice": "行政处罚听证告知书",
    "defence_record": "陈述申辩笔录",
    "defence_check": "陈述申辩复核意见书",
    "hearing_notice": "听证通知书",
    "hearing_record": "听证笔录",
    "hearing_report": "听证报告",
    "collective_minutes": "重大案件集体讨论记录",
    "extension_approval": "办案期限延长审批表",
    "penalty_decision": "行政处罚决定书",
    "decision_abstract": "行政处罚决定信息摘要",
    "no_penalty_decision": "不予行政处罚决定书",
    "spot_decision": "当场行政处罚决定书",
    "correction_order": "责令改正通知书",
    "education_record": "批评教育记录",
    "service_receipt": "送达回证",
    "address_confirmation": "送达地址确认书",
    "summary_filing": "当场行政处罚备案表",
    "deferral_approval": "延期（分期）缴纳罚款审批表",
    "deferral_notice": "延期（分期）缴纳罚款通知书",
    "performance_demand": "行政决定履行催告书",
    "property_disposal": "罚没财物处理记录",
    "closing_approval": "结案审批表",
    "document_correction": "文书补正通知书",
    "measure_approval": "实施行政强制措施审批表",
    "measure_record": "实施行政强制措施现场笔录",
    "sealing_decision": "查封（扣押）决定书",
    "sealing_extension": "延长查封（扣押）期限决定书",
    "custody_record": "查封（扣押）财物保管记录",
    "custody_commission": "委托保管书",
    "early_disposal_approval": "先行处置物品审批表",
    "claim_announcement": "财物认领公告",
    "measure_disposal": "查封（扣押）财物处理决定书",
    "measure_transfer_notice": "查封（扣押、冻结）财物移送告知书",
    "measure_release": "解除查封（扣押）决定书",
    "return_list": "财物返还（处理）清单",
    "freezing_notice": "冻结通知书",
    "freezing_decision": "冻结决定书",
    "freezing_extension": "延长冻结期限决定书",
    "freezing_release": "解除冻结决定书",
    "freezing_release_notice": "解除冻结通知书",
    "surcharge_notice": "加处罚款（滞纳金）告知书",
    "execution_demand": "履行义务催告书",
    "execution_defence": "催告后陈述申辩记录和复核意见",
    "demolition_announcement": "限期拆除公告",
    "execution_review": "强制执行法制审核意见书",
    "execution_decision": "行政强制执行决定书",
    "substitute_decision": "代履行决定书",
    "substitute_demand": "代履行催告书",
    "execution_closing": "强制执行结案审批表",
    "execution_record": "强制执行现场笔录",
    "substitute_record": "代履行执行笔录",
    "immediate_substitution": "立即代履行决定书",
    "execution_suspension": "中止执行决定书",
    "execution_resumption": "恢复执行通知书",
    "execution_end": "终结执行决定书",
    "execution_agreement": "执行协议",
    "deposit_transfer": "划拨存款（汇款）通知书",
    "auction_commission": "拍卖委托书",
    "execution_return": "执行回转（返还）记录",
    "court_demand": "行政决定履行催告书（申请法院执行前）",
    "court_application": "强制执行申请书",
    "court_materials": "申请强制执行材料清单",
    "preservation_application": "财产保全申请书",
    "court_reconsideration": "复议申请书（对人民法院裁定）",
    "inspection_approval": "行政检查审批表",
    "inspection_notice": "行政检查通知书",
    "inspection_record": "现场检查笔录",
    "scene_record": "勘验笔录",
    "sampling_voucher": "抽样取证凭证",
    "inspection_result": "行政检查结果告知书",
    "licence_application": "行政许可申请书",
    "service_guide": "行政许可服务指南告知单",
    "joint_handling_notice": "行政许可统一（联合、集中）办理告知书",
    "acceptance_notice": "行政许可申请受理通知书",
    "supplement_notice": "行政许可申请材料补正通知书",
    "non_acceptance_notice": "行政许可申请不予受理通知书",
    "application_closed_notice": "行政许可终止办理通知书",
    "prior_review_opinion": "下级机关初步审查意见",
    "examination_opinion": "行政许可审查意见表",
    "verification_record": "申请材料实质内容核查记录",
    "special_procedure_notice": "行政许可特别程序告知书",
    "special_procedure_result": "特别程序结果登记表",
    "interested_party_notice": "行政许可利害关系人告知书",
    "interested_party_record": "申请人、利害关系人陈述申辩笔录",
    "licence_hearing_right_notice": "行政许可听证权利告知书",
    "licence_hearing_announcement": "行政许可听证公告",
    "licence_hearing_notice": "行政许可听证通知书",
    "licence_hearing_record": "行政许可听证笔录",
    "licence_approval": "行政许可决定审批表",
    "licence_review_opinion": "行政许可法制审核意见书",
    "licence_extension_notice": "行政许可延长期限告知书",
    "licence_decision": "准予行政许可决定书",
    "licence_denial": "不予行政许可决定书",
    "licence_change_decision": "准予变更行政许可决定书",
    "licence_renewal_decision": "准予延续行政许可决定书",
    "licence_alteration_denial": "不予变更（延续）行政许可决定书",
    "licence_certificate": "行政许可证件",
    "licence_supervision_record": "被许可人监督检查记录",
    "licence_withdrawal": "撤回行政许可决定书",
    "licence_revocation": "撤销行政许可决定书",
    "licence_kept": "不予撤销行政许可决定书",
    "licence_cancellation": "注销行政许可决定书",
    "licence_ending_report": "撤回（撤销、注销）行政许可审批表",
    "licence_ending_notice": "拟撤回（撤销）行政许可告知书",
    "crime_report": "涉嫌犯罪案件情况的调查报告",
    "crime_approval": "移送涉嫌犯罪案件审批表",
    "crime_goods_list": "涉案物品清单",
    "crime_handover": "涉案物品和材料交接清单",
    "police_reconsideration": "提请复议书（不予立案）",
    "filing_supervision": "立案监督建议书",
    "duty_crime_clue": "职务犯罪线索移送函",
    "act_review": "重大执法决定法制审核意见书",
    "act_closing": "结案审批表",
    "levy_assessment": "应缴款项核定表",
    "levy_notice": "缴纳通知单",
    "levy_deferral_request": "缓缴申请登记表",
    "levy_deferral_answer": "缓缴申请批复",
    "levy_order": "责令限期缴纳通知书",
    "levy_late_charge": "加收滞纳金决定书",
    "levy_demand": "催缴书",
    "compensation_plan_draft": "房屋征收补偿方案（征求意见稿）",
    "comments_notice": "征求意见情况和修改情况公布",
    "expropriation_hearing": "征收补偿方案听证会笔录",
    "house_register": "被征收房屋调查登记表",
    "freeze_letter": "暂停办理有关手续通知书",
    "unregistered_findings": "未经登记建筑认定结果",
    "risk_register": "社会稳定风险评估登记表",
    "funds_register": "征收补偿费用到位登记表",
    "executive_minutes": "政府常务会议讨论记录",
    "expropriation_proposal": "房屋征收决定送审稿",
    "expropriation_decision": "房屋征收决定",
    "expropriation_announcement": "房屋征收决定公告",
    "appraisal_register": "房屋评估报告登记表",
    "compensation_choice": "补偿方式选择书",
    "compensation_proposal": "补偿决定送审稿",
    "compensation_agreement": "房屋征收补偿协议",
    "compensation_decision": "房屋征收补偿决定书",
    "compensation_announcement": "房屋征收补偿决定公告",
    "house_court_application": "强制执行申请书",
    "household_results": "分户补偿情况公布",
    "land_preannouncement": "征收土地预公告",
    "land_survey": "土地现状调查表",
    "land_plan": "征地补偿安置方案公告",
    "land_register": "征地补偿登记表",
    "land_agreement": "征地补偿安置协议签订情况表",
    "land_proposal": "征收土地申请送审稿",
    "land_application": "征收土地申请",
    "land_announcement": "征收土地公告",
    "land_payment": "征地补偿费用支付登记表",
    "requisition_approval": "应急征用审批表",
    "requisition_notice": "应急征用通知书",
    "requisition_list": "应急征用清单",
    "requisition_handover": "应急征用财产交接单",
    "requisition_return": "应急征用财产返还清单",
    "requisition_proposal": "应急征用补偿决定送审稿",
    "requisition_compensation": "应急征用补偿决定书",
}
"""Every document a step or an act beside the steps may name, with its title."""

ACT_DOCUMENTS: dict[str, tuple[str, ...]] = {
    "extend": ("extension_approval",),
    "recuse": ("recusal_decision",),
    "address_confirmed": ("address_confirmation",),
    "correct": ("document_correction",),
}
"""What is made by an act that is no step of a procedure: the lengthening of a term (SAMR 64), the recusal (APL 43), the
party's confirmation of its address (SAMR 83), the correction of a document."""

DOCUMENT_SINCE: dict[str, date] = dict.fromkeys(
    ("decision_abstract", "education_record", "matter_approval", "interview_notice"), date(2026, 12, 1)
)
"""From when a document is owed: whose step was taken before that day may hold none, and is closed and filed all the same."""

EVIDENCE_KINDS: dict[str, str] = {
    "documentary": "书证",
    "physical": "物证",
    "audiovisual": "视听资料",
    "electronic": "电子数据",
    "witness": "证人证言",
    "party_statement": "当事人的陈述",
    "expert_opinion": "鉴定意见",
    "inspection_record": "勘验笔录、现场笔录",
}
"""证据种类 (APL 46)."""

EVIDENCE_BASIS: Final = APL[46]

RECORD_KINDS: dict[str, str] = {
    "text": "文字记录",
    "audio": "录音",
    "video": "录像",
    "photo": "照片",
}
"""How an act is recorded (APL 47)."""

AV_BASIS: Final = (SEED.whole, APL[47])
AV_UPLOAD_HOURS: Final = 24

AV_MUST: dict[str, str] = {
    "sealing": "查封",
    "seizure": "扣押",
    "demolition": "强制拆除",
    "substitute_performance": "现场代履行",
    "liberty": "限制人身自由",
    "hearing": "举行听证",
    "interview_room": "在询问室询问",
    "service_leaving": "留置送达",
    "announcement_posting": "张贴公告送达",
}
AV_SHOULD: dict[str, str] = {
    "site_inspection": "现场检查",
    "sampling": "抽样取证",
    "preservation": "先行登记保存",
    "oral_defence": "口头陈述申辩",
    "notice": "告知",
}
"""The local recording list (音像记录事项清单), ours to configure; whatever stands in neither 可以 be recorded."""

_BY_MODE = {"SV-2": "service_leaving"}


def av_situation(step: Step, stated: Mapping[str, Any]) -> str:
    """The row of ``AV_MUST`` that a taking falls under by what it states; "" if none."""
    mode = stated.get("mode")
    if mode == "SV-6" and stated.get("posted"):
        return "announcement_posting"
    if mode in _BY_MODE:
        return _BY_MODE[mode]
    if stated.get("interview_room"):
        return "interview_room"
    return ""


def av_level(step: Step, stated: Mapping[str, Any] | None = None) -> Av:
    """How far a step must be recorded, given what it states: leaving service and interview rooms are MUST."""
    return Av.MUST if av_situation(step, stated or {}) else step.av


def av_basis(step: Step, stated: Mapping[str, Any] | None = None) -> tuple[Basis, ...]:
    """The articles under which the recording is owed."""
    situation = av_situation(step, stated or {})
    if situation == "service_leaving":
        return (CPL[89], SAMR[82])
    if situation == "announcement_posting":
        return (CPL[95], SEED.whole)
    return AV_BASIS


DOCUMENT_WHEN: dict[str, str] = {
    "review_opinion": "major",
    "audit_opinion": "ordinary_audit",
    "penalty_notice": "no_hearing_right",
    "hearing_right_notice": "hearing_right",
    "criminal_transfer": "not_handed_over",
    "decision_abstract": "abstract_owed",
}
"""Documents of a step that are made only under a condition; the others always."""


def named_documents(step: Step) -> tuple[str, ...]:
    """The codes of all documents that a step names, whatever its outcome."""
    return tuple(dict.fromkeys((*step.documents, *(code for outcome in step.outcomes for code in outcome.documents))))


def documents_made(step: Step, outcome: Outcome | None, holds: Callable[[str], bool]) -> tuple[str, ...]:
    """The documents of a step with an outcome, those under a condition only where it holds."""
    codes = dict.fromkeys((*step.documents, *(outcome.documents if outcome else ())))
    return tuple(c for c in codes if c not in DOCUMENT_WHEN or holds(DOCUMENT_WHEN[c]))
