"""Reads of reviews. A reviewer sees those of his agency; a justice bureau those of its government and those it supervises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404

from lantai.agencies import queries as agencies
from lantai.cases import queries as cases
from lantai.cases.models import Case, Draft
from lantai.documents.models import IssuedDocument
from lantai.law import act_review, released, statements
from lantai.law import review as rules
from lantai.law.act_review import Reviewed
from lantai.law.facts import CaseFacts
from lantai.law.people import Actor, Role
from lantai.law.statutes import Basis
from lantai.recording import queries as recording
from lantai.review.models import Disagreement, Review

HANDED_IN_BY = (Role.OFFICER, Role.UNIT_HEAD)
REVIEWS = tuple(dict.fromkeys(s.id for p in released.RELEASED for s in p.steps if act_review.is_review(p.code, s.id)))
"""The steps of all released procedures that are a legal review."""


def visible_to(viewer: Actor | None) -> QuerySet[Review]:
    return Review.objects.filter(case__in=cases.visible_to(viewer))


def get(viewer: Actor | None, review_id: int) -> Review:
    """One review, or Http404 where there is none or it is another agency's."""
    found = (
        visible_to(viewer)
        .select_related("case__agency", "case__power", "draft", "submitted_by", "reviewer")
        .filter(pk=review_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


def waiting_for(viewer: Actor | None) -> QuerySet[Review]:
    """What a reviewer has to do: handed in and not accepted, or accepted by himself; the nearest term first."""
    if viewer is None or not viewer.has(Role.REVIEWER):
        return Review.objects.none()
    mine = Q(state=Review.State.SUBMITTED) | Q(state=Review.State.ACCEPTED, reviewer_id=viewer.person_id)
    found = visible_to(viewer).filter(mine, agency_id__in=sorted(agencies.reviews_for(viewer)))
    found = found.exclude(submitted_by_id=viewer.person_id)
    return found.select_related("case__agency", "draft", "submitted_by").order_by(
        F("due_on").asc(nulls_last=True), "id"
    )


def to_hand_in(viewer: Actor | None) -> QuerySet[Case]:
    """Cases of this handler that stand at a review which no reviewer has: not handed in yet, sent back, or to be mended."""
    if viewer is None or not viewer.has(*HANDED_IN_BY):
        return Case.objects.none()
    with_reviewer = Review.objects.filter(
        case_id=OuterRef("pk"), state__in=(Review.State.SUBMITTED, Review.State.ACCEPTED)
    )
    found = cases.listed(viewer, mine=True).filter(~Exists(with_reviewer), standing__in=REVIEWS)
    return found.order_by(*cases.NEAREST_FIRST)


def listed(viewer: Actor | None, state: str = "") -> QuerySet[Review]:
    found = visible_to(viewer).select_related("case__agency", "draft", "reviewer", "submitted_by").order_by("-id")
    return found.filter(state=state) if state else found


def of_case(viewer: Actor | None, case: Case) -> QuerySet[Review]:
    """The rounds of a case, oldest first."""
    return visible_to(viewer).filter(case=case).select_related("draft", "reviewer", "submitted_by").order_by("round")


def said_of(found: Iterable[Case]) -> dict[int, str]:
    """What the latest round said of each case that came back from it: sent back, withdrawn, or not agreed to."""
    last: dict[int, Review] = {}
    for one in Review.objects.filter(case__in=[c.pk for c in found if c.decided_on is None]).order_by("round", "id"):
        last[one.case_id] = one
    words = {pk: _came_back(one) for pk, one in last.items()}
    return {pk: said for pk, said in words.items() if said}


def _came_back(review: Review) -> str:
    if review.state == Review.State.RETURNED:
        return "审核人退回补齐材料"
    if review.state == Review.State.GIVEN and not rules.OPINIONS[review.opinion].approving:
        return f"审核意见：{rules.OPINIONS[review.opinion].label}"
    return ""


def open_of(case: Case) -> Review | None:
    return Review.objects.filter(case=case, state__in=Review.OPEN).first()


def disagreement_of(review: Review) -> Disagreement | None:
    return Disagreement.objects.filter(review=review).first()


@dataclass(frozen=True)
class HandedIn:
    """One of the materials of a review (送审材料) and whether the file has it."""

    code: str
    label: str
    required: bool
    present: bool
    basis: Basis


def handed_in(case: Case, facts: CaseFacts, draft: Draft | None, rule: Reviewed | None) -> tuple[HandedIn, ...]:
    """What the file offers of the materials that must be handed in: told by the file, nobody ticks boxes."""
    if rule is None:
        return ()
    fields = draft.fields if draft else {}
    filed = facts.documents.union(*(child.documents for child in facts.children))
    there = {
        "letter": draft is not None or bool(rule.proposes),
        "bases": case.power is not None and case.power.bases.exists(),
        "evidence": bool(facts.documents),
        "discretion": draft is not None and (draft.outcome != "penalty" or bool(fields.get("discretion_reason"))),
        "certificates": bool(facts.officers) and all(o.certificate for o in facts.officers),
        "authority": bool(case.agency.basis),
        "measures": bool(facts.children),
        "recordings": bool(facts.recordings),
    } | {t.step: True for t in facts.taken if not t.void}
    return tuple(
        HandedIn(
            m.code, m.label, m.required, bool(set(m.codes) & filed) if m.codes else there.get(m.code, False), m.basis
        )
        for m in act_review.materials(cases.procedure_of(case), facts, rule)
    )


@dataclass(frozen=True)
class Bench:
    """The three columns of the desk: what was handed in, what there is to read, and the six aspects."""

    review: Review
    facts: CaseFacts
    materials: tuple[HandedIn, ...]
    documents: list[IssuedDocument]
    evidence: list[dict[str, Any]]
    rounds: list[Review]
    disagreement: Disagreement | None
    is_changed: bool
    today: date


def bench(viewer: Actor | None, review_id: int) -> Bench:
    """One review with everything to read, or Http404."""
    found = get(viewer, review_id)
    space = cases.workspace(viewer, found.case_id)
    rule = act_review.rule_of(found.case.procedure, found.draft.outcome)
    return Bench(
        review=found,
        facts=space.facts,
        materials=handed_in(space.case, space.facts, found.draft, rule),
        documents=space.documents,
        evidence=recording.evidence_rows(viewer, space.case.dossier_id),
        rounds=list(of_case(viewer, found.case)),
        disagreement=disagreement_of(found),
        is_changed=space.draft is not None and space.draft.digest != found.draft.digest,
        today=space.now.date(),
    )


def draft_rows(bench: Bench) -> list[act_review.Compared]:
    """The draft under review for reading, with what was changed since the round before."""
    review = bench.review
    acts = {o for o, _ in statements.OUTCOMES}
    alike = acts if review.draft.outcome in acts else {review.draft.outcome}
    before_it = [r.draft for r in bench.rounds if r.round < review.round and r.draft.outcome in alike]
    earlier = before_it[-1] if before_it else None
    drafts = [review.draft, *([earlier] if earlier else [])]
    now, *before = (act_review.draft_in_words(review.case.procedure, d.outcome, d.fields) for d in drafts)
    return act_review.compared(now, before[0] if before else None)


def counts(viewer: Actor | None) -> int:
    """How many reviews wait for the viewer."""
    return waiting_for(viewer).count() if viewer else 0


def aspect_rows(review: Review) -> list[dict[str, str]]:
    """The six aspects with verdict and note, in words."""
    return [
        {
            "label": a.label,
            "verdict": rules.VERDICTS.get(review.aspects.get(a.code, {}).get("verdict", ""), "—"),
            "note": review.aspects.get(a.code, {}).get("note", ""),
        }
        for a in rules.ASPECTS
    ]
