"""行政许可的决定: the row of a decision on an application, or of the end of a licence, made with the step that decides."""

from __future__ import annotations

from dataclasses import replace

from lantai.cases.commands import deciding, drafting, people
from lantai.cases.commands.taking import Taking
from lantai.cases.models import Decision
from lantai.law import statements
from lantai.law.periods import local_day
from lantai.law.statements.acts import LICENCE_END

OPENING = ("receive_application", "propose_ending")
DECIDING = ("decide_licence", "decide_alteration", "end_licence")


def _assign(taking: Taking) -> None:
    """Who receives an application, or proposes to end a licence, handles it; the law asks no certificate of them."""
    if taking.step.code not in OPENING or taking.facts.officers:
        return
    ids = [actor.person_id for actor in taking.actors]
    people.assign(actor=taking.actor, case=taking.case, officers=ids, on=local_day(taking.at))
    taking.facts = replace(taking.facts, officers=taking.actors)


def _decide(taking: Taking) -> bool:
    """Whether this step has made the decision of the case. A licence ended in its own file stays the grant it was.

    What was handed in for review is the draft of the end of a licence; otherwise what the step states is the draft.
    Whether a review was owed, the gate of the step has asked already.
    """
    if taking.step.code not in DECIDING or Decision.objects.filter(case=taking.case).exists():
        return False
    outcome = taking.taken.outcome if taking.taken else taking.outcome
    applied = taking.facts.last("LI-1") or taking.facts.last("LI-12-1")
    matter = str((applied.stated.get("matter") or applied.stated.get("licence_name")) if applied else "")
    said = statements.licence_conclusion(outcome, taking.stated, taking.facts.party.name, matter or taking.case.title)
    draft = taking.rows.drafts.get(taking.case.pk)
    if draft is None or draft.outcome != LICENCE_END:
        draft = drafting._add(taking.actor, taking.case, outcome, {"conclusion": said}, draft)
    taking.rows.drafts[taking.case.pk] = draft
    decided = deciding.record_decision(
        actor=taking.actor,
        case=taking.case,
        draft=draft,
        outcome=outcome,
        review_required=False,
        conclusion=said,
        at=taking.at,
    )
    taking.case.decided_on = decided.decided_on
    return True
