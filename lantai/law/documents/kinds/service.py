"""送达: receipt of service, confirmation of address."""

from __future__ import annotations

from lantai.law.documents.composing import officers_in_words, pick, written_on
from lantai.law.documents.kinds.parts import (
    CASE_ROWS,
    PARTY_ROWS,
    opinion,
    pair,
    row,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Section
from lantai.law.statements.serving import MODES
from lantai.law.statutes_in_force import APL, CPL, SAMR


def served_documents(context: Context) -> list[str]:
    """Title and number of each document that was served."""
    if title := pick(context, "step.stated.document_title"):
        return [f"《{title}》{pick(context, 'step.stated.document_number') or ''}"]
    served = pick(context, "served") or []
    return [f"《{d['title']}》{d['number']}" for d in served] or [f"{pick(context, 'step.label') or '行政执法'}文书"]


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


def _refused(context: Context) -> str:
    return str(pick(context, "step.stated.refusal_reason") or "")


def _electronic(context: Context) -> str:
    if not pick(context, "confirmed.electronic_consent"):
        return "不同意电子送达。"
    return f"同意电子送达：{pick(context, 'confirmed.electronic_address') or '电子地址未填写'}"


_DECISION_SERVED = row("document", "送达的文书名称和文号", "", True, make=served_documents)


def _servers(context: Context) -> str:
    return officers_in_words(pick(context, "step.actors") or pick(context, "officers") or [])


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
                    row("address", "送达地址", "confirmed.address", True),
                    pair("receiver", "收件人", "party.name"),
                    pair("phone", "联系电话", "party.phone"),
                    row("electronic", "是否同意电子送达及电子地址", "", True, make=_electronic),
                    row("confirmed_on", "确认书签署日期", "confirmed.confirmed_on", True, Form.DATE),
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
)
