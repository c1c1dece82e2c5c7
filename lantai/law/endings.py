"""许可终止之后的公示: what a decision that ends a licence says of the licence that stands published (ALL 8, 69, 70; APL 9).

The notice of the licence keeps its content, because it was true when it was published; it says besides that the licence
has ended, how, on which ground, by which decision and from which day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lantai.law import licences
from lantai.law.facts import CaseFacts, Taken
from lantai.law.penalties import PenaltyKind
from lantai.law.periods import local_day
from lantai.law.service_days import day_of
from lantai.law.statements.licence_deciding import GROUNDS
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ALL, APL

STEP, PROPOSAL = "LI-12", "LI-12-1"
DOCUMENTS = ("licence_withdrawal", "licence_revocation", "licence_cancellation")
PENALTY_KIND = "吊销"
PENALTY_GROUND = "违法行为应当吊销许可证件"
_BASES: dict[str, tuple[Basis, ...]] = {
    "withdrawn": (ALL[8, 2],),
    "revoked": (ALL[69, 1],),
    "cancelled": (ALL[70],),
}


@dataclass(frozen=True)
class Ending:
    """How a licence ended. ``number`` that of the certificate; "" where the decision ends the licence of its own file."""

    kind: str
    ground: str
    basis: tuple[Basis, ...]
    decided_on: date
    ended_on: date | None = None
    number: str = ""


def ending(facts: CaseFacts) -> Ending | None:
    """撤回、撤销、注销 by step LI-12 of this case; None where it ends no licence."""
    taken = facts.last(STEP)
    if taken is None or taken.outcome not in licences.ENDED:
        return None
    proposed = facts.last(PROPOSAL)
    return Ending(
        kind=licences.ENDED[taken.outcome],
        ground=dict(GROUNDS).get(str(taken.stated.get("ground") or ""), ""),
        basis=_basis(taken),
        decided_on=local_day(taken.at),
        ended_on=day_of(taken.stated.get("ended_on")),
        number=str(proposed.stated.get("current_number") or "").strip() if proposed else "",
    )


def _basis(taken: Taken) -> tuple[Basis, ...]:
    return (ALL[69, 2],) if taken.stated.get("ground") == "fraud" else _BASES[taken.outcome]


def by_penalty(penalty_kinds: tuple[str, ...], decided_on: date) -> Ending | None:
    """吊销许可证件 as a penalty; which licence it is the conclusion says."""
    if PenaltyKind.REVOCATION not in penalty_kinds:
        return None
    return Ending(PENALTY_KIND, PENALTY_GROUND, (APL[9, 1, 3],), decided_on)
