"""行政强制措施的关口: G-09 approval, G-10 term and extension; who may act, on what, told and recorded how (ACL 10 to 33).

The ids of the steps mean the same in sealing, seizure and freezing: CM-1 request, CM-2 approval, CM-6 the measure,
CM-7 extension, CM-9 disposal, CM-10 release.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.force import instant
from lantai.law.gates.gate import Asks, Gate
from lantai.law.measures import LONGEST_EXTENSION, end_of_measure, longest_term
from lantai.law.periods import local_day, written
from lantai.law.policy import is_market
from lantai.law.procedure import Procedure
from lantai.law.proposal import yuan
from lantai.law.refusals import Refusal
from lantai.law.service_days import day_of
from lantai.law.statutes_in_force import ACL, SAMR
from lantai.law.terms import basis_of

MAKE_UP = timedelta(hours=24)
FREEZING = "coercion.freezing"
RELEASE = "请立即办理“解除”，退还财物"
UNFREEZE = "请立即作出解除冻结决定，通知金融机构和当事人"
ANNOUNCED_DAYS = 30
LEVELS = {"law": "法律", "regulation": "行政法规", "local": "地方性法规", "rule": "规章", "other": "其他规范性文件"}


def _is_approval(taken: Taken | None) -> bool:
    return taken is not None and taken.outcome in ("", "approved")


def _said(facts: CaseFacts, attempt: Attempt, word: str) -> Any:
    """What the attempt states, else the request CM-1, else what is known of the matter."""
    if attempt.stated.get(word) not in (None, ""):
        return attempt.stated[word]
    asked = facts.last("CM-1")
    return (asked.stated.get(word) if asked else None) or facts.flags.get(word)


def approved(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-09: the head approved before; in an emergency on the spot within 24 hours after (ACL 18, 19)."""
    if attempt.step == "CM-9" and attempt.outcome == "release":
        return
    approval, measure = facts.last("CM-2"), facts.last("CM-6")
    if _is_approval(approval):
        return
    frozen = procedure.code == FREEZING
    basis = (ACL[18, 1, 1], ACL[30, 1]) if frozen else (ACL[18, 1, 1], ACL[19])
    if measure is None or attempt.step == "CM-6":
        if _said(facts, attempt, "emergency") and not frozen:
            return
        late = (
            "；冻结凭盖章的通知书办理，不是当场实施的措施，不适用事后补办"
            if frozen
            else "；情况紧急需要当场实施的，写明情况并在二十四小时内补办"
        )
        remedy = f"请先报负责人批准{late}"
        yield Refusal(
            "G-09", basis, "实施行政强制措施未经行政机关负责人批准", remedy, field="" if frozen else "emergency"
        )
    elif approval is not None:
        yield Refusal("G-09", basis, "行政机关负责人认为不应当采取行政强制措施", RELEASE)
    elif instant(attempt.at) > instant(measure.at) + MAKE_UP:
        yield Refusal("G-09", basis, "当场实施后二十四小时内没有补办批准手续", RELEASE)
    else:
        yield Refusal("G-09", basis, "当场实施的行政强制措施尚未补办批准手续", "请先报负责人补办批准")


def made_up_in_time(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-09 at the approval: made up within 24 hours, nights and holidays counted; else only release is left (ACL 19)."""
    measure = facts.last("CM-6")
    if measure is None:
        return
    if attempt.outcome in ("", "approved") and instant(attempt.at) > instant(measure.at) + MAKE_UP:
        yield Refusal("G-09", (ACL[19],), "当场实施已超过二十四小时，不能再补办批准手续", RELEASE)
    elif attempt.outcome == "refused":
        yield Refusal(
            "G-09",
            (ACL[19],),
            "行政强制措施已经当场实施，不予批准的应当立即解除",
            "请选择“认为不应当采取，立即解除”",
            field="outcome",
        )


def in_term(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-10: not longer than the law allows, lengthened once, while it runs and undecided; then only release (ACL 25, 28, 32, 33)."""
    frozen = procedure.code == FREEZING
    basis = (ACL[32, 1],) if frozen else (ACL[25, 1],)
    if attempt.step == "CM-6":
        days, most = attempt.stated.get("term_days"), longest_term(facts)
        if days is not None and int(days) > most:
            yield Refusal("G-10", basis, f"决定的期限{days}日，超过{most}日", f"请改为{most}日以内", field="term_days")
        return
    if attempt.step == "CM-9" and attempt.outcome == "release":
        return
    end = end_of_measure(procedure, facts)
    if attempt.step == "CM-7":
        days = attempt.stated.get("days")
        if facts.last("CM-9") is not None:
            ground = ACL[33, 1] if frozen else ACL[28, 1]
            yield Refusal("G-10", (ground,), "已经作出处理决定，不需要再采取措施，不得延长期限", "请立即办理“解除”")
        if facts.last("CM-7") is not None or facts.extensions.get("CM-9"):
            yield Refusal("G-10", basis, "期限已经延长一次，不得再延长", "请在期限届满前作出处理决定或者解除")
        if days is not None and not 0 < int(days) <= LONGEST_EXTENSION:
            text = f"延长期限不得超过{LONGEST_EXTENSION}日"
            yield Refusal("G-10", basis, text, "请修改延长的日数", field="days")
    if end is not None and end.legal_due is not None and local_day(attempt.at) > end.legal_due:
        text = f"期限已于{written(end.legal_due)}届满"
        held = "不得继续冻结" if frozen else "不得再以原措施控制财物"
        what = "不得延长" if attempt.step == "CM-7" else held
        yield Refusal("G-10", basis, f"{text}，{what}", UNFREEZE if frozen else RELEASE)


def founded(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A law or regulation gives the power; a local one only sealing and seizure; freezing only a law; never delegated."""
    if attempt.outcome in ("refused", "disagreed"):
        return
    level = _said(facts, attempt, "basis_level")
    frozen = procedure.code == FREEZING
    if frozen and level not in (None, "law"):
        yield Refusal(
            "",
            (ACL[10], ACL[29, 1]),
            f"冻结存款、汇款只能由法律设定，{LEVELS.get(str(level), '所填依据')}不能作为依据",
            "没有法律依据的，不得冻结",
            field="basis_level",
        )
    elif level in ("rule", "other"):
        yield Refusal(
            "",
            (ACL[10, 4], ACL[17, 1]),
            f"{LEVELS[str(level)]}不得设定行政强制措施",
            "没有法律、法规依据的，不得查封、扣押",
            field="basis_level",
        )
    if facts.agency.kind == "受委托" or facts.flags.get("delegated"):
        basis = (ACL[29, 1],) if frozen else (ACL[17, 1],)
        yield Refusal("", basis, "行政强制措施权不得委托，受委托组织不得实施", "请由法律、法规规定的机关实施")
    if level == "local" and _said(facts, attempt, "statutory_days"):
        yield Refusal(
            "",
            (ACL[25, 1],),
            "地方性法规不得另行规定查封、扣押的期限",
            "只有法律、行政法规可以另行规定，请删去另行规定的期限",
            field="statutory_days",
        )


def on_lawful_objects(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Only what belongs to the case, never the necessities of life, nothing that another body has sealed (ACL 23)."""
    wrong = {
        "case_related": (
            ACL[23, 1],
            "与违法行为无关的场所、设施或者财物不得查封、扣押",
            "请只列入涉案的场所、设施或者财物",
        ),
        "not_necessities": (ACL[23, 1], "公民个人及其所扶养家属的生活必需品不得查封、扣押", "请从清单中删去生活必需品"),
        "not_sealed_by_others": (
            ACL[23, 2],
            "已被其他国家机关依法查封的，不得重复查封",
            "请与已查封的机关联系，待其解除后再办",
        ),
    }
    for word, (basis, reason, remedy) in wrong.items():
        if attempt.stated.get(word) is False or facts.flags.get(word) is False:
            yield Refusal("", (basis,), reason, remedy, field=word)


def frozen_in_proportion(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The sum matches the case; what another body has frozen is not frozen again (ACL 29 ¶2)."""
    amount, involved = _said(facts, attempt, "amount"), _said(facts, attempt, "involved_amount")
    if amount and involved and yuan(amount) > yuan(involved):
        yield Refusal(
            "",
            (ACL[29, 2],),
            f"冻结数额{yuan(amount)}元，超过违法行为涉及的金额{yuan(involved)}元",
            "请改为与违法行为涉及的金额相当的数额",
            field="amount",
        )
    if attempt.stated.get("not_frozen_by_others") is False or facts.flags.get("not_frozen_by_others") is False:
        yield Refusal(
            "",
            (ACL[29, 2],),
            "已被其他国家机关依法冻结的，不得重复冻结",
            "请待其解除冻结后再办",
            field="not_frozen_by_others",
        )


def _attested(word: str, basis: Any, reason: str, remedy: str) -> Any:
    def check(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
        if attempt.stated.get(word) is False:
            yield Refusal("", basis, reason, remedy, field=word)

    return check


def told(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Reasons, basis, rights and remedies are told on the spot (ACL 18 (5))."""
    if attempt.stated.get("reasons_told") is False or attempt.stated.get("rights_told") is False:
        yield Refusal(
            "",
            (ACL[18, 1, 5],),
            "没有当场告知理由、依据以及当事人依法享有的权利、救济途径",
            "请当场告知并在现场笔录中记明",
            field="reasons_told",
        )


def delivered(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Decision and list are made and handed over on the spot; the list in two copies (ACL 24)."""
    if attempt.stated.get("list_signed") is False or attempt.stated.get("delivered") is False:
        yield Refusal(
            "",
            (ACL[24],),
            "决定书和清单没有当场制作并交付当事人",
            "请当场清点、签名，清单一式两份，连同决定书当场交付",
            field="delivered",
        )


def kept_lawfully(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The Coercion Law lets third parties keep what is sealed; market supervision also what is seized (ACL 26 ¶2; SAMR 41)."""
    measure = facts.last("CM-6")
    seized = measure is not None and measure.outcome == "seizure"
    if attempt.outcome == "entrusted" and seized and not is_market(facts.agency):
        yield Refusal(
            "",
            (ACL[26, 2],),
            "只有查封的场所、设施或者财物可以委托第三人保管",
            "扣押的财物请由本机关保管",
            field="outcome",
        )


def lawful_ground(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The ground that the term has expired is true only then (ACL 28 (4), 33 (4))."""
    end = end_of_measure(procedure, facts)
    if attempt.stated.get("release_ground") != "expired" or end is None or end.raw_due is None:
        return
    if local_day(attempt.at) < end.raw_due:
        basis = ACL[33, 1, 4] if procedure.code == FREEZING else ACL[28, 1, 4]
        yield Refusal(
            "", (basis,), f"期限至{written(end.raw_due)}才届满", "请改选其他解除的情形", field="release_ground"
        )


def disposed_early(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Sale before the end needs consent or announcement and kept evidence; the unclaimed wait thirty days."""
    basis = basis_of((ACL[28, 2], SAMR[41], SAMR[42]), facts)
    if attempt.outcome in ("", "sold") and attempt.stated.get("evidence_kept") is False:
        yield Refusal(
            "", basis, "先行处置前没有留存证据", "请拍照、录像或者抽样留存证据后再处置", field="evidence_kept"
        )
    if attempt.outcome == "unclaimed":
        announced = next(
            (t for t in facts.taken if t.step == "CM-11" and t.outcome == "announced" and not t.void), None
        )
        start = day_of(announced.stated.get("announced_on")) or local_day(announced.at) if announced else None
        if start is None or local_day(attempt.at) < start + timedelta(days=ANNOUNCED_DAYS):
            yield Refusal("", basis, "公告认领尚未满三十日", "请待公告期满无人认领后再办", field="outcome")


GATES = (
    Gate("G-09", "行政强制措施经负责人批准", (ACL[18], ACL[19]), approved, Asks.STATEMENT, ("CM-2",)),
    Gate("makeup_approval", "二十四小时内补办批准", (ACL[19],), made_up_in_time),
    Gate("approval_stands", "措施经批准", (ACL[18], ACL[19]), approved),
    Gate("G-10", "查封、扣押、冻结的期限", (ACL[25], ACL[32]), in_term),
    Gate("measure_basis", "法律、法规依据", (ACL[10], ACL[17]), founded, Asks.STATEMENT),
    Gate("measure_objects", "查封、扣押的对象", (ACL[23],), on_lawful_objects, Asks.STATEMENT),
    Gate("freezing_amount", "冻结的数额", (ACL[29, 2],), frozen_in_proportion, Asks.STATEMENT),
    Gate("measure_told", "当场告知", (ACL[18, 1, 5],), told, Asks.STATEMENT),
    Gate(
        "measure_signed",
        "现场笔录签名",
        (ACL[18, 1, 8],),
        _attested(
            "signed",
            (ACL[18, 1, 8], ACL[18, 1, 9]),
            "现场笔录没有签名或者盖章",
            "请由当事人和执法人员签名；当事人拒绝的注明，不到场的由见证人签名",
        ),
        Asks.STATEMENT,
    ),
    Gate("measure_delivery", "当场交付", (ACL[24],), delivered, Asks.STATEMENT),
    Gate(
        "extension_told",
        "书面告知延长",
        (ACL[25, 2], ACL[32, 2]),
        _attested(
            "reasons_told",
            (ACL[25, 2], ACL[32, 2]),
            "延长的决定没有书面告知当事人并说明理由",
            "请书面告知并说明理由",
        ),
        Asks.STATEMENT,
    ),
    Gate("custody", "保管", (ACL[26],), kept_lawfully, Asks.STATEMENT),
    Gate("release_ground", "解除的情形", (ACL[28, 1], ACL[33, 1]), lawful_ground, Asks.STATEMENT),
    Gate("early_disposal", "先行处置", (ACL[28, 2],), disposed_early, Asks.STATEMENT),
)
