"""G-18 文书更改: a served or archived document is never altered, only corrected by a new one that names it.

``check`` is what ``documents`` asks before a document is changed or a correction issued.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.statutes_in_force import APL, ARCH

GATE = "G-18"
CORRECTION = "document_correction"


@dataclass(frozen=True)
class DocumentFacts:
    """What is asked of a document that somebody wants to change.

    ``issued`` numbered and sealed; ``served`` it has reached the party; ``archived`` its dossier is sealed;
    ``corrects`` the number of the document that the new one corrects, "" where the old one itself would change.
    """

    title: str
    issued: bool = False
    served: bool = False
    archived: bool = False
    corrects: str = ""


def check(document: DocumentFacts) -> tuple[Refusal, ...]:
    """Why the document may not be changed; empty if it may, or if this is a correction by a new document."""
    if document.corrects:
        return ()
    if document.archived:
        return (_refusal(f"《{document.title}》已经归档，不得更改"),)
    if document.served:
        return (_refusal(f"《{document.title}》已经送达当事人，不得更改"),)
    if document.issued:
        return (_refusal(f"《{document.title}》已经编号制发，不得更改"),)
    return ()


def _refusal(reason: str) -> Refusal:
    return Refusal(
        GATE, (ARCH[37], APL[47]), reason, "确有错误的，请制发文书补正通知书并注明原文书文号", field="corrects"
    )


def altered(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-18 for a step that states ``alters``: the title of a document already issued, served or archived."""
    title = attempt.stated.get("alters")
    if title:
        archived = facts.last("PG-22") is not None
        yield from check(DocumentFacts(str(title), True, True, archived, str(attempt.stated.get("corrects") or "")))


GATES = (Gate(GATE, "已送达、已归档的文书不得更改", (ARCH[37], APL[47]), altered, Asks.STATEMENT),)
