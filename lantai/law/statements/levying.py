"""What the steps of a levy state: assessment, notice, payment, deferral, order, late charge, demand (LV-1 to LV-8)."""

from __future__ import annotations

from lantai.law.statements.investigating import HEAD_OPINION
from lantai.law.statements.serving import SERVICE
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import ACL, WATER

CHANNELS: Choices = (
    ("bank", "银行"),
    ("online", "电子支付系统"),
    ("officer", "执收人员直接收取"),
)
DUES: Choices = (("levy", "应缴款项"), ("late_charge", "滞纳金"))

ASSESSMENT: tuple[Word, ...] = (
    Word("item", "征收项目", hint="与公布的收费、征收项目目录一致", basis=WATER[32, 1]),
    Word("levy_basis", "征收依据", Kind.LONG_TEXT, hint="写明法律、法规的名称和条、款、项", basis=WATER[32, 1]),
    Word("standard", "征收标准", Kind.LONG_TEXT, hint="写明公布标准的文件和文号", basis=WATER[32, 1]),
    Word("standard_published", "征收项目和标准已经公布", Kind.BOOLEAN, basis=WATER[32, 1]),
    Word("span", "所属期间", hint="例如2026年第一季度"),
    Word("measured_by", "计量的依据", Kind.LONG_TEXT, hint="写明计量设施、抄表记录或者核查情况", basis=WATER[32, 1]),
    Word("quantity", "计征数量", Kind.INTEGER, required=False, basis=WATER[32, 1]),
    Word("unit", "计征单位", required=False),
    Word("rate", "每单位征收（元）", Kind.MONEY, required=False, basis=WATER[32, 1]),
    Word("amount", "应缴数额（元）", Kind.MONEY, basis=WATER[32, 1]),
)
NOTICE: tuple[Word, ...] = (
    Word("pay_to", "缴款的银行和账户", hint="国库或者财政专户，不得是本机关账户", basis=WATER[35]),
    Word("late_standard", "逾期不缴纳的滞纳金标准", required=False, hint="没有法律、法规规定的不填", basis=ACL[45, 1]),
    *SERVICE,
)
PAYMENT: tuple[Word, ...] = (
    Word("kind", "款项", Kind.CHOICE, required=False, choices=DUES, default="levy"),
    Word("amount", "缴纳金额（元）", Kind.MONEY, basis=WATER[33, 1]),
    Word("paid_on", "缴款日期", Kind.DATE, basis=WATER[33, 1]),
    Word("receipt_no", "票据号码", basis=WATER[35]),
    Word("channel", "缴款途径", Kind.CHOICE, required=False, choices=CHANNELS, default="bank", basis=WATER[35]),
)
DEFERRAL_REQUEST: tuple[Word, ...] = (
    Word("requested_on", "收到申请的日期", Kind.DATE, basis=WATER[34]),
    Word("hardship", "特殊困难的情况", Kind.LONG_TEXT, basis=WATER[34]),
    Word("days", "申请缓缴的日数", Kind.DAYS, required=False, default=90, hint="不超过九十日", basis=WATER[34]),
)
DEFERRAL_ANSWER: tuple[Word, ...] = (
    Word(
        "granted_days",
        "同意缓缴的日数",
        Kind.DAYS,
        required=False,
        hint="不填即按申请的日数",
        outcomes=("granted",),
        basis=WATER[34],
    ),
    Word("answer_reason", "理由", Kind.LONG_TEXT, outcomes=("granted", "refused"), basis=WATER[34]),
    HEAD_OPINION,
)
ORDER: tuple[Word, ...] = (
    Word("unpaid_facts", "逾期未缴的情况", Kind.LONG_TEXT),
    Word("pay_until", "限定的缴纳日期", Kind.DATE),
    Word(
        "late_rate", "滞纳金标准（每日万分之）", Kind.INTEGER, required=False, hint="没有规定的不填", basis=ACL[45, 1]
    ),
    Word("late_basis", "加收滞纳金的依据", required=False, hint="写明法律、法规的条、款", basis=ACL[45, 1]),
    *SERVICE,
)
CHARGE: tuple[Word, ...] = (
    Word("through", "滞纳金计算至", Kind.DATE, basis=ACL[45, 1]),
    Word("rate", "标准（每日万分之）", Kind.INTEGER, required=False, hint="不填即按责令通知书所载", basis=ACL[45, 1]),
    Word("amount", "滞纳金数额（元）", Kind.MONEY, hint="不得超出应缴数额", basis=ACL[45, 2]),
    Word("standard_told", "滞纳金的标准已经告知", Kind.BOOLEAN, basis=ACL[45, 1]),
    Word("charge_note", "说明", Kind.LONG_TEXT, required=False),
    *SERVICE,
)
DEMAND: tuple[Word, ...] = (
    Word("perform_until", "履行的期限", Kind.DATE, basis=ACL[35]),
    Word("perform_how", "履行的方式", basis=ACL[35]),
    *SERVICE,
)
COURT: tuple[Word, ...] = (Word("ground", "申请强制执行的理由", Kind.LONG_TEXT, basis=ACL[53]),)
TREASURY: tuple[Word, ...] = (
    Word("treasury_receipt", "缴入国库的凭证号码", basis=WATER[35]),
    Word("treasury_amount", "缴入国库的金额（元）", Kind.MONEY, required=False, hint="不填即为全部已缴款项"),
    Word("treasury_on", "缴入国库的日期", Kind.DATE, basis=WATER[35]),
    Word("direct", "款项直接缴入国库，没有截留、坐支", Kind.BOOLEAN, basis=WATER[37]),
)
CLOSING: tuple[Word, ...] = (
    Word("execution_result", "办理结果", Kind.LONG_TEXT, hint="写明决定的履行、款项收付和财物返还的情况"),
    Word("dispute_result", "行政复议、行政诉讼情况", Kind.LONG_TEXT, required=False),
    HEAD_OPINION,
)
