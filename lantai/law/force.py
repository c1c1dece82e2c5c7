"""效力: which takings of a case still have force. The state of a case is the list of its steps, read by this.

A taking loses its force when a later outcome sets its step back, when something it rests on happens anew after it,
or when the very taking it was founded on has lost its own. What has lost its force stays on file and counts no more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from lantai.law.facts import CaseFacts, Taken
from lantai.law.periods import BEIJING
from lantai.law.procedure import Procedure, Step


def instant(moment: datetime) -> datetime:
    """A moment in Beijing time; naive ones are read as such."""
    return moment.astimezone(BEIJING) if moment.tzinfo else moment.replace(tzinfo=BEIJING)


@dataclass
class _Row:
    taken: Taken
    step: Step | None  # None for an event
    place: int  # in facts.taken
    refs: frozenset[str]  # what it counts as
    rests: frozenset[str]  # what it rests on
    alive: bool = True


def settled(procedure: Procedure, facts: CaseFacts) -> CaseFacts:
    """The same facts with every taking that has lost its force marked void, in order of time.

    A taking that counts as another step too (``Step.covers``) appears as that step as well. Conditions and gates
    expect facts in this form, so that ``facts.last`` answers what stands. Settling twice changes nothing.
    """
    taken = _remembered(procedure, facts)
    return facts if taken is facts.taken else replace(facts, taken=taken)


@dataclass(frozen=True)
class _Reading:
    """One settling, kept with what it was made from, so that identity tells whether it still answers."""

    procedure: Procedure
    taken: tuple[Taken, ...]
    events: tuple[Taken, ...]
    settled: tuple[Taken, ...]


_READINGS: dict[tuple[int, int, int], _Reading] = {}
_MOST_READINGS = 256


def _remembered(procedure: Procedure, facts: CaseFacts) -> tuple[Taken, ...]:
    """One question to the engine settles the same facts many times; the answer is kept for the very same tuples."""
    key = (id(procedure), id(facts.taken), id(facts.events))
    found = _READINGS.get(key)
    if found is not None and found.taken is facts.taken and found.events is facts.events:
        return found.settled
    if len(_READINGS) >= _MOST_READINGS:
        _READINGS.clear()
    taken = _settle(procedure, facts)
    reading = _Reading(procedure, facts.taken, facts.events, taken)
    _READINGS[key] = reading
    _READINGS[(id(procedure), id(taken), id(facts.events))] = _Reading(procedure, taken, facts.events, taken)
    return taken


def _settle(procedure: Procedure, facts: CaseFacts) -> tuple[Taken, ...]:
    rows: list[_Row] = []
    for row in _ordered(procedure, facts):
        if row.taken.void:
            row.alive = False
            rows.append(row)
            continue
        _strike(rows, row)
        rows.append(row)
        _set_back(rows, row)
    alive = {r.place for r in rows if r.step is not None and r.alive}
    ordered = sorted(range(len(facts.taken)), key=lambda i: (instant(facts.taken[i].at), i))
    taken: list[Taken] = []
    present = {(t.step, t.at) for t in facts.taken}
    latest = {facts.taken[i].step: i for i in ordered if i in alive}
    for place in ordered:
        one = facts.taken[place]
        known = one.step not in procedure or place in alive
        one = one if known or one.void else replace(one, void=True)
        taken.append(one)
        if latest.get(one.step) == place:
            taken.extend(_covered(procedure[one.step], one, present))
    return tuple(taken)


def stands(procedure: Procedure, facts: CaseFacts, step_id: str) -> Taken | None:
    """The latest taking of a step that still has force; None if there is none."""
    return settled(procedure, facts).last(step_id)


def effects(procedure: Procedure, taken: Taken) -> tuple[str, ...]:
    """The references under which a taking counts: its step, its step with outcome, the steps it covers."""
    step = procedure[taken.step]
    outcome = step.outcome(taken.outcome)
    found = [step.id]
    if outcome is not None:
        found.append(f"{step.id}:{outcome.code}")
    for other, word in step.covers:
        if not word or taken.stated.get(word):
            found.append(other)
            if first := procedure[other].outcome(""):
                found.append(f"{other}:{first.code}")
    return tuple(found)


def _covered(step: Step, taken: Taken, present: set[tuple[str, datetime]]) -> list[Taken]:
    return [
        replace(taken, step=other, outcome="")
        for other, word in step.covers
        if (not word or taken.stated.get(word)) and (other, taken.at) not in present
    ]


def _ordered(procedure: Procedure, facts: CaseFacts) -> list[_Row]:
    """Takings and events in time; at one moment events come first, so what was done then may answer them."""
    rows = [
        ((instant(e.at), 0, i), _Row(e, None, i, frozenset({f"@{e.step}"}), frozenset()))
        for i, e in enumerate(facts.events)
        if not e.void
    ]
    for i, taken in enumerate(facts.taken):
        if taken.step in procedure:
            step = procedure[taken.step]
            row = _Row(taken, step, i, frozenset(effects(procedure, taken)), frozenset(step.rests_on))
            rows.append(((instant(taken.at), 1, i), row))
    return [row for _, row in sorted(rows, key=lambda entry: entry[0])]


def _strike(rows: list[_Row], now: _Row) -> None:
    """What rests on something that happens now has lost its force."""
    for row in rows:
        if row.alive and not now.refs.isdisjoint(row.rests):
            _fall(rows, row)


def _set_back(rows: list[_Row], now: _Row) -> None:
    outcome = now.step.outcome(now.taken.outcome) if now.step else None
    if outcome is None or not outcome.sets_back:
        return
    for row in rows:
        if row.alive and row.step is not None and outcome.sets_back in row.refs:
            _fall(rows, row)


def _fall(rows: list[_Row], fallen: _Row) -> None:
    """Take the force from a row and from all that was founded on it."""
    fallen.alive = False
    at = next(i for i, row in enumerate(rows) if row is fallen)
    for place in range(at + 1, len(rows)):
        row = rows[place]
        founded = fallen.refs & row.rests if row.alive else frozenset()
        if founded and not any(other.alive and founded & other.refs for other in rows[at + 1 : place]):
            _fall(rows, row)
