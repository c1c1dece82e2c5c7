"""The questions of a story, answered from the facts as they stand at the end of it or on a named day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from lantai.law import calendar_questions as counting
from lantai.law import (
    conditions,
    disputes,
    enforcing,
    engine,
    lamps,
    licences,
    money,
    periods,
    proposal,
    remedies,
    review,
    sheets,
)
from lantai.law.facts import CaseFacts, Taken
from lantai.law.gates import notice
from lantai.law.periods import Due, local_day
from lantai.law.procedure import Procedure
from lantai.law.service_days import effective_day
from lantai.law.terms import extensions_of
from lantai.rehearsal.reading import Question, instant

LEVELS = {"off": 0, "none": 0, "blue": 1, "yellow": 2, "red": 3}
DECISIONS = ("PG-14", "PS-4", "LI-8", "LI-12")
SERVICES = ("PG-15", "PS-4", "LI-9", "LI-12-3")


@dataclass(frozen=True)
class Answer:
    """What was asked, what came out, and where it differs from the expectation."""

    question: Question
    found: dict[str, Any]
    faults: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.faults


def until(facts: CaseFacts, day: date | None) -> CaseFacts:
    """The facts as they stood at the end of a day."""
    if day is None:
        return facts
    return replace(
        facts,
        taken=tuple(t for t in facts.taken if local_day(t.at) <= day),
        events=tuple(e for e in facts.events if local_day(e.at) <= day),
        intervals=tuple(
            replace(i, end=None) if i.end is not None and i.end > day else i for i in facts.intervals if i.start <= day
        ),
    )


def answer(question: Question, procedure: Procedure | None, facts: CaseFacts | None, now: datetime) -> Answer:
    """One question. ``procedure`` and ``facts`` are None for pure counting."""
    if question.kind in _COUNTING:
        return compared(question, _COUNTING[question.kind](question))
    if procedure is None or facts is None:
        return Answer(question, {}, ("没有案件，无法回答",))
    asked = question.modifiers.get("on")
    on: date | None = asked.date() if isinstance(asked, datetime) else asked
    known = until(facts, on)
    moment = instant(asked, 23) if asked is not None else now
    handler = _ANSWERS.get(question.kind)
    if handler is None:
        return Answer(question, {}, (f"本平台还不会回答“{question.kind}”",))
    return compared(question, handler(question, procedure, known, moment))


def compared(question: Question, found: dict[str, Any]) -> Answer:
    """The answer beside the expectation, word by word."""
    expected = dict(question.expected)
    if "it" in found:  # the question itself states the expected value
        expected["it"] = question.about
    faults = [
        f"{word}：应为{_word(wanted)}，实为{_word(found.get(word))}"
        for word, wanted in expected.items()
        if _plain(found.get(word)) != _plain(wanted)
    ]
    return Answer(question, found, tuple(faults))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(periods.BEIJING).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return sorted(str(v) for v in value)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Decimal(str(value)).normalize()
    return str(value) if not isinstance(value, bool) else value


def _word(value: Any) -> str:
    return "没有" if value is None else str(_plain(value))


def _end(end: Due | None) -> dict[str, Any]:
    if end is None:
        return {}
    return {
        "raw_due": end.raw_due,
        "legal_due": end.legal_due,
        "safe_due": end.safe_due,
        "due_at": end.due_at,
        "rolled": end.rolled,
        "provisional": end.provisional,
        "missing_year": end.missing_year or None,
    }


def _term(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    step = str(q.about)
    if q.modifiers.get("if_extended"):
        lawful = extensions_of(procedure, procedure[step], facts)
        extension = lawful[0] if lawful else None
        given = q.modifiers["if_extended"]
        days = (
            given if isinstance(given, int) and not isinstance(given, bool) else (extension.amount if extension else 0)
        )
        facts = replace(facts, extensions={**facts.extensions, step: facts.extensions.get(step, 0) + days})
    decided = q.modifiers.get("if_decided_on")
    if decided is not None:
        decision = next((s for s in DECISIONS if s in procedure), "")
        taken = [t for t in facts.taken if t.step != decision]
        facts = replace(facts, taken=(*taken, Taken(decision, instant(decided), procedure[decision].outcomes[0].code)))
    horizon = max(now.date(), *(local_day(t.at) for t in facts.taken), date(2000, 1, 1))
    return _end(engine.due_of(procedure, facts, step, horizon))


def _lamp(procedure: Procedure, facts: CaseFacts, now: datetime) -> int:
    lines = [line for line in sheets.timetable(procedure, facts, now) if line.done_on is None]
    return int(max((line.lamp.level for line in lines), default=lamps.Level.OFF))


def _card(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    level = _lamp(procedure, facts, now)
    return {"it": next(word for word, n in LEVELS.items() if n == level and word != "none")}


def _card_below(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    below = _lamp(procedure, facts, now) < LEVELS[str(q.about)]
    return {"it": q.about if below else "不低于"}


def _task(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    states = engine.states(procedure, facts, now)
    is_open = any(s.step.id == str(q.about) and s.state in ("open", "blocked") for s in states)
    return {"it": q.about if is_open else "没有"}


def _served_on(facts: CaseFacts) -> date | None:
    taken = next((t for s in SERVICES if (t := facts.last(s)) is not None), None)
    return effective_day(facts, taken) if taken is not None else None


def _remedy(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    served = _served_on(facts)
    if served is None:
        return {}
    told = q.expected.get("rights_stated", True)
    if q.about == "reconsideration":
        end = remedies.reconsideration_due(served, bool(told))
    else:
        end = remedies.suit_due(served, bool(told))
    first = remedies.reconsideration_first("on_the_spot") if procedure.code == "penalty.summary" else None
    return {"last_day": end.legal_due, "first": first is not None, "rights_stated": told}


def _money(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    made, end = proposal.decision(facts), engine.due_of(procedure, facts, "PG-17", now.date())
    if made is None or end is None or end.legal_due is None:
        return {}
    through = q.expected.get("through") or now.date()
    fine = proposal.read({**facts.flags, **made.stated}).fine
    owed = money.surcharge(fine, end.legal_due, through, (*facts.intervals, *disputes.pauses(facts)))
    return {
        "starts": end.legal_due + timedelta(days=1),
        "per_day": money.fen(fine * money.SURCHARGE_RATE),
        "cap": fine,
        "through": through,
        "amount": owed.amount,
    }


def _review_required(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    return {"it": bool(review.is_major(facts))}


def _collective(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    return {"it": conditions.owed("collective", facts)}


def _hearing_right(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    return {"it": bool(proposal.hearing_grounds(facts, proposal.proposed(facts)))}


def _hearing_obligatory(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    return {"it": conditions.hearing_asked(facts)}


def _reviewer_body(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    return {"it": review.responsible_body(facts.agency.field)}


def _latest(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    if q.about in ("H-3", "LI-5-3"):
        hearing = q.modifiers.get("for")
        return {"day": periods.latest_hearing_notice(hearing)} if hearing else {}
    if q.about == "LI-1":
        return {"day": licences.latest_application(facts)}
    return {"day": _term(q, procedure, facts, now).get("legal_due")}


def _earliest(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    if q.about in ("PG-12", "H-4", "LI-5"):
        called = facts.last("H-3") or facts.last("LI-5-3")
        served = effective_day(facts, called) if called else None
        return {"day": periods.earliest_hearing(served)} if served else {}
    return {}


def _window(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    if procedure.code == enforcing.COURT:
        span = enforcing.window(facts)
        return {"opens": span.opens, "closes": span.closes.legal_due} if span else {}
    """The days within which a step may be taken, both included: the day after its term began, and its last day."""
    step = str(q.about)
    told = engine.settled(procedure, facts).last("H-1" if step == "H-2" else "PG-10")
    if step in ("PG-11", "H-2") and told is not None:
        end = notice.defence_window(facts, told) if step == "PG-11" else notice.hearing_window(facts)
        began, closes = effective_day(facts, told), end.legal_due if end else None
    else:
        began, closes = engine.begun_on(procedure, facts, step), _term(q, procedure, facts, now).get("legal_due")
    return {"opens": began + timedelta(days=1) if began else None, "closes": closes}


def _document_required(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    lines = sheets.checklist(procedure, facts)
    there = any(q.about in (line.what, line.step) and line.owed for line in lines)
    return {"it": q.about if there else "没有"}


def _accepted_on(q: Question, procedure: Procedure, facts: CaseFacts, now: datetime) -> dict[str, Any]:
    return {"it": licences.accepted_on(facts, now.date())}


Handler = Callable[[Question, Procedure, CaseFacts, datetime], dict[str, Any]]
_ANSWERS: dict[str, Handler] = {
    "term": _term,
    "card": _card,
    "card_below": _card_below,
    "task": _task,
    "remedy": _remedy,
    "money": _money,
    "review_required": _review_required,
    "collective_required": _collective,
    "hearing_right": _hearing_right,
    "hearing_obligatory": _hearing_obligatory,
    "reviewer_body": _reviewer_body,
    "latest": _latest,
    "earliest": _earliest,
    "window": _window,
    "document_required": _document_required,
    "accepted_on": _accepted_on,
}


def _counted(found: counting.Answer) -> dict[str, Any]:
    if found.due is None:
        return {"error": True, "answer": "error", "due": None}
    return {"due": found.due, "raw": found.raw, "rolled": found.rolled, "answer": found.due}


def _after(question: Question) -> date:
    return question.expected["after"]  # type: ignore[no-any-return]


def _days(count: Callable[[date, int], counting.Answer]) -> Callable[[Question], dict[str, Any]]:
    def handler(question: Question) -> dict[str, Any]:
        return _counted(count(_after(question), int(question.about))) | {"after": _after(question)}

    return handler


def _hours(question: Question) -> dict[str, Any]:
    start = instant(question.expected["after"], 0)
    found = counting.hours_after(start, int(question.about))
    return {"due": found, "after": question.expected["after"], "answer": found}


def _is_working(question: Question) -> dict[str, Any]:
    found = counting.is_working_day(question.about)
    return {"answer": found if isinstance(found, bool) else "error", "is": found}


_COUNTING: dict[str, Callable[[Question], dict[str, Any]]] = {
    "working_days": _days(counting.working_days_after),
    "calendar_days": _days(counting.calendar_days_after),
    "months": _days(counting.months_after_day),
    "hours": _hours,
    "is_working_day": _is_working,
}
