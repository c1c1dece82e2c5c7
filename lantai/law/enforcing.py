"""强制执行的前提: what is to be performed, until when, how far it has become beyond dispute, and the window of the court.

What is read of the decision stands in the first step of the execution (CE-1, CX-1), else in the facts of the matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from lantai.law import deferrals
from lantai.law.calendar import CALENDAR, UnknownYear, WorkCalendar
from lantai.law.disputes import Dispute, disputes, last_upheld, running
from lantai.law.facts import CaseFacts, Taken
from lantai.law.force import instant
from lantai.law.money import LITIGATION, RECONSIDERATION
from lantai.law.periods import Due, due, local_day, written
from lantai.law.procedure import Term, Unit
from lantai.law.proposal import yuan
from lantai.law.remedies import reconsideration_due, suit_after_reconsideration_due, suit_due
from lantai.law.service_days import day_of, effective_day
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ACL, ADLITI

EXECUTION, COURT = "coercion.execution", "coercion.court_application"
MONEY, ACT, RESTORE, DEMOLITION, SPILL = "money", "act", "restore", "demolition", "spill"
DUTIES: dict[str, str] = {
    MONEY: "缴纳款项",
    ACT: "其他作为或者不作为的义务",
    RESTORE: "排除妨碍、恢复原状",
    DEMOLITION: "拆除违法的建筑物、构筑物、设施等",
    SPILL: "立即清除道路、河道、航道或者公共场所的遗洒物、障碍物或者污染物",
}
SURCHARGE_DAYS = 30
NIGHT_FROM, NIGHT_TO = time(22), time(6)
"""Night, as this platform reads it: the law does not define the word (ACL 43)."""

WINDOW = Term(3, "remedies", ADLITI[156], Unit.MONTHS)
JUDGMENT_WINDOW = Term(2, "judgment", ADLITI[153], Unit.YEARS)
AFTER_DEMAND = Term(10, "CX-3", ACL[54])
NOTICE_BEFORE_SUBSTITUTION = Term(3, "CE-10-1", ACL[51])


def first_step(facts: CaseFacts) -> Taken | None:
    """The step that names the decision to be performed."""
    return facts.last("CX-1" if facts.procedure == COURT else "CE-1")


def said(facts: CaseFacts, word: str) -> Any:
    """What the first step states, else what is known of the matter."""
    asked = first_step(facts)
    held = asked.stated.get(word) if asked else None
    return held if held not in (None, "") else facts.flags.get(word)


def duty(facts: CaseFacts) -> str:
    """What the decision obliges to; a key of ``DUTIES``."""
    return str(said(facts, "duty") or MONEY)


def principal(facts: CaseFacts) -> Decimal:
    """The money that the decision orders to be paid, without surcharge."""
    return yuan(said(facts, "principal"))


def perform_by(facts: CaseFacts) -> date | None:
    """The last day on which the decision let the party perform; the end of a deferral where there was one."""
    days = [d for d in (day_of(said(facts, "perform_by")), deferred_until(facts)) if d]
    return max(days) if days else None


def deferred_until(facts: CaseFacts) -> date | None:
    """The end of deferral or of the last instalment (APL 72 ¶2)."""
    stated = day_of(said(facts, "deferred_until"))
    granted = deferrals.until(facts.parent) if facts.parent else None
    return max((d for d in (granted, stated) if d), default=None)


def served_on(facts: CaseFacts) -> date | None:
    """The day on which the decision was served: stated, else as the main case holds it."""
    if stated := day_of(said(facts, "decision_served_on")):
        return stated
    served = facts.parent.last("PG-15") if facts.parent else None
    return effective_day(facts.parent, served) if facts.parent and served else None


def remedies_end(facts: CaseFacts, calendar: WorkCalendar = CALENDAR) -> Due | None:
    """The end of the time in which the decision could be disputed; None while the service day is unknown.

    Six months from service for the suit (a year, where the remedies were not stated); fifteen days from the receipt
    of a reconsideration decision that upheld it; where reconsideration must come first and was not sought, its sixty.
    """
    upheld = last_upheld(facts, RECONSIDERATION)
    received = day_of(said(facts, "reconsideration_received_on")) or (upheld.ended_on if upheld else None)
    if received is not None:
        return suit_after_reconsideration_due(received, calendar)
    served = served_on(facts)
    if served is None:
        return None
    stated = said(facts, "rights_stated") is not False
    if said(facts, "reconsideration_first"):
        return reconsideration_due(served, stated, calendar)
    return suit_due(served, stated, calendar)


def in_dispute(facts: CaseFacts, on: date) -> Dispute | None:
    """The remedy that is under way on a day."""
    return running(facts, on)


def was_sued(facts: CaseFacts) -> bool:
    """Whether a suit against the decision was decided in its favour."""
    return any(d.kind == LITIGATION and d.result == "upheld" for d in disputes(facts))


@dataclass(frozen=True)
class Window:
    """When the court may be applied to: first and last day, and from which end it was counted."""

    opens: date
    closes: Due
    basis: tuple[Basis, ...]


def window(facts: CaseFacts, calendar: WorkCalendar = CALENDAR) -> Window | None:
    """Three months from the end of the remedies, of a deferral if that is later; two years after a judgment.

    A judgment that upheld the decision and names no day of performance counts from its service (ADLITI 153 ¶2).

    None while nobody can know it yet (service unknown, a year without calendar).
    """
    if said(facts, "ground") == "judgment":
        last = perform_by(facts)
        if last is None:
            return None
        return Window(_next(last), due(JUDGMENT_WINDOW, last, calendar=calendar), (ADLITI[153],))
    if (judged := last_upheld(facts, LITIGATION)) is not None and judged.ended_on is not None:
        return Window(judged.ended_on, due(JUDGMENT_WINDOW, judged.ended_on, calendar=calendar), (ADLITI[153],))
    end = remedies_end(facts, calendar)
    if end is None or end.legal_due is None:
        return None
    deferral = deferred_until(facts)
    start = max(end.legal_due, deferral) if deferral else end.legal_due
    return Window(_next(start), due(WINDOW, start, calendar=calendar), (ACL[53], ADLITI[156]))


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def ripe_on(facts: CaseFacts, calendar: WorkCalendar = CALENDAR) -> date | None:
    """The first day on which ten working days have passed since the demand was served (ACL 54, 69); None before it was."""
    demand = facts.last("CX-3")
    day = effective_day(facts, demand) if demand else None
    if day is None:
        return None
    end = due(AFTER_DEMAND, day, calendar=calendar).legal_due
    return _next(end) if end else None


def demand_still_runs(facts: CaseFacts, step: str, today: date) -> str:
    """Why the demand made by a step still lets the party perform, in words; "" if it has run out or was not made.

    It runs to the day it names, and not before it has reached the party (ACL 35, 38).
    """
    demand = facts.last(step)
    if demand is None:
        return ""
    served = effective_day(facts, demand)
    if served is None:
        return "催告书尚未送达当事人"
    last = max(served, day_of(demand.stated.get("perform_until")) or served)
    return f"催告的履行期限至{written(last)}" if today <= last else ""


def rest_of(moment: datetime, calendar: WorkCalendar = CALENDAR) -> str:
    """Why nothing is executed at this moment: 夜间, 法定节假日, 周末 …; "" on a working day by daylight. Raises UnknownYear."""
    day, clock = local_day(moment), instant(moment).time()
    if clock >= NIGHT_FROM or clock < NIGHT_TO:
        return "夜间"
    if calendar.is_statutory_holiday(day):
        return "法定节假日"
    return "周末休息日" if calendar.is_rest_day(day) else ""


def execution_major(facts: CaseFacts, outcome: str = "") -> bool:
    """强制拆除、代履行, and what a head refers or a supervisor urges: reviewed before it is decided (shipped catalogue)."""
    decided = facts.last("CE-4")
    substitute = "substitute" in (outcome, decided.outcome if decided else "")
    referred = facts.flags.get("head_referred") or facts.flags.get("supervised")
    return duty(facts) in (DEMOLITION, RESTORE) or substitute or bool(referred)


def executed_on_site(facts: CaseFacts) -> bool:
    """Whether the duty is forced by the officers on the spot: neither money, nor demolition, nor by others."""
    decided = facts.last("CE-4")
    return duty(facts) in (ACT, RESTORE) and not (decided is not None and decided.outcome == "substitute")


__all__ = [
    "ACT",
    "COURT",
    "DEMOLITION",
    "DUTIES",
    "EXECUTION",
    "MONEY",
    "RESTORE",
    "SPILL",
    "UnknownYear",
    "Window",
    "deferred_until",
    "demand_still_runs",
    "duty",
    "executed_on_site",
    "execution_major",
    "in_dispute",
    "perform_by",
    "principal",
    "remedies_end",
    "rest_of",
    "ripe_on",
    "said",
    "served_on",
    "was_sued",
    "window",
]
