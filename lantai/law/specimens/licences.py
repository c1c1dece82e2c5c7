"""What the steps of a sample licence state: a food business licence, its hearing, its renewal and its end."""

from __future__ import annotations

from typing import Any

HEAD = [{"name": "陈志远", "certificate": ""}]
_SERVED = {"mode": "SV-1", "served_on": "2025-08-05", "receiver": "黄堃昇", "proofs": ["receipt"]}
LICENCE_STEPS: dict[str, dict[str, Any]] = {
    "LI-1": {
        "at": "2025-07-01T09:00:00+08:00",
        "stated": {
            "application_kind": "new",
            "matter": "食品经营许可",
            "materials": "食品经营许可申请书\n营业执照复印件\n经营场所平面图\n食品安全管理制度",
            "channel": "window",
            "only_relevant": True,
            "agent": "周代理",
        },
    },
    "LI-0": {
        "at": "2025-07-01T09:05:00+08:00",
        "stated": {
            "explained": "说明了经营场所布局和设备的要求。",
            "conditions": "具有与经营的食品品种、数量相适应的场所和设备。",
            "guide_term": "二十个工作日",
        },
    },
    "LI-15": {
        "at": "2025-07-01T09:10:00+08:00",
        "outcome": "joint",
        "outcome_label": "组织有关部门联合办理",
        "stated": {"departments": "衡阳市市场监督管理局\n衡阳市消防救援支队"},
    },
    "LI-2": {
        "at": "2025-07-02T10:00:00+08:00",
        "outcome": "accepted",
        "stated": {
            "accepted_on": "2025-07-02",
            "missing": "经营场所平面图\n从业人员健康证明",
            "reasons": "申请事项由县级市场监督管理部门办理。",
            "told_to": "衡阳市珠晖区市场监督管理局",
        },
    },
    "LI-2-1": {
        "at": "2025-07-03T10:00:00+08:00",
        "outcome": "closed",
        "stated": {"closed_ground": "withdrawn", "closed_reason": "申请人书面撤回申请。"},
    },
    "LI-7": {
        "at": "2025-07-04T10:00:00+08:00",
        "stated": {
            "lower_agency": "衡阳市珠晖区市场监督管理局",
            "prior_opinion": "材料齐全，符合条件，建议准予许可。",
            "forwarded_on": "2025-07-04",
        },
    },
    "LI-3": {
        "at": "2025-07-08T10:00:00+08:00",
        "outcome": "verified",
        "stated": {
            "opinion_text": "场所、设备、制度符合食品经营许可的条件，建议准予许可。",
            "verified_place": "衡阳市珠晖区某路88号",
            "verified_facts": "现场布局与平面图一致，设备齐全。",
            "major_interest": True,
        },
    },
    "LI-6": {
        "at": "2025-07-09T10:00:00+08:00",
        "outcome": "testing",
        "stated": {
            "special_matter": "餐饮具消毒效果检验",
            "special_body": "衡阳市某检验检测中心",
            "needed_until": "2025-07-18",
            "told_in_writing": True,
            "resumes_clock": "testing",
            "special_result": "检验合格。",
            "standards": "GB 14934—2016",
        },
    },
    "LI-4": {
        "at": "2025-07-10T10:00:00+08:00",
        "stated": {"interested_party": "周邻居", "interest": "油烟排放口与其住宅相邻。", **_SERVED},
    },
    "LI-4-1": {
        "at": "2025-07-11T10:00:00+08:00",
        "outcome": "made",
        "stated": {
            "applicant_words": "已安装油烟净化设施。",
            "interested_words": "要求排放口改向。",
            "words_reply": "采纳，申请人已改动排放口。",
        },
    },
    "LI-5-1": {
        "at": "2025-07-11T15:00:00+08:00",
        "outcome": "right",
        "stated": {
            "hearing_matter": "食品经营许可是否影响相邻住户",
            "interested_party": "周邻居",
            "announced_place": "本机关网站和公告栏",
        },
    },
    "LI-5-2": {"at": "2025-07-14T10:00:00+08:00", "outcome": "asked", "stated": {"asked_by": "周邻居"}},
    "LI-5-3": {
        "at": "2025-07-15T10:00:00+08:00",
        "stated": {
            "hearing_on": "2025-07-28",
            "hearing_time": "09:30",
            "place": "本机关三楼会议室",
            "chair": 9,
            **_SERVED,
        },
    },
    "LI-5": {
        "at": "2025-07-28T09:30:00+08:00",
        "stated": {
            "place": "本机关三楼会议室",
            "chair": 9,
            "recorder": "李记录",
            "examiner_presented": "核查记录证明排放口已经改动。",
            "parties_presented": "周邻居认可整改情况。",
        },
    },
    "LR": {
        "at": "2025-07-29T10:00:00+08:00",
        "outcome": "agree",
        "outcome_label": "同意",
        "stated": {"review_text": "主体、权限、程序、事实、依据、文书均无问题。", "review_problems": "无"},
    },
    "LI-8-1": {
        "at": "2025-07-25T10:00:00+08:00",
        "actors": HEAD,
        "stated": {"days": 10, "extension_reason": "需要等待排放检测结果。", "reasons_told": True},
    },
    "LI-8": {
        "at": "2025-07-30T10:00:00+08:00",
        "outcome": "granted",
        "outcome_label": "准予行政许可",
        "actors": HEAD,
        "stated": {
            "licence_name": "食品经营许可证",
            "licence_class": "ordinary",
            "licence_content": "餐饮服务经营者：热食类食品制售",
            "valid_from": "2025-07-30",
            "valid_to": "2030-07-29",
            "denial_reasons": "经营场所与污染源的距离不足二十五米，不符合法定条件。",
            "remedies_told": True,
            "head_opinion": "同意。",
        },
    },
    "LI-11": {
        "at": "2030-06-20T10:00:00+08:00",
        "outcome": "renewed",
        "outcome_label": "准予延续",
        "actors": HEAD,
        "stated": {
            "licence_content": "餐饮服务经营者：热食类食品制售",
            "valid_from": "2030-07-30",
            "valid_to": "2035-07-29",
            "denial_reasons": "经营场所已经改变用途。",
            "remedies_told": True,
            "head_opinion": "同意。",
        },
    },
    "LI-9": {
        "at": "2025-08-05T10:00:00+08:00",
        "outcome": "certificate",
        "stated": {"certificate_number": "JY24304050000001", **_SERVED},
    },
    "LI-13": {
        "at": "2026-03-05T10:00:00+08:00",
        "stated": {
            "inspected_on": "2026-03-05",
            "place": "衡阳市珠晖区某路88号",
            "inspected": "在许可范围内经营，制度落实。",
            "handled": "没有发现问题。",
        },
    },
    "LI-12-1": {
        "at": "2026-04-01T10:00:00+08:00",
        "stated": {
            "end_kind": "revoke",
            "licence_name": "食品经营许可证",
            "current_number": "JY24304050000001",
            "proposed_ground": "fraud",
            "proposed_reasons": "申请时提交的房屋使用证明系伪造。",
        },
    },
    "LI-12-2": {
        "at": "2026-04-03T10:00:00+08:00",
        "outcome": "made",
        "stated": {
            "told_reasons": "房屋使用证明经鉴定系伪造。",
            "holder_words": "承认提交的证明不实。",
            "words_reply": "不影响认定。",
            **_SERVED,
        },
    },
    "LI-12": {
        "at": "2026-04-10T10:00:00+08:00",
        "outcome": "revoked",
        "outcome_label": "撤销",
        "actors": HEAD,
        "stated": {
            "ground": "fraud",
            "end_reasons": "以伪造的房屋使用证明取得许可。",
            "compensation": "基于许可取得的利益不受保护，不予赔偿。",
            "ended_on": "2026-04-10",
            "head_opinion": "同意撤销。",
        },
    },
}
LICENCE_STEP_OF = {
    "licence_application": "LI-1",
    "service_guide": "LI-0",
    "joint_handling_notice": "LI-15",
    "acceptance_notice": "LI-2",
    "supplement_notice": "LI-2",
    "non_acceptance_notice": "LI-2",
    "application_closed_notice": "LI-2-1",
    "prior_review_opinion": "LI-7",
    "examination_opinion": "LI-3",
    "verification_record": "LI-3",
    "special_procedure_notice": "LI-6",
    "special_procedure_result": "LI-6",
    "interested_party_notice": "LI-4",
    "interested_party_record": "LI-4-1",
    "licence_hearing_right_notice": "LI-5-1",
    "licence_hearing_announcement": "LI-5-1",
    "licence_hearing_notice": "LI-5-3",
    "licence_hearing_record": "LI-5",
    "licence_review_opinion": "LR",
    "licence_extension_notice": "LI-8-1",
    "licence_approval": "LI-8",
    "licence_decision": "LI-8",
    "licence_denial": "LI-8",
    "licence_certificate": "LI-9",
    "licence_change_decision": "LI-11",
    "licence_renewal_decision": "LI-11",
    "licence_alteration_denial": "LI-11",
    "licence_supervision_record": "LI-13",
    "licence_ending_report": "LI-12-1",
    "licence_ending_notice": "LI-12-2",
    "licence_withdrawal": "LI-12",
    "licence_revocation": "LI-12",
    "licence_kept": "LI-12",
    "licence_cancellation": "LI-12",
}
