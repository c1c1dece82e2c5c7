"""法制审核: which decisions are major, the six aspects, the opinions, what is handed in, by whom and by when.

A decision is major by a statutory match (APL 58) or by a match of the agency's catalogue; either makes review
mandatory. A hand may only raise that (``head_referred``), never lower it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from lantai.law.facts import CaseFacts
from lantai.law.money import grouped
from lantai.law.penalties import HEARD, PenaltyKind
from lantai.law.people import Actor
from lantai.law.policy import is_market, value
from lantai.law.proposal import Proposal, hearing_grounds, proposed
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import APL, SAMR, SEED


@dataclass(frozen=True)
class Trigger:
    """Why a decision is major. ``statutory`` by Article 58, else by the catalogue (目录清单)."""

    word: str
    label: str
    basis: Basis
    statutory: bool


CATALOGUE_WORDS: dict[str, str] = {
    "public_interest": "涉及重大公共利益",
    "social_risk": "可能造成重大社会影响或者引发社会风险",
    "safety": "涉及公共安全",
    "complex": "案件情况疑难复杂、涉及多个法律关系",
    "reduced": "减轻处罚",
    "outside_standard": "超出裁量基准幅度",
    "head_referred": "行政机关负责人提请审核",
    "supervised": "被督办的案件",
    "heard": "经过听证程序",
    **{kind.value: kind.label for kind in PenaltyKind},
    "sealing_stops_business": "查封致使停产停业",
    "disposal_of_sealed": "处理被查封、扣押的财物",
    "demolition": "强制拆除",
    "substitute_performance": "代履行",
    "court_application": "申请人民法院强制执行",
    "licence_denied": "不予行政许可",
    "licence_revoked": "撤销、撤回行政许可",
    "licence_heard": "经过听证的行政许可",
    "expropriation": "征收决定",
    "compensation": "补偿决定",
    "requisition": "有偿征用",
}
"""The machine words that rows of a major-decision catalogue may carry (``AgencyFacts.catalogue``)."""


def is_major(facts: CaseFacts) -> tuple[Trigger, ...]:
    """Every reason why the decision of this case needs a legal review; empty if none does. ``facts`` settled."""
    return (*_statutory(facts), *_catalogue(facts))


def is_complex(facts: CaseFacts) -> bool:
    """疑难复杂: several legal relations, or so marked; such a case has the longer review."""
    return bool(facts.flags.get("complex") or facts.flags.get("legal_relations"))


def was_heard(facts: CaseFacts) -> bool:
    """Whether a hearing was held in the case; one the party stayed away from is none."""
    taken = facts.last("PG-12")
    return taken is not None and taken.outcome in ("", "held")


def _statutory(facts: CaseFacts) -> Iterable[Trigger]:
    if facts.flags.get("public_interest"):
        yield Trigger("public_interest", "涉及重大公共利益", APL[58, 1, 1], True)
    if was_heard(facts):
        yield Trigger("heard", "直接关系当事人或者第三人重大权益，经过听证程序", APL[58, 1, 2], True)
    if is_complex(facts):
        yield Trigger("complex", "案件情况疑难复杂、涉及多个法律关系", APL[58, 1, 3], True)
    if facts.flags.get("review_by_law"):
        yield Trigger("by_law", "法律、法规规定应当进行法制审核的其他情形", APL[58, 1, 4], True)


def _catalogue(facts: CaseFacts) -> Iterable[Trigger]:
    agency, content = facts.agency, proposed(facts)
    own = agency.catalogue
    if facts.procedure.startswith("penalty.") and content.is_penalty:
        yield from _amounts(facts, content)
        for kind in PenaltyKind if content.kinds else ():
            if kind in content.kinds and (kind in HEARD or kind.value in own):
                yield _row(kind.value)
        if value(agency, "reduced_needs_review") or own & {"reduced", "outside_standard"}:
            if content.reduced:
                yield _row("reduced")
            if content.outside_standard:
                yield _row("outside_standard")
    for prefix, word in (("expropriation.", "expropriation"), ("requisition.", "requisition")):
        if facts.procedure.startswith(prefix) and not is_urgent(facts):
            yield _row(word)
    if value(agency, "referred_needs_review"):
        yield from (_row(word) for word in ("head_referred", "supervised") if facts.flags.get(word))
    matters = {w for w in own if facts.flags.get(w)} | (own & set(facts.flags.get("matters") or ()))
    yield from (_row(word) for word in sorted(matters - _ASKED_ELSEWHERE))


_ASKED_ELSEWHERE = {"head_referred", "supervised", "reduced", "outside_standard", "public_interest", "complex"} | {
    kind.value for kind in PenaltyKind
}


def is_urgent(facts: CaseFacts) -> bool:
    """A requisition on the spot: its decision comes before any review, that of its compensation after one."""
    asked = facts.last("RQ-1")
    return bool(asked and asked.stated.get("emergency"))


def _amounts(facts: CaseFacts, content: Proposal) -> Iterable[Trigger]:
    agency = facts.agency
    own = agency.review_person if facts.party.is_natural_person else agency.review_organisation
    if own is None:
        grounds = [g for g in hearing_grounds(facts, content) if g.basis.item in (1, 2)]
        yield from (Trigger("amount", g.label, SEED.whole, False) for g in grounds)
        return
    for label, amount in (
        ("罚款", content.fine),
        ("没收违法所得", content.gains),
        ("没收非法财物", content.property_value),
    ):
        if amount >= own > 0:
            yield Trigger("amount", f"{label}达到目录清单标准{grouped(own)}", SEED.whole, False)


def _row(word: str) -> Trigger:
    return Trigger(word, CATALOGUE_WORDS.get(word, word), SEED.whole, False)


@dataclass(frozen=True)
class Aspect:
    """One of the six aspects (审核内容), with what is checked under it."""

    code: str
    label: str
    checks: tuple[str, ...]


ASPECTS: Final = (
    Aspect("body", "执法主体是否合法", ("主体资格合法", "执法人员两名以上并具有资格", "委托依法有效")),
    Aspect(
        "authority",
        "是否超越执法机关法定权限",
        ("事项、地域、级别管辖正确", "未超越法定职权", "是否涉嫌犯罪、需要移送司法机关"),
    ),
    Aspect("procedure", "执法程序是否合法", ("环节完整，告知、听证、回避、审批符合规定", "期限合法", "音像记录齐全")),
    Aspect("facts", "案件事实是否清楚，证据是否合法充分", ("事实清楚", "证据合法、关联、充分", "原件或者复制理由齐备")),
    Aspect(
        "law",
        "适用法律、法规、规章是否准确，裁量基准运用是否适当",
        ("依据现行有效，引用到条款项", "裁量档次和理由适当"),
    ),
    Aspect("documents", "执法文书是否完备、规范", ("使用统一格式", "要素齐全", "证据采信、依据选择、决定裁量理由写明")),
)

VERDICTS: dict[str, str] = {"ok": "无问题", "defect": "有问题", "n/a": "不涉及"}


@dataclass(frozen=True)
class Opinion:
    """审核意见. ``approving`` opens gate G-06; ``effect`` says what follows."""

    code: str
    label: str
    approving: bool
    effect: str


OPINIONS: dict[str, Opinion] = {
    o.code: o
    for o in (
        Opinion("agree", "同意", True, "可以报负责人审批或者提交集体讨论"),
        Opinion("correct", "建议纠正", False, "承办机构纠正后重新提交审核"),
        Opinion("supplement", "建议补充调查", False, "承办机构补充调查后重新提交审核"),
        Opinion("transfer", "建议移送", False, "不属于本机关管辖或者涉嫌犯罪，按移送程序办理"),
        Opinion("withdraw", "建议撤销案件或者不予处罚", False, "违法事实不能成立的，报负责人决定"),
        Opinion("other", "其他意见", False, "按意见办理后重新提交审核"),
    )
}

_BY_DEFECT = {"facts": "supplement", "authority": "transfer"}


def overall(verdicts: Mapping[str, str]) -> str:
    """The opinion that follows from the aspect verdicts; never chosen freely.

    All in order: agree. Facts at fault: supplement; authority: transfer; anything else: correct. Raises ValueError
    where an aspect has no verdict, or an unknown one.
    """
    for aspect in ASPECTS:
        if verdicts.get(aspect.code) not in VERDICTS:
            raise ValueError(f"“{aspect.label}”未作出判断")
    faults = [a.code for a in ASPECTS if verdicts[a.code] == "defect"]
    if not faults:
        return "agree"
    for code in ("facts", "authority"):
        if code in faults:
            return _BY_DEFECT[code]
    return "correct"


def allowed_opinions(verdicts: Mapping[str, str], offered: Iterable[Opinion] = ()) -> tuple[Opinion, ...]:
    """The opinions a reviewer may give on these verdicts: 同意 only without a defect, the others only with one.

    ``offered``  the opinions of this step of review; all of them where none are named.
    """
    derived = OPINIONS[overall(verdicts)]
    if derived.approving:
        return (derived,)
    return tuple(o for o in offered or OPINIONS.values() if not o.approving)


@dataclass(frozen=True)
class Material:
    """One thing handed in for review (送审材料). ``codes``: documents of which one shows that it is there."""

    code: str
    label: str
    required: bool
    codes: tuple[str, ...] = ()
    basis: Basis = SEED.whole


MEASURES = frozenset({"evidence.preservation", "coercion.sealing_seizure", "coercion.freezing"})
MEASURE_PAPERS = ("preservation_approval", "measure_approval", "sealing_decision")


def materials(facts: CaseFacts) -> tuple[Material, ...]:
    """What must be handed in for a penalty; missing things are asked for once and the term starts when complete."""
    heard = was_heard(facts)
    defended = facts.last("PG-11") is not None
    measures = any(child.procedure in MEASURES for child in facts.children)
    return (
        Material("letter", "送审函及拟处理意见", True),
        Material("bases", "法律依据文本", True),
        Material("evidence", "证据及办案过程中形成的文书", True),
        Material("party", "当事人陈述申辩、听证材料", heard or defended, ("defence_record", "hearing_record")),
        Material("report", "案件调查终结报告", True, ("investigation_report",), APL[57]),
        Material("discretion", "裁量基准及裁量计算说明", True),
        Material("measures", "强制措施、先行登记保存及其批准文书", measures, MEASURE_PAPERS),
        Material("recordings", "音像记录目录", False),
        Material("certificates", "承办人执法证件", True),
        Material("authority", "执法主体资格公告或者委托书", True),
    )


def missing_materials(facts: CaseFacts, given: Iterable[str]) -> tuple[Material, ...]:
    """The required materials that were not handed in."""
    there = set(given)
    return tuple(m for m in materials(facts) if m.required and m.code not in there)


def responsible_body(kind: str) -> str:
    """Who reviews (R-1): the justice bureau for a government's decision, its own legal section for a department's."""
    return "justice_bureau_same_level" if kind in ("人民政府", "government") else "own_legal_section"


def is_first_time(actor: Actor, since: date = date(2018, 1, 1)) -> bool:
    """初次从事: no review recorded before the qualification was first required (R-6)."""
    return actor.first_review_on is None or actor.first_review_on >= since


def unqualified(actor: Actor, facts: CaseFacts) -> tuple[str, Basis] | None:
    """Why somebody may not review this case; None if they may (R-3, R-4, R-6)."""
    if any(actor.person_id == handler.person_id for handler in facts.officers):
        basis = SAMR[49] if is_market(facts.agency) else APL[58, 1]
        return f"{actor.name}是本案承办人，不得审核本案", basis
    since = date.fromisoformat(str(value(facts.agency, "first_review_since")))
    if is_major(facts) and is_first_time(actor, since) and not actor.legal_qualification:
        return f"{actor.name}初次从事行政处罚决定法制审核，未取得法律职业资格", APL[58, 2]
    return None
