"""查封、扣押、冻结: approval, record, decision with list, extension, custody, early disposal, disposal and release (ACL 18 to 33)."""

from __future__ import annotations

from datetime import date, timedelta

from lantai.law.documents.composing import pick
from lantai.law.documents.kinds.investigation import time_span
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CASE_NUMBER,
    CASE_ROWS,
    GOODS_COLUMNS,
    OFFICERS,
    OFFICERS_ROW,
    PARTY_TEXT,
    SHORT_PARTY_ROWS,
    TWO_COPIES,
    head_opinion,
    line,
    pair,
    remedies,
    row,
    signature,
    text,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.periods import written
from lantai.law.statements.investigating import PRESENCE
from lantai.law.statements.measures import BASIS_LEVELS, CONSENTS
from lantai.law.statutes_in_force import ACL, SAMR

_BASIS = "steps.CM-1.stated.basis|step.stated.basis"
_REASON = "steps.CM-1.stated.measure_reason|step.stated.measure_reason"
_ITEMS = "step.stated.items|steps.CM-6.stated.items"
_SIGNED = (
    signature("当事人（签名或者盖章）"),
    signature("见证人（签名）"),
    signature("执法人员（签名）"),
    signature("执法人员（签名）"),
)


def _goods(required: bool = False) -> Line:
    return Line("items", "清单", _ITEMS, required, Form.TABLE, Show.TABLE, columns=GOODS_COLUMNS)


def _title(context: Context) -> str:
    return str(pick(context, "case.title") or "").removeprefix("涉嫌")


def _measure(context: Context) -> str:
    """查封 or 扣押, as decided."""
    outcome = pick(context, "step.outcome") if pick(context, "step.id") == "CM-6" else None
    outcome = outcome or pick(context, "steps.CM-6.outcome")
    return "扣押" if outcome == "seizure" else "查封"


def _stated_days(context: Context) -> int:
    days = pick(context, "step.stated.term_days|steps.CM-6.stated.term_days|steps.CM-1.stated.statutory_days")
    return int(days or 30)


def _from(context: Context) -> date | None:
    source = "step.at" if pick(context, "step.id") == "CM-6" else "steps.CM-6.at|step.at"
    at = pick(context, source)
    return date.fromisoformat(str(at)[:10]) if at else None


def _term(context: Context) -> str:
    """From which day to which: the day of the measure is not counted, the last is not moved."""
    first, days = _from(context), _stated_days(context)
    if first is None:
        return ""
    return f"{days}日，自{written(first)}起至{written(first + timedelta(days=days))}止"


def _testing_note(context: Context) -> str:
    return "需要检测、检验、检疫或者技术鉴定的，其期间不计入上述期限，期间另行书面告知。"


def _remedy(document: str = "本决定书") -> Line:
    made = remedies(is_penalty=False, document=document)
    return Line("remedy", "救济途径和期限", "", True, Form.PARAGRAPHS, Show.TEXT, make=made)


def _sealed(context: Context) -> str:
    return f"你（单位）涉嫌{_title(context)}，本机关决定对下列场所、设施或者财物予以{_measure(context)}。"


def _frozen_longer(context: Context) -> str:
    return (
        f"本机关已冻结你（单位）的存款、汇款。因情况复杂，依据{ACL[32, 1]}的规定，经行政机关负责人批准，"
        f"决定延长冻结期限{pick(context, 'step.stated.days') or 30}日。"
    )


def _approved(context: Context) -> str:
    if said := pick(context, "step.stated.head_opinion"):
        return str(said)
    outcome = pick(context, "step.outcome")
    return {"refused": "不同意实施。", "disagreed": "不应当采取，立即解除。"}.get(str(outcome), "同意实施。")


_EMERGENCY = "steps.CM-6.stated.emergency|steps.CM-1.stated.emergency"

APPROVALS = (
    DocumentKind(
        "measure_approval",
        "实施行政强制措施审批表",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    pair("emergency", "情况紧急当场实施", _EMERGENCY),
                    *SHORT_PARTY_ROWS,
                    row("reason", "理由", _REASON, True),
                    row("basis", "依据", _BASIS, True),
                    pair(
                        "basis_level",
                        "依据的效力级别",
                        "step.stated.basis_level|steps.CM-1.stated.basis_level",
                        choices=dict(BASIS_LEVELS),
                    ),
                    pair("amount", "冻结数额", "steps.CM-1.stated.amount", form=Form.MONEY),
                    row("objects", "场所、设施、财物或者账户", "steps.CM-1.stated.objects|steps.CM-1.stated.account"),
                    OFFICERS_ROW,
                    Line(
                        "head_opinion",
                        "行政机关负责人意见",
                        "",
                        True,
                        Form.PARAGRAPHS,
                        Show.OPINION,
                        make=_approved,
                        signed=("负责人", "step.actors", "step.at"),
                    ),
                ),
            ),
        ),
        (ACL[18], ACL[19]),
        internal=True,
    ),
    DocumentKind(
        "early_disposal_approval",
        "先行处置物品审批表",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    pair("proceeds", "所得价款", "step.stated.proceeds", form=Form.MONEY),
                    *SHORT_PARTY_ROWS,
                    row("reason", "理由", "step.stated.early_reason", True),
                    row("consent", "权利人的意见", "step.stated.consent", choices=dict(CONSENTS)),
                    row("evidence", "已经留存证据", "step.stated.evidence_kept", form=Form.YES_NO),
                    OFFICERS_ROW,
                    head_opinion("step.stated.head_opinion"),
                ),
            ),
        ),
        (ACL[28, 2], SAMR[41]),
        internal=True,
    ),
)

ON_SITE = (
    DocumentKind(
        "measure_record",
        "实施行政强制措施现场笔录",
        (
            Section(
                "",
                (
                    CASE_LINE,
                    Line("time", "时间", required=True, make=time_span),
                    line("place", "地点", "steps.CM-3.stated.place|party.address", True),
                    PARTY_TEXT,
                    OFFICERS,
                    line("presence", "当事人到场情况", "steps.CM-3.stated.presence", choices=dict(PRESENCE)),
                    line("witness", "见证人", "steps.CM-3.stated.witness_present"),
                    Line(
                        "told",
                        "出示证件和当场告知",
                        required=True,
                        form=Form.PARAGRAPHS,
                        show=Show.TEXT,
                        make=lambda c: (
                            "执法人员已出示执法身份证件，通知当事人到场，并当场告知采取行政强制措施的理由、依据，"
                            "以及当事人依法享有的陈述、申辩等权利和申请行政复议、提起行政诉讼的救济途径。"
                        ),
                    ),
                    line("party_words", "当事人的陈述和申辩", "steps.CM-4.stated.party_words", form=Form.PARAGRAPHS),
                    line("plea_reply", "对陈述、申辩的答复", "steps.CM-4.stated.plea_reply", form=Form.PARAGRAPHS),
                    text("found", "现场情况和实施经过", "step.stated.found", True),
                    line("refusal_note", "拒绝签名、盖章的情况", "step.stated.refusal_note", form=Form.PARAGRAPHS),
                    Line(
                        "checked",
                        "核对",
                        form=Form.PARAGRAPHS,
                        show=Show.TEXT,
                        make=lambda c: "以上笔录当事人已阅（已向当事人宣读），与事实相符。",
                    ),
                ),
            ),
        ),
        (ACL[18],),
        Layout.RECORD,
        signature_rows=_SIGNED,
        notes=("本笔录应当逐页签名；当事人拒绝签名或者盖章的，在笔录中注明；当事人不到场的，由见证人签名或者盖章。",),
    ),
    DocumentKind(
        "sealing_decision",
        "查封（扣押）决定书",
        (
            Section("当事人", (PARTY_TEXT,)),
            Section(
                "决定",
                (
                    text("decision", "决定", "", True, make=_sealed),
                    line("reason", "理由", _REASON, True, Form.PARAGRAPHS),
                    line("basis", "依据", _BASIS, True, Form.PARAGRAPHS),
                    line("term", "期限", "", True, make=_term),
                    text("testing", "检测期间", "", make=_testing_note),
                ),
            ),
            Section(
                "场所、设施或者财物",
                (
                    _goods(True),
                    line("kept_at", "存放地点", "step.stated.kept_at", True),
                    line("keeper", "保管人", "step.stated.keeper", True),
                    text(
                        "duty",
                        "义务",
                        "",
                        make=lambda c: (
                            "在此期间，任何单位和个人不得损毁封条，不得使用、转移、损毁上述场所、设施或者财物。"
                        ),
                    ),
                ),
            ),
            Section("救济途径和期限", (_remedy(),)),
        ),
        (ACL[24],),
        Layout.LETTER,
        sign="sealing_seizure",
        red_head=True,
        seal=True,
        numbered=True,
        signature_rows=(signature("当事人（签收）"),),
        notes=("附：场所（设施、财物）清单。", TWO_COPIES),
    ),
)

KINDS = (*APPROVALS, *ON_SITE)
