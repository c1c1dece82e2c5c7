"""What the steps of the summary procedure state (PS-1 to PS-7)."""

from __future__ import annotations

from dataclasses import replace

from lantai.law.penalties import LABELS, ON_THE_SPOT
from lantai.law.statements.deciding import DEFENCE_FORMS
from lantai.law.statements.serving import SERVICE
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import APL, SAMR

COLLECTED_BECAUSE: Choices = (
    ("small", "依法给予一百元以下的罚款"),
    ("hard_later", "不当场收缴事后难以执行"),
    ("remote", "在边远、水上、交通不便地区，当事人到银行或者电子支付系统缴纳确有困难，经当事人提出"),
    ("none", "不当场收缴，由当事人到银行或者电子支付系统缴纳"),
)

IDENTITY: tuple[Word, ...] = (
    Word("certificates_shown", "已主动出示执法证件并表明身份", Kind.BOOLEAN, basis=APL[52, 1]),
    Word("place", "地点"),
)

FACTS: tuple[Word, ...] = (
    Word("facts", "违法事实", Kind.LONG_TEXT, hint="时间、地点、经过和情节", basis=APL[51]),
    Word("evidence_summary", "收集的证据", Kind.LONG_TEXT, basis=SAMR[67]),
    Word("violated", "违反的规定", Kind.LONG_TEXT, hint="写到条、款、项", basis=APL[52, 2]),
    Word("penalty_basis", "处罚依据", Kind.LONG_TEXT, hint="写到条、款、项", basis=APL[52, 2]),
)

PENALTY: tuple[Word, ...] = (
    Word(
        "penalty_kinds",
        "处罚种类",
        Kind.CHOICES,
        choices=tuple((str(kind), label) for kind, label in LABELS.items()),
        hint=f"当场只能作出{'或者'.join(sorted(kind.label for kind in ON_THE_SPOT))}",
        basis=APL[51],
    ),
    Word("fine", "罚款数额（元）", Kind.MONEY, when=("penalty_kinds", ("fine",)), basis=APL[51]),
)

TELLING: tuple[Word, ...] = (
    *PENALTY,
    Word("told", "已告知拟处罚的内容及事实、理由、依据和陈述、申辩的权利", Kind.BOOLEAN, basis=APL[44]),
    Word("form", "当事人陈述申辩的方式", Kind.CHOICE, choices=DEFENCE_FORMS, basis=APL[45, 1]),
    Word("plea", "陈述申辩的内容", Kind.LONG_TEXT, when=("form", ("oral", "written")), basis=SAMR[69]),
    Word("plea_reply", "复核意见", Kind.LONG_TEXT, when=("form", ("oral", "written")), basis=APL[45, 1]),
)

DECISION: tuple[Word, ...] = (
    *PENALTY,
    Word("place", "作出决定的地点", basis=APL[52, 2]),
    Word("correction", "责令改正的内容", Kind.LONG_TEXT, required=False, basis=APL[28, 1]),
    Word("pay_to", "缴款的银行或者电子支付系统", required=False, when=("penalty_kinds", ("fine",)), basis=SAMR[68]),
    Word("refused_to_sign", "当事人拒绝签收", Kind.BOOLEAN, required=False, basis=APL[52, 1]),
    *(replace(word, default="SV-8", required=False) if word.code == "mode" else word for word in SERVICE),
)

_COLLECTED = ("collected",)
_BY_LAW = ("small", "hard_later", "remote")

COLLECTION: tuple[Word, ...] = (
    Word(
        "collection",
        "当场收缴的理由",
        Kind.CHOICE,
        choices=COLLECTED_BECAUSE,
        outcomes=_COLLECTED,
        basis=APL[68],
    ),
    Word("amount", "收缴金额（元）", Kind.MONEY, when=("collection", _BY_LAW), outcomes=_COLLECTED),
    Word(
        "receipt_no",
        "专用票据号码",
        when=("collection", _BY_LAW),
        outcomes=_COLLECTED,
        hint="国务院财政部门或者省级财政部门统一制发的专用票据，不出具的当事人有权拒绝缴纳",
        basis=APL[70],
    ),
    Word("party_request", "当事人提出的情况", when=("collection", ("remote",)), outcomes=_COLLECTED, basis=APL[69]),
    Word(
        "landed_on",
        "在水上收缴的，抵岸日期",
        Kind.DATE,
        required=False,
        when=("collection", ("remote",)),
        outcomes=_COLLECTED,
        basis=APL[71],
    ),
    Word("handed_in_on", "交至所属行政机关的日期", Kind.DATE, outcomes=("handed_in",), basis=APL[71]),
)

REPORTING: tuple[Word, ...] = (
    Word("reported_on", "报所属行政机关备案的日期", Kind.DATE, required=False, basis=APL[52, 3]),
)

CLOSING: tuple[Word, ...] = (Word("execution_result", "执行情况", Kind.LONG_TEXT, basis=APL[53]),)
