"""征收、征用: what the proposing, reviewing and deciding steps of a case that is no penalty leave behind.

The proposal is the draft, the review its receipt, the decision rests on both, so that the constraint and the trigger
that stand before a penalty decision stand before these as well.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from django.utils.timezone import localtime

from lantai.cases.commands import deciding, drafting, people, reviewing
from lantai.cases.commands.taking import Taking
from lantai.cases.models import Draft, ReviewReceipt
from lantai.law import review, statements
from lantai.law.act_review import ACTS, DECISIONS, PROPOSES, review_of
from lantai.law.people import Role
from lantai.ledger.canon import canonical
from lantai.personnel import queries as personnel


def _act(taking: Taking) -> None:
    """Whatever the step is in the life of such a decision."""
    code, step = taking.procedure.code, taking.step.id
    if code not in ACTS:
        return
    if step == taking.procedure.steps[0].id:
        _handle(taking)
    if step == PROPOSES[code]:
        _propose(taking)
    rule = review_of(code)
    if rule is not None and step == rule.reviews:
        _review(taking)
    if step == DECISIONS[code]:
        _decide(taking)


def _handle(taking: Taking) -> None:
    """Who opens such a case handles it; no article asks for two certified officers."""
    ids = [a.person_id for a in taking.actors if a.has(Role.OFFICER, Role.UNIT_HEAD)]
    day = localtime(taking.at).date()
    if ids:
        people.assign(actor=taking.actor, case=taking.case, officers=ids, on=day)
        known = personnel.actors(ids, day)
        taking.facts = replace(taking.facts, officers=tuple(known[pk] for pk in ids if pk in known))


def _propose(taking: Taking) -> None:
    """What is proposed becomes a new version of the draft."""
    held = Draft.objects.filter(case=taking.case).count()
    act = ACTS[taking.procedure.code]
    draft = drafting._add(taking.actor, taking.case, act, taking.stated, held + 1)
    taking.rows.drafts[taking.case.pk] = draft


def _review(taking: Taking) -> None:
    draft = taking.rows.drafts[taking.case.pk]
    rounds = ReviewReceipt.objects.filter(case=taking.case).count()
    opinion = review.OPINIONS[taking.outcome or "agree"]
    reviewing.write_receipt(
        actor=taking.actor,
        case=taking.case,
        round=rounds + 1,
        draft=draft,
        opinion=opinion.code,
        is_approving=opinion.approving,
        opinion_digest=hashlib.sha256(canonical([opinion.code, taking.stated]).encode()).hexdigest(),
    )


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
