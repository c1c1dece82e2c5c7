"""移送涉嫌犯罪: the chief decides in three days, the police have it a day later, and no penalty stands in for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lantai.law import engine
from lantai.law.procedures.transfer_criminal import TRANSFER_CRIMINAL
from lantai.law.tests.stories import CHIEF, GENERAL, HEAD, OFFICER_A, Story, ready, sentences


def reported() -> Story:
    return Story(TRANSFER_CRIMINAL, GENERAL).take("XF-1", "2025-09-05 10:00")  # a Friday


def handed_over() -> Story:
    story = reported().take("XF-2", "2025-09-08 16:00", "approved", by=(CHIEF,))
    return story.take("XF-3", "2025-09-09 09:00")


def test_only_the_chief_decides_and_within_three_days():
    story = reported()
    assert "只能由主要负责人办理" in sentences(story.ask("XF-2", "2025-09-08", "approved", by=(HEAD,)))
    assert not story.ask("XF-2", "2025-09-08", "approved", by=(CHIEF,))
    assert story.due("XF-2").raw_due.isoformat() == "2025-09-08"
    late = story.attempt("XF-2", "2025-09-09", "approved", (CHIEF,), {})
    assert engine.is_late(story.procedure, story.facts, late)
    assert story.gates("XF-1", "2025-09-06", by=(OFFICER_A,)) == ["", "G-01"]


def test_twenty_four_hours_to_the_police_through_the_weekend():
    story = reported().take("XF-2", "2025-09-05 17:30", "approved", by=(CHIEF,))
    assert f"{story.due('XF-3').due_at:%Y-%m-%d %H:%M}" == "2025-09-06 17:30"


def test_a_refusal_is_recorded_and_ends_the_transfer():
    story = reported().take("XF-2", "2025-09-08", "refused", by=(CHIEF,), refusal_reason="未达追诉标准")
    assert engine.is_over(story.procedure, story.facts)


@pytest.mark.parametrize("fate", ["refused", "filed", "not_filed"])
def test_the_clue_of_a_duty_crime_is_owed_whatever_becomes_of_the_transfer(fate):
    if fate == "refused":
        story = reported().take("XF-2", "2025-09-08", "refused", by=(CHIEF,), refusal_reason="未达追诉标准")
    else:
        ways = {"filed": "XF-5", "not_filed": "XF-8"}
        story = handed_over().take("XF-4", "2025-09-12", fate).take(ways[fate], "2025-09-13")
    assert engine.is_over(story.procedure, story.facts) and not story.waits_for("2025-09-16")
    assert not story.ask("XF-9", "2025-09-16", "commission")
    assert "已经" in sentences(story.ask("XF-3", "2025-09-16"))
    assert "已经办结" in sentences(
        story.take("XF-9", "2025-09-16", "commission").ask("XF-9", "2025-09-17", "commission")
    )


def test_goods_under_a_measure_go_along_and_the_party_is_told():
    story = reported().take("XF-2", "2025-09-08", "approved", by=(CHIEF,))
    assert "第二十一条" in sentences(story.ask("XF-3", "2025-09-08 17:00", measures_told=False))
    assert "调查报告" in sentences(story.ask("XF-3", "2025-09-08 17:00", report_attached=False))


def test_filed_the_items_follow_in_three_days():
    story = handed_over().take("XF-4", "2025-09-12", "filed")
    assert story.due("XF-5").raw_due.isoformat() == "2025-09-15"
    assert "适用条件" in sentences(story.ask("XF-8", "2025-09-13"))
    assert engine.is_over(story.procedure, story.take("XF-5", "2025-09-15").facts)


def test_passed_on_it_goes_on_waiting_for_an_answer():
    story = handed_over().take("XF-4", "2025-09-10", "passed_on")
    assert story.waits_for("2025-09-11") == "XF-4"
    assert story.take("XF-4", "2025-09-15", "filed").waits_for("2025-09-16") == "XF-5"


def test_an_objection_within_three_days_and_the_case_goes_on_only_after_its_answer():
    story = handed_over().take("XF-4", "2025-09-12", "not_filed")
    assert "期限" in sentences(story.ask("XF-6", "2025-09-16", "police"))
    story.take("XF-6", "2025-09-15", "police")
    assert "尚无结果" in sentences(story.ask("XF-8", "2025-09-16"))
    story.take("XF-7", "2025-09-17", "upheld")
    assert engine.is_over(story.procedure, story.take("XF-8", "2025-09-18").facts)
    won = handed_over().take("XF-4", "2025-09-12", "not_filed").take("XF-6", "2025-09-15", "police")
    assert won.take("XF-7", "2025-09-17", "filed").waits_for("2025-09-18") == "XF-5"


def test_after_the_reconsideration_three_days_more_to_go_to_the_procuratorate_and_to_nobody_twice():
    story = handed_over().take("XF-4", "2025-09-12", "not_filed").take("XF-6", "2025-09-15", "police")
    story.take("XF-7", "2025-09-18", "upheld")
    assert not story.ask("XF-6", "2025-09-21", "procuratorate")  # 自收到复议决定通知书之日起
    assert story.due("XF-6").raw_due.isoformat() == "2025-09-21"
    again = story.ask("XF-6", "2025-09-19", "police")
    assert "第九条第二款" in sentences(again) and "复议" in sentences(again)
    late = sentences(story.ask("XF-6", "2025-09-23", "procuratorate"))
    assert "期限" in late and "第九条第二款" in late
    story.take("XF-6", "2025-09-21", "procuratorate").take("XF-7", "2025-09-25", "upheld")
    assert "监督已有结果" in sentences(story.ask("XF-6", "2025-09-26", "procuratorate"))


def decided_while(transfer: Story) -> tuple:
    story = ready(GENERAL, fine=500)
    story.facts = replace(story.facts, children=(transfer.facts,))
    return story.ask("PG-14", "2025-09-20", "penalty", fine=500), story


@pytest.mark.parametrize("state", ["reported", "handed_over", "filed"])
def test_no_penalty_instead_of_a_transfer(state):
    transfer = {"reported": reported, "handed_over": handed_over}.get(state, handed_over)()
    if state == "filed":
        transfer.take("XF-4", "2025-09-12", "filed")
    found, story = decided_while(transfer)
    assert "不得以行政处罚代替移送" in sentences(found)
    assert not story.ask("PG-14", "2025-09-20", "transfer_criminal", by=(CHIEF,))


def test_not_filed_the_penalty_case_goes_on():
    assert not decided_while(handed_over().take("XF-4", "2025-09-12", "not_filed"))[0]
    refused = reported().take("XF-2", "2025-09-08", "refused", by=(CHIEF,))
    assert not decided_while(refused)[0]


def test_the_letter_is_issued_once():
    _, story = decided_while(handed_over().take("XF-4", "2025-09-12", "filed"))
    assert engine.documents_of(story.procedure, story.facts, "PG-14", "transfer_criminal") == ()
    story.facts = replace(story.facts, children=())
    assert "criminal_transfer" in engine.documents_of(story.procedure, story.facts, "PG-14", "transfer_criminal")
