"""强制执行: not at night and not on a day off (G-11), demanded, heard, decided, and nothing torn down before it is beyond dispute."""

from __future__ import annotations

from datetime import date

from lantai.law import engine
from lantai.law.facts import AgencyFacts
from lantai.law.procedures.coercion_execution import COERCION_EXECUTION
from lantai.law.tests.stories import GENERAL, HEAD, PAIR, Story, sentences

SERVED = {"mode": "SV-1"}


def asked(duty: str = "restore", agency: AgencyFacts = GENERAL, **stated) -> Story:
    """Decision served on 3 March 2025, to be performed by 31 March; execution asked for on 2 April."""
    words = {"duty": duty, "decision_served_on": "2025-03-03", "perform_by": "2025-03-31", "power_level": "law"}
    story = Story(COERCION_EXECUTION, agency).take("CE-1", "2025-04-02", **(words | stated))
    if duty == "money":
        story.take("CE-9", "2025-04-02 10:00", surcharge_from="2025-04-01", surcharge="90", rate_told=True)
    return story


def demanded(duty: str = "restore", **stated) -> Story:
    story = asked(duty, **stated)
    return story.take("CE-2", "2025-04-07", perform_until="2025-04-21", demanded_amount="3000", **SERVED)


def heard(duty: str = "restore", **stated) -> Story:
    story = demanded(duty, **stated).take("CE-3", "2025-04-22", "lapsed")
    if duty in ("restore", "demolition"):
        story.take("CE-R", "2025-04-23", "agree")
    return story


def decided(duty: str = "restore", outcome: str = "execute", **stated) -> Story:
    """Decided and served at the end of April 2025; money a month later, when the surcharge has run long enough."""
    month = "05" if duty == "money" else "04"
    story = heard(duty, **stated)
    if duty == "demolition":
        story.take("CE-8-1", "2025-04-23", demolish_by="2025-05-08")
    return story.take("CE-4", f"2025-{month}-24", outcome).take("CE-5", f"2025-{month}-25 09:00", **SERVED)


def demolish(story: Story, at: str, **stated):
    return story.ask("CE-8", at, av=True, **stated)


# ---- G-11 --------------------------------------------------------------------------------------------------------


def test_it_binds_demolition_substitution_and_transfer_of_deposits_too():
    by_others = decided(outcome="substitute").take("CE-10-1", "2025-04-28", **SERVED)
    assert by_others.gates("CE-10", "2025-05-11 10:00", "done", av=True) == ["G-11"]
    assert decided("money", principal="3000").gates("CE-12", "2025-06-01 10:00", "transfer") == ["G-11"]
    assert "G-11" in {r.gate for r in demolish(decided("demolition"), "2025-10-02 10:00")}


# ---- who, and after what -----------------------------------------------------------------------------------------


def test_no_decision_before_the_demand_has_run_out_unless_assets_are_moved():
    story = demanded("act")
    assert "前一环节未完成" in sentences(story.ask("CE-4", "2025-04-14", "execute"))
    assert "不得认定" in sentences(story.ask("CE-3", "2025-04-21", "lapsed"))
    assert not story.ask("CE-4", "2025-04-14", "immediate", evidence="转账记录")
    assert "没有写明" in sentences(story.ask("CE-4", "2025-04-14", "immediate", evidence=""))
    assert "只能由" in sentences(story.ask("CE-4", "2025-04-22", "execute", by=PAIR))


def test_a_plea_that_is_right_ends_it_and_a_partly_right_one_brings_a_new_demand():
    over = demanded("act").take("CE-3", "2025-04-10", "accepted")
    assert over.waits_for("2025-04-11") == "CE-14"
    again = demanded("act").take("CE-3", "2025-04-10", "adjusted")
    assert again.waits_for("2025-04-11") == "CE-2"


def test_what_the_catalogue_names_is_reviewed_first():
    story = demanded("demolition").take("CE-3", "2025-04-22", "lapsed")
    assert story.gates("CE-4", "2025-04-23", "execute") == ["G-06"]
    story.take("CE-R", "2025-04-23", "correct")
    assert story.gates("CE-4", "2025-04-24", "execute") == ["G-06"]
    assert not story.take("CE-R", "2025-04-24", "agree").ask("CE-4", "2025-04-25", "execute")
    assert not demanded("act").take("CE-3", "2025-04-22", "lapsed").ask("CE-4", "2025-04-23", "execute")


# ---- money -------------------------------------------------------------------------------------------------------


def test_money_after_more_than_thirty_days_of_surcharge():
    story = heard("money", principal="3000")
    assert "未超过三十日" in sentences(story.ask("CE-4", "2025-04-30", "execute"))
    assert not story.ask("CE-4", "2025-05-01", "execute")


def test_days_of_reconsideration_do_not_count_among_them():
    story = heard("money", principal="3000")
    story.event("reconsideration_accepted", "2025-04-10", accepted_on="2025-04-10")
    story.event("reconsideration_decided", "2025-04-20", result="upheld", received_on="2025-04-20")
    assert "仅20日" in sentences(story.ask("CE-4", "2025-05-01", "execute"))


def test_deposits_only_by_law_goods_by_an_auction_house_and_all_of_it_to_the_treasury():
    story = decided("money", principal="3000")
    assert "第四十七条第一款" in sentences(story.ask("CE-12", "2025-05-26", "transfer", transfer_by_law=False))
    assert "拍卖机构" in sentences(story.ask("CE-12", "2025-05-26", "auction", auction_house=""))
    story.take("CE-12", "2025-05-26", "transfer")
    assert "尚未完毕" in sentences(story.ask("CE-14", "2025-05-27", "executed"))
    assert not story.take("CE-12-1", "2025-05-27").ask("CE-14", "2025-05-27 10:00", "executed")


# ---- demolition --------------------------------------------------------------------------------------------------


def test_nothing_is_torn_down_while_it_can_still_be_disputed():
    story = decided("demolition")
    found = demolish(story, "2025-06-03")  # sixty days are over, six months are not
    assert "第四十四条" in sentences(found) and "9月3日" in sentences(found)
    assert demolish(story, "2025-09-03")
    assert not demolish(story, "2025-09-04")


def test_nor_during_a_dispute_nor_when_nobody_was_told_of_the_remedies():
    story = decided("demolition").event("suit_accepted", "2025-09-01", accepted_on="2025-09-01")
    assert "行政诉讼正在进行" in sentences(demolish(story, "2025-09-10"))
    story.event("suit_decided", "2025-11-20", result="upheld", received_on="2025-11-20")
    assert not demolish(story, "2025-11-24")
    assert demolish(decided("demolition", rights_stated=False), "2025-09-05")
    assert not demolish(decided("demolition", rights_stated=False), "2026-03-04")


def test_after_reconsideration_the_fifteen_days_to_sue_must_be_over():
    story = decided("demolition").event("reconsideration_accepted", "2025-04-25", accepted_on="2025-04-25")
    story.event("reconsideration_decided", "2025-06-20", result="upheld", received_on="2025-06-20")
    assert demolish(story, "2025-07-07")  # 5 July is a Saturday: the last day to sue is Monday the 7th
    assert not demolish(story, "2025-07-08")


# ---- performance by others ---------------------------------------------------------------------------------------


def test_three_working_days_between_the_last_demand_and_performance_by_others():
    story = decided(outcome="substitute").take("CE-10-1", "2025-04-25 10:00", **SERVED)
    found = story.ask("CE-10", "2025-04-29", "done", av=True)
    assert "第五十一条第一款第二项" in sentences(found)  # Sunday 27 April is worked: 27, 28, 29
    assert not story.ask("CE-10", "2025-04-30", "done", av=True)


def test_performance_by_the_party_stops_it():
    story = decided(outcome="substitute").take("CE-10-1", "2025-04-25 10:00", **SERVED)
    story.event("performed", "2025-04-28")
    assert "停止代履行" in sentences(story.ask("CE-10", "2025-04-30", "done", av=True))
    story.take("CE-10", "2025-04-30", "performed", av=True)
    assert not story.ask("CE-14", "2025-04-30 10:00", "performed")


def test_spills_are_cleared_at_once_even_at_night_and_told_afterwards():
    story = asked("spill", perform_by=None)
    assert not story.ask("CE-11", "2025-05-01 23:30", av=True)
    assert "G-17" in story.gates("CE-11", "2025-05-01 23:30")
    assert engine.is_over(story.procedure, story.take("CE-11", "2025-05-01", av=True).take("CE-14", "2025-05-06").facts)


# ---- suspension, agreement, end ----------------------------------------------------------------------------------


def test_while_suspended_nothing_is_executed_and_after_three_years_nothing_more():
    story = decided("act").take("CE-6", "2025-04-27", "suspended", truly_unable=True)
    assert "已经中止执行" in sentences(story.ask("CE-7", "2025-04-28", av=True))
    assert "未满三年" in sentences(story.ask("CE-6", "2028-04-26", "abandoned"))
    assert "不再执行" in sentences(story.ask("CE-6", "2028-04-27", "resumed"))
    assert not story.ask("CE-6", "2028-04-27", "abandoned")
    assert not story.take("CE-6", "2026-04-27", "resumed").ask("CE-7", "2026-04-28", av=True)


def test_an_agreement_that_is_broken_brings_execution_back():
    story = decided("act").take("CE-6", "2025-04-27", "agreement")
    assert "执行协议正在履行" in sentences(story.ask("CE-7", "2025-04-28", av=True))
    assert not story.take("CE-6", "2025-04-28", "broken").ask("CE-7", "2025-04-28 10:00", av=True)
    plain = decided("act")
    assert "没有正在履行" in sentences(plain.ask("CE-6", "2025-04-27", "broken"))
    assert "没有中止" in sentences(plain.ask("CE-6", "2025-04-27", "resumed"))
    assert "补救措施" in sentences(plain.ask("CE-6", "2025-04-27", "agreement", remitted="50", remedial=""))


def test_a_revoked_decision_is_not_executed_and_what_was_taken_is_given_back():
    story = decided("act").event("decision_revoked", "2025-04-27")
    assert "第四十一条" in sentences(story.ask("CE-7", "2025-04-28", av=True))
    done = decided("act").take("CE-7", "2025-04-28", "done", av=True).event("decision_revoked", "2025-05-20")
    assert "执行回转" in sentences(done.ask("CE-14", "2025-05-21", "executed"))
    assert not done.take("CE-13", "2025-05-21", "restored").ask("CE-14", "2025-05-21 10:00", "executed")


def test_a_stayed_decision_waits():
    story = decided("act").event("execution_stayed", "2025-04-27")
    assert "停止执行" in sentences(story.ask("CE-7", "2025-04-28", av=True))
    assert not story.event("execution_stay_lifted", "2025-04-28 08:00").ask("CE-7", "2025-04-28 10:00", av=True)


def test_reconsideration_alone_does_not_stop_it():
    story = decided("act").event("reconsideration_accepted", "2025-04-27", accepted_on="2025-04-27")
    assert not story.ask("CE-7", "2025-04-28", av=True)


def test_the_end_is_written_by_a_head():
    story = decided("act").take("CE-6", "2025-04-28", "ended")
    assert "只能由" in sentences(story.ask("CE-14", "2025-04-28 10:00", "ended", by=PAIR))
    assert "不符" in sentences(story.ask("CE-14", "2025-04-28 10:00", "executed"))
    assert engine.is_over(story.procedure, story.take("CE-14", "2025-04-28 10:00", "ended", by=(HEAD,)).facts)
    assert date(2025, 4, 28) == story.facts.taken[-1].at.date()


def test_nobody_who_has_performed_is_demanded_or_executed_against():
    story = asked().event("performed", "2025-04-10")
    assert "已经履行义务" in sentences(story.ask("CE-2", "2025-04-11", perform_until="2025-04-21", mode="SV-1"))
    assert not story.ask("CE-14", "2025-04-11", "performed")
    done = decided().event("performed", "2025-05-05")
    assert "已经履行义务" in sentences(done.ask("CE-7", "2025-05-06", "done", av=True))


def test_no_surcharge_before_the_time_to_perform_is_over():
    story = asked("act")
    words = {"surcharge": "90", "rate_told": True}
    assert "不得加处" in sentences(story.ask("CE-9", "2025-04-02", surcharge_from="2025-03-31", **words))
    assert "不得加处" not in sentences(story.ask("CE-9", "2025-04-02", surcharge_from="2025-04-01", **words))


def test_what_has_been_executed_is_not_executed_again():
    story = decided().take("CE-7", "2025-05-06", "part", av=True)
    story.take("CE-7", "2025-05-07", "done", av=True)
    assert "已经办结" in sentences(story.ask("CE-7", "2025-05-08", "done", av=True))
