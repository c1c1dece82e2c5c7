"""移送、更正: letters of transfer, correction of a document."""

from __future__ import annotations

from lantai.law.documents.composing import pick
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CONTACT,
    PARTY_TEXT,
    TWO_COPIES,
    addressee,
    line,
    text,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Section
from lantai.law.statutes_in_force import APL, SAMR, XFER


def _transferred(context: Context) -> str:
    return f"本机关在办理{pick(context, 'case.title')}一案中，经审查认为本案不属于本机关管辖，现依法移送贵机关处理。"


def _why_transferred(context: Context) -> str:
    return str(pick(context, "step.stated.reason|step.stated.dispute") or "")


def _crime(context: Context) -> str:
    crime = str(
        pick(context, "draft.suspected_crime|step.stated.suspected_crime|steps.XF-1.stated.suspected_crime") or ""
    )
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


KINDS = (
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
            Section(
                "涉嫌犯罪的事实",
                (text("facts", "涉嫌犯罪的事实", "steps.XF-1.stated.crime_facts|draft.facts|step.stated.facts", True),),
            ),
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
