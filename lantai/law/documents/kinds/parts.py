"""Parts that many documents share: the party, the case, officers, remedies, places for signatures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lantai.law.documents.composing import pick, written_at
from lantai.law.documents.words import Column, Context, Form, Line, Section, Show
from lantai.law.records import EVIDENCE_KINDS, RECORD_KINDS
from lantai.law.remedies import remedy_text
from lantai.law.sources import SOURCES

PEN_DAY = "　　　年　　月　　日"
TWO_COPIES = "本文书一式两份，一份送达当事人，一份归档。"


def text(code: str, label: str, source: str, required: bool = False, **more: Any) -> Line:
    """Paragraphs without a label of their own."""
    return Line(code, label, source, required, Form.PARAGRAPHS, Show.TEXT, **more)


def line(code: str, label: str, source: str, required: bool = False, form: Form = Form.TEXT, **more: Any) -> Line:
    """``label：words`` in a running document."""
    return Line(code, label, source, required, form, Show.LINE, **more)


def pair(code: str, label: str, source: str, required: bool = False, form: Form = Form.TEXT, **more: Any) -> Line:
    """Half a row of a form."""
    return Line(code, label, source, required, form, Show.PAIR, **more)


def row(code: str, label: str, source: str, required: bool = False, form: Form = Form.PARAGRAPHS, **more: Any) -> Line:
    """A whole row of a form."""
    return Line(code, label, source, required, form, Show.ROW, **more)


def opinion(
    code: str, label: str, source: str, signer: str, who: str = "", when: str = "", required: bool = False, **more: Any
) -> Line:
    """An opinion with its signature. Without ``who`` the name is written by pen."""
    return Line(code, label, source, required, Form.PARAGRAPHS, Show.OPINION, signed=(signer, who, when), **more)


def addressee(source: str = "party.name") -> Line:
    return Line("addressee", "受文者", source, True, Form.TEXT, Show.TO)


# ---- the party --------------------------------------------------------------------------------------------------


def code_label(context: Context) -> str:
    """What the number of the party is called."""
    return "身份证件号码" if pick(context, "party.kind") == "person" else "统一社会信用代码"


def party_lines(context: Context) -> list[str]:
    """The party as decisions and notices name it: name, number, representative, address, telephone."""
    is_person = pick(context, "party.kind") == "person"
    head = "经营者" if pick(context, "party.kind") == "sole_trader" else "法定代表人（负责人）"
    made = (
        ("当事人", "party.name"),
        (code_label(context), "party.code"),
        ("" if is_person else head, "party.legal_representative"),
        ("住址" if is_person else "住所", "party.address"),
        ("联系电话", "party.phone"),
    )
    return [f"{label}：{value}" for label, source in made if label and (value := pick(context, source))]


PARTY_TEXT = Line("party", "当事人", required=True, form=Form.PARAGRAPHS, show=Show.TEXT, make=party_lines)
PARTY_ROWS = (
    pair("party_name", "当事人", "party.name", True),
    pair("party_kind", "当事人类别", "party.kind_label"),
    pair("party_code", "证件号码或者信用代码", "party.code"),
    pair("party_head", "法定代表人（负责人）", "party.legal_representative"),
    pair("party_address", "住所（住址）", "party.address"),
    pair("party_phone", "联系电话", "party.phone"),
)
SHORT_PARTY_ROWS = (
    pair("party_name", "当事人", "party.name", True),
    pair("party_code", "证件号码或者信用代码", "party.code"),
)


# ---- the case ---------------------------------------------------------------------------------------------------

CASE_ROWS = (row("case_title", "案由", "case.title", True, Form.TEXT),)
CASE_NUMBER = pair("case_number", "案件编号", "case.number")
SOURCE = pair("source", "案件来源", "case.source", True, choices=SOURCES)
CASE_LINE = line("case_title", "案由", "case.title", True)
OFFICERS = line("officers", "执法人员", "step.officers|officers|step.actors", True, Form.OFFICERS)
OFFICERS_ROW = row("officers", "承办人", "officers|step.actors", True, Form.OFFICERS)


def head_opinion(when_stated: str, label: str = "行政机关负责人意见", default: str = "同意。") -> Line:
    """The opinion of the head who takes the step, signed by name and day."""
    return opinion(
        "head_opinion",
        label,
        "",
        "负责人",
        "step.actors",
        "step.at",
        True,
        make=lambda c: pick(c, when_stated) or default,
    )


def unit_opinion(default: str = "") -> Line:
    """The opinion of the head of the handling unit, by pen where it was not given in the system."""
    return opinion("unit_opinion", "承办机构负责人意见", "step.stated.unit_opinion", "承办机构负责人")


# ---- remedies, contact ------------------------------------------------------------------------------------------


def remedies(act: str = "", is_penalty: bool = True, document: str = "本决定书") -> Any:
    """A maker of the remedy sentences (APL 59, ARL 23)."""

    def make(context: Context) -> str:
        body = pick(context, "remedy.reconsideration_body") or "本机关的本级人民政府"
        court = pick(context, "remedy.court") or "有管辖权的人民法院"
        bodies = tuple(body) if isinstance(body, list | tuple) else (str(body),)
        first = pick(context, "remedy.first")
        kind = act or (first if isinstance(first, str) else "by_law" if first else "")
        return remedy_text(kind, bodies, str(court), document, is_penalty)

    return make


def contact_lines(context: Context) -> list[str]:
    """Where the party finds the agency."""
    people = pick(context, "officers") or []
    names = "、".join(p.get("name", "") for p in people if isinstance(p, Mapping))
    reach = (("联系人", names), ("联系电话", pick(context, "agency.phone")))
    first = "　".join(f"{label}：{value}" for label, value in reach if value)
    address = pick(context, "agency.address")
    return [p for p in (first, f"地址：{address}" if address else "") if p]


CONTACT = Section("", (Line("contact", "联系方式", form=Form.PARAGRAPHS, show=Show.TEXT, make=contact_lines),))

GOODS_COLUMNS = (
    Column("序号", "#", 1, centre=True),
    Column("名称", "name", 3),
    Column("规格型号", "specification", 2),
    Column("数量", "quantity", 1, centre=True),
    Column("单位", "unit", 1, centre=True),
    Column("生产日期（批号）", "batch", 2),
    Column("生产经营单位", "maker", 3),
    Column("备注", "remark", 2),
)


def photos_of_step(context: Context) -> list[dict[str, str]]:
    """The photos on file that were taken for this step, each with what it shows, when and where."""
    step = pick(context, "step.id")
    shown = []
    for piece in pick(context, "evidence") or ():
        if step and piece.get("photo") and piece.get("of_step") == step:
            when_and_where = "，".join(
                w for w in (written_at(piece["made_at"]) if piece.get("made_at") else "", piece.get("place")) if w
            )
            shown.append(
                {"photo": piece["photo"], "name": piece["name"] + (f"（{when_and_where}）" if when_and_where else "")}
            )
    return shown


PHOTOS = Section(
    "照片",
    (
        Line(
            "photos",
            "照片",
            form=Form.TABLE,
            show=Show.PHOTOS,
            make=photos_of_step,
            columns=(Column("文件摘要", "photo"), Column("说明", "name")),
        ),
    ),
)

EVIDENCE_COLUMNS = (
    Column("序号", "#", 1, centre=True),
    Column("证据名称", "name", 4),
    Column("种类", "kind_label|kind", 2, choices=EVIDENCE_KINDS | RECORD_KINDS),
    Column("证明的事实", "proves", 5),
)


def signature(who: str) -> tuple[str, ...]:
    """A place for a signature or seal and the day."""
    return (f"{who}：", PEN_DAY)
