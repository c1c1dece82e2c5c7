"""应急征用: for an emergency, approved or made up in a day, listed, returned, compensated, and only then closed."""

from __future__ import annotations

from lantai.law import engine
from lantai.law.procedures.requisition_emergency import REQUISITION_EMERGENCY as REQUISITION
from lantai.law.tests.stories import GENERAL, Story, sentences
from lantai.law.unsettled import unsettled

ITEMS = [{"name": "挖掘机"}, {"name": "排水泵"}]


def asked(**stated) -> Story:
    return Story(REQUISITION, GENERAL).take("RQ-1", "2026-02-20 08:00", **stated)


def reviewed() -> Story:
    return asked().take("RQ-2", "2026-02-20 09:00", "approved").take("RQ-2-1", "2026-02-20 10:00", "agree")


def on_the_spot() -> Story:
    """In the holiday of Spring Festival, at 15:40 on 20 February 2026."""
    return asked(emergency=True).take("RQ-3", "2026-02-20 15:40", items=ITEMS)


def taken() -> Story:
    return reviewed().take("RQ-3", "2026-02-20 11:00", items=ITEMS).take("RQ-4", "2026-02-20 12:00")


def returned(**stated) -> Story:
    return taken().take("RQ-5", "2026-02-28", "all", returned_items=ITEMS, **stated)


def decided(money: str = "36000") -> Story:
    story = returned().take("RQ-6-1", "2026-03-04", use_money=money).take("RQ-6-2", "2026-03-05", "agree")
    return story.take("RQ-6", "2026-03-06", use_money=money)


def test_approved_and_reviewed_before_or_on_the_spot():
    assert not reviewed().ask("RQ-3", "2026-02-20 11:00", items=ITEMS)
    assert "没有经负责人批准" in sentences(
        asked().put("RQ-2-1", "2026-02-20 09:00", "agree").ask("RQ-3", "2026-02-20 11:00")
    )
    assert asked().take("RQ-2", "2026-02-20 09:00").gates("RQ-3", "2026-02-20 11:00") == ["G-06"]
    assert not asked(emergency=True).ask("RQ-3", "2026-02-20 15:40")


def test_approval_is_made_up_within_24_hours_through_the_holiday():
    story = on_the_spot()
    assert f"{story.due('RQ-2', '2026-02-21').due_at:%Y-%m-%d %H:%M}" == "2026-02-21 15:40"
    assert not story.ask("RQ-2", "2026-02-21 15:40", "approved")
    assert "二十四小时" in sentences(story.ask("RQ-2", "2026-02-21 15:41", "approved"))
    assert "立即返还" in sentences(story.ask("RQ-2", "2026-02-21 10:00", "refused"))
    assert "立即返还" in sentences(story.ask("RQ-4", "2026-02-21 15:41"))
    story.take("RQ-2", "2026-02-21 10:00", "disagreed")
    assert story.ask("RQ-4", "2026-02-21 11:00")
    assert not story.ask("RQ-5", "2026-02-21 11:00", "all", returned_items=ITEMS)


def test_returned_is_what_stands_on_the_list():
    story = taken()
    assert "排水泵没有返还" in sentences(story.ask("RQ-5", "2026-02-28", "all", returned_items=ITEMS[:1]))
    assert story.ask("RQ-5", "2026-02-28", "all", returned_items=[])
    story.take("RQ-5", "2026-02-28", "part", returned_items=ITEMS[:1])
    assert "unreturned" in [u.code for u in unsettled(story.facts)]
    assert story.ask("RQ-6-1", "2026-03-04", use_money="1")
    assert not story.ask("RQ-5", "2026-03-01", "all", returned_items=ITEMS[1:])


def test_the_compensation_is_the_one_that_was_reviewed():
    story = returned().take("RQ-6-1", "2026-03-04", use_money="36000")
    assert story.gates("RQ-6", "2026-03-06", use_money="36000") == ["G-06"]
    assert story.take("RQ-6-2", "2026-03-05", "supplement").gates("RQ-6", "2026-03-06", use_money="36000") == ["G-06"]
    story.take("RQ-6-2", "2026-03-05 10:00", "agree")
    assert story.gates("RQ-6", "2026-03-06", use_money="30000") == ["G-06"]
    assert not story.ask("RQ-6", "2026-03-06", use_money="36000")


def test_nothing_is_closed_before_return_and_payment():
    story = taken().take("RQ-3-1", "2026-02-24", "published")
    assert "G-16" in story.gates("RQ-8", "2026-03-10")
    story = decided().take("RQ-3-1", "2026-03-07", "published")
    assert "uncompensated" in [u.code for u in unsettled(story.facts)]
    assert "尚差6,000元" in sentences(story.ask("RQ-7", "2026-03-10", paid="30000"))
    story.take("RQ-7", "2026-03-10", paid="36000").take("RQ-8", "2026-03-12").take("RQ-9", "2026-03-13")
    assert engine.is_over(REQUISITION, story.facts)


def test_a_refused_request_is_closed():
    story = asked().take("RQ-2", "2026-02-20 09:00", "refused")
    story.take("RQ-8", "2026-02-21").take("RQ-9", "2026-02-22")
    assert engine.is_over(REQUISITION, story.facts)
