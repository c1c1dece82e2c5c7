"""房屋征收补偿: appraisal, choice, agreement, decision, court, household results (EXPR 19 to 29)."""

from __future__ import annotations

from lantai.law.documents.composing import pick, yuan
from lantai.law.documents.kinds.parts import line, text
from lantai.law.documents.kinds.stated import form, letter, record, remedy, rows, said
from lantai.law.documents.words import Context, Form, Line, Section
from lantai.law.expropriations import MONEY_WORDS
from lantai.law.money import fen
from lantai.law.proposal import yuan as amount_of
from lantai.law.statements.expropriating import (
    APPRAISAL,
    ARCHIVE,
    CHOICE,
    COMPENSATION,
    COMPENSATION_PROPOSAL,
    COURT,
    UNDECIDED,
)
from lantai.law.statutes_in_force import EXPR

_WHO = Line("household", "被征收人", "step.stated.household|party.name", True)
_DETAILS = ("house_money", "moving_money", "interim_money", "loss_money", "exchange_house", "move_until", "transition")


def _total(context: Context) -> str:
    stated = pick(context, "step.stated") or {}
    return yuan(fen(sum((amount_of(stated.get(word)) for word in MONEY_WORDS), amount_of(0))))


def _agreed(context: Context) -> str:
    who = pick(context, "step.stated.household|party.name")
    return (
        f"房屋征收部门与被征收人{who}依照《国有土地上房屋征收与补偿条例》第二十五条的规定，就补偿等事项订立本协议。"
        "一方不履行本协议约定的义务的，另一方可以依法提起诉讼。"
    )


def _decided(context: Context) -> str:
    why = dict(UNDECIDED).get(str(pick(context, "step.stated.undecided")), "达不成补偿协议")
    return f"因{why}，依照{EXPR[26, 1]}的规定，按照征收补偿方案作出补偿决定如下。"


def _announced(context: Context) -> str:
    who = pick(context, "step.stated.household|party.name")
    return f"本机关已对被征收人{who}作出补偿决定，现予公告，补偿总额{_total(context)}。"


def _asked(context: Context) -> str:
    who = pick(context, "step.stated.household|party.name")
    return (
        f"被征收人{who}在法定期限内不申请行政复议、不提起行政诉讼，在补偿决定规定的期限内又不搬迁，"
        f"依照{EXPR[28, 1]}的规定，申请强制执行。"
    )


_TOTAL = Line("total", "补偿总额", required=True, make=_total)

KINDS = (
    form(
        "appraisal_register",
        "房屋评估报告登记表",
        (_WHO, *rows(APPRAISAL, "appraiser", "chosen_by", "report_no", "value_on", "value", "objection")),
        (EXPR[19], EXPR[20]),
    ),
    record(
        "compensation_choice",
        "补偿方式选择书",
        (_WHO, *said(CHOICE, "way", "own_choice", "house", "interim", "choice_note")),
        (EXPR[21],),
        ("被征收人（签名或者盖章）", "征收部门经办人（签名）"),
    ),
    form(
        "compensation_proposal",
        "补偿决定送审稿",
        (_WHO, *rows(COMPENSATION_PROPOSAL, "undecided", "facts", *_DETAILS)),
        (EXPR[26, 1],),
        internal=True,
    ),
    record(
        "compensation_agreement",
        "房屋征收补偿协议",
        (
            text("agreement", "协议", "", True, make=_agreed),
            _WHO,
            *said(COMPENSATION, *_DETAILS, "pay_until"),
            _TOTAL,
        ),
        (EXPR[25, 1],),
        ("房屋征收部门（盖章）", "被征收人（签名或者盖章）"),
    ),
    letter(
        "compensation_decision",
        "房屋征收补偿决定书",
        (
            Section("决定", (text("decision", "决定", "", True, make=_decided), _WHO)),
            Section("理由", (line("facts", "协商的经过和理由", "steps.EX-8-1.stated.facts", form=Form.PARAGRAPHS),)),
            Section("补偿", (*said(COMPENSATION, *_DETAILS, "pay_until"), _TOTAL)),
            remedy(),
        ),
        (EXPR[26],),
        to="step.stated.household|party.name",
        sign="expropriation",
        numbered=True,
        signed=("被征收人（签收）",),
    ),
    letter(
        "compensation_announcement",
        "房屋征收补偿决定公告",
        (
            Section(
                "",
                (text("announcement", "公告的内容", "", True, make=_announced), *said(COMPENSATION, "announced_at")),
            ),
            remedy("本公告"),
        ),
        (EXPR[26, 1],),
        to="",
        sign="expropriation",
    ),
    letter(
        "house_court_application",
        "强制执行申请书",
        (
            Section("申请事项", (text("asked", "申请", "", True, make=_asked),)),
            Section("事实和理由", said(COURT, "court_facts")),
            Section("补偿情况", said(COURT, "compensation_money", "account", "houses")),
        ),
        (EXPR[28],),
        to="step.stated.court",
        sign="court_application",
        numbered=True,
    ),
    letter(
        "household_results",
        "分户补偿情况公布",
        (Section("", said(ARCHIVE, "household_results", "results_on", "results_at", "audit")),),
        (EXPR[29, 1],),
        to="",
    ),
)
