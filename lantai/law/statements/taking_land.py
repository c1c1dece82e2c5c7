"""What the steps of an expropriation of collective land state (EL-1 to EL-14; LAND 45 to 48)."""

from __future__ import annotations

from lantai.law.statements.expropriating import COMMENTS, FUNDS, HEARING, REVIEW, RISK
from lantai.law.statements.investigating import HEAD_OPINION
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import LAND

GROUNDS: Choices = (
    ("infrastructure", "政府组织实施的能源、交通、水利、通信、邮政等基础设施建设"),
    ("public_service", "政府组织实施的科技、教育、文化、卫生、体育、生态环境保护等公共事业"),
    ("housing", "政府组织实施的扶贫搬迁、保障性安居工程建设"),
    ("development", "经省级以上人民政府批准的成片开发建设"),
    ("defence", "军事和外交"),
    ("by_law", "法律规定的其他公共利益"),
    ("other", "不属于以上情形"),
)
PLACES: Choices = (("township", "乡（镇）"), ("village", "村"), ("group", "村民小组"))
APPROVERS: Choices = (("province", "省人民政府"), ("state_council", "国务院"))
PLOTS: tuple[Word, ...] = (
    Word("owner", "所有权人、使用权人"),
    Word("place", "地块位置"),
    Word("area", "面积（平方米）"),
    Word("kind", "地类"),
    Word("attached", "地上附着物和青苗", required=False),
)

PREANNOUNCEMENT: tuple[Word, ...] = (
    Word("project", "建设项目", basis=LAND[45, 1]),
    Word("ground", "公共利益的情形", Kind.CHOICE, choices=GROUNDS, basis=LAND[45, 1]),
    Word(
        "plans_conform",
        "符合国民经济和社会发展规划、土地利用总体规划、城乡规划和专项规划",
        Kind.BOOLEAN,
        basis=LAND[45, 2],
    ),
    Word(
        "annual_plan",
        "已纳入国民经济和社会发展年度计划",
        Kind.BOOLEAN,
        when=("ground", ("housing", "development")),
        basis=LAND[45, 2],
    ),
    Word("range", "拟征收土地的范围", Kind.LONG_TEXT, hint="写明四至", basis=LAND[47, 2]),
    Word("survey_plan", "开展现状调查的安排", Kind.LONG_TEXT, basis=LAND[47, 2]),
    Word("announced_at", "发布的地点", basis=LAND[47, 2]),
)
SURVEY: tuple[Word, ...] = (
    Word("plots", "拟征收土地现状", Kind.ROWS, columns=PLOTS, basis=LAND[47, 2]),
    Word("survey_note", "调查情况", Kind.LONG_TEXT, basis=LAND[47, 2]),
    Word("confirmed", "调查结果已由权利人确认", Kind.BOOLEAN, required=False, basis=LAND[47, 2]),
)
ANNOUNCEMENT: tuple[Word, ...] = (
    Word("land_scope", "征收范围", Kind.LONG_TEXT, basis=LAND[47, 2]),
    Word("land_state", "土地现状", Kind.LONG_TEXT, basis=LAND[47, 2]),
    Word("land_purpose", "征收目的", Kind.LONG_TEXT, basis=LAND[47, 2]),
    Word("standards", "补偿标准", Kind.LONG_TEXT, hint="写明区片综合地价", basis=LAND[48, 3]),
    Word("resettlement", "安置方式", Kind.LONG_TEXT, basis=LAND[47, 2]),
    Word("security", "社会保障", Kind.LONG_TEXT, basis=LAND[48, 5]),
    Word("places", "公告的范围", Kind.CHOICES, choices=PLACES, basis=LAND[47, 2]),
    Word("published_on", "公告日期", Kind.DATE, required=False, hint="不填即为办理当日", basis=LAND[47, 2]),
    Word("comment_days", "公告期（日）", Kind.DAYS, required=False, default=30, hint="至少三十日", basis=LAND[47, 2]),
    Word("register_until", "办理补偿登记期限的最后一日", Kind.DATE, required=False, basis=LAND[47, 4]),
)
GATHERED: tuple[Word, ...] = COMMENTS
HEARD: tuple[Word, ...] = HEARING
RISKS: tuple[Word, ...] = RISK
MONEY: tuple[Word, ...] = FUNDS
REVIEWED: tuple[Word, ...] = REVIEW
REGISTRATION: tuple[Word, ...] = (
    Word("registered", "补偿登记", Kind.ROWS, columns=PLOTS, basis=LAND[47, 4]),
    Word("registered_note", "登记情况", Kind.LONG_TEXT, hint="没有按期登记的，写明按调查结果确定", basis=LAND[47, 4]),
)
AGREEMENTS: tuple[Word, ...] = (
    Word("parties_number", "应当签订协议的户（权利人）数", Kind.INTEGER, required=False, basis=LAND[47, 4]),
    Word("signed_number", "已经签订协议的户（权利人）数", Kind.INTEGER, required=False, basis=LAND[47, 4]),
    Word("agreed_content", "协议的主要内容", Kind.LONG_TEXT, basis=LAND[47, 4]),
    Word("exceptions", "没有达成协议的情况和原因", Kind.LONG_TEXT, outcomes=("exceptions",), basis=LAND[47, 4]),
)
PROPOSAL: tuple[Word, ...] = (
    Word("purpose", "征收的目的", basis=LAND[45, 1]),
    Word("scope", "征收的范围", hint="写明乡镇、村组和四至", basis=LAND[47, 2]),
    Word("reasons", "理由和前期工作情况", Kind.LONG_TEXT, basis=LAND[47, 5]),
    Word("basic_farmland", "永久基本农田（平方米）", Kind.INTEGER, required=False, default=0, basis=LAND[46, 1]),
    Word("arable", "永久基本农田以外的耕地（平方米）", Kind.INTEGER, required=False, default=0, basis=LAND[46, 1]),
    Word("other_land", "其他土地（平方米）", Kind.INTEGER, required=False, default=0, basis=LAND[46, 1]),
    Word("approver", "报请批准的机关", Kind.CHOICE, choices=APPROVERS, basis=LAND[46]),
)
APPLICATION: tuple[Word, ...] = (
    Word("true_statement", "没有达成协议的已经如实说明", Kind.BOOLEAN, required=False, basis=LAND[47, 4]),
    HEAD_OPINION,
)
APPROVAL: tuple[Word, ...] = (
    Word("approved_by", "批准机关", Kind.CHOICE, choices=APPROVERS, basis=LAND[46]),
    Word("approval_no", "批准文件文号", basis=LAND[46]),
    Word("approved_on", "批准文件日期", Kind.DATE, basis=LAND[46]),
)
APPROVED: tuple[Word, ...] = (
    Word("announced_at", "公告的地点", basis=LAND[47, 1]),
    Word("carried_out", "组织实施的安排", Kind.LONG_TEXT, basis=LAND[47, 1]),
)
PAYMENT: tuple[Word, ...] = (
    Word("land_money", "土地补偿费（元）", Kind.MONEY, basis=LAND[48, 2]),
    Word("people_money", "安置补助费（元）", Kind.MONEY, basis=LAND[48, 2]),
    Word("attached_money", "住宅、附着物和青苗补偿费（元）", Kind.MONEY, required=False, basis=LAND[48, 2]),
    Word("security_money", "被征地农民社会保障费用（元）", Kind.MONEY, required=False, basis=LAND[48, 2]),
    Word("in_full", "已经及时足额支付", Kind.BOOLEAN, basis=LAND[48, 2]),
    Word("paid_on", "支付日期", Kind.DATE, basis=LAND[48, 2]),
    Word("voucher", "支付凭证号码", basis=LAND[48, 2]),
)
HANDOVER: tuple[Word, ...] = (
    Word("handed_on", "交出土地的日期", Kind.DATE, basis=LAND[47, 1]),
    Word("houses_resettled", "涉及农村村民住宅的，已经先补偿后搬迁、居住条件有改善", Kind.BOOLEAN, basis=LAND[48, 4]),
    Word("handover_note", "交地的情况", Kind.LONG_TEXT),
)
