"""Licences that have ended and stand published: which notices have to say so (许可终止的标注)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from lantai.cases import facts as case_facts
from lantai.cases import queries as cases
from lantai.cases.models import Decision, TakenStep
from lantai.disclosure.models import PublicationAct, PublicationDraft
from lantai.disclosure.queries import DUE_AT_MOST, days_left, visible_to
from lantai.documents.models import IssuedDocument
from lantai.law import endings, licences, publication
from lantai.law.endings import Ending
from lantai.law.people import Actor
from lantai.law.periods import Due
from lantai.ledger import clock
from lantai.portal.models import LicenceEnding, PublishedNotice
from lantai.portal.queries import notices


@dataclass(frozen=True)
class Ended:
    """A licence whose notice must say that it has ended, and by which decision."""

    notice: PublishedNotice
    ending: Ending
    reference: str


@dataclass(frozen=True)
class ToMark:
    """A published licence that was ended in its own file afterwards: by when its notice must say so."""

    draft: PublicationDraft
    ending: Ending
    due: Due
    left: int | None


def ends(viewer: Actor | None, draft: PublicationDraft) -> tuple[Ended, ...]:
    """The published licences that the case of a draft has ended and whose notices do not say so yet."""
    held = visible_to(viewer).select_related("case__agency", "notice").filter(pk=draft.pk).first()
    found = _ending(held) if held else None
    if held is None or found is None:
        return ()
    reference = _number(held) if held.case.procedure == licences.LICENCE else held.reference
    known = LicenceEnding.objects.filter(reference=reference).values_list("notice_id", flat=True)
    return tuple(Ended(n, found, reference) for n in _notices(held, found) if n.pk not in set(known))


def to_mark(viewer: Actor | None) -> list[ToMark]:
    """Licences ended in their own file after they were published, the nearest end of term first; three statements.

    What a case of its own ends is marked when that decision is published or withheld.
    """
    ended = TakenStep.objects.filter(case_id=OuterRef("case_id"), step=endings.STEP, outcome__in=licences.ENDED)
    said = PublicationAct.objects.filter(draft_id=OuterRef("pk"), kind=PublicationAct.Kind.END)
    standing = visible_to(viewer).filter(state=PublicationDraft.State.PUBLISHED, case__procedure=licences.LICENCE)
    waiting = standing.filter(Exists(ended), ~Exists(said)).select_related("case", "agency").order_by("id")
    found = list(waiting[:DUE_AT_MOST])
    facts, today = case_facts.takings([draft.case for draft in found]), clock.today()
    rows = [_to_mark(draft, made, today) for draft in found if (made := endings.ending(facts[draft.case.pk]))]
    return sorted(rows, key=lambda row: (row.due.legal_due or date.max, row.draft.pk))


def _to_mark(draft: PublicationDraft, made: Ending, today: date) -> ToMark:
    due = publication.publication_due(publication.Decision(kind=draft.case.kind, decided_on=made.decided_on))
    return ToMark(draft, made, due, days_left(due.legal_due, today))


def _ending(draft: PublicationDraft) -> Ending | None:
    case = draft.case
    if case.procedure in licences.CODES:
        taken = TakenStep.objects.filter(case=case, step=endings.STEP).exists()
        return endings.ending(cases.facts_of(case)) if taken else None
    decision = Decision.objects.filter(case=case).first()
    return endings.by_penalty(tuple(decision.penalty_kinds), decision.decided_on) if decision else None


def _notices(draft: PublicationDraft, ending: Ending) -> list[PublishedNotice]:
    """Those of the licence: of its own file; by the number of the certificate; by the number that the conclusion names."""
    code = draft.agency.code
    if draft.case.procedure == licences.LICENCE:
        return [draft.notice] if draft.notice else []
    if draft.case.procedure == licences.ENDING:
        return notices.licences_numbered(code, ending.number) if ending.number else []
    given = notices.licences_of(code, str(draft.fields.get("party_name") or ""))
    conclusion = str(draft.original.get("conclusion") or "")
    return [n for n in given if (number := n.body.get("licence_number")) and number in conclusion]


def _number(draft: PublicationDraft) -> str:
    """The number of the decision by which a licence was ended in its own file; that of the case where it has none."""
    made = IssuedDocument.objects.filter(
        dossier_id=draft.case.dossier_id, of_step=endings.STEP, kind__in=endings.DOCUMENTS
    )
    return str(made.order_by("-id").values_list("number", flat=True).first() or draft.case.number)
