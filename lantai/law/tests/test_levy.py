"""行政征收: the published standard, seven days to pay, deferral with its silence, the capped charge, the treasury."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.law import engine
from lantai.law.procedures.levy_fee import LEVY_FEE
from lantai.law.tests.stories import GENERAL, HEAD, PAIR, UNIT_HEAD, Story, sentences
from lantai.law.unsettled import unsettled


def assessed(amount: str = "12000.00", **stated) -> Story:
    return Story(LEVY_FEE, GENERAL).take("LV-1", "2025-09-01", amount=amount, **stated)


def told(amount: str = "12000.00") -> Story:
    return assessed(amount).take("LV-2", "2025-09-03", mode="SV-1", served_on="2025-09-03")


def asked(days: int = 60) -> Story:
    return told().take("LV-4", "2025-09-08", days=days, requested_on="2025-09-08")


@pytest.mark.parametrize(
    "stated",
    [
        {"amount": "12000.00", "standard_published": False},
        {"amount": "12001.00", "quantity": 12000, "rate": "1.00"},
        {"amount": "0"},
    ],
)
def test_only_what_is_published_and_reckoned_right_is_levied(stated):
    assert len(Story(LEVY_FEE, GENERAL).ask("LV-1", "2025-09-01", **stated)) == 1
    assert not Story(LEVY_FEE, GENERAL).ask("LV-1", "2025-09-01", amount="12000", quantity=12000, rate="1.00")


def test_seven_calendar_days_to_pay():
    assert told().due("LV-3").legal_due == date(2025, 9, 10)
    late = told().attempt("LV-3", "2025-09-11", "full", None, {"amount": "12000"})
    assert engine.is_late(LEVY_FEE, told().facts, late)


def test_deferral_is_asked_within_seven_days_and_for_ninety_at_most():
    assert not told().ask("LV-4", "2025-09-10", requested_on="2025-09-10", days=90)
    for at, days in (("2025-09-11", 90), ("2025-09-10", 91), ("2025-09-30", 30)):
        assert told().ask("LV-4", at, requested_on=at, days=days)
    paid = told().take("LV-3", "2025-09-05", "full", amount="12000", receipt_no="1")
    assert paid.ask("LV-4", "2025-09-08", requested_on="2025-09-08", days=30)


def test_five_working_days_to_answer_and_silence_is_consent():
    story = asked()
    assert story.due("LV-4-1").legal_due == date(2025, 9, 15)
    assert not story.ask("LV-4-1", "2025-09-15", "refused")
    for at, outcome, more in (
        ("2025-09-16", "refused", {}),
        ("2025-09-16", "granted", {"granted_days": 30}),
        ("2025-09-15", "lapsed", {}),
    ):
        assert "第三十四条" in sentences(story.ask("LV-4-1", at, outcome, **more))
    assert not story.ask("LV-4-1", "2025-09-16", "lapsed", by=(UNIT_HEAD,))
    assert story.take("LV-4-1", "2025-09-16", "lapsed").due("LV-3").raw_due == date(2025, 11, 9)


def test_a_head_answers_and_a_refusal_ends_the_deferral():
    assert "只能由" in sentences(asked().ask("LV-4-1", "2025-09-10", "granted", by=PAIR))
    story = asked().take("LV-4-1", "2025-09-10", "granted", granted_days=30, by=(HEAD,))
    assert story.due("LV-3").raw_due == date(2025, 10, 10)
    assert asked().take("LV-4-1", "2025-09-10", "refused").due("LV-3").legal_due == date(2025, 9, 10)


def test_nobody_is_ordered_to_pay_before_the_day():
    assert not told().ask("LV-5", "2025-09-11", pay_until="2025-09-20")
    assert "缴纳期限" in sentences(told().ask("LV-5", "2025-09-10"))
    assert "缓缴期限" in sentences(asked().ask("LV-5", "2025-09-12"))
    assert "缓缴期限" in sentences(asked().take("LV-4-1", "2025-09-16", "lapsed").ask("LV-5", "2025-11-10"))


def test_the_late_charge_is_told_reckoned_and_capped():
    story = told("10000.00").take("LV-5", "2025-09-11", late_rate=200)
    assert not story.ask("LV-5-1", "2025-09-20", amount="2000.00", through="2025-09-20")
    for amount, through, more in (
        ("2000.01", "2025-09-20", {}),
        ("2000.00", "2025-09-20", {"standard_told": False}),
        ("10000.01", "2026-03-20", {}),
    ):
        assert "第四十五条" in sentences(story.ask("LV-5-1", "2026-03-20", amount=amount, through=through, **more))
    assert not story.ask("LV-5-1", "2026-03-20", amount="10000.00", through="2026-03-20")


def test_the_money_goes_to_the_treasury_in_full_and_by_no_ones_hand():
    story = told()
    assert "不得直接收取" in sentences(story.ask("LV-3", "2025-09-05", "full", amount="12000", channel="officer"))
    assert "尚有" in sentences(story.ask("LV-3", "2025-09-05", "full", amount="11999", receipt_no="1"))
    story.take("LV-3", "2025-09-05", "part", amount="5000", receipt_no="1")
    assert [u.code for u in unsettled(story.facts)] == ["unpaid_levy"]
    story.take("LV-3", "2025-09-08", "full", amount="7000", receipt_no="2")
    assert "没有直接缴入国库" in sentences(story.ask("LV-6", "2025-09-09", direct=False))
    assert "不符" in sentences(story.ask("LV-6", "2025-09-09", treasury_amount="7000"))
    assert not story.ask("LV-6", "2025-09-09", treasury_amount="12000")


def test_a_levy_unpaid_is_not_closed():
    story = told().take("LV-2-1", "2025-09-04", "published")
    story.take("LV-3", "2025-09-05", "part", amount="5000", receipt_no="1")
    assert "G-16" in story.gates("LV-7", "2025-09-09")
    story.take("LV-3", "2025-09-08", "full", amount="7000", receipt_no="2").take("LV-6", "2025-09-09")
    story.take("LV-7", "2025-09-10").take("LV-8", "2025-09-11")
    assert engine.is_over(LEVY_FEE, story.facts)


def test_nothing_is_charged_demanded_or_enforced_before_what_it_rests_on():
    overdue = told().ask
    assert "责令限期缴纳" in sentences(overdue("LV-5-1", "2025-09-20", amount="1.00", rate=5))
    assert "责令限期缴纳" in sentences(overdue("LV-5-2", "2025-09-20"))
    assert "催告" in sentences(overdue("LV-5-3", "2025-09-20"))
    posted = assessed().take("LV-2", "2025-09-03", mode="SV-4", proofs=["postal_receipt"], reason="地处偏远")
    assert "尚未送达" in sentences(posted.ask("LV-5", "2025-10-20"))
    demanded = told().take("LV-5", "2025-09-11", late_rate=5).take("LV-5-2", "2025-09-25")
    assert not demanded.ask("LV-5-3", "2025-10-15")
    anew = demanded.take("LV-1", "2025-10-16", amount="9000").take("LV-2", "2025-10-16", mode="SV-1")
    assert "催告" in sentences(anew.ask("LV-5-3", "2025-11-15"))


def test_the_five_days_to_answer_run_from_the_receipt_of_the_request():
    story = told().take("LV-4", "2025-09-12", days=60, requested_on="2025-09-08")
    assert story.due("LV-4-1").legal_due == date(2025, 9, 15)
    assert not story.ask("LV-4-1", "2025-09-16", "lapsed")


def test_only_what_is_unpaid_bears_a_late_charge_and_only_by_a_standard_up_to_today():
    story = told("10000.00").take("LV-3", "2025-09-15", "part", amount="6000", paid_on="2025-09-15", receipt_no="1")
    story.take("LV-5", "2025-09-16", late_rate=20)
    # five days of 10,000 and five of 4,000 at two per thousand
    assert not story.ask("LV-5-1", "2025-09-20", amount="140.00", through="2025-09-20")
    for said in (
        {"amount": "140.01", "through": "2025-09-20"},
        {"amount": "1.00", "through": "2025-09-21"},
    ):
        assert "第四十五条" in sentences(story.ask("LV-5-1", "2025-09-20", **said))
    bare = told().take("LV-5", "2025-09-16")
    assert "标准" in sentences(bare.ask("LV-5-1", "2025-09-20", amount="1.00", through="2025-09-20"))


def test_what_was_paid_stays_paid_and_reaches_the_treasury_whatever_comes_after():
    story = told().take("LV-3", "2025-09-05", "part", amount="5000", receipt_no="1")
    assert not story.ask("LV-6", "2025-09-05", treasury_amount="5000")
    story.take("LV-1", "2025-09-06", amount="8000").take("LV-2", "2025-09-06", mode="SV-1")
    assert "请选择“缴清”" in sentences(story.ask("LV-3", "2025-09-08", "part", amount="3000", receipt_no="2"))
    story.take("LV-2-1", "2025-09-08", "published").event("execution_ended", "2025-09-30")
    assert "解缴国库" in sentences(story.ask("LV-7", "2025-10-01"))
    story.take("LV-6", "2025-10-01", treasury_amount="5000").take("LV-7", "2025-10-02")
    story.take("LV-1", "2025-10-03", amount="9000")
    assert "结案" in sentences(story.ask("LV-8", "2025-10-04"))


def test_one_receipt_may_be_for_the_levy_and_its_late_charge():
    story = told("10000.00").take("LV-5", "2025-09-11", late_rate=5)
    story.take("LV-5-1", "2025-09-20", amount="20.00", through="2025-09-20")
    story.take("LV-3", "2025-09-21", "part", amount="10000", receipt_no="1")
    assert not story.ask("LV-3", "2025-09-21", "full", amount="20.00", kind="late_charge", receipt_no="1")
