"""Reads of publication: what is due, what is being drafted, what is public. Every query begins with who is asking."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404

from lantai.cases import facts as case_facts
from lantai.cases import queries as cases
from lantai.cases.models import Case, CaseEvent, CaseParty, Decision
from lantai.disclosure import facts as rows_of
from lantai.disclosure import masking
from lantai.disclosure.models import PublicationAct, PublicationDraft
from lantai.documents.models import IssuedDocument
from lantai.law import disputes, publication, redaction
from lantai.law.calendar import CALENDAR
from lantai.law.facts import CaseFacts, Taken
from lantai.law.people import Actor
from lantai.law.periods import Due
from lantai.ledger import clock

DUE_AT_MOST = 200
DONE = (
    PublicationDraft.State.PUBLISHED,
    PublicationDraft.State.WITHHELD,
    PublicationDraft.State.WITHDRAWN,
)


@dataclass(frozen=True)
class Waiting:
    """A decision that must become public, or be withheld by law: by when, and how many working days are left."""

    case: Case
    decision: Decision
    draft: PublicationDraft | None
    due: Due
    left: int | None

    @property
    def title(self) -> str:
        return self.case.title

    @property
    def number(self) -> str:
        return self.decision.document.number if self.decision.document else ""

    @property
    def url(self) -> str:
        """Where it is dealt with: its draft, or the queue in which the draft is begun."""
        return f"/desk/disclosure/{self.draft.pk}/" if self.draft else "/desk/disclosure/"

    @property
    def due_on(self) -> date | None:
        return self.due.legal_due

    @property
    def is_late(self) -> bool:
        return self.left is not None and self.left < 0


@dataclass(frozen=True)
class ToWithdraw:
    """A public decision that was changed, revoked, or found illegal or void: by when its notice must be withdrawn."""

    draft: PublicationDraft
    why: str
    known_on: date
    due: Due
    left: int | None

    @property
    def is_late(self) -> bool:
        return self.left is not None and self.left < 0


@dataclass(frozen=True)
class Material:
    """Everything a draft is made of, read with a fixed number of statements."""

    case: Case
    decision: Decision
    facts: CaseFacts
    parties: list[CaseParty]
    known: publication.Decision
    rulings: list[dict[str, Any]]
    ground: masking.Ground

    @property
    def party(self) -> CaseParty:
        return next(p for p in self.parties if p.role == CaseParty.Role.PARTY)

    def goes(self, channel: publication.Channel) -> bool:
        return any(r["channel"] == channel and r["publish"] for r in self.rulings)


def visible_to(viewer: Actor | None) -> QuerySet[PublicationDraft]:
    """Drafts of cases that the viewer may see; the public sees none (it reads the portal)."""
    return PublicationDraft.objects.filter(case__in=cases.visible_to(viewer))


def get(viewer: Actor | None, draft_id: int) -> PublicationDraft:
    """One draft, or Http404 where there is none or it is another agency's."""
    found = (
        visible_to(viewer)
        .select_related("case__agency", "agency", "drafted_by", "checked_by", "published_by", "notice")
        .filter(pk=draft_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


def standing_of(viewer: Actor | None, case: Case) -> PublicationDraft | None:
    """The latest draft of a case."""
    return visible_to(viewer).filter(case=case).select_related("notice").order_by("-id").first()


def due(viewer: Actor | None) -> list[Waiting]:
    """Decisions neither published nor withheld, the nearest end of term first; two statements, however many there are."""
    done = PublicationDraft.objects.filter(case_id=OuterRef("case_id"), state__in=DONE)
    open_drafts = {
        d.case.pk: d for d in visible_to(viewer).filter(state__in=PublicationDraft.OPEN).select_related("case")
    }
    found = (
        Decision.objects.filter(case__in=cases.visible_to(viewer), outcome__in=rows_of.OUTCOMES, document__isnull=False)
        .exclude(Exists(done))
        .select_related("case__agency", "document")
        .order_by("decided_on", "id")[:DUE_AT_MOST]
    )
    today = clock.today()
    rows = [_waiting(d, open_drafts.get(d.case.pk), today) for d in found]
    return sorted(rows, key=lambda w: (w.due.legal_due or date.max, w.decision.pk))


def late(viewer: Actor | None) -> list[Waiting]:
    """Those past their last lawful day."""
    return [w for w in due(viewer) if w.is_late]


def published(viewer: Actor | None) -> QuerySet[PublicationDraft]:
    """What the viewer's agencies have made public, or withheld or withdrawn, newest first."""
    return visible_to(viewer).filter(state__in=DONE).select_related("case", "agency", "notice").order_by("-id")


def to_withdraw(viewer: Actor | None) -> list[ToWithdraw]:
    """Public notices of decisions that no longer stand, the nearest end of term first (APL 48 ¶2); two statements."""
    told = CaseEvent.objects.filter(kind__in=disputes.TELLING, case_id=OuterRef("case_id"))
    found = list(
        visible_to(viewer)
        .filter(Exists(told), state=PublicationDraft.State.PUBLISHED)
        .select_related("case", "agency")
        .order_by("id")[:DUE_AT_MOST]
    )
    events: dict[int, list[Taken]] = {draft.case.pk: [] for draft in found}
    for event in CaseEvent.objects.filter(case_id__in=list(events)).order_by("id"):
        events[event.case_id].append(Taken(event.kind, event.at, stated=event.stated))
    rows, today = [], clock.today()
    for draft in found:
        fallen = disputes.annulment(CaseFacts(draft.case.procedure, events=tuple(events[draft.case.pk])))
        if fallen is not None:
            end = publication.withdrawal_due(fallen.known_on, draft.fields["kind"])
            rows.append(ToWithdraw(draft, fallen.label, fallen.known_on, end, days_left(end.legal_due, today)))
    return sorted(rows, key=lambda row: (row.due.legal_due or date.max, row.draft.pk))


def open_drafts(viewer: Actor | None) -> QuerySet[PublicationDraft]:
    found = visible_to(viewer).filter(state__in=PublicationDraft.OPEN)
    return found.select_related("case", "agency", "drafted_by").order_by("due_on", "id")


def acts(draft: PublicationDraft) -> list[PublicationAct]:
    return list(PublicationAct.objects.filter(draft=draft).select_related("by").order_by("-id"))


def term_of(decision: Decision) -> Due:
    """By when this decision must be public (7 or 20 working days)."""
    kind = rows_of.kind_of(decision.case, decision)
    return publication.publication_due(publication.Decision(kind=kind, decided_on=decision.decided_on))


def days_left(due_on: date | None, today: date) -> int | None:
    """Working days until the last day, below zero the working days past it. None where the end is not known."""
    if due_on is None:
        return None
    if today > due_on:
        return -max(1, CALENDAR.working_days_between(due_on, today))
    return CALENDAR.working_days_between(today, due_on)


def material(viewer: Actor | None, case: Case) -> Material:
    """What a draft of this case is drawn from, or Http404 where nothing was decided that could become public."""
    decision = cases.decision_of(viewer, case.pk)
    if decision.document is None or decision.outcome not in rows_of.OUTCOMES:
        raise Http404
    rows = case_facts.read(decision.case, clock.today())
    facts = case_facts.of(decision.case, clock.today(), rows)
    parties = rows.parties[decision.case.pk]
    held = rows_of.agency_facts(decision.case, decision.decided_on)
    known = rows_of.decision_of(decision.case, decision, held, parties)
    if until := rows_of.licensed_words(facts).get("valid_to"):
        known = replace(known, valid_to=date.fromisoformat(str(until)[:10]))
    return Material(
        case=decision.case,
        decision=decision,
        facts=facts,
        parties=parties,
        known=known,
        rulings=rows_of.rulings_of(known, facts),
        ground=rows_of.ground_of(decision.case, facts, parties, decision.decided_on),
    )


def is_changed(draft: PublicationDraft, decision: Decision) -> bool:
    """Whether the decision is no longer the one the draft was drawn from."""
    document = decision.document
    if document is None or document.digest != draft.source_digest:
        return True
    return IssuedDocument.objects.filter(corrects=document).exists()


def public_body(draft: PublicationDraft) -> dict[str, Any]:
    """The fields of the notice: those of the draft and the masked texts."""
    texts = dict(masking.places(draft.original))
    said = {
        w: masking.public(texts[w], w, draft.masks)
        for w in ("title", "violation", "conclusion", "remedy")
        if w in texts
    }
    name = str(draft.fields["party_name"])
    if name not in said["title"]:
        said["title"] = f"{name}{said['title']}"
    return {**draft.fields, **said}


def doubtful(viewer: Actor | None, draft: PublicationDraft) -> list[tuple[str, str, str, str]]:
    """What the reader of an open draft must look at besides the masks: kind, words, why, article."""
    if draft.state not in PublicationDraft.OPEN:
        return []
    ground = material(viewer, draft.case).ground
    found = masking.doubtful(draft.original, draft.masks, ground)
    if doubt := redaction.doubt_of_age(ground.party):
        kind, why, article = doubt
        found.insert(0, (kind, str(draft.fields["party_name"]), why, article))
    return found


def hidden_words(draft: PublicationDraft) -> dict[int, str]:
    """The words that each mask of the draft hides, by the number of the mask; those shown again are left out."""
    texts = dict(masking.places(draft.original))
    return {m["id"]: texts[m["where"]][m["start"] : m["end"]] for m in draft.masks if not m["lifted"]}


def public_sections(draft: PublicationDraft) -> list[dict[str, Any]]:
    """The text of the decision in pieces: what is shown, and what stands instead of the hidden with its rule."""
    return [
        {
            "heading": section["heading"],
            "paragraphs": [
                masking.pieces(paragraph, f"s{s}p{p}", draft.masks) for p, paragraph in enumerate(section["paragraphs"])
            ],
        }
        for s, section in enumerate(draft.original.get("sections", ()))
    ]


def _waiting(decision: Decision, draft: PublicationDraft | None, today: date) -> Waiting:
    term = term_of(decision)
    return Waiting(decision.case, decision, draft, term, days_left(term.legal_due, today))
