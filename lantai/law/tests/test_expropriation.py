"""房屋征收: comments, risk, funds and review before the decision; compensation before the move; the court, never force."""

from __future__ import annotations

from datetime import date

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


def test_a_hearing_only_in_old_towns_where_most_owners_object():
    old = founded(ground="old_town").take("EX-2", "2025-03-20").take("EX-3", "2025-04-21", majority_objects=True)
    assert not old.ask("EX-3-1", "2025-05-08", av=True)
    assert "听证" in sentences(old.ask("EX-5", "2025-06-03"))
    assert founded(ground="old_town").take("EX-2", "2025-03-20").take("EX-3", "2025-04-21").ask("EX-3-1", "2025-05-08")
    other = founded().take("EX-2", "2025-03-20").take("EX-3", "2025-04-21", majority_objects=True)
    assert other.ask("EX-3-1", "2025-05-08")


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
    story.take("EX-7", "2025-06-26", household="李秀兰", value="510000")
    assert "被征收人选择补偿方式" in sentences(story.ask("EX-8", "2025-07-10", "agreed", household="李秀兰"))
    story.take("EX-13", "2025-06-30", household="李秀兰", way="money")
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


def two_households() -> Story:
    story = valued().take("EX-6", "2025-06-26", register=[{"owner": "黄堃昇"}, {"owner": "李秀兰"}])
    story.take("EX-7", "2025-06-26", "report", household="李秀兰", value="510000")
    return story.take("EX-13", "2025-06-30", household="李秀兰", way="money")


def test_what_leads_to_an_expropriation_is_past_once_it_is_decided():
    story = decided()
    for step in ("EX-2", "EX-3", *BEFORE, "EX-4-2", "EX-4-3"):
        assert "不再办理" in sentences(story.ask(step, "2025-08-14"))
    assert not story.ask("EX-6", "2025-08-14")


def test_what_was_done_with_one_household_opens_nothing_to_another():
    story = two_households().take("EX-8-1", "2025-08-05").take("EX-8-2", "2025-08-07", "agree")
    other = {"household": "李秀兰", "house_money": "510000"}
    assert "法制审核" in sentences(story.ask("EX-8", "2025-08-11", "decided", **other))
    assert "没有评估报告" not in sentences(story.ask("EX-7", "2025-08-11", "recheck", household="李秀兰"))
    assert "还没有评估报告" in sentences(story.ask("EX-7", "2025-08-11", "recheck", household="王五"))
    story.take("EX-8", "2025-08-11", "decided", house_money="860000", move_until="2025-09-30")
    story.take("EX-8", "2025-08-11 10:00", "agreed", **other).take("EX-8-3", "2025-08-20")
    story.take("EX-8-3", "2025-08-20", household="李秀兰")
    assert "已经作出补偿决定" in sentences(story.ask("EX-10", "2026-02-12", "applied", household="李秀兰"))
    assert not story.ask("EX-10", "2026-02-12", "applied", household="黄堃昇")
    story.take("EX-10", "2026-02-12", "applied", household="黄堃昇")
    story.take("EX-10", "2026-03-12", "executed", household="黄堃昇")
    assert "没有经人民法院强制执行" in sentences(story.ask("EX-9", "2026-03-13", household="黄堃昇"))
    assert story.state("EX-9", "2026-03-13").takeable
    assert not story.ask("EX-9", "2026-03-13", household="李秀兰")


def test_no_decision_on_compensation_where_there_is_an_agreement_nor_other_than_was_reviewed():
    assert "已经订立补偿协议" in sentences(agreed().ask("EX-8-1", "2025-08-05"))
    story = valued().take("EX-8-1", "2025-08-05", house_money="900000").take("EX-8-2", "2025-08-07", "agree")
    assert "与送审的不一致" in sentences(story.ask("EX-8", "2025-08-11", "decided", house_money="860000"))
    assert not story.ask("EX-8", "2025-08-11", "decided", house_money="900000")


def test_the_court_is_not_applied_to_against_who_has_moved_or_is_not_paid_in_full():
    story = ordered().take("EX-8-3", "2025-08-20", paid="500000")
    assert "足额" in sentences(story.ask("EX-10", "2026-02-12", "applied"))
    story.take("EX-8-3", "2025-09-20", paid="360000")
    assert not story.ask("EX-10", "2026-02-12", "applied")
    assert "已经搬迁" in sentences(story.take("EX-9", "2025-09-30").ask("EX-10", "2026-02-12", "applied"))
