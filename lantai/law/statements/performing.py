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
PERFORMED: Choices = (
    ("paid", "缴纳罚没款"),
    ("other", "履行其他处罚内容"),
)
DEFERRALS: Choices = (
    ("deferral", "延期缴纳"),
    ("instalments", "分期缴纳"),
)
EXECUTIONS: Choices = (
    ("court", "申请人民法院强制执行"),
    ("agency", "依法自行强制执行"),
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

DECISION_SERVICE: tuple[Word, ...] = (
    *SERVICE,
    RECONSIDERATION_CHANNEL,
    Word("publication_told", "已书面告知决定信息将公示", Kind.BOOLEAN, required=False, basis=SAMRPUB[8]),
)

PUBLICATION: tuple[Word, ...] = (
    Word("published_on", "公示日期", Kind.DATE, required=False, basis=APL[48, 1]),
    Word("channel", "公示的网站或者平台", required=False),
    Word("not_published_reason", "不公示的理由", Kind.LONG_TEXT, required=False, basis=APL[48, 1]),
)

PERFORMANCE: tuple[Word, ...] = (
    Word("performed", "履行的内容", Kind.CHOICE, choices=PERFORMED, basis=APL[66, 1]),
    Word("payment_kind", "款项", Kind.CHOICE, choices=DUES, when=("performed", ("paid",)), basis=APL[67, 3]),
    Word("amount", "缴款金额（元）", Kind.MONEY, when=("performed", ("paid",)), basis=APL[67, 3]),
    Word("paid_on", "缴款日期", Kind.DATE, when=("performed", ("paid",)), basis=APL[67, 3]),
    Word("receipt_no", "票据号码", when=("performed", ("paid",)), hint="财政部门统一制发的票据", basis=APL[70]),
    Word("bank", "代收机构或者电子支付系统", required=False, when=("performed", ("paid",)), basis=APL[67, 3]),
    Word("performance_note", "履行的情况", Kind.LONG_TEXT, when=("performed", ("other",)), basis=APL[66, 1]),
)

PLAN: tuple[Word, ...] = (
    Word("due_on", "应缴日期", Kind.DATE),
    Word("amount", "应缴金额（元）", Kind.MONEY),
)

DEFERRAL: tuple[Word, ...] = (
    Word("deferral_kind", "延期或者分期", Kind.CHOICE, choices=DEFERRALS, basis=APL[66, 2]),
    Word("applied_on", "当事人申请的日期", Kind.DATE, hint="市场监督管理领域应当书面申请", basis=SAMR[74]),
    Word("hardship", "经济困难的情况", Kind.LONG_TEXT, basis=APL[66, 2]),
    Word(
        "plan",
        "缴纳计划",
        Kind.ROWS,
        columns=PLAN,
        hint="每行一期：日期和金额，用空格或者分号隔开；各期合计应当等于罚款数额",
        basis=APL[66, 2],
    ),
)

SURCHARGE: tuple[Word, ...] = (
    Word("surcharge_through", "加处罚款计算至", Kind.DATE, basis=APL[72, 1, 1]),
    Word("surcharge_amount", "加处罚款数额（元）", Kind.MONEY, hint="不得超出罚款的数额", basis=ACL[45, 2]),
    Word("demand", "催告的内容", Kind.LONG_TEXT, required=False, basis=ACL[35]),
)

EXECUTION: tuple[Word, ...] = (
    Word("execution", "强制执行的方式", Kind.CHOICE, choices=EXECUTIONS, basis=APL[72, 1]),
    Word("demanded_on", "催告书送达日期", Kind.DATE, basis=ACL[54]),
    Word("execution_note", "执行的情况", Kind.LONG_TEXT),
)

CLOSING: tuple[Word, ...] = (
    Word("closed_because", "结案的情形", Kind.CHOICE, choices=CLOSED_BECAUSE, basis=SAMR[77]),
    Word("execution_result", "执行情况", Kind.LONG_TEXT, hint="缴款、加处罚款、分期、强制执行和财物处理的情况"),
    Word("dispute_result", "行政复议、行政诉讼情况", Kind.LONG_TEXT, required=False),
)

FILING_AWAY: tuple[Word, ...] = (
    Word("pages", "案卷页数", Kind.INTEGER, required=False, basis=SAMR[78]),
    Word("filing_note", "备考", Kind.LONG_TEXT, required=False, hint="缺页、破损、另存实物等情况"),
)

PROPERTY_DISPOSAL: tuple[Word, ...] = (
    Word("disposal", "处理方式", Kind.CHOICE, choices=DISPOSALS, basis=APL[74, 1]),
    Word("disposed_goods", "处理的财物", Kind.LONG_TEXT, basis=APL[74, 1]),
    Word("destruction_basis", "应当销毁的依据", when=("disposal", ("destruction",)), basis=APL[74, 1]),
    Word("proceeds", "所得款项（元）", Kind.MONEY, when=("disposal", ("auction", "state_rules")), basis=APL[74, 2]),
    Word("treasury_receipt", "上缴国库的票据号码", when=("disposal", ("auction", "state_rules")), basis=APL[74, 2]),
    Word("disposal_witness", "监督人", required=False),
)
