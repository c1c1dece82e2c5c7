"""Terms end when an independent count, day by day, says so; and every rule of T-1 to T-9 has its case."""

from __future__ import annotations

import functools
import random
from datetime import UTC, date, datetime, timedelta

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantai.law.calendar import CALENDAR, WorkCalendar
from lantai.law.facts import Interval
from lantai.law.periods import (
    BEIJING,
    CLOCK_STOPS,
    HEARING,
    LICENCE_STOPS,
    MEASURE_STOPS,
    SUSPENSION,
    TESTING,
    at_latest,
    due,
    earliest,
    earliest_hearing,
    hearing_notice_suffices,
    latest,
    latest_hearing_notice,
    merged,
    months_after,
    years_after,
)
from lantai.law.procedure import Term, Unit
from lantai.law.statutes_in_force import ACL, ADLIT, ALL, APL, ARL, SAMR, SEED, XFER

ONLY_2026 = WorkCalendar([CALENDAR.schedule(2026)], library=False)
DECIDE = Term(90, "PG-3", APL[60], stops=CLOCK_STOPS)
SEAL = Term(30, "CM-6", ACL[25], rolls=False, stops=MEASURE_STOPS)


def d(text):
    return date.fromisoformat(text)


def ends(term, start, *args, **kwargs):
    found = due(term, d(start), *args, **kwargs)
    return tuple(x and x.isoformat() for x in (found.raw_due, found.legal_due, found.safe_due))


# -- T-1 … T-9 ---------------------------------------------------------------------------------------------------


def test_ninety_days_that_end_in_the_national_holiday_roll_to_the_ninth_of_october():
    assert ends(DECIDE, "2025-07-03") == ("2025-10-01", "2025-10-09", "2025-09-30")


def test_seven_days_of_the_penalty_law_are_working_days_and_count_a_make_up_saturday():
    assert ends(Term(7, "PG-14", APL[61]), "2025-10-09") == ("2025-10-17",) * 3


def test_fifteen_days_of_the_penalty_law_are_calendar_days():
    assert ends(Term(15, "PG-15", APL[67]), "2025-10-13")[1] == "2025-10-28"


def test_ten_days_are_working_days_under_the_coercion_law_and_the_licence_law_but_not_under_the_penalty_law():
    assert ends(Term(10, "x", ACL[54]), "2026-11-02")[1] == "2026-11-16"
    assert ends(Term(10, "x", ALL[44]), "2026-11-02")[1] == "2026-11-16"
    assert ends(Term(10, "x", APL[60]), "2026-11-02")[1] == "2026-11-12"


def test_twenty_working_days_of_the_licence_law_across_the_spring_festival():
    assert ends(Term(5, "LI-1", ALL[32]), "2026-02-11")[1] == "2026-02-25"
    assert ends(Term(20, "LI-1", ALL[42]), "2026-02-11")[1] == "2026-03-17"
    assert ends(Term(20, "LI-1", ALL[42]), "2026-02-11", (), 10)[1] == "2026-03-31"


def test_a_period_written_as_working_days_is_one_whatever_the_statute_counts():
    assert ends(Term(15, "PG-1", SAMR[18], Unit.WORKING_DAYS), "2025-06-12")[1] == "2025-07-03"


def test_sixty_days_for_reconsideration_and_six_months_for_a_suit():
    assert ends(Term(60, "PG-15", ARL[20]), "2025-10-13")[1] == "2025-12-12"
    assert ends(Term(6, "PG-15", ADLIT[46], Unit.MONTHS), "2025-10-13")[1] == "2026-04-13"


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2025-08-31", 6, "2026-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_a_month_without_the_number_ends_on_its_last_day(start, months, end):
    assert months_after(d(start), months) == d(end)


def test_two_years_from_a_leap_day_end_on_the_twenty_eighth():
    assert years_after(d("2024-02-29"), 2) == d("2026-02-28")


def test_a_period_that_restricts_property_never_rolls():
    found = due(SEAL, d("2025-09-05"))
    assert (found.raw_due, found.legal_due, found.safe_due) == (
        d("2025-10-05"),
        d("2025-10-05"),
        d("2025-09-30"),
    )
    assert not found.rolled


def test_testing_does_not_count_towards_sealing():
    tested = [Interval(TESTING, d("2025-09-10"), d("2025-09-24"))]
    assert ends(SEAL, "2025-09-05", tested)[1] == "2025-10-20"
    assert ends(SEAL, "2025-09-05", tested, 30)[1] == "2025-11-19"


def test_testing_nobody_was_told_of_in_writing_does_not_lengthen_a_measure():
    untold = [Interval(TESTING, d("2025-09-10"), d("2025-09-24"), told_in_writing=False)]
    found = due(SEAL, d("2025-09-05"), untold)
    assert found.legal_due == d("2025-10-05")
    assert any("没有书面告知" in line for line in found.counted)
    assert due(DECIDE, d("2025-09-05"), untold).raw_due == d("2025-12-19")


def test_overlapping_intervals_count_once():
    both = [
        Interval(HEARING, d("2026-03-10"), d("2026-03-20")),
        Interval(TESTING, d("2026-03-15"), d("2026-03-25")),
    ]
    assert due(DECIDE, d("2026-03-02"), both).raw_due == d("2026-05-31") + timedelta(days=16)
    assert merged([*both, Interval(SUSPENSION, d("2026-03-26"), None)]) == ((d("2026-03-10"), None),)


def test_an_interval_of_another_kind_does_not_stop_the_clock():
    assert ends(SEAL, "2025-09-05", [Interval(HEARING, d("2025-09-10"), d("2025-09-24"))])[1] == "2025-10-05"
    assert HEARING in LICENCE_STOPS


def test_while_an_interval_has_no_end_the_term_has_no_day():
    found = due(DECIDE, d("2026-03-02"), [Interval(SUSPENSION, d("2026-03-10"))])
    assert found.provisional
    assert found.standing
    assert found.legal_due is None
    assert "尚未恢复" in found.counted[-1]
    assert not found.is_past(d("2099-01-01"))


def test_an_open_interval_after_the_end_changes_nothing():
    assert due(DECIDE, d("2026-03-02"), [Interval(SUSPENSION, d("2026-06-10"))]).legal_due == d("2026-06-01")


def test_an_interval_that_ends_before_it_begins_is_an_error():
    with pytest.raises(ValueError, match="早于起日"):
        due(DECIDE, d("2026-03-02"), [Interval(SUSPENSION, d("2026-03-10"), d("2026-03-09"))])


def test_hours_run_through_nights_and_holidays():
    term = Term(24, "XF-2", XFER[5], Unit.HOURS)
    found = due(term, datetime(2026, 2, 20, 15, 40))
    assert found.due_at == datetime(2026, 2, 21, 15, 40)
    assert found.legal_due == d("2026-02-21")
    assert not found.is_past_at(datetime(2026, 2, 21, 15, 40))
    assert found.is_past_at(datetime(2026, 2, 21, 15, 41))
    assert found.is_past_at(datetime(2026, 2, 21, 15, 41, tzinfo=BEIJING))
    with pytest.raises(ValueError, match="时刻"):
        due(term, d("2026-02-20"))


def test_an_aware_instant_is_read_in_beijing_time():
    assert due(Term(2, "x", APL[71]), datetime(2026, 11, 23, 23, 0, tzinfo=UTC)).legal_due == d("2026-11-26")


def test_a_term_into_a_year_without_a_notice_is_provisional_and_says_which_year():
    working = due(Term(7, "x", APL[61]), d("2026-12-28"), calendar=ONLY_2026)
    assert (working.raw_due, working.legal_due, working.safe_due) == (None, None, None)
    assert working.provisional
    assert working.missing_year == 2027
    assert any("2027年的节假日安排" in line for line in working.counted)
    calendar_days = due(Term(15, "x", APL[67]), d("2026-12-28"), calendar=ONLY_2026)
    assert calendar_days.raw_due == d("2027-01-12")
    assert calendar_days.legal_due is None
    assert calendar_days.provisional


def test_a_term_that_would_roll_into_a_year_without_a_notice_is_provisional():
    only_2025 = WorkCalendar([CALENDAR.schedule(2022)], library=False)
    found = due(Term(15, "x", APL[67]), d("2022-12-16"), calendar=only_2025)  # ends on Saturday, 31 December 2022
    assert (found.raw_due, found.legal_due, found.safe_due) == (d("2022-12-31"), None, d("2022-12-30"))
    assert found.missing_year == 2023


def test_a_measure_must_be_lifted_on_its_raw_day_even_in_a_year_without_a_notice():
    found = due(SEAL, d("2026-12-20"), calendar=ONLY_2026)
    assert found.legal_due == d("2027-01-19")
    assert not found.provisional


def test_every_sentence_that_explains_the_count_is_there():
    lines = due(DECIDE, d("2025-07-03")).counted
    assert lines[0].startswith("自2025年7月3日起算，开始之日不计算在内")
    assert "期限90日，按自然日计算（《行政处罚法》第六十条）" in lines[1]
    assert "期限届满之日为2025年10月1日" in lines
    assert "顺延至其后第一个工作日2025年10月9日" in lines[-1]
    assert "宜在2025年9月30日前办结" in lines[-1]
    seven = due(Term(7, "x", APL[61]), d("2026-03-02")).counted
    assert "期限7日，为工作日（《行政处罚法》第八十五条）（《行政处罚法》第六十一条）" in seven
    seed = due(Term(7, "x", SEED.whole, Unit.WORKING_DAYS, policy=True), d("2026-03-02"), (), 3).counted
    assert "期限7个工作日，经批准延长3个工作日（本平台规则，参照《衡阳市全面推行行政执法三项制度实施方案》）" in seed


def test_latest_and_earliest_put_a_provisional_end_last():
    one, two = due(Term(7, "x", APL[61]), d("2026-03-02")), due(Term(15, "x", APL[67]), d("2026-03-02"))
    open_end = due(DECIDE, d("2026-03-02"), [Interval(SUSPENSION, d("2026-03-10"))])
    assert earliest(two, one, open_end) == one
    assert latest(two, one) == two
    assert latest(two, open_end) == open_end


def test_an_outer_limit_cuts_a_term_off():
    whole = due(DECIDE, d("2025-07-03"))
    assert at_latest(whole, d("2025-09-20")).legal_due == d("2025-09-20")
    assert at_latest(whole, d("2025-10-09")) == whole


# -- seven whole working days before a hearing ---------------------------------------------------------------------


def test_seven_whole_working_days_lie_between_the_notice_and_the_hearing():
    assert earliest_hearing(d("2026-11-02")) == d("2026-11-12")
    assert hearing_notice_suffices(d("2026-11-02"), d("2026-11-12"))
    assert not hearing_notice_suffices(d("2026-11-02"), d("2026-11-11"))
    assert latest_hearing_notice(d("2026-11-12")) == d("2026-11-02")


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.dates(date(2018, 1, 1), date(2026, 10, 1)))
def test_the_earliest_hearing_is_the_first_day_that_suffices(notice):
    first = earliest_hearing(notice)
    assert hearing_notice_suffices(notice, first)
    assert not hearing_notice_suffices(notice, CALENDAR.add_working_days(first, -1))
    assert latest_hearing_notice(first) >= notice
    assert not hearing_notice_suffices(latest_hearing_notice(first) + timedelta(days=1), first)


# -- an independent count, day by day ------------------------------------------------------------------------------


is_workday = functools.cache(chinese_calendar.is_workday)


def oracle(start, amount, unit, working, rolls, stops):
    """Walk one day at a time with the library's own answer for each day; no arithmetic of ours."""
    if unit is Unit.MONTHS:
        wanted, day = amount, start
        while wanted:
            day = day.replace(day=1) + timedelta(days=32)
            day, wanted = day.replace(day=1), wanted - 1
        last = day.replace(day=1) + timedelta(days=31)
        while last.month != day.month:
            last -= timedelta(days=1)
        amount = (day.replace(day=min(start.day, last.day)) - start).days
    day, counted = start, 0
    while counted < amount:
        day += timedelta(days=1)
        if any(a <= day <= b for a, b in stops):
            continue
        if not working or is_workday(day):
            counted += 1
    raw = legal = safe = day
    while rolls and not is_workday(legal):
        legal += timedelta(days=1)
    while not is_workday(safe):
        safe -= timedelta(days=1)
    return raw, legal, safe


KINDS = st.sampled_from(sorted(CLOCK_STOPS))
START = st.dates(date(2018, 1, 1), date(2025, 3, 1))


@st.composite
def stories(draw):
    start = draw(START)
    unit, amount = draw(
        st.one_of(
            st.tuples(st.just(Unit.DAYS), st.sampled_from([1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90])),
            st.tuples(st.just(Unit.WORKING_DAYS), st.integers(1, 45)),
            st.tuples(st.just(Unit.MONTHS), st.integers(1, 6)),
        )
    )
    pauses = []
    for _ in range(draw(st.integers(0, 3))):
        first = start + timedelta(days=draw(st.integers(-5, 120)))
        pauses.append(Interval(draw(KINDS), first, first + timedelta(days=draw(st.integers(0, 30)))))
    statute = draw(st.sampled_from([APL, ACL, ALL, ARL, SAMR, XFER]))
    added = 0 if unit is Unit.MONTHS else draw(st.sampled_from([0, 0, 10, 30]))
    return (
        Term(amount, "x", statute[1], unit, rolls=draw(st.booleans()), stops=CLOCK_STOPS),
        start,
        pauses,
        added,
    )


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(stories())
def test_every_term_ends_where_a_day_by_day_count_ends(story):
    agree(*story)


@pytest.mark.slow
def test_three_thousand_chance_terms_end_where_a_day_by_day_count_ends():
    chance = random.Random(20191125)
    kinds = sorted(CLOCK_STOPS)
    for _ in range(3000):
        start = date(2018, 1, 1) + timedelta(days=chance.randrange(2600))
        unit = chance.choice([Unit.DAYS, Unit.DAYS, Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.MONTHS])
        amount = chance.randint(1, 6) if unit is Unit.MONTHS else chance.choice([1, 3, 5, 7, 10, 15, 30, 60, 90])
        pauses = []
        for _ in range(chance.randrange(4)):
            first = start + timedelta(days=chance.randint(-5, 90))
            pauses.append(Interval(chance.choice(kinds), first, first + timedelta(days=chance.randrange(31))))
        statute = chance.choice([APL, ACL, ALL, ARL, SAMR, XFER])
        term = Term(amount, "x", statute[1], unit, rolls=chance.random() < 0.7, stops=CLOCK_STOPS)
        agree(term, start, pauses, 0 if unit is Unit.MONTHS else chance.choice([0, 0, 10, 30]))


def agree(term, start, pauses, added):
    found = due(term, start, pauses, added)
    stops = [(p.start, p.end) for p in pauses]
    assert (found.raw_due, found.legal_due, found.safe_due) == oracle(
        start, term.amount + added, term.unit, term.counts_working_days, term.rolls, stops
    )
    assert found.rolled == (found.raw_due != found.legal_due)
    assert not found.provisional


def test_a_pause_that_begins_after_the_end_is_not_said_to_have_counted():
    term = Term(90, "PG-3", APL[60], stops=frozenset({"suspension"}))
    later, within = date(2025, 10, 5), date(2025, 9, 1)
    assert "不计算在内" not in "".join(due(term, date(2025, 7, 3), [Interval("suspension", later, None)]).counted[1:])
    found = due(term, date(2025, 7, 3), [Interval("suspension", within, within)])
    assert "中止期间2025年9月1日至2025年9月1日不计算在内" in found.counted
