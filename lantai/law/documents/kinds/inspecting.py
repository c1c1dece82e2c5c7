"""行政检查: approval, notice, records on the spot, voucher of samples, result (the forms of the Ministry of Justice of 2025)."""

from __future__ import annotations

from lantai.law.documents.composing import officers_in_words, pick
from lantai.law.documents.kinds.investigation import time_span
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CASE_NUMBER,
    CASE_ROWS,
    CONTACT,
    GOODS_COLUMNS,
    OFFICERS,
    PARTY_ROWS,
    PARTY_TEXT,
    TWO_COPIES,
    addressee,
    line,
    pair,
    row,
    signature,
    text,
)
from lantai.law.documents.words import Column, Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.inspections import DISCIPLINE, DUTIES, RIGHTS, SOURCES
from lantai.law.inspections import KINDS as INSPECTION_KINDS
from lantai.law.statements.inspecting import DELIVERIES, RESULTS
from lantai.law.statements.investigating import PRESENCE
from lantai.law.statutes_in_force import ALL, APL, INSP54, INSPDOC, INSPQA

_PLAN = "steps.IN-2.stated."
_BASIS = "power.procedure|power.violated|power.penalty"
_SHOWN = (
    "执法人员已出示行政执法证件和行政检查通知书，说明检查的事项和依据，告知被检查人依法享有陈述、申辩、"
    "申请回避和投诉举报的权利，负有如实提供情况、配合检查的义务。"
)
_OBJECTION = "对检查结果有异议的，可以向本机关陈述、申辩；对检查中的违法违纪行为，可以向行政执法监督机关投诉、举报。"
_SIGNED_BELOW = "以上笔录被检查人已阅（已向被检查人宣读），与事实相符。"
_PAGE_BY_PAGE = "本笔录应当逐页签名；修改处应当由被检查人签名或者捺指印确认；拒绝签名的，写明情况。"
_ON_SITE = (
    signature("被检查人或者其委托人（签名）"),
    signature("见证人（签名）"),
    signature("检查人员（签名）"),
    signature("检查人员（签名）"),
)
_FINDINGS = (
    Column("序号", "#", 1, centre=True),
    Column("检查项目", "item", 5),
    Column("结果", "result", 2, centre=True, choices=dict(RESULTS)),
    Column("情况说明", "note", 5),
)


def _frequency(context: Context) -> str:
    return str(pick(context, "inspection.frequency") or "")


def _officers(context: Context) -> str:
    return officers_in_words(pick(context, "officers") or pick(context, "step.actors") or [])


def _discipline(context: Context) -> str:
    return "本次检查" + "，".join(DISCIPLINE) + "。"


def _opinion(context: Context) -> str:
    if said := pick(context, "step.stated.head_opinion"):
        return str(said)
    outcome = str(pick(context, "step.outcome"))
    return {"refused": "不同意检查。", "disagreed": "不应当检查，立即停止。"}.get(outcome, "同意检查。")


def _to_inspect(context: Context) -> str:
    return (
        f"本机关依法对你（单位）实施行政检查，检查事项为{pick(context, 'power.name') or pick(context, 'case.title')}。"
    )


def _told(context: Context) -> str:
    at = str(pick(context, "steps.IN-5.at") or pick(context, "step.at") or "")[:10]
    year, month, day = at.split("-")
    return f"本机关于{year}年{int(month)}月{int(day)}日对你（单位）实施了行政检查，现将检查结果告知如下："


def _follows(context: Context) -> str:
    outcome = pick(context, "step.outcome")
    if outcome == "correct":
        return "对上述问题，本机关责令你（单位）限期改正，内容和要求见责令改正通知书；期满后本机关将核查整改情况。"
    if outcome == "penalty":
        return "上述问题涉嫌违法，本机关将依法立案调查；是否给予行政处罚，按照行政处罚程序另行决定。"
    if outcome == "transfer":
        return f"上述问题不由本机关处理，本机关依法移送{pick(context, 'step.stated.transfer_to') or '有权机关'}。"
    return "本次检查没有发现问题。"


_TIME = Line("time", "检查时间", required=True, make=time_span)
_PLACE = line("place", "检查地点", "step.stated.place|steps.IN-5.stated.place|party.address", True)
_PRESENCE = line("presence", "被检查人到场情况", "steps.IN-5.stated.presence", choices=dict(PRESENCE))
_WITNESS = line("witness", "见证人", "step.stated.witness|steps.IN-5.stated.witness")
_RIGHTS = Line(
    "rights", "出示证件和告知权利", required=True, form=Form.PARAGRAPHS, show=Show.TEXT, make=lambda c: _SHOWN
)
_SCAN = line("scan", "扫码登记", "steps.IN-5.stated.scan_code|steps.IN-5.stated.no_scan_reason")
_PARTY_WORDS = line("party_words", "被检查人的陈述", "step.stated.party_words", form=Form.PARAGRAPHS)
_REFUSAL = line("refusal_note", "拒绝配合、拒绝签名的情况", "step.stated.refusal_note", form=Form.PARAGRAPHS)
_CHECKED = Line("checked", "核对", form=Form.PARAGRAPHS, show=Show.TEXT, make=lambda c: _SIGNED_BELOW)
_EARLIER = line("earlier", "上次检查发现的问题", "steps.IN-1.stated.earlier_findings", form=Form.PARAGRAPHS)


def _record(
    code: str, title: str, basis: tuple[object, ...], *lines: Line, head: tuple[Line, ...] = ()
) -> DocumentKind:
    """A record made where the inspection takes place."""
    opening = (CASE_LINE, _TIME, _PLACE, PARTY_TEXT, OFFICERS, _WITNESS)
    return DocumentKind(
        code,
        title,
        (Section("", (*opening, *head, *lines, _REFUSAL, _CHECKED)),),
        basis,  # type: ignore[arg-type]
        Layout.RECORD,
        signature_rows=_ON_SITE,
        notes=(_PAGE_BY_PAGE,),
    )


KINDS = (
    DocumentKind(
        "inspection_approval",
        "行政检查审批表",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    pair("kind", "检查类型", _PLAN + "inspection_kind", choices=INSPECTION_KINDS),
                    *PARTY_ROWS,
                    pair("source", "检查来源", _PLAN + "inspection_source", choices=SOURCES),
                    pair("reference", "依据的计划、抽签或者线索", _PLAN + "source_reference"),
                    row("matter", "检查事项", "power.name|case.title", True),
                    row("basis", "检查依据", _BASIS),
                    row("earlier", "上次检查发现的问题", "steps.IN-1.stated.earlier_findings"),
                    row("content", "检查内容", _PLAN + "content", True),
                    row("plan", "检查方案", _PLAN + "plan", True),
                    pair("planned_on", "计划检查日期", _PLAN + "planned_on", form=Form.DATE),
                    pair(
                        "emergency",
                        "情况紧急，当场实施",
                        "steps.IN-2.outcome",
                        choices={"emergency": "是", "planned": "否"},
                    ),
                    row("emergency_reason", "紧急的情况", _PLAN + "emergency_reason"),
                    row("frequency", "检查频次", "", make=_frequency),
                    row("officers", "检查人员", "", True, Form.TEXT, make=_officers),
                    Line(
                        "head_opinion",
                        "行政执法主体负责人意见",
                        "",
                        True,
                        Form.PARAGRAPHS,
                        Show.OPINION,
                        make=_opinion,
                        signed=("负责人", "step.actors", "step.at"),
                    ),
                ),
            ),
        ),
        (INSP54.whole, INSPDOC.whole),
        internal=True,
        compact=True,
    ),
    DocumentKind(
        "inspection_notice",
        "行政检查通知书",
        (
            Section("", (addressee(), text("opening", "检查事项", "", True, make=_to_inspect))),
            Section(
                "检查的依据和内容",
                (
                    line("basis", "检查依据", _BASIS, form=Form.PARAGRAPHS),
                    line("kind", "检查类型", _PLAN + "inspection_kind", choices=INSPECTION_KINDS),
                    line("content", "检查内容", _PLAN + "content", True, Form.PARAGRAPHS),
                ),
            ),
            Section("检查人员", (Line("officers", "检查人员", required=True, make=_officers, show=Show.TEXT),)),
            Section("检查频次", (text("frequency", "检查频次", "", make=_frequency),)),
            Section("检查纪律", (text("discipline", "五个严禁", "", True, make=_discipline),)),
            Section(
                "权利和义务",
                (
                    text("rights", "权利", "", True, make=lambda c: RIGHTS),
                    text("duties", "义务", "", True, make=lambda c: DUTIES),
                ),
            ),
            Section(
                "",
                (
                    line(
                        "delivered",
                        "送达方式",
                        "step.stated.delivered_how",
                        choices=dict(DELIVERIES),
                    ),
                    line("receiver", "签收人", "step.stated.notice_receiver"),
                ),
            ),
            CONTACT,
        ),
        (INSP54.whole, INSPDOC.whole),
        Layout.LETTER,
        sign="inspection_notice",
        red_head=True,
        seal=True,
        signature_rows=(signature("被检查人（签收）"),),
        notes=(TWO_COPIES,),
    ),
    _record(
        "inspection_record",
        "现场检查笔录",
        (INSPDOC.whole, APL[55, 1], ALL[61, 2]),
        Line("findings", "检查项目和结果", "step.stated.findings", True, Form.TABLE, Show.TABLE, columns=_FINDINGS),
        text("found", "现场情况", "step.stated.found", True),
        _PARTY_WORDS,
        head=(_PRESENCE, _SCAN, _RIGHTS, _EARLIER),
    ),
    _record(
        "scene_record",
        "勘验笔录",
        (INSPDOC.whole, APL[46]),
        text("found", "勘验的情况", "step.stated.found", True),
        head=(_RIGHTS,),
    ),
    _record(
        "sampling_voucher",
        "抽样取证凭证",
        (INSPDOC.whole, APL[56], ALL[62, 1]),
        text("found", "抽样的情况", "step.stated.found", True),
        Line("items", "样品清单", "step.stated.items", True, Form.TABLE, Show.TABLE, columns=GOODS_COLUMNS),
        head=(_RIGHTS,),
    ),
    DocumentKind(
        "inspection_result",
        "行政检查结果告知书",
        (
            Section("", (addressee(), text("opening", "告知的内容", "", True, make=_told))),
            Section("检查结果", (text("summary", "检查结果", "step.stated.summary", True),)),
            Section(
                "处理",
                (
                    line("problems", "发现的问题", "step.stated.problems", form=Form.PARAGRAPHS),
                    line("violated", "违反的规定", "step.stated.violated", form=Form.PARAGRAPHS),
                    text("follows", "处理", "", True, make=_follows),
                ),
            ),
            Section("", (line("told_to", "签收人", "step.stated.told_to"),)),
            Section(
                "",
                (
                    text(
                        "objection",
                        "异议",
                        "",
                        make=lambda c: (
                            "对检查结果有异议的，可以向本机关陈述、申辩；对检查中的违法违纪行为，可以向行政执法监督机关投诉、举报。"
                        ),
                    ),
                ),
            ),
            CONTACT,
        ),
        (INSPDOC.whole, INSPQA.whole),
        Layout.LETTER,
        red_head=True,
        seal=True,
        signature_rows=(signature("被检查人（签收）"),),
        notes=(TWO_COPIES,),
    ),
)
