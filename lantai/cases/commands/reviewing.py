"""The receipt by which ``review`` reports its opinion down to the case."""

from __future__ import annotations

from lantai.cases.commands.taking import Taking, _locked
from lantai.cases.models import Case, Draft, ReviewReceipt
from lantai.law import act_review, review
from lantai.law.people import Actor, Role
from lantai.law.refusals import Refusal, Refused
from lantai.law.terms import basis_of
from lantai.ledger import clock
from lantai.ledger.act import command, put


@command("cases.write_receipt", "登记法制审核回执", allowed=(Role.REVIEWER,))
def write_receipt(
    *, actor: Actor, case: Case, round: int, draft: Draft, opinion: str, is_approving: bool, opinion_digest: str
) -> ReviewReceipt:
    """Bind an opinion to the digest of the very draft that was reviewed."""
    held = _locked(case, None)
    return put(
        ReviewReceipt(
            case=held,
            round=round,
            draft_digest=draft.digest,
            opinion=opinion,
            is_approving=is_approving,
            opinion_digest=opinion_digest,
            reviewer_id=actor.person_id,
            issued_at=clock.now(),
        )
    )


def _bind(taking: Taking) -> None:
    """The step of review rests on a receipt: it says which draft was reviewed and whether it was approved.

    Raises Refused where no opinion of the review desk with this outcome stands for the latest draft, or where it has
    been taken down already.
    """
    draft = taking.rows.drafts.get(taking.case.pk)
    receipt = ReviewReceipt.objects.filter(case=taking.case).order_by("-round").first()
    if draft is None or receipt is None or not _is_of(taking, draft, receipt):
        raise Refused(
            [
                Refusal(
                    "G-06",
                    basis_of(taking.step.basis, taking.facts),
                    "还没有针对最新送审稿的审核意见",
                    "请承办人送审，由法制审核人员在“法制审核”中受理并出具意见",
                )
            ]
        )
    taking.stated = {
        **taking.stated,
        "opinion": taking.outcome,
        "approving": review.OPINIONS[taking.outcome].approving,
        "draft": draft.digest,
        "round": receipt.round,
    }


def _is_of(taking: Taking, draft: Draft, receipt: ReviewReceipt) -> bool:
    """Whether the receipt is the opinion on this draft that the step takes down, and no step took it down before."""
    rule = act_review.rule_of(taking.procedure.code, draft.outcome)
    used = {step.stated.get("round") for step in taking.rows.steps[taking.case.pk]}
    return (
        rule is not None
        and rule.reviews == taking.step.id
        and (receipt.draft_digest, receipt.opinion) == (draft.digest, taking.outcome)
        and receipt.round not in used
    )
