"""延期、分期缴纳: the grant that stands, and until when it lets the party pay a fine (APL 66 ¶2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lantai.law.facts import CaseFacts, Taken
from lantai.law.procedure import Term, Unit
from lantai.law.proposal import yuan
from lantai.law.service_days import day_of, effective_day
from lantai.law.statutes_in_force import APL

PAY_WITHIN = Term(15, "PG-15", APL[67, 3])


def granted(facts: CaseFacts) -> Taken | None:
    """The grant that stands: the latest one. An application that is refused after it leaves it as it is."""
    found = (t for t in reversed(facts.taken) if t.step == "PG-18" and not t.void and t.outcome != "refused")
    return next(found, None)


def until(facts: CaseFacts) -> date | None:
    """The end of the deferral, or of the last instalment; None where none was granted."""
    grant = granted(facts)
    if grant is None:
        return None
    days = [day_of(r["due_on"]) for r in grant.stated.get("plan") or ()]
    return max((d for d in [*days, day_of(grant.stated.get("until"))] if d), default=None)


@dataclass(frozen=True)
class Part:
    """One instalment of the plan that was granted: its number, its day, its amount, and what is to be paid in all by that day."""

    number: int
    due_on: date
    amount: Decimal
    in_all: Decimal


def parts(facts: CaseFacts) -> tuple[Part, ...]:
    """The instalments of the grant that stands; none of a deferral to one day."""
    grant = granted(facts)
    rows = [(day_of(r["due_on"]), yuan(r["amount"])) for r in (grant.stated.get("plan") if grant else None) or ()]
    found, in_all = [], Decimal(0)
    for number, (day, amount) in enumerate(rows, 1):
        in_all += amount
        if day is not None:
            found.append(Part(number, day, amount, in_all))
    return tuple(found)


def paying(term: Term, facts: CaseFacts) -> Term:
    """The term of payment, as long as a grant has made it."""
    served, end = facts.last("PG-15"), until(facts)
    start = effective_day(facts, served) if served else None
    if start is None or end is None or (end - start).days <= term.amount:
        return term
    return replace(term, amount=(end - start).days, basis=APL[66, 2], unit=Unit.CALENDAR_DAYS)
