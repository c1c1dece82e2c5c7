"""告知的关口: G-04 served notice and the windows of defence and hearing, G-05 nothing heavier than notified."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from lantai.law.conditions import hearing_asked, waived
from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.force import instant
from lantai.law.gates.gate import Asks, Gate
from lantai.law.periods import Due, due, local_day, written
from lantai.law.policy import is_market, value
from lantai.law.procedure import Procedure, Term, Unit
from lantai.law.proposal import hearing_grounds, heavier, notice, proposed, read
from lantai.law.refusals import Refusal
from lantai.law.service_days import effective_day
from lantai.law.statutes_in_force import APL, SAMR
from lantai.law.terms import basis_of

_ASK_HEARING = Term(5, "H-1", APL[64, 1, 1])


def defence_window(facts: CaseFacts, told: Taken) -> Due | None:
    """The window of statement and defence; None while the notice has not reached the party."""
    served = effective_day(facts, told)
    if served is None:
        return None
    days = 5 if is_market(facts.agency) else int(value(facts.agency, "defence_days"))
    basis = SAMR[58] if is_market(facts.agency) else APL[45, 1]
    return due(Term(days, "PG-10", basis, Unit.WORKING_DAYS, policy=not is_market(facts.agency)), served)


def hearing_window(facts: CaseFacts) -> Due | None:
    """The window in which a hearing may be asked for; None where its right was not told or not served."""
    told = facts.last("H-1")
    served = effective_day(facts, told) if told else None
    return due(_ASK_HEARING, served) if served else None


def _open(window: Due, day: date) -> bool:
    """Whether the window is not over yet: its last day still belongs to it; an unknown end is not over."""
    return window.legal_due is None or day <= window.legal_due


def _end(window: Due) -> str:
    return written(window.legal_due) if window.legal_due else "待定之日"


def decision_after_notice(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-04: no penalty without a served notice, nor inside the windows without an express waiver (APL 44, 62, 64)."""
    if not proposed(facts, attempt).is_penalty:
        return
    told = facts.last("PG-10")
    if told is None:
        yield Refusal("G-04", (APL[44], APL[62]), "没有在作出处罚决定前告知当事人", "请承办人制发并送达行政处罚告知书")
        return
    day = local_day(attempt.at)
    served = effective_day(facts, told)
    if served is None or served > day:
        yield Refusal(
            "G-04",
            (APL[44], APL[62]),
            "行政处罚告知书尚未送达" + (f"，送达日期为{written(served)}" if served else ""),
            "请在送达后再作出决定",
        )
        return
    window = defence_window(facts, told)
    if window is not None and _open(window, day) and not waived(facts):
        yield Refusal(
            "G-04",
            basis_of((APL[45, 1], APL[62], SAMR[58]), facts),
            f"陈述、申辩期限至{_end(window)}，尚未届满，当事人没有明确放弃",
            "请在期限届满后，或者取得当事人明确放弃的书面材料后作出决定",
        )
    yield from _hearing(facts, attempt, day)


def _hearing(facts: CaseFacts, attempt: Attempt, day: date) -> Iterable[Refusal]:
    grounds = hearing_grounds(facts, proposed(facts, attempt))
    told = facts.last("H-1")
    if grounds and told is None:
        yield Refusal(
            "G-04",
            tuple(g.basis for g in grounds),
            f"拟处罚属于听证范围（{'、'.join(g.label for g in grounds)}），没有告知要求听证的权利",
            "请承办人制发并送达行政处罚听证告知书",
        )
        return
    if told is None or hearing_asked(facts) or _hearing_waived(facts, told):
        return
    window = hearing_window(facts)
    if window is None or _open(window, day):
        yield Refusal(
            "G-04",
            (APL[64, 1, 1],),
            f"要求听证的期限至{_end(window) if window else '待定之日'}，尚未届满，当事人没有明确放弃",
            "请在期限届满后，或者取得当事人明确放弃听证的书面材料后作出决定",
        )


def _hearing_waived(facts: CaseFacts, told: Taken) -> bool:
    """Given up expressly: the request withdrawn, or a waiver that does not say it leaves the hearing out."""
    asked = facts.last("H-2")
    if asked is not None and asked.outcome == "withdrawn":
        return True
    if (gone := facts.event("hearing_withdrawn")) is not None and instant(gone.at) >= instant(told.at):
        return True
    event = facts.event("waiver")
    return (
        event is not None and instant(event.at) >= instant(told.at) and event.stated.get("hearing", True) is not False
    )


def no_heavier(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-05: the penalty is not heavier than the one the party was told of (APL 45 ¶2)."""
    told, content = notice(facts), proposed(facts, attempt)
    if told is None or not content.is_penalty:
        return
    more = heavier(content, read(told.stated))
    if not more:
        return
    defended = facts.last("PG-11")
    by_defence = (defended is not None and defended.outcome in ("", "made")) or hearing_asked(facts)
    if not by_defence and not value(facts.agency, "new_notice_when_heavier"):
        return
    yield Refusal(
        "G-05",
        (APL[45, 2], APL[44]),
        f"拟作出的处罚重于告知的内容：{'；'.join(more)}",
        "不得因当事人陈述、申辩给予更重的处罚；因其他事实加重的，请重新告知",
        field="fine",
        policy=not by_defence,
    )


def lapsed_only_after_window(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A party that says nothing has let the window lapse only when it is over."""
    if attempt.outcome != "lapsed":
        return
    told = facts.last("PG-10")
    window = defence_window(facts, told) if told else None
    if told is not None and (window is None or _open(window, local_day(attempt.at))):
        yield Refusal(
            "",
            basis_of((APL[45, 1], SAMR[58]), facts),
            f"陈述、申辩期限至{_end(window) if window else '送达后五个工作日'}，尚未届满",
            "请在期限届满后登记",
            field="outcome",
        )


def hearing_right_told(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A notice of a penalty inside Article 63 tells of the right to a hearing."""
    if attempt.stated.get("hearing_right") is not False:
        return
    grounds = hearing_grounds(replace(facts, taken=()), read({**facts.flags, **attempt.stated}))
    if grounds:
        yield Refusal(
            "",
            tuple(g.basis for g in grounds),
            f"拟处罚属于听证范围（{'、'.join(g.label for g in grounds)}），应当告知要求听证的权利",
            "请使用行政处罚听证告知书",
            field="hearing_right",
        )


def told_on_the_spot(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """In the summary procedure too the party is told and heard before the decision (APL 44, 45)."""
    if attempt.stated.get("told") is False:
        yield Refusal(
            "", (APL[44], APL[62]), "没有告知拟处罚的内容及事实、理由、依据", "请当场告知并听取陈述、申辩", field="told"
        )


GATES = (
    Gate(
        "G-04",
        "先告知，期限届满后再决定",
        (APL[44], APL[62], APL[64, 1, 1]),
        decision_after_notice,
        speaks_for=("PG-10",),
    ),
    Gate("G-05", "处罚不得重于告知内容", (APL[45, 2],), no_heavier),
    Gate("defence_window", "陈述申辩期限届满", (APL[45, 1],), lapsed_only_after_window, Asks.STATEMENT),
    Gate("hearing_right_told", "告知听证权利", (APL[63],), hearing_right_told, Asks.STATEMENT),
    Gate("told", "当场告知", (APL[44],), told_on_the_spot, Asks.STATEMENT),
)
