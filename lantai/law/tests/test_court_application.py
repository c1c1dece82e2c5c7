"""G-12: the court is applied to when no remedy is open any more, ten working days after the demand, and within three months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lantai.law import engine
from lantai.law.enforcing import ripe_on, window
from lantai.law.procedures.coercion_court_application import COERCION_COURT_APPLICATION
from lantai.law.tests.stories import GENERAL, PAIR, Story, notified, sentences

SERVED = {"mode": "SV-1"}


def asked(**stated) -> Story:
    """Served on 3 March 2025: the suit period ends on 3 September, the window on 3 December 2025."""
    words = {"decision_served_on": "2025-03-03", "perform_by": "2025-03-31", "no_own_power": True}
    return Story(COERCION_COURT_APPLICATION, GENERAL).take("CX-1", "2025-04-02", **(words | stated))


def demanded(on: str = "2025-08-11", **stated) -> Story:
    story = asked(**stated).take("CX-3", on, perform_until=on, **SERVED)
    return story.take("CX-R", f"{on} 10:00", "agree")


def test_between_the_first_day_after_the_remedies_and_three_months():
    story = demanded()
    span = window(story.facts)
    assert (span.opens, span.closes.legal_due) == (date(2025, 9, 4), date(2025, 12, 3))
    assert not story.ask("CX-4", "2025-09-04") and not story.ask("CX-4", "2025-12-03")


def test_too_early_while_a_suit_is_still_possible():
    found = demanded().ask("CX-4", "2025-09-03")
    assert [r.gate for r in found] == ["G-12"]
    assert "2025年9月4日" in sentences(found) and "第五十三条" in sentences(found)


def test_too_early_before_ten_working_days_after_the_demand():
    story = demanded("2025-09-19")  # the holidays of October lie between: the tenth working day is the 10th
    assert ripe_on(story.facts) == date(2025, 10, 11)
    assert story.gates("CX-4", "2025-10-10") == ["G-12"]
    assert not story.ask("CX-4", "2025-10-11")


def test_without_any_demand_the_gate_speaks():
    assert asked().gates("CX-4", "2025-10-13") == ["G-06", "G-12"]


@pytest.mark.parametrize("kind", ["reconsideration", "suit"])
def test_not_while_a_dispute_runs(kind):
    story = demanded().event(f"{kind}_accepted", "2025-08-20", accepted_on="2025-08-20")
    assert story.gates("CX-4", "2025-10-13") == ["G-12"]
    assert "正在进行" in sentences(story.ask("CX-4", "2025-10-13"))


def test_too_late_without_a_good_reason_and_recorded_with_one():
    story = demanded()
    assert story.gates("CX-4", "2025-12-04") == ["G-12"]
    assert story.gates("CX-4", "2025-12-04", late_reason="  ") == ["G-12"]
    assert not story.ask("CX-4", "2025-12-04", late_reason="洪水致法院停止立案")


def test_deferral_shifts_the_beginning():
    story = demanded(deferred_until="2025-10-31")
    assert story.gates("CX-4", "2025-10-31") == ["G-12"]
    assert window(story.facts).opens == date(2025, 11, 1)
    assert window(story.facts).closes.legal_due == date(2026, 2, 2)  # 31 January is a Saturday


def test_a_deferral_of_the_main_case_is_seen():
    main = notified().put("PG-18", "2025-05-06", "deferred", until="2025-10-31").facts
    story = demanded()
    story.facts = replace(story.facts, parent=main)
    assert window(story.facts).opens == date(2025, 11, 1)


def test_a_year_where_the_remedies_were_never_stated_and_sixty_days_where_reconsideration_comes_first():
    assert window(asked(rights_stated=False).facts).opens == date(2026, 3, 4)
    assert window(asked(reconsideration_first=True).facts).opens == date(2025, 5, 7)  # 2 May is a holiday


def test_after_reconsideration_fifteen_days_and_after_a_judgment_two_years():
    upheld = asked(reconsideration_received_on="2025-06-20", ground="reconsideration")
    assert window(upheld.facts).opens == date(2025, 7, 8)
    judged = window(asked(ground="judgment", perform_by="2024-03-28").facts)
    assert (judged.opens, judged.closes.legal_due) == (date(2024, 3, 29), date(2026, 3, 30))  # the 28th is a Saturday


def test_a_revoked_decision_goes_to_no_court():
    story = demanded().event("suit_decided", "2025-09-20", result="revoked", received_on="2025-09-20")
    assert "不得再执行" in sentences(story.ask("CX-4", "2025-10-13"))


def test_signed_complete_and_at_the_court_of_the_place():
    story = demanded()
    for word in ("signed_by_head", "materials_complete"):
        assert [r.field for r in story.ask("CX-4", "2025-10-13", **{word: False})] == [word]
    assert "不动产所在地" in sentences(story.ask("CX-4", "2025-10-13", immovable=True, court_place="agency"))
    assert not story.ask("CX-4", "2025-10-13", immovable=True, court_place="immovable")
    assert "只能由" in sentences(story.ask("CX-4", "2025-10-13", by=PAIR))
    assert story.gates("CX-4", "2025-10-13") == []


def test_who_may_execute_does_not_go_to_court():
    found = Story(COERCION_COURT_APPLICATION, GENERAL).ask("CX-1", "2025-04-02", no_own_power=False)
    assert "第五十三条" in sentences(found)


def test_the_terms_of_the_court_and_the_objection_to_the_court_above():
    story = demanded().take("CX-4", "2025-10-13")
    assert story.due("CX-5").legal_due == date(2025, 10, 20)
    story.take("CX-5", "2025-10-15", "accepted")
    assert story.due("CX-5-1").legal_due == date(2025, 10, 24)
    story.take("CX-5-1", "2025-10-24", "refused")
    assert story.due("CX-5-2").legal_due == date(2025, 11, 10)  # 8 November is a Saturday
    assert "已于" in sentences(story.ask("CX-5-2", "2025-11-11"))
    over = story.take("CX-10", "2025-11-12", "not_allowed")
    assert engine.is_over(over.procedure, over.facts)


def test_an_objection_that_is_heard_lets_the_court_execute_or_makes_it_take_up_the_case():
    denied = demanded().take("CX-4", "2025-10-13").take("CX-5", "2025-10-15").take("CX-5-1", "2025-10-24", "refused")
    denied.take("CX-5-2", "2025-10-28").take("CX-5-3", "2025-11-20", "allowed")
    assert not denied.ask("CX-10", "2025-12-20", "court_executed")
    assert "不符" in sentences(denied.ask("CX-10", "2025-12-20", "not_allowed"))
    story = demanded().take("CX-4", "2025-10-13").take("CX-5", "2025-10-15", "rejected")
    story.take("CX-5-2", "2025-10-20").take("CX-5-3", "2025-11-05", "allowed")
    assert story.ask("CX-10", "2025-12-20", "court_executed")
    story.take("CX-5-1", "2025-11-12", "refused")
    assert not story.ask("CX-5-2", "2025-11-20")


def test_fifteen_days_to_object_run_from_the_receipt_of_the_ruling():
    story = demanded().take("CX-4", "2025-10-13").take("CX-5", "2025-10-15")
    story.take("CX-5-1", "2025-10-31", "refused", ruling_received_on="2025-10-24")
    assert story.due("CX-5-2").legal_due == date(2025, 11, 10)


def test_who_has_performed_or_against_whom_execution_has_ended_is_not_taken_to_court():
    assert "已经履行义务" in sentences(demanded().event("performed", "2025-10-01").ask("CX-4", "2025-10-13"))
    ended = demanded().event("execution_ended", "2025-10-01")
    assert "执行已经终结" in sentences(ended.ask("CX-4", "2025-10-13"))
    revoked = demanded().event("decision_revoked", "2025-10-01")
    assert not revoked.ask("CX-10", "2025-10-13", "ended")


def test_after_a_suit_that_upheld_the_decision_the_court_that_judged_executes_within_two_years():
    story = demanded().event("suit_accepted", "2025-08-20").event("suit_decided", "2026-03-20", result="upheld")
    assert not story.ask("CX-4", "2026-06-30", court_place="first_instance")
    assert "核对管辖" in sentences(demanded().ask("CX-4", "2025-10-13", court_place="first_instance"))


def test_property_is_preserved_before_the_court_is_asked_to_execute():
    assert not demanded().ask("CX-9", "2025-10-13")
    assert "申请法院强制执行前" in sentences(demanded().take("CX-4", "2025-10-13").ask("CX-9", "2025-10-14"))


def test_seized_goods_are_sold_by_who_seized_them_under_the_same_gate():
    story = demanded(seized_goods=True)
    assert story.gates("CX-7", "2025-09-03") == ["G-12"]
    assert not story.ask("CX-7", "2025-09-04")
    assert "G-11" in story.gates("CX-7", "2025-10-02")
    assert "适用条件" in sentences(demanded().ask("CX-7", "2025-09-04"))
    demanded_late = asked(seized_goods=True).take("CX-3", "2025-09-15", perform_until="2025-09-18", **SERVED)
    demanded_late.take("CX-R", "2025-09-15 10:00", "agree")
    assert "催告的履行期限至2025年9月18日" in sentences(demanded_late.ask("CX-7", "2025-09-18"))
    assert not demanded_late.ask("CX-7", "2025-09-19")
