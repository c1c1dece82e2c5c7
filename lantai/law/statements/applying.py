"""What the steps of an application to the court state (ACL 53 to 60; ADLITI 152 to 159)."""

from __future__ import annotations

from lantai.law.statements.enforcing import DECISION, DEFENCE, DEMAND, EMERGENCY, REVIEW
from lantai.law.statements.investigating import HEAD_OPINION
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import ACL, ADLITI, ARL

GROUNDS: Choices = (
    ("decision", "生效的行政决定"),
    ("reconsideration", "经复议维持的行政决定"),
    ("judgment", "发生法律效力的行政判决"),
    ("changed", "经复议变更的决定"),
)
COURT_PLACES: Choices = (
    ("agency", "行政机关所在地的基层人民法院"),
    ("immovable", "不动产所在地的基层人民法院"),
    ("first_instance", "第一审人民法院（执行判决）"),
    ("other", "其他人民法院"),
)

_OBJECT = Word("object", "执行标的的情况", Kind.LONG_TEXT, basis=ACL[55, 1, 4])

REQUEST: tuple[Word, ...] = (
    *DECISION,
    Word("ground", "执行依据", Kind.CHOICE, choices=GROUNDS, required=False, default="decision", basis=ARL[78]),
    Word("no_own_power", "法律没有规定由本机关强制执行", Kind.BOOLEAN, basis=ACL[53]),
    Word(
        "reconsideration_first",
        "依法应当先申请行政复议而没有申请",
        Kind.BOOLEAN,
        required=False,
        basis=ARL[23, 1],
    ),
    Word("seized_goods", "本机关在该案中已经查封、扣押财物", Kind.BOOLEAN, required=False, basis=ACL[46, 3]),
)
APPLICATION: tuple[Word, ...] = (
    Word("court", "受理申请的人民法院", basis=ACL[54]),
    Word("court_place", "法院的地域", Kind.CHOICE, choices=COURT_PLACES, basis=ADLITI[157]),
    Word("immovable", "执行对象是不动产", Kind.BOOLEAN, required=False, basis=ACL[54]),
    _OBJECT,
    Word("application_reason", "申请强制执行的事实和理由", Kind.LONG_TEXT, basis=ACL[55, 1, 2]),
    Word("party_opinion", "当事人的意见", Kind.LONG_TEXT, hint="没有提出的写明没有", basis=ACL[55, 1, 3]),
    Word("materials_complete", "法定的申请材料已经齐全", Kind.BOOLEAN, basis=ACL[55, 1]),
    Word("signed_by_head", "申请书已由负责人签名、盖章并注明日期", Kind.BOOLEAN, basis=ACL[55, 2]),
    Word(
        "urgent_reason",
        "为保障公共安全申请立即执行的，紧急的情况",
        Kind.LONG_TEXT,
        required=False,
        basis=ACL[59],
    ),
)
AUCTION: tuple[Word, ...] = (
    *EMERGENCY,
    Word("amount", "应当抵缴的罚款（元）", Kind.MONEY, basis=ACL[46, 3]),
    Word("auction_house", "受委托的拍卖机构", basis=ACL[48]),
    Word("auction_goods", "拍卖的财物", Kind.LONG_TEXT, basis=ACL[48]),
)
PRESERVATION: tuple[Word, ...] = (
    Word("court", "受理保全申请的人民法院", basis=ADLITI[159]),
    Word("evasion", "认为可能逃避执行的理由", Kind.LONG_TEXT, basis=ADLITI[159]),
    Word("assets", "请求保全的财产", Kind.LONG_TEXT, basis=ADLITI[159]),
)
_REASON = Word("court_reason", "裁定的理由", Kind.LONG_TEXT, required=False, basis=ACL[58, 2])
_RECEIVED = Word(
    "ruling_received_on", "收到裁定的日期", Kind.DATE, required=False, hint="不填即为登记之日", basis=ACL[58, 3]
)
ACCEPTANCE: tuple[Word, ...] = (Word("court_number", "案号", required=False, basis=ACL[56, 1]), _RECEIVED, _REASON)
RULING: tuple[Word, ...] = (
    Word("court_number", "裁定书文号", required=False, basis=ACL[57]),
    _RECEIVED,
    Word("heard", "裁定前听取了意见", Kind.BOOLEAN, required=False, basis=ACL[58, 1]),
    _REASON,
)
TO_UPPER_COURT: tuple[Word, ...] = (
    Word("upper_court", "上一级人民法院", basis=ACL[58, 3]),
    Word("objection", "异议的事实和理由", Kind.LONG_TEXT, basis=ACL[58, 3]),
)
CLOSING: tuple[Word, ...] = (Word("execution_result", "执行情况", Kind.LONG_TEXT, basis=ACL[60]), HEAD_OPINION)

BY_STEP: dict[str, tuple[Word, ...]] = {
    "CX-1": REQUEST,
    "CX-3": DEMAND,
    "CX-3-1": tuple(Word(w.code, w.label, w.kind, basis=ACL[55, 1, 3]) for w in DEFENCE),
    "CX-9": PRESERVATION,
    "CX-R": REVIEW,
    "CX-4": APPLICATION,
    "CX-7": AUCTION,
    "CX-5": ACCEPTANCE,
    "CX-5-1": RULING,
    "CX-5-2": TO_UPPER_COURT,
    "CX-5-3": RULING,
    "CX-10": CLOSING,
}
