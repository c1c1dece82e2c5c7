"""送达、执行、移送、结案归档: receipts, addresses, deferral, demand, transfer, closing, the dossier's own sheets, corrections."""

from __future__ import annotations

from decimal import Decimal

from lantai.law.documents.composing import officers_in_words, pick, written_on, yuan
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CASE_NUMBER,
    CASE_ROWS,
    CONTACT,
    PARTY_ROWS,
    PARTY_TEXT,
    SHORT_PARTY_ROWS,
    TWO_COPIES,
    addressee,
    head_opinion,
    line,
    opinion,
    pair,
    row,
    signature,
    text,
    unit_opinion,
)
from lantai.law.documents.words import Column, Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.statements.conclusion import amount_in_words
from lantai.law.statements.performing import CLOSED_BECAUSE
from lantai.law.statements.serving import MODES
from lantai.law.statutes_in_force import ACL, APL, ARCH, CPL, SAMR, XFER

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


def served_document(context: Context) -> str:
    """Title and number of what was served."""
    title = pick(context, "served.title|step.stated.document_title")
    number = pick(context, "served.number|step.stated.document_number")
    if not title and pick(context, "decision.number"):
        title, number = "行政处罚决定书", pick(context, "decision.number")
    if not title:
        title = f"{pick(context, 'step.label') or '行政执法'}文书"
    return f"《{title}》{number or ''}"


def served_at(context: Context) -> str:
    """Day and, where stated, time of service."""
    day = pick(context, "step.stated.served_on|step.at")
    return f"{written_on(day)}{pick(context, 'step.stated.served_at') or ''}" if day else ""


def _where(context: Context) -> str:
    return str(
        pick(context, "step.stated.address|step.stated.electronic_address|step.stated.announced_at|party.address") or ""
    )


def _receipt_remarks(context: Context) -> list[str]:
    stated = pick(context, "step.stated") or {}
    parts = (
        ("邮件编号", "post_number"),
        ("不能直接送达的原因", "substitute_reason"),
        ("复议申请的互联网渠道", "reconsideration_channel"),
        ("备注", "service_note"),
    )
    made = [f"{label}：{stated[code]}" for label, code in parts if stated.get(code)]
    if stated.get("effective_on"):
        made.append(f"送达之日：{written_on(stated['effective_on'])}")
    return made


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


def _refused(context: Context) -> str:
    return str(pick(context, "step.stated.refusal_reason") or "")


def _transferred(context: Context) -> str:
    return f"本机关在办理{pick(context, 'case.title')}一案中，经审查认为本案不属于本机关管辖，现依法移送贵机关处理。"


def _why_transferred(context: Context) -> str:
    return str(pick(context, "step.stated.reason|step.stated.dispute") or "")


def _crime(context: Context) -> str:
    crime = str(pick(context, "draft.suspected_crime|step.stated.suspected_crime") or "")
    name = crime if crime.endswith(("罪", "犯罪")) else f"{crime}罪"
    return (
        f"本机关在办理{pick(context, 'case.title')}一案中，发现{pick(context, 'party.name')}的行为涉嫌{name}。"
        f"依据{APL[27]}、{XFER[3]}的规定，现移送贵机关。"
    )


def _corrected(context: Context) -> str:
    title, number = (
        pick(context, "corrected.title|step.stated.document_title"),
        pick(context, "corrected.number|step.stated.document_number"),
    )
    return f"本机关制发的《{title or '文书'}》{number or ''}有下列内容需要更正，特此通知："


_DECISION_SERVED = row("document", "送达的文书名称和文号", "", True, make=served_document)

KINDS = (
    DocumentKind(
        "service_receipt",
        "送达回证",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    _DECISION_SERVED,
                    pair("addressee", "受送达人", "party.name", True),
                    pair("mode", "送达方式", "step.stated.mode", True, choices=dict(MODES)),
                    row("address", "送达地址", "", make=_where),
                    pair("served_at", "送达时间", "", True, make=served_at),
                    pair("witness", "见证人", "step.stated.witness"),
                    pair("receiver", "收件人", "step.stated.receiver"),
                    pair("relation", "与受送达人关系", "step.stated.relation"),
                    opinion("received", "收件人签名或者盖章", "", "签名或者盖章", make=lambda c: "　"),
                    row("refusal_reason", "拒收事由", "", make=lambda c: _refused(c)),
                    row("servers", "送达人（二人）", "", True, make=lambda c: _servers(c)),
                    row("remarks", "备注", "", make=_receipt_remarks),
                ),
            ),
        ),
        (CPL[87], SAMR[82]),
        seal=True,
    ),
    DocumentKind(
        "address_confirmation",
        "送达地址确认书",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    *PARTY_ROWS,
                    row(
                        "told",
                        "告知事项",
                        "",
                        make=lambda c: [
                            "当事人应当提供准确的送达地址；地址变更的，应当及时书面告知。",
                            "按照确认的地址送达，因地址不准确、变更未告知或者拒收而未能实际接收的，依法视为送达。",
                            "同意电子送达的，以送达信息到达确认的电子地址之日为送达之日。",
                        ],
                    ),
                    row("address", "送达地址及邮编", "step.stated.address|party.address"),
                    pair("receiver", "收件人", "step.stated.receiver|party.name"),
                    pair("phone", "联系电话", "step.stated.phone|party.phone"),
                    row("electronic", "是否同意电子送达及电子地址", "step.stated.electronic_address"),
                    opinion(
                        "confirmed",
                        "当事人确认",
                        "",
                        "签名或者盖章",
                        make=lambda c: "以上送达地址和方式，本人（单位）确认无误。",
                    ),
                ),
            ),
        ),
        (SAMR[83], APL[61, 2]),
    ),
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
        "case_transfer",
        "案件移送函",
        (
            Section(
                "",
                (
                    addressee("step.stated.transfer_to|draft.transfer_to|step.stated.other_agency"),
                    text("opening", "事由", "", True, make=_transferred),
                    line("party_name", "当事人", "party.name", True),
                    line("facts", "主要事实", "draft.facts|case.clue", form=Form.PARAGRAPHS),
                    line("verification", "核查情况", "step.stated.verification", form=Form.PARAGRAPHS),
                    line("contested", "发生争议的机关", "step.stated.other_agency"),
                    line("reason", "移送的理由", "", form=Form.PARAGRAPHS, make=_why_transferred),
                    line(
                        "items",
                        "移送的材料和物品",
                        "draft.transfer_items|step.stated.transfer_items",
                        True,
                        Form.PARAGRAPHS,
                    ),
                    text("return", "回执", "", make=lambda c: "请将处理结果函告本机关。"),
                ),
            ),
            CONTACT,
        ),
        (APL[22], SAMR[17]),
        Layout.LETTER,
        sign="transfer",
        red_head=True,
        seal=True,
    ),
    DocumentKind(
        "criminal_transfer",
        "涉嫌犯罪案件移送书",
        (
            Section(
                "",
                (
                    addressee("step.stated.transfer_to|draft.transfer_to"),
                    text("opening", "事由", "", True, make=_crime),
                    PARTY_TEXT,
                ),
            ),
            Section("涉嫌犯罪的事实", (text("facts", "涉嫌犯罪的事实", "draft.facts|step.stated.facts", True),)),
            Section(
                "移送的材料和物品",
                (text("items", "移送的材料和物品", "draft.transfer_items|step.stated.transfer_items", True),),
            ),
            Section(
                "",
                (
                    text(
                        "return",
                        "回执",
                        "",
                        make=lambda c: (
                            f"请在回执上签字，并依法将是否立案的决定书面通知本机关（{XFER[7]}、{XFER[8]}）。"
                        ),
                    ),
                ),
            ),
            CONTACT,
        ),
        (APL[27], XFER[6]),
        Layout.LETTER,
        sign="transfer",
        red_head=True,
        seal=True,
        numbered=True,
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
    DocumentKind(
        "closing_approval",
        "结案审批表",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    pair("filed_on", "立案日期", "steps.PG-3.at|case.opened_on", form=Form.DATE),
                    *SHORT_PARTY_ROWS,
                    *_DECIDED,
                    row("conclusion", "处理决定", "decision.conclusion|draft.end_reason"),
                    row("closed_because", "结案的情形", "step.stated.closed_because", choices=dict(CLOSED_BECAUSE)),
                    row("execution_result", "执行情况", "step.stated.execution_result|step.stated.result", True),
                    row("payments", "缴款情况", "", make=_payments),
                    row("dispute_result", "行政复议、行政诉讼情况", "step.stated.dispute_result"),
                    row("publication", "公示情况", "", make=lambda c: _published(c)),
                    opinion(
                        "handler_opinion",
                        "承办人意见",
                        "",
                        "承办人",
                        make=lambda c: "符合结案条件，建议结案。",
                    ),
                    unit_opinion(),
                    head_opinion("step.stated.head_opinion", default="同意结案。"),
                ),
            ),
        ),
        (SAMR[77],),
        sign="closing",
        internal=True,
    ),
    DocumentKind(
        "dossier_cover",
        "行政执法案卷",
        (
            Section(
                "",
                (
                    row("case_title", "案由", "dossier.title|case.title", True),
                    row("party_name", "当事人", "party.name"),
                    pair("case_number", "案件编号", "case.number"),
                    pair("decision_number", "决定书文号", "decision.number"),
                    pair("volume", "卷别", "dossier.volume"),
                    pair("archive_number", "档号", "dossier.number"),
                    pair("opened_on", "立案日期", "steps.PG-3.at|case.opened_on|dossier.opened_on", form=Form.DATE),
                    pair("closed_on", "结案日期", "case.closed_on|dossier.closed_on", form=Form.DATE),
                    row("conclusion", "处理结果", "decision.conclusion"),
                    pair("pages", "本卷页数", "dossier.pages|step.stated.pages"),
                    pair("retention", "保管期限", "dossier.retention"),
                    row("officers", "承办人", "officers", form=Form.OFFICERS),
                    pair("filed_by", "归档人", "dossier.filed_by|step.actors", form=Form.OFFICERS),
                    pair("filed_on", "归档日期", "dossier.filed_on|step.at", form=Form.DATE),
                ),
            ),
        ),
        (SAMR[78], ARCH[13]),
    ),
    DocumentKind(
        "dossier_index",
        "卷内目录",
        (
            Section(
                "",
                (
                    line("case_title", "案由", "dossier.title|case.title", True),
                    line("volume", "卷别", "dossier.volume"),
                    Line(
                        "items",
                        "卷内文件",
                        "dossier.items",
                        True,
                        Form.TABLE,
                        Show.TABLE,
                        columns=(
                            Column("序号", "#", 1, centre=True),
                            Column("文号", "number", 4),
                            Column("文件名称", "title", 6),
                            Column("责任者", "author", 3),
                            Column("日期", "date", 3, Form.DATE, centre=True),
                            Column("页号", "pages", 2, centre=True),
                            Column("备注", "remark", 2),
                        ),
                    ),
                ),
            ),
        ),
        (SAMR[78],),
        Layout.LIST,
    ),
    DocumentKind(
        "dossier_note",
        "备考表",
        (
            Section(
                "",
                (
                    row("case_title", "案由", "dossier.title|case.title", True),
                    pair("pages", "本卷页数", "dossier.pages|step.stated.pages"),
                    pair("pieces", "文件件数", "dossier.pieces"),
                    row("media", "音像资料和实物", "dossier.media"),
                    row("note", "需要说明的情况", "dossier.note|step.stated.filing_note"),
                    opinion(
                        "filed",
                        "立卷人",
                        "",
                        "立卷人",
                        "dossier.filed_by|step.actors",
                        "dossier.filed_on|step.at",
                        make=lambda c: "本卷材料齐全，排列有序。",
                    ),
                    opinion("checked", "检查人", "dossier.checked", "检查人"),
                ),
            ),
        ),
        (SAMR[78],),
    ),
    DocumentKind(
        "document_correction",
        "文书补正通知书",
        (
            Section(
                "",
                (
                    addressee(),
                    CASE_LINE,
                    text("opening", "事由", "", True, make=_corrected),
                    line("was", "原内容", "correction.was|step.stated.was", form=Form.PARAGRAPHS),
                    line(
                        "now", "更正为", "correction.now|step.stated.correction|step.stated.now", True, Form.PARAGRAPHS
                    ),
                    line("reason", "更正的理由", "correction.reason|step.stated.reason", True, Form.PARAGRAPHS),
                    text("rest", "其他", "", make=lambda c: "原文书的其他内容不变，本通知书与原文书一并使用。"),
                ),
            ),
        ),
        (SAMR[62],),
        Layout.LETTER,
        sign="correction",
        red_head=True,
        seal=True,
        notes=(TWO_COPIES,),
    ),
)


def _servers(context: Context) -> str:
    return officers_in_words(pick(context, "step.actors") or pick(context, "officers") or [])


def _plan_words(context: Context) -> list[str]:
    if until := pick(context, "step.stated.until"):
        return [f"延至{written_on(until)}前缴纳"]
    return [
        f"第{number}期：{written_on(r['due_on'])}前缴纳{yuan(r['amount'])}"
        for number, r in enumerate(pick(context, "step.stated.plan|plan") or [], 1)
    ]


def _published(context: Context) -> str:
    stated = pick(context, "steps.PG-16.stated") or {}
    if reason := stated.get("not_published_reason"):
        return f"依法不公示：{reason}"
    day = stated.get("published_on") or pick(context, "steps.PG-16.at")
    channel = f"在{stated['channel']}" if stated.get("channel") else ""
    return f"已于{written_on(day)}{channel}公示" if day else ""


__all__ = ["CASE_LINE", "KINDS", "signature"]
