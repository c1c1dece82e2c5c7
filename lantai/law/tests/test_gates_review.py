"""G-06, G-08: what the order of review, hearing, discussion and draft does to a decision."""

from lantai.law.tests.stories import (
    GENERAL,
    investigated,
)


def major(**flags):
    """A case of public interest, its draft reviewed on 28 July and notified."""
    story = investigated(GENERAL).flag(public_interest=True, fine=500, draft_digest="一稿", **flags)
    story.take("PG-9", "2025-07-28", "agree", approving=True, draft="一稿")
    return story.take("PG-10", "2025-08-04", fine=500, mode="SV-1").take("PG-11", "2025-08-12", "lapsed")


def test_a_draft_changed_after_the_review_is_reviewed_again():
    story = major().event("draft_changed", "2025-08-13").flag(draft_digest="二稿")
    assert story.gates("PG-14", "2025-08-20") == ["G-06"]
    story.take("PG-9", "2025-08-18", "agree", approving=True, draft="二稿")
    assert story.gates("PG-14", "2025-08-20") == []


def test_new_evidence_takes_the_force_from_the_review():
    story = major().take("PG-4", "2025-08-13")
    assert "G-06" in story.gates("PG-14", "2025-08-20")
    assert story.state("PG-8", "2025-08-20").state == "open"


def test_after_a_hearing_it_is_reviewed_again(heard_case):
    heard_case.take("PG-12", "2025-08-29", chair=11, av=True, minutes=True).take("H-6", "2025-09-01")
    found = heard_case.ask("PG-14", "2025-09-10")
    assert {r.gate for r in found} == {"G-06"}
    assert heard_case.waits_for("2025-09-01 10:00") == "PG-9"
    heard_case.take("PG-9", "2025-09-08", "agree", approving=True)
    assert heard_case.ask("PG-14", "2025-09-10") == ()


def test_a_review_on_the_day_before_the_hearing_is_not_after_it(heard_case):
    heard_case.put("PG-9", "2025-08-28", "agree", approving=True)
    heard_case.take("PG-12", "2025-08-29", chair=11, av=True, minutes=True).take("H-6", "2025-09-01")
    assert "G-06" in heard_case.gates("PG-14", "2025-09-10")


def test_a_discussion_before_the_draft_changed_does_not_count():
    story = major(complex=True)
    story.take("PG-13", "2025-08-18", attendees=[6, 7]).event("draft_changed", "2025-08-19").flag(draft_digest="二稿")
    story.take("PG-9", "2025-08-20", "agree", approving=True, draft="二稿")
    assert story.gates("PG-14", "2025-08-21") == ["G-08"]
