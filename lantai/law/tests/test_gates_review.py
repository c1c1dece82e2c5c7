"""G-06 review of the very draft, G-07 who may review, G-08 collective discussion."""

from dataclasses import replace
from datetime import date

from lantai.law.people import Role
from lantai.law.tests.stories import (
    GENERAL,
    MARKET,
    OFFICER_A,
    REVIEWER,
    actor,
    investigated,
    notified,
    ready,
    sentences,
)


def major(**flags):
    """A case of public interest, its draft reviewed on 28 July and notified."""
    story = investigated(GENERAL).flag(public_interest=True, fine=500, draft_digest="一稿", **flags)
    story.take("PG-9", "2025-07-28", "agree", approving=True, draft="一稿")
    return story.take("PG-10", "2025-08-04", fine=500, mode="SV-1").take("PG-11", "2025-08-12", "lapsed")


def test_a_major_case_with_an_approving_review_may_be_decided():
    assert major().gates("PG-14", "2025-08-20") == []


def test_a_major_case_without_review_may_not():
    story = investigated(GENERAL).flag(fine=500).take("PG-10", "2025-08-04", fine=500, mode="SV-1")
    story.take("PG-11", "2025-08-12", "lapsed").flag(public_interest=True)
    assert story.gates("PG-14", "2025-08-20") == ["G-06"]
    assert "未经法制审核" in sentences(story.ask("PG-14", "2025-08-20"))


def test_a_review_that_does_not_agree_opens_nothing():
    story = major()
    story.put("PG-9", "2025-08-14", "correct", approving=False, draft="一稿")
    found = story.ask("PG-14", "2025-08-20")
    assert {r.gate for r in found} == {"G-06"}
    assert "审核意见：建议纠正" in sentences(found)


def test_a_draft_changed_after_the_review_is_reviewed_again():
    story = major().event("draft_changed", "2025-08-13").flag(draft_digest="二稿")
    assert story.gates("PG-14", "2025-08-20") == ["G-06"]
    story.take("PG-9", "2025-08-18", "agree", approving=True, draft="二稿")
    assert story.gates("PG-14", "2025-08-20") == []


def test_a_review_of_another_draft_does_not_count():
    story = major()
    story.flag(draft_digest="另稿")
    assert story.gates("PG-14", "2025-08-20") == ["G-06"]


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


def test_a_heavier_decision_is_judged_by_itself():
    story = ready(GENERAL, fine=500)
    assert "G-06" in story.gates("PG-14", "2025-08-20", fine=20_000)


def test_a_transfer_needs_no_review():
    story = investigated(GENERAL).flag(public_interest=True)
    assert story.gates("PG-14", "2025-08-20", "transfer_agency") == []


def test_no_handler_reviews_the_case():
    story = investigated().flag(fine=8000)
    handler = replace(OFFICER_A, roles=frozenset({Role.OFFICER, Role.REVIEWER}), legal_qualification="A1")
    assert story.gates("PG-9", "2025-07-28", "agree", by=(handler,)) == ["G-07"]
    assert story.gates("PG-9", "2025-07-28", "agree", by=(REVIEWER,)) == []


def test_a_first_time_reviewer_of_a_major_case_is_qualified():
    story = investigated(GENERAL).flag(public_interest=True, fine=500)
    newcomer = actor(20, Role.REVIEWER)
    assert story.gates("PG-9", "2025-07-28", "agree", by=(newcomer,)) == ["G-07"]
    assert "第五十八条第二款" in sentences(story.ask("PG-9", "2025-07-28", "agree", by=(newcomer,)))
    since_2019 = actor(20, Role.REVIEWER, first_review_on=date(2019, 5, 1))
    assert story.gates("PG-9", "2025-07-28", "agree", by=(since_2019,)) == ["G-07"]
    long_ago = actor(20, Role.REVIEWER, first_review_on=date(2016, 5, 1))
    assert story.gates("PG-9", "2025-07-28", "agree", by=(long_ago,)) == []


def test_the_audit_of_an_ordinary_case_asks_for_no_qualification():
    assert investigated().flag(fine=8000).gates("PG-9", "2025-07-28", by=(actor(20, Role.REVIEWER),)) == []


def test_a_complex_case_needs_the_minutes():
    story = major(complex=True)
    assert story.gates("PG-14", "2025-08-20") == ["G-08"]
    story.take("PG-13", "2025-08-18", attendees=[6, 7], conclusion="同意")
    assert story.gates("PG-14", "2025-08-20") == []


def test_one_head_alone_is_no_discussion():
    assert "至少应当2人" in sentences(major(complex=True).ask("PG-13", "2025-08-18", attendees=[6]))


def test_in_market_supervision_every_reviewed_penalty_is_discussed():
    story = notified(MARKET, fine=200_000, hearing_right=True).take("PG-11", "2025-08-12", "lapsed")
    assert story.gates("PG-14", "2025-08-20") == ["G-08"]
    assert "《市场监督管理行政处罚程序规定》第六十条" in sentences(story.ask("PG-14", "2025-08-20"))


def test_elsewhere_a_reviewed_penalty_need_not_be_discussed():
    assert major().gates("PG-14", "2025-08-20") == []
    strict = replace(GENERAL, policy={"collective_for_major": True})
    story = major()
    story.facts = replace(story.facts, agency=strict)
    assert story.gates("PG-14", "2025-08-20") == ["G-08"]


def test_minutes_that_sent_the_case_back_are_no_consent():
    story = major(complex=True)
    story.take("PG-13", "2025-08-18", "revise", attendees=[6, 7])
    assert story.gates("PG-14", "2025-08-20") == ["G-06", "G-08"]


def test_a_discussion_before_the_draft_changed_does_not_count():
    story = major(complex=True)
    story.take("PG-13", "2025-08-18", attendees=[6, 7]).event("draft_changed", "2025-08-19").flag(draft_digest="二稿")
    story.take("PG-9", "2025-08-20", "agree", approving=True, draft="二稿")
    assert story.gates("PG-14", "2025-08-21") == ["G-08"]


def test_a_decision_heavier_than_the_reviewed_draft_is_refused():
    story = ready(fine=8000).flag(fine=5000, draft_digest="一稿")
    assert "决定的内容重于拟处理意见" in sentences(story.ask("PG-14", "2025-08-20", fine=6000))
