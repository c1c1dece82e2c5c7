"""The bare counting questions have bare answers."""

from __future__ import annotations

from datetime import date, datetime

from lantai.law.calendar import CALENDAR, WorkCalendar
from lantai.law.calendar_questions import (
    calendar_days_after,
    hours_after,
    is_working_day,
    months_after_day,
    working_days_after,
)

ONLY_2026 = WorkCalendar([CALENDAR.schedule(2026)], library=False)


def test_working_days_across_the_spring_festival_of_2026():
    assert working_days_after(date(2026, 2, 13), 2).due == date(2026, 2, 24)  # 14 February is made up
    assert is_working_day(date(2026, 2, 14)) is True


def test_calendar_days_and_months_roll_unless_told_not_to():
    rolled = calendar_days_after(date(2025, 7, 3), 90)
    assert (rolled.raw, rolled.due, rolled.rolled) == (date(2025, 10, 1), date(2025, 10, 9), True)
    assert calendar_days_after(date(2025, 7, 3), 90, rolls=False).due == date(2025, 10, 1)
    month = months_after_day(date(2025, 8, 31), 6)
    assert (month.raw, month.due, month.rolled) == (date(2026, 2, 28), date(2026, 2, 28), False)


def test_hours_run_through_the_night():
    assert hours_after(datetime(2026, 2, 20, 15, 40), 24).due_at == datetime(2026, 2, 21, 15, 40)


def test_a_year_without_a_notice_is_an_error_and_never_a_guess():
    assert "2027年" in working_days_after(date(2026, 12, 30), 3, ONLY_2026).error
    month = months_after_day(date(2026, 8, 31), 6, calendar=ONLY_2026)
    assert (month.raw, month.due) == (date(2027, 2, 28), None)
    assert month.error
    assert "2027年" in is_working_day(date(2027, 1, 4), ONLY_2026)
