"""A lamp turns blue, yellow and red on the days the rules name."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lantai.law.calendar import CALENDAR, WorkCalendar
from lantai.law.facts import Interval
from lantai.law.lamps import Level, Turns, lamp, of_others, turns, turns_of_others
from lantai.law.periods import CLOCK_STOPS, SUSPENSION, due
from lantai.law.procedure import Term, Unit
from lantai.law.statutes_in_force import APL, SEED, XFER

START = date(2025, 7, 3)
DECIDE = Term(90, "PG-3", APL[60], stops=CLOCK_STOPS)
DUE = due(DECIDE, START)  # raw 1 October, legal 9 October, safe 30 September 2025


@pytest.mark.parametrize(
    ("day", "level", "rule"),
    [
        ("2025-07-04", Level.OFF, ""),
        ("2025-09-09", Level.OFF, ""),  # 68 of 98 days
        ("2025-09-10", Level.BLUE, "share_used"),
        ("2025-09-26", Level.BLUE, "days_left"),
        ("2025-09-30", Level.BLUE, "days_left"),
        ("2025-10-01", Level.YELLOW, "safe_due"),
        ("2025-10-09", Level.YELLOW, "safe_due"),
        ("2025-10-10", Level.RED, "legal_due"),
    ],
)
def test_the_lamp_of_ninety_days_over_the_national_holiday(day, level, rule):
    found = lamp(DUE, date.fromisoformat(day), START)
    assert (found.level, found.rule) == (level, rule)
    assert bool(found.sentence) == (level is not Level.OFF)


def test_red_says_since_when_and_by_how_much():
    assert lamp(DUE, date(2025, 10, 12), START).sentence == "已超过法定期限2025年10月9日，逾期3日"


def test_a_publication_turns_yellow_a_working_day_before_its_end():
    term = Term(7, "PG-14", SEED.whole, Unit.WORKING_DAYS)
    seven = due(term, date(2026, 11, 2))  # ends on 11 November
    assert lamp(seven, date(2026, 11, 9), date(2026, 11, 2), publication=True).level is Level.BLUE
    assert lamp(seven, date(2026, 11, 10), date(2026, 11, 2), publication=True).level is Level.YELLOW
    assert lamp(seven, date(2026, 11, 12), date(2026, 11, 2), publication=True).level is Level.RED
    assert lamp(seven, date(2026, 11, 10), date(2026, 11, 2)).level is Level.BLUE


def test_a_clock_that_stands_still_warns_of_nothing():
    standing = due(DECIDE, START, [Interval(SUSPENSION, date(2025, 8, 1))])
    assert lamp(standing, date(2030, 1, 1), START).level is Level.OFF


def test_a_provisional_end_reminds():
    only_2026 = WorkCalendar([CALENDAR.schedule(2026)], library=False)
    open_end = due(Term(7, "x", APL[61]), date(2026, 12, 28), calendar=only_2026)
    found = lamp(open_end, date(2026, 12, 29), date(2026, 12, 28), only_2026)
    assert (found.level, found.rule) == (Level.BLUE, "provisional")


@pytest.mark.parametrize(
    ("day", "level"),
    [("2026-11-30", Level.OFF), ("2027-01-03", Level.BLUE), ("2027-01-29", Level.BLUE), ("2027-01-30", Level.YELLOW)],
)
def test_where_the_notice_of_the_year_is_missing_the_lamp_goes_by_the_bare_end_and_never_red(day, level):
    only_2026 = WorkCalendar([CALENDAR.schedule(2026)], library=False)
    start = date(2026, 10, 31)
    end = due(DECIDE, start, calendar=only_2026)
    assert (end.raw_due, end.legal_due) == (date(2027, 1, 29), None)
    assert lamp(end, date.fromisoformat(day), start, only_2026).level is level
    told = turns(end, start, only_2026)
    assert (told.blue_on, told.yellow_on, told.red_on) == (date(2027, 1, 2), date(2027, 1, 30), None)


def test_hours_turn_red_by_the_minute():
    hours = due(Term(24, "XF-2", XFER[5], Unit.HOURS), datetime(2026, 3, 2, 15, 40))
    assert lamp(hours, datetime(2026, 3, 3, 15, 40), datetime(2026, 3, 2, 15, 40)).level is not Level.RED
    assert lamp(hours, datetime(2026, 3, 3, 15, 41), datetime(2026, 3, 2, 15, 40)).level is Level.RED


def test_each_lamp_has_a_word():
    assert (Level.RED.label, Level.RED.word) == ("红牌", "red")


def test_a_term_that_binds_somebody_else_reminds_once_it_is_past_and_never_more():
    assert of_others(DUE, date(2025, 10, 9), "当事人").level is Level.OFF
    past = of_others(DUE, date(2026, 3, 1), "当事人")
    assert (past.level, past.sentence) == (Level.BLUE, "当事人的期限已于2025年10月9日届满")
    assert turns_of_others(DUE) == Turns(blue_on=date(2025, 10, 10))


@pytest.mark.slow
@given(
    start=st.dates(date(2025, 1, 2), date(2026, 9, 1)),
    amount=st.integers(1, 120),
    working=st.booleans(),
    publication=st.booleans(),
)
def test_the_days_on_which_a_lamp_turns_are_those_on_which_it_is_seen_to_turn(start, amount, working, publication):
    unit = Unit.WORKING_DAYS if working else Unit.CALENDAR_DAYS
    end = due(Term(amount, "PG-3", APL[60], unit), start)
    assume(end.legal_due is not None)
    told = turns(end, start, publication=publication)
    day, seen = start, {}
    while day <= end.legal_due + timedelta(days=2):
        seen.setdefault(lamp(end, day, start, publication=publication).level, day)
        day += timedelta(days=1)
    assert told.red_on == seen.get(Level.RED)
    assert told.yellow_on == seen.get(Level.YELLOW)
    assert told.blue_on == seen.get(Level.BLUE)
