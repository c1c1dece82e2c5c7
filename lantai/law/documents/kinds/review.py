"""审核、讨论、延期: the opinions and minutes behind a decision."""

from __future__ import annotations

from typing import Any

from lantai.law.documents.composing import known_people, pick
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CASE_NUMBER,
    CASE_ROWS,
    SHORT_PARTY_ROWS,
    line,
    opinion,
    pair,
    row,
    signature,
    text,
)
from lantai.law.documents.kinds.start import approval
from lantai.law.documents.words import Column, Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.review import ASPECTS, OPINIONS
from lantai.law.statutes_in_force import APL, SAMR, SEED

_OPINIONS = {code: o.label for code, o in OPINIONS.items()}
_ASPECTS = {a.code: a.label for a in ASPECTS}
_RESULTS = {
    "defect": "有问题",
    "n/a": "不涉及",
    "ok": "符合",
    "pass": "符合",
    "problem": "存在问题",
    "passed": "符合",
    "yes": "符合",
    "no": "存在问题",
}
_ASPECT_COLUMNS = (
    Column("序号", "#", 1, centre=True),
    Column("审核内容", "label|aspect", 4, choices=_ASPECTS),
    Column("审核结论", "result_label|result", 2, centre=True, choices=_RESULTS),
    Column("问题及意见", "note|problem", 5),
)


def attendees(context: Context) -> list[Any]:
    """The heads who discussed: as stated, else who took the step."""
    named = pick(context, "step.stated.attendees")
    return (known_people(named, context) if named else []) or pick(context, "step.actors") or []


def _extended(context: Context) -> str:
    days = pick(context, "extension.amount|step.stated.amount|step.stated.days|step.stated.term_days")
    what = pick(context, "extension.label|step.stated.of_label") or "办理期限"
    unit = pick(context, "extension.unit") or "日"
    return f"{what}延长{days}{unit}" if days else f"{what}延长"


KINDS = (
    DocumentKind(
        "review_opinion",
        "重大执法决定法制审核意见书",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    pair("unit", "承办机构", "review.unit|case.unit|officers_unit"),
                    *SHORT_PARTY_ROWS,
                    pair(
                        "received_on",
                        "收到材料日期",
                        "review.received_on|step.stated.received_on|step.at",
                        form=Form.DATE,
                    ),
                    pair("round", "审核轮次", "review.round|step.stated.round"),
                    row(
                        "draft",
                        "送审的拟处理意见",
                        "review.draft|draft.conclusion|draft.discretion_reason|decision.conclusion",
                    ),
                ),
            ),
            Section(
                "审核的内容",
                (
                    Line(
                        "aspects",
                        "审核的内容",
                        "review.aspects|step.stated.aspects",
                        form=Form.TABLE,
                        show=Show.TABLE,
                        columns=_ASPECT_COLUMNS,
                    ),
                ),
            ),
            Section(
                "审核意见",
                (
                    row("problems", "存在的问题及法律依据", "review.problems|step.stated.problems|step.stated.reason"),
                    row(
                        "conclusion",
                        "结论",
                        "review.opinion_label|review.opinion|step.outcome_label|step.outcome",
                        required=True,
                        choices=_OPINIONS,
                    ),
                    opinion(
                        "opinion_text",
                        "审核意见",
                        "review.text|review.opinion_text|step.stated.opinion_text|step.stated.opinion",
                        "审核人",
                        "review.reviewer|step.actors",
                        "review.issued_at|step.at",
                        True,
                    ),
                    row("qualification", "审核人资格", "review.qualification"),
                    opinion("head_opinion", "法制机构负责人意见", "review.head_opinion", "负责人"),
                    opinion("reply", "承办机构反馈", "review.reply", "承办机构负责人"),
                ),
            ),
        ),
        (APL[58], SEED.whole),
        sign="review_opinion",
        compact=True,
        internal=True,
        when=("case.is_major", ("True", "")),
    ),
    DocumentKind(
        "audit_opinion",
        "案件审核意见书",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    pair("received_on", "收到材料日期", "step.stated.received_on|step.at", form=Form.DATE),
                    *SHORT_PARTY_ROWS,
                    row("problems", "存在的问题和建议", "step.stated.problems|step.stated.reason"),
                    row("conclusion", "结论", "step.outcome_label|step.outcome", choices=_OPINIONS),
                    opinion(
                        "opinion_text",
                        "审核意见",
                        "step.stated.opinion_text|step.stated.opinion",
                        "审核人",
                        "step.actors",
                        "step.at",
                        True,
                    ),
                ),
            ),
        ),
        (SAMR[49], SAMR[53]),
        internal=True,
        when=("case.is_major", ("False",)),
    ),
    DocumentKind(
        "collective_minutes",
        "重大案件集体讨论记录",
        (
            Section(
                "",
                (
                    CASE_LINE,
                    line("party_name", "当事人", "party.name", True),
                    line("time", "讨论时间", "step.at", True, Form.DATETIME),
                    line("place", "讨论地点", "step.stated.place"),
                    line("chair", "主持人", "step.stated.chair|step.actors", True, Form.OFFICERS),
                    line("attendees", "参加讨论的负责人", "", True, Form.OFFICERS, make=attendees),
                    line("recorder", "记录人", "step.stated.recorder"),
                ),
            ),
            Section(
                "案情和拟处理意见", (text("proposal", "案情和拟处理意见", "draft.facts|steps.PG-8.stated.proposal"),)
            ),
            Section(
                "各人发表的意见", (text("views", "各人发表的意见", "step.stated.views|step.stated.opinions", True),)
            ),
            Section(
                "讨论决定", (text("resolution", "讨论决定", "step.stated.resolution|step.stated.conclusion", True),)
            ),
        ),
        (APL[57, 2],),
        Layout.RECORD,
        internal=True,
        numbered=True,
        signature_rows=(
            signature("参加人员（签名）"),
            signature("参加人员（签名）"),
            signature("主持人（签名）"),
            signature("记录人（签名）"),
        ),
    ),
    approval(
        "extension_approval",
        "办案期限延长审批表",
        (
            row("term", "申请延长的期限", "", True, make=lambda c: _extended(c)),
            pair("due_before", "原期限届满日", "step.stated.due_before|extension.due_before", form=Form.DATE),
            pair("due_after", "延长后届满日", "step.stated.due_after|extension.due_after", form=Form.DATE),
        ),
        (APL[60], SAMR[64]),
        "同意延长。",
        "extension.reason|step.stated.reason|case.title",
        when=("case.procedure", ("penalty.ordinary",)),
    ),
)
