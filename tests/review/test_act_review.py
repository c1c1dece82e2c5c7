"""征收、征用的法制审核: handed in, accepted and answered at the same desk as that of a penalty."""

from __future__ import annotations

import pytest
from django.http import Http404

from lantai.agencies import queries as agencies
from lantai.agencies.models import Agency, Field
from lantai.cases.commands.steps import take_step
from lantai.cases.models import Decision, Draft, ReviewReceipt, TakenStep
from lantai.law import review as rules
from lantai.law.people import Actor, Role
from lantai.law.refusals import Malformed, Refused
from lantai.rehearsal.reading import read
from lantai.review import commands, queries
from lantai.review.models import Review
from tests.scenes import Scene, at, scene, world

pytestmark = pytest.mark.django_db

IN_ORDER = {a.code: {"verdict": "ok", "note": ""} for a in rules.ASPECTS}
OPINION = {"opinion_text": "主体、权限、程序合法，同意。"}


def requisition() -> Scene:
    return scene("RQ-1", "2026-03-02", procedure="requisition.emergency")


def play(place: Scene, rows: list[dict[str, object]]) -> None:
    head = {"scenario": "scene", "title": "案", "agency": place.world.agency.name, "procedure": place.case.procedure}
    for row in read(head | {"party": {"kind": "organisation"}, "timeline": rows}, "scene").timeline:
        told = place.player.play(row)
        assert told.allowed, told.sentences


def answer(place: Scene, review: Review, opinion: str = "agree", fault: str = "") -> Review:
    aspects = IN_ORDER | ({fault: {"verdict": "defect", "note": "应当改正"}} if fault else {})
    reviewer = place.actor("reviewer")
    review.refresh_from_db()
    held = commands.accept(actor=reviewer, review=review) if review.state == "submitted" else review
    return commands.give_opinion(
        actor=reviewer,
        review=held,
        aspects=aspects,
        opinion=opinion,
        opinion_text="意见",
        problems="按意见办理" if fault else "",
    )


def test_no_review_is_taken_down_without_an_opinion_of_the_desk_on_the_latest_draft():
    place = scene("RQ-6-1", "2026-04-15", procedure="requisition.emergency")
    case = place.case
    assert case.standing == "RQ-6-2"
    with at("2026-04-15", 18), pytest.raises(Refused, match="审核意见") as refused:
        take_step(actor=place.actor("reviewer"), case=case, step="RQ-6-2", outcome="agree", stated=OPINION)
    (why,) = refused.value.refusals
    assert (why.gate, bool(why.basis), "送审" in why.remedy) == ("G-06", True, True)
    with at("2026-04-15", 19):
        answer(place, commands.submit(actor=place.actor("officer"), case=case, letter=""))
    first, second = Draft.objects.filter(case=case).order_by("number")
    assert (first.outcome, second.outcome) == ("requisition", "compensation")
    digests = ReviewReceipt.objects.filter(case=case).order_by("round").values_list("draft_digest", flat=True)
    assert list(digests) == [first.digest, second.digest]
    assert place.case.standing == "RQ-6"


def test_an_opinion_is_taken_down_once_with_its_round_and_its_six_aspects():
    place = requisition()
    with at("2026-03-02", 18):
        answer(place, commands.submit(actor=place.actor("officer"), case=place.case, letter=""))
        with pytest.raises(Refused, match="审核意见"):
            take_step(actor=place.actor("reviewer"), case=place.case, step="RQ-2-1", outcome="agree", stated=OPINION)
    taken = TakenStep.objects.get(case=place.case, step="RQ-2-1")
    assert (taken.stated["round"], taken.stated["approving"]) == (1, True)
    assert len(taken.stated["aspects"]) == len(rules.ASPECTS)


def test_what_is_asked_for_again_is_reviewed_in_a_second_round():
    place = requisition()
    officer = place.actor("officer")
    with at("2026-03-02", 18):
        review = commands.submit(actor=officer, case=place.case, letter="")
        assert (review.label, review.reasons, review.is_major) == ("法制审核", ["有偿征用"], True)
        with pytest.raises(Malformed) as wrong:
            answer(place, review, "transfer", "authority")
        assert wrong.value.field == "opinion"  # no outcome of this step
        answered = answer(place, review, "correct", "law")
        commands.disagree(actor=officer, review=answered, reply="依据已经写明")
        assert not ReviewReceipt.objects.filter(case=place.case, is_approving=True).exists()
        assert commands.submit(actor=officer, case=place.case, letter="").round == 2


def test_a_justice_bureau_reviews_the_decisions_of_the_government_of_its_level():
    place = scene("EX-4-2", "2026-06-15", procedure="expropriation.housing", where=world("衡阳市人民政府"))
    with at("2026-06-15", 18):
        review = commands.submit(actor=place.actor("officer"), case=place.case, letter="")
        labels = [m["label"] for m in review.materials]
        assert any("社会稳定风险评估" in label for label in labels)
        assert not any("裁量" in label or "调查终结" in label for label in labels)
        stranger = Actor(9_999, "外人", 9_999, "外单位", frozenset({Role.REVIEWER}))
        with pytest.raises(Http404):
            queries.get(stranger, review.pk)
        assert not queries.waiting_for(stranger)
        assert not agencies.reviewed_by(Agency(field=Field.JUSTICE, division="430405"))
        browser = place.browser("justice_bureau_same_level")
        assert place.case.title in browser.get("/desk/review/").content.decode()
        assert browser.post(f"/desk/review/{review.pk}/accept/").status_code == 302
        page = browser.get(f"/desk/review/{review.pk}/").content.decode()
        assert "六项审核内容" in page
        assert "建议移送" not in page
        said = {"opinion": "agree", "opinion_text": "同意"}
        for aspect in rules.ASPECTS:
            said |= {f"verdict_{aspect.code}": "ok", f"note_{aspect.code}": ""}
        assert browser.post(f"/desk/review/{review.pk}/opinion/", said).status_code == 302
    review.refresh_from_db()
    assert (review.state, review.due_on.isoformat()) == ("given", "2026-06-23")
    assert place.case.standing == "EX-5"


def test_the_end_of_a_licence_is_reviewed_after_the_holder_was_told_and_decided_as_reviewed():
    said = {"end_kind": "revoke", "proposed_ground": "fraud"}
    place = scene("LI-12-1", "2026-03-02", procedure="licence.ending", said=said)
    case, officer = place.case, place.actor("officer")
    with at("2026-03-02", 18), pytest.raises(Refused, match="告知被许可人"):
        commands.submit(actor=officer, case=case, letter="")
    assert not Draft.objects.filter(case=case).exists()
    play(place, [{"at": "2026-03-04", "step": "LI-12-2", "with": {"outcome": "none"}}])
    with at("2026-03-05"):
        with pytest.raises(Refused, match="审核意见"):
            stated = {"review_text": "同意撤销。"}
            take_step(actor=place.actor("reviewer"), case=case, step="LR", outcome="agree", stated=stated)
        answer(place, commands.submit(actor=officer, case=case, letter=""))
    play(place, [{"at": "2026-03-09", "step": "LI-12", "outcome": "revoked", "with": {"ground": "fraud"}}])
    decision = Decision.objects.get(case=case)
    assert decision.receipt.draft_digest == decision.draft_digest == Draft.objects.get(case=case).digest
    assert "撤销" in decision.conclusion


def test_an_application_to_the_court_hands_in_its_demand_and_its_officers():
    place = scene("CX-3", "2026-03-20", procedure="coercion.court_application")
    with at("2026-03-23"):
        review = commands.submit(actor=place.actor("officer"), case=place.case, letter="")
        assert review.reasons == ["申请人民法院强制执行"]
        assert [m["label"] for m in review.materials if m["present"]] == [
            "送审函及送审稿（报请申请法院强制执行）",
            "法律依据文本",
            "催告：行政决定履行催告书（申请法院执行前）",
            "承办人执法证件",
        ]
        answer(place, review)
    assert place.case.standing == "CX-4"


def test_a_licence_of_public_interest_is_reviewed_before_the_grant_and_its_end_in_a_round_of_its_own():
    said = {"public_interest": True, "opinion_text": "符合法定条件。"}
    place = scene("LI-3", "2026-03-05", procedure="licence.ordinary", said=said)
    case, officer = place.case, place.actor("officer")
    with at("2026-03-06"):
        review = commands.submit(actor=officer, case=case, letter="")
        assert (review.reasons, review.is_major) == (["涉及重大公共利益"], True)
        answer(place, review)
    play(place, [{"at": "2026-03-10", "step": "LI-8", "with": {"answer": "grant"}}])
    assert Decision.objects.get(case=case).outcome == "granted"
    with at("2026-03-20"):
        second = commands.submit(actor=officer, case=case, letter="法规修改，拟撤回。")
        assert (second.round, second.draft.outcome, second.reasons) == (2, "licence_end", ["撤销、撤回行政许可"])
        page = place.browser("reviewer").get(f"/desk/review/{second.pk}/").content.decode()
    assert "法规修改，拟撤回。" in page
    assert "<dt>许可的内容" in page  # of the licence that is to end
