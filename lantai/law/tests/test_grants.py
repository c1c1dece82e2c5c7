"""行政许可: what the second reading found: silence, hearing, prior review, extension and alteration at their edges."""

from __future__ import annotations

from datetime import date

from lantai.law.tests.stories import CHAIR, PAIR, Story, sentences
from lantai.law.tests.test_licences import DENIED, ONE, accepted, applied, examined

LETTER = {"mode": "SV-4", "proofs": ["postal_receipt"], "reason": "在外地"}
TO_RENEW = {"application_kind": "renewal", "valid_to": "2026-04-30"}


def arrived(story: Story, step: str, day: str) -> Story:
    return story.event("service_completed", f"{day} 09:00", step=step, effective_on=day)


def test_silence_renews_nothing_while_the_applicant_owes_what_he_was_asked_for():
    story = applied(stated=TO_RENEW).take("LI-2", "2026-02-12", "supplement", by=ONE, missing="场所证明")
    story.event("materials_completed", "2026-05-06")
    assert "届满时申请尚未受理" in sentences(story.ask("LI-11", "2026-05-07", "renewed_by_silence", by=ONE))
    story.take("LI-3", "2026-05-07", "on_paper", by=ONE)
    assert not story.ask("LI-11", "2026-05-08", "renewal_denied", **DENIED)


def test_what_is_decided_is_no_longer_refused_at_the_window():
    story = applied().take("LI-2", "2026-02-12", "supplement", by=ONE, missing="场所证明")
    story.event("materials_completed", "2026-03-02").take("LI-3", "2026-03-03", "on_paper", by=ONE)
    assert not story.ask("LI-2", "2026-03-04", "false_material", by=ONE)
    story.take("LI-8", "2026-03-04 10:00", "granted")
    assert "已经作出许可决定" in sentences(story.ask("LI-2", "2026-03-05", "false_material", by=ONE))
    assert not story.ask("LI-2", "2026-03-05", "accepted", by=ONE)


def test_nothing_is_altered_that_nobody_applied_to_alter():
    story = examined().take("LI-8", "2026-03-10", "granted")
    assert "申请变更、延续" in sentences(story.ask("LI-11", "2026-03-11", "changed"))


def test_what_was_heard_is_not_unsaid_by_giving_the_hearing_up():
    story = examined(major_interest=True).take("LI-4", "2026-03-04", by=ONE, mode="SV-1")
    story.take("LI-4-1", "2026-03-04 15:00", "made", by=ONE).take("LI-5-1", "2026-03-04 16:00", "right", by=ONE)
    story.take("LI-5-2", "2026-03-05", "asked", by=ONE)
    story.take("LI-5-3", "2026-03-06", by=(CHAIR,), hearing_on="2026-03-18", mode="SV-1")
    story.take("LI-5", "2026-03-18", by=(CHAIR,), av=True)
    assert "尚未听证" in sentences(story.ask("LI-5-2", "2026-03-19", "waived", by=ONE))
    assert "没有根据听证笔录" in sentences(story.ask("LI-8", "2026-03-19", "granted", by_minutes=False))


def test_nobody_lets_a_hearing_or_his_say_go_by_before_the_letter_has_reached_him():
    story = examined(major_interest=True).take("LI-4", "2026-03-04", by=ONE, **LETTER)
    story.take("LI-4-1", "2026-03-05", "none", by=ONE).take("LI-5-1", "2026-03-05 15:00", "right", by=ONE, **LETTER)
    said = sentences(story.ask("LI-8", "2026-03-20", "granted"))
    assert "尚未送达利害关系人" in said
    assert "要求听证的期限尚未届满" in said
    arrived(arrived(story, "LI-4", "2026-03-09"), "LI-5-1", "2026-03-09")
    assert "期限至2026年3月16日尚未届满" in sentences(story.ask("LI-8", "2026-03-16", "granted"))
    assert not story.ask("LI-8", "2026-03-17", "granted")


def test_a_hearing_by_office_found_needed_later_is_announced_all_the_same():
    story = examined(major_interest=True).take("LI-4", "2026-03-04", by=ONE, mode="SV-1")
    story.take("LI-4-1", "2026-03-04 15:00", "made", by=ONE).take("LI-5-1", "2026-03-04 16:00", "right", by=ONE)
    story.take("LI-5-2", "2026-03-05", "waived", by=ONE)
    assert not story.ask("LI-8", "2026-03-06", "granted")
    story.take("LI-3", "2026-03-06", "verified", by=PAIR, hearing_by_office=True)
    assert "没有向社会公告" in sentences(story.ask("LI-8", "2026-03-09", "granted"))


def test_what_has_run_out_is_not_lengthened():
    assert not accepted().ask("LI-8-1", "2026-03-30", days=10, reasons_told=True)
    assert "审查期限已经届满" in sentences(accepted().ask("LI-8-1", "2026-03-31", days=10, reasons_told=True))


def test_no_extension_carries_a_renewal_beyond_the_end_of_the_licence():
    story = accepted(stated=TO_RENEW).take("LI-8-1", "2026-03-20", days=10, reasons_told=True)
    assert story.due("LI-11").legal_due == date(2026, 4, 30)


def test_the_agency_below_reviews_before_the_decision_and_not_after_it():
    story = accepted(stated={**TO_RENEW, "prior_review": True})
    assert not story.ask("LI-7", "2026-03-03", by=ONE)
    story.take("LI-11", "2026-05-06", "renewed_by_silence", by=ONE)
    assert story.ask("LI-7", "2026-05-07", by=ONE)
