"""How papers are issued: those of a step, and those of acts that are none: an extension, a recusal, an address confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from lantai.cases import composing
from lantai.cases import facts as rows_of
from lantai.cases.models import Case
from lantai.documents import queries as documents
from lantai.documents.commands import issue
from lantai.documents.models import IssuedDocument
from lantai.law import documents as kinds
from lantai.law.people import Actor
from lantai.law.periods import local_day
from lantai.law.records import ACT_DOCUMENTS


@dataclass(frozen=True)
class Papers:
    """The documents that a step or an act makes, with what they are composed from and the wordings that hold for them."""

    due: tuple[kinds.DocumentKind, ...] = ()
    ground: dict[str, Any] = field(default_factory=dict)
    words: Mapping[str, kinds.Worded] = field(default_factory=dict)


def _issued(
    papers: Papers, actor: Actor, case: Case, of_step: str, day: date, signers: list[dict[str, Any]]
) -> tuple[IssuedDocument, ...]:
    """Each of the papers, with its number; ``of_step`` is "" for an act that is no step."""
    return tuple(
        issue(
            actor=actor,
            agency=case.agency,
            dossier_id=case.dossier_id,
            subject=rows_of.subject(case),
            of_step=of_step,
            kind=kind.code,
            fields=kinds.compose(kind.code, papers.ground, papers.words.get(kind.code)),
            issued_on=day,
            signers=signers,
        )
        for kind in papers.due
    )


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
    _issued(Papers(due, ground, words), actor, case, "", day, signers)
