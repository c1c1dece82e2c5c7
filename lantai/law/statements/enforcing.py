"""What the steps of coercive execution state (ACL 34 to 52)."""

from __future__ import annotations

from dataclasses import replace

from lantai.law.enforcing import DUTIES
from lantai.law.statements.investigating import HEAD_OPINION, PRESENCE
from lantai.law.statements.measures import BASIS_LEVELS
from lantai.law.statements.serving import SERVICE
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import ACL, ADLITI, APL, ARL, SEED

CONSEQUENCES: Choices = (
    ("traffic", "危害交通安全"),
    ("pollution", "造成环境污染"),
    ("resources", "破坏自然资源"),
    ("none", "没有上述后果"),
)
SUSPENSION_GROUNDS: Choices = (
    ("unable", "当事人履行确有困难或者暂无履行能力"),
    ("third_party", "第三人对执行标的主张权利，确有理由"),
    ("irreparable", "执行可能造成难以弥补的损失，且中止执行不损害公共利益"),
    ("other", "认为需要中止执行的其他情形"),
)
END_GROUNDS: Choices = (
    ("death", "公民死亡，无遗产可供执行，又无义务承受人"),
    ("dissolution", "法人或者其他组织终止，无财产可供执行，又无义务承受人"),
    ("object_gone", "执行标的灭失"),
    ("revoked", "据以执行的行政决定被撤销"),
    ("other", "认为需要终结执行的其他情形"),
)


DECISION: tuple[Word, ...] = (
    Word("decision_title", "据以执行的决定", hint="例如行政处罚决定书、责令限期拆除决定书", basis=ACL[34]),
    Word("decision_number", "决定书文号", basis=ACL[34]),
    Word("decision_served_on", "决定书送达日期", Kind.DATE, basis=ACL[34]),
    Word("perform_by", "决定载明的履行期限至", Kind.DATE, basis=ACL[34]),
    Word("duty", "应当履行的义务", Kind.CHOICE, choices=tuple(DUTIES.items()), basis=ACL[12]),
    Word("principal", "应缴款项的数额（元）", Kind.MONEY, when=("duty", ("money",)), basis=ACL[45, 1]),
    Word("deferred_until", "延期、分期的，最后到期日", Kind.DATE, required=False, basis=APL[72, 2]),
    Word(
        "rights_stated",
        "决定书写明了申请复议和提起诉讼的途径、期限",
        Kind.BOOLEAN,
        required=False,
        default=True,
        basis=ADLITI[64],
    ),
    Word(
        "reconsideration_received_on",
        "经复议维持的，复议决定送达当事人的日期",
        Kind.DATE,
        required=False,
        basis=ARL[78],
    ),
)
"""The decision to be performed, in whichever way."""

REQUEST: tuple[Word, ...] = (
    *DECISION,
    Word("power_level", "强制执行权依据的效力级别", Kind.CHOICE, choices=BASIS_LEVELS, basis=ACL[13]),
    Word("power_basis", "强制执行权的法律依据", Kind.LONG_TEXT, hint="写明法律的名称和条、款、项", basis=ACL[13]),
)
SURCHARGE: tuple[Word, ...] = (
    Word("surcharge_rate", "加处罚款或者滞纳金的标准", hint="例如每日按罚款数额的百分之三", basis=ACL[45, 1]),
    Word("rate_told", "标准已经告知当事人", Kind.BOOLEAN, basis=ACL[45, 1]),
    Word("surcharge_from", "起算日", Kind.DATE, basis=ACL[45, 1]),
    Word("surcharge_through", "计算至", Kind.DATE, basis=ACL[45, 1]),
    Word("surcharge", "数额（元）", Kind.MONEY, hint="不得超出金钱给付义务的数额", basis=ACL[45, 2]),
)
DEMAND: tuple[Word, ...] = (
    Word("perform_until", "履行义务的期限至", Kind.DATE, basis=ACL[35, 1, 1]),
    Word("perform_way", "履行义务的方式", Kind.LONG_TEXT, basis=ACL[35, 1, 2]),
    Word("demanded_amount", "涉及金钱给付的，明确的金额（元）", Kind.MONEY, required=False, basis=ACL[35, 1, 3]),
    Word("pay_to", "给付方式", required=False, hint="收款单位、账户", basis=ACL[35, 1, 3]),
    Word("rights_told", "催告书写明了陈述权和申辩权", Kind.BOOLEAN, basis=ACL[35, 1, 4]),
    *SERVICE,
)
_HEARD = ("rejected", "adjusted", "accepted")
DEFENCE: tuple[Word, ...] = (
    Word("party_words", "当事人提出的事实、理由和证据", Kind.LONG_TEXT, outcomes=_HEARD, basis=ACL[36]),
    Word("plea_reply", "复核的情况和意见", Kind.LONG_TEXT, outcomes=_HEARD, basis=ACL[36]),
)
ANNOUNCEMENT: tuple[Word, ...] = (
    Word("demolition_object", "应当拆除的建筑物、构筑物、设施", Kind.LONG_TEXT, basis=ACL[44]),
    Word("demolish_by", "限期当事人自行拆除至", Kind.DATE, basis=ACL[44]),
    Word("announced_on", "公告日期", Kind.DATE, basis=ACL[44]),
    Word("announced_place", "公告的地点或者媒体", basis=ACL[44]),
)
REVIEW: tuple[Word, ...] = (
    Word("opinion_text", "审核意见", Kind.LONG_TEXT, hint="主体、事实、依据、程序、裁量、文书", basis=SEED.whole),
    Word("problems", "应当纠正的问题", Kind.LONG_TEXT, outcomes=("correct",), basis=SEED.whole),
)
_DECIDED = ("execute", "immediate", "substitute")
_BY_OTHERS = ("substitute",)
DECIDING: tuple[Word, ...] = (
    Word("execution_reason", "强制执行的理由", Kind.LONG_TEXT, outcomes=_DECIDED, basis=ACL[37, 2, 2]),
    Word("execution_basis", "强制执行的依据", Kind.LONG_TEXT, outcomes=_DECIDED, basis=ACL[37, 2, 2]),
    Word("execution_way", "强制执行的方式", Kind.LONG_TEXT, outcomes=_DECIDED, basis=ACL[37, 2, 3]),
    Word("execution_on", "强制执行的日期", Kind.DATE, outcomes=_DECIDED, basis=ACL[37, 2, 3]),
    Word("evidence", "转移或者隐匿财物迹象的证据", Kind.LONG_TEXT, outcomes=("immediate",), basis=ACL[37, 3]),
    Word(
        "consequence",
        "已经或者将产生的后果",
        Kind.CHOICE,
        choices=CONSEQUENCES,
        outcomes=_BY_OTHERS,
        basis=ACL[50],
    ),
    Word("object", "代履行的标的", Kind.LONG_TEXT, outcomes=_BY_OTHERS, basis=ACL[51, 1, 1]),
    Word("performer", "代履行人", outcomes=_BY_OTHERS, basis=ACL[51, 1, 1]),
    Word("performer_independent", "代履行人与本案没有利害关系", Kind.BOOLEAN, outcomes=_BY_OTHERS, basis=ACL[50]),
    Word("cost_budget", "费用预算（元）", Kind.MONEY, outcomes=_BY_OTHERS, basis=ACL[51, 1, 1]),
    Word("not_executed_reason", "不予强制执行的理由", Kind.LONG_TEXT, outcomes=("not_executed",), basis=ACL[37, 1]),
)
DECISION_SERVICE: tuple[Word, ...] = SERVICE
COURSE: tuple[Word, ...] = (
    Word(
        "suspension_ground",
        "中止的情形",
        Kind.CHOICE,
        choices=SUSPENSION_GROUNDS,
        outcomes=("suspended",),
        basis=ACL[39, 1],
    ),
    Word("end_ground", "终结的情形", Kind.CHOICE, choices=END_GROUNDS, outcomes=("ended",), basis=ACL[40]),
    Word("course_reason", "理由", Kind.LONG_TEXT, basis=ACL[39]),
    Word(
        "truly_unable",
        "当事人确无能力履行",
        Kind.BOOLEAN,
        required=False,
        outcomes=("suspended", "resumed", "abandoned"),
        basis=ACL[39, 2],
    ),
    Word("no_harm", "没有明显社会危害", Kind.BOOLEAN, outcomes=("abandoned",), basis=ACL[39, 2]),
    Word("agreement_terms", "分阶段履行的约定", Kind.LONG_TEXT, outcomes=("agreement",), basis=ACL[42, 1]),
    Word(
        "remitted",
        "减免的加处罚款或者滞纳金（元）",
        Kind.MONEY,
        required=False,
        outcomes=("agreement",),
        basis=ACL[42, 1],
    ),
    Word(
        "remedial",
        "当事人采取的补救措施",
        Kind.LONG_TEXT,
        required=False,
        outcomes=("agreement",),
        basis=ACL[42, 1],
    ),
    Word("no_harm_to_others", "不损害公共利益和他人合法权益", Kind.BOOLEAN, outcomes=("agreement",), basis=ACL[42, 1]),
)
EMERGENCY: tuple[Word, ...] = (
    Word(
        "emergency",
        "情况紧急，须在夜间或者法定节假日实施",
        Kind.BOOLEAN,
        required=False,
        basis=ACL[43, 1],
    ),
    Word("emergency_reason", "紧急的情况", Kind.LONG_TEXT, when=("emergency", ()), basis=ACL[43, 1]),
)
ON_SITE: tuple[Word, ...] = (
    Word("place", "地点", basis=ACL[37, 2, 3]),
    Word("began_at", "开始时刻", Kind.TIME, required=False, basis=ACL[43, 1]),
    Word("ended_at", "结束时刻", Kind.TIME, required=False, basis=ACL[43, 1]),
    *EMERGENCY,
    Word("presence", "当事人到场情况", Kind.CHOICE, choices=PRESENCE, basis=ACL[37]),
    Word("on_site_witness", "见证人", required=False),
    Word("found", "执行的经过和结果", Kind.LONG_TEXT, basis=ACL[37]),
    Word(
        "no_supply_cut",
        "没有对居民生活停止供水、供电、供热、供燃气",
        Kind.BOOLEAN,
        basis=ACL[43, 2],
    ),
)
DEMOLISHING: tuple[Word, ...] = (
    *ON_SITE,
    Word("goods_inventory", "清点、搬离和移交的物品", Kind.LONG_TEXT, hint="没有物品的写明没有", basis=ACL[44]),
)
SUBSTITUTE_DEMAND: tuple[Word, ...] = (
    Word("substitution_on", "拟代履行的日期", Kind.DATE, basis=ACL[51, 1, 1]),
    *SERVICE,
)
_ATTESTED: tuple[Word, ...] = (
    Word("attended", "行政机关派员到场监督", Kind.BOOLEAN, basis=ACL[51, 1, 3]),
    Word(
        "all_signed",
        "监督人员、代履行人和当事人或者见证人已签名或者盖章",
        Kind.BOOLEAN,
        basis=ACL[51, 1, 4],
    ),
    Word("no_force", "没有采用暴力、胁迫以及其他非法方式", Kind.BOOLEAN, basis=ACL[51, 3]),
    Word("cost", "实际费用（元）", Kind.MONEY, basis=ACL[51, 2]),
)
SUBSTITUTION: tuple[Word, ...] = (*ON_SITE, *(replace(word, outcomes=("done",)) for word in _ATTESTED))
AT_ONCE: tuple[Word, ...] = (
    Word("place", "地点", basis=ACL[52]),
    Word("object", "需要立即清除的遗洒物、障碍物或者污染物", Kind.LONG_TEXT, basis=ACL[52]),
    Word("cannot_clear", "当事人不能清除的情况", Kind.LONG_TEXT, basis=ACL[52]),
    Word("performer", "代履行人", basis=ACL[51, 1, 1]),
    Word("presence", "当事人到场情况", Kind.CHOICE, choices=PRESENCE, basis=ACL[52]),
    Word("told_after", "事后通知当事人的情况", Kind.LONG_TEXT, when=("presence", ("absent",)), basis=ACL[52]),
    Word("found", "清除的经过和结果", Kind.LONG_TEXT, basis=ACL[52]),
    *_ATTESTED,
)
MONEY: tuple[Word, ...] = (
    *EMERGENCY,
    Word("amount", "数额（元）", Kind.MONEY, basis=ACL[47, 1]),
    Word("bank", "金融机构", outcomes=("transfer",), basis=ACL[47, 1]),
    Word("account", "账号", outcomes=("transfer",), basis=ACL[47, 1]),
    Word("transfer_to", "划入的国库或者财政专户", outcomes=("transfer",), basis=ACL[49]),
    Word("transfer_by_law", "本机关是法律规定可以划拨的机关", Kind.BOOLEAN, outcomes=("transfer",), basis=ACL[47, 1]),
    Word("transfer_basis", "划拨的法律依据", Kind.LONG_TEXT, outcomes=("transfer",), basis=ACL[47, 1]),
    Word("auction_house", "受委托的拍卖机构", outcomes=("auction",), basis=ACL[48]),
    Word("auction_goods", "拍卖的财物", Kind.LONG_TEXT, outcomes=("auction",), basis=ACL[48]),
)
TREASURY: tuple[Word, ...] = (
    Word("proceeds", "上缴的数额（元）", Kind.MONEY, basis=ACL[49]),
    Word("treasury_receipt", "上缴国库或者财政专户的票据号码", basis=ACL[49]),
)
RESTORATION: tuple[Word, ...] = (
    Word("restoration_reason", "回转的理由", Kind.LONG_TEXT, basis=ACL[41]),
    Word("restored", "退还、恢复或者赔偿的情况", Kind.LONG_TEXT, basis=ACL[41]),
)
CLOSING: tuple[Word, ...] = (
    Word("execution_result", "执行情况", Kind.LONG_TEXT, basis=ACL[34]),
    HEAD_OPINION,
)

BY_STEP: dict[str, tuple[Word, ...]] = {
    "CE-1": REQUEST,
    "CE-9": SURCHARGE,
    "CE-2": DEMAND,
    "CE-3": DEFENCE,
    "CE-8-1": ANNOUNCEMENT,
    "CE-R": REVIEW,
    "CE-4": DECIDING,
    "CE-5": DECISION_SERVICE,
    "CE-6": COURSE,
    "CE-7": ON_SITE,
    "CE-8": DEMOLISHING,
    "CE-10-1": SUBSTITUTE_DEMAND,
    "CE-10": SUBSTITUTION,
    "CE-11": AT_ONCE,
    "CE-12": MONEY,
    "CE-12-1": TREASURY,
    "CE-14": CLOSING,
    "CE-13": RESTORATION,
}
