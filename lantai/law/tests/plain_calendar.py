"""A second count of days that shares nothing with ours: the notices copied by hand, one day after the other.

2025 and 2026 are typed from the two notices of the State Council General Office; nothing here imports ``lantai``.
"""

from __future__ import annotations

from datetime import date, timedelta

DAY = timedelta(days=1)


def _span(text: str) -> list[date]:
    first, _, last = text.partition("/")
    day, end = date.fromisoformat(first), date.fromisoformat(last or first)
    found = []
    while day <= end:
        found.append(day)
        day += DAY
    return found


OFF = {
    day
    for text in [
        "2025-01-01",
        "2025-01-28/2025-02-04",
        "2025-04-04/2025-04-06",
        "2025-05-01/2025-05-05",
        "2025-05-31/2025-06-02",
        "2025-10-01/2025-10-08",
        "2026-01-01/2026-01-03",
        "2026-02-15/2026-02-23",
        "2026-04-04/2026-04-06",
        "2026-05-01/2026-05-05",
        "2026-06-19/2026-06-21",
        "2026-09-25/2026-09-27",
        "2026-10-01/2026-10-07",
    ]
    for day in _span(text)
}
WORKED = {
    date.fromisoformat(text)
    for text in [
        "2025-01-26",
        "2025-02-08",
        "2025-04-27",
        "2025-09-28",
        "2025-10-11",
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10",
    ]
}
KNOWN = (2025, 2026)


class NobodyKnows(Exception):
    """The day lies in a year whose notice is not in the tables."""


def works(day: date) -> bool:
    if day.year not in KNOWN:
        raise NobodyKnows(day.year)
    return day in WORKED or (day not in OFF and day.isoweekday() <= 5)


def short_periods_are_working_days(statute: str, amount: int) -> bool:
    """行政处罚法85, 行政强制法69, 行政许可法82, 行政复议法88, read again from their text."""
    if statute == "APL":
        return amount in (2, 3, 5, 7)
    if statute == "ACL":
        return amount <= 10
    if statute == "ARL":
        return amount in (3, 5, 7, 10)
    return statute == "ALL"


def nth_working_day(start: date, count: int) -> date:
    day = start
    while count:
        day += DAY
        count -= works(day)
    return day


def seven_whole_days_between(first: date, last: date) -> bool:
    """Whether seven whole working days lie between the two (行政处罚法64, 行政许可法48: 七日前通知)."""
    day, whole = first + DAY, 0
    while day < last:
        whole += works(day)
        day += DAY
    return whole >= 7


def same_day_of_month(start: date, months: int) -> date:
    """Month by month to the same number, or to the last day there is."""
    year, month = start.year, start.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    number = start.day
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


def last_day(
    start: date, amount: int, unit: str, *, working: bool, stops: list[tuple[date, date | None]], added: int = 0
) -> date | None:
    """The last day of a period, day after day; None where it stands still for good. ``unit`` day, month or year."""
    if unit == "day":
        left = amount + added
    else:
        left = (same_day_of_month(start, amount * (12 if unit == "year" else 1)) - start).days + added
    day = start
    while left > 0:
        day += DAY
        stopped = False
        for first, last in stops:
            if first <= day and (last is None or day <= last):
                stopped = True
                if last is None:
                    return None
        if stopped:
            continue
        if not working or works(day):
            left -= 1
    return day
