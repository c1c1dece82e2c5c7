"""强制执行: surcharge, demand, defence, review, decision, substitution, announcement of demolition (ACL 35 to 52)."""

from __future__ import annotations

from typing import Any

from lantai.law.documents.composing import pick, written_on, yuan
from lantai.law.documents.kinds.parts import (
    CASE_NUMBER,
    CASE_ROWS,
    CONTACT,
    PARTY_TEXT,
    SHORT_PARTY_ROWS,
    TWO_COPIES,
    addressee,
    head_opinion,
    line,
    opinion,
    pair,
    remedies,
    row,
    signature,
    text,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.enforcing import DUTIES
from lantai.law.statements.enforcing import CONSEQUENCES
from lantai.law.statutes_in_force import ACL, SEED

_LETTER: dict[str, Any] = {"layout": Layout.LETTER, "red_head": True, "seal": True}


def of_first(word: str) -> str:
    """A word of the step that names the decision to be performed."""
    return f"steps.CE-1.stated.{word}|steps.CX-1.stated.{word}|step.stated.{word}"


def the_decision(context: Context) -> str:
    """《行政处罚决定书》（文号）, as the first step names it."""
    title, number = pick(context, of_first("decision_title")), pick(context, of_first("decision_number"))
    return f"《{str(title or '行政决定书').strip('《》')}》（{number}）" if number else f"《{title or '行政决定书'}》"


def decided(context: Context) -> str:
    """What was decided, when it reached the party, and that he has not performed."""
    served, until = pick(context, of_first("decision_served_on")), pick(context, of_first("perform_by"))
    day = f"，已于{written_on(served)}送达" if served else ""
    end = f"履行期限至{written_on(until)}届满，" if until else ""
    return f"本机关对你（单位）作出{the_decision(context)}{day}。{end}你（单位）至今没有履行{_duty(context)}的义务。"


def _duty(context: Context) -> str:
    kind = str(pick(context, of_first("duty")) or "money")
    principal = pick(context, of_first("principal"))
    what = DUTIES.get(kind, DUTIES["money"])
    return f"{what}（{yuan(principal)}）" if kind == "money" and principal else f"“{what}”"


def remedy(document: str = "本决定书") -> Line:
    """The ways and periods in which the act itself can be disputed."""
    made = remedies(is_penalty=False, document=document)
    return Line("remedy", "救济途径和期限", "", True, Form.PARAGRAPHS, Show.TEXT, make=made)


def _surcharged(context: Context) -> str:
    said = pick(context, "step.stated") or {}
    first, through = said.get("surcharge_from"), said.get("surcharge_through")
    span = f"自{written_on(first)}起计算至{written_on(through)}，" if first and through else ""
    return (
        f"依据{ACL[45, 1]}的规定，本机关对你（单位）加处罚款或者滞纳金。{span}"
        f"数额为{yuan(said.get('surcharge') or 0)}；加处罚款或者滞纳金的数额不超出金钱给付义务的数额（{ACL[45, 2]}）。"
    )


def _demanded(context: Context) -> str:
    until = pick(context, "step.stated.perform_until")
    return (
        f"依据{ACL[35]}的规定，现催告你（单位）"
        + (f"于{written_on(until)}前" if until else "在规定的期限内")
        + f"履行{_duty(context)}的义务。"
    )


def _demand_rights(context: Context) -> list[str]:
    return [
        f"你（单位）收到本催告书后，依法享有陈述权和申辩权（{ACL[36]}）。",
        f"逾期仍不履行且无正当理由的，本机关将依法作出强制执行决定（{ACL[37]}）；"
        "有证据证明有转移或者隐匿财物迹象的，可以立即强制执行。",
    ]


def _executed(context: Context) -> str:
    urgent = pick(context, "step.outcome") == "immediate"
    article = ACL[37, 3] if urgent else ACL[37, 1]
    course = "在催告期间有证据证明有转移或者隐匿财物迹象" if urgent else "经催告，你（单位）逾期仍不履行，且无正当理由"
    kind = "立即强制执行" if urgent else "强制执行"
    return f"{course}。依据{article}的规定，本机关决定对你（单位）{kind}。"


def _substituted(context: Context) -> str:
    consequence = dict(CONSEQUENCES).get(str(pick(context, "step.stated.consequence")), "")
    return (
        f"经催告，你（单位）仍不履行{_duty(context)}的义务，其后果已经或者将{consequence}。"
        f"依据{ACL[50]}的规定，本机关决定代履行。代履行的费用按照成本合理确定，由你（单位）承担。"
    )


def _substitution_demanded(context: Context) -> list[str]:
    day = pick(context, "step.stated.substitution_on|steps.CE-4.stated.execution_on")
    when = f"定于{written_on(day)}" if day else "将依法"
    return [
        f"本机关已决定代履行，{when}实施。依据{ACL[51, 1, 2]}的规定，现再次催告你（单位）立即履行义务。",
        "你（单位）在代履行前履行义务的，停止代履行。",
    ]


def _announced(context: Context) -> str:
    until = pick(context, "step.stated.demolish_by")
    return (
        f"{pick(context, 'party.name')}有下列违法的建筑物、构筑物、设施。本机关已作出{the_decision(context)}。依据{ACL[44]}的规定，"
        f"限当事人于{written_on(until) if until else '公告载明的期限'}前自行拆除。"
    )


def _announced_warning(context: Context) -> str:
    return (
        "当事人在法定期限内不申请行政复议或者提起行政诉讼，又不拆除的，本机关将依法强制拆除。"
        "请当事人自行搬离、妥善保管物品。"
    )


def _decided_lines() -> tuple[Line, ...]:
    return (
        line("execution_reason", "理由", "step.stated.execution_reason", True, Form.PARAGRAPHS),
        line("execution_basis", "依据", "step.stated.execution_basis", True, Form.PARAGRAPHS),
        line("execution_way", "方式", "step.stated.execution_way", True, Form.PARAGRAPHS),
        line("execution_on", "时间", "step.stated.execution_on", True, Form.DATE),
    )


KINDS = (
    DocumentKind(
        "surcharge_notice",
        "加处罚款（滞纳金）告知书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("decided", "据以执行的决定", "", True, make=decided),
                    text("surcharged", "加处的内容", "", True, make=_surcharged),
                    line("rate", "标准", "step.stated.surcharge_rate", True),
                ),
            ),
            CONTACT,
        ),
        (ACL[45],),
        sign="surcharge",
        notes=(TWO_COPIES,),
        **_LETTER,
    ),
    DocumentKind(
        "execution_demand",
        "履行义务催告书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("decided", "据以执行的决定", "", True, make=decided),
                    text("demand", "催告的内容", "", True, make=_demanded),
                    line("perform_until", "履行期限", "step.stated.perform_until", True, Form.DATE),
                    line("perform_way", "履行方式", "step.stated.perform_way", True, Form.PARAGRAPHS),
                    line("amount", "金额", "step.stated.demanded_amount", form=Form.MONEY),
                    line("pay_to", "给付方式", "step.stated.pay_to"),
                    text("rights", "权利", "", True, make=_demand_rights),
                ),
            ),
            CONTACT,
        ),
        (ACL[35], ACL[38]),
        sign="demand",
        notes=(TWO_COPIES,),
        **_LETTER,
    ),
    DocumentKind(
        "execution_defence",
        "催告后陈述申辩记录和复核意见",
        (
            Section(
                "",
                (
                    line("party_name", "陈述人", "party.name", True),
                    line("decided", "据以执行的决定", "", True, make=the_decision),
                    line("words", "提出的事实、理由和证据", "step.stated.party_words", True, Form.PARAGRAPHS),
                    line("reply", "复核的情况和意见", "step.stated.plea_reply", True, Form.PARAGRAPHS),
                    line(
                        "result",
                        "结论",
                        "step.outcome",
                        choices={
                            "rejected": "不成立，不予采纳",
                            "adjusted": "调整后重新催告",
                            "accepted": "成立，予以采纳，不再强制执行",
                        },
                    ),
                    line("officers", "记录人、复核人", "step.actors|officers", True, Form.OFFICERS),
                ),
            ),
        ),
        (ACL[36],),
        Layout.RECORD,
        signature_rows=(signature("陈述人（签名或者盖章）"), signature("记录人（签名）")),
    ),
    DocumentKind(
        "demolition_announcement",
        "限期拆除公告",
        (
            Section(
                "",
                (
                    text("opening", "公告的内容", "", True, make=_announced),
                    line("object", "应当拆除的对象", "step.stated.demolition_object", True, Form.PARAGRAPHS),
                    line("demolish_by", "自行拆除的期限", "step.stated.demolish_by", True, Form.DATE),
                    line("announced_on", "公告日期", "step.stated.announced_on", True, Form.DATE),
                    line("announced_place", "公告的地点或者媒体", "step.stated.announced_place", True),
                    text("warning", "逾期的后果", "", True, make=_announced_warning),
                ),
            ),
            CONTACT,
        ),
        (ACL[44],),
        sign="demolition",
        **_LETTER,
    ),
    DocumentKind(
        "execution_review",
        "强制执行法制审核意见书",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    *SHORT_PARTY_ROWS,
                    row("decided", "据以执行的决定", "", True, make=the_decision),
                    pair("duty", "义务", of_first("duty"), choices=DUTIES),
                    pair("result", "审核结论", "step.outcome", choices={"agree": "同意", "correct": "应当纠正"}),
                    row("opinion_text", "审核意见", "step.stated.opinion_text", True),
                    row("problems", "应当纠正的问题", "step.stated.problems"),
                    opinion("reviewer", "审核人员", "", "审核人员", "step.actors", "step.at", make=lambda c: "　"),
                ),
            ),
        ),
        (SEED.whole,),
        internal=True,
    ),
    DocumentKind(
        "execution_decision",
        "行政强制执行决定书",
        (
            Section("当事人", (PARTY_TEXT,)),
            Section("据以执行的决定", (text("decided", "据以执行的决定", "", True, make=decided),)),
            Section(
                "决定",
                (
                    text("decision", "决定", "", True, make=_executed),
                    *_decided_lines(),
                    line("evidence", "转移或者隐匿财物迹象的证据", "step.stated.evidence", form=Form.PARAGRAPHS),
                ),
            ),
            Section("救济途径和期限", (remedy(),)),
        ),
        (ACL[37],),
        sign="execution_decision",
        numbered=True,
        notes=(TWO_COPIES,),
        **_LETTER,
    ),
    DocumentKind(
        "substitute_decision",
        "代履行决定书",
        (
            Section("当事人", (PARTY_TEXT,)),
            Section("据以执行的决定", (text("decided", "据以执行的决定", "", True, make=decided),)),
            Section(
                "决定",
                (
                    text("decision", "决定", "", True, make=_substituted),
                    *_decided_lines(),
                    line("object", "标的", "step.stated.object", True, Form.PARAGRAPHS),
                    line("performer", "代履行人", "step.stated.performer", True),
                    line("cost_budget", "费用预算", "step.stated.cost_budget", True, Form.MONEY),
                ),
            ),
            Section("救济途径和期限", (remedy(),)),
        ),
        (ACL[50], ACL[51]),
        sign="substitution",
        numbered=True,
        notes=(TWO_COPIES,),
        **_LETTER,
    ),
    DocumentKind(
        "substitute_demand",
        "代履行催告书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("decided", "据以执行的决定", "", True, make=decided),
                    text("demand", "催告的内容", "", True, make=_substitution_demanded),
                ),
            ),
            CONTACT,
        ),
        (ACL[51],),
        sign="demand",
        notes=(TWO_COPIES,),
        **_LETTER,
    ),
    DocumentKind(
        "execution_closing",
        "强制执行结案审批表",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    *SHORT_PARTY_ROWS,
                    row("decided", "据以执行的决定", "", True, make=the_decision),
                    pair("duty", "义务", of_first("duty"), choices=DUTIES),
                    pair(
                        "result",
                        "结案的情形",
                        "step.outcome",
                        choices={
                            "executed": "执行完毕",
                            "performed": "当事人自行履行完毕",
                            "ended": "终结执行或者不再执行",
                            "court_executed": "人民法院执行完毕",
                            "not_allowed": "人民法院不予受理或者不准予执行",
                        },
                    ),
                    row("execution_result", "执行情况", "step.stated.execution_result", True),
                    head_opinion("step.stated.head_opinion", default="同意结案。"),
                ),
            ),
        ),
        (ACL[34], ACL[40]),
        internal=True,
    ),
)
