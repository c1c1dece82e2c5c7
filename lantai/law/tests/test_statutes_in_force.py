"""The statute values agree with the statute library and count short periods as their own articles say."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from lantai.law.statutes import chinese_numeral
from lantai.law.statutes_in_force import (
    ACL,
    ADLIT,
    ALL,
    ALL_STATUTES,
    APL,
    ARL,
    BINDS_FIELD,
    BY_CODE,
    BY_NAME,
    COMPETE,
    HOL,
    SAMR,
    SEED,
    binds,
)

LIBRARY = Path(os.environ.get("LANTAI_SHARED") or Path(__file__).resolve().parents[4] / "shared") / "laws"
NOT_IN_LIBRARY = {"SAMR", "CREDREP", "HNAPP", "INSP54", "INSPDOC", "INSPQA", "SEED", "SUPREG", "CIVIL", "MINORS"}


def test_codes_and_titles_are_unique():
    assert len(BY_CODE) == len(ALL_STATUTES)
    assert len({s.name for s in ALL_STATUTES}) == len(ALL_STATUTES)
    assert BY_NAME["行政处罚法"] is APL
    assert BY_NAME["中华人民共和国行政处罚法"] is APL
    assert BY_NAME["最高人民法院关于适用《行政诉讼法》的解释"].code == "ADLITI"


def test_no_statute_takes_effect_before_it_is_adopted():
    assert all(s.adopted <= s.in_force for s in ALL_STATUTES)


@pytest.mark.shared
@pytest.mark.skipif(not LIBRARY.is_dir(), reason="statute texts are not beside the checkout")
def test_adopted_days_are_those_of_the_statute_library():
    newest: dict[str, str] = {}
    for path in sorted(LIBRARY.glob("*.md")):
        title, day = re.fullmatch(r"(.+)\((\d{4}-\d\d-\d\d)\)", path.stem).groups()
        newest[title] = max(day, newest.get(title, ""))
    ours = {
        s.short.replace("〈", "《").replace("〉", "》"): s.adopted.isoformat()
        for s in ALL_STATUTES
        if s.code not in NOT_IN_LIBRARY
    }
    assert ours == newest


@pytest.mark.shared
@pytest.mark.skipif(not LIBRARY.is_dir(), reason="statute texts are not beside the checkout")
def test_the_counting_rule_of_each_procedure_law_is_the_one_in_its_text():
    def text(statute):
        return (LIBRARY / f"{statute.short}({statute.adopted}).md").read_text("utf-8")

    assert "“二日”“三日”“五日”“七日”的规定是指工作日" in text(APL)
    assert "十日以内期限的规定是指工作日" in text(ACL)
    assert "以工作日计算" in text(ALL)
    assert "“三日”、“五日”、“七日”、“十日”的规定是指工作日" in text(ARL)


@pytest.mark.parametrize(
    ("statute", "working", "calendar"),
    [
        (APL, {2, 3, 5, 7}, {1, 10, 15, 30, 90}),
        (ACL, {1, 3, 5, 7, 10}, {15, 30, 60}),
        (ALL, {5, 7, 10, 15, 20, 45}, set()),
        (ARL, {3, 5, 7, 10}, {15, 30, 60}),
        (ADLIT, set(), {3, 5, 7, 10, 15}),
    ],
    ids=["处罚法85", "强制法69", "许可法82", "复议法88", "诉讼法"],
)
def test_a_statute_decides_which_amounts_are_working_days(statute, working, calendar):
    assert all(statute.counts_working_days(n) for n in working)
    assert not any(statute.counts_working_days(n) for n in calendar)


def test_a_citation_reads_as_in_a_decision():
    assert str(APL[58, 1]) == "《行政处罚法》第五十八条第一款"
    assert str(APL[64, 1, 2]) == "《行政处罚法》第六十四条第一款第二项"
    assert str(BY_CODE["CIVIL"][202]) == "《民法典》第二百零二条"
    assert APL[58, 1].key == "APL-58-1"


def test_a_plan_without_articles_is_cited_as_a_whole():
    assert str(SEED.whole) == "《衡阳市全面推行行政执法三项制度实施方案》"
    assert SEED.whole.key == "SEED"


def test_a_departmental_rule_binds_its_own_field_only():
    assert BINDS_FIELD[SAMR.code] == "market"
    assert binds(SAMR, "market")
    assert not binds(SAMR, "culture")
    assert binds(APL, "culture")


def test_a_replaced_version_is_not_in_force_afterwards():
    assert HOL.in_force_on(date(2026, 1, 1))
    assert not HOL.in_force_on(date(2024, 12, 31))
    assert COMPETE.in_force_on(date(2025, 10, 14))
    assert not COMPETE.in_force_on(date(2025, 10, 15))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (100, "一百"),
        (102, "一百零二"),
        (110, "一百一十"),
        (217, "二百一十七"),
    ],
)
def test_article_numbers_are_written_as_statutes_write_them(number, text):
    assert chinese_numeral(number) == text
