"""调查取证: records on the spot, interviews, extraction, sampling, the final report."""

from __future__ import annotations

from lantai.law.documents.composing import pick
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CONTACT,
    EVIDENCE_COLUMNS,
    GOODS_COLUMNS,
    OFFICERS,
    PARTY_TEXT,
    PEN_DAY,
    TWO_COPIES,
    addressee,
    line,
    signature,
    text,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.statements.investigating import PRESENCE
from lantai.law.statutes_in_force import APL, SAMR

_SHOWN = "执法人员已向当事人出示执法证件，表明身份，并告知其依法享有陈述、申辩和申请回避的权利，负有如实回答询问、协助调查的义务。"
_SIGNED_BELOW = "以上笔录当事人已阅（已向当事人宣读），与事实相符。"
_PAGE_BY_PAGE = "本笔录应当逐页签名；修改处应当由被询问人、当事人签名或者捺指印确认。"


def time_span(context: Context) -> str:
    """From when to when, on the day of the act."""
    at, stated = str(pick(context, "step.at") or ""), pick(context, "step.stated") or {}
    return span(at, str(stated.get("began_at", "")), str(stated.get("ended_at", "")))


def span(at: str, began: str, ended: str) -> str:
    """2026年3月5日09:00至10:30."""
    if not at:
        return ""
    year, month, day = at[:10].split("-")
    start, blank = began or at[11:16], "　　时　　分"
    return f"{year}年{int(month)}月{int(day)}日{start or blank}至{ended or blank}"


def questions(context: Context) -> list[str]:
    """Question and answer, each on its own line."""
    asked = str(pick(context, "step.stated.questions") or "")
    return [p.strip() for p in asked.split("\n") if p.strip()]


_TIME = Line("time", "时间", required=True, make=time_span)
_PLACE = line("place", "地点", "step.stated.place|party.address", True)
_RIGHTS = Line(
    "rights", "出示证件和告知权利", required=True, form=Form.PARAGRAPHS, show=Show.TEXT, make=lambda c: _SHOWN
)
_PRESENCE = line("presence", "当事人到场情况", "step.stated.presence", choices=dict(PRESENCE))
_WITNESS = line("witness", "见证人", "step.stated.witness")
_REFUSAL = line("refusal_note", "拒绝配合、拒绝签名的情况", "step.stated.refusal_note", form=Form.PARAGRAPHS)
_PARTY_WORDS = line("party_words", "当事人的陈述", "step.stated.party_words", form=Form.PARAGRAPHS)
_AV = line("av", "音像记录", "step.stated.av_number|step.stated.av")
_CHECKED = Line("checked", "核对", form=Form.PARAGRAPHS, show=Show.TEXT, make=lambda c: _SIGNED_BELOW)
_SIGNATURES = (
    signature("当事人或者其委托人（签名）"),
    signature("见证人（签名）"),
    signature("执法人员（签名）"),
    signature("执法人员（签名）"),
)
_ITEMS = Line("items", "物品清单", "step.stated.items", form=Form.TABLE, show=Show.TABLE, columns=GOODS_COLUMNS)


def _record(code: str, title: str, found: str, *extra: Line, basis: tuple[object, ...]) -> DocumentKind:
    """A record made on the spot."""
    return DocumentKind(
        code,
        title,
        (
            Section(
                "",
                (
                    CASE_LINE,
                    _TIME,
                    _PLACE,
                    PARTY_TEXT,
                    OFFICERS,
                    _PRESENCE,
                    _WITNESS,
                    _RIGHTS,
                    text(
                        "found",
                        found,
                        "step.stated.found|step.stated.summary|steps.PS-2.stated.facts|step.stated.facts",
                        not extra,
                    ),
                    *extra,
                    _PARTY_WORDS,
                    _REFUSAL,
                    _AV,
                    _CHECKED,
                ),
            ),
        ),
        basis,  # type: ignore[arg-type]
        Layout.RECORD,
        signature_rows=_SIGNATURES,
        notes=(_PAGE_BY_PAGE,),
    )


def _asked(context: Context) -> str:
    on, at, place = (pick(context, f"step.stated.{word}") for word in ("asked_on", "asked_at", "place"))
    when = span(str(on or ""), str(at or ""), "").partition("至")[0] or PEN_DAY
    return f"为调查{pick(context, 'case.title')}一案，请你（单位）于{when}到{place or '本机关'}接受询问调查。"


KINDS = (
    _record(
        "site_record",
        "现场笔录",
        "现场情况",
        basis=(APL[55], SAMR[28]),
    ),
    DocumentKind(
        "interview_notice",
        "询问通知书",
        (
            Section(
                "",
                (
                    addressee("step.stated.person_asked|party.name"),
                    text("opening", "事由", "", True, make=lambda c: _asked(c)),
                    line("bring", "应当携带的材料", "step.stated.bring", form=Form.PARAGRAPHS),
                    text(
                        "duty",
                        "义务",
                        "",
                        make=lambda c: "当事人或者有关人员应当如实回答询问，并协助调查，不得拒绝或者阻挠。",
                    ),
                ),
            ),
            CONTACT,
        ),
        (APL[55, 2], SAMR[29]),
        Layout.LETTER,
        seal=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "interview_record",
        "询问笔录",
        (
            Section(
                "",
                (
                    CASE_LINE,
                    _TIME,
                    _PLACE,
                    line("person_asked", "被询问人", "step.stated.person_asked", True),
                    line("person_relation", "与本案的关系", "step.stated.person_relation", True),
                    line("person_code", "身份证件号码", "step.stated.person_code"),
                    line("person_address", "工作单位和住址", "step.stated.person_address"),
                    line("person_phone", "联系电话", "step.stated.person_phone"),
                    OFFICERS,
                    _RIGHTS,
                    Line(
                        "questions", "询问和回答", required=True, form=Form.PARAGRAPHS, show=Show.TEXT, make=questions
                    ),
                    _PARTY_WORDS,
                    _REFUSAL,
                    _AV,
                    Line(
                        "checked",
                        "核对",
                        form=Form.PARAGRAPHS,
                        show=Show.TEXT,
                        make=lambda c: "以上笔录我已看过（已向我宣读），与我所述一致。",
                    ),
                ),
            ),
        ),
        (APL[55, 2], SAMR[29]),
        Layout.RECORD,
        signature_rows=(
            signature("被询问人（签名）"),
            signature("询问人（签名）"),
            signature("记录人（签名）"),
        ),
        notes=(_PAGE_BY_PAGE,),
    ),
    _record(
        "evidence_extraction",
        "证据提取单",
        "提取的情况",
        Line(
            "extracted",
            "提取的证据",
            "evidence",
            form=Form.TABLE,
            show=Show.TABLE,
            columns=EVIDENCE_COLUMNS,
        ),
        basis=(APL[46], SAMR[25]),
    ),
    _record(
        "electronic_extraction",
        "电子数据证据提取笔录",
        "提取的方法、过程和内容",
        line("integrity", "完整性校验值", "step.stated.digest|step.stated.integrity"),
        basis=(APL[46], SAMR[26]),
    ),
    _record("sampling_record", "抽样记录", "抽样的情况", _ITEMS, basis=(APL[56], SAMR[31])),
    DocumentKind(
        "investigation_report",
        "案件调查终结报告",
        (
            Section("当事人的基本情况", (PARTY_TEXT,)),
            Section(
                "案件来源、调查经过及采取行政强制措施的情况",
                (text("investigation", "案件来源和调查经过", "step.stated.investigation", True),),
            ),
            Section(
                "调查认定的事实及主要证据",
                (
                    text("facts", "调查认定的事实", "step.stated.facts|draft.facts", True),
                    line("evidence_summary", "主要证据", "step.stated.evidence_summary", form=Form.PARAGRAPHS),
                    Line(
                        "evidence", "证据清单", "evidence", form=Form.TABLE, show=Show.TABLE, columns=EVIDENCE_COLUMNS
                    ),
                ),
            ),
            Section("违法行为性质", (text("nature", "违法行为性质", "step.stated.nature|draft.basis_reason", True),)),
            Section(
                "处理意见及依据",
                (text("proposal", "处理意见及依据", "step.stated.proposal", True),),
            ),
            Section(
                "自由裁量的理由等其他需要说明的事项",
                (text("discretion", "自由裁量的理由", "step.stated.discretion|draft.discretion_reason", True),),
            ),
            Section("", (Line("officers", "承办人", "officers|step.actors", True, Form.OFFICERS),)),
        ),
        (SAMR[48],),
        Layout.LETTER,
        internal=True,
        numbered=True,
        signature_rows=(signature("承办人（签名）"), signature("承办人（签名）"), signature("承办机构负责人（签名）")),
    ),
)
