"""Rows → what the rules of filing understand: the papers of a case, what is missing, and how long the file is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import localtime

from lantai.cases import queries as cases
from lantai.cases.models import Case, Decision, ServiceRecord
from lantai.documents.models import IssuedDocument
from lantai.law import engine, filing
from lantai.law.facts import CaseFacts
from lantai.law.filing import Filed, Paper
from lantai.law.gates.closing import Obligation, open_obligations
from lantai.law.penalties import PenaltyKind
from lantai.law.procedure import Step
from lantai.law.retention import Retention, retention_of
from lantai.ledger import clock
from lantai.recording.models import Evidence

CLOSING_GATE = "G-16"
PENALTY = "penalty."
CORRECTED = "已被更正"


@dataclass(frozen=True)
class Lacking:
    """What the file still lacks: ``kind`` document, av, record or rendering."""

    label: str
    what: str
    kind: str

    @property
    def sentence(self) -> str:
        return f"{self.label}：{SAY[self.kind].format(what=self.what)}"

    @property
    def may_be_explained(self) -> bool:
        """A written record may lie in the file as paper; the archivist sees it and says so in the 备考表."""
        return self.kind == "record"


SAY = {
    "document": "缺少《{what}》",
    "av": "缺少音像记录（{what}），也没有说明理由",
    "record": "系统中没有{what}",
    "rendering": "《{what}》正在排版",
}


def is_penalty(case: Case) -> bool:
    return case.procedure.startswith(PENALTY)


def filing_step(case: Case) -> Step | None:
    """The step by which the case is filed; None where the procedure ends with closing."""
    return filing.filing_step(cases.procedure_of(case))


def is_closed(case: Case, facts: CaseFacts) -> bool:
    """Whether everything but the filing is done: nothing is owed before it and nothing is open that its gate asks."""
    procedure = cases.procedure_of(case)
    step = filing_step(case)
    if step is None:
        return engine.is_over(procedure, facts)
    standing = engine.standing(procedure, facts, clock.now())
    return (standing is None or standing.id == step.id) and not still_open(case, facts)


def still_open(case: Case, facts: CaseFacts) -> tuple[Obligation, ...]:
    """What stands against filing a case that is closed by being filed: G-16 asks it of the very step."""
    step = filing_step(case)
    if step is None or CLOSING_GATE not in step.gates or is_filed(case, facts):
        return ()
    return open_obligations(cases.procedure_of(case), facts)


def is_filed(case: Case, facts: CaseFacts) -> bool:
    """Whether the filing step itself stands already."""
    step = filing_step(case)
    return step is not None and engine.stands(cases.procedure_of(case), facts, step.id) is not None


def lacking(case: Case, facts: CaseFacts) -> tuple[Lacking, ...]:
    """What the checklist of the procedure owes and the file does not hold, and what is not printed yet."""
    step = filing_step(case)
    mine = step.id if step else ""
    found = _owed(case, facts, mine)
    for measure in case.measures.select_related("agency").order_by("id"):
        found += _owed(measure, cases.facts_of(measure), "")
    found += [
        Lacking("版式", document.title, "rendering")
        for document in _documents(case)
        if not hasattr(document, "rendering")
    ]
    return tuple(found)


def _owed(case: Case, facts: CaseFacts, mine: str) -> list[Lacking]:
    return [
        Lacking(line.label, line.what, line.kind)
        for line in cases.checklist(case, facts)
        if line.owed and not line.present and line.step != mine
    ]


def _documents(case: Case) -> list[IssuedDocument]:
    found = IssuedDocument.objects.filter(dossier_id=case.dossier_id).exclude(kind__in=filing.SHEETS)
    return list(found.select_related("agency", "rendering", "imprint").order_by("id"))


def _evidence(case: Case) -> list[Evidence]:
    return list(Evidence.objects.filter(dossier_id=case.dossier_id).select_related("file").order_by("id"))


def arranged(case: Case) -> dict[str, tuple[Filed, ...]]:
    """The papers of the dossier, nested measures included, in the order of the file and with their pages."""
    documents, evidence = _documents(case), _evidence(case)
    return filing.arrange([*_sheets(case, documents), *_pieces(case, evidence)])


def _sheets(case: Case, documents: list[IssuedDocument]) -> Iterable[Paper]:
    penalty = is_penalty(case)
    served = _served(case, documents)
    corrected = {d.corrects_id for d in documents}
    for document in documents:
        paper = getattr(document, "imprint", None) or getattr(document, "rendering", None)  # the sealed one counts
        yield Paper(
            ref=f"document:{document.pk}",
            part=filing.part_of(document.kind, is_penalty=penalty),
            place=filing.place_of(document.kind, is_penalty=penalty),
            day=document.issued_on,
            title=document.title,
            number=document.number,
            author=document.agency.name,
            pages=paper.pages if paper else None,
            remark=CORRECTED if document.pk in corrected else "",
            digest=paper.pdf_id if paper else "",
            follows=served.get(document.pk, ""),
        )


def _served(case: Case, documents: list[IssuedDocument]) -> dict[int, str]:
    """By receipt: the document whose service it proves, found by the step that made both."""
    records = ServiceRecord.objects.filter(case__dossier_id=case.dossier_id).select_related("step").order_by("id")
    by_step = {(f"cases.case:{r.case_id}", r.step.step): r.document_id for r in records}
    found = {}
    for document in documents:
        target = by_step.get((document.subject, document.of_step))
        if document.kind == "service_receipt" and target and target != document.pk:
            found[document.pk] = f"document:{target}"
    return found


def _pieces(case: Case, evidence: list[Evidence]) -> Iterable[Paper]:
    corrected = {e.corrects_id for e in evidence}
    for piece in evidence:
        kind = piece.file.media_type
        yield Paper(
            ref=f"evidence:{piece.pk}",
            part=filing.PARTS[0],
            place=filing.EVIDENCE_PLACE if is_penalty(case) else (1, 1),
            day=localtime(piece.made_at).date(),
            title=piece.name,
            author="、".join(c["name"] for c in piece.collected_by),
            pages=filing.pages_of(kind),
            remark=CORRECTED if piece.pk in corrected else filing.remark_of(kind, piece.is_av),
            digest=piece.file_id,
        )


def retention(case: Case, decision: Decision | None) -> Retention:
    """The class of the dossier: the longest that its decision and its review call for."""
    known = set(PenaltyKind)
    kinds = [PenaltyKind(k) for k in (decision.penalty_kinds if decision else ()) if k in known]
    transferred = bool(decision and "transfer" in decision.outcome) or bool(case.flags.get("criminal_transfer"))
    denied = decision is None or decision.outcome.endswith("denied") or decision.outcome in ("withdrawn", "revoked")
    return retention_of(
        case.procedure, penalty_kinds=kinds, major=case.is_major, transferred=transferred, denied=denied
    )


def context(case: Case, decision: Decision | None, volume: dict[str, Any]) -> dict[str, Any]:
    """What cover, index and 备考表 draw their fields from; ``volume`` the words of the volume itself."""
    party = case.parties.filter(role="party").order_by("id").first()
    officers = [
        {"name": h.person.name, "certificate": ""}
        for h in case.handlers.filter(to_on__isnull=True).select_related("person").order_by("id")
    ]
    return {
        "agency": {"name": case.agency.name, "short_name": case.agency.short_name, "prefix": case.agency.doc_prefix},
        "case": {
            "number": case.number,
            "title": case.title,
            "opened_on": localtime(case.opened_at).date().isoformat(),
            "closed_on": case.closed_on.isoformat() if case.closed_on else "",
        },
        "party": {"name": party.name if party else ""},
        "decision": {
            "number": decision.document.number if decision and decision.document else "",
            "conclusion": decision.conclusion if decision else "",
        },
        "officers": officers,
        "dossier": {"title": case.title, **volume},
        "today": volume["filed_on"],
    }
