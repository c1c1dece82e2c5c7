"""What a second reading of the rules found: each disagreement of the chance run, kept as one short case."""

from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.law.tests.stories import (
    CHAIR,
    GENERAL,
    PAIR,
    Story,
    filed,
    notified,
    preservation,
    ready,
    sentences,
    summary,
)


def decided(**stated):
    story = ready(GENERAL, fine=500)
    return story.take("PG-14", "2025-08-13", "penalty", fine=500, **stated)


def test_what_leads_to_a_decision_is_past_once_it_is_made():
    story = decided()
    for step in ("PG-4", "PG-10", "PG-11", "PG-9", "H-1"):
        assert "本案已经作出决定（给予行政处罚），不再办理" in sentences(story.ask(step, "2025-08-14", mode="SV-1"))
    assert story.state("PG-9", "2025-08-14").state == "not_owed"
    assert story.waits_for("2025-08-14") == "PG-15"
    on_the_spot = summary(GENERAL).take("PS-4", "2025-07-03 09:40", fine=100, mode="SV-8")
    assert "不再办理" in sentences(on_the_spot.ask("PS-3", "2025-07-03 09:50"))


def test_what_the_police_return_opens_the_case_again():
    story = filed().take("PG-4", "2025-07-10").take("PG-8", "2025-07-21")
    story.take("PG-14", "2025-08-20", "transfer_criminal").event("police_returned", "2025-09-01")
    assert not story.ask("PG-4", "2025-09-02")


def test_a_second_service_does_not_undo_what_was_paid():
    story = decided().take("PG-15", "2025-08-14", mode="SV-1").take("PG-16", "2025-08-15", "published")
    story.take("PG-17", "2025-08-20", "full", amount=500, receipt_no="1")
    story.take("PG-15", "2025-08-21", mode="SV-1")
    assert not story.ask("PG-21", "2025-08-22")


def test_a_warning_in_the_place_of_a_fine_is_not_heavier():
    story = ready(GENERAL, fine=500)
    assert not story.flag(fine=0).ask("PG-14", "2025-08-13", "penalty", fine=0, penalty_kinds=["warning"])
    assert "增加罚款" in sentences(
        ready(GENERAL, penalty_kinds=["warning"]).flag(penalty_kinds=["fine"]).ask("PG-14", "2025-08-13", "penalty")
    )


def test_cash_that_was_never_collected_cannot_be_handed_in():
    story = summary(GENERAL).take("PS-4", "2025-07-03 09:40", fine=100, mode="SV-8")
    assert "前一环节未完成" in sentences(story.ask("PS-5", "2025-07-03 10:00", "handed_in"))
    story.take("PS-5", "2025-07-03 10:00", "collected", collection="small", receipt_no="1", amount=100)
    assert not story.ask("PS-5", "2025-07-03 11:00", "handed_in", collection="small")


def test_the_seven_days_of_a_preservation_run_from_the_act_even_if_its_paper_is_posted():
    story = preservation().take("PG-5-1", "2025-07-01").take("PG-5-2", "2025-07-01 10:00", "approved")
    story.take("PG-5", "2025-07-02", mode="SV-4", proofs=["postal_receipt"], reason="当事人在外地")
    assert "期限已于2025年7月11日届满" in sentences(story.ask("PG-5-3", "2025-07-14", "disposed"))


def test_one_letter_that_tells_of_penalty_and_hearing_arrives_as_both():
    story = notified(GENERAL, fine=50_000, hearing_right=True)
    posted = Story(PENALTY_ORDINARY, GENERAL, flags=story.facts.flags)
    posted.facts = story.facts
    told = {"fine": 50_000, "hearing_right": True, "mode": "SV-4", "proofs": ["postal_receipt"], "reason": "在外地"}
    posted.take("PG-10", "2025-08-05", **told)
    posted.event("service_completed", "2025-08-08", step="PG-10", effective_on="2025-08-07")
    assert "期限已于2025年8月14日届满" in sentences(posted.ask("H-2", "2025-08-15", "asked"))
    assert not posted.ask("H-2", "2025-08-14", "asked")


def test_evidence_is_not_examined_in_a_hearing_that_nobody_called(heard_case):
    uncalled = notified(GENERAL, fine=50_000, hearing_right=True).take("H-2", "2025-08-07", "asked")
    assert "前一环节未完成：听证通知" in sentences(uncalled.ask("H-5", "2025-08-29", by=(CHAIR,), av=True))
    assert not heard_case.ask("H-5", "2025-08-29", by=(CHAIR,), av=True)
    assert heard_case.ask("H-5", "2025-08-29", by=PAIR, av=True)
