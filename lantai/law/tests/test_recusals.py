"""回避: who decides on whom (APL 43; SAMR 4)."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.law import recusals
from lantai.law.facts import AgencyFacts
from lantai.law.people import Actor, Role
from lantai.law.statutes_in_force import APL, SAMR

MARKET, URBAN = AgencyFacts(field="market"), AgencyFacts(field="urban")


def person(number: int, *roles: Role) -> Actor:
    return Actor(number, f"人员{number}", 1, "某局", frozenset(roles))


CHIEF = person(1, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)
DEPUTY, OTHER_DEPUTY = person(2, Role.AGENCY_HEAD), person(3, Role.AGENCY_HEAD)
OFFICER = person(4, Role.OFFICER)


@pytest.mark.parametrize("agency", [MARKET, URBAN], ids=["market", "elsewhere"])
@pytest.mark.parametrize("head", [CHIEF, DEPUTY], ids=["chief", "deputy"])
def test_any_head_decides_on_those_who_are_no_head(agency, head):
    assert recusals.refusals(agency, head, OFFICER) == ()


@pytest.mark.parametrize("agency", [MARKET, URBAN], ids=["market", "elsewhere"])
@pytest.mark.parametrize("head", [CHIEF, DEPUTY], ids=["chief", "deputy"])
def test_nobody_decides_on_his_own_recusal(agency, head):
    (refused,) = recusals.refusals(agency, head, head, date(2026, 3, 4))
    assert (refused.reason, refused.basis) == ("不能决定本人的回避", (APL[43, 3],))


def test_who_is_no_head_decides_on_no_recusal():
    (refused,) = recusals.refusals(URBAN, OFFICER, person(5, Role.OFFICER))
    assert refused.basis == (APL[43, 3],)


def test_in_market_supervision_the_chief_decides_on_the_other_heads():
    assert recusals.refusals(MARKET, CHIEF, DEPUTY) == ()
    (refused,) = recusals.refusals(MARKET, OTHER_DEPUTY, DEPUTY)
    assert (refused.reason, refused.basis) == ("其他负责人的回避应当由主要负责人决定", (SAMR[4],))


def test_in_market_supervision_the_heads_together_decide_on_the_chief():
    (refused,) = recusals.refusals(MARKET, DEPUTY, CHIEF)
    assert (refused.field, refused.basis) == ("discussed_on", (SAMR[4],))
    assert recusals.refusals(MARKET, DEPUTY, CHIEF, date(2026, 3, 4)) == ()


def test_where_that_rule_does_not_bind_another_head_decides_on_a_head():
    assert recusals.refusals(URBAN, DEPUTY, CHIEF) == ()
    assert recusals.refusals(URBAN, OTHER_DEPUTY, DEPUTY) == ()


def test_the_decision_says_that_the_heads_discussed_it():
    assert (
        recusals.decided("张三", date(2026, 3, 4))
        == "经负责人2026年3月4日集体讨论，决定：张三回避，不再参与本案的办理。"
    )
