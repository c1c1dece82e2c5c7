"""What each step of the sample case states, in the words of ``statements``."""

from __future__ import annotations

from typing import Any

OFFICERS = [
    {"name": "王建国", "certificate": "43040000000001", "unit": "执法稽查科"},
    {"name": "李秀英", "certificate": "43040000000002", "unit": "执法稽查科"},
]
HEAD = [{"name": "陈志远", "certificate": ""}]
CHAIR = [{"name": "周明", "certificate": "43040000000009"}]
SERVED: dict[str, Any] = {
    "mode": "SV-1",
    "served_on": "2025-08-05",
    "served_at": "10:30",
    "receiver": "黄堃昇",
    "relation": "经营者本人",
    "proofs": ["receipt"],
    "effective_on": "2025-08-05",
}
PROPOSED: dict[str, Any] = {
    "penalty_kinds": ["fine", "confiscation_gains", "confiscation_property"],
    "fine": "8000.00",
    "gains": "320.50",
    "property": "超过保质期的饼干12袋",
}
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
    {"name": "纯牛奶", "specification": "250mL/盒", "quantity": "6", "unit": "盒", "batch": "2025年1月8日"},
]
FACTS = (
    "2025年7月3日，本局执法人员对当事人位于衡阳市珠晖区某路88号、面积120㎡的经营场所进行检查，"
    "发现货架上待售的苏打饼干12袋已超过保质期，标价每袋26.70元。\n经查，当事人自2025年6月起销售上述食品，违法所得320.50元。"
)
DRAFT: dict[str, Any] = {
    "facts": FACTS,
    "party_words": "当事人提出首次违法、数量较少，请求从轻处罚。本机关对从轻的请求予以采纳。",
    "evidence_reason": (
        "现场笔录、照片与询问笔录相互印证，来源合法，与案件事实有直接关联，"
        "予以采信。\n当事人提交的进货票据未加盖印章，与其陈述矛盾，不予采信。"
    ),
    "basis_reason": (
        "当事人的行为违反《食品安全法》第三十四条第十项，"
        "该法对经营超过保质期食品的处罚有专门规定，属于特别规定，应当优先适用。"
    ),
    "discretion_reason": "依照裁量基准，涉案货值不足一千元，首次违法并主动配合调查，属于从轻档次。",
    "tier": "从轻",
    **PROPOSED,
    "correction": "立即停止销售超过保质期的食品，并建立进货查验记录制度。",
    "pay_to": "中国农业银行衡阳分行，非税收入汇缴专户",
    "education": "对当事人进行食品安全法律法规教育，督促其落实进货查验制度。",
    "transfer_to": "衡阳市公安局",
    "suspected_crime": "生产、销售伪劣产品",
    "transfer_items": "案卷材料一套（56页）\n涉案物品清单及物品",
    "end_reason": "当事人死亡，无权利义务承受人。",
}
STEPS: dict[str, dict[str, Any]] = {
    "PG-1": {
        "at": "2025-07-01T09:00:00+08:00",
        "stated": {"received_on": "2025-07-01", "source_reference": "12315平台第20250701号", "clue": "群众举报"},
    },
    "PG-2": {
        "at": "2025-07-03T10:00:00+08:00",
        "stated": {
            "verification": "经现场核查，货架上确有超过保质期的食品待售，线索属实。",
            "not_filed_ground": "minor",
            "not_filed_reason": "当事人已当场下架销毁，没有造成危害后果。",
            "transfer_to": "衡阳市公安局",
        },
    },
    "PG-3": {
        "at": "2025-07-04T09:30:00+08:00",
        "actors": HEAD,
        "stated": {
            "suspected": "《食品安全法》第三十四条第十项",
            "has_evidence": True,
            "has_penalty_basis": True,
            "has_jurisdiction": True,
            "within_limitation": True,
            "head_opinion": "同意立案，由王建国、李秀英承办。",
        },
    },
    "PG-4": {
        "at": "2025-07-07T09:10:00+08:00",
        "stated": {
            "place": "衡阳市珠晖区某路88号",
            "began_at": "09:10",
            "ended_at": "10:40",
            "certificates_shown": True,
            "rights_told": True,
            "presence": "present",
            "witness": "张社区",
            "person_asked": "黄堃昇",
            "person_relation": "经营者",
            "questions": (
                "问：你店何时购进上述饼干？\n答：2024年12月从批发市场购进，"
                "共30袋。\n问：是否知道已超过保质期？\n答：没有注意，是我的疏忽。"
            ),
            "items": ITEMS,
            "appraiser": "衡阳市食品检验所",
            "appraisal_matter": "菌落总数、酸价、过氧化值",
            "appraisal_days": 20,
            "appraisal_result": "酸价超标。",
            "found": "货架第二层有苏打饼干12袋，生产日期为2024年11月3日，保质期六个月。\n当场清点并拍照，货值320.40元。",
            "party_words": "对检查情况没有意见。",
        },
    },
    "PG-4-1": {
        "at": "2025-07-04T17:00:00+08:00",
        "stated": {
            "person_asked": "黄堃昇",
            "asked_on": "2025-07-07",
            "asked_at": "09:30",
            "place": "衡阳市市场监督管理局询问室",
            "bring": "营业执照、进货票据、进货查验记录。",
        },
    },
    "PG-5": {
        "at": "2025-07-07T11:00:00+08:00",
        "stated": {
            "reason": "涉案食品可能被转移、销毁。",
            "items": ITEMS,
            "kept_at": "衡阳市珠晖区某路88号库房",
            "keeper": "黄堃昇",
            "emergency": False,
            "disposal": ["testing", "confiscation"],
            "disposal_reason": "需要检验其质量安全指标。",
            "returned_items": "苏打饼干外包装箱2个",
            **SERVED,
        },
    },
    "PG-7": {
        "at": "2025-07-10T09:00:00+08:00",
        "actors": HEAD,
        "stated": {
            "suspension_ground": "party_missing",
            "termination_ground": "died",
            "reason": "当事人下落不明，经多方查找未果，调查暂时无法进行。",
        },
    },
    "PG-8": {
        "at": "2025-07-20T16:00:00+08:00",
        "stated": {
            "investigation": "2025年7月1日接群众举报，7月4日立案，执法人员依法进行现场检查、询问，并对涉案食品先行登记保存。",
            "facts": FACTS,
            "evidence_summary": "1．现场笔录一份；\n2．询问笔录二份；\n3．现场照片六张。",
            "nature": "当事人的行为违反《食品安全法》第三十四条第十项，属于经营超过保质期的食品。",
            "proposal": "建议没收违法所得320.50元、没收涉案食品，并处罚款8000元。",
            "discretion": "首次违法，主动配合调查，建议从轻处罚。",
        },
    },
    "PG-9": {
        "at": "2025-07-25T15:00:00+08:00",
        "outcome": "agree",
        "actors": [{"name": "刘法审", "certificate": ""}],
        "stated": {
            "opinion": "事实清楚，证据确实充分，适用法律正确，裁量适当，程序合法，同意。",
            "approving": True,
            "reason": "无",
        },
    },
    "PG-10": {
        "at": "2025-07-28T10:00:00+08:00",
        "stated": {
            **PROPOSED,
            "facts": FACTS,
            "violated": "《食品安全法》第三十四条第十项",
            "penalty_basis": "《食品安全法》第一百二十四条第一款第五项",
            "discretion": "首次违法，主动配合调查，属于从轻档次。",
            "hearing_right": True,
            **SERVED,
        },
    },
    "PG-11": {
        "at": "2025-08-01T10:00:00+08:00",
        "outcome": "made",
        "stated": {
            "form": "oral",
            "received_on": "2025-08-01",
            "plea": "我店是首次违法，数量很少，希望从轻处罚。",
            "adoption": "adopted",
            "plea_reply": "当事人陈述属实，已在拟处理意见中从轻。",
        },
    },
    "H-3": {
        "at": "2025-08-04T10:00:00+08:00",
        "actors": CHAIR,
        "stated": {
            "hearing_on": "2025-08-20",
            "hearing_time": "09:00",
            "place": "本局三楼听证室",
            "chair": 9,
            "public": True,
            "recorder": "赵小明",
            **SERVED,
        },
    },
    "PG-12": {
        "at": "2025-08-20T09:00:00+08:00",
        "outcome": "held",
        "actors": CHAIR,
        "stated": {
            "held_on": "2025-08-20",
            "chair": 9,
            "public": True,
            "place": "本局三楼听证室",
            "attendance": "by_agent",
            "agents": 1,
            "proposal_presented": "调查人员宣读违法事实，出示证据六份，建议罚款8000元。",
            "defence_presented": (
                "当事人对事实没有异议，认为处罚偏重。\n"
                "当事人对第三份证据的真实性提出质疑，调查人员出示原件后当事人予以认可。"
            ),
            "minutes": True,
        },
    },
    "H-6": {
        "at": "2025-08-22T09:00:00+08:00",
        "actors": CHAIR,
        "stated": {
            "hearing_facts": "与调查报告认定的事实一致。",
            "dispute": "处罚幅度是否适当。",
            "hearing_opinion": "建议维持拟处理意见。",
        },
    },
    "PG-13": {
        "at": "2025-08-26T14:30:00+08:00",
        "outcome": "agree",
        "actors": HEAD,
        "stated": {
            "chair": 7,
            "attendees": [7, 8],
            "views": "陈志远：同意承办机构意见。\n孙副局：同意，应加强后续监管。",
            "resolution": "一致同意给予没收违法所得、没收非法财物并处罚款8000元的处罚。",
        },
    },
    "PG-14": {"at": "2025-08-28T10:00:00+08:00", "outcome": "penalty", "actors": HEAD, "stated": {**PROPOSED}},
    "PG-15": {"at": "2025-08-29T10:30:00+08:00", "stated": {**SERVED, "publication_told": True}},
    "PG-16": {
        "at": "2025-09-02T10:00:00+08:00",
        "outcome": "published",
        "stated": {"published_on": "2025-09-02", "channel": "衡阳市行政执法公示平台"},
    },
    "PG-18": {
        "at": "2025-09-05T10:00:00+08:00",
        "outcome": "instalments",
        "actors": HEAD,
        "stated": {
            "hardship": "店铺经营困难，请求分两期缴纳。",
            "applied_on": "2025-09-04",
            "plan": [
                {"due_on": "2025-10-31", "amount": "4000.00"},
                {"due_on": "2025-12-31", "amount": "4000.00"},
            ],
            "reason": "确有经济困难，符合条件。",
        },
    },
    "PG-19": {"at": "2025-09-20T10:00:00+08:00", "stated": {"through": "2025-09-20", "amount": "1680.00"}},
    "PG-21": {
        "at": "2025-09-25T10:00:00+08:00",
        "actors": HEAD,
        "stated": {
            "closed_because": "performed",
            "execution_result": "罚款、违法所得已全部缴纳，涉案食品已销毁。",
            "dispute_result": "当事人未申请行政复议、未提起行政诉讼。",
        },
    },
    "PG-23": {
        "at": "2025-07-02T10:00:00+08:00",
        "actors": HEAD,
        "stated": {
            "other_agency": "衡阳市珠晖区市场监督管理局",
            "dispute": "双方均认为有管辖权，协商未达成一致。",
            "superior": "湖南省市场监督管理局",
            "transfer_to": "衡阳市珠晖区市场监督管理局",
        },
    },
    "PG-24": {
        "at": "2025-07-08T10:00:00+08:00",
        "outcome": "passed",
        "stated": {
            "device": "固定抓拍设备A-017",
            "device_place": "衡阳市珠晖区某路口",
            "recorded_at": "2025-07-06T21:14+08:00",
            "device_reviewed": True,
            "party_told_on": "2025-07-08",
            "query_way": "可在本局网站查询，也可到本局窗口陈述、申辩",
        },
    },
    "PG-25": {
        "at": "2025-07-09T10:00:00+08:00",
        "stated": {"asked_agency": "长沙市市场监督管理局", "matter": "核实涉案食品生产企业的出厂记录。"},
    },
    "PG-26": {
        "at": "2025-09-22T10:00:00+08:00",
        "outcome": "destruction",
        "stated": {
            "disposed_goods": "在市垃圾焚烧厂销毁苏打饼干12袋，全程录像。",
            "destruction_basis": "《食品安全法实施条例》第二十九条",
            "disposal_witness": "钱监督",
        },
    },
    "PS-1": {"at": "2025-07-07T09:00:00+08:00", "stated": {"place": "衡阳市珠晖区某路88号"}},
    "PS-2": {
        "at": "2025-07-07T09:10:00+08:00",
        "stated": {
            "facts": "当事人未按规定亮照经营。",
            "evidence_summary": "现场照片二张。",
            "violated": "《市场主体登记管理条例》第三十六条",
            "penalty_basis": "《市场主体登记管理条例》第四十八条",
        },
    },
    "PS-3": {
        "at": "2025-07-07T09:15:00+08:00",
        "stated": {"form": "oral", "plea": "不知道需要悬挂执照。", "plea_reply": "不影响违法事实的成立，不予采纳。"},
    },
    "PS-4": {
        "at": "2025-07-07T09:20:00+08:00",
        "stated": {"penalty_kinds": ["fine"], "fine": "200.00", "place": "衡阳市珠晖区某路88号", **SERVED},
    },
    "PS-6": {"at": "2025-07-09T09:20:00+08:00", "stated": {"reported_on": "2025-07-09"}},
}
