"""Rows of a decided case → what the rules of publication ask, and the words of which some may become public."""

from __future__ import annotations

from datetime import date
from typing import Any

from lantai.cases import facts as case_facts
from lantai.cases.models import Case, CaseParty, Decision, ServiceRecord
from lantai.disclosure.masking import Ground
from lantai.documents.models import IssuedDocument
from lantai.law import documents, licences, publication
from lantai.law.documents.sheet import NOTHING
from lantai.law.facts import AgencyFacts, CaseFacts
from lantai.law.identity import DIVISIONS, is_minor_on, mask_name
from lantai.law.penalties import PenaltyKind
from lantai.law.periods import local_day
from lantai.law.publication import Channel
from lantai.law.redaction import is_publishable
from lantai.law.statements import Kind, words_of
from lantai.law.statements.licence_deciding import LICENCE_CLASSES
from lantai.law.statutes_in_force import MINORS
from lantai.powers import queries as powers

OTHER = "其他"
LICENSED = (*sorted(licences.GRANTED), *licences.ENDED)
"""What is granted, changed, renewed or ended is public; a refusal is not (行政许可法第四十条)."""
TAKEN = ("levy", "housing", "land", "requisition")
OUTCOMES = (
    "penalty",
    "no_penalty_minor",
    "no_penalty_first",
    "no_penalty_facts",
    "no_penalty_other",
    *LICENSED,
    *TAKEN,
)
"""Decisions of the agency itself; a transfer to another agency decides nothing towards the public."""

PUBLIC_LINES: dict[str, tuple[str, ...]] = {
    "penalty_decision": (
        *("party", "course", "facts", "evidence", "evidence_reason", "heard", "violated", "penalty_basis"),
        *(
            "basis_reason",
            "tier",
            "standard",
            "discretion_reason",
            "conclusion",
            "performance",
            "remedy",
            "publication",
        ),
    ),
    "no_penalty_decision": (
        *("party", "course", "facts", "evidence", "evidence_reason", "heard", "violated"),
        *("basis_reason", "discretion_reason", "conclusion", "education", "remedy"),
    ),
    "spot_decision": (
        *("party_name", "party_kind", "party_head", "party_address", "place", "facts", "evidence_summary"),
        *("violated", "penalty_basis", "heard", "conclusion", "performance", "remedy", "officers"),
    ),
}
"""The lines of a decision document that may be shown at all. A new line of the law is hidden until it is named here."""

_LICENCE_LINES = ("party", "course", "conclusion", "publication", "remedy")
PUBLIC_LINES |= {
    "licence_decision": (*_LICENCE_LINES, "licence_name", "licence_class", "licence_content", "validity"),
    "licence_change_decision": (*_LICENCE_LINES, "licence_content", "validity"),
    "licence_renewal_decision": (*_LICENCE_LINES, "licence_content", "validity"),
    "licence_withdrawal": ("party", "ground", "conclusion", "ended_on", "remedy"),
    "licence_revocation": ("party", "ground", "conclusion", "ended_on", "remedy"),
    "licence_cancellation": ("party", "ground", "conclusion", "ended_on", "remedy"),
}


def kind_of(case: Case, decision: Decision) -> str:
    """执法类别 of what becomes public: a decision not to punish is another decision."""
    return case.kind if decision.outcome == "penalty" or decision.outcome in LICENSED else OTHER


def licensed_words(facts: CaseFacts) -> dict[str, Any]:
    """What the decision and the certificate state of a licence: its name, number, class, content and validity."""
    made = licences.decision(facts)
    if made is None:
        return {}
    issued, applied = facts.last("LI-9"), facts.last("LI-1")
    stated = made.stated
    return {
        "licence_name": stated.get("licence_name") or "",
        "licence_number": (issued.stated.get("certificate_number") if issued else "")
        or (applied.stated.get("current_number") if applied else "")
        or "",
        "licence_class": dict(LICENCE_CLASSES).get(str(stated.get("licence_class") or ""), ""),
        "licence_content": stated.get("licence_content") or "",
        "valid_from": stated.get("valid_from") or local_day(made.at).isoformat(),
        "valid_to": stated.get("valid_to") or "",
    }


def decision_of(case: Case, decision: Decision, agency: AgencyFacts, parties: list[CaseParty]) -> publication.Decision:
    """The decision as the rules of publication see it."""
    party = case_facts.party_of(parties)
    kinds = frozenset(PenaltyKind(k) for k in decision.penalty_kinds)
    punished = decision.outcome == "penalty"
    least = agency.hearing_person if party.is_natural_person else agency.hearing_organisation
    flags = case.flags
    grounds = {word for word in publication.INFLUENCES if flags.get(word)}
    return publication.Decision(
        kind=kind_of(case, decision),
        decided_on=decision.decided_on,
        field=case.field,
        penalty_kinds=kinds,
        summary=case.procedure == "penalty.summary",
        punished_born=party.birth_date if party.is_natural_person else None,
        heard_amount=max(decision.fine, decision.gains) >= least if punished else False,
        influence=frozenset(grounds),
        protected=frozenset(flags.get("protected") or ()),
        consent=bool(flags.get("publication_consent")),
        public_interest=bool(flags.get("publication_public_interest")),
        restricted_to=date.fromisoformat(flags["restricted_to"]) if flags.get("restricted_to") else None,
    )


def rulings_of(known: publication.Decision, facts: CaseFacts) -> list[dict[str, Any]]:
    """One ruling per channel. A party under eighteen appears nowhere, punished or not."""
    rulings = publication.rulings(known)
    if not is_publishable(facts.party, known.decided_on):
        rulings = tuple(publication.Ruling(c, False, (MINORS[103],), "当事人不满十八周岁") for c in Channel)
    return [
        {
            "channel": str(r.channel),
            "label": r.channel.label,
            "publish": r.publish,
            "basis_code": r.basis_code,
            "basis": [str(b) for b in r.basis],
            "reason": r.reason,
            "policy": r.policy,
        }
        for r in rulings
    ]


def ground_of(case: Case, facts: CaseFacts, parties: list[CaseParty], decided_on: date) -> Ground:
    """Everybody named in the case besides the party and the officers, and the numbers that are public."""
    party = facts.party
    officers = {a.name for a in facts.officers} | {a.name for t in facts.taken for a in t.actors}
    names: list[str] = []
    minors: list[str] = []
    for row in parties:
        if row.role == CaseParty.Role.THIRD and row.kind == CaseParty.Kind.PERSON:
            under = row.birth_date is not None and is_minor_on(row.birth_date, decided_on)
            (minors if under else names).append(row.name)
        if row.legal_representative:
            names.append(row.legal_representative)
    names += _stated_names(case, facts)
    for served in ServiceRecord.objects.filter(case=case):
        names += [served.receiver, served.witness]
    numbers = [a.certificate.number for t in facts.taken for a in t.actors if a.certificate]
    numbers += [a.certificate.number for a in facts.officers if a.certificate]
    codes = [p.code for p in parties if p.kind != CaseParty.Kind.PERSON]
    public_names = officers | {p.name for p in parties if p.role == CaseParty.Role.PARTY}
    return Ground(
        party=party,
        names=tuple(n for n in dict.fromkeys(names) if n and len(n) <= 12 and n not in public_names),
        minors=tuple(minors),
        homes=tuple(p.address for p in parties if p.kind == CaseParty.Kind.PERSON and p.address),
        public=tuple(sorted(officers | {p.name for p in parties if p.kind != CaseParty.Kind.PERSON})),
        keep=tuple(dict.fromkeys(k for k in (case.agency.phone, case.agency.address, *numbers, *codes) if k)),
    )


def _stated_names(case: Case, facts: CaseFacts) -> list[str]:
    """Names stated in steps: words of the kind person that are written out, and witnesses."""
    names = []
    for taken in facts.taken:
        for word in words_of(case.procedure, taken.step, taken.outcome):
            value = taken.stated.get(word.code)
            if isinstance(value, str) and (word.kind is Kind.PERSON or word.code in NAMED):
                names.append(value)
    return names


NAMED = frozenset({"witness", "receiver", "interviewee", "agent", "complainant", "informant", "speaker", "reporter"})


def fields_of(
    case: Case, decision: Decision, document: IssuedDocument, facts: CaseFacts, party: CaseParty
) -> dict[str, Any]:
    """The fields of the allow-list that carry no free text."""
    is_person = party.kind == CaseParty.Kind.PERSON
    handlers = facts.officers or tuple(a for t in facts.taken for a in t.actors if a.certificate)
    shown = {(a.name, a.certificate.number) for a in handlers if a.certificate}
    held = document.fields
    cited = [c for code in ("violated", "penalty_basis") for c in _listed(held.get(code))]
    licensed = licensed_words(facts) if decision.outcome in licences.GRANTED else {}
    if decision.outcome in LICENSED:
        cited = [str(b) for b in documents.KINDS[document.kind].basis]
    fields = {
        "reference": document.number,
        "kind": kind_of(case, decision),
        "agency_code": case.agency.code,
        "agency_name": case.agency.name,
        "division": DIVISIONS.get(case.agency.division, case.agency.division),
        "officers": [f"{name}（{number}）" for name, number in sorted(shown)],
        "party_name": mask_name(party.name) if is_person else party.name,
        "party_kind": party.get_kind_display(),
        "party_credit_code": "" if is_person else party.code,
        "basis": list(dict.fromkeys(cited)),
        "penalty_kinds": [PenaltyKind(k).label for k in decision.penalty_kinds],
        "fine_yuan": str(decision.fine) if decision.fine else "",
        "confiscated_yuan": str(decision.gains) if decision.gains else "",
        **licensed,
    }
    return {name: value for name, value in fields.items() if value}


def original_of(case: Case, decision: Decision, document: IssuedDocument, full: bool) -> dict[str, Any]:
    """The free text that may become public, before anything is hidden. ``full``: the text of the decision as well."""
    remedy = document.fields.get("remedy", "")
    return {
        "title": case.title.removeprefix("涉嫌"),
        "violation": "" if decision.outcome in LICENSED else _violation(case),
        "conclusion": decision.conclusion,
        "remedy": "\n".join(_listed(remedy)),
        "sections": sections_of(document) if full else [],
    }


def sections_of(document: IssuedDocument) -> list[dict[str, Any]]:
    """The served text, block by block as it is printed, of the lines that may be shown at all."""
    allowed = {"agency", *PUBLIC_LINES.get(document.kind, ())}
    fields = {code: value for code, value in document.fields.items() if code in allowed}
    laid = documents.sheet(document.kind, fields, document.number, document.issued_on)
    sections: list[dict[str, Any]] = [{"heading": "", "paragraphs": []}]
    for block in laid["blocks"]:
        if block["kind"] == "heading":
            sections.append({"heading": block["text"], "paragraphs": []})
        sections[-1]["paragraphs"] += _paragraphs(block)
    return [s for s in sections if s["paragraphs"]]


def _paragraphs(block: dict[str, Any]) -> list[str]:
    if block["kind"] in ("text", "to"):
        return _listed(block["text"])
    if block["kind"] == "line":
        return [f"{block['label']}：{block['text']}"]
    if block["kind"] == "table":
        heads = [c["label"] for c in block["columns"]]
        return ["；".join(f"{h}：{c}" for h, c in zip(heads, row, strict=True) if c) for row in block["rows"]]
    if block["kind"] == "form":
        cells = [cell for row in block["rows"] for cell in row.get("cells", ())]
        return [f"{c['label']}：{'；'.join(c['text'])}" for c in cells if c["text"] != [NOTHING]]
    return []


def _violation(case: Case) -> str:
    return publication.act_of(case.power.name if case.power else case.title)


def _listed(value: Any) -> list[str]:
    if isinstance(value, list):
        return [v if isinstance(v, str) else "；".join(v) for v in value if v]
    return [p for p in str(value or "").split("\n") if p]


def agency_facts(case: Case, on: date) -> AgencyFacts:
    return powers.agency_facts(case.agency, on)
