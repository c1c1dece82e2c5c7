"""程序改版: where a running case would stand under another version of its procedure, what it would lack, which terms change.

A rehearsal and the real move ask the same function, so that the one is the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from lantai.law import engine
from lantai.law.conditions import owed
from lantai.law.engine.reading import finished, met, needs_of
from lantai.law.facts import CaseFacts
from lantai.law.force import settled
from lantai.law.periods import local_day
from lantai.law.procedure import Procedure

STAY, MOVE, ASK = "stay", "move", "ask"
STRATEGIES = {MOVE: "可以直接移入", ASK: "移入前须人工核对", STAY: "留在原版本"}


@dataclass(frozen=True)
class NewTerm:
    """A running term that would end on another day. None where there is no such term, or no day yet."""

    step: str
    label: str
    before: date | None
    after: date | None

    @property
    def is_shorter(self) -> bool:
        return self.after is not None and (self.before is None or self.after < self.before)


@dataclass(frozen=True)
class Transition:
    """One case between two versions.

    ``place_before`` / ``place_after``  ids of the steps it waits for; "" where it waits for none.
    ``missing``   steps that the new version asks for before something already taken, and that were not taken.
    ``added``     steps that the case would newly owe from here on.
    ``fallen``    takings that stand now and would stand no longer, or that the new version does not know.
    ``terms``     running terms that would end on another day.
    ``obstacle``  why the case cannot be moved at all; "" if it can.
    """

    place_before: str
    place_after: str
    label_after: str
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    fallen: tuple[str, ...] = ()
    terms: tuple[NewTerm, ...] = ()
    obstacle: str = ""

    @property
    def strategy(self) -> str:
        """Stay where it cannot be moved; ask a person where something is missing, falls or becomes due earlier."""
        if self.obstacle:
            return STAY
        return ASK if self.missing or self.fallen or any(t.is_shorter for t in self.terms) else MOVE


def transition(old: Procedure, new: Procedure, facts: CaseFacts, at: datetime) -> Transition:
    """What the move of a case from one version to another would mean. ``facts`` as on file, settled under neither.

    Raises ValueError for two procedures that are no versions of each other.
    """
    if old.code != new.code:
        raise ValueError(f"{old.code}：{new.code}")
    raw = replace(facts, taken=tuple(replace(t, void=False) if t.void else t for t in facts.taken))
    before, after = settled(old, raw), settled(new, raw)
    here, there = engine.standing(old, before, at), engine.standing(new, after, at)
    missing = tuple(dict.fromkeys(_missing(new, after)))
    return Transition(
        here.id if here else "",
        there.id if there else "",
        there.label if there else "",
        missing,
        tuple(_added(old, new, after, missing)),
        tuple(dict.fromkeys(_fallen(new, before, after))),
        tuple(_terms(old, new, before, after, local_day(at))),
        _obstacle(old, new, before),
    )


def _obstacle(old: Procedure, new: Procedure, before: CaseFacts) -> str:
    if engine.is_over(old, before):
        return "本案已经办结归档"
    for taken in before.taken:
        if not taken.void and taken.step in new and taken.outcome:
            meant = old[taken.step].outcome(taken.outcome) if taken.step in old else None
            if meant is not None and new[taken.step].outcome(meant.code) is None:
                return f"新版本的“{new[taken.step].label}”没有“{meant.label}”这种结果"
    return ""


def _missing(new: Procedure, after: CaseFacts) -> Iterator[str]:
    for taken in after.taken:
        if taken.void or taken.step not in new:
            continue
        step = new[taken.step]
        for need in needs_of(step, step.outcome(taken.outcome)):
            if met(new, after, need) is False:
                yield next((i for r in need.split("|") if (i := r.partition(":")[0]) in new), need)


def _added(old: Procedure, new: Procedure, after: CaseFacts, missing: tuple[str, ...]) -> Iterator[str]:
    for step in new.steps:
        open_still = step.id not in missing and finished(new, after, step) is None
        if step.id not in old and open_still and owed(step.applies, after):
            yield step.id


def _fallen(new: Procedure, before: CaseFacts, after: CaseFacts) -> Iterator[str]:
    for taken in before.taken:
        if taken.void or before.last(taken.step) is not taken:
            continue
        if taken.step not in new or after.last(taken.step) is None:
            yield taken.step


@lru_cache(maxsize=64)
def _watched(old: Procedure, new: Procedure) -> tuple[str, ...]:
    """The steps whose term the two versions may count differently: those that differ, all where force differs."""

    def force(procedure: Procedure) -> list[object]:
        return [(s.id, s.rests_on, s.covers, [(o.code, o.sets_back) for o in s.outcomes]) for s in procedure.steps]

    everything = force(old) != force(new)
    ids = dict.fromkeys(s.id for s in (*new.steps, *old.steps) if s.within is not None)
    return tuple(i for i in ids if everything or i not in old or i not in new or old[i].within != new[i].within)


def _terms(old: Procedure, new: Procedure, before: CaseFacts, after: CaseFacts, today: date) -> Iterator[NewTerm]:
    for step_id in _watched(old, new):
        if step_id in new and finished(new, after, new[step_id]) is not None:
            continue
        was = engine.due_of(old, before, step_id, today) if step_id in old else None
        will = engine.due_of(new, after, step_id, today) if step_id in new else None
        days = (was.legal_due if was else None, will.legal_due if will else None)
        if days[0] != days[1]:
            yield NewTerm(step_id, (new if step_id in new else old)[step_id].label, *days)
