"""What a fine costs who does not pay it, and how amounts are written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantai.law.facts import Interval
from lantai.law.money import (
    LITIGATION,
    RECONSIDERATION,
    Instalment,
    capitals,
    grouped,
    in_wan,
    instalment_errors,
    parse_yuan,
    surcharge,
)

DUE = date(2026, 3, 10)


def test_the_surcharge_starts_the_day_after_the_due_day_at_three_per_cent():
    assert surcharge(Decimal(8000), DUE, DUE).amount == 0
    one = surcharge(Decimal(8000), DUE, date(2026, 3, 11))
    assert (one.starts, one.per_day, one.amount) == (date(2026, 3, 11), Decimal(240), Decimal(240))


def test_the_surcharge_never_exceeds_the_fine():
    assert surcharge(Decimal(8000), DUE, date(2026, 4, 12)).amount == 7920  # 33 days
    assert surcharge(Decimal(8000), DUE, date(2026, 4, 13)).amount == 8000
    late = surcharge(Decimal(8000), DUE, date(2030, 1, 1))
    assert late.amount == late.cap == 8000
    assert "已达罚款数额上限" in late.sentence


def test_the_surcharge_stands_still_during_reconsideration_and_litigation():
    pauses = [
        Interval(RECONSIDERATION, date(2026, 3, 12), date(2026, 3, 20)),
        Interval(LITIGATION, date(2026, 3, 18), date(2026, 3, 25)),
        Interval("testing", date(2026, 3, 26), date(2026, 3, 27)),
    ]
    found = surcharge(Decimal(1000), DUE, date(2026, 3, 30), pauses)
    assert found.days == 20 - 14
    assert found.amount == 180
    assert surcharge(Decimal(1000), DUE, date(2027, 3, 30), [Interval(LITIGATION, date(2026, 3, 12))]).amount == 30


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.integers(0, 100), st.lists(st.tuples(st.integers(-20, 90), st.integers(0, 30)), max_size=3))
def test_the_surcharge_is_the_sum_of_its_days(late, spans):
    day = date.fromordinal
    start = DUE.toordinal()
    pauses = [Interval(LITIGATION, day(start + a), day(start + a + n)) for a, n in spans]
    days = sum(not any(p.start <= day(start + n) <= p.end for p in pauses) for n in range(1, late + 1))
    assert surcharge(Decimal(1000), DUE, day(start + late), pauses).amount == min(30 * days, 1000)


def test_a_plan_must_add_up_to_the_fine_on_rising_days():
    good = [Instalment(date(2026, 4, 1), Decimal("333.33")), Instalment(date(2026, 5, 1), Decimal("666.67"))]
    assert not list(instalment_errors(Decimal(1000), good, DUE))
    assert list(instalment_errors(Decimal(999), good, DUE)) == ["各期合计1000元，与罚款数额999元不符"]
    assert list(instalment_errors(Decimal(1000), good[::-1], DUE)) == ["各期缴纳日期应当依次在后"]
    assert list(instalment_errors(Decimal(1000), good, date(2026, 4, 1))) == ["首期缴纳日期应当在批准之后"]
    assert list(instalment_errors(Decimal(0), [], DUE)) == ["分期缴纳计划至少一期"]
    assert "每期数额应当大于零，精确到分" in list(
        instalment_errors(Decimal(0), [Instalment(date(2026, 4, 1), Decimal(0))], DUE)
    )


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "零元整"), ("0.05", "伍分"), ("0.50", "伍角整"), ("10", "壹拾元整"), ("8000", "捌仟元整"),
        ("8050.30", "捌仟零伍拾元叁角整"), ("105.07", "壹佰零伍元零柒分"), ("20000", "贰万元整"),
        ("100005", "壹拾万零伍元整"), ("1234567.89", "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"),
        ("100000000", "壹亿元整"), ("100100000", "壹亿零壹拾万元整"), ("100000001", "壹亿零壹元整"),
        ("1010", "壹仟零壹拾元整"), ("1001000", "壹佰万壹仟元整"), ("10000000", "壹仟万元整"),
    ],
)  # fmt: skip
def test_amounts_in_capital_numerals(amount, text):
    assert capitals(Decimal(amount)) == text


def test_amounts_out_of_range_have_no_capitals():
    for amount in (Decimal(-1), Decimal(10**12)):
        with pytest.raises(ValueError):
            capitals(amount)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.integers(1, 10**9))
def test_no_two_amounts_share_their_capitals_and_zeros_never_double(yuan):
    text = capitals(Decimal(yuan))
    assert "零零" not in text
    assert read(text) == yuan


def read(text):
    """An independent reader of capital numerals."""
    total = section = digit = 0
    for letter in text.removesuffix("元整"):
        if letter in "零壹贰叁肆伍陆柒捌玖":
            digit = "零壹贰叁肆伍陆柒捌玖".index(letter)
        elif letter in "拾佰仟":
            section += digit * {"拾": 10, "佰": 100, "仟": 1000}[letter]
            digit = 0
        else:
            total = (
                (total + section + digit) * {"万": 10**4, "亿": 10**8}[letter]
                if letter == "亿"
                else total + (section + digit) * 10**4
            )
            section = digit = 0
    return total + section + digit


def test_amounts_are_written_for_pages_and_exports():
    assert grouped(Decimal("1234567.5")) == "1,234,567.50元"
    assert grouped(8000) == "8,000元"
    assert (in_wan(8000), in_wan(Decimal("0.01")), in_wan(0), in_wan(1_000_000)) == (
        "0.8",
        "0.000001",
        "0",
        "100",
    )


def test_typed_amounts_are_read_or_refused_with_a_sentence():
    assert parse_yuan(" ８，０００元 ") == 8000
    assert parse_yuan("1.2万元") == 12000
    for wrong in ("", "八千", "-1", "1.005", "NaN", "1e30"):
        with pytest.raises(ValueError, match="金额"):
            parse_yuan(wrong)
