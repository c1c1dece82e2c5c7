"""重大执法决定的法制审核, outside penalties: which step proposes, which reviews, which decides.

A review binds what was proposed: proposed anew, it has lost its force (``Step.rests_on``). Decisions of expropriation
and of compensation and requisitions are major by the default catalogue (6.1).
"""

from __future__ import annotations

from dataclasses import dataclass

from lantai.law.facts import CaseFacts
from lantai.law.review import OPINIONS
from lantai.law.statements.acts import HOUSING, LAND, LEVY, REQUISITION


@dataclass(frozen=True)
class Reviewed:
    """A decision that needs a review: the steps that propose and review it, and with which outcomes it decides."""

    proposes: str
    reviews: str
    outcomes: tuple[str, ...] = ()


REVIEWED: dict[tuple[str, str], Reviewed] = {
    ("expropriation.housing", "EX-5"): Reviewed("EX-4-2", "EX-4-3"),
    ("expropriation.housing", "EX-8"): Reviewed("EX-8-1", "EX-8-2", ("decided",)),
    ("expropriation.land", "EL-8"): Reviewed("EL-7-1", "EL-7-2"),
    ("requisition.emergency", "RQ-3"): Reviewed("RQ-1", "RQ-2-1"),
    ("requisition.emergency", "RQ-6"): Reviewed("RQ-6-1", "RQ-6-2"),
}
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
    return next((r for (code, _), r in REVIEWED.items() if code == procedure and r.proposes == proposes), None)
