"""征收款项: assessment, notice, deferral, order, late charge, demand (WATER 32 to 35; ACL 35, 45, 46)."""

from __future__ import annotations

from lantai.law.documents.composing import pick, written_on, yuan
from lantai.law.documents.kinds.parts import line, row, text
from lantai.law.documents.kinds.stated import form, letter, remedy, rows, said
from lantai.law.documents.words import Context, Form, Section
from lantai.law.statements.levying import ASSESSMENT, CHARGE, DEFERRAL_ANSWER, DEFERRAL_REQUEST, DEMAND, NOTICE, ORDER
from lantai.law.statutes_in_force import ACL, WATER


def _notice(context: Context) -> str:
    item, span = pick(context, "steps.LV-1.stated.item"), pick(context, "steps.LV-1.stated.span")
    amount = pick(context, "steps.LV-1.stated.amount")
    return (
        f"经核定，你（单位）{span or ''}应缴纳{item or '款项'}{yuan(amount or 0)}。请自收到本通知单之日起七日内办理缴纳手续。"
        "因特殊困难不能按期缴纳的，可以自收到本通知单之日起七日内申请缓缴。"
    )


def _order(context: Context) -> str:
    amount = yuan(pick(context, "steps.LV-1.stated.amount") or 0)
    until = pick(context, "step.stated.pay_until")
    return f"你（单位）没有按期缴纳应缴款项{amount}，现责令你（单位）于{written_on(until)}前缴清。" if until else ""


def _charge(context: Context) -> str:
    amount, through = pick(context, "step.stated.amount"), pick(context, "step.stated.through")
    if amount is None or through is None:
        return ""
    return f"因你（单位）逾期没有缴纳，决定加收滞纳金{yuan(amount)}（计算至{written_on(through)}），滞纳金的数额不超出应缴数额。"


def _demand(context: Context) -> str:
    return (
        f"你（单位）应缴款项{yuan(pick(context, 'steps.LV-1.stated.amount') or 0)}，经责令限期缴纳仍未履行，现予催告。"
        "你（单位）收到本催缴书后有权进行陈述和申辩；催告书送达十日后仍未履行的，本机关将依法申请人民法院强制执行。"
    )


def _answer(context: Context) -> str:
    if pick(context, "step.outcome") == "refused":
        return "经审查，不同意你（单位）的缓缴申请，请按缴纳通知单载明的期限缴纳。"
    days = pick(context, "step.stated.granted_days|steps.LV-4.stated.days") or 90
    return f"经审查，同意你（单位）缓缴{days}日，请在缓缴期满前缴清。"


_WHERE = line("pay_to", "缴款账户", "steps.LV-2.stated.pay_to|step.stated.pay_to")
KINDS = (
    form(
        "levy_assessment",
        "应缴款项核定表",
        rows(ASSESSMENT),
        (WATER[32, 1],),
    ),
    letter(
        "levy_notice",
        "缴纳通知单",
        (
            Section(
                "应缴款项",
                (
                    text("notice", "通知的内容", "", True, make=_notice),
                    line("basis", "征收依据", "steps.LV-1.stated.levy_basis", form=Form.PARAGRAPHS),
                    line("standard", "征收标准", "steps.LV-1.stated.standard", form=Form.PARAGRAPHS),
                    *said(NOTICE, "pay_to", "late_standard"),
                ),
            ),
            remedy("本通知单"),
        ),
        (WATER[33, 1],),
        sign="levy",
        numbered=True,
        signed=("缴纳人（签收）",),
    ),
    form("levy_deferral_request", "缓缴申请登记表", rows(DEFERRAL_REQUEST), (WATER[34],)),
    letter(
        "levy_deferral_answer",
        "缓缴申请批复",
        (
            Section(
                "",
                (
                    text("answer", "批复", "", True, make=_answer),
                    *said(DEFERRAL_ANSWER, "answer_reason"),
                    row("head_opinion", "审批意见", "step.stated.head_opinion"),
                ),
            ),
        ),
        (WATER[34],),
        sign="deferral",
    ),
    letter(
        "levy_order",
        "责令限期缴纳通知书",
        (
            Section(
                "",
                (
                    text("order", "责令的内容", "", True, make=_order),
                    *said(ORDER, "unpaid_facts", "late_rate", "late_basis"),
                    _WHERE,
                ),
            ),
            remedy("本通知书"),
        ),
        (ACL[45, 1],),
        sign="levy",
    ),
    letter(
        "levy_late_charge",
        "加收滞纳金决定书",
        (
            Section(
                "",
                (
                    text("charge", "决定", "", True, make=_charge),
                    line("late_rate", "标准（每日万分之）", "step.stated.rate|steps.LV-5.stated.late_rate"),
                    line("late_basis", "依据", "steps.LV-5.stated.late_basis"),
                    *said(CHARGE, "charge_note"),
                    _WHERE,
                ),
            ),
            remedy(),
        ),
        (ACL[45, 1], ACL[45, 2]),
        sign="levy",
    ),
    letter(
        "levy_demand",
        "催缴书",
        (
            Section(
                "",
                (
                    text("demand", "催告的内容", "", True, make=_demand),
                    *said(DEMAND, "perform_until", "perform_how"),
                    _WHERE,
                ),
            ),
        ),
        (ACL[35], ACL[54]),
        sign="demand",
        signed=("缴纳人（签收）",),
    ),
)
