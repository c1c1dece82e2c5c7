"""G-03 what may be decided on the spot, and what may be collected there."""

from dataclasses import replace

from lantai.law.tests.stories import party, sentences, summary


def test_a_company_may_be_fined_up_to_three_thousand_on_the_spot():
    assert summary().gates("PS-4", "2025-07-03 10:00", fine=3000) == []


def test_one_yuan_more_needs_the_ordinary_procedure():
    found = summary().ask("PS-4", "2025-07-03 10:00", fine=3001)
    assert [r.gate for r in found] == ["G-03"]
    assert "第五十一条" in sentences(found)
    assert "普通程序" in sentences(found)


def test_a_citizen_only_up_to_two_hundred():
    assert summary(party=party("person")).gates("PS-4", "2025-07-03 10:00", fine=200) == []
    assert summary(party=party("person")).gates("PS-4", "2025-07-03 10:00", fine=201) == ["G-03"]


def test_a_warning_may_be_given_but_no_public_criticism():
    assert summary().gates("PS-4", "2025-07-03 10:00", penalty_kinds=["warning"]) == []
    assert summary().gates("PS-4", "2025-07-03 10:00", penalty_kinds=["criticism"]) == ["G-03"]


def test_no_confiscation_on_the_spot():
    assert summary().gates("PS-4", "2025-07-03 10:00", fine=100, gains=50) == ["G-03"]


def test_nothing_is_decided_on_the_spot_before_the_party_was_heard():
    story = summary()
    story.facts = replace(story.facts, taken=story.facts.taken[:2])
    assert "告知并听取陈述申辩" in sentences(story.ask("PS-4", "2025-07-03 10:00", fine=100))


def test_no_more_than_was_told():
    story = summary()
    story.put("PS-3", "2025-07-03 09:40", fine=100)
    assert story.gates("PS-4", "2025-07-03 10:00", fine=200) == ["G-05"]


def decided(fine):
    return summary().take("PS-4", "2025-07-03 10:00", fine=fine, mode="SV-8")


def test_a_small_fine_may_be_collected_on_the_spot():
    assert not decided(100).ask("PS-5", "2025-07-03 10:10", "collected", collection="small", receipt_no="1")


def test_a_greater_fine_only_for_a_reason_of_the_law():
    story = decided(500)
    assert "不属于一百元以下" in sentences(story.ask("PS-5", "2025-07-03 10:10", collection="small", receipt_no="1"))
    assert "没有可以当场收缴罚款的法定情形" in sentences(story.ask("PS-5", "2025-07-03 10:10"))
    assert not story.ask("PS-5", "2025-07-03 10:10", collection="hard_later", receipt_no="1")


def test_without_the_special_receipt_nothing_is_collected():
    assert "专用票据" in sentences(decided(100).ask("PS-5", "2025-07-03 10:10", collection="small", receipt_no=""))


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
