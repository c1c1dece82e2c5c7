"""听证: seven whole working days, a chair who did not investigate, two agents, one set of minutes."""

import pytest

from lantai.law.tests.stories import CHAIR, GENERAL, OFFICER_A, notified, sentences


def asked():
    return notified(GENERAL, fine=50_000, hearing_right=True).take("H-2", "2025-08-07", "asked")


def test_seven_whole_working_days_lie_between_notice_and_hearing():
    assert not asked().ask("H-3", "2025-08-11", hearing_on="2025-08-21", mode="SV-1")
    found = asked().ask("H-3", "2025-08-11", hearing_on="2025-08-20", mode="SV-1")
    assert "不足七个工作日" in sentences(found)
    assert "2025年8月21日" in sentences(found)


def test_a_handler_does_not_chair():
    assert "不得主持听证" in sentences(asked().ask("H-3", "2025-08-11", hearing_on="2025-08-29", chair=1))


def test_who_takes_the_step_chairs_it_unless_another_is_named(heard_case):
    assert "人员1是本案调查人员" in sentences(heard_case.ask("PG-12", "2025-08-29", by=(OFFICER_A,), av=True))
    assert not heard_case.ask("PG-12", "2025-08-29", by=(CHAIR,), av=True)


def test_it_is_not_held_before_the_day_notified(heard_case):
    assert "不得提前举行" in sentences(heard_case.ask("PG-12", "2025-08-28", chair=11, av=True))


@pytest.mark.parametrize(
    "words, reason",
    [
        ({"agents": 3}, "超过二人"),
        ({"public": False}, "没有写明依法应当保密的原因"),
        ({"minutes": False}, "听证笔录没有交当事人核对"),
    ],
)
def test_a_hearing_is_held_as_the_law_says(heard_case, words, reason):
    assert reason in sentences(heard_case.ask("PG-12", "2025-08-29", chair=11, av=True, **words))


def test_two_agents_and_a_closed_hearing_for_a_secret_are_lawful(heard_case):
    words = {"agents": 2, "public": False, "closed_reason": "trade_secret", "minutes": True}
    assert not heard_case.ask("PG-12", "2025-08-29", chair=11, av=True, **words)


def test_a_hearing_may_be_recorded_in_two_parts(heard_case):
    heard_case.take("H-4", "2025-08-29 09:00", chair=11, av=True)
    assert heard_case.state("PG-12", "2025-08-29 09:30").state == "open"
    heard_case.take("H-5", "2025-08-29 10:00", chair=11, av=True, minutes=True)
    assert heard_case.state("PG-12", "2025-08-29 11:00").state == "done"
    assert heard_case.state("H-6", "2025-08-29 11:00").state == "open"
    assert heard_case.waits_for("2025-08-29 11:00") == "H-6"


def test_the_review_waits_for_a_hearing_that_was_asked_for(heard_case):
    heard_case.flag(draft_digest="二稿").event("draft_changed", "2025-08-12")
    assert heard_case.state("PG-9", "2025-08-13").state == "blocked"
    assert "听证尚未举行" in sentences(heard_case.ask("PG-9", "2025-08-13", "agree"))
    assert heard_case.waits_for("2025-08-13") == "PG-11"
    heard_case.take("PG-12", "2025-08-29", chair=11, av=True).take("H-6", "2025-09-01")
    assert heard_case.waits_for("2025-09-02") == "PG-9"


def test_a_request_made_on_an_earlier_notice_is_gone_with_it():
    story = notified(GENERAL, fine=50_000, hearing_right=True).event("hearing_requested", "2025-08-05")
    assert story.state("PG-12", "2025-08-06").state == "later"
    story.take("PG-10", "2025-08-07", fine=50_000, hearing_right=True, mode="SV-1")
    assert story.state("PG-12", "2025-08-08").state == "not_owed"


def test_a_party_that_stays_away_has_given_the_hearing_up(heard_case):
    heard_case.take("PG-12", "2025-08-29", "forfeited", chair=11, av=True)
    assert heard_case.state("H-6", "2025-08-30").state == "not_owed"
    assert heard_case.state("PG-9", "2025-08-30").state == "done"
    heard_case.take("PG-11", "2025-08-30", "lapsed")
    assert not heard_case.ask("PG-14", "2025-09-01")


def test_a_withdrawn_request_leaves_no_hearing_owed(heard_case):
    heard_case.take("H-2", "2025-08-12", "withdrawn").take("PG-11", "2025-08-12", "lapsed")
    assert heard_case.state("PG-12", "2025-08-13").state == "not_owed"
    assert not heard_case.ask("PG-14", "2025-08-13")


def test_what_was_said_at_the_hearing_is_the_defence(heard_case):
    heard_case.take("PG-12", "2025-08-29", chair=11, av=True)
    assert heard_case.state("PG-11", "2025-08-30").state == "not_owed"


def test_without_a_request_no_hearing_is_owed():
    story = notified(GENERAL, fine=50_000, hearing_right=True)
    assert story.state("PG-12", "2025-08-06").state == "not_owed"
    assert story.state("H-2", "2025-08-06").takeable
    assert story.state("H-1", "2025-08-06").state == "done"
