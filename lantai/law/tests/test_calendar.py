"""Working days are those of the State Council's notices, and of nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantai.law import calendar
from lantai.law.calendar import (
    CALENDAR,
    Schedule,
    UnknownYear,
    WorkCalendar,
    load_overrides,
    missed_year,
    read_schedule,
)

DAYS = st.dates(date(2018, 1, 1), date(2026, 6, 30))


def notice_2027(**changes):
    return {
        "year": 2027,
        "notice": "国务院办公厅关于2027年部分节假日安排的通知",
        "days_off": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"}],
        "working_days": ["2027-01-09"],
    } | changes


@pytest.mark.parametrize(
    "day",
    [
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
    ],
)
def test_a_make_up_weekend_day_is_a_working_day(day):
    assert calendar.is_working_day(date.fromisoformat(day))
    assert calendar.holiday_name(date.fromisoformat(day)) == "调休上班日"


@pytest.mark.parametrize("day", ["2025-01-28", "2025-02-04", "2025-10-08", "2026-02-23", "2026-06-19", "2026-10-07"])
def test_a_day_off_of_the_notice_is_a_rest_day_and_a_statutory_holiday(day):
    assert calendar.is_rest_day(date.fromisoformat(day))
    assert calendar.is_statutory_holiday(date.fromisoformat(day))


def test_an_ordinary_weekend_is_a_rest_day_but_no_statutory_holiday():
    assert calendar.is_rest_day(date(2026, 11, 21))
    assert not calendar.is_statutory_holiday(date(2026, 11, 21))


@pytest.mark.parametrize("year", [2025, 2026])
def test_our_notices_agree_with_the_library_day_by_day(year):
    assert "国务院办公厅" in calendar.notice(year)
    day = date(year, 1, 1)
    while day.year == year:
        assert calendar.is_working_day(day) == chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_a_year_without_a_notice_gives_no_answer_at_all():
    assert not calendar.known(2099)
    for question in (calendar.is_working_day, calendar.is_rest_day, calendar.is_statutory_holiday):
        with pytest.raises(UnknownYear) as caught:
            question(date(2099, 1, 4))
        assert caught.value.year == 2099
        assert "2099年" in str(caught.value)


def test_a_count_that_reaches_a_year_without_a_notice_gives_no_day():
    only_2026 = WorkCalendar([CALENDAR.schedule(2026)], library=False)
    assert only_2026.add_working_days(date(2026, 12, 30), 1) == date(2026, 12, 31)
    with pytest.raises(UnknownYear) as caught:
        only_2026.add_working_days(date(2026, 12, 30), 2)
    assert caught.value.year == 2027
    with pytest.raises(UnknownYear):
        only_2026.add_working_days(date(2026, 1, 4), -1)
    with pytest.raises(UnknownYear):
        only_2026.working_days_between(date(2026, 12, 30), date(2027, 1, 4))


def test_an_override_adds_a_year_and_wins_over_the_library():
    with_2027 = WorkCalendar([read_schedule(notice_2027())])
    assert with_2027.known(2027)
    assert with_2027.is_rest_day(date(2027, 1, 1))
    assert with_2027.is_working_day(date(2027, 1, 9))
    other_2024 = WorkCalendar(
        [
            read_schedule(
                notice_2027(
                    year=2024,
                    days_off=[{"name": "测试", "from": "2024-03-05", "to": "2024-03-05"}],
                    working_days=[],
                )
            )
        ]
    )
    assert other_2024.is_rest_day(date(2024, 3, 5))
    assert calendar.is_working_day(date(2024, 3, 5))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"notice": " "}, "没有写明所依据的通知"),
        ({"working_days": ["2027-01-02"]}, "既是放假日又是上班日"),
        ({"working_days": ["2027-01-06"]}, "不是周末"),
        ({"working_days": ["2026-01-10"]}, "不在2027年"),
        ({"days_off": []}, "没有放假日"),
        ({"days_off": [{"name": "元旦", "from": "2027-01-03", "to": "2027-01-01"}]}, "早于起日"),
    ],
)
def test_an_impossible_notice_is_refused_with_its_reason(changes, sentence):
    with pytest.raises(ValueError, match=sentence):
        read_schedule(notice_2027(**changes))


def test_an_override_file_must_bear_the_name_of_its_year(tmp_path):
    (tmp_path / "2028.json").write_text(
        '{"year": 2027, "notice": "通知", "days_off": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-01"}], "working_days": []}',
        "utf-8",
    )
    with pytest.raises(ValueError, match="文件名与年份2027不符"):
        load_overrides(tmp_path)


def oracle_add(day, count):
    step = 1 if count > 0 else -1
    while count:
        day += timedelta(days=step)
        if chinese_calendar.is_workday(day):
            count -= step
    return day


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(DAYS, st.integers(-60, 60))
def test_adding_working_days_agrees_with_walking_day_by_day(day, count):
    assert calendar.add_working_days(day, count) == oracle_add(day, count)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(DAYS, st.integers(1, 80))
def test_counting_between_is_the_inverse_of_adding(day, count):
    end = calendar.add_working_days(day, count)
    assert calendar.working_days_between(day, end) == count
    assert calendar.working_days_between(end, day) == -count
    assert calendar.full_working_days_between(day, end) == count - 1


def test_a_notice_put_in_force_counts_at_once_and_gives_the_calendar_another_digest():
    made = WorkCalendar()
    before = made.digest()
    assert made.add_working_days(date(2026, 3, 2), 1) == date(2026, 3, 3)
    day = date(2026, 3, 3)
    made.put_in_force(Schedule(2026, "通知", {day: "特别假期"}, frozenset()))
    assert made.add_working_days(date(2026, 3, 2), 1) == date(2026, 3, 4)
    assert made.digest() != before
    assert WorkCalendar().digest() == before


@pytest.mark.parametrize(
    ("today", "missed"), [("2026-11-30", None), ("2026-12-01", 2027), ("2027-01-04", 2027), ("2026-06-01", None)]
)
def test_the_notice_of_the_next_year_is_missed_from_december_on(today, missed):
    assert missed_year(date.fromisoformat(today), WorkCalendar()) == missed
