"""房屋征收: comments, risk, funds and review before the decision; compensation before the move; the court, never force."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.law import engine
from lantai.law.facts import AgencyFacts, Party
from lantai.law.procedures.expropriation_housing import EXPROPRIATION_HOUSING as HOUSING
from lantai.law.tests.stories import GENERAL, OFFICER_A, Story, sentences
from lantai.law.unsettled import unsettled

GOVERNMENT = AgencyFacts(field="government", level="county")
BEFORE = ("EX-12", "EX-4", "EX-4-1")


def founded(agency: AgencyFacts = GOVERNMENT, **stated) -> Story:
    story = Story(HOUSING, agency, party=Party("person", "黄堃昇"))
    return story.take("EX-1", "2025-03-03", **({"ground": "public_service", "households": 12} | stated))


def commented(agency: AgencyFacts = GOVERNMENT, **stated) -> Story:
    return founded(agency, **stated).take("EX-2", "2025-03-20").take("EX-3", "2025-04-21")


def reviewed(agency: AgencyFacts = GOVERNMENT, **stated) -> Story:
    story = commented(agency, **stated)
    for step in (*BEFORE, "EX-4-2"):
        story.take(step, "2025-05-20")
    return story.take("EX-4-3", "2025-05-26", "agree")


def decided() -> Story:
    return reviewed().take("EX-5", "2025-06-03").take("EX-6", "2025-06-05")


def valued(value: str = "860000") -> Story:
    return decided().take("EX-7", "2025-06-25", value=value).take("EX-13", "2025-06-30", way="money")


def agreed(money: str = "860000") -> Story:
    return valued().take("EX-8", "2025-07-10", "agreed", house_money=money)


def ordered() -> Story:
    story = valued().take("EX-8-1", "2025-08-05").take("EX-8-2", "2025-08-07", "agree")
    return story.take("EX-8", "2025-08-11", "decided", house_money="860000", move_until="2025-09-30")


@pytest.mark.parametrize(
    "stated",
    [
        {"ground": "other"},
        {"ground": "infrastructure", "plans_conform": False},
        {"ground": "old_town", "annual_plan": False},
    ],
)
def test_only_for_the_public_and_by_the_plans(stated):
    assert len(Story(HOUSING, GOVERNMENT).ask("EX-1", "2025-03-03", **stated)) == 1
    assert not Story(HOUSING, GOVERNMENT).ask("EX-1", "2025-03-03", ground="old_town", annual_plan=True)


def test_thirty_days_for_comments_and_not_one_less():
    story = founded()
    assert "第十条第二款" in sentences(story.ask("EX-2", "2025-03-20", comment_days=29))
    assert "论证" in sentences(story.ask("EX-2", "2025-03-20", argued=False))
    story.take("EX-2", "2025-03-20")
    assert "才届满" in sentences(story.ask("EX-3", "2025-04-19"))
    assert not story.ask("EX-3", "2025-04-20")
    longer = founded().take("EX-2", "2025-03-20", comment_days=45)
    assert longer.ask("EX-3", "2025-05-04") and not longer.ask("EX-3", "2025-05-05")


def test_a_hearing_only_in_old_towns_where_most_owners_object():
    old = founded(ground="old_town").take("EX-2", "2025-03-20").take("EX-3", "2025-04-21", majority_objects=True)
    assert not old.ask("EX-3-1", "2025-05-08", av=True)
    assert "听证" in sentences(old.ask("EX-5", "2025-06-03"))
    assert founded(ground="old_town").take("EX-2", "2025-03-20").take("EX-3", "2025-04-21").ask("EX-3-1", "2025-05-08")
    other = founded().take("EX-2", "2025-03-20").take("EX-3", "2025-04-21", majority_objects=True)
    assert other.ask("EX-3-1", "2025-05-08")


@pytest.mark.parametrize(
    ("wanting", "reason"),
    [("EX-12", "未经登记的建筑"), ("EX-4", "社会稳定风险评估"), ("EX-4-1", "补偿费用没有足额到位")],
)
def test_no_decision_without_what_the_law_wants_before_it(wanting, reason):
    story = commented()
    for step in BEFORE:
        if step != wanting:
            story.take(step, "2025-05-20")
    story.put("EX-4-2", "2025-05-21").put("EX-4-3", "2025-05-26", "agree")
    assert reason in sentences(story.ask("EX-5", "2025-06-03"))
    assert not reviewed().ask("EX-5", "2025-06-03")


def test_the_funds_are_there_in_full_in_their_own_account():
    story = commented()
    assert not story.ask("EX-4-1", "2025-05-15", needed="100", deposited="100", only_for_it=True)
    for stated in (
        {"needed": "100", "deposited": "99.99"},
        {"only_for_it": False},
        {"needed": "100", "deposited": "0"},
    ):
        assert "第十二条第二款" in sentences(story.ask("EX-4-1", "2025-05-15", **stated))


def test_g06_a_fresh_approving_review_of_the_very_draft():
    story = commented()
    for step in (*BEFORE, "EX-4-2"):
        story.take(step, "2025-05-20")
    assert story.gates("EX-5", "2025-06-03") == ["G-06"]
    story.take("EX-4-3", "2025-05-26", "correct")
    assert "未通过" in sentences(story.ask("EX-5", "2025-06-03"))
    story.take("EX-4-3", "2025-05-27", "agree").take("EX-4-2", "2025-05-28")
    assert "失效" in sentences(story.ask("EX-5", "2025-06-03"))
    assert not story.take("EX-4-3", "2025-05-29", "agree").ask("EX-5", "2025-06-03")


def test_the_government_decides_and_its_meeting_where_many_are_concerned():
    assert "部门不得" in sentences(reviewed(GENERAL).ask("EX-5", "2025-06-03"))
    assert "只能由" in sentences(reviewed().ask("EX-5", "2025-06-03", by=(OFFICER_A,)))
    many = reviewed(households=50)
    assert "常务会议" in sentences(many.ask("EX-5", "2025-06-03"))
    assert not many.take("EX-4-4", "2025-05-30").ask("EX-5", "2025-06-03")
    assert "公告没有载明" in sentences(reviewed().ask("EX-5", "2025-06-03", plan_attached=False))


def test_the_survey_is_shown_and_building_frozen_for_a_year_at_most():
    story = reviewed().take("EX-5", "2025-06-03")
    assert not story.ask("EX-6", "2025-06-05", frozen_from="2025-06-05", frozen_until="2026-06-05")
    assert story.ask("EX-6", "2025-06-05", frozen_from="2025-06-05", frozen_until="2026-06-06")
    assert story.ask("EX-6", "2025-06-05", frozen_from="2025-06-05", frozen_until="2025-06-04")
    assert "没有向被征收人公布" in sentences(story.ask("EX-6", "2025-06-05", survey_published=False))


def test_the_owners_choose_appraiser_and_way_and_get_the_market_price():
    story = decided()
    assert not story.ask("EX-7", "2025-06-25", chosen_by="lot", value_on="2025-06-03", value="1")
    assert "指定" in sentences(story.ask("EX-7", "2025-06-25", chosen_by="appointed"))
    assert "评估时点" in sentences(story.ask("EX-7", "2025-06-25", value_on="2025-06-04"))
    story.take("EX-7", "2025-06-25", value="860000")
    assert "选择" in sentences(story.ask("EX-13", "2025-06-30", own_choice=False))
    story.take("EX-13", "2025-06-30", way="money")
    assert "低于评估价值" in sentences(story.ask("EX-8", "2025-07-10", "agreed", house_money="859999.99"))
    assert not story.ask("EX-8", "2025-07-10", "agreed", house_money="860000")


def test_a_compensation_decision_waits_for_the_signing_term_and_its_own_review():
    story = valued()
    assert "签约期限" in sentences(story.ask("EX-8-1", "2025-08-02"))
    assert not story.ask("EX-8-1", "2025-07-01", undecided="owner_unclear")
    story.take("EX-8-1", "2025-08-05")
    assert story.gates("EX-8", "2025-08-06", "decided") == ["G-06"]
    story.take("EX-8-2", "2025-08-06", "supplement")
    assert story.gates("EX-8", "2025-08-07", "decided") == ["G-06"]
    assert not story.take("EX-8-2", "2025-08-08", "agree").ask("EX-8", "2025-08-11", "decided", house_money="860000")


def test_compensation_first_and_only_then_the_move():
    story = agreed()
    assert "还没有得到补偿" in sentences(valued().ask("EX-9", "2025-07-20"))
    assert "尚有860,000元" in sentences(story.ask("EX-9", "2025-07-20"))
    story.take("EX-8-3", "2025-07-15", paid="500000")
    assert "尚有360,000元" in sentences(story.ask("EX-9", "2025-07-20"))
    assert "uncompensated" in [u.code for u in unsettled(story.facts)]
    story.take("EX-8-3", "2025-07-18", paid="360000")
    assert not story.ask("EX-9", "2025-07-20", lawful_means=True)
    for word in ("lawful_means", "no_builder"):
        assert "第二十七条第三款" in sentences(story.ask("EX-9", "2025-07-20", **{word: False}))


def test_no_house_is_torn_down_by_the_agency_itself():
    story = agreed()
    assert "不得拆除" in sentences(story.ask("EX-9-1", "2025-07-20", av=True))
    story.take("EX-8-3", "2025-07-15")
    assert "不得拆除" in sentences(story.ask("EX-9-1", "2025-07-20", av=True))
    story.take("EX-9", "2025-07-25")
    assert story.gates("EX-9-1", "2025-07-26") == ["G-17"]
    assert not story.ask("EX-9-1", "2025-07-26", av=True)


def test_g12_the_court_after_the_remedies_and_within_three_months():
    story = ordered().take("EX-8-3", "2025-08-20")
    assert story.gates("EX-10", "2026-02-11", "applied") == ["G-12"]
    assert not story.ask("EX-10", "2026-02-12", "applied")
    assert not story.ask("EX-10", "2026-05-11", "applied")
    assert story.gates("EX-10", "2026-05-12", "applied") == ["G-12"]
    assert not story.ask("EX-10", "2026-05-12", "applied", late_reason="受诉讼时效中止影响")
    story.take("EX-14", "2025-10-10", "begun")
    assert "尚未终结" in sentences(story.ask("EX-10", "2026-02-12", "applied"))
    assert "适用条件" in sentences(agreed().ask("EX-10", "2026-02-12", "applied"))


def test_every_household_by_itself():
    story = valued().take("EX-6", "2025-06-26", register=[{"owner": "黄堃昇"}, {"owner": "李秀兰"}])
    story.take("EX-7", "2025-06-26", household="李秀兰", value="510000").take("EX-13", "2025-06-30", way="money")
    story.take("EX-8", "2025-07-10", "agreed", house_money="860000")
    assert "尚有1户" in "".join(u.label for u in unsettled(story.facts))
    assert "低于评估价值" in sentences(
        story.ask("EX-8", "2025-07-11", "agreed", household="李秀兰", house_money="500000")
    )
    story.take("EX-8", "2025-07-11", "agreed", household="李秀兰", house_money="510000")
    story.take("EX-8-3", "2025-07-15", household="李秀兰")
    assert not story.ask("EX-9", "2025-07-20", household="李秀兰")
    assert "黄堃昇" in sentences(story.ask("EX-9", "2025-07-20"))
    assert "还没有补偿协议" in sentences(story.ask("EX-8-3", "2025-07-15", household="王五"))


def test_it_closes_when_every_household_is_paid_and_gone():
    story = agreed().take("EX-5-1", "2025-07-11", "published").take("EX-8-3", "2025-07-15")
    story.take("EX-11", "2025-07-30")
    assert "G-16" in story.gates("EX-15", "2025-08-01")
    story.take("EX-9", "2025-08-10").take("EX-15", "2025-08-20").take("EX-16", "2025-08-25")
    assert engine.is_over(HOUSING, story.facts)
    assert story.facts.last("EX-5").at.date() == date(2025, 6, 3)
