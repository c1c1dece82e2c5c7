"""What the steps of an expropriation of houses on state land state (EX-1 to EX-16; EXPR 8 to 29)."""

from __future__ import annotations

from lantai.law.statements.investigating import HEAD_OPINION
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import ADLIT, ARL, EXPR, SEED

GROUNDS: Choices = (
    ("infrastructure", "政府组织实施的能源、交通、水利等基础设施建设"),
    ("public_service", "政府组织实施的科技、教育、文化、卫生、体育、环境保护、防灾减灾等公共事业"),
    ("housing", "政府组织实施的保障性安居工程建设"),
    ("old_town", "政府组织实施的旧城区改建"),
    ("defence", "国防和外交"),
    ("by_law", "法律、行政法规规定的其他公共利益"),
    ("other", "不属于以上情形"),
)
RISKS: Choices = (("low", "低风险"), ("medium", "中风险"), ("high", "高风险"))
CHOSEN_BY: Choices = (
    ("agreed", "被征收人协商选定"),
    ("majority", "多数决定"),
    ("lot", "随机选定"),
    ("appointed", "征收部门指定"),
)
COMPENSATIONS: Choices = (("money", "货币补偿"), ("exchange", "房屋产权调换"))
UNDECIDED: Choices = (
    ("no_agreement", "在签约期限内达不成补偿协议"),
    ("owner_unclear", "被征收房屋所有权人不明确"),
)
DISPUTES: Choices = (
    ("decision", "房屋征收决定"),
    ("compensation", "补偿决定"),
)
HOUSEHOLDS: tuple[Word, ...] = (
    Word("owner", "所有权人"),
    Word("place", "房屋坐落"),
    Word("use", "用途"),
    Word("area", "建筑面积（平方米）"),
    Word("title", "权属证明", required=False),
    Word("remark", "备注", required=False),
)
BUILDINGS: tuple[Word, ...] = (
    Word("owner", "占有人"),
    Word("place", "坐落"),
    Word("area", "建筑面积（平方米）"),
    Word("finding", "认定结果"),
)
ASPECTS: tuple[Word, ...] = (
    Word("aspect", "审核内容"),
    Word("result", "判断"),
    Word("note", "说明", required=False),
)
HOUSEHOLD = Word("household", "被征收人", required=False, hint="不填即为本案当事人")

GROUND: tuple[Word, ...] = (
    Word("project", "建设项目", basis=EXPR[8]),
    Word("ground", "公共利益的情形", Kind.CHOICE, choices=GROUNDS, basis=EXPR[8]),
    Word("plans", "符合的规划、计划", Kind.LONG_TEXT, hint="写明各项规划的名称和批准文号", basis=EXPR[9, 1]),
    Word(
        "plans_conform",
        "符合国民经济和社会发展规划、土地利用总体规划、城乡规划和专项规划",
        Kind.BOOLEAN,
        basis=EXPR[9, 1],
    ),
    Word(
        "annual_plan",
        "已纳入国民经济和社会发展年度计划",
        Kind.BOOLEAN,
        when=("ground", ("housing", "old_town")),
        basis=EXPR[9, 1],
    ),
    Word("range", "征收范围", Kind.LONG_TEXT, hint="写明四至", basis=EXPR[16]),
    Word("households", "涉及被征收人户数", Kind.INTEGER, basis=EXPR[12, 1]),
)
PLAN: tuple[Word, ...] = (
    Word("plan_scope", "征收范围和房屋情况", Kind.LONG_TEXT, basis=EXPR[10, 1]),
    Word("plan_ways", "补偿方式和标准", Kind.LONG_TEXT, hint="货币补偿和产权调换都应当写明", basis=EXPR[17]),
    Word("plan_moving", "搬迁费、临时安置费和停产停业损失", Kind.LONG_TEXT, basis=EXPR[17, 1]),
    Word("plan_rewards", "补助和奖励办法", Kind.LONG_TEXT, required=False, basis=EXPR[17, 2]),
    Word("signing_days", "签约期限（日）", Kind.DAYS, required=False, default=60, basis=EXPR[26, 1]),
    Word("argued", "已组织有关部门论证", Kind.BOOLEAN, basis=EXPR[10, 2]),
    Word("argued_by", "参加论证的部门", basis=EXPR[10, 2]),
    Word("published_on", "公布日期", Kind.DATE, required=False, hint="不填即为办理当日", basis=EXPR[10, 2]),
    Word("published_at", "公布的地点或者媒体", basis=EXPR[10, 2]),
    Word(
        "comment_days",
        "征求意见期限（日）",
        Kind.DAYS,
        required=False,
        default=30,
        hint="不少于三十日",
        basis=EXPR[10, 2],
    ),
)
COMMENTS: tuple[Word, ...] = (
    Word("comments_number", "收到意见件数", Kind.INTEGER, basis=EXPR[11, 1]),
    Word("comments", "意见的主要内容", Kind.LONG_TEXT, basis=EXPR[11, 1]),
    Word("changes", "根据意见修改的情况", Kind.LONG_TEXT, hint="没有采纳的，写明理由", basis=EXPR[11, 1]),
    Word("majority_objects", "多数被征收人认为方案不符合规定", Kind.BOOLEAN, required=False, basis=EXPR[11, 2]),
    Word("results_at", "公布的地点或者媒体", basis=EXPR[11, 1]),
)
HEARING: tuple[Word, ...] = (
    Word("place", "听证会地点", basis=EXPR[11, 2]),
    Word("present", "参加的被征收人和公众代表", Kind.LONG_TEXT, basis=EXPR[11, 2]),
    Word("views", "发表的意见", Kind.LONG_TEXT, basis=EXPR[11, 2]),
    Word("plan_changed", "根据听证会情况修改方案的情况", Kind.LONG_TEXT, basis=EXPR[11, 2]),
)
UNREGISTERED: tuple[Word, ...] = (
    Word("survey_by", "参加调查、认定的部门", basis=EXPR[24, 2]),
    Word("buildings", "未经登记的建筑", Kind.ROWS, required=False, columns=BUILDINGS, basis=EXPR[24, 2]),
    Word(
        "findings",
        "认定和处理结果",
        Kind.LONG_TEXT,
        hint="合法建筑和未超过批准期限的临时建筑给予补偿",
        basis=EXPR[24, 2],
    ),
)
RISK: tuple[Word, ...] = (
    Word("assessor", "评估单位", basis=EXPR[12, 1]),
    Word("assessed_on", "评估报告日期", Kind.DATE, basis=EXPR[12, 1]),
    Word("risk", "风险等级", Kind.CHOICE, choices=RISKS, basis=EXPR[12, 1]),
    Word("risk_points", "主要风险和防范措施", Kind.LONG_TEXT, basis=EXPR[12, 1]),
    Word("risk_conclusion", "评估结论", Kind.LONG_TEXT, basis=EXPR[12, 1]),
)
FUNDS: tuple[Word, ...] = (
    Word("needed", "征收补偿费用总额（元）", Kind.MONEY, basis=EXPR[12, 2]),
    Word("deposited", "已到位金额（元）", Kind.MONEY, hint="应当足额到位", basis=EXPR[12, 2]),
    Word("bank", "专户开户银行", basis=EXPR[12, 2]),
    Word("account", "专户账号", basis=EXPR[12, 2]),
    Word("only_for_it", "专户存储、专款专用", Kind.BOOLEAN, basis=EXPR[12, 2]),
)
PROPOSAL: tuple[Word, ...] = (
    Word("purpose", "征收的目的", hint="例如某某中学扩建工程", basis=EXPR[8]),
    Word("scope", "征收的范围", hint="写明四至", basis=EXPR[13, 1]),
    Word("reasons", "理由和依据", Kind.LONG_TEXT, hint="公共利益、规划、征求意见、风险评估、资金的情况", basis=EXPR[8]),
    Word("plan_summary", "征收补偿方案", Kind.LONG_TEXT, basis=EXPR[13, 1]),
    Word("signing_until", "签约期限的最后一日", Kind.DATE, required=False, basis=EXPR[26, 1]),
)
REVIEW: tuple[Word, ...] = (
    Word("opinion_text", "审核意见", Kind.LONG_TEXT, basis=SEED.whole),
    Word("problems", "存在的问题和建议", Kind.LONG_TEXT, required=False, basis=SEED.whole),
    Word("aspects", "审核的内容", Kind.ROWS, required=False, columns=ASPECTS, basis=SEED.whole),
)
MEETING: tuple[Word, ...] = (
    Word("attendees", "出席人员", Kind.PERSONS, required=False, basis=EXPR[12, 1]),
    Word("views", "讨论情况", Kind.LONG_TEXT, basis=EXPR[12, 1]),
    Word("resolution", "讨论决定", Kind.LONG_TEXT, basis=EXPR[12, 1]),
)
DECISION: tuple[Word, ...] = (
    Word("announced_on", "公告日期", Kind.DATE, required=False, hint="不填即为决定当日", basis=EXPR[13, 1]),
    Word("announced_at", "公告的地点或者媒体", basis=EXPR[13, 1]),
    Word("signing_until", "签约期限的最后一日", Kind.DATE, required=False, basis=EXPR[26, 1]),
    Word("plan_attached", "公告载明征收补偿方案和行政复议、行政诉讼权利", Kind.BOOLEAN, basis=EXPR[13, 1]),
    HEAD_OPINION,
)
SURVEY: tuple[Word, ...] = (
    Word("register", "被征收房屋调查登记", Kind.ROWS, columns=HOUSEHOLDS, basis=EXPR[15]),
    Word("survey_published", "调查结果已在征收范围内向被征收人公布", Kind.BOOLEAN, basis=EXPR[15]),
    Word("frozen_matters", "暂停办理的手续", Kind.LONG_TEXT, hint="新建、扩建、改建房屋，改变用途等", basis=EXPR[16]),
    Word("frozen_from", "暂停办理的起始日", Kind.DATE, basis=EXPR[16, 2]),
    Word(
        "frozen_until",
        "暂停办理的终止日",
        Kind.DATE,
        required=False,
        hint="最长不超过一年，不填即为满一年",
        basis=EXPR[16, 2],
    ),
)
APPRAISAL: tuple[Word, ...] = (
    HOUSEHOLD,
    Word("appraiser", "房地产价格评估机构", basis=EXPR[19, 1]),
    Word("chosen_by", "评估机构的确定方式", Kind.CHOICE, choices=CHOSEN_BY, basis=EXPR[20, 1]),
    Word("report_no", "评估报告编号", basis=EXPR[19, 1]),
    Word("value_on", "评估时点", Kind.DATE, required=False, hint="应当为房屋征收决定公告之日", basis=EXPR[19, 1]),
    Word("value", "评估价值（元）", Kind.MONEY, basis=EXPR[19, 1]),
    Word("objection", "异议的内容和处理", Kind.LONG_TEXT, outcomes=("recheck", "expert"), basis=EXPR[19, 2]),
)
CHOICE: tuple[Word, ...] = (
    HOUSEHOLD,
    Word("way", "选择的补偿方式", Kind.CHOICE, choices=COMPENSATIONS, basis=EXPR[21, 1]),
    Word("own_choice", "由被征收人自行选择", Kind.BOOLEAN, basis=EXPR[21, 1]),
    Word("house", "产权调换房屋的地点和面积", when=("way", ("exchange",)), basis=EXPR[21, 2]),
    Word("interim", "临时安置费或者周转用房", Kind.LONG_TEXT, when=("way", ("exchange",)), basis=EXPR[22]),
    Word("choice_note", "说明", Kind.LONG_TEXT, required=False),
)
_MONEY: tuple[Word, ...] = (
    Word("house_money", "房屋价值补偿（元）", Kind.MONEY, basis=EXPR[19, 1]),
    Word("moving_money", "搬迁费（元）", Kind.MONEY, required=False, basis=EXPR[22]),
    Word("interim_money", "临时安置费（元）", Kind.MONEY, required=False, basis=EXPR[22]),
    Word("loss_money", "停产停业损失补偿（元）", Kind.MONEY, required=False, basis=EXPR[23]),
    Word("exchange_house", "产权调换房屋、周转用房的地点和面积", required=False, basis=EXPR[21, 2]),
    Word("move_until", "搬迁期限的最后一日", Kind.DATE, basis=EXPR[25, 1]),
    Word("transition", "过渡方式和期限", Kind.LONG_TEXT, required=False, basis=EXPR[25, 1]),
)
COMPENSATION_PROPOSAL: tuple[Word, ...] = (
    HOUSEHOLD,
    Word("undecided", "作出补偿决定的情形", Kind.CHOICE, choices=UNDECIDED, basis=EXPR[26, 1]),
    Word("facts", "协商的经过和理由", Kind.LONG_TEXT, basis=EXPR[26, 1]),
    *_MONEY,
)
COMPENSATION: tuple[Word, ...] = (
    HOUSEHOLD,
    Word("undecided", "作出补偿决定的情形", Kind.CHOICE, choices=UNDECIDED, outcomes=("decided",), basis=EXPR[26, 1]),
    *_MONEY,
    Word("pay_until", "支付期限的最后一日", Kind.DATE, basis=EXPR[25, 1]),
    Word("announced_at", "补偿决定公告的地点", outcomes=("decided",), basis=EXPR[26, 1]),
)
PAYMENT: tuple[Word, ...] = (
    HOUSEHOLD,
    Word("paid", "支付金额（元）", Kind.MONEY, required=False, hint="不填即为应付的全部补偿", basis=EXPR[27, 2]),
    Word("paid_on", "支付日期", Kind.DATE, basis=EXPR[27, 2]),
    Word("voucher", "支付凭证号码或者提存、专户存储的凭证", basis=EXPR[27, 2]),
)
MOVING: tuple[Word, ...] = (
    HOUSEHOLD,
    Word("moved_on", "完成搬迁的日期", Kind.DATE, basis=EXPR[27, 2]),
    Word(
        "lawful_means",
        "没有采取暴力、威胁，或者违反规定中断供水、供热、供气、供电和道路通行等方式",
        Kind.BOOLEAN,
        basis=EXPR[27, 3],
    ),
    Word("no_builder", "建设单位没有参与搬迁活动", Kind.BOOLEAN, basis=EXPR[27, 3]),
)
DEMOLITION: tuple[Word, ...] = (
    HOUSEHOLD,
    Word("demolished_by", "拆除房屋的单位"),
    Word("demolition_note", "拆除的情况", Kind.LONG_TEXT),
)
COURT: tuple[Word, ...] = (
    HOUSEHOLD,
    Word("court", "人民法院", basis=EXPR[28, 1]),
    Word("compensation_money", "补偿金额（元）", Kind.MONEY, outcomes=("applied",), basis=EXPR[28, 2]),
    Word("account", "专户存储账号", outcomes=("applied",), basis=EXPR[28, 2]),
    Word("houses", "产权调换房屋和周转用房的地点和面积", Kind.LONG_TEXT, outcomes=("applied",), basis=EXPR[28, 2]),
    Word("court_facts", "事实和理由", Kind.LONG_TEXT, outcomes=("applied",), basis=EXPR[28, 1]),
    Word("ruling", "裁定书文号", outcomes=("executed", "rejected"), basis=EXPR[28, 1]),
)
REMEDY: tuple[Word, ...] = (
    Word("against", "所争议的决定", Kind.CHOICE, choices=DISPUTES, basis=EXPR[14]),
    Word("body", "行政复议机关或者人民法院", basis=ARL[24]),
    Word("document_no", "文书文号", basis=ADLIT[46]),
    Word("remedy_result", "情况", Kind.LONG_TEXT, basis=EXPR[14]),
)
ARCHIVE: tuple[Word, ...] = (
    Word("household_results", "分户补偿情况", Kind.LONG_TEXT, hint="逐户写明补偿方式和金额", basis=EXPR[29, 1]),
    Word("results_on", "公布日期", Kind.DATE, basis=EXPR[29, 1]),
    Word("results_at", "公布的地点", basis=EXPR[29, 1]),
    Word("audit", "审计情况", Kind.LONG_TEXT, required=False, basis=EXPR[29, 2]),
)
