"""The receipt by which ``review`` reports its opinion down to the case."""

from __future__ import annotations

from lantai.cases.commands.taking import Taking, _locked
from lantai.cases.models import Case, Draft, ReviewReceipt
from lantai.law import review
from lantai.law.people import Actor, Role
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
    """The step of review says which draft it reviewed and whether it approves: the gates ask for both."""
    draft = taking.rows.drafts.get(taking.case.pk)
    taking.stated = {
        **taking.stated,
        "opinion": taking.outcome,
        "approving": review.OPINIONS[taking.outcome].approving,
        "draft": draft.digest if draft else "",
    }
