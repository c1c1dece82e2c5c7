"""告知、陈述申辩: what is proposed, the rights of the party, what it said and what became of it."""

from __future__ import annotations

from decimal import Decimal

from lantai.law.documents.composing import pick
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CASE_NUMBER,
    CASE_ROWS,
    CONTACT,
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
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.penalties import LABELS, PenaltyKind
from lantai.law.statements.conclusion import amount_in_words
from lantai.law.statements.deciding import ADOPTION, DEFENCE_FORMS
from lantai.law.statutes_in_force import APL, SAMR


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


KINDS = (
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
)
