"""拟处理意见: the draft decision, with the three-part reasoning that the plan of 2019 orders (说理, 10.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from lantai.law.discretion import Tier
from lantai.law.penalties import LABELS, PenaltyKind
from lantai.law.periods import written
from lantai.law.refusals import Malformed
from lantai.law.statements.acts import ACTS
from lantai.law.statements.reading import read_words
from lantai.law.statements.word import Choices, Kind, Word, narrowed
from lantai.law.statutes_in_force import APL, SEED, XFER

PENALTY = "penalty"
NO_PENALTY_MINOR = "no_penalty_minor"
NO_PENALTY_FIRST = "no_penalty_first"
NO_PENALTY_FACTS = "no_penalty_facts"
NO_PENALTY_OTHER = "no_penalty_other"
TRANSFER_AGENCY = "transfer_agency"
TRANSFER_CRIMINAL = "transfer_criminal"

OUTCOMES: Choices = (
    (PENALTY, "给予行政处罚"),
    (NO_PENALTY_MINOR, "违法行为轻微，不予行政处罚"),
    (NO_PENALTY_FIRST, "初次违法且危害后果轻微并及时改正，不予行政处罚"),
    (NO_PENALTY_FACTS, "违法事实不能成立，不予行政处罚"),
    (NO_PENALTY_OTHER, "有其他依法不予行政处罚的情形"),
    (TRANSFER_AGENCY, "移送其他行政机关"),
    (TRANSFER_CRIMINAL, "涉嫌犯罪，移送司法机关"),
)
"""How a penalty case is decided (APL 57): the outcomes of step PG-14."""

OTHER_GROUNDS: Choices = (
    ("no_fault", "当事人有证据足以证明没有主观过错"),
    ("under_14", "不满十四周岁的未成年人有违法行为"),
    ("incapacity", "精神病人、智力残疾人在不能辨认或者不能控制自己行为时有违法行为"),
    ("limitation", "违法行为超过追究时效"),
    ("other", "法律、法规规定的其他情形"),
)
"""Why an act is not punished for another reason than its slightness (APL 30, 31, 33 ¶2, 36)."""

FORGIVEN = (NO_PENALTY_MINOR, NO_PENALTY_FIRST, NO_PENALTY_OTHER)
"""Not punished although there was an act: discretion is used and must be reasoned, and the party is taught."""

NO_PENALTY = (*FORGIVEN, NO_PENALTY_FACTS)
TRANSFER = (TRANSFER_AGENCY, TRANSFER_CRIMINAL)

KINDS: Choices = tuple((str(kind), label) for kind, label in LABELS.items())
TIERS: Choices = tuple((str(tier), str(tier)) for tier in Tier if tier is not Tier.NONE)

_WRITTEN_OUT = tuple(
    str(kind)
    for kind in PenaltyKind
    if kind
    not in (
        PenaltyKind.WARNING,
        PenaltyKind.CRITICISM,
        PenaltyKind.FINE,
        PenaltyKind.CONFISCATION_GAINS,
        PenaltyKind.CONFISCATION_PROPERTY,
    )
)
_PAID = (str(PenaltyKind.FINE), str(PenaltyKind.CONFISCATION_GAINS))

PROPOSAL: tuple[Word, ...] = (
    Word(
        "penalty_kinds",
        "处罚种类",
        Kind.CHOICES,
        choices=KINDS,
        outcomes=(PENALTY,),
        basis=APL[9],
    ),
    Word(
        "fine",
        "罚款数额（元）",
        Kind.MONEY,
        when=("penalty_kinds", (str(PenaltyKind.FINE),)),
        outcomes=(PENALTY,),
        basis=APL[9],
    ),
    Word(
        "gains",
        "没收违法所得（元）",
        Kind.MONEY,
        when=("penalty_kinds", (str(PenaltyKind.CONFISCATION_GAINS),)),
        outcomes=(PENALTY,),
        basis=APL[28, 2],
    ),
    Word(
        "property",
        "没收的非法财物",
        when=("penalty_kinds", (str(PenaltyKind.CONFISCATION_PROPERTY),)),
        outcomes=(PENALTY,),
        hint="写明名称、规格、数量",
        basis=APL[9],
    ),
    Word(
        "property_value",
        "没收财物的价值（元）",
        Kind.MONEY,
        required=False,
        when=("penalty_kinds", (str(PenaltyKind.CONFISCATION_PROPERTY),)),
        outcomes=(PENALTY,),
        hint="是否属于较大价值，按此判断",
        basis=APL[63],
    ),
    Word(
        "other_content",
        "其他处罚的内容",
        Kind.LONG_TEXT,
        when=("penalty_kinds", _WRITTEN_OUT),
        outcomes=(PENALTY,),
        hint="写明处罚的对象、范围和期限，例如吊销食品经营许可证（编号）；每项一行",
        basis=APL[59],
    ),
)
"""What penalty is proposed or imposed: the same words in the report, the notice, the draft and the decision."""

PROPOSED: tuple[Word, ...] = tuple(replace(word, outcomes=()) for word in PROPOSAL)
"""The same, for steps that have outcomes of their own."""

DRAFT: tuple[Word, ...] = (
    Word("facts", "违法事实", Kind.LONG_TEXT, hint="时间、地点、经过、情节和后果", basis=APL[59]),
    Word("party_words", "当事人的意见及复核", Kind.LONG_TEXT, required=False, basis=APL[45]),
    Word(
        "evidence_reason",
        "证据采信理由",
        Kind.LONG_TEXT,
        hint="每项事实有哪些证据，为何合法、真实、与案件有关，矛盾如何排除，当事人的证据为何采信或者不采信",
        basis=SEED.whole,
    ),
    Word(
        "basis_reason",
        "依据选择理由",
        Kind.LONG_TEXT,
        hint="所依据的条、款、项，构成要件与事实如何对应，为何适用这一规定",
        basis=SEED.whole,
    ),
    Word(
        "discretion_reason",
        "决定裁量理由",
        Kind.LONG_TEXT,
        outcomes=(PENALTY, *FORGIVEN),
        hint="适用的裁量基准和档次，从轻、减轻、从重或者不予处罚的情节，对当事人意见的回应",
        basis=SEED.whole,
    ),
    Word("tier", "裁量档次", Kind.CHOICE, choices=TIERS, outcomes=(PENALTY,), basis=APL[34]),
    *PROPOSAL,
    Word(
        "earlier_fine",
        "同一违法行为已受罚款的决定书文号",
        required=False,
        outcomes=(PENALTY,),
        hint="没有的，不填；有的，不得再处罚款",
        basis=APL[29],
    ),
    Word(
        "gains_found",
        "认定的违法所得（元）",
        Kind.MONEY,
        required=False,
        outcomes=(PENALTY,),
        hint="没有的，不填",
        basis=APL[28, 2],
    ),
    Word(
        "gains_reason",
        "不没收违法所得的理由",
        required=False,
        outcomes=(PENALTY,),
        hint="有违法所得而不没收的，应当写明理由，例如依法应当退赔",
        basis=APL[28, 2],
    ),
    Word(
        "correction",
        "责令改正的内容",
        Kind.LONG_TEXT,
        outcomes=(PENALTY,),
        hint="责令改正或者限期改正；已经改正的，写明已经改正",
        basis=APL[28, 1],
    ),
    Word(
        "pay_to",
        "缴款的银行和账户",
        when=("penalty_kinds", _PAID),
        outcomes=(PENALTY,),
        hint="例如：中国农业银行衡阳分行，非税收入汇缴专户",
        basis=APL[67],
    ),
    Word(
        "education",
        "教育的内容",
        Kind.LONG_TEXT,
        outcomes=FORGIVEN,
        hint="不予行政处罚的，应当对当事人进行教育；不满十四周岁的，责令监护人加以管教",
        basis=APL[33, 3],
    ),
    Word(
        "no_penalty_ground",
        "依法不予处罚的情形",
        Kind.CHOICE,
        choices=OTHER_GROUNDS,
        outcomes=(NO_PENALTY_OTHER,),
        basis=APL[57, 1, 2],
    ),
    Word("transfer_to", "受移送的机关", outcomes=TRANSFER, basis=APL[57, 1, 4]),
    Word("suspected_crime", "涉嫌的罪名", outcomes=(TRANSFER_CRIMINAL,), basis=XFER[3]),
    Word("transfer_items", "移送的材料和物品", Kind.LONG_TEXT, outcomes=TRANSFER, basis=XFER[6]),
    Word(
        "complex",
        "情节复杂、疑难",
        Kind.BOOLEAN,
        required=False,
        hint="应当经法制审核，由负责人集体讨论决定",
        basis=APL[58, 1, 3],
    ),
    Word("serious", "重大违法行为", Kind.BOOLEAN, required=False, basis=APL[57, 2], hint="应当由负责人集体讨论决定"),
    Word("public_interest", "涉及重大公共利益", Kind.BOOLEAN, required=False, basis=APL[58, 1, 1]),
    Word("legal_relations", "涉及多个法律关系", Kind.BOOLEAN, required=False, basis=APL[58, 1, 3]),
    Word("head_referred", "负责人提请法制审核", Kind.BOOLEAN, required=False, basis=SEED.whole),
    Word("supervised", "被督办的案件", Kind.BOOLEAN, required=False, basis=SEED.whole),
    Word(
        "social_risk",
        "可能造成重大社会影响或者引发社会风险",
        Kind.BOOLEAN,
        required=False,
        hint="列入本机关目录清单的，应当经法制审核",
        basis=SEED.whole,
    ),
    Word(
        "safety",
        "涉及公共安全",
        Kind.BOOLEAN,
        required=False,
        hint="列入本机关目录清单的，应当经法制审核",
        basis=SEED.whole,
    ),
    Word("review_by_law", "法律、法规规定应当法制审核的其他情形", Kind.BOOLEAN, required=False, basis=APL[58, 1, 4]),
    Word(
        "heavy_other",
        "属于其他较重的行政处罚",
        Kind.BOOLEAN,
        required=False,
        outcomes=(PENALTY,),
        hint="应当告知要求听证的权利",
        basis=APL[63, 1, 5],
    ),
    Word(
        "hearing_by_law",
        "法律、法规、规章规定可以要求听证的其他情形",
        Kind.BOOLEAN,
        required=False,
        outcomes=(PENALTY,),
        hint="应当告知要求听证的权利",
        basis=APL[63, 1, 6],
    ),
)
"""The fields of the draft decision."""


def draft_words(outcome: str) -> tuple[Word, ...]:
    """The words of the draft for an outcome."""
    return narrowed(DRAFT, outcome)


def outcome_label(outcome: str) -> str:
    """The Chinese label of an outcome. Raises KeyError for another."""
    return dict((*OUTCOMES, *ACTS))[outcome]


def read_draft(outcome: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The draft in typed values, with ``reduced`` added. Raises Malformed with the field and what to do."""
    if outcome not in dict(OUTCOMES):
        raise Malformed("outcome", "请选择拟作出的决定")
    stated = read_words(draft_words(outcome), {code: raw for code, raw in given.items() if code != "reduced"})
    check_amounts(stated)
    if outcome == PENALTY:
        stated["reduced"] = stated["tier"] == Tier.REDUCED
    return stated


def check_amounts(stated: Mapping[str, Any]) -> None:
    """A kind of penalty that is an amount is an amount above zero. Raises Malformed."""
    for code, label in (("fine", "罚款数额"), ("gains", "没收违法所得的数额")):
        if code in stated and Decimal(stated[code]) == 0:
            raise Malformed(code, f"{label}应当大于零；不作这项处罚的，请不要选择这一处罚种类")


def draft_in_words(outcome: str, fields: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A draft for reading: what is proposed, then every field that says something, with its Chinese name."""
    return said_in_words(outcome_label(outcome), draft_words(outcome), fields)


def said_in_words(proposed: str, words: Iterable[Word], fields: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is proposed, then every one of the words that says something."""
    rows = [("拟作决定", proposed)]
    for word in words:
        value = fields.get(word.code)
        if value not in (None, "", [], False):
            rows.append((word.label, _in_words(word, value)))
    return rows


def _in_words(word: Word, value: Any) -> str:
    if word.kind is Kind.ROWS:
        return "\n".join("，".join(str(row.get(c.code) or "—") for c in word.columns) for row in value)
    if isinstance(value, list):
        return "、".join(word.label_of(one) for one in value)
    if value is True:
        return "是"
    if word.kind is Kind.DATE:
        return written(date.fromisoformat(str(value)))
    if word.kind is Kind.MONEY:
        return f"{Decimal(str(value)):,.2f}{'' if '元' in word.label else ' 元'}"
    return word.label_of(value)
