"""重大执法决定的法制审核, of every kind of act: which step proposes, which reviews, which decides, and what is handed in.

A review binds what was proposed: proposed anew, it has lost its force (``Step.rests_on``). Decisions of expropriation
and of compensation and requisitions are major by the default catalogue (6.1). Whoever hands in, reviews or plays a
review finds its step here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lantai.law import statements
from lantai.law.conditions import holds
from lantai.law.enforcing import DEMOLITION, RESTORE, duty, execution_major
from lantai.law.facts import CaseFacts, Taken
from lantai.law.licences import review_grounds
from lantai.law.procedure import Procedure, Step
from lantai.law.records import DOCUMENT_CODES
from lantai.law.review import CATALOGUE_WORDS, OPINIONS, Material, Opinion, is_major
from lantai.law.review import materials as of_penalty
from lantai.law.statements.acts import (
    COMPENSATION,
    COURT,
    EXECUTION,
    HOUSING,
    LAND,
    LEVY,
    LICENCE,
    LICENCE_END,
    REQUISITION,
)


@dataclass(frozen=True)
class Reviewed:
    """A decision that needs a review.

    ``proposes`` the step whose statement is the draft, ``A|B`` for either; "" where a draft is written at a desk of its
                 own (penalties).
    ``reviews``  the step of review; ``outcomes`` with which outcomes the deciding step decides (any where none is named).
    ``act``      how the draft says what is proposed (``Draft.outcome``); "" for whatever is proposed there.
    ``word``     the row of the catalogue of major decisions; "" where the facts of the case tell.
    """

    proposes: str
    reviews: str
    outcomes: tuple[str, ...] = ()
    act: str = ""
    word: str = ""


REVIEWED: dict[tuple[str, str], Reviewed] = {
    ("penalty.ordinary", "PG-14"): Reviewed("", "PG-9"),
    ("expropriation.housing", "EX-5"): Reviewed("EX-4-2", "EX-4-3", (), HOUSING, "expropriation"),
    ("expropriation.housing", "EX-8"): Reviewed("EX-8-1", "EX-8-2", ("decided",), COMPENSATION, "compensation"),
    ("expropriation.land", "EL-8"): Reviewed("EL-7-1", "EL-7-2", (), LAND, "expropriation"),
    ("requisition.emergency", "RQ-3"): Reviewed("RQ-1", "RQ-2-1", (), REQUISITION, "requisition"),
    ("requisition.emergency", "RQ-6"): Reviewed("RQ-6-1", "RQ-6-2", (), COMPENSATION, "compensation"),
    ("coercion.execution", "CE-4"): Reviewed("CE-1", "CE-R", ("execute", "immediate", "substitute"), EXECUTION),
    ("coercion.court_application", "CX-4"): Reviewed("CX-1", "CX-R", (), COURT, "court_application"),
    ("licence.ordinary", "LI-8"): Reviewed("LI-3", "LR", (), LICENCE),
    ("licence.ordinary", "LI-11"): Reviewed("LI-3", "LR", (), LICENCE),
    ("licence.ordinary", "LI-12"): Reviewed("LI-8|LI-11", "LR", (), LICENCE_END, "licence_revoked"),
    ("licence.ending", "LI-12"): Reviewed("LI-12-1", "LR", (), LICENCE_END, "licence_revoked"),
}
"""By procedure and deciding step. A licence that is ended in the file of its grant has no proposal: what is handed in is the
licence as it was granted, and the letter says why it is to end."""

DECISIONS: dict[str, str] = {
    "levy.fee": "LV-2",
    "expropriation.housing": "EX-5",
    "expropriation.land": "EL-10",
    "requisition.emergency": "RQ-3",
}
"""The step by which each of these procedures decides towards the party and the public."""

PROPOSES: dict[str, str] = {
    "levy.fee": "LV-1",
    "expropriation.housing": "EX-4-2",
    "expropriation.land": "EL-7-1",
    "requisition.emergency": "RQ-1",
}
"""The step that says what is to be decided: its statement is the draft of the decision."""

ACTS: dict[str, str] = {
    "levy.fee": LEVY,
    "expropriation.housing": HOUSING,
    "expropriation.land": LAND,
    "requisition.emergency": REQUISITION,
}
"""What each of them decides."""

REVIEWS = frozenset(r.reviews for r in REVIEWED.values())


def defect(facts: CaseFacts, rule: Reviewed) -> str:
    """Why no review opens the way to the decision; "" if one does. ``facts`` settled."""
    taken = facts.last(rule.reviews)
    if taken is not None:
        opinion = OPINIONS.get(taken.outcome or "agree")
        return (
            "" if opinion is not None and opinion.approving else f"法制审核未通过（审核意见：{_label(taken.outcome)}）"
        )
    earlier = next((t for t in reversed(facts.taken) if t.step == rule.reviews), None)
    if earlier is None:
        return "未经法制审核"
    return "审核之后拟作的决定又有改动，原审核意见已失效"


def _label(outcome: str) -> str:
    return OPINIONS[outcome].label if outcome in OPINIONS else outcome


def review_of(procedure: str) -> Reviewed | None:
    """The review of what a case of this procedure proposes; None where none is owed."""
    proposes = PROPOSES.get(procedure)
    return next((r for r in _rules(procedure) if r.proposes == proposes), None)


def _rules(procedure: str) -> tuple[Reviewed, ...]:
    return tuple(rule for (code, _), rule in REVIEWED.items() if code == procedure)


def is_review(procedure: str, step: str) -> bool:
    """Whether a step is a legal review: it is taken at the desk of review, with an opinion on the latest draft."""
    return any(rule.reviews == step for rule in _rules(procedure))


def act_proposed(procedure: str, step: str) -> str:
    """What a step proposes to decide, so that its statement is a draft; "" where it proposes nothing."""
    if PROPOSES.get(procedure) == step:
        return ACTS[procedure]
    return next((rule.act for rule in _rules(procedure) if rule.proposes == step), "")


def rule_of(procedure: str, act: str) -> Reviewed | None:
    """The review that a draft of this act goes through; None where it needs none."""
    return next((rule for rule in _rules(procedure) if rule.act in ("", act)), None)


def review_pending(procedure: Procedure, facts: CaseFacts) -> Reviewed | None:
    """The review of what was proposed last and is not decided yet; None where none is owed. ``facts`` settled."""
    waiting = None
    latest = -1
    for (code, decides), rule in REVIEWED.items():
        if code != procedure.code:
            continue
        if not rule.proposes:
            return rule
        proposed = _place(facts, rule.proposes)
        if proposed > max(latest, _place(facts, decides, rule.outcomes)):
            latest, waiting = proposed, rule
    return waiting if waiting is not None and holds(procedure[waiting.reviews].applies, facts) else None


def proposal(facts: CaseFacts, rule: Reviewed) -> Taken | None:
    """The standing statement of what is proposed; None where nothing is. ``facts`` settled."""
    place = _place(facts, rule.proposes)
    return facts.taken[place] if place >= 0 else None


def _place(facts: CaseFacts, steps: str, outcomes: tuple[str, ...] = ()) -> int:
    """Where in the order of time one of these steps was last taken with force; -1 where it was not."""
    taken = enumerate(facts.taken)
    places = (
        n for n, t in taken if t.step in steps.split("|") and not t.void and (not outcomes or t.outcome in outcomes)
    )
    return max(places, default=-1)


def reasons(facts: CaseFacts, rule: Reviewed) -> tuple[str, ...]:
    """Why what is handed in needs a review, in words: the row of the catalogue, or the triggers of the case."""
    if rule.act == EXECUTION and execution_major(facts):
        return (CATALOGUE_WORDS[_EXECUTED.get(duty(facts), "head_referred")],)
    if rule.act == LICENCE:
        return review_grounds(facts)
    return (CATALOGUE_WORDS[rule.word],) if rule.word else tuple(t.label for t in is_major(facts))


_EXECUTED = {DEMOLITION: "demolition", RESTORE: "substitute_performance"}


def opinions_of(step: Step) -> tuple[Opinion, ...]:
    """The opinions with which a step of review can end."""
    return tuple(OPINIONS[outcome.code] for outcome in step.outcomes if outcome.code in OPINIONS)


# ---- what is handed in ---------------------------------------------------------------------------------------------


def materials(procedure: Procedure, facts: CaseFacts, rule: Reviewed) -> tuple[Material, ...]:
    """What must be handed in for this review. ``facts`` settled.

    Of a penalty the list of 6.3. Of other acts the draft and its bases, and what each step made on which the proposal
    is founded; the code of such a material is the step, which shows that it is there.
    """
    if not rule.proposes:
        return of_penalty(facts)
    proposing = rule.proposes.split("|")
    made = (
        Material(step.id, _papers(step), holds(step.applies, facts), basis=step.basis[0])
        for step in _founding(procedure, rule.reviews)
        if step.id not in proposing and (step.documents or step.records) and not is_review(procedure.code, step.id)
    )
    proposed = proposal(facts, rule)
    said_by = procedure[proposed.step if proposed else proposing[0]]
    return (
        Material("letter", f"送审函及送审稿（{said_by.label}）", True),
        Material("bases", "法律依据文本", True),
        *made,
        *([Material("certificates", "承办人执法证件", True)] if said_by.officers else []),
        Material("recordings", "音像记录目录", False),
    )


def _founding(procedure: Procedure, reviews: str) -> Iterable[Step]:
    """The steps on which a review is founded, however far back, in the order of the procedure."""
    found: set[str] = set()
    wanted = [reviews]
    while wanted:
        one = wanted.pop()
        if one in found or one not in procedure:
            continue
        found.add(one)
        wanted += [part.partition(":")[0] for need in procedure[one].needs for part in need.split("|")]
    return (step for step in procedure.steps if step.id in found)


def _papers(step: Step) -> str:
    names = [DOCUMENT_CODES.get(code, "") for code in step.documents] or list(step.records)
    named = "、".join(name for name in names if name)
    return f"{step.label}：{named}" if named else step.label


@dataclass(frozen=True)
class Compared:
    """One thing a draft says; ``before`` what an earlier one said instead, None where it is the same or there is none."""

    label: str
    text: str
    before: str | None = None


def compared(now: Sequence[tuple[str, str]], earlier: Sequence[tuple[str, str]] | None) -> list[Compared]:
    """A draft as ``draft_in_words`` reads it, beside an earlier one; what was left out stands at the end, empty."""
    if earlier is None:
        return [Compared(label, text) for label, text in now]
    before, said = dict(earlier), dict(now)
    rows = [Compared(n, text, None if before.get(n) == text else before.get(n, "")) for n, text in now]
    return rows + [Compared(n, "", text) for n, text in earlier if n not in said]


def draft_in_words(procedure: str, act: str, fields: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A draft for reading, whichever way it was written: what is proposed, then all that it says."""
    rule = rule_of(procedure, act)
    if rule is None or not rule.proposes:
        return statements.draft_in_words(act, fields)
    asked = statements.BY_STEP[procedure]
    words = dict.fromkeys(word for step in rule.proposes.split("|") for word in asked[step])
    return statements.said_in_words(statements.outcome_label(act), words, fields)
