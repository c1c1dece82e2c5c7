"""Numbers that say who somebody is: resident ID (GB 11643), social credit code (GB 32100), age, masks.

The ``…_error`` functions answer with one Chinese sentence, or "" where the number is in order.
"""

from __future__ import annotations

import re
from datetime import date

from lantai.law.periods import years_after

_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_CHECKS = "10X98765432"
_PROVINCES = frozenset(
    {
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    }
)

_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_VALUES = {letter: value for value, letter in enumerate(_CREDIT_ALPHABET)}
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

REGISTERED_AS = {
    "11": "机关",
    "12": "事业单位",
    "13": "群众团体",
    "51": "社会团体",
    "52": "民办非企业单位",
    "53": "基金会",
    "91": "企业",
    "92": "个体工商户",
    "93": "农民专业合作社",
}
"""The first two characters of a unified social credit code."""

DIVISIONS = {
    "430400": "衡阳市",
    "430405": "珠晖区",
    "430406": "雁峰区",
    "430407": "石鼓区",
    "430408": "蒸湘区",
    "430412": "南岳区",
    "430421": "衡阳县",
    "430422": "衡南县",
    "430423": "衡山县",
    "430424": "衡东县",
    "430426": "祁东县",
    "430481": "耒阳市",
    "430482": "常宁市",
}
"""GB/T 2260 codes of Hengyang: the city and its twelve county-level units."""

_COMPOUND_SURNAMES = frozenset(
    {
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "宇文",
        "长孙",
        "司徒",
        "夏侯",
        "轩辕",
        "端木",
        "南宫",
        "呼延",
        "闻人",
        "赫连",
        "澹台",
        "太史",
        "申屠",
    }
)


def resident_id_check(first_seventeen: str) -> str:
    """The check character of a resident ID. Raises ValueError unless given seventeen digits."""
    if not re.fullmatch(r"[0-9]{17}", first_seventeen):
        raise ValueError(first_seventeen)
    total = sum(int(digit) * weight for digit, weight in zip(first_seventeen, _RESIDENT_WEIGHTS, strict=True))
    return _RESIDENT_CHECKS[total % 11]


def resident_id_error(number: str, today: date | None = None) -> str:
    """What is wrong with a resident ID (公民身份号码); "" if nothing. ``today`` refuses later births."""
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return "公民身份号码应为17位数字加1位校验码，末位可以是大写X"
    if number[:2] not in _PROVINCES:
        return "公民身份号码前两位不是省级行政区划代码"
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return "公民身份号码第7至14位不是真实的日期"
    if born.year < 1850 or (today is not None and born > today):
        return "公民身份号码中的出生日期不可能"
    if resident_id_check(number[:17]) != number[17]:
        return "公民身份号码校验码不符"
    return ""


def is_resident_id(number: str, today: date | None = None) -> bool:
    return not resident_id_error(number, today)


def birth_date_of(number: str) -> date:
    """The birth date in a resident ID. Raises ValueError (the sentence) if the number is wrong."""
    if error := resident_id_error(number):
        raise ValueError(error)
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def sex_of(number: str) -> str:
    """男 or 女, by the seventeenth digit. Raises ValueError (the sentence) if the number is wrong."""
    birth_date_of(number)
    return "男" if int(number[16]) % 2 else "女"


def age_on(born: date, day: date) -> int:
    """周岁 on ``day``: a year of age is full on the day after the birthday. Below 0 before birth."""
    years = day.year - born.year
    return years if years_after(born, years) < day else years - 1


def is_minor_on(born: date, day: date) -> bool:
    """Under eighteen (未成年人)."""
    return age_on(born, day) < 18


def credit_code_check(first_seventeen: str) -> str:
    """The last character of a social credit code. Raises ValueError for characters it may not have."""
    if len(first_seventeen) != 17 or set(first_seventeen) - set(_CREDIT_ALPHABET):
        raise ValueError(first_seventeen)
    total = sum(
        _CREDIT_VALUES[letter] * weight for letter, weight in zip(first_seventeen, _CREDIT_WEIGHTS, strict=True)
    )
    return _CREDIT_ALPHABET[(31 - total % 31) % 31]


def organisation_code_check(first_eight: str) -> str:
    """The ninth character of an organisation code (GB 11714). Raises ValueError for other characters."""
    if not re.fullmatch(r"[0-9A-Z]{8}", first_eight):
        raise ValueError(first_eight)
    total = sum(
        _ORGANISATION_ALPHABET.index(letter) * weight
        for letter, weight in zip(first_eight, _ORGANISATION_WEIGHTS, strict=True)
    )
    return "0123456789X0"[11 - total % 11]


def organisation_code_error(code: str) -> str:
    """What is wrong with an organisation code (组织机构代码), with or without hyphen; "" if nothing."""
    plain = code.replace("-", "")
    if not re.fullmatch(r"[0-9A-Z]{8}[0-9X]", plain):
        return "组织机构代码应为8位数字或者大写字母加1位校验码"
    if organisation_code_check(plain[:8]) != plain[8]:
        return "组织机构代码校验码不符"
    return ""


def credit_code_error(code: str) -> str:
    """What is wrong with a unified social credit code (统一社会信用代码); "" if nothing."""
    if len(code) != 18 or set(code) - set(_CREDIT_ALPHABET):
        return "统一社会信用代码应为18位数字或者大写字母（不使用I、O、Z、S、V）"
    if not re.fullmatch(r"[0-9]{6}", code[2:8]):
        return "统一社会信用代码第3至8位应为行政区划代码"
    if credit_code_check(code[:17]) != code[17]:
        return "统一社会信用代码校验码不符"
    if organisation_code_error(code[8:17]):
        return "统一社会信用代码中的组织机构代码校验码不符"
    return ""


def is_credit_code(code: str) -> bool:
    return not credit_code_error(code)


def certificate_error(number: str) -> str:
    """What is wrong with the number of an enforcement certificate (行政执法证号); "" if nothing.

    No national standard of its form was found: eight to fourteen digits, as provinces print them.
    """
    return "" if re.fullmatch(r"[0-9]{8,14}", number) else "执法证号应为8至14位数字"


def mask_resident_id(number: str) -> str:
    """430405********2312, for officers' screens; never for publication."""
    return f"{number[:6]}{'*' * max(0, len(number) - 10)}{number[-4:]}" if len(number) > 10 else "*" * len(number)


def mask_phone(number: str) -> str:
    """138****5678."""
    return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}" if len(number) > 7 else "*" * len(number)


def mask_name(name: str) -> str:
    """The name of a natural person as published: 张三 → 张某, 欧阳修 → 欧阳某; other letters → 某某."""
    name = name.strip()
    if not name or not ("\u4e00" <= name[0] <= "\u9fff"):
        return "某某"
    surname = name[:2] if len(name) > 2 and name[:2] in _COMPOUND_SURNAMES else name[0]
    return surname + "某"
