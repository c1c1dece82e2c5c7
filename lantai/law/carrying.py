"""已知事项: what a step will state, as far as the file knows it already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from lantai.law import expropriations, levies, requisitions
from lantai.law.facts import CaseFacts
from lantai.law.proposal import hearing_grounds, read

MARK = "｜"
_FROM: dict[str, tuple[tuple[str, str], ...]] = {
    "EX-5": (("EX-4-2", "signing_until"),),
    "EX-8": tuple(
        ("EX-8-1", word)
        for word in (
            *("household", "undecided", "house_money", "moving_money", "interim_money", "loss_money"),
            *("exchange_house", "move_until", "transition"),
        )
    ),
    "EX-10": (("EX-4-1", "account"), ("EX-8", "household")),
    "EX-8-3": (("EX-8", "household"),),
    "EX-9": (("EX-8", "household"),),
    "RQ-6": tuple(("RQ-6-1", word) for word in requisitions.MONEY_WORDS),
}
"""Which words of which earlier step a step repeats."""


def lines(rows: Any, *columns: str) -> str:
    """Rows of a table as they are typed: one a line, the cells apart."""
    return "\n".join(MARK.join(str(row.get(c) or "") for c in columns).rstrip(MARK) for row in rows or ())


def carried(facts: CaseFacts, step: str, today: date) -> dict[str, Any]:
    """The words that are known, as text for a form. ``facts`` settled."""
    found: dict[str, Any] = {}
    for source, word in _FROM.get(step, ()):
        taken = facts.last(source)
        if taken is not None and taken.stated.get(word):
            found[word] = taken.stated[word]
    if step == "PG-10":
        found["hearing_right"] = bool(hearing_grounds(replace(facts, taken=()), read(facts.flags)))
    elif step == "LV-3":
        for kind, amount in reversed(list(levies.outstanding(facts).items())):
            found |= {"kind": kind, "amount": str(amount)}
    elif step == "LV-5-1":
        ordered = facts.last("LV-5")
        rate = ordered.stated.get("late_rate") if ordered else None
        if rate:
            found |= {"through": today.isoformat(), "amount": str(levies.late_charge(facts, rate, today))}
    elif step == "RQ-4" and (made := facts.last("RQ-3")):
        found["handed_items"] = lines(made.stated.get("items"), "name", "quantity", "condition")
    elif step == "RQ-5" and (handed := facts.last("RQ-4")):
        out = set(requisitions.names_out(facts, []))
        rows = [row for row in handed.stated.get("handed_items") or () if row.get("name") in out]
        found["returned_items"] = lines(rows, "name", "quantity", "condition")
    elif step == "EX-8-3":
        settled = facts.last("EX-8")
        if settled is not None:
            household = expropriations.household_of(facts, settled.stated)
            left = expropriations.owed_to(facts, household) - expropriations.paid_to(facts, household)
            found["paid"] = str(left)
    elif step == "RQ-7":
        found["paid"] = str(requisitions.owed(facts) - requisitions.paid(facts))
    return found
