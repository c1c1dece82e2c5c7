"""A decision tells the party what it can do, until when and before whom."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.law.remedies import (
    RECONSIDERATION_FIRST,
    reconsideration_bodies,
    reconsideration_due,
    reconsideration_due_once_told,
    remedies,
    suit_after_reconsideration_due,
    suit_due,
)

SERVED = date(2025, 10, 13)
CITY, COURT = ("衡阳市人民政府",), "衡阳铁路运输法院"


def test_the_remedies_of_an_ordinary_penalty():
    found = remedies(SERVED, act="penalty", bodies=CITY, court=COURT)
    assert found.reconsideration.legal_due == date(2025, 12, 12)
    assert found.suit.legal_due == date(2026, 4, 13)
    assert not found.first
    assert found.last_day == date(2026, 4, 13)
    assert "六十日内向衡阳市人民政府申请行政复议" in found.sentence
    assert "六个月内直接向衡阳铁路运输法院提起行政诉讼" in found.sentence
    assert "行政处罚不停止执行" in found.sentence


def test_sixty_days_are_calendar_days_and_roll_over_a_rest_day():
    assert reconsideration_due(date(2026, 8, 2)).raw_due == date(2026, 10, 1)
    assert reconsideration_due(date(2026, 8, 2)).legal_due == date(2026, 10, 8)


def test_an_on_the_spot_penalty_goes_to_reconsideration_first_and_says_so():
    found = remedies(SERVED, act="on_the_spot", bodies=CITY, court=COURT)
    assert found.first
    assert found.suit is None
    assert "先向衡阳市人民政府申请行政复议" in found.sentence
    assert "六个月" not in found.sentence
    assert "通过作出本决定的行政机关提交" in found.sentence
    assert str(found.basis[0]) == "《行政复议法》第二十三条第一款第一项"


@pytest.mark.parametrize("act", sorted(RECONSIDERATION_FIRST))
def test_all_five_items_of_article_23_bar_a_direct_suit(act):
    assert remedies(SERVED, act=act, bodies=CITY, court=COURT, is_penalty=False).suit is None


def test_after_reconsideration_fifteen_days_are_left():
    assert suit_after_reconsideration_due(date(2026, 3, 2)).legal_due == date(2026, 3, 17)


def test_untold_rights_lengthen_the_periods_to_a_year_at_most():
    assert reconsideration_due(SERVED, rights_stated=False).raw_due == date(2026, 10, 13)
    assert suit_due(SERVED, rights_stated=False).raw_due == date(2026, 10, 13)
    assert reconsideration_due_once_told(SERVED, date(2026, 1, 5)).legal_due == date(2026, 3, 6)
    assert reconsideration_due_once_told(SERVED, date(2026, 9, 20)).legal_due == date(2026, 10, 13)


def test_who_hears_the_reconsideration_follows_who_decided():
    assert reconsideration_bodies("department", "衡阳市人民政府") == CITY
    assert reconsideration_bodies("government", "衡阳市人民政府", "湖南省人民政府") == ("湖南省人民政府",)
    assert reconsideration_bodies("vertical", "衡阳市人民政府", superior_department="国家税务总局湖南省税务局") == (
        "国家税务总局湖南省税务局",
    )
    assert reconsideration_bodies("justice_bureau", "衡阳市人民政府", superior_department="湖南省司法厅") == (
        "衡阳市人民政府",
        "湖南省司法厅",
    )
    with pytest.raises(ValueError):
        reconsideration_bodies("government", "衡阳市人民政府")
    with pytest.raises(ValueError):
        reconsideration_bodies("nobody", "衡阳市人民政府")


def test_a_decision_that_is_no_penalty_says_nothing_of_surcharges():
    assert "加处罚款" not in remedies(SERVED, act="licence", bodies=CITY, court=COURT, is_penalty=False).sentence
