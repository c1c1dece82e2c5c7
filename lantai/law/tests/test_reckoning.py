"""A counted term names every day off it met, and says which year nobody knows yet."""

from datetime import date, datetime

import pytest

from lantai.law.calendar import CALENDAR, WorkCalendar
from lantai.law.facts import Interval
from lantai.law.periods import BEIJING
from lantai.law.procedure import Unit
from lantai.law.reckoning import MOST, STATUTES, UNIT_LABELS, UNITS, act_of, acts, own_term, reckon

ONLY_2026 = WorkCalendar([CALENDAR.schedule(2026)], library=False)


def d(text):
    return date.fromisoformat(text)


def test_seven_working_days_over_the_spring_festival_name_each_day_off_and_the_days_worked_instead():
    found = reckon(own_term("APL", 7, "days"), d("2026-02-11"))
    assert found.due.legal_due == d("2026-02-27")
    assert [o.sentence for o in found.off] == [
        "2026年2月14日，调休上班日，是工作日",
        "2026年2月15日至2026年2月23日，春节假期",
    ]
    assert found.notices == ("国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）",)
    assert found.missing == ()


def test_calendar_days_name_only_the_days_over_which_the_end_rolled():
    found = reckon(act_of("penalty.ordinary/PG-14").term, d("2025-07-03"))
    assert found.due.legal_due == d("2025-10-09")
    assert [(o.first, o.last) for o in found.off] == [(d("2025-10-01"), d("2025-10-08"))]
    assert reckon(own_term("APL", 15, "days"), d("2025-10-13")).off == ()


def test_a_stopped_day_is_not_named_as_a_day_off():
    pause = Interval("testing", d("2026-03-07"), d("2026-03-08"))
    term = act_of("penalty.ordinary/PG-9").term
    assert [o.first for o in reckon(term, d("2026-03-02"), [pause]).off] == [d("2026-03-14")]
    assert [o.first for o in reckon(term, d("2026-03-02")).off] == [d("2026-03-07"), d("2026-03-14")]


def test_a_year_without_a_notice_is_named_and_gives_no_day():
    found = reckon(own_term("APL", 7, "days"), d("2026-12-28"), calendar=ONLY_2026)
    assert found.due.legal_due is None
    assert found.missing == (2027,)


def test_hours_know_no_days_off():
    found = reckon(own_term("XFER", 24, "hours"), datetime(2026, 10, 1, 15, 40, tzinfo=BEIJING))
    assert found.due.due_at == datetime(2026, 10, 2, 15, 40, tzinfo=BEIJING)
    assert found.off == found.notices == ()


def test_every_term_of_every_released_procedure_can_be_chosen():
    codes = [a.code for a in acts()]
    assert len(codes) == len(set(codes)) > 20
    assert {"reconsideration", "penalty.ordinary/PG-14", "coercion.sealing_seizure/CM-10"} <= set(codes)
    for act in acts():
        start = datetime(2026, 3, 2, 9, tzinfo=BEIJING)
        assert reckon(act.term, start).due.legal_due, act
        assert act.start and "@" not in act.start


def test_every_unit_has_its_words_and_an_unknown_statute_is_refused():
    assert set(UNITS) == set(UNIT_LABELS)
    assert set(MOST) < set(Unit)
    assert "APL" in STATUTES
    with pytest.raises(KeyError):
        own_term("XXX", 7, "days")
