"""事前公示: the copies of agencies, officers, powers and procedures that the portal shows, drawn from the registers."""

from __future__ import annotations

from lantai.agencies.models import Agency
from lantai.disclosure import copies as rows_of
from lantai.law import released, sheets
from lantai.law.people import Actor, Role
from lantai.law.refusals import Refusal, Refused
from lantai.law.statutes_in_force import SEED
from lantai.ledger.act import command
from lantai.portal.commands import registers as portal
from lantai.portal.models import PublishedAgency
from lantai.powers.queries import releases

DESK = (Role.PUBLISHER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.SUPERVISOR)


@command("disclosure.publish_agency", "公示执法主体、人员和权责清单", allowed=DESK)
def publish_agency(*, actor: Actor, agency: Agency) -> PublishedAgency:
    """Bring what the public sees of an agency up to date: the subject, its officers, its powers. Unchanged rows stay."""
    if actor.has(Role.PUBLISHER) and not actor.has(*DESK[1:]) and actor.agency_id != agency.pk:
        raise Refused(
            [Refusal("", (SEED.whole,), "谁执法谁公示，这个机关由其他人员公示", "请由该机关的公示承办人办理")]
        )
    shown: PublishedAgency = portal.put_agency(actor=actor, code=agency.code, **rows_of.agency_fields(agency))
    officers, powers = rows_of.officer_rows(agency), rows_of.power_rows(agency)
    if officers:
        portal.put_officers(actor=actor, rows=officers)
    if powers:
        portal.put_powers(actor=actor, rows=powers)
    return shown


@command("disclosure.publish_procedures", "公示执法程序流程图", allowed=DESK)
def publish_procedures(*, actor: Actor) -> int:
    """Publish every released procedure as it runs: chart, words and digest, with who signed this very digest, if signed."""
    signed = releases()
    for procedure in released.RELEASED:
        release = signed.get((procedure.code, procedure.digest))
        portal.put_procedure(
            actor=actor,
            code=procedure.code,
            number=procedure.version,
            label=procedure.label,
            kind=procedure.kind,
            digest=procedure.digest,
            chart=sheets.flow_chart(procedure),
            steps=list(sheets.numbered_text(procedure)),
            signed_by=release.signed_by.agency.name if release else "",
            signed_on=release.signed_at.date() if release else None,
        )
    return len(released.RELEASED)
