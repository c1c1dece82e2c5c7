"""预览文书: the documents of a step as they would be issued now. Everything is done as in earnest and then undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from lantai.cases.commands.steps import take_step
from lantai.cases.facts import subject
from lantai.cases.models import Case
from lantai.documents.models import IssuedDocument
from lantai.law import documents as kinds
from lantai.law.people import Actor
from lantai.ledger.act import command


class Previewed(Exception):
    """The sheets that the step would make. Raised always, so that nothing of a preview remains."""

    def __init__(self, sheets: list[dict[str, Any]]) -> None:
        self.sheets = sheets
        super().__init__("预览")


@command("cases.preview_step", "预览文书")
def preview_step(
    *,
    actor: Actor,
    case: Case,
    step: str,
    at: datetime | None,
    outcome: str,
    stated: Mapping[str, Any],
    with_officers: Sequence[int],
    seen: int | None,
) -> None:
    """Raises Previewed with the sheets; Refused, Malformed, Conflict exactly as the step itself would."""
    known = set(IssuedDocument.objects.filter(subject=subject(case)).values_list("pk", flat=True))
    take_step(
        actor=actor,
        case=case,
        step=step,
        at=at,
        outcome=outcome,
        stated=stated,
        with_officers=with_officers,
        seen=seen,
    )
    made = IssuedDocument.objects.filter(subject=subject(case)).exclude(pk__in=known).order_by("id")
    raise Previewed([kinds.sheet(d.kind, d.fields, d.number, d.issued_on) for d in made])
