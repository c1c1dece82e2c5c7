"""Rows of a case → the frozen facts that ``law`` understands. Nothing is decided here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from lantai.cases.models import (
    Case,
    CaseEvent,
    CaseExtension,
    CaseInterval,
    CaseParty,
    Decision,
    Draft,
    Handler,
    Payment,
    Recusal,
    ServiceRecord,
    TakenStep,
)
from lantai.documents.models import IssuedDocument, Wording
from lantai.law import force, inspections, released
from lantai.law.facts import AgencyFacts, CaseFacts, InspectionFacts, Interval, Party, Recording, Taken
from lantai.law.people import Actor, Certificate, Role
from lantai.law.periods import BEIJING
from lantai.law.statements.acts import LICENCE, LICENCE_END
from lantai.ledger import plain
from lantai.ledger.journeys import Question, ask
from lantai.personnel import queries as personnel
from lantai.powers import queries as powers
from lantai.recording import queries as recording
from lantai.recording.models import AvWaiver, Evidence


@dataclass
class Rows:
    """Everything on file about several cases of one dossier, read with a fixed number of statements."""

    cases: list[Case]
    parties: dict[int, list[CaseParty]] = field(default_factory=lambda: defaultdict(list))
    steps: dict[int, list[TakenStep]] = field(default_factory=lambda: defaultdict(list))
    events: dict[int, list[CaseEvent]] = field(default_factory=lambda: defaultdict(list))
    intervals: dict[int, list[CaseInterval]] = field(default_factory=lambda: defaultdict(list))
    extensions: dict[int, list[CaseExtension]] = field(default_factory=lambda: defaultdict(list))
    handlers: dict[int, list[Handler]] = field(default_factory=lambda: defaultdict(list))
    recusals: dict[int, list[Recusal]] = field(default_factory=lambda: defaultdict(list))
    drafts: dict[int, Draft] = field(default_factory=dict)
    documents: dict[str, list[IssuedDocument]] = field(default_factory=lambda: defaultdict(list))
    recordings: tuple[Recording, ...] = ()
    evidence_kinds: frozenset[str] = frozenset()
    people: dict[int, Actor] = field(default_factory=dict)
    found: set[type[Any]] = field(default_factory=set)  # which of the tables asked about have rows of the file
    cited: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the provisions of the power, where asked for
    on: date = date.min  # the day as of which people and agency were asked about
    agency: AgencyFacts | None = None
    wordings: Sequence[Wording] | None = None  # of the documents that the first step may make, where it begins


LOOKS_UP = frozenset({"coercion.execution", "coercion.court_application"})
"""Procedures whose rules ask of the main case: when its decision was served, deferred, disputed, annulled."""

SOMETIMES = (CaseEvent, CaseInterval, CaseExtension, Handler, Recusal, Draft, Decision, ServiceRecord, Payment)


def read(case: Case, on: date) -> Rows:
    """The rows of a case and of the measures nested in it; the number of statements does not grow with either."""
    nested, *always = ask(
        plain.rows_by(Case, "parent_id", [case.pk]), *_always(case, [case.pk]), *powers.adopted_of(case.agency, on)
    )
    found, parties, steps, *adopted = always
    above = plain.by(Case, "id", [case.parent_id]) if case.parent_id and case.procedure in LOOKS_UP else []
    cases = [case, *nested, *above]
    ids = [c.pk for c in cases]
    if len(cases) > 1:
        found, parties, steps = ask(*_always(case, ids))
    rows = Rows(cases, found=found, on=on, agency=powers.adopted_by(case.agency, *adopted))
    _sort(rows.parties, parties)
    _sort(rows.steps, steps)
    _read_what_is_there(rows, ids)
    if found & {Evidence, AvWaiver}:
        rows.recordings = recording.recordings(case.dossier_id)
        rows.evidence_kinds = recording.kinds_on_file(case.dossier_id)
    held = {h.person_id for several in rows.handlers.values() for h in several if h.to_on is None}
    rows.people = personnel.actors(held, on) if held else {}
    return rows


def _always(case: Case, ids: list[int]) -> tuple[Question[Any], ...]:
    """Which tables have rows of these cases, and the rows of the two in which every case has some."""
    where = f'"case_id" IN ({plain.marks(ids)})'
    subjects = f'"subject" IN ({plain.marks(ids)})'
    return (
        plain.which_have(
            {model: (where, ids) for model in SOMETIMES}
            | {IssuedDocument: (subjects, _subjects(ids))}
            | {model: ("dossier_id = %s", [case.dossier_id]) for model in (Evidence, AvWaiver)}
        ),
        plain.rows_by(CaseParty, "case_id", ids),
        plain.rows_by(TakenStep, "case_id", ids),
    )


def _read_what_is_there(rows: Rows, ids: list[int]) -> None:
    """The tables in which not every case has rows: those in which this one has."""
    tables: dict[type[Any], dict[int, list[Any]]] = {
        CaseEvent: rows.events,
        CaseInterval: rows.intervals,
        CaseExtension: rows.extensions,
        Handler: rows.handlers,
        Recusal: rows.recusals,
    }
    asked: dict[type[Any], Question[Any]] = {m: plain.rows_by(m, "case_id", ids) for m in tables if m in rows.found}
    if Draft in rows.found:
        asked[Draft] = plain.rows_by(Draft, "case_id", ids, "number")
    if IssuedDocument in rows.found:
        asked[IssuedDocument] = plain.rows_by(IssuedDocument, "subject", _subjects(ids))
    answers = dict(zip(asked, ask(*asked.values()), strict=True)) if asked else {}
    for model, into in tables.items():
        _sort(into, answers.get(model, ()))
    rows.drafts.update({draft.case_id: draft for draft in answers.get(Draft, ())})
    for document in answers.get(IssuedDocument, ()):
        rows.documents[document.subject].append(document)


def _subjects(ids: Iterable[int]) -> list[str]:
    return [f"cases.case:{pk}" for pk in ids]


def _sort(into: dict[int, list[Any]], rows: Iterable[Any]) -> None:
    for row in rows:
        into[row.case_id].append(row)


def subject(case: Case) -> str:
    """How the log and the documents name a case."""
    return f"cases.case:{case.pk}"


def of(case: Case, on: date, rows: Rows | None = None) -> CaseFacts:
    """The facts of a case as they stand on a day, settled: takings that have lost their force are marked."""
    known = rows or read(case, on)
    agency = known.agency if known.agency and known.on == on else powers.agency_facts(case.agency, on)
    children = tuple(_settled(c, _facts(c, known, agency, ())) for c in known.cases if c.parent_id == case.pk)
    own = _settled(case, _facts(case, known, agency, children))
    main = next((c for c in known.cases if c.pk == case.parent_id), None)
    return own if main is None else replace(own, parent=_settled(main, _facts(main, known, agency, ())))


def many(cases: list[Case], on: date) -> Iterator[tuple[Case, CaseFacts]]:
    """The facts of many cases as on file, not settled: a fixed number of statements for all, a few for each dossier.

    Each case carries its agency. Recordings and evidence are read only where a dossier has any.
    """
    measures: dict[int, list[Case]] = defaultdict(list)
    for measure in plain.by(Case, "parent_id", [c.pk for c in cases]):
        measures[measure.parent_id or 0].append(measure)
    mains = {c.pk: c for c in plain.by(Case, "id", [c.parent_id for c in cases if c.parent_id])}
    everything = [*cases, *(m for several in measures.values() for m in several), *mains.values()]
    ids = list(dict.fromkeys(c.pk for c in everything))
    rows = Rows(everything, on=on, found={*SOMETIMES, IssuedDocument})
    _sort(rows.parties, plain.by(CaseParty, "case_id", ids))
    _sort(rows.steps, plain.by(TakenStep, "case_id", ids))
    _read_what_is_there(rows, ids)
    held = {h.person_id for several in rows.handlers.values() for h in several if h.to_on is None}
    rows.people = personnel.actors(held, on) if held else {}
    dossiers = [c.dossier_id for c in cases]
    on_file: tuple[type[Any], ...] = (Evidence, AvWaiver)
    filled = {row.dossier_id for model in on_file for row in plain.by(model, "dossier_id", dossiers)}
    agencies: dict[int, AgencyFacts] = {}
    for case in cases:
        if case.agency_id not in agencies:
            agencies[case.agency_id] = powers.agency_facts(case.agency, on)
        agency, has = agencies[case.agency_id], case.dossier_id in filled
        rows.recordings = recording.recordings(case.dossier_id) if has else ()
        rows.evidence_kinds = recording.kinds_on_file(case.dossier_id) if has else frozenset()
        nested = tuple(_settled(m, _facts(m, rows, agency, ())) for m in measures[case.pk])
        facts = _facts(case, rows, agency, nested)
        main = mains.get(case.parent_id or 0) if case.procedure in LOOKS_UP else None
        yield case, facts if main is None else replace(facts, parent=_settled(main, _facts(main, rows, agency, ())))


def takings(cases: Sequence[Case]) -> dict[int, CaseFacts]:
    """The steps and events of many cases as they stand, by case, and nothing else of them: two statements for all."""
    ids = [case.pk for case in cases]
    steps: dict[int, list[TakenStep]] = defaultdict(list)
    events: dict[int, list[CaseEvent]] = defaultdict(list)
    _sort(steps, plain.by(TakenStep, "case_id", ids))
    _sort(events, plain.by(CaseEvent, "case_id", ids))
    bare = {c.pk: CaseFacts(c.procedure, taken=_taken(steps[c.pk]), events=_happened(events[c.pk])) for c in cases}
    return {case.pk: _settled(case, bare[case.pk]) for case in cases}


def _taken(steps: Iterable[TakenStep]) -> tuple[Taken, ...]:
    return tuple(taken_of(s) for s in sorted(steps, key=lambda s: (s.at, s.seq)))


def _happened(events: Iterable[CaseEvent]) -> tuple[Taken, ...]:
    return tuple(Taken(e.kind, e.at, stated=e.stated) for e in sorted(events, key=lambda e: (e.at, e.pk)))


def _settled(case: Case, facts: CaseFacts) -> CaseFacts:
    return force.settled(released.version_of(case.procedure, case.procedure_version), facts)


def _facts(case: Case, rows: Rows, agency: Any, children: tuple[CaseFacts, ...]) -> CaseFacts:
    pk = case.pk
    return CaseFacts(
        procedure=case.procedure,
        agency=agency,
        party=party_of(rows.parties[pk]),
        opened_at=case.opened_at,
        taken=_taken(rows.steps[pk]),
        events=_happened(rows.events[pk]),
        intervals=tuple(Interval(i.kind, i.start, i.end, i.told_in_writing) for i in rows.intervals[pk]),
        recordings=rows.recordings,
        documents=frozenset(d.kind for d in rows.documents[subject(case)]) | rows.evidence_kinds,
        officers=tuple(
            rows.people[h.person_id] for h in rows.handlers[pk] if h.to_on is None and h.person_id in rows.people
        ),
        recused=frozenset(r.person_id for r in rows.recusals[pk]),
        children=children,
        extensions=_added(rows.extensions[pk]),
        flags=matter(case, rows.drafts.get(pk)),
        inspection=inspection_of(case, rows.parties[pk], rows.on),
    )


def inspection_of(case: Case, parties: Iterable[CaseParty], on: date) -> InspectionFacts | None:
    """What an inspection is asked: is its matter published, how often was this enterprise visited this year."""
    if case.procedure != inspections.ORDINARY or case.power is None:
        return None
    known = powers.inspection_facts(case.power, on)
    party = next((p for p in parties if p.role == CaseParty.Role.PARTY), None)
    return known if party is None else replace(known, visits=_visits(case, party, known, on))


def _visits(case: Case, party: CaseParty, known: InspectionFacts, on: date) -> tuple[date, ...]:
    """The days of the year on which the agency entered this enterprise in other inspections that the cap counts."""
    if party.kind not in inspections.CAPPED_PARTIES:
        return ()
    who = {"code": party.code} if party.code else {"name": party.name, "code": ""}
    year = (datetime(on.year, 1, 1, tzinfo=BEIJING), datetime(on.year + 1, 1, 1, tzinfo=BEIJING))
    entered = TakenStep.objects.filter(
        case__agency_id=case.agency_id,
        case__procedure=inspections.ORDINARY,
        case__in=CaseParty.objects.filter(role=CaseParty.Role.PARTY, **who).values("case_id"),
        step="IN-5",
        at__gte=year[0],
        at__lt=year[1],
    )
    days = dict(entered.exclude(case_id=case.pk).order_by("at").values_list("case_id", "at"))
    if not days:
        return ()
    plans = dict(
        TakenStep.objects.filter(case_id__in=days, step="IN-2").order_by("seq").values_list("case_id", "stated")
    )
    counted = (pk for pk in days if plans.get(pk, {}).get("inspection_source") not in known.uncounted)
    return tuple(days[pk].astimezone(BEIJING).date() for pk in counted)


def matter(case: Case, draft: Draft | None) -> dict[str, Any]:
    """What the rules ask of the matter itself: the facts stated of it, and what is proposed in the latest draft."""
    if draft is None or draft.outcome in (LICENCE, LICENCE_END):  # the steps of a licence say of themselves what counts
        return dict(case.flags)
    flags = dict(case.flags)
    for word, said in draft.fields.items():
        flags[word] = (flags.get(word) or said) if isinstance(said, bool) else said  # a mark is only ever raised
    return {
        **flags,
        "draft_digest": draft.digest,
        "draft_outcome": draft.outcome,
        "fine": draft.fields.get("fine") or "0",
        "gains": draft.fields.get("gains") or "0",
    }


def party_of(parties: Iterable[CaseParty]) -> Party:
    """The party in the eyes of the rules: the first 当事人 on file."""
    first = next((p for p in parties if p.role == CaseParty.Role.PARTY), None)
    return Party() if first is None else Party(first.kind, first.name, first.birth_date)


def taken_of(row: TakenStep) -> Taken:
    return Taken(row.step, row.at, row.outcome, tuple(_actor(a) for a in row.actors), row.stated)


def _actor(kept: Mapping[str, Any]) -> Actor:
    number = kept.get("certificate", "")
    certificate = Certificate(number, date.min, date.max) if number else None
    return Actor(
        person_id=kept["person_id"],
        name=kept["name"],
        agency_id=kept.get("agency_id", 0),
        agency_name=kept.get("agency_name", ""),
        roles=frozenset(Role(r) for r in kept.get("roles", ())),
        unit=kept.get("unit", ""),
        certificate=certificate,
    )


def kept_actor(actor: Actor) -> dict[str, Any]:
    """An actor as a step keeps him: how he stood when he acted."""
    return {
        "person_id": actor.person_id,
        "name": actor.name,
        "agency_id": actor.agency_id,
        "agency_name": actor.agency_name,
        "unit": actor.unit,
        "certificate": actor.certificate.number if actor.certificate else "",
        "roles": sorted(actor.roles),
    }


def _added(extensions: Iterable[CaseExtension]) -> dict[str, int]:
    added: dict[str, int] = defaultdict(int)
    for one in extensions:
        added[one.step] += one.amount
    return dict(added)
