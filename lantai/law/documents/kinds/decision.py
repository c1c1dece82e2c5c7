"""决定: penalty, no penalty, on the spot, order to correct, with reasons in three parts and the remedies."""

from __future__ import annotations

from lantai.law.discretion import Tier
from lantai.law.documents.composing import pick, written_at, written_on
from lantai.law.documents.kinds.notice import proposed_lines
from lantai.law.documents.kinds.parts import (
    CASE_LINE,
    CASE_NUMBER,
    EVIDENCE_COLUMNS,
    OFFICERS,
    PARTY_ROWS,
    PARTY_TEXT,
    TWO_COPIES,
    addressee,
    line,
    pair,
    remedies,
    row,
    signature,
    text,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.penalties import LABELS
from lantai.law.sources import SOURCES
from lantai.law.statements.deciding import ADOPTION
from lantai.law.statutes_in_force import APL, SAMR, SAMRPUB

SURCHARGE = (
    f"到期不缴纳罚款的，依据{APL[72, 1, 1]}的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。"
)
PUBLICATION = "本机关将依法向社会公开本行政处罚决定信息。"


def course(context: Context) -> list[str]:
    """案件来源与调查经过: as the report told it, else source and filing."""
    if told := pick(context, "steps.PG-8.stated.investigation"):
        return str(told).split("\n")
    source = pick(context, "case.source")
    filed = pick(context, "steps.PG-3.at") or pick(context, "case.opened_on")
    origin = f"本案来源于{SOURCES.get(str(source), source)}。" if source else ""
    return [origin + (f"本机关于{written_on(filed)}立案，依法进行了调查。" if filed else "本机关依法进行了调查。")]


def told_and_heard(context: Context) -> list[str]:
    """告知、陈述申辩和听证: what was told, what the party said, whether it was adopted and why."""
    made = []
    if at := pick(context, "steps.PG-10.at"):
        hearing = "、要求听证" if _hearing_right(context) else ""
        made.append(
            f"本机关于{written_on(at)}依法告知当事人拟作出的行政处罚内容及事实、理由、依据，"
            f"并告知当事人依法享有陈述、申辩{hearing}的权利。"
        )
    form = pick(context, "steps.PG-11.stated.form")
    if form in ("oral", "written"):
        made.append(
            f"当事人提出陈述、申辩：{_bare(pick(context, 'steps.PG-11.stated.plea|steps.PG-11.stated.content'))}。"
        )
        adoption = dict(ADOPTION).get(str(pick(context, "steps.PG-11.stated.adoption|steps.PG-11.stated.accepted")), "")
        reply = _bare(pick(context, "steps.PG-11.stated.plea_reply|steps.PG-11.stated.reply"))
        made.append(f"经复核，本机关对上述陈述、申辩意见{adoption or '作出答复'}：{reply}。")
    elif pick(context, "steps.PG-11.outcome") == "waived":
        made.append("当事人明确放弃陈述、申辩的权利。")
    elif form == "none" or pick(context, "steps.PG-11.at"):
        made.append("当事人在规定的期限内未提出陈述、申辩。")
    if held := pick(context, "steps.PG-12.stated.held_on|steps.PG-12.at|steps.H-5.at"):
        made.append(f"应当事人的要求，本机关于{written_on(held)}举行听证，并根据听证笔录作出本决定。")
    if words := pick(context, "draft.party_words"):
        made += str(words).split("\n")
    return made or ["本机关已依法告知当事人陈述、申辩的权利。"]


def _hearing_right(context: Context) -> bool:
    return bool(pick(context, "steps.PG-10.stated.hearing_right") or pick(context, "steps.H-1.at"))


def _bare(value: object) -> str:
    return str(value or "").strip().rstrip("。；;")


def payment(context: Context) -> list[str]:
    """履行方式和期限, with the surcharge sentence where there is a fine (APL 66, 67, 72)."""
    draft = pick(context, "draft") or pick(context, "step.stated") or {}
    kinds = draft.get("penalty_kinds") or pick(context, "decision.penalty_kinds") or ()
    fine, gains = "fine" in kinds, "confiscation_gains" in kinds
    made = []
    if fine or gains:
        what = "、".join(w for w, there in (("罚款", fine), ("没收的违法所得", gains)) if there)
        bank = _bare(pick(context, "draft.pay_to|step.stated.pay_to|steps.PS-4.stated.pay_to")) or "指定的银行"
        made.append(
            f"当事人应当自收到本决定书之日起十五日内，到{bank}缴纳{what}，也可以通过电子支付系统缴纳（{APL[67, 3]}）。"
        )
    if fine:
        made.append(SURCHARGE)
        made.append(f"确有经济困难，需要延期或者分期缴纳罚款的，可以向本机关提出申请（{APL[66, 2]}）。")
    return made or ["当事人应当自收到本决定书之日起，在决定书载明的期限内予以履行。"]


def payment_on_the_spot(context: Context) -> list[str]:
    """The same in short, for the form that is filled in on the spot."""
    return payment(context)[:2]


def conclusion(context: Context) -> list[str]:
    """What is decided: the words of the decision, else the proposed items."""
    decided = pick(context, "decision.conclusion")
    if decided:
        return str(decided).split("\n")
    items = proposed_lines(context)
    correction = _bare(pick(context, "step.stated.correction|draft.correction"))
    made = [f"责令改正：{correction}。"] if correction else []
    return [*made, "决定给予以下行政处罚：", *(f"{n}．{item}" for n, item in enumerate(items, 1))] if items else []


_VIOLATED = "steps.PG-10.stated.violated|step.stated.violated|steps.PS-2.stated.violated|power.violated|steps.PG-10.stated.bases"
_BASIS = "steps.PG-10.stated.penalty_basis|step.stated.penalty_basis|steps.PS-2.stated.penalty_basis|power.penalty|steps.PG-10.stated.bases"
_REMEDY = Section(
    "救济途径和期限",
    (Line("remedy", "救济途径和期限", "", True, Form.PARAGRAPHS, Show.TEXT, make=remedies()),),
)
_PUBLISHED = text("publication", "公示告知", "", make=lambda c: PUBLICATION)
_REASONED = (
    Section("案件来源和调查经过", (text("course", "案件来源和调查经过", "", True, make=course),)),
    Section(
        "违法事实", (text("facts", "违法事实", "draft.facts|steps.PG-10.stated.facts|steps.PG-8.stated.facts", True),)
    ),
    Section(
        "证据和采信理由",
        (
            Line("evidence", "证据", "evidence", form=Form.TABLE, show=Show.TABLE, columns=EVIDENCE_COLUMNS),
            text("evidence_reason", "证据采信理由", "draft.evidence_reason", True),
        ),
    ),
    Section("告知、陈述申辩和听证", (text("heard", "告知、陈述申辩和听证", "", True, make=told_and_heard),)),
)

KINDS = (
    DocumentKind(
        "penalty_decision",
        "行政处罚决定书",
        (
            Section("当事人", (PARTY_TEXT,)),
            *_REASONED,
            Section(
                "定性和法律依据",
                (
                    line("violated", "违反的规定", _VIOLATED, True, Form.PARAGRAPHS),
                    line("penalty_basis", "处罚依据", _BASIS, True, Form.PARAGRAPHS),
                    text("basis_reason", "依据选择理由", "draft.basis_reason", True),
                ),
            ),
            Section(
                "裁量理由",
                (
                    line("tier", "裁量档次", "draft.tier|step.stated.tier", choices={str(t): str(t) for t in Tier}),
                    line("standard", "裁量基准", "draft.standard|power.discretion"),
                    text("discretion_reason", "决定裁量理由", "draft.discretion_reason", True),
                ),
            ),
            Section("处罚内容", (text("conclusion", "处罚内容", "", True, make=conclusion),)),
            Section("履行方式和期限", (text("performance", "履行方式和期限", "", True, make=payment),)),
            _REMEDY,
            Section("", (_PUBLISHED,)),
        ),
        (APL[59], SAMR[62], SAMRPUB[8]),
        Layout.LETTER,
        sign="penalty_decision",
        red_head=True,
        seal=True,
        numbered=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "no_penalty_decision",
        "不予行政处罚决定书",
        (
            Section("当事人", (PARTY_TEXT,)),
            *_REASONED,
            Section(
                "法律依据和依据选择理由",
                (
                    line("violated", "涉及的规定", _VIOLATED, form=Form.PARAGRAPHS),
                    text("basis_reason", "依据选择理由", "draft.basis_reason", True),
                ),
            ),
            Section("裁量理由", (text("discretion_reason", "决定裁量理由", "draft.discretion_reason"),)),
            Section(
                "决定内容",
                (
                    text("conclusion", "决定内容", "decision.conclusion", True),
                    line("education", "教育", "draft.education", form=Form.PARAGRAPHS),
                ),
            ),
            Section(
                "救济途径和期限",
                (
                    Line(
                        "remedy",
                        "救济途径和期限",
                        "",
                        True,
                        Form.PARAGRAPHS,
                        Show.TEXT,
                        make=remedies(is_penalty=False),
                    ),
                ),
            ),
        ),
        (APL[33], APL[57], SAMR[62]),
        Layout.LETTER,
        sign="no_penalty_decision",
        red_head=True,
        seal=True,
        numbered=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "spot_decision",
        "当场行政处罚决定书",
        (
            Section(
                "",
                (
                    *PARTY_ROWS,
                    row("place", "时间和地点", "", True, make=lambda c: _when_and_where(c)),
                    row("facts", "违法事实", "steps.PS-2.stated.facts|step.stated.facts|draft.facts", True),
                    row("evidence_summary", "证据", "steps.PS-2.stated.evidence_summary|step.stated.evidence_summary"),
                    row("violated", "违反的规定", _VIOLATED, True),
                    row("penalty_basis", "处罚依据", _BASIS, True),
                    row("heard", "告知和陈述申辩", "", True, make=lambda c: _heard_on_the_spot(c)),
                    row("conclusion", "处罚内容", "", True, make=conclusion),
                    row("correction", "责令改正", "step.stated.correction"),
                    row("performance", "履行方式和期限", "", True, make=payment_on_the_spot),
                    row("remedy", "救济途径和期限", "", True, make=remedies("on_the_spot")),
                    row("officers", "执法人员（签名或者盖章）", "step.actors|officers", True, Form.OFFICERS),
                    row("signed_for", "当事人签收", "", make=lambda c: _signed_for(c)),
                ),
            ),
        ),
        (APL[52],),
        sign="summary_decision",
        compact=True,
        seal=True,
        notes=("本决定书一式两份，一份当场交付当事人，一份归档。",),
    ),
    DocumentKind(
        "correction_order",
        "责令改正通知书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("opening", "事由", "", True, make=lambda c: _to_correct(c)),
                    line("violated", "违反的规定", _VIOLATED, True, Form.PARAGRAPHS),
                    line(
                        "correction",
                        "改正的内容和要求",
                        "step.stated.correction|draft.correction",
                        True,
                        Form.PARAGRAPHS,
                    ),
                    line("correct_by", "改正的期限", "step.stated.correct_by|step.stated.due_on", form=Form.DATE),
                    Line(
                        "remedy",
                        "救济途径",
                        form=Form.PARAGRAPHS,
                        show=Show.TEXT,
                        make=remedies(is_penalty=False, document="本通知书"),
                    ),
                ),
            ),
        ),
        (APL[28, 1],),
        Layout.LETTER,
        sign="correction_order",
        red_head=True,
        seal=True,
        signature_rows=(signature("当事人（签收）"),),
        notes=(TWO_COPIES,),
        when=("step.stated.correction|draft.correction", ()),
    ),
    DocumentKind(
        "education_record",
        "批评教育记录",
        (
            Section(
                "",
                (
                    CASE_LINE,
                    line("time", "时间", "step.at", True, Form.DATETIME),
                    line("place", "地点", "step.stated.place|agency.address"),
                    PARTY_TEXT,
                    OFFICERS,
                ),
            ),
            Section("教育的内容", (text("education", "教育的内容", "step.stated.education|draft.education", True),)),
            Section("当事人的表态", (text("answer", "当事人的表态", "step.stated.answer"),)),
        ),
        (APL[33, 3],),
        Layout.RECORD,
        signature_rows=(
            signature("当事人（签名或者盖章）"),
            signature("执法人员（签名）"),
            signature("执法人员（签名）"),
        ),
        when=("step.stated.education|draft.education", ()),
    ),
    DocumentKind(
        "decision_abstract",
        "行政处罚决定信息摘要",
        (
            Section(
                "",
                (
                    CASE_NUMBER,
                    pair("decision_number", "决定书文号", "decision.number", True),
                    row("party_name", "当事人", "party.name", True),
                    pair("party_code", "统一社会信用代码", "", make=lambda c: _public_code(c)),
                    pair("party_head", "法定代表人（负责人）", "", make=lambda c: _public_head(c)),
                    row("act_kind", "违法行为类型", "power.name|case.title", True),
                    row(
                        "penalty_kinds",
                        "处罚种类",
                        "draft.penalty_kinds|decision.penalty_kinds",
                        choices={str(k): v for k, v in LABELS.items()},
                    ),
                    row("conclusion", "行政处罚内容", "", True, make=conclusion),
                    pair("decider", "作出决定的机关", "agency.name", True),
                    pair("decided_on", "作出决定日期", "decision.decided_on|step.at", True, Form.DATE),
                ),
            ),
        ),
        (SAMRPUB[4],),
    ),
)


def _when_and_where(context: Context) -> str:
    at, place = pick(context, "step.at"), pick(context, "step.stated.place|steps.PS-1.stated.place|party.address")
    return f"{written_at(at)}，{place}" if at and place else ""


def _heard_on_the_spot(context: Context) -> list[str]:
    form = pick(context, "steps.PS-3.stated.form|step.stated.form")
    made = ["已当场告知当事人拟作出的行政处罚内容及事实、理由、依据和陈述、申辩的权利。"]
    if form in ("oral", "written"):
        made.append(f"当事人陈述、申辩：{_bare(pick(context, 'steps.PS-3.stated.plea|step.stated.plea'))}。")
        made.append(f"复核意见：{_bare(pick(context, 'steps.PS-3.stated.plea_reply|step.stated.plea_reply'))}。")
    else:
        made.append("当事人未提出陈述、申辩。")
    return made


def _signed_for(context: Context) -> str:
    if pick(context, "step.stated.refused_to_sign"):
        return "当事人拒绝签收，执法人员已在决定书上注明。"
    return "签名或者盖章：　　　　　　　　　　　　年　　月　　日"


def _to_correct(context: Context) -> str:
    title = str(pick(context, "case.title") or "").removeprefix("涉嫌")
    return f"经查，你（单位）有{title}的行为。依据{APL[28, 1]}的规定，现责令你（单位）改正违法行为。"


def _public_code(context: Context) -> str:
    return "" if pick(context, "party.kind") == "person" else str(pick(context, "party.code") or "")


def _public_head(context: Context) -> str:
    return "" if pick(context, "party.kind") == "person" else str(pick(context, "party.legal_representative") or "")
