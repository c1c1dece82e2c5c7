"""移入新版本: a running case is put on another version of its procedure, for a stated reason and as it was rehearsed."""

from __future__ import annotations

from collections.abc import Sequence

from lantai.cases import changes
from lantai.cases import facts as rows_of
from lantai.cases.commands.taking import _locked, _project
from lantai.cases.models import Case, CaseEvent
from lantai.law import force, released
from lantai.law.people import Actor, Role
from lantai.law.procedure import Procedure
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.law.statutes_in_force import SEED
from lantai.law.transition import MOVE, Transition, transition
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.powers import queries as powers

_ALLOWED = (Role.SYSTEM_ADMIN, Role.REVIEWER)
MOST = 200
"""Cases that one command moves."""


@command("cases.move_to_version", "将案件移入程序的新版本", allowed=_ALLOWED)
def move_to_version(*, actor: Actor, case: Case, version: int, reason: str, seen: int | None = None) -> Case:
    """Put a case on another version. It keeps every step taken; what it owes is read by the new version from now on."""
    new = _runnable(actor, case.procedure, version)
    _given(reason)
    return _move(actor, _locked(case, seen), new, reason)


@command("cases.move_all_to_version", "将可以直接移入的案件移入程序的新版本", allowed=_ALLOWED)
def move_all_to_version(*, actor: Actor, code: str, version: int, cases: Sequence[int], reason: str) -> int:
    """Put those of the cases on the version that lack nothing there; the others stay. Answers with how many moved."""
    new = _runnable(actor, code, version)
    _given(reason)
    if len(cases) > MOST:
        raise Malformed("cases", f"一次最多移入{MOST}件")
    moved = 0
    for held in changes.running(actor, new).filter(pk__in=list(cases)):
        case = _locked(held, None)
        if _asked(case, new).strategy == MOVE:
            _move(actor, case, new, reason)
            moved += 1
    return moved


def _runnable(actor: Actor, code: str, version: int) -> Procedure:
    """The version, if it may be run on: released, signed and in force."""
    if not changes.may_change(actor):
        raise Refused([Refusal("", (SEED.whole,), "案件移入新版本由系统管理员或者司法行政部门办理", "请由其办理")])
    try:
        new = released.version_of(code, version)
    except KeyError:
        raise Malformed("version", "没有这一程序或者版本") from None
    if not powers.is_signed(new.code, new.digest):
        raise Refused([Refusal("", (SEED.whole,), "新版本尚未经司法行政部门签发", "请签发后再移入")])
    if new.in_force > clock.today():
        raise Refused([Refusal("", (SEED.whole,), "新版本尚未施行", "请在施行之日后再移入")])
    return new


def _given(reason: str) -> None:
    if not reason.strip():
        raise Malformed("reason", "请写明移入的理由")


def _asked(case: Case, new: Procedure) -> Transition:
    (_, facts), *_ = rows_of.many([case], clock.today())
    old = released.version_of(case.procedure, case.procedure_version)
    return transition(old, new, facts, clock.now())


def _move(actor: Actor, case: Case, new: Procedure, reason: str) -> Case:
    if case.procedure_version == new.version:
        raise Refused([Refusal("", (SEED.whole,), "本案已经按这一版本办理", "无需移入")])
    asked = _asked(case, new)
    if asked.obstacle:
        raise Refused([Refusal("", (SEED.whole,), f"{asked.obstacle}，不能移入新版本", "请按原版本办结")])
    put(
        CaseEvent(
            case=case,
            kind="procedure_changed",
            at=clock.now(),
            recorded_at=clock.now(),
            stated={
                "from": case.procedure_version,
                "to": new.version,
                "reason": reason.strip(),
                "place_before": asked.place_before,
                "place_after": asked.place_after,
                "missing": list(asked.missing),
            },
            recorded_by_id=actor.person_id or None,
        )
    )
    case.procedure_version, case.procedure_digest = new.version, new.digest
    (_, facts), *_ = rows_of.many([case], clock.today())
    _project(case, new, force.settled(new, facts))
    return put(case, version=case.version)
