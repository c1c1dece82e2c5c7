"""What a document may say of a case: the composing context that ``law.documents`` draws its fields from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from lantai.agencies.models import Agency, Field
from lantai.cases import facts as rows_of
from lantai.cases.facts import Rows, subject
from lantai.cases.models import Case, CaseParty, Decision, Draft, Payment, ServiceRecord, TakenStep
from lantai.documents.models import IssuedDocument
from lantai.law import engine, inspections, released, review, sources, statements
from lantai.law.facts import CaseFacts
from lantai.law.identity import DIVISIONS
from lantai.law.people import Actor
from lantai.law.periods import local_day
from lantai.law.remedies import reconsideration_bodies
from lantai.ledger import clock, plain
from lantai.personnel import queries as personnel
from lantai.powers import queries as powers
from lantai.recording import queries as recording
from lantai.recording.models import Evidence

PHOTO_TYPES = ("image/jpeg", "image/png", "image/webp")


def context(case: Case, facts: CaseFacts, rows: Rows, step: TakenStep | None = None) -> dict[str, Any]:
    """Everything about a case as plain values; ``step`` is the one that makes the document."""
    found = rows.found
    decision = Decision.objects.select_related("document").filter(case=case).first() if Decision in found else None
    return {
        "agency": _agency(case.agency),
        "case": _case(case, facts),
        "party": _party(rows.parties[case.pk]),
        "power": _power(case, rows),
        "officers": [_officer(a) for a in facts.officers],
        "draft": _draft(rows.drafts.get(case.pk), facts),
        "step": _step(step, case) if step else {},
        "served": [
            {"title": d.title, "number": d.number} for d in (resting_on(case, facts, rows, step.step) if step else ())
        ],
        "review": dict(step.stated) if step and step.step == "PG-9" else {},
        "remedy": _remedy(case.agency, facts),
        "steps": _steps(case, facts),
        "people": _people(case, facts, step),
        "evidence": [
            {"kind": e.kind, "name": e.name, "proves": e.proves, "made_at": e.made_at.isoformat(), "place": e.place}
            | {"of_step": e.of_step, "photo": e.file_id if e.file.media_type in PHOTO_TYPES else ""}
            for e in (recording.in_file(case.dossier_id) if Evidence in found else ())
        ],
        "documents": [
            {"kind": d.kind, "title": d.title, "number": d.number, "issued_on": d.issued_on.isoformat()}
            for d in rows.documents[subject(case)]
        ],
        "decision": _decision(decision),
        "services": [
            {"title": s.document.title, "number": s.document.number, "mode": s.mode, "receiver": s.receiver}
            | {"effective_on": s.effective_on.isoformat() if s.effective_on else ""}
            for s in (_services(case) if ServiceRecord in found else ())
        ],
        "payments": [
            {"kind": p.kind, "amount": str(p.amount), "paid_on": p.paid_on.isoformat(), "receipt_no": p.receipt_no}
            for p in (plain.by(Payment, "case_id", [case.pk]) if Payment in found else ())
        ],
        "inspection": _inspection(facts, step),
        "today": clock.today().isoformat(),
    }


def resting_on(case: Case, facts: CaseFacts, rows: Rows, step_id: str) -> list[IssuedDocument]:
    """The outward documents of the act on which a step rests, as it was last done: what a receipt of service proves."""
    found = []
    for ground in released.version_of(case.procedure, case.procedure_version)[step_id].rests_on:
        done = facts.last(ground)
        if done is None:
            continue
        made = (d for d in rows.documents[subject(case)] if d.of_step == ground and not d.is_internal)
        found += [d for d in made if d.issued_on >= issue_date(done.at)]
    return found


def _inspection(facts: CaseFacts, step: TakenStep | None) -> dict[str, str]:
    """How often the enterprise was inspected this year, in the words of notice and approval."""
    if facts.inspection is None:
        return {}
    on = local_day(step.at) if step else clock.today()
    source = str(inspections.said(facts, "inspection_source") or "")
    return {"frequency": inspections.frequency(facts.inspection, on, source)}


def _services(case: Case) -> QuerySet[ServiceRecord]:
    return ServiceRecord.objects.filter(case=case).select_related("document").order_by("id")


def _agency(agency: Agency) -> dict[str, str]:
    return {
        "name": agency.name,
        "short_name": agency.short_name,
        "prefix": agency.doc_prefix,
        "address": agency.address,
        "phone": agency.phone,
        "field": agency.field,
        "tier": agency.tier,
        "division": agency.division,
        "level": agency.level,
    }


def _power(case: Case, rows: Rows) -> dict[str, Any]:
    cited = rows.cited or (powers.bases(case.power) if case.power else {})
    name = case.power.name if case.power else case.title
    return {"name": name} | {role: list(cited.get(role, ())) for role in ("violated", "penalty", "procedure")}


def _case(case: Case, facts: CaseFacts) -> dict[str, Any]:
    return {
        "is_major": bool(review.is_major(facts)),
        "closed_on": case.closed_on.isoformat() if case.closed_on else "",
        "number": case.number,
        "title": case.title,
        "source": sources.label_of(case.source, case.procedure),
        "clue": case.clue,
        "opened_on": local_day(case.opened_at).isoformat(),
        "field": case.field,
        "unit": case.unit,
        "procedure": case.procedure,
        "flags": case.flags,
    }


def _party(parties: list[CaseParty]) -> dict[str, str]:
    first = next((p for p in parties if p.role == CaseParty.Role.PARTY), None)
    if first is None:
        return {}
    return {
        "kind": first.kind,
        "kind_label": first.get_kind_display(),
        "name": first.name,
        "code": first.code,
        "legal_representative": first.legal_representative,
        "address": first.address,
        "phone": first.phone,
        "birth_date": first.birth_date.isoformat() if first.birth_date else "",
    }


def _officer(actor: Actor) -> dict[str, str]:
    return {
        "name": actor.name,
        "certificate": actor.certificate.number if actor.certificate else "",
        "unit": actor.unit,
    }


def _draft(draft: Draft | None, facts: CaseFacts) -> dict[str, Any]:
    if draft is None:
        return {}
    concluded = statements.conclusion(draft.outcome, draft.fields, facts.party.name)
    return {**draft.fields, "outcome": draft.outcome, "conclusion": concluded}


def _remedy(agency: Agency, facts: CaseFacts) -> dict[str, Any]:
    """Who hears a reconsideration: the government of the level, above it for its own acts (ARL 24, 27, 28)."""
    own = f"{DIVISIONS.get(agency.division, '衡阳市')}人民政府"
    above = "湖南省人民政府" if agency.tier == "city" else "衡阳市人民政府"
    if agency.field == Field.GOVERNMENT:
        bodies = reconsideration_bodies("government", own, superior_government=above)
    elif agency.field == Field.JUSTICE:
        superior = "湖南省司法厅" if agency.tier == "city" else "衡阳市司法局"
        bodies = reconsideration_bodies("justice_bureau", own, superior_department=superior)
    else:
        bodies = reconsideration_bodies("department", own)
    return {"reconsideration_body": list(bodies), "court": facts.agency.policy.get("court", "")}


def _step(step: TakenStep, case: Case) -> dict[str, Any]:
    procedure = released.version_of(case.procedure, case.procedure_version)
    outcome = procedure[step.step].outcome(step.outcome)
    return {
        "id": step.step,
        "label": step.label,
        "outcome_label": outcome.label if outcome else "",
        "at": step.at.isoformat(),
        "outcome": step.outcome,
        "actors": step.actors,
        "stated": step.stated,
    }


def _people(case: Case, facts: CaseFacts, step: TakenStep | None) -> dict[int, dict[str, Any]]:
    """Those whom a statement names by id (主持人、参加讨论的负责人), as a step keeps people; one statement, none without them."""
    said = [(taken.step, taken.stated) for taken in facts.taken if not taken.void]
    said += [(step.step, step.stated)] if step else []
    named: set[int] = set()
    for step_id, stated in said:
        for word in statements.person_words(case.procedure, step_id):
            held = stated.get(word) or ()
            named.update([held] if isinstance(held, int) else held)
    if not named:
        return {}
    return {pk: rows_of.kept_actor(actor) for pk, actor in personnel.actors(named, clock.today()).items()}


def _steps(case: Case, facts: CaseFacts) -> Mapping[str, Any]:
    procedure = released.version_of(case.procedure, case.procedure_version)
    standing = {}
    facts = engine.settled(procedure, facts)
    latest = {taken.step: taken for taken in facts.taken if not taken.void}
    for step in procedure.steps:
        if step.id in latest:
            taken = latest[step.id]
            standing[step.id] = {
                "at": taken.at.isoformat(),
                "outcome": taken.outcome,
                "stated": dict(taken.stated),
                "actors": [rows_of.kept_actor(a) for a in taken.actors],
            }
    return standing


def _decision(decision: Decision | None) -> dict[str, Any]:
    if decision is None:
        return {}
    return {
        "number": decision.document.number if decision.document else "",
        "outcome": decision.outcome,
        "decided_on": decision.decided_on.isoformat(),
        "conclusion": decision.conclusion,
        "penalty_kinds": decision.penalty_kinds,
        "fine": str(decision.fine),
        "gains": str(decision.gains),
        "property": decision.property,
        "tier": decision.tier,
    }


def issue_date(at: datetime) -> date:
    """The day a document of a step carries: the day of the step, in Beijing."""
    return local_day(at)
