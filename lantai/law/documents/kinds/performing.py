"""执行: filing of summary penalties, deferral, demand, disposal of property."""

from __future__ import annotations

from decimal import Decimal

from lantai.law.documents.composing import pick, written_on, yuan
from lantai.law.documents.kinds.parts import (
    CASE_ROWS,
    CONTACT,
    PARTY_ROWS,
    SHORT_PARTY_ROWS,
    TWO_COPIES,
    addressee,
    head_opinion,
    line,
    opinion,
    pair,
    row,
    text,
    unit_opinion,
)
from lantai.law.documents.words import Column, Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.statements.conclusion import amount_in_words
from lantai.law.statutes_in_force import ACL, APL, SAMR

_DEFERRALS = {"deferred": "延期缴纳", "instalments": "分期缴纳", "refused": "不准予延期、分期缴纳"}
_DISPOSALS = {"auction": "公开拍卖", "state_rules": "按照国家有关规定处理", "destruction": "依法销毁"}
_PAYMENT_KINDS = {"fine": "罚款", "surcharge": "加处罚款", "gains": "没收违法所得"}
_PLAN_COLUMNS = (
    Column("期次", "#", 1, centre=True),
    Column("应缴日期", "due_on", 3, Form.DATE, centre=True),
    Column("应缴金额", "amount", 3, Form.MONEY, centre=True),
)
_PLAN = Line("plan", "缴纳计划", "step.stated.plan|plan", False, Form.TABLE, Show.TABLE, columns=_PLAN_COLUMNS)
_DECIDED = (
    pair("decision_number", "决定书文号", "decision.number"),
    pair("decided_on", "决定日期", "decision.decided_on", form=Form.DATE),
)


def _payments(context: Context) -> list[str]:
    return [
        f"{written_on(p['paid_on'])}缴纳{_PAYMENT_KINDS.get(p.get('kind', ''), '')}{yuan(p['amount'])}"
        + (f"（票据{p['receipt_no']}）" if p.get("receipt_no") else "")
        for p in pick(context, "payments") or []
        if p.get("paid_on") and p.get("amount")
    ]


def _fine(context: Context) -> str:
    fine = pick(context, "decision.fine|draft.fine")
    return amount_in_words(Decimal(str(fine))) if fine and Decimal(str(fine)) else ""


def _demanded(context: Context) -> list[str]:
    number, day = pick(context, "decision.number"), pick(context, "decision.decided_on")
    made = [
        f"本机关于{written_on(day)}作出《行政处罚决定书》（{number}）。"
        if number and day
        else "本机关已依法作出行政处罚决定。",
    ]
    if fine := _fine(context):
        made.append(f"你（单位）应缴纳罚款{fine}，在规定的期限内没有履行。")
    else:
        made.append("你（单位）在规定的期限内没有履行决定书确定的义务。")
    amount, through = pick(context, "step.stated.amount"), pick(context, "step.stated.through")
    if amount and through:
        made.append(
            f"依据{APL[72, 1, 1]}的规定，每日按罚款数额的百分之三加处罚款，计算至{written_on(through)}，"
            f"加处罚款{amount_in_words(Decimal(str(amount)))}；加处罚款的数额不超出罚款的数额（{ACL[45, 2]}）。"
        )
    return made


def _demand_rights(context: Context) -> list[str]:
    return [
        f"请自收到本催告书之日起十日内履行上述义务。你（单位）收到本催告书后有权进行陈述和申辩（{ACL[36]}）。",
        f"逾期仍不履行的，本机关将依法申请人民法院强制执行或者依法强制执行（{ACL[54]}、{APL[72]}）。",
    ]


def _deferred(context: Context) -> str:
    kind = _DEFERRALS.get(str(pick(context, "step.outcome")), "延期（分期）缴纳")
    applied = pick(context, "step.stated.applied_on")
    day = f"于{written_on(applied)}" if applied else ""
    return (
        f"你（单位）{day}申请{kind}罚款。经审查，你（单位）确有经济困难，依据{APL[66, 2]}的规定，"
        f"本机关批准{kind}{_until(context)}。"
    )


def _until(context: Context) -> str:
    until = pick(context, "step.stated.until")
    return (
        f"，延至{written_on(until)}前缴纳" if until else "，缴纳计划如下" if pick(context, "step.stated.plan") else ""
    )


def _plan_words(context: Context) -> list[str]:
    if until := pick(context, "step.stated.until"):
        return [f"延至{written_on(until)}前缴纳"]
    return [
        f"第{number}期：{written_on(r['due_on'])}前缴纳{yuan(r['amount'])}"
        for number, r in enumerate(pick(context, "step.stated.plan|plan") or [], 1)
    ]


KINDS = (
    DocumentKind(
        "summary_filing",
        "当场行政处罚备案表",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    *PARTY_ROWS,
                    pair("decision_number", "决定书文号", "decision.number"),
                    pair("decided_on", "决定日期", "decision.decided_on|steps.PS-4.at|step.at", True, Form.DATE),
                    row("conclusion", "处罚内容", "decision.conclusion", True),
                    row("collection", "罚款收缴情况", "", make=_payments),
                    pair("filed_on", "备案日期", "step.stated.reported_on|step.at", True, Form.DATE),
                    pair("agency_unit", "承办机构", "case.unit"),
                    row("officers", "执法人员", "officers|step.actors", True, Form.OFFICERS),
                    opinion("head_opinion", "备案意见", "step.stated.head_opinion", "负责人"),
                ),
            ),
        ),
        (APL[52, 3], SAMR[70]),
        internal=True,
    ),
    DocumentKind(
        "deferral_approval",
        "延期（分期）缴纳罚款审批表",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    *SHORT_PARTY_ROWS,
                    *_DECIDED,
                    pair("applied_on", "申请日期", "step.stated.applied_on", form=Form.DATE),
                    pair("kind", "准予的方式", "step.outcome", choices=_DEFERRALS),
                    row("fine", "罚款数额", "", make=_fine),
                    row("hardship", "经济困难的情况", "step.stated.hardship|step.stated.application", True),
                    row("plan_words", "缴纳计划", "", make=lambda c: _plan_words(c)),
                    row("reason", "准予或者不准予的理由", "step.stated.reason"),
                    unit_opinion(),
                    head_opinion("step.stated.head_opinion", default="同意。"),
                ),
            ),
        ),
        (APL[66, 2], SAMR[74]),
        internal=True,
    ),
    DocumentKind(
        "deferral_notice",
        "延期（分期）缴纳罚款通知书",
        (
            Section(
                "",
                (
                    addressee(),
                    line("decision_number", "行政处罚决定书文号", "decision.number"),
                    line("fine", "罚款数额", "", make=_fine),
                    text("opening", "批准的内容", "", True, make=_deferred),
                    _PLAN,
                    text(
                        "warning",
                        "逾期的后果",
                        "",
                        make=lambda c: (
                            f"到期不缴纳的，自到期之次日起每日按罚款数额的百分之三加处罚款（{APL[72, 1, 1]}）。"
                        ),
                    ),
                ),
            ),
            CONTACT,
        ),
        (APL[66, 2], SAMR[74]),
        Layout.LETTER,
        sign="deferral",
        red_head=True,
        seal=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "performance_demand",
        "行政决定履行催告书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("demand", "催告的内容", "", True, make=_demanded),
                    text("more", "补充", "step.stated.demand"),
                    line("pay_to", "缴款方式", "draft.pay_to"),
                    text("rights", "权利", "", True, make=_demand_rights),
                ),
            ),
            CONTACT,
        ),
        (ACL[35], ACL[54], APL[72]),
        Layout.LETTER,
        sign="demand",
        red_head=True,
        seal=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "property_disposal",
        "罚没财物处理记录",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    *SHORT_PARTY_ROWS,
                    *_DECIDED,
                    row("disposed_goods", "处理的财物", "step.stated.disposed_goods|draft.property", True),
                    pair("disposal", "处理方式", "step.outcome", True, choices=_DISPOSALS),
                    pair("disposed_on", "处理日期", "step.at", True, Form.DATE),
                    row("destruction_basis", "应当销毁的依据", "step.stated.destruction_basis"),
                    pair("proceeds", "所得款项", "step.stated.proceeds", form=Form.MONEY),
                    pair("treasury_receipt", "上缴国库票据号码", "step.stated.treasury_receipt"),
                    row("officers", "处理人员", "step.actors|officers", True, Form.OFFICERS),
                    opinion("witness", "监督人", "step.stated.disposal_witness", "监督人"),
                ),
            ),
        ),
        (APL[74],),
    ),
)
