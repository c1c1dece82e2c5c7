"""A row: one attempt at a step, with the facts in which it is made, and what one gate answers.

The tables beside this module are read by ``test_every_gate``; a table holds rows and shared facts, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lantai.law.facts import Attempt, CaseFacts, Interval, Taken
from lantai.law.people import Actor
from lantai.law.procedure import Procedure
from lantai.law.released import RELEASED
from lantai.law.statutes import Basis
from lantai.law.tests.stories import GENERAL, PAIR, moment, who

PROCEDURES: dict[str, Procedure] = {procedure.code: procedure for procedure in RELEASED}


@dataclass(frozen=True)
class Row:
    """``says`` words of the reason of a refusal, "" where the gate lets the attempt pass; ``article`` one it must cite."""

    sentence: str
    facts: CaseFacts
    attempt: Attempt
    says: str = ""
    article: Basis | None = None
    gate: str = ""

    @property
    def procedure(self) -> Procedure:
        return PROCEDURES[self.facts.procedure]


def of(gate: str, *rows: Row | tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of a gate."""
    every = [row for one in rows for row in (one if isinstance(one, tuple) else (one,))]
    return tuple(replace(row, gate=gate) for row in every)


def lets(sentence: str, facts: CaseFacts, step: str, at: str, outcome: str = "", **stated: Any) -> Row:
    """An attempt that the gate lets pass. ``by`` names who acts, else the lawful minimum."""
    return Row(sentence, facts, _attempt(facts, step, at, outcome, stated))


def refuses(
    sentence: str, says: str, article: Basis, facts: CaseFacts, step: str, at: str, outcome: str = "", **stated: Any
) -> Row:
    """An attempt that the gate refuses with these words and this article."""
    return Row(sentence, facts, _attempt(facts, step, at, outcome, stated), says, article)


def hangs_on(word: str, says: str, article: Basis, *occasions: Row) -> tuple[Row, ...]:
    """A rule of one shape: on each occasion (a row that passes) the word denied is refused, whatever else is true."""
    every: list[Row] = []
    for row in occasions:
        kept, denied = ({**row.attempt.stated, word: answer} for answer in (True, False))
        every.append(replace(row, attempt=replace(row.attempt, stated=kept)))
        sentence = f"{row.sentence}, but not {word}"
        every.append(
            replace(row, sentence=sentence, attempt=replace(row.attempt, stated=denied), says=says, article=article)
        )
    return tuple(every)


def _attempt(facts: CaseFacts, step: str, at: str, outcome: str, stated: dict[str, Any]) -> Attempt:
    people = stated.pop("by", None)
    if people is None:
        people = who(PROCEDURES[facts.procedure], step, outcome)
    return Attempt(step, moment(at), people, outcome, stated)


def case(procedure: str, *taken: Taken, **facts: Any) -> CaseFacts:
    """The facts of a case of a procedure, with what has been taken in it."""
    facts = {"agency": GENERAL, "officers": PAIR} | facts
    return CaseFacts(procedure, taken=taken, **facts)


def then(facts: CaseFacts, *taken: Taken, events: Iterable[Taken] = (), **changes: Any) -> CaseFacts:
    """The same facts with more takings and events; flags are added, everything else replaced."""
    flags = {**facts.flags, **changes.pop("flags", {})}
    return replace(facts, taken=(*facts.taken, *taken), events=(*facts.events, *events), flags=flags, **changes)


def took(step: str, at: str, outcome: str = "", /, by: tuple[Actor, ...] = (), **stated: Any) -> Taken:
    """A step on file, or an event."""
    return Taken(step, moment(at), outcome, by, stated)


def span(kind: str, start: str, end: str = "") -> Interval:
    return Interval(kind, date.fromisoformat(start), date.fromisoformat(end) if end else None)
