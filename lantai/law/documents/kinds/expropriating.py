"""房屋征收决定以前和决定: plan, comments, hearing, survey, unregistered buildings, risk, funds, decision (EXPR 10 to 16, 24)."""

from __future__ import annotations

from lantai.law.documents.composing import pick, written_on
from lantai.law.documents.kinds.parts import line, text
from lantai.law.documents.kinds.stated import form, letter, record, remedy, rows, said
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.expropriations import COMMENT_DAYS
from lantai.law.statements.acts import HOUSING, act_conclusion
from lantai.law.statements.expropriating import (
    COMMENTS,
    DECISION,
    FUNDS,
    GROUNDS,
    HEARING,
    MEETING,
    PLAN,
    PROPOSAL,
    RISK,
    SURVEY,
    UNREGISTERED,
)
from lantai.law.statutes_in_force import EXPR

_PROPOSED = "steps.EX-4-2.stated"


def _decided(context: Context) -> str:
    fields = pick(context, _PROPOSED) or {}
    return act_conclusion(HOUSING, fields, "") if fields.get("purpose") else ""


def _comment_term(context: Context) -> str:
    days = pick(context, "step.stated.comment_days") or COMMENT_DAYS
    begun = pick(context, "step.stated.published_on|step.at")
    return f"自{written_on(begun)}公布之日起{days}日" if begun else ""


def _announced(context: Context) -> str:
    decided = _decided(context)
    return f"本机关已作出房屋征收决定，现予公告。{decided}" if decided else ""


def _signing(context: Context) -> str:
    day = pick(context, f"step.stated.signing_until|{_PROPOSED}.signing_until")
    return f"至{written_on(day)}" if day else f"自公告之日起{pick(context, 'steps.EX-2.stated.signing_days') or 60}日"


def _freeze(context: Context) -> str:
    begun, end = pick(context, "step.stated.frozen_from"), pick(context, "step.stated.frozen_until")
    if not begun:
        return ""
    until = f"至{written_on(end)}" if end else "起一年"
    return (
        f"房屋征收范围已经确定，依据{EXPR[16, 2]}的规定，请自{written_on(begun)}{until}在征收范围内暂停办理下列手续。"
    )


_RULES = (
    text("decision", "决定", "", True, make=_decided),
    line("reasons", "理由和依据", f"{_PROPOSED}.reasons", True, Form.PARAGRAPHS),
    line("ground", "公共利益的情形", "steps.EX-1.stated.ground", choices=dict(GROUNDS)),
)
_PLAN = line("plan_summary", "征收补偿方案", f"{_PROPOSED}.plan_summary", True, Form.PARAGRAPHS)
_SIGNING = Line("signing", "签约期限", required=True, make=_signing)

KINDS = (
    DocumentKind(
        "compensation_plan_draft",
        "房屋征收补偿方案（征求意见稿）",
        (
            Section("征收范围和房屋情况", said(PLAN, "plan_scope", show=Show.TEXT)),
            Section("补偿方式和标准", said(PLAN, "plan_ways", show=Show.TEXT)),
            Section("搬迁、临时安置和停产停业损失", said(PLAN, "plan_moving", show=Show.TEXT)),
            Section("补助和奖励", said(PLAN, "plan_rewards", show=Show.TEXT)),
            Section("签约期限", said(PLAN, "signing_days")),
            Section("论证", said(PLAN, "argued_by")),
            Section(
                "公布和征求意见",
                (*said(PLAN, "published_at"), Line("comment_term", "期限", required=True, make=_comment_term)),
            ),
        ),
        (EXPR[10],),
        Layout.LETTER,
        red_head=True,
        seal=True,
        numbered=True,
    ),
    letter(
        "comments_notice",
        "征求意见情况和修改情况公布",
        (Section("", said(COMMENTS, "comments_number", "comments", "changes", "results_at")),),
        (EXPR[11, 1],),
        to="",
    ),
    record(
        "expropriation_hearing",
        "征收补偿方案听证会笔录",
        said(HEARING),
        (EXPR[11, 2],),
        ("被征收人代表（签名）", "公众代表（签名）", "主持人（签名）", "记录人（签名）"),
    ),
    record(
        "house_register",
        "被征收房屋调查登记表",
        said(SURVEY, "register", "survey_published"),
        (EXPR[15],),
        ("被征收人（签名）", "调查人员（签名）"),
    ),
    letter(
        "freeze_letter",
        "暂停办理有关手续通知书",
        (Section("", (text("freeze", "通知的内容", "", True, make=_freeze), *said(SURVEY, "frozen_matters"))),),
        (EXPR[16, 2],),
        to="",
    ),
    form("unregistered_findings", "未经登记建筑认定结果", rows(UNREGISTERED), (EXPR[24, 2],)),
    form("risk_register", "社会稳定风险评估登记表", rows(RISK), (EXPR[12, 1],), internal=True),
    form("funds_register", "征收补偿费用到位登记表", rows(FUNDS), (EXPR[12, 2],), internal=True),
    form("executive_minutes", "政府常务会议讨论记录", rows(MEETING), (EXPR[12, 1],), internal=True),
    letter(
        "expropriation_decision",
        "房屋征收决定",
        (
            Section("决定", _RULES),
            Section("补偿", (_PLAN, _SIGNING)),
            remedy("本决定"),
        ),
        (EXPR[8], EXPR[13]),
        to="",
        sign="expropriation",
        numbered=True,
    ),
    letter(
        "expropriation_announcement",
        "房屋征收决定公告",
        (
            Section(
                "",
                (
                    text("announcement", "公告的内容", "", True, make=_announced),
                    _PLAN,
                    _SIGNING,
                    *said(DECISION, "announced_at"),
                    line("head_opinion", "审批意见", "step.stated.head_opinion"),
                ),
            ),
            remedy("本公告"),
        ),
        (EXPR[13, 1],),
        to="",
        sign="expropriation",
    ),
    form("expropriation_proposal", "房屋征收决定送审稿", rows(PROPOSAL), (EXPR[8], EXPR[13, 1]), internal=True),
)
