"""先行登记保存: approved, listed, dealt with in seven working days, or it lapses."""

from datetime import date

from lantai.law import engine
from lantai.law.tests.stories import HEAD, filed, preservation, sentences


def preserved():
    story = preservation().take("PG-5-1", "2025-09-25 09:00").take("PG-5-2", "2025-09-25 10:00")
    return story.take("PG-5", "2025-09-25 11:00", list_signed=True)


def test_the_disposal_is_due_in_seven_working_days_and_never_rolled():
    end = preserved().due("PG-5-3")
    assert end.raw_due == end.legal_due == date(2025, 10, 11)
    assert not end.rolled


def test_it_is_dealt_with_in_time():
    story = preserved().take("PG-5-3", "2025-10-11", disposal=["record"])
    assert engine.is_over(story.procedure, story.facts)
    assert story.waits_for("2025-10-12") == ""


def test_after_that_it_has_lapsed_and_can_only_be_released():
    found = preserved().ask("PG-5-3", "2025-10-13", disposal=["confiscation"])
    assert "期限已于2025年10月11日届满" in sentences(found)
    assert "第五十六条" in sentences(found)
    assert not preserved().ask("PG-5-3", "2025-10-13", "released")


def test_in_an_emergency_the_approval_follows_within_24_hours():
    story = preservation().take("PG-5-1", "2025-09-27 14:00", emergency=True).take("PG-5", "2025-09-27 15:40")
    end = story.due("PG-5-2", "2025-09-28")
    assert f"{end.due_at:%Y-%m-%d %H:%M}" == "2025-09-28 15:40"
    late = story.attempt("PG-5-2", "2025-09-28 15:41", "", None, {})
    assert engine.is_late(story.procedure, story.facts, late)
    assert "前一环节未完成：批准先行登记保存" in sentences(story.ask("PG-5-3", "2025-09-29", disposal=["record"]))


def test_a_refused_approval_ends_it():
    story = preservation().take("PG-5-1", "2025-09-25 09:00").take("PG-5-2", "2025-09-25 10:00", "refused")
    assert engine.is_over(story.procedure, story.facts)


def test_only_the_head_approves_and_deals_with_it():
    story = preserved()
    assert "只能由" in sentences(story.ask("PG-5-3", "2025-10-09", by=story.facts.officers, disposal=["record"]))
    assert not story.ask("PG-5-3", "2025-10-09", by=(HEAD,), disposal=["record"])


def test_a_disposal_noted_as_an_event_ends_it_too():
    story = preserved().event("disposed", "2025-10-09")
    assert engine.is_over(story.procedure, story.facts)


def test_it_is_opened_from_the_penalty_case():
    assert not filed().ask("PG-5", "2025-07-10", reason="可能转移")
    assert filed().gates("PG-5", "2025-07-10", by=(filed().facts.officers[0],)) == ["G-01"]
