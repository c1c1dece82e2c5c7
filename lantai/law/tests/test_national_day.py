"""The scenario ``ordinary-penalty-national-day``: the ninetieth day falls into the National Day holiday."""

from datetime import date

import pytest

from lantai.law import engine
from lantai.law.review import is_major
from lantai.law.tests.stories import moment, ready


@pytest.fixture
def story():
    return ready(fine=8000)


def test_the_filing_is_due_on_the_fifteenth_working_day_after_the_clue(story):
    assert story.due("PG-2").legal_due == date(2025, 7, 3)


def test_the_decision_is_due_on_the_first_working_day_after_the_holiday(story):
    end = story.due("PG-14")
    assert (end.raw_due, end.legal_due, end.safe_due) == (date(2025, 10, 1), date(2025, 10, 9), date(2025, 9, 30))
    assert end.rolled


def test_on_that_day_it_may_be_decided(story):
    assert not story.ask("PG-14", "2025-10-09", fine=8000)


def test_a_day_later_it_is_refused_by_a_rule_of_the_platform(story):
    (found,) = story.ask("PG-14", "2025-10-10", fine=8000)
    assert found.policy
    assert found.gate == ""
    assert "2025年10月9日届满" in found.reason


def test_not_to_punish_is_never_too_late(story):
    assert not story.ask("PG-14", "2025-10-10", "no_penalty_minor")


def test_service_publication_and_payment_follow_from_the_decision(story):
    story.take("PG-14", "2025-10-09", fine=8000).take("PG-15", "2025-10-13", mode="SV-1")
    assert story.due("PG-16").legal_due == date(2025, 10, 17)
    assert story.due("PG-15").legal_due == date(2025, 10, 17)
    assert story.due("PG-17").legal_due == date(2025, 10, 28)


def test_a_fine_of_eight_thousand_on_a_company_is_not_major(story):
    assert is_major(engine.settled(story.procedure, story.facts)) == ()


def test_the_case_then_waits_for_its_publication(story):
    story.take("PG-14", "2025-10-09", fine=8000).take("PG-15", "2025-10-13", mode="SV-1")
    assert story.waits_for(moment("2025-10-14")) == "PG-16"
