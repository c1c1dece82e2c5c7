"""法制审核: who may review, what an opinion follows from, and what it opens."""

from __future__ import annotations

import pytest
from django.http import Http404

from lantai.cases.commands.drafting import save_draft
from lantai.cases.models import Draft, ReviewReceipt
from lantai.law import review as rules
from lantai.law import statements
from lantai.law.refusals import Malformed, Refused
from lantai.rehearsal.wording import lawful
from lantai.review import commands, queries
from lantai.review.models import Review
from tests.scenes import Scene, at, moment, scene

pytestmark = pytest.mark.django_db

FINE = {"penalty_kinds": ["fine"], "fine": "150000", "tier": "从重"}
IN_ORDER = {a.code: {"verdict": "ok", "note": ""} for a in rules.ASPECTS}


def drafted(place: Scene, day: str = "2026-03-11", **changes: str) -> Draft:
    fields = lawful(statements.draft_words("penalty"), FINE, moment(day), {}) | changes
    with at(day):
        return save_draft(actor=place.actor("officer"), case=place.case, outcome="penalty", fields=fields)


def handed_in(day: str = "2026-03-12") -> tuple[Scene, Review]:
    place = scene("PG-8", "2026-03-10")
    drafted(place)
    with at(day):
        return place, commands.submit(actor=place.actor("officer"), case=place.case, letter="请审核")


def accepted() -> tuple[Scene, Review]:
    place, review = handed_in()
    with at("2026-03-13"):
        return place, commands.accept(actor=place.actor("reviewer"), review=review)


def faulty(code: str) -> dict[str, dict[str, str]]:
    return IN_ORDER | {code: {"verdict": "defect", "note": "应当补充"}}


def test_nothing_is_handed_in_without_a_draft():
    place = scene("PG-8", "2026-03-10")
    with at("2026-03-11"), pytest.raises(Refused, match="处理意见"):
        commands.submit(actor=place.actor("officer"), case=place.case, letter="")


def test_a_review_names_the_reasons_why_it_is_due():
    _, review = handed_in()
    assert review.is_major
    assert any("罚款" in reason for reason in review.reasons)


def test_a_case_is_under_one_review_at_a_time():
    place, _ = handed_in()
    with at("2026-03-13"), pytest.raises(Refused, match="已经送审"):
        commands.submit(actor=place.actor("officer"), case=place.case, letter="")


def test_the_term_of_review_runs_from_acceptance_in_working_days():
    _, review = accepted()
    assert review.complete_on.isoformat() == "2026-03-13"
    assert review.due_on.isoformat() == "2026-03-27"


def test_a_handler_does_not_review_the_case():
    place, review = handed_in()
    place.world.people["reviewer"] = place.world.people["officer"]
    with at("2026-03-13"), pytest.raises(Refused):
        commands.accept(actor=place.actor("officer"), review=review)


def test_want_of_materials_is_told_once():
    place, review = handed_in()
    reviewer = place.actor("reviewer")
    with at("2026-03-13"):
        returned = commands.send_back(actor=reviewer, review=review, missing="补齐裁量说明")
        again = commands.resubmit(actor=place.actor("officer"), review=returned, letter="")
        with pytest.raises(Refused, match="一次性"):
            commands.send_back(actor=reviewer, review=again, missing="再补")


def test_only_who_accepted_gives_the_opinion():
    place, review = accepted()
    with at("2026-03-16"), pytest.raises(Refused, match="其他审核人"):
        commands.give_opinion(
            actor=place.actor("auditor"), review=review, aspects=IN_ORDER, opinion="agree", opinion_text="同意"
        )


@pytest.mark.parametrize("opinion", ["correct", "supplement", "transfer"])
def test_without_a_defect_only_consent_is_possible(opinion):
    place, review = accepted()
    with at("2026-03-16"), pytest.raises(Malformed) as wrong:
        commands.give_opinion(
            actor=place.actor("reviewer"), review=review, aspects=IN_ORDER, opinion=opinion, opinion_text="意见"
        )
    assert wrong.value.field == "opinion"


def test_with_a_defect_consent_is_impossible():
    place, review = accepted()
    with at("2026-03-16"), pytest.raises(Malformed) as wrong:
        commands.give_opinion(
            actor=place.actor("reviewer"), review=review, aspects=faulty("law"), opinion="agree", opinion_text="同意"
        )
    assert wrong.value.field == "opinion"


def test_a_defect_is_explained():
    place, review = accepted()
    aspects = IN_ORDER | {"law": {"verdict": "defect", "note": " "}}
    with at("2026-03-16"), pytest.raises(Malformed) as wrong:
        commands.give_opinion(
            actor=place.actor("reviewer"), review=review, aspects=aspects, opinion="correct", opinion_text="意见"
        )
    assert wrong.value.field == "note_law"


def test_consent_writes_a_receipt_for_the_very_draft_and_moves_the_case_on():
    place, review = accepted()
    with at("2026-03-16"):
        commands.give_opinion(
            actor=place.actor("reviewer"), review=review, aspects=IN_ORDER, opinion="agree", opinion_text="同意"
        )
    receipt = ReviewReceipt.objects.get(case=place.case)
    assert receipt.is_approving
    assert receipt.draft_digest == Draft.objects.latest("id").digest
    assert place.case.standing == "PG-10"
    assert "法制审核第 1 轮" not in place.browser("officer").get(f"/desk/cases/{place.case.pk}/").content.decode()


def test_a_correction_sends_the_file_back_and_a_second_round_follows():
    place, review = accepted()
    with at("2026-03-16"):
        commands.give_opinion(
            actor=place.actor("reviewer"),
            review=review,
            aspects=faulty("law"),
            opinion="correct",
            opinion_text="适用法律有误",
            problems="应当适用第一百二十六条第一款",
        )
    assert place.case.standing == "PG-9"
    assert not ReviewReceipt.objects.get(case=place.case).is_approving
    assert place.case.next_due_label != "审核"  # who reviewed owes nothing until it is handed in again
    with at("2026-03-17"):
        page = place.browser("officer").get(f"/desk/cases/{place.case.pk}/").content.decode()
    assert "法制审核第 1 轮：建议纠正" in page and "应当补充" in page
    drafted(place, "2026-03-17", basis_reason="改正后的依据选择理由。")
    with at("2026-03-18"):
        second = commands.submit(actor=place.actor("officer"), case=place.case, letter="")
    assert second.round == 2


def test_an_opinion_on_a_draft_that_changed_meanwhile_is_refused():
    place, review = accepted()
    drafted(place, "2026-03-16", discretion_reason="送审后改写。")
    with at("2026-03-17"), pytest.raises(Refused) as refused:
        commands.give_opinion(
            actor=place.actor("reviewer"), review=review, aspects=IN_ORDER, opinion="agree", opinion_text="同意"
        )
    assert {r.gate for r in refused.value.refusals} == {"G-06"}


def test_a_disagreement_never_replaces_the_review():
    place, review = accepted()
    with at("2026-03-16"):
        commands.give_opinion(
            actor=place.actor("reviewer"),
            review=review,
            aspects=faulty("facts"),
            opinion="supplement",
            opinion_text="证据不足",
            problems="补充进货票据",
        )
        said = commands.disagree(actor=place.actor("officer"), review=review, reply="证据已经充分")
        with pytest.raises(Refused):
            commands.conclude(actor=place.actor("head"), disagreement=said, body="局长办公会", conclusion="同意处罚")
        answered = commands.answer(
            actor=place.actor("reviewer"), disagreement=said, text="维持原意见", is_maintained=True
        )
        commands.conclude(actor=place.actor("head"), disagreement=answered, body="局长办公会", conclusion="补充后再审")
    assert place.case.standing == "PG-4"
    assert not ReviewReceipt.objects.filter(case=place.case, is_approving=True).exists()


def test_a_withdrawn_review_opens_no_gate():
    place, review = handed_in()
    with at("2026-03-13"):
        commands.withdraw(actor=place.actor("officer"), review=review, reason="需要改稿")
    assert not ReviewReceipt.objects.exists()
    assert place.case.standing == "PG-9"


def test_a_stranger_finds_no_review():
    place, review = handed_in()
    with pytest.raises(Http404):
        queries.get(place.actor("justice_bureau_same_level"), review.pk)


def test_the_review_desk_shows_the_draft_and_takes_the_opinion(client):
    place, review = handed_in()
    browser = place.browser("reviewer")
    with at("2026-03-13"):
        page = browser.get(f"/desk/review/{review.pk}/")
        assert page.status_code == 200
        assert "证据采信理由" in page.content.decode()
        assert browser.post(f"/desk/review/{review.pk}/accept/").status_code == 302
        said = {"opinion": "agree", "opinion_text": "同意"}
        for aspect in rules.ASPECTS:
            said |= {f"verdict_{aspect.code}": "ok", f"note_{aspect.code}": ""}
        assert browser.post(f"/desk/review/{review.pk}/opinion/", said).status_code == 302
    assert place.case.standing == "PG-10"


def test_a_machine_is_told_as_data_why_the_review_did_nothing():
    place, review = accepted()
    address, data = f"/desk/review/{review.pk}/", {"Accept": "application/json"}
    with at("2026-03-14"):
        wrong = place.browser("reviewer").post(f"{address}opinion/", {"opinion": "perhaps"}, headers=data)
        assert wrong.status_code == 400 and "opinion" in wrong.json()["faults"]
        for act, field in (("send-back/", "missing"), ("withdraw/", "reason"), ("disagreement/", "reply")):
            wrong = place.browser("officer").post(f"{address}{act}", {field: ""}, headers=data)
            assert wrong.status_code == 400 and wrong.json()["field"] == field, act
        refused = place.browser("reviewer").post(f"{address}send-back/", {"missing": "缺鉴定意见"}, headers=data)
        assert refused.status_code == 409 and refused.json()["refusals"][0]["reason"]
        refused = place.browser("officer").post(
            f"/desk/review/submit/{place.case.pk}/", {"letter": "送审"}, headers=data
        )
        assert refused.status_code == 409
