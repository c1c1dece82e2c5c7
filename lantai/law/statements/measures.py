"""What the steps of sealing, seizure and freezing state (ACL 16 to 33)."""

from __future__ import annotations

from dataclasses import replace

from lantai.law.statements.investigating import GOODS, HEAD_OPINION, PRESENCE
from lantai.law.statements.serving import SERVICE
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import ACL, SAMR

BASIS_LEVELS: Choices = (
    ("law", "法律"),
    ("regulation", "行政法规"),
    ("local", "地方性法规"),
    ("rule", "规章"),
    ("other", "其他规范性文件"),
)
RELEASE_GROUNDS: Choices = (
    ("no_violation", "当事人没有违法行为"),
    ("unrelated", "与违法行为无关"),
    ("decided", "已经作出处理决定，不再需要采取措施"),
    ("expired", "期限已经届满"),
    ("not_approved", "负责人认为不应当采取，或者没有按时补办批准"),
    ("other", "其他不再需要采取措施的情形"),
)
CONSENTS: Choices = (("consented", "权利人同意"), ("announced", "权利人不明，已经公告"))

_LEVEL = Word("basis_level", "实施依据的效力级别", Kind.CHOICE, choices=BASIS_LEVELS, basis=ACL[10])
_LEVEL_AGAIN = Word(
    "basis_level",
    "实施依据的效力级别",
    Kind.CHOICE,
    required=False,
    choices=BASIS_LEVELS,
    hint="与报请时所填不同的才填写",
    basis=ACL[10],
)
_REQUEST: tuple[Word, ...] = (
    _LEVEL,
    Word("basis", "实施依据", Kind.LONG_TEXT, hint="写明法律、法规的名称和条、款、项", basis=ACL[16, 1]),
    Word(
        "measure_reason",
        "采取措施的理由",
        Kind.LONG_TEXT,
        hint="写明涉嫌违法的事实，以及非强制手段不能达到目的的原因",
        basis=ACL[5],
    ),
)
_OTHER_TERM: tuple[Word, ...] = (
    Word(
        "statutory_days",
        "法律、行政法规另行规定的期限（日）",
        Kind.DAYS,
        required=False,
        hint="没有另行规定的不填，期限不超过三十日",
        basis=ACL[25, 1],
    ),
    Word("statutory_basis", "另行规定期限的依据", required=False),
)
_EMERGENCY = Word(
    "emergency",
    "情况紧急，需要当场实施",
    Kind.BOOLEAN,
    required=False,
    hint="应当在二十四小时内向负责人报告并补办批准手续，夜间和节假日不扣除",
    basis=ACL[19],
)

REQUEST: tuple[Word, ...] = (
    *_REQUEST,
    Word("objects", "拟查封、扣押的场所、设施或者财物", Kind.LONG_TEXT, basis=ACL[23, 1]),
    *_OTHER_TERM,
    _EMERGENCY,
)
APPROVAL: tuple[Word, ...] = (HEAD_OPINION, _LEVEL_AGAIN)

SHOWING: tuple[Word, ...] = (
    Word("place", "地点", basis=ACL[18, 1, 7]),
    Word("certificates_shown", "已出示执法身份证件", Kind.BOOLEAN, basis=ACL[18, 1, 3]),
    Word("party_notified", "已通知当事人到场", Kind.BOOLEAN, basis=ACL[18, 1, 4]),
    Word("presence", "当事人到场情况", Kind.CHOICE, choices=PRESENCE, basis=ACL[18, 1, 9]),
    Word(
        "witness_present",
        "到场的见证人",
        when=("presence", ("absent",)),
        hint="当事人不到场的，邀请见证人到场",
        basis=ACL[18, 1, 9],
    ),
)
TELLING: tuple[Word, ...] = (
    Word("reasons_told", "已当场告知采取措施的理由、依据", Kind.BOOLEAN, basis=ACL[18, 1, 5]),
    Word("rights_told", "已当场告知当事人依法享有的权利、救济途径", Kind.BOOLEAN, basis=ACL[18, 1, 5]),
    Word("party_words", "当事人的陈述和申辩", Kind.LONG_TEXT, hint="没有陈述、申辩的写明没有", basis=ACL[18, 1, 6]),
    Word("plea_reply", "对陈述、申辩的答复", Kind.LONG_TEXT, required=False, basis=ACL[18, 1, 6]),
)
RECORD: tuple[Word, ...] = (
    Word("began_at", "开始时刻", Kind.TIME, required=False),
    Word("ended_at", "结束时刻", Kind.TIME, required=False),
    Word("found", "现场情况和实施经过", Kind.LONG_TEXT, basis=ACL[18, 1, 7]),
    Word(
        "signed",
        "笔录已由当事人（或者见证人）和执法人员签名或者盖章，拒绝的已经注明",
        Kind.BOOLEAN,
        basis=ACL[18, 1, 8],
    ),
    Word("refusal_note", "拒绝签名、盖章的情况", Kind.LONG_TEXT, required=False, basis=ACL[18, 1, 8]),
)
_TERM_DAYS = Word(
    "term_days", "期限（日）", Kind.DAYS, required=False, hint="不填即为法定最长期限", basis=ACL[24, 2, 2]
)
SEIZING: tuple[Word, ...] = (
    Word("items", "查封、扣押的场所、设施或者财物清单", Kind.ROWS, columns=GOODS, basis=ACL[24, 2, 3]),
    Word("kept_at", "存放地点", basis=ACL[26]),
    Word("keeper", "保管人", basis=ACL[26]),
    _TERM_DAYS,
    Word("case_related", "限于涉案的场所、设施或者财物", Kind.BOOLEAN, basis=ACL[23, 1]),
    Word("not_necessities", "不含公民个人及其所扶养家属的生活必需品", Kind.BOOLEAN, basis=ACL[23, 1]),
    Word("not_sealed_by_others", "没有被其他国家机关依法查封", Kind.BOOLEAN, basis=ACL[23, 2]),
    Word("list_signed", "清单一式两份，已由当事人和执法人员签名或者盖章", Kind.BOOLEAN, basis=ACL[24, 3]),
    Word("delivered", "决定书和清单已当场交付当事人", Kind.BOOLEAN, basis=ACL[24, 1]),
    _EMERGENCY,
    _LEVEL_AGAIN,
)
EXTENSION: tuple[Word, ...] = (
    Word(
        "days", "延长的日数", Kind.DAYS, required=False, default=30, hint="不超过三十日，只能延长一次", basis=ACL[25, 1]
    ),
    Word("extension_reason", "情况复杂、需要延长的理由", Kind.LONG_TEXT, basis=ACL[25, 2]),
    Word("reasons_told", "将书面告知当事人并说明理由", Kind.BOOLEAN, basis=ACL[25, 2]),
)
TESTING: tuple[Word, ...] = (
    Word("appraiser", "受委托的机构", basis=ACL[25, 3]),
    Word("appraisal_days", "期间（日）", Kind.DAYS, hint="期间应当明确；届满后期限继续计算", basis=ACL[25, 3]),
    Word("told_in_writing", "已书面告知当事人", Kind.BOOLEAN, basis=ACL[25, 3]),
)
CUSTODY: tuple[Word, ...] = (
    Word("custodian", "保管人或者受委托的第三人", basis=ACL[26]),
    Word("custody_place", "保管地点", basis=ACL[26]),
    Word("custody_note", "保管情况", Kind.LONG_TEXT, hint="写明封存、完好、损毁或者丢失的情况", basis=ACL[26]),
)
EARLY_DISPOSAL: tuple[Word, ...] = (
    Word("early_reason", "处置或者公告的理由", Kind.LONG_TEXT, basis=SAMR[41]),
    Word("consent", "权利人的意见", Kind.CHOICE, choices=CONSENTS, outcomes=("sold",), basis=SAMR[41]),
    Word("evidence_kept", "已经留存证据", Kind.BOOLEAN, outcomes=("sold",), basis=SAMR[41]),
    Word("proceeds", "所得价款（元）", Kind.MONEY, outcomes=("sold", "unclaimed"), basis=ACL[28, 2]),
    Word("announced_on", "公告发布日期", Kind.DATE, outcomes=("announced",), basis=SAMR[42]),
    Word("announced_place", "公告的地点或者媒体", outcomes=("announced",), basis=SAMR[42]),
    replace(HEAD_OPINION, outcomes=("sold", "unclaimed")),
)
DISPOSAL: tuple[Word, ...] = (
    Word("disposal_reason", "处理的理由", Kind.LONG_TEXT, basis=ACL[27]),
    Word("disposal_basis", "处理的依据", required=False, basis=ACL[27]),
)
RELEASE: tuple[Word, ...] = (
    Word("release_ground", "解除的情形", Kind.CHOICE, choices=RELEASE_GROUNDS, basis=ACL[28, 1]),
    Word("release_reason", "解除的理由", Kind.LONG_TEXT, basis=ACL[28, 1]),
    Word(
        "returned",
        "返还的情况",
        Kind.LONG_TEXT,
        required=False,
        hint="写明领取人；已变卖的写明退还的价款",
        basis=ACL[28, 2],
    ),
)

# ---- 冻结 ---------------------------------------------------------------------------------------------------------

_ACCOUNT: tuple[Word, ...] = (
    Word("bank", "金融机构", basis=ACL[30, 1]),
    Word("account", "账号", basis=ACL[31, 1, 3]),
    Word("amount", "冻结的数额（元）", Kind.MONEY, basis=ACL[31, 1, 3]),
)
FREEZING_REQUEST: tuple[Word, ...] = (
    *_REQUEST,
    *_ACCOUNT,
    Word("involved_amount", "违法行为涉及的金额（元）", Kind.MONEY, basis=ACL[29, 2]),
    *_OTHER_TERM,
)
FREEZING: tuple[Word, ...] = (
    Word("certificates_shown", "已出示执法身份证件", Kind.BOOLEAN, basis=ACL[18, 1, 3]),
    *_ACCOUNT,
    Word("not_frozen_by_others", "没有被其他国家机关依法冻结", Kind.BOOLEAN, basis=ACL[29, 2]),
    _TERM_DAYS,
    _LEVEL_AGAIN,
)
DECISION_SERVICE: tuple[Word, ...] = SERVICE
MONEY_DISPOSAL: tuple[Word, ...] = DISPOSAL
MONEY_RELEASE: tuple[Word, ...] = RELEASE[:2]
