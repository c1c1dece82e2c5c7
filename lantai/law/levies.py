"""征收款项: what a payer owes, until when, and what a request to pay later comes to (WATER 32 to 35; ACL 45)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
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


def answer_due(facts: CaseFacts) -> Due | None:
    """The last day to answer a request to pay later."""
    asked = facts.last("LV-4")
    return due(ANSWER_WITHIN, local_day(asked.at), facts.intervals) if asked else None


def late_charge(facts: CaseFacts, rate: Any, through: date) -> Decimal:
    """The charge from the day after the last day to pay, ``rate`` per ten thousand a day, never above what is owed (ACL 45 ¶2)."""
    end = payment_due(facts)
    if end is None or end.legal_due is None:
        return Decimal(0)
    days = max(0, (through - end.legal_due).days)
    return min(fen(principal(facts) * yuan(rate) * days / 10_000), principal(facts))


def outstanding(facts: CaseFacts, more: Mapping[str, Any] | None = None) -> dict[str, Decimal]:
    """What is still owed, by kind; ``more`` is a payment about to be recorded. Each receipt counts once."""
    charged = facts.last("LV-5-1")
    owed = {LEVY: principal(facts), LATE_CHARGE: yuan(charged.stated.get("amount")) if charged else Decimal(0)}
    rows: dict[object, tuple[str, Decimal]] = {}
    stated = [t.stated for t in facts.taken if t.step == "LV-3" and not t.void]
    stated += [e.stated for e in facts.events if e.step == "payment" and not e.void]
    for place, words in enumerate([*stated, *([more] if more else [])]):
        if words.get("amount"):
            rows[words.get("receipt_no") or place] = (str(words.get("kind") or LEVY), yuan(words["amount"]))
    for kind, amount in rows.values():
        owed[kind] = owed.get(kind, Decimal(0)) - amount
    return {kind: amount for kind, amount in owed.items() if amount > 0}


def charged_through(stated: Mapping[str, Any], otherwise: date) -> date:
    """Until when a late charge is reckoned."""
    return day_of(stated.get("through")) or otherwise
