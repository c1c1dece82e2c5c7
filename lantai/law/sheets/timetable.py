"""期限表: every term that runs or has run in a case, how it was counted, what is left of it and which lamp it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lantai.law.calendar import CALENDAR, UnknownYear
from lantai.law.conditions import owed
from lantai.law.engine.reading import ended_by_step, ending, finished
from lantai.law.engine.timing import Span, span_of
from lantai.law.facts import CaseFacts, Taken
from lantai.law.force import instant, settled
from lantai.law.lamps import OFF, Lamp, Turns, lamp, of_others, turns, turns_of_others
from lantai.law.periods import Due, local_day
from lantai.law.procedure import Procedure, Stage, Step, Term, Unit
from lantai.law.statutes import Basis

PUBLICATIONS = frozenset({"PG-16", "IN-8", "LI-10", "LV-2-1", "EX-5-1", "EL-10-1", "RQ-3-1"})
"""The steps whose lamp turns yellow a working day early."""

_PARTY, _COURT, _POLICE = "当事人", "人民法院", "公安机关、人民检察院"
OTHERS: dict[str, str] = {
    "PG-17": _PARTY,
    "PS-7": _PARTY,
    "LV-3": _PARTY,
    "LV-4": _PARTY,
    "H-2": _PARTY,
    "LI-5-2": "申请人、利害关系人",
    "PG-25": "协助机关",
    "CX-5": _COURT,
    "CX-5-1": _COURT,
    "CX-5-3": _COURT,
    "XF-4": _POLICE,
    "XF-7": _POLICE,
}
"""Whom the term of a step binds where that is not the agency: the step notes what they did."""


@dataclass(frozen=True)
class TermLine:
    """One term of a case.

    ``started_on`` the day it runs from, itself not counted.
    ``left``   what is left in ``unit``, negative once it is past; None while nobody can say, and once it is done.
    ``done_on`` the day on which the step was taken; ``late`` whether that was after the last lawful day.
    ``term``   the term in words with its article; ``policy`` true where no statute sets it.
    """

    step: str
    label: str
    started_on: date
    due: Due
    left: int | None
    unit: str
    lamp: Lamp
    done_on: date | None = None
    late: bool = False
    term: str = ""
    policy: bool = False


def timetable(procedure: Procedure, facts: CaseFacts, now: datetime) -> tuple[TermLine, ...]:
    """Every term that has begun, in the order of the procedure; those that still run carry a lamp.

    A term of a step that is not owed and was never taken binds nobody and is left out. No gate is asked.
    """
    facts = settled(procedure, facts)
    return tuple(_line(step, done, span, now) for step, done, span in _binding(procedure, facts, now))


@dataclass(frozen=True)
class Running:
    """A term that runs.

    ``ends_on`` its last lawful day, or the bare end of the count while that is all one can know.
    ``whose``   whom it binds; "" the agency. ``policy`` whether no statute sets it.
    """

    step: str
    label: str
    started_on: date
    due: Due
    ends_on: date
    basis: Basis
    policy: bool = False

    @property
    def whose(self) -> str:
        return OTHERS.get(self.step, "")

    @property
    def turns(self) -> Turns:
        """The days on which it lights the lamps of its case."""
        if self.whose:
            return turns_of_others(self.due)
        return turns(self.due, self.started_on, publication=self.step in PUBLICATIONS)


def running(procedure: Procedure, facts: CaseFacts, now: datetime) -> tuple[Running, ...]:
    """The terms of the timetable that still run, without the words: the projection of every command reads this."""
    facts = settled(procedure, facts)
    return tuple(
        Running(
            step.id,
            step.label,
            local_day(span.start),
            span.end,
            ends_on,
            span.term.basis,
            span.term.policy,
        )
        for step, done, span in _binding(procedure, facts, now)
        if done is None and (ends_on := span.end.ends_on) is not None
    )


def _binding(procedure: Procedure, facts: CaseFacts, now: datetime) -> Iterator[tuple[Step, Taken | None, Span]]:
    """Every step whose term has begun and binds somebody, how it was finished, and its term. For settled facts."""
    over, ended = ended_by_step(procedure, facts), ending(procedure, facts)
    today = local_day(now)
    for step in procedure.steps:
        if step.within is None:
            continue
        span = span_of(procedure, facts, step, today)
        if span is None:  # of a young case nearly all: asked first
            continue
        closed = over or (ended is not None and step.stage is not Stage.CLOSE)
        done = finished(procedure, facts, step)
        if done is None and (closed or not (facts.last(step.id) or owed(step.applies, facts))):
            continue
        yield step, done, span


def unit_of(term: Term) -> str:
    """The unit of a term that is counted in days."""
    return "个工作日" if term.counts_working_days else "日"


def term_words(term: Term) -> str:
    """A term as the chart and the tables print it: 7个工作日, 90日, 24小时."""
    if term.unit in (Unit.MONTHS, Unit.YEARS, Unit.HOURS):
        return f"{term.amount}{term.unit}"
    return f"{term.amount}{unit_of(term)}"


def _line(step: Step, done: Taken | None, span: Span, now: datetime) -> TermLine:
    term, start, end = span.term, span.start, span.end
    left, unit = _left(term, end, now)
    return TermLine(
        step=step.id,
        label=step.label,
        started_on=local_day(start),
        due=end,
        left=None if done else left,
        unit=unit,
        lamp=OFF if done else _lamp(step, end, start, now),
        done_on=local_day(done.at) if done else None,
        late=bool(done and _was_late(step, end, done.at, done.outcome)),
        term=f"{term_words(term)}（{term.basis}）",
        policy=term.policy,
    )


def _lamp(step: Step, end: Due, start: date | datetime, now: datetime) -> Lamp:
    if whose := OTHERS.get(step.id):
        return of_others(end, now, whose)
    return lamp(end, now, start, publication=step.id in PUBLICATIONS)


def _was_late(step: Step, end: Due, at: datetime, outcome: str) -> bool:
    meant = step.outcome(outcome)
    return not (meant is not None and meant.untimed) and end.is_past_at(at)


def _left(term: Term, end: Due, now: datetime) -> tuple[int | None, str]:
    """What is left until the last lawful day, in the unit in which the term is counted."""
    if end.due_at is not None:
        return (instant(end.due_at) - instant(now)) // timedelta(hours=1), "小时"
    today = local_day(now)
    if end.legal_due is None:
        return None, unit_of(term)
    if term.counts_working_days:
        try:
            return CALENDAR.working_days_between(today, end.legal_due), "个工作日"
        except UnknownYear:
            return None, "个工作日"
    return (end.legal_due - today).days, "日"
