"""Reads of cases. Every query begins with who is asking: one's own agency, and what one supervises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from lantai.agencies.models import Agency, Field
from lantai.cases import facts as rows_of
from lantai.cases.facts import Rows
from lantai.cases.models import (
    Case,
    CaseEvent,
    CaseInterval,
    CaseParty,
    Decision,
    Draft,
    Handler,
    Payment,
    ReviewReceipt,
    ServiceRecord,
    TakenStep,
)
from lantai.documents.models import IssuedDocument
from lantai.law import act_review, calendar, discretion, engine, lamps, released, review, sheets
from lantai.law.cards import Card
from lantai.law.carrying import carried
from lantai.law.facts import CaseFacts
from lantai.law.people import Actor, Role
from lantai.law.periods import BEIJING
from lantai.law.procedure import Procedure
from lantai.ledger import clock
from lantai.powers import queries as powers

CASEWORK = (
    Role.OFFICER,
    Role.UNIT_HEAD,
    Role.REVIEWER,
    Role.AGENCY_HEAD,
    Role.PRINCIPAL_HEAD,
    Role.PUBLISHER,
    Role.PUBLICATION_CHECKER,
    Role.ARCHIVIST,
    Role.MEDIA_CUSTODIAN,
    Role.SUPERVISOR,
    Role.STATISTICIAN,
)


def visible_to(viewer: Actor | None) -> QuerySet[Case]:
    """Cases of the viewer's agency and of those he supervises. Administrators and the public see none."""
    if viewer is None or not viewer.has(*CASEWORK):
        return Case.objects.none()
    if viewer.scope:
        return Case.objects.filter(agency_id__in=sorted({viewer.agency_id, *viewer.scope}))
    return Case.objects.filter(agency_id=viewer.agency_id)


def get(viewer: Actor | None, case_id: int) -> Case:
    """One case, or Http404 where there is none or it is another's."""
    found = visible_to(viewer).select_related("agency", "power", "dossier", "parent").filter(pk=case_id).first()
    if found is None:
        raise Http404
    return found


def of_dossier(viewer: Actor | None, dossier_id: int) -> Case:
    """The main case of a dossier that the viewer may see, or Http404."""
    found = visible_to(viewer).filter(dossier_id=dossier_id, parent__isnull=True).first()
    if found is None:
        raise Http404
    return found


AT_ONCE = 20
"""Cases counted anew in one transaction: whoever acts on one of them waits a fraction of a second."""


LAMPS = ("red", "yellow", "blue")


def lit(word: str, on: date) -> Q:
    """Whether the gravest lamp of a case on a day is this one (``red``, ``yellow``, ``blue``, ``any``)."""
    red, yellow, blue = Q(red_on__lte=on), Q(yellow_on__lte=on), Q(blue_on__lte=on)
    not_red = Q(red_on__isnull=True) | Q(red_on__gt=on)
    not_yellow = Q(yellow_on__isnull=True) | Q(yellow_on__gt=on)
    chosen = {"red": red, "yellow": yellow & not_red, "blue": blue & not_yellow & not_red}
    return chosen.get(word, red | yellow | blue)


def with_lamp(cases: QuerySet[Case], word: str, on: date) -> QuerySet[Case]:
    """Cases whose gravest lamp on a day is this one; filed ones show none."""
    return cases.exclude(standing="").filter(lit(word, on))


def lamp_word(case: Case, on: date) -> str:
    """The lamp of a case in a list: red, yellow, remind or ok."""
    if not case.standing:
        return "none"
    for day, word in ((case.red_on, "red"), (case.yellow_on, "yellow"), (case.blue_on, "remind")):
        if day is not None and day <= on:
            return word
    return "ok"


WORDS = {lamps.Level.RED: "red", lamps.Level.YELLOW: "yellow", lamps.Level.BLUE: "remind", lamps.Level.OFF: "ok"}


def burning_cards(case: Case, on: date) -> list[Card]:
    """What lights the lamps of a running case on a day, the gravest first, of these the nearest end."""
    known = [Card.read(kept) for kept in case.cards or ()] if case.standing else []
    return sorted((c for c in known if c.level(on)), key=lambda c: (-c.level(on), c.ends_on))


def listed(
    viewer: Actor | None,
    *,
    q: str = "",
    standing: str = "",
    stage: str = "",
    lamp: str = "",
    agency: int | None = None,
    mine: bool = False,
    procedure: str = "",
) -> QuerySet[Case]:
    """The list of cases, newest first, narrowed by words of number, title or party, step, stage, lamp and agency."""
    found = visible_to(viewer).select_related("agency").order_by("-id")
    if q:
        named = CaseParty.objects.filter(case_id=OuterRef("pk"), name__contains=q)
        found = found.filter(Q(number__contains=q) | Q(title__contains=q) | Exists(named))
    if standing:
        found = found.filter(standing=standing)
    if stage:
        found = found.filter(stage=stage)
    if lamp:
        found = with_lamp(found, lamp, clock.today())
    if agency:
        found = found.filter(agency_id=agency)
    if procedure:
        found = found.filter(procedure=procedure)
    if mine and viewer is not None:
        handled = Handler.objects.filter(case_id=OuterRef("pk"), person_id=viewer.person_id, to_on__isnull=True)
        found = found.filter(Q(opened_by_id=viewer.person_id) | Exists(handled))
    return found.prefetch_related(
        Prefetch("parties", queryset=CaseParty.objects.order_by("id")),
        Prefetch("handlers", queryset=Handler.objects.filter(to_on__isnull=True).select_related("person")),
    )


def behind_calendar(after: int = 0) -> list[int]:
    """Open cases, the oldest first, whose stored terms were counted by another working calendar than the one in force."""
    found = Case.objects.filter(pk__gt=after).exclude(standing="").exclude(reckoned_by=calendar.digest())
    return list(found.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])


def calendar_progress() -> tuple[int, int]:
    """Of how many open cases the stored terms go by the calendar in force, and how many are open."""
    running = Case.objects.exclude(standing="")
    by_calendar = running.filter(reckoned_by=calendar.digest()).count()
    return by_calendar, running.count()


def keeps_calendar(viewer: Actor | None) -> bool:
    """Whether the viewer answers for the working calendar: the system administrator, and at a justice bureau the
    reviewer and the supervisor.
    """
    if viewer is None or not viewer.has(Role.SYSTEM_ADMIN, Role.REVIEWER, Role.SUPERVISOR):
        return False
    return viewer.has(Role.SYSTEM_ADMIN) or Agency.objects.filter(pk=viewer.agency_id, field=Field.JUSTICE).exists()


NEAREST_FIRST = (F("next_due_on").asc(nulls_last=True), "-id")
"""The nearest end of term first; what has none comes last, on both databases."""


def waiting_for(viewer: Actor | None, steps: tuple[str, ...]) -> QuerySet[Case]:
    """Visible cases that stand at one of these steps, the nearest end of term first."""
    found = visible_to(viewer).filter(standing__in=steps).select_related("agency")
    return found.order_by(*NEAREST_FIRST)


def procedure_of(case: Case) -> Procedure:
    """The version of the procedure under which the case runs."""
    return released.version_of(case.procedure, case.procedure_version)


def facts_of(case: Case, rows: Rows | None = None) -> CaseFacts:
    """The facts of a case as they stand today."""
    return rows_of.of(case, clock.today(), rows)


def states(viewer: Actor | None, case: Case, facts: CaseFacts | None = None) -> tuple[engine.StepState, ...]:
    """How each step of the case stands now; Http404 where the case is another's."""
    if viewer is None or not viewer.has(*CASEWORK) or case.agency_id not in {viewer.agency_id, *viewer.scope}:
        raise Http404
    return engine.states(procedure_of(case), facts or facts_of(case), clock.now())


def timetable(case: Case, facts: CaseFacts | None = None) -> tuple[Any, ...]:
    return sheets.timetable(procedure_of(case), facts or facts_of(case), clock.now())


def checklist(case: Case, facts: CaseFacts | None = None) -> tuple[Any, ...]:
    return sheets.checklist(procedure_of(case), facts or facts_of(case))


@dataclass(frozen=True)
class Workspace:
    """Everything the page of a case shows, read with a fixed number of statements."""

    case: Case
    facts: CaseFacts
    procedure: Procedure
    states: tuple[engine.StepState, ...]
    triggers: tuple[Any, ...]
    parties: list[CaseParty]
    handlers: list[Handler]
    steps: list[TakenStep]
    events: list[CaseEvent]
    intervals: list[CaseInterval]
    draft: Draft | None
    decision: Decision | None
    documents: list[IssuedDocument]
    measures: list[Case]
    receipts: list[ReviewReceipt]
    now: datetime

    @property
    def subject(self) -> str:
        return rows_of.subject(self.case)

    @property
    def awaits_draft(self) -> bool:
        """Whether a draft is written at a desk of its own and not decided yet; elsewhere a step says what is proposed."""
        return self.decision is None and any(step.code == "decide" for step in self.procedure.steps)

    def decides_draft(self, step: str, outcome: str) -> bool:
        """Whether the step decides what the latest draft proposes: an expropriation, a requisition, a compensation."""
        rule = act_review.REVIEWED.get((self.procedure.code, step))
        if rule is None or self.draft is None or self.draft.outcome != rule.act:
            return False
        return not rule.outcomes or outcome in rule.outcomes

    @property
    def returned(self) -> dict[str, Any] | None:
        """The latest opinion of legal review where it sent the case back: round, opinion, by whom, the points at fault."""
        reviews = [s for s in self.steps if act_review.is_review(self.case.procedure, s.step)]
        last = max(reviews, key=lambda s: s.seq, default=None)
        if last is None or last.stated.get("approving") is not False or self.decision or not self.case.standing:
            return None
        said = last.stated
        return {
            "round": said.get("round"),
            "opinion": review.OPINIONS[last.outcome].label if last.outcome in review.OPINIONS else "",
            "at": last.at,
            "who": "、".join(a["name"] for a in last.actors),
            "points": [(a["aspect"], a["note"]) for a in said.get("aspects") or () if a.get("note")],
            "text": said.get("opinion_text") or "",
        }

    @property
    def finding(self) -> str:
        """How the proposed fine stands to the published standard, in a sentence; "" where nothing is to be said."""
        fields = self.draft.fields if self.draft else {}
        if self.case.power is None or not fields.get("tier") or not fields.get("fine"):
            return ""
        tier, fine = discretion.Tier(fields["tier"]), Decimal(fields["fine"])
        return discretion.assess(tier, fine, powers.tiers(self.case.power)).sentence

    def reckoned(self, tier: str, fine: str) -> str:
        """裁量试算: how a fine stands to the published standard of the matter."""
        return discretion.reckoned(tier, fine, powers.tiers(self.case.power)) if self.case.power else ""

    def carried(self, step: str) -> dict[str, Any]:
        """What the step will state, as far as the file of a levy, expropriation or requisition knows it."""
        return carried(self.facts, step, self.now.date())


def workspace(viewer: Actor | None, case_id: int) -> Workspace:
    """The case page for one viewer, or Http404."""
    case = get(viewer, case_id)
    now = clock.now()
    rows = rows_of.read(case, now.date())
    facts = rows_of.of(case, now.date(), rows)
    procedure = procedure_of(case)
    return Workspace(
        case=case,
        facts=facts,
        procedure=procedure,
        states=engine.states(procedure, facts, now),
        triggers=review.is_major(facts),
        parties=rows.parties[case.pk],
        handlers=list(Handler.objects.filter(case=case, to_on__isnull=True).select_related("person")),
        steps=rows.steps[case.pk],
        events=rows.events[case.pk],
        intervals=rows.intervals[case.pk],
        draft=rows.drafts.get(case.pk),
        decision=Decision.objects.select_related("document", "receipt").filter(case=case).first(),
        documents=rows.documents[rows_of.subject(case)],
        measures=[c for c in rows.cases if c.parent_id == case.pk],
        receipts=list(ReviewReceipt.objects.filter(case=case).select_related("reviewer").order_by("round")),
        now=now,
    )


def beside(space: Workspace) -> list[dict[str, Any]]:
    """The measures, executions and transfers that run beside the case of a workspace, each with its name and lamp."""
    on = space.now.date()
    return [{"case": c, "label": procedure_of(c).label, "lamp": lamp_word(c, on)} for c in space.measures]


def decided(viewer: Actor | None, start: date, end: date) -> QuerySet[Decision]:
    """Decisions of visible cases taken within the days (both included)."""
    return Decision.objects.filter(case__in=visible_to(viewer), decided_on__gte=start, decided_on__lte=end)


def decision_of(viewer: Actor | None, case_id: int) -> Decision:
    found = (
        Decision.objects.select_related("case__agency", "document", "draft", "receipt")
        .filter(case__in=visible_to(viewer), case_id=case_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


def drafts(viewer: Actor | None, case: Case) -> QuerySet[Draft]:
    return Draft.objects.filter(case=case, case__in=visible_to(viewer)).order_by("-number")


def earlier_draft(viewer: Actor | None, draft: Draft | None) -> Draft | None:
    """The version of a draft before this one."""
    if draft is None or draft.number == 1:
        return None
    return Draft.objects.filter(case_id=draft.case_id, case__in=visible_to(viewer), number=draft.number - 1).first()


SIMILAR = 8


def similar_decisions(viewer: Actor | None, case: Case) -> list[Decision]:
    """What the agency decided lately under the same matter, for comparison: like cases are to be treated alike (行政处罚法第五条)."""
    if case.power_id is None:
        return []
    found = Decision.objects.filter(case__in=visible_to(viewer), case__power_id=case.power_id).exclude(tier="")
    of_agency = found.filter(case__agency_id=case.agency_id).exclude(case_id=case.pk)
    return list(of_agency.select_related("case").order_by("-decided_on", "-id")[:SIMILAR])


def of_party(viewer: Actor, name: str, code: str) -> list[Case]:
    """Cases of the viewer's agency against the same party, by its number, without one by its very name; the latest first."""
    same = Q(parties__code=code) if code else Q(parties__name=name)
    found = visible_to(viewer).filter(same, agency_id=viewer.agency_id, parent__isnull=True)
    return list(found.order_by("-id").distinct()[:SIMILAR])


def receipts(viewer: Actor | None, case: Case) -> QuerySet[ReviewReceipt]:
    return ReviewReceipt.objects.filter(case=case, case__in=visible_to(viewer)).order_by("round")


def services(viewer: Actor | None, case: Case) -> QuerySet[ServiceRecord]:
    found = ServiceRecord.objects.filter(case=case, case__in=visible_to(viewer))
    return found.select_related("document").order_by("id")


def payments(viewer: Actor | None, case: Case) -> QuerySet[Payment]:
    return Payment.objects.filter(case=case, case__in=visible_to(viewer)).order_by("id")


def entered(viewer: Actor | None, year: int) -> list[tuple[Case, CaseParty, date, str]]:
    """The inspections entered in a year, in order of time, each with party, day and source; three statements."""
    within = (datetime(year, 1, 1, tzinfo=BEIJING), datetime(year + 1, 1, 1, tzinfo=BEIJING))
    arrivals = list(
        TakenStep.objects.filter(case__in=visible_to(viewer), step="IN-5", at__gte=within[0], at__lt=within[1])
        .select_related("case__agency")
        .order_by("at", "id")
    )
    ids = [a.case_id for a in arrivals]
    parties = {p.case_id: p for p in CaseParty.objects.filter(case_id__in=ids, role=CaseParty.Role.PARTY)}
    plans = TakenStep.objects.filter(case_id__in=ids, step="IN-2").order_by("seq").values_list("case_id", "stated")
    sources = {pk: str(stated.get("inspection_source", "")) for pk, stated in plans}
    return [
        (a.case, parties[a.case_id], a.at.astimezone(BEIJING).date(), sources.get(a.case_id, ""))
        for a in arrivals
        if a.case_id in parties
    ]


def unpublished_results(viewer: Actor | None) -> QuerySet[Case]:
    """Inspections whose result was told and is neither published nor withheld yet, the nearest end of term first."""
    told = waiting_for(viewer, ("IN-7-1", "IN-7-2", "IN-8"))
    return told.exclude(Exists(TakenStep.objects.filter(case_id=OuterRef("pk"), step="IN-8")))
