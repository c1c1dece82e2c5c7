"""A fine lies inside its tier or says why not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lantai.law.discretion import Tier, TierRange, assess, reckoned, tiers_holding

STANDARD = (
    TierRange(Tier.REDUCED, "主动消除危害后果", Decimal(0), Decimal(4999)),
    TierRange(Tier.LIGHTER, "初次违法", Decimal(5000), Decimal(10000)),
    TierRange(Tier.ORDINARY, "", Decimal(10000), Decimal(30000)),
    TierRange(Tier.HEAVIER, "拒不改正", Decimal(30000), None),
)


def test_both_ends_of_a_range_are_inside():
    assert assess(Tier.LIGHTER, Decimal(5000), STANDARD).inside
    assert assess(Tier.LIGHTER, Decimal(10000), STANDARD).inside
    assert tiers_holding(Decimal(10000), STANDARD) == (Tier.LIGHTER, Tier.ORDINARY)


def test_outside_the_range_a_reason_is_wanted_and_the_review_is_told():
    found = assess(Tier.LIGHTER, Decimal("10000.01"), STANDARD)
    assert not found.inside
    assert found.reason_wanted
    assert found.review_trigger == "outside_standard"
    assert "5,000元以上10,000元以下" in found.sentence


def test_a_reduction_always_wants_a_reason():
    assert assess(Tier.REDUCED, Decimal(3000), STANDARD).review_trigger == "reduced"
    assert assess(Tier.REDUCED, Decimal(3000), ()).reason_wanted
    assert assess(Tier.REDUCED, Decimal(6000), STANDARD).review_trigger == "reduced"


def test_an_ordinary_fine_inside_its_tier_wants_nothing_more():
    found = assess(Tier.ORDINARY, Decimal(20000), STANDARD)
    assert (found.inside, found.reason_wanted, found.review_trigger, found.sentence) == (True, False, "", "")
    assert assess(Tier.HEAVIER, Decimal(10**9), STANDARD).inside


def test_no_penalty_means_no_fine():
    assert not assess(Tier.NONE, Decimal(1), STANDARD).inside
    assert assess(Tier.NONE, Decimal(0), STANDARD).inside
    with pytest.raises(ValueError):
        assess(Tier.ORDINARY, Decimal(-1), STANDARD)


def test_one_of_several_rows_of_a_tier_suffices():
    rows = (
        TierRange(Tier.ORDINARY, "甲", Decimal(1), Decimal(2)),
        TierRange(Tier.ORDINARY, "乙", Decimal(5), Decimal(6)),
    )
    assert assess(Tier.ORDINARY, Decimal(5), rows).inside
    assert not assess(Tier.ORDINARY, Decimal(3), rows).inside


def test_a_trial_says_how_the_amount_stands_and_in_which_tier_it_would_lie():
    standard = [
        TierRange(Tier.LIGHTER, "", Decimal(5000), Decimal(20000)),
        TierRange(Tier.ORDINARY, "", Decimal(20001), Decimal(35000)),
    ]
    assert "罚款8,000元在“从轻”档次的幅度内" in reckoned("从轻", "8000", standard)
    assert reckoned("从轻", "3万", standard).endswith("这个数额属于“一般”档次")
    assert "不在“从轻”档次的幅度内" in reckoned("从轻", "3万", standard)
    assert "不在任何档次的幅度内" in reckoned("一般", "90000", standard)
    assert "没有登记“从重”档次的幅度" in reckoned("从重", "8000", standard)
    assert reckoned("", "8000", standard) == reckoned("从轻", " ", standard) == "请先选择裁量档次，并填写罚款数额"
    assert reckoned("从轻", "很多", standard) == "金额应为数字，以元为单位"
    assert reckoned("没有的档次", "8000", standard) == "请先选择裁量档次，并填写罚款数额"
