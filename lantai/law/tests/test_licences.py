"""行政许可: once told, silence accepts, working days only, what stops the clock, reasons and remedies (G-13), the four ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lantai.law import licences, walk_licences
from lantai.law.engine import extension_refusals, is_over
from lantai.law.facts import Interval
from lantai.law.procedures.licence_ending import LICENCE_ENDING
from lantai.law.procedures.licence_ordinary import LICENCE_ORDINARY
from lantai.law.tests.stories import CHAIR, GENERAL, HEAD, OFFICER_A, PAIR, REVIEWER, Story, moment, sentences
from lantai.law.tests.test_declarations import references

ONE = (OFFICER_A,)
DENIED = {"denial_reasons": "经营场所不符合法定条件", "remedies_told": True}


def applied(day: str = "2026-02-11", **facts) -> Story:
    """An application received before Spring Festival."""
    stated = facts.pop("stated", {})
    return Story(LICENCE_ORDINARY, facts.pop("agency", GENERAL), officers=(), **facts).take(
        "LI-1", day, by=ONE, **stated
    )


def accepted(day: str = "2026-03-02", **facts) -> Story:
    return applied(day, **facts).take("LI-2", f"{day} 10:00", "accepted", by=ONE)


def examined(day: str = "2026-03-02", **stated) -> Story:
    return accepted(day).take("LI-3", "2026-03-03", "on_paper", by=ONE, **stated)


def granted(**stated) -> Story:
    return examined().take("LI-8", "2026-03-10", "granted", **stated)


def certified() -> Story:
    return granted().take("LI-9", "2026-03-12", "certificate", by=ONE, mode="SV-1")


# ---- 受理 --------------------------------------------------------------------------------------------------------


def test_silence_of_five_working_days_accepts_from_the_day_of_receipt():
    story = applied()
    assert story.due("LI-2").legal_due == date(2026, 2, 25)
    assert licences.accepted_on(story.facts, date(2026, 2, 25)) is None
    assert licences.accepted_on(story.facts, date(2026, 2, 26)) == date(2026, 2, 11)
    assert story.due("LI-8").legal_due == date(2026, 3, 17)
    assert not story.ask("LI-3", "2026-02-26", by=ONE)
    assert "申请尚未受理" in sentences(story.ask("LI-3", "2026-02-25", by=ONE))


@pytest.mark.parametrize("outcome", ["supplement", "not_needed", "not_competent", "false_material"])
def test_after_the_silence_only_acceptance_is_left(outcome):
    story = applied()
    assert "自收到之日2026年2月11日起即为受理" in sentences(story.ask("LI-2", "2026-02-26", outcome, by=ONE))
    assert not story.ask("LI-2", "2026-02-25", outcome, by=ONE)
    late = story.take("LI-2", "2026-02-27", "accepted", by=ONE)
    assert late.due("LI-8").legal_due == date(2026, 3, 17)


def test_a_notice_of_acceptance_starts_the_term_on_its_day():
    story = applied().take("LI-2", "2026-02-13", "accepted", by=ONE)
    assert licences.accepted_on(story.facts, date(2026, 2, 13)) == date(2026, 2, 13)
    assert story.due("LI-8").legal_due == date(2026, 3, 19)


def test_g13_a_second_supplement_is_refused_and_a_first_one_is_not():
    story = applied()
    assert not story.ask("LI-2", "2026-02-12", "supplement", by=ONE, missing="平面图")
    story.take("LI-2", "2026-02-12", "supplement", by=ONE, missing="平面图")
    assert story.gates("LI-2", "2026-02-13", "supplement", by=ONE, missing="健康证明") == ["G-13"]
    story.event("materials_completed", "2026-03-03")
    assert story.gates("LI-2", "2026-03-04", "supplement", by=ONE, missing="健康证明") == ["G-13"]


def test_g13_a_supplement_names_all_that_is_missing():
    assert applied().gates("LI-2", "2026-02-12", "supplement", by=ONE, missing=" ") == ["G-13"]


def test_while_a_supplement_is_awaited_no_term_of_decision_runs():
    story = applied().take("LI-2", "2026-02-12", "supplement", by=ONE, missing="平面图")
    assert story.due("LI-8", "2026-03-30") is None
    assert "尚未登记收齐" in sentences(story.ask("LI-2", "2026-02-27", "accepted", by=ONE))
    story.event("materials_completed", "2026-03-02")
    assert licences.accepted_on(story.facts, date(2026, 3, 2)) == date(2026, 3, 2)
    assert story.due("LI-8", "2026-03-30").legal_due == date(2026, 3, 30)
    assert "应当受理" in sentences(story.ask("LI-2", "2026-03-03", "not_competent", by=ONE))


def test_an_application_that_is_not_accepted_is_filed_away():
    story = applied().take("LI-2", "2026-02-12", "not_competent", by=ONE, told_to="衡阳市珠晖区市场监督管理局")
    assert "不予受理" in sentences(story.ask("LI-3", "2026-02-13", by=ONE))
    assert is_over(story.procedure, story.take("LI-16", "2026-02-13", by=ONE).facts)


def test_nothing_irrelevant_is_asked_for():
    story = Story(LICENCE_ORDINARY, GENERAL, officers=())
    assert "无关的材料" in sentences(story.ask("LI-1", "2026-02-11", by=ONE, only_relevant=False))


# ---- 审查、特别程序 --------------------------------------------------------------------------------------------------


def test_the_substance_is_verified_by_two_members_of_staff():
    assert "不足两名" in sentences(accepted().ask("LI-3", "2026-03-03", "verified", by=ONE))
    assert not accepted().ask("LI-3", "2026-03-03", "verified", by=PAIR)


@pytest.mark.parametrize(
    ("kind", "told", "due"),
    [
        ("testing", True, date(2026, 4, 3)),
        ("expert_review", True, date(2026, 4, 3)),
        ("bidding", True, date(2026, 4, 3)),
        ("hearing", True, date(2026, 4, 3)),
        ("testing", False, date(2026, 3, 30)),
        ("exam", True, date(2026, 3, 30)),
        ("suspension", True, date(2026, 3, 30)),
    ],
)
def test_only_the_listed_kinds_stop_the_clock_and_only_if_told_in_writing(kind, told, due):
    story = accepted()
    span = Interval(kind, date(2026, 3, 5), date(2026, 3, 10), told)  # four working days
    story.facts = replace(story.facts, intervals=(span,))
    assert story.due("LI-8").legal_due == due


def test_no_decision_while_a_special_procedure_runs():
    story = examined().pause("testing", "2026-03-05")
    assert "检测、检验、检疫、鉴定尚未结束" in sentences(story.ask("LI-8", "2026-03-10", "granted"))


# ---- 期限、延长 -----------------------------------------------------------------------------------------------------


def test_twenty_working_days_and_ten_more_once():
    story = accepted()
    assert story.due("LI-8").legal_due == date(2026, 3, 30)
    assert "不得超过10日" not in sentences(story.ask("LI-8-1", "2026-03-27", days=10, reasons_told=True))
    assert "延长不得超过10日" in sentences(story.ask("LI-8-1", "2026-03-27", days=11))
    assert "理由告知申请人" in sentences(story.ask("LI-8-1", "2026-03-27", days=10, reasons_told=False))
    story.take("LI-8-1", "2026-03-27", days=10, reasons_told=True)
    assert story.due("LI-8").legal_due == date(2026, 4, 14)
    assert extension_refusals(story.procedure, story.facts, "LI-8", 5, HEAD, moment("2026-04-01"))


def test_several_departments_have_forty_five_and_fifteen():
    story = accepted().take("LI-15", "2026-03-02 11:00", "joint", by=ONE, departments="消防")
    assert story.due("LI-8").legal_due == date(2026, 5, 8)
    assert "延长不得超过15日" in sentences(story.ask("LI-8-1", "2026-04-27", days=16))
    assert "本级人民政府负责人" in sentences(story.ask("LI-8-1", "2026-04-27", days=15, government_approved=False))
    assert not extension_refusals(story.procedure, story.facts, "LI-8", 15, HEAD, moment("2026-04-01"))
    alone = accepted().take("LI-15", "2026-03-02 11:00", "one_unit", by=ONE, departments="审批科")
    assert alone.due("LI-8").legal_due == date(2026, 3, 30)


def test_a_shorter_promise_binds_and_another_law_prevails():
    assert accepted(stated={"promised_days": 7}).due("LI-8").legal_due == date(2026, 3, 11)
    assert accepted(stated={"statutory_days": 60}).due("LI-8").legal_due > date(2026, 5, 20)


def test_a_late_decision_is_recorded_as_late_and_not_refused():
    assert not examined().ask("LI-8", "2026-04-20", "granted")


# ---- 听证 --------------------------------------------------------------------------------------------------------


def test_a_hearing_asked_for_comes_before_the_decision_and_stops_it():
    story = examined(major_interest=True)
    assert "没有告知听证权利" in sentences(story.ask("LI-8", "2026-03-10", "granted"))
    story.take("LI-4", "2026-03-04", by=ONE, mode="SV-1").take("LI-4-1", "2026-03-04 15:00", "none", by=ONE)
    story.take("LI-5-1", "2026-03-04 15:00", "right", by=ONE, mode="SV-1")
    assert "至2026年3月11日尚未届满" in sentences(story.ask("LI-8", "2026-03-11", "granted"))
    assert not story.ask("LI-8", "2026-03-12", "granted")
    assert "已于2026年3月11日届满" in sentences(story.ask("LI-5-2", "2026-03-12", "asked", by=ONE))
    story.take("LI-5-2", "2026-03-11", "asked", by=ONE)
    assert story.due("LI-5").legal_due == date(2026, 4, 9)
    assert "举行听证" in sentences(story.ask("LI-8", "2026-03-20", "granted"))
    assert "不足七个工作日" in sentences(
        story.ask("LI-5-3", "2026-03-12", by=(CHAIR,), hearing_on="2026-03-23", mode="SV-1")
    )
    story.take("LI-5-3", "2026-03-12", by=(CHAIR,), hearing_on="2026-03-24", mode="SV-1")
    assert "不得主持听证" in sentences(story.ask("LI-5", "2026-03-24", by=ONE, av=True))
    assert "没有公开举行" in sentences(story.ask("LI-5", "2026-03-24", by=(CHAIR,), av=True, public=False))
    assert "承担听证费用" in sentences(story.ask("LI-5", "2026-03-24", by=(CHAIR,), av=True, free_of_charge=False))
    story.take("LI-5", "2026-03-24", by=(CHAIR,), av=True)
    assert "没有根据听证笔录" in sentences(story.ask("LI-8", "2026-03-25", "granted", by_minutes=False))
    assert not story.ask("LI-8", "2026-03-25", "granted", by_minutes=True)


def test_a_hearing_by_office_is_announced():
    story = examined(hearing_by_office=True)
    assert "应当向社会公告" in sentences(story.ask("LI-5-1", "2026-03-04", "right", by=ONE))
    assert not story.ask("LI-5-1", "2026-03-04", "announced", by=ONE)


def test_a_decision_of_the_catalogue_waits_for_the_review_of_somebody_else():
    own = replace(GENERAL, catalogue=frozenset({"licence_denied"}))
    story = accepted(agency=own).take("LI-3", "2026-03-03", "on_paper", by=(REVIEWER, OFFICER_A))
    assert story.gates("LI-8", "2026-03-10", "denied", **DENIED) == ["G-06"]
    assert not story.ask("LI-8", "2026-03-10", "granted")
    assert story.gates("LR", "2026-03-05", "agree", by=(REVIEWER,)) == ["G-07"]
    story.take("LR", "2026-03-05", "agree", by=(CHAIR,))
    assert not story.ask("LI-8", "2026-03-10", "denied", **DENIED)


# ---- 决定 --------------------------------------------------------------------------------------------------------


def test_g13_a_denial_gives_reasons_and_remedies():
    story = examined()
    assert not story.ask("LI-8", "2026-03-10", "denied", **DENIED)
    assert story.gates("LI-8", "2026-03-10", "denied", remedies_told=True) == ["G-13"]
    assert story.gates("LI-8", "2026-03-10", "denied", denial_reasons="不符合条件", remedies_told=False) == ["G-13"]
    assert len(story.ask("LI-8", "2026-03-10", "denied")) == 2


def test_a_certificate_follows_a_grant_within_ten_working_days():
    story = granted()
    assert (story.due("LI-9").legal_due, story.due("LI-10").legal_due) == (date(2026, 3, 24), date(2026, 3, 19))
    denied = examined().take("LI-8", "2026-03-10", "denied", **DENIED)
    assert "没有准予许可" in sentences(denied.ask("LI-9", "2026-03-12", "certificate", by=ONE, mode="SV-1"))
    assert denied.due("LI-10") is not None and denied.state("LI-10", "2026-03-12").state == "not_owed"


def test_no_fee_without_a_law_or_administrative_regulation():
    for level in ("local", "rule", "none"):
        assert "没有法律、行政法规依据" in sentences(
            accepted().ask("LI-14", "2026-03-03", by=ONE, fee_basis_level=level)
        )
    assert not accepted().ask("LI-14", "2026-03-03", by=ONE, fee_basis_level="law")
    assert "不得收费" in sentences(accepted().ask("LI-14", "2026-03-03", by=ONE, fee_basis_level="law", for_form=True))


# ---- 变更、延续 -----------------------------------------------------------------------------------------------------


def renewing(day: str, **stated) -> Story:
    words = {"application_kind": "renewal", "valid_to": "2026-06-30", **stated}
    story = applied(day, stated=words).take("LI-2", f"{day} 10:00", "accepted", by=ONE)
    return story.take("LI-3", f"{day} 11:00", "on_paper", by=ONE)


def test_silence_until_expiry_renews():
    story = renewing("2026-05-29")
    assert story.due("LI-11").legal_due == date(2026, 6, 30)
    assert "尚未逾期" in sentences(story.ask("LI-11", "2026-06-30", "renewed_by_silence", by=ONE))
    assert "视为准予延续" in sentences(story.ask("LI-11", "2026-07-01", "renewal_denied", **DENIED))
    assert not story.ask("LI-11", "2026-06-30", "renewal_denied", **DENIED)
    assert not story.ask("LI-11", "2026-07-01", "renewed_by_silence", by=ONE)


def test_the_lead_time_is_data_and_a_late_application_is_not_renewed_by_silence():
    assert licences.latest_application(renewing("2026-05-29").facts) == date(2026, 5, 31)
    late = renewing("2026-05-29", lead_days=45)
    assert licences.latest_application(late.facts) == date(2026, 5, 16)
    assert "逾期提出的，不适用视为准予延续" in sentences(late.ask("LI-11", "2026-07-01", "renewed_by_silence", by=ONE))
    assert not late.ask("LI-11", "2026-07-01", "renewal_denied", **DENIED)


def test_a_renewal_is_decided_as_one_and_not_as_a_new_licence():
    story = renewing("2026-05-29")
    assert "首次申请" in sentences(story.ask("LI-8", "2026-06-10", "granted"))
    assert "本件是延续申请" in sentences(story.ask("LI-11", "2026-06-10", "changed"))
    assert story.waits_for("2026-06-10") == "LI-11"


# ---- 撤回 撤销 注销 -------------------------------------------------------------------------------------------------


def ending(kind: str = "revoke") -> Story:
    story = Story(LICENCE_ENDING, GENERAL, officers=()).take("LI-12-1", "2026-04-01", by=ONE, end_kind=kind)
    return story.take("LI-12-2", "2026-04-03", "none", by=ONE, mode="SV-1") if kind != "cancel" else story


def reviewed(kind: str = "revoke") -> Story:
    return ending(kind).take("LR", "2026-04-07", "agree", by=(REVIEWER,))


def test_fraud_must_be_revoked_unless_it_gravely_harms_the_public():
    story = reviewed()
    assert not story.ask("LI-12", "2026-04-08", "revoked", ground="fraud")
    assert "应当撤销" in sentences(story.ask("LI-12", "2026-04-08", "not_revoked", ground="fraud"))
    assert "不予撤销" in sentences(story.ask("LI-12", "2026-04-08", "revoked", ground="fraud", grave_harm=True))
    assert not story.ask("LI-12", "2026-04-08", "not_revoked", ground="fraud", grave_harm=True)


def test_the_agencys_own_fault_leaves_a_choice_and_pays_for_the_loss():
    story = reviewed()
    assert not story.ask("LI-12", "2026-04-08", "not_revoked", ground="procedure")
    assert "给予赔偿" in sentences(story.ask("LI-12", "2026-04-08", "revoked", ground="procedure", loss=True))
    paid = {"ground": "procedure", "loss": True, "compensation": "赔偿装修损失"}
    assert not story.ask("LI-12", "2026-04-08", "revoked", **paid)


def test_withdrawal_is_for_the_public_interest_and_compensated():
    story = reviewed("withdraw")
    assert not story.ask("LI-12", "2026-04-08", "withdrawn", ground="law_changed")
    assert "补偿" in sentences(story.ask("LI-12", "2026-04-08", "withdrawn", ground="law_changed", loss=True))
    assert "不是为了公共利益" in sentences(
        story.ask("LI-12", "2026-04-08", "withdrawn", ground="law_changed", public_interest=False)
    )
    assert "应当按“撤销”办理" in sentences(story.ask("LI-12", "2026-04-08", "withdrawn", ground="fraud"))


def test_each_end_has_its_own_ground_and_the_penalty_is_none_of_them():
    story = ending("cancel")
    assert not story.ask("LI-12", "2026-04-08", "cancelled", ground="expired")
    assert "应当按“撤回”办理" in sentences(story.ask("LI-12", "2026-04-08", "cancelled", ground="law_changed"))
    assert "吊销许可证件是行政处罚" in sentences(story.ask("LI-12", "2026-04-08", "cancelled", ground="penalty"))


def test_no_licence_is_taken_away_without_review_and_cancellation_needs_none():
    assert ending().gates("LI-12", "2026-04-08", "revoked", ground="fraud") == ["G-06"]
    assert not ending("cancel").ask("LI-12", "2026-04-08", "cancelled", ground="expired")
    assert certified().gates("LI-12", "2026-05-08", "revoked", ground="fraud") == ["G-06"]
    story = certified().take("LR", "2026-05-06", "agree", by=(REVIEWER,))
    assert not story.ask("LI-12", "2026-05-08", "revoked", ground="fraud")


def test_what_is_decided_was_proposed_and_told_and_a_new_proposal_is_told_anew():
    story = reviewed("withdraw")
    assert "拟作的处理是撤回" in sentences(story.ask("LI-12", "2026-04-08", "revoked", ground="fraud"))
    story.take("LI-12-1", "2026-04-09", by=ONE, end_kind="revoke")
    assert "听取意见" in sentences(story.ask("LI-12", "2026-04-10", "revoked", ground="fraud"))
    story.take("LI-12-2", "2026-04-10", "none", by=ONE, mode="SV-1").take("LR", "2026-04-13", "agree", by=(REVIEWER,))
    story.take("LI-12", "2026-04-14", "revoked", ground="fraud")
    assert story.ask("LR", "2026-04-15", "correct", by=(CHAIR,)) and story.ask("LI-12-1", "2026-04-15", by=ONE)


def test_nobody_is_silent_who_was_not_reached():
    proposed = Story(LICENCE_ENDING, GENERAL, officers=()).take("LI-12-1", "2026-04-01", by=ONE, end_kind="revoke")
    posted = {"mode": "SV-6", "proofs": ["announcement_text", "reason_note"], "reason": "下落不明"}
    story = proposed.take("LI-12-2", "2026-04-01", "none", by=ONE, **posted)
    story.take("LR", "2026-04-07", "agree", by=(REVIEWER,))
    assert "尚未送达" in sentences(story.ask("LI-12", "2026-04-30", "revoked", ground="fraud"))
    assert not story.ask("LI-12", "2026-05-06", "revoked", ground="fraud")


def test_the_acts_that_the_walk_passes_over_support_nothing():
    for step in LICENCE_ORDINARY.steps:
        if step.id not in walk_licences.LOOSE:
            assert not {r.partition(":")[0] for r in references(step)} & walk_licences.LOOSE, step.id
