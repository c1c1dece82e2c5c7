"""预警: the lamp of a term. Blue reminds, yellow asks for an explanation, red goes to the chief.

No national scheme exists: cards are a local custom, so every threshold is ours to configure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from functools import lru_cache

from lantai.law.calendar import CALENDAR, ONE_DAY, UnknownYear, WorkCalendar
from lantai.law.periods import Due, local_day, written

USED_SHARE = 70
REMIND_WORKING_DAYS = 3
PUBLICATION_WORKING_DAYS = 1


class Level(IntEnum):
    """A graver lamp is the greater number."""

    OFF = 0
    BLUE = 1
    YELLOW = 2
    RED = 3

    @property
    def label(self) -> str:
        return ("正常", "提醒", "黄牌", "红牌")[self]

    @property
    def word(self) -> str:
        """The machine word: off, blue, yellow, red."""
        return self.name.lower()


@dataclass(frozen=True)
class Lamp:
    """``rule`` names the trigger, ``sentence`` says it in Chinese."""

    level: Level
    rule: str = ""
    sentence: str = ""


OFF = Lamp(Level.OFF)


def lamp(
    due: Due,
    today: date | datetime,
    start: date | datetime,
    calendar: WorkCalendar = CALENDAR,
    publication: bool = False,
) -> Lamp:
    """The lamp of a running term on a day.

    Red: after the last lawful day. Yellow: after the last safe working day; for a publication from one
    working day before its end. Blue: seventy per cent used, three working days left, or no known end. Where only the
    bare end of the count is known (the notice of that year is missing) the lamp goes by it, and never red.
    """
    day, first = local_day(today), local_day(start)
    if due.due_at is not None and isinstance(today, datetime):
        if due.is_past_at(today):
            return Lamp(Level.RED, "legal_due", f"已超过法定期限{written(due.due_at.date())}{due.due_at:%H:%M}")
    elif due.legal_due is not None and day > due.legal_due:
        late = (day - due.legal_due).days
        return Lamp(Level.RED, "legal_due", f"已超过法定期限{written(due.legal_due)}，逾期{late}日")
    if due.standing:
        return Lamp(Level.OFF, "standing", "计时中止中")
    if due.safe_due is not None and day > due.safe_due:
        last = f"，最迟{written(due.legal_due)}" if due.legal_due else ""
        return Lamp(Level.YELLOW, "safe_due", f"已过稳妥办结日{written(due.safe_due)}{last}")
    ends = due.ends_on
    if ends is None:
        return Lamp(Level.BLUE, "provisional", "届满日待定，请尽早办理")
    if due.legal_due is None and day > ends:
        return Lamp(Level.YELLOW, "provisional", f"不顺延的期限{written(ends)}已过，是否顺延待定")
    left = _working_days_left(day, due, calendar)
    if publication and left is not None and left <= PUBLICATION_WORKING_DAYS:
        return Lamp(Level.YELLOW, "publication_due", f"公示期限将于{written(ends)}届满，尚未公示")
    if left is not None and left <= REMIND_WORKING_DAYS:
        return Lamp(Level.BLUE, "days_left", f"距{written(ends)}还剩{left}个工作日")
    whole = (ends - first).days
    if whole > 0 and (day - first).days * 100 >= whole * USED_SHARE:
        return Lamp(Level.BLUE, "share_used", f"期限已用{(day - first).days * 100 // whole}%")
    return OFF


def of_others(end: Due, today: date | datetime, whose: str) -> Lamp:
    """The lamp of a term that binds somebody else, the party, a court, the police: that it is past only reminds the agency."""
    ends = end.ends_on
    if end.standing or ends is None or local_day(today) <= ends:
        return OFF
    return Lamp(Level.BLUE, "others", f"{whose}的期限已于{written(ends)}届满")


def _working_days_left(day: date, due: Due, calendar: WorkCalendar) -> int | None:
    """Working days after ``day`` up to the safe end; None where a year is not known."""
    end = due.safe_due or due.ends_on
    if end is None:
        return None
    try:
        return max(0, calendar.working_days_between(day, end))
    except UnknownYear:
        return None


@dataclass(frozen=True)
class Turns:
    """The first day on which a running term shows each lamp; None where it never does. Lists are filtered by these days."""

    blue_on: date | None = None
    yellow_on: date | None = None
    red_on: date | None = None


@lru_cache(4096)  # cases begun on one day have the same days
def turns(due: Due, start: date | datetime, calendar: WorkCalendar = CALENDAR, publication: bool = False) -> Turns:
    """The days on which ``lamp`` turns, for a term that runs (a standing one shows nothing, a provisional one no red).

    A term by the hour turns red on the day after its end here; ``lamp`` tells the hour.
    """
    first = local_day(start)
    if due.standing:
        return Turns()
    ends = due.ends_on
    if ends is None:
        return Turns(blue_on=first)
    red = ends + ONE_DAY
    yellow = min(red, (due.safe_due or ends) + ONE_DAY)
    if publication:
        near = lambda day: _left_at_most(day, due, PUBLICATION_WORKING_DAYS, calendar)  # noqa: E731
        yellow = _first_day(max(first, red - _REACH), yellow, near) or yellow
    yellow = max(yellow, first)
    whole = (ends - first).days
    used = first + timedelta(days=-(-whole * USED_SHARE // 100)) if whole > 0 else yellow
    few = _first_day(
        max(first, yellow - _REACH), yellow, lambda day: _left_at_most(day, due, REMIND_WORKING_DAYS, calendar)
    )
    blue = min(used, few or used)
    if due.legal_due is None:
        return Turns(blue if blue < yellow else None, yellow)
    return Turns(blue if blue < yellow else None, yellow if yellow < red else None, red)


def turns_of_others(due: Due) -> Turns:
    """Those of a term that binds somebody else: a reminder from the day after its end."""
    return Turns(blue_on=due.ends_on + ONE_DAY) if due.ends_on and not due.standing else Turns()


_REACH = timedelta(days=21)  # no holiday is so long that three working days lie further apart


def _left_at_most(day: date, due: Due, most: int, calendar: WorkCalendar) -> bool:
    left = _working_days_left(day, due, calendar)
    return left is not None and left <= most


def _first_day(start: date, end: date, holds: Callable[[date], bool]) -> date | None:
    """The first day from ``start`` up to, not including, ``end``."""
    day = start
    while day < end:
        if holds(day):
            return day
        day += ONE_DAY
    return None
