"""Identity numbers are checked as the national standards compute them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from lantai.law.identity import (
    DIVISIONS,
    age_on,
    birth_date_of,
    certificate_error,
    credit_code_check,
    credit_code_error,
    is_credit_code,
    is_minor_on,
    is_resident_id,
    mask_name,
    mask_phone,
    mask_resident_id,
    organisation_code_check,
    organisation_code_error,
    resident_id_check,
    resident_id_error,
    sex_of,
)


@pytest.mark.parametrize(
    ("first", "check"), [("11010519491231002", "X"), ("43040519900307231", "2"), ("43040619850815162", "4")]
)
def test_the_resident_id_numbers_of_the_reference_check(first, check):
    assert resident_id_check(first) == check
    assert is_resident_id(first + check)
    assert ric.calc_check_digit(first + check) == check


@pytest.mark.parametrize(
    "code", ["91350100M000100Y43", "114304000061011362", "92430405MA4LDEMX29", "91430407MA4Q7XYE7L"]
)
def test_the_credit_codes_of_the_reference_check(code):
    assert credit_code_check(code[:17]) == code[17]
    assert uscc.is_valid(code)


@pytest.mark.parametrize(("first", "check"), [("M000100Y", "4"), ("D2143569", "X")])
def test_the_organisation_codes_of_the_reference_check(first, check):
    assert organisation_code_check(first) == check
    assert organisation_code_error(f"{first}-{check}") == ""


def test_both_checks_of_a_credit_code_are_asked():
    inner_wrong = "91350100M000100Y5"
    assert "组织机构代码" in credit_code_error(inner_wrong + credit_code_check(inner_wrong))
    assert "校验码" in credit_code_error("91350100M000100Y44")
    assert "18位" in credit_code_error("91350100M000100YI3")
    assert "行政区划" in credit_code_error("91A50100M000100Y43")


@pytest.mark.parametrize(
    ("number", "part"),
    [
        ("43040519900307231", "17位数字加1位"),
        ("11010519491231002x", "大写X"),
        ("０30405199003072312", "17位数字加1位"),
        ("990405199003072312", "省级"),
        ("430405199002302312", "真实的日期"),
        ("430405199003072313", "校验码不符"),
    ],
)
def test_a_wrong_resident_id_says_what_is_wrong(number, part):
    assert part in resident_id_error(number)


def test_nobody_is_born_after_today():
    number = "43040520260101231" + resident_id_check("43040520260101231")
    assert resident_id_error(number, date(2025, 12, 31))
    assert not resident_id_error(number, date(2026, 1, 1))


def test_birth_and_sex_are_read_from_the_number():
    assert birth_date_of("430405199003072312") == date(1990, 3, 7)
    assert sex_of("430405199003072312") == "男"
    assert sex_of("430406198508151624") == "女"
    with pytest.raises(ValueError, match="校验码"):
        birth_date_of("430405199003072313")


def test_a_year_of_age_is_full_on_the_day_after_the_birthday():
    born = date(2012, 11, 24)
    assert age_on(born, date(2026, 11, 24)) == 13
    assert age_on(born, date(2026, 11, 25)) == 14
    assert is_minor_on(date(2008, 11, 24), date(2026, 11, 24))
    assert not is_minor_on(date(2008, 11, 24), date(2026, 11, 25))
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(DIVISIONS)),
    st.dates(date(1930, 1, 1), date(2025, 1, 1)),
    st.integers(0, 999),
    st.integers(0, 16),
    st.integers(1, 9),
)
def test_one_wrong_digit_is_always_noticed_and_the_library_agrees(division, born, serial, place, shift):
    first = f"{division}{born:%Y%m%d}{serial:03}"
    number = first + resident_id_check(first)
    assert is_resident_id(number)
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert not is_resident_id(wrong)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["11", "12", "91", "92"]),
    st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=8, max_size=8),
)
def test_credit_codes_agree_with_the_library(kind, eight):
    inner = organisation_code_check(eight)
    code = f"{kind}430400{eight}{inner}"
    code += credit_code_check(code)
    assert is_credit_code(code)
    assert uscc.is_valid(code)


def test_masks_leave_only_what_a_colleague_needs():
    assert mask_resident_id("430405199003072312") == "430405********2312"
    assert mask_phone("13812345678") == "138****5678"
    assert mask_phone("1234567") == "*******"
    assert (mask_name("张三"), mask_name("欧阳文静"), mask_name("欧阳"), mask_name("John Smith")) == (
        "张某",
        "欧阳某",
        "欧某",
        "某某",
    )


@pytest.mark.parametrize("number", ["18043000123", "12345678", "12345678901234"])
def test_a_certificate_number_has_eight_to_fourteen_digits(number):
    assert certificate_error(number) == ""


@pytest.mark.parametrize("number", ["", "1234567", "123456789012345", "1804300012X", "１８０４３０００１２３"])
def test_other_certificate_numbers_are_refused(number):
    assert certificate_error(number) == "执法证号应为8至14位数字"
