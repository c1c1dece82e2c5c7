"""期限计算: any term of the platform, or one of one's own, counted from a day, with every day off that it met by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from lantai.law.calendar import CALENDAR, UnknownYear, WorkCalendar
from lantai.law.facts import Interval
from lantai.law.periods import Due, due, local_day, stopping, written
from lantai.law.procedure import Term, Unit
from lantai.law.released import RELEASED
from lantai.law.remedies import RECONSIDERATION, SUIT, SUIT_AFTER_RECONSIDERATION
from lantai.law.sheets.written import need_words
from lantai.law.statutes import Statute
from lantai.law.statutes_in_force import (
    ACL,
    ADLIT,
    ALL,
    APL,
    ARL,
    CPL,
    CREDREP,
    EXPR,
    HNAPP,
    LAND,
    OGI,
    SAMR,
    SUPREG,
    XFER,
)

OWN = "own"
_STEP_ID = re.compile("（[A-Z]+-[0-9-]+）")  # of use to a lawyer with the chart beside it, not here
STATUTES: dict[str, Statute] = {
    s.code: s for s in (APL, ACL, ALL, ARL, ADLIT, CPL, OGI, SAMR, XFER, EXPR, LAND, SUPREG, CREDREP, HNAPP)
}
"""The statutes of which a term of one's own may be counted; each says by itself which of its days are working days."""

UNITS: dict[str, Unit] = {
    "days": Unit.DAYS,
    "working_days": Unit.WORKING_DAYS,
    "calendar_days": Unit.CALENDAR_DAYS,
    "months": Unit.MONTHS,
    "years": Unit.YEARS,
    "hours": Unit.HOURS,
}
UNIT_LABELS = {
    "days": "日（工作日还是自然日，依所选法律）",
    "working_days": "工作日",
    "calendar_days": "自然日",
    "months": "个月",
    "years": "年",
    "hours": "小时",
}
MOST = {Unit.MONTHS: 240, Unit.YEARS: 20, Unit.HOURS: 24 * 365}
MOST_DAYS = 3_650


@dataclass(frozen=True)
class Act:
    """An act with a term: its words, the group it stands under, from what it runs."""

    code: str
    label: str
    group: str
    start: str
    term: Term


@cache
def acts() -> tuple[Act, ...]:
    """Every term of the released procedures, the remedies first."""
    found = [
        Act("reconsideration", "申请行政复议", "当事人的救济", "收到决定书", RECONSIDERATION),
        Act("suit", "直接提起行政诉讼", "当事人的救济", "收到决定书", SUIT),
        Act("suit_after", "对复议决定提起行政诉讼", "当事人的救济", "收到复议决定书", SUIT_AFTER_RECONSIDERATION),
    ]
    newest = {p.code: p for p in sorted(RELEASED, key=lambda p: (p.in_force, p.version))}
    for procedure in newest.values():
        for step in procedure.steps:
            if step.within is None:
                continue
            try:
                start = _STEP_ID.sub("", need_words(procedure, step.within.after))
            except KeyError:  # a bare word names a start that no step marks
                start = step.within.after
            found.append(Act(f"{procedure.code}/{step.id}", step.label, procedure.label, start, step.within))
    return tuple(found)


def act_of(code: str) -> Act | None:
    return next((a for a in acts() if a.code == code), None)


def own_term(statute: str, amount: int, unit: str, rolls: bool = True) -> Term:
    """A term that no declaration names. Raises KeyError for a statute or unit that is not offered."""
    return Term(amount, OWN, STATUTES[statute].whole, UNITS[unit], rolls=rolls)


@dataclass(frozen=True)
class OffDays:
    """Days off in one row, and why they are off; ``worked`` for a make-up day that counts although it is a weekend."""

    first: date
    last: date
    why: str
    worked: bool = False

    @property
    def sentence(self) -> str:
        days = written(self.first) + (f"至{written(self.last)}" if self.last != self.first else "")
        return f"{days}，{self.why}" + ("，是工作日" if self.worked else "")


@dataclass(frozen=True)
class Reckoning:
    """A counted term: its end, the days off it met, the notices they come from, the years whose notice is missing."""

    term: Term
    start: date
    due: Due
    off: tuple[OffDays, ...]
    notices: tuple[str, ...]
    missing: tuple[int, ...]


def reckon(
    term: Term,
    start: date | datetime,
    pauses: Sequence[Interval] = (),
    added_days: int = 0,
    calendar: WorkCalendar = CALENDAR,
) -> Reckoning:
    """Count a term and name each day off that moved its end.

    Where working days are counted, those are all days off between start and end; where calendar days are, only those
    over which the last day rolled. An interval outside ``term.stops`` changes nothing.
    """
    found = due(term, start, pauses, added_days, calendar)
    day = local_day(start)
    if term.counts_working_days:
        first, last = day + timedelta(days=1), found.ends_on or day
    else:
        first, last = found.raw_due or day, found.ends_on or day
    years = range(day.year, max(last.year, found.missing_year) + 1)
    relevant = [y for y in years if term.counts_working_days or y >= first.year]
    concerned = () if term.unit is Unit.HOURS else tuple(relevant)
    return Reckoning(
        term,
        day,
        found,
        () if term.unit is Unit.HOURS else tuple(_off_days(first, last, stopping(term, pauses), calendar)),
        tuple(calendar.notice(y) for y in concerned if calendar.known(y)),
        tuple(y for y in concerned if not calendar.known(y)),
    )


def _off_days(first: date, last: date, stops: Sequence[Interval], calendar: WorkCalendar) -> Iterator[OffDays]:
    """The days off of a span in rows, and its make-up working days; days of an unknown year are left out."""
    row: OffDays | None = None
    day = first
    while day <= last:
        why, works = _kind(day, stops, calendar)
        if row is not None and (row.why, row.worked) == (why, works):
            row = OffDays(row.first, day, why, works)
        else:
            if row is not None and row.why:
                yield row
            row = OffDays(day, day, why, works)
        day += timedelta(days=1)
    if row is not None and row.why:
        yield row


def _kind(day: date, stops: Sequence[Interval], calendar: WorkCalendar) -> tuple[str, bool]:
    if any(s.start <= day and (s.end is None or day <= s.end) for s in stops):
        return "", False
    try:
        return calendar.holiday_name(day), calendar.is_working_day(day)
    except UnknownYear:
        return "", False
