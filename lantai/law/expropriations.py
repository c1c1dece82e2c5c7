"""房屋征收: what the file of a project says of its comment period, its households and their compensation (EXPR 10 to 28)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.periods import local_day, years_after
from lantai.law.policy import value
from lantai.law.proposal import yuan
from lantai.law.service_days import day_of

COMMENT_DAYS = 30
MONEY_WORDS = ("house_money", "moving_money", "interim_money", "loss_money")
HOUSEHOLD_STEPS = frozenset({"EX-7", "EX-13", "EX-8-1", "EX-8", "EX-8-3", "EX-10", "EX-9", "EX-9-1"})
"""The steps taken once for each household; a review of a compensation (EX-8-2) is of the household proposed last."""


def comments_open_until(taken: Taken | None) -> date | None:
    """The last day of the comment period of a published plan: thirty days at least, the day itself not counted."""
    if taken is None:
        return None
    begun = day_of(taken.stated.get("published_on")) or local_day(taken.at)
    return begun + timedelta(days=max(COMMENT_DAYS, int(taken.stated.get("comment_days") or COMMENT_DAYS)))


def is_old_town(facts: CaseFacts) -> bool:
    founded = facts.last("EX-1")
    ground = founded.stated.get("ground") if founded else None
    return (ground or facts.flags.get("ground")) == "old_town" or bool(facts.flags.get("old_town"))


def majority_objects(facts: CaseFacts) -> bool:
    """Whether most owners hold that the plan breaks the regulation."""
    told = facts.last("EX-3")
    return bool(told and told.stated.get("majority_objects")) or bool(facts.flags.get("majority_objects"))


def has_many_households(facts: CaseFacts) -> bool:
    """被征收人数量较多: so many that the executive meeting of the government decides; the number is a local figure."""
    founded = facts.last("EX-1")
    number = (founded.stated.get("households") if founded else None) or facts.flags.get("households") or 0
    return int(number) >= int(value(facts.agency, "many_households")) or bool(facts.flags.get("many_households"))


def household_of(facts: CaseFacts, stated: Mapping[str, Any]) -> str:
    """Whose house it is: as stated, else the party of the case."""
    return str(stated.get("household") or facts.party.name or "")


def of_household(facts: CaseFacts, step: str, household: str) -> Taken | None:
    """The latest standing taking of a step for a household."""
    return next(
        (
            t
            for t in reversed(facts.taken)
            if t.step == step and not t.void and household_of(facts, t.stated) == household
        ),
        None,
    )


def as_for_household(facts: CaseFacts, attempt: Attempt) -> CaseFacts:
    """The file as it stands for the household that an attempt names: what was done with others opens nothing to it."""
    if facts.procedure != "expropriation.housing" or attempt.step not in HOUSEHOLD_STEPS:
        return facts
    household, proposed = attempt.stated.get("household"), facts.last("EX-8-1")
    if not household:
        return facts
    reviewed = proposed is None or household_of(facts, proposed.stated) == household
    kept = (
        t
        for t in facts.taken
        if (t.step not in HOUSEHOLD_STEPS or household_of(facts, t.stated) == household)
        and (t.step != "EX-8-2" or reviewed)
    )
    return replace(facts, taken=tuple(kept))


def valued_households(procedure: str, step: str, facts: CaseFacts) -> tuple[str, ...]:
    """Those for whom a step that is taken once for each may be asked about: whose houses were valued."""
    if procedure != "expropriation.housing" or step not in HOUSEHOLD_STEPS:
        return ()
    names = (household_of(facts, t.stated) for t in facts.taken if t.step == "EX-7" and not t.void)
    return tuple(dict.fromkeys(name for name in names if name))


def households(facts: CaseFacts) -> tuple[str, ...]:
    """Those with whom compensation was agreed or decided, in the order in which it was."""
    return tuple(dict.fromkeys(household_of(facts, t.stated) for t in facts.taken if t.step == "EX-8" and not t.void))


def owed_to(facts: CaseFacts, household: str) -> Decimal:
    """The money that the agreement or the decision promises a household."""
    settled = of_household(facts, "EX-8", household)
    return sum((yuan(settled.stated.get(w)) for w in MONEY_WORDS), Decimal(0)) if settled else Decimal(0)


def paid_to(facts: CaseFacts, household: str) -> Decimal:
    """What a household has received; a payment that names no amount paid all that was owed."""
    rows = [t for t in facts.taken if t.step == "EX-8-3" and not t.void and household_of(facts, t.stated) == household]
    whole = owed_to(facts, household)
    return sum((yuan(t.stated.get("paid")) if t.stated.get("paid") is not None else whole for t in rows), Decimal(0))


def is_compensated(facts: CaseFacts, household: str) -> bool:
    """Whether the compensation of a household is settled and paid."""
    if of_household(facts, "EX-8-3", household) is None:
        return False
    return paid_to(facts, household) >= owed_to(facts, household)


def frozen_at_most_until(frozen_from: date) -> date:
    """The last day of the freeze on building: one year (EXPR 16 ¶2)."""
    return years_after(frozen_from, 1)


def announced_on(facts: CaseFacts) -> date | None:
    """The day on which the decision was announced: the day of valuation."""
    made = facts.last("EX-5")
    return (day_of(made.stated.get("announced_on")) or local_day(made.at)) if made else None


def signing_until(facts: CaseFacts) -> date | None:
    """The last day on which an agreement may be signed; None while the decision is not announced."""
    made, plan, begun = facts.last("EX-5"), facts.last("EX-2"), announced_on(facts)
    if made is None or begun is None:
        return None
    proposal = facts.last("EX-4-2")
    for taken in (made, proposal):
        if taken is not None and (day := day_of(taken.stated.get("signing_until"))):
            return day
    return begun + timedelta(days=int((plan.stated.get("signing_days") if plan else None) or 60))
