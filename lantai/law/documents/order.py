"""案卷排列: which document stands in the 正卷 or the 副卷, and in what order (SAMR 78)."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law.documents.words import DocumentKind

MAIN = "正卷"
INNER = "副卷"

_FIRST = ("filing_approval", "decision_abstract", "penalty_decision", "no_penalty_decision", "spot_decision")
_EVIDENCE = frozenset(
    {
        "site_record",
        "interview_record",
        "evidence_extraction",
        "electronic_extraction",
        "sampling_record",
        "monitoring_review",
        "education_record",
    }
)
_GOODS = frozenset({"property_disposal", "goods_list"})
_SHEETS = {"dossier_cover": 0, "dossier_index": 1, "dossier_note": 9}
_INNER_ORDER = (
    "case_source_registration",
    "no_filing_approval",
    "investigation_report",
    "review_opinion",
    "audit_opinion",
    "hearing_report",
    "collective_minutes",
    "closing_approval",
)


def volume(kind: DocumentKind) -> str:
    """正卷 for what was made for the party or may be consulted, 副卷 for internal papers."""
    return INNER if kind.internal else MAIN


def place(kind: DocumentKind) -> tuple[int, int]:
    """The group of a document in its volume and its place there; within a place documents follow their day."""
    code = kind.code
    if code in _SHEETS:
        return ((_SHEETS[code] and _SHEETS[code] * 10) or -1, 0)
    if kind.internal:
        return (_INNER_ORDER.index(code), 0) if code in _INNER_ORDER else (len(_INNER_ORDER), 0)
    if code == "filing_approval":
        return 1, 0
    if code in _FIRST:
        return 2, 0
    if code in _EVIDENCE:
        return 4, 0
    if code == "hearing_record":
        return 5, 0
    if code in _GOODS:
        return 6, 0
    return (7, 0) if code in ("address_confirmation", "document_correction") else (3, 0)


def order_in_file(kinds: Iterable[DocumentKind]) -> tuple[tuple[DocumentKind, ...], tuple[DocumentKind, ...]]:
    """正卷 and 副卷, each in the order of the file. Equal places keep the order given (that of their days)."""
    every = list(kinds)
    return (
        tuple(sorted((k for k in every if volume(k) == MAIN), key=place)),
        tuple(sorted((k for k in every if volume(k) == INNER), key=place)),
    )
