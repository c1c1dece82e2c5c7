"""决定: the head decides on the very draft that was reviewed. The database says so too (constraint and trigger)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from lantai.cases import facts as rows_of
from lantai.cases.commands import drafting
from lantai.cases.commands.taking import Taking
from lantai.cases.models import Case, Decision, Draft, ReviewReceipt
from lantai.documents.models import IssuedDocument
from lantai.law import review, statements
from lantai.law.people import Actor
from lantai.law.periods import local_day
from lantai.law.refusals import Refusal, Refused
from lantai.law.statutes_in_force import APL
from lantai.ledger.act import command, put


def _check_draft(taking: Taking) -> None:
    """The decision says what the latest draft says: it is put among what the step states, and the gates compare it."""
    draft = taking.rows.drafts.get(taking.case.pk)
    if draft is None and taking.procedure.code == "penalty.summary":
        draft = drafting._add(taking.actor, taking.case, taking.outcome or "penalty", taking.stated, draft)
        taking.rows.drafts[taking.case.pk] = draft
    if draft is None:
        raise Refused(
            [
                Refusal(
                    "",
                    (APL[57],),
                    "尚未拟写处理意见，没有可以决定的内容",
                    "请承办人先拟写处理意见，写明证据采信、依据选择、决定裁量三项理由",
                )
            ]
        )
    chosen = taking.step.outcome(taking.outcome)
    if chosen is not None and draft.outcome != chosen.code:
        raise Refused(
            [
                Refusal(
                    "",
                    (APL[57],),
                    f"所作决定与第{draft.number}稿处理意见不一致",
                    "请按处理意见作出决定，或者退回承办人重新拟写后再办",
                    field="outcome",
                )
            ]
        )
    fields = draft.fields
    proposed = {word: fields[word] for word in ("fine", "penalty_kinds", "gains", "tier") if fields.get(word)}
    said = taking.stated.get("fine")
    if said is not None and Decimal(str(said)) != Decimal(str(fields.get("fine") or 0)):
        raise Refused(
            [
                Refusal(
                    "G-06",
                    (APL[58],),
                    f"所填罚款数额与第{draft.number}稿处理意见不一致",
                    "请退回承办人改写处理意见，重新送审、告知后再决定",
                    field="fine",
                )
            ]
        )
    taking.stated = {**taking.stated, **proposed, "draft": draft.digest}
    taking.facts = rows_of.of(taking.case, local_day(taking.at), taking.rows)


def _decide(taking: Taking) -> None:
    draft = taking.rows.drafts[taking.case.pk]
    party = taking.facts.party.name
    required = bool(review.is_major(taking.facts))
    decided = record_decision(
        actor=taking.actor,
        case=taking.case,
        draft=draft,
        outcome=draft.outcome,
        review_required=required,
        conclusion=statements.conclusion(draft.outcome, draft.fields, party),
        at=taking.at,
    )
    taking.rows.found.add(Decision)
    taking.case.decided_on = decided.decided_on


@command("cases.record_decision", "作出决定")
def record_decision(
    *, actor: Actor, case: Case, draft: Draft, outcome: str, review_required: bool, conclusion: str, at: datetime
) -> Decision:
    """The row of a decision, inside the step that takes it. It names the receipt of the review of its very draft."""
    receipt = (
        ReviewReceipt.objects.filter(case=case, draft_digest=draft.digest, is_approving=True).order_by("-round").first()
    )
    fields: dict[str, Any] = draft.fields
    return put(
        Decision(
            case=case,
            outcome=outcome,
            draft=draft,
            draft_digest=draft.digest,
            review_required=review_required,
            receipt=receipt,
            penalty_kinds=fields.get("penalty_kinds") or [],
            fine=Decimal(str(fields.get("fine") or 0)),
            gains=Decimal(str(fields.get("gains") or 0)),
            property=fields.get("property") or "",
            tier=fields.get("tier") or "",
            conclusion=conclusion,
            decided_on=local_day(at),
            decided_at=at,
            decided_by_id=actor.person_id,
        )
    )


def _name_document(taking: Taking) -> None:
    """The decision names the document in which it was issued."""
    document = next((d for d in taking.documents if not d.is_internal), None)
    if document is not None:
        name_document(actor=taking.actor, case=taking.case, document=document)


@command("cases.name_document", "记载决定书")
def name_document(*, actor: Actor, case: Case, document: IssuedDocument) -> Decision:
    decision = Decision.objects.get(case=case)
    decision.document = document
    return put(decision)
