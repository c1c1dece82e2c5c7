"""穷尽: every path through a procedure, as far as order and force can tell them apart.

A path is a row of acts: a step with one of its outcomes, a change of the draft, the passing of the windows. Two paths
that leave the same takings in force, in the same order, are one state. Each act is put to the engine itself; beside it
runs a plain reading of the raw history that knows nothing of force, and the two must agree on what Article 58 asks:
no decision on a major case without an approving review later than the last change of the draft and than the hearing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from lantai.law import engine, walk_licences
from lantai.law.act_review import DECISIONS, review_of
from lantai.law.enforcing import ACT, DUTIES, MONEY
from lantai.law.engine.reading import ending, met, needs_of
from lantai.law.facts import AgencyFacts, Attempt, CaseFacts, InspectionFacts, Taken
from lantai.law.force import settled
from lantai.law.people import Actor, Certificate, Role
from lantai.law.procedure import Procedure, Stage, Step
from lantai.law.proposal import DECISION_STEP
from lantai.law.review import OPINIONS, is_major

BEGIN = datetime(2025, 1, 6, 9, 0)
_LATER = timedelta(days=40)
_WAIT, _CHANGE = "@wait", "@draft_changed"
_CERTIFICATE = Certificate("43040001", date(2020, 1, 1), date(2035, 12, 31))
_HANDLERS = tuple(
    Actor(n, f"承办人{n}", 1, "某局", frozenset({Role.OFFICER}), certificate=_CERTIFICATE) for n in (1, 2)
)
_OTHERS = (
    Actor(3, "负责人", 1, "某局", frozenset({Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD})),
    Actor(4, "审核人", 1, "某局", frozenset({Role.REVIEWER}), legal_qualification="A1"),
    Actor(5, "公示人", 1, "某局", frozenset({Role.PUBLISHER, Role.ARCHIVIST, Role.UNIT_HEAD})),
)


_PUBLISHED = InspectionFacts(matter_from=date(2020, 1, 1))  # of inspections only


DECIDES = {**DECISION_STEP, **DECISIONS}

LOOSE = frozenset(
    {
        "PG-18",
        "PG-19",
        "PG-20",
        "PG-23",
        "PG-25",
        "PG-4-1",
        "H-4",
        "H-5",
        "CM-7-1",
        "CM-8",
        "CM-11",
        "CX-9",
        "IN-6-1",
        "XF-9",
    }
    | {"EX-14", "EX-9-1"}
)
"""Acts on which nothing rests and which nothing needs: they commute with all others and are not walked (a test holds
the declaration to that; H-4 and H-5 are the hearing PG-12 in two parts)."""


def loose(procedure: Procedure) -> frozenset[str]:
    """The acts of a procedure that are not walked."""
    return LOOSE | walk_licences.LOOSE if procedure.code == "licence.ordinary" else LOOSE


@dataclass(frozen=True)
class Setting:
    """A kind of case to walk: its label, agency and the facts of the matter."""

    label: str
    agency: AgencyFacts
    flags: Mapping[str, Any] = field(default_factory=dict)
    changes: int = 1


_RULES: Mapping[str, Any] = {"overdue_decision": "record", "recording_before_step": False}
_GENERAL = AgencyFacts(policy=_RULES)
_MARKET = AgencyFacts(field="market", hearing_person=10_000, hearing_organisation=100_000, policy=_RULES)

SETTINGS: tuple[Setting, ...] = (
    Setting("一般案件", _GENERAL, {"fine": 500}),
    Setting("重大公共利益", _GENERAL, {"fine": 500, "public_interest": True}, changes=2),
    Setting("听证范围", _GENERAL, {"fine": 50_000}),
    Setting("疑难复杂，集体讨论", _GENERAL, {"fine": 500, "complex": True}),
    Setting("市场监管，一般案件", _MARKET, {"fine": 8_000}),
    Setting("市场监管，听证范围", _MARKET, {"fine": 200_000}),
    Setting("拟不予处罚，重大公共利益", _GENERAL, {"draft_outcome": "no_penalty_minor", "public_interest": True}),
)

SETTINGS_OF: Mapping[str, tuple[Setting, ...]] = {
    "coercion.execution": tuple(
        Setting(label, _GENERAL, {"duty": duty}) for duty, label in DUTIES.items() if duty not in (MONEY, ACT)
    ),
    "coercion.court_application": (Setting("起诉期限已经届满", _GENERAL, {"decision_served_on": "2024-06-05"}),),
    "licence.ordinary": (
        Setting("直接涉及他人重大利益", _GENERAL, {"major_interest": True}),
        Setting("依职权听证，须经法制审核", _GENERAL, {"hearing_by_office": True, "public_interest": True}),
        Setting("变更", _GENERAL, {"change": True}),
    ),
    "licence.ending": (
        Setting("撤销", _GENERAL, {"end_kind": "revoke"}),
        Setting("注销", _GENERAL, {"end_kind": "cancel"}),
    ),
}
"""What other procedures are walked in besides the first of ``SETTINGS``."""


TAKINGS: tuple[Setting, ...] = (Setting("由人民政府办理", AgencyFacts(field="government", policy=_RULES)),)
"""Levies, expropriations and requisitions are walked as cases of a government, which may decide them all."""


def settings_of(procedure: Procedure, settings: tuple[Setting, ...] = SETTINGS) -> tuple[Setting, ...]:
    """The kinds of case in which a procedure is walked."""
    if procedure.kind == "征收征用":
        return TAKINGS
    return settings if procedure.code == "penalty.ordinary" else settings[:1]


@dataclass
class Walk:
    """What a walk met: states and acts tried, decisions reached, and the paths that break the rule (none, if all is well)."""

    procedure: str
    setting: str
    states: int = 0
    acts: int = 0
    decisions: int = 0
    major_decisions: int = 0
    ended: int = 0
    violations: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        return (
            f"{self.procedure}（{self.setting}）：状态{self.states}个，尝试{self.acts}次，作出决定{self.decisions}次，"
            f"其中重大{self.major_decisions}次，到达终点{self.ended}次，违反{len(self.violations)}次"
        )


@dataclass(frozen=True)
class _Node:
    facts: CaseFacts
    at: datetime
    path: tuple[str, ...] = ()
    changes: int = 0


def walk(procedure: Procedure, setting: Setting, limit: int = 20_000) -> Walk:
    """Walk all states of a procedure in a setting. Raises RuntimeError if there are more than ``limit``."""
    report = Walk(procedure.code, setting.label)
    flags = {"draft_digest": "稿1", **setting.flags}
    start = _Node(
        CaseFacts(procedure.code, setting.agency, flags=flags, officers=_HANDLERS, inspection=_PUBLISHED), BEGIN
    )
    seen = {_signature(procedure, start)}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        report.states += 1
        if report.states > limit:
            raise RuntimeError(f"{procedure.code}：超过{limit}个状态")
        if engine.is_over(procedure, node.facts):
            report.ended += 1
            continue
        for following in _following(procedure, setting, node, report):
            mark = _signature(procedure, following)
            if mark not in seen:
                seen.add(mark)
                queue.append(following)
    return report


def _following(procedure: Procedure, setting: Setting, node: _Node, report: Walk) -> Iterator[_Node]:
    last = node.path[-1] if node.path else ""
    if last and last != _WAIT and last.partition(":")[0] in _WINDOWS:
        yield replace(node, at=node.at + _LATER, path=(*node.path, _WAIT))
    facts = settled(procedure, node.facts)
    decided = _decision(procedure, facts) is not None
    if not decided and node.changes < setting.changes and facts.last("PG-9") is not None:
        at = node.at + timedelta(minutes=1)
        number = node.changes + 2
        changed = replace(
            node.facts,
            events=(*node.facts.events, Taken("draft_changed", at)),
            flags={**node.facts.flags, "draft_digest": f"稿{number}"},
        )
        yield _Node(changed, at, (*node.path, _CHANGE), node.changes + 1)
    for step in procedure.steps:
        if step.child or step.id in loose(procedure) or (decided and step.stage in (Stage.START, Stage.INVESTIGATE)):
            continue
        if not step.repeatable and facts.last(step.id) is not None:
            continue
        for code in _outcomes(step):
            if step.id not in _deciding(procedure) and _out_of_order(procedure, facts, step, code):
                continue
            if (found := _act(procedure, node, step.id, code, report)) is not None:
                yield found


def _deciding(procedure: Procedure) -> tuple[str, ...]:
    """The steps that decide."""
    step = DECIDES.get(procedure.code)
    return (step,) if step else walk_licences.DECIDING.get(procedure.code, ())


def _decision(procedure: Procedure, facts: CaseFacts) -> Taken | None:
    return next((t for step in _deciding(procedure) if (t := facts.last(step)) is not None), None)


def _out_of_order(procedure: Procedure, facts: CaseFacts, step: Step, outcome: str) -> bool:
    """Acts that plainly come too early are passed over; a decision is always put to the engine."""
    return any(met(procedure, facts, need) is False for need in needs_of(step, step.outcome(outcome)))


def _outcomes(step: Step) -> list[str]:
    """The outcomes to be walked: of those that differ in form only, one."""
    codes = [o.code for o in step.outcomes] or [""]
    if step.id in ("PG-4", "PG-26", *walk_licences.ALIKE):
        return codes[:1]
    if step.id == "PG-7":
        return ["terminated"]
    if step.id == "CE-6":
        return ["suspended", "resumed", "ended"]  # an agreement stands and falls as a suspension does
    return [c for c in codes if not c.startswith("no_penalty") or c == "no_penalty_minor"]


def _act(procedure: Procedure, node: _Node, step: str, outcome: str, report: Walk) -> _Node | None:
    at = node.at + timedelta(minutes=1)
    stated = _stated(node, step, outcome, at)
    attempt = Attempt(step, at, _people(procedure, step, outcome), outcome, stated)
    report.acts += 1
    if engine.refusals(procedure, node.facts, attempt):
        return None
    taken = Taken(step, at, outcome, attempt.actors, stated)
    path = (*node.path, f"{step}:{outcome}" if outcome else step)
    if step == DECIDES.get(procedure.code):
        _judge(procedure, node, attempt, path, report)
    elif step in _deciding(procedure):
        report.decisions += 1
        if not walk_licences.is_ripe(procedure.code, node.path, outcome, node.facts.flags, _WAIT):
            report.violations.append(path)
    if step in _EXECUTING and not _ripe(node.path, step):
        report.violations.append(path)
    return _Node(replace(node.facts, taken=(*node.facts.taken, taken)), at, path, node.changes)


def _judge(procedure: Procedure, node: _Node, attempt: Attempt, path: tuple[str, ...], report: Walk) -> None:
    """The plain reading: what the raw history says, without force, gates or conditions."""
    report.decisions += 1
    if attempt.outcome.startswith("transfer"):
        return
    if not is_major(settled(procedure, node.facts)):
        return
    report.major_decisions += 1
    rule = review_of(procedure.code)
    if rule is not None:
        acts = [act for act in path if act.partition(":")[0] in (rule.proposes, rule.reviews)]
        if not acts or acts[-1] != f"{rule.reviews}:agree":
            report.violations.append(path)
        return
    good = None
    for place, act in enumerate(node.path):
        step, _, outcome = act.partition(":")
        if step == "PG-9":
            good = place if OPINIONS[outcome].approving else None
        elif act in (_CHANGE, "PG-12:held", "H-5", "PG-13:revise", "PG-13:supplement") or step in ("PG-4", "PG-8"):
            good = None
    if good is None:
        report.violations.append(path)


_EXECUTING = ("CE-7", "CE-8", "CE-10", "CE-12", "CX-4")


def _ripe(path: tuple[str, ...], step: str) -> bool:
    """The plain reading of Articles 37, 39 and 54: nothing is executed without a decision that stands, nor while it is
    suspended or under agreement; the court is not applied to before the demand has run out and the review has agreed."""
    decided = demanded = passed = reviewed = False
    going = True
    for act in path:
        if act == _WAIT:
            passed = demanded
        elif act.startswith("CE-4:"):
            decided = act != "CE-4:not_executed"
        elif act in ("CE-3:adjusted", "CX-3-1:adjusted"):
            decided = demanded = passed = reviewed = False
        elif act.startswith("CE-6:"):
            going = act in ("CE-6:resumed", "CE-6:broken")
        elif act == "CX-3":
            demanded, passed, reviewed = True, False, False
        elif act.startswith("CX-R:"):
            reviewed = act == "CX-R:agree"
    return (passed and reviewed) if step == "CX-4" else (decided and going)


def _people(procedure: Procedure, step: str, outcome: str) -> tuple[Actor, ...]:
    declared = procedure[step]
    meant = declared.outcome(outcome)
    allowed = meant.by if meant and meant.by else declared.by
    if step.startswith("H-") or step in ("PG-12", *walk_licences.CHAIRED):
        return _HANDLERS if declared.officers else (_OTHERS[1],)
    if Role.OFFICER in allowed:
        return _HANDLERS
    return next((other,) for other in _OTHERS if other.has(*allowed))


def _stated(node: _Node, step: str, outcome: str, at: datetime) -> dict[str, Any]:
    """The least that a lawful taking states."""
    flags = node.facts.flags
    content = {k: flags[k] for k in ("fine",) if k in flags}
    if step == "PG-9":
        return {"draft": flags["draft_digest"], "approving": OPINIONS[outcome].approving}
    if step == "PG-10":
        return {**content, "hearing_right": content.get("fine", 0) >= 20_000, "mode": "SV-1"}
    if step == "H-3":
        return {"hearing_on": (at + timedelta(days=30)).date().isoformat(), "mode": "SV-1"}
    if step == "PG-13":
        return {"attendees": [3, 6]}
    if step == "PG-14" and outcome == "penalty":
        return content
    if step.startswith("LI-") or step == "LR":
        return walk_licences.stated(step, outcome, at)
    if step in ("PS-3", "PS-4"):
        return {"fine": min(content.get("fine", 100), 100)}
    if step == "IN-5":
        return {"scan_code": "1"}
    if step == "PS-5":
        return {"collection": "small", "receipt_no": "1", "amount": 100, "handed_in_on": at.date().isoformat()}
    return {}


def _signature(procedure: Procedure, node: _Node) -> tuple[object, ...]:
    """What tells states apart: the takings in force, the order of those whose order decides, the windows, the changes.

    After the decision, or another ending, only what follows it counts.
    """
    facts = settled(procedure, node.facts)
    latest = {t.step: t for t in facts.taken if not t.void}
    made = _decision(procedure, facts) or ending(procedure, facts)
    if made is not None:
        after = (Stage.PERFORM, Stage.CLOSE)
        return (
            made.step,
            made.outcome,
            frozenset(k for k in latest if procedure[k].stage in after and k not in loose(procedure)),
            tuple(_passed(node, latest, step) for step in _AFTER_DECISION),
        )
    alive = [(k, _ALIKE.get(t.outcome, t.outcome)) for k, t in latest.items() if k not in loose(procedure)]
    reviewed = any(t.step == "PG-9" for t in facts.taken)
    order = tuple(k for k, _ in sorted(latest.items(), key=lambda e: e[1].at) if k in _ORDERED)
    return (
        frozenset(alive),
        order,
        node.changes,
        reviewed,
        *(_passed(node, latest, step) for step in _WINDOWS),
    )


_ALIKE = {"lapsed": "made"}
_ORDERED = ("PG-9", "PG-12", "PG-13", "LR", "LI-5")
_AFTER_DECISION = ("EX-5", "EX-8", "LV-2", "LV-4")  # windows that run on when it is decided
_WINDOWS = ("PG-10", "H-3", "CX-3", "LI-5-1", "LI-5-3", "EX-2", "EL-4", *_AFTER_DECISION)


def _passed(node: _Node, latest: Mapping[str, Taken], step: str) -> bool:
    return step in latest and node.at - latest[step].at > timedelta(days=29)


def report(procedures: tuple[Procedure, ...], settings: tuple[Setting, ...] = SETTINGS) -> Iterator[Walk]:
    """Walk every procedure in every setting that concerns it."""
    for procedure in procedures:
        for setting in (*settings_of(procedure, settings), *SETTINGS_OF.get(procedure.code, ())):
            yield walk(procedure, setting)
