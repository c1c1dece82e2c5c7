"""What the steps after the decision state: service, publication, payment, closing, filing (PG-15 to PG-22, PG-26)."""

from __future__ import annotations

from lantai.law.statements.serving import RECONSIDERATION_CHANNEL, SERVICE
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import ACL, APL, SAMR, SAMRPUB

DUES: Choices = (
    ("fine", "罚款"),
    ("surcharge", "加处罚款"),
    ("gains", "没收违法所得"),
)
CHANNELS: Choices = (
    ("bank", "银行代收"),
    ("electronic", "电子支付系统"),
    ("officer", "执法人员当场收缴"),
)
CHANNEL_REASONS: Choices = (
    ("small", "依法给予一百元以下的罚款"),
    ("hard_later", "不当场收缴事后难以执行"),
    ("remote", "在边远、水上、交通不便地区，当事人缴纳确有困难，经当事人提出"),
)
_DEFERRED = ("deferred", "instalments")
_SOLD = ("auction", "state_rules")

DECISION_SERVICE: tuple[Word, ...] = (
    *SERVICE,
    RECONSIDERATION_CHANNEL,
    Word("publication_told", "已书面告知决定信息将公示", Kind.BOOLEAN, required=False, basis=SAMRPUB[8]),
)

PUBLICATION: tuple[Word, ...] = (
    Word("published_on", "公示日期", Kind.DATE, required=False, outcomes=("published",), basis=APL[48, 1]),
    Word("reason", "不予公示的理由", Kind.LONG_TEXT, outcomes=("withheld",), basis=APL[48, 1]),
    Word("basis_codes", "公示依据", Kind.ROWS, required=False, columns=(Word("code", "依据代码"),)),
    Word("fields", "公示的内容项", Kind.ROWS, required=False, columns=(Word("code", "内容项"),)),
    Word("unredacted", "应当隐去而未隐去的内容", Kind.ROWS, required=False, columns=(Word("code", "内容项"),)),
)

PERFORMANCE: tuple[Word, ...] = (
    Word(
        "kind",
        "款项",
        Kind.CHOICE,
        choices=DUES,
        required=False,
        hint="没有款项的，不填，在备注写明履行的情况",
        basis=APL[67, 3],
    ),
    Word("amount", "缴款金额（元）", Kind.MONEY, when=("kind", ()), basis=APL[67, 3]),
    Word("paid_on", "缴款日期", Kind.DATE, when=("kind", ()), basis=APL[67, 3]),
    Word("receipt_no", "票据号码", when=("kind", ()), hint="财政部门统一制发的票据", basis=APL[70]),
    Word("channel", "缴款途径", Kind.CHOICE, choices=CHANNELS, when=("kind", ()), basis=APL[67]),
    Word(
        "channel_reason",
        "当场收缴的理由",
        Kind.CHOICE,
        choices=CHANNEL_REASONS,
        when=("channel", ("officer",)),
        basis=APL[68],
    ),
)

PLAN: tuple[Word, ...] = (
    Word("due_on", "应缴日期", Kind.DATE),
    Word("amount", "应缴金额（元）", Kind.MONEY),
)

DEFERRAL: tuple[Word, ...] = (
    Word(
        "application",
        "当事人的申请和经济困难的情况",
        Kind.LONG_TEXT,
        hint="市场监督管理领域应当书面申请",
        basis=SAMR[74],
    ),
    Word("applied_on", "申请的日期", Kind.DATE, required=False, basis=APL[66, 2]),
    Word("until", "延期至", Kind.DATE, outcomes=("deferred",), basis=SAMR[74]),
    Word(
        "plan",
        "分期缴纳计划",
        Kind.ROWS,
        columns=PLAN,
        outcomes=("instalments",),
        hint="每行一期：日期和金额，用空格或者分号隔开；各期合计应当等于罚款数额",
        basis=APL[66, 2],
    ),
    Word("reason", "准予或者不准予的理由", Kind.LONG_TEXT, basis=APL[66, 2]),
)

SURCHARGE: tuple[Word, ...] = (
    Word("through", "加处罚款计算至", Kind.DATE, basis=APL[72, 1, 1]),
    Word("amount", "加处罚款数额（元）", Kind.MONEY, hint="不得超出罚款的数额", basis=ACL[45, 2]),
)

EXECUTION: tuple[Word, ...] = (Word("ground", "强制执行的理由", Kind.LONG_TEXT, basis=APL[72, 1]),)

CLOSING: tuple[Word, ...] = (
    Word(
        "result",
        "处理和执行结果",
        Kind.LONG_TEXT,
        hint="缴款、加处罚款、延期分期、强制执行、财物处理的情况，行政复议、行政诉讼的情况",
        basis=SAMR[77],
    ),
    Word("opinion", "结案意见", Kind.LONG_TEXT, basis=SAMR[77]),
)

FILING_AWAY: tuple[Word, ...] = (
    Word("pages", "案卷页数", Kind.INTEGER, required=False, basis=SAMR[78]),
    Word("boxes", "卷（盒）数", Kind.INTEGER, required=False),
    Word("remarks", "备考", Kind.LONG_TEXT, required=False, hint="缺页、破损、另存实物等情况"),
)

PROPERTY_DISPOSAL: tuple[Word, ...] = (
    Word("manner", "处理的财物和经过", Kind.LONG_TEXT, basis=APL[74, 1]),
    Word("basis", "应当销毁的依据", outcomes=("destruction",), basis=APL[74, 1]),
    Word("proceeds", "所得款项（元）", Kind.MONEY, outcomes=_SOLD, basis=APL[74, 2]),
    Word("receipt_no", "上缴国库的票据号码", outcomes=_SOLD, basis=APL[74, 2]),
    Word("witness", "监督人", required=False),
)
