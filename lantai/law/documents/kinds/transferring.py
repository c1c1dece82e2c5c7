"""移送涉嫌犯罪案件: report, approval, list of goods, hand-over, objections, clues of duty crimes (XFER 4 to 19)."""

from __future__ import annotations

from typing import Any

from lantai.law.documents.composing import pick
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CASE_NUMBER,
    CASE_ROWS,
    CONTACT,
    GOODS_COLUMNS,
    PARTY_TEXT,
    SHORT_PARTY_ROWS,
    addressee,
    line,
    opinion,
    pair,
    row,
    signature,
    text,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.statutes_in_force import APL, XFER

_LETTER: dict[str, Any] = {"layout": Layout.LETTER, "red_head": True, "seal": True, "sign": "transfer"}
_CRIME = "steps.XF-1.stated.suspected_crime|step.stated.suspected_crime"
_FACTS = "steps.XF-1.stated.crime_facts|step.stated.crime_facts"
_TWO = "本清单一式三份，移送机关、公安机关各一份，一份归档。"


def _goods(required: bool = False) -> Line:
    return Line("items", "清单", "step.stated.items", required, Form.TABLE, Show.TABLE, columns=GOODS_COLUMNS)


def _approved(context: Context) -> str:
    if said := pick(context, "step.stated.head_opinion"):
        return str(said)
    return "不批准移送。" if pick(context, "step.outcome") == "refused" else "同意移送。"


def _objected(context: Context) -> str:
    number = pick(context, "steps.XF-4.stated.notice_number")
    which = f"（{number}）" if number else ""
    return (
        f"本机关移送的{pick(context, 'party.name')}涉嫌{pick(context, _CRIME) or '犯罪'}一案，公安机关决定不予立案{which}。"
        f"本机关认为依法应当由公安机关决定立案，依据{XFER[9, 1]}的规定，"
    )


def _to_police(context: Context) -> str:
    return f"{_objected(context)}提请复议。"


def _to_procuratorate(context: Context) -> str:
    return f"{_objected(context)}建议依法进行立案监督。"


def _clue(context: Context) -> str:
    return f"本机关在办理{pick(context, 'case.title')}一案中，发现公职人员涉嫌职务犯罪的线索，依据{XFER[19]}的规定，现移送贵机关处理。"


def _letter(code: str, title: str, to: str, make: Any, basis: Any, *lines: Line) -> DocumentKind:
    return DocumentKind(
        code,
        title,
        (Section("", (addressee(to), text("opening", "事由", "", True, make=make), *lines)), CONTACT),
        basis,
        **_LETTER,
    )


_OBJECTION = line("objection", "理由", "step.stated.objection", True, Form.PARAGRAPHS)

KINDS = (
    DocumentKind(
        "crime_report",
        "涉嫌犯罪案件情况的调查报告",
        (
            Section("当事人", (PARTY_TEXT,)),
            Section("核实的事实和证据", (text("facts", "核实的事实和证据", _FACTS, True),)),
            Section(
                "涉嫌的犯罪",
                (
                    line("crime", "涉嫌的罪名", _CRIME, True),
                    line("threshold", "达到追诉标准的情况", "step.stated.threshold", True, Form.PARAGRAPHS),
                ),
            ),
            Section(
                "移送的建议",
                (
                    text(
                        "proposal",
                        "移送的建议",
                        "",
                        True,
                        make=lambda c: f"依据{APL[27, 1]}、{XFER[3]}的规定，建议移送公安机关。",
                    ),
                    line("team", "专案组", "step.actors|officers", True, Form.OFFICERS),
                ),
            ),
        ),
        (XFER[5], XFER[6]),
        Layout.RECORD,
        numbered=True,
        signature_rows=(signature("专案组成员（签名）"), signature("专案组成员（签名）")),
    ),
    DocumentKind(
        "crime_approval",
        "移送涉嫌犯罪案件审批表",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    *SHORT_PARTY_ROWS,
                    pair("crime", "涉嫌的罪名", _CRIME, True),
                    row("facts", "核实的事实和证据", _FACTS, True),
                    row("threshold", "达到追诉标准的情况", "steps.XF-1.stated.threshold"),
                    row("refusal_reason", "不批准移送的理由", "step.stated.refusal_reason"),
                    opinion(
                        "head_opinion",
                        "主要负责人意见",
                        "",
                        "主要负责人",
                        "step.actors",
                        "step.at",
                        True,
                        make=_approved,
                    ),
                ),
            ),
        ),
        (XFER[5],),
        internal=True,
    ),
    DocumentKind(
        "crime_goods_list",
        "涉案物品清单",
        (
            Section(
                "",
                (
                    CASE_LINE,
                    line("party_name", "当事人", "party.name", True),
                    line("what", "移送的材料和物品", "step.stated.transfer_items", True, Form.PARAGRAPHS),
                    line("appraisal", "检验报告或者鉴定结论", "step.stated.appraisal"),
                    _goods(),
                ),
            ),
        ),
        (XFER[4], XFER[6]),
        Layout.LIST,
        signature_rows=(signature("移送人（签名）"), signature("公安机关接收人（签名）")),
        notes=(_TWO,),
    ),
    DocumentKind(
        "crime_handover",
        "涉案物品和材料交接清单",
        (
            Section(
                "",
                (
                    CASE_LINE,
                    line("party_name", "当事人", "party.name", True),
                    line("handed_to", "接收的机关和人员", "step.stated.handed_to", True),
                    _goods(True),
                ),
            ),
        ),
        (XFER[12],),
        Layout.LIST,
        signature_rows=(signature("移交人（签名）"), signature("接收人（签名）")),
        notes=(_TWO,),
    ),
    _letter(
        "police_reconsideration", "提请复议书（不予立案）", "step.stated.to_body", _to_police, (XFER[9, 1],), _OBJECTION
    ),
    _letter("filing_supervision", "立案监督建议书", "step.stated.to_body", _to_procuratorate, (XFER[9],), _OBJECTION),
    _letter(
        "duty_crime_clue",
        "职务犯罪线索移送函",
        "step.stated.clue_to",
        _clue,
        (XFER[19],),
        line("official", "涉及的公职人员", "step.stated.official", True),
        line("clue_facts", "线索的内容", "step.stated.clue_facts", True, Form.PARAGRAPHS),
    ),
)
