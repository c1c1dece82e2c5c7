"""听证: seven whole working days, a chair who did not investigate, two agents, one set of minutes."""

from lantai.law.tests.stories import GENERAL, notified, sentences


def asked():
    return notified(GENERAL, fine=50_000, hearing_right=True).take("H-2", "2025-08-07", "asked")


def test_seven_whole_working_days_lie_between_notice_and_hearing():
    assert not asked().ask("H-3", "2025-08-11", hearing_on="2025-08-21", mode="SV-1")
    found = asked().ask("H-3", "2025-08-11", hearing_on="2025-08-20", mode="SV-1")
    assert "不足七个工作日" in sentences(found)
    assert "2025年8月21日" in sentences(found)


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
