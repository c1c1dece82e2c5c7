"""期限: which term and which articles bind a step at this agency. Fields of enforcement have amounts of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from lantai.law import deferrals, licences
from lantai.law.facts import CaseFacts
from lantai.law.levies import payment_days
from lantai.law.measures import FREEZING, SEALING, TIMED, term_days
from lantai.law.measures import added_days as measures_added
from lantai.law.policy import is_market, value
from lantai.law.procedure import Extension, Procedure, Step, Term, Unit
from lantai.law.review import is_complex
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ALL, APL, OGI, SEED, XFER, binds


def basis_of(basis: tuple[Basis, ...], facts: CaseFacts) -> tuple[Basis, ...]:
    """The articles that bind this agency; all of them where none would remain."""
    kept = tuple(b for b in basis if binds(b.statute, facts.agency.field))
    return kept or basis


def term_of(procedure: Procedure, step: Step, facts: CaseFacts) -> Term | None:
    """The term of a step for this agency and case: the declared one, with the field's own amount.

    A term whose article does not bind the agency's field is a policy of the platform (``policy``).
    """
    term = step.within
    if term is None:
        return None
    if not binds(term.basis.statute, facts.agency.field):
        term = replace(term, policy=True)
    if change := _TERMS.get((procedure.code, step.id)):
        term = change(term, facts)
    if (
        term.stops
        and term.basis.statute == APL
        and not (is_market(facts.agency) or value(facts.agency, "clock_stops_everywhere"))
    ):
        term = replace(term, stops=frozenset())
    return term


def _amount(name: str) -> Callable[[Term, CaseFacts], Term]:
    def changed(term: Term, facts: CaseFacts) -> Term:
        return term if is_market(facts.agency) else replace(term, amount=int(value(facts.agency, name)))

    return changed


def review_term(facts: CaseFacts, after: str = "@review_materials_complete") -> Term:
    """Five working days, ten for complex cases: the platform's own term where none is set by law (6.6)."""
    name = "review_days_complex" if is_complex(facts) else "review_days_ordinary"
    return Term(int(value(facts.agency, name)), after, SEED.whole, Unit.WORKING_DAYS, policy=True)


def _review(term: Term, facts: CaseFacts) -> Term:
    """Ten working days in market supervision (SAMR 55); elsewhere the platform's own term."""
    return term if is_market(facts.agency) else replace(review_term(facts, term.after), stops=term.stops)


def _publication(term: Term, facts: CaseFacts) -> Term:
    """Penalties within seven working days; a decision not to punish is another decision: twenty."""
    made = facts.last("PG-14")
    if made is not None and made.outcome.startswith("no_penalty"):
        return Term(20, term.after, OGI[26], Unit.WORKING_DAYS)
    return term


def _archive(term: Term, facts: CaseFacts) -> Term:
    return replace(term, amount=int(value(facts.agency, "filing_days")))


def _measure(term: Term, facts: CaseFacts) -> Term:
    """As long as the decision on the measure says, within what its law allows (ACL 25, 32)."""
    return replace(term, amount=term_days(facts))


def _licence(term: Term, facts: CaseFacts) -> Term:
    """Twenty working days, forty-five where several departments handle it, or what the agency promised (ALL 42)."""
    basis = ALL[42, 2] if licences.is_several(facts) else term.basis
    return replace(term, amount=licences.decision_days(facts), basis=basis)


def _alteration(term: Term, facts: CaseFacts) -> Term:
    """A change as a new licence; a renewal applied for in time before the old licence expires (ALL 50 ¶2)."""
    days = _until_expiry(facts)
    if not days:
        return _licence(term, facts)
    return replace(term, amount=days, basis=ALL[50, 2], unit=Unit.CALENDAR_DAYS, rolls=False, stops=frozenset())


def _until_expiry(facts: CaseFacts) -> int:
    """The days from the acceptance of a timely application for renewal to the end of the licence; none for others."""
    end, start = licences.valid_to(facts), licences.accepted_on(facts, date.max)
    timely = licences.application_kind(facts) == licences.RENEWAL and licences.applied_in_time(facts)
    return max((end - start).days, 0) if timely and end and start else 0


def extensions_of(procedure: Procedure, step: Step, facts: CaseFacts) -> tuple[Extension, ...]:
    """How the term of a step may be lengthened in this case: fifteen days where several departments handle a licence."""
    if procedure.code == licences.LICENCE and licences.is_several(facts):
        return tuple(replace(e, amount=licences.SEVERAL_EXTENSION, basis=ALL[42, 2]) for e in step.extensions)
    return step.extensions


def added_days(procedure: Procedure, facts: CaseFacts, step_id: str) -> int:
    """By how many days the term of a step was lengthened: by approval, or by a step of its own (CM-7, LI-8-1)."""
    if procedure.code == licences.LICENCE and step_id in licences.DECISIONS:
        if step_id == "LI-11" and _until_expiry(facts):
            return 0  # whatever was granted, silence renews at expiry (ALL 50 ¶2)
        return licences.lengthened_by(facts) or int(facts.extensions.get(step_id, 0))
    return measures_added(procedure, facts, step_id)


def _payment(term: Term, facts: CaseFacts) -> Term:
    """Seven days, and those of a deferral that is asked for and not refused (WATER 33, 34)."""
    return replace(term, amount=payment_days(facts))


def _objection(term: Term, facts: CaseFacts) -> Term:
    """Three days from the notice (XFER 9 ¶1); after a reconsideration, three more from its answer (¶2)."""
    return term if facts.last("XF-7") is None else replace(term, basis=XFER[9, 2])


_TERMS: dict[tuple[str, str], Callable[[Term, CaseFacts], Term]] = {
    ("transfer.criminal", "XF-6"): _objection,
    ("penalty.ordinary", "PG-2"): _amount("verification_days"),
    ("penalty.ordinary", "PG-9"): _review,
    ("penalty.ordinary", "PG-16"): _publication,
    ("penalty.ordinary", "PG-17"): deferrals.paying,
    ("penalty.ordinary", "PG-21"): _amount("closing_days"),
    ("penalty.ordinary", "PG-22"): _archive,
    ("penalty.summary", "PS-6"): _amount("summary_filing_days"),
    ("licence.ordinary", "LI-8"): _licence,
    ("licence.ordinary", "LI-11"): _alteration,
    ("levy.fee", "LV-3"): _payment,
    **{(code, step): _measure for code in (SEALING, FREEZING) for step in TIMED},
}
