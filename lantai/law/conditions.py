"""适用条件: when a step is owed in a case. Named, so that a declaration, the chart and the engine say the same.

All of them read settled facts (``force.settled``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lantai.law import expropriations, levies, licences, requisitions, transfers
from lantai.law.enforcing import DEMOLITION, MONEY, SPILL, duty, executed_on_site, execution_major, said
from lantai.law.facts import CaseFacts
from lantai.law.force import instant
from lantai.law.inspections import is_emergency
from lantai.law.penalties import PenaltyKind
from lantai.law.policy import audits_every_case, is_market, value
from lantai.law.proposal import NO_PENALTY, decision, hearing_grounds, outcome_of, proposed, read
from lantai.law.review import is_complex, is_major, was_heard


@dataclass(frozen=True)
class Condition:
    """``holds`` whether the step may be taken at all; ``owes`` false where it then still need not be.

    ``owed_when`` a further fact without which it may be taken and need not be.
    ``outlasts`` a duty that does not end with the case: the step may still be taken when the case is over.
    ``passable``  whether what comes after an optional step may be done without it, as far as order goes.
    """

    name: str
    label: str
    holds: Callable[[CaseFacts], bool]
    owes: bool = True
    owed_when: Callable[[CaseFacts], bool] | None = None
    outlasts: bool = False
    passable: bool = False


def _undecided(facts: CaseFacts) -> bool:
    return decision(facts) is None


def _reviewed(facts: CaseFacts) -> bool:
    return bool(is_major(facts)) or audits_every_case(facts.agency)


def _penalty_proposed(facts: CaseFacts) -> bool:
    return proposed(facts).is_penalty


def waived(facts: CaseFacts) -> bool:
    """Whether the party expressly gave up statement and defence after the notice now in force (APL 62)."""
    told, event = facts.last("PG-10"), facts.event("waiver")
    if told is None:
        return False
    if event is not None and instant(event.at) >= instant(told.at):
        return True
    taken = facts.last("PG-11")
    return taken is not None and taken.outcome == "waived"


def _defence(facts: CaseFacts) -> bool:
    event_only = waived(facts) and facts.last("PG-11") is None
    return _penalty_proposed(facts) and not event_only and not was_heard(facts)


def _hearing_right(facts: CaseFacts) -> bool:
    told = facts.last("PG-10")
    if told is not None and told.stated.get("hearing_right"):
        return True
    return bool(hearing_grounds(facts, proposed(facts)))


def hearing_asked(facts: CaseFacts) -> bool:
    """Whether a hearing was asked for, by step or event, and not given up again."""
    asked, told = facts.last("H-2"), facts.last("H-1")
    event = facts.event("hearing_requested")
    if event is not None and (told is None or instant(event.at) < instant(told.at)):
        event = None  # asked for on a notice that is no longer in force
    withdrawn = facts.event("hearing_withdrawn")
    latest = max((instant(t.at) for t in (asked, event) if t is not None), default=None)
    if latest is None or (withdrawn is not None and instant(withdrawn.at) >= latest):
        return False
    return not (asked is not None and asked.outcome == "withdrawn" and instant(asked.at) == latest)


def _collective(facts: CaseFacts) -> bool:
    if not _penalty_proposed(facts):
        return False
    if is_complex(facts) or facts.flags.get("serious") or facts.flags.get("collective"):
        return True
    follows = is_market(facts.agency) or value(facts.agency, "collective_for_major")
    return bool(follows and is_major(facts))


def _decided_here(facts: CaseFacts) -> bool:
    return outcome_of(decision(facts)) in NO_PENALTY | {"penalty"}


def _punished(facts: CaseFacts) -> bool:
    return outcome_of(decision(facts)) == "penalty"


def _abstract_owed(facts: CaseFacts) -> bool:
    """In market supervision the abstract for the public stands before the decision that is served (SAMRPUB 4)."""
    return is_market(facts.agency) and _punished(facts)


def _fined(facts: CaseFacts) -> bool:
    made = decision(facts)
    return _punished(facts) and made is not None and PenaltyKind.FINE in read({**facts.flags, **made.stated}).kinds


def _confiscated(facts: CaseFacts) -> bool:
    made = decision(facts)
    wanted = PenaltyKind.CONFISCATION_PROPERTY
    return _punished(facts) and made is not None and wanted in read({**facts.flags, **made.stated}).kinds


def _performed(facts: CaseFacts) -> bool:
    taken = facts.last("PG-17")
    return taken is not None and taken.outcome in ("", "full")


def _monitoring(facts: CaseFacts) -> bool:
    return bool(facts.flags.get("monitoring")) or facts.flags.get("source") == "monitoring"


def _substituted(facts: CaseFacts) -> bool:
    decided = facts.last("CE-4")
    return decided is not None and decided.outcome == "substitute"


def _court_said(step: str, *outcomes: str) -> Callable[[CaseFacts], bool]:
    def holds(facts: CaseFacts) -> bool:
        taken = facts.last(step)
        return taken is not None and taken.outcome in outcomes

    return holds


_not_accepted, _not_allowed = _court_said("CX-5", "rejected"), _court_said("CX-5-1", "refused")


def _court_refuses(facts: CaseFacts) -> bool:
    return _not_allowed(facts) or (_not_accepted(facts) and facts.last("CX-5-1") is None)


def _court_takes_it_up(facts: CaseFacts) -> bool:
    if _court_said("CX-5", "", "accepted")(facts) or facts.last("CX-5-1") is not None:
        return True
    return _not_accepted(facts) and _court_said("CX-5-3", "", "allowed")(facts)


def _no_licence_decision(facts: CaseFacts) -> bool:
    return licences.decision(facts) is None


def _before(holds: Callable[[CaseFacts], bool]) -> Callable[[CaseFacts], bool]:
    """Only until the licence is decided: what would be done anew after it would take the ground from the decision."""
    return lambda facts: _no_licence_decision(facts) and holds(facts)


def _new_licence(facts: CaseFacts) -> bool:
    return licences.application_kind(facts) == licences.NEW


def _altering(facts: CaseFacts) -> bool:
    return not _new_licence(facts)


def _standing_licence(facts: CaseFacts) -> bool:
    return licences.is_granted(facts)


def _licence_reviewed(facts: CaseFacts) -> bool:
    """Owed where a row of the catalogue asks for it; free to be taken before and, for an ending, after the grant."""
    return bool(licences.review_grounds(facts)) and _no_licence_decision(facts)


def _end_open(facts: CaseFacts) -> bool:
    return facts.last("LI-12") is None


def _taken_away(facts: CaseFacts) -> bool:
    return _end_open(facts) and licences.end_kind(facts) in ("withdraw", "revoke")


def _licence_ended(facts: CaseFacts) -> bool:
    made = facts.last("LI-12")
    return made is not None and made.outcome in licences.ENDED


def _measure_running(facts: CaseFacts) -> bool:
    return facts.last("CM-6") is not None


def _told(outcome: str) -> Callable[[CaseFacts], bool]:
    def holds(facts: CaseFacts) -> bool:
        taken = facts.last("IN-7")
        return taken is not None and taken.outcome == outcome

    return holds


def _compensation_decided(facts: CaseFacts) -> bool:
    return any(t.step == "EX-8" and t.outcome == "decided" and not t.void for t in facts.taken)


def _executed(facts: CaseFacts) -> bool:
    """Whether the court has executed against every household; one that it did not reach still moves by itself."""
    asked = [expropriations.of_household(facts, "EX-10", name) for name in expropriations.households(facts)]
    return bool(asked) and all(taken is not None and taken.outcome == "executed" for taken in asked)


def _land_unapproved(facts: CaseFacts) -> bool:
    answered = facts.last("EL-9")
    return answered is None or answered.outcome == "refused"


def _land_hearing(facts: CaseFacts) -> bool:
    gathered = facts.last("EL-4-1")
    return _land_unapproved(facts) and gathered is not None and bool(gathered.stated.get("majority_objects"))


_ALL = (
    Condition("", "一律办理", lambda facts: True),
    Condition("optional", "需要时办理", lambda facts: True, owes=False),
    Condition("optional_before_decision", "需要时办理，限于作出决定之前", _undecided, owes=False),
    Condition("monitoring", "证据来自电子技术监控设备", _monitoring),
    Condition("major", "属于重大执法决定", lambda facts: bool(is_major(facts))),
    Condition("reviewed", "应当经法制审核或者案件审核", _reviewed),
    Condition("penalty_proposed", "拟给予行政处罚", _penalty_proposed),
    Condition("defence", "拟给予行政处罚，当事人未明确放弃陈述、申辩", _defence),
    Condition("hearing_right", "拟作出的处罚属于听证范围", _hearing_right),
    Condition("no_hearing_right", "拟作出的处罚不属于听证范围", lambda facts: not _hearing_right(facts)),
    Condition("ordinary_audit", "不属于重大执法决定，应当经案件审核", lambda f: _reviewed(f) and not is_major(f)),
    Condition("hearing_may_be_asked", "已告知听证权利", lambda facts: facts.last("H-1") is not None, owes=False),
    Condition("hearing", "当事人要求听证", hearing_asked),
    Condition("hearing_part", "当事人要求听证，分次记录", hearing_asked, owes=False, passable=True),
    Condition("heard", "已举行听证", was_heard),
    Condition("collective", "情节复杂或者重大违法行为", _collective),
    Condition("decided_here", "本机关作出处罚或者不予处罚决定", _decided_here),
    Condition("punished", "给予行政处罚", _punished),
    Condition("abstract_owed", "市场监督管理领域给予行政处罚", _abstract_owed),
    Condition("fined", "处以罚款", _fined, owes=False),
    Condition("enforceable", "当事人未履行处罚决定", lambda f: _punished(f) and not _performed(f), owes=False),
    Condition("confiscated", "没收非法财物", _confiscated),
    Condition("fined_on_spot", "当场处以罚款", _fined, owes=False),
    Condition("measure_running", "已经采取措施", _measure_running),
    Condition("measure_optional", "采取措施期间，需要时办理", _measure_running, owes=False),
    Condition("money_duty", "义务是缴纳款项", lambda facts: duty(facts) == MONEY),
    Condition("demanded_duty", "不属于需要立即清除的情形", lambda facts: duty(facts) != SPILL),
    Condition("demolition", "违法的建筑物、构筑物、设施等需要强制拆除", lambda facts: duty(facts) == DEMOLITION),
    Condition("spill", "需要立即清除遗洒物、障碍物或者污染物", lambda facts: duty(facts) == SPILL),
    Condition("substituted", "决定代履行", _substituted),
    Condition("executed_on_site", "由执法人员直接执行", executed_on_site),
    Condition("execution_major", "属于重大执法决定目录的强制执行", execution_major),
    Condition(
        "execution_optional", "强制执行过程中，需要时办理", lambda facts: facts.last("CE-1") is not None, owes=False
    ),
    Condition(
        "restoration", "行政决定被撤销、变更，或者执行错误", lambda facts: facts.last("CE-1") is not None, owes=False
    ),
    Condition("court_optional", "申请法院强制执行过程中，需要时办理", lambda f: f.last("CX-1") is not None, owes=False),
    Condition("seized_goods", "本机关已经查封、扣押财物", lambda f: bool(said(f, "seized_goods")), owes=False),
    Condition(
        "court_not_asked",
        "申请法院强制执行前，需要时办理",
        lambda f: f.last("CX-1") is not None and f.last("CX-4") is None,
        owes=False,
    ),
    Condition("court_accepted", "人民法院已经受理，或者上一级法院裁定受理", _court_takes_it_up),
    Condition("court_refused", "人民法院不予受理或者不准予执行", _court_refuses, owes=False),
    Condition("upper_court_asked", "已向上一级人民法院申请复议", lambda f: f.last("CX-5-2") is not None),
    Condition("approved_before", "不属于情况紧急", lambda facts: not is_emergency(facts)),
    Condition("approved_afterwards", "情况紧急，当场实施", is_emergency),
    Condition("correction_ordered", "检查结果为责令改正", _told("correct")),
    Condition("violation_found", "检查发现涉嫌违法，应当移送立案", _told("penalty")),
    Condition("optional_before_licence", "需要时办理，限于作出许可决定之前", _no_licence_decision, owes=False),
    Condition(
        "prior_review", "依法先经下级机关审查", _before(lambda facts: licences.known(facts, "prior_review") is True)
    ),
    Condition("before_licence", "作出许可决定之前", _no_licence_decision),
    Condition("interested", "直接关系他人重大利益", _before(licences.concerns_others)),
    Condition("licence_hearing", "依法应当听证，或者直接涉及申请人与他人重大利益关系", _before(licences.hearing_owed)),
    Condition("licence_hearing_told", "已告知听证权利，尚未听证", _before(licences.may_still_be_asked), owes=False),
    Condition("licence_hearing_due", "公告听证，或者申请人、利害关系人要求听证", _before(licences.hearing_due)),
    Condition(
        "licence_reviewed", "列入法制审核目录，或者拟撤回、撤销", lambda facts: True, owed_when=_licence_reviewed
    ),
    Condition("licence_new", "首次申请", _new_licence),
    Condition("licence_altering", "申请变更、延续", _altering),
    Condition("licence_decided", "已经作出许可决定", lambda facts: not _no_licence_decision(facts)),
    Condition("licence_published", "准予许可、变更、延续", licences.is_granted),
    Condition("licence_standing", "已经准予许可，需要时办理", _standing_licence, owes=False),
    Condition("licence_end_open", "尚未决定撤回、撤销、注销", _end_open),
    Condition("licence_taken_away", "拟撤回、撤销许可", _taken_away),
    Condition("licence_ended", "许可已被撤回、撤销、注销", _licence_ended),
    Condition("not_handed_over", "没有另行向公安机关移送", lambda facts: not transfers.handed_over(facts)),
    Condition("transfer_optional", "需要时办理", lambda f: f.last("XF-1") is not None, owes=False, outlasts=True),
    Condition("police_refused", "公安机关不予立案", transfers.was_refused, owes=False),
    Condition("police_refused_owed", "公安机关不予立案", transfers.was_refused),
    Condition("police_objected", "已提请复议或者建议监督", lambda facts: facts.last("XF-6") is not None),
    Condition("police_filed", "公安机关决定立案", transfers.was_filed),
    Condition("levy_owed", "没有终结执行", lambda facts: facts.event("execution_ended") is None),
    Condition("levy_unpaid", "尚未缴清，需要时办理", levies.is_unpaid, owes=False),
    Condition("levy_collected", "已经收到款项", lambda facts: facts.last("LV-3") is not None),
    Condition("deferral_asked", "已经申请缓缴", lambda facts: facts.last("LV-4") is not None),
    Condition(
        "old_town_hearing",
        "旧城区改建，多数被征收人认为方案不符合规定",
        lambda facts: expropriations.is_old_town(facts) and expropriations.majority_objects(facts),
    ),
    Condition("many_households", "涉及被征收人数量较多", expropriations.has_many_households),
    Condition("compensation_proposed", "已经报请作出补偿决定", lambda facts: facts.last("EX-8-1") is not None),
    Condition("compensation_decided", "已经作出补偿决定，需要时办理", _compensation_decided, owes=False),
    Condition("moves_without_court", "没有经人民法院强制执行", lambda facts: not _executed(facts)),
    Condition("land_unapproved", "征收土地尚未批准", _land_unapproved),
    Condition("land_hearing", "多数成员认为方案不符合法律、法规规定", _land_hearing),
    Condition("requisition_ordinary", "不属于情况紧急当场征用，尚未征用", requisitions.awaits_review),
    Condition("requisition_compensation_open", "尚未作出补偿决定", lambda facts: facts.last("RQ-6") is None),
    Condition("requisition_goes_on", "负责人没有不同意", requisitions.goes_on),
    Condition("undisposed", "保存的证据尚未处理", lambda facts: facts.event("disposed") is None),
)

CONDITIONS: dict[str, Condition] = {c.name: c for c in _ALL}


def holds(name: str, facts: CaseFacts) -> bool:
    """Whether a named condition holds. Raises KeyError for a name that is none."""
    return CONDITIONS[name].holds(facts)


def owed(name: str, facts: CaseFacts) -> bool:
    """Whether a step under this condition must be taken, and not only may."""
    condition = CONDITIONS[name]
    if not condition.owes or not condition.holds(facts):
        return False
    return condition.owed_when is None or condition.owed_when(facts)


def outlasts(name: str) -> bool:
    """Whether a step under this condition may be taken when the case is over. Raises KeyError for a name that is none."""
    return CONDITIONS[name].outlasts


def excused(names: Sequence[str], facts: CaseFacts) -> bool:
    """Whether what has to be preceded by one of these steps may be done without any of them.

    None of them is owed; and if all are optional, none may be taken now: what rests on a demand, an order or an
    application wants it made, although nobody must make it.
    """
    if any(owed(name, facts) for name in names):
        return False
    optional = all(not CONDITIONS[name].owes and not CONDITIONS[name].passable for name in names)
    return not (optional and any(holds(name, facts) for name in names))
