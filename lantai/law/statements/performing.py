"""What the steps after the decision state: service, publication, payment, closing, filing (PG-15 to PG-22, PG-26)."""

from __future__ import annotations

from lantai.law.statements.investigating import HEAD_OPINION
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
DEFERRALS: Choices = (
    ("deferral", "延期缴纳"),
    ("instalments", "分期缴纳"),
)
CLOSED_BECAUSE: Choices = (
    ("performed", "行政处罚决定执行完毕"),
    ("court_ended", "人民法院裁定终结执行"),
    ("terminated", "案件终止调查"),
    ("not_punished", "作出不予行政处罚或者移送的决定"),
    ("other", "其他应予结案的情形"),
)
DISPOSALS: Choices = (
    ("auction", "公开拍卖"),
    ("state_rules", "按照国家有关规定处理"),
    ("destruction", "依法销毁"),
)
_SOLD = ("auction", "state_rules")

DECISION_SERVICE: tuple[Word, ...] = (
    *SERVICE,
    RECONSIDERATION_CHANNEL,
    Word("publication_told", "已书面告知决定信息将公示", Kind.BOOLEAN, required=False, basis=SAMRPUB[8]),
)

PUBLICATION: tuple[Word, ...] = (
    Word("published_on", "公示日期", Kind.DATE, required=False, outcomes=("published",), basis=APL[48, 1]),
    Word("channel", "公示的网站或者平台", required=False, outcomes=("published",)),
    Word("not_published_reason", "不予公示的理由", Kind.LONG_TEXT, outcomes=("withheld",), basis=APL[48, 1]),
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
    Word("applied_on", "当事人申请的日期", Kind.DATE, hint="市场监督管理领域应当书面申请", basis=SAMR[74]),
    Word("hardship", "经济困难的情况", Kind.LONG_TEXT, basis=APL[66, 2]),
    Word("until", "延期至", Kind.DATE, outcomes=("deferred",), basis=SAMR[74]),
    Word(
        "plan",
        "分期缴纳计划",
        Kind.ROWS,
        columns=PLAN,
        outcomes=("instalments",),
        hint="各期合计应当等于罚款数额",
        basis=APL[66, 2],
    ),
    Word("reason", "不准予的理由", Kind.LONG_TEXT, outcomes=("refused",), basis=APL[66, 2]),
    HEAD_OPINION,
)

SURCHARGE: tuple[Word, ...] = (
    Word("through", "加处罚款计算至", Kind.DATE, basis=APL[72, 1, 1]),
    Word("amount", "加处罚款数额（元）", Kind.MONEY, hint="不得超出罚款的数额", basis=ACL[45, 2]),
    Word("demand", "催告书补充的内容", Kind.LONG_TEXT, required=False, basis=ACL[35]),
)

EXECUTION: tuple[Word, ...] = (Word("ground", "强制执行的理由", Kind.LONG_TEXT, basis=APL[72, 1]),)

CLOSING: tuple[Word, ...] = (
    Word("closed_because", "结案的情形", Kind.CHOICE, choices=CLOSED_BECAUSE, basis=SAMR[77]),
    Word("execution_result", "执行情况", Kind.LONG_TEXT, hint="缴款、加处罚款、分期、强制执行和财物处理的情况"),
    Word("dispute_result", "行政复议、行政诉讼情况", Kind.LONG_TEXT, required=False),
    HEAD_OPINION,
)

FILING_AWAY: tuple[Word, ...] = (
    Word("pages", "案卷页数", Kind.INTEGER, required=False, basis=SAMR[78]),
    Word("boxes", "卷（盒）数", Kind.INTEGER, required=False),
    Word("filing_note", "备考", Kind.LONG_TEXT, required=False, hint="缺页、破损、另存实物等情况"),
)

PROPERTY_DISPOSAL: tuple[Word, ...] = (
    Word("disposed_goods", "处理的财物", Kind.LONG_TEXT, basis=APL[74, 1]),
    Word("destruction_basis", "应当销毁的依据", outcomes=("destruction",), basis=APL[74, 1]),
    Word("proceeds", "所得款项（元）", Kind.MONEY, outcomes=_SOLD, basis=APL[74, 2]),
    Word("treasury_receipt", "上缴国库的票据号码", outcomes=_SOLD, basis=APL[74, 2]),
    Word("disposal_witness", "监督人", required=False),
)
