"""Pure counting questions (``procedure: calendar`` of the rehearsal format): so many days after a day.

No statute is behind them, so nothing is decided here but the arithmetic of T-1 to T-7.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lantai.law.calendar import CALENDAR, UnknownYear, WorkCalendar
from lantai.law.periods import months_after


@dataclass(frozen=True)
class Answer:
    """``raw`` bare end, ``due`` rolled, ``due_at`` for hours; ``error`` says why there is no definite day."""

    raw: date | None = None
    due: date | None = None
    due_at: datetime | None = None
    rolled: bool = False
    error: str = ""


def working_days_after(day: date, amount: int, calendar: WorkCalendar = CALENDAR) -> Answer:
    """The ``amount``-th working day after ``day``."""
    try:
        end = calendar.add_working_days(day, amount)
    except UnknownYear as missing:
        return Answer(error=str(missing))
    return Answer(end, end)


def calendar_days_after(day: date, amount: int, rolls: bool = True, calendar: WorkCalendar = CALENDAR) -> Answer:
    """``amount`` calendar days after ``day``, rolled to a working day unless ``rolls`` is false."""
    return _rolled(day + timedelta(days=amount), rolls, calendar)


def months_after_day(day: date, amount: int, rolls: bool = True, calendar: WorkCalendar = CALENDAR) -> Answer:
    """The same-numbered day ``amount`` months later (T-4), rolled unless ``rolls`` is false."""
    return _rolled(months_after(day, amount), rolls, calendar)


def hours_after(moment: datetime, amount: int) -> Answer:
    """``amount`` hours later, through nights and holidays (T-6)."""
    at = moment + timedelta(hours=amount)
    return Answer(at.date(), at.date(), at)


def is_working_day(day: date, calendar: WorkCalendar = CALENDAR) -> bool | str:
    """Whether the day is a working day, or the sentence why nobody can say."""
    try:
        return calendar.is_working_day(day)
    except UnknownYear as missing:
        return str(missing)


def _rolled(raw: date, rolls: bool, calendar: WorkCalendar) -> Answer:
    if not rolls:
        return Answer(raw, raw)
    try:
        end = calendar.on_or_after(raw)
    except UnknownYear as missing:
        return Answer(raw, error=str(missing))
    return Answer(raw, end, rolled=end != raw)
