"""G-04 first the notice, then the windows, then the decision; G-05 nothing heavier than notified."""

from lantai.law.tests.stories import GENERAL, MARKET, investigated, notified, ready, sentences


def test_after_the_window_the_penalty_may_be_decided():
    assert ready(fine=8000).gates("PG-14", "2025-08-20", fine=8000) == []


def test_without_a_notice_no_penalty_is_decided():
    story = investigated(GENERAL)
    assert story.gates("PG-14", "2025-08-20", fine=500) == ["", "G-04"]
    assert "第六十二条" in sentences(story.ask("PG-14", "2025-08-20", fine=500))


def test_inside_the_window_no_penalty_is_decided():
    story = notified(fine=8000).take("PG-11", "2025-08-06", "made", content="有异议", accepted="none", reply="不采纳")
    assert story.gates("PG-14", "2025-08-08", fine=8000) == ["G-04"]


def test_the_last_day_of_the_window_belongs_to_the_party():
    story = notified(fine=8000).take("PG-11", "2025-08-06", "made", content="有异议", accepted="none", reply="不采纳")
    assert story.gates("PG-14", "2025-08-11", fine=8000) == ["G-04"]
    assert story.gates("PG-14", "2025-08-12", fine=8000) == []


def test_an_express_waiver_opens_the_window():
    assert notified(fine=8000).take("PG-11", "2025-08-05", "waived").gates("PG-14", "2025-08-06", fine=8000) == []
    assert notified(fine=8000).event("waiver", "2025-08-05").gates("PG-14", "2025-08-06", fine=8000) == []


def test_a_waiver_before_the_notice_is_none():
    story = notified(fine=8000).event("waiver", "2025-08-01")
    assert "G-04" in story.gates("PG-14", "2025-08-06", fine=8000)


def test_a_notice_by_letter_that_has_not_come_back_is_not_served():
    story = investigated().take("PG-9", "2025-07-28", approving=True)
    story.take("PG-10", "2025-08-04", fine=8000, mode="SV-4", reason="路途遥远", proofs=["postal_receipt"])
    story.put("PG-11", "2025-08-20", "lapsed")
    assert story.gates("PG-14", "2025-08-25", fine=8000) == ["G-04"]
    story.event("service_completed", "2025-08-07", step="PG-10", effective_on="2025-08-07")
    assert story.gates("PG-14", "2025-08-25", fine=8000) == []


def test_an_announced_notice_counts_from_the_thirtieth_day():
    story = investigated().take("PG-9", "2025-07-28", approving=True)
    proofs = ["announcement_text", "reason_note"]
    story.take("PG-10", "2025-08-04", fine=8000, mode="SV-6", reason="下落不明", proofs=proofs)
    story.put("PG-11", "2025-08-12", "lapsed")
    assert story.gates("PG-14", "2025-09-02", fine=8000) == ["G-04"]
    assert story.gates("PG-14", "2025-09-11", fine=8000) == []


def test_a_party_lets_the_window_lapse_only_when_it_is_over():
    found = notified(fine=8000).ask("PG-11", "2025-08-11", "lapsed")
    assert "2025年8月11日，尚未届满" in sentences(found)
    assert not notified(fine=8000).ask("PG-11", "2025-08-12", "lapsed")


def test_a_fine_inside_article_63_needs_the_hearing_notice():
    story = notified(GENERAL, fine=20_000).take("PG-11", "2025-08-12", "lapsed")
    found = story.ask("PG-14", "2025-08-20", fine=20_000)
    assert "G-04" in {r.gate for r in found}
    assert "没有告知要求听证的权利" in sentences(found)


def test_a_notice_that_denies_the_hearing_right_is_refused():
    story = investigated(GENERAL).flag(fine=20_000).take("PG-9", "2025-07-28", approving=True)
    assert "应当告知要求听证的权利" in sentences(story.ask("PG-10", "2025-08-04", fine=20_000, hearing_right=False))
    assert not story.ask("PG-10", "2025-08-04", fine=19_999, hearing_right=False)


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


def test_the_notified_fine_may_be_lowered_but_not_raised():
    story = ready(fine=8000)
    assert story.gates("PG-14", "2025-08-20", fine=6000) == []
    assert story.gates("PG-14", "2025-08-20", fine=8001) == ["G-05"]


def test_a_kind_that_was_not_notified_is_heavier():
    story = ready(fine=8000, penalty_kinds=["fine"])
    assert story.gates("PG-14", "2025-08-20", fine=8000, penalty_kinds=["fine", "licence_withheld"]) == ["G-05"]


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


def test_more_gains_than_notified_are_heavier():
    story = ready(MARKET, fine=8000, gains=1000)
    assert story.gates("PG-14", "2025-08-20", fine=8000, gains=2000) == ["G-05"]
