"""启动: registration of the clue, filing or not, jurisdiction, recusal, matters for approval."""

from __future__ import annotations

from typing import Any

from lantai.law.documents.composing import pick
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CASE_NUMBER,
    CASE_ROWS,
    CONTACT,
    PARTY_ROWS,
    SHORT_PARTY_ROWS,
    SOURCE,
    addressee,
    head_opinion,
    line,
    opinion,
    pair,
    row,
    text,
    unit_opinion,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section
from lantai.law.statements.investigating import NOT_FILED
from lantai.law.statutes_in_force import APL, SAMR

_CONDITIONS = (
    ("has_evidence", "有证据初步证明存在违反行政管理秩序的行为"),
    ("has_penalty_basis", "依据法律、法规、规章应当给予行政处罚"),
    ("has_jurisdiction", "属于本机关管辖"),
    ("within_limitation", "在给予行政处罚的法定期限内"),
)
_CLUE = "step.stated.clue|case.clue|steps.PG-1.stated.clue|case.title"


def filing_conditions(context: Context) -> list[str]:
    """The four conditions of filing (SAMR 19) that were attested, and what the handlers propose."""
    met = [label for code, label in _CONDITIONS if pick(context, f"step.stated.{code}")]
    counted = [f"{number}．{label}；" for number, label in enumerate(met, 1)]
    return ["经核查，本案：", *counted, "建议立案。"] if counted else ["经核查，符合立案条件，建议立案。"]


def no_filing_reason(context: Context) -> list[str]:
    """The ground and the reason for not filing."""
    stated = pick(context, "step.stated") or {}
    ground = dict(NOT_FILED).get(str(stated.get("not_filed_ground", "")), "")
    return [
        p for p in (ground and f"{ground}。", str(stated.get("not_filed_reason") or stated.get("reason") or "")) if p
    ]


_REGISTERED = (
    *CASE_ROWS,
    CASE_NUMBER,
    SOURCE,
    pair(
        "received_on",
        "发现或者收到日期",
        "step.stated.received_on|steps.PG-1.stated.received_on|steps.PG-1.at|case.opened_on|step.at",
        form=Form.DATE,
    ),
    pair("source_reference", "来源单位或者材料", "step.stated.source_reference|steps.PG-1.stated.source_reference"),
)
_VERIFIED = row(
    "verification", "核查情况", "step.stated.verification|steps.PG-2.stated.verification|case.clue|case.title"
)

KINDS = (
    DocumentKind(
        "case_source_registration",
        "案件来源登记表",
        (
            Section(
                "",
                (
                    *_REGISTERED,
                    *PARTY_ROWS,
                    row("clue", "线索内容", _CLUE, True),
                    opinion(
                        "handler_opinion",
                        "登记意见",
                        "",
                        "登记人",
                        "step.actors",
                        "step.at",
                        make=lambda c: "已登记，请核查。",
                    ),
                    opinion("head_opinion", "负责人批示", "step.stated.head_opinion", "负责人"),
                ),
            ),
        ),
        (SAMR[18],),
        internal=True,
    ),
    DocumentKind(
        "filing_approval",
        "立案审批表",
        (
            Section(
                "",
                (
                    *_REGISTERED,
                    *PARTY_ROWS,
                    row(
                        "clue",
                        "案件线索及核查情况",
                        "step.stated.verification|steps.PG-2.stated.verification|" + _CLUE,
                        True,
                    ),
                    row("suspected", "涉嫌违反的规定", "step.stated.suspected|power.violated|power.name", True),
                    opinion(
                        "handler_opinion",
                        "承办人意见",
                        "",
                        "承办人",
                        "steps.PG-2.actors",
                        "steps.PG-2.at",
                        True,
                        make=filing_conditions,
                    ),
                    unit_opinion(),
                    head_opinion("step.stated.head_opinion", default="同意立案。"),
                ),
            ),
        ),
        (APL[54], SAMR[19]),
        sign="filing",
        notes=("行政机关负责人批准之日为立案之日。",),
    ),
    DocumentKind(
        "no_filing_approval",
        "不予立案审批表",
        (
            Section(
                "",
                (
                    *_REGISTERED,
                    *PARTY_ROWS,
                    _VERIFIED,
                    opinion(
                        "handler_opinion",
                        "不予立案的理由和承办人意见",
                        "",
                        "承办人",
                        "steps.PG-2.actors",
                        "steps.PG-2.at",
                        True,
                        make=no_filing_reason,
                    ),
                    unit_opinion(),
                    head_opinion("step.stated.head_opinion", default="同意不予立案。"),
                ),
            ),
        ),
        (SAMR[20],),
        sign="no_filing",
        internal=True,
    ),
    DocumentKind(
        "jurisdiction_request",
        "报请指定管辖函",
        (
            Section(
                "",
                (
                    addressee("step.stated.superior"),
                    text("opening", "事由", "", True, make=lambda c: _dispute(c)),
                    text("dispute", "争议的内容", "step.stated.dispute|step.stated.reason", True),
                    text(
                        "request", "请求", "", make=lambda c: "协商未达成一致，现报请指定管辖。相关案卷材料随函附送。"
                    ),
                ),
            ),
            CONTACT,
        ),
        (APL[25, 2], SAMR[14]),
        Layout.LETTER,
        sign="transfer",
        red_head=True,
        seal=True,
    ),
    DocumentKind(
        "jurisdiction_designation",
        "指定管辖通知书",
        (
            Section(
                "",
                (
                    addressee("step.stated.other_agency|agency.name"),
                    CASE_LINE,
                    line("party_name", "当事人", "party.name"),
                    text("dispute", "争议的内容", "step.stated.dispute|step.stated.reason"),
                    line("designated", "指定管辖的机关", "agency.name", True),
                    line("superior", "指定的机关", "step.stated.superior"),
                    line("reference", "指定管辖文书的文号", "step.stated.designation_number"),
                ),
            ),
        ),
        (APL[25, 2], SAMR[15]),
        Layout.LETTER,
        seal=True,
        internal=True,
    ),
    DocumentKind(
        "recusal_decision",
        "回避决定书",
        (
            Section(
                "",
                (
                    CASE_LINE,
                    line("party_name", "当事人", "party.name", True),
                    line("person", "回避的人员", "recusal.person", True),
                    line("reason", "事由", "recusal.reason", True, Form.PARAGRAPHS),
                    text("decision", "决定", "recusal.decision", True),
                ),
            ),
        ),
        (APL[43],),
        Layout.LETTER,
        seal=True,
    ),
    DocumentKind(
        "matter_approval",
        "行政处罚案件有关事项审批表",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    pair("stage", "办理环节", "step.label"),
                    *SHORT_PARTY_ROWS,
                    row("matter", "审批事项", "step.stated.matter|step.outcome_label|step.label", True),
                    opinion(
                        "handler_opinion",
                        "提请审批的理由、依据和承办人意见",
                        "step.stated.disposal_reason|step.stated.reason|case.title",
                        "承办人",
                        required=True,
                    ),
                    unit_opinion(),
                    head_opinion("step.stated.head_opinion"),
                ),
            ),
        ),
        (APL[56], SAMR[33]),
        internal=True,
    ),
)


def _dispute(context: Context) -> str:
    other = pick(context, "step.stated.other_agency") or "有关机关"
    return f"关于{pick(context, 'case.title')}一案，本机关与{other}对管辖权有争议。"


def approval(
    code: str, title: str, matter: tuple[Line, ...], basis: tuple[object, ...], agreed: str, reason: str, **more: Any
) -> DocumentKind:
    """An approval form about the course of a case: what is asked, why, and what the head says."""
    return DocumentKind(
        code,
        title,
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    pair("filed_on", "立案日期", "steps.PG-3.at|case.opened_on", form=Form.DATE),
                    *SHORT_PARTY_ROWS,
                    *matter,
                    opinion("handler_opinion", "理由和承办人意见", reason, "承办人", required=True),
                    unit_opinion(),
                    head_opinion("step.stated.head_opinion", default=agreed),
                ),
            ),
        ),
        basis,  # type: ignore[arg-type]
        internal=True,
        **more,
    )
