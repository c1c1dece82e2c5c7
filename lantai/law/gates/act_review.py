"""征收、征用决定的审核和主体: G-06 for decisions that are no penalty, and the government that alone may decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lantai.law import act_review
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.review import is_urgent
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import EXPR, LAND, SEED

GOVERNMENT = "government"


def reviewed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-06: a major decision is made after an approving review of what was proposed (6.1; the plan of 2019).

    A requisition on the spot is decided before its review: the review is owed before the decision on compensation.
    """
    rule = act_review.REVIEWED.get((procedure.code, attempt.step))
    if rule is None or (rule.outcomes and attempt.outcome not in rule.outcomes):
        return
    if attempt.step == "RQ-3" and (is_urgent(facts) or attempt.stated.get("emergency")):
        return
    if defect := act_review.defect(facts, rule):
        yield Refusal(
            "G-06",
            (SEED.whole,),
            f"本决定属于重大执法决定，{defect}，不得作出决定",
            "请提交法制审核，经审核同意后再作出决定",
        )


def _by_government(basis: Basis, deciding: tuple[str, ...] = ()) -> Callable[..., Iterable[Refusal]]:
    def check(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
        if deciding and attempt.outcome not in deciding:
            return
        if facts.agency.field != GOVERNMENT:
            yield Refusal(
                "", (basis,), "只能由市、县级人民政府决定，部门不得以自己的名义作出", "请报本级人民政府，由其作出决定"
            )

    return check


GATES = (
    Gate(
        "act_reviewed",
        "重大执法决定经法制审核同意",
        (SEED.whole,),
        reviewed,
        speaks_for=tuple(sorted({*act_review.REVIEWS, "EX-8-1"})),
    ),
    Gate("government_decides", "由市、县级人民政府决定", (EXPR[8],), _by_government(EXPR[8])),
    Gate(
        "compensation_government",
        "补偿决定由人民政府作出",
        (EXPR[26, 1],),
        _by_government(EXPR[26, 1], ("decided",)),
        Asks.STATEMENT,
    ),
    Gate("land_government", "由县级以上地方人民政府办理", (LAND[47, 2],), _by_government(LAND[47, 2])),
)
