"""应急征用: approval, notice, list, hand-over, return, compensation (EMERG 12)."""

from __future__ import annotations

from lantai.law.documents.composing import pick, written_on, yuan
from lantai.law.documents.kinds.parts import line, row, signature, text
from lantai.law.documents.kinds.stated import form, letter, opinion_of_head, record, remedy, rows, said
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section
from lantai.law.money import fen
from lantai.law.proposal import yuan as amount_of
from lantai.law.requisitions import MONEY_WORDS
from lantai.law.statements.requisitioning import COMPENSATION, COMPENSATION_PROPOSAL, DECISION, HANDOVER, RETURN
from lantai.law.statutes_in_force import EMERG

_ASKED = "steps.RQ-1.stated"
_SIGNED = ("被征用人（签名或者盖章）", "经办人员（签名）")


def _requisitioned(context: Context) -> str:
    event = pick(context, f"{_ASKED}.emergency_event") or "突发事件"
    begun, end = pick(context, "step.stated.use_from"), pick(context, "step.stated.use_until")
    span = (
        f"征用期限自{written_on(begun)}{'至' + written_on(end) if end else '至应急处置工作结束'}止。" if begun else ""
    )
    return (
        f"因{event}的应急需要，依据{EMERG[12]}的规定，决定征用你（单位）的下列财产（见清单）。{span}"
        "使用完毕或者应急处置工作结束后及时返还；征用以及毁损、灭失的，依法给予公平、合理的补偿。"
    )


def _approved(context: Context) -> str:
    if said_so := pick(context, "step.stated.head_opinion"):
        return str(said_so)
    outcome = str(pick(context, "step.outcome"))
    return {"refused": "不同意征用。", "disagreed": "不同意征用，立即返还。"}.get(outcome, "同意征用。")


def _total(context: Context) -> str:
    stated = pick(context, "step.stated") or {}
    return yuan(fen(sum((amount_of(stated.get(word)) for word in MONEY_WORDS), amount_of(0))))


def _compensated(context: Context) -> str:
    return f"你（单位）的财产因应急需要被征用，依据{EMERG[12]}的规定，决定给予补偿{_total(context)}。"


_OPINION = opinion_of_head()
KINDS = (
    form(
        "requisition_approval",
        "应急征用审批表",
        (
            row("emergency_event", "突发事件", f"{_ASKED}.emergency_event", True),
            row("need", "征用的理由", f"{_ASKED}.need", True),
            row("goods_wanted", "拟征用的财产", f"{_ASKED}.goods_wanted", True),
            row("emergency", "当场征用", f"{_ASKED}.emergency", form=Form.YES_NO),
            Line(
                _OPINION.code,
                _OPINION.label,
                required=True,
                form=_OPINION.form,
                show=_OPINION.show,
                make=_approved,
                signed=_OPINION.signed,
            ),
        ),
        (EMERG[12],),
        internal=True,
    ),
    letter(
        "requisition_notice",
        "应急征用通知书",
        (
            Section("", (text("notice", "通知的内容", "", True, make=_requisitioned), *said(DECISION, "use_place"))),
            remedy("本通知书"),
        ),
        (EMERG[12],),
        sign="requisition",
        signed=("被征用人（签收）",),
        notes=("附：应急征用清单。", "本通知书一式两份，一份交被征用人，一份归档。"),
    ),
    DocumentKind(
        "requisition_list",
        "应急征用清单",
        (
            Section("", (line("party_name", "被征用人", "party.name", True), *said(DECISION, "items"))),
            Section("", said(DECISION, "use_place")),
        ),
        (EMERG[12],),
        Layout.LIST,
        signature_rows=tuple(signature(who) for who in _SIGNED),
        notes=("本清单一式两份，一份交被征用人，一份归档。",),
    ),
    record(
        "requisition_handover", "应急征用财产交接单", said(HANDOVER), (EMERG[12],), ("移交人（签名）", "接收人（签名）")
    ),
    record(
        "requisition_return",
        "应急征用财产返还清单",
        said(RETURN, "returned_items", "returned_on", "returned_to", "damage", "loss"),
        (EMERG[12],),
        _SIGNED,
    ),
    form("requisition_proposal", "应急征用补偿决定送审稿", rows(COMPENSATION_PROPOSAL), (EMERG[12],), internal=True),
    letter(
        "requisition_compensation",
        "应急征用补偿决定书",
        (
            Section("决定", (text("decision", "决定", "", True, make=_compensated),)),
            Section(
                "补偿的计算", (line("reckoned", "标准和计算", "steps.RQ-6-1.stated.reckoned", form=Form.PARAGRAPHS),)
            ),
            Section(
                "补偿",
                (
                    *said(COMPENSATION, *MONEY_WORDS, "pay_until"),
                    line("head_opinion", "审批意见", "step.stated.head_opinion"),
                ),
            ),
            remedy(),
        ),
        (EMERG[12],),
        sign="requisition",
        numbered=True,
        signed=("被征用人（签收）",),
    ),
)
