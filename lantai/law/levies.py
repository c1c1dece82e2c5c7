"""征收款项: what a payer owes, until when, and what a request to pay later comes to (WATER 32 to 35; ACL 45)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from lantai.law.facts import CaseFacts, Taken
from lantai.law.money import fen
from lantai.law.periods import Due, due, local_day
from lantai.law.procedure import Term, Unit
from lantai.law.proposal import yuan
from lantai.law.service_days import day_of, effective_day
from lantai.law.statutes_in_force import WATER

PAY_WITHIN = Term(7, "LV-2", WATER[33, 1], Unit.CALENDAR_DAYS)
ANSWER_WITHIN = Term(5, "LV-4", WATER[34], Unit.WORKING_DAYS)
LONGEST_DEFERRAL = 90
LEVY, LATE_CHARGE = "levy", "late_charge"
LABELS = {LEVY: "应缴款项", LATE_CHARGE: "滞纳金"}


@dataclass(frozen=True)
class Deferral:
    """A request to pay later: for how many days, and whether it still stands, unanswered or granted."""

    asked: Taken
    days: int
    stands: bool


def principal(facts: CaseFacts) -> Decimal:
    """What was determined."""
    found = facts.last("LV-1")
    return yuan(found.stated.get("amount")) if found else Decimal(0)


def deferral(facts: CaseFacts) -> Deferral | None:
    """The request on file. Unanswered it stands: silence is consent once the five working days have passed."""
    asked, answer = facts.last("LV-4"), facts.last("LV-4-1")
    if asked is None:
        return None
    wanted = int(asked.stated.get("days") or LONGEST_DEFERRAL)
    if answer is not None and answer.outcome == "refused":
        return Deferral(asked, 0, False)
    granted = (
        int(answer.stated.get("granted_days") or wanted) if answer and answer.outcome in ("", "granted") else wanted
    )
    return Deferral(asked, min(granted, LONGEST_DEFERRAL), True)


def payment_days(facts: CaseFacts) -> int:
    """Seven days, and those of a deferral that stands."""
    asked = deferral(facts)
    return PAY_WITHIN.amount + (asked.days if asked is not None else 0)


def payment_due(facts: CaseFacts) -> Due | None:
    """The last day to pay; None before the notice has reached the payer."""
    served = facts.last("LV-2")
    start = effective_day(facts, served) if served else None
    if start is None:
        return None
    term = Term(payment_days(facts), "LV-2", PAY_WITHIN.basis, Unit.CALENDAR_DAYS)
    return due(term, start, facts.intervals)


def asked_on(asked: Taken) -> date:
    """The day on which the request to pay later was received, which may be before it was registered."""
    return day_of(asked.stated.get("requested_on")) or local_day(asked.at)


def answer_due(facts: CaseFacts) -> Due | None:
    """The last day to answer a request to pay later: five working days from its receipt."""
    asked = facts.last("LV-4")
    return due(ANSWER_WITHIN, asked_on(asked), facts.intervals) if asked else None


@dataclass(frozen=True)
class Payment:
    """Money that came in: when, for what (LEVY or LATE_CHARGE), how much."""

    on: date
    kind: str
    amount: Decimal


def payments(facts: CaseFacts, more: Mapping[str, Any] | None = None, at: date = date.max) -> tuple[Payment, ...]:
    """What came in, by step and by event; ``more`` is a payment about to be recorded on ``at``.

    One receipt may be for the levy and its late charge; the same receipt for the same due counts once. A new
    determination of the levy takes nothing back from what was paid.
    """
    takings = [t for t in facts.taken if t.step == "LV-3" and not t.void]
    takings += [e for e in facts.events if e.step == "payment" and not e.void]
    rows: dict[object, Payment] = {}
    stated = [(t.stated, local_day(t.at)) for t in takings] + ([(more, at)] if more else [])
    for place, (words, noted) in enumerate(stated):
        if words.get("amount"):
            kind = str(words.get("kind") or LEVY)
            on = day_of(words.get("paid_on")) or noted
            rows[(words.get("receipt_no") or place, kind)] = Payment(on, kind, yuan(words["amount"]))
    return tuple(rows.values())


def collected(facts: CaseFacts) -> Decimal:
    """All that came in, of the levy and of the late charge."""
    return sum((p.amount for p in payments(facts)), Decimal(0))


def late_charge(facts: CaseFacts, rate: Any, through: date) -> Decimal:
    """The charge from the day after the last day to pay: ``rate`` per ten thousand a day of what was unpaid on it.

    The day of a payment still counts for what was paid. Never above what is owed (ACL 45 ¶2).
    """
    end = payment_due(facts)
    if end is None or end.legal_due is None or through <= end.legal_due:
        return Decimal(0)
    paid = [p for p in payments(facts) if p.kind == LEVY and p.on <= through]
    sums = Decimal(0)  # of what was unpaid, day after day
    cuts = sorted({end.legal_due, through, *(p.on for p in paid if p.on > end.legal_due)})
    for first, last in pairwise(cuts):
        left = principal(facts) - sum((p.amount for p in paid if p.on <= first), Decimal(0))
        sums += max(left, Decimal(0)) * (last - first).days
    return min(fen(sums * yuan(rate) / 10_000), principal(facts))


def outstanding(facts: CaseFacts, more: Mapping[str, Any] | None = None) -> dict[str, Decimal]:
    """What is still owed, by kind; ``more`` is a payment about to be recorded."""
    charged = facts.last("LV-5-1")
    owed = {LEVY: principal(facts), LATE_CHARGE: yuan(charged.stated.get("amount")) if charged else Decimal(0)}
    for payment in payments(facts, more):
        owed[payment.kind] = owed.get(payment.kind, Decimal(0)) - payment.amount
    return {kind: amount for kind, amount in owed.items() if amount > 0}


def is_unpaid(facts: CaseFacts) -> bool:
    """Whether something is owed on a notice that stands; a full payment recorded without its amount is full."""
    paid = facts.last("LV-3")
    settled = paid is not None and paid.outcome in ("", "full") and not paid.stated.get("amount")
    return facts.last("LV-2") is not None and not settled and bool(outstanding(facts))


def charged_through(stated: Mapping[str, Any], otherwise: date) -> date:
    """Until when a late charge is reckoned."""
    return day_of(stated.get("through")) or otherwise
