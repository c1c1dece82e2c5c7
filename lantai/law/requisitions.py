"""应急征用: what was taken, what came back, what it is paid with (EMERG 12, 76)."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from lantai.law.facts import CaseFacts
from lantai.law.force import instant
from lantai.law.proposal import yuan
from lantai.law.review import is_urgent

MONEY_WORDS = ("use_money", "damage_money", "other_money")
MAKE_UP = timedelta(hours=24)


def is_approved(facts: CaseFacts) -> bool:
    """Whether a head has approved the requisition."""
    taken = facts.last("RQ-2")
    return taken is not None and taken.outcome in ("", "approved")


def is_refused_after(facts: CaseFacts) -> bool:
    """Whether a head, asked after the requisition on the spot, disagreed: what was taken goes back at once."""
    taken = facts.last("RQ-2")
    return taken is not None and taken.outcome == "disagreed"


def make_up_is_late(facts: CaseFacts, at: datetime) -> bool:
    """Whether more than twenty-four hours have passed since a requisition on the spot, nights and holidays counted."""
    made = facts.last("RQ-3")
    return made is not None and instant(at) > instant(made.at) + MAKE_UP


def goes_on(facts: CaseFacts) -> bool:
    """Whether the goods may still be taken over and used."""
    return not is_refused_after(facts)


def awaits_review(facts: CaseFacts) -> bool:
    """Whether there is time for the review before the decision, and nothing has been taken yet."""
    return not is_urgent(facts) and facts.last("RQ-3") is None


def owed(facts: CaseFacts) -> Decimal:
    """What the decision on compensation gives."""
    made = facts.last("RQ-6")
    return sum((yuan(made.stated.get(w)) for w in MONEY_WORDS), Decimal(0)) if made else Decimal(0)


def paid(facts: CaseFacts) -> Decimal:
    """What was paid; a payment that names no amount paid all of it."""
    rows = [t for t in facts.taken if t.step == "RQ-7" and not t.void]
    whole = owed(facts)
    return sum((yuan(t.stated["paid"]) if t.stated.get("paid") is not None else whole for t in rows), Decimal(0))


def is_returned(facts: CaseFacts) -> bool:
    """Whether all has come back, or is known to be used up or lost."""
    taken = facts.last("RQ-5")
    return taken is not None and taken.outcome != "part"


def is_damaged(facts: CaseFacts) -> bool:
    """Whether something came back damaged or not at all."""
    rows = [t for t in facts.taken if t.step == "RQ-5" and not t.void]
    return any(t.outcome == "lost" or str(t.stated.get("damage") or "").strip() for t in rows)


def names_out(facts: CaseFacts, more: list[dict[str, object]]) -> list[str]:
    """The names on the list of what was taken that no return mentions; ``more`` is a return about to be recorded."""
    made = facts.last("RQ-3")
    wanted = [str(row.get("name")) for row in (made.stated.get("items") or ())] if made else []
    rows = [row for t in facts.taken if t.step == "RQ-5" and not t.void for row in t.stated.get("returned_items") or ()]
    back = {str(row.get("name")) for row in [*rows, *more]}
    return [name for name in wanted if name not in back]
