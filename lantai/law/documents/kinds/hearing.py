"""听证: summons, record, report."""

from __future__ import annotations

from typing import Any

from lantai.law.documents.composing import known_people, pick, written_on
from lantai.law.documents.kinds.investigation import span
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CONTACT,
    PARTY_TEXT,
    TWO_COPIES,
    addressee,
    line,
    signature,
    text,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.statements.deciding import ATTENDANCE, CLOSED_GROUNDS
from lantai.law.statutes_in_force import APL, SAMR


def _summoned(context: Context) -> str:
    return (
        f"应你（单位）的要求，依据{APL[64]}的规定，本机关决定对{pick(context, 'case.title')}一案举行听证，现通知如下："
    )


def _hearing_time(context: Context) -> str:
    day, time = pick(context, "step.stated.hearing_on"), pick(context, "step.stated.hearing_time")
    return f"{written_on(day)}{time or ''}" if day else ""


def _hearing_span(context: Context) -> str:
    day, stated = (
        str(pick(context, "step.stated.held_on|steps.H-3.stated.hearing_on|step.at") or ""),
        pick(context, "step.stated") or {},
    )
    return span(
        day,
        str(stated.get("began_at") or pick(context, "steps.H-3.stated.hearing_time") or ""),
        str(stated.get("ended_at", "")),
    )


def _public(context: Context) -> str:
    ground = pick(context, "step.stated.closed_reason|steps.PG-12.stated.closed_reason")
    return f"不公开举行（{dict(CLOSED_GROUNDS).get(str(ground), ground)}）" if ground else "公开举行"


def chair(context: Context) -> list[Any]:
    """Who chairs: as the summons names them, else who took the step."""
    named = pick(context, "step.stated.chair|steps.PG-12.stated.chair|steps.H-3.stated.chair")
    return (known_people(named, context) if named else []) or pick(context, "step.actors") or []


def hearing_result(context: Context) -> str:
    """That it was held to its end, or that the party forfeited it (APL 64)."""
    if pick(context, "step.outcome") == "forfeited":
        return "当事人无正当理由拒不出席听证或者未经许可中途退出，视为放弃听证权利，本机关终止听证。"
    return "听证举行完毕，笔录交当事人核对。"


def attendance(context: Context) -> str:
    """Whether the party came, and with how many agents."""
    came = pick(context, "step.stated.attendance|steps.PG-12.stated.attendance|steps.H-4.stated.attendance")
    agents = pick(context, "step.stated.agents|steps.H-4.stated.agents")
    words = dict(ATTENDANCE).get(str(came), str(came or ""))
    return words + (f"，委托代理人{agents}人" if words and agents else "")


def _hearing_rights() -> list[str]:
    return [
        "你（单位）可以亲自参加听证，也可以委托一至二人代理；委托代理的，应当提交授权委托书。",
        "认为主持人与本案有直接利害关系的，有权申请回避。",
        "你（单位）及代理人无正当理由拒不出席听证或者未经许可中途退出听证的，视为放弃听证权利，本机关终止听证。",
    ]


def _hearing_opened() -> str:
    return (
        "主持人核对听证参加人身份，宣布听证纪律，告知当事人申请回避、申辩和质证等权利；当事人是否申请回避已当场询问。"
    )


KINDS = (
    DocumentKind(
        "hearing_notice",
        "听证通知书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("opening", "事由", "", True, make=_summoned),
                    line("time", "听证时间", "", True, make=_hearing_time),
                    line("place", "听证地点", "step.stated.place", True),
                    line("chair", "听证主持人", "", True, Form.OFFICERS, make=chair),
                    line("recorder", "记录人", "step.stated.recorder"),
                    text("rights", "权利", "", True, make=lambda c: _hearing_rights()),
                ),
            ),
            CONTACT,
        ),
        (APL[64],),
        Layout.LETTER,
        sign="hearing_summons",
        red_head=True,
        seal=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "hearing_record",
        "听证笔录",
        (
            Section(
                "",
                (
                    CASE_LINE,
                    Line("time", "听证时间", required=True, make=_hearing_span),
                    line("place", "听证地点", "step.stated.place|steps.H-4.stated.place|steps.H-3.stated.place", True),
                    line("chair", "听证主持人", "", True, Form.OFFICERS, make=chair),
                    line("recorder", "记录人", "step.stated.recorder|steps.H-3.stated.recorder"),
                    Line("public", "举行方式", make=_public),
                    PARTY_TEXT,
                    Line("attendance", "当事人到场情况", make=attendance),
                    line("investigators", "案件调查人员", "officers", form=Form.OFFICERS),
                ),
            ),
            Section("宣布听证开始", (text("told", "告知权利", "", make=lambda c: _hearing_opened()),)),
            Section(
                "调查人员提出当事人违法的事实、证据和行政处罚建议",
                (
                    text(
                        "proposal_presented",
                        "事实、证据和处罚建议",
                        "step.stated.proposal_presented|step.stated.proposal",
                    ),
                ),
            ),
            Section(
                "当事人的申辩和质证",
                (text("defence_presented", "申辩和质证", "step.stated.defence_presented|step.stated.defence"),),
            ),
            Section("最后陈述", (text("last_words", "最后陈述", "step.stated.last_words"),)),
            Section("听证结果", (text("result", "听证结果", "", True, make=hearing_result),)),
            Section(
                "",
                (
                    line(
                        "minutes_refusal",
                        "拒绝签字或者盖章的情况",
                        "step.stated.minutes_refusal|step.stated.refusal_note",
                    ),
                    Line(
                        "checked", "核对", form=Form.PARAGRAPHS, show=Show.TEXT, make=lambda c: "以上笔录经核对无误。"
                    ),
                ),
            ),
        ),
        (APL[64, 1, 8],),
        Layout.RECORD,
        numbered=True,
        signature_rows=(
            signature("当事人或者其代理人（签字或者盖章）"),
            signature("听证主持人（签名）"),
            signature("案件调查人员（签名）"),
            signature("记录人（签名）"),
        ),
    ),
    DocumentKind(
        "hearing_report",
        "听证报告",
        (
            Section(
                "",
                (
                    CASE_LINE,
                    line("party_name", "当事人", "party.name", True),
                    line("held_on", "听证日期", "steps.PG-12.stated.hearing_on|steps.PG-12.at|step.at", form=Form.DATE),
                    line("chair", "听证主持人", "", form=Form.OFFICERS, make=chair),
                ),
            ),
            Section(
                "听证认定的事实",
                (text("hearing_facts", "听证认定的事实", "step.stated.hearing_facts|step.stated.facts", True),),
            ),
            Section("争议的焦点", (text("dispute", "争议的焦点", "step.stated.dispute"),)),
            Section(
                "主持人的意见和建议",
                (
                    text(
                        "hearing_opinion", "主持人的意见和建议", "step.stated.hearing_opinion|step.stated.opinion", True
                    ),
                ),
            ),
        ),
        (APL[65], SAMR[60]),
        Layout.LETTER,
        internal=True,
        numbered=True,
        signature_rows=(signature("听证主持人（签名）"),),
    ),
)
