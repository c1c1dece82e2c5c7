"""工作日历: a notice of holidays moves the stored terms of every open case, also of those nobody touches."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantai.cases import queries
from lantai.cases.models import Case
from lantai.cases.tasks import reckon_waiting
from lantai.law.calendar import CALENDAR, Schedule
from lantai.ledger.models import Entry
from tests.scenes import at, scene, world

pytestmark = pytest.mark.django_db

FESTIVAL = {date(2026, 3, 4) + timedelta(days=n): "特别假期" for n in range(10)}


@pytest.fixture
def special_holiday():
    """Put in force, and taken back afterwards: ten days off in March 2026 that nobody knew of."""
    before = CALENDAR.schedule(2026)

    def put_in_force() -> None:
        CALENDAR.put_in_force(
            Schedule(2026, "测试通知", {**before.days_off, **FESTIVAL}, before.working_days - FESTIVAL.keys())
        )

    yield put_in_force
    CALENDAR.put_in_force(before)


def test_the_stored_term_of_an_idle_case_moves_when_a_notice_comes_into_force(special_holiday):
    place = scene("PG-1", "2026-03-02")
    before = place.case
    assert before.next_due_on == date(2026, 3, 23)  # fifteen working days to verify the clue (SAMR 18)
    with at("2026-03-03"):
        assert reckon_waiting(10) == 0
        special_holiday()
        assert queries.calendar_progress() == (0, 1)
        assert reckon_waiting(10) == 1
        assert queries.calendar_progress() == (1, 1)
    after = place.case
    assert after.next_due_on == date(2026, 4, 2)
    assert after.red_on is not None and before.red_on is not None and after.red_on > before.red_on
    assert after.cards[0]["ends_on"] == "2026-04-02"
    assert after.version == before.version, "who has the page open is not overtaken"


def test_counting_anew_begins_again_after_a_kill_and_doubles_nothing(special_holiday, monkeypatch):
    place = scene("PG-1", "2026-03-02")
    for _ in range(2):
        scene("PG-1", "2026-03-02", where=place.world)
    monkeypatch.setattr(queries, "AT_ONCE", 1)
    special_holiday()
    entries = Entry.objects.filter(verb="cases.reckon_terms")
    with at("2026-03-03"):
        first = queries.behind_calendar()
        assert len(first) == 1
        reckon_waiting(0)  # its time was over before the first piece
        assert queries.calendar_progress() == (0, 3)
        call_command("reckon_terms", "--seconds=10")
        assert queries.calendar_progress() == (3, 3)
        assert entries.count() == 3
        call_command("reckon_terms", "--seconds=10")
    assert entries.count() == 3
    assert set(Case.objects.values_list("next_due_on", flat=True)) == {date(2026, 4, 2)}


def test_a_file_that_cannot_be_read_does_not_hold_up_the_others(special_holiday):
    place = scene("PG-1", "2026-03-02")
    broken = scene("PG-1", "2026-03-02", where=place.world)
    Case.objects.filter(pk=broken.case.pk).update(procedure_version=99)
    special_holiday()
    with at("2026-03-03"):
        assert reckon_waiting(10) == 1
    assert place.case.next_due_on == date(2026, 4, 2)


def test_a_case_costs_the_same_statements_whatever_is_in_it_and_however_many_wait(special_holiday):
    where = world()

    def asked(step: str, day: str) -> int:
        place = scene(step, day, where=where)
        Case.objects.exclude(pk=place.case.pk).update(standing="")
        special_holiday()
        Case.objects.filter(pk=place.case.pk).update(reckoned_by=None)
        with at(day), CaptureQueriesContext(connection) as said:
            assert reckon_waiting(10) == 1
        return len(said)

    assert asked("PG-1", "2026-03-02") <= asked("PG-15", "2026-04-20") <= 24


def test_a_command_counts_by_the_calendar_in_force_and_leaves_nothing_to_the_job(special_holiday):
    where = world()
    special_holiday()
    place = scene("PG-1", "2026-03-02", where=where)
    assert place.case.reckoned_by == CALENDAR.digest()
    assert queries.behind_calendar() == []


def test_the_page_of_the_calendar_shows_the_notices_and_how_far_the_terms_are_counted(special_holiday):
    place = scene("PG-1", "2026-03-02")
    special_holiday()
    browser = place.browser("supervisor")
    with at("2026-03-03"):
        page = browser.get("/desk/cases/calendar/").content.decode()
        assert "已完成 0 件，共 1 件" in page and "测试通知" in page
        reckon_waiting(10)
        assert "1 件在办案件的期限都已按现行日历计算" in browser.get("/desk/cases/calendar/").content.decode()
    assert place.browser("officer").get("/desk/cases/calendar/").status_code == 404


MISSING = "2027年的节假日安排尚未载入"


@pytest.mark.parametrize(
    ("day", "who", "said"),
    [
        ("2026-11-30", "supervisor", False),
        ("2026-12-01", "supervisor", True),
        ("2027-01-04", "supervisor", True),
        ("2026-12-01", "officer", False),
    ],
)
def test_from_december_on_the_desk_says_that_the_notice_of_the_next_year_is_missing(day, who, said):
    browser = scene("PG-1", "2026-03-02").browser(who)
    with at(day):
        page = browser.get("/desk/").content.decode()
    assert (MISSING in page) is said
    assert ("/desk/cases/calendar/" in page) is said
