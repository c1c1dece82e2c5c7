"""Order, force, lateness, suspension: what the engine says beside the gates."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from lantai.law import engine
from lantai.law.facts import Taken
from lantai.law.periods import BEIJING
from lantai.law.refusals import Malformed
from lantai.law.tests.stories import (
    CHIEF,
    GENERAL,
    HEAD,
    MARKET,
    Story,
    filed,
    investigated,
    moment,
    notified,
    ready,
    sentences,
)


def test_a_step_waits_for_the_one_before_it():
    story = Story().take("PG-1", "2025-06-12")
    assert "前一环节未完成：核查" in sentences(story.ask("PG-3", "2025-06-13"))
    assert story.state("PG-3", "2025-06-13").state == "later"
    assert story.waits_for("2025-06-13") == "PG-2"


def test_evidence_before_the_filing_is_refused():
    story = Story().take("PG-1", "2025-06-12").take("PG-2", "2025-07-02")
    assert "前一环节未完成：立案" in sentences(story.ask("PG-4", "2025-07-02"))


def test_a_step_dated_before_its_foundation_is_refused():
    found = filed().ask("PG-4", "2025-07-01")
    assert "办理时间早于前一环节“立案”" in sentences(found)


def test_a_step_is_taken_once_unless_it_repeats():
    assert "已经办结" in sentences(filed().ask("PG-3", "2025-07-04", officers=[1, 2]))
    assert not filed().take("PG-4", "2025-07-10").ask("PG-4", "2025-07-11", "interview")


def test_every_refusal_has_basis_reason_and_remedy():
    story = investigated(GENERAL).flag(public_interest=True, complex=True, fine=50_000)
    found = [r for step in story.procedure.steps for r in story.ask(step.id, "2025-08-20", by=())]
    assert len(found) > 40
    for one in found:
        assert one.basis, one
        assert one.reason and not one.reason.endswith("。")
        assert one.remedy and not one.remedy.endswith("。")
        assert "None" not in one.sentence


def test_an_unknown_step_is_a_key_error_and_an_unknown_outcome_malformed():
    with pytest.raises(KeyError):
        filed().ask("PG-99", "2025-07-10")
    with pytest.raises(Malformed) as caught:
        filed().ask("PG-4", "2025-07-10", "没有的结果")
    assert caught.value.field == "outcome"


def test_an_outcome_may_be_named_by_its_label():
    assert not filed().ask("PG-4", "2025-07-10", "询问")


def test_only_heads_refuse_to_file_and_only_the_chief_transfers_to_the_police():
    story = Story().take("PG-1", "2025-06-12")
    assert "行政机关负责人" in sentences(story.ask("PG-2", "2025-06-13", "no_filing", by=story.facts.officers))
    assert "主要负责人" in sentences(investigated().ask("PG-14", "2025-08-20", "transfer_criminal", by=(HEAD,)))
    assert not investigated().ask("PG-14", "2025-08-20", "transfer_criminal", by=(CHIEF,))


def test_a_transferred_case_goes_to_closing_and_comes_back_from_the_police():
    story = investigated().take("PG-14", "2025-08-20", "transfer_criminal")
    assert story.waits_for("2025-08-21") == "PG-21"
    assert "不再办理" in sentences(story.ask("PG-4", "2025-08-21"))
    story.event("police_returned", "2025-08-25")
    assert story.waits_for("2025-08-26") == "PG-9"
    assert not story.ask("PG-4", "2025-08-26")


def test_a_received_case_is_not_passed_on():
    story = Story().take("PG-1", "2025-06-12", source="transfer")
    assert "不得再自行移送" in sentences(story.ask("PG-2", "2025-06-13", "transfer"))


def test_sending_back_for_evidence_takes_the_force_from_all_that_rests_on_it():
    story = investigated().take("PG-9", "2025-07-28", "supplement", approving=False)
    states = {s.step.id: s.state for s in engine.states(story.procedure, story.facts, moment("2025-07-29"))}
    assert (states["PG-4"], states["PG-8"], states["PG-9"]) == ("open", "later", "later")
    assert states["PG-3"] == "done"
    story.take("PG-4", "2025-07-30").take("PG-8", "2025-07-31").take("PG-9", "2025-08-01", "agree")
    assert story.waits_for("2025-08-02") == "PG-10"


def test_changed_grounds_call_for_a_new_notice():
    story = ready(fine=8000).event("grounds_changed", "2025-08-13")
    assert story.state("PG-10", "2025-08-14").state == "open"
    assert story.state("PG-11", "2025-08-14").state == "later"


def test_what_has_lost_its_force_stays_on_file_and_settling_twice_changes_nothing():
    story = investigated().take("PG-9", "2025-07-28", "supplement")
    once = engine.settled(story.procedure, story.facts)
    assert len(once.taken) == len(story.facts.taken)
    assert [t.step for t in once.taken if t.void] == ["PG-4", "PG-8", "PG-9"]
    assert engine.settled(story.procedure, once) == once
    fresh = replace(once, taken=tuple(once.taken))
    assert engine.settled(story.procedure, fresh) == once


def test_force_follows_the_time_of_acts_not_of_entries():
    story = investigated().put("PG-9", "2025-07-28", "agree")
    late_entry = replace(story.facts, taken=(*story.facts.taken, Taken("PG-4", moment("2025-07-15"))))
    assert engine.stands(story.procedure, late_entry, "PG-9") is not None
    later = replace(story.facts, taken=(*story.facts.taken, Taken("PG-4", moment("2025-07-29"))))
    assert engine.stands(story.procedure, later, "PG-9") is None


def test_aware_and_naive_moments_are_one_time():
    aware = datetime(2025, 7, 10, 9, tzinfo=BEIJING)
    story = filed().put("PG-4", aware)
    assert not story.ask("PG-8", "2025-07-10 10:00")
    assert "早于前一环节" in sentences(story.ask("PG-8", "2025-07-10 08:00"))


def test_a_suspended_investigation_stands_still_and_its_clock_too():
    story = filed().take("PG-4", "2025-07-10").take("PG-7", "2025-07-11", "suspended", ground="force_majeure")
    story.pause("suspension", "2025-07-11")
    assert "本案已中止调查" in sentences(story.ask("PG-8", "2025-07-20"))
    assert story.due("PG-14", "2025-07-20").standing
    assert "调查已经中止" in sentences(story.ask("PG-7", "2025-07-20", "suspended"))
    assert not story.ask("PG-7", "2025-07-20", "resumed")
    story.facts = replace(story.facts, intervals=())
    story.pause("suspension", "2025-07-11", "2025-07-20").take("PG-7", "2025-07-20", "resumed")
    assert not story.ask("PG-8", "2025-07-21")
    assert story.due("PG-14").raw_due == date(2025, 10, 11)


def test_nothing_is_resumed_that_was_not_suspended():
    assert "无需恢复" in sentences(filed().ask("PG-7", "2025-07-11", "resumed"))


def test_a_terminated_investigation_is_closed():
    story = filed().take("PG-7", "2025-07-11", "terminated", termination_ground="died")
    assert story.waits_for("2025-07-12") == "PG-21"
    assert str(story.due("PG-21").legal_due) == "2025-08-01"


def test_testing_does_not_count_in_the_ninety_days():
    story = filed().pause("testing", "2025-07-10", "2025-07-19")
    assert story.due("PG-14").raw_due == date(2025, 10, 11)
    own = replace(GENERAL, policy={"clock_stops_everywhere": False})
    assert filed(own).pause("testing", "2025-07-10", "2025-07-19").due("PG-14").raw_due == date(2025, 10, 1)


def test_an_extension_moves_the_decision():
    story = ready(fine=8000)
    story.facts = replace(story.facts, extensions={"PG-14": 30})
    assert story.due("PG-14").legal_due == date(2025, 10, 31)
    assert not story.ask("PG-14", "2025-10-31", fine=8000)


def extension(story, days, by, at, number=0):
    return engine.extension_refusals(story.procedure, story.facts, "PG-14", days, by, moment(at), number)


def test_the_head_extends_by_thirty_days_once_and_further_only_after_discussion():
    story = ready(fine=8000)
    assert not extension(story, 30, HEAD, "2025-09-01")
    assert "30日以内" in sentences(extension(story, 31, HEAD, "2025-09-01"))
    assert "应当由" in sentences(extension(story, 30, story.facts.officers[0], "2025-09-01"))
    assert "集体讨论" in sentences(extension(story, 20, HEAD, "2025-09-01", 1))
    story.event("extension_discussed", "2025-09-01")
    assert not extension(story, 20, HEAD, "2025-09-01", 1)
    assert "已延长2次" in sentences(extension(story, 20, HEAD, "2025-09-01", 2))
    assert "已经届满" in sentences(extension(story, 30, HEAD, "2025-10-10"))


def test_other_steps_are_not_extended():
    story = filed()
    found = engine.extension_refusals(story.procedure, story.facts, "PG-17", 5, HEAD, moment("2025-09-01"))
    assert "不得延长" in sentences(found)


def test_lateness_is_kept_where_it_does_not_refuse():
    story = Story().take("PG-1", "2025-06-12")
    late = story.attempt("PG-2", "2025-07-04", "", None, {})
    assert engine.is_late(story.procedure, story.facts, late)
    assert not engine.refusals(story.procedure, story.facts, late)
    assert not engine.is_late(story.procedure, story.facts, replace(late, at=moment("2025-07-03 18:00")))


def test_an_agency_may_record_an_overdue_decision_instead_of_refusing_it():
    story = ready(replace(MARKET, policy={"overdue_decision": "record"}), fine=8000)
    assert not story.ask("PG-14", "2025-10-10", fine=8000)


def test_terms_of_a_departmental_rule_are_policy_elsewhere():
    general, market = Story(agency=GENERAL).take("PG-1", "2025-06-12"), Story().take("PG-1", "2025-06-12")
    assert any("本平台规则" in line for line in general.due("PG-2").counted)
    assert not any("本平台规则" in line for line in market.due("PG-2").counted)


def test_a_review_has_ten_working_days_in_market_supervision_and_five_or_ten_elsewhere():
    assert investigated().due("PG-9").legal_due == date(2025, 8, 4)
    major = investigated(GENERAL).flag(public_interest=True)
    assert major.due("PG-9").legal_due == date(2025, 7, 28)
    assert major.flag(complex=True).due("PG-9").legal_due == date(2025, 8, 4)
    major.event("review_materials_complete", "2025-07-28")
    assert major.due("PG-9").legal_due == date(2025, 8, 11)


def test_the_term_of_a_review_that_gave_its_opinion_stands_until_the_case_is_handed_in_again():
    story = investigated().flag(public_interest=True)
    story.event("review_materials_complete", "2025-07-22").take("PG-9", "2025-07-28", "correct")
    assert story.due("PG-9") is None
    story.event("review_materials_complete", "2025-08-11")
    assert story.due("PG-9").legal_due == date(2025, 8, 25)


def test_a_decision_not_to_punish_is_public_within_twenty_working_days():
    story = ready(fine=8000).flag(draft_outcome="no_penalty_minor").take("PG-14", "2025-08-20", "no_penalty_minor")
    assert story.due("PG-16").legal_due == date(2025, 9, 17)
    assert story.state("PG-17", "2025-08-21").state == "not_owed"


def test_no_notice_is_owed_for_a_case_that_will_not_be_punished():
    story = investigated().flag(draft_outcome="no_penalty_minor").take("PG-9", "2025-07-28", "agree")
    assert story.waits_for("2025-07-29") == "PG-14"
    assert not story.ask("PG-14", "2025-07-29", "no_penalty_minor")
    assert "适用条件不具备" in sentences(story.ask("PG-10", "2025-07-29"))


def test_outside_market_supervision_an_ordinary_case_needs_no_audit():
    assert investigated(GENERAL).flag(fine=500).waits_for("2025-07-22") == "PG-10"
    assert investigated().flag(fine=8000).waits_for("2025-07-22") == "PG-9"


def test_an_open_window_blocks_the_decision_by_the_file_not_the_person():
    story = notified(fine=8000).take("PG-11", "2025-08-06", "made", content="异议", accepted="none", reply="不采纳")
    state = story.state("PG-14", "2025-08-07")
    assert state.state == "blocked"
    assert [r.gate for r in state.refusals] == ["G-04"]
    assert story.state("PG-14", "2025-08-12").state == "open"


def test_optional_steps_may_be_taken_and_are_never_owed():
    state = filed().state("PG-7", "2025-07-10")
    assert (state.state, state.takeable) == ("not_owed", True)
    assert filed().state("PG-6", "2025-07-10").takeable


def test_a_measure_whose_procedure_is_not_released_is_not_opened_here():
    story = filed()
    unreleased = replace(story.procedure["PG-6"], child=("coercion.unknown",))
    steps = tuple(unreleased if s.id == "PG-6" else s for s in story.procedure.steps)
    story.procedure = replace(story.procedure, steps=steps)
    sealing = story.state("PG-6", "2025-07-10")
    assert not sealing.takeable
    assert "尚未在本平台施行" in sentences(sealing.refusals)


def test_an_archived_case_is_over():
    story = ready(fine=8000).take("PG-14", "2025-08-20", fine=8000).take("PG-15", "2025-08-21", mode="SV-1")
    story.take("PG-16", "2025-08-22").take("PG-17", "2025-08-25", kind="fine", amount=8000, receipt_no="1")
    story.take("PG-21", "2025-08-26")
    assert not engine.is_over(story.procedure, story.facts)
    story.take("PG-22", "2025-08-27")
    assert engine.is_over(story.procedure, story.facts)
    assert story.waits_for("2025-08-28") == ""
    assert "已经办结归档" in sentences(story.ask("PG-17", "2025-08-28"))


def test_documents_follow_the_case():
    general = notified(GENERAL, fine=500)
    documents = engine.documents_of
    assert documents(general.procedure, general.facts, "PG-10") == ("penalty_notice",)
    heavy = notified(GENERAL, fine=50_000, hearing_right=True)
    assert documents(heavy.procedure, heavy.facts, "PG-10") == ("hearing_right_notice",)
    assert documents(heavy.procedure, heavy.facts, "PG-9") == ("review_opinion",)
    audited = ready(fine=8000)
    assert documents(audited.procedure, audited.facts, "PG-9") == ("audit_opinion",)
    forgiven = ("no_penalty_decision", "education_record")
    assert documents(audited.procedure, audited.facts, "PG-14", "no_penalty_minor") == forgiven
    assert documents(audited.procedure, audited.facts, "PG-14", "no_penalty_facts") == forgiven[:1]


def test_a_term_has_not_begun_before_its_day():
    story = filed()
    assert engine.due_of(story.procedure, story.facts, "PG-14", date(2025, 7, 2)) is None
    assert engine.due_of(story.procedure, story.facts, "PG-15", date(2025, 7, 4)) is None


def test_states_are_asked_for_at_any_moment_without_harm():
    story = ready(fine=8000)
    for days in range(0, 400, 50):
        states = engine.states(story.procedure, story.facts, moment("2025-06-12") + timedelta(days=days))
        assert len(states) == len(story.procedure.steps)
