"""结案归档: approval of closing and the sheets of the dossier itself."""

from __future__ import annotations

from lantai.law.documents.composing import pick, written_on
from lantai.law.documents.kinds.parts import (
    CASE_NUMBER,
    CASE_ROWS,
    SHORT_PARTY_ROWS,
    head_opinion,
    line,
    opinion,
    pair,
    row,
    unit_opinion,
)
from lantai.law.documents.kinds.performing import _DECIDED, _payments
from lantai.law.documents.words import Column, Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.statements.performing import CLOSED_BECAUSE
from lantai.law.statutes_in_force import ARCH, SAMR


def _published(context: Context) -> str:
    stated = pick(context, "steps.PG-16.stated") or {}
    if reason := stated.get("not_published_reason"):
        return f"依法不公示：{reason}"
    day = stated.get("published_on") or pick(context, "steps.PG-16.at")
    channel = f"在{stated['channel']}" if stated.get("channel") else ""
    return f"已于{written_on(day)}{channel}公示" if day else ""


KINDS = (
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
)
