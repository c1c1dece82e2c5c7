"""附带程序: a measure, an execution or a transfer that runs in the dossier of a case, reached by a step of that case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from lantai.cases.commands.opening import MAY_OPEN, open_case
from lantai.cases.commands.steps import take_step
from lantai.cases.commands.taking import _instant, _locked, _own
from lantai.cases.models import Case, CaseParty, TakenStep
from lantai.law import released
from lantai.law.people import Actor
from lantai.law.refusals import Malformed
from lantai.ledger.act import command
from lantai.powers.models import Power


@command("cases.open_nested", "办理附带程序", allowed=MAY_OPEN)
def open_nested(
    *,
    actor: Actor,
    case: Case,
    step: str,
    procedure: str,
    power: Power,
    at: datetime | None = None,
    reason: str = "",
    stated: Mapping[str, Any] | None = None,
    with_officers: Sequence[int] = (),
    seen: int | None = None,
) -> Case:
    """Take the step of the main case that calls for it, unless it stands already, and open the nested case.

    Party, source, clue and unit are those of the main case: nothing is typed twice. Raises Refused, Malformed, Conflict.
    """
    main = _locked(case, seen)
    _own(actor, main)
    declared = released.version_of(main.procedure, main.procedure_version)
    if step not in declared or procedure not in declared[step].child:
        raise Malformed("procedure", "这个环节不能附带办理所选的程序")
    when = _instant(at, main)
    if not _called_for(main, step, declared[step].child):
        take_step(actor=actor, case=main, step=step, at=when, stated=_said(step, reason), with_officers=with_officers)
    made: Case = open_case(
        actor=actor,
        power=power,
        procedure=procedure,
        title=main.title,
        source=main.source,
        clue=main.clue,
        party=_party(main),
        at=when,
        stated=stated,
        officers=with_officers,
        unit=main.unit,
        parent=main,
    )
    return made


REASON_WORD = {"PG-6": "measure_reason", "PG-20": "ground"}
"""How the step of the main case calls its reason."""


def _called_for(main: Case, step: str, codes: Sequence[str]) -> bool:
    """Whether the step was taken once more often than nested cases were opened by it."""
    taken = TakenStep.objects.filter(case=main, step=step).count()
    return taken > Case.objects.filter(parent=main, procedure__in=codes).count()


def _said(step: str, reason: str) -> dict[str, Any]:
    return {REASON_WORD.get(step, "reason"): reason, "av_reason": "音像记录由附带程序的各环节保存。"}


def _party(main: Case) -> dict[str, Any]:
    """The party of the main case, as it is opened again beside it."""
    held = CaseParty.objects.filter(case=main, role=CaseParty.Role.PARTY).order_by("id")[0]
    return {
        "kind": held.kind,
        "name": held.name,
        "code": held.code,
        "legal_representative": held.legal_representative,
        "address": held.address,
        "phone": held.phone,
        "birth_date": held.birth_date.isoformat() if held.birth_date else None,
    }
