"""许可终止: the notices of a licence that has ended say so, with the ground and the decision; their content stays."""

from __future__ import annotations

from lantai.disclosure.models import PublicationAct, PublicationDraft
from lantai.disclosure.queries.ends import ends
from lantai.law.people import Actor
from lantai.ledger import clock
from lantai.ledger.act import put
from lantai.portal.commands import notices as portal


def _mark(held: PublicationDraft, actor: Actor) -> int:
    """Mark the notices of the licences that this case has ended; says how many. Every word is taken from the decision."""
    unmarked = ends(actor, held)
    for end in unmarked:
        portal.end_licence(
            actor=actor,
            notice=end.notice,
            kind=end.ending.kind,
            ground=end.ending.ground,
            basis="、".join(str(b) for b in end.ending.basis),
            agency_name=held.agency.name,
            reference=end.reference,
            decided_on=end.ending.decided_on,
            ended_on=end.ending.ended_on,
        )
        put(
            PublicationAct(
                draft=held,
                kind=PublicationAct.Kind.END,
                at=clock.now(),
                by_id=actor.person_id,
                reason=f"{end.notice.reference}：许可已{end.ending.kind}，{end.ending.ground}"[:500],
            )
        )
    return len(unmarked)
