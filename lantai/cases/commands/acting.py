"""征收、征用: what the proposing and deciding steps of a case that is no penalty leave behind.

The proposal is the draft, its review writes the receipt (``review``), the decision rests on both, so that the
constraint and the trigger that stand before a penalty decision stand before these as well.
"""

from __future__ import annotations

from dataclasses import replace

from lantai.cases.commands import deciding, drafting, people
from lantai.cases.commands.taking import Taking
from lantai.law import review, statements
from lantai.law.act_review import ACTS, DECISIONS, act_proposed
from lantai.law.people import Role
from lantai.law.periods import local_day
from lantai.personnel import queries as personnel


def _act(taking: Taking) -> None:
    """Whatever the step is in the life of such a decision."""
    code, step = taking.procedure.code, taking.step.id
    if code not in ACTS:
        return
    if step == taking.procedure.steps[0].id:
        _handle(taking)
    if act := act_proposed(code, step):
        _propose(taking, act)
    if step == DECISIONS[code]:
        _decide(taking)


def _handle(taking: Taking) -> None:
    """Who opens such a case handles it; no article asks for two certified officers."""
    ids = [a.person_id for a in taking.actors if a.has(Role.OFFICER, Role.UNIT_HEAD)]
    day = local_day(taking.at)
    if ids:
        people.assign(actor=taking.actor, case=taking.case, officers=ids, on=day)
        known = personnel.actors(ids, day)
        taking.facts = replace(taking.facts, officers=tuple(known[pk] for pk in ids if pk in known))


def _propose(taking: Taking, act: str) -> None:
    """What is proposed becomes a new version of the draft."""
    drafts, pk = taking.rows.drafts, taking.case.pk
    drafts[pk] = drafting._add(taking.actor, taking.case, act, taking.stated, drafts.get(pk))


def _decide(taking: Taking) -> None:
    draft = taking.rows.drafts[taking.case.pk]
    decided = deciding.record_decision(
        actor=taking.actor,
        case=taking.case,
        draft=draft,
        outcome=draft.outcome,
        review_required=bool(review.is_major(taking.facts)),
        conclusion=statements.conclusion(draft.outcome, draft.fields, taking.facts.party.name),
        at=taking.at,
    )
    taking.case.decided_on = decided.decided_on
    deciding._name_document(taking)
