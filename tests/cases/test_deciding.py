"""拟处理意见、审核、决定: no major decision without the review of its very draft, by any door."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from lantai.cases.commands.drafting import save_draft
from lantai.cases.commands.steps import take_step
from lantai.cases.models import Decision, Draft, ReviewReceipt
from lantai.law import statements
from lantai.law.refusals import Malformed, Refused
from lantai.rehearsal.wording import lawful
from tests.scenes import Scene, at, moment, scene

pytestmark = pytest.mark.django_db


def stated(place: Scene, step: str, day: str, outcome: str = "", **said: object) -> dict[str, object]:
    words = statements.words_of(place.case.procedure, step, outcome)
    people = {"officer": place.pk("officer"), "officer_2": place.pk("officer_2")}
    return lawful(words, said, moment(day), people)


def gates(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {r.gate for r in refused.value.refusals}


def test_only_a_handler_drafts():
    place = scene("PG-8", "2026-03-10")
    fields = lawful(
        statements.draft_words("penalty"), {"penalty_kinds": ["warning"], "tier": "从轻"}, moment("2026-03-11"), {}
    )
    with at("2026-03-11"), pytest.raises(Refused):
        save_draft(actor=place.actor("officer_3"), case=place.case, outcome="penalty", fields=fields)


def test_a_draft_without_one_of_the_three_reasons_is_malformed():
    place = scene("PG-8", "2026-03-10")
    for reason in ("evidence_reason", "basis_reason", "discretion_reason"):
        fields = lawful(
            statements.draft_words("penalty"), {"penalty_kinds": ["warning"], "tier": "从轻"}, moment("2026-03-11"), {}
        )
        with at("2026-03-11"), pytest.raises(Malformed) as wrong:
            save_draft(actor=place.actor("officer"), case=place.case, outcome="penalty", fields=fields | {reason: " "})
        assert wrong.value.field == reason
    with at("2026-03-11"), pytest.raises(Malformed, match=r"U\+31350") as wrong:
        save_draft(
            actor=place.actor("officer"), case=place.case, outcome="penalty", fields=fields | {"facts": "黄\U00031350"}
        )
    assert wrong.value.field == "facts"


def test_a_major_decision_without_review_is_refused():
    place = scene("PG-8", "2026-03-10")
    fields = lawful(
        statements.draft_words("penalty"),
        {"penalty_kinds": ["fine"], "fine": "150000", "tier": "从重"},
        moment("2026-03-11"),
        {},
    )
    with at("2026-03-11"):
        save_draft(actor=place.actor("officer"), case=place.case, outcome="penalty", fields=fields)
    with at("2026-03-12"), pytest.raises(Refused) as refused:
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-14",
            outcome="penalty",
            stated=stated(place, "PG-14", "2026-03-12", "penalty"),
        )
    assert "G-06" in gates(refused)
    assert not Decision.objects.exists()


def test_the_step_of_review_is_not_taken_past_the_review_desk():
    place = scene("PG-8", "2026-03-10")
    fields = lawful(
        statements.draft_words("penalty"),
        {"penalty_kinds": ["fine"], "fine": "150000", "tier": "从重"},
        moment("2026-03-11"),
        {},
    )
    with at("2026-03-11"):
        save_draft(actor=place.actor("officer"), case=place.case, outcome="penalty", fields=fields)
    with at("2026-03-12"), pytest.raises(Refused) as refused:
        take_step(
            actor=place.actor("reviewer"),
            case=place.case,
            step="PG-9",
            outcome="agree",
            stated=stated(place, "PG-9", "2026-03-12", "agree"),
        )
    assert gates(refused) == {"G-06"}


def test_a_decision_names_the_receipt_of_its_very_draft():
    place = scene("PG-14", "2026-04-20", said={"fine": "150000"})
    decision = Decision.objects.get(case=place.case)
    assert decision.review_required
    assert decision.receipt is not None
    assert decision.receipt.draft_digest == decision.draft.digest
    assert decision.document is not None
    assert decision.document.kind == "penalty_decision"


def test_the_database_refuses_a_major_decision_without_its_receipt():
    place = scene("PG-13", "2026-04-20", said={"fine": "150000"})
    case, draft = place.case, Draft.objects.latest("id")
    values = dict(
        case=case,
        outcome="penalty",
        draft=draft,
        draft_digest=draft.digest,
        conclusion="罚款",
        decided_on=moment("2026-04-21").date(),
        decided_at=moment("2026-04-21"),
        decided_by_id=place.pk("head"),
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(review_required=False, **values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(review_required=True, receipt=None, **values)
    good = ReviewReceipt.objects.filter(case=case, is_approving=True).latest("round")
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(review_required=True, receipt=good, **values | {"draft_digest": "0" * 64})


def test_a_receipt_is_neither_changed_nor_deleted():
    place = scene("PG-10", "2026-03-20", said={"fine": "150000"})
    receipt = ReviewReceipt.objects.get(case=place.case)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewReceipt.objects.filter(pk=receipt.pk).update(is_approving=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        receipt.delete()


def test_after_the_decision_the_draft_stands():
    place = scene("PG-14", "2026-04-20", said={"fine": "8000"})
    with at("2026-04-21"), pytest.raises(Refused) as refused:
        save_draft(actor=place.actor("officer"), case=place.case, outcome="penalty", fields={})
    assert gates(refused) == {"G-18"}


def test_a_changed_draft_needs_a_new_review():
    place = scene("PG-11", "2026-04-10", said={}, facts={"public_interest": True})
    fields = Draft.objects.latest("id").fields | {
        "discretion_reason": "改写后的裁量理由。",
    }
    with at("2026-04-11"):
        save_draft(actor=place.actor("officer"), case=place.case, outcome="penalty", fields=fields)
    with at("2026-04-12"), pytest.raises(Refused) as refused:
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-14",
            outcome="penalty",
            stated=stated(place, "PG-14", "2026-04-12", "penalty"),
        )
    assert "G-06" in gates(refused)


def test_other_facts_than_the_party_was_told_are_told_anew():
    place = scene("PG-11", "2026-04-10", said={})
    fields = Draft.objects.latest("id").fields | {"facts": "另查明：当事人还销售了超过保质期的食品。"}
    with at("2026-04-11"):
        save_draft(actor=place.actor("officer"), case=place.case, outcome="penalty", fields=fields)
    with at("2026-04-12"), pytest.raises(Refused) as refused:
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-14",
            outcome="penalty",
            stated=stated(place, "PG-14", "2026-04-12", "penalty"),
        )
    assert "G-04" in gates(refused)
