"""文书: every kind of document of a penalty case, what it must hold, how its fields are composed and laid out.

``KINDS``  by code; the codes are those that steps name (``records.DOCUMENT_CODES``), and a few of the dossier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from lantai.law.documents import composing
from lantai.law.documents import sheet as sheets
from lantai.law.documents.composing import clean, pick, texts
from lantai.law.documents.kinds import (
    acts,
    applying,
    closing,
    compensating,
    course,
    decision,
    enforcing,
    enforcing_after,
    expropriating,
    freezing,
    hearing,
    inspecting,
    investigation,
    levying,
    licence,
    licence_deciding,
    licence_hearing,
    measures,
    measures_after,
    notice,
    performing,
    preservation,
    requisitioning,
    review,
    service,
    start,
    taking_land,
    testing,
    transfer,
    transferring,
)
from lantai.law.documents.order import INNER, MAIN, order_in_file, place, volume
from lantai.law.documents.sheet import SEAL_NOTE
from lantai.law.documents.wording import Worded, added, reworded
from lantai.law.documents.words import Column, Context, DocumentKind, Form, Layout, Line, Section, Show

GROUPS = (
    start,
    investigation,
    testing,
    preservation,
    measures,
    measures_after,
    freezing,
    enforcing,
    enforcing_after,
    applying,
    licence,
    licence_hearing,
    licence_deciding,
    course,
    review,
    notice,
    hearing,
    decision,
    service,
    performing,
    transfer,
    transferring,
    closing,
    inspecting,
    acts,
    levying,
    expropriating,
    compensating,
    taking_land,
    requisitioning,
)
KINDS: dict[str, DocumentKind] = {
    kind.code: kind
    for group in (
        start,
        investigation,
        testing,
        preservation,
        measures,
        measures_after,
        freezing,
        enforcing,
        enforcing_after,
        applying,
        licence,
        licence_hearing,
        licence_deciding,
        course,
        review,
        notice,
        hearing,
        decision,
        service,
        performing,
        transfer,
        transferring,
        closing,
        inspecting,
        acts,
        levying,
        expropriating,
        compensating,
        taking_land,
        requisitioning,
    )
    for kind in group.KINDS
}


def compose(code: str, context: Context, worded: Worded | None = None) -> dict[str, Any]:
    """The fields of a document, frozen when it is issued, in the words that hold for it; without ``worded`` the law's own.

    Raises Malformed naming the Chinese label of what is missing.
    """
    if worded is None:
        return composing.compose(KINDS[code], context)
    fields = composing.compose(KINDS[code], context, lambda line, value: reworded(line, value, context, worded))
    return fields | added(context, worded)


def check(code: str, fields: Mapping[str, Any]) -> None:
    """Whether fields are those of a complete document of this kind. Raises Malformed with the field."""
    composing.check(KINDS[code], fields)


def sheet(code: str, fields: Mapping[str, Any], number: str, issued_on: date) -> dict[str, Any]:
    """Everything that is printed, as blocks in order."""
    return sheets.sheet(KINDS[code], fields, number, issued_on)


def takes_seal(code: str) -> bool:
    """Whether a document of this kind bears the seal of the agency."""
    return KINDS[code].seal


def made_of(codes: Iterable[str], context: Context) -> tuple[DocumentKind, ...]:
    """Those of the documents a step names that are made in this case (``DocumentKind.when``)."""
    return tuple(KINDS[code] for code in codes if is_made(KINDS[code], context))


def is_made(kind: DocumentKind, context: Context) -> bool:
    """Whether the context calls for a document of this kind."""
    if kind.when is None:
        return True
    source, values = kind.when
    held = pick(context, source)
    return held is not None if not values else ("" if held is None else str(held)) in values


__all__ = [
    "INNER",
    "KINDS",
    "MAIN",
    "SEAL_NOTE",
    "Column",
    "Context",
    "DocumentKind",
    "Form",
    "Layout",
    "Line",
    "Section",
    "Show",
    "Worded",
    "check",
    "clean",
    "compose",
    "is_made",
    "made_of",
    "order_in_file",
    "pick",
    "place",
    "sheet",
    "takes_seal",
    "texts",
    "volume",
]
