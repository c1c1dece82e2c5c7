"""G-15 公示: nothing protected, nothing about a minor, nothing without a basis becomes public.

``check`` is what ``disclosure`` asks with a ``NoticeFacts``; the registry asks the same of a step that publishes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.identity import is_minor_on
from lantai.law.periods import local_day
from lantai.law.procedure import Procedure
from lantai.law.proposal import decision
from lantai.law.publication import PUBLIC_FIELDS, unlisted
from lantai.law.refusals import Refusal
from lantai.law.statutes_in_force import APL, MINORS, OGI, PIPL, SEED

GATE = "G-15"


@dataclass(frozen=True)
class NoticeFacts:
    """What a notice (公示信息) is asked before it becomes public.

    ``basis_codes`` keys of the articles it rests on; ``unredacted`` labels of protected data still in its text;
    ``fields`` the names of its fields; ``missing`` labels of statutory fields left empty; ``minor`` whether the
    punished person was under eighteen on the day of the decision.
    """

    basis_codes: tuple[str, ...]
    unredacted: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    minor: bool = False


def check(notice: NoticeFacts) -> tuple[Refusal, ...]:
    """Why the notice may not become public; empty if it may."""
    return tuple(_refusals(notice))


def _refusals(notice: NoticeFacts) -> Iterable[Refusal]:
    if notice.minor:
        yield Refusal(GATE, (MINORS[103],), "被处罚人不满十八周岁，不得公示", "请登记为依法不予公示")
    if not notice.basis_codes:
        yield Refusal(GATE, (APL[48, 1], SEED.whole), "没有写明公示的法律依据", "请选择公示依据", field="basis_codes")
    if notice.unredacted:
        names = "、".join(dict.fromkeys(notice.unredacted))
        yield Refusal(
            GATE, (OGI[15], PIPL[28]), f"公示内容含有应当隐去的信息：{names}", "请隐去后再公示", field="unredacted"
        )
    if extra := unlisted(notice.fields):
        names = "、".join(PUBLIC_FIELDS.get(name, name) for name in extra)
        yield Refusal(
            GATE, (OGI[16], APL[50]), f"公示内容含有不得公开的项目：{names}", "请删除这些项目", field="fields"
        )
    if notice.missing:
        yield Refusal(
            GATE, (SEED.whole,), f"缺少应当公示的内容：{'、'.join(notice.missing)}", "请补充后再公示", field="fields"
        )


def published(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-15 for the step of publication, of what it states; a basis is asked for only where one is stated as empty."""
    if attempt.outcome == "withheld":
        return
    stated = attempt.stated
    born = facts.party.birth_date if facts.party.is_natural_person else None
    made = decision(facts)
    yield from _refusals(
        NoticeFacts(
            _codes(stated["basis_codes"]) if "basis_codes" in stated else (APL[48].key,),
            _codes(stated.get("unredacted") or ()),
            _codes(stated.get("fields") or ()),
            minor=born is not None and is_minor_on(born, local_day(made.at if made else attempt.at)),
        )
    )


def _codes(rows: Any) -> tuple[str, ...]:
    return tuple(str(r["code"] if isinstance(r, dict) else r) for r in rows or ())


GATES = (Gate(GATE, "公示内容合法", (APL[48, 1], OGI[15], PIPL[28]), published, Asks.STATEMENT),)
