"""送达的关口: the mode fits, its proof is there, and in market supervision the party is told of the publication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lantai.law import service_of_documents as served
from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.gates.gate import Asks, Gate
from lantai.law.periods import local_day
from lantai.law.policy import is_market
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.service_days import day_of
from lantai.law.service_of_documents import Mode, Proof, Service
from lantai.law.statutes_in_force import APL, CPL, SAMR, SAMRPUB

_DECISIONS = frozenset({"PG-15", "PS-4", "LI-9", "LI-12-3"})


def service_of(facts: CaseFacts, attempt: Attempt) -> Service | None:
    """The service that a step states; None where it names no mode. The receipt is made with the step itself."""
    stated = attempt.stated
    if not stated.get("mode"):
        return None
    proofs = {Proof.RECEIPT, *(Proof(p) for p in stated.get("proofs") or ())}
    if str(stated.get("witness") or "").strip():
        proofs.add(Proof.WITNESS)
    if stated.get("av") or any(r.step == attempt.step for r in facts.recordings):
        proofs.add(Proof.PHOTO_OR_VIDEO)
    if "address_confirmation" in facts.documents or stated.get("confirmed_on") or confirmation(facts):
        proofs.add(Proof.ADDRESS_CONFIRMATION)
    return Service(
        Mode(stated["mode"]),
        day_of(stated.get("served_on")) or local_day(attempt.at),
        frozenset(proofs),
        reason=str(stated.get("reason") or stated.get("refusal_reason") or stated.get("substitute_reason") or ""),
        at_domicile=bool(stated.get("at_domicile", True)),
        posted=bool(stated.get("posted")),
        is_decision=attempt.step in _DECISIONS,
        reconsideration_channel=str(stated.get("reconsideration_channel") or ""),
    )


def served_properly(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The service counts: proof and reason of its mode are there (CPL 87 to 95; APL 61)."""
    service = service_of(facts, attempt)
    if service is not None:
        for one in served.refusals(service):
            yield replace(one, basis=one.basis or (CPL[87],))
        yield from as_confirmed(procedure, facts, attempt)


def confirmation(facts: CaseFacts) -> Taken | None:
    """送达地址确认书: the latest address that the party confirmed by signature, with or without consent to electronic service.

    What was confirmed in a case holds for its execution, until another address is confirmed there.
    """
    own = facts.event("address_confirmed")
    return own or (facts.parent.event("address_confirmed") if facts.parent else None)


def as_confirmed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Electronic service only with consent and to the address confirmed; SV-7 only to the address confirmed (CPL 90; SAMR 83)."""
    held, stated = confirmation(facts), attempt.stated
    if held is None:
        return
    if stated.get("mode") == Mode.ELECTRONIC:
        wanted, given = held.stated.get("electronic_address"), stated.get("electronic_address")
        if not held.stated.get("electronic_consent"):
            yield Refusal(
                "",
                (APL[61, 2], CPL[90]),
                "送达地址确认书载明当事人不同意电子送达",
                "请改用其他方式送达，或者取得当事人同意后重新登记确认书",
                field="mode",
            )
        elif wanted and given and _plain(wanted) != _plain(given):
            yield Refusal(
                "",
                (CPL[90],),
                f"电子送达地址与当事人确认的{wanted}不一致",
                "请向确认的地址送达",
                field="electronic_address",
            )
    elif stated.get("mode") == Mode.CONFIRMED_ADDRESS:
        wanted, given = held.stated.get("address"), stated.get("address")
        if wanted and given and _plain(wanted) != _plain(given):
            yield Refusal(
                "", (SAMR[83],), f"送达地址与当事人确认的{wanted}不一致", "请向确认的地址送达", field="address"
            )


def _plain(address: object) -> str:
    return "".join(str(address).split()).casefold()


def told_of_publication(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """With the decision the party is told in writing that it will be published (SAMRPUB 8)."""
    if is_market(facts.agency) and attempt.stated.get("publication_told") is False:
        yield Refusal(
            "",
            (SAMRPUB[8],),
            "送达决定书时没有书面告知当事人行政处罚信息将向社会公示",
            "请一并书面告知",
            field="publication_told",
        )


GATES = (
    Gate("service", "送达方式和证明", (CPL[88], APL[61]), served_properly, Asks.STATEMENT),
    Gate("publication_told", "告知将予公示", (SAMRPUB[8],), told_of_publication, Asks.STATEMENT),
)
