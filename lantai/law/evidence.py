"""证据的收集: what is refused when a piece of evidence is put on file. Pure rules over who, what and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from lantai.law.people import Actor
from lantai.law.periods import written
from lantai.law.refusals import Refusal
from lantai.law.statutes_in_force import ACL, APL, ARCH

MADE_BY_OFFICERS = frozenset({"witness", "party_statement", "inspection_record"})
"""Kinds that come into being by an act of the officers: they must have been entitled on that very day."""


def collected_on(kind: str, is_av: bool, made_on: date, received_on: date) -> date:
    """The day on which the officers acted: their own records when made, things found or handed in when received."""
    return made_on if is_av or kind in MADE_BY_OFFICERS else received_on


def refusals(
    *,
    officers: Sequence[Actor],
    field: str,
    collected: date,
    sealed: bool,
    is_evidence: bool = True,
) -> Iterable[Refusal]:
    """Why a piece of evidence may not be put on file: G-18 a filed dossier, G-01 fewer than two certified officers.

    ``is_evidence``  false for the record of an act (记录), which proves the act and not the facts of the case: G-01
    asks about the act itself then, not about its recording.
    """
    if sealed:
        yield Refusal(
            "G-18",
            (ARCH[21, 2], APL[47]),
            "案卷已经归档封存，不能再添加、更正或者撤换材料",
            "确需补充的，由承办人说明理由，经档案管理员另立补充卷",
        )
    if not is_evidence:
        return
    entitled = [o for o in officers if o.certificate and _entitles(o, field, collected)]
    if len(entitled) < 2:
        yield Refusal(
            "G-01",
            (APL[42, 1], ACL[18]),
            f"收集证据的执法人员不得少于两人，{written(collected)}持有效且领域相符的执法证的只有{len(entitled)}人",
            "请由两名以上持有效执法证的执法人员收集并如实填写取证人员",
            field="officers",
        )


def _entitles(officer: Actor, field: str, day: date) -> bool:
    held = officer.certificate
    return held is not None and held.holds_on(day) and (not held.fields or field in held.fields)
