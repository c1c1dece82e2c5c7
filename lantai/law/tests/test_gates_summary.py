"""简易程序 through its steps: heard first, reported, cash handed in, closed."""

from dataclasses import replace

from lantai.law.tests.stories import sentences, summary


def test_nothing_is_decided_on_the_spot_before_the_party_was_heard():
    story = summary()
    story.facts = replace(story.facts, taken=story.facts.taken[:2])
    assert "告知并听取陈述申辩" in sentences(story.ask("PS-4", "2025-07-03 10:00", fine=100))


def decided(fine):
    return summary().take("PS-4", "2025-07-03 10:00", fine=fine, mode="SV-8")


def test_the_cash_is_handed_in_within_two_working_days():
    story = decided(100).take("PS-5", "2025-07-03 10:10", "collected", collection="small", receipt_no="1", amount=100)
    assert str(story.due("PS-5").legal_due) == "2025-07-07"


def test_the_decision_is_reported_within_seven_working_days_and_the_case_closed():
    story = decided(100)
    assert str(story.due("PS-6").legal_due) == "2025-07-14"
    story.take("PS-6", "2025-07-04")
    story.take("PS-5", "2025-07-04", "collected", collection="small", receipt_no="1", amount=100)
    assert "尚未交至行政机关" in sentences(story.ask("PS-7", "2025-07-05"))
    story.take("PS-5", "2025-07-07", "handed_in", collection="small", handed_in_on="2025-07-07")
    story.take("PS-7", "2025-07-08")
    assert story.waits_for("2025-07-09") == ""


def test_an_unpaid_fine_keeps_it_open():
    assert decided(100).take("PS-6", "2025-07-04").gates("PS-7", "2025-07-08") == ["G-16"]
    paid = {"kind": "fine", "amount": 100, "receipt_no": "票1"}
    assert decided(100).take("PS-6", "2025-07-04").gates("PS-7", "2025-07-08", **paid) == []
    assert (
        decided(100).take("PS-6", "2025-07-04").event("payment", "2025-07-07", **paid).gates("PS-7", "2025-07-08") == []
    )
