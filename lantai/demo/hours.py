"""Days and hours on which an office works. A year whose holidays are not announced yet counts its weekdays."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from lantai.law.calendar import CALENDAR, UnknownYear
from lantai.law.periods import BEIJING


def works(day: date) -> bool:
    try:
        return CALENDAR.is_working_day(day)
    except UnknownYear:
        return day.weekday() < 5


def after(day: date, working_days: int) -> date:
    """The day so many working days later; 0 is the day itself or the next working day."""
    left = working_days
    while left > 0 or not works(day):
        day += timedelta(days=1)
        left -= works(day)
    return day


def before(day: date, working_days: int) -> date:
    """The working day so many working days earlier."""
    while working_days > 0:
        day -= timedelta(days=1)
        working_days -= works(day)
    return day


def at(day: date, random: Random, first: int = 9, last: int = 16) -> datetime:
    """A moment of the working hours of a day."""
    hour = random.choice([h for h in range(first, last + 1) if h not in (12, 13)])
    return datetime.combine(day, time(hour, random.randint(0, 59), random.randint(0, 59)), BEIJING)
