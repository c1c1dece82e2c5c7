"""工作日: which days are working days, by the yearly notices of the State Council General Office.

Monday to Friday, minus the days off of the notice, plus its make-up days (T-7). The notices come from
``chinese_calendar`` (this is its only importer) and from ``calendars/YEAR.json``, which wins and cites its
notice. A year without a notice has no working days that anybody knows: every question about it raises
``UnknownYear``.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from chinese_calendar import constants

ONE_DAY = timedelta(days=1)
_HERE = Path(__file__).parent / "calendars"
_LIBRARY_YEARS = range(min(constants.holidays).year, max(constants.holidays).year + 1)
_LIBRARY_NOTICE = "国务院办公厅关于{year}年部分节假日安排的通知（据公开日历数据）"


class UnknownYear(LookupError):
    """No holiday notice is loaded for this year, so no definite day can be given."""

    def __init__(self, year: int):
        self.year = year
        super().__init__(f"{year}年的节假日安排尚未公布或者尚未载入，不能确定工作日")


@dataclass(frozen=True)
class Schedule:
    """The notice of one year: ``days_off`` (with the name of the festival) and make-up ``working_days``."""

    year: int
    notice: str
    days_off: Mapping[date, str]
    working_days: frozenset[date]

    def works_on(self, day: date) -> bool:
        return day in self.working_days or (day.weekday() < 5 and day not in self.days_off)


def read_schedule(data: Mapping[str, Any]) -> Schedule:
    """A schedule from the JSON of an override file. Raises ValueError (a Chinese sentence) if it is wrong."""
    year = int(data["year"])
    notice = str(data["notice"]).strip()
    off: dict[date, str] = {}
    for row in data["days_off"]:
        first, last = date.fromisoformat(row["from"]), date.fromisoformat(row["to"])
        if last < first:
            raise ValueError(f"{row['name']}：止日{last}早于起日{first}")
        off.update({first + timedelta(days=n): row["name"] for n in range((last - first).days + 1)})
    made_up = frozenset(date.fromisoformat(d) for d in data["working_days"])
    if not notice:
        raise ValueError("没有写明所依据的通知")
    if wrong := sorted(d for d in (*off, *made_up) if d.year != year):
        raise ValueError(f"{wrong[0]}不在{year}年")
    if wrong := sorted(made_up & off.keys()):
        raise ValueError(f"{wrong[0]}既是放假日又是上班日")
    if wrong := sorted(d for d in made_up if d.weekday() < 5):
        raise ValueError(f"调休上班日{wrong[0]}不是周末")
    if not off:
        raise ValueError(f"{year}年没有放假日")
    return Schedule(year, notice, off, made_up)


def _from_library(year: int) -> Schedule:
    return Schedule(
        year,
        _LIBRARY_NOTICE.format(year=year),
        {d: name for d, name in constants.holidays.items() if d.year == year},
        frozenset(d for d in constants.workdays if d.year == year),
    )


class WorkCalendar:
    """The working days of all years for which a notice is known."""

    def __init__(self, overrides: Iterable[Schedule] = (), library: bool = True):
        self._overrides = {s.year: s for s in overrides}
        self._library = library
        self._from_library: dict[int, Schedule] = {}
        self._ordinals: dict[int, tuple[int, ...]] = {}
        self._sets: dict[int, frozenset[int]] = {}
        self._digest = ""

    def put_in_force(self, schedule: Schedule) -> None:
        """From now on the days of its year are those of this notice, also where another was known before."""
        self._overrides[schedule.year] = schedule
        self._ordinals.pop(schedule.year, None)
        self._sets.pop(schedule.year, None)
        self._digest = ""

    def digest(self) -> str:
        """A short name of all days off and make-up days that are known: terms counted by another one are counted anew."""
        if not self._digest:
            years = sorted({*self._overrides, *(_LIBRARY_YEARS if self._library else ())})
            days = [
                (year, sorted(s.days_off), sorted(s.working_days)) for year in years for s in (self.schedule(year),)
            ]
            self._digest = hashlib.sha256(repr(days).encode()).hexdigest()[:16]
        return self._digest

    def __hash__(self) -> int:
        """What was computed with a calendar and kept is not found again once another notice is in force."""
        return hash(self.digest())

    def known(self, year: int) -> bool:
        """Whether a notice for the year is loaded."""
        return year in self._overrides or (self._library and year in _LIBRARY_YEARS)

    def schedule(self, year: int) -> Schedule:
        if not self.known(year):
            raise UnknownYear(year)
        if year not in self._overrides and year not in self._from_library:
            self._from_library[year] = _from_library(year)
        return self._overrides.get(year) or self._from_library[year]

    def _year(self, year: int) -> tuple[int, ...]:
        """The working days of a year as sorted ordinals; computed once."""
        found = self._ordinals.get(year)
        if found is None:
            schedule = self.schedule(year)
            first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
            found = tuple(n for n in range(first, last + 1) if schedule.works_on(date.fromordinal(n)))
            self._sets[year] = frozenset(found)
            self._ordinals[year] = found
        return found

    def is_working_day(self, day: date) -> bool:
        """工作日. Raises UnknownYear."""
        self._year(day.year)
        return day.toordinal() in self._sets[day.year]

    def is_rest_day(self, day: date) -> bool:
        """法定休假日: festival, bridge day or a weekend that is no make-up day. Raises UnknownYear."""
        return not self.is_working_day(day)

    def is_statutory_holiday(self, day: date) -> bool:
        """法定节假日: a day off named in the notice (bridge days included). Raises UnknownYear."""
        return day in self.schedule(day.year).days_off

    def holiday_name(self, day: date) -> str:
        """The festival of a day off, a make-up working day, a weekend; "" on an ordinary working day."""
        schedule = self.schedule(day.year)
        if day in schedule.days_off:
            return f"{schedule.days_off[day]}假期" if day.year in self._overrides else "节假日"
        if day in schedule.working_days:
            return "调休上班日"
        return "周末" if day.weekday() >= 5 else ""

    def notice(self, year: int) -> str:
        """The title of the notice from which the days of the year come. Raises UnknownYear."""
        return self.schedule(year).notice

    def add_working_days(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``, which is not counted (T-1); before it, if negative."""
        if count == 0:
            return day
        ordinal, year = day.toordinal(), day.year
        days = self._year(year)
        if count > 0:
            position = bisect_right(days, ordinal) + count - 1
            while position >= len(days):
                position -= len(days)
                year += 1
                days = self._year(year)
            return date.fromordinal(days[position])
        position = bisect_left(days, ordinal) + count
        while position < 0:
            year -= 1
            days = self._year(year)
            position += len(days)
        return date.fromordinal(days[position])

    def on_or_after(self, day: date) -> date:
        """The first working day on or after ``day``. Raises UnknownYear."""
        return day if self.is_working_day(day) else self.add_working_days(day, 1)

    def on_or_before(self, day: date) -> date:
        """The last working day on or before ``day``. Raises UnknownYear."""
        return day if self.is_working_day(day) else self.add_working_days(day, -1)

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie after ``start`` up to and including ``end``; negative if it is earlier.

        So ``working_days_between(d, add_working_days(d, n)) == n``. Raises UnknownYear.
        """
        if end < start:
            return -self.working_days_between(end, start)
        count = -bisect_right(self._year(start.year), start.toordinal())
        for year in range(start.year, end.year):
            count += len(self._year(year))
        return count + bisect_right(self._year(end.year), end.toordinal())

    def full_working_days_between(self, start: date, end: date) -> int:
        """How many whole working days lie strictly between two days. Raises UnknownYear."""
        return max(0, self.working_days_between(start, end - ONE_DAY)) if end > start else 0


def load_overrides(folder: Path = _HERE) -> tuple[Schedule, ...]:
    """The schedules of a folder of ``YEAR.json`` files. Raises ValueError naming the file that is wrong."""
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            schedule = read_schedule(json.loads(path.read_text("utf-8")))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path.name}：{error}") from error
        if path.stem != str(schedule.year):
            raise ValueError(f"{path.name}：文件名与年份{schedule.year}不符")
        found.append(schedule)
    return tuple(found)


def in_force(year: int) -> Schedule | None:
    """The notice in force for a year; None where none is."""
    return CALENDAR.schedule(year) if CALENDAR.known(year) else None


NOTICE_BY_MONTH = 12
"""The notice of the next year comes out at the end of October or in November; from this month on it is missed."""


def missed_year(today: date, calendar: WorkCalendar | None = None) -> int | None:
    """The first year whose notice should be in force by now and is not: this one, from 1 December on the next one too."""
    years = (today.year, today.year + 1) if today.month >= NOTICE_BY_MONTH else (today.year,)
    return next((year for year in years if not (calendar or CALENDAR).known(year)), None)


CALENDAR = WorkCalendar(load_overrides())

digest = CALENDAR.digest
known = CALENDAR.known
notice = CALENDAR.notice
is_working_day = CALENDAR.is_working_day
is_rest_day = CALENDAR.is_rest_day
is_statutory_holiday = CALENDAR.is_statutory_holiday
holiday_name = CALENDAR.holiday_name
add_working_days = CALENDAR.add_working_days
working_days_between = CALENDAR.working_days_between
full_working_days_between = CALENDAR.full_working_days_between
on_or_after = CALENDAR.on_or_after
on_or_before = CALENDAR.on_or_before
