"""The documents of acts that are no step of a procedure: an extension, a recusal, an address confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lantai.cases import composing
from lantai.cases import facts as rows_of
from lantai.cases.models import Case
from lantai.documents import queries as documents
from lantai.documents.commands import issue
from lantai.law import documents as kinds
from lantai.law.people import Actor
from lantai.law.periods import local_day
from lantai.law.records import ACT_DOCUMENTS


def _issue_of_act(actor: Actor, case: Case, act: str, at: datetime, told: Mapping[str, Any]) -> None:
    """Issue what the act makes, if anything, composed from the file and from what was ``told`` of the act itself."""
    codes = ACT_DOCUMENTS.get(act, ())
    if not codes:
        return
    day = local_day(at)
    rows = rows_of.read(case, day)
    signers = [rows_of.kept_actor(actor)]
    ground = composing.context(case, rows_of.of(case, day, rows), rows)
    ground |= {"step": {"at": at.isoformat(), "actors": signers, "stated": {}}, **told}
    due = kinds.made_of(codes, ground)
    words = documents.wording.in_force(case.agency, [kind.code for kind in due], local_day(case.opened_at), day)
    for kind in due:
        issue(
            actor=actor,
            agency=case.agency,
            dossier_id=case.dossier_id,
            subject=rows_of.subject(case),
            of_step="",
            kind=kind.code,
            fields=kinds.compose(kind.code, ground, words.get(kind.code)),
            issued_on=day,
            signers=signers,
        )
