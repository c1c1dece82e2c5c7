"""G-04, G-05 through the steps: windows, waivers and new notices."""

from lantai.law.tests.stories import GENERAL, investigated, notified, ready, sentences


def test_the_last_day_of_the_window_belongs_to_the_party():
    story = notified(fine=8000).take("PG-11", "2025-08-06", "made", content="有异议", accepted="none", reply="不采纳")
    assert story.gates("PG-14", "2025-08-11", fine=8000) == ["G-04"]
    assert story.gates("PG-14", "2025-08-12", fine=8000) == []


def test_an_announced_notice_counts_from_the_thirtieth_day():
    story = investigated().take("PG-9", "2025-07-28", approving=True)
    proofs = ["announcement_text", "reason_note"]
    story.take("PG-10", "2025-08-04", fine=8000, mode="SV-6", reason="下落不明", proofs=proofs)
    story.put("PG-11", "2025-08-12", "lapsed")
    assert story.gates("PG-14", "2025-09-02", fine=8000) == ["G-04"]
    assert story.gates("PG-14", "2025-09-11", fine=8000) == []


def test_while_a_hearing_may_still_be_asked_for_nothing_is_decided():
    story = notified(GENERAL, fine=20_000, hearing_right=True).take("PG-11", "2025-08-05", "waived")
    assert story.gates("PG-14", "2025-08-11", fine=20_000) == ["G-04"]
    assert story.gates("PG-14", "2025-08-12", fine=20_000) == []


def test_a_hearing_asked_for_after_five_working_days_is_refused_unless_excused():
    story = notified(GENERAL, fine=20_000, hearing_right=True)
    assert not story.ask("H-2", "2025-08-11", "asked")
    found = story.ask("H-2", "2025-08-12", "asked")
    assert "第六十四条第一款第一项" in sentences(found)
    assert not any(r.policy for r in found)
    assert not story.ask("H-2", "2025-08-12", "asked", late_reason="不可抗力")
    assert not story.ask("H-2", "2025-08-12", "asked", posted_on="2025-08-11")


def test_after_a_defence_it_is_the_statute_that_forbids_more():
    story = notified(fine=8000).take("PG-11", "2025-08-06", "made", content="有异议", accepted="none", reply="不采纳")
    (found,) = story.ask("PG-14", "2025-08-20", fine=9000)
    assert (found.gate, found.policy) == ("G-05", False)
    assert "第四十五条第二款" in found.sentence


def test_a_new_notice_cures_it():
    story = ready(fine=8000).take("PG-10", "2025-08-13", fine=9000, mode="SV-1")
    story.flag(fine=9000).take("PG-11", "2025-08-21", "lapsed")
    assert story.gates("PG-14", "2025-08-22", fine=9000) == []


def test_a_new_notice_takes_the_force_from_the_defence_before_it():
    story = ready(fine=8000).take("PG-10", "2025-08-13", fine=9000, mode="SV-1")
    assert story.state("PG-11", "2025-08-14").state == "open"
