"""行政检查: G-14, the order of its steps, the yearly cap with its exceptions, follow-ups and what the result may say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lantai.law import conditions, documents, engine, inspections
from lantai.law.facts import InspectionFacts
from lantai.law.procedures.inspection_ordinary import INSPECTION_ORDINARY
from lantai.law.specimens.case import context
from lantai.law.tests.stories import HEAD, PAIR, Story, party, sentences

PUBLISHED = InspectionFacts(
    matter_from=date(2025, 1, 15),
    matter_source="检查事项清单",
    cap=2,
    cap_source="频次上限公告",
    beyond=inspections.BEYOND_CAP,
    uncounted=inspections.UNCOUNTED,
)
TWICE = replace(PUBLISHED, visits=(date(2025, 3, 4), date(2025, 6, 9)))
FAILED, PASSED = [{"item": "保质期", "result": "failed"}], [{"item": "保质期", "result": "passed"}]


def registered(known: InspectionFacts | None = PUBLISHED, at: str = "2025-09-01", **facts) -> Story:
    facts.setdefault("party", party())
    return Story(INSPECTION_ORDINARY, inspection=known, **facts).take("IN-1", at)


def planned(known: InspectionFacts | None = PUBLISHED, source: str = "random", outcome: str = "planned") -> Story:
    return registered(known).take("IN-2", "2025-09-01 10:00", outcome, inspection_source=source, officers=[1, 2])


def notified(**more) -> Story:
    return planned(**more).take("IN-3", "2025-09-01 15:00").take("IN-4", "2025-09-03 09:00")


def arrived(**more) -> Story:
    return notified(**more).take("IN-5", "2025-09-03 09:10", certificates_shown=True, scan_code="1")


def inspected(findings=FAILED) -> Story:
    return arrived().take("IN-6", "2025-09-03 09:30", findings=findings, signed=True)


# ---- G-14 --------------------------------------------------------------------------------------------------------


def test_a_published_matter_is_inspected_with_approval_within_the_cap():
    story = inspected(PASSED).take("IN-7", "2025-09-04", "none").take("IN-8", "2025-09-10").take("IN-9", "2025-09-11")
    assert engine.is_over(story.procedure, story.facts)


def test_without_approval_there_is_neither_notice_nor_entry():
    found = planned().ask("IN-4", "2025-09-02")
    assert [r.gate for r in found] == ["G-14"] and "批准" in sentences(found)
    assert "G-14" in planned().gates("IN-5", "2025-09-02")
    assert planned().take("IN-3", "2025-09-01 15:00", "refused").gates("IN-4", "2025-09-02") == [""]


def test_an_emergency_is_approved_afterwards_and_its_result_waits_for_that():
    story = planned(source="complaint", outcome="emergency")
    assert story.waits_for("2025-09-01 10:30") == "IN-4"
    story.take("IN-4", "2025-09-01 10:30").take("IN-5", "2025-09-01 11:00", scan_code="1").take(
        "IN-6", "2025-09-01 11:30"
    )
    assert story.gates("IN-7", "2025-09-01 15:00", "none") == ["G-14"]
    assert story.due("IN-5-1", "2025-09-02").legal_due == date(2025, 9, 3)
    assert story.gates("IN-3", "2025-09-01 16:00") == [""]
    story.take("IN-5-1", "2025-09-02", by=(HEAD,))
    assert not story.ask("IN-7", "2025-09-02 10:00", "none")


def test_an_emergency_that_the_head_does_not_accept_ends_at_once():
    story = planned(source="complaint", outcome="emergency").take("IN-4", "2025-09-01 10:30")
    story.take("IN-5", "2025-09-01 11:00", scan_code="1").take("IN-5-1", "2025-09-01 12:00", "disagreed")
    assert story.ask("IN-6", "2025-09-01 13:00") and story.waits_for("2025-09-01 13:00") == "IN-9"


@pytest.mark.parametrize("source", sorted(inspections.BEYOND_CAP | inspections.UNCOUNTED))
def test_clues_requests_and_campaigns_from_above_may_go_over_the_cap(source):
    story = registered(TWICE).take("IN-2", "2025-09-01 10:00", inspection_source=source)
    assert inspections.goes_beyond(story.facts, date(2025, 9, 1)) == (source in inspections.BEYOND_CAP)


# ---- the order, the people, the record ---------------------------------------------------------------------------


def test_a_plan_returned_by_the_head_is_made_anew():
    story = planned().take("IN-3", "2025-09-01 15:00", "returned")
    assert story.waits_for("2025-09-01 16:00") == "IN-2"
    story.take("IN-2", "2025-09-02", inspection_source="random", officers=[1, 2])
    assert story.waits_for("2025-09-02 10:00") == "IN-3"


def test_only_a_head_approves():
    assert "只能由" in sentences(planned().ask("IN-3", "2025-09-01 15:00", by=PAIR))


# ---- the result --------------------------------------------------------------------------------------------------


def test_a_new_record_takes_the_force_from_the_result():
    story = inspected().take("IN-7", "2025-09-04", "correct").take("IN-6", "2025-09-05", findings=PASSED)
    assert story.waits_for("2025-09-05 10:00") == "IN-7"


def test_an_order_to_correct_is_checked_before_the_file_is_closed():
    story = inspected().take("IN-7", "2025-09-04", "correct").take("IN-8", "2025-09-10")
    assert conditions.owed("correction_ordered", story.facts)
    assert "核查整改情况" in sentences(story.ask("IN-9", "2025-09-11"))
    assert not story.take("IN-7-1", "2025-09-20", "corrected").ask("IN-9", "2025-09-21")


def test_a_suspected_violation_is_handed_over_before_the_file_is_closed():
    story = inspected().take("IN-7", "2025-09-04", "penalty").take("IN-8", "2025-09-10")
    assert "移送立案" in sentences(story.ask("IN-9", "2025-09-11"))
    assert story.gates("IN-7-1", "2025-09-11") == [""]
    assert not story.take("IN-7-2", "2025-09-10 10:00").ask("IN-9", "2025-09-11")


def test_the_result_is_published_within_twenty_working_days_over_national_day():
    story = inspected().take("IN-7", "2025-09-04", "penalty")
    assert story.due("IN-8", "2025-09-05").legal_due == date(2025, 10, 9)


# ---- the forms ---------------------------------------------------------------------------------------------------


def test_the_notice_tells_people_frequency_discipline_and_rights():
    fields = documents.compose("inspection_notice", context("inspection_notice"))
    text = "\n".join(documents.texts(fields))
    for needed in (*inspections.DISCIPLINE, "43040000000001", "年度检查频次上限为2次", "回避", "投诉、举报"):
        assert needed in text


def test_the_record_prints_every_item_with_its_result_and_the_earlier_findings():
    fields = documents.compose("inspection_record", context("inspection_record"))
    assert ["1", "食品保质期", "不符合要求", "苏打饼干12袋超过保质期"] in fields["findings"]
    assert "进货查验记录不全" in "".join(fields["earlier"])


def test_the_frequency_is_told_in_one_sentence():
    day = date(2025, 9, 1)
    assert "尚未" in inspections.frequency(InspectionFacts(), day)
    assert "此前已检查2次" in inspections.frequency(TWICE, day)
    assert "可以超出频次上限" in inspections.frequency(TWICE, day, "complaint")
    assert "不计入" in inspections.frequency(TWICE, day, "superior")
