"""强制措施的期限: how long a measure may stand, as its decision, its extension and the law that founds it say (ACL 25, 32)."""

from __future__ import annotations

from dataclasses import replace

from lantai.law.facts import CaseFacts
from lantai.law.periods import Due, due, local_day
from lantai.law.procedure import Procedure

LONGEST = 30
LONGEST_EXTENSION = 30
SEALING, FREEZING = "coercion.sealing_seizure", "coercion.freezing"
MEASURES = frozenset({SEALING, FREEZING, "evidence.preservation"})
"""Their terms run from the day of the act itself, however the papers reach the party."""
TIMED = frozenset({"CM-9", "CM-10"})
"""The steps that fall due with the measure: both carry its term."""


def longest_term(facts: CaseFacts) -> int:
    """Thirty days, unless the law (or administrative regulation) on which the measure rests sets another term."""
    asked = facts.last("CM-1")
    other = (asked.stated.get("statutory_days") if asked else None) or facts.flags.get("statutory_days")
    return int(other) if other else LONGEST


def term_days(facts: CaseFacts) -> int:
    """The days that the decision gives; never more than the law does."""
    made, most = facts.last("CM-6"), longest_term(facts)
    said = made.stated.get("term_days") if made else None
    return min(int(said), most) if said else most


def added_days(procedure: Procedure, facts: CaseFacts, step_id: str) -> int:
    """By how many days the term of a step was lengthened: by approval, and for a measure by the extension CM-7."""
    granted = int(facts.extensions.get(step_id, 0))
    if procedure.code not in (SEALING, FREEZING) or step_id not in TIMED:
        return granted
    lengthened = facts.last("CM-7")
    by_step = min(int(lengthened.stated.get("days") or LONGEST_EXTENSION), LONGEST_EXTENSION) if lengthened else 0
    return by_step or int(facts.extensions.get("CM-9", 0))


def end_of_measure(procedure: Procedure, facts: CaseFacts) -> Due | None:
    """When the measure ends by itself; None before it began. ``facts`` settled."""
    made, term = facts.last("CM-6"), procedure["CM-9"].within
    if made is None or term is None:
        return None
    return due(
        replace(term, amount=term_days(facts)),
        local_day(made.at),
        facts.intervals,
        added_days(procedure, facts, "CM-9"),
    )
