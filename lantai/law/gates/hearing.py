"""听证的关口: seven whole working days before it, a chair who did not investigate, two agents at most."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law.calendar import UnknownYear
from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.gates.gate import Asks, Gate
from lantai.law.periods import earliest_hearing, hearing_notice_suffices, local_day, written
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.service_days import day_of, effective_day
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import APL

MOST_AGENTS = 2


def notice_in_time(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The party knows time and place seven days before the hearing (APL 64(2), strictly counted)."""
    return told_too_late(facts, attempt, (APL[64, 1, 2],))


def told_too_late(facts: CaseFacts, attempt: Attempt, basis: tuple[Basis, ...]) -> Iterable[Refusal]:
    """Fewer than seven whole working days lie between the service of the notice and the hearing it names."""
    hearing_on = day_of(attempt.stated.get("hearing_on"))
    if hearing_on is None:
        return
    served = effective_day(facts, Taken(attempt.step, attempt.at, stated=attempt.stated)) or local_day(attempt.at)
    try:
        if hearing_notice_suffices(served, hearing_on):
            return
        remedy = f"请将听证改在{written(earliest_hearing(served))}或者其后"
    except UnknownYear as missing:
        remedy = f"{missing}，请在节假日安排公布后确定听证日期"
    yield Refusal(
        "",
        basis,
        f"听证通知在{written(served)}送达，距{written(hearing_on)}的听证不足七个工作日",
        remedy,
        field="hearing_on",
    )


def chair_is_no_investigator(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The hearing is chaired by somebody who did not investigate the case (APL 64(4))."""
    handlers = {h.person_id: h.name for h in facts.officers}
    stated = attempt.stated.get("chair")
    chairs = {stated} if stated is not None else {a.person_id for a in attempt.actors[:1]} & _chairing(attempt)
    for person in chairs:
        if person in handlers:
            yield Refusal(
                "",
                (APL[64, 1, 4],),
                f"{handlers[person]}是本案调查人员，不得主持听证",
                "请指定非本案调查人员主持",
                field="chair",
            )
        elif person in facts.recused:
            yield Refusal("G-02", (APL[43],), "听证主持人已被决定回避", "请指定其他人员主持", field="chair")


def _chairing(attempt: Attempt) -> set[int]:
    """Who takes a step of the hearing itself chairs it, unless it names the chair; a notice may be sent by anybody."""
    return set() if attempt.step == "H-3" else {a.person_id for a in attempt.actors[:1]}


def held_properly(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Held on the day notified, in public unless a secret forbids it, with at most two agents (APL 64(3), (5))."""
    stated = attempt.stated
    called = facts.last("H-3")
    wanted = day_of(called.stated.get("hearing_on")) if called else None
    day = day_of(stated.get("held_on")) or local_day(attempt.at)
    if wanted is not None and day < wanted:
        yield Refusal(
            "",
            (APL[64, 1, 2],),
            f"听证通知载明的日期为{written(wanted)}，不得提前举行",
            "请按通知的日期举行，或者重新通知",
            field="held_on",
        )
    if int(stated.get("agents") or 0) > MOST_AGENTS:
        yield Refusal("", (APL[64, 1, 5],), "委托代理人超过二人", "请由当事人确定一至二名代理人", field="agents")
    if stated.get("public") is False and not str(stated.get("closed_reason") or "").strip():
        yield Refusal(
            "",
            (APL[64, 1, 3],),
            "听证不公开举行，没有写明依法应当保密的原因",
            "请公开举行，或者写明涉及国家秘密、商业秘密或者个人隐私",
            field="closed_reason",
        )
    if stated.get("minutes") is False:
        yield Refusal(
            "",
            (APL[64, 1, 8],),
            "听证笔录没有交当事人核对并签字或者盖章",
            "请交当事人核对；拒绝签字的，由听证主持人注明",
            field="minutes",
        )


GATES = (
    Gate("hearing_notice", "听证七日前通知", (APL[64, 1, 2],), notice_in_time, Asks.STATEMENT),
    Gate("chair", "听证由非本案调查人员主持", (APL[64, 1, 4],), chair_is_no_investigator, Asks.PERSON),
    Gate("hearing_conduct", "听证的举行", (APL[64, 1, 3], APL[64, 1, 5]), held_properly, Asks.STATEMENT),
)
