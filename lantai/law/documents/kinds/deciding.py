"""审核决定 before the decision: review, notice, defence, hearing, discussion, extension."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lantai.law.documents.composing import known_people, pick, written_on
from lantai.law.documents.kinds.investigation import span
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CASE_NUMBER,
    CASE_ROWS,
    CONTACT,
    OFFICERS_ROW,
    PARTY_TEXT,
    SHORT_PARTY_ROWS,
    TWO_COPIES,
    addressee,
    line,
    opinion,
    pair,
    row,
    signature,
    text,
)
from lantai.law.documents.kinds.start import approval
from lantai.law.documents.words import Column, Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.penalties import LABELS, PenaltyKind
from lantai.law.review import ASPECTS, OPINIONS
from lantai.law.statements.conclusion import amount_in_words
from lantai.law.statements.deciding import ADOPTION, ATTENDANCE, CLOSED_GROUNDS, DEFENCE_FORMS
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


def proposed_lines(context: Context) -> list[str]:
    """The proposed penalty, item by item, from what the step or the draft states."""
    stated = pick(context, "step.stated") or {}
    source = stated if stated.get("penalty_kinds") else pick(context, "draft") or {}
    items = []
    for kind in (k for k in PenaltyKind if k in (source.get("penalty_kinds") or ())):
        if kind is PenaltyKind.FINE and source.get("fine"):
            items.append(f"罚款{amount_in_words(Decimal(str(source['fine'])))}")
        elif kind is PenaltyKind.CONFISCATION_GAINS and source.get("gains"):
            items.append(f"没收违法所得{amount_in_words(Decimal(str(source['gains'])))}")
        elif kind is PenaltyKind.CONFISCATION_PROPERTY and source.get("property"):
            items.append(f"没收非法财物：{source['property']}")
        else:
            items.append(LABELS[kind])
    if other := str(source.get("other_content") or "").strip():
        items.append(other)
    return items


def hearing_told(context: Context) -> str:
    """The right to a hearing, where it is told in the same notice (APL 63, 64)."""
    if not pick(context, "step.stated.hearing_right"):
        return ""
    return (
        f"依据{APL[63]}、{APL[64]}的规定，你（单位）有权要求听证。要求听证的，应当在收到本告知书后五个工作日内提出；"
        "逾期未提出的，视为放弃听证的权利。当事人不承担组织听证的费用。"
    )


def defence_told(context: Context) -> str:
    """The right to state and defend (APL 44, 45)."""
    return (
        f"依据{APL[44]}、{APL[45]}的规定，你（单位）有权进行陈述和申辩。请自收到本告知书之日起五个工作日内提出；"
        "逾期未提出的，视为放弃陈述、申辩的权利。本机关不因当事人陈述、申辩而给予更重的处罚。"
    )


def hearing_only(context: Context) -> str:
    """The hearing right alone."""
    return (
        f"依据{APL[63]}、{APL[64]}的规定，你（单位）有权要求听证。如要求听证，应当在收到本告知书后五个工作日内向本机关提出，"
        "可以口头提出，也可以书面提出；逾期未提出的，视为放弃听证的权利。当事人不承担组织听证的费用。"
    )


_WAIVER = ("当事人声明（由当事人填写）：□要求陈述、申辩　□放弃陈述、申辩　□要求听证　□放弃听证",)
_FACTS_TOLD = (
    "step.stated.facts|steps.PG-10.stated.facts|draft.facts",
    "step.stated.violated|steps.PG-10.stated.violated|step.stated.bases|power.violated",
    "step.stated.penalty_basis|steps.PG-10.stated.penalty_basis|power.penalty",
)


def _notice(
    code: str,
    title: str,
    sign: str,
    told: tuple[Line, ...],
    basis: tuple[object, ...],
    when: tuple[str, tuple[str, ...]] | None = None,
) -> DocumentKind:
    return DocumentKind(
        code,
        title,
        (
            Section("", (addressee(), text("opening", "事由", "", True, make=_opening))),
            Section("当事人", (PARTY_TEXT,)),
            Section("违法事实和证据", (text("facts", "违法事实和证据", _FACTS_TOLD[0], True),)),
            Section(
                "违反的规定和处罚依据",
                (
                    line("violated", "违反的规定", _FACTS_TOLD[1], True, Form.PARAGRAPHS),
                    line("penalty_basis", "处罚依据", _FACTS_TOLD[2], True, Form.PARAGRAPHS),
                ),
            ),
            Section(
                "裁量理由",
                (
                    text(
                        "discretion",
                        "裁量理由",
                        "step.stated.discretion|step.stated.reasons|steps.PG-10.stated.discretion|draft.discretion_reason",
                    ),
                ),
            ),
            Section(
                "拟作出的行政处罚",
                (Line("proposal", "拟作出的行政处罚", "", True, Form.LIST, Show.TEXT, make=proposed_lines),),
            ),
            Section("当事人的权利", told),
            CONTACT,
        ),
        basis,  # type: ignore[arg-type]
        Layout.LETTER,
        sign=sign,
        red_head=True,
        seal=True,
        numbered=True,
        signature_rows=(signature("当事人（签收）"),),
        notes=(*_WAIVER, TWO_COPIES),
        when=when,
    )


def _opening(context: Context) -> str:
    title = str(pick(context, "case.title") or "").removeprefix("涉嫌")
    return f"关于你（单位）涉嫌{title}一案，现已调查终结。依据{APL[44]}的规定，现将本机关拟作出行政处罚的有关事项告知如下："


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


def attendees(context: Context) -> list[Any]:
    """The heads who discussed: as stated, else who took the step."""
    named = pick(context, "step.stated.attendees")
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
    _notice(
        "penalty_notice",
        "行政处罚告知书",
        "penalty_notice",
        (
            text("defence_right", "陈述申辩的权利", "", True, make=defence_told),
            text("hearing_right", "听证的权利", "", make=hearing_told),
        ),
        (APL[44], APL[45], SAMR[57]),
    ),
    _notice(
        "hearing_right_notice",
        "行政处罚听证告知书",
        "hearing_notice",
        (text("hearing_right", "听证的权利", "", True, make=hearing_only),),
        (APL[63], APL[64]),
        ("step.stated.hearing_right", ("True", "")),
    ),
    DocumentKind(
        "defence_record",
        "陈述申辩笔录",
        (
            Section(
                "",
                (
                    CASE_LINE,
                    line("received_on", "陈述申辩日期", "step.stated.received_on|step.at", True, Form.DATE),
                    PARTY_TEXT,
                    line("form", "方式", "step.stated.form", choices=dict(DEFENCE_FORMS)),
                    line("recorded_by", "执法人员", "step.actors|officers", form=Form.OFFICERS),
                ),
            ),
            Section("陈述申辩的内容", (text("plea", "陈述申辩的内容", "step.stated.plea|step.stated.content", True),)),
            Section(
                "",
                (
                    Line(
                        "checked",
                        "核对",
                        form=Form.PARAGRAPHS,
                        show=Show.TEXT,
                        make=lambda c: "以上笔录已阅，与本人陈述一致。",
                    ),
                ),
            ),
        ),
        (APL[45],),
        Layout.RECORD,
        signature_rows=(
            signature("陈述申辩人（签名或者盖章）"),
            signature("执法人员（签名）"),
            signature("执法人员（签名）"),
        ),
        when=("step.stated.form", ("oral", "")),
    ),
    DocumentKind(
        "defence_check",
        "陈述申辩复核意见书",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    pair("received_on", "收到日期", "step.stated.received_on|step.at", form=Form.DATE),
                    *SHORT_PARTY_ROWS,
                    row("plea", "陈述申辩的内容", "step.stated.plea|step.stated.content", True),
                    row("adoption", "复核结果", "step.stated.adoption|step.stated.accepted", choices=dict(ADOPTION)),
                    opinion(
                        "plea_reply",
                        "复核意见及理由",
                        "step.stated.plea_reply|step.stated.reply",
                        "复核人",
                        "step.actors",
                        "step.at",
                        True,
                    ),
                    opinion("head_opinion", "负责人意见", "step.stated.head_opinion", "负责人"),
                ),
            ),
        ),
        (APL[45], SAMR[58]),
        internal=True,
        when=("step.stated.form", ("oral", "written", "")),
    ),
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
    ),
)


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


def _extended(context: Context) -> str:
    days = pick(context, "extension.amount|step.stated.amount|step.stated.days|step.stated.term_days")
    what = pick(context, "extension.label|step.stated.of_label") or "办理期限"
    return f"{what}延长{days}日" if days else f"{what}延长"


__all__ = ["KINDS", "OFFICERS_ROW", "proposed_lines"]
