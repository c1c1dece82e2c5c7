"""What the steps of a licence state up to the decision: application, answer, examination, hearing (ALL 29 to 57)."""

from __future__ import annotations

from lantai.law.periods import BIDDING, EXPERT_REVIEW, TESTING
from lantai.law.statements.serving import SERVICE
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import ALL, SEED

APPLICATION_KINDS: Choices = (("new", "首次申请"), ("change", "变更"), ("renewal", "延续"))
APPLICATION_CHANNELS: Choices = (
    ("window", "当面"),
    ("letter", "信函、电报、电传、传真"),
    ("electronic", "电子数据交换、电子邮件"),
)
FEE_LEVELS: Choices = (
    ("law", "法律"),
    ("regulation", "行政法规"),
    ("local", "地方性法规"),
    ("rule", "规章"),
    ("none", "没有依据"),
)
SPECIAL: Choices = (
    (TESTING, "检验、检测、检疫、鉴定"),
    (EXPERT_REVIEW, "专家评审"),
    (BIDDING, "招标、拍卖"),
    ("exam", "考试、考核"),
)
APPLICATION: tuple[Word, ...] = (
    Word(
        "application_kind",
        "申请的类型",
        Kind.CHOICE,
        required=False,
        default="new",
        choices=APPLICATION_KINDS,
        basis=ALL[29, 1],
    ),
    Word("matter", "申请的许可事项", hint="与服务指南的事项名称一致", basis=ALL[29, 1]),
    Word("materials", "申请材料目录", Kind.LONG_TEXT, hint="每项一行", basis=ALL[31, 1]),
    Word(
        "received_on",
        "收到申请材料之日",
        Kind.DATE,
        required=False,
        hint="不填即为办理之日；五日内不告知补正的，自此日起即为受理",
        basis=ALL[32, 1, 4],
    ),
    Word(
        "channel",
        "申请的方式",
        Kind.CHOICE,
        required=False,
        default="window",
        choices=APPLICATION_CHANNELS,
        basis=ALL[29, 3],
    ),
    Word("agent", "委托代理人", required=False, basis=ALL[29, 2]),
    Word("only_relevant", "没有收取与许可事项无关的材料", Kind.BOOLEAN, required=False, default=True, basis=ALL[31, 1]),
    Word(
        "current_number",
        "现有许可证件的编号",
        when=("application_kind", ("change", "renewal")),
        basis=ALL[49],
    ),
    Word("valid_to", "现有许可的有效期至", Kind.DATE, when=("application_kind", ("renewal",)), basis=ALL[50, 1]),
    Word(
        "lead_days",
        "应当提前申请延续的日数",
        Kind.DAYS,
        required=False,
        default=30,
        when=("application_kind", ("renewal",)),
        hint="法律、法规、规章另有规定的，按其规定填写",
        basis=ALL[50, 1],
    ),
    Word(
        "statutory_days",
        "法律、法规另行规定的审查期限（工作日）",
        Kind.DAYS,
        required=False,
        hint="没有另行规定的不填",
        basis=ALL[42, 1],
    ),
    Word("promised_days", "本机关承诺的审查期限（工作日）", Kind.DAYS, required=False, basis=ALL[42, 1]),
    Word("prior_review", "依法应当先经下级机关审查", Kind.BOOLEAN, required=False, basis=ALL[35]),
)
GUIDE: tuple[Word, ...] = (
    Word("explained", "解释、说明的内容", Kind.LONG_TEXT, required=False, basis=ALL[30, 2]),
    Word("conditions", "许可的条件", Kind.LONG_TEXT, required=False, basis=ALL[30, 1]),
    Word("guide_term", "办理期限", required=False, basis=ALL[30, 1]),
)
HANDLING: tuple[Word, ...] = (
    Word("departments", "参加办理的机构或者部门", Kind.LONG_TEXT, hint="每个一行", basis=ALL[26]),
)
ANSWER: tuple[Word, ...] = (
    Word("accepted_on", "受理日期", Kind.DATE, required=False, outcomes=("accepted",), basis=ALL[32, 2]),
    Word(
        "corrected",
        "允许申请人当场更正的错误",
        Kind.LONG_TEXT,
        required=False,
        outcomes=("accepted",),
        basis=ALL[32, 1, 3],
    ),
    Word("completed_on", "补正材料收齐的日期", Kind.DATE, required=False, outcomes=("accepted",), basis=ALL[32, 1, 5]),
    Word(
        "missing",
        "需要补正的全部内容",
        Kind.LONG_TEXT,
        outcomes=("supplement",),
        hint="一次写全，每项一行；不得再次要求补正",
        basis=ALL[32, 1, 4],
    ),
    Word("told_to", "应当向其申请的机关", outcomes=("not_competent",), basis=ALL[32, 1, 2]),
    Word(
        "reasons",
        "不受理、不予受理的理由",
        Kind.LONG_TEXT,
        outcomes=("not_needed", "not_competent", "false_material"),
        basis=ALL[32, 1, 1],
    ),
    Word(
        "barred_a_year",
        "直接关系公共安全、人身健康、生命财产安全，一年内不得再次申请",
        Kind.BOOLEAN,
        required=False,
        outcomes=("false_material",),
        basis=ALL[78],
    ),
)
CLOSED_GROUNDS: Choices = (("withdrawn", "申请人撤回申请"), ("ceased", "申请人死亡、终止，无需继续办理"))
CLOSED_APPLICATION: tuple[Word, ...] = (
    Word("closed_ground", "终止办理的情形", Kind.CHOICE, choices=CLOSED_GROUNDS, basis=ALL[2]),
    Word("closed_reason", "撤回或者终止的情况", Kind.LONG_TEXT, basis=ALL[2]),
)
FEE: tuple[Word, ...] = (
    Word("fee_basis_level", "收费依据的效力级别", Kind.CHOICE, choices=FEE_LEVELS, basis=ALL[58, 1]),
    Word("fee_basis", "收费的项目和标准依据", Kind.LONG_TEXT, required=False, basis=ALL[59]),
    Word("fee_amount", "金额（元）", Kind.MONEY, basis=ALL[59]),
    Word("fee_receipt", "票据号码", basis=ALL[59]),
    Word("for_form", "为提供申请书格式文本收取", Kind.BOOLEAN, required=False, basis=ALL[58, 2]),
)
PRIOR_REVIEW: tuple[Word, ...] = (
    Word("lower_agency", "初步审查的下级机关", basis=ALL[35]),
    Word("prior_opinion", "初步审查意见", Kind.LONG_TEXT, basis=ALL[35]),
    Word("forwarded_on", "报送全部申请材料的日期", Kind.DATE, required=False, basis=ALL[35]),
)
EXAMINATION: tuple[Word, ...] = (
    Word("opinion_text", "审查意见", Kind.LONG_TEXT, hint="逐项写明是否符合法定条件、标准", basis=ALL[34, 1]),
    Word("verified_place", "核查的地点", outcomes=("verified",), basis=ALL[34, 3]),
    Word("verified_facts", "核查的情况", Kind.LONG_TEXT, outcomes=("verified",), basis=ALL[34, 3]),
    Word("third_party", "直接关系他人重大利益", Kind.BOOLEAN, required=False, basis=ALL[36]),
    Word(
        "major_interest",
        "直接涉及申请人与他人之间重大利益关系，应当告知听证权利",
        Kind.BOOLEAN,
        required=False,
        basis=ALL[47, 1],
    ),
    Word(
        "hearing_by_office",
        "依法应当听证，或者涉及公共利益的重大事项需要听证",
        Kind.BOOLEAN,
        required=False,
        basis=ALL[46],
    ),
    Word("public_interest", "涉及重大公共利益，须经法制审核", Kind.BOOLEAN, required=False, basis=SEED.whole),
)
SPECIAL_PROCEDURE: tuple[Word, ...] = (
    Word("special_matter", "特别程序的事项", Kind.LONG_TEXT, outcomes=("testing", "expert_review", "bidding", "exam")),
    Word("special_body", "实施的机构", required=False, outcomes=("testing", "expert_review", "bidding", "exam")),
    Word(
        "by_agency",
        "由本机关工作人员实施",
        Kind.BOOLEAN,
        required=False,
        outcomes=("testing",),
        hint="应当由两名以上工作人员实施",
        basis=ALL[55, 2],
    ),
    Word(
        "needed_until",
        "所需时间至",
        Kind.DATE,
        required=False,
        outcomes=("testing", "expert_review", "bidding", "exam"),
        hint="不计算在期限内的时间到此为止；提前结束的，登记结果",
        basis=ALL[45],
    ),
    Word(
        "told_in_writing",
        "已将所需时间书面告知申请人",
        Kind.BOOLEAN,
        required=False,
        default=False,
        outcomes=("testing", "expert_review", "bidding", "exam"),
        hint="没有书面告知的，所需时间计算在期限内",
        basis=ALL[45],
    ),
    Word("queue", "受理的先后顺序", Kind.LONG_TEXT, outcomes=("first_come",), basis=ALL[57]),
    Word("resumes_clock", "结束的特别程序", Kind.CHOICE, choices=SPECIAL, outcomes=("result",), basis=ALL[45]),
    Word("special_result", "结果", Kind.LONG_TEXT, outcomes=("result",), basis=ALL[55, 1]),
    Word("standards", "所依据的技术标准、技术规范", required=False, outcomes=("result",), basis=ALL[55, 3]),
)
INTERESTED: tuple[Word, ...] = (
    Word("interested_party", "利害关系人", basis=ALL[36]),
    Word("interest", "关系其重大利益的情况", Kind.LONG_TEXT, basis=ALL[36]),
    *SERVICE,
)
INTERESTED_HEARD: tuple[Word, ...] = (
    Word("applicant_words", "申请人的意见", Kind.LONG_TEXT, required=False, basis=ALL[36]),
    Word("interested_words", "利害关系人的意见", Kind.LONG_TEXT, outcomes=("made",), basis=ALL[36]),
    Word("words_reply", "采纳情况和理由", Kind.LONG_TEXT, outcomes=("made",), basis=ALL[36]),
)
HEARING_RIGHT: tuple[Word, ...] = (
    Word("hearing_matter", "听证的事项", Kind.LONG_TEXT, basis=ALL[46]),
    Word("interested_party", "利害关系人", required=False, outcomes=("right",), basis=ALL[47, 1]),
    Word("announced_place", "公告的地点或者媒体", outcomes=("announced",), basis=ALL[46]),
)
HEARING_REQUEST: tuple[Word, ...] = (
    Word("asked_by", "提出的人", basis=ALL[47, 1]),
    Word("requested_on", "提出或者收到的日期", Kind.DATE, required=False, basis=ALL[47, 1]),
    Word("posted_on", "邮寄的，交邮的日期", Kind.DATE, required=False),
)
_CHAIR = Word(
    "chair",
    "听证主持人",
    Kind.PERSON,
    required=False,
    hint="由审查该申请的工作人员以外的人员主持；不填即为办理人",
    basis=ALL[48, 1, 3],
)
HEARING_SUMMONS: tuple[Word, ...] = (
    Word("hearing_on", "听证日期", Kind.DATE, basis=ALL[48, 1, 1]),
    Word("hearing_time", "听证时刻", Kind.TIME, basis=ALL[48, 1, 1]),
    Word("place", "听证地点", basis=ALL[48, 1, 1]),
    _CHAIR,
    *SERVICE,
)
HEARING: tuple[Word, ...] = (
    Word("held_on", "举行听证的日期", Kind.DATE, required=False, basis=ALL[48]),
    Word("place", "听证地点", basis=ALL[48, 1, 1]),
    _CHAIR,
    Word("recorder", "记录人", required=False),
    Word("public", "公开举行", Kind.BOOLEAN, required=False, default=True, basis=ALL[48, 1, 2]),
    Word(
        "free_of_charge",
        "申请人、利害关系人不承担费用",
        Kind.BOOLEAN,
        required=False,
        default=True,
        basis=ALL[47, 2],
    ),
    Word("examiner_presented", "审查人员提供的审查意见的证据、理由", Kind.LONG_TEXT, basis=ALL[48, 1, 4]),
    Word("parties_presented", "申请人、利害关系人的证据、申辩和质证", Kind.LONG_TEXT, basis=ALL[48, 1, 4]),
    Word(
        "minutes", "笔录已交参加人确认并签字或者盖章", Kind.BOOLEAN, required=False, default=True, basis=ALL[48, 1, 5]
    ),
)
REVIEW: tuple[Word, ...] = (
    Word("review_text", "审核意见", Kind.LONG_TEXT, hint="主体、权限、程序、事实、依据、文书六项", basis=SEED.whole),
    Word("review_problems", "存在的问题和建议", Kind.LONG_TEXT, required=False, basis=SEED.whole),
)
