"""先行登记保存: notice with its list, disposal and release; the list of goods that goes with any measure."""

from __future__ import annotations

from lantai.law.documents.composing import pick
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CONTACT,
    GOODS_COLUMNS,
    PHOTOS,
    TWO_COPIES,
    addressee,
    line,
    remedies,
    signature,
    text,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.statements.investigating import PRESERVATION_DISPOSALS
from lantai.law.statutes_in_force import APL, SAMR


def _goods(required: bool) -> Line:
    return Line(
        "items",
        "清单",
        "step.stated.items|steps.PG-5.stated.items",
        required,
        Form.TABLE,
        Show.TABLE,
        columns=GOODS_COLUMNS,
    )


_SIGNED = (
    signature("当事人（签名或者盖章）"),
    signature("见证人（签名）"),
    signature("执法人员（签名）"),
    signature("执法人员（签名）"),
)


def _preserved(context: Context) -> str:
    return (
        f"你（单位）涉嫌{_title(context)}，因证据可能灭失或者以后难以取得，依据{APL[56]}的规定，经行政机关负责人批准，"
        "本机关决定对下列证据先行登记保存，并在七个工作日内作出处理决定。"
    )


def _title(context: Context) -> str:
    return str(pick(context, "case.title") or "").removeprefix("涉嫌")


def _disposed(context: Context) -> str:
    return f"本机关办理{pick(context, 'case.title')}一案，对先行登记保存的证据，依据{APL[56]}的规定，决定处理如下："


def _released(context: Context) -> str:
    return f"本机关办理{pick(context, 'case.title')}一案，现决定自即日起解除对有关证据的先行登记保存。"


def _kept(context: Context) -> str:
    return "先行登记保存期间，当事人或者有关人员不得损毁、销毁或者转移证据。"


KINDS = (
    DocumentKind(
        "preservation_notice",
        "先行登记保存证据通知书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("decision", "通知的内容", "", True, make=_preserved),
                    text("reason", "理由", "step.stated.preservation_reason"),
                    _goods(True),
                    line("kept_at", "保存地点", "step.stated.kept_at", True),
                    line("keeper", "保管人", "step.stated.keeper", True),
                    text("duty", "义务", "", make=_kept),
                ),
            ),
            CONTACT,
        ),
        (APL[56], SAMR[34]),
        Layout.LETTER,
        sign="preservation",
        red_head=True,
        seal=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "goods_list",
        "场所（设施、财物）清单",
        (
            Section("", (CASE_LINE, line("party_name", "当事人", "party.name", True), _goods(True))),
            Section(
                "", (line("kept_at", "保存地点", "step.stated.kept_at"), line("keeper", "保管人", "step.stated.keeper"))
            ),
            PHOTOS,
        ),
        (SAMR[34],),
        Layout.LIST,
        version=2,
        seal=True,
        signature_rows=_SIGNED,
        notes=("本清单一式两份，一份交当事人，一份归档。",),
        when=("step.stated.items", ()),
    ),
    DocumentKind(
        "preservation_disposal",
        "先行登记保存证据处理决定书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("opening", "事由", "", True, make=_disposed),
                    Line(
                        "disposal",
                        "处理方式",
                        "step.stated.disposal",
                        True,
                        Form.LIST,
                        Show.TEXT,
                        choices=dict(PRESERVATION_DISPOSALS),
                    ),
                    line("reason", "理由", "step.stated.disposal_reason", True, Form.PARAGRAPHS),
                    line("returned", "返还的证据", "step.stated.returned_items", form=Form.PARAGRAPHS),
                    _goods(False),
                    Line("remedy", "救济途径", form=Form.PARAGRAPHS, show=Show.TEXT, make=remedies(is_penalty=False)),
                ),
            ),
        ),
        (APL[56], SAMR[35]),
        Layout.LETTER,
        sign="preservation_disposal",
        red_head=True,
        seal=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "preservation_release",
        "解除先行登记保存证据通知书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("opening", "事由", "", True, make=_released),
                    line("reason", "理由", "step.stated.disposal_reason|step.stated.reason", form=Form.PARAGRAPHS),
                    line("returned", "返还的证据", "step.stated.returned_items", form=Form.PARAGRAPHS),
                    _goods(False),
                ),
            ),
        ),
        (APL[56], SAMR[35]),
        Layout.LETTER,
        sign="preservation_disposal",
        red_head=True,
        seal=True,
        signature_rows=(signature("当事人（签收）"),),
        notes=(TWO_COPIES,),
    ),
)
